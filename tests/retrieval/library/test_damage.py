"""Damaged, lost and foreign files: repaired where they follow from the store, else told in one sentence."""

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from embeddings.embedder import Embedder
from retrieval.errors import LibraryError, LibraryTooNew
from retrieval.library.library import Library
from retrieval.library.lock import writing
from retrieval.library.records import Health, Unit, View
from tests.retrieval.library.material import HARBOUR, MILLS, STAMPS, Counting, answers, document


@pytest.fixture(scope="module")
def pattern(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Path:
    """A library to copy."""
    home = tmp_path_factory.mktemp("pattern") / "home"
    with Library.open(home) as library:
        library.add([document(HARBOUR), document(MILLS, "mills"), document(STAMPS, "stamps")], embedder)
    return home


@pytest.fixture
def filled(home: Path, pattern: Path) -> Path:
    """The folder of the projections of the library at `home`."""
    shutil.copytree(pattern, home)
    return home / "generations" / "1"


def put(path: Path, content: bytes) -> None:
    """A new file in place of the old one: cutting a file that a thread has mapped would kill this process (SIGBUS)."""
    fresh = path.with_name(f"{path.name}.damaged")
    fresh.write_bytes(content)
    fresh.replace(path)


def garble(path: Path) -> None:
    put(path, bytes(byte ^ 0x5A for byte in path.read_bytes()))


def cut(path: Path) -> None:
    put(path, path.read_bytes()[: path.stat().st_size // 2])


def empty(path: Path) -> None:
    put(path, b"")


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))


DAMAGES: dict[str, Callable[[Path], None]] = {
    "vectors garbled": lambda folder: put(folder / "vectors.faiss", b"IxFI" + b"junk" * 50),
    "vectors cut": lambda folder: cut(folder / "vectors.faiss"),
    "vectors empty": lambda folder: empty(folder / "vectors.faiss"),
    "vectors lost": lambda folder: (folder / "vectors.faiss").unlink(),
    "header garbled": lambda folder: _garble_header(folder / "vectors.faiss"),
    "terms lost": lambda folder: shutil.rmtree(folder / "terms"),
    "terms garbled": lambda folder: [garble(path) for path in files(folder / "terms")] and None,
    "terms cut": lambda folder: [cut(path) for path in files(folder / "terms")] and None,
    "half of the terms lost": lambda folder: shutil.rmtree(folder / "terms" / "passage"),
    "words garbled": lambda folder: garble(folder / "words.json"),
    "k-grams lost": lambda folder: shutil.rmtree(folder / "kgrams"),
    "k-grams cut": lambda folder: cut(folder / "kgrams" / "postings.npy"),
    "k-grams empty": lambda folder: empty(folder / "kgrams" / "documents.npy"),
    "stamp lost": lambda folder: (folder / "stamp.json").unlink(),
    "stamp garbled": lambda folder: garble(folder / "stamp.json"),
    "stamp of another shape": lambda folder: (folder / "stamp.json").write_text('["a"]') and None,
    "folder lost": lambda folder: shutil.rmtree(folder),
    "all folders lost": lambda folder: shutil.rmtree(folder.parent),
}


def _garble_header(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(b"junk")


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
@pytest.mark.parametrize("readonly", [False, True], ids=["may write", "read only"])
def test_a_damaged_index_is_rebuilt_without_embedding(
    damage: Callable[[Path], None], readonly: bool, filled: Path, home: Path, embedder: Embedder
) -> None:
    with Library.open(home) as library:
        before = answers(library.snapshot(), embedder)
    damage(filled)
    with Library.open(home, readonly=readonly) as library:
        assert answers(library.snapshot(), embedder) == before
    with Library.open(home) as library:
        states = {check.name: check.health for check in library.doctor()}
        assert states["index of generation 1"] is (Health.REPAIRED if readonly else Health.OK)
        assert answers(library.snapshot(), embedder) == before


def test_a_reader_that_may_not_repair_because_another_writes_answers_from_memory(
    filled: Path, home: Path, embedder: Embedder
) -> None:
    with Library.open(home) as library:
        before = answers(library.snapshot(), embedder)
    shutil.rmtree(filled)
    with writing(home), Library.open(home) as library:
        assert answers(library.snapshot(), embedder) == before
    assert not filled.exists()


def test_a_flipped_bit_is_found_by_the_doctor(filled: Path, home: Path, embedder: Embedder) -> None:
    path = filled / "vectors.faiss"
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    put(path, bytes(data))
    with Library.open(home, readonly=True) as library:
        assert Health.BAD in {check.health for check in library.doctor()}
    with Library.open(home) as library:
        assert Health.REPAIRED in {check.health for check in library.doctor()}
        assert {check.health for check in library.doctor()} == {Health.OK}


def test_damage_does_not_travel_into_the_next_generation(filled: Path, home: Path, embedder: Embedder) -> None:
    cut(filled / "vectors.faiss")
    with Library.open(home) as library:
        library.add([document("A line more.", "line")], embedder)
        number, cosine = library.snapshot().search_vectors(embedder.embed(["None came."])[0], Unit.SENTENCE, 1)[0]
        assert library.snapshot().text(library.snapshot().sentences([number])[0]) == "None came."
        assert cosine == pytest.approx(1, abs=1e-5)


def test_missing_vectors_are_embedded_by_a_sync(filled: Path, home: Path, embedder: Embedder) -> None:
    with Library.open(home) as library:
        before = answers(library.snapshot(), embedder)
    with sqlite3.connect(home / "library.sqlite") as connection:
        connection.execute("DELETE FROM vectors WHERE id % 2")
    connection.close()
    shutil.rmtree(filled)
    with Library.open(home) as library:
        with pytest.raises(LibraryError, match="quoth embed"):
            library.snapshot().search_vectors(embedder.embed(["ice"])[0], Unit.SENTENCE, 1)
        assert any(check.health is Health.BAD and "quoth embed" in check.detail for check in library.doctor())
        counting = Counting(embedder)
        library.sync(counting)
        assert counting.texts
        assert answers(library.snapshot(), embedder) == before
        assert {check.health for check in library.doctor()} == {Health.OK}


def test_leftovers_of_a_killed_run_are_cleared_up(filled: Path, home: Path) -> None:
    (home / "generations" / ".unfinished").mkdir()
    (home / "generations" / "99").mkdir()
    with Library.open(home) as library:
        assert Health.REPAIRED in {check.health for check in library.doctor()}
    assert [path.name for path in (home / "generations").iterdir()] == ["1"]


def test_the_doctor_of_a_library_that_is_not_there_finds_nothing(home: Path) -> None:
    with Library.open(home, readonly=True) as library:
        assert library.doctor() == []


def test_the_doctor_names_sources_that_wait_changed_or_went(
    library: Library, embedder: Embedder, tmp_path: Path
) -> None:
    path, gone, bad = (tmp_path / name for name in ("harbour.txt", "gone.txt", "bad.txt"))
    path.write_text(HARBOUR)
    gone.write_text(MILLS)
    bad.write_bytes(b"")
    library.add([path, gone, bad], embedder)
    gone.unlink()
    found = {check.name: check for check in library.doctor()}
    assert (found["requests"].health, found["sources"].health) == (Health.BAD, Health.OK)
    assert str(bad) in found["requests"].detail
    assert str(gone) in found["sources"].detail
    path.write_text(HARBOUR + "\nMore.\n")
    assert {check.name: check.health for check in library.doctor()}["sources"] is Health.BAD


def test_sentences_that_do_not_fit_their_text_are_found(filled: Path, home: Path) -> None:
    with sqlite3.connect(home / "library.sqlite") as connection:
        connection.execute('UPDATE sentences SET "end" = "end" + 1 WHERE id = 2')
    connection.close()
    with Library.open(home) as library:
        assert {check.name: check.health for check in library.doctor()}["sentences"] is Health.BAD


def test_a_library_of_a_newer_version_is_left_alone(filled: Path, home: Path, embedder: Embedder) -> None:
    with sqlite3.connect(home / "library.sqlite") as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with Library.open(home) as library:
        for use in (
            library.snapshot,
            library.doctor,
            library.rollback,
            lambda: library.add([document(HARBOUR, "x")], embedder),
            lambda: library.plan(embedder),
        ):
            with pytest.raises(LibraryTooNew, match="format 99"):
                use()


@pytest.mark.parametrize("content", [b"This is no database at all. " * 200, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_file_that_is_no_library_is_told_from_one(content: bytes, home: Path, embedder: Embedder) -> None:
    home.mkdir()
    (home / "library.sqlite").write_bytes(content)
    with Library.open(home) as library:
        with pytest.raises(LibraryError, match=r"library\.sqlite"):
            library.snapshot()
        with pytest.raises(LibraryError, match=r"library\.sqlite"):
            library.add([document(HARBOUR)], embedder)
    assert (home / "library.sqlite").read_bytes() == content


def test_a_database_of_something_else_is_told_from_a_library(home: Path) -> None:
    home.mkdir()
    with sqlite3.connect(home / "library.sqlite") as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.close()
    with Library.open(home) as library, pytest.raises(LibraryError, match="not a library of Quoth"):
        library.snapshot()


def test_a_damaged_database_is_told_by_the_doctor(filled: Path, home: Path) -> None:
    path = home / "library.sqlite"
    data = bytearray(path.read_bytes())
    for page in range(2, len(data) // 4096):
        data[page * 4096 : page * 4096 + 64] = b"\xff" * 64
    put(path, bytes(data))
    with Library.open(home, readonly=True) as library, pytest.raises(LibraryError, match="damaged"):
        library.doctor()


def test_a_home_that_is_a_file_is_told_plainly(tmp_path: Path, embedder: Embedder) -> None:
    (tmp_path / "home").write_text("not a folder")
    with Library.open(tmp_path / "home") as library, pytest.raises(LibraryError):
        library.add([document(HARBOUR)], embedder)


def test_a_view_that_stays_sound_is_not_touched_by_damage_elsewhere(
    filled: Path, home: Path, embedder: Embedder
) -> None:
    with Library.open(home) as library:
        snapshot = library.snapshot()
        found = snapshot.search_terms("heron", View.SENTENCE, 5)
        cut(filled / "vectors.faiss")
        assert snapshot.search_terms("heron", View.SENTENCE, 5) == found
