"""The confidence from which Quoth answers; by itself, since it is printed by commands that load no model."""

THRESHOLD = 0.12
"""Below it Quoth abstains. docs/silence.md shows what each setting refuses of answerable and of unanswerable questions."""

UNREAD_THRESHOLD = 0.20
"""The same where no cross-encoder read the excerpts (`--fast`, and languages that it does not carry): confidence tells less there."""
