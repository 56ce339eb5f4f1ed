"""What keeps the talk on one person, and what takes it away from him.

Each is one small test, after the constraints of Brennan, Friedman and Pollard, "A Centering Approach to Pronouns" (1987).
"""

import re
from collections.abc import Iterable, Sequence

from seeds.people import NAME, People, plain_name
from seeds.voices.antecedents.persons import names_of
from seeds.voices.cues.tags import TAG_VERB
from seeds.voices.mentions.roles import can_be
from seeds.voices.mentions.subjects import Mention

TITLE = r"(?:(?:Mrs?|Dr|Gen|Col|Capt|Prof|Rev)\.\s)?"
_TURN = {
    pronoun: re.compile(
        rf"\W*(?:(?:(?:I|{other})\s(?:\w+ly\s)?{TAG_VERB}|(?:was|came)\s(?:my|{his})\s(?:\w+\s){{0,2}}(?:answer|reply))(?:,?\s\w+){{0,6}})?\W*",
        re.VERBOSE,
    )
    for pronoun, other, his in (("he", "[Ss]he", "her"), ("she", "[Hh]e", "his"))
}
"""What one says who talks with him, the author or one of the other sex: it tells of nobody else."""
_NAMED_OWNER = re.compile(rf"\W*{TITLE}(?P<name>{NAME})[’']s?\s[a-z]")
"""What a sentence begins with that is about something of one who is named: "Orme's face grew dark as"."""
_WHEN = re.compile(
    r"(?:\A\W*|[;,]\s(?:but|and|yet)\s)(?:when|while|as|if|after|before|though|although|since|once)\s(?:(?:Mrs?|Dr)\.\s)?\Z",
    re.IGNORECASE,
)
"""What stands before the subject of a clause on which the next hangs."""
_PLACE = re.compile(r"\b(?:[Aa]t|[Ii]n|[Nn]ear)\s[A-Z][\w-]+,\s\Z")
_OWNS = re.compile(r"[’'](?:s\b|(?=\s))")


def is_turn_of_another(pronoun: str, sentence: str) -> bool:
    """Whether it only says that another speaks in a talk with the one meant, or is what a quotation left."""
    return bool(_TURN[pronoun].fullmatch(sentence))


def owner_at_start(sentence: str) -> str | None:
    """The one about something of whom a sentence begins: "Orme's face grew dark"."""
    found = _NAMED_OWNER.match(sentence)
    return plain_name(found["name"]) if found else None


def is_place(mention: Mention, sentence: str, people: People) -> bool:
    """Whether the name is that of the country of a place: "At Linden, Quarleshire (1642), Orme"."""
    beside = _PLACE.search(sentence[: mention.start]) and sentence[mention.end :].startswith((", ", " ("))
    return bool(beside) and not people.is_person(mention.name or "")


def is_led_by(acting: Sequence[str], ahead: Sequence[Mention], sentence: str) -> bool:
    """Whether the clause with the pronoun hangs on one about him, and nobody does anything between: "When Orme heard the miller, he"."""
    last = max((each for each in ahead if each.is_subject), key=lambda each: each.start, default=None)
    return last is not None and names_of([last]) == acting and bool(_WHEN.search(sentence[: last.start]))


def is_owner_beside(owner: Mention, everybody: Iterable[Mention], pronoun: str, sentence: str) -> bool:
    """Whether only something of his is told of, and of another without a name: "by Orme's door stood a boatman"."""
    others = any(each.role and not each.name and can_be(pronoun, each.role) for each in everybody)
    return others and bool(_OWNS.match(sentence, owner.end))
