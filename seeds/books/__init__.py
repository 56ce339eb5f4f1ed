"""What printed books have beside their text: contents, index, questions for pupils, captions, footnotes."""

from seeds.books.book import Book, Ornaments
from seeds.books.finding import ornaments
from seeds.books.noted import ended_by_gaps, ended_by_notes

__all__ = ["Book", "Ornaments", "ended_by_gaps", "ended_by_notes", "ornaments"]
