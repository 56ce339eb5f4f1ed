"""A terminal to print on, and its text without colours and links."""

import io
import re

_ANSI = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;[^\x1b]*\x1b\\")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True

    def text(self) -> str:
        return _ANSI.sub("", self.getvalue())
