"""Quotations as somebody's turns to speak: pieces that belong together, across paragraphs, and who speaks them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from seeds.people import People
from seeds.quotations import Quotation, is_tag
from seeds.structure.layout import Paragraph
from seeds.voices import cues, tags
from seeds.voices.evidence import resolved, stated, told_below
from seeds.voices.narrative import Narrative
from seeds.voices.reference import flat, sentences
from seeds.voices.sole import any_one

_MAX_EXCHANGE = 6
_NEAR = 40
_AUDIENCE = re.compile(
    r"[\s(\[.]*(?:[\w,’'\s-]{0,60}\b(?:[Aa]pplause|[Ll]aughter|[Cc]heer(?:s|ing)|[Hh]oots|[Jj]eers|[Uu]proar|[Tt]umult|[Hh]isses|[Mm]urmurs"
    r"|[Ss]ensation)\b[\w,’'\s-]{0,60}[.!…]*[)\]]?\s*)+"
)
_ITEM = re.compile(r"[\s.]*\(?(?:[2-9]|1\d|[b-h])[.)]\s*")
_ASKED = re.compile(
    r"\b(?:asked|told|turned\sto|addressed|(?:said|spoke|called)\sto)\s(?:the|an?|another|his|her|my|[A-ZÀ-Þ][\w.’-]*)\b"
)
_REPLIES = re.compile(r"\b(?:repl(?:y|ie)|answer|retort|rejoin|respond|return|ask)")


@dataclass(kw_only=True, slots=True)
class Turn:
    """Pieces between quotation marks, each with its paragraph, and their speaker.

    `speaker` is None where nobody is named, `AUTHOR` where it is the one who writes; `told` says whether the words around
    it tell who speaks at all.
    """

    pieces: list[tuple[Paragraph, Quotation]] = field(default_factory=list)
    speaker: str | None = None
    told: bool = False

    @property
    def goes_on(self) -> bool:
        """Whether its last piece is not closed."""
        return not self.pieces[-1][1].closed


def turns(paragraphs: Sequence[Paragraph], people: People) -> list[Turn]:
    """All turns in order."""
    read = [Narrative.of(part) for part in paragraphs]
    made: list[Turn] = []
    going_on: Turn | None = None
    exchange: list[Turn] = []  # the turns of the paragraphs just before, each of which is one turn
    for k, each in enumerate(read):
        if not each.quoted:
            going_on, exchange = None, []
            continue
        found = _turns_of(read, k, going_on if each.opens_quoted else None, people)
        above = next((j for j in (k - 1, k - 2) if j >= 0 and not _AUDIENCE.fullmatch(read[j].part.text)), None)
        if made and above is not None and read[above].quoted and found[0] is not going_on:
            _take_up(each, 0, made[-1], found[0], goes_on=above < k - 1)
        last = found[-1]
        if not last.goes_on and last.speaker is None:
            last.speaker = told_below(read, k, people)
            last.told = last.told or last.speaker is not None
        begun = [turn for turn in found if turn is not going_on]
        exchange = _exchanged(each, begun, exchange, read[k - 1].words if k else "")
        made += begun
        going_on = last if last.goes_on else None
    return made


def _turns_of(read: Sequence[Narrative], k: int, going_on: Turn | None, people: People) -> list[Turn]:
    """The turns of paragraph k; the first is the one that goes on from above, where that is so."""
    each = read[k]
    found = [going_on] if going_on else []
    for n, quotation in enumerate(each.quoted):
        if (n == 0 and going_on) or (n and _is_same_turn(each, n)):
            found[-1].pieces.append((each.part, quotation))
        else:
            found.append(_begun(read, k, n, people, found[-1] if found else None))
            if n:
                _take_up(each, n, found[-2], found[-1])
    return found


def _take_up(each: Narrative, n: int, last: Turn, turn: Turn, *, goes_on: bool = False) -> None:
    """Gives a turn the speaker of the one before where it is the next item of a list, or only the audience was heard between.

    `goes_on` says that the audience was heard in a paragraph of its own.
    """
    before = each.before(n)
    next_to_it = bool(_ITEM.fullmatch(before) or _AUDIENCE.fullmatch(before) or (goes_on and not before.strip()))
    if turn.speaker is None and not turn.told and last.speaker and next_to_it:
        turn.speaker, turn.told = last.speaker, True


def _is_same_turn(each: Narrative, n: int) -> bool:
    """Whether nothing, or only words that say who speaks, stands between this quotation and the one before it."""
    between, first = each.before(n), each.quotation(n - 1)
    tag, own = tags.unmarked(between).strip(), tags.after(each.quotation(n), each.after(n))
    if (own and own.pronoun is None) or (tag.endswith(("—", "--")) and each.quotation(n)[1:2].isupper()):
        return False
    if not tag or each.is_term(n - 1) or _is_led_in_anew(each, n, tag) or _is_answer(each, n, tag):
        return False
    if is_tag(between) and not first[:-1].endswith("."):
        return True
    if each.quotation(n)[1:2].islower() and tag.endswith((",", ";", ":", "—", "--")) and tags.after(first, between):
        return True
    said = each.quoted[n - 1].speaker is not None or tags.after(first, between) is not None
    return said and tag.endswith(".") and ";" not in tag and len(sentences(f"{tag} A")) == 2


def _is_led_in_anew(each: Narrative, n: int, tag: str) -> bool:
    """Whether a complete quotation was led in, so that the sentence behind it leads in to quotation n: `asked, “Why?” Orme said, “No.”`"""
    led_in = each.before(n - 1).rstrip().endswith((",", ":")) and each.quotation(n - 1)[-2:-1] in (".", "!", "?")
    cue = cues.before(flat(sentences(tag)[-1])) if led_in and tag[:1].isupper() and sentences(tag) else None
    return cue is not None and (cue.name is not None or cue.role is not None)


def _is_answer(each: Narrative, n: int, tag: str) -> bool:
    """Whether a sentence that does not say who spoke the quotation before leads in to quotation n: `Orme cried, “Why?” I said, “No.”`"""
    first = each.quotation(n - 1)
    anew = tag[:1].isupper() and tag.endswith((",", ":")) and first[-2:-1] in ("!", "?")
    claimed = each.quoted[n - 1].speaker is not None or tags.after(first, each.before(n)) is not None
    return anew and each.quotation(n)[1:2].isupper() and not claimed


def _begun(read: Sequence[Narrative], k: int, n: int, people: People, last: Turn | None) -> Turn:
    """The turn that begins with quotation n of paragraph k; `last` is the one before it there.

    "He" is still the one who spoke last where nobody else is spoken of since, and nobody is said to reply.
    """
    evidence = stated(read, k, n)
    speaker = resolved(read, evidence, people)
    pronoun = evidence.cue.pronoun if evidence else None
    if (
        speaker is None
        and pronoun
        and last
        and last.speaker
        and not _REPLIES.search(f"{read[k].before(n)} {read[k].after(n)[:_NEAR]}")
    ):
        told = sentences(read[k].before(n))
        same_sex = people.is_woman(last.speaker) == (pronoun == "she")
        speaker = last.speaker if same_sex and pronoun in ("he", "she") and not any_one(pronoun, told, people) else None
    piece = (read[k].part, read[k].quoted[n])
    return Turn(pieces=[piece], speaker=speaker, told=evidence is not None)


def _exchanged(each: Narrative, begun: Sequence[Turn], exchange: list[Turn], above: str) -> list[Turn]:
    """The exchange as it goes on with this paragraph: where two take turns, a turn that nobody claims is that of the one before last.

    Not where the words `above` say that another is asked: `I asked the woman.`
    """
    if not each.opens_quoted or len(begun) != 1:
        return []
    turn = begun[0]
    silent = not turn.told and not each.words.strip(" .\r\n")
    if silent and not _ASKED.search(above) and 1 < len(exchange) < _MAX_EXCHANGE:
        first, second = (each.speaker for each in exchange[-2:])
        if first is not None and second is not None and first != second:
            turn.speaker, turn.told = first, True
    return [*exchange, turn] if turn.told else []
