"""A quotation as it was pasted, and as it is looked for."""

import re

ELLIPSIS = re.compile(
    r"\s*(?:[\[(]\s*(?:…|\.(?:\s?\.){1,3})\s*[\])]|…(?:\s*\.)?|(?<!\.)\.(?:\s?\.){2,3}|(?:\*\s){2}\*)\s*"
)
_SIC = re.compile(r"\s*[\[(]\s*sic!?\s*[\])]", re.IGNORECASE)
_LETTER_IN_BRACKETS = re.compile(r"\[(\w)\](?=\w)")
_QUOTE_SIGNS = re.compile(r"^[ \t]{0,3}(?:>[ \t]?)+", re.MULTILINE)


def plain(quotation: str) -> str:
    """The quotation without what whoever quoted put into it: signs of quoting, `[sic]`, `[T]he`."""
    return _LETTER_IN_BRACKETS.sub(r"\1", _SIC.sub("", _QUOTE_SIGNS.sub("", quotation))).strip()


def pieces(quotation: str) -> list[str]:
    """What stands between the ellipses of a quotation."""
    return [piece for piece in ELLIPSIS.split(quotation) if re.search(r"\w", piece)]
