"""What is said beside the result, on standard error: notices, and progress bars where somebody is watching."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

import click

from retrieval.cli.verbatim import harmless

Progress = Callable[[str, int, int], None]


def notice(text: str) -> None:
    """Say one sentence, with nothing in it that a terminal would obey."""
    click.echo(harmless(text), err=True)


def failure(why: str) -> None:
    """Say on one line why something could not be done."""
    notice(f"quoth: {' '.join(why.splitlines())}")


@contextmanager
def progress() -> Iterator[Progress]:
    """A callback `(activity, done, total)`: a bar for each activity on a terminal, elsewhere a line when it begins.

    Nothing is drawn or imported before the callback is called.
    """
    with ExitStack() as stack:
        drawn: list[Progress] = []

        def advance(activity: str, done: int, total: int) -> None:
            if not total:
                return
            if not drawn:
                drawn.append(stack.enter_context(_bars()) if sys.stderr.isatty() else _beginnings())
            drawn[0](activity, done, total)

        yield advance


@contextmanager
def _bars() -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        tasks = {}

        def advance(activity: str, done: int, total: int) -> None:
            if activity not in tasks:
                tasks[activity] = bars.add_task(activity)
            bars.update(tasks[activity], completed=done, total=total)

        yield advance


def _beginnings() -> Progress:
    begun = set()

    def advance(activity: str, _done: int, _total: int) -> None:
        if activity not in begun:
            notice(f"{activity} ...")
        begun.add(activity)

    return advance
