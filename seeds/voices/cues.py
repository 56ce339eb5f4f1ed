"""Whom the words before a quotation name as its speaker: by a name, by a role, by a pronoun, or as somebody unnamed."""

import re

from seeds.people import NAME, plain_name
from seeds.quotations import SPEECH
from seeds.voices.cue import SOMEBODY, Cue
from seeds.voices.roles import ROLE, plain_role
from seeds.voices.subjects import Mention, mentions
from seeds.voices.tags import TAG_VERB, after

_ADVERB = (
    r"(?:\w+ly|once|later|thus|so|now|already|then|also|had|has|have|did|would|could|might|must|again|himself"
    r"|herself|soon|first|finally|always|often|never|at\ last)"
)
_MORE = (
    r"(?:decided|decides|decreed|decrees|ordered|orders|demanded|demands|maintained|maintains|affirmed"
    r"|affirms|asserted|asserts|swore"
    r"|prayed|advised|advises|complained|spoke|speaks|spake|addressed|addresses|called\ out|calls\ out"
    r"|cried\ out|broke\ out"
    r"|burst\ out|proceeds|proceeded|began|begins|ended|ends|concluded|writes|quoth|returned|rejoined"
    r"|assured|demanded|suggested"
    r"|(?:(?<=\bto\s)|(?<=\bdid\s)|(?<=would\s)|(?<=could\s)|(?<=might\s)|(?<=must\s))"
    r"(?:say|tell|write|declare|reply|answer|ask|shout|cry|exclaim|explain|add|remark|observe|announce)"
    r"|saying|telling|writing|declaring|replying|answering|asking|shouting|crying|exclaiming|explaining"
    r"|adding|remarking|observing"
    r"|announcing|repeating|muttering|whispering|concluding|calling\ out|crying\ out|said|declaimed)"
)
_TESTIMONY = (
    r"(?:account|description|picture|record|report|testimony|memoirs?|reminiscences|recollections|notes"
    r"|diary|letters?|version"
    r"|narrative|story|words|speech|reply|answer|statement|declaration|appeal|message|telegram|cable"
    r"|despatch|dispatch|note|article"
    r"|resolution|decree|oath|law|motion|instructions|warning|inscription|question|compliment|order|toast|epitaph|counsel|advice|saying|proclamation"
    r"|manifesto|protest|verdict"
    r"|comment|remark|opinion|retort|address)"
)
_GIVES = (
    rf"(?:pronounced?s?|utter(?:ed|s)|issue[ds]|deliver(?:ed|s)|publish(?:ed|es)|sends?|sent|gave|gives|made|makes|composed"
    rf"|penned|addressed|offer(?:ed|s)|passed|adopted|voted|took|swore|presented|moved|proposed|submitted|despatched|dispatched|forwarded|posted|appended"
    rf"|attached|inserted|inscribed|drew\ up|read\ out|handed)\s(?:him\s|her\s|them\s)?(?:to\ it\ )?(?:this|these|the|an?"
    rf"|his|her)\s(?:[\w-]+[\s-]){{0,3}}{_TESTIMONY}"
)
_VERB = rf"(?:{SPEECH}|{_MORE}|{_GIVES})"
_ENDS_OPEN = re.compile(
    r"(?:[,:;]|[:,]?\s?[-—–]{1,2}|\b(?:that|was|is|says?|said|writes|wrote|saying|exclaim(?:ed|ing)|cried"
    r"|crying|shouted|replied|answered|asked))\s*\Z"
)
_SPEAKS = re.compile(rf"\b{_VERB}\b(?=(?P<rest>[^.!?;“”\"]{{0,140}})\Z)", re.VERBOSE)
_SPEAKS_BESIDE = re.compile(
    rf"\b{TAG_VERB}\b(?=(?P<rest>(?:\s[\w’'-]+){{0,4}}\s?(?:[,:]|[:,]?--|[:,]?—)\s*)\Z)", re.VERBOSE
)
_VERB_FIRST = re.compile(r"\s*(?:Said|Says|Replied|Wrote|Writes|Cried|Asked|Answered)\b(?=\s+(?!by\b|to\b|that\b))")
_FOLLOWING = re.compile(r"\b(?:the\s+following|as\s+follows|in\s+these\s+words)\b[^.:;]{0,80}\.\s*\Z")
_GOES_ON = re.compile(r"(?:,|;)\s(?:and|but|then)\b|\bthat\b.*[a-z]{3,}.*:")
_RECEIVES = re.compile(
    r"\b(?:receiv|refer|allud|mention|read|found|find|hear|saw|seen|got|gets|quot|cit(?:es|ed)|know|knew|remember|recall|met"
    r"|meet|learn|copied|overheard|had|has|is|was|were|are|shows?|showed)",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being|be|am)\s+(?:\w+ly\s+)?\Z")
_REPORTED = re.compile(
    r"\b(?:reported|said|related|known|heard|supposed|alleged|provoked|obliged|compelled|forced|driven"
    r"|moved|impelled)\s+to(?:\s+have)?\s+\Z"
)
_JOINED = re.compile(
    r"(?:\b(?:and|then|but|or|to|by|in|of|without|before|on|not|not\ to)|[,;—–]|--)\s*(?:\w+ly\s+|also\s+"
    r"|thus\s+|then\s+){0,2}\Z",
    re.VERBOSE,
)
_APPOSITION = re.compile(r",(?!\s(?:and|but|or)\b)[^,.;:]{2,90},\s*\Z")
_RELATIVE = re.compile(r"\b(?:who|which|that)\s*\Z")
_BESIDE = re.compile(r"\b(?:of|and|or)\s+[A-Z][\w’-]*\Z")
_IS = re.compile(r"\s+(?:was|were|is|are|had|has|have|seems?|seemed|became|remained)\b")
_BEFORE_NOUN = re.compile(r"\b(?:by|with|of|the|their|his|her|these|those|such)\Z")
_WHEN = re.compile(r"\W*(?:When|While|As|After|Before|Once|Until|If)\b")
_WHO_ALSO = re.compile(r",?\s+who\s(?:(?!\bwho\b)[^;:])*\band(?:\s+then)?\Z")
_LEFT = re.compile(r"[;:]|\b(?:who|which|that|whom|whose|when|because|if|what)\b")
_POSSESSED = re.compile(
    rf"\b(?P<name>{NAME})[’'](?:s)?\s(?:[\w-]+\s+){{0,3}}{_TESTIMONY}\b[^.!?;“”\"]{{0,70}}\.?\s*\Z"
    rf"|\b(?P<pronoun>[Hh]is|[Hh]er)\s(?:[\w-]+\s+){{0,2}}"
    rf"{_TESTIMONY}\s(?:(?:to|on|at|in|from|of)\s[^.:;,]{{2,60}}\s)?(?:was|is|were|ran|runs|are)\b[^.!?;“”\"]{{0,30}}\Z",
    re.VERBOSE,
)
_BY = re.compile(
    rf"""\b(?:{_TESTIMONY}\s(?:of|by|from)|(?:expressed|stated|written|spoken|uttered|quoted|given|made
        |described|recorded|penned|put|told|pronounced|furnished|related|reported|sent|issued)\s
    (?:\w+ly\s|to\s\w+\s)?by)\s(?:the\s(?:[a-z]+\s){{1,2}})?(?:(?:Mrs?|Dr|M|Gen|Col|Capt)\.\s)?(?P<name>{NAME})(?![\w’'])(?P<rest>[^.!?;“”\"]{{0,80}})\.?\s*\Z""",
    re.VERBOSE,
)
_BY_ROLE = re.compile(
    rf"\b(?:[Aa]ccording\sto|[Tt]o\squote|{_TESTIMONY}\s(?:of|by|from)|(?:expressed|stated|written|told)\sby)\s(?P<role>{ROLE})(?!\s+[A-Z])"
    r"(?=[^.!?;“”\"]{0,40}\Z)",
    re.VERBOSE,
)
_ANSWERED = re.compile(r"\b(?:to|on|about|against|after|before|upon|concerning)\s(?:the\s)?(?:[A-Z]\w*\.\s)?\Z")
_INDIRECT = re.compile(
    rf"\b(?:{SPEECH}|express|thinks?|thought|convinced|believed?s?|considered|considers|pointed\ out"
    rf"|expected|hoped|feared)\b[^.!?;]{{0,40}}\bthat\b",
    re.VERBOSE,
)


def before(sentence: str) -> Cue | None:
    """Whom the sentence names that leads in to a quotation; None where it says of nobody that he speaks."""
    if inverted := _VERB_FIRST.match(sentence):
        cue = after(",”", f" {inverted[0].lower()}{sentence[inverted.end() :]}")
        return Cue(name=cue.name, role=cue.role, pronoun=cue.pronoun, at=inverted.end()) if cue else None
    if is_followed(sentence):
        sentence = f"{sentence.rstrip()[:-1]}:"
    if not _ENDS_OPEN.search(sentence):
        return _noun(sentence, ended=True)
    verbs = [found for found in _SPEAKS.finditer(sentence) if not _GOES_ON.search(found["rest"])]
    verbs = verbs or list(_SPEAKS_BESIDE.finditer(sentence))
    if verbs:
        return _subject_of(sentence, verbs[-1])
    return _noun(sentence, ended=False) or _announcing(sentence)


def is_followed(sentence: str) -> bool:
    """Whether a sentence that ends says that a quotation comes next: `He sent the following telegram.`"""
    return bool(_FOLLOWING.search(sentence))


def indirect(sentence: str) -> Cue | None:
    """Whom a sentence of reported speech reports: `he said that the mill stood still`."""
    found = _INDIRECT.search(sentence)
    if found and ";" in sentence[found.end() :]:
        return None
    return _subject_of(sentence[: found.end()], found) if found else None


def _subject_of(sentence: str, verb: re.Match[str]) -> Cue | None:
    lead = sentence[: verb.start()]
    everybody = list(mentions(sentence))
    lead = re.sub(rf"(?:\b{_ADVERB}\s+){{1,3}}\Z", "", lead, flags=re.VERBOSE)
    if _REPORTED.search(lead):
        return _main([each for each in everybody if each.end <= len(lead)])
    if _PASSIVE.search(lead) and not verb[0].startswith("convinced"):
        return SOMEBODY
    by_name = re.match(rf"{_VERB}\s+by\s", sentence[verb.start() :], re.VERBOSE)
    if by_name:
        return SOMEBODY
    lead = lead.rstrip()
    if _BEFORE_NOUN.search(lead):
        return SOMEBODY  # "directed by shouts": no verb
    relative = _RELATIVE.search(lead)
    who = _WHO_ALSO.search(lead)
    if (
        who
        and not relative
        and not any(each.is_subject and each.start > who.end() for each in everybody if each.end <= len(lead))
    ):
        return _at_end(everybody, len(lead[: who.start()].rstrip(" ,")), any_clause=True) or SOMEBODY
    if relative:
        lead = lead[: relative.start()].rstrip(" ,")
        return (not _BESIDE.search(lead) and _at_end(everybody, len(lead), any_clause=True)) or SOMEBODY
    immediate = _at_end(everybody, len(lead))
    if immediate is None and (apposition := _APPOSITION.search(lead + " " if lead.endswith(",") else "")):
        immediate = _at_end(everybody, apposition.start())
    if immediate is not None:
        return immediate
    inverted = _at_start(everybody, verb.end(), sentence)
    if inverted is not None:
        return inverted
    told = [each for each in everybody if each.end <= len(lead)]
    first = next((each for each in told if each.is_subject), None)
    if first and first.name and lead.endswith(",") and first.clause == "main" and sentence[first.end :].startswith(","):
        return _cue(first)  # "Orme, a miller whom they call the Grey, said"
    if _JOINED.search(lead) or verb[0].endswith("ing"):
        return _main(told)
    subjects = [each for each in told if each.is_subject]
    alone = (
        bool(subjects)
        and (subjects[-1].clause == "main" or (len(subjects) == 1 and bool(_WHEN.match(sentence))))
        and not _LEFT.search(lead, subjects[-1].end)
    )
    return _cue(subjects[-1]) if alone else SOMEBODY


def _at_end(everybody: list[Mention], end: int, *, any_clause: bool = False) -> Cue | None:
    """The subject that ends just there."""
    for each in everybody:
        if each.end == end:
            return _cue(each) if each.is_subject or any_clause else None
    return None


def _at_start(everybody: list[Mention], start: int, sentence: str) -> Cue | None:
    """The subject that stands behind its verb: `Said the Belgian king:`, `so said Lenin:`."""
    for each in everybody:
        if each.start >= start and not sentence[start : each.start].strip():
            return _cue(each) if sentence[each.end :].strip(" ") in (":", ",", ":--", ":—") else None
    return None


def _main(everybody: list[Mention]) -> Cue | None:
    """The last subject of a main clause, else the last of all."""
    subjects = [each for each in everybody if each.is_subject]
    main = [each for each in subjects if each.clause == "main" and (each.name or each.role or each.pronoun)] or subjects
    return _cue(main[-1]) if main else None


def _cue(mention: Mention) -> Cue:
    return Cue(name=mention.name, role=mention.role, pronoun=mention.pronoun, at=mention.start)


def _announcing(sentence: str) -> Cue | None:
    """Whom a sentence before a colon has for its only subject, whatever he does there but receive: `Wilson defended the court:`."""
    if ";" in sentence or not sentence.rstrip().endswith((":", ":--", ":—")) or _RECEIVES.search(sentence):
        return None
    subjects = [each for each in mentions(sentence) if each.is_subject]
    alone = len(subjects) == 1 and subjects[0].clause == "main"
    return _cue(subjects[0]) if alone and (subjects[0].name or subjects[0].role) else None


def acting(sentence: str) -> Cue | None:
    """Who does what the sentence before a quotation tells, where it is one person alone: `Abramovitch rose, trembling.`"""
    subjects = [each for each in mentions(sentence) if each.is_subject]
    main = {(each.name, each.pronoun) for each in subjects if each.clause == "main"}
    alone = len(main) == 1 and not any(each.name or each.role for each in subjects if each.clause != "main")
    first = next((each for each in subjects if each.clause == "main"), None)
    if first and _IS.match(sentence, first.end):
        return None
    return _cue(first) if alone and first and (first.name or first.pronoun in ("he", "she")) else None


def _noun(sentence: str, *, ended: bool) -> Cue | None:
    """Whose answer, letter or account the sentence announces."""
    stated = re.search(r"\b(?:was|were|is|are|ran|runs)\b", sentence)
    for found in _POSSESSED.finditer(sentence):
        if ended and not (stated and re.search(r"\b(?:reply|answer)\b", found[0])):
            continue
        if found["pronoun"]:
            return Cue(pronoun={"his": "he", "her": "she"}[found["pronoun"].lower()], at=found.start())
        if not _ANSWERED.search(sentence[: found.start()]):
            return Cue(name=plain_name(found["name"]))
    if not ended and (by_role := _BY_ROLE.search(sentence)):
        return Cue(role=plain_role(by_role["role"]))
    for found in _BY.finditer(sentence):
        if ended and not re.search(r"\b(?:reply|answer) of\b.*\bwas\b", found[0]):
            continue
        return Cue(name=plain_name(found["name"]))
    return None
