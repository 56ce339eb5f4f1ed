"""Who speaks in a talk of two of which some turns say whose they are: the others are his whose turn it is."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from seeds.voices.speech.narrative import Narrative
from seeds.voices.speech.penned import READS
from seeds.voices.speech.turn import Turn

_TWO = 2
_BEYOND = 3
"""Turns before the first one that says whose it is, or behind the last one, that are told by their place alone."""


def fill(made: Sequence[Turn], read: Sequence[Narrative]) -> None:
    """Gives the turns of talks the speakers whom the other turns tell, where two take turns in paragraphs next to each other."""
    for talk in _talks(made, read):
        _take_back(talk)
        for part in _agreeing(talk):
            _fill(part, read)


def _take_back(talk: Sequence[Turn]) -> None:
    """Leaves the turns told by their place alone to nobody, where behind them their last speaker is said to speak: his turn was not his."""
    for n, (last, turn) in enumerate(pairwise(talk)):
        if not (last.guessed and turn.told and not turn.guessed and turn.speaker == last.speaker):
            continue
        for guess in reversed(talk[: n + 1]):
            if not guess.guessed:
                break
            guess.speaker, guess.told, guess.guessed = None, False, False


def _talks(made: Sequence[Turn], read: Sequence[Narrative]) -> Iterator[list[Turn]]:
    """The runs of paragraphs next to each other of which each is one turn, with its tag."""
    begun = Counter(turn.at for turn in made)
    numbers = {each.part.start: k for k, each in enumerate(read)}
    talk: list[Turn] = []
    for turn in made:
        alone = begun[turn.at] == 1 and read[turn.at].opens_quoted
        next_to_it = talk and numbers[talk[-1].pieces[-1][0].start] + 1 == turn.at and not read[turn.at].heading
        if talk and not (alone and next_to_it):
            yield talk
            talk = []
        if alone:
            talk.append(turn)
    if talk:
        yield talk


def _agreeing(talk: Sequence[Turn]) -> Iterator[Sequence[Turn]]:
    """The parts of a talk in which two speak and each turn that says whose it is agrees with those before it."""
    start, known = 0, dict[int, str]()
    for n, turn in enumerate(talk):
        one = _sure(turn)
        if one is None and (not turn.told or turn.pronoun):
            continue
        at = {whose: m for m, whose in known.items()}
        agrees = one is not None and (
            (n - at[one]) % 2 == 0 if one in at else len(at) < _TWO and all((n - m) % 2 for m in at.values())
        )
        if not agrees:
            yield talk[start : max(known, default=start) + 1 if one in at else n]
            start, known = n + (one is None), {}
        if one is not None:
            known[n] = one
    yield talk[start:]


def _sure(turn: Turn) -> str | None:
    """Whose the turn is by what is told of it."""
    return None if turn.guessed else turn.speaker


def _fill(part: Sequence[Turn], read: Sequence[Narrative]) -> None:
    """Gives the turns that are all of a paragraph, and of which nothing is told, the speaker whose turn it is."""
    known = {n: one for n, turn in enumerate(part) if (one := _sure(turn)) is not None}
    if len(set(known.values())) != _TWO:
        return
    by_place = {n % 2: one for n, one in known.items()}
    for n, turn in enumerate(part):
        far = n < min(known) - _BEYOND or n > max(known) + _BEYOND
        above = read[turn.at - 1] if turn.at else None
        noticed = above and (
            READS.search(above.words) or above.announces
        )  # a letter or a notice, or one who is not known
        alone = not turn.told and not noticed and not read[turn.at].words.strip(" .\r\n")
        if turn.speaker is None and alone and not far:
            turn.speaker, turn.told, turn.guessed = by_place[n % 2], True, True
