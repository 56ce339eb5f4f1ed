"""The record of quotes that were withheld: a line each, the time and the permalink, never the words."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

FILE = "withheld.log"


@dataclass(frozen=True, kw_only=True, slots=True)
class Withheld:
    """How many quotes were withheld, and the last line about it; empty where there is none."""

    count: int
    last: str


def record_withheld(home: Path, permalink: str) -> None:
    """Adds a line; where nothing can be written, nothing is, since a reader must not fail for that."""
    with suppress(OSError), (home / FILE).open("a", encoding="utf-8") as file:
        file.write(f"{datetime.now(UTC).isoformat(timespec='seconds')} {permalink}\n")


def read_withheld(home: Path) -> Withheld:
    """What was recorded in a library."""
    try:
        lines = (home / FILE).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        lines = []
    return Withheld(count=len(lines), last=lines[-1] if lines else "")
