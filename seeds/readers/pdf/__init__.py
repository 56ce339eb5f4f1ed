"""PDF: pages with a text layer, and scanned pages through Tesseract.

glyphs -> lines -> furniture -> columns -> paragraphs -> assembling -> reading
"""

from seeds.readers.pdf.reading import read

__all__ = ["read"]
