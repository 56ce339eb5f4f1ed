"""Options that several commands share, and the frame that every command stands in."""

from collections.abc import Callable
from functools import wraps
from math import isnan
from pathlib import Path
from typing import Any, TypeVar

import click

from retrieval.types import Filters

F = TypeVar("F", bound=Callable[..., Any])

_HOME = "retrieval.home"


def _remember_home(ctx: click.Context, _: click.Parameter, value: str | None) -> None:
    if value:  # an empty one is as good as none, as in the environment: it is not the folder where one is
        ctx.meta[_HOME] = Path(value)


home_option = click.option(
    "--home",
    type=click.Path(file_okay=False),
    expose_value=False,
    callback=_remember_home,
    metavar="DIR",
    help="The library's folder; else QUOTH_HOME, else the platform's place for data.",
)


def chosen_home() -> Path | None:
    """The folder that `--home` named, before or after the command."""
    home: Path | None = click.get_current_context().meta.get(_HOME)
    return home


def command(*, example: str) -> Callable[[Callable[..., Any]], click.Command]:
    """A command that takes `--home` and whose help ends with `example`, a line to paste."""

    def frame(function: Callable[..., Any]) -> click.Command:
        name = function.__module__.rpartition(".")[2]
        return click.command(name, epilog=f"\b\n{example}")(home_option(function))

    return frame


json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON object per line.")
context_option = click.option(
    "--context",
    type=click.IntRange(0, 20),
    default=0,
    metavar="N",
    help="Show N paragraphs before and after each quote too.",
)
ocr_option = click.option(
    "--ocr",
    metavar="LANGUAGES",
    help="Have Tesseract read scanned pages, in eng, deu or eng+rus; else QUOTH_OCR, else they are left unread.",
)
password_option = click.option("--password", metavar="TEXT", help="The password of encrypted files.")
explain_option = click.option("--explain", is_flag=True, help="Say why each excerpt was found.")
no_rerank_option = click.option(
    "--fast",
    "--no-rerank",
    "no_rerank",
    is_flag=True,
    help="Leave the cross-encoder out: about nine times faster, but the first quote is right for .53 of our test questions, not for .77.",
)


class _Share(click.FloatRange):
    """A number from 0 to 1; "nan" is a number to Python, and lies in no range."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The number. Fails where it is none."""
        number = float(super().convert(value, param, ctx))
        if isnan(number):
            self.fail(f"{value!r} is not in the range 0<=x<=1.", param, ctx)
        return number


threshold_option = click.option(
    "--threshold",
    type=_Share(0, 1),
    metavar="P",
    help="Say that the sources are silent where the confidence is below P; else QUOTH_THRESHOLD, else .2."
    " With .1, 3 % of our test questions with an answer are refused, and 40 % of those that come near and have none;"
    " with .2, 6 % and 67 %; with .4, 21 % and 93 %.",
)


def count_option(*, default: int, what: str) -> Callable[[F], F]:
    """`-k N`, how many of `what` to show."""
    return click.option(
        "-k",
        "count",
        type=click.IntRange(1, 100),
        default=default,
        show_default=True,
        metavar="N",
        help=f"How many {what} to show.",
    )


def filter_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """`--source`, `--author`, `--from` and `--to`, given to `function` as one `filters`."""

    @wraps(function)
    def with_filters(
        *args: Any, source: str | None, author: str | None, from_year: int | None, to_year: int | None, **kwargs: Any
    ) -> Any:
        filters = Filters(source=source, author=author, from_year=from_year, to_year=to_year)
        return function(*args, filters=filters, **kwargs)

    for option in (
        click.option("--to", "to_year", type=int, metavar="YEAR", help="Only documents published by the end of YEAR."),
        click.option("--from", "from_year", type=int, metavar="YEAR", help="Only documents published from YEAR on."),
        click.option("--author", metavar="TEXT", help="Only documents whose author's name holds TEXT."),
        click.option("--source", metavar="TEXT", help="Only documents whose id, title, path or URL holds TEXT."),
    ):
        with_filters = option(with_filters)
    return with_filters
