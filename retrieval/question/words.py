"""The words of a question: which carry its content."""

import re

from retrieval.calendars.eras import without_eras

WORD = re.compile(r"[^\W_]+(?:['’\-.][^\W_]+)*")

STOP_WORDS = frozenset(
    """a about after again against all also am an and another any are as at be because been before being between both but by
    came can come could did do does doing done during each either else ever every few for from further get give got had has have
    having he her here hers him his how i if in into is it its itself just know let like ll made make many may me might more most
    much must my near new no nor not now of off on once one only or other our out over own per please quite said same say says
    shall she should so some such take tell than that the their them then there these they thing things this those through to
    told too under until up upon us use very was we well went were what when where which while who whom whose why will with
    would yes yet you your""".split()
)
_NAMES = frozenset({"US", "IT", "WHO"})
"""Names that are stop words in small letters: a country, a trade, a body of the United Nations. Others are in capitals for stress."""

_NEGATED = re.compile("n['’]t$", re.IGNORECASE)
"""What an auxiliary verb ends in when it is denied."""


def words(text: str) -> list[str]:
    """The words of a text as they stand, in order; hyphens, apostrophes and inner full stops stay inside a word."""
    return WORD.findall(text)


def content_words(text: str) -> list[str]:
    """Words that carry content, as they stand, each once: no stop words, no "didn't", no single letters, and of "44 BC" the number.

    "US", "IT" and "WHO" do, but for a "WHO" that opens the text as a question.
    """
    seen: dict[str, str] = {}
    for at, word in enumerate(words(without_eras(text))):
        if _NEGATED.search(word):
            continue
        plain = re.sub(r"['’]s?$", "", word)
        folded = plain.lower()
        stops = folded in STOP_WORDS or re.split("['’]", folded)[0] in STOP_WORDS
        if (len(folded) > 1 and not stops) or (names_in_capitals(plain, text) and (at or plain != "WHO")):
            seen.setdefault(folded, plain)
    return list(seen.values())


def names_in_capitals(word: str, text: str) -> bool:
    """Whether a word of a text is a name that only its capitals tell from a stop word; none is in a text all in capitals."""
    return word in _NAMES and not text.isupper()
