"""A document's facts as JSON and back."""

import json
from dataclasses import asdict

from seeds.document import Document, Join, Mask, MaskReason, Metadata, Note, Page, Section, Voice, VoiceKind


def dump_metadata(metadata: Metadata) -> str:
    """The known facts as a JSON object."""
    return _dump({name: value for name, value in asdict(metadata).items() if value is not None})


def load_metadata(text: str) -> Metadata:
    """The facts that `dump_metadata` wrote."""
    return Metadata(**json.loads(text))


def dump_structure(document: Document) -> str:
    """Sections, pages, joins, masks, voices, notes and warnings as a JSON object."""
    return _dump(
        {
            "sections": [asdict(section) for section in document.sections],
            "pages": [asdict(page) for page in document.pages],
            "joins": [[join.at, join.printed] for join in document.joins],
            "masks": [asdict(mask) for mask in document.masks],
            "voices": [asdict(voice) for voice in document.voices],
            "notes": [asdict(note) for note in document.notes],
            "warnings": document.warnings,
        }
    )


def load_document(
    *,
    id: str,  # noqa: A002 - the field of that name
    source: str,
    sha256: str,
    text: str,
    encoding: str,
    media_type: str,
    metadata: str,
    structure: str,
) -> Document:
    """The document whose `dump_metadata` and `dump_structure` are given."""
    parts = json.loads(structure)
    return Document(
        id=id,
        source=source,
        sha256=sha256,
        text=text,
        encoding=encoding,
        media_type=media_type,
        metadata=load_metadata(metadata),
        sections=tuple(Section(**section) for section in parts["sections"]),
        pages=tuple(Page(**page) for page in parts["pages"]),
        joins=tuple(Join(at=at, printed=printed) for at, printed in parts["joins"]),
        masks=tuple(_mask(**mask) for mask in parts["masks"]),
        voices=tuple(_voice(**voice) for voice in parts["voices"]),
        notes=tuple(_note(**note) for note in parts["notes"]),
        warnings=tuple(parts["warnings"]),
    )


def _mask(*, start: int, end: int, reason: str, repeats: list[int] | None) -> Mask:
    place = (repeats[0], repeats[1]) if repeats else None
    return Mask(start=start, end=end, reason=MaskReason(reason), repeats=place)


def _voice(*, start: int, end: int, speaker: str | None, kind: str) -> Voice:
    return Voice(start=start, end=end, speaker=speaker, kind=VoiceKind(kind))


def _note(*, start: int, end: int, mark: list[int], label: str) -> Note:
    return Note(start=start, end=end, mark=(mark[0], mark[1]), label=label)


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
