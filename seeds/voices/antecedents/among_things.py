"""Whom a pronoun means where only things do anything in the sentences before, which name one person: "The aim of Orme was delay."."""

import re
from collections.abc import Sequence

from seeds.people import People
from seeds.people.words import WOMEN as WOMENS_RANKS
from seeds.voices.antecedents.persons import fitting_persons, names_of
from seeds.voices.antecedents.sole import is_in_company, is_plural
from seeds.voices.mentions.asked import spoken_of
from seeds.voices.mentions.cue import Cue
from seeds.voices.mentions.roles import can_be
from seeds.voices.mentions.subjects import Mention

_REACH = 3
_NEAR = 8
"""Sentences in which women are counted, who are few."""
_THING = re.compile(
    r"(?:tion|sion|ment|ness|ity|ance|ence|ship|ism|ure|acy|dom|hood|ing|[^s]s|sal|val)\Z"
    r"|\b(?:act|age|aim|answer|attack|battle|book|cause|choice|church|city|day|death|effect|end|event|fact|fate|hatred|history|hope|hour|house"
    r"|idea|influence|law|letter|loss|matter|mind|moment|name|offer|peace|place|plan|point|policy|power|proof|question|reason|reign|reply|result|return"
    r"|scene|scheme|sense|siege|speech|spirit|story|struggle|success|theme|time|town|treaty|truth|victory|view|voice|war|way|word|work|world|year)\Z"
)
"""Nouns of things, and of several: what ends so is neither "he" nor "she"."""
_AND = re.compile(r"\b(?:and|or)\s(?:Miss\s|Mrs\.\s)?\Z")
_OWNS = re.compile(r"[’'](?:s\b|(?=\s))")
_HIS = {"he": re.compile(r"\b(?:he|his|him)\b", re.IGNORECASE), "she": re.compile(r"\b(?:she|her)\b", re.IGNORECASE)}
_WOMAN = re.compile(
    r"\b(?:[Tt]he|[Hh]is|[Hh]er|[Aa]n?|[Mm]y|[Oo]ur|[Tt]heir)\s(?:[a-z-]+\s)?"
    rf"(?:{'|'.join(sorted(WOMENS_RANKS))}|girl|woman|[a-z-]*mother|sister|wife|widow|daughter|aunt|niece|nurse)\b"
)


def only_person(pronoun: str, opening: str, above: Sequence[str], people: People) -> Cue | None:
    """The one person of that sex whom the nearest of the sentences names that names any; `opening` is that of the pronoun."""
    if any(each.name or each.role or each.pronoun for each in spoken_of(opening)) or _WOMAN.search(opening):
        return None
    if pronoun == "she" and (woman := _only_woman(above[-_NEAR:], people)):
        return woman
    for sentence in reversed(above[-_REACH:]):
        everybody = spoken_of(sentence)
        persons = fitting_persons(everybody, pronoun, people)
        if any(may_be(pronoun, each, sentence) for each in everybody) or any(
            _OWNS.match(sentence, each.end) or is_in_company(each, sentence) for each in persons
        ):
            return None
        if persons:
            alone = len(names_of(everybody)) == 1 and not any(each.pronoun for each in everybody)
            return Cue(name=persons[0].name) if alone else None
        if not _HIS[pronoun].search(sentence):
            return None
    return None


def _only_woman(told: Sequence[str], people: People) -> Cue | None:
    """The one woman whom the sentences name, where no other is told of without her name."""
    women = [(each, sentence) for sentence in told for each in fitting_persons(spoken_of(sentence), "she", people)]
    names = names_of([each for each, _ in women])
    company = any(is_in_company(each, sentence) or _AND.search(sentence[: each.start]) for each, sentence in women)
    alone = len(names) == 1 and not company and not any(map(_WOMAN.search, told))
    return Cue(name=names[0]) if alone and any(each.is_subject for each, _ in women) else None


def may_be(pronoun: str, mention: Mention, sentence: str) -> bool:
    """Whether it is one without a name whom the pronoun can mean, or who does something and may be a person: "the regent"."""
    if mention.name or mention.pronoun or is_plural(pronoun, mention, sentence):
        return False
    if mention.role:
        return can_be(pronoun, mention.role)
    return mention.clause == "main" and not _THING.search(sentence[mention.start : mention.end])
