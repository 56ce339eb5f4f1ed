"""Turns to speak: which quotations belong together, and who speaks them by all that is told around them."""
