"""Whose speech goes on where the author broke in, or tells between two pieces of it what else the speaker said."""

import re
from collections.abc import Sequence

from seeds.people import People
from seeds.voices.antecedents.reference import flat, sentences
from seeds.voices.mentions.asked import spoken_of
from seeds.voices.mentions.roles import can_be, can_mean
from seeds.voices.speech.exchange import anybody_else
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
    if end is None:
        return None
    part, piece = last.pieces[-1]
    rest = read[end].words[piece.end - part.start :]
    words = (rest if re.search(r"\w", rest) else "", *(each.words for each in read[end + 1 : k]))
    told = [flat(sentence) for each in words for sentence in sentences(each)]
    if end == k - 1 and not told:
        return last.speaker if _is_document(read, k, last) else None
    if _words(last) < _SPEECH_WORDS:
        return None
    if not told or not told[-1].rstrip().endswith((".", "!", "…")) or _ASKS.search(told[-1]):
        return None
    return last.speaker if _is_about(last.speaker, told, people) else None


def _is_document(read: Sequence[Narrative], k: int, last: Turn) -> bool:
    """Whether the turn above is announced from the paragraph above it, no other turn being there, so that the next goes on with it."""
    whole = not read[last.at].words.strip(" .\r\n") and read[last.at].opens_quoted and not read[k].words.strip(" .\r\n")
    asks = _QUESTION.search(last.texts[-1])
    return whole and not asks and not last.guessed and last.at > 0 and not read[last.at - 1].quoted


def _is_about(one: str, told: Sequence[str], people: People) -> bool:
    """Whether the last of the sentences has the speaker for its only subject; where it has only "he", nobody else is told of."""
    subjects = [
        each for each in spoken_of(told[-1]) if each.clause == "main" and (each.name or each.role or each.pronoun)
    ]
    named = False
    for each in subjects:
        if each.pronoun in ("he", "she"):
            fits = can_mean(each.pronoun, one, people) and (named or not anybody_else(each.pronoun, told, one, people))
        elif each.name:
            fits = named = each.name.split()[-1] == one.split()[-1]
        else:
            named = each.role in _SPEAKER or each.role == one
            fits = bool(each.role) and (named or not can_be("he", each.role or ""))
        if not fits:
            return False
    return any(each.pronoun in ("he", "she") for each in subjects) or named


def _words(turn: Turn) -> int:
    return sum(len(text.split()) for text in turn.texts)
