"""Files that repeat another's document: named once, and read when they no longer do."""

import io
from pathlib import Path

import pytest

from embeddings.embedder import Embedder
from retrieval.library.library import Library
from seeds.document import Metadata
from tests.retrieval.library.material import HARBOUR, MILLS, write

MORE = "\nThe ice went out on the third of March.\n"


@pytest.fixture
def paths(library: Library, embedder: Embedder, tmp_path: Path) -> list[Path]:
    """A file and its copy, added together."""
    paths = write(tmp_path / "texts", a=HARBOUR, b=HARBOUR)
    assert library.add(paths, embedder).duplicates == ((str(paths[1]), "a"),)
    return paths


def append(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def shown(library: Library) -> dict[str, str]:
    snapshot = library.snapshot()
    return {card.id: snapshot.document(card.id).text for card in snapshot.documents()}


def test_a_copy_is_known_by_reading_its_bytes_once(
    library: Library, embedder: Embedder, paths: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    [copy] = write(paths[0].parent, c=HARBOUR)
    opened, honest = [], io.open

    def counted(file: object, *arguments: object, **options: object) -> object:
        opened.append(str(file))
        return honest(file, *arguments, **options)

    monkeypatch.setattr(io, "open", counted)
    assert library.add([copy], embedder).duplicates == ((str(copy), "a"),)
    assert opened.count(str(copy)) == 1


def test_a_copy_that_stays_one_is_nothing_to_do(library: Library, embedder: Embedder, paths: list[Path]) -> None:
    report = library.sync(embedder)
    assert (report.added, report.changed, report.duplicates, report.failed) == ((), (), (), ())
    assert library.add(paths, embedder).duplicates == ((str(paths[1]), "a"),)


@pytest.mark.parametrize("full", [False, True])
def test_a_copy_that_differs_later_is_read(library: Library, embedder: Embedder, paths: list[Path], full: bool) -> None:
    append(paths[1], MORE)
    assert full or library.plan(embedder).documents == 1
    assert library.sync(embedder, full=full).added == ("b",)
    assert shown(library) == {"a": HARBOUR, "b": HARBOUR + MORE}
    assert library.sync(embedder).added == ()


def test_what_the_original_said_stays_in_its_copy(library: Library, embedder: Embedder, paths: list[Path]) -> None:
    append(paths[0], MORE)
    report = library.sync(embedder)
    assert (report.changed, report.added) == (("a",), ("b",))
    assert shown(library) == {"a": HARBOUR + MORE, "b": HARBOUR}


def test_a_copy_is_known_however_often_the_original_changes(
    library: Library, embedder: Embedder, paths: list[Path]
) -> None:
    for author in ("A. Wick", "B. Wick", "C. Wick", "D. Wick"):
        library.add(paths[:1], embedder, overrides=Metadata(author=author))
    library.sync(embedder, full=True)
    append(paths[1], MORE)
    assert library.sync(embedder).added == ("b",)


def test_a_copy_that_is_a_copy_of_another_now_is_named_once(
    library: Library, embedder: Embedder, paths: list[Path], tmp_path: Path
) -> None:
    library.add(write(tmp_path / "more", mills=MILLS), embedder)
    paths[1].write_text(MILLS, encoding="utf-8")
    assert library.sync(embedder).duplicates == ((str(paths[1]), "mills"),)
    assert library.sync(embedder).duplicates == ()
    append(paths[1], MORE)
    assert library.sync(embedder).added == ("b",)


def test_a_copy_is_forgotten_with_its_document(library: Library, embedder: Embedder, paths: list[Path]) -> None:
    library.remove(["a"])
    append(paths[1], MORE)
    assert library.sync(embedder).added == ()


def test_a_copy_that_is_gone_is_nobody_s_business(library: Library, embedder: Embedder, paths: list[Path]) -> None:
    paths[1].unlink()
    report = library.sync(embedder)
    assert (report.failed, report.vanished, report.added) == ((), (), ())


def test_a_copy_whose_original_is_gone_is_the_document_when_it_is_added(
    library: Library, embedder: Embedder, paths: list[Path]
) -> None:
    paths[0].unlink()
    assert library.add(paths[1:], embedder).changed == ("a",)
    assert library.snapshot().card("a").source == str(paths[1])


def test_a_run_that_was_cut_short_does_not_take_old_bytes_for_new(
    library: Library, embedder: Embedder, tmp_path: Path
) -> None:
    def stop(activity: str, done: int, total: int) -> None:
        if activity == "embedding":
            raise KeyboardInterrupt

    [path] = write(tmp_path / "texts", harbour=HARBOUR)
    with pytest.raises(KeyboardInterrupt):
        library.add([path], embedder, progress=stop)
    append(path, MORE)
    library.sync(embedder)
    library.sync(embedder)
    assert shown(library) == {"harbour": HARBOUR + MORE}


def test_facts_given_for_a_copy_are_not_dropped_in_silence(
    library: Library, embedder: Embedder, paths: list[Path]
) -> None:
    report = library.add(paths[1:], embedder, overrides=Metadata(author="A. Wick"))
    told = f"the facts given for {str(paths[1])!r}, which repeats it, were not taken: give them for {str(paths[0])!r}"
    assert (report.duplicates, report.warnings) == (((str(paths[1]), "a"),), (("a", told),))
    library.add(paths[:1], embedder, overrides=Metadata(author="A. Wick"))
    assert library.add(paths[1:], embedder, overrides=Metadata(author="A. Wick")).warnings == ()


def test_what_a_document_said_is_taken_in_from_a_new_copy_whichever_is_read_first(
    library: Library, embedder: Embedder, tmp_path: Path
) -> None:
    (original,) = write(tmp_path / "texts", b=HARBOUR)
    library.add([original], embedder)
    (copy,) = write(tmp_path / "texts", a=HARBOUR)
    append(original, MORE)
    library.add([copy, original], embedder)
    assert sorted(shown(library).values()) == [HARBOUR, HARBOUR + MORE]
