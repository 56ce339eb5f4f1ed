"""Lines that web sites put round a text, known by their wording.

Only whole lines count, and only wordings that no author needs: a sentence about copyright, or a chapter called
"Search", is left alone. Words that a heading may consist of ("Archive", "News") are not sure: they need company (`navigation`).
"""

import re
import tomllib
from dataclasses import dataclass
from importlib import resources
from itertools import pairwise

from seeds.document import MaskReason

_MAX_LINE = 400
_MAX_CREDIT_WORDS = 14
_BULLETS = " \t\xa0\u200b\ufeff•·▪◦●■►▶▸▾▼▲△»«›‹→←↑↓↵☰✕×*+#|/^\\<>[]{}–—-_=~"


@dataclass(frozen=True, kw_only=True, slots=True)
class Wording:
    """What a line's wording tells: why it is not the author's, whether that is sure without a look around.

    `menu` says that the line belongs to the site's own menu, which stands above everything on the page.
    """

    reason: MaskReason
    sure: bool = True
    menu: bool = False


def wording(line: str) -> Wording | None:
    """What the wording of `line` tells; None where it may be text."""
    if len(line) > _MAX_LINE:
        return None
    words = bare(line)
    if not words:
        return None
    if _PAGE_NUMBER.fullmatch(line):
        return Wording(reason=MaskReason.PAGE_NUMBER)
    if _is_pager(words, arrows=bool(_ARROWS.search(line))):
        return Wording(reason=MaskReason.PAGER)
    for pattern, reason in _SURE:
        if pattern.match(words):
            return Wording(reason=reason, menu=pattern is _MENU)
    if _CREDIT.match(line) and len(words.split()) <= _MAX_CREDIT_WORDS:
        return Wording(reason=MaskReason.IMAGE)
    if words in _WEAK:
        return Wording(reason=MaskReason.NAVIGATION, sure=False)
    return None


def bare(line: str) -> str:
    """The line in lower case without bullets, arrows and the marks that end a label; a full stop stays."""
    words = line.replace("’", "'").strip(_BULLETS).rstrip(":…!? ").removesuffix("...").casefold()
    if words.startswith("(") and words.endswith(")"):
        words = words[1:-1]
    return " ".join(words.split())


def _is_pager(words: str, *, arrows: bool) -> bool:
    """Pages to go to and nothing else: "1 2 3 … 12", "3 4 5 next"."""
    if not words[-1].isdigit() and not words[0].isdigit() and not arrows and "next" not in words:
        return False
    parts = re.split(r"[\s|·•]+", words)
    numbers = [int(part) for part in parts if part.isdecimal() and len(part) <= 3]
    others = [part for part in parts if not part.isdecimal()]
    if len(numbers) < 2 or len(numbers) + len(others) != len(parts) or not _PAGER_WORDS.issuperset(others):
        return False
    steps = [after - before for before, after in pairwise(numbers)]
    counted = min(steps) > 0 and (2 * steps.count(1) >= len(steps) or "of" in others)
    return counted and (numbers[0] == 1 or arrows or any(others))


def _patterns() -> dict[str, list[str]]:
    written = tomllib.loads(resources.files(__package__).joinpath("wordings.toml").read_text("utf-8"))
    parts = {name: value for name, value in written.items() if isinstance(value, str)}
    filled = {}
    for name, patterns in written.items():
        if isinstance(patterns, list):
            filled[name] = [re.sub(r"\{([a-z]+)\}", lambda found: parts[found[1]], pattern) for pattern in patterns]
    return filled


def _whole(patterns: list[str], *, end: str = "") -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(patterns) + ")" + end + r"\Z")


_PAGE_NUMBER = re.compile(r"\{(?:\d{1,4}|[ivxlc]+)\}|\[(?:Pg|Page|p\.) (?:\d{1,4}|[ivxlc]+)\]")
"""A page of the print where a digital library marks it in a line of its own."""
_ARROWS = re.compile("[«»‹›←→]")
_PAGER_WORDS = frozenset(
    ["", "page", "pages", "page:", "pages:", "go", "to", "of", "previous", "prev", "next", "first", "last"]
)
_PAGER_WORDS |= {"...", "..", "…", "«", "»", "‹", "›", "<", ">"}
# A picture's credit in its own case: what follows "by" is a name, what follows a colon is anything short.
_CREDIT = re.compile(
    r"""\W{0,3}(?:
        (?:[Pp]hoto(?:graph)?s?|[Ii]mages?|[Pp]ictures?|[Ii]llustrations?|PHOTO|IMAGE)\ ?[:/|]\s?\S.*
      | (?:Photo(?:graph)?s?|Image|Picture|Illustration|Drawing|Painting|Map|Cartoon)s?
        \ (?:by|courtesy\ of|via|©)\ [A-Z].{1,80}[^.!?]
      | (?:Credits?|Courtesy)\ ?(?::|of\ (?:the\ )?[A-Z]).{1,90}[^.!?]
    )\Z""",
    re.VERBOSE,
)
_PATTERNS = _patterns()
_MENU = _whole(_PATTERNS["menu"])
_SURE = (
    (_whole(_PATTERNS["image"], end=r"\.?"), MaskReason.IMAGE),
    (_whole(_PATTERNS["footer"], end=r"\.?"), MaskReason.SITE_FOOTER),
    (_MENU, MaskReason.NAVIGATION),
    (_whole(_PATTERNS["tools"]), MaskReason.NAVIGATION),
    (_whole(_PATTERNS["sharing"]), MaskReason.NAVIGATION),
)
_WEAK = frozenset(_PATTERNS["weak"])
