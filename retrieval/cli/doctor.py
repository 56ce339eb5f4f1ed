"""`quoth doctor`: is the library sound, and is its model there?"""

from typing import TYPE_CHECKING

import click

from embeddings.errors import ModelError
from retrieval.cli import printing
from retrieval.cli.opening import load_embedder, model_of, open_library, settings
from retrieval.cli.options import command
from retrieval.cli.reporting import check_pieces
from retrieval.errors import LibraryError

if TYPE_CHECKING:
    from retrieval.library.library import Library
    from retrieval.library.records import Check


@command(example="quoth doctor")
def run() -> None:
    """Check the library and its model, and mend what can be mended.

    Damaged indexes are built again from what is stored. The exit code is 1 where something is left that only
    you can mend; the line says how.
    """
    from retrieval.library.records import Health

    with open_library() as library:
        checks = [*library.doctor(), _model(library)]
    for check in checks:
        printing.show(check_pieces(check))
    if any(check.health is Health.BAD for check in checks):
        raise click.exceptions.Exit(1)


def _model(library: "Library") -> "Check":
    """Whether the model that embedded the library can be loaded and is still the same."""
    from retrieval.library.records import Check, Health

    name = model_of(library, settings())
    try:
        library.snapshot().require(load_embedder(name).fingerprint)
    except (ModelError, LibraryError) as error:
        return Check(name="model", health=Health.BAD, detail=str(error))
    return Check(name="model", health=Health.OK, detail=f"{name} is the model of the vectors")
