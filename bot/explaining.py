"""What "Why?" shows: for each excerpt how it was found, in plain words, with the figures behind them."""

from collections.abc import Mapping, Sequence

import discord

from bot.markdown import escaped, shortened
from bot.rendering import QUOTE_COLOUR, Excerpt, Missing, as_many_as_fit, beginning, missing_embed
from retrieval.types import Answer, Explanation

_REASON = 200
_WORDS = 400
_UNKNOWN = (
    "It is not among what I find for this question now: the library has changed, or the question leant on earlier ones."
)

Explanations = Mapping[str, tuple[Explanation, float]]
"""Why excerpts were found, and the confidence that each answers, by their permalinks."""


def explanations_of(answer: Answer) -> Explanations:
    """Why each excerpt of an answer was found."""
    return {
        quote.citation.permalink: (quote.explanation, quote.confidence) for quote in answer.quotes if quote.explanation
    }


def why_embeds(excerpts: Sequence[Excerpt], explanations: Explanations) -> list[discord.Embed]:
    """An embed for each excerpt, as many as a message takes."""
    return as_many_as_fit(_embed(excerpt, explanations) for excerpt in excerpts)


def _embed(excerpt: Excerpt, explanations: Explanations) -> discord.Embed:
    if isinstance(excerpt, Missing):
        return missing_embed(excerpt)
    found = explanations.get(excerpt.citation.permalink)
    embed = discord.Embed(title=beginning(excerpt), colour=QUOTE_COLOUR)
    if found is None:
        embed.description = _UNKNOWN
        return embed
    why, confidence = found
    embed.description = "\n".join(f"- {escaped(shortened(reason, _REASON))}" for reason in why.reasons) or None
    for name, words in (("Words of the question in it", why.matched), ("Not in it", why.missing)):
        if words:
            embed.add_field(name=name, value=escaped(shortened(", ".join(words), _WORDS)))
    figures = [*(f"{name} {score:.3g}" for name, score in why.scores.items()), f"confidence {confidence:.0%}"]
    embed.add_field(name="Figures", value=f"-# {escaped(shortened(' · '.join(figures), _WORDS))}", inline=False)
    return embed
