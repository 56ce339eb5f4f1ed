"""Discord's marks in a message that are no words: mentions, custom emoji, timestamps, links to commands."""

import re

EMOJI = re.compile(r"<a?:\w+:\d+>")
"""A server's own emoji."""

MARK = re.compile(rf"<(?:@[!&]?|#)\d+>|{EMOJI.pattern}|<t:-?\d+(?::\w)?>|</[^<>:\n]+:\d+>|<id:\w+>")
_EVERYBODY = r"(?<!\w)@(?:everyone|here)\b"
_SILENT = rf"(?:{MARK.pattern}|{_EVERYBODY})"
_BEFORE_STOP = re.compile(rf"(?:[\s,]*{_SILENT})+(?=\s*(?:[?!.,;:]|\Z))")
_LEADING = re.compile(rf"(?:[\s,:;]*{_SILENT})+[\s,:;]*")
_WITHIN = re.compile(_SILENT)


def without_marks(content: str) -> str:
    """The words of a message, without whom it calls and what it shows instead of words; white space folded."""
    left = _BEFORE_STOP.sub("", _after_address(" ".join(content.split())))
    return " ".join(_WITHIN.sub(" ", left).split())


def _after_address(content: str) -> str:
    """The message without the marks that it opens with, and the comma after them."""
    address = _LEADING.match(content)
    return content[address.end() :] if address else content
