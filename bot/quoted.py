"""The quotations in a message of Discord."""

import re

from retrieval.essays.quoted import quoted_in
from retrieval.verifying.finding import is_too_short

MOST = 5
"""Quotations of a message that are looked for."""

Said = tuple[str, str | None]
"""Words, and the one who is said to have said them, where the words beside them name somebody."""

_REST = re.compile(r"^>>> ", re.MULTILINE)
_BLOCK = re.compile(r"(?:^> ?.*(?:\n|\Z))+", re.MULTILINE)
_CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
_MENTION = re.compile(r"<(?:@[!&]?|#|a?:\w+:|t:)[\w:]+>")


def quotations_in(content: str, shown: str = "") -> list[Said]:
    """Each quotation in a message and in what it shows, in order; all of the message where it has none.

    Empty where it has no words.
    """
    said = _quotations(f"{content}\n\n{shown}")
    if said:
        return said
    return next(([(each.strip(), None)] for each in (content, shown) if re.search(r"\w", _MENTION.sub("", each))), [])


def _quotations(content: str) -> list[Said]:
    text = _MENTION.sub("", _CODE.sub("", content))
    begin = _REST.search(text)
    text, rest = (text[: begin.start()], text[begin.end() :]) if begin else (text, "")
    blocks = [(match.start(), match[0]) for match in _BLOCK.finditer(text)]
    found: list[tuple[int, str, str | None]] = [(at, block, None) for at, block in blocks]
    for match in re.finditer(r"[^\n]+", _BLOCK.sub(lambda block: "\n" * len(block[0]), text)):
        found += [(match.start() + at, words, speaker) for at, words, speaker in quoted_in(match[0])]
    found += [(len(text), rest, None)] if rest else []
    found.sort(key=lambda each: each[0])
    return [(words.strip(), speaker) for _, words, speaker in found if not is_too_short(words)]
