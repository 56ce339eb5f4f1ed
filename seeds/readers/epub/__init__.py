"""EPUB 2 and 3: container -> package -> reading."""

from seeds.readers.epub.reading import read

__all__ = ["read"]
