"""A captured page as a document."""

import re
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from seeds.catalogue import Catalogue, known_sources
from seeds.document import UNKNOWN, Document, Metadata
from seeds.readers import READERS, TEXT_READERS, Options, Reading, reader_for
from seeds.sources import Origin, assembled, document_id
from seeds.web.capture import Capture

_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/markdown": ".md",
    "text/x-markdown": ".md",
    "application/pdf": ".pdf",
    "application/epub+zip": ".epub",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/rtf": ".rtf",
    "text/rtf": ".rtf",
    "application/x-fictionbook+xml": ".fb2",
    "text/x-rst": ".rst",
    "application/jsonl": ".jsonl",
    "application/x-ndjson": ".jsonl",
    "application/zip": ".zip",
}
"""Media types (IANA, and those in use) that say what a page is. Others, text/plain too, leave it to the address and the bytes."""

_INDEX = re.compile(r"(?:index|default|home|main)(?:\.\w+)?", re.IGNORECASE)
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head)\b", re.IGNORECASE | re.DOTALL
)


def document_of(capture: Capture, own: Catalogue, *, overrides: Metadata = UNKNOWN) -> Document:
    """The document in a captured page. `own` is a catalogue with corrections by address or by the sha256 of the bytes.

    Raises:
        SourceError: where no reader knows the format, or nothing in it can be quoted.
    """
    suffix = suffix_of(capture)
    name = f"{stem_of(capture.address)}{suffix}"
    reading = _read(capture, suffix)
    by_address = known_sources().facts_at(capture.address)
    captured = Metadata(url=capture.url, retrieved=capture.retrieved[:10])
    return assembled(
        reading,
        Origin(
            id=document_id(Path(name), capture.sha256),
            name=capture.address,
            source=capture.address,
            sha256=capture.sha256,
        ),
        own=own.entry(file_name=capture.address, sha256=capture.sha256),
        overrides=overrides.over(Metadata(retrieved=captured.retrieved)),
        found=by_address.over(captured),
    )


def _read(capture: Capture, suffix: str) -> Reading:
    of_text = TEXT_READERS.get(suffix)
    if of_text:
        return of_text(capture.body, name=capture.address, charset=capture.charset)
    options = Options(charset=capture.charset)
    return reader_for(suffix, name=capture.address, options=options)(capture.body, name=capture.address)


def suffix_of(capture: Capture) -> str:
    """The ending of a file of the page's format."""
    told = _SUFFIXES.get(capture.media_type)
    if told:
        return told
    named = PurePosixPath(urlsplit(capture.url).path).suffix.lower()
    if _HTML.match(capture.body[:2_000]):
        return ".html"
    if capture.body.startswith(b"%PDF-"):
        return ".pdf"
    if named in READERS:
        return named
    return ".txt" if capture.media_type in ("", "text/plain") else named or f" ({capture.media_type})"


def stem_of(address: str) -> str:
    """What a page is called by its address: the last part that names something, else the host."""
    parts = urlsplit(address)
    for part in reversed([unquote(each) for each in parts.path.split("/") if each]):
        if not _INDEX.fullmatch(part):
            return PurePosixPath(part).stem if PurePosixPath(part).suffix.lower() in _PAGE_ENDINGS else part
    return (parts.hostname or "page").removeprefix("www.")


_PAGE_ENDINGS = frozenset({".htm", ".html", ".xhtml", ".php", ".asp", ".aspx", ".jsp", *READERS})
