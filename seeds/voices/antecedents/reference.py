"""Whom "he" and "she" mean: the person whom the sentences before have for their subject, where there is only one."""

import re
from collections.abc import Iterable, Sequence
from enum import Enum

from seeds.people import NAME, People, plain_name
from seeds.voices.antecedents.among_things import may_be, only_person
from seeds.voices.antecedents.centre import (
    TITLE,
    is_led_by,
    is_owner_beside,
    is_place,
    is_turn_of_another,
    owner_at_start,
)
from seeds.voices.antecedents.disjoint import others_behind
from seeds.voices.antecedents.met import met_by_author
from seeds.voices.antecedents.persons import OPENING, fitting_persons, names_of, unnamed_subjects
from seeds.voices.antecedents.several import goes_on_about
from seeds.voices.antecedents.sole import (
    is_about_his_own,
    is_about_one_of_two,
    is_beside,
    is_in_company,
    only_one,
)
from seeds.voices.cues.tags import going_on
from seeds.voices.cues.testimony import TESTIMONY
from seeds.voices.mentions.asked import spoken_of
from seeds.voices.mentions.cue import Cue
from seeds.voices.mentions.roles import ROLE, can_be, can_mean, head_of, is_new, is_one_of, plain_role
from seeds.voices.mentions.subjects import Mention, mentions
from seeds.voices.mentions.titles import is_title

_BREAK = re.compile(
    r"(?<![A-Z]\.)(?<![IVX][IVX]\.)(?<!\bMr\.)(?<!\bMrs\.)(?<!\bMme\.)(?<!\bMlle\.)(?<!\bDr\.)(?<!\bSt\.)(?<!Gen\.)(?<!Col\.)(?<!\bLt\.)(?<!\bLieut\.)(?<!\bCapt\.)(?<!\bMaj\.)"
    r"(?<!\bSgt\.)(?<!\bProf\.)(?<!\bRev\.)(?<!\bMessrs\.)(?<=[.!?…])[\"”’)\]⁰¹²³⁴-⁹]*\s+(?=[\"“‘(\[_]?[A-ZÀ-ÞА-ЯЁ])"
)
_ABBREVIATED = re.compile(r"\((?:[A-Z][a-z]{0,5}\.\s){1,4}[^().]{0,30}\.?\)")
"""A book's title cut short in brackets, whose full stops end no sentence: "(Dict. Nat. Biog.)"."""
_PRONOUN = {
    "he": re.compile(r"\b(?:he|his|him|himself)\b", re.IGNORECASE),
    "she": re.compile(r"\b(?:she|her|herself)\b", re.IGNORECASE),
}
_IN_HIS_WORK = re.compile(rf"\W*(?:In|From|By|Throughout)\s(?P<name>{NAME})[’']s?\s[^,;]{{2,60}},?\s*\Z")
_HIS_WORK = re.compile(
    rf"\W*(?:(?:But|And|Yet|Now|Then|So|Here)\s(?:\w+\s){{0,2}})?(?:the\s)?{TITLE}(?P<name>{NAME})[’']s?\s(?:own\s)?(?:[a-z][\w-]*\s){{0,2}}(?:{TESTIMONY}|appreciation|speech|sermon|lecture|pamphlet),?\s(?!of\b)[^;]{{2,150}}\Z"
)
"""Whose answer or letter is told of just before "he": "Orme's answer was short. He wrote"."""
_MADE_BY = re.compile(
    rf"\b(?:{TESTIMONY}|book|pamphlet|work|history|made|written|given|told|delivered|published|drawn)\b[^;]*\bby\s(?:(?P<name>{NAME})|(?P<role>{ROLE})(?!,?\s(?:(?:named|called)\s)?[A-ZÀ-Þ])(?:\s[^,;.]{{2,60}})?)"
    r"(?:,\s[^,;.]{2,80})?\.\W*\Z",
    re.VERBOSE,
)
_TO = re.compile(rf"\b[Tt]o\s{TITLE}(?P<name>{NAME})\s\Z")
"""To whom "he" says something, who is another: "To Orme he wrote"."""
_SEEN = re.compile(
    rf"\W*(?:(?:Seeing|Finding|Hearing|Perceiving|Observing|Noticing|Fearing|Believing|Knowing)\s(?:that\s)?{TITLE}(?P<name>{NAME})\b"
    rf"|{TITLE}(?P<giver>{NAME})\shaving\s[^,;]*\b(?:him|her)\b)[^;]*,\s*\Z"
)
"""Who is seen by "him", or does something to him, and is another: "Seeing that Orme laughed, he", "Orme having sent him word, he"."""
_WRITING = rf"(?:{TESTIMONY}|sermon|essays?|lecture|pamphlet)"
_WHOSE = re.compile(
    rf"""\b(?:{TITLE}(?P<owner>{NAME})[’']s\s(?:[\w-]+\s){{0,3}}{_WRITING}
    |{_WRITING}\s(?:[^,;“”"]{{0,40}}?\s)?(?:by|from|of)\s{TITLE}(?P<author>{NAME})(?!\.?\s?[A-ZÀ-Þ])
    |(?:by|from)\s{TITLE}(?P<source>{NAME})\sin\s(?:one\sof\s)?h(?:is|er)\s[\w-]+)\b[^;“”"]{{0,300}}?\s(?:(?:in|from|by|to|of)\swhich|where(?:in)?)\s*\Z""",
    re.VERBOSE,
)
"""Whose letter it is in which "he" says something."""
_UNKNOWN = re.compile(r"\b(?:one|another|some|any|each)\sof\s(?:them|these|those|us)\b")
"""One who is spoken of in the sentence, and whom the sentences above do not name."""
_NOBODY_KNOWN = re.compile(r"(?:one\sof\s(?:them|these|those|us)|some(?:body|one))", re.IGNORECASE)
"""One who does something and of whom it is not told who he is: "Somebody rose"."""
_BIDS = re.compile(
    rf"\b(?:bids?|bade|asked|told|ordered|begged|urged|commanded|invited|desired|required|summoned)\s{NAME}\b[^;,“”\"]*[;,]\s(?:but|and|whereupon|when)\s*\Z"
)
"""Where "he" may be either of two: "Orme bade Reeve come in; but he"."""
_TALK = re.compile(
    r"\b(?:dialogue|conversation|colloquy|altercation)\b[^.;]{0,60}\b(?:between|ensued|took\splace|followed|passed)\b"
    r"|\b(?:between|passed|ensued)\b[^.;]{0,60}\b(?:dialogue|conversation|colloquy|altercation)\b",
    re.IGNORECASE,
)
"""Behind it two speak in turn, and "he" may be either."""
_SOURCE = re.compile(r",\s(?:as\s)?(?:we\sare|I\sam|I\swas)\s(?:told|informed|assured)\s(?:by|in)\s[^,;.]{2,60},")
"""Who tells the author of it, in passing: "The mayor, we are told by Orme, laughed"."""
_HARDLY = re.compile(
    r"\b(?:[Ss]carcely|[Hh]ardly|[Nn]o\ssooner)\s(?:had|did|was|were)\s[^;:]{2,90}?\s(?:when|than)\s(?=\S)"
)
"""What stands before the clause that tells what happened next: "Hardly had he gone when a miller came"."""
_JUST = 2
_BLANK = " .\t\r\n"
"""What is left of a quotation in the narrative, and what stands around it."""
_SOMEBODY_NEW = re.compile(r"\s*(?:An?|Another|One)\s")
_DOING = re.compile(r"\s*(?:(?:Then|And|But|Thus),?\s+)?\w+ing\b")
_LONG = 500
"""Characters of a sentence before a pronoun behind which it is not certain any more whom it means."""
_ADDED = re.compile(r"\w\sand\s\Z")
_JOINS = re.compile(r"[,;:]\s(?:but|and|yet|while|whereupon)(?:,\s[^,;.]{3,20},)?\s\Z")
_GOES_ON = re.compile(r"\s(?!(?:the|an?|his|her|this|who|whom|which|that|and|or)\b)[a-z]")
"""What stands behind a subject: its verb."""
_OWNER = re.compile(r"\b([Tt]he\s[a-z]+)[’']s\b")
_OWNS = re.compile(
    r"\W*(?:(?:But|And|Yet|Then|Now|Still|So)\s)?(?P<role>[Tt]he\s(?:(?:old|young|good|great|poor)\s)?[a-z]+)[’']s\s[a-z]"
)
"""What a sentence begins with that is about something of his: "The king's answer was ready"."""
_BY = re.compile(r"\bby\s(?:the\s(?:[a-z]+\s){1,3}of\s)?\Z")
"""What stands before one who is told of first for what he did: "it was prevented by the wisdom of a miller"."""
_REACH = 15
_NEAR = 3
_QUOTED = re.compile(r"[.!?…,]\s{4,}")
"""What stands in the narrative before words that go on behind a quotation."""
_OBJECT = {"he": re.compile(r"\bhim\b"), "she": re.compile(r"\bher\s+(?:to|that|and|with|by|in|on)\b")}


def sentences(text: str) -> list[str]:
    """The sentences of a narrative, in order."""
    text = _ABBREVIATED.sub(lambda found: found[0].replace(". ", ".\0"), text)
    return [part.replace("\0", " ") for part in _BREAK.split(text) if part.strip(_BLANK)]


def flat(sentence: str) -> str:
    """The sentence on one line, without marks of emphasis."""
    return " ".join(sentence.replace("_", " ").split())


def unflat(sentence: str, at: int) -> int:
    """Where in a sentence the character stands that is number `at` of it when it is flat."""
    left = len(flat(sentence)[:at].replace(" ", ""))
    places = [k for k, character in enumerate(sentence) if not character.isspace() and character != "_"]
    return places[left] if left < len(places) else len(sentence)


def meant(pronoun: str, opening: str, above: Sequence[str], people: People) -> Cue | None:
    """The one whom the pronoun can mean, by name or by role; None where nobody or several can be meant.

    `opening` is the sentence as far as the pronoun, `above` the sentences before it, in order.
    """
    above, opening = [_SOURCE.sub(",", sentence) for sentence in above], _SOURCE.sub(",", opening)
    to = _TO.search(opening) or _SEEN.match(opening)
    people = people.without(*(name for name in to.groupdict().values() if name)) if to else people
    if pronoun in ("it", "they"):
        one = only_one(pronoun, [*above[-_NEAR:], opening], people)
        return one or (goes_on_about(opening, above, people) if pronoun == "they" else None)
    if _is_far_apart(pronoun, opening, people):
        return None
    found = _author(pronoun, opening, above[-1] if above else "", people) or _in_own_sentence(pronoun, opening, people)
    unknown = found is _Further.CHAINED and not _PRONOUN[pronoun].search(opening) and _UNKNOWN.search(opening)
    if unknown:
        return Cue(role=unknown[0]) if unknown[0].startswith("one ") else None  # "when I asked one of them, he said"
    if _BIDS.search(opening):
        return None
    if isinstance(found, _Further) and any(_TALK.search(sentence) for sentence in above[-_JUST:]):
        return None
    passed_over, turns = 0, 0
    people = _apart(pronoun, opening, people) if found is _Further.CHAINED else people
    for sentence in reversed(above[-_REACH:]):
        if not isinstance(found, _Further) or found is _Further.UNCERTAIN or passed_over + min(turns, 1) > 1:
            break
        found = _topic(pronoun, sentence, people)
        is_turn = is_turn_of_another(pronoun, sentence)
        turns += found is _Further.PASSED_OVER and is_turn
        people = _apart(pronoun, sentence, people) if found is _Further.CHAINED else people
        passed_over += found is _Further.PASSED_OVER and not is_turn
    if found is _Further.UNCERTAIN:
        return None
    one = found if isinstance(found, Cue) else only_one(pronoun, [*above[-_REACH:], opening], people)
    return one or only_person(pronoun, opening, above, people)


def _apart(pronoun: str, sentence: str, people: People) -> People:
    """The people but for those whom the sentence names behind its own pronoun: "he met Orme"."""
    names = [each.name for each in others_behind(pronoun, sentence) if each.name and people.may_be_person(each.name)]
    return people.without(*names) if names else people


class _Further(Enum):
    """Why a sentence does not say whom a pronoun means: it says as little itself, it speaks of something else, or of two."""

    CHAINED = "chained"
    PASSED_OVER = "passed over"
    UNCERTAIN = "uncertain"


def _is_far_apart(pronoun: str, opening: str, people: People) -> bool:
    """Whether the pronoun stands far behind the start of a sentence that speaks of several whom it can mean."""
    if len(opening) < _LONG:
        return False
    everybody = list(mentions(opening))
    roles = {each.role for each in everybody if each.role and not each.name and can_be(pronoun, each.role)}
    return len(roles) + len(names_of(fitting_persons(everybody, pronoun, people))) > 1


def _author(pronoun: str, opening: str, last: str, people: People) -> Cue | None:
    """Whose work the words before the pronoun speak of: "In Orme's history he", or the end of the sentence before: "a speech by Orme."."""
    whose = _WHOSE.search(opening)
    signed = None if opening.strip(_BLANK) else _MADE_BY.search(last)
    role = plain_role(signed["role"]) if signed and signed["role"] and not whose else None
    if role:
        return Cue(role=role) if can_be(pronoun, role) or is_one_of(pronoun, role) else None
    his = _HIS_WORK.match(opening) or (_HIS_WORK.match(last) if not opening.strip(_BLANK) else None)
    found = whose or _IN_HIS_WORK.match(opening) or signed or his
    return _whose(found, pronoun, people, strangers=whose is not None)


def _whose(found: re.Match[str] | None, pronoun: str, people: People, *, strangers: bool = False) -> Cue | None:
    """The one of that sex whom the words found name as an author; with `strangers` also one who may be a person."""
    name = plain_name(found[found.lastgroup]) if found and found.lastgroup else None
    person = name and (people.is_person(name) or (strangers and people.may_be_person(name)))
    return Cue(name=name) if name and person and people.is_woman(name) == (pronoun == "she") else None


def _in_own_sentence(pronoun: str, opening: str, people: People) -> Cue | _Further | None:
    if tag := _in_tag(pronoun, opening, people):
        return tag
    everybody = [each for each in spoken_of(opening) if not is_beside(each, opening)]
    if (first := next((each for each in everybody if each.pronoun == pronoun), None)) is not None:
        return _behind(first, everybody, pronoun, people) or _topic(pronoun, opening, people)
    fitting = fitting_persons(everybody, pronoun, people, strangers=True)
    subjects = names_of([each for each in fitting if each.is_subject])
    first = next((each for each in fitting if each.clause == "main" and each.start < OPENING), None)
    interrupted = first is not None and opening.rstrip().endswith(",")  # "Orme bade them seize him, “for,” said he"
    if len(subjects) == 1 and (interrupted or not _OBJECT[pronoun].search(opening)):
        return Cue(name=subjects[0])
    roles = [
        each.role
        for each in everybody
        if each.is_subject and each.role and not each.name and can_be(pronoun, each.role)
    ]
    if len(roles) == 1 and not subjects and not _OBJECT[pronoun].search(opening):
        return Cue(role=roles[0])
    if len(subjects) > 1 and (above := _above_others(fitting, everybody, pronoun)):
        return above
    if _DOING.match(opening) and not subjects:
        return _Further.CHAINED
    persons = fitting_persons(everybody, pronoun, people)
    if not subjects and not roles and names_of(persons) == [owner_at_start(opening)]:
        return Cue(name=persons[0].name)
    # A person in another part of the sentence is too near to be passed over, and too far to be meant.
    return None if subjects or persons or len({head_of(role) for role in roles}) > 1 else _Further.CHAINED


def _in_tag(pronoun: str, opening: str, people: People) -> Cue | None:
    """Whom a tag names with which the sentence goes on behind a quotation, and nobody else acts: `said Orme; and then he`."""
    words = _QUOTED.split(opening)[-1]
    tag = going_on(words)
    one = (tag.name or tag.role) if tag else None
    others = one is not None and is_title(one) and any(each.name for each in mentions(words))  # his son may bear it too
    return tag if one and not others and can_mean(pronoun, one, people) else None


def _above_others(fitting: Sequence[Mention], everybody: Sequence[Mention], pronoun: str) -> Cue | None:
    """Whom the main clause of a sentence has for its subject, and who opens it, where other subjects are those of clauses under it."""
    main = names_of([each for each in fitting if each.clause == "main"])
    opens = fitting[0].clause == "main" and fitting[0].start < OPENING
    return Cue(name=main[0]) if opens and len(main) == 1 and not unnamed_subjects(everybody, pronoun) else None


def _behind(first: Mention, everybody: Sequence[Mention], pronoun: str, people: People) -> Cue | _Further | None:
    """Who is named behind the first pronoun, and does something: "though he was late, Orme laughed, for he said"."""
    fitting = [each for each in fitting_persons(everybody, pronoun, people, strangers=True) if each.clause == "main"]
    later = names_of([each for each in fitting if each.start > first.start])
    if not later:
        return None
    ahead = first.clause == "subordinate" and len(later) == 1 and len(later) == len(names_of(fitting))
    return Cue(name=later[0]) if ahead else _Further.UNCERTAIN


def _topic(pronoun: str, sentence: str, people: People) -> Cue | _Further | None:
    """The one person whom a sentence is about, or what goes on before the pronoun in it."""
    everybody = spoken_of(sentence)
    if is_about_one_of_two(sentence, everybody):
        return _Further.UNCERTAIN
    if met := met_by_author(pronoun, sentence, everybody, people):
        return met
    if (hardly := _HARDLY.search(sentence)) and any(each.start == hardly.end() for each in everybody):
        return _topic(pronoun, sentence[hardly.end() :], people)
    one = next((each for each in everybody if each.clause == "main"), None)
    if one and _NOBODY_KNOWN.fullmatch(sentence, one.start, one.end):
        return Cue(role=plain_role(one.role)) if one.role else _Further.UNCERTAIN
    fitting = fitting_persons(everybody, pronoun, people)
    first = next((each.start for each in everybody if each.pronoun == pronoun), None)
    if first is not None:
        near = fitting_persons(everybody, pronoun, people, strangers=True)
        before = [each for each in near if each.start < first and not is_place(each, sentence, people)]
        if _DOING.match(sentence):  # "Leaving Orme, he said"
            before = [each for each in before if each.is_subject]
        before = [each for each in before if not is_beside(each, sentence)]
        ahead = [each for each in everybody if each.start < first and not is_beside(each, sentence)]
        unnamed = any(each.role and can_be(pronoun, each.role) for each in ahead)
        main = names_of([each for each in before if each.clause == "main"])
        acting = names_of([each for each in before if each.is_subject or (each in fitting and not unnamed)])
        if (
            not main
            and acting
            and not is_led_by(acting, ahead, sentence)
            and _is_near_unnamed(pronoun, sentence[:first], everybody)
        ):
            return _Further.UNCERTAIN  # "while Orme was away, I wrote at the miller's wish, and he"
        main = main or acting
        if main:
            return Cue(name=main[0]) if len(main) == 1 else None
        roles = unnamed_subjects(ahead, pronoun)
        if roles:
            return Cue(role=roles[0]) if len(roles) == 1 else None
        return None if unnamed or any(each.clause == "main" for each in fitting) else _Further.CHAINED
    subjects = [
        each
        for each in fitting_persons(everybody, pronoun, people, strangers=True)
        if each.is_subject
        and (each in fitting or not (_ADDED.search(sentence[: each.start]) or is_place(each, sentence, people)))
    ]
    named = names_of([each for each in subjects if each.clause == "main"]) or names_of(
        [each for each in subjects if each in fitting or each.start < OPENING]
    )
    roles = unnamed_subjects(everybody, pronoun)
    if len(roles) == 1 and not any(each.clause == "main" for each in subjects):
        return Cue(role=roles[0])
    if named:
        alone = len(named) == 1 and not roles
        return Cue(name=named[0]) if alone else _last_clause(pronoun, sentence, everybody, subjects, people)
    if roles:
        return Cue(role=roles[0]) if len(roles) == 1 else None
    if author := _whose(_HIS_WORK.match(sentence), pronoun, people):
        return author
    new = next((each.role for each in everybody if each.role), "") if _SOMEBODY_NEW.match(sentence) else ""
    if _SOMEBODY_NEW.match(sentence) and not (new and can_be("it", new)):
        return None
    if is_about_his_own(pronoun, sentence):
        return _Further.CHAINED
    others = names_of(fitting)
    if others:
        unnamed = any(each.clause == "main" and may_be(pronoun, each, sentence) for each in everybody)
        beside = any(
            is_in_company(each, sentence) or is_owner_beside(each, everybody, pronoun, sentence) for each in fitting
        )
        return Cue(name=others[0]) if len(others) == 1 and not beside and not unnamed else None
    unnamed_ones = [each for each in everybody if each.role and not each.name and can_be(pronoun, each.role)]
    if unnamed_ones:
        last = unnamed_ones[-1]
        does = is_new(last.role or "") and _BY.search(sentence[: last.start]) and not sentence[last.end :].strip(_BLANK)
        return Cue(role=last.role) if does and len(unnamed_ones) == 1 else None
    owner = _OWNS.match(sentence)
    if owner and can_be(pronoun, plain_role(owner["role"])):
        return Cue(role=plain_role(owner["role"]))
    if _PRONOUN[pronoun].search(sentence):
        return _Further.CHAINED
    hearer = any(each.name and each.clause == "main" and people.is_absent_person(each.name) for each in everybody)
    return _Further.UNCERTAIN if hearer else _Further.PASSED_OVER


def _last_clause(
    pronoun: str, sentence: str, everybody: Sequence[Mention], subjects: Sequence[Mention], people: People
) -> Cue | None:
    """Whom the last main clause is about, which opens with him: "Orme went; Reeve stayed.", "Orme went, but Reeve stayed."."""
    clause = sentence.rpartition(";")[2].strip() if ";" in sentence else ""
    first = next(mentions(clause), None)
    found = _topic(pronoun, clause, people) if first and first.start == 0 and first.name else None
    if isinstance(found, Cue) and first and found.name == first.name:
        return found
    main = [
        each
        for each in everybody
        if each.clause == "main" and (each in subjects or (each.role and not each.name and can_be(pronoun, each.role)))
    ]
    alone = main and not any(each.start > main[-1].start for each in fitting_persons(everybody, pronoun, people))
    joined = alone and _JOINS.search(sentence[: main[-1].start]) and _GOES_ON.match(sentence, main[-1].end)
    return Cue(name=main[-1].name, role=main[-1].role if not main[-1].name else None) if joined else None


def _is_near_unnamed(pronoun: str, words: str, everybody: Iterable[Mention]) -> bool:
    """Whether the words before the pronoun speak of one without a name whom it can mean."""
    roles = [each.role for each in everybody if each.role and not each.name and each.start < len(words)]
    return any(can_be(pronoun, role) for role in (*roles, *_OWNER.findall(words)))
