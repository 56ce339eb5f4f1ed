"""Who speaks where: the ranges of a text whose words are not its author's."""

from seeds.voices.finding import find_voices
from seeds.voices.set_quotations import SetQuotation

__all__ = ["SetQuotation", "find_voices"]
