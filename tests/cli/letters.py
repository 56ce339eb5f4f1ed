"""A letter to be added to a library, and what a command printed as JSON Lines."""

import json

LETTER = (
    "Dear brother,\n\nThe bakery on Liteiny Street closed on Tuesday, because no flour had come from the south. "
    "Our neighbour Pavel Antonovich repaired the clock of the railway station in two days.\n\nYour sister\n"
)


def records(output: str) -> list[dict]:
    """The objects in the lines of an output."""
    return [json.loads(line) for line in output.splitlines()]
