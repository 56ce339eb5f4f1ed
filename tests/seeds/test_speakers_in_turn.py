"""Who speaks is told by what stands above and below: headings, signatures, the turns of a talk, a speech that goes on."""

import pytest

from seeds.readers.analysis import analyse_markdown
from tests.seeds.speaking import WORDS, speaker

LONG = (
    "We have waited for the boats since the spring, and nobody has told us who is to pay for them, nor when they are to come, "
    "nor whether the ferry is to be kept at all when the new bridge is open to the carts of both the towns."
)


@pytest.mark.parametrize(
    ("heading", "author"),
    [
        ("From the Ferry Committee of Linden", "the Ferry Committee of Linden"),
        ("FROM THE FERRY COMMITTEE TO THE PEOPLE OF LINDEN", "the Ferry Committee"),
        ("_From the Linden Ferry Board_ TO ALL", "the Linden Ferry Board"),
        ("From the _Evening Boat_ (Linden), May 3rd:", "the Evening Boat"),
        ("From _Evening Boat_ (Linden), May 3rd:", "Evening Boat"),
        ("From Reeve:", "James Reeve"),
        ("Mr. Reeve to Captain Orme.", "James Reeve"),
        ("REEVE’s LETTER TO ORME", "James Reeve"),
        ("Orders of Reeve, May 3rd:", "James Reeve"),
        ("Appeal to the town, signed by Reeve, May 3rd:", "James Reeve"),
        ("12. From the Ferry Committee of Linden", "the Ferry Committee of Linden"),
        ("7 Appeal of the Ferry Board", "the Ferry Board"),
        ("PROTEST OF THE FERRY BOARD", "the Ferry Board"),
        ("Reeve, To _the People of Linden:_", "James Reeve"),
        ("From the Ferry Board attached to the Council of Linden", "the Ferry Board attached to the Council of Linden"),
        ("From _Evening Boat:_", "Evening Boat"),
        ("From Linden", None),
    ],
)
def test_a_heading_says_whose_document_stands_below(heading: str, author: str | None) -> None:
    assert speaker(f"{heading}\n\n“{WORDS}”") == author


@pytest.mark.parametrize(
    ("heading", "author"),
    [("7. Reeve’s Speech to the Council", "James Reeve"), ("The Mill", None), ("Reeve’s Mill", None)],
)
def test_what_is_set_as_a_heading_says_it_too(heading: str, author: str | None) -> None:
    text = f"## The Town\n\nMr. James Reeve kept the mill.\n\n## {heading}\n\n“{WORDS}”\n"
    voices = analyse_markdown(text, 0).voices
    assert (voices[-1].speaker if voices else None) == author


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Followed him Reeve, wet to the knees.", "James Reeve"),
        ("Reeve was on his feet.", "James Reeve"),
        ("Reeve addressed the council at great length.", "James Reeve"),
        ("The mill stood still that day.", None),
    ],
)
def test_a_speech_of_several_paragraphs_is_his_who_takes_the_floor_before_it(sentence: str, who: str | None) -> None:
    assert speaker(f"The hall was full. {sentence} “{LONG}\n\n“{WORDS}”") == who


def test_the_owner_of_a_letter_need_not_be_known_as_a_person() -> None:
    assert speaker(f"They told Halloran of it.\n\nHALLORAN’s LETTER TO REEVE\n\n“{WORDS}”") == "Halloran"


def test_a_line_for_those_addressed_may_stand_below_the_heading() -> None:
    assert speaker(f"From the Ferry Committee of Linden\n\nCITIZENS\n\n“{WORDS}”") == "the Ferry Committee of Linden"


def test_a_telegram_may_itself_begin_with_its_sender() -> None:
    assert speaker(f"This came at noon.\n\n“No. 14. From Captain Orme to Mr. Reeve. {WORDS}”") == "Paul Orme"


@pytest.mark.parametrize(
    ("end", "signer"),
    [
        ("“{}\n\n“J. Reeve.”", "James Reeve"),
        ("“{}\n\n“(Signed) JAMES REEVE.”", "James Reeve"),
        ("“Come soon. {}\n\n“Wait for the boats.—Your brother, Paul Orme.”", "Paul Orme"),
        ("“Come soon. {}\n\n“Wait for the boats.”\n\nC. D. HALLORAN, Corp.", "C. D. Halloran"),
        ("“Comrades!\n\n“{}”\n\nThe Ferry Council of Linden.", "the Ferry Council of Linden"),
        ("“{}\n\n“Wait for the boats.”\n\nThe Ferry Council of Linden.", None),
        ("“Comrades!\n\n“{}”\n\nResolution of the Ferry Council", None),
        ("“Come soon. {}\n\n“Wait for the boats.” SGT. C. D. HALLORAN, Co. M", "C. D. Halloran"),
        ("“Come soon. {}\n\n“Believe me,\n\n(_Sd._) “J. Reeve.”", "James Reeve"),
        ("“Come soon. {}\n\nREEVE.”", "James Reeve"),
        ("“{} Come soon.—Reeve.”", "James Reeve"),
        ("“{} Nobody went but one—Reeve.”", None),
        ("“CITIZENS: {}\n\n“Wait for the boats.\n\n_The Ferry Council of Linden._", "the Ferry Council of Linden"),
        ("“Come soon. {}\n\nReeve came home.”", None),
        ("“{}\n\n“Where is Reeve?”", None),
        ("“{}\n\n“Reeve, R. N., will stay in command at Linden.”", None),
    ],
)
def test_a_document_is_of_the_one_who_signs(end: str, signer: str | None) -> None:
    assert speaker(f"This was found in the mill.\n\n{end.format(WORDS)}") == signer


@pytest.mark.parametrize(
    ("talk", "who"),
    [
        ("“Is it far?” I asked the miller.\n\n“{}”", "the miller"),
        ("The rain fell, and I said to the miller:\n\n“Is it far?”\n\n“{}”", "the miller"),
        ("The rain fell, and I said to the miller:\n\n“It is far.”\n\n“{}”", None),
        ("“Is it far?” Reeve asked Orme.\n\n“{}”", "Paul Orme"),
        ("“It is late,” said Orme.\n\n“Is it far?” I asked.\n\n“{}”", "Paul Orme"),
        ("“It is late,” said Orme.\n\n“Is it far?”\n\n“{}”", "Paul Orme"),
        ("“It is late,” said Orme.\n\n“It is far.”\n\n“{}”", None),
        ("“It is late,” said Orme.\n\n“I know,” I said.\n\nReeve came in.\n\n“{}”", None),
        ("“It is late,” said Orme.\n\nReeve had come in. “I know,” I said.\n\n“{}”", None),
        (
            "“It is late,” said Orme.\n\n“I know,” I said.\n\n“Where,” asked Reeve, “is it?”\n\n“No,” I said.\n\n“{}”",
            "James Reeve",
        ),
        (
            "“It is late,” said Mrs. Quill.\n\n“Is it far?” I asked.\n\nThe rain fell on all the roofs. “Well,” she said, “{}”",
            "Martha Quill",
        ),
    ],
)
def test_one_who_talks_with_the_author_or_is_asked_speaks_next(talk: str, who: str | None) -> None:
    assert speaker(talk.format(WORDS)) == who


@pytest.mark.parametrize(
    ("between", "who"),
    [
        ("The cries were loud, but Orme went on.", "Paul Orme"),
        ("He spoke of the ferry, and of what it cost.", "Paul Orme"),
        ("Reeve rose from his bench at the back of the hall.", None),
        ("She turned away.", None),
    ],
)
def test_a_speech_goes_on_behind_what_is_told_of_the_speaker(between: str, who: str | None) -> None:
    assert (
        speaker(f"Orme said: “{LONG}”\n\n{between}\n\n“{LONG.replace('spring', 'autumn')}”", "since the autumn") == who
    )


def test_a_document_goes_on_where_it_is_quoted_piece_by_piece() -> None:
    pieces = (
        f"Reeve wrote as follows of the flood:\n\n“{LONG}”\n\n“{WORDS} The carts will have to go round by the hills.”"
    )
    assert speaker(pieces) == "James Reeve"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Reeve wrote: “The water rose at noon.” And again: “{}”", "James Reeve"),
        ("The officer came in. Reeve: “Of what law do you speak?” Orme: “{}”", "Paul Orme"),
        ("Somebody wrote on the wall.\n\n“{}”\n\nThus Mr. Reeve wrote in that year.", "James Reeve"),
        ("Somebody wrote on the wall.\n\n“{}”\n\nThe above quotation is from Reeve, who knew it.", "James Reeve"),
        ("The mill stood still. “{}” Such are the words of the old ferryman, who had seen it.", "the old ferryman"),
        ("The mill stood still. “{}” [Footnote: Reeve, ii. 14.]", "James Reeve"),
        ("Reeve asked, “Who is it?” The carter answered, “{}”", "the carter"),
    ],
)
def test_what_stands_beside_a_quotation_names_its_speaker(text: str, who: str) -> None:
    assert speaker(text.format(WORDS)) == who


@pytest.mark.parametrize(
    ("announcement", "who"),
    [
        ("What follows on the flood is from the pen of Mr. Reeve:", "James Reeve"),
        ("What follows on the flood is from the pen of a ferry captain:", "a ferry captain"),
        ("We have a report from the pen of the correspondent of the Linden “Boat”:", "the correspondent"),
        ("The night is told of in the following story, made by one of our ferrymen:", "one of our ferrymen"),
        ("The order issued that morning by Captain Orme left no doubt. It read:", "Paul Orme"),
        (
            "There came a telegram from the Ferry Committee of Linden. It read as follows:",
            "the Ferry Committee of Linden",
        ),
        ("Reeve, in his joy, scribbled a note to the mayor on the back of a sack. It ran thus:", "James Reeve"),
        ("This is a copy of a letter which Reeve sent to his brother. It reads as follows:", "James Reeve"),
        ("There was a note to the mayor, and Reeve sent it by a boy. It was as follows:", None),
        ("There came a telegram from Linden, where the boats lay. It read:", None),
        ("The last pages are from the pen of a man who had seen it.", None),
    ],
)
def test_who_penned_a_document_is_named_where_it_is_announced(announcement: str, who: str | None) -> None:
    assert speaker(f"{announcement}\n\n“{WORDS}”") == who


def test_who_made_a_speech_may_be_told_below_it() -> None:
    assert speaker(f"The hall was full.\n\n“{WORDS}”\n\nSuch were the words of the Lindeners.") == "the Lindeners"


@pytest.mark.parametrize(
    ("talk", "who"),
    [
        ("“{}”\n\n“Is it far?”\n\n“It is late,” said Orme.\n\n“Is it late?” asked Reeve.", "Paul Orme"),
        ("“Is it far?”\n\n“{}”\n\n“Go home.”\n\n“It is late,” said Orme.\n\n“Is it?” asked Reeve.", "Paul Orme"),
        ("“{}”\n\n“Go home.”\n\n“So?”\n\n“How?”\n\n“It is late,” said Orme.\n\n“Is it?” asked Reeve.", None),
    ],
)
def test_the_first_turns_of_a_talk_are_his_whose_turn_it_is(talk: str, who: str | None) -> None:
    assert speaker(f"They met on the bridge.\n\n{talk.format(WORDS)}") == who
