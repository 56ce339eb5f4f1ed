"""A test collection on disk, in the BEIR layout: corpus.jsonl, queries.jsonl, qrels.tsv.

Thakur et al., BEIR (NeurIPS 2021) describes the layout. Beyond it a query may hold `spans` (answers at their places in
the corpus) and `unanswerable`.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Self, TypeVar

from retrieval.errors import EvaluationError, QuestionError
from retrieval.question.analysis import checked
from seeds.document import Document, Metadata
from seeds.metadata.language import language_of

_T = TypeVar("_T")
_FILES = "corpus.jsonl, queries.jsonl and qrels.tsv"


@dataclass(frozen=True, kw_only=True, slots=True)
class AnswerSpan:
    """Where an answer stands in a document of the collection."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Query:
    """A question, the spans that answer it if the collection names any, and whether nothing does."""

    id: str
    text: str
    spans: tuple[AnswerSpan, ...]
    unanswerable: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Collection:
    """Documents, questions, and which documents are relevant to which question (grade by query and document)."""

    name: str
    digest: str
    documents: Sequence[Document]
    queries: Sequence[Query]
    relevant: Mapping[str, Mapping[str, int]]

    @classmethod
    def load(cls, folder: Path) -> Self:
        """The collection in a folder. Raises EvaluationError where a file is missing or a line is not as it should be."""
        if not folder.is_dir():
            raise EvaluationError(f"there is no folder {str(folder)!r}: name one with {_FILES}")
        corpus = folder / "corpus.jsonl"
        relevant: dict[str, dict[str, int]] = {}
        for query, document, grade in _parsed(
            folder / "qrels.tsv", _judgement, "query, document and grade (a whole number) between tabs", headed=True
        ):
            if grade > 0:
                relevant.setdefault(query, {})[document] = grade
        documents = _parsed(corpus, partial(_document, corpus), "a JSON object with 'id', 'text' and perhaps 'title'")
        asked = folder / "queries.jsonl"
        queries = _parsed(
            asked,
            _query,
            "a JSON object with 'id', 'text' and perhaps 'spans' (each with 'docid', 'start' and 'text')",
        )
        _check_ids(corpus, [each.id for each in documents])
        _check_ids(asked, [each.id for each in queries])
        known = {each.id for each in documents}
        for one in queries:
            if lost := next((span.document for span in one.spans if span.document not in known), None):
                raise EvaluationError(
                    f"the answer to {one.id!r} in {str(asked)!r} stands in {lost!r}, which {str(corpus)!r} does not hold: "
                    "mend or remove it"
                )
        return cls(
            name=folder.resolve().name,
            documents=documents,
            digest=hashlib.sha256(corpus.read_bytes()).hexdigest(),
            queries=queries,
            relevant=relevant,
        )


def _check_ids(path: Path, ids: Sequence[str]) -> None:
    twice = next((each for each, count in Counter(ids).items() if count > 1), None)
    if twice is not None:
        raise EvaluationError(f"the id {twice!r} stands more than once in {str(path)!r}: give each line its own")


def _parsed(path: Path, parse: Callable[[str], _T], form: str, *, headed: bool = False) -> list[_T]:
    """What each line says; blank ones say nothing, and neither does a first one that may head the others and is not like them."""
    found = []
    # Only a line feed ends a line: JSON leaves other separators as they are inside its strings.
    for number, line in enumerate(_text(path).split("\n"), 1):
        if not line.strip():
            continue
        try:
            found.append(parse(line))
        except QuestionError as error:
            raise EvaluationError(f"line {number} of {str(path)!r}: {error}") from error
        except (ValueError, KeyError, TypeError) as error:
            if headed and number == 1:
                continue
            raise EvaluationError(f"line {number} of {str(path)!r} is not {form}: mend or remove it") from error
    return found


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except FileNotFoundError as error:
        raise EvaluationError(f"there is no {str(path)!r}: a test collection holds {_FILES}") from error
    except (OSError, UnicodeDecodeError) as error:
        raise EvaluationError(f"{str(path)!r} cannot be read as UTF-8 text: save it as such") from error


def _document(path: Path, line: str) -> Document:
    record = json.loads(line)
    text, title = _str(record["text"]), _str(record.get("title") or "")
    return Document(
        id=_id(record),
        source=f"{path.resolve()}#{record['id']}",
        sha256=hashlib.sha256(f"{record['id']}\n{text}".encode()).hexdigest(),
        text=text,
        encoding="utf-8",
        media_type="text/plain",
        metadata=Metadata(title=title or None, language=language_of(text)),
    )


def _query(line: str) -> Query:
    record = json.loads(line)
    spans = tuple(
        AnswerSpan(document=str(span["docid"]), start=span["start"], end=span["start"] + len(span["text"]))
        for span in record.get("spans") or ()
    )
    return Query(
        id=_id(record), text=checked(_str(record["text"])), spans=spans, unanswerable=bool(record.get("unanswerable"))
    )


def _id(record: dict[str, object]) -> str:
    """The id of a record, a text or a whole number; TypeError for what is neither."""
    number = record["id"]
    return str(number) if type(number) is int else _str(number)


def _str(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _judgement(line: str) -> tuple[str, str, int]:
    query, document, grade = line.split("\t")[:3]
    return query, document, int(grade)
