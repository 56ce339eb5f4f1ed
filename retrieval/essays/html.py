"""Quotations in HTML: between marks, in `q` and in `blockquote`."""

import re
from collections.abc import Iterator

from lxml import html

from retrieval.essays.quoted import Quoted, quoted_in
from seeds.errors import SourceError

_UNREAD = ("script", "style", "head", "code", "pre", "template", "noscript", "nav", "svg")
_MARKS = '“”"«» '
_BLOCKS = frozenset(
    "address article aside blockquote body caption dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 "
    "h5 h6 header hr li main ol p section summary table tbody td tfoot th thead tr ul".split()
)


def html_quotations(data: bytes, name: str) -> Iterator[Quoted]:
    """The quotations of a page, in order. Raises SourceError where it is none."""
    try:
        page = html.document_fromstring(data, parser=html.HTMLParser(encoding=_encoding(data)))
    except (html.etree.ParserError, ValueError) as error:
        raise SourceError(f"{name!r} is no HTML that can be read ({error}): save the page anew") from error
    html.etree.strip_elements(page, *_UNREAD, with_tail=False)
    body = page.find("body")
    yield from _quotations(page if body is None else body)


def _quotations(element: html.HtmlElement) -> Iterator[Quoted]:
    """What stands in an element: its own runs of text, and those of the blocks in it."""
    run, line = [element.text or ""], element.sourceline or 1
    for child in element:
        if not isinstance(child.tag, str):
            run.append(child.tail or "")
        elif child.tag in _BLOCKS or any(isinstance(e.tag, str) and e.tag in _BLOCKS for e in child.iterdescendants()):
            yield from _in_run(run, line)
            yield from _block(child)
            run, line = [child.tail or ""], child.sourceline or line
        else:
            run += [_inline(child), child.tail or ""]
    yield from _in_run(run, line)


def _block(element: html.HtmlElement) -> Iterator[Quoted]:
    if element.tag != "blockquote":
        yield from _quotations(element)
        return
    text = "\n".join(part for part in (" ".join(line.split()) for line in _lines(element)) if part)
    if text:
        yield Quoted(text=text, speaker=None, line=element.sourceline or 1)


def _lines(element: html.HtmlElement) -> list[str]:
    """The text of a block quotation, the blocks in it on lines of their own."""
    lines = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag in (*_BLOCKS, "cite"):
            lines += [*_lines(child), ""]
        elif isinstance(child.tag, str):
            lines[-1] += "\n" if child.tag == "br" else _inline(child)
        lines[-1] += child.tail or ""
    return lines


def _inline(element: html.HtmlElement) -> str:
    """The text of an element within a line, quotation marks around what it quotes."""
    if element.tag == "sup":
        return ""  # a footnote mark
    parts = [element.text or ""]
    for child in element:
        parts += [_inline(child) if isinstance(child.tag, str) else "", child.tail or ""]
    text = " " if element.tag == "br" else "".join(parts)
    return "“" + text.strip(_MARKS) + "”" if element.tag == "q" else text


def _in_run(run: list[str], line: int) -> Iterator[Quoted]:
    text = " ".join("".join(run).split())
    for _, words, speaker in quoted_in(text):
        yield Quoted(text=words, speaker=speaker, line=line)


def _encoding(data: bytes) -> str:
    declared = re.search(rb"<meta[^>]+charset=[\"']?([\w-]+)", data[:4096], re.IGNORECASE)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return declared[1].decode("ascii") if declared else "windows-1252"
    return "utf-8"
