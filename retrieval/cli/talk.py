"""What is said beside the result, on standard error: notices, and progress bars where somebody is watching."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

Progress = Callable[[str, int, int], None]


def notice(text: str) -> None:
    """Say one sentence."""
    click.echo(text, err=True)


@contextmanager
def progress() -> Iterator[Progress]:
    """A callback `(activity, done, total)`: a bar for each activity on a terminal, elsewhere a line when it begins."""
    if not sys.stderr.isatty():
        yield _beginnings()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        tasks = {}

        def advance(activity: str, done: int, total: int) -> None:
            if activity not in tasks:
                tasks[activity] = bars.add_task(activity)
            bars.update(tasks[activity], completed=done, total=total)

        yield advance


def _beginnings() -> Progress:
    begun = set()

    def advance(activity: str, _done: int, total: int) -> None:
        if activity not in begun:
            notice(f"{activity} ({total}) ...")
        begun.add(activity)

    return advance
