"""JSON Lines (jsonlines.org): a document on each line, named by the number of its line."""

from collections.abc import Iterator
from dataclasses import dataclass

from seeds.errors import SourceError


@dataclass(frozen=True, kw_only=True, slots=True)
class Lines:
    """The lines of a file; they count from 1."""

    lines: tuple[bytes, ...]
    name: str

    @classmethod
    def opened(cls, data: bytes, *, name: str) -> "Lines":
        """The lines of `data`, parted at line feeds only."""
        return cls(lines=tuple(data.removeprefix(b"\xef\xbb\xbf").split(b"\n")), name=name)

    def names(self) -> Iterator[tuple[str, str | None]]:
        """The numbers of the lines that are not blank."""
        return ((str(number), None) for number, line in enumerate(self.lines, start=1) if line.strip())

    def read(self, name: str, password: str | None) -> bytes:
        """The line of that number. Raises SourceError where there is none."""
        if not name.isdecimal() or not 1 <= int(name) <= len(self.lines):
            raise SourceError(f"there is no line {name!r} in {self.name!r}, which has {len(self.lines)}")
        return self.lines[int(name) - 1].rstrip(b"\r")
