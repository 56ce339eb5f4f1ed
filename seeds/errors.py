"""What can go wrong with a source. Each message is one sentence: what, where, and what to do.

SourceError
"""


class SourceError(Exception):
    """A source that cannot be read as a document."""
