"""Quotations inside a paragraph: where quotation marks open and close, and whom the sentence names as speaker.

Precision comes first: where the sentence is not of a form that is known, the speaker stays unnamed.
"""

import re
from dataclasses import dataclass

from seeds.people import NAME, plain_name
from seeds.people.words import NO_NAMES, PREPOSITIONS, RANKS, SPEECH_VERBS
from seeds.structure.layout import Paragraph

SPEECH = "(?:" + "|".join(SPEECH_VERBS) + ")"
"""A pattern, for `re.VERBOSE`, of the verbs that introduce or close a quotation; the speaker is their subject."""

_ANSWER = (
    r"(?:replied|responded|answered|spoke|declared|protested|retorted|thundered|continued|went\ on|exclaimed|objected)"
)
_ADVERB = r"(?:\w+ly|once|later|then|also|had|has|would|even|again|himself|herself|simply|soon|first|finally)"
_MARK = re.compile(r"[“”„«»\"]")
_CLOSING = {"“": "”", "„": "“”", "«": "»", "»": "«"}
_PHRASE = re.compile(r"(?<=[\s(])\"\w(?:[^\"\n]{0,30}\w)?[.,!?]?\"(?=[\s,.;:]+\w)")
"""A word or two in straight marks, as they stand in a quotation that has the same marks."""
_SENTENCE_BREAK = re.compile(r"[.!?…][\"”’»)\]⁰¹²³⁴-⁹]*(?:\[\d+\])?\s+(?=[\"“‘«(]?[A-ZÀ-ÞА-ЯЁ])")
_AFTER_NAME = re.compile(
    rf"\s*,?\s*(?P<name>{NAME})(?:,[^,.;:“”\"]{{2,60}},)?\s+(?:{_ADVERB}\s+){{0,2}}{SPEECH}\b", re.VERBOSE
)
_TAG_VERB = re.compile(rf"\s*,?\s*{SPEECH}\s+(?P<subject>[^;:!?“”\"]{{2,90}})", re.VERBOSE)
_TAG_PRONOUN = re.compile(rf"\s*,?\s*(?:[a-z][\w’'-]*\s+){{1,6}}?(?:{_ADVERB}\s+){{0,2}}{SPEECH}\b", re.VERBOSE)
_BEFORE = re.compile(
    rf"""\b(?P<name>{NAME})\)?(?:,\s[^,.;:“”\"]{{2,80}},|,)?\s+(?:{_ADVERB}\s+){{0,2}}(?:[^.,;:“”\"]{{2,60}}\sand\s(?:then\s)?)?
    {SPEECH}\b(?P<rest>[^.!?;:“”\"]{{0,90}})[,:]?\s*\Z""",
    re.VERBOSE,
)
_ACCORDING = re.compile(
    rf"\b(?:[Aa]ccording\ to|[Ii]n\ the\ words\ of|[Tt]o\ quote)\s+"
    rf"(?P<name>{NAME})(?:[’']s?(?=\s(?:own\s)?(?:words|language|lines)\b)|(?![\w’'-]))(?:\s[^.;“”\"]{{0,40}})?[,:]?\s*\Z",
    re.VERBOSE,
)
_TAKES_THE_FLOOR = re.compile(
    rf"""(?P<name>{NAME})\s+(?:{_ADVERB}\s+){{0,2}}
    (?:rose|stood\ up|got\ up|stepped\ forward|took\ the\ (?:floor|rostrum|stand)|{_ANSWER})\b[^“”\"]*[.:]\s*\Z""",
    re.VERBOSE,
)
_SUBJECT_TOKEN = re.compile(r"(?:Mr|Mrs|Dr|Gen|Col|Capt|Prof|St)\.|[A-Z]\.|[^\s,._*]+|[,.]")
# "he ended, as Sukhanov remembered it, with the cry": the one who remembers is not the one who cried.
_WITNESS = re.compile(
    rf",\ as\ {NAME}\s+(?:{_ADVERB}\s+){{0,2}}(?:remember|recall|relate|report|recount|tell|told|note|describe)\w*",
    re.VERBOSE,
)
# A name after one of these is no subject, or not the only one.
_NO_SUBJECT = re.compile(
    r"(?:\b(?:of|to|by|with|from|for|against|and|or|nor|the|an?|one|another|some|than|at|in|on|about|like|off|into|over)|&)\s*\(?\Z",
    re.IGNORECASE,
)
_DESCRIBED = re.compile(
    r"\b(?:[Aa]n?|[Oo]ne|[Aa]nother)\s(?:(?!(?:named|called)\b)[a-z-]+\s){0,2}(?:young|old|poor|[a-z]+-[a-z]+|[a-z]+(?:ed|ous|ic|al|ful|less|ant|ent|able|ible|ive|y))\s\Z"
)
_AND_ANOTHER = re.compile(r"\s*and\s(?:[A-Z]|(?:the|an?|his|her|another|one)\s)")
_OBJECT = re.compile(
    r"\bwho\s(?:[a-z]+\s)?(?!(?:when|as|if|that|because|while|and|but|where|before|after|until|once)\s)[a-z]+\s\Z|,\s[a-z]+ing\s\Z"
)
"""What stands before one to whom something is done: "one who knew Orme", "the miller, quoting Orme,"."""
_SOMEBODY = re.compile(r"\s*(?:The|An?|Another|One|His|Her|My|Their)\s")
_ANSWERS = re.compile(r"[\s,]*(?:whereupon|whereto|(?:to|at|on|upon)\s+(?:which|this|that|whom))\b")
"""What another than the last speaker is told of with: `“Why?” asked Orme, to which Reeve replied, “No.”`."""
_ELIDED = re.compile(r"d[’'][A-Z]")
_PARTICLES = frozenset({"de", "la", "du", "des", "le", "van", "von", "der", "den", "di", "del", "della"})
_MAX_DESCRIPTION = 3
_MAX_TAG = 120
_INDEFINITE = frozenset(
    {"a", "an", "one", "another", "some", "several", "many", "two", "three", "both", "those", "these"}
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Quotation:
    """Words between quotation marks, marks included, and the speaker whom the sentence names.

    `closed` is false where the paragraph ends first; the quotation then goes on in the next one.
    """

    start: int
    end: int
    speaker: str | None = None
    closed: bool = True


def quotations(paragraph: Paragraph) -> list[Quotation]:
    """The outermost quotations of a paragraph in order; none where its marks make no sense."""
    text, found = paragraph.text, list[Quotation]()
    pairs, closed = _pairs(text) if _MARK.search(text) else ([], True)
    for k, (start, end) in enumerate(pairs):
        before = text[pairs[k - 1][1] if k else 0 : start]
        after = text[end : pairs[k + 1][0] if k + 1 < len(pairs) else len(text)]
        led_in = before.rstrip()[-1:] in (":", ",") and not text[start : end - 1].endswith(",")
        speaker = (None if led_in else _speaker_after(text[start:end], after)) or _speaker_before(
            before, text[start:end], after
        )
        if speaker is None and found and _goes_on(text[: pairs[k - 1][1] - 1], before):
            speaker = found[-1].speaker
        found.append(
            Quotation(
                start=paragraph.start + start,
                end=paragraph.start + end,
                speaker=speaker,
                closed=closed or k < len(pairs) - 1,
            )
        )
    return found


def is_tag(between: str) -> bool:
    """Whether these words merely interrupt a quotation to say who speaks: `, said Lenin, `."""
    return (
        len(between) <= _MAX_TAG
        and between.rstrip().endswith((",", ":", ";", "—", "–"))
        and not re.search(r"[.!?;](?:\s|[—–-]{1,2}\Z)", between.rstrip())
        and len(re.findall(rf"\b{SPEECH}\b", between, re.VERBOSE)) == 1
        and not _ANSWERS.match(between)
    )


def _goes_on(above: str, between: str) -> bool:
    """Whether the words between two quotations interrupt one speaker: not `“Why?” The king answered, “Because`."""
    anew = above.endswith((".", "?", "!")) and _SOMEBODY.match(between)
    return is_tag(between) and not above.endswith(".") and not anew and not _AND_ANOTHER.match(between)


def sentence_count(text: str) -> int:
    """About how many sentences stand in `text`."""
    return len(_SENTENCE_BREAK.findall(text)) + 1


def _pairs(text: str) -> tuple[list[tuple[int, int]], bool]:
    """Ranges between marks, and whether the last of them is closed.

    Where the marks of a paragraph that begins with a quotation make no sense otherwise, short phrases may stand within it.
    """
    pairs, closed = _paired(text)
    return (pairs, closed) if pairs or not text.startswith('"') else _paired(text, phrases=True)


def _paired(text: str, *, phrases: bool = False) -> tuple[list[tuple[int, int]], bool]:
    pairs: list[tuple[int, int]] = []
    stack: list[tuple[str, int]] = []
    for found in _MARK.finditer(text):
        mark, at = found[0], found.start()
        inside = _opens_inside(text, at) or (phrases and len(stack) == 1 and bool(_PHRASE.match(text, at)))
        if stack and mark in _CLOSING.get(stack[-1][0], mark) and not inside:
            _, opened = stack.pop()
            if not stack:
                pairs.append((opened, at + 1))
        elif mark in _CLOSING or (mark == '"' and _opens(text, at)):
            stack.append((mark, at))
        else:
            return [], True
    if len(stack) > 1:
        return [], True
    if stack:
        pairs.append((stack[0][1], len(text)))
    return pairs, not stack


def _opens(text: str, at: int) -> bool:
    """Whether the straight mark there stands before a word and not behind one."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (not before or before in " \t\n\r\xa0([—–-‘'/_*") and not after.isspace()


def _opens_inside(text: str, at: int) -> bool:
    """Whether the straight mark there opens a quotation inside another: `"He said: "Go!" and I went."`."""
    return text[at] == '"' and text[max(0, at - 2) : at].rstrip().endswith((":", ",")) and _opens(text, at)


def _speaker_after(quoted: str, after: str) -> str | None:
    """The speaker by the tag that follows: `said Lenin`, `Lenin said`."""
    tag = _TAG_VERB.match(after)
    if tag:
        return _subject(tag["subject"])
    inside = quoted[:-1].rstrip()
    by_name = _AFTER_NAME.match(after)
    if by_name and by_name["name"].split()[0].casefold() in NO_NAMES:
        return None  # "While Orme had replied" begins a sentence
    if by_name and (inside.endswith((",", "?", "!", "—", "–", "-", "…", "...", "….")) or after.startswith(",")):
        return plain_name(by_name["name"])
    return None


def _speaker_before(before: str, quoted: str, after: str) -> str | None:
    """The speaker by what leads in: `Lenin told them: `, `according to Sukhanov`, `Trotsky rose to reply. `."""
    breaks = list(_SENTENCE_BREAK.finditer(before))
    sentence = before[breaks[-1].end() :] if breaks else before
    for pattern in (_BEFORE, _ACCORDING):
        for found in pattern.finditer(sentence):
            rest = found.groupdict().get("rest") or ""
            lead = sentence[: found.start("name")]
            if pattern is _BEFORE and (
                _NO_SUBJECT.search(lead) or _OBJECT.search(lead) or _is_described(lead, found["name"])
            ):
                continue
            if not re.search(rf"\b(?:{SPEECH}|that|who)\b", rest, re.VERBOSE) and not _WITNESS.search(sentence):
                return plain_name(found["name"])
    if _TAG_PRONOUN.match(after) or sentence_count(quoted) < 2:
        return None
    floor = _TAKES_THE_FLOOR.match(sentence.lstrip())
    return plain_name(floor["name"]) if floor else None


def _is_described(lead: str, name: str) -> bool:
    """Whether it is said what somebody is, and not how he is called: "a young Lindener", "One Lindener"; or where: "At Linden"."""
    first = name.split()[0]
    return first in ("One", "Another", "At", "In", "On", "From") or _DESCRIBED.search(lead) is not None


def _subject(words: str) -> str | None:
    """The person in the words after a verb of speech: `American journalist John Reed, in` -> John Reed."""
    tokens = _SUBJECT_TOKEN.findall(words)
    if not tokens or tokens[0].casefold() in _INDEFINITE:
        return None
    definite = tokens[0] == "the" and len(tokens) > 1 and tokens[1][0].isupper()
    run: list[str] = []
    after: list[str] = []  # words in lower case since the run
    for word in tokens:
        if word[0].isupper() or _ELIDED.match(word):
            joined = run and after and all(each in _PARTICLES for each in after) and run[-1].casefold() not in RANKS
            definite = definite and not (run and after and not joined)
            run = [*run, *after, word] if joined or not after else [word]
            after = []
            continue
        ends_subject = word == "." or (word == "," and run and not after) or word.casefold() in PREPOSITIONS
        if ends_subject or len(after) > _MAX_DESCRIPTION:
            break
        if word != ",":
            after.append(word)
    if not run or (after and not _is_adverb(after[0])):
        return None
    return plain_name(" ".join(run), definite=definite)


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") or word in {"again", "once", "yesterday", "today", "later", "then", "himself", "herself"}
