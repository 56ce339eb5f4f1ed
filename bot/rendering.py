"""An answer as Discord shows it: pure functions from the nouns of an answer to content and embeds.

The words of a source stand in a block quotation and are the source's own; all around them is ours. Limits are those of
https://docs.discord.com/developers/resources/message#embed-object-embed-limits.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import discord

from bot.fitting import Part, first_part, parts
from bot.markdown import block_quotation, escaped, link, one_line, shortened
from retrieval.types import Answer, Citation, Quote

DESCRIPTION = 4096
ALL_EMBEDS = 6000
CONTENT = 2000
MOST_QUOTES = 3
QUOTE_COLOUR = 0xC9A227
SILENT_COLOUR = 0x80848E

_NEARLY = 0.4
"""Share of the best quote's confidence from which another one is shown beside it."""

_FOOTER = 100
_HEADLINE = 240
_BEFORE = "-# Before this: "
_GOES_ON = "-# The quote goes on: press **More context**."
_TOO_LONG = "-# The quote has no room here: press **More context**, or open the source."


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """What a message shows besides its buttons. `content` is None where the message keeps the one that it has."""

    embeds: tuple[discord.Embed, ...]
    content: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Missing:
    """An excerpt that the library can no longer show, and the sentence that says why."""

    why: str


Excerpt = Quote | Missing


def headline(answer: Answer) -> str:
    """What stands above an answer: the question, how it was understood, why it has no answer, and the notes that fit."""
    lines = [f"**{escaped(shortened(answer.question, _HEADLINE)) or '…'}**"]
    if answer.understood.text.casefold().split() != answer.question.casefold().split():
        lines.append(f"-# Understood as: {escaped(shortened(answer.understood.text, _HEADLINE))}")
    if answer.abstained:
        lines.append(f"My sources do not say. {escaped(shortened(answer.reason or '', 2 * _HEADLINE))}".rstrip())
    text = "\n".join(lines)
    for note in answer.notes:
        longer = f"{text}\n-# {escaped(shortened(note, 2 * _HEADLINE))}"
        text = longer if len(longer) <= CONTENT else text
    return text


def excerpts_sheet(
    on_page: Sequence[Excerpt], *, before: int, of: int, abstained: bool, content: str | None = None
) -> Sheet:
    """The excerpts of one page, an embed each; `before` is how many stand on the pages before, `of` how many there are."""
    room = _room(len(on_page))
    embeds = tuple(excerpt_embed(each, room=room, abstained=abstained) for each in on_page)
    if embeds and of > len(on_page):
        first, last = before + 1, before + len(on_page)
        which = f"Excerpt {last}" if first == last else f"Excerpts {first}–{last}"
        embeds[-1].set_footer(text=f"{which} of {of}")
    return Sheet(embeds=embeds, content=content)


def leading(answer: Answer, most: int) -> int:
    """How many quotes the first page shows: the best, and those after it that are nearly as sure, at most `most`.

    Of an abstention it is the nearest one.
    """
    if answer.abstained:
        return 1
    count = 0
    least = _NEARLY * max((quote.confidence for quote in answer.quotes[:most]), default=0.0)
    for quote in answer.quotes[:most]:
        if count and quote.confidence < least:
            break
        count += 1
    return max(1, count)


def excerpt_embed(excerpt: Excerpt, *, room: int, abstained: bool) -> discord.Embed:
    """One excerpt with its citation in an embed whose description takes at most `room` characters."""
    if isinstance(excerpt, Missing):
        return discord.Embed(description=escaped(shortened(excerpt.why, room // 2)), colour=SILENT_COLOUR)
    embed = discord.Embed(colour=SILENT_COLOUR if abstained else QUOTE_COLOUR)
    if abstained:
        embed.set_author(name="Nearest excerpt, not an answer")
    credit = attribution(excerpt, room=room // 2)
    embed.description = _described(excerpt, credit, room=room)
    return embed


def context_parts(wide: Quote) -> list[Part]:
    """A wide excerpt as parts of which each fits a message, in the order of the source."""
    return parts(wide.text, _context_room(wide))


def context_sheet(wide: Quote, part: Part, *, number: int, of: int) -> Sheet:
    """One part of a widened excerpt; `number` counts the parts from 1."""
    embed = discord.Embed(colour=QUOTE_COLOUR)
    credit = attribution(wide, room=DESCRIPTION // 4)
    embed.description = f"{block_quotation(wide.text[part.start : part.end])}\n\n{credit}"
    if of > 1:
        embed.set_footer(text=f"In context, part {number} of {of}")
    else:
        embed.set_footer(text="In context")
    return Sheet(embeds=(embed,))


def plain_content(content: str, excerpts: Sequence[Excerpt], *, abstained: bool) -> str:
    """The same without embeds, for a channel that forbids them: the first excerpt, and others that fit."""
    kept = content
    for number, excerpt in enumerate(excerpts):
        room = CONTENT - len(kept) - 2
        most = room if number == 0 else DESCRIPTION
        texts = (
            excerpt_embed(each, room=most, abstained=abstained).description or ""
            for each in (excerpt, _without_opening(excerpt))
        )
        text = next((each for each in texts if len(each) <= room), None)
        if text is None:
            break
        kept = f"{kept}\n\n{text}"
    return kept


def headline_of(content: str) -> str:
    """What stands above the excerpts of an answer, also where they are in plain text below it."""
    return content.partition("\n\n")[0]


def as_many_as_fit(embeds: Iterable[discord.Embed]) -> list[discord.Embed]:
    """The first embeds, as many as one message takes."""
    kept: list[discord.Embed] = []
    for embed in embeds:
        if sum(map(len, kept)) + len(embed) > ALL_EMBEDS:
            break
        kept.append(embed)
    return kept


def beginning(quote: Quote) -> str:
    """How a quote begins, as the title of an embed about it."""
    begin = shortened(quote.text, 60)
    return escaped(f"“{begin}”" if not begin.endswith("…") else f"“{begin}")


def missing_embed(missing: Missing) -> discord.Embed:
    """What stands in the place of an excerpt that cannot be shown."""
    return discord.Embed(description=escaped(shortened(missing.why, 1024)))


def attribution(quote: Quote, *, room: int) -> str:
    """Who said it, in what, when, where in it, in at most `room` characters; `room` is at least 400."""
    targets = [target for target in (quote.citation.link, quote.citation.url) if target]
    text = ""
    for limit in (200, 100, 50, 20):
        for target in (*targets, None):
            text = _attribution(quote, limit=limit, target=target)
            if len(text) <= room:
                return text
    return text


def credit_line(citation: Citation, *, limit: int) -> str:
    """Who said it, in Markdown: the author, or the speaker, who may be unnamed, and the author who quotes them."""
    author = escaped(shortened(citation.author or "", limit))
    speaker = escaped(shortened(citation.speaker or "", limit))
    if speaker and author:
        return f"**{speaker}**, {'in a book' if citation.contributed else 'quoted'} by **{author}**"
    if speaker:
        return f"**{speaker}**, quoted by an unnamed author"
    if citation.quoted:
        return f"quoted by {f'**{author}**' if author else 'an unnamed author'}; the speaker is not named"
    return f"**{author}**" if author else "Author unknown"


def _attribution(quote: Quote, *, limit: int, target: str | None) -> str:
    facts = quote.citation
    title = f"*{escaped(shortened(facts.title, limit))}*" if facts.title else "untitled"
    work = [
        link(title, target),
        *([f"translated by {one_line(shortened(facts.translator, limit))}"] if facts.translator else []),
        *(one_line(shortened(each, limit)) for each in (facts.published, facts.publisher) if each),
    ]
    captured = f" · captured {shortened(facts.retrieved, 20)}" if facts.retrieved else ""
    place = f"{shortened(facts.locator, limit)}{captured}"
    copies = len(quote.also_at)
    also = f" · the same words stand in {copies} more place{'s' if copies > 1 else ''}" if copies else ""
    edition = next((place.citation for place in quote.also_at if place.citation), None)
    if edition:
        named = ", ".join(each for each in (edition.author, edition.title, edition.published, edition.locator) if each)
        also += f", among them {escaped(one_line(shortened(named, limit)))}"
    notes = "".join(f"\n-# {escaped(shortened(note, limit))}" for note in quote.notes)
    return f"— {credit_line(facts, limit=limit)}\n{', '.join(work)}\n-# {escaped(place)}{also}{notes}"


def _described(quote: Quote, credit: str, *, room: int) -> str:
    """A quote and its credit, below the words that it leans on where there is room for those."""
    whole = f"{block_quotation(quote.text)}\n\n{credit}"
    led_up = f"{_BEFORE}{one_line(quote.opening)}\n{whole}" if quote.opening else whole
    if len(led_up) <= room:
        return led_up
    return whole if len(whole) <= room else _cut(quote.text, credit, room=room)


def _cut(text: str, credit: str, *, room: int) -> str:
    end = first_part(text, room - len(credit) - len(_GOES_ON) - 4).end
    if not end:
        return f"{_TOO_LONG}\n\n{credit}"
    return f"{block_quotation(text[:end])}\n{_GOES_ON}\n\n{credit}"


def _without_opening(excerpt: Excerpt) -> Excerpt:
    return excerpt if isinstance(excerpt, Missing) else replace(excerpt, opening="")


def _room(embeds: int) -> int:
    """Characters that each of so many embeds' descriptions may take."""
    return min(DESCRIPTION, ALL_EMBEDS // max(1, embeds) - _FOOTER)


def _context_room(wide: Quote) -> int:
    return DESCRIPTION - len(attribution(wide, room=DESCRIPTION // 4)) - 2
