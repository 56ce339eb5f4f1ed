"""What stands written somewhere and is quoted as itself, where nobody is named who wrote it."""

import pytest

from seeds.voices.cues.documents import is_speaking_title
from tests.seeds.speaking import WORDS, speaker


@pytest.mark.parametrize(
    ("lead_in", "who"),
    [
        ("By the weir stands a stone with this inscription:", "the inscription"),
        ("Beside the road there lies a stone bearing the following doggerel inscription:", "the doggerel inscription"),
        ("Under the picture of the mill was the legend:", "the legend"),
        ("The next entry in the ferry’s log is short:", "the entry"),
        ("In the log of the ferry for that year is the following entry:", "the entry"),
        ("5. Then this entry:", "the entry"),
        ("At the gate hung a tin lid with the plain notice,", "the plain notice"),
        ("One wall bore a torn placard of the old days,", "a torn placard"),
        ("The ballad began:", "the ballad"),
        ("In the margin of the log is this note:", "the note"),
        ("In the log of the ferry is an entry in my own hand:", None),
        ("It may be set as an epitaph on the old mill,", None),
        ("On the door hung a notice from Reeve of the mill:", None),
        ("Here lies a placard entitled:", None),
    ],
)
def test_a_writing_speaks_that_is_said_to_stand_there(lead_in: str, who: str | None) -> None:
    assert speaker(f"The town lay still. {lead_in} “{WORDS}”") == who


def test_who_does_something_with_an_inscription_is_not_passed_over() -> None:
    assert speaker(f"Reeve left the mill with this inscription: “{WORDS}”") == "James Reeve"


@pytest.mark.parametrize("mark", ["\n", "\r\n", " "])
def test_the_title_of_a_writing_may_stand_on_two_lines(mark: str) -> None:
    title = "“Linden Chronicle”"
    text = f"As the{mark}{title}{mark}(p. 46) indignantly declares,"
    assert is_speaking_title(text, text.index(title), text.index(title) + len(title))


@pytest.mark.parametrize(
    ("reference", "author"),
    [
        ("--Smith’s _Tales of the Weir_, p. 357.] The mill is gone.", "Smith"),
        ("--Halloran’s _Book of Linden_, p. 3.] The mill is gone.", "Halloran"),
        ("--Parliament’s _Acts of Linden_, p. 3.] The mill is gone.", None),
    ],
)
def test_whose_work_is_cited_behind_a_dash_wrote_it(reference: str, author: str | None) -> None:
    tale = (
        "The water stood as high as the doors of the mill, and the ferrymen rowed from house to house till the evening."
    )
    assert speaker(f"A note on the flood. [Footnote: “{tale}” {reference}", tale) == author
