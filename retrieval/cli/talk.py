"""What is said beside the result, on standard error: notices, and progress bars where somebody is watching."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

Progress = Callable[[int, int], None]


def notice(text: str) -> None:
    """Say one sentence."""
    click.echo(text, err=True)


@contextmanager
def progress(label: str) -> Iterator[Progress]:
    """A callback `(done, total)` that draws a bar on a terminal; elsewhere it says `label` once, at the first step."""
    if not sys.stderr.isatty():
        yield _said_once(label)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bars(*columns, console=Console(stderr=True)) as bars:
        task = bars.add_task(label, total=None, visible=False)

        def advance(done: int, total: int) -> None:
            bars.update(task, completed=done, total=total, visible=True)

        yield advance


def _said_once(label: str) -> Progress:
    said = False

    def advance(_done: int, total: int) -> None:
        nonlocal said
        if not said:
            notice(f"{label} ({total}) ...")
        said = True

    return advance
