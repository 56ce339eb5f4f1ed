"""The verdict on a quotation: do the words exist, and are they whose and where they are said to be."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import partial

from retrieval.errors import QuestionError
from retrieval.types import Place
from retrieval.verifying import notes, reading
from retrieval.verifying.claims import Claim, agrees, claim_in
from retrieval.verifying.finding import Finder, Match, is_too_short
from retrieval.verifying.parting import Part, parts_of
from retrieval.verifying.shelf import Shelf
from retrieval.verifying.verdicts import Piece, Verdict, Verification

LONGEST = 100_000
"""Characters of a quotation that are verified at once."""


def verify(
    shelf: Shelf, text: str, *, speaker: str | None = None, documents: Collection[str] | None = None
) -> Verification:
    """The verdict on a text: a quotation, perhaps with the name of the one to whom it is ascribed.

    `speaker` is the one to whom it is ascribed elsewhere. Only in the documents of the given ids, where there are any
    given. Raises QuestionError for an empty or endless text.
    """
    if not text.strip():
        raise QuestionError("the quotation is empty: give the words that you want to find")
    if len(text) > LONGEST:
        raise QuestionError(
            f"the quotation has {len(text):,} characters, and at most {LONGEST:,} are verified at once: give it in parts"
        )
    finder = Finder(shelf, documents)
    if speaker is not None:
        return _judged(shelf, finder, text, text, Claim(words=text, by=speaker, is_speech=True))
    claim = claim_in(text)
    direct = _judged(shelf, finder, text, text, None)
    if claim is None or direct.verdict.is_faithful:
        return direct
    claimed = _judged(shelf, finder, text, claim.words, claim)
    return claimed if _closeness(claimed) >= _closeness(direct) else direct


def _closeness(made: Verification) -> tuple[bool, int, float]:
    """How well a text was understood: found at all, in few pieces, in the source's words."""
    return bool(made.quotes), -len(made.pieces), min(piece.similarity for piece in made.pieces)


def _judged(shelf: Shelf, finder: Finder, text: str, words: str, claim: Claim | None) -> Verification:
    quotation = reading.plain(words)
    if is_too_short(quotation):
        return _verification(text, Verdict.TOO_SHORT, [Piece(quotation=quotation, verdict=Verdict.TOO_SHORT)], claim)
    chosen = _chosen(parts_of(finder, quotation), claim)
    pieces = [_piece(shelf, part, match) for part, match in chosen]
    verdict = _verdict(pieces)
    owned = [_agrees(claim, match) for _, match in chosen if claim and match]
    attributed = False if False in owned else True if owned and None not in owned else None
    if attributed is False and verdict in (Verdict.EXACT, Verdict.FOLDED, Verdict.NEAR):
        verdict = Verdict.MISATTRIBUTED
    return _verification(text, verdict, pieces, claim, attributed)


def _chosen(parts: Sequence[Part], claim: Claim | None) -> list[tuple[Part, Match | None]]:
    """For each part the place that agrees with the claim and lies nearest to the part before, if there are several."""
    chosen = list[tuple[Part, Match | None]]()
    before: Match | None = None
    for part in parts:
        match = min(part.matches, key=partial(_farness, before=before, claim=claim), default=None)
        chosen.append((part, match))
        before = match or before
    return chosen


def _farness(match: Match, *, before: Match | None, claim: Claim | None) -> tuple[bool, bool, int]:
    disagrees = claim is not None and _agrees(claim, match) is False
    if before is None or before.document.id != match.document.id:
        return disagrees, before is not None, 0
    return disagrees, False, abs(match.found.start - before.found.end)


def _agrees(claim: Claim, match: Match) -> bool | None:
    facts = match.document.metadata
    return agrees(claim, quoted=match.quoted, speaker=match.speaker, author=facts.author, title=facts.title)


def _piece(shelf: Shelf, part: Part, match: Match | None) -> Piece:
    if match is None:
        verdict = Verdict.TOO_SHORT if is_too_short(part.words) else Verdict.ABSENT
        return Piece(quotation=part.words, verdict=verdict)
    if match.mask is not None:
        title = match.document.metadata.title or match.document.id
        note = notes.masked(title, match.mask.reason.value)
        return Piece(quotation=part.words, verdict=Verdict.ABSENT, note=note)
    found = match.found
    quote = shelf.quote(match.document, found.start, found.end, confidence=found.similarity)
    if quote is None:
        return Piece(quotation=part.words, verdict=Verdict.ABSENT)
    others = (
        Place(document=other.document.id, start=other.found.start, end=other.found.end)
        for other in part.matches
        if other is not match
    )
    return Piece(
        quotation=part.words,
        verdict=found.verdict,
        quote=replace(quote, also_at=tuple(dict.fromkeys((*quote.also_at, *others)))),
        diff=found.diff,
        changes=found.changes,
        similarity=found.similarity,
    )


def _verdict(pieces: Sequence[Piece]) -> Verdict:
    """The verdict on a quotation by those on its pieces: what is altered anywhere is altered."""
    verdicts = {piece.verdict for piece in pieces}
    if len(pieces) == 1:
        return pieces[0].verdict
    if Verdict.ALTERED in verdicts:
        return Verdict.ALTERED
    if all(piece.quote is None for piece in pieces):
        return Verdict.ABSENT if Verdict.ABSENT in verdicts else Verdict.TOO_SHORT
    return Verdict.PARTIAL


def _verification(
    text: str, verdict: Verdict, pieces: Sequence[Piece], claim: Claim | None, attributed: bool | None = None
) -> Verification:
    made = Verification(
        quotation=text,
        verdict=verdict,
        pieces=tuple(pieces),
        note="",
        claimed=claim.by if claim else None,
        attributed=attributed,
    )
    return replace(made, note=notes.about(made))
