"""Offers of a magazine or shop below an article: prices and a button to buy. What follows them is the site's."""

import re
from collections.abc import Iterator

from seeds.cleaning.page import Page
from seeds.document import Mask, MaskReason

_PRICE = re.compile(
    r"(?:[$£€]\s?\d{1,4}(?:[.,]\d\d)?|\b\d{1,4}(?:[.,]\d\d)?\s?(?:€|euros?\b|dollars?\b|USD\b|EUR\b|CHF\b|руб\b|₽|TL\b))",
    re.IGNORECASE,
)
_BUY = re.compile(
    r"\W*(?:subscribe(?: now| today)?|buy (?:now|this|the).{0,40}|order (?:now|online|this).{0,30}|add to (?:cart|basket)|je m['’]abonne"
    r"|s['’]abonner.{0,30}|abonnez-vous.{0,30}|jetzt (?:abonnieren|bestellen|kaufen).{0,20}|abonnieren|in den warenkorb"
    r"|suscr[ií]bete.{0,20}"
    r"|comprar|abbonati.{0,20}|подписаться|купить|в корзину|abone ol|satın al)\W*",
    re.IGNORECASE,
)
_NEAR = 6
_FIRST_SHARE = 0.5


def offers(page: Page) -> Iterator[Mask]:
    """A mask from the first offer in the second half of the page to its end."""
    lines = [(part, line.strip()) for part in page.paragraphs for line in part.text.splitlines() if line.strip()]
    for k, (part, line) in enumerate(lines):
        if part.start < _FIRST_SHARE * len(page.text) or not _BUY.fullmatch(line):
            continue
        around = [n for n in range(max(0, k - _NEAR), min(len(lines), k + _NEAR + 1)) if _PRICE.search(lines[n][1])]
        short = [n for n in around if len(lines[n][1].split()) <= 15]
        if short:
            start = min(part.start, lines[short[0]][0].start)
            yield Mask(start=start, end=len(page.text), reason=MaskReason.SITE_FOOTER)
            return
