"""Paragraphs, whichever way a file breaks its lines."""

from retrieval.library.paragraphs import find_layout, find_paragraphs

WRAPPED = """The council sat for three days in the old granary by the river and
heard forty-one speakers. Most of them were against the tax, and said
so at length.

On the fourth day the doors were shut. The clerk, who had a cold, read
out the minutes in a voice that nobody could hear beyond the second
row of benches.
"""


def units(text: str) -> list[list[str]]:
    return [[text[a:b] for a, b in units] for units in find_paragraphs(text, [(0, len(text))], find_layout(text))]


def test_wrapped_lines_run_on_to_the_blank_line() -> None:
    assert [len(paragraph) for paragraph in units(WRAPPED)] == [1, 1]
    assert units(WRAPPED)[0][0].endswith("at length.")


def test_line_ends_of_every_kind_are_read_alike() -> None:
    for end in ("\r\n", "\r"):
        assert units(WRAPPED.replace("\n", end)) == [
            [unit.replace("\n", end) for unit in paragraph] for paragraph in units(WRAPPED)
        ]


def test_lines_of_whole_paragraphs_stand_alone() -> None:
    long = "The council sat for three days and heard many speakers from every village of the valley. " * 2
    text = f"A title\n{long}\n{long}\n{long}\n"
    assert units(text) == [["A title"], [long.strip()], [long.strip()], [long.strip()]]


def test_a_line_of_a_paragraph_that_was_broken_in_a_sentence_is_mended() -> None:
    long = "The council sat for three days and heard many speakers from every village of the valley and the"
    text = f"{long}\nhills around it, who had walked all night through the snow to be there in time for the vote.\n"
    assert len(units(text)) == 1
    assert len(units(text)[0]) == 1


def test_list_items_in_wrapped_text_stand_for_themselves() -> None:
    items = ["They asked for:", "- bread", "- peace", "- an end to the tax on salt and on the crossing of rivers"]
    assert units(WRAPPED + "\n" + "\n".join(items))[-1] == [item.removeprefix("- ") for item in items]


def test_marks_before_the_first_word_are_left_out() -> None:
    assert units("# A title\n\n> Quoted.\n\n* one\n\n– Dashes speak.\n") == [
        ["A title"],
        ["Quoted."],
        ["one"],
        ["– Dashes speak."],
    ]


def test_a_link_back_saved_as_text_is_left_out() -> None:
    assert units("15 (return) [ The jar was of clay, and held forty crowns.]\n") == [
        ["The jar was of clay, and held forty crowns.]"]
    ]


def test_a_quotation_with_marked_lines_runs_on() -> None:
    quotation = "The governor has fled in the night with the whole of the treasury and\n> left his dog behind."
    assert units(f"{WRAPPED}\n> {quotation}\nSo it was.\n")[-1] == [quotation, "So it was."]


def test_verse_in_wrapped_text_keeps_its_lines() -> None:
    verse = ["The river came up in the night,", "The miller went down in the day;", "And nobody asked for his right."]
    assert units(WRAPPED + "\n" + "\n".join(verse))[-1] == verse


def test_an_indented_first_line_begins_a_paragraph() -> None:
    text = WRAPPED.replace("\n\nOn the", "\n   On the")
    assert [len(paragraph) for paragraph in units(text)] == [2]


def test_a_line_without_letters_divides() -> None:
    assert units("One part.\n* * *\nAnother part.\n") == [["One part."], ["Another part."]]


def test_a_text_of_blanks_has_no_paragraph() -> None:
    assert units(" \n\n\t\n") == []
