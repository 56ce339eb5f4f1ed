"""Who does something in the sentence before a quotation, though it does not say that he speaks."""

import re

from seeds.quotations import SPEECH
from seeds.voices.cues.grammar import subject_of
from seeds.voices.cues.testimony import TESTIMONY
from seeds.voices.cues.verbs import GIVES
from seeds.voices.mentions.cue import SOMEBODY, Cue
from seeds.voices.mentions.roles import can_be, is_new
from seeds.voices.mentions.subjects import Mention, mentions

_SHORT = 120
_BRIEF = 60
_GESTURE = re.compile(
    r"(?:,\s[^,;:“”\"]{3,80},)?\s(?:\w+ly\s|only\s|just\s)?(?:was\son\s(?:his|her)\sfeet|sprang\sup|jumped\sup|sighed|laughed|laughs|nodded|nods|smiled|smiles|shrugged|shrugs|frowned|grinned|hesitated|paused|bowed|winked"
    r"|chuckled|shook\s(?:his|her)\shead|threw\sup\s(?:his|her)|scratched\s(?:his|her)|interrupted|burst\sout|flushed|reflected"
    r"|was\s(?:annoyed|indignant|angry|furious|pleased|amused|delighted|sceptical|skeptical|emphatic|cynical|hopeful|pessimistic|optimistic))\b"
)
_SPOKE = re.compile(
    r"\b(?:declared|announced|addressed|replied|answered|responded|exclaimed|protested|retorted|wrote|writes|explained|shouted|cried|whispered|muttered|complained|roared|yelled|sneered|burst\sout|broke\sin|begged|pleaded|moaned|stammered|murmured|objected|telegraphed|denounced|reprove[ds]|rebuke[ds]|ridiculed|apostrophi[sz]e[ds]|harangue[ds]"
    r"|thundered|plied|inveighed|lamented|began\sto\s(?:boast|complain|lament|plead|argue|protest|speak|harangue)|thus\s(?:sums\sup|summed\sup|describes|described|defines|defined|relates|expresses|speaks|characteri[sz]es|addressed|addresses))\b"
    r"(?=[^.!?;“”\"]{0,140}\.\s*\Z)(?!.*\b(?:that|how|why|whether|if|a\sbook|book)\b)"
    rf"|\b{SPEECH}(?=\.\s*\Z)|\b(?:(?:describe|record)(?:s|d|ed)?|{GIVES})\b(?=[^.!?;“”\"]{{0,140}}\.\s*\Z)(?!.*\b(?:that|how|why|whether|if|book)\b)",
    re.VERBOSE,
)
_RECEIVES = re.compile(
    r"\b(?:(?:receiv|refer|allud|mention|read|find|hear|quot|know|remember|recall|meet|learn|overheard)\w*"
    r"|(?:found|saw|seen|got|gets|cites|cited|knew|met|copied|(?:had|has)(?!\s(?:\w+ly\s)?(?:\w+ed|given|put|shown|told|set|made|written|spoken)(?<!annexed)(?<!attached)\b)|is|was|were|are|shows?|showed)\b)",
    re.IGNORECASE,
)
_HIS_WRITING = re.compile(rf"(?P<whose>his|her)\s(?:[a-z-]+\s){{0,2}}{TESTIMONY}\b")
_ITS_AUTHORS = re.compile(
    r"\A(?:this|the|an?|another|my|our)\s(?:[a-z]+\s)?(?:message|letter|telegram|note|dispatch|despatch|reply|answer|order|speech|appeal)\Z"
)
"""What runs so is the words of one who wrote it."""
_IS_HOW = re.compile(r"\W*(?:This|That|Here|Such|And\sthis)\s(?:is|was)\s(?:how|what|the\sway(?:\sin\swhich)?)\s")
_PROGRESSIVE = re.compile(r"\b(?:was|were|is|are)\s(?=\w+ing\b)")
_WHICH = re.compile(r"\b(?:which|whom)\s\Z")
_IS = re.compile(r"\s+(?:was|were|is|are|had|has|have|seems?|seemed|became|remained)\b")


def gesture(sentence: str) -> Cue | None:
    """Who laughs, nods or sighs in the short sentence before a quotation, or appears there: `The ferryman shrugged.`, `An old man rose.`"""
    first = next(mentions(sentence), None)
    short = first is not None and first.clause == "main" and len(sentence) <= _SHORT
    moves = short and first and (_GESTURE.match(sentence, first.end) or _appears(first, sentence))
    return first.cue if first and moves and (first.name or first.role or first.pronoun in ("he", "she")) else None


def _appears(first: Mention, sentence: str) -> bool:
    """Whether the sentence tells first of a person whom nobody has spoken of, and of what he does."""
    if first.start or not first.role or not is_new(first.role) or _IS.match(sentence, first.end):
        return False
    others = any(each.is_subject and each.start for each in mentions(sentence))
    return not others and (can_be("he", first.role) or can_be("she", first.role))


def spoke(sentence: str) -> Cue | None:
    """Who spoke or wrote, as a sentence tells that ended before his words: `Orme addressed the council at great length.`"""
    verbs = list(_SPOKE.finditer(sentence))
    if not verbs:
        return None
    cue = subject_of(sentence, verbs[-1])
    return cue if cue and cue != SOMEBODY else None


def announcing(sentence: str) -> Cue | None:
    """Whom a sentence before a colon has for its only subject, whatever he does there but receive: `Wilson defended the court:`."""
    begun = sentence.rfind("; ") + 2 if "; " in sentence else 0  # what stands before tells something else
    cue = _doing(_PROGRESSIVE.sub(lambda found: " " * len(found[0]), sentence[begun:]))
    return cue and Cue(name=cue.name, role=cue.role, pronoun=cue.pronoun, at=cue.at + begun)


def _doing(sentence: str) -> Cue | None:
    """The same of a sentence in which no semicolon stands."""
    ends = (":", ":--", ":—", "--", "—") if len(sentence) <= _BRIEF else (":", ":--", ":—")
    if not sentence.rstrip().endswith(ends) or _RECEIVES.search(_IS_HOW.sub("", sentence)):
        return None
    subjects = [each for each in mentions(sentence) if each.is_subject]
    subjects = subjects[:1] + [each for each in subjects[1:] if not _beside(each, sentence)]
    alone = len(subjects) == 1 and (
        subjects[0].clause == "main" or bool(_IS_HOW.fullmatch(sentence[: subjects[0].start]))
    )
    known = alone and (subjects[0].name or subjects[0].role or subjects[0].pronoun in ("he", "she"))
    if known and _ITS_AUTHORS.search(subjects[0].role or ""):
        return None
    his = _HIS_WRITING.match(subjects[0].role or "") if known else None
    if his:
        return Cue(pronoun={"his": "he", "her": "she"}[his["whose"]], at=subjects[0].start)
    return subjects[0].cue if known else None


def _beside(mention: Mention, sentence: str) -> bool:
    """Whether it only says more of the subject, between commas, or is "they" in a clause: "Orme, the best of them, telephoned:"."""
    between = sentence[: mention.start].endswith(", ") and "," in sentence[mention.end :]
    plain = not (mention.name or mention.role or mention.pronoun)
    return plain and (between if not mention.is_several else mention.clause == "subordinate")


def acting(sentence: str) -> Cue | None:
    """Who does what the sentence before a quotation tells, where it is one person alone: `Abramovitch rose, trembling.`"""
    subjects = [each for each in mentions(sentence) if each.is_subject]
    first = subjects[0] if subjects else None
    opens = first is not None and first.start == 0  # what is told of things behind him is told of what he does
    main = {
        (each.name, each.pronoun)
        for each in subjects
        if each.clause == "main" and (not opens or each.name or each.pronoun)
    }
    alone = len(main) == 1 and not any(each.name or each.role for each in subjects if each.clause != "main")
    first = next((each for each in subjects if each.clause == "main"), None)
    if any(_IS.match(sentence, each.end) and not _WHICH.search(sentence[: each.start]) for each in subjects):
        return None
    return first.cue if alone and first and (first.name or first.pronoun in ("he", "she")) else None
