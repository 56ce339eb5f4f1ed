"""Passages: runs of whole sentences inside one section, of a size that the model reads whole."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

TARGET = 150
"""Tokens at which a passage is full. Small passages find better and let a quote be near what was found."""
MARGIN = 8
"""Tokens left free below the model's limit, for tokenizers that see a run of sentences otherwise than each alone."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """A sentence on its way into a passage: its tokens, and whether a paragraph or a section begins with it."""

    tokens: int
    paragraph: bool
    section: bool


def group(pieces: Sequence[Piece], limit: int) -> list[range]:
    """Indices of the sentences of each passage, in order: all of them, none twice, none over `limit` tokens together.

    A passage never goes on into another section. It ends with a paragraph once two thirds full, and inside one once
    full, unless the whole rest of that paragraph still fits.
    """
    target = min(TARGET, limit)
    passages: list[range] = []
    first = tokens = 0
    for index, piece in enumerate(pieces):
        if index > first and _closes(pieces, index, tokens, target, limit):
            passages.append(range(first, index))
            first, tokens = index, 0
        tokens += piece.tokens
    if pieces:
        passages.append(range(first, len(pieces)))
    return list(_join_tails(passages, pieces, target, limit))


def _closes(pieces: Sequence[Piece], index: int, tokens: int, target: int, limit: int) -> bool:
    """Whether a passage of so many tokens ends before the sentence at `index`."""
    piece = pieces[index]
    if piece.section or tokens + piece.tokens > limit:
        return True
    if piece.paragraph:
        return 3 * tokens >= 2 * target
    return tokens + piece.tokens > target and not _rest_fits(pieces, index, min(limit, target + target // 3) - tokens)


def _rest_fits(pieces: Sequence[Piece], index: int, room: int) -> bool:
    """Whether the sentences from `index` to the end of its paragraph have at most `room` tokens."""
    room -= pieces[index].tokens
    for following in range(index + 1, len(pieces)):
        piece = pieces[following]
        if room < 0 or piece.paragraph or piece.section:
            break
        room -= piece.tokens
    return room >= 0


def _join_tails(passages: Iterable[range], pieces: Sequence[Piece], target: int, limit: int) -> Iterator[range]:
    """The passages, one that came out small joined to the one before it in its section where both fit together."""
    held: range | None = None
    for passage in passages:
        tokens = sum(pieces[index].tokens for index in passage)
        if held is None:
            held = passage
        elif (
            not pieces[passage.start].section
            and 3 * tokens < target
            and sum(pieces[index].tokens for index in held) + tokens <= min(limit, target + target // 3)
        ):
            held = range(held.start, passage.stop)
        else:
            yield held
            held = passage
    if held is not None:
        yield held
