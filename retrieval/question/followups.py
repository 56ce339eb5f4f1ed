"""Follow-ups: whether a turn leans on the one before, told from its words alone."""

import re
from collections.abc import Callable

from retrieval.question.analysis import names_in
from retrieval.question.talk_words import vocabulary
from retrieval.question.words import STOP_WORDS, content_words, names_in_capitals, words
from seeds.people.words import GIVEN, NO_NAMES, ORIGINS, PLACES, RANKS, WOMEN

_PRONOUNS = frozenset(
    """he him his himself she her hers herself it its itself they them their theirs themselves this that these
    those""".split()
)
_PERSON = frozenset("he his himself she hers herself".split())
_ENDINGS = frozenset(
    "there then before after afterward afterwards later next again more too also so same else others first second third".split()
)
"""Words that point back where a turn ends with them, and hardly elsewhere ("the first chairman", "were there any")."""
_TAGS = frozenset("anyway exactly though tho actually right correct yes no eh".split())
"""Words that a turn may end with besides."""

_ANYBODY = frozenset("anyone anybody anything someone somebody something everyone everybody everything nobody".split())
_HAPPENS = frozenset("begin end ended go happen happened start started turn went".split())
"""Verbs that say nothing of what they are said of, where that has no name: "how did the vote go?"."""
_OPENING = re.compile(r"\s*(?:and|but|or|so|also|then|what about|how about|what of|no|yes|ok(?:ay)?)\b", re.IGNORECASE)
_BARE = re.compile(
    r"\s*(?:why|how|when|where|who|which|what|really|more|go on|explain)(?:\s+(?:not|so|come|else|then|exactly))?\W*",
    re.IGNORECASE,
)
_SELECTION = re.compile(
    r"\b(?:the|which)(?:\s+\w+)?\s+ones?\b|\bthe\s+(?:former|latter|other|others)\b|\b(?:who|what|where)\s+else\b"
    r"|\bother\b(?!.*\b(?:than|besides)\b)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\s*(?:who|whom|whose|what|which|when|where|why|how|did|do|does|is|are|was|were|had|has|have|can|could|will|would"
    r"|tell|explain|describe|name|list)\b",
    re.IGNORECASE,
)
_CAPITAL = "[A-ZÀ-ÖØ-ÞА-ЯЁ]"
_NAMED = re.compile(rf"\s{_CAPITAL}")
_DEFINES = re.compile(rf"\s*(?:[Aa]nd\s+)?[Ww]h(?:o|at)(?:['’]s|\s+(?:is|are|was|were))\s+(?:the\s+|an?\s+)?{_CAPITAL}")
_CLAUSE = re.compile(r"[,;:—–]|\b(?:and|but|when|while|who|because)\b", re.IGNORECASE)
_IT_TRUE = r"it\s+(?:really\s+|actually\s+)?(?:accurate|certain|clear|correct|known|likely|possible|right|true)"
_IT_IS_SAID = re.compile(rf"\b(?:is|was|isn['’]t|wasn['’]t)\s+{_IT_TRUE}\s+that\b", re.IGNORECASE)
"""An "it" that means only what follows: "is it true that ..."."""
_SENTENCE_BREAK = re.compile(r"(?<=[.!?])\s+")
FEW = 3
"""Words without a verb of asking say too little to stand alone when fewer than this carry content; a question needs one less."""


_MORE = re.compile(
    r"\s*(?:(?:please|and|ok(?:ay)?|yes),?\s+)*(?:(?:show|tell|give|find|quote)(?:\s+(?:me|us))?\s+|(?:do\s+you\s+have|have\s+you\s+got|are\s+there|is\s+there)\s+)?(?:some\s+|any\s+|a\s+few\s+)?"
    r"(?:more|others?|further|additional|other\s+(?:ones?|quotes?|excerpts?|sources?|passages?))"
    r"(?:,?\s+(?:please|of\s+(?:them|these|those|that)|quotes?|excerpts?|sources?|passages?|results?|like\s+(?:that|this)|on\s+(?:that|this|it)"
    r"|about\s+(?:that|this|it)))*\W*|\s*(?:go\s+on|continue|next|what\s+else|anything\s+else|else)\W*",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\s*(?:no|nope|not\s+(?:that|this|him|her|it))\b[\s,.!:–—-]*(?:i\s+meant?\s+|not\s+(?:that|this|him|her|it|them)(?:\s+one)?[\s,.!–—-]*)?"
    r"(?:the\s+other(?:\s+one)?|another(?:\s+one)?|not\s+(?:that|this)(?:\s+one)?|(?:that|this)\s+one|one)?\W*"
    r"|\s*(?:the\s+other(?:\s+one)?|another(?:\s+one)?)\W*",
    re.IGNORECASE,
)
_WHAT_OF = re.compile(
    r"\s*(?:and|but|so|ok(?:ay)?)?,?\s*(?:what|how)\s+(?:(?:do|does|did)\s+(?P<a>[^?,]{2,50}?)\s+(?:say|write|tell|think|claim|report)s?"
    r"(?:\s+(?:about|of|on)\s+(?:it|that|this|them|him|her))?|(?:about|of)\s+(?P<b>[^?,]{2,50}?))\W*"
    r"|\s*(?:and\s+)?according\s+to\s+(?P<c>[^?,]{2,50}?)\W*",
    re.IGNORECASE,
)


def wants_more(turn: str) -> bool:
    """Whether a turn asks for further excerpts on the same question: "more", "what else?"."""
    return bool(_MORE.fullmatch(turn))


def wants_another(turn: str) -> bool:
    """Whether a turn says that the answer was about the wrong thing: "no, the other one"."""
    return bool(_OTHER.fullmatch(turn))


def asked_of(turn: str) -> str | None:
    """The name where a turn only asks what somebody says of the subject: "and what does Kreis say?"."""
    found = _WHAT_OF.fullmatch(turn)
    return next((name.strip() for name in found.groups() if name), None) if found else None


def leans(turn: str) -> bool:
    """Whether a turn can hardly be understood without the one before.

    It opens with a connective, points back (a pronoun with nothing before it that it could mean, "the other one",
    "what happened after?"), or says too little.
    """
    return points_back(turn) or _says_little(turn)


def points_back(turn: str) -> bool:
    """Whether a turn speaks of what was said before it, by a word that shows it: "is this true?", "and then?", "more"."""
    if _OPENING.match(turn) or _BARE.fullmatch(turn) or _SELECTION.search(turn):
        return True
    if wants_more(turn) or wants_another(turn):
        return True
    return _points_back(_SENTENCE_BREAK.split(turn.strip())[-1])


def means_nobody(turn: str) -> bool:
    """Whether a turn asks about "he" or "she", and by itself leaves open who that is: "and when did he die?".

    In doubt it does not: a name anywhere, and any word of content or a "who" before the pronoun, may be the one who is meant.
    """
    found = words(turn)
    at = next((k for k, word in enumerate(found) if word.lower() in {"he", "him", "she"}), None)
    if at is None or names_in(turn) or content_words(" ".join(found[:at])):
        return False
    before = [word.lower() for word in found[:at]]
    return not {"who", "whom", "whose"}.intersection(before) or (before[-1] in {"is", "was"} and at == len(found) - 1)


def _points_back(sentence: str) -> bool:
    sentence = _IT_IS_SAID.sub("", sentence)
    found = words(sentence)
    while len(found) > 1 and found[-1].lower() in _TAGS:
        found.pop()
    if found and found[-1].lower() in _ENDINGS:
        return True
    pointing = (k for k, word in enumerate(found) if word.lower() in _PRONOUNS)
    at = next((k for k in pointing if not names_in_capitals(found[k], sentence)), None)
    if at is None:
        return False
    before = " ".join(found[:at])
    if found[at].lower() in _PERSON and _NAMED.search(before):
        return False
    return len(content_words(before)) < 2 or (at == len(found) - 1 and not _CLAUSE.search(sentence))


def _says_little(turn: str) -> bool:
    if _DEFINES.match(turn):
        return False
    empty = _ANYBODY if names_in(turn) else _ANYBODY | _HAPPENS
    content = [word for word in content_words(turn) if word.lower() not in empty]
    return len(content) < (FEW - 1 if _ASKS.match(turn) else FEW)


_SUBJECT_ALONE = re.compile(
    r"\s*(?:ok(?:ay)?\W+)?(?:and|but|so|or|what\s+about|how\s+about|what\s+of)\s+(?P<subject>(?:the\s+)?[\w'’-]+(?:\s+[\w'’-]+){0,2})\W*",
    re.IGNORECASE,
)
_THINGS = re.compile(r"\b(?:(?P<one>its?)|they|them|their)\b", re.IGNORECASE)
_IT_SAYS_NOTHING = re.compile(rf"\b{_IT_TRUE}\b", re.IGNORECASE)
_SEVERAL = re.compile(
    r".*(?:[^\W_]{2}(?<![sui])s['’]?|\b(?:men|women|people|children|peasantry|police))", re.IGNORECASE
)


def subject_alone(turn: str) -> str | None:
    """The subject of a turn that only names another one: "and the Cadets?"; None of any other turn."""
    found = _SUBJECT_ALONE.fullmatch(turn)
    if not found or not content_words(found["subject"]):
        return None
    inside = {word.lower() for word in words(found["subject"])}
    no_subject = (STOP_WORDS - {"the"}) | _PRONOUNS | _ENDINGS | vocabulary("asking", "texts", "courtesy", "applause")
    return None if inside & no_subject else found["subject"]


def with_subject(turn: str, subject: str) -> str:
    """The turn with the subject of the turn before where it says hardly more than "they" or "it", the first time, which can mean that."""
    pronoun = _THINGS.search(turn)
    if pronoun is None or not _says_little(turn) or not _can_be(pronoun, subject) or _IT_SAYS_NOTHING.search(turn):
        return turn
    owns = pronoun[0].lower() in ("its", "their")
    owner = f"{subject}'" if subject.endswith("s") else f"{subject}'s"
    return f"{turn[: pronoun.start()]}{owner if owns else subject}{turn[pronoun.end() :]}"


def _can_be(pronoun: re.Match[str], subject: str) -> bool:
    """Whether "it" or "they" can mean a subject: not "it" several or a person, not "they" a year, a place or a person."""
    from seeds.voices.mentions.roles import can_be  # its patterns are compiled for conversations only

    last = subject.split()[-1]
    several = bool(_SEVERAL.fullmatch(subject)) and last.casefold() not in PLACES
    if pronoun["one"]:
        return not (several or may_be_he(subject) or (last == subject and last[0].isupper() and may_be_person(last)))
    return several or (last != subject and last[0].isupper()) or can_be("they", subject) or can_be("it", subject)


def may_be_he(subject: str) -> bool:
    """Whether "he" or "she" can mean a subject that has no name: "the tsarina"."""
    from seeds.voices.mentions.roles import can_be

    return can_be("he", subject) or can_be("she", subject)


_MEN = re.compile(r"\b(?P<him>he|him|she)\b|\b(?P<his>his)\b|\b(?P<her>her)\b", re.IGNORECASE)
_ASKS_WHO = re.compile(r"\W*(?:and\s+)?(?:who|whom|which\s+\w+)\b", re.IGNORECASE)
_BETWEEN = r"about|after|against|as|at|before|behind|beside|by|for|from|in|like|near|of|on|than|to|under|when|with|[a-z]+(?:ing|ed)"
_WITH_RANK = re.compile(
    rf"\s*(?:[Aa]nd\s+)?[Ww]ho(?:['’]s|\s+(?:is|was))\s+(?:the\s+|an?\s+)?"
    rf"(?:(?!(?:{_BETWEEN})\b)[a-z-]+\s+){{1,3}}{_CAPITAL}[\w'’.-]*(?:\s+{_CAPITAL}[\w'’.-]*)*\W*"
)
"""A question for one person whose name ends it, behind what he is: "who was general Krymov?"."""
_BEFORE_NOUN = re.compile(
    r"\s+(?!and\b|or\b|to\b|in\b|at\b|on\b|by\b|with\b|that\b|for\b|from\b|then\b|there\b|do\b|did\b|say\b)[a-z]",
    re.IGNORECASE,
)


def person_meant(question: str, quoted: str, is_common: Callable[[str], bool]) -> str | None:
    """The person whom "he" and "she" mean after a question that was answered by these words; None where that is not certain.

    It is the one whom the question names, else one named in both; of a question for somebody the only one whom the answer names besides.
    `is_common` tells whether a word, in lower case, mostly stands so in the library: what opens a sentence is no name for that.
    """

    def persons(text: str) -> list[str]:
        return [name for name in names_in(text) if may_be_person(name) and not is_common(name.split(" ")[-1].lower())]

    own = persons(question)
    asks_who = _ASKS_WHO.match(question) and not (_DEFINES.match(question) or _WITH_RANK.fullmatch(question))
    if own and not asks_who:
        return own[0] if len(own) == 1 else None
    asked = {word.casefold() for word in words(question)}
    named = persons(quoted)
    both = [name for name in named if name.split(" ")[-1].casefold() in asked]
    if not asks_who:
        return both[0] if both else None
    answers = [name for name in named if name not in both and name not in own]
    return answers[0] if len(answers) == 1 else None


def may_be_person(name: str) -> bool:
    """Whether it is a single word, and none for a place, a people or an office, or begins with a given name or an initial."""
    first, *rest = name.casefold().split(" ")
    if rest:
        return first in GIVEN
    return not name.isupper() and first not in PLACES | ORIGINS | RANKS | NO_NAMES


def with_person(turn: str, person: str) -> str:
    """The turn with a name where it says "he" or "she", the first time, unless the given name is known to be of the other sex."""

    def named(match: re.Match[str]) -> str:
        owns = match["his"] or (match["her"] and _BEFORE_NOUN.match(turn, match.end()))
        return f"{person}'s" if owns else person

    pronoun = _MEN.search(turn)
    given, *surname = person.casefold().split()
    of_woman = pronoun is not None and pronoun[0].lower() in ("she", "her")
    if surname and given in GIVEN and (given in WOMEN) != of_woman:
        return turn
    return _MEN.sub(named, turn, count=1)
