"""An HTML file as a document."""

import re

from lxml import etree

from seeds.document import Metadata
from seeds.errors import SourceError
from seeds.readers.html.article import Article, article_of
from seeds.readers.html.head import stated
from seeds.readers.html.restoring import restored
from seeds.readers.markup.assembling import assemble
from seeds.readers.markup.blocks import Block, Kind, blocks_of
from seeds.readers.markup.meaning import name_of, text_of
from seeds.readers.markup.parsing import decoded, html_tree
from seeds.readers.markup.shown import shown
from seeds.readers.markup.telling import tell
from seeds.readers.reader import PLAIN, Options, Reading

_LIBRARY = re.compile(r"Project Gutenberg|gutenberg\.(?:org|net)|standardebooks\.org", re.IGNORECASE)
_BOOK_WORDS = 25_000
_LINKED = 0.1


def read(data: bytes, *, name: str, options: Options = PLAIN) -> Reading:
    """The text of the page's article or of the book, and what its marks tell.

    Raises:
        SourceError: where the bytes are no HTML, or the page holds no text.
    """
    markup = decoded(data, name=name, charset=options.charset)
    tree = html_tree(markup.text)
    if tree is None:
        raise SourceError(f"{name!r} holds no HTML that can be read: open it in a browser and save it again")
    facts = stated(tree)
    whole = blocks_of(shown(tree))
    if not any(map(str.isalnum, "".join(block.text for block in whole))):
        raise SourceError(f"{name!r} shows no text without its scripts: save the page from a browser once it is loaded")
    book = is_book(tree, whole)
    article = None if book else article_of(tree)
    made = assemble(restored(article.blocks, whole) if article else whole)
    told = tell(made, book=book)
    return Reading(
        text=made.text,
        encoding=markup.encoding,
        media_type="text/html",
        metadata=_together(told.metadata, facts, article),
        sections=told.sections,
        pages=made.pages,
        masks=told.masks,
        voices=told.voices,
        notes=told.notes,
        warnings=markup.warnings,
    )


def is_book(tree: etree._Element, blocks: list[Block]) -> bool:
    """Whether the page is a text from first to last: one of a digital library's, or a long one with few links."""
    start = "".join(block.text for block in blocks[:12])[:3000]
    title = next((text_of(each) for each in tree.iter() if name_of(each) == "title"), "")[:300]
    if _LIBRARY.search(start) or _LIBRARY.search(title):
        return True
    words = sum(block.text.count(" ") for block in blocks)
    if words < _BOOK_WORDS:
        return False
    linked = sum(len(text_of(each).split()) for each in tree.iter() if name_of(each) == "a")
    headed = len([block for block in blocks if block.kind is Kind.HEADING])
    return linked < _LINKED * words and headed < len(blocks) / 3


def _together(told: Metadata, facts: Metadata, article: Article | None) -> Metadata:
    """What the text, the page's head and trafilatura say; a book's own title page knows best, an article's site does."""
    if article is None:
        return told.over(facts)
    return article.metadata.over(facts).over(told)
