"""Who speaks where: the ranges of a text whose words are not its author's."""

from seeds.voices.finding import find_voices

__all__ = ["find_voices"]
