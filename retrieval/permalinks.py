"""Permalinks: `document@sha256:start-end` names words by the bytes that they came from."""

import re
from dataclasses import dataclass
from typing import Self

_FORM = re.compile(r"(?P<document>[^@\s]+)@(?P<sha256>[0-9a-f]{64}):(?P<start>[0-9]{1,12})-(?P<end>[0-9]{1,12})")


@dataclass(frozen=True, kw_only=True, slots=True)
class Permalink:
    """A range of a document's canonical text, by the document's id and the SHA-256 of its source bytes."""

    document: str
    sha256: str
    start: int
    end: int

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """The permalink that a text is, None where it is none."""
        match = _FORM.fullmatch(text.strip())
        if match is None:
            return None
        return cls(document=match["document"], sha256=match["sha256"], start=int(match["start"]), end=int(match["end"]))

    def __str__(self) -> str:
        return f"{self.document}@{self.sha256}:{self.start}-{self.end}"
