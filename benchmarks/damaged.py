"""What becomes of odd, broken and truncated files: a reading or one sentence, in how many seconds and how much memory.

python benchmarks/damaged.py              # HTML, EPUB and FB2 below ../shared/eval/external/ugly, whole and cut twice
"""

import os
import random
import resource
import time
from pathlib import Path

from seeds.errors import SourceError
from seeds.readers import READERS, reader_for

SHARED = Path(os.environ.get("QUOTH_SHARED", Path(__file__).parents[2] / "shared")) / "eval" / "external" / "ugly"
_SUFFIXES = {".html", ".htm", ".xhtml", ".epub", ".fb2"}
_CUTS = 2


def outcome(path: Path, data: bytes) -> str:
    """What the reader of the file's format makes of these bytes."""
    try:
        return f"{len(reader_for(path.suffix, name=path.name)(data, name=path.name).text):,} characters"
    except SourceError as refusal:
        return str(refusal)


def report(folder: Path) -> None:
    """Prints a line for each file and cut."""
    chance = random.Random(20)
    slowest, tried = 0.0, 0
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() not in _SUFFIXES & set(READERS):
            continue
        data = path.read_bytes()
        for size in (len(data), *(chance.randrange(len(data) + 1) for _ in range(_CUTS))):
            began = time.perf_counter()
            said = outcome(path, data[:size])
            seconds = time.perf_counter() - began
            slowest, tried = max(slowest, seconds), tried + 1
            print(f"{str(path.relative_to(folder))[:60]:61}{size:>9,} bytes {seconds:5.1f} s  {said[:110]}", flush=True)
    peak = (
        resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1e3
        or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    )
    print(f"{tried} readings, the slowest in {slowest:.1f} s; largest process {peak:,.0f} MB")


if __name__ == "__main__":
    report(SHARED)
