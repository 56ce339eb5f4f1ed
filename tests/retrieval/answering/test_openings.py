"""Whether words can be read alone, by how they open."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answering.openings import leans

LEANING = (
    "He threatened to close the mill.",
    "She signed it herself.",
    "They took the bridges at dawn.",
    "They’d never seen the sea.",
    "It burned for three days.",
    "It was his last speech.",
    "It was a small party, and it had no printing press.",
    "It was sent to the front in June.",
    "It was led by men who had never seen a mill.",
    "It was able to hold the bridge.",
    "It was then that the ropemakers left.",
    "It was so weak that nobody feared it.",
    "It was the latter who signed.",
    "It was this vote that ended the strike.",
    "It meant that the mill would close.",
    "It’s gone.",
    "Its members were ropemakers.",
    "His brother refused.",
    "Her answer was short.",
    "Their leaders were arrested.",
    "Him they let go.",
    "This meant war.",
    "This was the end of the strike.",
    "These men had no boots.",
    "Those were hard years.",
    "That day the bridges were raised.",
    "That night nobody slept.",
    "That was all.",
    "On that day Reeve resigned.",
    "At this moment the doors were opened.",
    "In these circumstances the council gave way.",
    "For this reason the vote was put off.",
    "By then the harbour was closed.",
    "Since then nobody has rebuilt it.",
    "Among them was Reeve.",
    "Some of them were armed.",
    "All this was known in Linden.",
    "Then the doors were opened.",
    "Then came the soldiers.",
    "But Orme refused.",
    "But he refused.",
    "And so they went home.",
    "Yet nobody moved.",
    "Nor did the ropemakers.",
    "Thus ended the strike.",
    "However, the council stayed.",
    "So the soldiers left.",
    "So they left.",
    "So ended the strike.",
    "So, at noon, Reeve left.",
    "Such was the law.",
    "Such men were few.",
    "Both were shot.",
    "Both sides claimed to have won.",
    "The latter refused.",
    "The former was a ropemaker.",
    "The former, a ropemaker, stayed.",
    "The other stayed at home.",
    "The others went on.",
    "The same evening Reeve left.",
    "The next day the mill was closed.",
    "There he met Quill.",
    "There the boats were waiting.",
    "Here the boats were waiting.",
    "For he knew the town.",
    "Now they were ready.",
    "When they came to Linden, they were fed.",
    "As he spoke the doors were opened.",
    "Neither of them came back.",
    "In it stood a table.",
    "“He is gone,” said Reeve.",
    "(They were never paid.)",
    "— He would not go.",
    "[3] He would not go.",
    "*He* would not go.",
    "HE WOULD NOT GO.",
)  # fmt: skip

STANDING_ALONE = (
    "",
    "…",
    "Orme threatened to close the mill.",
    "The council met at noon.",
    "1917 was a hungry year.",
    "Two men were shot.",
    "It is true that the mill was closed.",
    "It was necessary to wait.",
    "It was not until May that the mill opened.",
    "It was decided to wait.",
    "It has been said that Reeve could not read.",
    "It would be hard for Orme to refuse.",
    "It was Orme who raised the bridges.",
    "It was the ropemakers, not the sailors, who raised the bridges.",
    "It was in Linden that the ropemakers met.",
    "It was a mistake to wait.",
    "It is not known whether Reeve signed.",
    "It seems that nobody came.",
    "It turned out that nobody had signed.",
    "It took three weeks to raise the bridges.",
    "It was raining.",
    "It was five o’clock.",
    "It was a cold night.",
    "It was the winter of 1917.",
    "It’s true that nobody came.",
    "There was a mill in Linden.",
    "There were no boats.",
    "There had been a strike.",
    "There’s no doubt of it.",
    "There can be no doubt of it.",
    "There stood a mill at the river.",
    "There remained the question of bread.",
    "Here is the list.",
    "This is the story of a mill.",
    "This is a history of the harbour.",
    "This book tells of a mill.",
    "In this chapter the strike is told.",
    "This short selection is about the harbour.",
    "This week we heard of the strike.",
    "Those who could not pay were sent away.",
    "Those of the north had boots.",
    "Those in power did not care.",
    "Of those who came few stayed.",
    "They who wait shall be paid.",
    "He who waits shall be paid.",
    "That the mill would close was known.",
    "That Orme refused surprised nobody.",
    "That he refused surprised nobody.",
    "Such as could pay were let in.",
    "So great was the hunger that the shops were shut.",
    "So far nobody has found the letter.",
    "So many came that the doors were shut.",
    "Both Orme and Reeve were shot.",
    "Both the council and the union claimed to have won.",
    "The former minister went to Linden.",
    "The latter half of the war was worse.",
    "The same law holds in Linden as in Marl.",
    "His Majesty received the council.",
    "I threatened to close the mill.",
    "We took the bridges.",
    "My brother refused.",
    "You took the bridges.",
    "For three weeks the mill stood still.",
    "Now is the time.",
    "When Orme came to Linden, he was fed.",
    "When he came to Linden, Orme was fed.",
    "However hard the winter, the mill went on.",
    "Instead of bread there was bran.",
    "Then-Mayor Quill signed.",
    "Henry was shot.",
    "Thence Road is a street.",
    "Butter was dear.",
    "Он отказался.",
    "Er weigerte sich.",
)  # fmt: skip


@pytest.mark.parametrize("words", LEANING)
def test_words_that_leave_open_who_or_what_lean_on_what_stands_before(words: str) -> None:
    assert leans(words)


@pytest.mark.parametrize("words", STANDING_ALONE)
def test_words_that_say_it_themselves_lean_on_nothing(words: str) -> None:
    assert not leans(words)


@pytest.mark.parametrize("blank", ["\n", "\r\n", "  ", "\u00a0", "\n\t"])
def test_where_lines_end_makes_no_difference(blank: str) -> None:
    assert all(leans(words.replace(" ", blank)) for words in LEANING)
    assert not any(leans(words.replace(" ", blank)) for words in STANDING_ALONE)


@given(st.text(alphabet="“\"'([{«—*_¿… ", max_size=5), st.sampled_from(LEANING), st.sampled_from(STANDING_ALONE))
def test_marks_before_the_first_word_make_no_difference(marks: str, leaning: str, alone: str) -> None:
    assert leans(marks + leaning)
    assert not leans(marks + alone)


@given(st.text())
def test_any_text_can_be_judged(text: str) -> None:
    assert leans(text) in (True, False)
