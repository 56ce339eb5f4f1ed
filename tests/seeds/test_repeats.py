"""What stands twice is masked once: copies, captions and labels; what only sounds alike, or is sung again, is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeds.cleaning import Page, find_masks
from seeds.document import Mask, MaskReason

MILL = (
    "The mill at Harrow stood empty for eleven years, and when the new owner opened the sluice in the spring of 1871 "
    "the wheel, which everybody had believed to be rotten, began to turn by itself and broke the miller's cart."
)
BRIDGE = (
    "Nobody knows who built the bridge below the church. The accounts of the parish mention it for the first time in "
    "1503, when a carter was paid four pence for taking away the stones of an older one."
)
ROAD = "The road to the coast was a day longer than the road to the capital, and this decided everything that followed."


def masks(text: str) -> tuple[Mask, ...]:
    return find_masks(Page.from_text(text))


def test_a_second_copy_is_masked_and_maps_character_by_character() -> None:
    text = f"{MILL}\n\nA short line.\n\n{BRIDGE}\n\n{ROAD}\n\n* * *\n\n{MILL}\n\nA short line.\n\n{BRIDGE}\n"
    (mask,) = masks(text)
    assert mask.reason is MaskReason.DUPLICATE
    assert mask.repeats is not None
    assert text[mask.start : mask.end] == text[slice(*mask.repeats)] == f"{MILL}\n\nA short line.\n\n{BRIDGE}"
    assert mask.repeats[0] == 0


@given(st.lists(st.sampled_from([MILL, BRIDGE, ROAD, "A short line.", "Another one"]), min_size=1, max_size=12))
def test_copies_that_name_a_range_of_their_length_are_that_range_word_for_word(parts: list[str]) -> None:
    text = "\n\n".join(parts)
    for mask in masks(text):
        if mask.reason is MaskReason.DUPLICATE and mask.repeats:
            start, end = mask.repeats
            assert end - start == mask.end - mask.start
            assert text[start:end] == text[mask.start : mask.end]
            assert end <= mask.start


@pytest.mark.parametrize(
    "copy",
    [
        MILL.replace("'", "’"),
        MILL.upper(),
        MILL.replace(", and when", " and, when"),
        MILL[:150] + "...",
        MILL.replace("everybody", "every body"),
    ],
)
def test_a_copy_with_other_marks_or_cut_short_is_masked(copy: str) -> None:
    text = f"{MILL}\n\n{BRIDGE}\n\n{copy}\n\n{ROAD}"
    (mask,) = masks(text)
    assert text[mask.start : mask.end] == copy
    assert mask.repeats == (0, len(MILL))


def test_of_a_teaser_and_its_article_the_teaser_is_the_copy() -> None:
    teaser = MILL[: MILL.index(" and broke")] + "…"
    text = f"{teaser}\n\n{BRIDGE}\n\n{MILL}"
    (mask,) = masks(text)
    assert text[mask.start : mask.end] == teaser
    assert mask.repeats is not None
    assert text[slice(*mask.repeats)] == MILL


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (MILL, MILL.replace("1871", "1874")),
        (MILL, MILL.replace("Harrow", "Denham")),
        (MILL, MILL.replace("had believed", "had not believed")),
        (MILL, BRIDGE),
    ],
)
def test_a_formula_with_another_number_name_or_a_negation_is_no_copy(first: str, second: str) -> None:
    assert masks(f"{first}\n\n{ROAD}\n\n{second}") == ()


@pytest.mark.parametrize(
    "caption",
    [
        "The wheel, which everybody had believed to be rotten, began to turn by itself",
        "When the new owner opened the sluice the wheel began to turn and broke the miller's cart",
        "“The wheel, which everybody had believed to be rotten, began to turn by itself.”",
    ],
)
def test_a_line_that_says_again_what_a_paragraph_says_is_a_caption(caption: str) -> None:
    text = f"{BRIDGE}\n\n{caption}\n\n{MILL}\n\n{ROAD}"
    (mask,) = masks(text)
    assert (text[mask.start : mask.end], mask.reason) == (caption, MaskReason.REPEATED_CAPTION)
    assert mask.repeats is not None
    assert text[slice(*mask.repeats)] in MILL


@pytest.mark.parametrize(
    "line",
    [
        "The wheel was never repaired and the cart was sold to a farmer in the next valley",
        "The Mill at Harrow and the New Owner in the Spring",
        "But that was long ago, and in another country, and the miller is dead.",
        "He shrugged.",
        "Who had opened the sluice?",
    ],
)
def test_a_line_of_its_own_is_no_caption(line: str) -> None:
    assert masks(f"{BRIDGE}\n\n{line}\n\n{MILL}\n\n{ROAD}") == ()


def test_a_label_printed_twice_is_masked_once_and_heads_what_follows() -> None:
    text = f"{MILL}\n  • The Old Bridge\n\n    The Old Bridge\n\n    {BRIDGE}\n"
    (mask,) = masks(text)
    assert (mask.reason, text[mask.start : mask.end]) == (MaskReason.REPEATED_LABEL, "The Old Bridge")
    assert mask.repeats is not None
    assert mask.repeats[1] < mask.start


def test_the_description_of_a_picture_that_comes_back_is_masked_after_the_first_time() -> None:
    text = f"{MILL}\n\nThe Old Bridge\nThe Old Bridge\n\n{BRIDGE}\n\nThe Old Bridge\n\n{ROAD}\n"
    assert [text[mask.start : mask.end] for mask in masks(text)] == ["The Old Bridge"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "I sailed at noon\nand turned at night\n\nRow on, row on\n\nThe sea was green\nthe moon was white\n\nRow on, row on\n",
        f"“No,” she said.\n\n{MILL}\n\n“No,” she said.\n\n{BRIDGE}\n\n“No,” she said.\n",
        "Row, row, row\nRow, row, row\nGently down the water\nRow, row, row\n",
        f"{MILL}\n\nCHORUS\n\nAway, away, the wind is up and the harbour lights are low\n\n{BRIDGE}\n",
    ],
)
def test_refrains_and_answers_that_come_back_are_the_authors(text: str) -> None:
    assert masks(text) == ()


@pytest.mark.parametrize(
    ("pager", "found"),
    [
        ("  • 1\n  • 2\n  • 3", 1),
        ("1\n2\n3\n4", 1),
        ("1 | 2 | 3 | Next", 1),
        ("« 4 5 6 »", 1),
        ("1911\n1912\n1913", 0),
        ("17", 0),
    ],
)
def test_numbers_counted_from_one_are_a_pager(pager: str, found: int) -> None:
    text = f"{MILL}\n\n{BRIDGE}\n\n{pager}\n\n{ROAD}\n"
    assert sum(mask.reason is MaskReason.PAGER for mask in masks(text)) == found
