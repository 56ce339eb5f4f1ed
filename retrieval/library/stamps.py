"""The stamp of a generation's projections: what they are of, and what their files must look like."""

import hashlib
import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from retrieval.library.records import Card

FILE = "stamp.json"

LAYOUT = 4
"""Number of the projections' own format; those of another are rebuilt."""

_CHUNK = 1 << 20


@dataclass(frozen=True, kw_only=True, slots=True)
class Stamp:
    """`identity` names generation, model, layout and documents; `files` gives size and CRC-32 of each file by its path.

    `tombstones` are units that the terms still count in their statistics although they are gone.
    """

    identity: str
    files: Mapping[str, tuple[int, int]]
    tombstones: int = 0


class DamagedProjection(Exception):  # noqa: N818 - a state; the caller rebuilds
    """A projection that cannot be read, or is not of the generation it should be."""


def identity(generation: int, fingerprint: str, cards: Sequence[Card]) -> str:
    """Names everything that the projections of a generation follow from."""
    parts = [str(LAYOUT), str(generation), fingerprint, *(str(card.version) for card in cards)]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def write(folder: Path, name: str, tombstones: int, known: Mapping[str, tuple[int, int]]) -> None:
    """Stamps the folder; `known` has the sizes and checksums of files that are the same in the folder before."""
    files = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".tantivy")):
        relative = path.relative_to(folder).as_posix()
        size = path.stat().st_size
        before = known.get(relative)
        immutable = relative.startswith("terms/") and path.suffix not in (".json", "")
        files[relative] = before if before and immutable and before[0] == size else (size, checksum(path))
    stamp = Stamp(identity=name, files=files, tombstones=tombstones)
    (folder / FILE).write_text(json.dumps(asdict(stamp)), encoding="utf-8")


def read(folder: Path) -> Stamp | None:
    """The folder's stamp; None where there is none that can be read."""
    try:
        stamp = json.loads((folder / FILE).read_text(encoding="utf-8"))
        files = {name: (int(size), int(crc)) for name, (size, crc) in stamp["files"].items()}
        return Stamp(identity=str(stamp["identity"]), files=files, tombstones=int(stamp["tombstones"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def fault(folder: Path, name: str, *, thorough: bool = False) -> str | None:
    """What is wrong with the projections in a folder, None if nothing is; `thorough` reads every byte of them."""
    stamp = read(folder)
    if stamp is None:
        return "has no stamp"
    if stamp.identity != name:
        return "is of another generation"
    for relative, (size, crc) in stamp.files.items():
        path = folder / relative
        if not path.is_file():
            return f"has lost {relative}"
        if path.stat().st_size != size or (thorough and checksum(path) != crc):
            return f"has a damaged {relative}"
    return None


def checksum(path: Path) -> int:
    """CRC-32 of a file."""
    crc = 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            crc = zlib.crc32(chunk, crc)
    return crc
