"""A test collection on disk, in the BEIR layout: corpus.jsonl, queries.jsonl, qrels.tsv.

Thakur et al., BEIR (NeurIPS 2021) describes the layout. Beyond it a query may hold `spans` (answers at their places in
the corpus) and `unanswerable`.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from retrieval.errors import EvaluationError
from seeds.document import Document, Metadata


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
        documents = [_document(record, corpus) for record in _records(corpus)]
        queries = [_query(record) for record in _records(folder / "queries.jsonl")]
        return cls(
            name=folder.resolve().name,
            digest=hashlib.sha256(corpus.read_bytes()).hexdigest(),
            documents=documents,
            queries=queries,
            relevant=_judgements(folder / "qrels.tsv"),
        )


def _records(path: Path) -> Iterator[Mapping[str, Any]]:
    for number, line in enumerate(_text(path).splitlines(), 1):
        if line.strip():
            try:
                record = json.loads(line)
                record["id"], record["text"]
            except (ValueError, KeyError, TypeError) as error:
                raise EvaluationError(
                    f"line {number} of {str(path)!r} is not a JSON object with 'id' and 'text': mend or remove it"
                ) from error
            yield record


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise EvaluationError(
            f"{str(path)!r} cannot be read as UTF-8 text: a test collection holds corpus.jsonl, queries.jsonl and qrels.tsv"
        ) from error


def _document(record: Mapping[str, Any], path: Path) -> Document:
    text = str(record["text"])
    return Document(
        id=str(record["id"]),
        source=f"{path.resolve()}#{record['id']}",
        sha256=hashlib.sha256(f"{record['id']}\n{text}".encode()).hexdigest(),
        text=text,
        encoding="utf-8",
        media_type="text/plain",
        metadata=Metadata(title=record.get("title") or None),
    )


def _query(record: Mapping[str, Any]) -> Query:
    spans = tuple(
        AnswerSpan(document=str(span["docid"]), start=span["start"], end=span["start"] + len(span["text"]))
        for span in record.get("spans") or ()
    )
    return Query(
        id=str(record["id"]), text=str(record["text"]), spans=spans, unanswerable=bool(record.get("unanswerable"))
    )


def _judgements(path: Path) -> dict[str, dict[str, int]]:
    relevant: dict[str, dict[str, int]] = {}
    for line in _text(path).splitlines()[1:]:
        query, document, grade = line.split("\t")[:3]
        if int(grade) > 0:
            relevant.setdefault(query, {})[document] = int(grade)
    return relevant
