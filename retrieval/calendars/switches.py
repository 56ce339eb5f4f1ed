"""When countries changed their calendar, and which of them a text is about."""

import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from retrieval.calendars.days import REFORM, Calendar, Label, day_of

LEAST_NAMED = 3
"""Times that a text names a country before it counts as being about it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Switch:
    """A country's change: the last day of the Old Style and the first of the New Style, each in its own calendar."""

    country: str
    last: Label
    first: Label
    source: str
    names: tuple[str, ...]

    def may_be_old(self, label: Label) -> bool:
        """Whether a day of that label, read in the Old Style, lies between the reform and the country's change."""
        day, last = day_of(label, Calendar.OLD), day_of(self.last, Calendar.OLD)
        return day is not None and last is not None and REFORM <= day <= last


@cache
def switches() -> tuple[Switch, ...]:
    """The table of `switches.toml`, in the order of time."""
    table = tomllib.loads(files("retrieval.calendars").joinpath("switches.toml").read_text(encoding="utf-8"))
    return tuple(
        Switch(
            country=row["country"],
            last=_label(row["last"]),
            first=_label(row["first"]),
            source=row["source"],
            names=tuple(row["names"]),
        )
        for row in table["switch"]
    )


def country_of(text: str) -> Switch | None:
    """The country of the table that a text names most, None where it hardly names any."""
    owner = {name: switch for switch in switches() for name in switch.names}
    counts = Counter(owner[name].country for name in _names().findall(text))
    if not counts:
        return None
    country, count = counts.most_common(1)[0]
    return next(each for each in switches() if each.country == country) if count >= LEAST_NAMED else None


def switch_of(country: str) -> Switch:
    """The row of a country."""
    return next(each for each in switches() if each.country == country)


@cache
def _names() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(name for each in switches() for name in each.names)})\b")


def _label(day: date) -> Label:
    return Label(year=day.year, month=day.month, day=day.day)
