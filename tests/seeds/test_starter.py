"""The starter library is complete, dated in both calendars and in its own words; its gold set fits it."""

import calendar
import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
STARTER = ROOT / "seeds" / "starter"
GOLD = ROOT / "tests" / "gold" / "starter"
DOCUMENTS = {path.name: path.read_bytes().decode("utf-8") for path in sorted(STARTER.glob("*.md"))}
SETS = {
    path.stem: [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    for path in sorted(GOLD.glob("*.jsonl"))
}

MONTHS = list(calendar.month_name)[1:]
MONTH = "(?:" + "|".join(MONTHS) + ")"
DAY = rf"\d{{1,2}} {MONTH}(?: \d{{4}})?"
SPAN = rf"(?:\d{{1,2}}(?: {MONTH})?–)?{DAY}"
IN_BRACKETS = re.compile(rf"({SPAN})(?: Old Style)? \(({SPAN})(?: New Style)?\)(?: (\d{{4}}))?")
IN_WORDS = re.compile(rf"({DAY}) Old Style\b[^.()]*?({DAY}) New Style")
WEEKDAY = re.compile(rf"\b([A-Z][a-z]+day), ({SPAN})(?: Old Style)? \(({SPAN})")


def split(text: str) -> tuple[dict[str, object], str]:
    """The front matter and the body below it."""
    _, front, body = re.split(r"^---\n", text, maxsplit=2, flags=re.MULTILINE)
    return yaml.safe_load(front), body


def paragraphs(body: str) -> list[str]:
    return [block for block in body.strip().split("\n\n") if not block.startswith("#")]


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9']+", text.lower().replace("’", "'"))


def days(span: str, year: int) -> list[date]:
    """The first and last day of "3 July", "3–5 July" or "30 June–2 July", in `year` unless it names its own."""
    found = re.findall(rf"(\d{{1,2}})(?: ({MONTH}))?(?: (\d{{4}}))?", span)
    last_month, own_year = found[-1][1], int(found[-1][2] or year)
    return [date(own_year, MONTHS.index(month or last_month) + 1, int(day)) for day, month, _ in found]


def new_style(old: date) -> date:
    """The Gregorian date of a Julian one, 1800-03-01 to 2100-02-28: the calendars drift apart in century years."""
    return old + timedelta(days=13 if old >= date(1900, 3, 1) else 12)


def wrong_pairs(body: str) -> Iterator[str]:
    """The Old Style and New Style pairs that do not name the same day."""
    pairs = [(m.group(), m[1], m[2], m[3]) for m in IN_BRACKETS.finditer(body)]
    pairs += [(m.group(), m[1], m[2], None) for m in IN_WORDS.finditer(body)]
    for text, old, new, year in pairs:
        stated = [int(y) for y in re.findall(r"\d{4}", old)] or ([int(year)] if year else [1917])
        expected = [new_style(day) for day in days(old, stated[0])]
        if [(d.day, d.month) for d in expected] != [(d.day, d.month) for d in days(new, stated[0])]:
            yield text


def spans() -> Iterator[tuple[str, dict[str, object]]]:
    for name, records in SETS.items():
        for record in records:
            parts = record.get("turns") or record.get("positions") or [record]
            for part in parts:
                yield from ((f"{name} {record['id']}", gold) for gold in part["gold"])


def test_library_has_at_least_ten_documents_with_slugs_for_names() -> None:
    assert len(DOCUMENTS) >= 10
    assert [name for name in DOCUMENTS if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*\.md", name)] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_front_matter_is_complete(name: str) -> None:
    front, body = split(DOCUMENTS[name])
    given = {key: front[key] for key in ("author", "published", "publisher", "licence", "language")}
    assert given == {
        "author": "Quoth contributors",
        "published": "2026",
        "publisher": "Quoth",
        "licence": "CC BY 4.0",
        "language": "en",
    }
    assert body.strip().startswith(f"# {front['title']}\n")
    reading = front["further_reading"]
    assert isinstance(reading, list)
    assert len(reading) >= 3
    for book in reading:
        assert book.keys() == {"author", "title", "year", "publisher"}
        assert 1900 < book["year"] < 2026
        assert all(isinstance(book[key], str) and book[key] for key in ("author", "title", "publisher"))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_body_is_700_to_1500_words_in_titled_sections_without_emphasis_marks(name: str) -> None:
    _, body = split(DOCUMENTS[name])
    assert 700 <= len(body.split()) <= 1500
    assert len(re.findall(r"^# ", body, re.MULTILINE)) == 1
    assert len(re.findall(r"^## ", body, re.MULTILINE)) >= 4
    assert "*" not in body
    assert "\r" not in body


def test_further_reading_differs_per_document() -> None:
    lists = [json.dumps(split(text)[0]["further_reading"]) for text in DOCUMENTS.values()]
    assert len(set(lists)) == len(lists)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("on 25 October (7 November) 1917", False),
        ("on 25 October (8 November) 1917", True),
        ("on 26–27 August (8–9 September)", False),
        ("on 26–27 August (8–10 September)", True),
        ("10–20 October (23 October–2 November)", False),
        ("23 February Old Style (8 March New Style)", False),
        ("20 December 1917 Old Style to 2 January 1918 New Style", False),
        ("20 December 1917 Old Style to 3 January 1918 New Style", True),
        ("born on 10 April (22 April) 1870", False),
        ("born on 10 April (23 April) 1870", True),
    ],
)
def test_a_wrong_pair_of_dates_is_noticed(text: str, wrong: bool) -> None:
    assert bool(list(wrong_pairs(text))) is wrong


@pytest.mark.parametrize("name", DOCUMENTS)
def test_old_and_new_style_dates_name_the_same_day(name: str) -> None:
    _, body = split(DOCUMENTS[name])
    assert list(wrong_pairs(body)) == []
    bracketed = re.findall(rf"\(\d{{1,2}}[^()]*{MONTH}[^()]*\)", body)
    assert len(bracketed) == len(IN_BRACKETS.findall(body)), (
        "a date in brackets has a form that this test does not read"
    )


@pytest.mark.parametrize("name", DOCUMENTS)
def test_days_of_the_week_are_right(name: str) -> None:
    _, body = split(DOCUMENTS[name])
    for weekday, _, new in WEEKDAY.findall(body):
        assert days(new, 1917)[0].strftime("%A") == weekday, new


@pytest.mark.parametrize("name", DOCUMENTS)
def test_block_quotations_are_introduced_by_their_speaker(name: str) -> None:
    blocks = paragraphs(split(DOCUMENTS[name])[1])
    for before, block in pairwise(blocks):
        if block.startswith(">"):
            assert before.endswith(":")
            assert re.search(r"\b(Lenin|Kornilov)\b", before.rsplit(". ", 1)[-1])


def test_some_documents_hold_block_quotations() -> None:
    assert sum("\n> " in text for text in DOCUMENTS.values()) >= 3


def test_no_two_documents_share_a_sentence() -> None:
    places: dict[str, set[str]] = {}
    for name, text in DOCUMENTS.items():
        for block in paragraphs(split(text)[1]):
            for sentence in re.split(r"(?<=[.!?])\s+(?=[A-Z\"])", block):
                places.setdefault(" ".join(words(sentence)), set()).add(name)
    assert {s: n for s, n in places.items() if len(n) > 1 and len(s.split()) > 2} == {}


def test_no_ten_words_in_a_row_come_from_a_seed_document(shared: Path) -> None:
    def runs(text: str) -> set[tuple[str, ...]]:
        listed = words(text)
        return {tuple(listed[i : i + 10]) for i in range(len(listed) - 9)}

    known: set[tuple[str, ...]] = set()
    for seed in sorted((shared / "seeds").glob("*.txt")):
        known |= runs(seed.read_text("utf-8"))
    assert known
    for path in [*STARTER.glob("*.md"), *GOLD.iterdir()]:
        assert runs(path.read_text("utf-8")) & known == set(), path.name


def test_gold_spans_are_slices_of_their_documents() -> None:
    listed = list(spans())
    assert len(listed) > 200
    moved = [
        (where, gold) for where, gold in listed if DOCUMENTS[gold["file"]][gold["start"] : gold["end"]] != gold["text"]
    ]
    assert moved == []


def test_gold_spans_are_quotable_sentences_of_the_body() -> None:
    for where, gold in spans():
        text = DOCUMENTS[gold["file"]]
        assert gold["start"] > text.index("\n---\n", 4), where
        assert "\n" not in gold["text"], where
        assert len(gold["text"]) <= 700, where


def test_every_document_answers_some_question() -> None:
    assert {gold["file"] for q in SETS["questions"] for gold in q["gold"]} == set(DOCUMENTS)


def test_gold_set_is_large_and_varied() -> None:
    questions, nothing = SETS["questions"], SETS["unanswerable"]
    assert len(questions) >= 80
    assert all(q["gold"] and q["mode"] == "any" and q["short_answer"] for q in questions)
    types = Counter(q["type"] for q in questions)
    assert {"who", "when", "where", "why", "how", "how-many", "what", "quote", "yesno"} <= {
        t for t, n in types.items() if n >= 4
    }
    needs = Counter(need for q in questions for need in q["needs"])
    assert {"paraphrase", "typo", "slang", "terse", "long", "date-shift", "spelling", "multi-source"} <= needs.keys()
    categories = Counter(q["category"] for q in nothing)
    assert categories["near"] >= 20
    assert categories["history-other"] >= 12
    assert categories["off-topic"] >= 12
    assert all(q["gold"] == [] and q["answerable"] is False for q in nothing)


def test_conversations_contrasts_and_claims_have_their_parts() -> None:
    assert len(SETS["conversations"]) >= 8
    for talk in SETS["conversations"]:
        assert 2 <= len(talk["turns"]) <= 4
        assert [turn["turn"] for turn in talk["turns"]] == list(range(1, len(talk["turns"]) + 1))
        assert all(turn["standalone"] and turn["answerable"] is bool(turn["gold"]) for turn in talk["turns"])
    assert len(SETS["contrasts"]) >= 5
    for contrast in SETS["contrasts"]:
        assert len(contrast["positions"]) >= 2
        assert len({gold["file"] for position in contrast["positions"] for gold in position["gold"]}) >= 2
    assert len(SETS["claims"]) >= 15
    for claim in SETS["claims"]:
        assert claim["label"] in {"supported", "contradicted", "not_covered"}
        assert bool(claim["gold"]) is (claim["label"] != "not_covered")


def test_ids_are_unique_and_no_question_is_asked_twice() -> None:
    records = [record for listed in SETS.values() for record in listed]
    assert len({record["id"] for record in records}) == len(records)
    asked = [" ".join(words(q["question"])) for q in SETS["questions"]]
    assert len(set(asked)) == len(asked)


def test_readme_states_the_number_of_records() -> None:
    stated = re.findall(r"^\| `(\w+)\.jsonl` \| (\d+) \|", (GOLD / "README.md").read_text("utf-8"), re.MULTILINE)
    assert {name: int(count) for name, count in stated} == {name: len(records) for name, records in SETS.items()}
