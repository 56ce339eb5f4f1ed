"""A file that has not changed is not read again, whoever asks; what it depends on is looked at."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from embeddings.embedder import Embedder
from retrieval.library.library import Library
from retrieval.library.sources import Files
from seeds.document import Document, Metadata
from tests.retrieval.library.material import HARBOUR, MILLS, write

READ: list[str] = []


@dataclass(frozen=True, kw_only=True, slots=True)
class CountingFiles(Files):
    def __call__(self, location: str) -> Document:
        READ.append(Path(location).name)
        return Files.__call__(self, location)


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    READ.clear()
    return write(tmp_path / "texts", harbour=HARBOUR, mills=MILLS)


def test_a_second_add_reads_and_changes_nothing(library: Library, embedder: Embedder, paths: list[Path]) -> None:
    library.add(paths, embedder, read=CountingFiles())
    assert READ == ["harbour.txt", "mills.txt"]
    report = library.add(paths, embedder, read=CountingFiles())
    assert len(READ) == 2
    assert (report.generation, report.unchanged, report.added, report.changed) == (1, ("harbour", "mills"), (), ())
    assert library.requests() == []


def test_bytes_catalogue_and_facts_given_by_hand_are_looked_at(
    library: Library, embedder: Embedder, paths: list[Path]
) -> None:
    library.add(paths, embedder, read=CountingFiles())
    paths[0].write_text(HARBOUR + "\nThe ice went out on the third of March.\n", encoding="utf-8")
    assert library.add(paths, embedder, read=CountingFiles()).changed == ("harbour",)
    (paths[0].parent / "catalogue.toml").write_text('["mills.txt"]\nauthor = "A. Wick"\n', encoding="utf-8")
    assert library.add(paths, embedder, read=CountingFiles()).changed == ("mills",)
    assert library.snapshot().card("mills").metadata.author == "A. Wick"
    report = library.add(paths, embedder, read=CountingFiles(), overrides=Metadata(publisher="Wick & Sons"))
    assert report.changed == ("harbour", "mills")
    assert len(READ) == 6


def test_what_was_removed_is_read_again(library: Library, embedder: Embedder, paths: list[Path]) -> None:
    library.add(paths, embedder, read=CountingFiles())
    library.remove(["harbour"])
    report = library.add(paths, embedder, read=CountingFiles())
    assert (report.added, report.unchanged) == (("harbour",), ("mills",))
    assert library.snapshot().document("harbour").text == HARBOUR


def test_a_run_that_was_stopped_goes_on_without_reading_again(
    library: Library, embedder: Embedder, paths: list[Path]
) -> None:
    def stop(activity: str, done: int, total: int) -> None:
        if activity == "embedding":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        library.add(paths, embedder, read=CountingFiles(), progress=stop)
    report = library.add(paths, embedder, read=CountingFiles())
    assert report.added == ("harbour", "mills")
    assert len(READ) == 2


def test_a_copy_is_not_read_to_find_out_that_it_is_one(
    library: Library, embedder: Embedder, paths: list[Path], tmp_path: Path
) -> None:
    [copy] = write(tmp_path / "copies", copy=HARBOUR)
    library.add(paths[:1], embedder, read=CountingFiles())
    for _ in range(2):
        assert library.add([copy], embedder, read=CountingFiles()).duplicates == ((str(copy), "harbour"),)
    assert READ == ["harbour.txt"]
