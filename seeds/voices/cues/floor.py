"""Who begins to speak, as a sentence tells that ended before his words: "Then came the old miller, ...", "Orme took the floor."."""

import re

from seeds.people import NAME, TITLED, plain_name
from seeds.voices.mentions.cue import Cue
from seeds.voices.mentions.roles import ROLE, can_be, plain_role

_WHO = (
    rf"(?:(?P<pronoun>[Hh]e|[Ss]he)\b|(?P<role>{ROLE})(?!\s[A-Z])"
    rf"|(?:the\s(?:[a-z-]+,?\s){{1,3}})?(?i:{TITLED})(?P<name>{NAME}))(?![\w’'-])"
)
_COMES = re.compile(
    r"\W*(?:(?:Then|Next|Now|Finally|Last|Lastly|At\slast|After\s(?:him|her|them)|Followed\s(?:him|her|them)),?\s(?:(?:came|rose|arose|spoke|followed|appeared)\s)?"
    rf"|(?:Up|There)\s(?:rose|got|arose)\s|(?:Followed|Rose|Arose)\s){_WHO}(?:,?\s(?:of|from|for)\s[^,.:;]{{3,60}})?(?:,\s[^.:]{{2,260}})?[.:]\s*\Z"
)
_TAKES = re.compile(
    rf"\W*(?:(?:Then|Next|Now|And|But)\s)?(?:(?:[Aa]s|[Ww]hen|[Ww]hile|[Ff]or|[Aa]fter|[Aa]t|[Oo]n)\s[^,.;:]{{3,90}},\s|[^,.;:]{{3,90}},\sbut\s)?{_WHO}(?:,\s[^,.;:]{{2,90}},|,\s[^.;:]{{2,120}},|\s\([^()]{{2,40}}\))?\s(?:then\s|now\s|next\s|also\s){{0,2}}"
    r"(?:(?:rose|arose)(?!\sfrom)|(?:was|were)\sspeaking|(?:took|had|got|was\sgiven|obtained)\sthe\s(?:floor|tribune|platform|stand|word)"
    r"|(?:ascended|mounted|climbed)\s(?:to\s)?the\s(?:tribune|platform|stand|rostrum)|followed|began\sto\sspeak|(?:kept|went)\son|continued|resumed|was\sthe\s(?:next|first|last)\sspeaker|got\sup|stood\sup|climbed\sup|spoke|came\sforward|stepped\sforward)"
    r"\b(?!\s(?:that|of\s(?!the\s[A-Z])))[^.;:]{0,300}\.\s*\Z"
)
_IS_HE = re.compile(rf"\W*(?:And\s)?[Ii]t\swas\s{_WHO}(?:,\s[^.:;]{{2,160}})?\.\s*\Z")
"""Who it is that came and speaks: "It was Orme, the oldest of the millers."."""
_RISES = re.compile(
    rf"\b(?:and|when|while|until|before|whereupon)\s{_WHO}(?:,\s[^,.;:]{{2,60}},)?\s(?:then\s|now\s)?"
    r"(?:(?:rose|arose|stood\sup|got\sup|began)\sto\sspeak|(?:took|ascended|mounted|climbed)\s(?:(?:on|up)?to\s)?the\s(?:floor|tribune|rostrum|platform))\b[^.;:]{0,160}\.\s*\Z"
)
_TELLS = re.compile(
    rf"\W*(?:(?:Then|Next|Now|And|But)\s)?{_WHO}(?:,\s[^,.;:]{{2,90}},|\s(?:of|from|in)\s[^,.;:]{{2,40}})?\s(?:then\s|now\s|also\s|[a-z]+ly\s)?"
    r"(?:(?:was|were|is|are)\s(?:telling|explaining|describing|relating|recounting)|told\s(?:me|us|him|her|them)|explained|described|related|recounted|summed\sup|defended|outlined)"
    r"\b[^.;:]{3,200}\.\s*\Z"
)
_NO_SPEAKER = re.compile(
    r",\swhen\b|\b(?:against|in\sarms|to\shis\sfeet\sand\sleft|from\s(?:the|his|her)\s(?:table|bed|seat|chair)\sand)\b"
)


def taken(sentence: str) -> Cue | None:
    """The one who comes next, who rises to speak, or who tells what follows."""
    found = _COMES.match(sentence) or _TAKES.match(sentence) or _TELLS.match(sentence) or _IS_HE.match(sentence)
    found = found or _RISES.search(sentence)
    if found is None or (found.re is not _RISES and _NO_SPEAKER.search(sentence)):
        return None
    if found["pronoun"]:
        return Cue(pronoun=found["pronoun"].lower(), at=found.start("pronoun"))
    if found["role"]:
        role = plain_role(found["role"])
        return Cue(role=role) if can_be("he", role) or can_be("she", role) else None
    name = plain_name(found["name"])
    return Cue(name=name) if name else None
