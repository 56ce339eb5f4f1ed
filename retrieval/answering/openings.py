"""Whether words lean on what stands before them: "He threatened ..." leaves open who did.

They are judged by how they open, as English: in other languages nothing matches, so nothing leans. What is in doubt does not
lean, since a sentence too much beside a quote is clutter.
"""

import re

_LOOKED_AT = 300
"""Characters by which an opening is judged."""

_MARKS = re.compile(r"(?:\[\w{1,3}\]|[\W_])*")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_CONTRACTED = re.compile(r"\A['’]s\b")

_NAME = r"[A-Z]\w"
_PERSON = r"(?:he|she|they)\b"
_POINTING = r"(?:this|that|these|those|such|them|him|it|then)\b"
_RELATIVE = r"(?:who|whom|whose|that|which)\b"
_ANYBODY = rf"(?:{_RELATIVE}|(?:of|in|on|at|from|under|with|without|present)\b)"
_OTHERS = rf"(?:this|that|these|them|it|those (?!{_ANYBODY}))\b"
_SUBJECT = rf"(?:{_NAME}|(?:the|an?|he|she|it|they|we|his|her|its|their|our|my|some|all|no)\b)"
_OURSELVES = (
    r"(?:\w+ ){0,2}(?:book|chapter|essay|study|volume|article|page|section|edition|memoir|preface|introduction|guide|series"
    r"|selection|collection|video|film|website)\b"
)
_OUR_STORY = r"is (?:an?|the) (?:\w+ )?(?:story|history|account|tale|record|list|collection)\b"
_NOWADAYS = r"(?:morning|afternoon|evening|week)\b"
_TERM = r"(?:day|night|morning|afternoon|evening|week|month|year|spring|summer|autumn|winter)\b"
_VERB = r"(?:was|were|had|has|is|are|would|could|did|\w+ed)\b"

_LEAN_UNLESS = {
    **dict.fromkeys(("he", "she", "they", "him"), _RELATIVE),
    **dict.fromkeys(("his", "her", "their", "its"), _NAME),  # "His Majesty"
    **dict.fromkeys(("and", "but", "yet", "nor", "or", "then", "thus", "therefore", "hence", "otherwise"), "-"),
    **dict.fromkeys(("nevertheless", "nonetheless", "consequently", "accordingly", "thereupon", "afterwards"), "-"),
    "instead": r"of\b",
    "this": rf"{_OURSELVES}|{_OUR_STORY}|{_NOWADAYS}",
    "that": _SUBJECT,  # "That the war was lost was known"
    "these": r"days\b",
    "those": _ANYBODY,
    "such": r"as\b",
    "both": rf"{_SUBJECT}[^.;:!?]{{0,80}}? and\b",
    "here": r"(?:is|are|follows?|lies|begins|ends)\b",
}
"""First words that lean, and what must not follow."""

_LEAN_BEFORE = {
    **dict.fromkeys(("however", "similarly", "likewise"), ","),
    **dict.fromkeys(("for", "now", "still", "even", "perhaps"), rf",? ?{_PERSON}"),
    **dict.fromkeys(("some", "many", "most", "none", "each", "one", "two", "few", "half", "part"), f"of {_OTHERS}"),
    **dict.fromkeys(("either", "neither", "several", "much", "any", "another"), f"of {_OTHERS}"),
    **dict.fromkeys(("when", "while", "as", "if", "because", "since", "although"), rf"{_PERSON}(?![^,.]*, {_NAME})"),
    **dict.fromkeys(("though", "until", "once", "after", "before"), rf"{_PERSON}(?![^,.]*, {_NAME})"),
    "all": rf"of {_OTHERS}|(?:this|these)\b",
    "so": rf",|{_SUBJECT}|(?:did|does|do|was|were|is|are|had|has|ended|began|came|went)\b",
    "there": f",|{_SUBJECT}",
    "the": rf"(?:latter|others?)\b(?! (?:half|part|days|years|stages?)\b)|former(?:,| {_VERB})|(?:same|next|following) {_TERM}",
}
"""First words that do not lean, and what must follow if they do."""

_PREPOSITIONS = frozenset(
    "about after against among around at before behind beside between beyond by during for from in into of on over since "
    "through to under until upon with within without".split()
)
_SOMETHING_SAID = rf"(?:all )?{_POINTING}(?<!those)(?! {_OURSELVES})|those (?!{_ANYBODY})"

_IS = (
    r"(?:(?:had|has|have|will|would|can|could|may|might|must|should) (?:not )?)?"
    r"(?:be|been|is|was|became|becomes|seems?|seemed|appears?|appeared|remains?|remained)(?: (?:not|only|\w+ly))*"
)
_TO_DO = r"to (?!(?:the|an?|him|her|it|them|us|me|his|its|their|this|that|these|those|our|my)\b)[a-z]"
_ABLE = (
    r"(?:able|unable|about|going|meant|supposed|designed|intended|ready|forced|compelled|obliged|bound|due|determined|allowed"
    r"|prepared|willing|unwilling|eager|quick|slow|free|used|sure|said|believed|thought|reported|expected|likely)\b"
)
_TIME = (
    r"(?:dawn|dusk|dark|day|daylight|night|nightfall|midnight|noon|morning|evening|afternoon|late|early|raining|snowing|cold"
    r"|spring|summer|autumn|winter|[A-Z]\w+day|January|February|March|April|May|June|July|August|September|October|November"
    r"|December|\w+ o['’]clock|\d{4})\b"
)
_ABOUT_IT = r"(?:an?|so|such|too|then|there|here|this|these|those|that|his|her|their|he|she|they)\b"
_NOTHING = (
    rf"{_IS} (?:an? |the )?(?:[\w-]+ )?{_TIME}",  # "It was a cold night"
    rf"{_IS} (?:the (?!latter|former|other|same)|{_NAME})[^,.;:!?]{{0,60}}?(?:, not [^,.]*,)? (?:who|that)\b",  # "It was Orme who"
    rf"{_IS} (?!{_ABOUT_IT})[^,.;:!?]{{0,60}}?\b(?:that (?=\w)|whether|how|why)",  # "It is true that"
    rf"{_IS} an? (?:\w+ )?(?:fact|pity|shame|mistake|rule|law|sign|condition|wonder)\b",
    rf"{_IS} (?!(?:\w+ )?{_ABLE})[^,.;:!?]{{0,60}}?\b{_TO_DO}",  # "It was necessary to", but "It was able to"
    rf"(?:had )?(?:took|takes|taken) [^,.;:!?]{{0,40}}?\b{_TO_DO}",  # "It took three weeks to"
    r"(?:\w+ )?(?:turn(?:ed|s) out|happen(?:ed|s)|follow(?:ed|s)|seem(?:ed|s)|appear(?:ed|s)) that\b",
    r"(?:\w+ )?(?:rain|snow)(?:s|ed)\b",
)
"""What follows an "it" that stands for nothing."""


def leans(text: str) -> bool:
    """Whether a text opens with words that leave open who or what is meant: a pronoun, "that day", "the latter", "but" ..."""
    words = " ".join(text[:_LOOKED_AT].split())
    marks = _MARKS.match(words)
    first = _FIRST_WORD.match(words, marks.end() if marks else 0)
    if first is None:
        return False
    word, rest = first[0].lower(), _CONTRACTED.sub(" is", words[first.end() :]).lstrip()
    if word == "it":
        return not any(re.match(pattern, rest) for pattern in _NOTHING)
    if word in _LEAN_UNLESS:
        return not re.match(_LEAN_UNLESS[word], rest)
    if word in _PREPOSITIONS and re.match(_SOMETHING_SAID, rest):
        return True
    return word in _LEAN_BEFORE and re.match(_LEAN_BEFORE[word], rest) is not None
