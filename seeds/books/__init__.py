"""What printed books have beside their text: contents, index, questions for pupils, captions, footnotes."""

from seeds.books.book import Book, Ornaments
from seeds.books.finding import ornaments

__all__ = ["Book", "Ornaments", "ornaments"]
