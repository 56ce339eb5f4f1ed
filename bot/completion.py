"""Names that complete what somebody types, from memory."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

MOST = 25
"""Choices that Discord shows."""

_ALIKE = 0.3
"""Share of the typed trigrams that a name holds from which it is offered."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """A name to show and the value that it stands for."""

    name: str
    value: str


class Completer:
    """Finds names by the beginning of any of their words, and by their trigrams, which forgive a slip of the hand."""

    def __init__(self, choices: Iterable[Choice]) -> None:
        known = sorted(set(choices), key=lambda choice: (_plain(choice.name), choice.value))
        self._known = [(choice, f" {_plain(choice.name)}", _trigrams(_plain(choice.name))) for choice in known]

    def complete(self, typed: str, *, most: int = MOST) -> list[Choice]:
        """The names that fit best what is typed, best first; the first names of all where nothing is."""
        wanted = _plain(typed)
        if not wanted:
            return [choice for choice, _, _ in self._known[:most]]
        grams = _trigrams(wanted)
        scored = []
        for choice, name, held in self._known:
            if name.startswith(f" {wanted}"):
                score = 3.0
            elif f" {wanted}" in name:
                score = 2.0
            else:
                score = len(grams & held) / len(grams)
            if score >= _ALIKE:
                scored.append((score, choice))
        scored.sort(key=lambda pair: -pair[0])
        return [choice for _, choice in scored[:most]]


def _plain(text: str) -> str:
    """Letters and digits in lower case without accents, one space between words."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(
        "".join(sign if sign.isalnum() else " " for sign in decomposed if not unicodedata.combining(sign)).split()
    )


def _trigrams(text: str) -> frozenset[str]:
    padded = f" {text} "
    return frozenset(padded[at : at + 3] for at in range(len(padded) - 2))
