"""The same words are shown once, from where they are best cited, with every other place where they stand."""

from dataclasses import replace
from pathlib import Path

import pytest

from embeddings.embedder import Embedder, PairScorer
from retrieval.answering.asking import Request
from retrieval.types import Answer, Place, Quote
from seeds.document import Document, Mask, MaskReason, Metadata
from tests.retrieval.library.material import MILLS, STAMPS, document
from tests.retrieval.material import reading

STRIKE = (
    "The dockers of Vellin walked out on 9 January, because they had not been paid since the autumn of the year before."
)
QUESTION = "Why did the dockers of Vellin walk out?"
TITLED = Metadata(title="Paper")
FACTS = Metadata(title="The Strike", author="A. Clerk", published="1921", publisher="North Press")


def paper(name: str, sentence: str, facts: Metadata = TITLED) -> Document:
    return document(f"{name.title()} has this to say.\n\n{sentence}\n", name, metadata=facts)


def ask(home: Path, embedder: Embedder, *documents: Document, k: int = 10, scorer: PairScorer | None = None) -> Answer:
    others = [document(MILLS, "mills"), document(STAMPS, "stamps")]
    with reading([*documents, *others], home, embedder, scorer) as reader:
        return reader.answer(Request(question=QUESTION, k=k))


def telling(answer: Answer) -> list[Quote]:
    """The quotes about the strike."""
    return [quote for quote in answer.quotes if "dockers" in quote.text]


def test_one_sentence_of_three_documents_is_shown_once_with_the_other_places(
    tmp_path: Path, embedder: Embedder
) -> None:
    documents = [paper(name, STRIKE) for name in ("evening-post", "gazette", "morning-star")]
    [quote] = telling(ask(tmp_path, embedder, *documents))
    places = {quote.document: (quote.start, quote.end)} | {at.document: (at.start, at.end) for at in quote.also_at}
    assert len(quote.also_at) == 2
    assert set(places) == {made.id for made in documents}
    for made in documents:
        start, end = places[made.id]
        assert made.text[start:end] == STRIKE


@pytest.mark.parametrize("best", ["evening-post", "gazette", "morning-star"])
def test_the_best_cited_copy_is_shown(best: str, tmp_path: Path, embedder: Embedder) -> None:
    names = ("evening-post", "gazette", "morning-star")
    documents = [paper(name, STRIKE, FACTS if name == best else TITLED) for name in names]
    [quote] = telling(ask(tmp_path, embedder, *documents))
    assert (quote.document, quote.citation.author) == (best, "A. Clerk")
    assert {at.document for at in quote.also_at} == set(names) - {best}
    assert [at.citation and at.citation.title for at in quote.also_at] == [TITLED.title, TITLED.title]


def test_re_ranking_folds_as_well(tmp_path: Path, embedder: Embedder, scorer: PairScorer) -> None:
    documents = [paper("evening-post", STRIKE), paper("gazette", STRIKE, FACTS)]
    answer = ask(tmp_path, embedder, *documents, scorer=scorer)
    [quote] = [quote for quote in answer.quotes if STRIKE in quote.text]
    assert quote.document == "gazette"
    assert [at.document for at in quote.also_at] == ["evening-post"]


def test_a_sentence_that_a_document_says_twice_is_shown_once(tmp_path: Path, embedder: Embedder) -> None:
    text = f"Notes of a clerk.\n\n{STRIKE}\n\nNothing else happened in Vellin.\n\n{STRIKE}\n"
    [quote] = telling(ask(tmp_path, embedder, document(text, "notes")))
    starts = {text.index(STRIKE), text.rindex(STRIKE)}
    [other] = quote.also_at
    assert {quote.start, other.start} == starts
    assert other == Place(document="notes", start=other.start, end=other.start + len(STRIKE))


@pytest.mark.parametrize(
    "copy",
    [
        STRIKE.upper(),
        STRIKE.replace("January, because", "January — because"),
        STRIKE.replace(" ", "  "),
        STRIKE.replace("dockers", "dokers"),
        STRIKE.replace("Vellin", "Wellin"),
        STRIKE.replace("autumn", "Autumn").replace("9 January", "“9 January”"),
        STRIKE.replace("before.", "before.[2]"),
    ],
)
def test_the_same_words_in_another_print_are_the_same_words(copy: str, tmp_path: Path, embedder: Embedder) -> None:
    answer = ask(tmp_path, embedder, paper("gazette", STRIKE, FACTS), paper("evening-post", copy))
    about = [quote for quote in answer.quotes if quote.document in ("gazette", "evening-post") and len(quote.text) > 60]
    assert [quote.document for quote in about] == ["gazette"]
    assert [at.document for at in about[0].also_at] == ["evening-post"]


@pytest.mark.parametrize(
    "other",
    [
        STRIKE.replace("9 January", "7 January"),
        STRIKE.replace("9 January", "19 January"),
        STRIKE.replace("they had not been", "they had been"),
        STRIKE.replace("dockers", "carters"),
        STRIKE.replace("January", "March"),
        STRIKE.replace("Vellin", "Tarn"),
    ],
)
def test_what_says_something_else_in_nearly_the_same_words_is_shown_too(
    other: str, tmp_path: Path, embedder: Embedder
) -> None:
    answer = ask(tmp_path, embedder, paper("gazette", STRIKE, FACTS), paper("evening-post", other))
    found = {quote.text: quote.also_at for quote in answer.quotes}
    assert found[STRIKE] == found[other] == ()


def test_what_stands_in_a_shown_quote_is_not_shown_again(
    tmp_path: Path, embedder: Embedder, scorer: PairScorer
) -> None:
    longer = f"{STRIKE} The reason was hunger, and the owners of the harbour of Vellin knew that it was."
    answer = ask(tmp_path, embedder, paper("gazette", longer), paper("evening-post", STRIKE), scorer=scorer)
    assert sum(STRIKE in quote.text for quote in answer.quotes) == 1


def test_as_many_distinct_quotes_are_shown_as_were_asked_for(tmp_path: Path, embedder: Embedder) -> None:
    documents = [paper(name, STRIKE) for name in ("evening-post", "gazette", "morning-star")]
    answer = ask(tmp_path, embedder, *documents, k=3)
    assert len(answer.quotes) == 3
    assert len(telling(answer)[0].also_at) == 2


def test_a_masked_duplicate_is_another_place_of_the_quote(tmp_path: Path, embedder: Embedder) -> None:
    text = f"Notes of a clerk.\n\n{STRIKE}\n\nNothing else happened in Vellin.\n\n{STRIKE}\n"
    first, second = text.index(STRIKE), text.rindex(STRIKE)
    repeat = Mask(
        start=second,
        end=second + len(STRIKE),
        reason=MaskReason.DUPLICATE,
        repeats=(first, first + len(STRIKE)),
    )
    [quote] = telling(ask(tmp_path, embedder, replace(document(text, "notes"), masks=(repeat,))))
    assert (quote.start, quote.text) == (first, STRIKE)
    assert quote.also_at == (Place(document="notes", start=second, end=second + len(STRIKE)),)
