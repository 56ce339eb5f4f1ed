"""What can go wrong with a model. Each message is one sentence: what, where, and what to do.

ModelError
"""


class ModelError(Exception):
    """A model that cannot be found, compiled or run."""
