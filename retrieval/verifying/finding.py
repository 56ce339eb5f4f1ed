"""Finding one run of words in the library: where it stands, or where most of it does."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from retrieval.answering.citing import citedness, speaker_of, voice_at
from retrieval.verifying.aligning import LONGEST_GAP, Alignment, align, similarity, tightened, widened
from retrieval.verifying.comparing import Comparison, compare, literal
from retrieval.verifying.masking import clear_run
from retrieval.verifying.seeking import Range, seek
from retrieval.verifying.shelf import Shelf
from retrieval.verifying.verdicts import Verdict
from retrieval.verifying.words import Words, find_words
from seeds.document import Document, Mask

LEAST_WORDS = 4
"""Words from which a quotation can be verified: fewer stand everywhere, and prove nothing."""
LEAST_LETTERS = 12

_MOST_PLACES = 8
_REACH = 3_000
"""Characters around a piece within which one of a word or two is taken for its neighbour."""
_RANKS = {Verdict.EXACT: 0, Verdict.FOLDED: 1, Verdict.NEAR: 2, Verdict.ALTERED: 2}
# Letters that must agree, by the number of words: few words agree by chance sooner than many.
_ALIKE = ((8, 0.8), (12, 0.76), (20, 0.7), (10**9, 0.62))


@dataclass(frozen=True, kw_only=True, slots=True)
class Match:
    """Words of a quotation, `first` to `last`, and the slice of a document that they were found to be.

    `mask` is what covers the whole slice, where it may not be quoted.
    """

    first: int
    last: int
    document: Document
    found: Comparison
    mask: Mask | None

    @property
    def speaker(self) -> str | None:
        """Who speaks the words, where it is not the document's author and it is known."""
        return speaker_of(self.document, self.found.start, self.found.end)

    @property
    def quoted(self) -> bool:
        """Whether somebody other than the document's author speaks the words."""
        return voice_at(self.document, self.found.start, self.found.end) is not None


@dataclass(frozen=True, kw_only=True, slots=True)
class _Candidate:
    document: Document
    source: Words
    alignment: Alignment


class Finder:
    """Finds words on a shelf, in all documents or in those with the given ids."""

    def __init__(self, shelf: Shelf, documents: Collection[str] | None = None) -> None:
        self._shelf = shelf
        self._versions = None if documents is None else shelf.numbers(documents)

    def whole(self, quotation: str) -> list[Match]:
        """The places where all of the quotation stands, or what it was made from; equally good ones, best-cited first."""
        said = find_words(quotation)
        ranges = seek(self._shelf.kgrams(), quotation, self._versions)
        if (exact := self._best([self._literal(quotation, said, where) for where in ranges])) and not exact[0].mask:
            return exact
        return self._best([self._whole(quotation, said, each) for each in self._candidates(said, ranges)])

    def part(self, quotation: str) -> list[Match]:
        """The same for the part of the quotation that agrees best with any one place."""
        said = find_words(quotation)
        candidates = self._candidates(said, seek(self._shelf.kgrams(), quotation, self._versions))
        best = max((each.alignment.score for each in candidates), default=0.0)
        leading = [each for each in candidates if each.alignment.score >= best - 0.5]
        return self._best([self._aligned(said, each, tightened(each.alignment, said, each.source)) for each in leading])

    def near(self, quotation: str, anchors: Iterable[Match]) -> list[Match]:
        """The first place within reach of other matches where these words stand together, however few they are."""
        said = find_words(quotation)
        for anchor in anchors:
            text = anchor.document.text
            low, high = max(0, anchor.found.start - _REACH), min(len(text), anchor.found.end + _REACH)
            source = find_words(text, low, high)
            for at in range(len(source) - len(said) + 1):
                if source.folded[at : at + len(said)] == said.folded:
                    start, end = source.starts[at], source.ends[at + len(said) - 1]
                    found = compare(quotation, text, start, end, self._shelf.capitalised)
                    return [_match(0, len(said), anchor.document, found)]
        return []

    def _candidates(self, said: Words, ranges: Iterable[Range]) -> list[_Candidate]:
        found = list[_Candidate]()
        for where in ranges:
            document = self._shelf.document(where.version)
            source = find_words(document.text, where.start, min(where.end, len(document.text)))
            alignment = align(said, source)
            if alignment is not None:
                found.append(_Candidate(document=document, source=source, alignment=alignment))
        return found

    def _literal(self, quotation: str, said: Words, where: Range) -> Match | None:
        document = self._shelf.document(where.version)
        same = literal(quotation, document.text, where.start, where.end)
        return _match(0, len(said), document, same) if same else None

    def _whole(self, quotation: str, said: Words, candidate: _Candidate) -> Match | None:
        found = widened(candidate.alignment, said, candidate.source)
        return self._aligned(said, candidate, tightened(found, said, candidate.source), quotation)

    def _aligned(
        self, said: Words, candidate: _Candidate, aligned: Alignment, quotation: str | None = None
    ) -> Match | None:
        """The match of the words that were aligned; `quotation` are they as they stand, marks included."""
        document, source = candidate.document, candidate.source
        theirs, ours = said.letters(aligned.first, aligned.last), source.letters(aligned.begin, aligned.end)
        if similarity(theirs, ours) < least_alike(aligned.last - aligned.first):
            return None
        words = said.raw(aligned.first, aligned.last) if quotation is None else quotation
        start, end = source.starts[aligned.begin], source.ends[aligned.end - 1]
        found = compare(words, document.text, start, end, self._shelf.capitalised)
        return _match(aligned.first, aligned.last, document, found)

    @staticmethod
    def _best(matches: list[Match | None]) -> list[Match]:
        kept = [match for match in matches if match is not None]
        kept.sort(key=_worth)
        top = [match for match in kept if _worth(match)[:3] == _worth(kept[0])[:3]]
        distinct = {(match.document.id, match.found.start): match for match in reversed(top)}
        return sorted(distinct.values(), key=_worth)[:_MOST_PLACES]


def is_too_short(quotation: str) -> bool:
    """Whether a quotation has too few words or letters to be verified."""
    words = find_words(quotation)
    return len(words) < LEAST_WORDS or len(words.letters(0, len(words))) < LEAST_LETTERS


def adjoins(one: Match, other: Match) -> bool:
    """Whether two matches stand side by side, with at most as much between them as one piece may leave out."""
    if one.document.id != other.document.id:
        return False
    low, high = sorted((one.found, other.found), key=lambda each: each.start)
    return len(find_words(one.document.text, low.end, max(low.end, high.start))) <= LONGEST_GAP


def least_alike(words: int) -> float:
    """The share of letters that must agree for so many words to be those of a place."""
    return next(share for most, share in _ALIKE if words < most)


def _match(first: int, last: int, document: Document, found: Comparison) -> Match:
    start, end, mask = clear_run(document, found.start, found.end)
    if mask is None and (start, end) != (found.start, found.end):
        found = Comparison(
            start=start,
            end=end,
            verdict=Verdict.FOLDED if found.verdict is Verdict.EXACT else found.verdict,
            similarity=found.similarity,
            diff=found.diff,
            changes=found.changes,
        )
    return Match(first=first, last=last, document=document, found=found, mask=mask)


def _worth(match: Match) -> tuple[object, ...]:
    """Best first: what may be quoted, the better verdict, more letters alike; then the better citation."""
    found = match.found
    return (
        match.mask is not None,
        _RANKS[found.verdict],
        -round(found.similarity, 3),
        -citedness(match.document.metadata),
        match.document.id,
        found.start,
    )
