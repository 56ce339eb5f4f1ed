"""Those in a sentence whom "he" or "she" can mean."""

from collections.abc import Iterable, Sequence

from seeds.people import People
from seeds.voices.mentions.roles import can_be, is_new, is_one_of
from seeds.voices.mentions.subjects import Mention
from seeds.voices.mentions.words import WRITINGS

_WORKS = frozenset(
    "correspondance correspondence discourse essay essays history memoirs papers sermon sermons speech speeches works".split()
)
OPENING = 30
"""Characters at the start of a sentence: who stands there is what it is about."""


def fitting_persons(
    everybody: Iterable[Mention], pronoun: str, people: People, *, strangers: bool = False
) -> list[Mention]:
    """Those who are persons of that sex, as the text shows or as they are called: "the miller Orme"; with `strangers` others too."""
    return [
        each
        for each in everybody
        if each.name
        and not is_writing(each.name)
        and (
            people.is_person(each.name)
            or can_be(pronoun, (each.role or "").removesuffix(each.name) or "it")
            or (strangers and people.may_be_person(each.name))
        )
        and people.is_woman(each.name) == (pronoun == "she")
    ]


def is_writing(name: str) -> bool:
    """Whether it is what a writing is called by, or several bodies: "the First Discourse", "(Despatches, ii. 14)", "Army Committees"."""
    last = name.split()[-1].casefold()
    several = last.endswith("s") and not WRITINGS.isdisjoint((last[:-1], last[:-2]))
    return last in _WORKS or several or name.casefold() in WRITINGS


def unnamed_subjects(everybody: Iterable[Mention], pronoun: str) -> list[str]:
    """What the unnamed subjects of main clauses are whom the pronoun can mean; of one of several only where he opens the sentence
    and nobody else is new.
    """
    told = list(everybody)
    alone = (
        sum(is_new(role := each.role or "") and (can_be(pronoun, role) or is_one_of(pronoun, role)) for each in told)
        == 1
    )
    return [
        each.role
        for each in told
        if each.clause == "main"
        and each.role
        and not each.name
        and (can_be(pronoun, each.role) or (alone and each.start < OPENING and is_one_of(pronoun, each.role)))
    ]


def names_of(everybody: Sequence[Mention]) -> list[str]:
    """Their names, each person once."""
    found: dict[str, str] = {}
    for each in everybody:
        if each.name:
            found.setdefault(each.name.split()[-1], each.name)
    return list(found.values())
