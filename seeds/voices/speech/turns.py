"""Quotations as somebody's turns to speak: pieces that belong together, across paragraphs, and who speaks them."""

import re
from collections.abc import Mapping, Sequence

from seeds.people import People
from seeds.quotations import is_tag
from seeds.structure.layout import Paragraph
from seeds.voices.antecedents.disjoint import is_among
from seeds.voices.antecedents.reference import flat, sentences
from seeds.voices.antecedents.sole import any_one, is_about_his_own
from seeds.voices.cues import beside, lead_ins, tags
from seeds.voices.mentions.cue import SOMEBODY
from seeds.voices.mentions.roles import can_mean
from seeds.voices.mentions.subjects import mentions
from seeds.voices.speech.audience import heard, interrupted, is_between
from seeds.voices.speech.citations import cited
from seeds.voices.speech.cries import cried
from seeds.voices.speech.evidence import is_answered, not_meant, resolved, stated, told_below
from seeds.voices.speech.exchange import REPLIES, alternating, anybody_else, called, partner, the_other
from seeds.voices.speech.headings import addressed, headed, sectioned
from seeds.voices.speech.narrative import Narrative
from seeds.voices.speech.penned import penned
from seeds.voices.speech.resumed import resumed
from seeds.voices.speech.signatures import signed
from seeds.voices.speech.talks import fill
from seeds.voices.speech.turn import Turn

_BEFORE = 12
"""Turns before one that are looked at."""
_NEAR = 40
_AGAIN = re.compile(
    r"[\W_]*(?:(?:And|Then|But|Also|Or)\b,?\s?)?(?:(?:yet\s|once\s)?(?:again|further|furthermore|elsewhere|finally|lastly|moreover|also|more)"
    r"|in\sanother\s(?:place|letter|passage)|(?:a\slittle\s)?later(?:\son)?|at\slast|to\sconclude)?\b[,:;.]*(?:--|—)?\s*",
    re.IGNORECASE,
)
_ASKED = re.compile(r"[^.!?;]*\b(?:ask|inquire|enquire)(?:s|d|ed)?\b(?!\s(?:me|us)\b)[^!?;]*\.[—–-]*\s*")
_ADDS = re.compile(r"\b(?:add|continue)(?:s|d|ed)\b|\b(?:goes|went)\son\b")
_ANSWER = re.compile(r"[“„«\"](?:Oh|Yes|No|Not|Only|Certainly|Never|None|Nothing|Nobody|Because|Impossible)\b")
_LEFT_OUT = re.compile(r"[\s.]*(?:\.\s?\.\s?\.|…)[\s.]*")
_BROKEN_OFF = re.compile(
    rf"\s*(?:[a-z][\w’'-]*\s){{0,4}}(?:he|she)\s(?!{tags.TAG_VERB}\b|was\s)[^.!?:;“”\"]{{3,80}}[,:]\s*", re.VERBOSE
)
"""What one does who breaks off and goes on: “It is--” he raised his fist, “I say”."""
_WE = re.compile(r"\b(?:I|[Ww]e|[Oo]thers|[Aa]nother|[Ss]ome|[Mm]any|[Vv]oices?|[Oo]ne)\b")
_MARKS = ("“", "„", "«", '"')
_SPEECH = 20
"""Words of a paragraph of a speech."""
_LONG = 12
"""Words of a quotation that is more than a cry."""
_BETWEEN = 3
"""Sentences of the author between two quotations of one speaker."""
_SAYS = re.compile(rf"\b{tags.TAG_VERB}\b", re.VERBOSE)
_GOES_ON = re.compile(
    r"\W*(?:He|She)\s(?:(?:paused|stopped|hesitated|sighed|was\ssilent)(?:\s[\w\s]{2,30})?,?\s(?:and\s)?)?(?:\w+ly\s|then\s){0,2}(?:went\son|continued|resumed|proceeded)\b[^.;:]{0,60}[.:,]\s*"
)
_ITEM = re.compile(r"[\s.]*\(?(?:[2-9]|1\d|[b-h])[.)]\s*")


def turns(paragraphs: Sequence[Paragraph], people: People, headings: Mapping[int, str] | None = None) -> list[Turn]:
    """All turns in order; `headings` are the words of the headings right above a paragraph, by its start."""
    read = [Narrative.of(part, (headings or {}).get(part.start, "")) for part in paragraphs]
    made: list[Turn] = []
    places: list[tuple[Turn, int, int]] = []
    going_on: Turn | None = None
    for k, each in enumerate(read):
        if going_on and not each.opens_quoted:
            _sign(going_on, read, k - 1, people)
        beyond = going_on if going_on and (is_between(read, k) or _is_left_open(read, k, going_on, people)) else None
        if not each.quoted:
            going_on = beyond
            continue
        before = made[-_BEFORE:]
        found = _turns_of(read, k, before, going_on if each.opens_quoted else None, people)
        if made and found[0] is not going_on and read[k - 1].quoted:
            _take_up(each, 0, before[-1], found[0])
        last = found[-1]
        if not last.goes_on and last.is_open:
            last.speaker = told_below(read, k, people) or last.speaker
            _sign(last, read, k, people)
        numbers = {quotation: n for n, quotation in enumerate(each.quoted)}
        for turn in found:
            _cite(turn, read, k, numbers[turn.pieces[-1][1]], people)
        begun = [turn for turn in found if turn is not going_on]
        places += [(turn, k, numbers[turn.pieces[0][1]]) for turn in begun]
        if len(begun) == 1 and begun[0].speaker is None:
            begun[0].speaker = alternating(read, k, begun[0], before, people)
            begun[0].guessed = begun[0].speaker is not None
            if not begun[0].guessed:
                begun[0].speaker = resumed(read, k, begun[0], before, people) or sectioned(
                    read, k, begun[0], before, people
                )
            begun[0].told = begun[0].told or begun[0].speaker is not None
        made += begun
        going_on = beyond or (last if last.goes_on else None)
    fill(made, read)
    for turn, k, n in places:
        if turn.speaker is None and turn.pronoun is None:
            turn.speaker = cried(read[k], n)
    return made


def _is_left_open(read: Sequence[Narrative], k: int, turn: Turn, people: People) -> bool:
    """Whether paragraph k has lost its mark, or breaks in on a speech of several paragraphs that is not closed before it: a long
    paragraph of quoted words follows of which nothing is told.
    """
    if read[k].quoted or read[k].heading or k + 1 >= len(read) or read[k + 1].heading or not read[k + 1].opens_quoted:
        return False
    below, length = read[k + 1], len(turn.texts[-1].split())
    whole = not below.words.strip(" .\r\n") and min(length, len(below.quotation(0).split())) >= _SPEECH
    lost = read[k].part.text.startswith(_MARKS)  # its marks make no sense
    told = [] if lost else [each for words in read[k].sentences for each in mentions(words) if each.clause == "main"]
    others = any(each.name and people.is_person(each.name) for each in told)
    return whole and not others and stated(read, k + 1, 0) is None


def _turns_of(
    read: Sequence[Narrative], k: int, before: Sequence[Turn], going_on: Turn | None, people: People
) -> list[Turn]:
    """The turns of paragraph k; the first is the one that goes on from above, where that is so; `before` are those above."""
    each = read[k]
    found = [going_on] if going_on else []
    for n, quotation in enumerate(each.quoted):
        if (n == 0 and going_on) or (n and _is_same_turn(each, n)):
            found[-1].pieces.append((each.part, quotation))
            if n and found[-1].speaker is None:
                _name_late(found[-1], read, k, n, people)
        else:
            found.append(_begun(read, k, n, found, before, people))
            if n:
                _take_up(each, n, found[-2], found[-1])
            _go_on(read, k, n, found[-1], [*before, *found[:-1]])
    return found


def _name_late(turn: Turn, read: Sequence[Narrative], k: int, n: int, people: People) -> None:
    """Gives a turn the speaker whom the words between its pieces name, where they lead in to the later one, quotation n."""
    evidence = stated(read, k, n)
    if evidence and (evidence.cue.name or evidence.cue.role) and len(turn.pieces) == 2:
        turn.speaker = resolved(read, evidence, people)
        turn.told = True


def _sign(turn: Turn, read: Sequence[Narrative], k: int, people: People) -> None:
    """Gives a turn that ends in paragraph k the speaker who signs it, or whom its first lines name, where none is known for certain."""
    if turn.is_open:
        turn.speaker = signed(read, turn.at, k, turn.texts, people) or addressed(turn.texts, people) or turn.speaker
    turn.told = turn.told or turn.speaker is not None


def _cite(turn: Turn, read: Sequence[Narrative], k: int, n: int, people: People) -> None:
    """Gives a turn of which nothing is told the author whom a reference behind it names; quotation n of paragraph k ends it."""
    if turn.told or turn.speaker or turn.goes_on:
        return
    turn.speaker = cited(read, k, n, people)
    turn.told = turn.speaker is not None


def _go_on(read: Sequence[Narrative], k: int, n: int, turn: Turn, before: Sequence[Turn]) -> None:
    """Gives the turn that begins with quotation n of paragraph k the speaker of a speech that only the audience interrupted."""
    speech = None if turn.speaker or turn.told else interrupted(read, k, n, before)
    if speech:
        turn.speaker, turn.told = speech.speaker, True


def _take_up(each: Narrative, n: int, last: Turn, turn: Turn) -> None:
    """Gives a turn the speaker of the one before where it is the next item of a list, where only "And again:" stands between,
    only the audience was heard, or dots show that some of it is left out.
    """
    before = each.before(n)
    between = before.strip(" .\r\n")
    again = len(between) > 1 and before.rstrip().endswith((":", ",", "--", "—")) and _AGAIN.fullmatch(before)
    next_to_it = bool(again or _ITEM.fullmatch(before) or heard(before) or _LEFT_OUT.fullmatch(before))
    if turn.speaker is None and not turn.told and last.speaker and next_to_it:
        turn.speaker, turn.told = last.speaker, True


def _is_same_turn(each: Narrative, n: int) -> bool:
    """Whether nothing, or only words that say who speaks, stands between this quotation and the one before it."""
    between, first = each.before(n), each.quotation(n - 1)
    if first[:-1].endswith(("-", "—")) and _BROKEN_OFF.fullmatch(between):
        return True
    if beside.interrupting(first, between, each.quotation(n)):
        return True
    tag, own = tags.unmarked(between).strip(), tags.after(each.quotation(n), each.after(n))
    if _asks(each, n) or (is_answered(each, n - 1) and _is_led_in(each, n - 1)):
        return False
    if (own and own.pronoun is None) or (tag.endswith(("—", "--")) and each.quotation(n)[1:2].isupper()):
        return False
    if not tag or each.is_term(n - 1) or _is_led_in_anew(each, n, tag) or _is_answer(each, n, tag):
        return False
    if is_tag(between) and not first[:-1].endswith("."):
        return True
    goes_on = each.quotation(n)[1:2].islower() or (
        (tag.endswith(";") or " who " in tag) and first[:-1].endswith(",") and len(_SAYS.findall(tag)) == 1
    )
    if goes_on and len(sentences(tag)) == 1 and tag.endswith((",", ";", ":", "—", "--")) and tags.after(first, between):
        return True
    named = each.quoted[n - 1].speaker
    said = (named is not None and named.split()[-1] in between) or tags.after(first, between) is not None
    return said and tag.endswith(".") and ";" not in tag and len(sentences(f"{tag} A")) == 2


def _asks(each: Narrative, n: int) -> bool:
    """Whether quotation n may answer the one before: somebody asks, and a talk goes on in the paragraph: `“Why?” asked Orme. “For you.”`"""
    asked = each.quotation(n - 1)[-2:-1] == "?" and _ASKED.fullmatch(each.before(n))
    answer = "?" not in each.quotation(n) and n + 1 < len(each.quoted) and not _ADDS.search(each.after(n))
    return bool(asked) and (answer or bool(_ANSWER.match(each.quotation(n))))


def _is_led_in(each: Narrative, n: int) -> bool:
    """Whether the words before quotation n name its speaker."""
    told = sentences(each.before(n))
    cue = lead_ins.before(flat(told[-1])) if told else None
    return cue is not None and (cue.name is not None or cue.role is not None)


def _is_led_in_anew(each: Narrative, n: int, tag: str) -> bool:
    """Whether the words behind a quotation lead in to quotation n: a clause with another subject, or a sentence where a complete
    quotation was led in itself: `asked, “Why?” Orme said, “No.”`
    """
    anew = lead_ins.before(flat(tag)) if tag.startswith("and ") else None  # `“No,” and Orme said: “Yes”`
    if anew and (anew.name or anew.role):
        return True
    led_in = each.before(n - 1).rstrip().endswith((",", ":")) and each.quotation(n - 1)[-2:-1] in (".", "!", "?")
    cue = lead_ins.before(flat(sentences(tag)[-1])) if led_in and tag[:1].isupper() and sentences(tag) else None
    return cue is not None and (cue.name is not None or cue.role is not None)


def _is_answer(each: Narrative, n: int, tag: str) -> bool:
    """Whether a sentence that does not say who spoke the quotation before leads in to quotation n: `Orme cried, “Why?” I said, “No.”`"""
    first = each.quotation(n - 1)
    anew = tag[:1].isupper() and tag.endswith((",", ":")) and first[-2:-1] in ("!", "?")
    claimed = each.quoted[n - 1].speaker is not None or tags.after(first, each.before(n)) is not None
    return anew and each.quotation(n)[1:2].isupper() and not claimed


def _begun(
    read: Sequence[Narrative], k: int, n: int, here: Sequence[Turn], before: Sequence[Turn], people: People
) -> Turn:
    """The turn that begins with quotation n of paragraph k, with those before it in that paragraph and above."""
    everybody = [*before, *here]
    answers = n > 0 and _asks(read[k], n) and tags.after(read[k].quotation(n), read[k].after(n)) is None
    evidence = None if answers else stated(read, k, n)
    speaker = resolved(read, evidence, people)
    pronoun = evidence.cue.pronoun if evidence else None
    goes_on = pronoun is not None and bool(before) and _goes_on_with(read, k, n)
    speaker = before[-1].speaker if goes_on else speaker
    if speaker is None and evidence:
        speaker = the_other(read, k, n, everybody, people)
    if pronoun and speaker and _tells_of(speaker, read[k].quotation(n)):
        speaker = None
    speaker = called(read, k, n, pronoun, everybody, people) or speaker
    his = pronoun or (_whose_own(read[k], n) if evidence is None else None)
    if speaker is None and his and not goes_on:
        last = here[-1] if here else None
        speaker = _still(read[k], n, his, last, people)
    if speaker is None and evidence is None and not answers and here:
        speaker = _quoted_on(read[k], n, here[-1], people)
    if speaker is None and pronoun and not goes_on:
        speaker = partner(read, k, n, pronoun, everybody, people)
    if speaker is None and n == 0 and read[k].opens_quoted and (evidence is None or evidence.paragraph < k):
        speaker = headed(read, k, people)
    if evidence and pronoun and speaker and is_among(speaker, not_meant(read, evidence, pronoun)):
        speaker = None
    if pronoun == "it" or (speaker is None and (evidence is None or evidence.cue == SOMEBODY)):
        speaker = penned(read, k, n, people) or speaker
    piece = (read[k].part, read[k].quoted[n])
    told = evidence is not None or speaker is not None
    return Turn(pieces=[piece], speaker=speaker, told=told, pronoun=pronoun, at=k)


def _goes_on_with(read: Sequence[Narrative], k: int, n: int) -> bool:
    """Whether quotation n goes on with the one that ends a paragraph above, as the only words between say: "He paused, then continued:"."""
    apart = read[k].opens_quoted and k > 1 and not read[k - 1].quoted  # they are a paragraph of their own
    between = read[k - 1].words if apart else read[k].before(n)
    return n == 0 and k > 0 and read[k - 1 - apart].ends_quoted and bool(_GOES_ON.fullmatch(f"{between} "))


def _still(each: Narrative, n: int, pronoun: str, last: Turn | None, people: People) -> str | None:
    """Who spoke last in the paragraph, where nobody else is spoken of since whom the pronoun can mean, and nobody is said to reply."""
    if not last or not last.speaker or REPLIES.search(f"{each.before(n)} {each.after(n)[:_NEAR]}"):
        return None
    told = sentences(each.before(n))
    if (
        told
        and tags.after(each.quotation(n - 1), each.before(n))
        and not anybody_else(pronoun, told[:1], last.speaker, people)
    ):
        told = told[1:]
    meant = pronoun in ("he", "she") and can_mean(pronoun, last.speaker, people)
    return last.speaker if meant and not any_one(pronoun, told, people) else None


def _quoted_on(each: Narrative, n: int, last: Turn, people: People) -> str | None:
    """Who is quoted at length just before in the paragraph, where the author tells between of nobody who may speak, and asks nothing."""
    told = sentences(each.before(n))
    long = all(len(text.split()) >= _LONG for text in (last.texts[-1], each.quotation(n)))
    alone = told and told[-1].rstrip().endswith(".") and each.quotation(n)[1:2].isupper()
    if not last.speaker or last.guessed or not (long and alone) or len(told) > _BETWEEN or "?" in last.texts[-1][-3:]:
        return None
    if tags.after(each.quotation(n - 1), each.before(n)):
        told = told[1:]
    others = any(anybody_else(pronoun, told, last.speaker, people) for pronoun in ("he", "she", "they"))
    return None if others or not told or REPLIES.search(" ".join(told)) or _WE.search(" ".join(told)) else last.speaker


def _whose_own(each: Narrative, n: int) -> str | None:
    """The pronoun of one of whom the sentence before quotation n tells something of his: `His face shone. “It stands.”`"""
    told = sentences(each.before(n)) if n else []
    alone = told and told[-1].rstrip().endswith(".") and each.quotation(n)[1:2].isupper()
    return next((one for one in ("he", "she") if alone and is_about_his_own(one, told[-1])), None)


def _tells_of(role: str, quoted: str) -> bool:
    """Whether the words speak of one who has that title, as nobody does of himself: “Under the king,” said he."""
    title = role.removeprefix("the ")
    return title != role and bool(re.search(rf"\b(?:the|your)\s{re.escape(title)}\b(?!\s+of\b)", quoted))
