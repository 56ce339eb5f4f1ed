"""The parts of a quotation that stand at places of their own: those between ellipses, and those joined without a sign."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from retrieval.verifying import reading
from retrieval.verifying.finding import Finder, Match, adjoins, is_too_short
from retrieval.verifying.verdicts import Verdict
from retrieval.verifying.words import find_words

_LEAST_REST = 5
"""Words from which what is left beside a part is looked for by itself where no ellipsis sets it off."""
_LEAST_PART = 7
"""Words from which such a part counts as found: fewer stand together by chance in a large library."""
_LEAST_ALONE = 8
"""The same where the rest is nowhere."""
_SURE = 0.85
"""Share of letters that must agree for such a part."""
_DEPTH = 6


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """Words of a quotation, and the equally good places where they stand; none where they are not found."""

    words: str
    matches: tuple[Match, ...]


def parts_of(finder: Finder, quotation: str) -> list[Part]:
    """The quotation as one part where it stands in one place or nowhere, else its parts in order."""
    whole = finder.whole(quotation)
    if whole and whole[0].found.verdict in (Verdict.EXACT, Verdict.FOLDED) and whole[0].mask is None:
        return [Part(words=quotation, matches=tuple(whole))]
    between = reading.pieces(quotation)
    if len(between) > 1:
        return _between_ellipses(finder, between)
    joined = _joined(finder, quotation, whole, _DEPTH)
    return joined or [Part(words=quotation, matches=tuple(whole))]


def _between_ellipses(finder: Finder, pieces: Sequence[str]) -> list[Part]:
    """A part for each piece; one too short to be looked for stands near its neighbour, or is not found."""
    parts = [Part(words=piece, matches=() if is_too_short(piece) else tuple(finder.whole(piece))) for piece in pieces]
    anchors = [match for part in parts for match in part.matches[:1]]
    return [
        replace(part, matches=tuple(finder.near(part.words, anchors))) if is_too_short(part.words) else part
        for part in parts
    ]


def _joined(finder: Finder, quotation: str, whole: Sequence[Match], depth: int) -> list[Part]:
    """The parts of a quotation that joins places without a sign; none where it does not."""
    said = find_words(quotation)
    best = finder.part(quotation)
    if not best or not _is_sure(best[0], _LEAST_PART):
        return []
    first, last = best[0].first, best[0].last
    here = Part(words=said.raw(first, last), matches=tuple(best))
    rest = [(said.raw(0, first), first), (said.raw(last, len(said)), len(said) - last)]
    sides = [_side(finder, words, count, best[0], depth) for words, count in rest]
    if any(part.matches for side in sides for part in side):
        return [*sides[0], here, *sides[1]]
    if whole or not any(sides) or not _is_sure(best[0], max(_LEAST_ALONE, 2 * len(said) // 5)):
        return []
    return [*sides[0], here, *sides[1]]


def _side(finder: Finder, words: str, count: int, beside: Match, depth: int) -> list[Part]:
    """The words before or after a part: found elsewhere, not found, or nothing where they belong to that part."""
    if count < _LEAST_REST or is_too_short(words):
        return []
    matches = finder.whole(words)
    if matches and any(adjoins(match, beside) for match in matches):
        return []
    if matches and _is_sure(matches[0], _LEAST_PART):
        return [Part(words=words, matches=tuple(matches))]
    return (_joined(finder, words, matches, depth - 1) if depth else []) or [Part(words=words, matches=())]


def _is_sure(match: Match, words: int) -> bool:
    return match.last - match.first >= words and match.found.similarity >= _SURE and match.mask is None
