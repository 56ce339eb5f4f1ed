"""Whom a pronoun means where the sentences before speak of one such person alone, whatever part he has in them."""

import re
from collections.abc import Sequence
from dataclasses import replace

from seeds.people import NAME, People, plain_name
from seeds.voices.antecedents.persons import OPENING, is_writing
from seeds.voices.mentions.asked import spoken_of
from seeds.voices.mentions.cue import Cue
from seeds.voices.mentions.roles import can_be, head_of, is_body, is_people, is_plural_role
from seeds.voices.mentions.subjects import Mention
from seeds.voices.mentions.words import WRITINGS

_POSSESSIVE = {
    "he": re.compile(r"\bhis\b"),
    "she": re.compile(r"\bher\b"),
    "it": re.compile(r"\bits\b"),
    "they": re.compile(r"\btheir\b"),
}
_HIS_OWN = {
    "he": re.compile(r"\W*(?:(?:But|And|Yet|Then|Thus|Indeed|So|For|Still|All)\s)?[Hh]is\s[a-z]"),
    "she": re.compile(r"\W*(?:(?:But|And|Yet|Then|Thus|Indeed|So|For|Still|All)\s)?[Hh]er\s[a-z]"),
}
"""What a sentence begins with that is about something of his: "His letters", "But his hands"."""
_PASSED_OVER = 2
"""Sentences that speak of nobody and may stand between."""
_BESIDE = re.compile(
    r"\A\W*[^,]*\b(?:with|to|against|from|for|without|upon|like|unlike)\s(?:[A-Z]\w*\.?\s|[^,]{2,60},\s)?\Z",
    re.IGNORECASE,
)
_WHEN = re.compile(r"\W*(?:When|As\ssoon\sas|After|Once)\s[^,]{5,}\b(?:was|were|had\sbeen|came|arrived|reached|fell)\b")
"""It tells what happened to him: "When word of it was brought to Orme, he"."""
_BESIDE_HIMSELF = re.compile(r"\b(?:him|her)self\s(?:and|or)\s\Z")
_AT_ONCE = 10
"""As much as "Whenever" before a people."""
_AUTHOR = re.compile(rf"\b(?:of|from|by)\s(?P<name>{NAME})\Z", re.VERBOSE)
_FRONTED_HIS = re.compile(
    r"(?:\A\W*|[;,]\s)(?:(?:[Bb]ut|[Aa]nd|[Yy]et)\s)?(?:[Ii]n|[Bb]efore|[Aa]fter|[Ww]hen|[Ww]hile|[Dd]uring|[Aa]t|[Oo]n|[Aa]s)\s[^,;]{0,60}\b(?:his|her)\b"
)
"""Where "his" may mean one who is told of behind it: "but at the height of his luck a fever came on the king"."""
_FROM_WHOM = re.compile(r"\b(?:of|from|by)\s(?P<who>(?:an?|the)\s.+)")
_ANYBODY = {
    "he": re.compile(r"\b(?:he|his|him)\b", re.IGNORECASE),
    "she": re.compile(r"\b(?:she|her)\b", re.IGNORECASE),
    "it": re.compile(r"\b(?:it|its)\b", re.IGNORECASE),
    "they": re.compile(r"\b(?:they|them|their)\b", re.IGNORECASE),
}
_ANY = re.compile(r"(?:an?|any|every)\s(?:man|woman|person|child|[a-z]*(?:wo)?man|[A-Z][a-z]+man)")
_ADDED = re.compile(r"\w\sand\s\Z")
_COMPANY = re.compile(r"\s(?:and|or)\s(?:the\s)?[A-ZÀ-Þ]")
_SEVERAL = re.compile(r"[Ww]e|[Yy]ou|[Tt]hey|[Oo]thers|[Ss]ome|[Mm]any")
_OF_TWO = re.compile(
    r"\W*(?:(?:Then|But|And|Now|Thereupon),?\s)?(?:(?:At|On|Upon|In|With|To|From|After)\s[^,;]{3,40}\s)?(?P<one>[Tt]he\s(?:latter|former))(?=\s)"
)
_OF = re.compile(r"\bof\s\Z")
_FROM = re.compile(r"\b(?:of|from)\s\Z")
_WITHIN = re.compile(r"\b(?:of|that|which|whom)\s\Z")
"""What stands before those who are only part of what is told of: "the word that the millers"."""
_SAYS_WHAT_HE_IS = re.compile(r"\b(?:as|was|is|were|become|becomes|became|been|being|be|like|than|into)\s\Z")
_AS_HE_IS = re.compile(r"\W*As\san?\s[^,;:]{2,60}?,?\s(?:he|she)\b")
"""What a sentence begins with that says what "he" is: "As an old miller he laughed"."""
_OBJECT = {
    "he": re.compile(r"\bhim\b"),
    "she": re.compile(r"\bher\s+(?:to|that|and|with|by|in|on)\b"),
    "it": re.compile(r"\bit\s+(?:to|that|and|with|by|in|on)\b"),
    "they": re.compile(r"\bthem\b"),
}


def only_one(pronoun: str, told: Sequence[str], people: People) -> Cue | None:
    """The one whom the last of the sentences that speak of anybody fitting the pronoun speaks of; None where it speaks of several.

    Who stands behind the pronoun in its own sentence is another: "he met Orme".
    """
    passed_over = 0
    others: set[str] = set()  # who did something to the one meant: "when Orme wrote him, he replied"
    is_near = True
    for sentence in reversed(told):
        found = _spoken_of(pronoun, sentence, people, own=sentence is told[-1])
        him = _OBJECT[pronoun].search(sentence) if sentence is told[-1] else None
        if him and any(cue and cue.name and ";" in sentence[start : him.start()] for cue, start in found):
            return None  # "the boat that Orme had seen was there; and as they passed him, he"
        if sentence is told[-1] and (him or _POSSESSIVE[pronoun].search(sentence)):
            others = {name.split()[-1] for cue, _ in found if cue and (name := cue.name or cue.role)}
            continue
        if found:
            (cue, start), more = found[0], found[1:]
            if is_about_his_own(pronoun, sentence) and start > OPENING:
                return None  # "his speech was about the king"
            if not more and _is_behind_his(pronoun, sentence, start):
                return None  # "I know some words of his to a miller"
            name = (cue and (cue.name or cue.role)) or ""
            if (
                cue
                and cue.role
                and pronoun == "they"
                and not is_near
                and not (is_body(cue.role) or is_people(cue.role))
            ):
                return None  # "the millers" of some sentences before may be others
            is_another = bool(others) and (start > OPENING or name.split()[-1:] == [*others][:1])
            return None if more or is_another else cue
        is_near = is_near and not sentence.strip()
        passed_over += not _ANYBODY[pronoun].search(sentence)
        if passed_over > _PASSED_OVER:
            return None
    return None


def is_beside(mention: Mention, sentence: str) -> bool:
    """Whether he is another than "he" in the sentence, which opens "with Orme" or speaks of what is "between himself and Orme"."""
    lead = sentence[: mention.start]
    fronted = _WHEN.match(lead) is not None
    return mention.clause != "main" and bool((_BESIDE.search(lead) and not fronted) or _BESIDE_HIMSELF.search(lead))


def is_about_his_own(pronoun: str, sentence: str) -> bool:
    """Whether it begins with something of his, so that he is meant before others in it: "His letters show the king's hand"."""
    return pronoun in _HIS_OWN and bool(_HIS_OWN[pronoun].match(sentence))


def _is_behind_his(pronoun: str, sentence: str, start: int) -> bool:
    """Whether one who does nothing stands there behind "his" or "him", which mean another."""
    doing = any(each.start == start and each.clause == "main" for each in spoken_of(sentence))
    before = pronoun in ("he", "she") and (
        _POSSESSIVE[pronoun].search(sentence, 0, start) or _OBJECT[pronoun].search(sentence, 0, start)
    )
    return bool(before) and not doing and not _FRONTED_HIS.search(sentence, 0, start)


def is_plural(pronoun: str, mention: Mention, sentence: str) -> bool:
    """Whether it is "we" or "they", which is nobody whom "he" can mean."""
    return pronoun in ("he", "she") and bool(_SEVERAL.fullmatch(sentence, mention.start, mention.end))


def is_about_one_of_two(sentence: str, everybody: Sequence[Mention]) -> bool:
    """Whether it opens with one whom only the sentence before tells from another: "At this the latter laughed"."""
    found = _OF_TWO.match(sentence)
    return found is not None and any(each.is_subject and each.start == found.start("one") for each in everybody)


def is_in_company(mention: Mention, sentence: str) -> bool:
    """Whether one who does nothing is named together with another: "Orme and Reeve"."""
    beside = _COMPANY.match(sentence, mention.end) or _ADDED.search(sentence[: mention.start])
    return not mention.is_subject and bool(beside)


def any_one(pronoun: str, told: Sequence[str], people: People) -> bool:
    """Whether the sentences speak of anybody whom the pronoun can mean, before it or behind it."""
    said = [(sentence, spoken_of(sentence)) for sentence in told]
    return any(
        (each.name and _fits(each, each.name, pronoun, people)) or (each.role and can_be(pronoun, each.role))
        for _, everybody in said
        for each in everybody
    ) or any(is_about_one_of_two(sentence, everybody) for sentence, everybody in said)


def _spoken_of(pronoun: str, sentence: str, people: People, *, own: bool) -> list[tuple[Cue | None, int]]:
    """Everybody in the sentence whom the pronoun can mean, and where; a None stands for somebody who may be nobody known.

    `own` says that the pronoun stands in the sentence, behind its end.
    """
    everybody = spoken_of(sentence)
    first = next((each.start for each in everybody if _is_it(pronoun, each, sentence)), len(sentence))
    near = [
        each
        for each in everybody
        if each.start < first and not ((own or first < len(sentence)) and is_beside(each, sentence))
    ]
    named = {
        each.name.split()[-1]: each for each in reversed(near) if each.name and _fits(each, each.name, pronoun, people)
    }
    as_he_is = _AS_HE_IS.match(sentence)
    borne = {title for surname in named for title in people.titles.get(surname, ())}
    called = {
        each.role: each
        for each in near
        if each.role
        and (not each.name or (pronoun == "they" and is_people(each.role) and not people.is_person(each.name)))
        and can_be(pronoun, each.role)
        and (
            each.clause == "main"
            or (each.is_subject and each.start < _AT_ONCE)
            or not (is_people(each.role) or (pronoun == "they" and is_plural_role(each.role)))
        )
        and not (_SAYS_WHAT_HE_IS.search(sentence[: each.start]) or (as_he_is and each.start < as_he_is.end()))
        and (each.clause == "main" or not _ANY.fullmatch(each.role))
        and not (pronoun == "they" and (_WITHIN if is_plural_role(each.role) else _FROM).search(sentence[: each.start]))
    }
    own_right = {role: each for role, each in called.items() if not _OF.search(sentence[: each.start])}
    called = own_right or called  # "a man in the coat of a soldier"
    named |= {} if named or called else _authors(near, pronoun, people)
    found: list[tuple[Cue | None, int]] = [(Cue(name=each.name), each.start) for each in named.values()]
    found += [(Cue(role=role), each.start) for role, each in called.items() if head_of(role) not in borne]
    found += [(Cue(role=author), each.start) for each in near if (author := _unnamed_author(each, pronoun))]
    if (
        not found
        and pronoun == "they"
        and any(each.role and (is_people(each.role) or can_be(pronoun, each.role)) for each in near)
    ):
        return [(None, 0)]
    known = [*named.values(), *called.values()]
    if pronoun in ("he", "she") and any(is_in_company(each, sentence) for each in named.values()):
        return [*found, (None, 0)]
    strangers = [each for each in near if not is_plural(pronoun, each, sentence)]
    return [*found, (None, 0)] if known and _is_behind_stranger(strangers, known) else found


def _is_it(pronoun: str, mention: Mention, sentence: str) -> bool:
    return (mention.pronoun or sentence[mention.start : mention.end].lower()) == pronoun


def _unnamed_author(mention: Mention, pronoun: str) -> str | None:
    """Who wrote what is spoken of, where he is not named: "a letter from a Lindener officer"."""
    found = _FROM_WHOM.search(mention.role) if mention.role and not mention.name else None
    writing = found and re.sub(r"e?s\Z", "", head_of(mention.role or "")) in WRITINGS
    return found["who"] if found and writing and can_be(pronoun, found["who"]) else None


def _authors(near: Sequence[Mention], pronoun: str, people: People) -> dict[str, Mention]:
    """Those whose letter or declaration is spoken of: "the declaration of Queen Anne"."""
    found = {}
    for each in near:
        author = (
            _AUTHOR.search(each.role) if each.role and re.sub(r"e?s\Z", "", head_of(each.role)) in WRITINGS else None
        )
        name = plain_name(author["name"]) if author else None
        if name and people.is_person(name) and people.is_woman(name) == (pronoun == "she"):
            found[name.split()[-1]] = replace(each, name=name, role=None)
    return found


def _is_behind_stranger(near: Sequence[Mention], known: Sequence[Mention]) -> bool:
    """Whether somebody of whom it is not known what he is does something, before one is spoken of who does nothing."""
    if any(each.is_subject for each in known):
        return False
    first = min(each.start for each in known)
    return any(
        each.clause == "main" and not (each.name or each.role or each.pronoun) and each.start < first for each in near
    )


def _fits(mention: Mention, name: str, pronoun: str, people: People) -> bool:
    person = people.is_person(name) or (mention.is_subject and people.may_be_person(name))
    fits = pronoun in ("he", "she") and person and people.is_woman(name) == (pronoun == "she")
    return fits and not is_writing(name)
