"""Questions and exercises that school books print for their pupils: a quote of one would answer a question with a question."""

import re
from collections.abc import Iterator

from seeds.books.book import Book
from seeds.document import Mask, MaskReason

_HEADING = re.compile(
    r"(?:(?:general |topical |some )?(?:review|test|study|oral|written) )?(?:questions|exercises|problems)(?: (?:for|on|and|to) .{0,60})?"
    r"|(?:topics|subjects|suggestions) for (?:review|study|discussion|further|additional|composition|reports?|essays?).{0,60}"
    r"|(?:review|questions and (?:review|topics|exercises|problems|suggestions)).{0,40}|(?:fragen|aufgaben|exercices|вопросы).{0,30}"
    r"|to the (?:teacher|pupil)s?",
    re.IGNORECASE,
)
_ASKS = (
    r"(?:what|when|where|who|whom|whose|why|how|which|in what|in which|at what|to what|on what|from what|by what|by whom|of what|for"
    r" what|with what|was|were|did|do|does|is|are|can|could|has|have|had|give|tell|name|describe|explain|state|compare|find|show"
    r"|draw|trace|locate|write|mention|make|point out|define|discuss|read|look|learn|prepare|bound|account for|and)"
)
_NUMBER = re.compile(r"\s*(?:\(?\d{1,3}[.)]|\(?[a-z][.)]|[-–—•*])\s*")
_QUESTION = re.compile(rf"{_ASKS}\b", re.IGNORECASE)
_FIRM = re.compile(
    r"(?:what|when|where|who|why|how|which|in what|give|tell|name|describe|explain|state|compare)\b", re.IGNORECASE
)
_BIDS = re.compile(r"(?:give|tell|name|describe|explain|state|compare)\b", re.IGNORECASE)
"""What a task begins with that is no question: "How the harbour grew." heads a text."""
_SENTENCES = re.compile(r"[^.?!]+[.?!]+[\"”’')\]]*")
_TITLE = re.compile(r"\b(Mrs?|Dr|St|Gen|Col|Capt)\.")
_MIN_ASKED = 4
_SHARE = 0.8
_OFTEN = 3
_MIN_RUN = 3
_LONGEST_TASK = 80


def questions(book: Book) -> Iterator[Mask]:
    """A mask for each run of paragraphs that only ask, and for what stands under a heading such as "Questions"."""
    paragraphs = book.paragraphs
    headed = [k for k, part in enumerate(paragraphs[:-1]) if _is_heading(part.text) and _asks(paragraphs[k + 1].text)]
    asking = {k for k, part in enumerate(paragraphs) if _only_asks(part.text)}
    if len(asking) < _OFTEN and not headed:
        asking = set()
    runs = _runs([k for k, part in enumerate(paragraphs) if _is_task(part.text)], _MIN_RUN) if headed or asking else []
    taken = asking | {k for run in runs for k in run}
    for k in headed:
        taken.add(k)
        n = k + 1
        while n < len(paragraphs) and _asks(paragraphs[n].text):
            taken.add(n)
            n += 1
    for run in _runs(sorted(taken), 1):
        yield Mask(start=paragraphs[run[0]].start, end=paragraphs[run[-1]].end, reason=MaskReason.QUESTIONS)


def _runs(numbers: list[int], least: int) -> list[list[int]]:
    runs: list[list[int]] = []
    for k in numbers:
        if runs and runs[-1][-1] + 1 == k:
            runs[-1].append(k)
        else:
            runs.append([k])
    return [run for run in runs if len(run) >= least]


def _is_heading(text: str) -> bool:
    return len(text) <= 90 and bool(_HEADING.fullmatch(" ".join(text.split()).strip(" .:_*[]–—-")))


def _parts(text: str) -> list[str]:
    return [
        _NUMBER.sub("", part.strip(' \r\n"“”_*—–-[]'))
        for part in _SENTENCES.findall(_TITLE.sub(r"\1", " ".join(text.split())))
    ]


def _only_asks(text: str) -> bool:
    """Whether a paragraph asks again and again, as no orator does."""
    if text.count("?") < _MIN_ASKED:
        return False
    parts = [part for part in _parts(text) if len(part.split()) > 1]
    asked = sum(part.endswith("?") or bool(_BIDS.match(part)) for part in parts)
    firm = sum(bool(_QUESTION.match(part)) for part in parts)
    return asked >= _SHARE * len(parts) and firm >= _SHARE * len(parts) and any(map(_FIRM.match, parts))


def _is_task(text: str) -> bool:
    """Whether this is one numbered question or task: "3. Why did the Assembly fail?"."""
    numbered = _NUMBER.match(text)
    if not numbered or len(text.split()) > _LONGEST_TASK:
        return False
    task = text[numbered.end() :].lstrip('_"“')
    asks = bool(_BIDS.match(task)) or ("?" in task and bool(_FIRM.match(task)))
    return asks and text.rstrip().endswith(("?", ".", "!", "”", '"'))


def _asks(text: str) -> bool:
    """Whether a paragraph below a heading of questions still belongs to them."""
    parts = _parts(text)
    asked = sum(part.endswith("?") or bool(_QUESTION.match(part)) for part in parts)
    return (bool(parts) and asked * 2 >= len(parts)) or bool(
        _NUMBER.match(text) and len(text.split()) <= _LONGEST_TASK and asked
    )
