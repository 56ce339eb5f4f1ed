"""The dates that sentences name, in the store: written when a document is staged, found by day."""

import json
import sqlite3
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import date

from retrieval.calendars.reading import LONGEST_RUN, RULING, Dated

_COLUMNS = 'sentence, "start", "end", old_first, old_last, new_first, new_last, paired, country'


def insert_dates(
    connection: sqlite3.Connection, dates: Iterable[Dated], sentences: Sequence[tuple[int, int, int]]
) -> None:
    """Stores the dates that stand in sentences, given as id, start and end in order. In a transaction."""
    starts = [start for _, start, _ in sentences]
    rows = []
    for each in dates:
        at = bisect_right(starts, each.start) - 1
        if at >= 0 and each.end <= sentences[at][2]:
            runs = (*(each.old or (None, None)), *(each.new or (None, None)))
            rows.append((sentences[at][0], each.start, each.end, *runs, each.paired, each.country))
    connection.executemany(f"INSERT INTO dates ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)  # noqa: S608 - a constant


def dates_in(connection: sqlite3.Connection, sentences: Collection[int]) -> list[tuple[int, Dated]]:
    """The dates of those sentences, each with the sentence's id, in the order of the text."""
    return _found(connection, "WHERE sentence IN (SELECT value FROM json_each(?))", (json.dumps(list(sentences)),))


def dates_on(connection: sqlite3.Connection, day: int) -> list[tuple[int, Dated]]:
    """The dates, of all versions, that may be a day in either calendar, each with its sentence's id, in order."""
    reach = (day - LONGEST_RUN, day, day)
    return _found(
        connection,
        "WHERE (old_first BETWEEN ? AND ? AND old_last >= ?) OR (new_first BETWEEN ? AND ? AND new_last >= ?)",
        (*reach, *reach),
    )


def years_named(connection: sqlite3.Connection) -> list[int]:
    """The years, of all versions, in which a day lies that some sentence names; now and then a neighbour too."""
    rows = connection.execute(
        "SELECT DISTINCT CAST(coalesce(new_first, old_first) / 365.2425 AS INTEGER) FROM dates ORDER BY 1"
    )
    return sorted({year for (before,) in rows for year in (before, before + 1)})


def ruling_year(connection: sqlite3.Connection, first: int, last: int) -> int | None:
    """The year in which more than half of the days lie that the sentences from `first` to `last` name; None without one."""
    rows = connection.execute(
        "SELECT coalesce(new_first, old_first), count(*) FROM dates WHERE sentence BETWEEN ? AND ? GROUP BY 1",
        (first, last),
    )
    counts: Counter[int] = Counter()
    for day, count in rows:
        counts[date.fromordinal(day).year] += count
    return next((year for year, count in counts.items() if count > RULING * counts.total()), None)


def _found(connection: sqlite3.Connection, where: str, values: tuple[object, ...]) -> list[tuple[int, Dated]]:
    rows = connection.execute(f'SELECT {_COLUMNS} FROM dates {where} ORDER BY sentence, "start"', values)  # noqa: S608 - constants
    return [
        (
            sentence,
            Dated(
                start=start,
                end=end,
                old=None if old_first is None else (old_first, old_last),
                new=None if new_first is None else (new_first, new_last),
                paired=bool(paired),
                country=country,
            ),
        )
        for sentence, start, end, old_first, old_last, new_first, new_last, paired, country in rows
    ]
