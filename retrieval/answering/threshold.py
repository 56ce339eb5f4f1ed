"""The confidence from which Quoth answers; by itself, since it is printed by commands that load no model."""

THRESHOLD = 0.12
"""Below it Quoth abstains. docs/silence.md shows what each setting refuses of answerable and of unanswerable questions."""
