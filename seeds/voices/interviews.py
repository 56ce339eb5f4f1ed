"""Questions and answers: turns that begin with a name, and quoted questions with quoted answers to them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from seeds.document import Voice, VoiceKind
from seeds.people import NAME, People, plain_name
from seeds.quotations import quotations
from seeds.structure.layout import Paragraph

_LABEL = re.compile(rf"(?P<label>{NAME}|[A-Z]{{1,4}})(?:\s\([^)]{{1,40}}\))?\s?:\s+(?=\S)")
_QUESTION_LABELS = frozenset({"Q", "Question", "Interviewer", "Reporter", "Correspondent"})
_ANSWER_LABELS = frozenset({"A", "Answer", "Interviewee"})
_INTERVIEWEE = re.compile(
    rf"\b[Ii]nterview(?:ed|s)?\s+(?:with\s+|of\s+|(?:was\s+)?[Gg]iven\s+by\s+)?(?:(?:the\s)?[a-z]+\s){{0,2}}(?P<name>{NAME})",
    re.VERBOSE,
)
_INTERVIEWER = re.compile(
    rf"\b[Ii]nterview(?:ed)?\b(?:[^.;:]{{0,60}}?\s(?:to|conducted\sby)|\sby)\s(?P<name>{NAME})", re.VERBOSE
)
_MIN_TURNS = 2
_MIN_SHARE = 0.3
_LEAD = 8


def interviews(paragraphs: Sequence[Paragraph], headings: frozenset[int], people: People) -> Iterator[Voice]:
    """A voice for each turn whose speaker is known."""
    yield from _labelled(paragraphs, headings, people) or _quoted(paragraphs, people)


def _labelled(paragraphs: Sequence[Paragraph], headings: frozenset[int], people: People) -> list[Voice]:
    labels = {k: found["label"] for k, part in enumerate(paragraphs) if (found := _LABEL.match(part.text))}
    counts = Counter(labels.values())
    answering, asking = _parties(paragraphs, people)
    speakers = {
        label: _speaker(label, answering, asking, people) for label, count in counts.items() if count >= _MIN_TURNS
    }
    turns = [k for k, label in labels.items() if label in speakers]
    known = [label for label in speakers if speakers[label] or label in _QUESTION_LABELS]
    if len(known) < 2 or len(turns) < _MIN_SHARE * len(paragraphs):
        return []
    voices = []
    for n, k in enumerate(turns):
        last = turns[n + 1] - 1 if n + 1 < len(turns) else k
        last = next((j - 1 for j in range(k + 1, last + 1) if paragraphs[j].start in headings), last)
        speaker = speakers[labels[k]]
        if speaker:
            start, end = paragraphs[k].start, paragraphs[last].end
            voices.append(Voice(start=start, end=end, speaker=speaker, kind=VoiceKind.INTERVIEW))
    return voices


def _speaker(label: str, answering: str | None, asking: str | None, people: People) -> str | None:
    """Whom a label means: a name, a surname, initials, or the part that one plays."""
    if label in _QUESTION_LABELS:
        return asking
    if label in _ANSWER_LABELS:
        return answering
    if label.isupper() and len(label) <= 4:
        names = [name for name in people.full.values() if "".join(word[0] for word in name.split()) == label]
        return names[0] if len(names) == 1 else None
    return label if len(label.split()) > 1 else people.speaker(label)


def _quoted(paragraphs: Sequence[Paragraph], people: People) -> list[Voice]:
    """Pairs of a quoted question and a quoted answer, two at least, in a text that says who was interviewed."""
    answering, asking = _parties(paragraphs, people)
    if answering is None:
        return []
    pairs = [k for k in range(len(paragraphs) - 1) if _is_question(paragraphs[k]) and _is_answer(paragraphs[k + 1])]
    if len(pairs) < _MIN_TURNS:
        return []
    voices = []
    for k in pairs:
        for part, speaker in ((paragraphs[k], asking), (paragraphs[k + 1], answering)):
            if speaker:
                voices.append(Voice(start=part.start, end=part.end, speaker=speaker, kind=VoiceKind.INTERVIEW))
    return voices


def _parties(paragraphs: Sequence[Paragraph], people: People) -> tuple[str | None, str | None]:
    """Who answers and who asks, as the first lines say."""
    lead = [part.text for part in paragraphs[:_LEAD]]
    return _one(_INTERVIEWEE, lead, people), _one(_INTERVIEWER, lead, people)


def _one(pattern: re.Pattern[str], lead: list[str], people: People) -> str | None:
    names = {
        speaker
        for text in lead
        for found in pattern.finditer(text)
        if (name := plain_name(found["name"]))
        and (speaker := people.speaker(name))
        and speaker.split()[-1] in people.full
    }
    return names.pop() if len(names) == 1 else None


def _is_question(part: Paragraph) -> bool:
    found = quotations(part)
    return len(found) == 1 and found[0].start == part.start and part.text[found[0].end - part.start - 2] == "?"


def _is_answer(part: Paragraph) -> bool:
    found = quotations(part)
    whole = len(found) == 1 and found[0].start == part.start and found[0].end == part.end
    return whole and part.text[-2] != "?"
