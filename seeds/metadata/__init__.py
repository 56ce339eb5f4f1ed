"""Bibliographic facts that a text gives about itself: title, author, date, publisher, language."""

from seeds.metadata.detection import Detected, detect

__all__ = ["Detected", "detect"]
