"""A speech that goes on where its audience, or something else that is set between its parts, interrupted it: `(Laughter.)`."""

import re
from collections.abc import Sequence

from seeds.voices.speech.narrative import Narrative
from seeds.voices.speech.turn import Turn

_NOISE = (
    r"(?:[Aa]pplause|[Ll]aughter|[Cc]heer(?:s|ing)?|[Hh]oots|[Hh]ooting|[Jj]eers|[Uu]proar|[Tt]umult|[Hh]isses|[Hh]issing|[Mm]urmurs|[Ss]ensation|[Rr]oars?|[Oo]utcry|[Oo]utcries"
    r"|[Mm]irth|[Gg]roans|[Cc]lamou?r|[Cc]ommotion|[Bb]edlam|[Pp]andemonium|[Oo]vation|[Hh]ubbub|[Dd]isorder|[Ii]nterruptions?|[Cc]atcalls|[Ww]histl(?:es|ing)|[Cc]ries|[Ss]houts|[Vv]oices?"
    r"|[Ee]xclamations|[Bb]ravos)"
)
_A_NOISE = re.compile(rf"\b{_NOISE}\b")
_MARK = re.compile(r"[.!?…,:()\[\]]*[.!?…:()\[\]]")
_PLAIN = re.compile(r"[\w,’'\s-]*")
_LONGEST = 130
_CROWD = re.compile(rf"(?:[(\[]|\A|[.!?…]\s)[^()\[\].!?]{{0,60}}\b{_NOISE}\b[^()\[\].!?:]{{0,60}}[,:.]?\s*\Z")
"""What stands before words that are those of the audience: `(Cries, “Too late!”)`."""
_LONG = 20
_CAPTION = 14
_FOOTNOTE = re.compile(
    r"\[(?:Footnote|Illustration|Sidenote|Map|Figure)\b[^\]]*\]\Z|\[?\*?\d{0,3}\]?\Z|(?:\*\s*)+\Z|(?:\[\d{1,3}\]|\*{1,3}|†)\s?[A-Z]"
)
_SIGNED = re.compile(r"\([Ss_]|[Ss]igned|(?:[A-Z][a-z]*\.?\s){1,3}[A-Z][a-z]+\.?\Z")
_NEAR = 3


def heard(between: str) -> bool:
    """Whether these words say only what an audience lets hear, and not whose words come next: "(Applause.)", not "cries of"."""
    plain = between.replace("_", " ").rstrip()
    if not plain.endswith((".", "!", "?", "…", ")", "]")):
        return False
    told = [words.strip() for words in _MARK.split(plain) if words.strip()]
    return bool(told) and all(
        len(words) <= _LONGEST and _A_NOISE.search(words) and _PLAIN.fullmatch(words) for words in told
    )


def interrupted(read: Sequence[Narrative], k: int, n: int, before: Sequence[Turn]) -> Turn | None:
    """The speech behind which, as far as quotation n of paragraph k, only the audience is heard; None where there is none."""
    speech = next((turn for turn in reversed(before) if not _is_cried(read, turn)), None)
    if speech is None or not speech.speaker:
        return None
    part, piece = speech.pieces[-1]
    end = next((j for j in range(k, max(-1, k - 1 - _NEAR), -1) if read[j].part is part), None)
    if end is None:
        return None
    words = [*(each.words for each in read[end:k]), read[k].words[: read[k].begin(n)]]
    words[0] = words[0][piece.end - part.start :]
    told = " ".join(each.strip() for each in words)
    long = _words(speech) >= _LONG or told.lstrip().startswith(("(", "["))
    return speech if long and re.search(r"\w", told) and heard(told) else None


def is_between(read: Sequence[Narrative], k: int) -> bool:
    """Whether paragraph k stands in the midst of an open quotation: a caption, a number, or a note, which may quote something."""
    each, text = read[k], read[k].part.text
    if k + 1 >= len(read) or not read[k + 1].opens_quoted:
        return False
    short = len(text.split()) <= _CAPTION and text.endswith(".") and not each.quoted
    return bool(_FOOTNOTE.match(text)) or (short and not _SIGNED.search(text) and not each.heading)


def _is_cried(read: Sequence[Narrative], turn: Turn) -> bool:
    """Whether the turn is what somebody of the audience cries."""
    each = read[turn.at]
    begin = turn.pieces[0][1].start - each.part.start
    return bool(_CROWD.search(each.words, max(0, begin - 150), begin))


def _words(turn: Turn) -> int:
    return sum(len(text.split()) for text in turn.texts)
