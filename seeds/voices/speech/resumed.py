"""Whose speech goes on where the author broke in, or tells between two pieces of it what else the speaker said."""

import re
from collections.abc import Sequence

from seeds.people import People
from seeds.voices.antecedents.reference import flat, sentences
from seeds.voices.mentions.asked import spoken_of
from seeds.voices.mentions.roles import can_be, can_mean
from seeds.voices.speech.narrative import Narrative
from seeds.voices.speech.turn import Turn

_REACH = 4
"""Paragraphs of the author's own that may stand between."""
_SPEECH_WORDS = 40
_FEWEST_WORDS = 20
_ASKS = re.compile(
    r"\b(?:asked|turned\sto|answered|replied|interrupted|shouted|cried|voice|voices|heard|listened|stopped)\b"
)
_QUESTION = re.compile(r"\?[.…’'”\"»\s]*\Z")
_SPEAKER = frozenset({"the speaker", "the orator"})


def resumed(read: Sequence[Narrative], k: int, turn: Turn, before: Sequence[Turn], people: People) -> str | None:
    """The speaker of the long turn above, where the author's sentence between them is about him and he is the only one in it."""
    last = before[-1] if before else None
    if turn.told or not last or not last.speaker or not read[k].opens_quoted or _words(turn) < _FEWEST_WORDS:
        return None
    end = next((j for j in range(k - 1, max(-1, k - 2 - _REACH), -1) if read[j].part is last.pieces[-1][0]), None)
    if end == k - 1:
        return last.speaker if _is_document(read, k, last) else None
    if end is None or _words(last) < _SPEECH_WORDS:
        return None
    told = [flat(sentence) for j in range(end + 1, k) for sentence in sentences(read[j].words)]
    if not told or not told[-1].rstrip().endswith((".", "…")) or _ASKS.search(told[-1]):
        return None
    return last.speaker if _is_about(last.speaker, told[-1], people) else None


def _is_document(read: Sequence[Narrative], k: int, last: Turn) -> bool:
    """Whether the turn above is announced from the paragraph above it, no other turn being there, so that the next goes on with it."""
    whole = not read[last.at].words.strip(" .\r\n") and read[last.at].opens_quoted and not read[k].words.strip(" .\r\n")
    asks = _QUESTION.search(last.texts[-1])
    return whole and not asks and not last.guessed and last.at > 0 and not read[last.at - 1].quoted


def _is_about(one: str, sentence: str, people: People) -> bool:
    """Whether the sentence has the speaker for its only subject."""
    subjects = [
        each for each in spoken_of(sentence) if each.clause == "main" and (each.name or each.role or each.pronoun)
    ]
    for each in subjects:
        if each.pronoun in ("he", "she"):
            fits = can_mean(each.pronoun, one, people)
        elif each.name:
            fits = each.name.split()[-1] == one.split()[-1]
        else:
            fits = bool(each.role) and (each.role in _SPEAKER or each.role == one or not can_be("he", each.role or ""))
        if not fits:
            return False
    meant = {"he", "she"} & {each.pronoun for each in subjects} or {each.name for each in subjects if each.name}
    return bool(meant) or any(each.role in _SPEAKER or each.role == one for each in subjects)


def _words(turn: Turn) -> int:
    return sum(len(text.split()) for text in turn.texts)
