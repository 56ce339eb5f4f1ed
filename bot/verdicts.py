"""Verdicts on quotations as Discord shows them: pure functions to content and embeds."""

import re
from collections.abc import Sequence

import discord

from bot.markdown import escaped, shortened
from bot.rendering import ALL_EMBEDS, CONTENT, DESCRIPTION, QUOTE_COLOUR, SILENT_COLOUR, Sheet, excerpt_embed
from retrieval.verifying.verdicts import Piece, Verdict, Verification

_NAMED = 120
"""Characters of a quotation that name it."""
_DIFF = 900
_MARKED = re.compile(r"\[-(?P<source>.*?)-\]|\{\+(?P<quotation>.*?)\+\}", re.DOTALL)
_LEGEND = "-# ~~source~~ **quotation**"
_MOST_EMBEDS = 5


def verdict_sheet(made: Sequence[Verification], *, left_out: int) -> Sheet:
    """The verdicts, and the source's words to each that was found. `left_out` quotations were not looked for."""
    lines = [_line(each, number if len(made) > 1 else None) for number, each in enumerate(made, 1)]
    if left_out:
        lines.append(
            f"-# {left_out} more quotation{'s are' if left_out > 1 else ' is'} in the message: /verify takes them."
        )
    pieces = [
        (number, piece)
        for number, each in enumerate(made, 1)
        for piece in each.pieces
        if piece.quote or len(each.pieces) > 1
    ]
    embeds = _fitting([_embed(piece, number if len(made) > 1 else None) for number, piece in pieces[:_MOST_EMBEDS]])
    return Sheet(embeds=embeds, content=_joined(lines))


def _line(made: Verification, number: int | None) -> str:
    count = f"{number}. " if number else ""
    words = escaped(shortened(made.quotation, _NAMED))
    return f"{count}**{made.verdict.value}** — {escaped(shortened(made.note, 400))}\n-# {words}"


def _joined(lines: Sequence[str]) -> str:
    kept = ""
    for line in lines:
        if len(kept) + len(line) + 1 > CONTENT:
            break
        kept = f"{kept}\n{line}" if kept else line
    return kept


def _embed(piece: Piece, number: int | None) -> discord.Embed:
    room = DESCRIPTION // 2 - _DIFF
    if piece.quote is None:
        short = piece.verdict is Verdict.TOO_SHORT
        why = piece.note or ("Too short to be looked for." if short else "Not in this library.")
        words = escaped(shortened(piece.quotation, 300))
        embed = discord.Embed(description=f"{escaped(why)}\n-# {words}", colour=SILENT_COLOUR)
    else:
        embed = excerpt_embed(piece.quote, room=room, abstained=False)
        embed.colour = discord.Colour(QUOTE_COLOUR if piece.verdict.is_faithful else SILENT_COLOUR)
        if piece.diff:
            embed.description = f"{embed.description}\n\n{_diff(piece.diff)}\n{_LEGEND}"
    embed.set_author(name=f"{number}: {piece.verdict.value}" if number else piece.verdict.value)
    return embed


def _diff(diff: str) -> str:
    """A diff in Markdown: what the source has struck out, what the quotation has in bold."""
    parts, at = list[str](), 0
    for match in _MARKED.finditer(diff):
        parts.append(escaped(diff[at : match.start()]))
        source, quotation = match["source"], match["quotation"]
        parts.append(f"~~{escaped(source)}~~" if source is not None else f"**{escaped(quotation)}**")
        at = match.end()
    text = "".join([*parts, escaped(diff[at:])])
    return text if len(text) <= _DIFF else "The differences are too many to be shown here."


def _fitting(embeds: Sequence[discord.Embed]) -> tuple[discord.Embed, ...]:
    kept = list[discord.Embed]()
    for embed in embeds:
        if sum(map(len, kept)) + len(embed) > ALL_EMBEDS:
            break
        kept.append(embed)
    return tuple(kept)
