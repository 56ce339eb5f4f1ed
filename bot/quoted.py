"""The quotations in a message of Discord."""

import re

from bot.markup import CODE_BLOCK
from bot.mentions import MARK
from retrieval.essays.quoted import quoted_in
from retrieval.verifying.finding import is_too_short

MOST = 5
"""Quotations of a message that are looked for."""

Said = tuple[str, str | None]
"""Words, and the one who is said to have said them, where the words beside them name somebody."""

_REST = re.compile(r"^>>> ", re.MULTILINE)
_BLOCK = re.compile(r"(?:^> ?.*(?:\n|\Z))+", re.MULTILINE)
_SHOWN_AS_BLOCK = re.compile(r"(?:^>(?: .*)?(?:\n|\Z))+", re.MULTILINE)
"""A block quotation as Discord shows it; `_BLOCK` takes it, too, where the blank was left out."""
_CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)


def quotations_in(content: str, shown: str = "") -> list[Said]:
    """Each quotation in a message and in what it shows, in order; all of the message where it has none.

    Empty where it has no words.
    """
    said = _quotations(f"{content}\n\n{shown}")
    if said:
        return said
    return next(([(each.strip(), None)] for each in (content, shown) if re.search(r"\w", MARK.sub("", each))), [])


def apart(content: str) -> tuple[str, str]:
    """A message's own words, and those that stand in its block quotations and blocks of code."""
    begin = _REST.search(content)
    own, rest = (content[: begin.start()], content[begin.end() :]) if begin else (content, "")
    blocks = [_unmarked(block[0]) for block in _SHOWN_AS_BLOCK.finditer(own)]
    own = _SHOWN_AS_BLOCK.sub("\n", own)
    code = [match["code"] for match in CODE_BLOCK.finditer(own)]
    return CODE_BLOCK.sub("\n", own), "\n".join([*blocks, *code, rest]).strip()


def _unmarked(block: str) -> str:
    """A block quotation without the marks that make it one."""
    return re.sub(r"^> ?", "", block, flags=re.MULTILINE)


def _quotations(content: str) -> list[Said]:
    text = MARK.sub("", _CODE.sub("", content))
    begin = _REST.search(text)
    text, rest = (text[: begin.start()], text[begin.end() :]) if begin else (text, "")
    blocks = [(match.start(), _unmarked(match[0])) for match in _BLOCK.finditer(text)]
    found: list[tuple[int, str, str | None]] = [(at, block, None) for at, block in blocks]
    for match in re.finditer(r"[^\n]+", _BLOCK.sub(lambda block: "\n" * len(block[0]), text)):
        found += [(match.start() + at, words, speaker) for at, words, speaker in quoted_in(match[0])]
    found += [(len(text), rest, None)] if rest else []
    found.sort(key=lambda each: each[0])
    return [(words.strip(), speaker) for _, words, speaker in found if not is_too_short(words)]
