"""Promises and quality over the starter library: real questions, real models, the way of `ask`.

The floors are loose: they catch a broken stage, not a weight that was tuned.
"""

import statistics
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import pytest
from rapidfuzz import fuzz

from retrieval.answering.asking import Reader, Request
from retrieval.answering.spans import MAX_QUOTE
from retrieval.archive import Archive
from retrieval.evaluation.measuring import is_right
from retrieval.types import Answer, Quote
from tests.retrieval.gold import GoldQuestion, answerable, sample, unanswerable


@dataclass(frozen=True)
class Asked:
    question: GoldQuestion
    answer: Answer


@pytest.fixture(scope="session")
def answered(archive: Archive) -> list[Asked]:
    """Answers to a sample of the questions that the library answers."""
    return [Asked(each, archive.ask(each.text, context=1)) for each in sample(answerable(), 24)]


@pytest.fixture(scope="session")
def refused(archive: Archive) -> list[Asked]:
    """Answers to a sample of those that it does not: all that are off topic, some about other history."""
    questions = [*unanswerable("off-topic"), *sample(unanswerable("history-other"), 5)]
    return [Asked(each, archive.ask(each.text)) for each in questions]


@pytest.fixture(scope="session")
def unread(quick: Reader) -> list[Answer]:
    """Answers without re-ranking to every question of the set, answerable or not, ten quotes each."""
    kinds = [answerable(), *(unanswerable(kind) for kind in ("near", "history-other", "off-topic"))]
    return [quick.answer(Request(question=each.text, k=10)) for questions in kinds for each in questions]


@pytest.fixture(scope="session")
def answers(answered: list[Asked], refused: list[Asked], unread: list[Answer]) -> list[Answer]:
    return [*(each.answer for each in (*answered, *refused)), *unread]


def quotes_of(answers: list[Answer]) -> Iterator[Quote]:
    quotes = [quote for answer in answers for quote in answer.quotes]
    assert len(quotes) > 1_000
    yield from quotes


# What must hold of every quote


def test_every_quote_is_a_slice_of_its_document_and_of_the_file_that_it_came_from(
    answers: list[Answer], reader: Reader
) -> None:
    files = {card.id: Path(card.source).read_bytes().decode("utf-8") for card in reader.snapshot.documents()}
    for quote in quotes_of(answers):
        document = reader.snapshot.document(quote.document)
        assert document.text[quote.start : quote.end] == files[quote.document][quote.start : quote.end] == quote.text
        assert (quote.sha256, quote.source) == (document.sha256, document.source)


def test_every_quote_is_whole_sentences_of_one_paragraph(answers: list[Answer], reader: Reader) -> None:
    for quote in quotes_of(answers):
        sentences = reader.snapshot.sentences_in(quote.document, quote.start, quote.end)
        assert 1 <= len(sentences) <= 5
        assert (sentences[0].start, sentences[-1].end) == (quote.start, quote.end)
        assert len({sentence.paragraph for sentence in sentences}) == 1


def test_no_quote_is_too_long_or_masked(answers: list[Answer], reader: Reader) -> None:
    for quote in quotes_of(answers):
        assert len(quote.text) <= MAX_QUOTE
        masks = reader.snapshot.document(quote.document).masks
        assert not any(mask.start < quote.end and quote.start < mask.end for mask in masks)


def test_no_word_is_shown_twice_in_an_answer(answers: list[Answer]) -> None:
    for answer in answers:
        for one, other in combinations(answer.quotes, 2):
            assert one.document != other.document or one.end <= other.start or other.end <= one.start
            assert " ".join(one.text.split()) != " ".join(other.text.split())


def test_every_other_place_holds_the_same_words(answers: list[Answer], reader: Reader) -> None:
    for quote in quotes_of(answers):
        for place in quote.also_at:
            there = reader.snapshot.document(place.document).text[place.start : place.end]
            assert (place.document, place.start, place.end) != (quote.document, quote.start, quote.end)
            assert fuzz.partial_ratio(there.casefold(), quote.text.casefold()) > 90


def test_every_quote_is_cited(answers: list[Answer], reader: Reader) -> None:
    for quote in quotes_of(answers):
        citation = quote.citation
        facts = reader.snapshot.card(quote.document).metadata
        assert (citation.author, citation.title, citation.published) == (facts.author, facts.title, facts.published)
        assert citation.author
        assert citation.title
        assert "paragraph" in citation.locator
        assert citation.permalink == f"{quote.document}@{quote.sha256}:{quote.start}-{quote.end}"


def test_context_is_of_the_same_document_and_beside_the_quote(answered: list[Asked], reader: Reader) -> None:
    for each in answered:
        for quote in each.answer.quotes:
            text = reader.snapshot.document(quote.document).text
            assert text[: quote.start].rstrip().endswith(quote.before)
            assert text[quote.end :].lstrip().startswith(quote.after)
            assert quote.before + quote.after


def test_every_permalink_leads_back_to_its_quote(answered: list[Asked], archive: Archive) -> None:
    for each in answered:
        for quote in each.answer.quotes:
            again = archive.resolve(quote.citation.permalink)
            assert (again.text, again.document, again.citation) == (quote.text, quote.document, quote.citation)


def test_what_was_asked_can_be_shown(answered: list[Asked], archive: Archive) -> None:
    before = archive.withheld
    for each in answered:
        assert archive.confirm(each.answer) is each.answer
    assert archive.withheld == before


def test_answers_are_the_same_each_time(answered: list[Asked], archive: Archive) -> None:
    for each in answered[:3]:
        again = archive.ask(each.question.text, context=1)
        assert (again.quotes, again.confidence) == (each.answer.quotes, each.answer.confidence)


def test_a_generation_answers_as_a_snapshot_of_it_does(answered: list[Asked], reader: Reader) -> None:
    for each in answered[:2]:
        answer = reader.answer(Request(question=each.question.text, context=1))
        assert answer.quotes == each.answer.quotes
        assert answer.generation == each.answer.generation == reader.snapshot.generation


def test_the_time_is_told_by_stage(answers: list[Answer]) -> None:
    for answer in answers:
        assert set(answer.seconds) == {"understanding", "finding", "ranking", "quoting"}
        assert min(answer.seconds.values()) >= 0


# Quality


@pytest.mark.parametrize(("k", "floor"), [(1, 0.7), (3, 0.8), (5, 0.85)])
def test_a_right_quote_stands_among_the_first(k: int, floor: float, answered: list[Asked]) -> None:
    hits = [any(is_right(quote, each.question.spans) for quote in each.answer.quotes[:k]) for each in answered]
    assert statistics.fmean(hits) >= floor


def test_what_the_library_answers_is_seldom_refused(answered: list[Asked]) -> None:
    assert statistics.fmean(each.answer.abstained for each in answered) <= 0.1


@pytest.mark.parametrize(("category", "floor"), [("off-topic", 0.8), ("history-other", 0.6)])
def test_what_it_does_not_answer_is_refused(category: str, floor: float, refused: list[Asked]) -> None:
    silent = [each.answer.abstained for each in refused if each.question.category == category]
    assert statistics.fmean(silent) >= floor
