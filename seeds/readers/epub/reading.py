"""An EPUB as a document: the texts of its spine, one after another."""

import re
from dataclasses import replace

from seeds.document import MaskReason, Metadata
from seeds.errors import SourceError
from seeds.readers.epub.container import Container
from seeds.readers.epub.package import Package, package_of
from seeds.readers.markup.assembling import Untitled, assemble
from seeds.readers.markup.blocks import Block, Kind, blocks_of
from seeds.readers.markup.parsing import html_tree, xml_tree
from seeds.readers.markup.shown import shown
from seeds.readers.markup.telling import tell
from seeds.readers.reader import PLAIN, Options, Reading

_FIRST_PUBLISHED = re.compile(
    r"\b(?:was\s+)?(?:first\s+)?(?:published|completed|written|serialized)\s+(?:in|between|around)\s+(?:\w+\s+)?(?P<year>1[0-9]\d\d|20\d\d)"
)
_TRANSLATED = re.compile(
    r"\btranslated\s+(?:from\s+.{3,40}?\s+)?(?:in\s+\d{4}\s+)?by\s+(?P<name>[^.\n,]{3,60})", re.IGNORECASE
)


def read(data: bytes, *, name: str, options: Options = PLAIN) -> Reading:
    """The text of the book, and what its package and its marks tell.

    Raises:
        SourceError: where the file is no EPUB, damaged, encrypted, or a bomb, or where its pages are pictures.
    """
    del options
    container = Container.open(data, name=name)
    package = package_of(container)
    if package is None or not package.spine:
        raise SourceError(f"{name!r} is a ZIP archive but no EPUB: it has no list of the book's pages")
    blocks: list[Block] = []
    untitled: list[Untitled] = []
    missing = 0
    for path in package.spine:
        found = _blocks(container, path)
        missing += found is None
        if found and path == package.navigation:
            found = [_masked(block) for block in found]
        if found and not any(block.kind is Kind.HEADING for block in found) and path in package.titles:
            untitled.append(Untitled(block=len(blocks), title=package.titles[path]))
        blocks += found or []
    if not any(map(str.isalnum, "".join(block.text for block in blocks))):
        raise SourceError(f"{name!r} holds no text: its pages are pictures, or all of them are missing")
    made = assemble(blocks, untitled)
    told = tell(made, book=True, title_page=package.metadata.title is None)
    warnings = (f"{missing} of the book's {len(package.spine)} files are missing or damaged",) if missing else ()
    return Reading(
        text=made.text,
        encoding="utf-8",
        media_type="application/epub+zip",
        metadata=_metadata(package, blocks).over(replace(told.metadata, published=None)),
        sections=told.sections,
        pages=made.pages,
        masks=told.masks,
        voices=told.voices,
        notes=told.notes,
        warnings=warnings,
    )


def _blocks(container: Container, path: str) -> list[Block] | None:
    text = container.text(path)
    if text is None:
        return None
    tree = xml_tree(text, name=container.name)
    if tree is None:
        tree = html_tree(text)
    return None if tree is None else blocks_of(shown(tree), place=path)


def _masked(block: Block) -> Block:
    block.reason = block.reason or MaskReason.CONTENTS
    return block


def _metadata(package: Package, blocks: list[Block]) -> Metadata:
    """The package's facts; year and translator also from what the book says of itself before and after its text."""
    about = " ".join(block.text for block in blocks if block.reason in (MaskReason.LICENCE, MaskReason.FRONT_MATTER))
    year = _FIRST_PUBLISHED.search(" ".join(about.split()))
    translator = _TRANSLATED.search(" ".join(about.split()))
    facts = package.metadata
    return facts.over(
        Metadata(
            published=year["year"] if year else None,
            translator=translator["name"].strip() if translator else None,
        )
    )
