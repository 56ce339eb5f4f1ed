"""What "Cite" shows: a quote's citation in the usual styles, ready to be copied."""

from collections.abc import Sequence

import discord

from bot.markdown import escaped, shortened
from bot.rendering import ALL_EMBEDS, QUOTE_COLOUR, Excerpt, Missing, as_many_as_fit, beginning, missing_embed
from retrieval.citations import Cited, Style, bibtex, cite, ris

_FIELD = 1024
_BLOCK = 1010
_NAMES = {
    Style.CHICAGO: "Chicago, note",
    Style.CHICAGO_BIBLIOGRAPHY: "Chicago, bibliography",
    Style.MLA: "MLA",
    Style.APA: "APA",
}


def cite_embeds(excerpts: Sequence[Excerpt]) -> list[discord.Embed]:
    """An embed for each excerpt, as many as a message takes, the first ones first; RIS only where there is room for all."""
    full = [_embed(excerpt, managers=True) for excerpt in excerpts]
    if sum(map(len, full)) <= ALL_EMBEDS:
        return full
    return as_many_as_fit(_embed(excerpt, managers=False) for excerpt in excerpts)


def _embed(excerpt: Excerpt, *, managers: bool) -> discord.Embed:
    if isinstance(excerpt, Missing):
        return missing_embed(excerpt)
    embed = discord.Embed(title=beginning(excerpt), colour=QUOTE_COLOUR)
    for style, name in _NAMES.items():
        embed.add_field(name=name, value=_field(cite(excerpt.citation, style)), inline=False)
    embed.add_field(name="BibTeX", value=_code(bibtex(excerpt.citation), "bibtex"), inline=False)
    if managers:
        embed.add_field(name="RIS", value=_code(ris(excerpt.citation)), inline=False)
    embed.add_field(name="Permalink", value=_code(excerpt.citation.permalink), inline=False)
    return embed


def _field(cited: Cited) -> str:
    """Markdown with the style's italics; without them, and without the note in the text, where it grows too long."""
    entry = "".join(f"*{escaped(run.text)}*" if run.italic else escaped(run.text) for run in cited.entry)
    in_text = f"\n-# In the text: {escaped(cited.in_text)}" if cited.in_text else ""
    for form in (entry + in_text, entry, escaped(cited.plain)):
        if len(form) <= _FIELD:
            return form
    return escaped(shortened(cited.plain, _FIELD // 2))


def _code(text: str, language: str = "") -> str:
    """A block of code, which no text can leave."""
    if len(text) > _BLOCK or "```" in text:
        return "Too long to be shown here."
    return f"```{language}\n{text}\n```"
