"""Paragraphs are what a reader would call so, in saved pages, in typed texts and in Markdown; offsets are exact."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeds.structure.layout import lay_out, lines

TYPED = """\
   The mill stood empty for eleven years before anybody
   thought of the water again, and by then the wheel had
   rotted and the race was full of alders and of reeds.

   It was bought in the end by a man from the town.
"""
PAGE = (
    "A heading\n"
    + "One long paragraph that a browser wrote into one line without a break. " * 4
    + "\nAnd a second one.\n"
)
WIDE = """\
In the spring of that year the town had three hundred houses, and the river
took eleven of them away in one night; the bridge went with them, and nobody
crossed again before the corn was in, except the miller, who owned the boat.
"""
CLAUSES = """\
The wardens of the bridge were asked to pay for the timber,
which had been felled without leave in the abbot's wood,
and when they refused, pleading the poverty of the town,
the abbot's men came by night and took back every plank
that was not yet nailed down.

"Whoever takes a plank," wrote the clerk in the town book,
"which was neither paid for nor lent by the abbey's steward,
shall bring two planks of the same length before Easter."
"""
LETTERED = """\
(a) the timber of the bridge belongs to the town;
(b) the wood of the abbot is to be left as it stands;
c) the miller takes over whom he likes, for flour
"""
TABLE = """\
oak, of which the wardens took eleven      11
elm, of which the abbot took the rest       4
planks that were nailed down already . . . 12
nails, and what else came from the town ... 3
"""
VERSE = "A short line\nAnd a shorter\nThen one that runs a little further on\nThe end\n"


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        (TYPED, ["The mill", "It was"]),
        (PAGE, ["A heading", "One long", "And a second"]),
        (VERSE, ["A short", "And a", "Then one", "The end"]),
        (WIDE + "\n" + CLAUSES, ["In the spring", "The wardens", '"Whoever takes']),
        (WIDE + "\n" + VERSE.lower(), ["In the spring", "a short", "and a", "then one", "the end"]),
        (WIDE + "\n" + LETTERED, ["In the spring", "(a) the", "(b) the", "c) the"]),
        (WIDE + "\n" + TABLE, ["In the spring", "oak,", "elm,", "planks", "nails,"]),
        ("one\r\n\r\ntwo\r\rthree\u2028\u2028four", ["one", "two", "three", "four"]),
        ("  • a point\n  • another\n", ["• a point", "• another"]),
        ("\ufeffbegins\n", ["begins"]),
        ("   \n\t\n\xa0\n", []),
        ("", []),
    ],
)
def test_paragraphs_begin_where_a_reader_sees_them_begin(text: str, starts: list[str]) -> None:
    found = [part.text for part in lay_out(text).paragraphs]
    assert len(found) == len(starts)
    assert all(part.startswith(start) for part, start in zip(found, starts, strict=True))


def test_in_markdown_only_blank_lines_part_paragraphs() -> None:
    assert len(lay_out(PAGE, blank_lines_only=True).paragraphs) == 1


def test_a_text_is_typed_where_its_lines_are_broken_at_one_width() -> None:
    assert lay_out(TYPED).typed
    assert not lay_out(PAGE).typed


def test_a_line_knows_whether_blank_lines_surround_it() -> None:
    alone = [part.alone for part in lay_out("one\n\ntwo\nthree\n").paragraphs]
    assert alone == [True, False, False]


@given(st.text(alphabet="ab .\n\r\t\xa0\u2028\ufeff•", max_size=300))
def test_every_range_is_a_slice_and_nothing_but_blanks_is_left_out(text: str) -> None:
    parts = lay_out(text).paragraphs
    assert all(text[part.start : part.end] == part.text for part in parts)
    assert [part.start for part in parts] == sorted(part.start for part in parts)
    covered = "".join(part.text for part in parts)
    assert [c for c in text if c in "ab.•"] == [c for c in covered if c in "ab.•"]


@given(st.text(alphabet="ab \n\r\x0b\x85", max_size=200))
def test_lines_are_those_of_splitlines(text: str) -> None:
    assert [line.text for line in lines(text) if line.text] == [s for line in text.splitlines() if (s := line.strip())]
