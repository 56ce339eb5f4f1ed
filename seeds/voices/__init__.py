"""Who speaks where: the ranges of a text whose words are not its author's."""

from seeds.voices.finding import find_voices
from seeds.voices.set_quotations import SetQuotation, described

__all__ = ["SetQuotation", "described", "find_voices"]
