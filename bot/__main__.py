"""`python -m bot`: the same as `quoth bot`."""

import sys

from retrieval.cli.program import quoth

if __name__ == "__main__":
    quoth(["bot", *sys.argv[1:]], prog_name="quoth")
