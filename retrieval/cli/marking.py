"""A document's text with what is never quoted, and who speaks, marked where it stands."""

from collections.abc import Iterator

from retrieval.cli.rendering import Piece, Style
from retrieval.cli.verbatim import escaped, one_line
from seeds.document import Document, Mask, Voice

_Part = Mask | Voice


def marked_pieces(document: Document) -> Iterator[Piece]:
    """The text; each mask and each voice between two marks, the first of which names its range and its reason.

    The ranges are those that `masks`, `unmask` and `voices` of a catalogue.toml take.
    """
    text, position = document.text, 0
    for at, mark, masked in _marks(document):
        yield from _run(text[position:at], masked)
        position = at
        yield Piece(text=mark, style=Style.NOTE)
    yield from _run(text[position:], masked=False)
    yield Piece(text="\n")


def _run(text: str, masked: bool) -> Iterator[Piece]:
    if text:
        yield Piece(text=escaped(text), style=Style.CONTEXT if masked else Style.PLAIN)


def _marks(document: Document) -> Iterator[tuple[int, str, bool]]:
    """Where a mark stands, the mark, and whether what stands before it is masked; what ends comes before what begins."""
    parts: list[_Part] = [*document.masks, *document.voices]
    ends = [(part.end, 0, -part.start, part) for part in parts]
    begins = [(part.start, 1, -part.end, part) for part in parts]
    open_masks = 0
    for at, begins_here, _, part in sorted([*ends, *begins], key=lambda event: event[:3]):
        yield at, _opening(part) if begins_here else _closing(part), open_masks > 0
        if isinstance(part, Mask):
            open_masks += 1 if begins_here else -1


def _opening(part: _Part) -> str:
    if isinstance(part, Voice):
        return f"⟦{_speaker(part)} speaks {part.start}-{part.end}: {part.kind}⟧"
    of = f" of {part.repeats[0]}-{part.repeats[1]}" if part.repeats else ""
    return f"⟦masked {part.start}-{part.end}: {part.reason}{of}⟧"


def _closing(part: _Part) -> str:
    return f"⟦end of {_speaker(part)}⟧" if isinstance(part, Voice) else "⟦end of mask⟧"


def _speaker(voice: Voice) -> str:
    return one_line(voice.speaker or "somebody unnamed")
