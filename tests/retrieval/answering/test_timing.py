"""Candidates that tell of the years a question names come first; years are told by sentence, passage, heading or document."""

from pathlib import Path

import pytest

from embeddings.embedder import Embedder, PairScorer
from retrieval.answering.asking import Reader, Request
from retrieval.answering.candidates import find
from retrieval.answering.confidence import reason
from retrieval.answering.timing import UNTOLD, WEIGHT, prefer_years
from retrieval.question.query import Query, Turn
from seeds.document import Document, Metadata, Section
from tests.retrieval.library.material import document
from tests.retrieval.material import reading

MAYORS = (
    "Brandt was elected mayor of Ost in 1843 and had the harbour dug.",
    "Lind was elected mayor of Ost in 1850 and had the harbour filled.",
    "Vole was elected mayor of Ost and had the harbour dug again.",
)


def mayors() -> list[Document]:
    return [document(text, f"mayor-{n}") for n, text in enumerate(MAYORS)]


def shares(reader: Reader, question: str) -> dict[str, float]:
    found = find(reader.snapshot, question, reader.embedder.embed([question])[0])
    return {each.sentence.document: each.years for each in prefer_years(reader.snapshot, Query(text=question), found)}


def test_it_tells_how_many_of_the_years_are_told(tmp_path: Path, embedder: Embedder) -> None:
    with reading(mayors(), tmp_path, embedder) as reader:
        assert shares(reader, "Who was mayor of Ost in 1850?") == {"mayor-1": 1.0, "mayor-0": 0.0, "mayor-2": UNTOLD}
        assert shares(reader, "Who was mayor of Ost from 1843 to 1845?")["mayor-0"] == 0.5


def test_a_question_without_a_year_leaves_everything_as_it_is(tmp_path: Path, embedder: Embedder) -> None:
    with reading(mayors(), tmp_path, embedder) as reader:
        question = "Who was mayor of Ost?"
        found = find(reader.snapshot, question, reader.embedder.embed([question])[0])
        assert prefer_years(reader.snapshot, Query(text=question), found) == found


def test_a_turn_has_its_own_years_or_else_those_of_the_one_before(tmp_path: Path, embedder: Embedder) -> None:
    with reading(mayors(), tmp_path, embedder) as reader:
        question = "Who was mayor of Ost in 1843?"
        found = find(reader.snapshot, question, reader.embedder.embed([question])[0])
        for turn, told in (("and in 1850?", "mayor-1"), ("and whose harbour was it?", "mayor-0")):
            query = Query(text=turn, after=Turn(question=question))
            best = prefer_years(reader.snapshot, query, found)
            assert {each.sentence.document for each in best if each.years == 1.0} == {told}


def test_a_year_before_our_era_is_no_year_of_ours_and_no_page(tmp_path: Path, embedder: Embedder) -> None:
    said = "Dion was elected archon of Ost"
    told = {"before": "in 44 B.C.", "after": "in 44 AD", "ours": "in 1944", "page": "and fined, see page 44"}
    with reading([document(f"{said} {when}.", name) for name, when in told.items()], tmp_path, embedder) as reader:
        found = shares(reader, "Who was archon of Ost on 15 March 44 BC?")
    assert found == {"before": 1.0, "after": 0.0, "ours": 0.0, "page": UNTOLD}


def test_a_missing_year_before_our_era_is_named_as_such() -> None:
    told = reason("Who was elected in 44 BC?", lambda _: True, None, ["Dion was elected in 44 AD."])
    assert told == "No excerpt near this question tells of 44 BC."


def test_the_score_grows_with_the_share_and_the_order_follows(tmp_path: Path, embedder: Embedder) -> None:
    with reading(mayors(), tmp_path, embedder) as reader:
        question = "Who was mayor of Ost in 1850?"
        found = find(reader.snapshot, question, reader.embedder.embed([question])[0])
        before = {each.sentence.id: each.fused for each in found}
        timed = prefer_years(reader.snapshot, Query(text=question), found)
        assert [each.fused for each in timed] == sorted((each.fused for each in timed), reverse=True)
        for each in timed:
            assert each.fused == pytest.approx(before[each.sentence.id] + WEIGHT * each.years)


@pytest.mark.parametrize("year", ["1843", "1850"])
def test_the_quote_is_of_the_year_that_is_asked_for(
    year: str, tmp_path: Path, embedder: Embedder, scorer: PairScorer
) -> None:
    with reading(mayors(), tmp_path, embedder, scorer) as reader:
        answer = reader.answer(Request(question=f"Who became mayor of Ost in {year}?", explain=True))
        assert year in answer.quotes[0].text
        explanation = answer.quotes[0].explanation
        assert explanation is not None
        assert "It tells of the time that the question names." in explanation.reasons


def test_headings_titles_and_the_ruling_year_of_a_document_tell_of_years(tmp_path: Path, embedder: Embedder) -> None:
    said = "The council met again and had the harbour dug"
    told = [
        document(f"{said}.", "titled", metadata=Metadata(title="Ost in 1850")),
        document(f"{said} out.", "headed", sections=(Section(start=0, body=0, end=50, title="The year 1850"),)),
        document(f"{said} up.", "plain"),
        document(f"{said} deep.\n\nThey met on 3 May 1850, on 5 June 1850 and on 7 July 1850.", "ruled"),
    ]
    with reading(told, tmp_path, embedder) as reader:
        question = "What did the council dig in 1850?"
        found = find(reader.snapshot, question, reader.embedder.embed([question])[0])
        timed = prefer_years(reader.snapshot, Query(text=question), found)
        best = {each.sentence.document: each.years for each in reversed(timed)}
        assert best["titled"] == best["headed"] == best["ruled"] == 1.0
        assert best["plain"] == UNTOLD
