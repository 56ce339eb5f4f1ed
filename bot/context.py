"""A quote and what stands around it as one slice of its document."""

from dataclasses import replace

from retrieval.types import Quote
from seeds.document import Document


def widened(document: Document, quote: Quote) -> Quote:
    """The quote grown by its `before` and `after` into one unbroken slice of the document.

    Both are slices of the document next to the quote, without the white space between.
    """
    text = document.text
    start = len(text[: quote.start].rstrip()) - len(quote.before) if quote.before else quote.start
    end = quote.end
    if quote.after:
        end += len(text[quote.end :]) - len(text[quote.end :].lstrip()) + len(quote.after)
    return replace(quote, text=text[start:end], start=start, end=end, before="", after="")
