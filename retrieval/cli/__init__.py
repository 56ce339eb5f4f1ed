"""The command line, `quoth`: parsing in one file per command, rendering in pure functions, printing last."""

from retrieval.cli.program import main

__all__ = ["main"]
