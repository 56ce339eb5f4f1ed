"""HTML: saved web pages, whose article trafilatura finds, and books, which are all text."""

from seeds.readers.html.reading import read

__all__ = ["read"]
