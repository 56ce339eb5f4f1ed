"""What a failure means to the person at the keyboard: an exit code and one sentence.

An expected failure (a bad file, a full disk, an unknown document) exits 1. Anything else is a fault of ours: it exits
3 and leaves a report of where the program stood and what kind of error it was, without a word that was asked or read.
"""

from pathlib import Path

import click

from embeddings.errors import ModelError
from retrieval.cli import talk
from retrieval.errors import QuothError
from seeds.errors import SourceError

EXPECTED = (QuothError, SourceError, ModelError, OSError)
INTERRUPTED = 130


class Expected(click.ClickException):
    """A failure that the person can do something about."""

    exit_code = 1

    def show(self, file: object = None) -> None:
        """Print the sentence to standard error."""
        talk.failure(self.message)


class Unexpected(Expected):
    """A fault of ours."""

    exit_code = 3


def sentence(error: BaseException) -> str:
    """What to say about an expected failure."""
    if isinstance(error, OSError) and error.strerror:
        where = f" {str(error.filename)!r}" if error.filename else ""
        return f"the system refused{where}: {error.strerror[0].lower()}{error.strerror[1:]}"
    return str(error).strip() or type(error).__name__


def report(error: BaseException, *, command: str, folder: Path | None = None) -> str:
    """Write what is known about a fault of ours into `folder`, and return the sentence that says so.

    Where `folder` cannot be written, the system's temporary folder is used.
    """
    import tempfile  # what only a fault needs is imported when there is one
    from datetime import UTC, datetime

    name = f"quoth-fault-{datetime.now(UTC):%Y%m%d-%H%M%S}.txt"
    text = _details(error, command)
    for place in (folder, Path(tempfile.gettempdir())):
        if place is None or not place.is_dir():
            continue
        try:
            (place / name).write_text(text, encoding="utf-8")
        except OSError:
            continue
        return (
            f"that was a fault of Quoth, not yours ({type(error).__name__}): please open an issue with the file "
            f"{str(place / name)!r}, which says where it happened and holds nothing that you asked"
        )
    return (
        f"that was a fault of Quoth, not yours ({type(error).__name__}), and no report could be written: "
        "please open an issue"
    )


def _details(error: BaseException, command: str) -> str:
    """The chain of errors by kind and place. Messages are left out: they may repeat the question or the source."""
    import platform
    import traceback

    lines = [
        f"quoth {quoth_version()} {command}",
        f"Python {platform.python_version()} on {platform.platform()}",
    ]
    link: BaseException | None = error
    while link is not None:
        lines += ["", f"{type(link).__module__}.{type(link).__qualname__}"]
        lines += [f"  {f.filename}:{f.lineno} in {f.name}" for f in traceback.extract_tb(link.__traceback__)]
        link = link.__cause__ or link.__context__
    return "\n".join(lines) + "\n"


def quoth_version() -> str:
    """The version of the installed package."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("quoth")
    except PackageNotFoundError:
        return "not installed"
