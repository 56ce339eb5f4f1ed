"""What the words around a quotation tell of its speaker, and whom that means."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from seeds.people import People
from seeds.people.words import GIVEN, WOMEN
from seeds.structure.layout import Paragraph
from seeds.voices.antecedents.reference import flat, meant, sentences, unflat
from seeds.voices.cues import announcements, attributions, beside, doings, floor, lead_ins, reports, sources, tags
from seeds.voices.mentions.cue import SOMEBODY, Cue
from seeds.voices.mentions.roles import head_of
from seeds.voices.mentions.subjects import Mention
from seeds.voices.mentions.titles import is_title, titled
from seeds.voices.mentions.words import ROLES, WRITINGS
from seeds.voices.speech.audience import heard
from seeds.voices.speech.hearers import others
from seeds.voices.speech.narrative import NEAR, Narrative

AUTHOR = ""
"""Stands for the speaker where the text says "I"."""

_NUMBERED = re.compile(r"\[\d{1,3}\]|\*\s")
_NOTE = re.compile(r"\[(?:Footnote|FN)\b[^:]{0,8}:")
_SENTENCE = re.compile(r"[“„«\"][\W_]*[A-ZÀ-ÞА-ЯЁ].*[.!?…—-]['’)\]_]*[”»“\"]", re.DOTALL)
_CITATION = re.compile(r"\s*(?:—|-{1,2})_?[A-Z]")
_HEADED = re.compile(r"\b(?:headed|entitled|called|styled|signed)[,:]?\s*\Z")
"""What is quoted behind it is a title or a headline, and nobody's turn to speak."""
_ANSWERS = re.compile(
    r"\W*(?:he|she)\s(?:\w+ly\s|only\s)?(?:answered|replied|rejoined|retorted|responded)\b[^.;:]{0,60}[,:]\s*"
)
_ANNOUNCES = (":", ",", "-", "—")
_ABOVE = 8
"""Paragraphs above, of those not quoted from first to last, in which it is looked for whom a pronoun means."""
_BESIDE = 200
_BESIDE_IT = 2
"""Paragraphs on either side in which the same label may stand."""
_INITIAL = re.compile(r"[B-HJ-LN-Z]\.?\Z")
_TOLD = 160
_BODIES = frozenset({"congress", "parliament", "reichstag", "convocation"})
"""Bodies that need no article."""
_ONE_OF_TWO = frozenset({"the one", "the other", "the former", "the latter"})
"""What says only which of two it is, and not who."""
_DOCUMENT = 12
"""Words of a quotation that may be the letter or the speech of which the sentence before it spoke."""
_TITLE = 3
"""Words of what is no speech, but a title or a name."""
_FAR = 40
"""Paragraphs above of any kind."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """A cue, and where in the author's words it names somebody: at `until` of those of paragraph number `paragraph`.

    `acts` says that the one named does something there and is not said to speak.
    """

    cue: Cue
    paragraph: int = 0
    until: int = 0
    acts: bool = False


def stated(read: Sequence[Narrative], k: int, n: int) -> Evidence | None:
    """What is said of the speaker of quotation n of paragraph k; None where nothing is."""
    each = read[k]
    named = None if _is_tag_of_last(each, n) else each.quoted[n].speaker
    tag = tags.after(each.quotation(n), each.after(n)) or tags.inside(each.quotation(n)) or _acting(each, n)
    if (
        tag
        and tag.pronoun
        and is_answered(each, n)
        and (asks := _led_in(read, k, n))
        and (asks.cue.name or asks.cue.role)
    ):
        return asks
    if named or tag is None:
        label = _label(each, n)
        if tag is None and (newspaper := attributions.dated(label) or attributions.labelled_paper(label)):
            return Evidence(cue=Cue(role=newspaper))
        led_in = Evidence(cue=tag) if tag else _led_in(read, k, n)
        name = named or attributions.labelled(label)
        if led_in is None or led_in.cue == SOMEBODY or _is_told_of(each, n):
            name = name or attributions.signed(each.after(n))
        if led_in:
            return Evidence(cue=Cue(name=name, role=led_in.cue.role or _initial(named, each.words))) if name else led_in
        name = name or attributions.sourced(each.after(n))
        labels = (
            each.before(m)
            for each in read[max(0, k - _BESIDE_IT) : k + 1 + _BESIDE_IT]
            for m in range(len(each.quoted))
        )
        role = attributions.labelled_role(label) or attributions.labelled_part(label, labels)
        return Evidence(cue=Cue(name=name, role=role or _initial(named, each.words))) if name or role else None
    return Evidence(cue=tag, paragraph=k, until=each.begin(n))


def is_answered(each: Narrative, n: int) -> bool:
    """Whether quotation n is led in to, and the words behind it say who answers it with the next: `Orme cried, “Go,” he answered, “No.”`"""
    before = each.before(n).rstrip()
    return (
        n + 1 < len(each.quoted) and before.endswith((",", ":")) and _ANSWERS.fullmatch(each.before(n + 1)) is not None
    )


def _is_told_of(each: Narrative, n: int) -> bool:
    """Whether the sentence before quotation n ended, so that a name behind it tells more, but where it cites whose letter it is."""
    own = sentences(each.before(n))
    return bool(own) and own[-1].rstrip().endswith((".", "…")) and sources.cited(flat(own[-1])) is None


def _is_tag_of_last(each: Narrative, n: int) -> bool:
    """Whether a dash parts the words that say who spoke quotation n - 1 from quotation n: `“Why?” asked Orme.--“Because.”`; or
    whether they go on about another: `“Nonsense!” said he to Orme, who asked for his pay, “go home.”`
    """
    before = each.before(n)
    if n == 0 or len(sentences(before)) != 1 or not before.rstrip().endswith((".—", ".--", ",")):
        return False
    tag = tags.after(each.quotation(n - 1), before)
    return tag is not None and (
        not before.rstrip().endswith(",") or (tag.pronoun is not None and " who " in flat(before))
    )


def _acting(each: Narrative, n: int) -> Cue | None:
    """Who does something between quotation n and the next, with which it goes on, or right behind it where it stands for itself."""
    quoted, told = each.quotation(n), each.before(n).rstrip()
    goes_on = n + 1 < len(each.quoted) and beside.interrupting(quoted, each.before(n + 1), each.quotation(n + 1))
    alone = not told or told.endswith((".", "!", "?", "…"))
    return goes_on or (beside.acting(quoted, each.after(n)) if alone else None)


def _label(each: Narrative, n: int) -> str:
    """What may be a label before quotation n; a name with a comma is one only where a sentence stands for itself behind it."""
    words = each.before(n)
    return words if not words.rstrip().endswith(",") or (n == 0 and _stands_alone(each, n)) else ""


def _led_in(read: Sequence[Narrative], k: int, n: int) -> Evidence | None:
    each, before = read[k], read[k].before(n)
    own = sentences(before)
    if _is_tag_of_last(each, n):
        return None
    if not own:
        return (announced(read[:k]) or _ended(read, k)) if n == 0 else None
    is_ended, goes_on = own[-1].rstrip().endswith((".", "…")), not each.quoted[n].closed
    last = flat(own[-1])
    cue = (
        sources.cited(last) or lead_ins.before(last) or (lead_ins.indirect(last) if is_ended and not goes_on else None)
    )
    alone = (
        cue is None
        and is_ended
        and (_stands_alone(each, n) or _is_cited(each, n) or (goes_on and each.quotation(n)[1:2].isupper()))
    )
    cue = doings.spoke(last) or doings.gesture(last) or lead_ins.with_words(last) if alone else cue
    if cue is None and alone and len(each.quotation(n).split()) >= _DOCUMENT:
        cue = announcements.ended(last) or floor.taken(last)
    if cue is None and alone and _may_be_reported(each, n) and (reported := reports.going_on(own)):
        at, cue = reported
        until = each.begin(n) - len(before) + before.rfind(own[at]) + unflat(own[at], cue.at)
        return Evidence(cue=cue, paragraph=k, until=until)
    acts = cue is None and alone and not heard(last) and not _is_cited(each, n)
    cue = doings.acting(last) if acts and len(last) <= _TOLD else cue
    if acts and cue and cue.name and cue.name.split()[-1] in each.quotation(n):
        return None  # nobody names himself
    until = each.begin(n) - len(before) + before.rfind(own[-1]) + (unflat(own[-1], cue.at) if cue else 0)
    return Evidence(cue=cue, paragraph=k, until=until, acts=acts) if cue else None


def _ended(read: Sequence[Narrative], k: int) -> Evidence | None:
    """What the sentence that ends the paragraph above says of the speaker of paragraph k, which is quoted from its start."""
    above = read[k - 1] if k else None
    titles = above is not None and all(
        _HEADED.search(above.part.text, 0, above.begin(n)) or len(above.quotation(n).split()) <= _TITLE
        for n in range(len(above.quoted))
    )
    last = above.sentences[-1] if above and above.sentences and titles else ""
    long = read[k].opens_quoted and len(read[k].quotation(0).split()) >= _DOCUMENT
    if (
        not above
        or read[k].heading
        or not long
        or not last.rstrip().endswith(".")
        or tags.after(read[k].quotation(0), read[k].after(0))
    ):
        return None
    told = flat(last)
    cue = floor.taken(told) or announcements.ended(told) or doings.spoke(told)
    until = above.words.rfind(last) + unflat(last, cue.at) if cue else 0
    return Evidence(cue=cue, paragraph=k - 1, until=until) if cue else None


def _may_be_reported(each: Narrative, n: int) -> bool:
    """Whether quotation n may give what was reported before it: it is long, and no question, which may be another's."""
    quoted = each.quotation(n)
    return len(quoted.split()) >= _DOCUMENT and "?" not in quoted[-3:]


def _stands_alone(each: Narrative, n: int) -> bool:
    """Whether quotation n is a sentence of its own."""
    quoted, after = each.quotation(n), each.after(n)
    return bool(_SENTENCE.fullmatch(quoted)) and not re.match(r"\s*[,;a-z—-]", after)


def _is_cited(each: Narrative, n: int) -> bool:
    """Whether quotation n is a sentence of its own, behind which a dash and a reference say where it stands."""
    return bool(_SENTENCE.fullmatch(each.quotation(n)) and _CITATION.match(each.after(n)))


def announced(above: Sequence[Narrative]) -> Evidence | None:
    """What the last of these paragraphs says of the speaker of what stands below it."""
    last = above[-1].sentences[-1] if above and above[-1].sentences else ""
    if above and above[-1].ends_quoted:
        return None  # its end is the tag of what stands there: `“Go,” he said, “and--”`
    if not last.rstrip().endswith(_ANNOUNCES) and not lead_ins.is_followed(flat(last)):
        return None
    cue = lead_ins.before(flat(last))
    until = above[-1].words.rfind(last) + unflat(last, cue.at) if cue else 0
    return Evidence(cue=cue, paragraph=len(above) - 1, until=until) if cue else None


def resolved(read: Sequence[Narrative], evidence: Evidence | None, people: People) -> str | None:
    """The speaker whom the evidence means, `AUTHOR` for the one who writes; None where it is not certain."""
    if evidence is None:
        return None
    cue = evidence.cue
    if cue.pronoun == "I":
        return AUTHOR
    if cue.role in _ONE_OF_TWO:
        return None
    if cue.pronoun:
        cue = _risen(read, evidence) or _meant(read, evidence, cue.pronoun, people) or cue
    if cue.name:
        if _is_namesake(
            read[evidence.paragraph].words[max(0, evidence.until - _BESIDE) : evidence.until + _BESIDE],
            cue.name,
            people,
        ):
            return None
        is_guessed = evidence.cue.pronoun is not None and " " not in cue.name
        speaks = not (evidence.acts or is_guessed or cue.name.casefold() in ROLES | WRITINGS)
        named = people.speaker(cue.name, speaks=speaks) if not evidence.acts or people.is_person(cue.name) else None
        body = cue.name if cue.name.casefold() in _BODIES and not evidence.acts else None
        told = (evidence.until or evidence.paragraph) and not evidence.acts
        return named or cue.role or body or (_initial(cue.name, read[evidence.paragraph].words) if told else None)
    bearer = titled(cue.role, _told(read, evidence), people) if cue.role and is_title(cue.role) else None
    return bearer or (_whole(cue.role, read[evidence.paragraph].words) if cue.role and not evidence.acts else None)


def _risen(read: Sequence[Narrative], evidence: Evidence) -> Cue | None:
    """Whom "he" means behind the quotation that opens a paragraph: the one named who begins to speak where the paragraph above ends."""
    k = evidence.paragraph
    above = read[k - 1] if k and evidence.cue.pronoun == "he" else None
    first = read[k].opens_quoted and not read[k].words[: evidence.until].strip(" .\r\n")
    if above is None or not first or above.quoted or not above.sentences:
        return None
    cue = floor.taken(flat(above.sentences[-1]))
    return cue if cue and cue.name else None


def _whole(role: str, words: str) -> str:
    """The role without what a newspaper's name in quotation marks leaves, blank in the words: "of the Linden" for "Linden Boat"."""
    cut = role.rpartition(" of the ")
    person = cut[0] and head_of(cut[0]) not in WRITINGS
    left = (
        person
        and cut[2].isalpha()
        and cut[2][0].isupper()
        and re.search(rf"\bof\s+the\s+{re.escape(cut[2])}[ \r\n]{{7,}}", words)
    )
    return cut[0] if left else role


def _initial(name: str | None, words: str) -> str | None:
    """The initial by which somebody is called, with its full stop: "K. said"; None for any other name, and for "H. K."."""
    if name is None or not _INITIAL.match(name):
        return None
    alone = re.search(rf"(?<![A-Z]\.)(?<![A-Z]\.\s)\b{name[0]}\b(?!\.?\s?[A-Z]\b)", words)
    return f"{name[0]}." if alone else None


def _is_namesake(words: str, name: str, people: People) -> bool:
    """Whether the words speak of a woman of that surname, and the text names a man in full who bears it: "Mrs. Orme" is not he."""
    woman = re.search(rf"\b(?:Mrs|Miss|Mme|Madame|Lady)\b\.?\s(?:[A-Z]\w*\s)?{re.escape(name)}\b", words)
    full = people.speaker(name) if woman and len(name.split()) == 1 else None
    return full is not None and full != name and full.split()[0].casefold() in GIVEN - WOMEN


def introduced(above: Sequence[Paragraph], people: People) -> str | None:
    """The speaker whom the last of these paragraphs announces for what is set below it."""
    read = [Narrative.of(part) for part in above[-_FAR:]]
    evidence = announced(read)
    unknown = evidence is not None and evidence.cue.pronoun == "it"  # "It ran thus": one wrote it
    return None if unknown else resolved(read, evidence, people) or None


def told_below(read: Sequence[Narrative], k: int, people: People) -> str | None:
    """The speaker whom the words below the last quotation of paragraph k name, where a speech ends there."""
    following = read[k].after(len(read[k].quoted) - 1)
    if not following.strip() and k + 1 < len(read):
        following = read[k + 1].part.text[:NEAR]
    cue = attributions.told_below(following)
    return ((people.speaker(cue.name) if cue.name else None) or cue.role) if cue else None


def _meant(read: Sequence[Narrative], evidence: Evidence, pronoun: str, people: People) -> Cue | None:
    told = [sentence.replace("\r\n", " ").replace("\n", " ") for sentence in _told(read, evidence)]
    names = [each.name for each in not_meant(read, evidence, pronoun) if each.name]
    return meant(pronoun, told[-1], told[:-1], people.without(*names) if names else people)


def not_meant(read: Sequence[Narrative], evidence: Evidence, pronoun: str) -> Sequence[Mention]:
    """Who is another than the one whom the pronoun of the evidence means, as what stands behind it tells."""
    each, until = read[evidence.paragraph], evidence.until
    quoted = next((n for n in range(len(each.quoted)) if each.end(n) > until), None)
    return others(pronoun, each.words[until:], each.quotation(quoted)) if quoted is not None else []


def _told(read: Sequence[Narrative], evidence: Evidence) -> list[str]:
    """The sentences before the place where somebody is named, the last as far as that place."""
    k = evidence.paragraph
    words = read[k].words[max(0, evidence.until - NEAR) : evidence.until]
    own = sentences(words)
    opening = own.pop() if own and not words.rstrip().endswith((".", "!", "?")) else ""
    first = k if _NUMBERED.match(read[k].part.text) else max(0, k - _FAR)
    telling = [each for each in read[first:k] if each.sentences and not _is_note(each)][-_ABOVE:]
    above = [sentence for each in telling for sentence in each.sentences]
    told = [*above, *own, opening]
    noted = max((n for n, sentence in enumerate(told) if _NOTE.search(sentence)), default=-1)
    return told if noted < 0 else [_NOTE.split(told[noted])[-1], *told[noted + 1 :]]  # a note speaks of its own persons


def _is_note(each: Narrative) -> bool:
    """Whether the paragraph is a note from first to last, of which those below say nothing."""
    return bool(_NOTE.match(each.part.text)) and each.part.text.endswith("]")
