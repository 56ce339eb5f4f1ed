"""A test collection on disk, in the BEIR layout: corpus.jsonl, queries.jsonl, qrels.tsv.

Thakur et al., BEIR (NeurIPS 2021) describes the layout. Beyond it a query may hold `spans` (answers at their places in
the corpus) and `unanswerable`.
"""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Self, TypeVar

from retrieval.errors import EvaluationError
from seeds.document import Document, Metadata
from seeds.metadata.language import language_of

_T = TypeVar("_T")


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
        corpus = folder / "corpus.jsonl"
        relevant: dict[str, dict[str, int]] = {}
        for query, document, grade in _parsed(
            folder / "qrels.tsv", _judgement, "query, document and grade between tabs", header=1
        ):
            if grade > 0:
                relevant.setdefault(query, {})[document] = grade
        return cls(
            name=folder.resolve().name,
            documents=_parsed(corpus, partial(_document, corpus), "a JSON object with 'id' and 'text'"),
            digest=hashlib.sha256(corpus.read_bytes()).hexdigest(),
            queries=_parsed(
                folder / "queries.jsonl",
                _query,
                "a JSON object with 'id', 'text' and perhaps 'spans' (each with 'docid', 'start' and 'text')",
            ),
            relevant=relevant,
        )


def _parsed(path: Path, parse: Callable[[str], _T], form: str, *, header: int = 0) -> list[_T]:
    """What each line after the header says; blank ones say nothing."""
    found = []
    # Only a line feed ends a line: JSON leaves other separators as they are inside its strings.
    for number, line in enumerate(_text(path).split("\n"), 1):
        if number <= header or not line.strip():
            continue
        try:
            found.append(parse(line))
        except (ValueError, KeyError, TypeError) as error:
            raise EvaluationError(f"line {number} of {str(path)!r} is not {form}: mend or remove it") from error
    return found


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise EvaluationError(
            f"{str(path)!r} cannot be read as UTF-8 text: a test collection holds corpus.jsonl, queries.jsonl and qrels.tsv"
        ) from error


def _document(path: Path, line: str) -> Document:
    record = json.loads(line)
    text = str(record["text"])
    return Document(
        id=str(record["id"]),
        source=f"{path.resolve()}#{record['id']}",
        sha256=hashlib.sha256(f"{record['id']}\n{text}".encode()).hexdigest(),
        text=text,
        encoding="utf-8",
        media_type="text/plain",
        metadata=Metadata(title=record.get("title") or None, language=language_of(text)),
    )


def _query(line: str) -> Query:
    record = json.loads(line)
    spans = tuple(
        AnswerSpan(document=str(span["docid"]), start=span["start"], end=span["start"] + len(span["text"]))
        for span in record.get("spans") or ()
    )
    return Query(
        id=str(record["id"]), text=str(record["text"]), spans=spans, unanswerable=bool(record.get("unanswerable"))
    )


def _judgement(line: str) -> tuple[str, str, int]:
    query, document, grade = line.split("\t")[:3]
    return query, document, int(grade)
