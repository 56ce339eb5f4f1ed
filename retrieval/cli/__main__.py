"""`python -m retrieval.cli` is `quoth`."""

from retrieval.cli import main

main()
