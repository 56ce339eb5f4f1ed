"""Ranges that are not the author's words carry the name of their speaker; where that is not certain there is no voice."""

import pytest

from seeds.document import VoiceKind
from seeds.readers.analysis import analyse, analyse_markdown

LONG = (
    "The water rose until noon and stood for two days in the lower rooms. We carried the books to the attic, one by one, "
    "and when the last of them was dry we found that nobody had saved the catalogue."
)
MORE = "On the third day the boats came. They brought bread and candles, and they took away the sick and the old."
AFTER = "Nothing of this is told in the minutes of the council, which met as usual on the first Monday of the month."


def voices(text: str) -> list[tuple[str, str, VoiceKind]]:
    return [(text[v.start : v.end], v.speaker, v.kind) for v in analyse(text).voices]


@pytest.mark.parametrize(
    ("introduction", "speaker"),
    [
        ("The librarian Martha Quill was there; her notes deserve to be repeated:", "Martha Quill"),
        ("Martha Quill has left a vivid account of the flood.", "Martha Quill"),
        ("One of those who saw it (M. Quill) has left a careful account. The others were silent.", "M. Quill"),
        ("Martha Quill wrote to the bishop the next morning:", "Martha Quill"),
        ("What happened next is told in Martha Quill’s diary:", "Martha Quill"),
        ("Martha Quill did not leave the house. She waited. Then she wrote in a clear hand:", "Martha Quill"),
        (
            "Jan Quill said little, and Jonas Reeve said that it had been worse in the year of the comet. He added:",
            "Jonas Reeve",
        ),
    ],
)
def test_a_quoted_paragraph_belongs_to_whom_the_paragraph_above_names(introduction: str, speaker: str) -> None:
    text = f"{introduction}\n\n“{LONG}”\n\n{AFTER}\n"
    assert voices(text) == [(f"“{LONG}”", speaker, VoiceKind.BLOCK_QUOTATION)]


@pytest.mark.parametrize(
    "introduction",
    [
        "It was a long night, and nobody slept.",
        "Martha Quill and her brother had both been there, and both remembered it differently.",
        "They told each other afterwards:",
        "Jan Quill sat beside Jonas Reeve, and Jonas Reeve looked at Jan Quill. He added:",
    ],
)
def test_a_quoted_paragraph_that_nobody_introduces_has_no_voice(introduction: str) -> None:
    assert voices(f"{introduction}\n\n“{LONG}”\n\n{AFTER}\n") == []


def test_these_memoirs_are_those_quoted_last() -> None:
    text = (
        f"Martha Quill has left a vivid account of the flood.\n\n“{LONG}”\n\n"
        f"Let us take another scene from these memoirs. It is the third day.\n\n“{MORE}”\n\n{AFTER}\n"
    )
    assert [(words, who) for words, who, _ in voices(text)] == [
        (f"“{LONG}”", "Martha Quill"),
        (f"“{MORE}”", "Martha Quill"),
    ]


def test_a_quotation_of_several_paragraphs_is_one_voice() -> None:
    text = f"Martha Quill wrote to the bishop the next morning:\n\n“{LONG}\n\n“{MORE}”\n\n{AFTER}\n"
    assert voices(text) == [(f"“{LONG}\n\n“{MORE}”", "Martha Quill", VoiceKind.BLOCK_QUOTATION)]


def test_the_speaker_may_be_named_inside_the_quotation() -> None:
    quoted = "“The water rose,” Martha Quill relates, “until it stood in the lower rooms, and nobody came to help us.”"
    text = f"{AFTER}\n\n{quoted}\n\n{MORE}\n"
    assert voices(text) == [(quoted, "Martha Quill", VoiceKind.BLOCK_QUOTATION)]


@pytest.mark.parametrize(
    "line", ["---Quill, The Year of the Flood", "— Martha Quill", "– Martha Quill, letter to her sister, 1871"]
)
def test_an_epigraph_belongs_to_the_name_below_it(line: str) -> None:
    text = f"The Flood\n\n{LONG}\n\n{line}\n\n{MORE}\n\nIn the end Martha Quill left the town.\n"
    assert voices(text) == [(f"{LONG}\n\n{line}", "Martha Quill", VoiceKind.EPIGRAPH)]


@pytest.mark.parametrize(
    "motto",
    [
        "By asking we come to the river;\nand by the river we come to the town.\nMartha Quill",
        "By asking we come to the river;\nand by the river we come to the town.\n---\nMartha Quill",
        f"{LONG} [Martha Quill, 1884]",
        f"“{LONG}”\n\nMartha Quill",
    ],
)
def test_a_motto_at_the_top_may_be_signed_in_other_ways(motto: str) -> None:
    text = f"Lecture 3\n\nThe Flood\n\n{motto}\n\n{MORE}\n\n{AFTER}\n"
    assert voices(text) == [(motto, "Martha Quill", VoiceKind.EPIGRAPH)]


def test_a_name_below_the_text_is_no_attribution() -> None:
    text = f"The Flood\n\n{LONG}\n\n{MORE}\n\n{AFTER}\n\nMartha Quill\n"
    assert voices(text) == []


@pytest.mark.parametrize(
    "line", ["— No, he said.", "— and then nothing", "- first point", "—The river again, always the river?"]
)
def test_a_dash_alone_makes_no_epigraph(line: str) -> None:
    assert voices(f"The Flood\n\n{LONG}\n\n{line}\n\n{MORE}\n") == []


@pytest.mark.parametrize(
    "end",
    [
        "If this letter reached him we do not know it, and there is no answer in the archive.",
        "With these words Quill took leave of the town and of her office.",
        "A week later Quill was on the road, with two trunks and a parrot in a cage.",
    ],
)
def test_a_letter_given_in_full_ends_where_the_author_speaks_again(end: str) -> None:
    text = f"She sat down at once. Here is the full text of Martha Quill's letter:\n\n\n{LONG}\n\n{MORE}\n\n{end}\n\n{AFTER}\n"
    assert voices(text) == [(f"{LONG}\n\n{MORE}", "Martha Quill", VoiceKind.LETTER)]


def test_an_answer_to_a_letter_is_not_by_its_author() -> None:
    text = f"This is what the prime minister wrote in reply to Martha Quill's letter:\n\n{LONG}\n\n{MORE}\n\n{AFTER}\n"
    assert voices(text) == []


def test_the_points_of_a_letter_are_the_authors() -> None:
    assert voices(f"Martha Quill's letter made three points:\n\n{LONG}\n\n{MORE}\n\n{AFTER}\n") == []


def test_turns_that_begin_with_names_belong_to_them() -> None:
    text = (
        f"An interview with Martha Quill\n\n{AFTER}\n\nPaul Orme: What did you see?\n\nMartha Quill: {LONG}\n\n{MORE}\n\n"
        "Paul Orme: And then?\n\nMartha Quill: Then we slept for two days.\n"
    )
    assert [(who, words.split(":")[0]) for words, who, _ in voices(text)] == [
        ("Paul Orme", "Paul Orme"),
        ("Martha Quill", "Martha Quill"),
        ("Paul Orme", "Paul Orme"),
        ("Martha Quill", "Martha Quill"),
    ]
    assert MORE in voices(text)[1][0]


def test_quoted_questions_and_answers_belong_to_the_parties_of_the_interview() -> None:
    text = (
        "Interview Given by Martha Quill to Paul Orme\n\nOn Monday the correspondent interviewed Martha Quill in her garden.\n\n"
        f"“What did you see from the window?” the correspondent asked.\n\n“{LONG}”\n\n“And what came then?”\n\n“{MORE}”\n"
    )
    spoken = [(who, kind) for _, who, kind in voices(text)]
    assert spoken == [("Paul Orme", VoiceKind.INTERVIEW), ("Martha Quill", VoiceKind.INTERVIEW)] * 2


HEARING = """Mr. Paul Orme came before the committee, with Senator Quill.

The CHAIRMAN. Who kept the ferry?

Mr. ORME. My brother kept it.

Senator QUILL. Who paid him?

Mr. ORME. The town did, sir.

I hold here the letter of the clerk to the council.

Senator QUILL (rising). Who else was there?

The CHAIRMAN. We shall come to that."""


def test_a_turn_in_the_minutes_of_a_hearing_is_of_whom_its_label_names() -> None:
    found = analyse(HEARING)
    assert [(HEARING[voice.start : voice.end], voice.speaker) for voice in found.voices] == [
        ("The CHAIRMAN. Who kept the ferry?", "the chairman"),
        ("Mr. ORME. My brother kept it.", "Paul Orme"),
        ("Senator QUILL. Who paid him?", "Senator Quill"),
        ("Mr. ORME. The town did, sir.", "Paul Orme"),
        ("Senator QUILL (rising). Who else was there?", "Senator Quill"),
        ("The CHAIRMAN. We shall come to that.", "the chairman"),
    ]


def test_states_by_their_initials_make_no_hearing() -> None:
    text = "\n\n".join(["The U.S. navy lay off Linden.", "The U.S.S.R. sent two ships and a tug."] * 4)
    assert analyse(text).voices == ()


def test_one_name_in_capitals_makes_no_hearing() -> None:
    alone = HEARING.replace("Senator QUILL", "Mr. ORME").replace("The CHAIRMAN", "Mr. ORME")
    assert analyse(alone).voices == ()


def test_a_glossary_is_no_interview() -> None:
    text = "\n\n".join(f"Volume: {n}\n\nIssue: {n + 1}\n\n{LONG.replace('two', str(n))}" for n in range(3, 8))
    assert voices(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            f"{AFTER} “We are ruined, all of us,” Martha Quill said to the mayor. {MORE}",
            "“We are ruined, all of us,” Martha Quill said to the mayor.",
        ),
        (
            f"{AFTER} Martha Quill told him: “We are ruined. The books are wet.” {MORE}",
            "Martha Quill told him: “We are ruined. The books are wet.”",
        ),
        (
            f"{AFTER} Martha Quill rose to answer. “We are ruined. The books are wet.” {MORE}",
            "“We are ruined. The books are wet.”",
        ),
    ],
)
def test_a_sentence_quoted_in_a_paragraph_is_a_voice_with_the_words_that_say_who_speaks(text: str, words: str) -> None:
    assert voices(text) == [(words, "Martha Quill", VoiceKind.SPEECH)]


@pytest.mark.parametrize(
    "text",
    [
        f"{AFTER} The town, as Martha Quill wrote, “found its courage in the mud” and began to dig.",
        f"{AFTER} Martha Quill called it “a wet year.” {MORE}",
        f"{AFTER} “We are ruined,” somebody said. {MORE}",
    ],
)
def test_a_fragment_stays_with_the_author(text: str) -> None:
    assert voices(text) == []


def test_typed_paragraphs_set_in_below_a_colon_belong_to_whom_it_names() -> None:
    text = """\
The flood is described by several hands, and not all of them agree on
the hour at which it came. In her diary for that week Martha Quill says:

    The water rose until noon and stood for two days in the lower
    rooms, and we carried the books to the attic one by one.

That is all that she says, and it is more than the council ever said in
the eleven years during which the question was before it.
"""
    ((words, speaker, kind),) = voices(text)
    assert words.startswith("The water rose")
    assert (speaker, kind) == ("Martha Quill", VoiceKind.BLOCK_QUOTATION)


def test_block_quotations_of_markdown_belong_to_whom_they_name() -> None:
    text = f"# The Flood\n\nMartha Quill wrote to the bishop:\n\n> {LONG}\n> {MORE}\n\n{AFTER}\n"
    (voice,) = analyse_markdown(text, 0).voices
    assert (voice.speaker, voice.kind) == ("Martha Quill", VoiceKind.BLOCK_QUOTATION)
    assert text[voice.start : voice.end] == f"> {LONG}\n> {MORE}"


def test_a_block_quotation_of_markdown_may_be_signed() -> None:
    text = f"# The Flood\n\n{AFTER}\n\n> {LONG}\n>\n> — Martha Quill\n\nIn the end Martha Quill left.\n"
    (voice,) = analyse_markdown(text, 0).voices
    assert (voice.speaker, voice.kind) == ("Martha Quill", VoiceKind.EPIGRAPH)
