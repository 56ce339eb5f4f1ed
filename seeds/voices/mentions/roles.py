"""Speakers who are not named: "an old peasant woman", "one of the engineers", "his brother", "the treaty"."""

import re

from seeds.irregular_verbs import PAST
from seeds.people import NAME, People
from seeds.people.words import ORIGINS
from seeds.voices.mentions.words import ROLES, WOMEN, WRITINGS

_GOD = re.compile(r"(?:the|our) Lord|our Lady\b.*")
"""Whom no pronoun of a narrative means."""
_HONOURED = re.compile(
    r"(?P<whose>his|her|His|Her)\s(?:Imperial\s|Royal\s|Serene\s)?(?:Majesty|Excellency|Highness|Holiness|Grace|Lordship|Ladyship|Eminence)"
)
"""How one of rank is spoken of, by words that tell man from woman: "her Majesty"."""
_MANY = {f"{word[:-1]}ies" for word in ROLES | WRITINGS if word.endswith("ry")}
_HEADS = "|".join(sorted((re.escape(word) for word in ROLES | WRITINGS | _MANY), key=len, reverse=True))
_PERSONS = "|".join(sorted((re.escape(word) for word in ROLES | _MANY - WRITINGS), key=len, reverse=True))
_NO_MODIFIER = (
    r"(?!(?:the|an?|another|[Hh]is|[Hh]er|[Yy]our|about|their|my|our|its|this|these|both|he|she|it|they|we|you|I|would|could|should|might|must|will|shall|may|can|of|and|or|to|in|on|at|by|for|from|with|who|whom|which|that|as|than|is|was|were|are|had|has|have|did|said|"
    r"when|while|but|not|if|before|after|always|never|often|again|too|came|went|made|took|gave|sent|told|brought|saw|met|asked|wrote|called|found)\b)"
)
MODIFIER = rf"{_NO_MODIFIER}(?![\w’'-]*--)[^\W\d_][\w’'-]*,?\s+"
"""A pattern of a word that may stand before the noun of a role, and of the blank behind it."""
_BEFORE_NOUN = (
    rf"\s+_?(?!(?:{PAST}|who|of|in|at|from|to|and|or|has|is|then|with|on|by|for|as|said|spake|put"
    r"|thus|now|also|once|never|always|again|did|may|can|will|shall|would|could|should|might|must|would|says|cry|say|ask|answer"
    r"|[a-z]+ed|(?![a-z]+(?:tion|ment|ist|or|cept|itie|artie|eader|orce|roop|rmie|egate|oldier|orker)s\b)[a-z]+s|[a-z]+ly)\b)[a-zà-ÿ]"
)
_CAPITAL_MEN = (
    r"(?:English|French|Irish|Dutch|Scotch|Scots|Welsh|Norse|Mussul"
    r"|Chair|Alder|Congress|States|Gentle|Noble|Work|Trades|Post|Police)"
)
"""What makes a noun with "man": other words with a capital that end so are names, as Hoffman."""
_HEAD = (
    rf"(?P<head>(?i:{_HEADS})(?:e?s)?|(?!(?:in|super)?human\b|omen\b|specimen\b|regimen\b|acumen\b)[a-z-]*(?:men|man|women|woman)|{_CAPITAL_MEN}(?:men|man))(?!\w|-\w)(?![’'][a-z])"
    rf"(?!\s+(?:[A-Z][a-z]+\s+)?(?:(?i:{_HEADS})(?:e?s)?|[a-z]*(?:men|man|women|woman))(?!\w|-\w))"
    rf"(?!(?<=official){_BEFORE_NOUN})(?!(?<=chief){_BEFORE_NOUN})(?!(?<=captive){_BEFORE_NOUN})(?!(?<=cardinal){_BEFORE_NOUN})"
    rf"(?!(?<=general){_BEFORE_NOUN})(?!(?i:(?<=bolshevik)|(?<=socialist)|(?<=cossack)|(?<=german)){_BEFORE_NOUN})"
)
_HEADS_ONLY = rf"(?:{_HEADS})(?!\w|-\w)"
_CAPITAL = r"(?:St\.\s)?[A-Z][\w’]*(?:-[\w’]+)*"
_CAPITALS = rf"(?:[A-Z]\w*(?:['’]s|s['’]),?\s+(?:and\s+)?){{0,3}}{_CAPITAL}(?:\s+(?:of\s+|the\s+)?{_CAPITAL}){{0,4}}"
_COMMON = (
    r"(?!(?:said|says?|wrote|writes?|told|tells?|spoke|speaks|asks?|repl(?:y|ies)|answers?|cr(?:y|ies)|came|comes?|went|was|were|is|are|has|had|have|did|does|gave|took|made"
    r"|rose|stood|sent|began|would|could|should|might|may|will|can|and|or|but|who|whom|whose|which|that|in|on|at|to|of|for|from|by|with|as|when|while|than|then|now"
    r"|thus|once|also)\b)[a-z][a-z-]{2,}(?<!ed)(?<!ly)(?![\w’'-])"
)
"""A word that may be the noun behind an adjective, and is no verb of which one is the subject."""
_OF_NATION = rf"[A-Z][a-z]+(?:an|ish|ese|ch|ied|[rt]ial)\s+{_COMMON}"
_OF_KIND = (
    r"(?!(?:(?:re)?public|music|catholic|general|cardinal|capital|rival|hospital|journal|tribunal|[a-z]*king|morning|evening|meeting|building|native|fugitive"
    rf"|representative|[a-z]*ionary|secretary|dignitary|notary|library|constable)\b)[a-z-]+(?:ic|[bcdnrt]al|ous|ive|ary|ing|less|ful|[ai]ble)\s+(?={_COMMON})"
)
"""An adjective that tells of what kind something is, and no noun."""
_MANY_OF = r"(?:two|three|four|five|six|seven|eight|nine|ten|twelve|all|each|every|several|both|these|those|few|many)"
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_COMPLEMENT = (
    rf"(?:\s+(?:of|from|in|at|for)\s+(?:an?|the|his|her|their)\s+(?!Church\b){_OF_NATION}(?:\s+(?![a-z-]+(?:s|ent|er|or|ant|ist|m[ae]n)\b){_COMMON})?"
    rf"|\s+of\s+an?\s+[A-Z][a-z]+\s+[a-z]+"
    rf"|\s+(?:of|from|in|at|for)\s+(?:(?:the|his|her|their|our|its|my)\s+)?(?:[a-z-]+\s+)?(?!{_MONTH}\b){_CAPITALS}(?:\s+{_HEADS_ONLY})?"
    r"|\s+of\s+(?:the\s+)?(?:first|second|third|[a-z]+th)\s+century"
    r"|\s+of\s+(?:(?:the|his|her|their|our|its|my|a|an|that|this)\s+)?"
    rf"(?:{_MANY_OF}\s+(?={_COMMON}))?"
    rf"(?:(?:great|high|low|noble|good|small|large|medium|middle|rare|mature|advanced|uncommon|humble|gentle)\s+(?={_COMMON})|{_OF_KIND})?"
    r"(?:[a-z-]+\s+(?=(?!(?:was|is|has)\b)[a-z-]+s\s+(?:[a-z]+(?:ed|ly)|had|have|has|said|wrote|were)\b))?"
    rf"(?!(?:each|every|several|both|few|many|all|the|and|but|who|that|which|one|was|were|are|has|had|have)\b|{_MANY_OF}\s+of\b)[a-z-]{{3,}}(?!\s+[A-Z]))?"
)
_DETERMINER = (
    r"(?:[Tt]he|[Aa]n?|[Oo]ne(?!\s+[a-z]+[^s\W]s\b)|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Oo]ur|[Tt]his|[Tt]hat(?!\s+man\s+[a-z]+s\b)|[Ee]very|"
    r"(?:[Oo]ne|[Ss]ome|[Mm]any|[Aa]nother|[Ss]everal|[Ee]ach|[Tt]wo|[Tt]hree|[Mm]ost)\s+of\s+(?:the|his|her|their|our|my|these|those|its|them)|"
    rf"[Oo]ne\s+of\s+(?:{NAME})[’']s|"
    rf"(?:{NAME})[’']s)"
)
_TIME_OF_LIFE = r"(?:[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Oo]ur)\s(?:[a-z]+\s)?youth\b"
ROLE = (
    rf"(?<![\w’'])(?<!\w-)(?!{_TIME_OF_LIFE}){_DETERMINER}\s+(?:[a-z]+\s+(?:and|but|or)\s+(?:most\s+)?(?:{MODIFIER})(?={_HEADS_ONLY}))?(?:{MODIFIER}){{0,5}}?"
    rf"{_HEAD}{_COMPLEMENT}"
)
"""A pattern of a noun phrase that says what somebody is, or which writing speaks; its group `head` is the noun."""

ANYBODY = (
    rf"{_DETERMINER}\s+(?:{MODIFIER}){{0,4}}?{_NO_MODIFIER}(?!(?:being|having)\b)[a-z][\w’-]+"
    rf"(?:\s+of\s+(?:(?:the|his|her|their|our|my)\s+)?(?:[A-Z][\w’-]*(?:\s+[A-Z][\w’-]*){{0,4}}|(?!(?:and|but|who|that|which)\b)[a-z-]{{3,}}))?"
)
"""A pattern of any noun phrase: beside a verb of speech it is somebody, whatever its noun."""

_ANYBODY_AT_END = re.compile(rf"(?<![\w’'-]){ANYBODY}\Z")
_NO_ONE = re.compile(
    r"(?:day|days|morning|evening|night|afternoon|year|years|month|week|hour|time|moment|way|same|latter|former|first|second|last|other"
    r"|others|two|three|few|whole|more|next|end|thing|fact|ahead|man’s)\Z"
)
_NO_OPENER = (
    r"(?!(?:Now|Then|But|And|So|Here|There|Thus|When|While|As|Yet|For|Once|Often|Where|Hence|Still|Soon|Again|Even|Only"
    r"|Immediately)\b|[A-Z]\w+ly\s)"
)
"""No such word is the first of a noun phrase that opens a sentence."""
_SEVERAL_AT_END = re.compile(
    rf"(?:\A\W*|[;:,—]\s|--|(?:\A|,\s)(?:[Aa]nd|[Bb]ut)\s|\b(?:[Ww]hen|[Ww]hile|[Tt]hat|[Ww]here|[Tt]hen)\s)(?P<role>(?:(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Tt]en|[Tt]wenty|[Aa]\shundred|[Ss]everal|[Mm]any|[Ss]ome)\s)?"
    rf"(?:(?:{_NO_OPENER}[A-Z][a-z]+|{_NO_MODIFIER}[a-z-]+)\s){{0,2}}?(?i:(?:{_HEADS})(?:e?s)(?<!ss)|[a-z]*men|people|voices|crowds?|mobs?|thousands|hundreds|numbers|groups|bands)(?:\sof\s(?:the\s)?(?:[A-Z]?[a-z]+\s)?[a-z]+(?:s|men))?)"
    r"(?:\s[a-z]+ed(?:\s[a-z]+){0,4}\sand)?\Z"
)
_PLURAL_AT_END = re.compile(
    r"(?:\A\W*|[;:—]\s|--|(?:\A|,\s)(?:[Aa]nd|[Bb]ut|[Nn]ow|[Tt]hen|[Ss]o)\s|\b(?:when|while|that|where|then|as)\s)"
    rf"(?P<role>(?:(?:{_NO_OPENER}[A-Z][a-z]+(?<!an)(?<!ish)(?<!ese)|{_NO_MODIFIER}[a-z-]+)\s)?{_NO_MODIFIER}"
    r"(?!(?:others|always|perhaps|besides|sometimes|afterwards|thus|this|does|ours|theirs|hers|yours|nevertheless|unless|whereas|across|hours|years|days"
    r"|weeks|months|minutes|moments|times|upwards|words|cries|shouts|nowadays|hereupon|needs|indoors|once|towards|whereabouts)\b)"
    r"[a-z-]{3,}(?<!ss)(?<!us)(?<!is)s)\Z"
)
_SHARE = (
    r"(?:(?:[Tt]he|[Aa])\s(?:[a-z]+\s){0,2}(?:majority|minority|part|portion|number|group|half|rest|remainder|handful|mass|bulk)|[Mm]ost|[Mm]any|[Ss]ome|[Ss]everal|[Hh]alf)"
    r"\sof\s(?:(?:the|these|those|his|her|their|our)\s)?"
)
"""What tells how many of several they are: "a large number of the"."""
_OPENING_PLURAL = re.compile(
    rf"(?:[A-Z][a-z]+\s)?(?i:(?:{_PERSONS})(?:e?s)?(?<=s)(?<!ss)|[a-z]*men|numbers|crowds|mobs|bands|groups|bodies|throngs|voices|hundreds|thousands|dozens|scores|supporters|followers|adherents)\sof\s(?:the\s|all\s)?"
    r"(?:[A-Z][\w’-]*(?:\s(?:and\s)?[A-Z][\w’-]*){0,4}|(?:(?<=the\s)|(?=[a-z]+(?:s|men)\b))[a-z]+)(?=[\s,])"
    rf"|{_SHARE}(?:(?:[a-z]+\s){{0,2}}?(?i:(?:{_PERSONS})(?:e?s)(?<!ss)|[a-z]*men)|(?:[A-Z][a-z]+\s)?[A-Z][a-zà-ÿ]+(?:(?<!s)s|i|men))(?=[\s,])"
)
"""Several people who open a sentence, of whom no article speaks, or some of them: "Numbers of citizens", "A part of the citizens"."""
_OF_COUNTRY = ("an", "sh", "ch", "ese")
_ROLE = re.compile(ROLE)
_NEW = re.compile(r"(?:An?|Another|One)\s", re.IGNORECASE)
_THESE = re.compile(r"th[eo]se\s", re.IGNORECASE)
_THINGS = frozenset({"peoples", "counsels"})
"""Plurals that are not of those who speak, though what they come from is."""
_ONE_OF = re.compile(r"(?:one|another)\sof\s", re.IGNORECASE)
_PEOPLE = re.compile(
    rf"(?:{_SHARE}|(?:the|these|those|his|her|their|our|my)\s)(?:[a-z-]+\s){{0,2}}(?:(?:Old|New|Young)\s)?(?:[A-Z][a-zà-ÿ]+(?:(?<!s)s|i|men)|French|Dutch|English|Irish|British|Spanish|Polish|Japanese|Chinese|Portuguese|Swiss|Danish|Swedish|Scotch|Welsh|Turkish)"
)
_COMPATRIOT = re.compile(
    r"(?:[Tt]h(?:e|is|at)|[Aa]n?|[Oo]ne|[Aa]nother)\s(?:[a-z-]+\s){0,2}(?:[A-Z][a-zà-ÿ]+an|Arab|Croat|Czech|Dane|Finn|Greek|Jew|Lett|Moor|Pole|Scot"
    r"|Serb|Slav|Slovak|Spaniard|Swede|Swiss|Tartar|Tatar|Turk)"
)
"""One who is called after his country: "the Italian", "a distinguished American"."""
_PLURAL = re.compile(
    r"(?:people|crowd|mob|clergy|nobility|peasantry|deputation|staff|troops|senate|children|men|women|police|[a-z]+(?<!s)(?<!prince)s)\Z",
    re.IGNORECASE,
)


def plain_role(words: str) -> str:
    """The role as it is named: without emphasis, on one line, and with a small letter where a sentence began with it."""
    plain = " ".join(re.sub(r"[_*]", "", words).split()).rstrip(",")
    first = plain.split()[0]
    proper = re.search(r"[’']s\Z", first) or (first.casefold() in ORIGINS and first.endswith(_OF_COUNTRY))
    return plain if proper else plain[0].lower() + plain[1:]


def anybody_at_end(words: str) -> str | None:
    """The noun phrase with which the words end, as a role; None where it is a time or stands for one spoken of before."""
    found = _ANYBODY_AT_END.search(words)
    no_one = found and (_NO_ONE.search(found[0]) or re.match(r"[Tt]he\s+following\b", found[0]))
    return plain_role(found[0]) if found and not no_one else None


def several_at_end(words: str) -> str | None:
    """Several people of whom no article speaks, where they open a clause with whose verb the words end, as a role."""
    found = _SEVERAL_AT_END.search(words)
    return plain_role(found["role"]) if found else None


def plural_at_end(words: str) -> str | None:
    """Any plural without an article that opens a clause with whose verb the words end, as a role: "wits", "rude voices"."""
    found = _PLURAL_AT_END.search(words)
    return plain_role(found["role"]) if found else None


def opening_plural(sentence: str, at: int) -> str | None:
    """The words for several people, or some of them, with which a sentence opens, though their capital makes the first look like a name."""
    found = _OPENING_PLURAL.match(sentence, at)
    return found[0] if found else None


def head_of(role: str) -> str:
    """The noun of a role, in lower case: "the old ambassador of France" -> "ambassador"."""
    found = _ROLE.match(role)
    return found["head"].casefold() if found else role.split()[-1].casefold()


def _singular(head: str) -> str:
    """The noun for one of them: "millers" -> "miller", "deputies" -> "deputy", "boatmen" -> "boatman"."""
    if head.endswith("men"):
        return f"{head[:-2]}an"
    return f"{head[:-3]}y" if head.endswith("ies") else head.removesuffix("s")


def is_body(role: str) -> bool:
    """Whether the noun of the role is by itself one for several: "the council's delegates" where it is listed so, "the crowd"."""
    head = head_of(role)
    return head in ROLES | WRITINGS and bool(_PLURAL.search(head))


def is_plural_role(role: str) -> bool:
    """Whether several are told of by the plural of what one may be: "the millers", "the men"."""
    head = head_of(role)
    known = _singular(head) in ROLES or head.endswith("men")
    several = bool(_PLURAL.search(head)) and head not in _THINGS
    return known and several and not is_body(role) and not _ONE_OF.match(role)


def is_one_of(pronoun: str, role: str) -> bool:
    """Whether the pronoun can mean him who is one of several: "one of the millers"."""
    return bool(_ONE_OF.match(role)) and can_be(pronoun, f"a {_singular(head_of(role))}")


def is_new(role: str) -> bool:
    """Whether somebody is spoken of for the first time: "a soldier", "another officer"."""
    return bool(_NEW.match(role))


def is_people(role: str) -> bool:
    """Whether the role is the name of a people or a party: "the Romans"."""
    return bool(_PEOPLE.fullmatch(role)) and role.split()[-1].casefold() not in ROLES | WRITINGS


def can_be(pronoun: str, role: str) -> bool:
    """Whether the pronoun can mean the one who has this role: one person of that sex, a writing or body, or several."""
    if _THESE.match(role):
        return pronoun == "they"
    head = head_of(role)
    if pronoun == "it":
        return head in WRITINGS and not _PLURAL.search(head)
    if pronoun == "they":
        return is_body(role) or is_people(role) or is_plural_role(role)
    if head in WRITINGS or _PLURAL.search(head):
        return False
    if _GOD.fullmatch(role):
        return False
    if honoured := _HONOURED.fullmatch(role):
        return (honoured["whose"].casefold() == "her") == (pronoun == "she")
    if not (head in ROLES or head.endswith(("man", "woman")) or _COMPATRIOT.fullmatch(role)):
        return False
    return (head in WOMEN or head.endswith("woman")) == (pronoun == "she")


def can_mean(pronoun: str, one: str, people: People) -> bool:
    """Whether "he" or "she" can mean this one, who is called by name or by a role."""
    return can_be(pronoun, one) if one[0].islower() else people.is_woman(one) == (pronoun == "she")
