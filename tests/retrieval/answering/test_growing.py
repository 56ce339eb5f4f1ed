"""A quote is read on, in the directions in which it grew, while the text goes on answering about as well."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answering.candidates import Candidate
from retrieval.answering.growing import GROWING, LOSS, STEPS, SURE, WITHIN, read_on
from retrieval.answering.ranking import Judgement, Ranked
from retrieval.answering.spans import Span, Spans
from retrieval.types import Sentence
from seeds.document import Document, Mask, MaskReason
from tests.retrieval.library.material import document

NUMBER = 9
SENTENCES = [
    Sentence(id=number, document="line", start=10 * number, end=10 * number + 9, paragraph=0, passage=0)
    for number in range(NUMBER)
]
TEXT = " ".join(str(number) * 9 for number in range(NUMBER))
LINE: Document = document(TEXT, "line")
SPANS = Spans({sentence.id: sentence for sentence in SENTENCES}, {"line": LINE})


def excerpt(core: int, first: int, last: int, logit: float | None, score: float = 0.0) -> Ranked:
    candidate = Candidate(sentence=SENTENCES[core], fused=0, terms=0, vectors=0, preferred=False, views={})
    span = Span(document="line", first=first, last=last, start=10 * first, end=10 * last + 9)
    return Ranked(candidate=candidate, span=span, score=score, logit=logit, read=logit, opinion=None)


class Worth:
    """Judges a text by the sum of what each of its sentences adds; counts what it was asked to read."""

    def __init__(self, worth: Sequence[float]) -> None:
        self.worth = worth
        self.read = 0

    def __call__(self, texts: Sequence[str]) -> list[Judgement]:
        self.read += len(texts)
        return [Judgement(logit=self.of(text), opinion=None) for text in texts]

    def of(self, text: str) -> float:
        return sum(self.worth[int(word[0])] for word in text.split())

    def spanning(self, core: int, first: int, last: int) -> Ranked:
        return excerpt(core, first, last, sum(self.worth[first : last + 1]))


@pytest.mark.parametrize(
    ("grown", "worth", "expected"),
    [
        pytest.param((3, 3, 4), [0, 0, 0, 2, 1, 1, 1, 1, 0], (3, 6), id="as far as it may"),
        pytest.param((3, 3, 4), [0, 0, 0, 2, 1, 0, -1, 0, 0], (3, 5), id="until it answers less well"),
        pytest.param((3, 3, 4), [0, 0, 9, 2, 1, -1, 0, 0, 0], (3, 4), id="never on the side on which it did not grow"),
        pytest.param((3, 3, 3), [0, 0, 9, 2, 9, 0, 0, 0, 0], (3, 3), id="nor where it did not grow at all"),
        pytest.param((4, 3, 5), [0, 1, 1, 1, 2, 1, -1, 0, 0], (1, 5), id="backwards"),
        pytest.param((4, 3, 5), [0, 0, 1, 1, 2, 1, 2, 0, 0], (2, 6), id="on both sides, the better one first"),
        pytest.param((3, 3, 4), [0, 0, 0, 2, 1, -LOSS, -LOSS, 0, 0], (3, 6), id="a sentence may cost a little"),
        pytest.param((7, 7, 8), [0, 0, 0, 0, 0, 0, 0, 2, 1], (7, 8), id="not beyond the paragraph"),
    ],
)
def test_it_is_read_on(grown: tuple[int, int, int], worth: list[float], expected: tuple[int, int]) -> None:
    judge = Worth(worth)

    (found,) = read_on([judge.spanning(*grown)], SPANS, judge)

    assert (found.span.first, found.span.last) == expected
    assert found.logit == judge.of(SPANS.text(found.span))


def test_what_no_model_read_stays_as_it_is() -> None:
    judge = Worth([1.0] * NUMBER)
    unread = excerpt(3, 2, 4, None)

    assert read_on([unread], SPANS, judge) == [unread]
    assert judge.read == 0


def test_what_answers_far_less_well_than_the_first_is_not_read_on() -> None:
    judge = Worth([1.0] * NUMBER)
    ranked = [excerpt(4, 3, 5, 3.0, score) for score in (2.0, 2.0 - WITHIN, 1.9 - WITHIN)]

    best, near, far = read_on(ranked, SPANS, judge)

    assert best.span.last - best.span.first == near.span.last - near.span.first == 2 + STEPS
    assert far == ranked[2]


def test_what_surely_answers_is_quoted_as_it_stands() -> None:
    judge = Worth([1.0] * NUMBER)
    sure = excerpt(4, 3, 5, SURE)

    assert read_on([sure], SPANS, judge) == [sure]
    assert judge.read == 0


def test_only_the_first_are_read_on() -> None:
    judge = Worth([1.0] * NUMBER)
    many = [judge.spanning(4, 3, 5)] * (GROWING + 3)

    found = read_on(many, SPANS, judge)

    assert found[GROWING:] == many[GROWING:]
    assert all(each.span.last - each.span.first == 2 + STEPS for each in found[:GROWING])


@given(
    worth=st.lists(st.floats(-3, 1.5), min_size=NUMBER, max_size=NUMBER),
    cores=st.lists(st.tuples(st.integers(1, NUMBER - 2), st.integers(0, 1), st.integers(0, 1)), max_size=8),
)
def test_order_and_words_stay_and_little_merit_is_lost(worth: list[float], cores: list[tuple[int, int, int]]) -> None:
    judge = Worth(worth)
    ranked = [judge.spanning(core, core - left, core + right) for core, left, right in cores]

    found = read_on(ranked, SPANS, judge)

    assert [each.candidate for each in found] == [each.candidate for each in ranked]
    for before, after in zip(ranked, found, strict=True):
        assert after.span.first <= before.span.first <= before.span.last <= after.span.last
        assert (after.span.start, after.span.end) == (10 * after.span.first, 10 * after.span.last + 9)
        assert before.logit is not None
        assert after.logit is not None
        steps = (before.span.first - after.span.first) + (after.span.last - before.span.last)
        assert steps <= STEPS
        assert after.logit >= before.logit - LOSS * steps - 1e-9


@pytest.mark.parametrize(
    ("endings", "core", "expected"),
    [
        ("..?......", 2, (2, 3)),
        ("..???....", 2, (2, 4)),
        ("..?......", 1, (1, 1)),
        ("........?", 8, (8, 8)),
        ("..:......", 2, (2, 3)),
        ("..:?.....", 2, (2, 4)),
        ("........:", 8, (8, 8)),
    ],
)
def test_a_question_or_colon_at_the_end_of_a_quote_is_followed_by_what_it_leads_to(
    endings: str, core: int, expected: tuple[int, int]
) -> None:
    text = " ".join(f"{str(number) * 8}{end}" for number, end in enumerate(endings))
    spans = Spans({sentence.id: sentence for sentence in SENTENCES}, {"line": document(text, "line")})
    judge = Worth([SURE] * NUMBER)

    (found,) = read_on([judge.spanning(core, core, core)], spans, judge)

    assert (found.span.first, found.span.last) == expected


LEADS = "Orme wrote from Linden:"
LETTER = "The ropeworks were closed in March, and nobody knew why."
MORE = "They were opened again in June."


@pytest.mark.parametrize(
    ("between", "led", "quoted"),
    [
        ("\n\n", [LETTER, MORE], (1, 2)),
        ("\n\n", [LETTER], (1, 1)),
        ("\n\n.. vspace:: 2\n\n", [LETTER], (1, 1)),
        ("\n\nLINDEN PAPERS\n\n", [LETTER], (0, 0)),  # a heading, or what is masked
        ("\n\n", ["LINDEN, MARCH 3."], (0, 0)),  # the head of a letter
    ],
)
def test_what_is_led_in_elsewhere_is_quoted_in_the_place_of_what_leads_in(
    between: str, led: list[str], quoted: tuple[int, int]
) -> None:
    text = f"{LEADS}{between}{' '.join(led)}"
    words = [LEADS, *led]
    starts = [text.index(each) for each in words]
    mark = text.find(".. vspace")
    masks = (Mask(start=mark, end=mark + 13, reason=MaskReason.MARKUP),) if mark >= 0 else ()
    found = [
        Sentence(id=n, document="letter", start=at, end=at + len(each), paragraph=min(n, 1), passage=0)
        for n, (at, each) in enumerate(zip(starts, words, strict=True))
    ]
    spans = Spans({each.id: each for each in found}, {"letter": document(text, "letter", masks=masks)})
    candidate = Candidate(sentence=found[0], fused=0, terms=0, vectors=0, preferred=False, views={})
    asked = Ranked(candidate=candidate, span=spans.alone(found[0]), score=0, logit=SURE, read=SURE, opinion=None)

    (grown,) = read_on([asked], spans, Worth([]))

    assert (grown.span.first, grown.span.last) == quoted
    assert grown.candidate.sentence == found[quoted[0]]
