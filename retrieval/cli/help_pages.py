"""The help of every command as one Markdown page: `python -m retrieval.cli.help_pages > docs/cli.md`."""

import sys

import click

from retrieval.cli.program import COMMANDS, quoth

_HEAD = """# The command line

Written by `make docs` from the commands' own help.

stdout is the result, stderr is talk. `--json` prints one JSON object per line; `-` reads standard input.
Exit 0: done (an abstention is a result), 1: an expected failure, told in one sentence, 2: usage, 3: a fault of Quoth,
130: Ctrl-C.
"""


def help_pages() -> str:
    """The page."""
    root = _context(quoth, "quoth")
    pages = [_page("quoth", quoth.get_help(root))]
    for name in COMMANDS:
        command = quoth.get_command(root, name)
        assert command is not None
        pages.append(_page(f"quoth {name}", command.get_help(_context(command, name, root))))
    return "\n".join([_HEAD, *pages])


def _context(command: click.Command, name: str, parent: click.Context | None = None) -> click.Context:
    return click.Context(command, info_name=name, parent=parent, terminal_width=100, help_option_names=["-h", "--help"])


def _page(title: str, text: str) -> str:
    return f"## {title}\n\n```text\n{text}\n```\n"


if __name__ == "__main__":
    sys.stdout.write(help_pages())
