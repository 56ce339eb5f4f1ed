"""A quotation that is too long for its place is cut between sentences, or between words, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.fitting import Part, first_part, fits, parts
from bot.markdown import block_quotation

WORDS = st.lists(st.text(alphabet="abcdé*_[>#-\\.!", min_size=1, max_size=12), max_size=120)
TEXTS = st.builds(lambda words, gap: gap.join(words), WORDS, st.sampled_from([" ", "\n", ". ", "! ", "\r\n\r\n", "  "]))
ROOM = st.integers(min_value=0, max_value=400)


@given(TEXTS, ROOM)
def test_a_part_fits_and_ends_where_a_word_ends(text: str, room: int) -> None:
    part = first_part(text, room)
    assert part.start == 0
    shown = text[: part.end]
    assert not shown or len(block_quotation(shown)) <= room
    assert part.end in (0, len(text)) or text[part.end].isspace()


@given(TEXTS, ROOM)
def test_a_text_that_fits_is_shown_whole(text: str, room: int) -> None:
    if fits(text, room):
        assert first_part(text, room) == Part(start=0, end=len(text))


@given(TEXTS, st.integers(min_value=40, max_value=400))
def test_parts_leave_out_white_space_only(text: str, room: int) -> None:
    found = parts(text, room)
    shown = "".join(text[part.start : part.end] for part in found)
    assert "".join(shown.split()) == "".join(text.split())
    assert all(fits(text[part.start : part.end], room) for part in found)


def test_a_cut_is_at_the_end_of_a_sentence_where_one_fits() -> None:
    text = "First he spoke. Then he left. Nobody followed him out of the hall."
    assert text[: first_part(text, 35).end] == "First he spoke. Then he left."


def test_a_sentence_of_4000_characters_is_cut_after_a_word() -> None:
    sentence = ("the soldiers and the sailors and " * 130)[:4000] + "."
    part = first_part(sentence, 1500)
    assert 1300 < part.end <= 1500
    assert sentence[part.end] == " "


@pytest.mark.parametrize("room", [0, 10, 1999])
def test_a_word_that_does_not_fit_is_not_shown_in_part(room: int) -> None:
    assert first_part("x" * 2000, room) == Part(start=0, end=0)
    assert parts("x" * 2000, room) == []
