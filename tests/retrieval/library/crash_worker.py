"""Adds documents to a library, changes one and syncs, until somebody kills it.

python -m tests.retrieval.library.crash_worker HOME FOLDER
"""

import sys
from pathlib import Path

from embeddings.embedder import Embedder
from embeddings.loading import load_embedder
from retrieval.library.library import Library
from tests.retrieval.library.material import HARBOUR, MILLS, RAILWAY, write


def work(library: Library, folder: Path, embedder: Embedder) -> None:
    """The two steps, each of which shows a generation."""
    library.add(write(folder, mills=MILLS, railway=RAILWAY), embedder)
    print("added", flush=True)
    write(folder, harbour=HARBOUR + "\nThe ice went out on the third of March.\n")
    library.sync(embedder)


if __name__ == "__main__":
    model = load_embedder()
    print("ready", flush=True)
    with Library.open(Path(sys.argv[1])) as opened:
        work(opened, Path(sys.argv[2]), model)
    print("done", flush=True)
