"""The words behind a quotation that say who speaks: "said the king", "an officer answered", "cries Dumouriez"."""

import re

from seeds.people import NAME, plain_name
from seeds.quotations import SPEECH
from seeds.voices.mentions.cue import SOMEBODY, Cue
from seeds.voices.mentions.roles import ANYBODY, MODIFIER, ROLE, can_be, plain_role
from seeds.voices.mentions.subjects import mentions
from seeds.voices.mentions.words import TAG_VERBS

TAG_VERB = rf"(?:{SPEECH}|{'|'.join(TAG_VERBS)})"
"""A pattern, for `re.VERBOSE`, of the verbs that tell who speaks where they stand beside a quotation."""

_ADVERB = (
    r"(?:\w+ly|once|later|thus|so|now|already|then|also|had|has|have|would|could|might|again|himself|herself|soon|first"
    r"|finally|always|often|sometimes|never|may|did|at\s+last|at\s+length|at\s+once|is\s+(?:\w+ly\s+)?(?:said|reported|related|supposed|alleged)\s+to\s+have|in\s+reply|more\s+than\s+once|still|only|even|just|further|(?:was|were|is)\s+(?:\w+\s+)?(?:heard|accustomed)\s+to|(?:used|is\s+wont|was\s+wont|were\s+wont|came|kept)(?:\s+to)?|(?:tried|attempted|ventured|began|hastened|managed|contrived|sought|continued|endeavou?red)\s+to)"
)
_LEAD = r"\s*,?\s*(?:--|[—–-]|\()?\s*(?:(?:and|as|it\s+is\s+thus\s+that)\s+)?"
_ENDS = (
    r"(?:\s*(?:[,.;:!?)\]—–]|-(?!\w))|\s+[(\[]|\s+[\w-]+(?:ly|ing)\b|\s+(?:to|whose|in|at|with|who|as|when|issued|published|printed|dated|signed|addressed|from|on|by|after|before|and|while|for|of|again|always|often"
    r"|then|once|afterwards|that|which|under|upon|into|over|through|against|across|near|beside|behind|next|among|between|about|without|present|opposite|close|outside|beneath|above"
    r"|also|too|later|aloud|however|therefore|indeed|now|very|quite|rather|(?:a|an|some|one)\s(?:moment|minute|little|few|while|second|day))\b)"
)
_NOT_ONE = r"(?!the\s+(?:other|first|second|third|latter|former|last|next|two|same)\b(?!\s+[a-z]))"
_RANK = r"(?:Mrs?|Mme|Mmes|Mlle|Messrs|Dr|St|Gen|Col|Capt|Lieut|Lt|Sgt|Prof|Rev|Hon)"
_SUBJECT = (
    rf"(?:(?P<pronoun>[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]e|I)\b|(?P<role>{ROLE}|(?:[Ss]everal|[Mm]any|[Ss]ome|[Tt]wo|[Tt]hree|[Ff]our|[Aa]ll\s+the)\s+(?!of\b)(?:[a-z-]+\s+)?[a-z-]+(?:s|men)\b|(?:the|The|an?|An?|another|Another)\s+_?{NAME}_?(?={_ENDS}|\s+{_ADVERB}\s|\s+{TAG_VERB}\b)|(?:[Aa]n?|[Aa]nother)\s+(?:[a-z][a-z-]+\s+){{1,2}}{NAME}(?={_ENDS})|[Oo]ne\s+of\s+(?:them|us|the\s+[A-Z][a-z]+)\b|one\s+(?!of\b|day\b|night\b|evening\b|morning\b)(?:{MODIFIER})?(?!(?:is|was|had|has)\b)[A-Za-z][\w-]+(?={_ENDS}|\s+{_ADVERB}\s)|{_NOT_ONE}{ANYBODY}(?={_ENDS}|\s+{_ADVERB}\s"
    rf"|\s+{TAG_VERB}\b))|(?P<what>(?:the|our)\s+(?:(?=[a-z]){MODIFIER}){{1,2}})?(?:{_RANK}\.\s+)?(?P<name>{NAME}))"
)
_INVERTED = re.compile(
    rf"{_LEAD}(?:(?:{_ADVERB}|so)\s+)?{TAG_VERB}\s+(?:{_ADVERB}\s+)?{_SUBJECT}(?P<rest>.{{0,60}})",
    re.VERBOSE | re.DOTALL,
)
_PROGRESSIVE = (
    r"(?:saying|telling|explaining|shouting|crying|asking|calling|declaring|repeating|muttering|whispering|insisting|protesting|observing|remarking"
    r"|arguing|pleading|screaming|exclaiming|announcing)"
)
_NO_VERB = (
    r"(?!(?:and|but|or|who|that|which|as|when|was|were|is|are|had|has|have|be|been|did|could|would|should|might|must)\b"
    rf"|{TAG_VERB}\b)"
)
_DIRECT = re.compile(
    rf"{_LEAD}{_SUBJECT}(?:(?<=[a-z])\s+(?:in|at|near|with|from|of|on|by|beside|behind|among)\s+(?:{_NO_VERB}[\w’'-]+\s+){{0,4}}{_NO_VERB}[\w’'-]+|,\s[^,.;:“”\"]{{2,90}},|(?<=[a-z])\s+who\s[^,.;:“”\"]{{2,60}})?\s+(?:{_ADVERB}\s+){{0,3}}(?:{TAG_VERB}|engaged|holds|held|(?:puts|put|has|expresses|expressed)\s+it|(?:was|is|were|are)\s+(?:\w+ly\s+)?{_PROGRESSIVE})\b(?!\s+nothing)",
    re.VERBOSE,
)
_UNNAMED = re.compile(
    rf"{_LEAD}(?:{TAG_VERB}\s+(?:{_ADVERB}\s+)?(?:they|we|it|one|some\w*|several|many|another|a|an|the)\b"
    rf"|(?!to\s|and\sthat\s)(?:[a-z][\w’'-]*\s+){{1,7}}?(?:{_ADVERB}\s+){{0,2}}{TAG_VERB}\b)",
    re.VERBOSE,
)
_WAS_REPLY = re.compile(
    rf"{_LEAD}(?:was|is|were)\s+(?:(?P<owner>the\s+(?:[A-Za-z-]+\s+){{0,2}}?[A-Za-z-]+|[Hh](?:is|er)\s(?:Majesty|Excellency|Highness|Holiness))[’']s|(?P<name>{NAME})[’']s|(?P<his>his|her)|the|an?)\s+(?:[\w-]+,?\s+){{0,7}}?"
    rf"(?:reply|answer|response|rejoinder|retort|comment|remark|cry|question|words|complaint|exclamation|verdict|report|advice|command"
    rf"|observation|wishes|order|epigram|boast|judgment|opinion|prayer|defence|excuse|plea|maxim|warning|sneer|criticism|description|expression)\b(?:\s+(?:of|(?:given|made|asked|put|uttered|returned|raised)(?:\s+(?:me|him|them|us|her))?\s+by|(?:which|that))\s+(?:(?P<by>{ROLE})|(?:the\s[a-z-]+\s)?(?P<of>{NAME})))?",
    re.VERBOSE,
)
_WAS_USED = re.compile(
    rf"{_LEAD}(?:was|is)\s(?P<pronoun>he|she)\s(?:accustomed|wont|used|heard|reported|said)\sto\b", re.VERBOSE
)
_HEARD = re.compile(
    rf"{_LEAD}I\s(?:have\s|had\s)?(?:then\s|once\s|often\s)?(?:hear|heard)\s(?:(?P<pronoun>him|her)|(?P<role>{ROLE})|(?P<name>{NAME}))\s(?:\w+ly\s)?{TAG_VERB}\b",
    re.VERBOSE,
)
_CAME = re.compile(
    rf"{_LEAD}(?:(?:came|comes|rang\s+out|burst)\s+(?:\w+ly\s+)?from|(?P<read>(?:one|we)\s+(?:may\s+)?reads?\s+in))\s+(?:(?P<role>{ROLE})|(?P<name>{NAME})(?=[,.;:]|\s+(?:in|on|at)\b))",
    re.VERBOSE,
)
_NO_TAG = (
    r"(?!(?:is|was|has|as|his|its|this|thus|plus|versus|always|perhaps|besides|sometimes|towards|others|indeed|need)\b)"
)
_ANY_VERB = re.compile(
    rf"{_LEAD}{_NO_TAG}[a-z]{{3,}}(?:ed|s)\s(?:(?P<pronoun>he|she)|(?:{_RANK}\.\s+)?(?P<name>{NAME}))(?=\s*(?:[,;:!?—–-]|\.(?!\w)|\Z))"
)
"""Any verb tells who speaks where it stands beside the words, and nobody but its subject behind it: `“Go,” shrills Orme`."""
_APPOSED = re.compile(rf"(?:,\s+|\s+)(?P<name>{NAME})(?![\w’'])\s*(?=[,.;:!?(—–-]|\s(?:to|in|at|when|as|on)\b|\Z)")
_NEAR = 300
_GOES_ON = re.compile(
    rf"\W*{SPEECH}\s[^;:.!?“”\"]{{2,100}}?[;,]\s(?:and|but)\s(?!(?:the|an?|his|her|their|another|one|I|we|they)\b|[A-Z])",
    re.VERBOSE,
)
_COMPANY = re.compile(r"\s+(?:and|or|&)\s+(?:the\s+)?[A-ZÀ-Þ]")
_INSIDE = re.compile(
    r"[“„«\"][^()“”\"]{2,120}\(((?:says|said|replied|answered|continues|continued|writes|wrote|observes|exclaims|exclaimed)\s[^()]{3,60})\)"
)
_MARKS = re.compile(r"[“”\"]")
_NOTE_MARK = re.compile(r"\A(?:[⁰¹²³⁴-⁹]+|\s?\[(?:\d{1,3}|[A-Z])\]|\s?\([Ss]ee\s[^()]{1,40}\))")
_OPEN_INSIDE = re.compile(r"(?:[,?!—–-]|\.{3}|…)\.?[”\"»’']*\Z")


def after(quoted: str, words: str) -> Cue | None:
    """Whom a tag names that follows a quotation; None where none follows."""
    if not _OPEN_INSIDE.search(quoted) and not words.lstrip().startswith((",", "--", "—", "as ", "(")):
        return None
    words = _MARKS.sub("", unmarked(" ".join(words[:_NEAR].replace("_", " ").split())))
    if (found := _INVERTED.match(words)) and (found["pronoun"] or not words.lstrip().startswith("and ")):
        return _inverted(found)  # "and begged Orme" has him for its object
    if found := _WAS_REPLY.match(words):
        if found["his"]:
            return Cue(pronoun={"his": "he", "her": "she"}[found["his"]], at=found.start("his"))
        if found["by"]:
            return Cue(role=plain_role(found["by"]))
        if found["owner"]:
            return Cue(role=plain_role(found["owner"]))
        name = found["name"] or found["of"]
        return Cue(name=plain_name(name)) if name else SOMEBODY
    if used := _WAS_USED.match(words):
        return Cue(pronoun=used["pronoun"], at=used.start("pronoun"))
    if heard := _HEARD.match(words):
        if heard["pronoun"]:
            return Cue(pronoun={"him": "he", "her": "she"}[heard["pronoun"]], at=heard.start("pronoun"))
        return Cue(role=plain_role(heard["role"])) if heard["role"] else Cue(name=plain_name(heard["name"]))
    if (came := _CAME.match(words)) and (came["read"] or not (came["role"] and can_be("it", plain_role(came["role"])))):
        return Cue(role=plain_role(came["role"])) if came["role"] else Cue(name=plain_name(came["name"]))
    found = _DIRECT.match(words)
    anew = _opens_a_sentence(quoted, words)
    other = (
        words.lstrip(" ,").startswith("and ") and found is not None and not found["pronoun"]
    )  # `“No,” and Orme said, “Why?”`
    if found and not other and not (anew and (not found["pronoun"] or words.rstrip().endswith((",", ":")))):
        return _cue(found)
    if (beside := _ANY_VERB.match(words)) and (beside["pronoun"] or plain_name(beside["name"])):
        name = plain_name(beside["name"]) if beside["name"] else None
        return Cue(name=name, pronoun=beside["pronoun"], at=beside.start("pronoun") if beside["pronoun"] else 0)
    return SOMEBODY if _UNNAMED.match(words) else None


def inside(quoted: str) -> Cue | None:
    """Whom the quotation itself names in brackets: `“The whole town (says a traveller of those days) is of wood.”`"""
    found = _INSIDE.match(quoted)
    return after(",”", f" {found[1]},") if found else None


def going_on(sentence: str) -> Cue | None:
    """Whom a tag names that opens a sentence, which goes on about nobody else: `said the king; and then, turning to Orme, `."""
    tag = _GOES_ON.match(sentence)
    if tag is None or any(each.is_subject and (each.name or each.role) for each in mentions(sentence[tag.end() :])):
        return None
    return after(",”", f" {tag[0].strip(' .')}")


def unmarked(words: str) -> str:
    """The words behind a quotation without the mark of a note, or the reference, that opens them."""
    return _NOTE_MARK.sub("", words)


def _inverted(found: re.Match[str]) -> Cue:
    rest = found["rest"]
    if found["pronoun"]:
        return _cue(found)
    if _COMPANY.match(rest):
        return SOMEBODY
    if found["role"] and (apposed := _APPOSED.match(rest)) and (name := plain_name(apposed["name"])):
        return Cue(name=name)
    return _cue(found) if re.match(_ENDS, rest) else SOMEBODY


def _cue(found: re.Match[str]) -> Cue:
    if who := found["pronoun"]:
        return Cue(pronoun="I" if who in ("I", "we", "We") else who.lower(), at=found.start("pronoun"))
    if found["role"]:
        return Cue(role=plain_role(found["role"]))
    called = plain_role(f"{found['what']}{found['name']}") if found["what"] else None  # "the angry Lindeners"
    return Cue(name=plain_name(found["name"]), role=called)


def _opens_a_sentence(quoted: str, words: str) -> bool:
    """Whether what follows may be a sentence of its own: the quotation is complete and a capital comes next."""
    return not quoted.rstrip("”\"»’'").endswith((",", "—", "-")) and words.lstrip()[:1].isupper()
