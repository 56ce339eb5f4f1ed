"""`python -m bot`: the same as `quoth bot`."""

import sys

import click

from bot.command import command
from retrieval.cli.program import Program


class Alone(Program):
    """The program with this one command, whose failures mean the same to the shell."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command."""
        return command if cmd_name == "bot" else None


if __name__ == "__main__":
    Alone(name="quoth", context_settings={"help_option_names": ["-h", "--help"]})(
        ["bot", *sys.argv[1:]], prog_name="quoth"
    )
