"""What "Why?" shows: for each excerpt how it was found, in plain words, with the figures behind them."""

import threading
from collections import OrderedDict
from collections.abc import Mapping, Sequence

import discord

from bot.markdown import escaped, shortened
from bot.rendering import ALL_EMBEDS, QUOTE_COLOUR, Excerpt, Missing
from retrieval.types import Answer, Explanation, Quote

_FIELD = 1024
_REASONS = 2000
_REMEMBERED = 1000
_UNKNOWN = (
    "It is not among what I find for this question now: the library has changed, or the question leant on earlier ones."
)

Explanations = Mapping[str, Explanation]
"""Why excerpts were found, by their permalinks."""


class Remembered:
    """The explanations of the last answers, in memory only: they hold words of what was asked."""

    def __init__(self) -> None:
        self._answers: OrderedDict[str, Explanations] = OrderedDict()
        self._lock = threading.Lock()

    def keep(self, answer: str, explanations: Explanations) -> None:
        """Remember those of an answer by its id."""
        with self._lock:
            self._answers[answer] = explanations
            if len(self._answers) > _REMEMBERED:
                self._answers.popitem(last=False)

    def of(self, answer: str) -> Explanations | None:
        """Those of an answer, None where they are not remembered."""
        with self._lock:
            return self._answers.get(answer)

    def drop(self, answer: str) -> None:
        """Forget those of an answer."""
        with self._lock:
            self._answers.pop(answer, None)


def explanations_of(answer: Answer) -> Explanations:
    """Why each excerpt of an answer was found."""
    return {quote.citation.permalink: quote.explanation for quote in answer.quotes if quote.explanation}


def why_embeds(excerpts: Sequence[Excerpt], explanations: Explanations) -> list[discord.Embed]:
    """An embed for each excerpt, as many as a message takes."""
    kept: list[discord.Embed] = []
    for excerpt in excerpts:
        embed = _embed(excerpt, explanations)
        if sum(map(len, kept)) + len(embed) > ALL_EMBEDS:
            break
        kept.append(embed)
    return kept


def _embed(excerpt: Excerpt, explanations: Explanations) -> discord.Embed:
    if isinstance(excerpt, Missing):
        return discord.Embed(description=escaped(shortened(excerpt.why, _FIELD)))
    why = explanations.get(excerpt.citation.permalink)
    embed = discord.Embed(title=_title(excerpt), colour=QUOTE_COLOUR)
    if why is None:
        embed.description = _UNKNOWN
        return embed
    embed.description = shortened("\n".join(f"- {escaped(reason)}" for reason in why.reasons), _REASONS) or None
    for name, words in (("Words of the question in it", why.matched), ("Not in it", why.missing)):
        if words:
            embed.add_field(name=name, value=shortened(escaped(", ".join(words)), _FIELD))
    figures = [*(f"{name} {score:.3g}" for name, score in why.scores.items()), f"confidence {excerpt.confidence:.0%}"]
    embed.add_field(name="Figures", value=f"-# {shortened(escaped(' · '.join(figures)), _FIELD - 3)}", inline=False)
    return embed


def _title(quote: Quote) -> str:
    return escaped(f"“{shortened(quote.text, 60)}”")
