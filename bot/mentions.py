"""Discord's marks in a message that are no words: mentions, custom emoji, timestamps, links to commands."""

import re

EMOJI = re.compile(r"<a?:\w+:\d+>")
"""A server's own emoji."""

MARK = re.compile(rf"<(?:@[!&]?|#)\d+>|{EMOJI.pattern}|<t:-?\d+(?::\w)?>|</[^<>:\n]+:\d+>|<id:\w+>")
_EVERYBODY = r"(?<!\w)@(?:everyone|here)\b"
_SILENT = rf"(?:{MARK.pattern}|{_EVERYBODY})"
_LEADING = re.compile(rf"(?:[\s,:;]*{_SILENT})+[\s,:;]*")
_WITHIN = re.compile(rf"(?<![\s,])[\s,]*+(?:{_SILENT}[\s,]*+)++")
"""Marks with the blanks and commas around them: all of these at once and never part of them, so that no message takes long."""


def without_marks(content: str) -> str:
    """The words of a message, without whom it calls and what it shows instead of words; white space folded."""
    return " ".join(_WITHIN.sub(_between, _after_address(" ".join(content.split()))).split())


def _after_address(content: str) -> str:
    """The message without the marks that it opens with, and the comma after them."""
    address = _LEADING.match(content)
    return content[address.end() :] if address else content


def _between(marks: re.Match[str]) -> str:
    """What stands in the place of marks: nothing before a stop and at the end, else the comma that was there, or a blank."""
    after = marks.string[marks.end() : marks.end() + 1]
    if not after or after in "?!.;:":
        return ""
    return ", " if "," in marks[0] else " "
