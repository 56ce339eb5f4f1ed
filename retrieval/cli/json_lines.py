"""An answer as JSON for programs: one object per line, in ASCII, so that no reader finds a line end inside one."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from retrieval.library.records import Card
from retrieval.types import Answer, Hit, Quote
from retrieval.verifying.verdicts import Piece, Verification
from seeds.document import Document

Record = dict[str, Any]


def line(record: Mapping[str, Any]) -> str:
    """The record on one line, with its line end."""
    return json.dumps(record, separators=(", ", ": ")) + "\n"


def answer_record(answer: Answer) -> Record:
    """What `ask --json` and `chat --json` print for a question."""
    return {
        "question": answer.question,
        "abstained": answer.abstained,
        "reason": answer.reason,
        "confidence": round(answer.confidence, 4),
        "understood": asdict(answer.understood),
        "notes": list(answer.notes),
        "quotes": [quote_record(quote) for quote in answer.quotes],
    }


def quote_record(quote: Quote) -> Record:
    """A quote, where it stands, and its citation; what it leans on, where it does; its surroundings and explanation where they
    were asked for.
    """
    record = {
        "text": quote.text,
        "document": quote.document,
        "source": quote.source,
        "sha256": quote.sha256,
        "start": quote.start,
        "end": quote.end,
        "confidence": round(quote.confidence, 4),
        "also_at": [asdict(place) for place in quote.also_at],
        "notes": list(quote.notes),
        "dates": [asdict(date) for date in quote.dates],
        "citation": asdict(quote.citation),
    }
    if quote.opening:
        record["opening"] = quote.opening
    if quote.before or quote.after:
        record |= {"before": quote.before, "after": quote.after}
    if quote.explanation is not None:
        explanation = quote.explanation
        record["explanation"] = {
            "scores": dict(explanation.scores),
            "matched": explanation.matched,
            "missing": explanation.missing,
            "reasons": explanation.reasons,
        }
    return record


def verification_record(made: Verification) -> Record:
    """A verdict: the facts of its main piece, and all its pieces where it has several."""
    several = len(made.pieces) > 1
    return {
        "quotation": made.quotation,
        "verdict": made.verdict.value,
        **_piece_facts(made.main),
        "pieces": [
            {"quotation": piece.quotation, "verdict": piece.verdict.value, **_piece_facts(piece)}
            for piece in (made.pieces if several else ())
        ],
        "note": made.note,
        "claimed": made.claimed,
        "attributed": made.attributed,
    }


def _piece_facts(piece: Piece) -> Record:
    quote = piece.quote
    return {
        "document": quote.document if quote else None,
        "source": quote.source if quote else None,
        "sha256": quote.sha256 if quote else None,
        "start": quote.start if quote else None,
        "end": quote.end if quote else None,
        "text": quote.text if quote else None,
        "diff": piece.diff,
        "changes": [asdict(change) for change in piece.changes],
        "similarity": round(piece.similarity, 4),
        "also_at": [asdict(place) for place in quote.also_at] if quote else [],
        "citation": asdict(quote.citation) if quote else None,
    }


def card_record(card: Card) -> Record:
    """A document of the library without its text."""
    return {
        "document": card.id,
        "source": card.source,
        "sha256": card.sha256,
        "passages": card.passages,
        **asdict(card.metadata),
    }


def document_record(document: Document) -> Record:
    """A document with its text, the ranges of it that are never quoted or spoken by somebody else, its pages, and what of
    the print was taken out (`joins`)."""
    return {
        "document": document.id,
        "source": document.source,
        "sha256": document.sha256,
        "encoding": document.encoding,
        **asdict(document.metadata),
        "text": document.text,
        "masks": [asdict(mask) for mask in document.masks],
        "voices": [asdict(voice) for voice in document.voices],
        "pages": [asdict(page) for page in document.pages],
        "joins": [asdict(join) for join in document.joins],
    }


def hit_record(hit: Hit) -> Record:
    """A ranked passage: its words, where they stand, its score, and the score by each way of finding it."""
    return {
        "text": hit.text,
        "document": hit.passage.document,
        "start": hit.passage.start,
        "end": hit.passage.end,
        "score": round(hit.score, 4),
        "found_by": dict(hit.found_by),
    }
