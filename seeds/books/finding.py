"""All that is found in one book beside its text."""

from seeds.books.book import Book, Ornaments
from seeds.books.captions import captions
from seeds.books.footnotes import footnotes
from seeds.books.lists import contents_and_index
from seeds.books.questions import questions
from seeds.cleaning import disjoint


def ornaments(book: Book) -> Ornaments:
    """The masks and notes of a book."""
    masks = disjoint([*captions(book), *contents_and_index(book), *questions(book)])
    return Ornaments(masks=masks, notes=footnotes(book))
