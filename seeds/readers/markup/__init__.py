"""Marked-up text (HTML, EPUB, FB2) to plain text: parsing -> blocks -> assembling."""
