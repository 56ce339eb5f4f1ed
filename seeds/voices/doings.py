"""Who does something in the sentence before a quotation, though it does not say that he speaks."""

import re

from seeds.voices.cue import Cue
from seeds.voices.roles import can_be, is_new
from seeds.voices.subjects import Mention, mentions, subject_at
from seeds.voices.testimony import TESTIMONY
from seeds.voices.verbs import ADVERB

_SHORT = 120
_BRIEF = 60
_GESTURE = re.compile(
    r"\s(?:\w+ly\s|only\s|just\s)?(?:sighed|laughed|laughs|nodded|nods|smiled|smiles|shrugged|shrugs|frowned|grinned|hesitated|paused|bowed|winked"
    r"|chuckled|shook\s(?:his|her)\shead|threw\sup\s(?:his|her)|scratched\s(?:his|her)|interrupted|burst\sout|flushed|reflected"
    r"|was\s(?:annoyed|indignant|angry|furious|pleased|amused|delighted|sceptical|skeptical|emphatic|cynical|hopeful|pessimistic|optimistic))\b"
)
_SPOKE = re.compile(
    r"\b(?:declared|announced|addressed|replied|answered|responded|exclaimed|protested|retorted|wrote|writes|explained)\b"
    r"(?=[^.!?;“”\"]{0,140}\.\s*\Z)(?!.*\b(?:that|how|why|whether|if|a\sbook|book)\b)"
)
_RECEIVES = re.compile(
    r"\b(?:(?:receiv|refer|allud|mention|read|find|hear|quot|know|remember|recall|meet|learn|overheard)\w*"
    r"|(?:found|saw|seen|got|gets|cites|cited|knew|met|copied|had|has|is|was|were|are|shows?|showed)\b)",
    re.IGNORECASE,
)
_HIS_WRITING = re.compile(rf"(?P<whose>his|her)\s(?:[a-z-]+\s){{0,2}}{TESTIMONY}\b")
_PROGRESSIVE = re.compile(r"\b(?:was|were|is|are)\s(?=\w+ing\b)")
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
    lead = re.sub(rf"(?:\b{ADVERB}\s+){{1,3}}\Z", "", sentence[: verbs[-1].start()], flags=re.VERBOSE).rstrip()
    return subject_at(list(mentions(sentence)), len(lead))


def announcing(sentence: str) -> Cue | None:
    """Whom a sentence before a colon has for its only subject, whatever he does there but receive: `Wilson defended the court:`."""
    sentence = _PROGRESSIVE.sub("", sentence)
    ends = (":", ":--", ":—", "--", "—") if len(sentence) <= _BRIEF else (":", ":--", ":—")
    if ";" in sentence or not sentence.rstrip().endswith(ends) or _RECEIVES.search(sentence):
        return None
    subjects = [each for each in mentions(sentence) if each.is_subject]
    alone = len(subjects) == 1 and subjects[0].clause == "main"
    known = alone and (subjects[0].name or subjects[0].role or subjects[0].pronoun in ("he", "she"))
    his = _HIS_WRITING.match(subjects[0].role or "") if known else None
    if his:
        return Cue(pronoun={"his": "he", "her": "she"}[his["whose"]], at=subjects[0].start)
    return subjects[0].cue if known else None


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
    if any(_IS.match(sentence, each.end) for each in subjects):
        return None
    return first.cue if alone and first and (first.name or first.pronoun in ("he", "she")) else None
