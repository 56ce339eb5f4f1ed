"""Whose letter or speech a note cites before it quotes it, with no verb: `Letter of M. Orme, May 3, 1790. “The mill stands.”`"""

import re

from seeds.people import NAME, TITLED, plain_name
from seeds.voices.mentions.cue import Cue
from seeds.voices.mentions.roles import plain_role

_CITED = re.compile(
    r"""(?:\A|[.\])(—:]\s?|--)\W{0,3}(?:Letters?|Correspondence|Minutes|Memorandum|Note|Extract|Speech|Report|Deposition|Discourse|Memoir|Statement|Testimony|Despatch|Dispatch|Narrative|Declaration
        |Reply|Answer|Petition|Order|Proclamation|Memorial|Complaint|Resolutions?|Decree|Deliberations|Telegram|Evidence|Address|Articles?|Protest)
    (?:\sto\s(?:the\s)?[A-Z][\w’-]*(?:\s[A-Z][\w’-]*)?)?\s(?:(?:passed|adopted|issued|signed|signed\sand\sissued|written)\sby|of|by|from)\s
    (?:(?P<role>(?:the|an?)\s(?:(?!\sto\s)[^,;:.()“”"—]){3,60}(?<!\ssame))|(?i:"""
    + TITLED
    + r""")(?:M\.\s(?:de\s|du\s|d[’'])?)?(?P<name>"""
    + NAME
    + r"""))(?![\w’'])(?P<rest>[^;“”"]{0,160})\Z""",
    re.VERBOSE,
)
_DAY = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?,?\s\d{1,2}(?:,\s\d{4})?"
_PLACE = r"[;,.]\s(?:in\s)?[A-Z][^.;:,“”\"]{2,40}[;:,]\s(?:[A-Z][^.;:,“”\"]{2,40}[;:,]\s)?(?:vol|p|No)\.\s\d{1,4}"
_SENT = re.compile(
    rf"(?:\A|[.\])(—:;]\s?|--)\W{{0,3}}(?i:{TITLED})(?P<name>{NAME})"
    rf"(?:(?:[’']s\s(?:despatch|dispatch|letter|report|memorandum)|\sto\s(?:the\s)?(?i:{TITLED})[A-Z][\w’-]*(?:\s[A-Z][\w’-]*)?),\s{_DAY}(?:{_PLACE})?"
    rf"|,\s{_DAY}{_PLACE})\.\s*\Z"
)
"""Whose letter it is and of which day: "Orme’s despatch, May 3", "Orme to Reeve, May 3", "Orme, May 3, 1790; Papers: Linden, vol. 4"."""
_ENDS = re.compile(r"[.:)—-]\W*\Z")
_VERB = re.compile(
    r"\b(?:was|were|is|are|had|has|have|did|[Ll]etters?|[Ss]peech|[Rr]eport|and\s(?:of|by|from))\b|[a-z]\.\s+[A-Z]|\.(?:—|--)"
)


def cited(sentence: str) -> Cue | None:
    """Whose writing or speech the sentence gives as the source of what it quotes."""
    if sent := _SENT.search(sentence):
        return Cue(name=plain_name(sent["name"])) if plain_name(sent["name"]) else None
    found = _CITED.search(sentence)
    if found is None or not _ENDS.search(sentence) or _VERB.search(found["rest"]):
        return None
    if found["role"]:
        return (
            None
            if re.search(r"\b(?:was|is|were|had|who|which|that)\b", found["role"])
            else Cue(role=plain_role(found["role"]))
        )
    name = plain_name(found["name"])
    return Cue(name=name) if name else None
