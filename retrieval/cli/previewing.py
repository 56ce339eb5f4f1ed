"""`quoth add --dry-run`: what would be kept of each source, read and segmented, with nothing written."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from embeddings.embedder import Embedder
from retrieval.cli import printing
from retrieval.cli.rendering import Piece, Style
from retrieval.cli.reporting import counted
from retrieval.cli.verbatim import one_line
from retrieval.library.library import Library
from retrieval.library.records import Read
from retrieval.library.segmentation import segment
from retrieval.library.sources import is_url
from seeds.catalogue import FILE_NAME, catalogue_at
from seeds.document import Document, Metadata
from seeds.errors import SourceError
from seeds.web.fetching import Fetch
from seeds.web.reading import document_of

_FACTS = ("title", "author", "published", "publisher", "language", "url", "licence")
_DATED = {"published": "date"}


def preview(
    sources: Iterable[str | Path], given: Metadata, embedder: Embedder, read: Read, fetch: Fetch, library: Library
) -> list[str]:
    """Shows what would be kept of the sources with the given facts; a sentence for each that cannot be read."""
    failed = []
    for source in sources:
        try:
            document = _read(str(source), library.facts(source, given), read, fetch, library.home)
        except SourceError as fault:
            failed.append(str(fault))
            continue
        segmentation = segment(document, embedder.count_tokens, embedder.max_tokens)
        printing.show(preview_pieces(document, len(segmentation.passages), len(segmentation.sentences)))
    return failed


def preview_pieces(document: Document, passages: int, sentences: int) -> Iterator[Piece]:
    """What is known of a document and what would be kept of it, a fact on each line."""
    yield Piece(text=f"{one_line(document.source)}\n", style=Style.SPEAKER)
    for name in _FACTS:
        value = getattr(document.metadata, name)
        yield from _fact(_DATED.get(name, name), one_line(value) if value else "unknown")
    yield from _fact("encoding", document.encoding)
    yield from _fact("sections", str(len(document.sections)))
    yield from _fact("masks", _counts((mask.reason.value, mask.end - mask.start) for mask in document.masks))
    spoken = ((one_line(voice.speaker or "somebody unnamed"), voice.end - voice.start) for voice in document.voices)
    yield from _fact("voices", _counts(spoken))
    yield from _fact("passages", f"{passages:,}, of {counted(sentences, 'sentence')}")
    for warning in document.warnings:
        yield from _fact("warning", one_line(warning), Style.NOTE)
    yield Piece(text="\n")


def _read(source: str, overrides: Metadata, read: Read, fetch: Fetch, home: Path) -> Document:
    if not is_url(source):
        document = read(source)
    else:
        capture = fetch(source)
        assert capture is not None, "only a page that is known already can be unchanged"
        document = document_of(capture, catalogue_at(home / FILE_NAME))
    return replace(document, metadata=overrides.over(document.metadata))


def _fact(name: str, value: str, style: Style = Style.PLAIN) -> Iterator[Piece]:
    yield Piece(text=f"  {name:<10}", style=Style.DETAIL)
    yield Piece(text=f"{value}\n", style=style)


def _counts(parts: Iterable[tuple[str, int]]) -> str:
    """Names with how many there are of each and their characters, "none" where there are none."""
    number: Counter[str] = Counter()
    characters: Counter[str] = Counter()
    for name, length in parts:
        number[name] += 1
        characters[name] += length
    if not number:
        return "none"
    return "; ".join(f"{name} ({n}, {characters[name]:,} characters)" for name, n in number.most_common())
