"""The five real documents: what is masked, copied and spoken by others, without the catalogue and with it."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from seeds.document import MaskReason
from seeds.sources import discover, read

ROOT = Path(__file__).resolve().parents[2]
FILES = [
    "000_71e774b0897e933c.txt",
    "001_8d8213fbbefc75ed.txt",
    "002_b748ec378f3cecc9.txt",
    "003_7c2c0bcd1dfd1c07.txt",
    "004_e5959f13bc50d910.txt",
]
FACTS = {
    "000": (None, None, "In Defence of October"),
    "001": ("Michael Jabara Carley", "2017-11-07", "Strategic Culture Foundation"),
    "002": ("Victor Serge", "1935-11-02", "New Militant"),
    "003": ("Steven Kreis", "2000", "The History Guide"),
    "004": (None, None, None),
}


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("cleaning_benchmark", ROOT / "benchmarks" / "cleaning.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def known(shared: Path) -> dict[str, Any]:
    sources = json.loads((shared / "seeds" / "sources.json").read_text("utf-8"))["sources"]
    return {source["file"]: source for source in sources}


@pytest.mark.parametrize("file", FILES)
def test_without_the_catalogue_boilerplate_copies_and_speakers_are_found(
    shared: Path, known: dict[str, Any], benchmark: ModuleType, file: str
) -> None:
    figures = benchmark.measure(benchmark.read(shared / "seeds" / file), known[file])
    assert figures.boilerplate >= 0.9
    assert figures.body < 0.01
    for found, all_of_them in (figures.captions, figures.copies, figures.speakers):
        assert found == all_of_them


@pytest.mark.parametrize("file", FILES)
def test_without_the_catalogue_the_text_tells_its_facts(
    shared: Path, known: dict[str, Any], benchmark: ModuleType, file: str
) -> None:
    facts = benchmark.read(shared / "seeds" / file).metadata
    assert known[file]["title"].startswith(facts.title.replace("’", "'"))
    assert (facts.author, facts.published, facts.publisher) == FACTS[file[:3]]
    assert facts.language == "en"


@pytest.mark.parametrize("file", FILES)
def test_titles_bylines_and_headings_stay_but_are_known_as_headings(
    shared: Path, known: dict[str, Any], file: str
) -> None:
    document = read(shared / "seeds" / file)
    for start, end, _ in known[file]["headings"]:
        if end > start and start != 6021:  # the title of a box of links
            assert any(part.start <= start and end <= part.body for part in document.sections), document.text[start:end]


@pytest.mark.parametrize("file", FILES)
def test_the_catalogue_knows_the_five(shared: Path, file: str) -> None:
    facts = read(shared / "seeds" / file).metadata
    assert facts.title
    assert facts.author or facts.publisher
    assert facts.published
    assert facts.licence


def test_the_speech_to_those_who_walked_out_is_trotskys_in_carleys_article(shared: Path) -> None:
    document = read(shared / "seeds" / FILES[1])
    at = document.text.index("miserable bankrupts")
    (voice,) = [v for v in document.voices if v.start <= at < v.end]
    assert voice.speaker == "L. D. Trotsky"
    assert {v.speaker for v in document.voices} == {
        *("L. D. Trotsky", "V. I. Lenin", "John Reed", "L. B. Kamenev"),
        *("the crowd", "the head of the French Military Mission", "one French report", "one observer"),
    }
    assert document.metadata.author == "Michael Jabara Carley"
    (copy,) = [m for m in document.masks if m.reason is MaskReason.DUPLICATE]
    again = document.text.index("miserable bankrupts", at + 1)
    assert copy.repeats is not None
    assert again - copy.start + copy.repeats[0] == at


def test_neither_lenin_nor_his_interviewer_wrote_the_notes_and_the_teasers(shared: Path) -> None:
    document = read(shared / "seeds" / FILES[0])
    speaker = {v.start: v.speaker for v in document.voices}
    assert speaker[1527] == "Editors of Lenin's Collected Works"
    assert speaker[3691] == "In Defence of October"
    assert {v.speaker for v in document.voices if v.start < 1527} == {"V. I. Lenin", "Gregori Yarros"}


def test_the_folder_of_seeds_holds_five_documents_with_text_to_quote(shared: Path) -> None:
    found = discover([shared / "seeds"])
    assert [path.name for path in found.files] == FILES
    assert [path.name for path, _ in found.skipped] == ["sources.json"]
    for path in found.files:
        document = read(path)
        assert document.text == path.read_bytes().decode(document.encoding)
