"""Words with a capital that are no names, as what stands before them tells: "the Landgrave", "a Bostonian", "in Linden"."""

import re
from collections import Counter

from seeds.people.form import GAP, WORD

_ARTICLED = re.compile(
    rf"(?:\b(?P<lead>[Tt]he|[Aa]n?|[Aa]ll|[Mm]any|[Ss]ome|[Tt]hese|[Tt]wo|[Aa]nother"
    rf"|[Ee]very){GAP})?(?<![\w’'-])(?P<word>{WORD})"
)
_PLACED = re.compile(rf"(?:\b(?P<lead>[Ii]n|[Aa]t){GAP})?(?<![\w’'-])(?P<word>{WORD})(?![’'])")
_ARTICLE_SHARE = 0.3
_PLACE_SHARE = 0.2


def articled(text: str) -> frozenset[str]:
    """Words that an article stands before in `_ARTICLE_SHARE` of their uses, or "in" or "at" in `_PLACE_SHARE` of them."""
    return _led(_ARTICLED, text, _ARTICLE_SHARE, 1) | _led(_PLACED, text, _PLACE_SHARE, 2)


def _led(pattern: re.Pattern[str], text: str, share: float, least: int) -> frozenset[str]:
    """The words that the pattern's `lead` stands before in so great a share of their uses, and so many times."""
    uses: Counter[str] = Counter()
    led: Counter[str] = Counter()
    for found in pattern.finditer(text):
        uses[found["word"]] += 1
        led[found["word"]] += found["lead"] is not None
    return frozenset(word for word, count in led.items() if count >= max(least, share * uses[word]))
