"""Lists and cards about the library and the bot: pure functions to embeds."""

import time
from collections import Counter
from collections.abc import Sequence
from statistics import median

import discord

from bot.markdown import escaped, link, shortened
from bot.rendering import QUOTE_COLOUR
from bot.services import title_of
from retrieval.library.records import Card, Counts
from seeds.document import Document

PER_PAGE = 10

EXAMPLES = (
    ("Ask", "/ask question: Who stormed the Winter Palace?"),
    ("Only one author", "/ask question: … author: …  (it completes as you type)"),
    ("Only for you", "/ask question: … private: True"),
    ("In conversation", "Mention me, reply to me or write me a direct message; then “and what did he do next?”"),
    ("Look up", "/when date: 25 October 1917, /show permalink: …"),
    ("Is this quotation real?", "/verify quotation: …, or **Find the source** in a message’s menu, under Apps"),
    ("What I know", "/sources, /source, /about"),
    ("Forget", "/forget ends our conversation and deletes your feedback"),
)


def sources_embed(cards: Sequence[Card], *, page: int, filter_text: str) -> discord.Embed:
    """One page of the list of sources."""
    pages = max(1, -(-len(cards) // PER_PAGE))
    page = max(0, min(page, pages - 1))
    lines = [_source_line(card) for card in cards[page * PER_PAGE : (page + 1) * PER_PAGE]]
    nothing = "No source fits." if filter_text else "The library is empty."
    title = f"Sources with “{shortened(filter_text, 60)}”" if filter_text else "Sources"
    embed = discord.Embed(title=escaped(title), description="\n".join(lines) or nothing, colour=QUOTE_COLOUR)
    counted = f"{len(cards)} source{'' if len(cards) == 1 else 's'}"
    embed.set_footer(text=f"{counted} · page {page + 1} of {pages} · /source shows one of them" if lines else counted)
    return embed


def matching(cards: Sequence[Card], text: str) -> list[Card]:
    """The documents whose id, title, author or publisher holds a text."""
    wanted = text.casefold()
    return [
        card
        for card in cards
        if any(
            wanted in field.casefold()
            for field in (card.id, card.metadata.title, card.metadata.author, card.metadata.publisher)
            if field
        )
    ]


def source_embed(document: Document, card: Card) -> discord.Embed:
    """The bibliographic card of a document."""
    facts = document.metadata
    title = f"**{escaped(shortened(title_of(card), 250))}**"
    embed = discord.Embed(description=link(title, facts.url), colour=QUOTE_COLOUR)
    for name, value in (
        ("Author", facts.author),
        ("Published", facts.published),
        ("Publisher or edition", facts.publisher),
        ("Licence", facts.licence),
        ("Language", facts.language),
        ("Captured", facts.retrieved),
    ):
        embed.add_field(name=name, value=escaped(shortened(value or "", 200)) or "not known")
    embed.add_field(name="Passages", value=f"{card.passages} ({card.sentences} sentences)")
    embed.add_field(name="Not quoted", value=_masks(document))
    embed.add_field(name="Id", value=f"`{shortened(document.id, 200).replace('`', '')}`", inline=False)
    embed.add_field(name="SHA-256 of the source file", value=f"`{document.sha256}`", inline=False)
    return embed


def about_embed(
    *,
    counts: Counts,
    generation: int,
    made: str,
    model: str,
    started: float,
    seconds: Sequence[float],
    latency: float,
    withheld: int,
) -> discord.Embed:
    """What the bot is made of and how it is doing. `made` is when the generation was, in ISO 8601, or empty."""
    embed = discord.Embed(
        description="I answer history questions in the sources’ own words: every quotation is an exact slice of a "
        "document, with its citation. When the sources do not say, I say so.",
        colour=QUOTE_COLOUR,
    )
    embed.add_field(name="Library", value=f"{counts.documents} documents, {counts.passages} passages")
    embed.add_field(name="Generation", value=f"{generation}{_age(made)}")
    embed.add_field(name="Model", value=escaped(shortened(model, 200)) or "none")
    embed.add_field(name="Running since", value=f"<t:{int(started)}:R>")
    answers = f"{median(seconds) * 1000:.0f} ms (middle of the last {len(seconds)})" if seconds else "none yet"
    embed.add_field(name="Answers", value=answers)
    beat = f"{latency * 1000:.0f} ms" if 0 <= latency < 60 else "not measured yet"
    embed.add_field(name="Connection to Discord", value=beat)
    embed.add_field(
        name="Quotes withheld", value=f"{withheld} (not word for word in the library when they were to be shown)"
    )
    return embed


def help_embed() -> discord.Embed:
    """What one can do, with examples."""
    embed = discord.Embed(
        title="Ask history, get a quotation you can check",
        description="I answer with the words of the sources, and nothing else. Under an answer: ◀ ▶ further excerpts, "
        "**More context**, **Cite**, 👍 👎, **Thread**, and 🗑 for the one who asked.",
        colour=QUOTE_COLOUR,
    )
    for name, example in EXAMPLES:
        embed.add_field(name=name, value=example, inline=False)
    return embed


def _source_line(card: Card) -> str:
    facts = card.metadata
    about = ", ".join(escaped(shortened(fact, 60)) for fact in (facts.author, facts.published) if fact)
    title = link(f"**{escaped(shortened(title_of(card), 90))}**", facts.url if len(facts.url or "") <= 150 else None)
    return f"{title}\n-# {about or 'author and date not known'} · {card.passages} passages"


def _masks(document: Document) -> str:
    if not document.masks:
        return "nothing: all of it may be quoted"
    characters = sum(mask.end - mask.start for mask in document.masks)
    reasons = Counter(mask.reason.value for mask in document.masks).most_common(4)
    share = 100 * characters / max(1, len(document.text))
    return f"{share:.0f} % ({', '.join(f'{count} × {reason}' for reason, count in reasons)})"


def _age(made: str) -> str:
    if not made:
        return ""
    try:
        second = discord.utils.parse_time(made)
    except ValueError:
        return ""
    return f", made <t:{int(second.timestamp())}:R>" if second and second.timestamp() <= time.time() + 60 else ""
