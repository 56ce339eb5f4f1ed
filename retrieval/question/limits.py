"""Years of publication to which a question limits its sources in words: "only sources before 1700"."""

import re
from dataclasses import dataclass, replace

from retrieval.calendars.eras import ERA
from retrieval.types import Filters

_YEAR = rf"(?:1[0-9]{{3}}|20[0-9]{{2}})(?!\s*{ERA})"
_LIMIT = re.compile(
    rf"""[\s,;(–—-]*(?:\b(?:but|and|please)\s+)?(?:\b(?P<only>only|just)\s+)?(?:\b(?:in|from|by|with|use|using|quote|quoting|according\s+to)\s+)?
    (?:\b(?P<just>only|just)\s+)?(?:\b(?:the|any)\s+)*\b(?:sources|documents|books|texts|works|accounts|publications|articles)\s+
    (?:(?:that\s+(?:are|were)\s+)?(?:published|written|printed|dated|dating)\s+)?
    (?:(?:between|from|of)\s+(?P<first>{_YEAR})\s*(?:and|to|until|till|–|-)\s*(?P<last>{_YEAR})
      |(?:before|older\s+than|earlier\s+than)\s+(?P<before>{_YEAR})
      |(?:until|till|up\s+to|by|no\s+later\s+than)\s+(?P<until>{_YEAR})
      |(?:after|newer\s+than|later\s+than)\s+(?P<after>{_YEAR})
      |(?:since)\s+(?P<since>{_YEAR})
      |from\s+(?P<on>{_YEAR})\s+on(?:wards?)?
      |(?:from|in|of)\s+the\s+(?P<decade>{_YEAR})s
      |(?:from|in|of)\s+(?P<year>{_YEAR}))\b[\s,)]*""",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Limited:
    """A question without its limits, and the limits."""

    question: str
    filters: Filters


def limited(question: str, filters: Filters) -> Limited:
    """The question without the years of publication that it asks for, and the filters with them; a year that is set stays."""
    found = _LIMIT.search(question)
    if found is None or filters.from_year is not None or filters.to_year is not None:
        return Limited(question=question, filters=filters)
    if not (found["only"] or found["just"]) and (found["year"] or found["decade"]):
        return Limited(question=question, filters=filters)  # the articles of 1917 may be what is asked about
    before, behind = question[: found.start()], question[found.end() :]
    left = f"{before} {behind}".strip() if behind.strip(" ?.!") else before + behind.strip()
    if not re.search(r"[^\W\d_]{2}", left):
        return Limited(question=question, filters=filters)  # it asks about sources
    first, last = _years(found)
    return Limited(question=left, filters=replace(filters, from_year=first, to_year=last))


def in_words(filters: Filters) -> str:
    """The years of publication that are asked for, for people; empty where all are."""
    first, last = filters.from_year, filters.to_year
    if first is None and last is None:
        return ""
    if first == last:
        return f"only sources published in {first}"
    ends = [f"from {first} on" if first is not None else "", f"until {last}" if last is not None else ""]
    return f"only sources published {' and '.join(end for end in ends if end)}"


def _years(found: re.Match[str]) -> tuple[int | None, int | None]:
    year = {name: int(value) for name, value in found.groupdict().items() if value and value.isdigit()}
    if "first" in year:
        return year["first"], year["last"]
    if "decade" in year:
        return year["decade"], year["decade"] + 9
    if "year" in year:
        return year["year"], year["year"]
    first = year["after"] + 1 if "after" in year else year.get("since", year.get("on"))
    return first, year["before"] - 1 if "before" in year else year.get("until")
