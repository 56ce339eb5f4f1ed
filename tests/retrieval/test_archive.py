"""The front door: what is shown still stands in the library, and a question sees one generation throughout."""

import gc
import logging
import sqlite3
import subprocess
import sys
import threading
import weakref
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from embeddings.embedder import Embedder, Vectors
from embeddings.errors import ModelError
from retrieval.archive import Archive
from retrieval.confirming import WITHHELD
from retrieval.errors import LibraryError, UnknownDocument
from retrieval.library.library import Library
from retrieval.library.snapshot import Snapshot
from retrieval.library.store import FILE
from retrieval.settings import Settings
from retrieval.types import Filters
from seeds.document import Mask, MaskReason
from tests.retrieval.library.material import HARBOUR, MILLS, RAILWAY, STAMPS, Half, document, write

QUESTION = "Who walked out of the harbour of Vellin?"
ADD = "import sys; from retrieval.library.library import Library; from embeddings.loading import load_embedder\n"
ADD += "with Library.open(sys.argv[1]) as library: library.add(sys.argv[2:], load_embedder())"


@pytest.fixture
def library(tmp_path: Path, embedder: Embedder) -> Iterator[Library]:
    with Library.open(tmp_path / "home") as library:
        library.add([document(HARBOUR, "harbour"), document(MILLS, "mills")], embedder)
        yield library


@pytest.fixture
def small(library: Library, embedder: Embedder) -> Iterator[Archive]:
    """An archive over a library of two documents, without re-ranking."""
    with Archive(Library.open(library.home), embedder, None) as archive:
        yield archive


@dataclass
class Waiting:
    """A model that embeds a question only when it is told to."""

    model: Embedder
    reached: threading.Event = field(default_factory=threading.Event)
    go_on: threading.Event = field(default_factory=threading.Event)

    def __getattr__(self, name: str) -> object:
        return getattr(self.model, name)

    def embed(self, texts: list[str]) -> Vectors:
        self.reached.set()
        assert self.go_on.wait(60)
        return self.model.embed(texts)


def damage(home: Path, change: str, *values: object) -> None:
    with closing(sqlite3.connect(home / FILE)) as connection, connection:
        assert connection.execute(change, values).rowcount > 0


# Opening


def test_an_archive_opens_with_the_model_that_embedded_the_library(starter: Path, models: Path) -> None:
    with Archive.open(Settings(home=starter), rerank=False) as archive:
        assert archive.generation > 0
        assert archive.model
        assert archive.made.startswith("20")
        assert archive.counts.documents == len(archive.cards())
        assert not archive.ask("Who stormed the Winter Palace?", k=1).abstained


def test_a_library_that_is_not_there_yet_is_silent(tmp_path: Path) -> None:
    with Archive.open(Settings(home=tmp_path / "nowhere"), rerank=False) as archive:
        answer = archive.ask(QUESTION)
        assert (answer.quotes, answer.abstained, archive.generation, archive.model) == ((), True, 0, "")


def test_a_library_of_another_model_is_refused(tmp_path: Path, embedder: Embedder) -> None:
    with Library.open(tmp_path) as library:
        library.add([document(HARBOUR)], Half(embedder), model_name="all-MiniLM-L6-v2")
    with pytest.raises(LibraryError, match="re-embed the library"):
        Archive.open(Settings(home=tmp_path), rerank=False)


# Confirming


def test_what_was_not_damaged_is_confirmed_as_it_is(small: Archive, caplog: pytest.LogCaptureFixture) -> None:
    answer = small.ask(QUESTION)
    assert answer.quotes
    assert small.confirm(answer) is answer
    assert (small.withheld, caplog.records) == (0, [])


def test_a_quote_is_withheld_when_the_stored_text_is_damaged_in_between(
    small: Archive, library: Library, caplog: pytest.LogCaptureFixture
) -> None:
    answer = small.ask(QUESTION, k=20)
    good = [quote for quote in answer.quotes if quote.document == "mills"]
    bad = [quote for quote in answer.quotes if quote.document == "harbour"]
    assert good
    assert bad
    damage(library.home, "UPDATE texts SET text = replace(text, 'e', 'a') WHERE text LIKE '%Vellin%'")
    with caplog.at_level(logging.ERROR):
        shown = small.confirm(answer)
    assert list(shown.quotes) == good
    assert small.withheld == len(bad)
    assert [record.levelname for record in caplog.records] == ["ERROR"] * len(bad)
    for quote, record in zip(bad, caplog.records, strict=True):
        assert quote.citation.permalink in record.getMessage()
        assert quote.text not in record.getMessage()


def test_a_text_that_lost_its_end_withholds_what_stood_there(small: Archive, library: Library) -> None:
    answer = small.ask("What did the strike committee run?", filters=Filters(documents=frozenset({"harbour"})))
    cut = HARBOUR.index("the trams")
    damage(library.home, "UPDATE texts SET text = substr(text, 1, ?) WHERE text LIKE '%Vellin%'", cut)
    kept = small.confirm(answer).quotes
    assert {quote.end <= cut for quote in kept} <= {True}
    assert len(kept) < len(answer.quotes)


def test_mark_up_between_a_quote_and_what_leads_up_to_it_withholds_nothing(
    library: Library, embedder: Embedder
) -> None:
    before, words = "Orme came to Linden in March.", "He threatened to close the ropeworks."
    text = f"{before}\n\n.. vspace:: 2\n\n{words}\n"
    mask = Mask(start=text.index(".."), end=text.index("2") + 1, reason=MaskReason.MARKUP)
    library.add([document(text, "linden", masks=(mask,))], embedder)
    with Archive(Library.open(library.home), embedder, None) as archive:
        link = f"linden@{archive.document('linden').sha256}:{text.index(words)}-{text.index(words) + len(words)}"
        quote = archive.resolve(link)
        assert quote.opening == before
        assert archive.confirmed([quote]) == (quote,)


def test_a_quote_under_words_that_do_not_lead_up_to_it_is_withheld(small: Archive) -> None:
    start = HARBOUR.index("On the ninth")
    link = f"harbour@{small.document('harbour').sha256}:{start}-{HARBOUR.index('Governor') - 1}"
    quote, before = small.resolve(link), "The dockers had not been paid since autumn."
    assert small.confirmed([replace(quote, opening=before)])
    for words in ("The dockers had not been paid since spring.", "Ships lay in the ice until March.", "None came."):
        assert small.confirmed([replace(quote, opening=words)]) == ()
    assert small.withheld == 3


def test_a_quote_of_other_bytes_is_withheld(small: Archive, library: Library, embedder: Embedder) -> None:
    answer = small.ask(QUESTION, filters=Filters(documents=frozenset({"harbour"})))
    library.add([document(HARBOUR.replace("January", "February"), "harbour")], embedder)
    assert small.confirm(answer) is answer  # the archive still reads the generation that answered
    small.refresh()
    shown = small.confirm(answer)
    assert (shown.quotes, shown.abstained, shown.confidence) == ((), True, 0.0)
    assert shown.reason == WITHHELD


def test_a_quote_of_a_document_that_was_removed_is_withheld(small: Archive, library: Library) -> None:
    answer = small.ask(QUESTION, k=20)
    library.remove(["harbour"])
    small.refresh()
    assert {quote.document for quote in small.confirm(answer).quotes} == {"mills"}


# Documents and permalinks


def test_every_quote_is_found_again_by_its_permalink(small: Archive) -> None:
    for quote in small.ask(QUESTION).quotes:
        again = small.resolve(quote.citation.permalink)
        assert (again.text, again.start, again.end) == (quote.text, quote.start, quote.end)
        assert again.citation == quote.citation
        assert (again.before, again.after) == ("", "")


def test_a_permalink_comes_with_as_much_around_it_as_is_asked_for(small: Archive) -> None:
    start = HARBOUR.index("On the ninth")
    link = f"harbour@{small.document('harbour').sha256}:{start}-{start + 12}"
    near, far = small.resolve(link, context=1), small.resolve(link, context=9)
    assert near.text == far.text == "On the ninth"
    assert near.before == HARBOUR[: start - 1]
    for quote in (near, far):
        assert HARBOUR.index(quote.before) + len(quote.before) < start
        assert quote.after in HARBOUR[start + 12 :]
    assert far.after == HARBOUR[start + 12 :].strip()


@pytest.mark.parametrize(
    ("permalink", "says"),
    [
        ("", "is no permalink"),
        ("harbour", "is no permalink"),
        ("harbour@123:1-2", "is no permalink"),
        ("ghost@{other}:0-10", "no document 'ghost'"),
        ("harbour@{other}:0-10", "which words it named cannot be told"),
        ("harbour@{sha256}:10-10", "names no quotable words"),
        ("harbour@{sha256}:10-5", "names no quotable words"),
        ("harbour@{sha256}:0-999999", "names no quotable words"),
        ("harbour@{sha256}:999998-999999", "names no quotable words"),
    ],
)
def test_a_permalink_that_names_nothing_is_told_in_a_sentence(permalink: str, says: str, small: Archive) -> None:
    link = permalink.format(sha256=small.document("harbour").sha256, other="0" * 64)
    with pytest.raises(UnknownDocument, match=says) as caught:
        small.resolve(link)
    assert "\n" not in str(caught.value)


def test_an_unknown_document_is_told(small: Archive) -> None:
    with pytest.raises(UnknownDocument, match="'ghost'"):
        small.document("ghost")


# Generations


def test_another_process_adds_a_document_while_a_question_is_under_way(
    library: Library, embedder: Embedder, tmp_path: Path
) -> None:
    slow = Waiting(embedder)
    paths = write(tmp_path / "more", railway=RAILWAY)
    with ThreadPoolExecutor(1) as pool, Archive(Library.open(library.home), slow, None) as archive:
        before = archive.generation
        asked = pool.submit(archive.ask, "When did the railway reach Tarn?", k=20)
        assert slow.reached.wait(60)
        subprocess.run([sys.executable, "-c", ADD, library.home, *paths], check=True, timeout=240)
        assert archive.generation == before
        assert archive.refresh()
        assert archive.generation == before + 1
        slow.go_on.set()
        old = asked.result(60)
        new = archive.ask("When did the railway reach Tarn?")
    assert old.generation == before
    assert {quote.document for quote in old.quotes} <= {"harbour", "mills"}
    assert new.generation == before + 1
    assert new.quotes[0].text == "The railway reached Tarn in 1889."


def test_an_archive_is_refreshed_only_when_there_is_something_new(
    small: Archive, library: Library, embedder: Embedder
) -> None:
    assert not small.refresh()
    library.add([document(STAMPS, "stamps")], embedder)
    assert small.refresh()
    assert not small.refresh()
    assert "stamps" in {card.id for card in small.cards()}


def is_open(snapshot: Snapshot) -> bool:
    """Whether it still answers."""
    try:
        snapshot.sentences([1])
    except LibraryError:
        return False
    return True


def test_the_generation_before_is_let_go_of_when_nobody_reads_it(library: Library, embedder: Embedder) -> None:
    slow = Waiting(embedder)
    held = Library.open(library.home)
    with ThreadPoolExecutor(1) as pool, Archive(held, slow, None) as archive:
        old = held.snapshot()
        asked = pool.submit(archive.ask, QUESTION)
        assert slow.reached.wait(60)
        library.add([document(STAMPS, "stamps")], embedder)
        archive.refresh()
        assert is_open(old)
        slow.go_on.set()
        assert asked.result(60).quotes
        assert not is_open(old)
        idle = held.snapshot()
        library.remove(["stamps"])
        archive.refresh()
        assert not is_open(idle)
        forgotten = weakref.ref(idle)
        del idle
        gc.collect()
        assert forgotten() is None


def test_threads_that_refresh_at_once_close_nothing_that_is_needed(library: Library, embedder: Embedder) -> None:
    threads = 8
    with ThreadPoolExecutor(threads) as pool, Archive(Library.open(library.home), embedder, None) as archive:
        for round_ in range(5):
            library.add([document(f"Round {round_} of the match was a draw.", "match")], embedder)
            barrier = threading.Barrier(threads)

            def refresh_and_ask(barrier: threading.Barrier = barrier) -> tuple[bool, int]:
                barrier.wait(60)
                return archive.refresh(), archive.ask("Who won the match?").generation

            found = [job.result(60) for job in [pool.submit(refresh_and_ask) for _ in range(threads)]]
            assert sum(switched for switched, _ in found) == 1
            assert {generation for _, generation in found} <= {archive.generation, archive.generation - 1}
            assert archive.ask("Who won the match?").generation == archive.generation


def test_many_threads_get_the_answers_that_one_gets(small: Archive) -> None:
    questions = [QUESTION, "What did the weavers put down?", "Who spoke from a cart?"] * 4
    alone = [small.ask(question).quotes for question in questions]
    with ThreadPoolExecutor(6) as pool:
        assert [answer.quotes for answer in pool.map(small.ask, questions)] == alone


def test_a_change_of_model_is_followed(library: Library, embedder: Embedder, models: Path) -> None:
    library.sync(Half(embedder), model_name="nowhere/half", switch=True)
    with Archive(Library.open(library.home), Half(embedder), None) as archive:
        library.sync(embedder, model_name="all-MiniLM-L6-v2", switch=True)
        assert archive.refresh()
        assert archive.ask(QUESTION).quotes[0].document == "harbour"


def test_a_model_that_cannot_be_loaded_leaves_the_generation_before_in_service(
    small: Archive, library: Library, embedder: Embedder
) -> None:
    before = small.ask(QUESTION)
    library.sync(Half(embedder), model_name="/nowhere/half", switch=True)
    with pytest.raises(ModelError):
        small.refresh()
    again = small.ask(QUESTION)
    assert (again.quotes, again.generation) == (before.quotes, before.generation)
    assert small.confirm(again) is again


# Searching


def test_search_gives_the_best_passages_and_how_they_were_found(archive: Archive) -> None:
    hits = archive.search("cruiser Aurora blank shot", k=3)
    assert len(hits) == 3
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert len({hit.passage.id for hit in hits}) == 3
    for hit in hits:
        assert archive.document(hit.passage.document).text[hit.passage.start : hit.passage.end] == hit.text
        assert set(hit.found_by) >= {"bm25 sentence", "cosine sentence"}
    assert "Aurora" in hits[0].text


def test_search_heeds_filters(archive: Archive) -> None:
    assert {hit.passage.document for hit in archive.search("Lenin", filters=Filters(source="people"))} == {"people"}
    assert archive.search("Lenin", filters=Filters(author="Nobody at all")) == ()
