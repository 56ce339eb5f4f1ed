"""Styled text on standard output: in colour on a terminal, plain everywhere else."""

import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial

import click

from retrieval.cli.rendering import Page, Piece, Style
from retrieval.cli.verbatim import harmless

MEASURE = 92  # cells: longer lines are hard to read, however wide the terminal is

_LOOKS = {
    Style.PLAIN: "",
    Style.BAR: "cyan",
    Style.QUOTE: "",
    Style.CONTEXT: "dim",
    Style.SPEAKER: "bold",
    Style.TITLE: "italic",
    Style.DETAIL: "dim",
    Style.LINK: "blue",
    Style.NOTE: "yellow",
    Style.ADDED: "green",
    Style.REMOVED: "red",
}


def page() -> Page:
    """Standard output as something to write on."""
    if not sys.stdout.isatty():
        return Page()  # and no rich, which costs a tenth of a second
    from rich.cells import cell_len

    return Page(width=min(shutil.get_terminal_size().columns - 1, MEASURE), measure=partial(cell_len), bar="│ ")


def show(pieces: Iterable[Piece]) -> None:
    """Write the pieces, character for character, but what a terminal would obey on one; `NO_COLOR` is honoured."""
    with _naming_the_output():
        if not sys.stdout.isatty():
            sys.stdout.writelines(piece.text for piece in pieces)
        else:
            _draw(pieces)
        sys.stdout.flush()


def lines_in() -> Iterator[str]:
    """The lines of standard input as they come, with a sign to write on where a person types them."""
    while True:
        if is_asked_by_hand():
            click.echo("? ", nl=False, err=True)
        line = sys.stdin.buffer.readline()
        if not line:
            if is_asked_by_hand():
                click.echo(err=True)
            return
        yield line.decode("utf-8", errors="replace")


def is_asked_by_hand() -> bool:
    """Whether a person types at a terminal."""
    return sys.stdin.isatty()


def write(text: str) -> None:
    """Write `text`: as it is into a pipe or a file, and with nothing that it would obey on a terminal."""
    with _naming_the_output():
        sys.stdout.write(harmless(text) if sys.stdout.isatty() else text)
        sys.stdout.flush()


@contextmanager
def _naming_the_output() -> Iterator[None]:
    """Says of what the system refuses, as of a full disk, that it was the output that could not be written."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, "standard output") from error


def _draw(pieces: Iterable[Piece]) -> None:
    from rich.console import Console
    from rich.segment import Segment, Segments
    from rich.style import Style as Look

    def segment(piece: Piece) -> Segment:
        look = Look.parse(_LOOKS[piece.style])
        return Segment(harmless(piece.text), look + Look(link=piece.target) if piece.target else look)

    # rich leaves the text of segments as it is; its own Text would expand tabs and drop carriage returns.
    Console().print(Segments(map(segment, pieces)), soft_wrap=True, end="")
