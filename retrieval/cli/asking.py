"""What `ask -` and `chat` share: a question per line in, an answer at a time out."""

from collections.abc import Callable, Iterable

import click

from retrieval.cli import json_lines, printing, talk
from retrieval.cli.rendering import answer_pieces, question_pieces
from retrieval.errors import QuestionError
from retrieval.types import Answer


class Printer:
    """Prints answers one below the other for people, or as JSON lines."""

    def __init__(self, *, as_json: bool) -> None:
        self._as_json = as_json
        self._page = printing.page()
        self._begun = False

    def print(self, answer: Answer, *, heading: bool = False) -> None:
        """Print an answer, under its question where `heading` is set."""
        if self._as_json:
            printing.write(json_lines.line(json_lines.answer_record(answer)))
            return
        if self._begun:
            printing.write("\n")
        self._begun = True
        if heading:
            printing.show(question_pieces(answer.question))
        printing.show(answer_pieces(answer, self._page))


def each_turn(lines: Iterable[str], answer: Callable[[str], None], *, empty: Callable[[], None] = lambda: None) -> None:
    """Answer every line; call `empty` for an empty one.

    A question that cannot be asked is told with its line number, the others are answered, the exit code is 1.
    """
    refused = False
    for number, line in enumerate(lines, 1):
        text = line.strip()
        try:
            if text:
                answer(text)
            else:
                empty()
        except QuestionError as error:
            talk.failure(f"line {number}: {error}")
            refused = True
    if refused:
        raise click.exceptions.Exit(1)
