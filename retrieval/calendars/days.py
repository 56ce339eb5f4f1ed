"""Days, whichever calendar names them. A day is its proleptic Gregorian ordinal, as `datetime.date.toordinal` counts."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

REFORM = date(1582, 10, 15).toordinal()
"""The first day of the Gregorian calendar (bull Inter gravissimas, 24 February 1582); before it there was one calendar."""

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class Calendar(StrEnum):
    """A calendar, as historians call it: Old Style is Julian, New Style Gregorian."""

    OLD = "Old Style"
    NEW = "New Style"

    @property
    def other(self) -> "Calendar":
        """The other one."""
        return Calendar.NEW if self is Calendar.OLD else Calendar.OLD


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Label:
    """What a day is called in some calendar. Years are those of our era; one before it is below zero, and no day has it."""

    year: int
    month: int
    day: int

    def __str__(self) -> str:
        return f"{self.day} {MONTHS[self.month - 1]} {self.year}"

    @property
    def iso(self) -> str:
        """As "1917-10-25"; only for the Gregorian calendar is that an ISO 8601 date."""
        return f"{self.year:04}-{self.month:02}-{self.day:02}"


def day_of(label: Label, calendar: Calendar) -> int | None:
    """The day that is called so in a calendar, None where there is no such day, or no such calendar yet."""
    if not 2 <= label.year <= 9998:
        return None
    if calendar is Calendar.OLD:
        from convertdate import julian  # it takes longer to import than most questions take to answer

        if not 1 <= label.month <= 12 or not 1 <= label.day <= julian.month_length(label.year, label.month):
            return None
        return date(*julian.to_gregorian(label.year, label.month, label.day)).toordinal()
    try:
        day = date(label.year, label.month, label.day).toordinal()
    except ValueError:
        return None
    return day if day >= REFORM else None


def label_of(day: int, calendar: Calendar) -> Label:
    """What a day is called in a calendar."""
    new = date.fromordinal(day)
    if calendar is Calendar.NEW:
        return Label(year=new.year, month=new.month, day=new.day)
    from convertdate import julian

    year, month, number = julian.from_gregorian(new.year, new.month, new.day)
    return Label(year=int(year), month=int(month), day=int(number))
