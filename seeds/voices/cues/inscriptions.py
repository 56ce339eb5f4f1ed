"""What stands written somewhere and is quoted as itself: "a stone with this inscription:", "the next entry reads:".

Nobody is named who wrote it, and the sentence need not say that it speaks.
"""

import re

from seeds.voices.mentions.cue import Cue

_KIND = (
    r"(?:inscription|legend|motto|epitaph|placard|poster|notice|signboard|headline|heading|banner"
    r"|entry|bulletin|ballad|doggerel|stanza|couplet|verse|rhyme|tablet|label|clause|provision|stipulation|preamble"
    r"|(?:marginal\s)?note|disavowal|(?:announcement|advertisement)(?=\W*\Z))"
)
_MODIFIERS = (
    r"(?:(?!(?:the|an?|this|these|that|its|his|her|and|or|of|to|in|on|with|by|for|from|who|which|is|was|were|had|has|reads?|bore|bears|bearing)\b)"
    r"[a-z][\w’-]*\s){0,4}"
)
_OPEN = r"[^.!?;:“”\"]"
_WRITTEN = re.compile(
    rf"(?<![\w’'])(?<!\bas\s)(?P<article>[Aa]n?|[Tt]he|[Tt]his|[Tt]hese|[Tt]hat|[Oo]ne|[Aa]nother)\s(?P<kind>{_MODIFIERS}{_KIND})(?![\w’'-])"
    r"(?P<rest>,?\s(?:in|on|upon|of|from|over|above|under|at|for|to|against|around|across|about|was|is|were|are|which|that|occurs?|occurred"
    rf"|follows|followed|appears?|appeared|reads?|runs|ran|begins|began|seems?|may|will|gives|reveals)\b{_OPEN}{{0,110}})?"
    r"\s?(?:[,:]|:?\s?--|:?\s?—)\s*\Z"
)
"""The sentence ends with it, and with what is told of it."""
_ANOTHERS = re.compile(r"\b(?:I|[Mm]y|[Oo]ur|[Ww]e|me|by|whose|from\s[A-Z]\w*|entitled|called|named|headed|styled)\b")
"""What the author himself wrote, or one who is named, or a title."""
_NOT_ITS_NAME = re.compile(r"\b(?:following|same)\s")


def inscribed(sentence: str) -> Cue | None:
    """The writing whose words follow, by its kind."""
    found = _WRITTEN.search(sentence)
    if found is None or _ANOTHERS.search(found["rest"] or ""):
        return None
    article = found["article"].lower() if found["article"].lower() in ("a", "an", "one", "another") else "the"
    return Cue(role=f"{article} {_NOT_ITS_NAME.sub('', found['kind'])}")
