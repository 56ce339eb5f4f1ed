"""Test collections on disk: what is read, and one sentence for whatever is wrong with them."""

import json
from pathlib import Path

import pytest

from retrieval.errors import EvaluationError
from retrieval.evaluation.collection import AnswerSpan, Collection

CORPUS = (
    '{"id": "d1", "title": "One", "text": "Snow fell in the night. It lay till noon."}\n{"id": "d2", "text": "Rain."}\n'
)
QUERIES = (
    '{"id": "q1", "text": "when did snow fall", "spans": [{"docid": "d1", "start": 0, "text": "Snow fell in the night."}]}\n'
    '{"id": "q2", "text": "who wrote this", "unanswerable": true}\n'
)
QRELS = "query-id\tcorpus-id\tscore\nq1\td1\t2\nq1\td2\t0\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("corpus.jsonl", CORPUS), ("queries.jsonl", QUERIES), ("qrels.tsv", QRELS)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_a_collection_is_read_as_it_stands(folder: Path) -> None:
    collection = Collection.load(folder)
    assert collection.name == folder.name
    one, two = collection.documents
    assert (one.id, one.metadata.title, one.text) == ("d1", "One", "Snow fell in the night. It lay till noon.")
    assert (two.id, two.metadata.title) == ("d2", None)
    answerable, unanswerable = collection.queries
    assert answerable.spans == (AnswerSpan(document="d1", start=0, end=23),)
    assert (answerable.unanswerable, unanswerable.unanswerable, unanswerable.spans) == (False, True, ())
    assert collection.relevant == {"q1": {"d1": 2}}


def test_a_collection_is_known_by_its_corpus(folder: Path) -> None:
    before = Collection.load(folder).digest
    with (folder / "queries.jsonl").open("a") as queries:
        queries.write('{"id": "q3", "text": "more"}\n')
    assert Collection.load(folder).digest == before
    with (folder / "corpus.jsonl").open("a") as corpus:
        corpus.write('{"id": "d3", "text": "more"}\n')
    assert Collection.load(folder).digest != before


def test_documents_of_equal_text_are_different_documents(folder: Path) -> None:
    (folder / "corpus.jsonl").write_text('{"id": "a", "text": "Snow."}\n{"id": "b", "text": "Snow."}\n')
    (folder / "queries.jsonl").write_text('{"id": "q1", "text": "when did snow fall"}\n')
    one, two = Collection.load(folder).documents
    assert one.sha256 != two.sha256
    assert one.source != two.source


def test_blank_lines_and_foreign_line_ends_do_not_matter(folder: Path) -> None:
    plain = Collection.load(folder)
    for name in ("corpus.jsonl", "queries.jsonl", "qrels.tsv"):
        path = folder / name
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n") + b"\r\n")
    again = Collection.load(folder)
    assert [each.text for each in again.documents] == [each.text for each in plain.documents]
    assert (again.queries, again.relevant) == (plain.queries, plain.relevant)


@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\x85", "\x0c", "\x1c", "\x0b"])
def test_a_line_ends_only_at_a_line_feed(mark: str, folder: Path) -> None:
    text = f"Snow fell{mark}in the night."
    record = json.dumps({"id": "d1", "text": text}, ensure_ascii=False)
    (folder / "corpus.jsonl").write_text(record + "\n", encoding="utf-8")
    if mark in record:
        assert [each.text for each in Collection.load(folder).documents] == [text]


@pytest.mark.parametrize("name", ["corpus.jsonl", "queries.jsonl", "qrels.tsv"])
def test_a_missing_file_is_named(name: str, folder: Path) -> None:
    (folder / name).unlink()
    assert_one_sentence(folder, name)


@pytest.mark.parametrize("name", ["corpus.jsonl", "queries.jsonl", "qrels.tsv"])
def test_a_file_that_is_not_utf8_is_named(name: str, folder: Path) -> None:
    (folder / name).write_bytes(b"\xff\xfe\x00")
    assert_one_sentence(folder, name)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert_one_sentence(tmp_path / "nowhere", "nowhere")


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("corpus.jsonl", "not JSON"),
        ("corpus.jsonl", "[1, 2]"),
        ("corpus.jsonl", "17"),
        ("corpus.jsonl", "null"),
        ("corpus.jsonl", '"text"'),
        ("corpus.jsonl", '{"id": "d3"}'),
        ("corpus.jsonl", '{"text": "no id"}'),
        ("corpus.jsonl", r'{"id": "d3", "text": "half a character \ud83d"}'),
        ("corpus.jsonl", '{"id": "d3", "text": null}'),
        ("corpus.jsonl", '{"id": "d3", "text": "Hail.", "title": 5}'),
        ("corpus.jsonl", '{"id": [], "text": "Hail."}'),
        ("queries.jsonl", "{"),
        ("queries.jsonl", '{"id": "q3", "text": " "}'),
        ("queries.jsonl", json.dumps({"id": "q3", "text": "why " * 1000})),
        ("queries.jsonl", '{"id": "q3"}'),
        ("queries.jsonl", '{"id": "q3", "text": "why", "spans": 3}'),
        ("queries.jsonl", '{"id": "q3", "text": "why", "spans": ["Snow"]}'),
        ("queries.jsonl", '{"id": "q3", "text": "why", "spans": [{"docid": "d1", "text": "Snow"}]}'),
        ("queries.jsonl", '{"id": "q3", "text": "why", "spans": [{"docid": "d1", "start": "0", "text": "Snow"}]}'),
        ("qrels.tsv", "q2"),
        ("qrels.tsv", "q2\td1"),
        ("qrels.tsv", "q2 d1 1"),
        ("qrels.tsv", "q2\td1\tyes"),
    ],
)
def test_a_bad_line_is_named(name: str, line: str, folder: Path) -> None:
    path = folder / name
    path.write_text(path.read_text("utf-8") + line + "\n", encoding="utf-8")
    number = len(path.read_text("utf-8").splitlines())
    assert_one_sentence(folder, f"line {number} of '{path}'")


@pytest.mark.parametrize(
    ("name", "line", "says"),
    [
        ("corpus.jsonl", '{"id": "d1", "text": "Snow."}', "the id 'd1' stands more than once in "),
        ("queries.jsonl", '{"id": "q1", "text": "why"}', "the id 'q1' stands more than once in "),
        (
            "queries.jsonl",
            '{"id": "q3", "text": "why", "spans": [{"docid": "d9", "start": 0, "text": "Snow"}]}',
            "the answer to 'q3' in ",
        ),
    ],
)
def test_lines_that_do_not_fit_together_are_named(name: str, line: str, says: str, folder: Path) -> None:
    path = folder / name
    path.write_text(path.read_text("utf-8") + line + "\n", encoding="utf-8")
    assert_one_sentence(folder, f"{says}'{path}'" if "answer" not in says else says)


def test_judgements_without_a_head_are_all_read(folder: Path) -> None:
    (folder / "qrels.tsv").write_text("q1\td1\t2\n", encoding="utf-8")
    assert Collection.load(folder).relevant == {"q1": {"d1": 2}}


def test_ids_may_be_numbers(folder: Path) -> None:
    (folder / "corpus.jsonl").write_text('{"id": 7, "text": "Snow."}\n', encoding="utf-8")
    (folder / "queries.jsonl").write_text('{"id": 1, "text": "when"}\n', encoding="utf-8")
    assert [each.id for each in Collection.load(folder).documents] == ["7"]


def assert_one_sentence(folder: Path, says: str) -> None:
    with pytest.raises(EvaluationError) as caught:
        Collection.load(folder)
    message = str(caught.value)
    assert says in message
    assert "\n" not in message
