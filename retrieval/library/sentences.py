"""Where sentences begin and end in a stretch of running text.

A full stop is judged by what stands on both sides of it (after Mikheev, "Periods, Capitalized Words, etc.", 2002): the
tables of `abbreviations` say what the word before it may be, the letter after it whether a sentence can begin there.
"""

import re
from collections.abc import Iterator

from retrieval.library.abbreviations import (
    CLOSERS,
    MONTHS,
    ORDINAL_MONTHS,
    REFERENCES,
    SAYING,
    SPACED,
    STARTERS,
    TITLES,
)
from seeds.voices.transcripts import LABEL

LONGEST = 700
"""Characters of the longest sentence: longer ones are cut at a clause, since no quote may be longer than this."""

_STOP = re.compile(r"[.!?…‽]+(?:[ \u00a0][.…]+)*|[。！？｡؟۔।]+")
_CLOSING = re.compile(
    r"""(?:["'”’›»“)\]}*_†‡]            # quotes and brackets; a German quotation ends with “
        |[\s\u00a0\u202f]»               # French puts a space before it
        |[\s\u00a0]''(?=\s|\Z)            # words parted by a program: `` So . ''
        |[ \u00a0]?\[(?:\d{1,3}|[a-z*†]|\#[\w.:+-]*)\]  # footnote marks: [2], [a], [#], [#name]
        |[⁰¹²³⁴-⁹]+
        )*""",
    re.VERBOSE,
)
_FOOTNOTE_FIGURE = re.compile(r"\d{1,3}(?=\s|$)")
_LEADING = re.compile(r"""[\s"'“”‘’„«»‹›(\[{¿¡*_—–-]*""")
_WORD = re.compile(r"[^\W\d_]+")
_TOKEN = re.compile(r"[^\s()\[\]{}“”\"‘«»„—–/…]+$")
_DOTTED = re.compile(r"[^\W\d_](?:\.-?[^\W\d_])*")
_ROMAN = re.compile(r"[IVXLCDM]+")
_NUMERAL = re.compile(r"[IVXLCDM]+\b")
_ATTRIBUTION = re.compile(r"(?:[^\W\d_][\w.’'-]*\s+){1,4}?(?P<verb>[a-z]+)\b")
_TURN = re.compile(LABEL)
_ENUMERATOR = re.compile(r"(?:\d+[a-z]?|[A-Za-zА-Яа-я]|[IVXLCDM]+)(?:\.(?:\d+|[A-Za-z]))*")
_BRACKET_REACH = 300
_WIDE = "。！？｡"
_QUOTES = "\"'”’›»“"
_BLANK = re.compile(r"[\s\ufeff\u200b-\u200f\u2060\x00-\x1f\x7f-\x9f]*")
_TRAILING_BLANK = re.compile(r"[\s\ufeff\u200b-\u200f\u2060\x00-\x1f\x7f-\x9f]*\Z")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_CLAUSE_ENDS = (re.compile(r"[;:][\"'”’»)\]]*\s"), re.compile(r",[\"'”’»)\]]*\s|\s[—–-]+\s"), re.compile(r"\s"))


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without blank and invisible characters at its ends; an empty one at `end` where nothing is left."""
    first = _BLANK.match(text, start, end)
    assert first is not None
    start = first.end()
    while end > start and _TRAILING_BLANK.match(text, end - 1, end):
        end -= 1
    return start, end


def readable(text: str, start: int, end: int) -> bool:
    """Whether the range holds a letter or a digit."""
    return _LETTER_OR_DIGIT.search(text, start, end) is not None


def split_sentences(text: str, start: int, end: int, *, ordinals: bool = False) -> list[tuple[int, int]]:
    """The sentences of `text[start:end]`, in order, without blanks around them.

    Every character that is not blank is in exactly one of them, unless the range holds neither letter nor digit: then
    there are none. `ordinals` says that the language writes "the 3rd" as "3." (German and others).
    """
    start, end = trim(text, start, end)
    if not readable(text, start, end):
        return []
    spans: list[tuple[int, int]] = []
    begin = start
    for boundary in _boundaries(text, start, end, ordinals=ordinals):
        if readable(text, begin, boundary) and readable(text, boundary, end):
            spans.extend(_cut(text, *trim(text, begin, boundary)))
            begin = boundary
    spans.extend(_cut(text, *trim(text, begin, end)))
    return spans


def abbreviates(text: str, stop: int, follow: int) -> bool:
    """Whether the full stop at `stop` belongs to the word before it, and the sentence goes on at `follow`: "Mr. Orme", "Robert E. Lee"."""
    return not _starts(text, follow, len(text)) and _is_abbreviation(
        text, 0, stop, follow, starts=False, ordinals=False
    )


def halve(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A range of at least two characters cut in two after a clause or word, without blanks around the parts."""
    cut = _cut_point(text, start, max(start + 1, start + (end - start) * 2 // 3))
    return [part for part in (trim(text, start, cut), trim(text, cut, end)) if part[0] < part[1]]


def _boundaries(text: str, start: int, end: int, *, ordinals: bool) -> Iterator[int]:
    """Where one sentence ends and another begins; the caller drops those that would cut off bare punctuation."""
    begin = start
    for stop in _STOP.finditer(text, start, end):
        closing = _CLOSING.match(text, stop.end(), end)
        after = closing.end() if closing else stop.end()
        figure = _FOOTNOTE_FIGURE.match(text, after, end)
        if figure and _is_footnote(text, stop.start(), after, begin):
            after = figure.end()
        if _TURN.fullmatch(text, start, stop.start()):
            continue
        if after < end and _ends(text, begin, stop.start(), stop.end(), after, end, ordinals=ordinals):
            yield after
            begin = after


def _is_footnote(text: str, stop: int, after: int, begin: int) -> bool:
    """Whether a figure right after the stop is a note's mark: "won.3 The next", not "3.5" or "No.3"."""
    word = _TOKEN.search(text, begin, stop)
    before = text[after - 1]
    return before in _QUOTES or (word is not None and word[0][-1:].islower() and word[0].lower() not in REFERENCES)


def _ends(text: str, begin: int, stop: int, stop_end: int, after: int, end: int, *, ordinals: bool) -> bool:
    """Whether the stop, with what closes after it up to `after`, ends the sentence that began at `begin`."""
    mark = text[stop:stop_end]
    if mark[0] in _WIDE:
        return True
    if not text[after].isspace():
        return _is_missing_space(text, begin, stop, after, end)
    leading = _LEADING.match(text, after, end)
    follow = leading.end() if leading else after
    if follow >= end or not text[follow].isalnum() or text[follow].islower():
        return follow >= end
    if _is_inside_brackets(text, begin, stop, stop_end, end):
        return False
    quoted = any(quote in text[stop_end:after] for quote in _QUOTES)
    if "!" in mark or "?" in mark or "‽" in mark:
        return not _is_aside(text, stop, stop_end, after) and not (quoted and _is_attributed(text, follow, end))
    if quoted:
        return True
    starts = _starts(text, follow, end)
    if len(mark) > 1 or mark == "…":
        return starts or _ellipsis_ends(text, begin, stop, mark)
    return not _is_abbreviation(text, begin, stop, follow, starts=starts, ordinals=ordinals)


def _is_inside_brackets(text: str, begin: int, stop: int, stop_end: int, end: int) -> bool:
    """Whether a bracket that opened in the middle of the sentence closes only after the stop: "(Plut. Num. 16)"."""
    opened = text.rfind("(", begin, stop)
    if opened <= begin or opened < text.rfind(")", begin, stop):
        return False
    return readable(text, begin, opened) and text.find(")", stop_end, min(end, stop_end + _BRACKET_REACH)) > stop_end


def _is_missing_space(text: str, begin: int, stop: int, after: int, end: int) -> bool:
    """Whether a space was lost after a full stop: "the end.Then", but not "history.Com" or "e.g.Foo"."""
    word = _TOKEN.search(text, begin, stop)
    following = _WORD.match(text, after, end)
    return (
        word is not None
        and following is not None
        and len(word[0]) >= 3
        and word[0].isalpha()
        and word[0][1:].islower()
        and len(following[0]) >= 2
        and following[0][0].isupper()
        and following[0][1:].islower()
        and (following[0].lower() in STARTERS or text[stop] != ".")
    )


def _is_aside(text: str, stop: int, stop_end: int, after: int) -> bool:
    """Whether the mark stands alone in brackets: "(!)"."""
    return stop > 0 and text[stop - 1] in "([" and text[stop_end:after][:1] in (")", "]")


def _is_attributed(text: str, follow: int, end: int) -> bool:
    """Whether what follows a quotation says who spoke: '"Who goes there?" Petrov asked.'"""
    said = _ATTRIBUTION.match(text, follow, min(end, follow + 80))
    return said is not None and said["verb"] in SAYING


def _starts(text: str, follow: int, end: int) -> bool:
    """Whether the next word is one that begins sentences, and no initial."""
    word = _WORD.match(text, follow, end)
    return word is not None and word[0].lower() in STARTERS and not (word.end() < end and text[word.end()] == ".")


def _ellipsis_ends(text: str, begin: int, stop: int, mark: str) -> bool:
    """Whether dots end a sentence: a fourth dot says so; three set off by a space on both sides are an omission."""
    if mark.count(".") + 3 * mark.count("…") >= 4:
        return True
    return stop > begin and not text[stop - 1].isspace() and mark in ("..", "...", "…")


def _is_abbreviation(text: str, begin: int, stop: int, follow: int, *, starts: bool, ordinals: bool) -> bool:
    """Whether the full stop belongs to the word before it and the sentence goes on."""
    found = _TOKEN.search(text, max(begin, stop - 40), stop)
    if found is None:
        return False
    token = found[0].lstrip("'’‚*_.")
    if _ENUMERATOR.fullmatch(token) and not readable(text, begin, stop - len(token)):
        return True  # "1. The land question"
    if token.isdigit():
        return len(token) <= 2 and (_is_ordinal_month(text, follow) or (ordinals and not starts))
    if _is_first_of_two(text, token.lower(), follow):
        return True
    if _DOTTED.fullmatch(token) and token[0].isupper():
        return not starts
    return _is_in_tables(text, token.lower(), follow, starts=starts) or (
        ordinals and not starts and _ROMAN.fullmatch(token) is not None
    )


def _is_first_of_two(text: str, word: str, follow: int) -> bool:
    """Whether the word and the one after it are an abbreviation that is printed with a space: "v. Chr."."""
    after = _WORD.match(text, follow)
    return after is not None and text[after.end() : after.end() + 1] == "." and (word, after[0].lower()) in SPACED


def _is_ordinal_month(text: str, follow: int) -> bool:
    """Whether a month follows a figure: "7. November"."""
    word = _WORD.match(text, follow)
    return word is not None and word[0].lower() in ORDINAL_MONTHS


def _is_in_tables(text: str, word: str, follow: int, *, starts: bool) -> bool:
    """Whether the word is an abbreviation that does not end a sentence before what follows."""
    if word in TITLES:
        return True
    if word in REFERENCES:
        return text[follow].isdigit() or _NUMERAL.match(text, follow) is not None
    if word in MONTHS:
        return text[follow].isdigit()
    return (word in CLOSERS or _DOTTED.fullmatch(word) is not None) and not starts


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentence, or its pieces of at most `LONGEST` characters, cut after a clause where one ends in time."""
    while end - start > LONGEST:
        piece = _cut_point(text, start, min(start + LONGEST, end))
        yield trim(text, start, piece)
        start, _ = trim(text, piece, end)
    if start < end:
        yield start, end


def _cut_point(text: str, start: int, limit: int) -> int:
    """The end of the last clause, else of the last word, in the second half of the range; else its very end."""
    half = (start + limit) // 2
    for pattern in _CLAUSE_ENDS:
        cuts = [match.end() for match in pattern.finditer(text, half, limit)]
        if cuts:
            return cuts[-1]
    return limit
