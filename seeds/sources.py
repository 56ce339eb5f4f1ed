"""From paths to documents: which files there are, and each of them read."""

import hashlib
import os
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path

from seeds.catalogue import FILE_NAME as CATALOGUE_NAME
from seeds.catalogue import Entry, catalogue_beside, check_ranges, corrected_masks, corrected_voices, known_sources
from seeds.containers import CONTAINERS, bytes_at, expand, file_of
from seeds.document import UNKNOWN, Document, Mask, Metadata, Section
from seeds.errors import SourceError
from seeds.paths import fault_of_kind, fault_of_link, fault_of_name, leads_to_folder, special_kind
from seeds.readers import PLAIN, READERS, Options, Reader, Reading, reader_for
from seeds.readers.records import read_record
from seeds.voices.prefaces import prefaces

RULES = 17
"""Number of the rules of reading; raised when readers, cleaning or voices change, so that files are read again."""

_KNOWN = ", ".join((*READERS, *CONTAINERS))
_MAX_ID = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class Discovery:
    """The files to read, in order, those passed over, each with the reason, and a sentence for each that cannot be read."""

    files: tuple[Path, ...]
    skipped: tuple[tuple[Path, str], ...] = ()
    failed: tuple[str, ...] = ()


def discover(paths: Iterable[Path]) -> Discovery:
    """The documents at `paths`: files as named, folders with all that lies below them, each file once.

    Raises:
        SourceError: where a path is missing or unreadable, a named file is of an unknown format, or a folder holds no
            document.
    """
    found = [_at(Path(path)) for path in paths]
    return Discovery(
        files=tuple(dict.fromkeys(file for each in found for file in each.files)),
        skipped=tuple(passed_over for each in found for passed_over in each.skipped),
        failed=tuple(fault for each in found for fault in each.failed),
    )


def _at(path: Path) -> Discovery:
    if fault := fault_of_link(path) or fault_of_name(path) or fault_of_kind(path):
        return Discovery(files=(), failed=(fault,))
    absolute = path.resolve()
    if absolute.is_dir():
        return _folder(absolute)
    if not absolute.exists():
        if _is_held(absolute):
            return Discovery(files=(absolute,))
        raise SourceError(f"there is no file or folder {str(path)!r}: check the spelling")
    if absolute.suffix.casefold() in CONTAINERS:
        return _held(absolute)
    _reader_of(absolute, PLAIN)
    return Discovery(files=(absolute,))


def _folder(folder: Path) -> Discovery:
    files: list[Path] = []
    skipped: list[tuple[Path, str]] = []
    failed: list[str] = []
    for path in _below(folder, failed):
        if reason := _reason_to_skip(path, folder):
            skipped.append((path, reason))
        elif fault := fault_of_link(path) or fault_of_name(path):
            failed.append(fault)
        elif path.suffix.casefold() in CONTAINERS:
            held = _held_or_itself(path)
            files += held.files
            skipped += held.skipped
        else:
            files.append(path)
    if not files and not failed:
        raise SourceError(f"the folder {str(folder)!r} holds no document: we read {_KNOWN}")
    return Discovery(files=tuple(files), skipped=tuple(skipped), failed=tuple(failed))


def _held(container: Path) -> Discovery:
    """The documents in a container, and what is passed over there."""
    files, skipped = [], []
    try:
        inside = list(expand(container))
    except OSError as error:
        raise _unreadable(container, error) from error
    for path, fault in inside:
        reason = fault or (None if _in_lines(path) else _reason_by_name(path, container))
        if reason is None:
            files.append(path)
        else:
            skipped.append((path, reason))
    if not files:
        held = f": {skipped[0][1]}" if skipped else ""
        raise SourceError(f"{str(container)!r} holds no document that can be taken in{held}")
    return Discovery(files=tuple(files), skipped=tuple(skipped))


def _held_or_itself(container: Path) -> Discovery:
    try:
        return _held(container)
    except SourceError:
        return Discovery(files=(container,))  # reading it tells what is wrong, beside the other files of the folder


def _is_held(path: Path) -> bool:
    """Whether a path names a document in a container."""
    container = file_of(path)
    return container != path and container.suffix.casefold() in CONTAINERS and path in _held(container).files


def _in_lines(path: Path) -> bool:
    """Whether a path names a line of a JSON Lines file."""
    return path.parent.suffix.casefold() in (".jsonl", ".ndjson") and path.name.isdecimal() and not path.is_file()


def _reader_of(path: Path, options: Options) -> Reader:
    return read_record if _in_lines(path) else reader_for(path.suffix, name=path.name, options=options)


def _below(folder: Path, failed: list[str]) -> Iterator[Path]:
    """The paths of all files below a folder; a sentence for each folder there that cannot be entered goes to `failed`."""

    def refuse(error: OSError) -> None:
        fault = f"the folder {str(error.filename)!r} cannot be read ({error.strerror}): check its rights"
        closed = Path(error.filename)
        if closed == folder:
            raise SourceError(fault) from error
        if not _is_hidden(closed, folder):
            failed.append(fault)

    for parent, folders, names in os.walk(folder, onerror=refuse):
        links = [name for name in folders if Path(parent, name).is_symlink()]
        faults = {name: fault_of_name(Path(parent, name)) for name in sorted(folders) if name not in links}
        failed += (fault for name, fault in faults.items() if fault and not _is_hidden(Path(parent, name), folder))
        folders[:] = [name for name, fault in faults.items() if not fault]
        yield from (Path(parent, name) for name in sorted((*names, *links)))


def _reason_to_skip(path: Path, folder: Path) -> str | None:
    if leads_to_folder(path) and not _is_hidden(path, folder):
        return "a link to a folder: name that to take it in"
    reason = _reason_by_name(path, folder)
    kind = None if reason else special_kind(path)
    return f"{kind}, not a regular file" if kind else reason


def _reason_by_name(path: Path, folder: Path) -> str | None:
    if _is_hidden(path, folder):
        return "hidden"
    if path.name == CATALOGUE_NAME:
        return "the catalogue of its folder"
    if path.suffix.casefold() not in (*READERS, *CONTAINERS):
        return f"not one of {_KNOWN}"
    return None


def _is_hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


def read(path: Path, *, overrides: Metadata = UNKNOWN, options: Options = PLAIN) -> Document:
    """The document in the file at `path`.

    Its metadata are `overrides`, completed by the catalogue beside the file, by the known sources, and by the text.

    Raises:
        SourceError: where the file is missing, unreadable, empty, binary, of an unknown format, or holds nothing that
            can be quoted.
    """
    path = Path(path).resolve()
    if path.suffix.casefold() in CONTAINERS and path.is_file():
        _held(path)
        raise SourceError(f"{str(path)!r} holds several documents: add it, and they are taken in one by one")
    reader = _reader_of(path, options)
    data = _bytes(path, options)
    sha256 = hashlib.sha256(data).hexdigest()
    name = _name(path)
    return assembled(
        reader(data, name=name),
        Origin(id=document_id(path, sha256), name=name, source=str(path), sha256=sha256),
        own=catalogue_beside(file_of(path)).entry(file_name=path.name, sha256=sha256),
        overrides=overrides,
    )


def _name(path: Path) -> str:
    """What a document is called in messages: its file's name, with that of the file that holds it."""
    file = file_of(path)
    return path.name if file == path else str(path.relative_to(file.parent))


@dataclass(frozen=True, kw_only=True, slots=True)
class Fingerprint:
    """The SHA-256 of a document's bytes, and one of all that it depends on: while that stays, reading it again gives the same."""

    sha256: str
    whole: str


def fingerprint(path: Path, *, options: Options = PLAIN) -> Fingerprint:
    """What the document at `path` depends on, told without reading what its bytes mean.

    Raises:
        SourceError: as `read` does where the file or its catalogue cannot be read.
    """
    path = Path(path).resolve()
    sha256 = hashlib.sha256(_bytes(path, options)).hexdigest()
    entries = (
        catalogue_beside(file_of(path)).entry(file_name=path.name, sha256=sha256),
        known_sources().entry(file_name="", sha256=sha256),
    )
    whole = hashlib.sha256(repr((str(path), sha256, entries, options.ocr, RULES)).encode()).hexdigest()
    return Fingerprint(sha256=sha256, whole=whole)


@dataclass(frozen=True, kw_only=True, slots=True)
class Origin:
    """Where a document comes from: its id, its name in messages, its path or address, and the hash of its bytes."""

    id: str
    name: str
    source: str
    sha256: str


def assembled(
    reading: Reading, origin: Origin, *, own: Entry, overrides: Metadata = UNKNOWN, found: Metadata = UNKNOWN
) -> Document:
    """The document that a reader read, with what catalogues say of it.

    Facts count in this order: `overrides`, the `own` entry of its catalogue, the known sources, what is `found` out
    beside its text, its text.

    Raises:
        SourceError: where nothing in it can be quoted, or its catalogue speaks of characters that it does not have.
    """
    known = known_sources().entry(file_name="", sha256=origin.sha256)
    check_ranges(own, len(reading.text), origin.name)
    masks = corrected_masks(corrected_masks(reading.masks, known), own)
    _refuse_if_nothing_is_left(reading.text, masks, origin.name)
    metadata = overrides.over(own.metadata).over(known.metadata).over(found).over(reading.metadata)
    written = prefaces(reading.text, reading.sections, masks, metadata.author)
    return Document(
        id=origin.id,
        source=origin.source,
        sha256=origin.sha256,
        text=reading.text,
        encoding=reading.encoding,
        media_type=reading.media_type,
        metadata=metadata,
        sections=tuple(_under_title(section, reading.metadata.title, metadata.title) for section in reading.sections),
        pages=reading.pages,
        joins=reading.joins,
        masks=masks,
        voices=corrected_voices(corrected_voices((*written, *reading.voices), known), own),
        notes=reading.notes,
        warnings=reading.warnings,
    )


def starter_documents() -> tuple[Path, ...]:
    """The documents that come with the program, in order of their names."""
    folder = resources.files("seeds").joinpath("starter")
    return tuple(sorted(Path(str(entry)) for entry in folder.iterdir() if Path(entry.name).suffix in READERS))


def document_id(path: Path, sha256: str) -> str:
    """A short name for the document in lower-case ASCII, by its file name, so that corrected facts do not change it."""
    stem = f"{path.parent.stem}-{path.name}" if _in_lines(path) else path.stem
    ascii_name = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", ascii_name.casefold()).strip("-")[:_MAX_ID].strip("-")
    return slug or f"document-{sha256[:8]}"


def _under_title(section: Section, found: str | None, title: str | None) -> Section:
    """The section, named as the document is where it is the document's title that heads it."""
    return replace(section, title=title) if title and section.title == found else section


def _bytes(path: Path, options: Options) -> bytes:
    try:
        data = bytes_at(path, password=options.password)
    except FileNotFoundError:
        raise SourceError(f"there is no file {str(path)!r}: check the spelling") from None
    except OSError as error:
        raise _unreadable(path, error) from error
    if not data.strip():
        raise SourceError(f"{str(path)!r} is empty: there is nothing to quote in it")
    return data


def _unreadable(path: Path, error: OSError) -> SourceError:
    return SourceError(f"{str(path)!r} cannot be read ({error.strerror}): check its rights")


def _refuse_if_nothing_is_left(text: str, masks: tuple[Mask, ...], name: str) -> None:
    position = 0
    for mask in (*masks, None):
        if any(map(str.isalnum, text[position : mask.start if mask else len(text)])):
            return
        position = max(position, mask.end) if mask else position
    reasons = Counter(mask.reason.value for mask in masks)
    taken = ", ".join(f"{reason} ({count})" for reason, count in reasons.most_common()) or "blank lines only"
    raise SourceError(
        f"nothing in {name!r} can be quoted: all of it was taken for {taken}; "
        "'unmask' in a catalogue.toml beside it corrects that"
    )
