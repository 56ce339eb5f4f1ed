"""What must not be quoted, and why: `find_masks` marks it; nothing is ever cut out of the text."""

from seeds.cleaning.masks import disjoint, find_masks
from seeds.cleaning.page import Page

__all__ = ["Page", "disjoint", "find_masks"]
