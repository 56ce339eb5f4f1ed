"""Those in a sentence whom "he" or "she" can mean."""

from collections.abc import Iterable, Sequence

from seeds.people import People
from seeds.voices.mentions.roles import can_be
from seeds.voices.mentions.subjects import Mention


def fitting_persons(
    everybody: Iterable[Mention], pronoun: str, people: People, *, strangers: bool = False
) -> list[Mention]:
    """Those who are persons of that sex; with `strangers` those too of whom the text does not show that they are persons."""
    return [
        each
        for each in everybody
        if each.name
        and (people.is_person(each.name) or (strangers and people.may_be_person(each.name)))
        and people.is_woman(each.name) == (pronoun == "she")
    ]


def unnamed_subjects(everybody: Iterable[Mention], pronoun: str) -> list[str]:
    """What the unnamed subjects of main clauses are whom the pronoun can mean."""
    return [
        each.role
        for each in everybody
        if each.clause == "main" and each.role and not each.name and can_be(pronoun, each.role)
    ]


def names_of(everybody: Sequence[Mention]) -> list[str]:
    """Their names, each person once."""
    found: dict[str, str] = {}
    for each in everybody:
        if each.name:
            found.setdefault(each.name.split()[-1], each.name)
    return list(found.values())
