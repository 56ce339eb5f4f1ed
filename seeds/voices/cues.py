"""Whom the words before a quotation name as its speaker: by a name, by a role, by a pronoun, or as somebody unnamed."""

import re

from seeds.people import NAME, plain_name
from seeds.quotations import SPEECH
from seeds.voices import doings, testimony
from seeds.voices.cue import SOMEBODY, Cue
from seeds.voices.provisions import provision
from seeds.voices.roles import anybody_at_end, is_new
from seeds.voices.subjects import Mention, mentions, subject_at
from seeds.voices.tags import TAG_VERB, after
from seeds.voices.testimony import TESTIMONY
from seeds.voices.verbs import ADVERB, VERB
from seeds.voices.words import ROLES, WRITINGS

_ENDS_OPEN = re.compile(
    r"(?:[,:;]|[:,]?\s?[-—–]{1,2}|\b(?:that|was|is|says?|said|writes|wrote|saying|exclaim(?:ed|ing)|cried"
    r"|crying|shouted|replied|answered|asked|words|as\ follows|cr(?:y|ies)\ of|shouts?\ of))\s*\Z"
)
_IN_CLAUSE = r"(?:[^.!?;“”\"]|(?:(?<=\bMr)|(?<=\bMrs)|(?<=\bDr)|(?<=\bSt)|(?<=\bGen)|(?<=\bCol)|(?<=\b[A-Z]))\.)"
_SPEAKS = re.compile(rf"\b{VERB}\b(?=(?P<rest>{_IN_CLAUSE}{{0,140}})\Z)", re.VERBOSE)
_SPEAKS_BESIDE = re.compile(
    rf"(?<!-)\b{TAG_VERB}\b(?=(?P<rest>(?:\s[\w’'-]+){{0,7}}\s?(?:[,:]|[:,]?--|[:,]?—)\s*)\Z)", re.VERBOSE
)
_BRACKETS = re.compile(
    rf"\((?![^()]*\b{SPEECH}\b)[^()]{{1,80}}\)(?=\s?[a-z,])(?!\s(?:the|an?|his|her|their|he|she|they|it|we|you)\b)"
    r"|(?<=\w)(?:--|—)(?![^—-]*\b(?:was|is|were|had)\b)[^—:;.“”\"-]{2,80}(?:--|—)(?=\w)",
    re.VERBOSE,
)
"""What stands in brackets, or between dashes, and says no more than where or who somebody is."""
_POINTS = re.compile(r"\([^()]{1,80}\)")
_THUS = re.compile(rf"(?:\A|;\s)\W*(?:Thus|So)\s(?P<name>{NAME})(?:,[^.:;]{{2,80}})?:(?:--|—)?\s*\Z")
_VERB_FIRST = re.compile(r"\s*(?:Said|Says|Replied|Wrote|Writes|Cried|Asked|Answered)\b(?=\s+(?!by\b|to\b|that\b))")
_FOLLOWING = re.compile(r"\b(?:the\s+following|as\s+follows|in\s+these\s+words)\b[^.:;]{0,80}\.\s*\Z")
_GOES_ON = re.compile(r"(?:,|;)\s(?:and|but|then)\b|\bthat\b.*[a-z]{3,}.*:")
_ANOTHERS = re.compile(
    rf"\bthat\s(?:he|she|they|the\s[a-z]+|{NAME})\s[^:]*\b(?:the|these|this)\s(?:following\s)?{TESTIMONY}\W*\Z",
    re.VERBOSE,
)
"""The quotation is the words of one whom another tells of: `Reeve states that he wrote on the wall the words, `."""
_NO_VERB = re.compile(r"[’']s?\s\Z|-\Z|\bthat\sis\sto\s\Z|\bso\sto\s\Z")
_WITH_WORDS = re.compile(
    rf"\b(?:with|in)\s(?:the|these|those|this)\s(?:[a-z-]+\s){{0,2}}(?:[a-z]+-)?(?:{TESTIMONY}|expression|exclamation)\b(?!\s(?:of|by|from)\b)"
    r"[^.!?;:“”\"]{0,30}(?:[,:.]|:?\s?(?:--|—))?\s*\Z"
    r"|\bwith\s(?:the\s|a\s|loud\s)?(?:cry|cries|shouts?)\sof[,:]?\s*\Z"
)
_PLAINLY = (
    rf"(?:{SPEECH}|asserted|asserts|affirmed|affirms|maintained|maintains|demanded|demands|decreed|decrees|resolved|resolves"
    r"|rejoined|ejaculated|threatened|vowed|(?:say|tell|write|declare|ask|shout|exclaim|add|observe|repeat))"
)
_A_NOUN = re.compile(r"\b(?:an?|the|his|her|their|this|that|no|any)\s(?:(?!\w+s\s)[a-z-]+\s)?\Z")
_THINGS = re.compile(
    r"(?:answer|command|comment|complaint|demand|observation|order|promise|protest|remark|report|state|urge|warn|note|cry|cries)s?"
)
_OF_HIS = re.compile(r"\b(?:his|her|their|its|the|these|those|some|any|of|in|with|by|from|many)\s(?:[a-z-]+\s)?\Z")
_HEARSAY = re.compile(r"\sto\shave\b")
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being|be|am)\s+(?:\w+ly\s+)?\Z")
_REPORTED = re.compile(
    r"\b(?:reported|said|related|known|heard|supposed|alleged|provoked|obliged|compelled|forced|driven"
    r"|moved|impelled)\s+to(?:\s+have)?\s+\Z|\b(?:reported|quoted|represented)\s+as\s+(?:having\s+)?\Z"
)
_JOINED = re.compile(
    r"(?:\b(?:and|then|but|or|to|by|in|of|without|before|on|not|not\ to)|[,;—–]|--)\s*(?:\w+ly\s+|also\s+"
    r"|thus\s+|then\s+){0,2}\Z",
    re.VERBOSE,
)
_APPOSITION = re.compile(r",(?!\s(?:and|but|or)\b)[^,.;:]{2,90},\s*\Z")
_RELATIVE = re.compile(r"\b(?:who|which|that)\s*\Z")
_BESIDE = re.compile(r"\b(?:of|and|or)\s+(?:the\s+)?[A-Z][\w’-]*\Z")
_CAUSED = re.compile(
    r"\b(?:made|makes|led|leads|caused|forced|obliged|compelled|induced|heard|hear|did|does|let|moved|drove|prompted|provoked)"
    r"\s(?:poor\s|even\s|(?:Mr|Mrs|Dr)\.\s)?\Z"
)
_DYING = re.compile(r"\s(?:when|while|on|after|before)\s\w+ing(?:\s\w+){0,4}\Z")
_OF_PLACE = re.compile(r",\sof\s[A-Z][\w’-]+\Z")
_OWNED = re.compile(r"\b([a-z-]+)\s+\Z")
_TAKES_OBJECT = re.compile(r"(?:tell|told|ask|assur|remind|beg|urg|warn|address|call|implor|answer|interrupt)\w*")
_OF = re.compile(r"\b(?:of|and|or)\s+\Z", re.IGNORECASE)
_NOT_SUBJECT = re.compile(
    r"\b(?:of|and|or|nor|so|to|by|with|from|for|against|than|at|in|on|about|like|into|over|as|whom|which|that|down|up|through|across|around"
    r"|behind|before|after|under|along|near|past|towards?|upon|during|within|without|between|among|beside|beneath|off|out|to\s[a-z]+)\s+\Z",
    re.IGNORECASE,
)
_BODY = re.compile(r"\b([Ii]t|[Tt]hey)\Z")
_BEFORE_NOUN = re.compile(r"\b(?:by|with|of|the|their|his|her|these|those|such)\Z")
_WHEN = re.compile(r"\W*(?:When|While|As|After|Before|Once|Until|If)\b")
_WHO_ALSO = re.compile(r",?\s+who\s(?:(?!\bwho\b)[^;:])*\band(?:\s+then)?\Z")
_LEFT = re.compile(r"[;:]|\b(?:who|which|that|whom|whose|when|because|if|what)\b")
_INDIRECT = re.compile(
    rf"\b(?:{SPEECH}|express|thinks?|thought|convinced|believed?s?|considered|considers|pointed\ out"
    rf"|expected|hoped|feared)\b[^.!?;]{{0,40}}\bthat\b",
    re.VERBOSE,
)


def before(sentence: str) -> Cue | None:
    """Whom the sentence names that leads in to a quotation; None where it says of nobody that he speaks."""
    sentence = _BRACKETS.sub(lambda found: " " * len(found[0]), sentence)
    sentence = _POINTS.sub(lambda found: found[0].replace(".", " "), sentence)
    if inverted := _VERB_FIRST.match(sentence):
        cue = after(",”", f" {inverted[0].lower()}{sentence[inverted.end() :]}")
        return Cue(name=cue.name, role=cue.role, pronoun=cue.pronoun, at=inverted.end()) if cue else None
    if is_followed(sentence):
        sentence = f"{sentence.rstrip()[:-1]}:"
    if not _ENDS_OPEN.search(sentence):
        return testimony.announced(sentence, ended=True)
    verbs = [found for found in _SPEAKS.finditer(sentence) if _tells(sentence, found)]
    verbs = verbs or [
        each for each in _SPEAKS_BESIDE.finditer(sentence) if not _A_NOUN.search(sentence[: each.start()])
    ]
    if not verbs and (thus := _THUS.search(sentence)):
        return Cue(name=plain_name(thus["name"]))
    if (worded := with_words(sentence)) is not None:
        return worded
    told = provision(sentence) or (_subject_of(sentence, verbs[-1]) if verbs else None)
    if told is not None and told != SOMEBODY:
        return told
    reported = indirect(sentence) if told is None and sentence.rstrip().endswith(":") else None
    return testimony.announced(sentence, ended=False) or told or reported or doings.announcing(sentence)


def _tells(sentence: str, verb: re.Match[str]) -> bool:
    """Whether the verb leads in to the quotation, and is no noun ("Orme's saying") nor a turn of phrase."""
    lead = sentence[: verb.start()]
    if _ANOTHERS.search(verb["rest"]):
        return False
    if _THINGS.fullmatch(verb[0]) and _OF_HIS.search(lead):
        return False  # "said in his comments"
    return not (_GOES_ON.search(verb["rest"]) or _NO_VERB.search(lead) or _HEARSAY.match(verb["rest"]))


def is_followed(sentence: str) -> bool:
    """Whether a sentence that ends says that a quotation comes next: `He sent the following telegram.`"""
    return bool(_FOLLOWING.search(sentence))


def indirect(sentence: str) -> Cue | None:
    """Whom a sentence of reported speech reports: `he said that the mill stood still`."""
    found = _INDIRECT.search(sentence)
    if found and ";" in sentence[found.end() :]:
        return None
    return _subject_of(sentence[: found.end()], found) if found else None


def with_words(sentence: str) -> Cue | None:
    """Who does something with the words that follow: `Orme left them with this advice:`; None where it may be done to him."""
    words = _WITH_WORDS.search(sentence)
    if words is None or re.search(r"\bby\b|\b(?:was|were|is|are|be|been)\s\w+ed\b", sentence[: words.end()]):
        return None
    doing = [each for each in mentions(sentence) if each.end <= words.start()]
    last = next((each for each in reversed(doing) if each.clause == "main" or each.is_several), None)
    return None if last and last.is_several else _main(doing)


def _subject_of(sentence: str, verb: re.Match[str]) -> Cue | None:
    lead = sentence[: verb.start()]
    everybody = list(mentions(sentence))
    lead = re.sub(rf"(?:\b{ADVERB}\s+){{1,3}}\Z", "", lead, flags=re.VERBOSE)
    if caused := _caused(sentence, everybody, lead):
        return caused
    if _REPORTED.search(lead):
        return _main([each for each in everybody if each.end <= len(lead)])
    if _PASSIVE.search(lead) and not verb[0].startswith("convinced"):
        return SOMEBODY
    by_name = re.match(rf"{VERB}\s+by\s", sentence[verb.start() :], re.VERBOSE)
    if by_name:
        return SOMEBODY
    lead = lead.rstrip()
    if _BEFORE_NOUN.search(lead):
        return SOMEBODY  # "directed by shouts": no verb
    relative = _RELATIVE.search(lead)
    who = _WHO_ALSO.search(lead)
    behind = who.start() + len(", who ") if who else 0
    later = [each for each in everybody if each.clause == "main" and behind < each.start < each.end <= len(lead)]
    if who and not relative and later and not any(each.name or each.role for each in later):
        return SOMEBODY  # "Orme, who was tried, and a stranger came and said"
    if who and not relative and not later:
        doing = [each for each in everybody if each.clause == "main" and each.end < who.start()]
        if doing and lead.rstrip().endswith(", and"):
            return _main(doing)  # "he saw Orme, who was there, and said"
        return subject_at(everybody, len(lead[: who.start()].rstrip(" ,")), any_clause=True) or SOMEBODY
    if relative:
        lead = _OF_PLACE.sub("", lead[: relative.start()].rstrip(" ,"))
        named = subject_at(everybody, len(lead), any_clause=True) or (
            _described(lead, relative=True) if relative[0].strip() == "who" else None
        )
        return (not _is_beside_another(lead) and named) or SOMEBODY
    if third := _BODY.search(lead):
        return Cue(pronoun=third[1].lower(), at=third.start())
    immediate = subject_at(everybody, len(lead)) or subject_at(everybody, len(_DYING.sub("", lead)))
    if immediate is None and (apposition := _APPOSITION.search(lead + " " if lead.endswith(",") else "")):
        apposed = next((each for each in everybody if each.end == apposition.start()), None)
        plain = apposed is not None and not _NOT_SUBJECT.search(lead[: apposed.start])
        immediate = subject_at(everybody, apposition.start(), any_clause=plain)
    if immediate is not None and immediate != Cue(at=immediate.at):
        return immediate
    inverted = None if _TAKES_OBJECT.fullmatch(verb[0]) else _at_start(everybody, verb.end(), sentence)
    if inverted is not None:
        return inverted
    described = _described(lead) if re.fullmatch(_PLAINLY, verb[0], re.VERBOSE) else None
    if described or immediate:
        return described or SOMEBODY
    told = [each for each in everybody if each.end <= len(lead)]
    first = next((each for each in told if each.is_subject), None)
    if first and first.name and lead.endswith(",") and first.clause == "main" and sentence[first.end :].startswith(","):
        return first.cue  # "Orme, a miller whom they call the Grey, said"
    if _JOINED.search(lead) or verb[0].endswith("ing"):
        return _main(told)
    subjects = [each for each in told if each.is_subject]
    alone = (
        bool(subjects)
        and (subjects[-1].clause == "main" or (len(subjects) == 1 and bool(_WHEN.match(sentence))))
        and not _LEFT.search(lead, subjects[-1].end)
    )
    return subjects[-1].cue if alone else SOMEBODY


def _described(lead: str, *, relative: bool = False) -> Cue | None:
    """One who is called what no list of roles knows, where the words end with him: "the parlour-maid", "the stout chandler"."""
    role = anybody_at_end(lead)
    before = lead[: len(lead) - len(role)] if role else ""
    return Cue(role=role) if role and not (_OF if relative else _NOT_SUBJECT).search(before) else None


def _caused(sentence: str, everybody: list[Mention], lead: str) -> Cue | None:
    """Whom another makes or hears speak: "this led Orme to say", "vainly did Orme exclaim"."""
    end = len(re.sub(r"(?:\s(?:to|once|\w+ly))?\s*\Z", "", lead))
    who = next((each for each in everybody if each.end == end), None)
    return who.cue if who and who.cue != Cue(at=who.start) and _CAUSED.search(sentence[: who.start]) else None


def _is_beside_another(lead: str) -> bool:
    """Whether the name at the end of the words tells whose somebody is, so that "who" may be either: "the son of Orme, who"."""
    found = _BESIDE.search(lead)
    owned = _OWNED.search(lead[: found.start()]) if found and found[0].startswith("of") else None
    return found is not None and (owned is None or owned[1] in ROLES | WRITINGS or owned[1].endswith("s"))


def _at_start(everybody: list[Mention], start: int, sentence: str) -> Cue | None:
    """The subject that stands behind its verb: `Said the Belgian king:`, `so said Lenin:`."""
    for each in everybody:
        if each.start >= start and not sentence[start : each.start].strip():
            return each.cue if sentence[each.end :].strip(" ") in (":", ",", ":--", ":—") else None
    return None


def _main(everybody: list[Mention]) -> Cue | None:
    """The last subject of a main clause, else the last of all."""
    subjects = [each for each in everybody if each.is_subject]
    main = [each for each in subjects if each.clause == "main" and (each.name or each.role or each.pronoun)] or subjects
    if not main or any(each.start > main[-1].end and is_new(each.role or "") and each.free for each in everybody):
        return None  # "the moment he came a miller took his arm, exclaiming"
    return main[-1].cue
