"""Who speaks where two talk with each other and not every turn says whose it is."""

import re
from collections.abc import Sequence

from seeds.people import NAME, People, plain_name
from seeds.voices.antecedents.reference import flat, sentences
from seeds.voices.cues.tags import TAG_VERB
from seeds.voices.mentions.asked import spoken_of
from seeds.voices.mentions.roles import ROLE, can_be, can_mean, plain_role
from seeds.voices.speech.evidence import AUTHOR
from seeds.voices.speech.narrative import Narrative
from seeds.voices.speech.turn import Turn

_MOST_GUESSED = 5
_CLOSE = 4
_TALK = 3
"""Turns, and paragraphs, above "the other" in which the two talk."""
_TAG = 120
_FAR = 8
"""Paragraphs above in which those who talk with each other are looked for."""
_ASKED = re.compile(
    r"\b(?:asked|told|turned\sto|addressed|(?:said|spoke|called)\sto)\s(?:the|an?|another|his|her|my|[A-ZÀ-Þ][\w.’-]*)\b"
)
_ADDRESSED = re.compile(
    rf"\b(?P<by>I|he|she|[Tt]he\s\w+|{NAME})\s(?:\w+ly\s|then\s|also\s|at\slast\s)?(?:asked|told|(?:said|whispered|called|turned)\sto"
    rf"|inquired\sof|enquired\sof|questioned)\s(?:(?P<role>{ROLE})(?!\s[A-Z])|(?P<name>{NAME}))(?=[\s.,;:!?]*\Z)"
)
_OTHER_SAYS = re.compile(rf"\W*(?:{TAG_VERB}\s+the\sother|the\sother\s(?:\w+ly\s|then\s)?{TAG_VERB})\b", re.VERBOSE)
_OTHER_SAYING = re.compile(
    rf"\b[Tt]he\sother\s(?:\w+ly\s|then\s|only\s)?{TAG_VERB}\b[^.!?;“”\"]{{0,60}}[,:]\W*\Z", re.VERBOSE
)
_SAID_TO = re.compile(
    rf"\b(?:said|whispered|called|turned|remarked|replied|answered|observed|cried|exclaimed)\s(?:(?:the|his|her)\s[a-z]+\s|{NAME}\s|he\s|she\s)?to\s"
    rf"(?:(?P<role>{ROLE})(?!\s[A-Z])|(?P<name>{NAME})|(?:the|his|her|an?)\s[a-z]+)(?=[\s.,;:!?])",
    re.VERBOSE,
)
"""To whom something is said: "said Orme to Reeve"."""
_QUESTION = re.compile(r"\?[.…’'”\"»]*\Z")
REPLIES = re.compile(r"\b(?:repl(?:y|ie)|answer|retort|rejoin|respond|return|ask|inquire|protest)")
"""What shows that words are another's than those before them."""
_VOCATIVE = re.compile(rf"[“\"](?P<name>{NAME})[,!]")
_BESIDE = 40
_GOES_ON = re.compile(r"\W*(?:he|she)\s(?:\w+ly\s|then\s)?(?:went\son|continued|added|resumed|concluded|repeated)\b")


def alternating(read: Sequence[Narrative], k: int, turn: Turn, before: Sequence[Turn], people: People) -> str | None:
    """The speaker of a turn of which nothing is told and which is all of paragraph k: the one asked, or the one before last."""
    each = read[k]
    last = before[-1] if before else None
    if (
        turn.told
        or last is None
        or each.words.strip(" .\r\n")
        or not each.opens_quoted
        or last.pieces[-1][0] is not read[k - 1].part
    ):
        return None
    words = read[k - 1].words
    if read[k - 1].announces:
        return None  # one who is not known
    if last.told and last.at and not words.strip(" .\r\n") and not read[last.at - 1].quoted:
        words = read[last.at - 1].words  # which announce the last turn: `I said to Orme:`
    if _ASKED.search(words):
        return _addressed(words, last, people)
    guessed = sum(1 for each in before[-_MOST_GUESSED:] if each.guessed)
    if guessed == _MOST_GUESSED:
        return None
    known = last.speaker is not None or _asks(last)
    turns = len(before) > 1 and before[-2].pieces[-1][0] is read[k - 2].part and known
    one = before[-2].speaker if turns and before[-2].speaker != last.speaker else None
    if last.speaker != AUTHOR:
        return one
    one = one or _other(k, before)
    told = _since(read, k, one, before) if one else []
    others = any(anybody_else(each, told, one, people, doing=True) for each in ("he", "she")) if one else True
    return None if others else one


def _asks(turn: Turn) -> bool:
    """Whether the turn is a question of which nothing is told, so that the next answers it."""
    return not turn.told and bool(_QUESTION.search(turn.texts[-1]))


def partner(
    read: Sequence[Narrative], k: int, n: int, pronoun: str, before: Sequence[Turn], people: People
) -> str | None:
    """Whom "he" or "she" means that says quotation n of paragraph k: the one with whom the author talks, or who goes on."""
    last = before[-1] if before else None
    if last is None or pronoun not in ("he", "she"):
        return None
    goes_on = last.speaker and k - last.at <= 2 and _GOES_ON.match(read[k].after(n))
    one = (
        last.speaker
        if goes_on
        else _other(k, before) or _again(k, pronoun, before) or _only_woman(pronoun, read, k, n, before, people)
    )
    if not one or not can_mean(pronoun, one, people):
        return None
    told = [*_since(read, k, one, before), *sentences(read[k].words[: read[k].begin(n)])]
    return None if anybody_else(pronoun, told, one, people) else one


def the_other(read: Sequence[Narrative], k: int, n: int, before: Sequence[Turn], people: People) -> str | None:
    """Who "the other" is that says quotation n of paragraph k: the one to whom the last words were said, or who did not say them."""
    each = read[k]
    told = _OTHER_SAYS.match(flat(each.after(n)[:_TAG])) or _OTHER_SAYING.search(flat(each.before(n)[-_TAG:]))
    last = before[-1] if told and before else None
    if last is None or last.speaker is None or last.at < k - 1 or last.guessed:
        return None
    above = read[last.at]
    first = above.quoted.index(last.pieces[0][1])
    to = _SAID_TO.search(flat(above.after(first)[:_TAG])) or _SAID_TO.search(flat(above.before(first)[-_TAG:]))
    name = plain_name(to["name"]) if to and to["name"] else None
    if name:
        return people.speaker(name) if people.is_person(name) else None
    if to:
        return plain_role(to["role"]) if to["role"] else None
    others = {turn.speaker for turn in before[-_TALK:] if turn.at >= k - _TALK} - {last.speaker}
    return others.pop() if len(others) == 1 else None


def called(
    read: Sequence[Narrative], k: int, n: int, pronoun: str | None, before: Sequence[Turn], people: People
) -> str | None:
    """Whom the author calls by his name in the turn just above, who answers him: `“Reeve,” said I, “come.” “No,” said he.`"""
    last = before[-1] if before else None
    found = _VOCATIVE.match(last.texts[0]) if last and last.speaker == AUTHOR and last.at >= k - 1 else None
    name = plain_name(found["name"]) if found else None
    if not last or not name or pronoun not in ("he", "she") or not people.is_person(name):
        return None
    told = [*_behind(read, k, last), *sentences(read[k].before(n))]
    fits = people.is_woman(name) == (pronoun == "she") and not anybody_else(pronoun, told, name, people)
    return people.speaker(name) if fits else None


def _since(read: Sequence[Narrative], k: int, one: str, before: Sequence[Turn]) -> list[str]:
    """The sentences of the author from the last words of that speaker down to paragraph k."""
    return _behind(read, k, max((turn for turn in before if turn.speaker == one), key=lambda turn: turn.at))


def _behind(read: Sequence[Narrative], k: int, last: Turn) -> list[str]:
    """The sentences of the author from that turn down to paragraph k, which is not its own."""
    part, piece = last.pieces[-1]
    j = next(j for j in range(last.at, k + 1) if read[j].part is part)
    rest = read[j].words[piece.end - part.start :] if j < k else ""
    return [*sentences(rest), *(words for below in read[j + 1 : k] for words in sentences(below.words))]


def _other(k: int, before: Sequence[Turn]) -> str | None:
    """The one besides the author who speaks in the paragraphs just above, where the author speaks there too and nobody else does."""
    near = [turn for turn in before[-_FAR:] if turn.at >= k - _FAR]
    others = {turn.speaker for turn in near if turn.speaker}
    unknown = any(turn.speaker is None and turn.told for turn in near)
    author = any(turn.speaker == AUTHOR for turn in near)
    return others.pop() if author and not unknown and len(others) == 1 else None


def _again(k: int, pronoun: str, before: Sequence[Turn]) -> str | None:
    """Who was "he" in the paragraph before last, where the author speaks in the last: `“So,” he said. “Why?” said I. “No,” he said.`"""
    if [turn.at for turn in before[-2:]] != [k - 2, k - 1] or before[-1].speaker != AUTHOR:
        return None
    return before[-2].speaker if before[-2].pronoun == pronoun else None


def _only_woman(
    pronoun: str, read: Sequence[Narrative], k: int, n: int, before: Sequence[Turn], people: People
) -> str | None:
    """The only woman who speaks in the paragraphs just above, where another does too; women are few among those who speak."""
    if pronoun != "she":
        return None
    near = [turn for turn in before[-_FAR:] if turn.at >= k - _CLOSE]
    such = {turn.speaker for turn in near if turn.speaker and can_mean(pronoun, turn.speaker, people)}
    one = such.pop() if len(such) == 1 else None
    since = next((m for m, turn in enumerate(reversed(near)) if turn.speaker == one), 0)
    unknown = any(turn.speaker is None for turn in near[len(near) - since :])
    talk = any(turn.speaker not in (one, None) for turn in near)
    replies = since == 0 and REPLIES.search(f"{read[k].before(n)} {read[k].after(n)[:_BESIDE]}")
    return one if talk and not unknown and not replies else None


def _addressed(words: str, last: Turn, people: People) -> str | None:
    """To whom the last turn was spoken, as the words of its paragraph say, where it was a question: `“Why?” I asked Orme.`"""
    found = _ADDRESSED.search(flat(words).rstrip(" ."))
    if not found or "?" not in last.texts[-1][-3:]:
        return None
    name = plain_name(found["name"]) if found["name"] else None
    if name:
        return people.speaker(name) if people.is_person(name) else None
    return plain_role(found["role"]) if found["role"] else None


def anybody_else(pronoun: str, told: Sequence[str], one: str, people: People, *, doing: bool = False) -> bool:
    """Whether the sentences speak of another whom the pronoun can mean; with `doing` of one who does something there."""
    for each in (each for sentence in told for each in spoken_of(flat(sentence)) if each.is_subject or not doing):
        if each.name and each.name.split()[-1] != one.split()[-1] and people.may_be_person(each.name):
            return True
        if each.role and not each.name and each.role != one and can_be(pronoun, each.role):
            return True
    return False
