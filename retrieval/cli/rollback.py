"""`quoth rollback`: the library as it was before its last change."""

from retrieval.cli import printing
from retrieval.cli.opening import open_library
from retrieval.cli.options import command
from retrieval.cli.reporting import counted


@command(example="quoth rollback")
def run() -> None:
    """Return to the library as it was before its last change.

    Once more undoes that.
    """
    with open_library() as library:
        number = library.rollback()
        documents = library.snapshot().counts.documents
    printing.write(f"generation {number} is current again: {counted(documents, 'document')}\n")
