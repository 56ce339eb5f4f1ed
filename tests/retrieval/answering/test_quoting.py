"""Quotes: exact slices of quotable text, with what is around them and every other place where they stand."""

import logging
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answering.quoting import context, copies, is_quotable, make
from retrieval.answering.spans import Span
from retrieval.types import Place
from seeds.document import Document, Mask, MaskReason
from tests.retrieval.library.material import HARBOUR, document


def masked(text: str, *masks: tuple[int, int], repeats: tuple[int, int] | None = None) -> Document:
    made = document(text)
    return replace(
        made,
        masks=tuple(Mask(start=start, end=end, reason=MaskReason.DUPLICATE, repeats=repeats) for start, end in masks),
    )


TEXTS = st.text("ab \n\r«»é", max_size=40)
MASKS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)).map(lambda at: (at[0], at[0] + at[1])), max_size=4)


@given(TEXTS, MASKS, st.integers(-3, 45), st.integers(-3, 45), st.integers(0, 3))
def test_a_quote_is_a_slice_that_touches_no_mask_or_there_is_none(
    text: str, masks: list[tuple[int, int]], start: int, end: int, around: int
) -> None:
    made = masked(text, *masks)
    quote = make(made, start, end, paragraph=1, confidence=0.5, around=around)
    masked_places = {at for low, high in masks for at in range(low, high)}
    fit = 0 <= start < end <= len(text) and text[start:end].strip() and not masked_places & set(range(start, end))
    assert (quote is not None) == bool(fit) == is_quotable(made, start, end)
    if quote is None:
        return
    assert quote.text == text[start:end]
    assert (quote.document, quote.sha256, quote.start, quote.end) == (made.id, made.sha256, start, end)
    allowed = "".join("\0" if at in masked_places else c for at, c in enumerate(text))
    assert quote.before in allowed[:start]
    assert quote.after in allowed[end:]
    assert around or not quote.before + quote.after


def test_what_cannot_be_quoted_is_logged_without_its_words(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        assert make(masked(HARBOUR, (0, 50)), 20, 80, paragraph=1, confidence=0.5) is None
    [record] = caplog.records
    assert "harbour:20-80" in record.getMessage()
    assert HARBOUR[20:80] not in record.getMessage()


# Copies


TWICE = "Caption: ice.\n\nThe sea was ice. Ships lay still.\n\nNext\n\nThe sea was ice. Ships lay still.\n"
FIRST = (TWICE.index("The sea"), TWICE.index("\n\nNext"))
SECOND = (TWICE.rindex("The sea"), len(TWICE) - 1)


@pytest.mark.parametrize("words", ["The sea was ice.", "Ships lay still.", "The sea was ice. Ships lay still."])
def test_a_masked_duplicate_is_another_place_of_the_same_words(words: str) -> None:
    made = masked(TWICE, SECOND, repeats=FIRST)
    start = TWICE.index(words)
    quote = make(made, start, start + len(words), paragraph=1, confidence=0.5)
    assert quote is not None
    [place] = quote.also_at
    assert place == Place(document="harbour", start=TWICE.rindex(words), end=TWICE.rindex(words) + len(words))


def test_a_caption_that_repeats_a_part_of_the_quote_is_another_place_too() -> None:
    text = "The sea was ice. Ships lay still.\n\nShips lay still.\n"
    caption = (text.rindex("Ships"), len(text) - 1)
    body = (text.index("Ships"), text.index("\n\n"))
    assert copies(masked(text, caption, repeats=body), 0, body[1]) == [
        Place(document="harbour", start=caption[0], end=caption[1])
    ]


def test_a_duplicate_with_other_words_is_no_place_of_these() -> None:
    text = TWICE[: SECOND[0]] + "The sea was iced. Ships lay stil.\n"
    made = masked(text, (SECOND[0], len(text) - 1), repeats=FIRST)
    assert copies(made, FIRST[0], FIRST[0] + len("The sea was ice.")) == []


def test_what_is_repeated_elsewhere_in_the_document_does_not_concern_a_quote() -> None:
    made = masked(TWICE, SECOND, repeats=FIRST)
    assert copies(made, 0, len("Caption: ice.")) == []


def test_places_in_other_documents_are_listed_after_those_in_this_one() -> None:
    made = masked(TWICE, SECOND, repeats=FIRST)
    other = Span(document="other", first=7, last=7, start=3, end=19)
    quote = make(made, FIRST[0], FIRST[0] + 16, paragraph=1, confidence=0.5, repeats=[other])
    assert quote is not None
    assert [place.document for place in quote.also_at] == ["harbour", "other"]


# Context


LONG = " Nothing else happened" * 9 + "."
PARAGRAPHS = [
    "The first paragraph opens the story." + LONG,
    "The second one has two sentences. This is the other.",
    "The third paragraph stands in the middle.",
    "The fourth is not short." + LONG,
    "The fifth ends it all.",
]
WRAPPED = """The first paragraph opens the story of a town which is
wrapped at fifty-odd characters, as old text files
are. It goes on for several lines before it ends.

The second paragraph is wrapped like the first one
was. Its middle sentence stands across the ends of
two lines. Its last sentence is a rather short one.

The third paragraph concludes the tale of the town
and is wrapped in the same way as the other two of
them were before it.
"""


@pytest.mark.parametrize("blank", ["\n\n", "\r\n\r\n", "\n", "\r\n", "\n \t\n\n"])
@pytest.mark.parametrize("paragraphs", [0, 1, 2, 3])
def test_as_many_paragraphs_are_shown_as_were_asked_for(blank: str, paragraphs: int) -> None:
    made = document(blank.join(PARAGRAPHS))
    start = made.text.index(PARAGRAPHS[2])
    before, after = context(made, start, start + len(PARAGRAPHS[2]), paragraphs)
    assert [each.strip() for each in before.split(blank) if each] == PARAGRAPHS[max(0, 2 - paragraphs) : 2]
    assert [each.strip() for each in after.split(blank) if each] == PARAGRAPHS[3 : 3 + paragraphs]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_paragraph_is_shown_whole_although_it_is_wrapped(line_end: str) -> None:
    made = document(WRAPPED.replace("\n", line_end))
    words = "Its middle sentence stands across the ends of\ntwo lines.".replace("\n", line_end)
    start = made.text.index(words)
    before, after = context(made, start, start + len(words), 1)
    assert before == made.text[:start].strip()
    assert after == made.text[start + len(words) :].strip()
    before, after = context(made, made.text.index("and is"), len(made.text), 1)
    assert before.startswith("The second paragraph")
    assert after == ""


def test_a_wrapped_text_without_blank_lines_is_not_shown_whole() -> None:
    made = document((WRAPPED.replace("\n\n", "\n")) * 200)
    at = len(made.text) // 2
    start = made.text.index("The second", at)
    before, after = context(made, start, start + 10, 1)
    assert 0 < len(before) < 1_000
    assert 0 < len(after) < 1_000


def test_the_rest_of_the_quotes_own_paragraph_comes_with_it() -> None:
    made = document("\n\n".join(PARAGRAPHS))
    start = made.text.index("This is the other.")
    before, after = context(made, start, start + len("This is the other."), 1)
    assert before == f"{PARAGRAPHS[0]}\n\nThe second one has two sentences."
    assert after == PARAGRAPHS[2]


def test_what_is_masked_ends_the_context() -> None:
    made = document("\n\n".join(PARAGRAPHS))
    cut = [made.text.index(PARAGRAPHS[k]) for k in (1, 3)]
    made = masked(made.text, *((at, at + 6) for at in cut))
    start = made.text.index(PARAGRAPHS[2])
    before, after = context(made, start, start + len(PARAGRAPHS[2]), 3)
    assert before == PARAGRAPHS[1][6:].strip()
    assert after == ""
