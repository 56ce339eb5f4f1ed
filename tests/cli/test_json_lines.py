"""The fields that scripts rely on."""

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from retrieval.cli.json_lines import answer_record, hit_record, line
from retrieval.types import Hit, Passage
from tests.cli.answers import ANSWER, EXPLANATION, QUOTE


def test_an_answer_has_the_fields_of_the_contract() -> None:
    record = json.loads(line(answer_record(ANSWER)))
    assert set(record) == {"question", "abstained", "reason", "confidence", "understood", "notes", "quotes"}
    assert set(record["understood"]) == {"text", "dates", "names", "sources"}
    (quote,) = record["quotes"]
    assert set(quote) == {
        "text",
        "document",
        "source",
        "sha256",
        "start",
        "end",
        "confidence",
        "also_at",
        "notes",
        "dates",
        "citation",
    }
    assert set(quote["also_at"][0]) == {"document", "start", "end", "citation"}
    assert set(quote["citation"]) == {
        "author", "title", "published", "publisher", "url", "locator", "speaker", "permalink", "link", "retrieved", "translator",
            "quoted", "contributed",
    }  # fmt: skip
    assert (record["question"], record["abstained"], record["reason"]) == ("Who came in?", False, None)
    assert (quote["text"], quote["start"], quote["end"]) == (QUOTE.text, 10, 40)


def test_surroundings_and_explanation_are_there_when_asked_for() -> None:
    quote = replace(QUOTE, before="Before.", explanation=EXPLANATION)
    (record,) = answer_record(replace(ANSWER, quotes=(quote,)))["quotes"]
    assert (record["before"], record["after"]) == ("Before.", "")
    assert json.loads(line(record))["explanation"] == {
        "scores": {"terms": 7.25, "vectors": 0.5},
        "matched": ["door"],
        "missing": ["palace"],
        "reasons": [],
    }


def test_what_a_quote_leans_on_is_there_where_it_leans() -> None:
    (record,) = answer_record(replace(ANSWER, quotes=(replace(QUOTE, opening="The door was open."),)))["quotes"]
    assert record["opening"] == "The door was open."
    assert "before" not in record


@given(st.text())
def test_any_text_stays_on_one_line_and_comes_back(text: str) -> None:
    printed = line({"text": text})
    assert printed.splitlines() == [printed.removesuffix("\n")]
    assert printed.isascii()
    assert json.loads(printed) == {"text": text}


def test_a_passage_tells_where_it_stands_and_how_it_was_found() -> None:
    passage = Passage(id=1, document="year", start=3, end=9, first=0, last=0)
    record = hit_record(Hit(passage=passage, text="We came", score=0.123456, found_by={"terms": 2.0}))
    assert record == {
        "text": "We came", "document": "year", "start": 3, "end": 9, "score": 0.1235, "found_by": {"terms": 2.0}
    }  # fmt: skip
