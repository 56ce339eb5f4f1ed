"""Quotation marks are paired, and a speaker is named only where the sentence names one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeds.people import People, person
from seeds.quotations import quotations
from seeds.structure.layout import lay_out


def spoken(text: str) -> list[tuple[str, str | None]]:
    (paragraph,) = lay_out(text, blank_lines_only=True).paragraphs
    return [(text[q.start : q.end], q.speaker) for q in quotations(paragraph)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“The bridge is down,” said Halloran.", "Halloran"),
        ("“The bridge is down,” Halloran said.", "Halloran"),
        ("“The bridge is down!” cried old Halloran.", "Halloran"),
        ("“Is the bridge down?” asked the young Irish engineer Patrick Halloran, and sat down.", "Patrick Halloran"),
        ("“The bridge is down,” wrote his Polish sister, Wanda Kossak. Nobody answered.", "Wanda Kossak"),
        ("“The bridge is down,” said P. N. Halloran. He sat down.", "P. N. Halloran"),
        ("Halloran told the others: “The bridge is down.”", "Halloran"),
        ("Halloran, who had seen it, said: “The bridge is down.”", "Halloran"),
        ("Halloran stood up and said: “The bridge is down.”", "Halloran"),
        ("According to Halloran, “the bridge was down by noon.”", "Halloran"),
        ("As Halloran put it, “the bridge is down.”", "Halloran"),
        ("Halloran slowly rose to answer. “The bridge is down. We must go round by the mill.”", "Halloran"),
        ('"The bridge is down," Halloran said.', "Halloran"),
        ("«Мост разрушен», said Halloran.", "Halloran"),
        ("„Die Brücke ist weg“, said Halloran.", "Halloran"),
        ("“The bridge is down,”\r\nsaid\r\nHalloran.", "Halloran"),
    ],
)
def test_the_speaker_is_whom_the_sentence_names(text: str, speaker: str) -> None:
    assert spoken(text)[0][1] == speaker


@pytest.mark.parametrize(
    "text",
    [
        "“The bridge is down,” he said.",
        "“The bridge is down,” said one of the engineers to Halloran.",
        "“The bridge is down,” said a friend of Halloran.",
        "“The bridge is down,” the wife of Halloran said.",
        "“The bridge is down.” Halloran said nothing.",
        "“The bridge is down,” said the head of the Royal Survey in London.",
        "“The bridge is down,” said the ferrymen to the millers.",
        "Halloran and Kossak said: “The bridge is down.”",
        "The brother of Halloran said: “The bridge is down.”",
        "Halloran heard that somebody had said: “The bridge is down.”",
        "Halloran said that a boy had cried “the bridge is down” and run.",
        "Halloran received a letter that said: “The bridge is down.”",
        "Kossak ended her letter, as Halloran remembered it, with the words “the bridge is down.”",
        "The word “bridge” was on everybody's lips.",
    ],
)
def test_where_it_is_not_certain_who_speaks_nobody_is_named(text: str) -> None:
    assert {speaker for _, speaker in spoken(text)} == {None}


def test_an_interrupted_quotation_has_one_speaker() -> None:
    text = "“The bridge,” wrote the engineer Halloran, “is down.” Nobody moved. “It is,” said Kossak."
    assert spoken(text) == [("“The bridge,”", "Halloran"), ("“is down.”", "Halloran"), ("“It is,”", "Kossak")]


def test_nested_quotations_belong_to_the_outer_one() -> None:
    text = "“He cried ‘stop’ and “halt” and ran,” said Halloran."
    assert spoken(text) == [("“He cried ‘stop’ and “halt” and ran,”", "Halloran")]


def test_straight_marks_nest_where_one_opens_behind_a_colon_or_a_comma() -> None:
    text = '"At the ferry the boy shouted: "The bridge is down!" and ran on. So we waited.'
    (paragraph,) = lay_out(text, blank_lines_only=True).paragraphs
    assert [(quotation.start, quotation.end, quotation.closed) for quotation in quotations(paragraph)] == [
        (0, len(text), False)
    ]


def test_a_quotation_that_goes_on_below_is_not_closed() -> None:
    (paragraph,) = lay_out("“We waited for the ferry. It did not come.").paragraphs
    assert [quotation.closed for quotation in quotations(paragraph)] == [False]


@pytest.mark.parametrize("text", ["” backwards “", 'five " inches', "no marks at all", "“one “two “three"])
def test_marks_that_make_no_sense_are_left_alone(text: str) -> None:
    assert spoken(text) == []


@given(st.text(alphabet="ab “”„«»\"'’,.:!? \nLS", max_size=120))
def test_quotations_are_disjoint_slices_between_marks(text: str) -> None:
    for paragraph in lay_out(text, blank_lines_only=True).paragraphs:
        end = paragraph.start
        for quotation in quotations(paragraph):
            assert end <= quotation.start < quotation.end <= paragraph.end
            assert text[quotation.start] in '“„«»"'
            end = quotation.end


@pytest.mark.parametrize(
    ("text", "name", "full"),
    [
        ("Leon Halloran came. Halloran sat down.", "Halloran", "Leon Halloran"),
        ("We met P. N. Halloran there. Then Halloran left.", "Halloran", "P. N. Halloran"),
        ("A chapter\nV. I. Halloran came, and Halloran left.", "Halloran", "V. I. Halloran"),
        ("A chapter\nV. Halloran\nAnd there was Halloran.", "Halloran", "Halloran"),
        ("Leon Halloran and his brother Karl Halloran came.", "Halloran", "Halloran"),
        ("General Halloran came, and then Halloran left.", "Halloran", "Halloran"),
        ("The guards cried. Guards came from all sides.", "Guards", None),
        ("Soldiers came.", "Soldiers", None),
    ],
)
def test_a_speaker_is_named_as_fully_as_the_text_names_him(text: str, name: str, full: str | None) -> None:
    assert People.of(text).speaker(name) == full


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Victor Halloran", "Victor Halloran"),
        ("V. I. Halloran", "V. I. Halloran"),
        ("Dr. Anna van der Meer", "Anna van der Meer"),
        ("The Red October", None),
        ("Winter Palace", None),
        ("halloran", None),
        ("A Year in the Signal Box", None),
    ],
)
def test_a_line_is_a_persons_name_where_it_shows_it(line: str, name: str | None) -> None:
    assert person(line) == name
