"""Quotations in Markdown: between marks, and block quotations. Code, links' addresses and front matter quote nobody."""

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from retrieval.essays.quoted import Quoted, quoted_in

_FRONT_MATTER = re.compile(r"\A---\r?\n.*?\n---\r?\n", re.DOTALL)
_FOOTNOTE = re.compile(r"\[\^[\w-]+\]")


def markdown_quotations(text: str) -> Iterator[Quoted]:
    """The quotations of a Markdown text, in order."""
    body = _FRONT_MATTER.sub(lambda match: "\n" * match[0].count("\n"), text)
    lines = body.splitlines()
    depth, block, begun = 0, list[str](), 0
    for token in MarkdownIt().enable("table").parse(body):
        if token.type == "blockquote_open":
            begun = begun if depth else (token.map or [0])[0]
            depth += 1
        elif token.type == "blockquote_close":
            depth -= 1
            if not depth and block:
                yield Quoted(text="\n".join(block), speaker=None, line=begun + 1)
                block = []
        elif token.type == "inline" and depth:
            block.append(_plain(token))
        elif token.type == "inline":
            yield from _inline(token, lines)


def _inline(token: Token, lines: list[str]) -> Iterator[Quoted]:
    plain, first = _plain(token), (token.map or [0])[0]
    for at, words, speaker in quoted_in(plain):
        line = first + plain.count("\n", 0, at)
        begins = re.search(
            rf"[\"“„«‘‹›»]\W*?(?={re.escape(words.split()[0])})", lines[line] if line < len(lines) else ""
        )
        yield Quoted(text=words, speaker=speaker, line=line + 1, column=begins.end() + 1 if begins else 1)


def _plain(token: Token) -> str:
    """What a reader sees of a paragraph."""
    parts = [_seen(child) for child in token.children or ()]
    return _FOOTNOTE.sub("", "".join(parts))


def _seen(child: Token) -> str:
    if child.type == "text":
        return child.content
    return "\n" if child.type in ("softbreak", "hardbreak") else ""
