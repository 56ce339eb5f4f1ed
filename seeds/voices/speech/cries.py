"""What is cried by nobody in particular: `There were cries of “Too late!”`, `“Go on!” came from all sides.`"""

import re

from seeds.voices.antecedents.reference import flat
from seeds.voices.speech.narrative import Narrative

_MORE = (
    r"(?:\s(?:of|and|then|once|more|again|arose|rose|rang|resounded|came|comes|went|broke|burst|were|are|was|is|being|heard|raised|uttered|from|in|all|on|over"
    r"|the|every|each|sides?|directions?|quarters|everywhere|hall|crowd|audience|gallery|galleries|benches|street|room|out|up|forth|loudly|crying|calling"
    r"|cry|cries|saying|shouting|exclaiming|that|repeatedly|behind|near|me|us|above|below)){0,9}"
)
"""How and where a cry is heard."""
_ENDS = r"\s?[,:]?(?:--|—)?\s*\Z"
_SEVERAL = re.compile(
    r"(?:(?:\A|[(.!?;:,—]\s?|--)|\b(?:were|and|but|of|the|loud|angry|wild|amid|heard|some|many|more|general|political|side|country|while|when)\s"
    r"|(?:greeted|received|met|interrupted|hailed|saluted|welcomed|followed|answered)\s(?:\w+\s)?(?:with|by)\s(?:loud\s)?)"
    rf"(?:[Cc]ries|[Ss]houts|[Yy]ells|[Jj]eers|[Vv]oices(?=\scry)){_MORE}{_ENDS}"
)
_ONE = re.compile(
    rf"(?:(?<!\bin\s)(?<!\bwith\s)\b(?:[Aa]|[Oo]ne|[Aa]nother)\s(?:[a-z]+\s)?(?:voice|shout|cry)\b{_MORE}|(?:\A|[.!?…(]\s?)Voice){_ENDS}"
)
_FROM_ALL = re.compile(
    r"\W*(?:(?:came|comes|resounded|rang(?:\sout)?|arose|burst|(?:was|is|were)\s(?:heard|shouted))\s(?:from|on)\s(?:all|every|both|many)\s"
    r"(?:sides?|parts?|quarters?|throats?|lips|directions?)|(?:was|were)\sthe\s(?:general|universal|unanimous)\s(?:cry|shout))\b"
)
_NEAR = 160


def cried(each: Narrative, n: int) -> str | None:
    """Whose quotation n is where it is a cry of which nobody in particular is told: voices, or a voice."""
    before = flat(each.before(n)[-_NEAR:])
    if _SEVERAL.search(before) or _FROM_ALL.match(flat(each.after(n)[:_NEAR])):
        return "voices"
    return "a voice" if _ONE.search(before) else None
