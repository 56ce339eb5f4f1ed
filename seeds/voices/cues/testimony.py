"""Whose answer, letter or account the words before a quotation announce: a noun names what is quoted, and no verb of speech."""

import re

from seeds.people import NAME, TITLED, plain_name
from seeds.voices.mentions.cue import Cue
from seeds.voices.mentions.roles import ROLE, head_of, plain_role
from seeds.voices.mentions.words import ROLES, WRITINGS

TESTIMONY = (
    r"(?:accusation|account|address|admission|advice|answer|apostrophe|appeal|article|annotation|assurance|cable|challenge|circular|command|communication|communiqué|comments?|complaint|compliment|conclusion|confession"
    r"|counsel|couplet|cry|declaration|decree|definition|description|despatch|diary|dictum|dispatch|edict|ejaculations?|epistle|epitaph|estimate|exclamation|explanation"
    r"|inscription|instructions|interjection|interrogation|invitation|judgment|language|law|letters?|lines|manifesto|maxim|memorandum|memoirs?|message|motion|motto|narrative|notes?|oath"
    r"|observations?|petition|prophecy|proposal|proposition|rebuke|rejoinder|reproach|rescript|response|rule|opinion|order|phrase|picture|plan|plea|prayer|proclamation|promise|proverb|protest|questions?|reasons?|recollections|record|remarks?"
    r"|reminiscences|reply|report|resolution|retort|sayings?|sentence|speech|statement|story|telegram|terms|testimony|threat|toast"
    r"|taunt|thesis|tribute|ukase|ultimatum|verdict|verses|version|warning|words|expressions?"
    r"|argument|assertion|boast|watchword|slogan|war-cry|battle-cry|blessing|benediction|shouts?|acclamations?|disavowal|communications|criticism|decision|denunciation|disclaimer|eulogy|exhortation|greeting|harangue|hint|jest|oration"
    r"|outburst|prediction|protestation|recommendation|reflection|remonstrance|request|suggestion|summary|summons|supplication|utterance"
    r"|admonition|announcement|chorus|cries|editorial|excuse|injunction|invocation|lament|quip|refrain|signal|speeches|wire|works|writings|tirade|witticism|yells?"
    r"|views?|vow|wish|curse|avowal|adage|aphorism|commentary|conviction|epigram|farewell|instruction|pronouncement|rebuttal|salutation|sneer|soliloquy)"
)
"""A pattern of the nouns for what somebody says or writes."""

_POSSESSED = re.compile(
    rf"\b(?P<name>{NAME})[’'](?:s)?\s(?:[\w-]+\s+){{0,3}}(?!sentence\b)(?:{TESTIMONY}|speeches|replies|sermons?|essays?|pamphlets?)\b(?:[^.!?;“”\"]{{0,70}}|[^,.!?;“”\"]{{0,110}})\.?\s*\Z"
    rf"|\b(?P<pronoun>[Hh]is|[Hh]er)\s(?:[\w-]+\s+){{0,2}}"
    rf"{TESTIMONY}(?:,\s[^.:;,]{{2,60}},)?\s(?:(?:to|on|at|in|from|of)\s[^.:;,]{{2,60}}\s)?(?:was|is|were|ran|runs|are)\b[^.!?;“”\"]{{0,30}}\Z",
    re.VERBOSE,
)
_BY = re.compile(
    rf"""\b(?:{TESTIMONY}\s(?:of\s(?:the|this|that|his|her)\s[\w-]+\sby|(?:(?:is|was|are|were)\s)(?:that|those)\sof|of|by|from|attributed\sto|ascribed\sto)|(?:expressed|stated|written|spoken|uttered|quoted|given|made
        |described|sketched|depicted|pictured|outlined|summari[sz]ed|formulated|voiced|phrased|worded|defined|characteri[sz]ed|translated|rendered|echoed|set\sforth|laid\sdown|summed\sup|recorded|penned|put|told|contributed|drawn\sup|drafted|pronounced|furnished|related|reported|sent|issued|signed|delivered)\s
    (?:\w+ly\s|to\s\w+\s)?by)\s(?P<what>the\s(?:[a-z]+\s){{1,2}})?(?:(?:Mrs?|Dr|M|Gen|Col|Capt)\.\s)?(?P<name>{NAME})(?![\w’'])(?P<rest>[^.!?;“”\"]{{0,140}})\.?\s*\Z""",
    re.VERBOSE,
)
_BY_AT_END = re.compile(
    rf",\sby\s(?:(?P<role>{ROLE})|(?:(?:Mrs?|Dr|M|Gen|Col|Capt)\.\s)?(?P<name>{NAME}))(?:,\s[^,:;.]{{2,40}})?\s*:(?:--|—)?\s*\Z",
    re.VERBOSE,
)
_BY_ROLE = re.compile(
    rf"\b(?:[Aa]ccording\sto|[Tt]o\squote|(?:[Cc]ries|[Ss]houts|[Yy]ells|[Mm]urmurs|[Jj]eers)\s(?:from|of)|[Vv]oices?\sfrom|heard\sthe\svoice\sof|{TESTIMONY}\s(?:(?:on|upon)\s(?:this|that|these|it)\s)?(?:of|by|from|given\sby)|(?:expressed|stated|written|told|issued|delivered|spoken|uttered|signed|passed|adopted|sent|drawn\sup|drafted|published)\sby)\s(?!(?<=language\sof\s)an?\b)(?P<role>{ROLE}|(?:(?<=from\s)|(?<=\bby\s))(?:the|several|some|two|three)\s(?:(?:[A-Z]?[a-z-]+)\s){{0,2}}(?![a-z-]*(?:quart|numb|lett|pow)ers\b)[a-z-]+(?:ers|ors|ists|ians|men)\b)(?!\s+[A-Z])(?:,\s(?:(?:Mrs?|Dr|M|Gen|Col|Capt)\.\s)?(?P<name>{NAME})(?=,?[:,]))?"
    r"(?=[^.!?;“”\"]{0,40}\Z|(?:\s[a-z]+)?,?\s(?:who|whose|to|written|published|dated|printed)\s[^.!?;“”\"]{0,200}\Z)",
    re.VERBOSE,
)
_ABOUT = re.compile(
    r"(?:opinion|picture|description|estimate|definition|judgment|story|conclusion)s?\sof\b(?!\s(?:the|this|that|his|her)\s[\w-]+\sby\b)"
)
_CARRIED = re.compile(rf"{TESTIMONY}\sby\b")
_SENT = re.compile(r"\b(?:sent|sends?|dispatched|despatched|forwarded|transmitted|conveyed|carried)\b[^.;]*\Z")
"""What makes him who is named behind "a letter by" the one who carries it: "she sent him a note by Orme"."""
_WORDED = re.compile(r"\b(?:in|quote|from|with|by|cite)\sthe\s(?:[a-z]+\s)?\Z", re.IGNORECASE)
_ANSWERED = re.compile(r"\b(?:to|on|about|against|after|before|upon|concerning)\s(?:the\s)?(?:[A-Z]\w*\.\s)?\Z")
_OWN_WORDS = re.compile(
    rf"\b(?:(?:in|quote|use|cite|borrow)\s(?P<own>his|her)\sown\swords|(?:following|this|here)\s(?:is|are|was|were)\s(?P<is>his|her)\s(?:own\s)?{TESTIMONY}|"
    r"(?:substance|gist|tenor|text|burden)\sof\s(?P<talk>his|her)\s[a-z]+)\b[^.!?;“”\"]{0,40}\Z"
    rf"|\b(?:by|with|in)\s(?P<by>his|her)\s(?:[a-z]+\s){{0,2}}{TESTIMONY}[,:]?\s*\Z",
    re.VERBOSE,
)

_GIVEN = re.compile(
    rf"\b{TESTIMONY},?\s(?:which\s|that\s)?(?:(?P<pronoun>he|she)|(?P<role>{ROLE})|(?P<name>{NAME}))\s(?:had\s|then\s|now\s)?"
    r"(?:gave|wrote|sent|addressed|made|uttered|spoke|issued|used|delivered|published|pronounced|quoted|quotes)\b"
    r"[^.!?;“”\"]{0,80}\Z",
    re.VERBOSE,
)
_PART = re.compile(
    rf"\b(?:passage|part|clause|section|sentence|conclusion|extract|preamble|heading|text|wording|article)s?\s(?:of|from|in)\s(?P<role>{ROLE})"
    r"(?=[^.!?;“”\"]{0,160}\Z)",
    re.VERBOSE,
)
_AS_WAS = re.compile(r"\bas\s(?:was|were|is|are)\s(?:a\s)?\Z")
_OWNED = re.compile(
    rf"\b[Tt]he\s(?P<owner>(?:[A-Z][a-z]+\s)?(?:[a-z-]+\s)?[A-Za-z-]+)[’']s\s(?:[a-z-]+\s){{0,2}}{TESTIMONY}\b(?:[^.!?;“”\"]{{0,40}}|[^,.!?;“”\"]{{0,160}})\Z",
    re.VERBOSE,
)
_ATTESTED = re.compile(
    rf"\b(?:attested|related|described|reported|recorded|told|stated|expressed|painted|explained|summed\sup)\s(?:\w+ly\s)?by\s"
    rf"(?:(?P<role>{ROLE})|(?:the\s(?:[a-z]+\s){{1,2}})?(?P<name>{NAME}))\.\s*\Z",
    re.VERBOSE,
)


_DRAWN = re.compile(
    rf"\b(?:drew|draws|drawn|received?|receives|had|got|obtained|wrung|wrings|extorted|elicited|provoked|called\sforth|evoked|brought|forced)\s(?:from|out\sof)\s(?:(?P<role>{ROLE})|(?P<pronoun>him|her)|(?:(?:Mrs?|Dr|M|Gen|Col|Capt)\.\s)?(?P<name>{NAME}))\s"
    rf"(?:the|this|these|an?)\s(?:[\w-]+\s){{0,3}}{TESTIMONY}\b[^.!?;“”\"]{{0,40}}\Z",
    re.VERBOSE,
)
_EXTRACT = re.compile(
    rf"\b(?:quotation|extract|passage|citation|excerpt|words|lines)\s(?:is\s|are\s)?(?:taken\s|quoted\s)?from\s(?:a\s(?:letter|speech|sermon|poem|report)\s(?:of|by)\s)?"
    rf"(?P<name>{NAME})(?:[’']s?\s|,\s|\s?[:(])(?:[^.;]|(?<=\bp)\.|(?<=\bpp)\.|(?<=\bvol)\.|(?<=\bseq)\.){{0,160}}\Z"
    rf"|\A(?!.*\b(?:letter|printed|speech)\b).*\b[Ii]n\s(?P<work>{NAME})[’']s?\s(?:[A-Z][\w’'-]*(?:\s+|(?=[,:]))|of\s|and\s|the\s){{1,8}}"
    r"(?:,?\s?(?:vol|p|pp|act|sc|bk|ch|[ivxlc]+|\d+)\b[^:;]{0,30})?\s*(?:is\sthe\sfollowing\s\w+)?:(?:--|—)?\s*\Z",
    re.VERBOSE,
)
_ACCORDING = re.compile(
    rf"\b[Aa]ccording\sto\s(?:(?:Mrs?|Dr|M|Sir)\.?\s)?(?P<name>{NAME})(?:\s\([^()]*\))?(?:,\s[^.;:]{{2,60}})?\s*[,:](?:--|—)?\s*\Z",
    re.VERBOSE,
)
_IN_WORDS_OF = re.compile(
    rf"\b(?:described|told|expressed|related|stated|given|put|summed\sup|explained)\sin\sthe\s(?:\w+\s)?(?:language|words)\sof\s(?:(?P<role>{ROLE})|(?P<name>{NAME}))(?=[.,])",
    re.VERBOSE,
)
_FROM = re.compile(
    rf"\b(?:(?:quote|quoting|following|this)\s(?:here\s|is\s)?from|(?:following|this)\sis\sby)\s(?:(?P<role>{ROLE})|(?i:{TITLED})(?P<name>{NAME}))(?![\w’'])[^.;:]{{0,160}}:(?:--|—)?\s*\Z",
    re.VERBOSE,
)
_TAKEN_FROM = re.compile(
    rf"\A\W*From\s(?:(?P<role>{ROLE})|(?i:{TITLED})(?P<name>{NAME}))\s(?:in\s[^.;:]{{2,60}}\s)?(?:we|I|is|are|comes?)\s(?:\w+\s)?"
    rf"(?:the|this|these)\s(?:\w+\s)?(?:{TESTIMONY}|extracts?|passage|items?)\b[^.;:]{{0,60}}:(?:--|—)?\s*\Z",
    re.VERBOSE,
)
_ONE_OF = re.compile(rf"\b{TESTIMONY}\s(?:of|by|from)\s(?P<one>one\sof\s(?:them|us))\s?[,:](?:--|—)?\s*\Z")


def announced(sentence: str, *, ended: bool) -> Cue | None:
    """Whose answer, letter or account the sentence announces; one that has `ended` must say what the answer was."""
    if own := _OWN_WORDS.search(sentence):
        return Cue(
            pronoun={"his": "he", "her": "she"}[own["own"] or own["is"] or own["talk"] or own["by"]], at=own.start()
        )
    if ended and (attested := _ATTESTED.search(sentence)):
        return _cue(attested, None)
    if ended and (worded := _IN_WORDS_OF.search(sentence)):
        return _cue(worded, None)
    if not ended and (drawn := _DRAWN.search(sentence)):
        pronoun = {"him": "he", "her": "she"}[drawn["pronoun"]] if drawn["pronoun"] else None
        return _cue(drawn, pronoun)
    if not ended and (source := _FROM.search(sentence) or _TAKEN_FROM.match(sentence)):
        return _cue(source, None)
    if not ended and (one := _ONE_OF.search(sentence)):
        return Cue(role=one["one"])
    if not ended and (according := _ACCORDING.search(sentence)):
        return Cue(name=plain_name(according["name"]))
    if not ended and (extract := _EXTRACT.search(sentence)):
        return Cue(name=plain_name(extract["name"] or extract["work"]))
    if not ended and (given := _GIVEN.search(sentence)):
        return _cue(given, given["pronoun"])
    stated = re.search(r"\b(?:was|were|is|are|ran|runs)\b", sentence)
    for found in _POSSESSED.finditer(sentence):
        if ended and not (stated and re.search(r"\b(?:reply|answer)\b", found[0])):
            continue
        if found["pronoun"]:
            return Cue(pronoun={"his": "he", "her": "she"}[found["pronoun"].lower()], at=found.start())
        name = plain_name(found["name"])
        if name and not _ANSWERED.search(sentence[: found.start()]):
            definite = sentence[: found.start()].lower().endswith("the ")
            return Cue(name=name, role=f"the {name}" if definite else None)
    if not ended and (by_role := _BY_ROLE.search(sentence)):
        return Cue(name=plain_name(by_role["name"] or ""), role=plain_role(by_role["role"]))
    owned = None if ended else _OWNED.search(sentence)
    if (
        owned
        and owned["owner"].split()[-1].casefold() in ROLES | WRITINGS
        and not _ANSWERED.search(sentence[: owned.start()])
    ):
        return Cue(role=f"the {owned['owner']}")
    part = None if ended else _PART.search(sentence)
    if part and head_of(plain_role(part["role"])) in WRITINGS and not _AS_WAS.search(sentence[: part.start()]):
        return Cue(role=plain_role(part["role"]))
    for found in _BY.finditer(sentence):
        if _ABOUT.match(found[0]) and not _WORDED.search(sentence[: found.start()]):
            continue
        if ended and not re.search(r"\b(?:reply|answer) of\b.*\bwas\b", found[0]):
            continue
        if _CARRIED.match(found[0]) and _SENT.search(sentence[: found.start()]):
            continue
        return Cue(name=plain_name(found["name"]), role=f"{found['what']}{found['name']}" if found["what"] else None)
    by = _BY_AT_END.search(sentence)
    return _cue(by, None) if by else None


def _cue(found: re.Match[str], pronoun: str | None) -> Cue:
    if pronoun:
        return Cue(pronoun=pronoun, at=found.start("pronoun"))
    return Cue(role=plain_role(found["role"])) if found["role"] else Cue(name=plain_name(found["name"]))
