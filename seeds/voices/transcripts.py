"""Minutes of hearings and debates: turns that begin with a title and a name in capitals, "Senator ORME. Who sent you?"."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from seeds.document import Voice, VoiceKind
from seeds.people import People
from seeds.structure.layout import Paragraph

_PLAIN = r"Mrs?\.|Miss|Messrs\."
_RANKED = (
    r"Senator|Representative|Delegate|Commissioner|President|Secretary|Judge|Justice|Lord|Lady|Sir|General|Colonel|Major|Captain|Admiral"
    r"|Bishop|Professor|(?:Dr|Gen|Col|Maj|Capt|Adm|Rev|Hon|Prof|Lieut|Lt|M|Mme)\."
)
_NAME = r"[A-Z][A-Z.’'-]*[A-Z](?:\s[A-Z][A-Z.’'-]*[A-Z]){0,2}"
LABEL = (
    rf"(?:(?P<plain>{_PLAIN})\s(?P<name>{_NAME})|(?P<rank>{_RANKED})\s(?P<ranked>{_NAME})|The\s(?P<office>(?![A-Z]\.){_NAME}))"
    r"(?:\s\([^()]{2,60}\))?"
)
"""A pattern of how minutes name who speaks, before a full stop: "Senator ORME. Who sent you?"."""
_LABEL = re.compile(rf"{LABEL}\.\s+(?=\S)")
_FEWEST_TURNS = 6
_FEWEST_OF_ONE = 2


def transcripts(paragraphs: Sequence[Paragraph], people: People) -> Iterator[Voice]:
    """A voice for each turn, label included, to the end of its paragraph; none where fewer than two people speak in turn.

    What goes on below is left to the author: a paper that is read out looks the same.
    """
    found = [(part, label) for part in paragraphs if (label := _LABEL.match(part.text))]
    turns = Counter(_key(label) for _, label in found)
    taking = {key for key, count in turns.items() if count >= _FEWEST_OF_ONE}
    if len(found) < _FEWEST_TURNS or len(taking) < 2:
        return
    for part, label in found:
        yield Voice(start=part.start, end=part.end, speaker=_speaker(label, people), kind=VoiceKind.INTERVIEW)


def _key(label: re.Match[str]) -> str:
    return " ".join((label["name"] or label["ranked"] or label["office"]).split())


def _speaker(label: re.Match[str], people: People) -> str:
    """Whom the label means: the full name where the text has it, else the name behind its title, or the office."""
    words = _key(label)
    if label["office"]:
        return f"the {words.lower()}"
    name = re.sub(r"[A-Z]+", lambda word: word[0].capitalize(), words)
    full = people.speaker(name)
    if full and full != name:
        return full
    return name if label["plain"] else f"{label['rank']} {name}"
