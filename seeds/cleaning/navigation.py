"""Menus, link lists, breadcrumbs, site headers and footers: what surrounds the text of a page.

Before and after the text, short lines are judged by their company; inside it, only lines of sure wording are taken.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from seeds.cleaning.page import Page
from seeds.cleaning.wording import bare, wording
from seeds.document import MaskReason
from seeds.structure.dates import date_line
from seeds.structure.layout import Paragraph

Found = dict[int, MaskReason]

_LABEL_WORDS = 6
_LABEL_LENGTH = 45
_MAX_LIST_TITLE = 3
_MIN_MENU = 3
# So many lines of at most three words are a menu even where none of its words is known.
_MIN_UNKNOWN_MENU = 6
_MIN_TABLE_ROWS = 3
_MIN_CONTENTS = 2
_CONTENTS = frozenset(
    {"contents", "table of contents", "on this page", "in this article", "inhalt", "sommaire", "содержание"}
)
_ENTRY = re.compile(r"(?:[•·▪◦*]\s*|\d)[\d.\s]*(?P<title>\S.*)")
_CRUMBS = re.compile(r"\s*(?:»|›|→|::|>)\s*")
_GAPS = re.compile(r"\s+[·•▪–—/]\s+|\s{2,}")
_LABEL_END = re.compile(r"[\w)'’&+…]\Z")
_SENTENCE_END = re.compile(r"[.!?。！？｡؟۔।;:][\"'”’»)\]]*\Z")
_BULLET = re.compile(r"[•·▪◦●■►▸»*]\s")
_MENU_REASONS = frozenset({MaskReason.NAVIGATION, MaskReason.SITE_FOOTER})
_BUTTON_REASONS = frozenset({MaskReason.NAVIGATION, MaskReason.PAGER})
_BYLINE = re.compile(r"(?:by|von|par|por|written by|posted by)\s+\S", re.IGNORECASE)
_MENU_PHRASE = re.compile(r"(?:about|contact) us\b|.*\b(?:about|contact) us\Z|(?:log|sign) in\b|site map\b|home page\b")


def navigation(page: Page) -> Found:
    """Why each of these paragraphs, by number, is the site's and not the author's."""
    found: Found = {k: word.reason for k, word in enumerate(page.wordings) if word and word.sure}
    if page.book:
        return found
    head, tail = range(page.head), range(page.tail, len(page.paragraphs))
    links = [k for k in range(len(page.paragraphs)) if _is_pipe_list(page, k)]
    links += [k for k in (*head, *tail) if _is_menu_line(page.paragraphs[k].text)]
    _add(found, links, MaskReason.NAVIGATION)
    _add(found, _menus(page, head, found), MaskReason.NAVIGATION)
    _add(found, _menus(page, tail, found), MaskReason.NAVIGATION)
    _add(found, _buttons(page, found), MaskReason.NAVIGATION)
    _add(found, _table_of_contents(page), MaskReason.NAVIGATION)
    _add(found, _above_menu(page, head, found), MaskReason.SITE_HEADER)
    _add(found, _rubric(page, found), MaskReason.SITE_HEADER)
    _add(found, _below_footer(page, tail, found), MaskReason.SITE_FOOTER)
    return found


def _add(found: Found, numbers: Iterable[int], reason: MaskReason) -> None:
    for k in list(numbers):
        found.setdefault(k, reason)


def _is_pipe_list(page: Page, k: int) -> bool:
    """A row of links between upright strokes, which is not a row of a table."""
    text = page.paragraphs[k].text
    if "|" not in text:
        return False
    items = [item for item in (part.strip() for part in text.split("|")) if item]
    if not items:
        return True
    if not all(_is_label(item) for item in items) or (len(items) == 1 and text.strip()[0] != "|"):
        return False
    return _rows_around(page, k) < _MIN_TABLE_ROWS or _known(items) * 2 > len(items)


def _rows_around(page: Page, k: int) -> int:
    """How many lines with strokes stand together here, line k among them, as far as it takes to call them a table."""
    first, last = k, k
    parts = page.paragraphs
    while k - first < _MIN_TABLE_ROWS and first > 0 and _is_row_beside(parts[first - 1], parts[first]):
        first -= 1
    while last - k < _MIN_TABLE_ROWS and last + 1 < len(parts) and _is_row_beside(parts[last + 1], parts[last]):
        last += 1
    return last - first + 1


def _is_row_beside(row: Paragraph, line: Paragraph) -> bool:
    return "|" in row.text and (row.last + 1 == line.first or line.last + 1 == row.first)


def _is_menu_line(text: str) -> bool:
    """A breadcrumb, or several entries of a menu in one line."""
    if len(text) > 200:
        return False
    crumbs = [crumb for crumb in _CRUMBS.split(text) if crumb]
    if len(crumbs) >= 2 and len(crumbs[0].split()) <= _LABEL_WORDS and all(len(c.split()) <= 12 for c in crumbs):
        return True
    entries = [entry for entry in _GAPS.split(text.strip("•· ")) if entry.strip()]
    if len(entries) >= 2 and all(_is_label(e) for e in entries) and _known(entries) * 2 >= len(entries):
        return True
    words = bare(text)
    if len(words.split()) <= _LABEL_WORDS and _MENU_PHRASE.match(words) and _is_label(text):
        return True
    return len(words.split()) > 1 and _all_menu_words(words.split())


def _all_menu_words(words: list[str]) -> bool:
    """Whether the words fall into entries of a menu from first to last: "home about us news contact"."""
    if not words:
        return True
    return any(wording(" ".join(words[:n])) and _all_menu_words(words[n:]) for n in (2, 1) if n <= len(words))


def _menus(page: Page, zone: range, found: Found) -> Iterator[int]:
    """Runs of labels that are a menu by their bullets, by the words known in them, or by their number alone."""
    run: list[int] = []
    for k in zone:
        text = page.paragraphs[k].text
        if found.get(k, MaskReason.NAVIGATION) in _MENU_REASONS and (k in found or _is_label(text)):
            run.append(k)
        else:
            yield from _menu(page, run, found)
            run = []
    yield from _menu(page, run, found)


def _menu(page: Page, run: list[int], found: Found) -> list[int]:
    """The part of a run of labels that is a menu: it begins and ends with an entry that is known or has a bullet.

    Where its entries follow line upon line, an unknown line between blank ones is no entry: it may be the title.
    """
    known = [k for k in run if k in found or page.wordings[k]]
    listed = [k for k in run if _BULLET.match(page.paragraphs[k].text)]
    sure = sorted({*known, *listed}) if known or run[-1:] < [page.head] else known
    if not sure:
        crowd = len(run) >= _MIN_UNKNOWN_MENU and all(len(page.paragraphs[k].text.split()) <= 3 for k in run)
        return _without_title(page, run) if crowd else []
    in_block = [k for k in sure if not page.paragraphs[k].alone]
    menu = [k for k in range(sure[0], sure[-1] + 1) if k in sure or not (in_block and page.paragraphs[k].alone)]
    dense = len(sure) * 3 >= len(menu) and len(menu) >= _MIN_MENU
    return menu if dense or len(known) == len(menu) > 1 else []


def _without_title(page: Page, run: list[int]) -> list[int]:
    """The run less the lines at its end that stand apart: there the title comes, and who wrote it."""
    together = [k for k in run if not page.paragraphs[k].alone]
    return together if len(together) >= _MIN_UNKNOWN_MENU else []


def _above_menu(page: Page, head: range, found: Found) -> Iterator[int]:
    """What stands above the last entry of the site's menu: its name and motto, if a title is left below."""
    last = max((k for k in head if k in found and _is_entry(page, k)), default=-1)
    titled = any(k not in found for k in range(last + 1, page.head))
    return (k for k in range(last) if titled and not page.prose[k])


def _is_entry(page: Page, k: int) -> bool:
    """Whether this is of the site's menu, not a tool of the page such as "Print"."""
    word, text = page.wordings[k], page.paragraphs[k].text
    return word.menu if word and word.sure else "|" in text or _is_menu_line(text)


def _buttons(page: Page, found: Found) -> Iterator[int]:
    """Words such as "Quote" or "Reply" that stand below every post, or beside a line of sure wording."""
    unsure = [k for k, word in enumerate(page.wordings) if word and not word.sure]
    times = Counter(bare(page.paragraphs[k].text) for k in unsure)
    for k in unsure:
        if {found.get(k - 1), found.get(k + 1)} & _BUTTON_REASONS or times[bare(page.paragraphs[k].text)] > 1:
            yield k


def _table_of_contents(page: Page) -> Iterator[int]:
    """A list of entries that come back below as headings of prose, and the word "Contents" above it."""
    headings = {
        part.text.casefold(): k
        for k, part in enumerate(page.paragraphs[:-1])
        if _is_label(part.text) and not _is_label(page.paragraphs[k + 1].text)
    }
    entries = [
        k
        for k, part in enumerate(page.paragraphs)
        if (numbered := _ENTRY.fullmatch(part.text)) and headings.get(numbered["title"].casefold(), -1) > k + 1
    ]
    for k in entries if len(entries) >= _MIN_CONTENTS else []:
        yield k
        if k and bare(page.paragraphs[k - 1].text) in _CONTENTS:
            yield k - 1


def _rubric(page: Page, found: Found) -> list[int]:
    """The name of a department ("History", "Opinion") as the first line above title, author or date."""
    first = next((k for k in range(page.head) if k not in found), None)
    if first is None or page.wordings[first] is None or first + 1 >= page.head or page.prose[first + 1]:
        return []
    return [first]


def _below_footer(page: Page, tail: range, found: Found) -> Iterator[int]:
    """Lines below the first one that is certainly the site's, unless they are sentences."""
    first = next((k for k in tail if k in found), len(page.paragraphs))
    return (k for k in tail if k > first and not page.prose[k] and not _SENTENCE_END.search(page.paragraphs[k].text))


def _is_label(text: str) -> bool:
    """Whether this may be an entry of a menu: a few words that end as no sentence does."""
    label = text.lstrip("•·▪◦●■►▸»* \xa0")
    label = label.removesuffix(":") if len(label.split()) <= _MAX_LIST_TITLE else label
    if not 0 < len(label) <= _LABEL_LENGTH or len(label.split()) > _LABEL_WORDS:
        return False
    return bool(_LABEL_END.search(label)) and not _BYLINE.match(label) and date_line(label) is None


def _known(items: list[str]) -> int:
    return sum(wording(item) is not None for item in items)
