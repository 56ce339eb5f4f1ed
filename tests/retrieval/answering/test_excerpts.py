"""A permalink leads to its words after all that may happen to a library, or says why it does not."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from embeddings.embedder import Embedder
from retrieval.answering.excerpts import MOVED, REPRINTED, excerpt
from retrieval.errors import UnknownDocument
from retrieval.library import segmentation, staging
from retrieval.library.library import Library
from retrieval.permalinks import Permalink
from retrieval.types import Quote
from seeds.document import Mask, MaskReason, Metadata
from tests.retrieval.library.material import HARBOUR, MILLS, STAMPS, Half, document

WORDS = "On the ninth they walked out, and the sailors followed them."


@pytest.fixture
def library(tmp_path: Path, embedder: Embedder) -> Iterator[Library]:
    with Library.open(tmp_path / "home") as library:
        library.add([document(HARBOUR, "harbour"), document(MILLS, "mills")], embedder)
        yield library


@pytest.fixture
def link(library: Library) -> Permalink:
    start = HARBOUR.index(WORDS)
    sha256 = library.snapshot().document("harbour").sha256
    return Permalink(document="harbour", sha256=sha256, start=start, end=start + len(WORDS))


def shown(library: Library, link: Permalink) -> Quote:
    snapshot = library.snapshot()
    quote = excerpt(snapshot, link)
    assert snapshot.document(quote.document).text[quote.start : quote.end] == quote.text
    return quote


def change(library: Library, text: str, embedder: Embedder, name: str = "harbour") -> None:
    library.add([document(text, name)], embedder)


def test_it_survives_a_corrected_catalogue(library: Library, link: Permalink, embedder: Embedder) -> None:
    corrected = document(HARBOUR, "harbour", metadata=Metadata(title="The Harbour", author="Ada Scholar"))
    library.add([corrected], embedder)
    quote = shown(library, link)
    assert (quote.text, quote.notes, quote.citation.author) == (WORDS, (), "Ada Scholar")


def test_it_survives_another_model(library: Library, link: Permalink, embedder: Embedder) -> None:
    library.sync(Half(embedder), model_name="half", switch=True)
    quote = shown(library, link)
    assert (quote.text, quote.notes, quote.citation.permalink) == (WORDS, (), str(link))


def test_it_survives_other_rules_of_segmentation(
    library: Library, link: Permalink, embedder: Embedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(staging, "RULES", segmentation.RULES + 1)
    assert library.sync(embedder).generation == 2
    assert shown(library, link).text == WORDS


def test_words_that_moved_are_found_and_that_is_said(library: Library, link: Permalink, embedder: Embedder) -> None:
    change(library, f"A new foreword.\n\n{HARBOUR}", embedder)
    quote = shown(library, link)
    assert (quote.text, quote.notes) == (WORDS, (MOVED,))
    now = Permalink.parse(quote.citation.permalink)
    assert now is not None
    assert (now.sha256, now.start) == (quote.sha256, link.start + len("A new foreword.\n\n"))
    assert shown(library, now).notes == ()


def test_the_old_text_is_kept_through_many_changes(library: Library, link: Permalink, embedder: Embedder) -> None:
    for number in range(4):
        change(library, f"Foreword number {number}.\n\n{HARBOUR}", embedder)
        library.doctor()
    assert shown(library, link).notes == (MOVED,)


def test_words_set_otherwise_are_shown_as_they_are_now(library: Library, link: Permalink, embedder: Embedder) -> None:
    change(library, f"Foreword.\n\n{HARBOUR}".replace("walked out, and the", "walked\nout, and  the"), embedder)
    quote = shown(library, link)
    assert (quote.text, quote.notes) == (WORDS.replace("walked out, and the", "walked\nout, and  the"), (REPRINTED,))


def test_words_that_are_gone_are_not_replaced_by_others(library: Library, link: Permalink, embedder: Embedder) -> None:
    change(library, HARBOUR.replace("the sailors followed", "no sailor followed"), embedder)
    with pytest.raises(UnknownDocument, match=r"'harbour' has changed.*no longer in it"):
        shown(library, link)


def test_words_that_may_not_be_quoted_any_more_are_not_shown(
    library: Library, link: Permalink, embedder: Embedder
) -> None:
    mask = Mask(start=link.start, end=link.end, reason=MaskReason.COMMENTS)
    library.add([document(HARBOUR, "harbour", masks=(mask,))], embedder)
    with pytest.raises(UnknownDocument, match="names no quotable words"):
        shown(library, link)


def test_a_document_that_was_removed_is_told_as_such(library: Library, link: Permalink, embedder: Embedder) -> None:
    library.remove(["harbour"])
    with pytest.raises(UnknownDocument, match="'harbour' was removed from the library"):
        shown(library, link)
    change(library, STAMPS, embedder, "stamps")  # now no generation has it any more
    with pytest.raises(UnknownDocument, match="'harbour' was removed from the library"):
        shown(library, link)
    change(library, HARBOUR, embedder)
    assert shown(library, link).text == WORDS


def test_the_words_of_a_removed_document_are_not_kept(library: Library, embedder: Embedder) -> None:
    change(library, f"A new foreword.\n\n{HARBOUR}", embedder)
    library.remove(["harbour"])
    change(library, STAMPS, embedder, "stamps")
    assert b"Vellin" not in b"".join(path.read_bytes() for path in library.home.glob("library.sqlite"))


def test_the_same_bytes_under_another_name_will_do(library: Library, link: Permalink, embedder: Embedder) -> None:
    library.remove(["harbour"])
    change(library, HARBOUR, embedder, "port")
    quote = shown(library, link)
    assert (quote.text, quote.document) == (WORDS, "port")
    assert quote.notes == ("The document is now kept as 'port'.",)


def test_another_reading_of_the_same_bytes_is_seen_through(
    library: Library, link: Permalink, embedder: Embedder
) -> None:
    reread = document(f"HOME | ABOUT\n\n{HARBOUR}", "harbour", sha256=link.sha256)  # the reader has learnt to read more
    library.add([reread], embedder)
    quote = shown(library, link)
    assert (quote.text, quote.notes) == (WORDS, (MOVED,))
    again = Permalink.parse(quote.citation.permalink)
    assert again is not None
    assert (shown(library, again).text, shown(library, again).notes) == (WORDS, ())


def test_a_document_of_another_text_is_not_taken_for_the_old_one(library: Library, link: Permalink) -> None:
    other = Permalink(document="mills", sha256="0" * 64, start=link.start, end=link.end)
    with pytest.raises(UnknownDocument, match="which words it named cannot be told"):
        shown(library, other)
