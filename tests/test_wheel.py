"""What is shipped: the modules of the four packages, a few files by name, and nothing else."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("bot", "retrieval", "seeds", "embeddings")
DATA = {
    "bot/py.typed",
    "embeddings/py.typed",
    "embeddings/answering_adapter.npz",
    "retrieval/answering/ranking_head.npz",
    "retrieval/calendars/switches.toml",
    "retrieval/citations/styles/apa.csl",
    "retrieval/citations/styles/chicago-bibliography.csl",
    "retrieval/citations/styles/chicago-note.csl",
    "retrieval/citations/styles/mla.csl",
    "retrieval/library/schema.sql",
    "retrieval/py.typed",
    "retrieval/question/shorthand.toml",
    "retrieval/question/slang.toml",
    "retrieval/question/talk.toml",
    "seeds/catalogue.toml",
    "seeds/cleaning/wordings.toml",
    "seeds/people/words.toml",
    "seeds/py.typed",
    "seeds/voices/mentions/words.toml",
}
METADATA = {"METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE"}


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(build, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (wheel,) = folder.glob("quoth-*.whl")
    return set(zipfile.ZipFile(wheel).namelist())


def test_every_module_ships(shipped: set[str]) -> None:
    modules = {p.relative_to(ROOT).as_posix() for package in PACKAGES for p in (ROOT / package).rglob("*.py")}
    assert {name for name in shipped if name.endswith(".py")} == modules


def test_the_starter_library_ships(shipped: set[str]) -> None:
    starter = {p.relative_to(ROOT).as_posix() for p in (ROOT / "seeds" / "starter").glob("*.md")}
    assert len(starter) >= 10
    assert starter <= shipped


def test_nothing_else_ships(shipped: set[str]) -> None:
    rest = {
        name
        for name in shipped
        if not name.endswith(".py") and not (name.startswith("seeds/starter/") and name.endswith(".md"))
    }
    info = {name.partition("/")[2] for name in rest if ".dist-info/" in name}
    assert info == METADATA
    assert {name for name in rest if ".dist-info/" not in name} == DATA
