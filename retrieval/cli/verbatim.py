"""A source's words on a terminal, so that exactly the same characters can be had back.

Two things stand between a text and what is printed, and both can be undone:

- Characters that a terminal obeys instead of showing (escape sequences, carriage returns, marks that turn the reading
  direction) are written as a backslash escape, `\\x1b` or `\\u202e`; a backslash is written twice.
- A long line is broken after a space, which stays at the end of the printed line: a printed line that ends in a space
  goes on in the next one, every other line end is the text's own.
"""

import re
from collections.abc import Callable

_OBEYED = re.compile(
    "\r(?!\n)"  # alone it starts the line again, over what stands there; before a line feed it does nothing
    "|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # C0 without tab and line ends, delete, C1
    "\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069"  # line separators and bidirectional controls (UAX #9)
    "\ud800-\udfff]"  # lone surrogates, which no encoding writes
)
_OBEYED_OR_BACKSLASH = re.compile(rf"{_OBEYED.pattern}|\\")
_ESCAPED = re.compile(r"\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|(\\))")
_WORD = re.compile(" +|[^ ]+ *")


def escaped(text: str) -> str:
    """`text` with every character that a terminal would obey as a visible escape, which `unescaped` undoes."""
    return _OBEYED_OR_BACKSLASH.sub(_escape, text)


def unescaped(shown: str) -> str:
    """The text that `escaped` was given."""
    return _ESCAPED.sub(lambda m: m[3] or chr(int(m[1] or m[2], 16)), shown)


def harmless(text: str) -> str:
    """`text` with what a terminal would obey as a visible escape and all else as it is, backslashes too: not to be undone."""
    return _OBEYED.sub(_escape, text)


def one_line(text: str) -> str:
    """`text` on one line for a heading or a citation: white space folded, nothing left that a terminal obeys."""
    return _OBEYED_OR_BACKSLASH.sub(_escape, " ".join(text.split()))


def printed_lines(text: str, *, width: int | None = None, measure: Callable[[str], int] = len) -> list[str]:
    """The lines that show `text`, broken after spaces to `width` cells; None breaks only where the text does.

    `measure` gives the cells that a string takes. A word wider than `width` stays whole.
    """
    lines: list[str] = []
    for line in escaped(text).split("\n"):
        lines.extend([line] if width is None else _broken(line, width, measure))
    return lines


def joined_lines(lines: list[str], *, width: int | None = None) -> str:
    """The text that `printed_lines` was given, from the lines that it gave for the same `width`."""
    text = "\n".join(lines)
    return unescaped(text if width is None else text.replace(" \n", " "))


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if match[0] == "\\":
        return "\\\\"
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def _broken(line: str, width: int, measure: Callable[[str], int]) -> list[str]:
    """`line` in pieces that fit and, joined, are `line`; all but the last end in a space, the last one does not."""
    pieces, current = [], ""
    for word in _WORD.findall(line):
        if current and measure((current + word).rstrip(" ")) > width:
            pieces.append(current)
            current = ""
        current += word
    return [*pieces, current, ""] if current.endswith(" ") else [*pieces, current]
