"""Whom the words before a quotation name as its speaker: by a name, by a role, by a pronoun, or as somebody unnamed."""

import re
from collections.abc import Sequence

from seeds.people import NAME, plain_name
from seeds.quotations import SPEECH
from seeds.voices.cues import documents, doings, entries, testimony
from seeds.voices.cues.grammar import antecedent, last_subject, subject_of
from seeds.voices.cues.inscriptions import inscribed
from seeds.voices.cues.tags import TAG_VERB, after, going_on
from seeds.voices.cues.testimony import TESTIMONY
from seeds.voices.cues.verbs import VERB
from seeds.voices.mentions.cue import SOMEBODY, Cue
from seeds.voices.mentions.roles import ROLE, can_be, plain_role
from seeds.voices.mentions.subjects import mentions

_ENDS_OPEN = re.compile(
    r"(?:[,:;]|[:,]?\s?[-—–]{1,2}|\b(?:that|was|is|words|as\ follows|cr(?:y|ies)\ of|shouts?\ of|(?:by|under)\ which"
    rf"|{VERB}(?:\ to\ (?:him|her|me|them|us))?))\s*\Z",
    re.VERBOSE,
)
_IN_CLAUSE = (
    r"(?:[^.!?;“”\"]|(?:(?<=\bMr)|(?<=\bMrs)|(?<=\bDr)|(?<=\bSt)|(?<=\bGen)|(?<=\bCol)|(?<=\b[A-Z])|(?<=[IVX]))\.)"
)
_SPEAKS = re.compile(rf"\b{VERB}\b(?=(?P<rest>{_IN_CLAUSE}{{0,140}})\Z)", re.VERBOSE)
_SPEAKS_BESIDE = re.compile(
    rf"(?<!-)\b(?!th(?:ought|inks)\s(?:\w+\s)?(?:of|about|upon|it)\b){TAG_VERB}\b(?=(?P<rest>(?:\s[\w’'-]+){{0,12}}\s?(?:[,:]|[:,]?--|[:,]?—)\s*)\Z)",
    re.VERBOSE,
)
_BRACKETS = re.compile(
    rf"\((?![^()]*\b{SPEECH}\b)[^()]{{1,80}}\)(?=\s?[a-z,])(?!\s(?:the|an?|his|her|their|he|she|they|it|we|you)\b)"
    r"|(?<=\w)(?:--|—)(?![^—-]*\b(?:was|is|were|had)\b)[^—:;.“”\"-]{2,80}(?:--|—)(?=\w)",
    re.VERBOSE,
)
"""What stands in brackets, or between dashes, and says no more than where or who somebody is."""
_CLOSED = re.compile(r"\A[^()]{0,80}\)")
"""The rest of a bracket that the sentence before opened: "p. 189.) he says"."""
_IN_WHICH = re.compile(
    r",?\sin\swhich\s(?:it\s(?:is|was)\s(?:said|stated|declared)|this\s\w+\s(?:occurs|occurred))\s?[:,](?=\s*\Z)"
)
_HONOURED = re.compile(
    r"(?<=\w\s)H(?=(?:is|er)\s(?:Imperial\s|Royal\s|Serene\s)?(?:Majesty|Excellency|Highness|Holiness|Grace|Lordship|Ladyship|Eminence|Honou?r)\b)"
)
"""The capital of a title in the midst of a sentence, which is no name: "Suddenly His Excellency laughed"."""
_ENDS_SO = re.compile(r"[:;]\s?-\s*\Z|;\s?(?:--|—)\s*\Z")
"""How some print the colon before a quotation: "as follows;-"."""
_NOTED = re.compile(r"\([^()]*\d[^()]*\),\s*\Z")
"""A place in a book or a date, before the quotation: "Orme mentions the mill (Letters, 1651),"."""
_POINTS = re.compile(r"\([^()]{1,80}\)")
_THUS = re.compile(rf"(?:\A|;\s)\W*(?:Thus|So)\s(?P<name>{NAME})(?:,[^.:;]{{2,80}})?:(?:--|—)?\s*\Z")
_ENTITLED = re.compile(r"\b(?:(?:was|is|were|are)\s(?:called|named|headed|styled)|entitled)[,:]?\s*\Z")
"""What follows is a title, and nobody's words."""
_VERB_IN = re.compile(
    r"\b(?:\w{3,}ed|was|were|is|are|had|has|said|says|reads?|runs?|ran|sent|wrote|writes|gave|came|took|made|got)\b"
)
_PAUSE = re.compile(rf"\b({SPEECH})\s?;\s*\Z", re.VERBOSE)
_SPEAKING = re.compile(
    r"\b(?:was|were|is|are)\s(?:saying|speaking|asking|telling|shouting|crying|explaining|repeating|lamenting|complaining|protesting|boasting|begging"
    r"|whispering|muttering|announcing|writing|declaring|adding|arguing|insisting|replying|answering|calling|reporting|urging|telegraphing|declaiming)\b"
)
_HANGS = re.compile(r",?\s(?:that|as|while|when|which|in|with|after|before|to|at|on|by|from)\b")
_ANEW = re.compile(r";|,\s(?:for|and|but|so|or)\b|\b(?:the\s(?:latter|former|other)|others|another)\b")
_NEXT = re.compile(
    rf"\W*(?P<first>(?:(?:First|Then|Next|Last|Finally|Lastly),?\s)?(?:came|spoke|up\srose|rose|followed\shim)\s|[Ff]ollowed\shim\s|(?:First|Then|Next|Last|Finally|Lastly),?\s)?(?:(?P<role>{ROLE})|(?!(?:Cries|Shouts|Voices?|Yells|Murmurs|Jeers)\b)(?P<name>{NAME}))(?![\w’'])"
    r"(?P<more>,\s(?:[A-Z][a-z]+,\s)?(?:an?|the|for|of|from|in|delegate|representative|member|spokesman|president)\s[^.:;]{2,120}(?=[:.])|,[^.:;]{2,60}|\s(?:for|of|from|in\sthe\sname\sof|on\sbehalf\sof)\s[^.:;,]{3,60})?[.:]\s*"
)
_VERB_FIRST = re.compile(
    r"\s*(?:(?:And\s)?(?:Thus|So|Here)\s(?:runs|ran|reads?|speaks|spoke|spake|writes|wrote|says|said|sings|sang)|Said|Says|Replied|Wrote|Writes|Cried|Asked|Answered)\b(?=\s+(?!(?:by|to|that|how|what|why|whether|if|about|for|when|where)\b))"
)
_FOLLOWING = re.compile(r"\b(?:the\s+following|as\s+follows|in\s+these\s+words)\b[^.:;]{0,80}\.\s*\Z")
_GOES_ON = re.compile(r"(?:,|;)\s(?:and|but|then)\b|\bthat\b.*[a-z]{3,}.*:")
_GIVEN = re.compile(rf"\b{TESTIMONY}\Z", re.VERBOSE)
_THAT_HE_GIVES = re.compile(r"\A\sthat\s(?:has|have|had|was|were|is|are|will|would|may|might|must)\b")
"""What is told of the words one gives: "Orme uttered words that have made his fame"."""
_ANOTHERS = re.compile(
    rf"\bthat\s(?:he|she|they|the\s[a-z]+|{NAME})\s[^:]*\b(?:the|these|this)\s(?:following\s)?{TESTIMONY}\W*\Z",
    re.VERBOSE,
)
"""The quotation is the words of one whom another tells of: `Reeve states that he wrote on the wall the words, `."""
_NO_VERB = re.compile(r"[’']s?\s\Z|(?<!-)-\Z|\bthat\sis\sto\s\Z|\bso\sto\s\Z")
_AS_IF = re.compile(r"\bas\s(?:if|though|much\sas)\sto\s(?:say|tell|ask|cry)\b[^.;:]{0,30}[,:]?(?:--|—)?\s*\Z")
"""What leads in to words that nobody says: "he shook his head, as if to say,"."""
_WHOSE = re.compile(rf",?\swhose\s(?:[a-z]+\s){{0,3}}{TESTIMONY}\s(?:was|is|were|are)[,:]?(?:--|—)?\s*\Z")
"""What leads in to the words of those of whom the main clause tells: "letters from people whose prayer was,"."""
_WITH_WORDS = re.compile(
    rf"\b(?:with|in|by)\s(?:the|these|those|this|one|a\sfew)\s(?:[a-z-]+\s){{0,2}}(?:[a-z]+-)?{TESTIMONY}\b(?!\s(?:of|by|from)\b)"
    r"[^.!?;:“”\"]{0,30}(?:[,:.]|:?\s?(?:--|—))?\s*\Z"
    r"|\bwith\s(?:the\s|a\s|loud\s)?(?:cry|cries|shouts?)\sof[,:]?\s*\Z"
)
_DONE_TO = re.compile(
    r"\bby\b|\b(?:was|were|is|are|be|been|being)\s(?:\w+ed|cast|set|cut|put|hung|written|made|sent|given|struck|found|met|borne)\b"
)
_HANGING = re.compile(r",?\s(?:(?:for|in|of|to|by|with|from|at|on)\s)?(?:which|who|whom)\s[^,]*,")
"""What is told of another than the subject."""
_WHO_DOES = re.compile(rf"\b(?P<name>{NAME}),\swho\s(?!is\b|was\b|were\b|had\b|has\b)[a-z]+\b[^,;:.]*\Z")
_BY_WHOM = re.compile(
    rf"\b(?:was|were|is|are|been)\s(?:[a-z]+\s){{1,3}}by\s(?:(?:Mrs?|Dr|M|Gen|Col)\.\s)?(?P<name>{NAME})(?:,\s[^.;:]{{2,160}})?,?\s\Z"
)
_A_NOUN = re.compile(r"\b(?:an?|the|his|her|their|this|that|no|any)\s(?:(?!\w+s\s)[a-z-]+\s)?\Z")
_THE = re.compile(r"\b(?:an?|the|his|her|their|this|that|no|any)\s\Z")
_THINGS = re.compile(
    r"(?:answer|command|comment|complaint|demand|observation|order|promise|protest|remark|report|state|urge|warn|note|cry|cries)s?"
)
_OF_HIS = re.compile(r"\b(?:his|her|their|its|the|these|those|some|any|of|in|with|by|from|many)\s(?:[a-z-]+\s)?\Z")
_PERSON = re.compile(r"\b(?:the|his|her|their|this|that|an?)\s[a-z-]+(?=\s\Z)")
_HEARSAY = re.compile(r"\sto\shave\b")
_INDIRECT = re.compile(
    rf"\b(?:{SPEECH}|express|thinks?|thought|convinced|believed?s?|considered|considers|points?\ out|pointed\ out"
    rf"|expected|hoped|feared|pronounced?s?|den(?:ies|ied)|affirm(?:s|ed)|assert(?:s|ed)|assur(?:es|ed)|maintain(?:s|ed)"
    rf"|contend(?:s|ed)|held|holds|suggest(?:s|ed)|implies|acknowledge[sd]|demand(?:s|ed)|rejoined)\b[^.!?;]{{0,40}}\bthat\b",
    re.VERBOSE,
)


_REPLIES_TO = re.compile(
    r"\b(?:replied|replies|answered|answers|responded|retorted)(?=(?:\sto)?\s[^,;:]{2,60},\swho\s(?:had\s)?(?:asked|asks|inquired|enquired|demanded|questioned)\b[^;:]*:(?:--|—)?\s*\Z)"
)
"""What is done by him who speaks, and not by the one who asked: "Orme replied to the mayor, who asked his name:"."""
_WHO_ACTS = re.compile(
    r"(?:\s\([^()]{2,40}\))?,\swho\s(?:then\s|at\sonce\s|\w+ly\s){0,2}(?!(?:was|were|is|are|be|had|has|have|would|could|did|might|may|must|should|lived|stood|lay|sat|kept|knew|held|then|he|she|they|I|we|as|in|when|with|for|to)\b)"
    r"[a-z]+\b[^,;:“”\"]*:(?:--|—)?\s*\Z"
)
"""What another than the subject does right before words are quoted: "he told Orme, who flew into a passion:"."""
_SAW = re.compile(
    r"\b(?:(?:became|become|becomes|was|is|are|passed\sinto|grew\sinto|turned\sinto|gave\srise\sto|there\s(?:is|was|arose))\s(?:soon\s|long\s|also\s|then\s)?(?:an?|the|their|our)\s(?:[a-z-]+\s){0,2}"
    r"|(?:\A\W*|[,;]\s|\b(?:[Aa]s|[Ii]n)\s)(?:[Tt]he|[Tt]hat|[Tt]his|[Aa]n?)\s(?:(?:old|common|popular|ancient|familiar|well-known|current|homely|local|national|[A-Z][a-z]+)\s){0,2}(?=(?:proverb|by-?word|adage)))"
    r"(?:proverb|by-?word|saying|adage|saw|catchword|catch-phrase)(?!\s(?:of|with|by)\b)(?:\s[a-z]+){0,4}\s?(?:[,:]|--|—|[,:]--)*\s*\Z"
)
"""What leads in to words that everybody says: "and it became a saying,"."""


def before(sentence: str) -> Cue | None:
    """Whom the sentence names that leads in to a quotation; None where it says of nobody that he speaks."""
    if _SAW.search(sentence) or _AS_IF.search(sentence):
        return SOMEBODY
    if whose := _WHOSE.search(sentence):
        return antecedent(list(mentions(sentence)), sentence[: whose.start()]) or SOMEBODY
    cue, acts = _before(sentence), _WHO_ACTS.search(sentence)
    return _of_relative(cue, sentence, sentence[: acts.start()]) if cue and cue != SOMEBODY and acts else cue


def _of_relative(cue: Cue, sentence: str, lead: str) -> Cue:
    """Whom the clause that leads in tells of, and behind whose end `lead` it begins, where the cue is the subject of the main clause."""
    everybody = list(mentions(sentence))
    end = next((each for each in everybody if each.end == len(lead)), None)
    main = any(each.clause == "main" and each.cue == cue and each.end < len(lead) for each in everybody)
    return (antecedent(everybody, lead) or SOMEBODY) if main and (end is None or not end.is_subject) else cue


def _before(sentence: str) -> Cue | None:
    sentence = _HONOURED.sub("h", _IN_WHICH.sub(":", sentence))
    sentence = _ENDS_SO.sub(":", sentence)
    noted = _NOTED.search(sentence) is not None
    sentence = _CLOSED.sub(_blank, _BRACKETS.sub(_blank, sentence), count=1)
    sentence = _POINTS.sub(lambda found: found[0].replace(".", " "), sentence)
    sentence = _PAUSE.sub(r"\1:", sentence)
    sentence = _SPEAKING.sub(lambda found: "said".ljust(len(found[0])), sentence)
    if inverted := _VERB_FIRST.match(sentence):
        cue = after(",”", f" {inverted[0].lower()}{sentence[inverted.end() :]}")
        if cue:
            return Cue(name=cue.name, role=cue.role, pronoun=cue.pronoun, at=inverted.end())
    if _ENTITLED.search(sentence):
        return None
    if entry := entries.announced(sentence):
        return entry
    if is_followed(sentence):
        sentence = f"{sentence.rstrip()[:-1]}:"
    if not _ENDS_OPEN.search(sentence):
        return testimony.announced(sentence, ended=True) or _comes_next(sentence)
    if replies := _REPLIES_TO.search(sentence):
        return subject_of(sentence, replies)
    verbs = [found for found in _SPEAKS.finditer(sentence) if _tells(sentence, found)]
    verbs = verbs or [
        each
        for each in _SPEAKS_BESIDE.finditer(sentence)
        if not (_is_noun(sentence[: each.start()], each[0]) or _ANOTHERS.search(each["rest"]))
    ]
    if not verbs and (thus := _THUS.search(sentence)):
        return Cue(name=plain_name(thus["name"]))
    if (worded := with_words(sentence)) is not None:
        return worded
    if not verbs and (next_one := _comes_next(sentence)):
        return next_one
    told = documents.speaking(sentence) or (_subject(sentence, verbs) if verbs else None)
    if told is not None and told != SOMEBODY:
        return told
    reported = indirect(sentence) if told is None and sentence.rstrip().endswith(":") else None
    announced = testimony.announced(sentence, ended=False)
    if announced or (told and not sentence.rstrip().endswith((":", ":--", ":—"))):
        return announced or inscribed(sentence) or told
    named = reported or doings.announcing(f"{sentence.rstrip()[:-1]}:" if noted else sentence)
    return named or inscribed(sentence) or told


def _subject(sentence: str, verbs: Sequence[re.Match[str]]) -> Cue | None:
    """Who is the subject of the last verb; of the one before, where a clause hangs on that in which the last stands."""
    last = verbs[-1]
    found = subject_of(sentence, last)
    if found in (None, SOMEBODY) and (same := going_on(sentence)):
        return same
    for verb in reversed(verbs[:-1]):
        between = sentence[verb.end() : last.start()]
        if found != SOMEBODY or not _HANGS.match(between) or _ANEW.search(between):
            break
        found, last = subject_of(sentence, verb), verb
    return found


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _comes_next(sentence: str) -> Cue | None:
    """Who alone makes up the sentence: `Then the mayor:`, `The spokesman for the millers:`, `Next Orme for the council.`"""
    found = _NEXT.fullmatch(sentence)
    if (
        found is None
        or _VERB_IN.search(sentence, max(found.start("role"), found.start("name")))
        or not (found["first"] or sentence.rstrip().endswith(":"))
    ):
        return None
    role = plain_role(found["role"]) if found["role"] else None
    if role:
        return Cue(role=role) if can_be("he", role) or can_be("she", role) else None
    return Cue(name=plain_name(found["name"])) if found["first"] or found["more"] else None


def _tells(sentence: str, verb: re.Match[str]) -> bool:
    """Whether the verb leads in to the quotation, and is no noun ("Orme's saying") nor a turn of phrase."""
    lead = sentence[: verb.start()]
    if _ANOTHERS.search(verb["rest"]):
        return False
    if _THINGS.fullmatch(verb[0]) and _OF_HIS.search(lead) and not _agrees(lead, verb[0]):
        return False  # "said in his comments"
    rest = _THAT_HE_GIVES.sub("", verb["rest"]) if _GIVEN.search(verb[0]) else verb["rest"]
    return not (_GOES_ON.search(rest) or _NO_VERB.search(lead) or _HEARSAY.match(verb["rest"]))


def _is_noun(lead: str, verb: str) -> bool:
    """Whether the verb may be a noun or tell of one behind these words: "the cry", "the loud cry", "the enacted law"."""
    return bool((_THE if verb.endswith("ed") else _A_NOUN).search(lead)) and not _agrees(lead, verb)


def _agrees(lead: str, verb: str) -> bool:
    """Whether one stands before the verb who does what it says and has its number: "the king answers", "the people demand"."""
    found = _PERSON.search(lead)
    one = found is not None and (can_be("he", found[0]) or can_be("she", found[0]))
    several = found is not None and can_be("they", found[0])
    return one if verb.endswith("s") else several


def is_followed(sentence: str) -> bool:
    """Whether a sentence that ends says that a quotation comes next: `He sent the following telegram.`"""
    return bool(_FOLLOWING.search(sentence))


def indirect(sentence: str) -> Cue | None:
    """Whom a sentence of reported speech reports: `he said that the mill stood still`."""
    found = _INDIRECT.search(sentence)
    if found and ";" in sentence[found.end() :]:
        return None
    return subject_of(sentence[: found.end()], found) if found else None


def with_words(sentence: str) -> Cue | None:
    """Who does something with the words that follow: `Orme left them with this advice:`; None where it may be done to him."""
    words = _WITH_WORDS.search(sentence)
    who = (_WHO_DOES.search(sentence[: words.start()]) or _BY_WHOM.search(sentence[: words.start()])) if words else None
    if who:
        return Cue(name=plain_name(who["name"]))
    if words is None:
        return None
    doing = [each for each in mentions(sentence) if each.end <= words.start()]
    last = next((each for each in reversed(doing) if each.clause == "main" or each.is_several), None)
    cue = None if last and last.is_several else last_subject(doing, sentence)
    return None if cue and _DONE_TO.search(_HANGING.sub("", sentence[cue.at : words.start()])) else cue
