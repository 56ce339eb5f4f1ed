"""What differs between a quotation and its source, and whether that alters the meaning."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from retrieval.question.spelling import NAME_SHARE, sound_key
from retrieval.verifying.verdicts import Change, Kind
from retrieval.verifying.vocabulary import NEGATIONS, date_of, number_of, prefix_negation
from retrieval.verifying.words import Words, strict

CONTEXT = 4
"""Words that a diff shows around a difference."""

_SLIP = 60.0
"""Similarity in percent (rapidfuzz `ratio`) from which an unknown word can be a known one, misspelt or misread."""

_SENTENCE_END = re.compile(r"[.!?:…][\"”’»)\]]*\s*[\"“‘«(\[]*\Z")

Capitalised = Callable[[str], float | None]
"""The share of a word's uses in the library that have a capital; None where the library does not hold it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Edit:
    """Words `begin` to `end` of the source that the quotation has as its words `first` to `last`, all exclusive."""

    first: int
    last: int
    begin: int
    end: int


def edits(quotation: Words, source: Words) -> list[Edit]:
    """Where the words differ; words that only part at other places are the same."""
    found = list[Edit]()
    for edit in Levenshtein.opcodes(quotation.folded, source.folded):
        if edit.tag == "equal":
            continue
        if found and found[-1].last == edit.src_start and found[-1].end == edit.dest_start:
            last = found.pop()
            first, begin = last.first, last.begin
        else:
            first, begin = edit.src_start, edit.dest_start
        found.append(Edit(first=first, last=edit.src_end, begin=begin, end=edit.dest_end))
    return [e for e in found if quotation.letters(e.first, e.last) != source.letters(e.begin, e.end)]


def changes(
    quotation: Words, source: Words, differing: Iterable[Edit], capitalised: Capitalised, inserted: frozenset[int]
) -> tuple[Change, ...]:
    """The differences that alter the meaning. `inserted` are words that the quotation marks as not the source's."""
    said, stands = list[int](), list[int]()
    for edit in differing:
        theirs, ours = list(range(edit.first, edit.last)), list(range(edit.begin, edit.end))
        if theirs and inserted.issuperset(theirs):
            continue
        for q, s in _slips(quotation, source, theirs, ours, capitalised):
            theirs.remove(q)
            ours.remove(s)
        said += theirs
        stands += ours
    found = [
        *_differing(Kind.NEGATION, _negations(quotation, said), _negations(source, stands)),
        *_prefixed(quotation, source, said, stands),
        *_differing(Kind.DATE, _of(quotation, said, date_of), _of(source, stands, date_of)),
        *_differing(Kind.NUMBER, _of(quotation, said, _number), _of(source, stands, _number)),
    ]
    return (*found, *_names(quotation, source, said, stands, capitalised))


def shown(quotation: Words, source: Words, differing: Iterable[Edit]) -> str:
    """The differences in their context: `the [-red-] {+white+} army`, with an ellipsis where words are left out."""
    pieces = list[str]()
    upto = 0
    for edit in differing:
        pieces += _between(source, upto, edit.begin, opening=not pieces)
        pieces += [f"[-{source.raw(edit.begin, edit.end)}-]"] if edit.begin < edit.end else []
        pieces += [f"{{+{quotation.raw(edit.first, edit.last)}+}}"] if edit.first < edit.last else []
        upto = edit.end
    rest = source.raw(upto, min(len(source), upto + CONTEXT))
    pieces += [rest, "…"] if upto + CONTEXT < len(source) else [rest]
    return " ".join(" ".join(piece.split()) for piece in pieces if piece)


def shown_marks(quotation: str, source: str) -> str:
    """The same where all words agree, and only punctuation differs."""
    ours, theirs = _tokens(source), _tokens(quotation)
    pieces = list[str]()
    for edit in Levenshtein.opcodes([strict(each) for each in ours], [strict(each) for each in theirs]):
        here, there = ours[edit.src_start : edit.src_end], theirs[edit.dest_start : edit.dest_end]
        if edit.tag == "equal":
            pieces += here if len(here) <= 2 * CONTEXT else [*here[:CONTEXT], "…", *here[-CONTEXT:]]
            continue
        pieces += [f"[-{' '.join(here)}-]"] if here else []
        pieces += [f"{{+{' '.join(there)}+}}"] if there else []
    return " ".join(pieces)


def _tokens(text: str) -> list[str]:
    return [token for token in re.split(r"[\s\-‐-―]+", text) if strict(token)]


def _between(source: Words, upto: int, begin: int, *, opening: bool) -> list[str]:
    """The source's words before a difference, back to the one before it or as far as the context reaches."""
    if begin - upto <= (CONTEXT if opening else 2 * CONTEXT):
        return [source.raw(upto, begin)]
    before = [] if opening else [source.raw(upto, upto + CONTEXT)]
    return [*before, "…", source.raw(begin - CONTEXT, begin)]


def _slips(
    quotation: Words, source: Words, theirs: list[int], ours: list[int], capitalised: Capitalised
) -> list[tuple[int, int]]:
    """Pairs of a word that the library does not know and the source's word that it is, misspelt or misread."""
    if len(theirs) != len(ours):
        return []
    return [
        (q, s)
        for q, s in zip(theirs, ours, strict=True)
        if not _means(quotation, q)
        and capitalised(quotation.raw(q, q + 1)) is None
        and fuzz.ratio(quotation.folded[q], source.folded[s]) >= _SLIP
    ]


def _means(words: Words, at: int) -> bool:
    """Whether a word is a denial, a number or a date, which is no other word misspelt."""
    raw = words.raw(at, at + 1)
    return words.folded[at] in NEGATIONS or number_of(raw) is not None or date_of(raw) is not None


_Found = list[tuple[str, str]]
"""Words by what they mean, and as they stand."""


def _negations(words: Words, at: list[int]) -> _Found:
    found = _Found()
    for i in at:
        raw, plain = words.raw(i, i + 1), words.folded[i]
        if plain in NEGATIONS or re.search("n['’ʼ]t$", raw, re.IGNORECASE) or plain == "cannot":
            found.append(("not", raw))
    return found


def _of(words: Words, at: list[int], meaning: Callable[[str], str | None]) -> _Found:
    found = ((meaning(words.raw(i, i + 1)), words.raw(i, i + 1)) for i in at)
    return [(meant, raw) for meant, raw in found if meant is not None]


def _number(raw: str) -> str | None:
    return number_of(raw) if date_of(raw) is None else None


def _differing(kind: Kind, said: _Found, stands: _Found) -> list[Change]:
    """One change where the words of this kind differ."""
    more = Counter(meant for meant, _ in said)
    less = Counter(meant for meant, _ in stands)
    if more == less:
        return []
    theirs = _once(raw for meant, raw in said if more[meant] > less[meant])
    ours = _once(raw for meant, raw in stands if less[meant] > more[meant])
    return [Change(kind=kind, source=ours, quotation=theirs)]


def _prefixed(quotation: Words, source: Words, said: list[int], stands: list[int]) -> list[Change]:
    """A word that is the other with a denying prefix, "able" and "unable"."""
    return [
        Change(kind=Kind.NEGATION, source=source.raw(s, s + 1), quotation=quotation.raw(q, q + 1))
        for q in said
        for s in stands
        if prefix_negation(quotation.folded[q], source.folded[s])
    ][:1]


def _names(
    quotation: Words, source: Words, said: list[int], stands: list[int], capitalised: Capitalised
) -> list[Change]:
    """A name in the place of another one; another spelling of the same is none."""
    theirs = [quotation.raw(i, i + 1) for i in said if _is_name(quotation, i, capitalised)]
    ours = [source.raw(i, i + 1) for i in stands if _is_name(source, i, capitalised)]
    strangers = [name for name in theirs if not any(_is_same_name(name, other) for other in ours)]
    missing = [name for name in ours if not any(_is_same_name(name, other) for other in theirs)]
    if not strangers or not missing:
        return []
    return [Change(kind=Kind.NAME, source=_once(missing), quotation=_once(strangers))]


def _is_name(words: Words, at: int, capitalised: Capitalised) -> bool:
    """Whether a word is a name: it has a capital within a sentence, or at the beginning of one and nearly everywhere else."""
    raw = words.raw(at, at + 1)
    plain = re.sub("['’ʼ]s?$", "", raw)
    if not raw[:1].isupper() or words.folded[at] in NEGATIONS or date_of(raw) or number_of(raw):
        return False
    begins = at == 0 or _SENTENCE_END.search(words.text, max(0, words.starts[at] - 9), words.starts[at]) is not None
    if not begins and not _is_set_in_capitals(words):
        return True
    share = capitalised(plain)
    return share is None or share >= NAME_SHARE


def _is_set_in_capitals(words: Words) -> bool:
    """Whether most words have a capital, as in a heading."""
    capitals = sum(words.text[start].isupper() for start in words.starts)
    return 2 * capitals > len(words)


def _is_same_name(one: str, other: str) -> bool:
    plain = [re.sub("['’ʼ]s?$", "", name) for name in (one, other)]
    return sound_key(plain[0]) == sound_key(plain[1])


def _once(words: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(words))
