"""Who opens the clause in which a verb stands farther on, behind what else he does: "strangers shook his hand, saying"."""

import re
from collections.abc import Iterator

from seeds.irregular_verbs import PAST
from seeds.people import NAME, plain_name
from seeds.voices.mentions.cue import Cue
from seeds.voices.mentions.roles import ANYBODY, ROLE, anybody_at_end, plain_role, plural_at_end, several_at_end
from seeds.voices.mentions.subjects import mentions

_START = re.compile(
    r"(?:\A\W*|[;:—]\s|--|,\s(?:and|but|so|for|while|when|until|till|then|whereupon)\s)(?:(?:[Aa]nd|[Bb]ut|[Tt]hen|[Nn]ow|[Ss]o|[Yy]et|\w+ly),?\s)?"
    r"(?:(?:[Ii]n|[Oo]n|[Aa]t|[Ff]rom|[Aa]fter|[Uu]pon|[Ww]ith|[Dd]uring|[Bb]efore)\s[^,;:.]{2,60},\s)?(?=\w)"
)
_ONE = rf"(?:(?:[Tt]he|[Hh]is|[Hh]er)\s[a-z]+|{ROLE}|(?:[Tt]he\s)?{NAME})"
_BOTH = re.compile(rf"(?P<all>[Bb]oth\s)?(?P<one>{_ONE})\sand\s(?P<other>{_ONE.replace('?P<head>', '?:')})(?=\s)")
_WORDS = re.compile(r"[\w’-]+(?:\s[\w’-]+){0,6}")
_WORD_ENDS = re.compile(r"(?=\s|\Z)")
_ANYBODY = re.compile(ANYBODY)
_DOES = re.compile(rf"\s(?:both\s|all\s|then\s|\w+ly\s)?(?:{PAST}|have|\w{{2,}}ed)\b(?!\sby\b)")
_BEING = re.compile(r"\s\w+ing\s[^;:]{3,}(?<=,)\s*\Z")
"""What is told of him with no verb of its own: "a baker coming home, and seeing the smoke,"."""
_JOINED = re.compile(r"(?:,|\b(?:and|but|then|or))(?:\s\w+ly)?\s*\Z")
_ANOTHER = re.compile(
    r"\b(?:who|which)\b|,?\s(?:and|but|while|when|as)\s(?:the|an?|his|her|their|its|this|these|those|all|no|some|others|[A-Z]\w+)\s"
)
"""What is told of another than the subject."""


def opening(lead: str, *, gerund: bool) -> Cue | None:
    """The subject of the last clause before another verb of his, at which the words end; None where somebody else acts between.

    One of whom no list says that he is a person, "the bell", is none by what he does, but where the verb is a `gerund`.
    """
    for start in reversed([found.end() for found in _START.finditer(lead)]):
        for end, several, cue in _subjects(lead, start):
            rest = lead[end:]
            does = _DOES.match(rest) is not None and _JOINED.search(rest) is not None
            leads_up = (several and not rest.strip()) or (does and (several or gerund)) or _BEING.match(rest)
            if leads_up and not _ANOTHER.search(rest) and not _acts(rest):
                return cue
    return None


def both(lead: str) -> Cue | None:
    """The two joined by "and" who open the clause."""
    cues = [_two(found) for each in _START.finditer(lead) if (found := _BOTH.match(lead, each.end()))]
    return cues[-1] if cues else None


def _acts(words: str) -> bool:
    return any(each.clause == "main" for each in mentions(words))


def _subjects(lead: str, start: int) -> Iterator[tuple[int, bool, Cue]]:
    """Who may be meant by the words that begin there: his end, whether he is several, as two joined by "and" are, and who he is."""
    if found := _BOTH.match(lead, start):
        yield found.end(), True, _two(found)
        return
    words = _WORDS.match(lead, start)
    for stop in _WORD_ENDS.finditer(words[0]) if words else ():
        end = start + stop.start()
        who = lead[start:end]
        one = _ANYBODY.fullmatch(who) is not None
        role = anybody_at_end(who) if one else several_at_end(who) or plural_at_end(who)
        if role:
            yield end, not one, Cue(role=role, at=start)


def _two(found: re.Match[str]) -> Cue:
    return Cue(role=f"{_called(found['one'])} and {_called(found['other'])}", at=found.start("one"))


def _called(words: str) -> str:
    return (
        plain_role(words)
        if words[:1].islower() or words.startswith(("The ", "His ", "Her "))
        else plain_name(words) or words
    )
