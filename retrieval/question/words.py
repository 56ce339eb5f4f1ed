"""The words of a question: which carry its content."""

import re

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
_NEGATED = re.compile("n['’]t$", re.IGNORECASE)
"""What an auxiliary verb ends in when it is denied."""


def words(text: str) -> list[str]:
    """The words of a text as they stand, in order; hyphens, apostrophes and inner full stops stay inside a word."""
    return WORD.findall(text)


def content_words(text: str) -> list[str]:
    """Words that carry content, as they stand, each once: no stop words, no "didn't", no single letters."""
    seen: dict[str, str] = {}
    for word in words(text):
        if _NEGATED.search(word):
            continue
        plain = re.sub(r"['’]s?$", "", word)
        folded = plain.lower()
        if len(folded) > 1 and folded not in STOP_WORDS and re.split("['’]", folded)[0] not in STOP_WORDS:
            seen.setdefault(folded, plain)
    return list(seen.values())
