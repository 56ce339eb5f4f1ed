"""Whom the words before and after a quotation name as its speaker: by a name, by a pronoun, or as somebody unnamed."""

import re
from dataclasses import dataclass

from seeds.people import NAME, plain_name
from seeds.quotations import SPEECH
from seeds.voices.subjects import Mention, mentions


@dataclass(frozen=True, kw_only=True, slots=True)
class Cue:
    """A speaker as words near a quotation name him: `name`, or `pronoun` at offset `at` of those words; else somebody unnamed."""

    name: str | None = None
    pronoun: str | None = None
    at: int = 0


SOMEBODY = Cue()
"""One who speaks and is not named."""

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
    r"|epitaph|counsel|advice|saying|words|speech|order|proclamation|manifesto|protest|toast|verdict"
    r"|comment|remark|opinion|retort|address)"
)
_GIVES = (
    rf"(?:pronounced|uttered|issued|delivered|published|sent|gave|made|composed|penned|addressed)\s(?:this"
    rf"|these|the|an?|his|her)\s(?:\w+\s){{0,3}}{_TESTIMONY}"
)
_VERB = rf"(?:{SPEECH}|{_MORE}|{_GIVES})"
_ENDS_OPEN = re.compile(
    r"(?:[,:;]|[:,]?\s?[-—–]{1,2}|\b(?:that|was|is|says?|said|writes|wrote|saying|exclaim(?:ed|ing)|cried"
    r"|crying|shouted|replied|answered|asked))\s*\Z"
)
_SPEAKS = re.compile(rf"\b{_VERB}\b(?=(?P<rest>[^.!?;“”\"]{{0,140}})\Z)", re.VERBOSE)
_GOES_ON = re.compile(r"(?:,|;)\s(?:and|but|then)\b|\bthat\b.*[a-z]{3,}.*:")
_RECEIVES = re.compile(
    r"\b(?:receiv|read|found|find|hear|saw|seen|got|gets|quot|cit(?:es|ed)|know|knew|remember|recall|met"
    r"|meet|learn|copied|overheard|had|has|is|was|were|are|shows?|showed)",
    re.IGNORECASE,
)
_TAG_VERB = re.compile(
    rf"\s*[,—–-]{{0,2}}\s*(?:{SPEECH}|quoth|rejoined|returned|ran)\s+(?P<subject>he|she|I|they|we|it|the"
    rf"|an?|one|his|her|some\w*|several|many|another)\b",
    re.VERBOSE,
)
_TAG_PRONOUN = re.compile(rf"\s*[,—–-]{{0,2}}\s*(?P<subject>he|she|I)\s+(?:{_ADVERB}\s+){{0,3}}{_VERB}\b", re.VERBOSE)
_TAG_OTHER = re.compile(rf"\s*[,—–-]{{0,2}}\s*(?:[a-z][\w’'-]*\s+){{1,7}}?(?:{_ADVERB}\s+){{0,2}}{_VERB}\b", re.VERBOSE)
_OPEN_INSIDE = re.compile(r"(?:[,?!—–-]|\.{3}|…)\.?[”\"»’']*\Z")
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
_APPOSITION = re.compile(r",[^,.;:]{2,90},\s*\Z")
_RELATIVE = re.compile(r"\b(?:who|which|that)\s*\Z")
_POSSESSED = re.compile(
    rf"\b(?P<name>{NAME})[’'](?:s)?\s(?:[\w-]+\s+){{0,3}}{_TESTIMONY}\b[^.!?;“”\"]{{0,70}}\.?\s*\Z"
    rf"|\b(?P<pronoun>[Hh]is|[Hh]er)\s(?:[\w-]+\s+){{0,2}}"
    rf"{_TESTIMONY}\s(?:was|is|were|ran|runs|are)\b[^.!?;“”\"]{{0,30}}\Z",
    re.VERBOSE,
)
_BY = re.compile(
    rf"""\b(?:{_TESTIMONY}\s(?:of|by|from)|(?:expressed|stated|written|spoken|uttered|quoted|given|made
        |described|recorded|penned|put|told|pronounced)\s
    (?:\w+ly\s)?by)\s(?:the\s(?:[a-z]+\s){{1,2}})?(?P<name>{NAME})(?![\w’'])(?P<rest>[^.!?;“”\"]{{0,80}})\.?\s*\Z""",
    re.VERBOSE,
)
_ANSWERED = re.compile(r"\b(?:to|on|about|against|after|before|upon|concerning)\s(?:the\s)?(?:[A-Z]\w*\.\s)?\Z")
_LABEL = re.compile(
    rf"\s*_?(?P<name>{NAME})_?(?:\s\([^)]{{1,30}}\))?(?:[.:]|[.:]?_?\s?(?:--|—)|,(?:\s[a-z]+(?:ly)?,)?)_?\s*\Z",
    re.VERBOSE,
)
_SIGNED = re.compile(
    rf"\s*\.?\s?\[?(?:--|—|–)\s?_?(?:(?:Mr|Mrs|Dr)\.\s)?(?P<name>{NAME})_?(?=[\],.:;]|\s*\Z)", re.VERBOSE
)
_SUCH = re.compile(
    rf"""\s*(?:\d{{1,2}}\.\s)?(?:(?:Such|These)\s(?:was|were)\s(?:the\s)?(?:[a-z]+\s)?(?:\w+\s)?(?:of|by\swhich
        |with\swhich|in\swhich)\s(?:the\s[a-z]+\s)?(?P<a>{NAME})
    |(?:Thus|So)\s(?:spoke|spake|said|wrote|asked|answered)\s(?P<b>{NAME})|(?:Thus|So)\s(?P<c>{NAME})\s(?:spoke|spake|said|wrote)
    |(?:With|At)\sthese\swords,?\s(?P<d>{NAME})\s
    |(?:When|As\ssoon\sas(?:\sever)?|As|After)\s(?P<e>{NAME})\s(?:had\s)?(?:thus\s|so\s)?(?:spoken|spoke|said
        |ended|finished|made)\b[^.,]{{0,20}}\b(?:so|thus|this|these|speech)\b
    |(?:--|—)?\s?This\s(?P<f>{NAME})\s(?:wrote|said)\b
    |(?:After|Upon)\s(?:this|these)\s(?:discourse|speech|words|address),?\swhich\s(?P<g>{NAME})\s
    |(?:This|Such)\swas\s(?P<h>{NAME})[’']s?\s(?:speech|address|answer|reply|discourse|letter))""",
    re.VERBOSE,
)
_INDIRECT = re.compile(
    rf"\b(?:{SPEECH}|express|thinks?|thought|convinced|believed?s?|considered|considers|pointed\ out"
    rf"|expected|hoped|feared)\b[^.!?;]{{0,40}}\bthat\b",
    re.VERBOSE,
)


def after(quoted: str, words: str) -> Cue | None:
    """Whom a tag names that follows a quotation; None where none follows."""
    open_ = bool(_OPEN_INSIDE.search(quoted)) or words.lstrip().startswith((",", "--", "—"))
    if not open_:
        return None
    for pattern in (_TAG_VERB, _TAG_PRONOUN):
        if found := pattern.match(words):
            who = found["subject"]
            return (
                Cue(pronoun=who if who == "I" else who.lower(), at=found.start("subject"))
                if who.lower() in ("he", "she", "i")
                else SOMEBODY
            )
    return SOMEBODY if _TAG_OTHER.match(words) else None


def before(sentence: str) -> Cue | None:
    """Whom the sentence names that leads in to a quotation; None where it says of nobody that he speaks."""
    if not _ENDS_OPEN.search(sentence):
        return _noun(sentence, ended=True)
    verbs = [found for found in _SPEAKS.finditer(sentence) if not _GOES_ON.search(found["rest"])]
    if verbs:
        return _subject_of(sentence, verbs[-1])
    return _noun(sentence, ended=False) or _announcing(sentence)


def labelled(words: str) -> str | None:
    """The name that stands as a label before a quotation: `Lenin. "No."`, `_Morning Post._--"A book."`."""
    found = _LABEL.fullmatch(words)
    return plain_name(found["name"]) if found else None


def signed(words: str) -> str | None:
    """The name that stands behind a quotation, after a dash."""
    found = _SIGNED.match(words)
    return plain_name(found["name"]) if found else None


def told_below(words: str) -> str | None:
    """The name in the sentence below a speech that says whose it was: `Such were the words of Diodotus.`"""
    found = _SUCH.match(words)
    return plain_name(next(name for name in found.groups() if name)) if found else None


def indirect(sentence: str) -> Cue | None:
    """Whom a sentence of reported speech reports: `he said that the mill stood still`."""
    found = _INDIRECT.search(sentence)
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
    relative = _RELATIVE.search(lead)
    if relative:
        lead = lead[: relative.start()].rstrip(" ,")
        return _at_end(everybody, len(lead), any_clause=True) or SOMEBODY
    immediate = _at_end(everybody, len(lead))
    if immediate is None and (apposition := _APPOSITION.search(lead + " " if lead.endswith(",") else "")):
        immediate = _at_end(everybody, apposition.start())
    if immediate is not None:
        return immediate
    inverted = _at_start(everybody, verb.end(), sentence)
    if inverted is not None:
        return inverted
    if _JOINED.search(lead) or verb[0].endswith("ing"):
        return _main([each for each in everybody if each.end <= len(lead)])
    return SOMEBODY


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
    main = [each for each in subjects if each.clause == "main" and (each.name or each.pronoun)] or subjects
    return _cue(main[-1]) if main else None


def _cue(mention: Mention) -> Cue:
    return Cue(name=mention.name, pronoun=mention.pronoun, at=mention.start)


def _announcing(sentence: str) -> Cue | None:
    """Whom a sentence before a colon has for its only subject, whatever he does there but receive: `Wilson defended the court:`."""
    if not sentence.rstrip().endswith((":", ":--", ":—")) or _RECEIVES.search(sentence):
        return None
    subjects = [each for each in mentions(sentence) if each.is_subject]
    alone = len(subjects) == 1 and subjects[0].clause == "main"
    return Cue(name=subjects[0].name) if alone and subjects[0].name else None


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
    for found in _BY.finditer(sentence):
        if ended and not re.search(r"\b(?:reply|answer) of\b.*\bwas\b", found[0]):
            continue
        return Cue(name=plain_name(found["name"]))
    return None
