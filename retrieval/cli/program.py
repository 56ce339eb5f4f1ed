"""The command group: which commands there are, and what a failure means to the shell.

A command's module is imported when it is called for, so that `quoth ask` pays for nothing but itself.
"""

import io
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from retrieval.cli import failures
from retrieval.cli.options import home_option

COMMANDS = (
    "ask",
    "search",
    "chat",
    "verify",
    "check",
    "add",
    "remove",
    "sources",
    "show",
    "when",
    "cite",
    "embed",
    "doctor",
    "rollback",
    "eval",
    "bot",
)

_ABOVE = {"bot": "bot.command"}
"""Modules of commands that lie in a package above this one: named, not imported, so that nothing here depends on it."""


class Program(click.Group):
    """A group whose commands are modules, each with a `run`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in the order of their use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(_ABOVE.get(cmd_name, f"retrieval.cli.{cmd_name}")).run
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command. An expected failure exits 1 with its sentence, Ctrl-C exits 130, a fault of ours exits 3."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()  # here a closed pipe can still be answered
        except (click.ClickException, click.exceptions.Exit):
            raise
        except BrokenPipeError:
            _leave_the_pipe()
            raise click.exceptions.Exit(0) from None
        except (KeyboardInterrupt, EOFError, click.Abort):
            click.echo("quoth: stopped", err=True)
            raise click.exceptions.Exit(failures.INTERRUPTED) from None
        except failures.EXPECTED as error:
            raise failures.Expected(failures.sentence(error)) from error
        except Exception as error:
            raise failures.Unexpected(
                failures.report(error, command=ctx.invoked_subcommand or "", folder=_state_folder())
            ) from error
        return result


@click.command(
    cls=Program,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog='\b\nquoth ask "Who stormed the Winter Palace?"',
)
@home_option
@click.version_option(package_name="quoth", prog_name="quoth", message="%(prog)s %(version)s")
def quoth() -> None:
    """Ask a library of historical sources and read the answer in their own words.

    Every quote is an exact slice of a document, with a citation that you can follow. When the sources do not answer a
    question, Quoth says so.
    """


def main() -> None:
    """Run `quoth` with the arguments of this process and leave with its exit code."""
    _open_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Whatever the locale: sources are in every script, and arguments may be in none.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    quoth(prog_name="quoth")


def _open_closed_streams() -> None:
    """Lead the streams that the process was started without (`<&-`, `>&-`) nowhere, as an empty input or an output unread.

    Else the next file that is opened, such as the library's, would have their number.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123 - until the process ends


def _state_folder() -> Path | None:
    from retrieval.cli.opening import settings

    try:
        return settings().home
    except Exception:  # the fault that is to be reported may lie there
        return None


def _leave_the_pipe() -> None:
    """Send what is still to be written nowhere, so that leaving does not fail on the closed pipe again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
