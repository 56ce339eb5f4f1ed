"""`quoth chat`: a conversation, turn by turn."""

from retrieval.cli import printing, talk
from retrieval.cli.asking import Printer, each_turn
from retrieval.cli.opening import open_archive
from retrieval.cli.options import command, count_option, json_option, no_rerank_option, threshold_option


@command(example="quoth chat")
@count_option(default=5, what="quotes")
@no_rerank_option
@threshold_option
@json_option
def run(count: int, no_rerank: bool, threshold: float | None, as_json: bool) -> None:
    """Talk with the sources, a question per line.

    A question may lean on the one before it; an empty line starts a new conversation.
    """
    printer = Printer(as_json=as_json)
    with open_archive(rerank=not no_rerank, threshold=threshold) as archive:
        conversation = archive.conversation()

        def start_anew() -> None:
            nonlocal conversation
            conversation = archive.conversation()
            if printing.is_asked_by_hand():
                talk.notice("A new conversation.")

        def answer(turn: str) -> None:
            printer.print(archive.confirm(conversation.ask(turn, k=count)))

        each_turn(printing.lines_in(), answer, empty=start_anew)
