"""What can go wrong with a library or a question. Each message is one sentence: what, where, and what to do.

QuothError
├── LibraryError        the library cannot be read or written
│   ├── LibraryBusy     another process is writing
│   ├── LibraryTooNew   written by a newer Quoth
│   └── DamagedText     a stored text that is not what was stored
├── UnknownDocument     no such document, permalink or passage
├── QuestionError       a question that cannot be asked
├── SettingError        a setting of the environment that makes no sense
└── EvaluationError     a test collection that cannot be measured
"""


class QuothError(Exception):
    """Base of every expected failure of this package."""


class LibraryError(QuothError):
    """A library that cannot be read or written."""


class LibraryBusy(LibraryError):  # noqa: N818 - reads as a state, the tree says it is an error
    """Another process is writing to the library."""


class LibraryTooNew(LibraryError):  # noqa: N818 - as above
    """The library was written by a newer version of Quoth."""


class DamagedText(LibraryError):  # noqa: N818 - as above
    """A document's stored text is not the one that was stored."""


class UnknownDocument(QuothError):  # noqa: N818 - as above
    """No document, permalink or passage of that name is in the library."""


class QuestionError(QuothError):
    """A question that cannot be asked: empty, or too long."""


class SettingError(QuothError):
    """A setting of the environment that makes no sense."""


class EvaluationError(QuothError):
    """A test collection that cannot be read or has nothing to measure."""
