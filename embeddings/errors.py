"""What can go wrong with a model. Each message is one sentence: what, where, and what to do.

ModelError
"""


class ModelError(Exception):
    """A model that cannot be found, compiled or run."""


def first_line(error: BaseException) -> str:
    """What a foreign error says, in one line without its full stop; its type where it says nothing."""
    return (str(error).strip().splitlines() or [type(error).__name__])[0].rstrip(".")
