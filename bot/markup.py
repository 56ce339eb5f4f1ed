"""The words of a message without Discord's mark-up: code, emphasis, spoilers, headings, lists, links."""

import re

CODE_BLOCK = re.compile(r"```(?:[\w+-]*\n)?(?P<code>.*?)```", re.DOTALL)
"""A block of code as Discord shows it; a language may be named on its first line."""

_LINK = re.compile(r"\[(?P<label>[^\[\]\n]{1,300})\]\(<?https?://[^\s()<>]{1,2000}>?\)")
_ADDRESS = re.compile(r"<?\bhttps?://[^\s<>]+>?")
_LINE = re.compile(r"^(?P<called>(?:<@[!&]?\d+>[ \t]*)*)(?:#{1,3}|-#|[-*])[ \t]+", re.MULTILINE)
_EMPHASIS = re.compile(
    r"\*\*+|~~+|\|\|+|``+"  # in pairs they are mark-up wherever they stand
    r"|(?<![^\W_])[*_`]+(?=\S)|(?<=\S)[*_`]+(?![^\W_])"  # single ones at the edge of a word: not in "5*6" or "a_name"
)


def without_markup(content: str) -> str:
    """What a message says as Discord shows it, and without the addresses of pages, which are not read."""
    linked = _LINK.sub(lambda match: match["label"], CODE_BLOCK.sub(lambda match: match["code"], content))
    return _EMPHASIS.sub("", _LINE.sub(lambda match: match["called"], _ADDRESS.sub("", linked)))
