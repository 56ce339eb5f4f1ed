"""Projections: taken over from generation to generation, and rebuilt when that no longer pays."""

from pathlib import Path

import pytest

from embeddings.embedder import Embedder
from retrieval.library import stamps
from retrieval.library.library import Library
from retrieval.library.records import Unit, View
from tests.retrieval.library.material import HARBOUR, MILLS, STAMPS, answers, document

LONG = "".join(f"The mill of village number {number} stood by the water.\n\n" for number in range(60))


@pytest.fixture
def villages(library: Library, embedder: Embedder) -> Library:
    """A library of one long document and two short ones."""
    library.add([document(LONG, "villages"), document(STAMPS, "stamps"), document(HARBOUR)], embedder)
    return library


def folder(library: Library) -> Path:
    return library.home / "generations" / str(library.snapshot().generation)


def inodes(library: Library) -> set[int]:
    terms = folder(library) / "terms"
    return {path.stat().st_ino for path in terms.rglob("*") if path.suffix in (".term", ".idx", ".fieldnorm")}


def test_adding_keeps_the_files_of_the_terms_and_adds_to_them(villages: Library, embedder: Embedder) -> None:
    before = inodes(villages)
    villages.add([document(MILLS, "mills")], embedder)
    assert before < inodes(villages)


def test_a_small_document_that_goes_is_only_struck_out(villages: Library) -> None:
    before = inodes(villages)
    villages.remove(["stamps"])
    assert before <= inodes(villages)
    stamp = stamps.read(folder(villages))
    assert stamp is not None
    assert stamp.tombstones == 4
    assert villages.snapshot().search_terms("heron", View.SENTENCE, 9) == []
    assert villages.snapshot().search_terms("heron", View.PASSAGE, 9) == []


def test_when_much_has_gone_the_terms_are_built_anew(villages: Library, embedder: Embedder, tmp_path: Path) -> None:
    before = inodes(villages)
    villages.remove(["stamps"])
    villages.remove(["harbour"])  # with the stamps more than a tenth of the sentences
    assert not before & inodes(villages)
    with Library.open(tmp_path / "other") as other:
        other.add([document(LONG, "villages")], embedder)
        assert answers(villages.snapshot(), embedder) == answers(other.snapshot(), embedder)


def test_a_changed_document_has_its_old_vectors_replaced(villages: Library, embedder: Embedder) -> None:
    villages.add([document(STAMPS.replace("green heron", "blue stork"), "stamps")], embedder)
    snapshot = villages.snapshot()
    [(number, cosine)] = snapshot.search_vectors(embedder.embed(["blue stork stamp"])[0], Unit.SENTENCE, 1)
    assert "blue stork" in snapshot.text(snapshot.sentences([number])[0])
    assert 0.5 < cosine < 1
    assert snapshot.search_terms("green", View.SENTENCE, 9) == []


def test_files_that_cannot_be_linked_are_copied(
    villages: Library, embedder: Embedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("this file system has no links")

    monkeypatch.setattr("os.link", refuse)
    before = inodes(villages)
    villages.add([document(MILLS, "mills")], embedder)
    assert not before & inodes(villages)
    assert villages.snapshot().search_terms("heron", View.SENTENCE, 9)
    assert villages.snapshot().search_terms("weavers", View.SENTENCE, 9)


def test_a_projection_of_another_format_is_rebuilt(
    villages: Library, embedder: Embedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = answers(villages.snapshot(), embedder)
    monkeypatch.setattr(stamps, "LAYOUT", stamps.LAYOUT + 1)
    stale = stamps.read(folder(villages))
    with Library.open(villages.home) as library:
        assert answers(library.snapshot(), embedder) == before
    fresh = stamps.read(folder(villages))
    assert stale is not None
    assert fresh is not None
    assert fresh.identity != stale.identity
