"""What a question is understood to ask, whatever it is written like."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.answering.asking import Reader, Request
from retrieval.answering.confidence import NOTHING_ASKED
from retrieval.errors import QuestionError
from retrieval.question.analysis import MAX_QUESTION, checked, is_wordless, names_in
from retrieval.types import Answer

ODD = {
    "one letter": "a",
    "emoji": "🚩🚩🔥",
    "an emoji among words": "who 🔥 stormed the Winter Palace 🚩?",
    "SQL": "'; DROP TABLE versions; --",
    "an open quote": 'who said "peace',
    "a field": "title:kerensky author:*",
    "a star": "*",
    "stars": "ker* ?erensky ~kerensky^4",
    "operators": "AND OR (",
    "brackets": "[1917 TO *} +lenin -trotsky",
    "backslashes": "\\\\ \\x00 \\",
    "a name": "Kerensky",
    "capitals": "WHO STORMED THE WINTER PALACE",
    "right to left": "‮who stormed‬ the \u200fWinter\u200e Palace؟",
    "Hebrew": "מי הסתער על ארמון החורף?",
    "Arabic": "من اقتحم قصر الشتاء؟",
    "Chinese": "谁攻占了冬宫？",
    "Russian": "Кто взял Зимний дворец?",
    "NUL": "who\x00stormed\x00the palace",
    "control characters": "\x1b[2J\x07 who \x7f",
    "a lone surrogate": "who \ud83d stormed",
    "blanks of all kinds": "who\u00a0stormed\u2003the\u3000palace\u200b",
    "combining marks": "z̸̡̢a̴l̶g̷o̸ who" + "\u0301" * 200,
    "ligatures": "ﬁnland ﷺ ﷽ Ⅻ ①",
    "numbers": "25 26 1917",
    "one long word": "k" * MAX_QUESTION,
    "many unknown words": " ".join(f"xq{chr(97 + i % 26)}{chr(97 + i // 26)}zvk" for i in range(220))[:MAX_QUESTION],
    "many Chinese words": "谁攻占了冬宫" * 300,
    "only stop words": "what is it that they were",
    "only punctuation": "?!... -- ''",
    "a path": "../../etc/passwd; rm -rf /",
    "JSON": '{"question": null}',
    "HTML": "<script>alert(1)</script>",
    "a permalink": "people@" + "0" * 64 + ":1-2",
}
UNASKABLE = {
    "nothing": "",
    "blanks": " \t\r\n\u2003",
    "a character too many": "x" * (MAX_QUESTION + 1),
    "10,000 characters": "why " * 2_500,
}


@pytest.mark.parametrize("question", ODD.values(), ids=ODD.keys())
def test_whatever_is_asked_is_answered(question: str, quick: Reader) -> None:
    answer = quick.answer(Request(question=question))
    assert answer.question == question
    assert_sound(answer)


@pytest.mark.parametrize("name", ["an emoji among words", "many Chinese words", "one long word"])
def test_whatever_is_asked_can_be_read_beside_a_sentence(name: str, reader: Reader) -> None:
    assert_sound(reader.answer(Request(question=ODD[name])))


@pytest.mark.parametrize("question", UNASKABLE.values(), ids=UNASKABLE.keys())
def test_what_cannot_be_asked_is_told_in_one_sentence(question: str, reader: Reader) -> None:
    with pytest.raises(QuestionError) as caught:
        reader.answer(Request(question=question))
    message = str(caught.value)
    assert len(message) < 200
    assert "\n" not in message
    assert message.count(". ") == 0
    assert message.endswith(".")


def assert_sound(answer: Answer) -> None:
    """What holds of every answer: a silence has its reason, and confidence is a probability."""
    assert answer.abstained == (answer.reason is not None)
    assert 0 <= answer.confidence <= 1
    assert answer.quotes or answer.abstained
    assert all(0 <= quote.confidence <= 1 for quote in answer.quotes)


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(), max_size=60) | st.text(st.sampled_from("aeKR \"*:()[]{}+-~^\\/'?!&|_1"), max_size=60))
def test_any_text_is_answered_or_refused_in_a_sentence(quick: Reader, question: str) -> None:
    try:
        answer = quick.answer(Request(question=question, k=2))
    except QuestionError:
        assert not question.split()
    else:
        assert_sound(answer)


@given(st.text(st.characters()))
def test_a_checked_question_is_one_line_that_can_be_written_down(question: str) -> None:
    try:
        line = checked(question)
    except QuestionError:
        assert not question.split() or len(question) > MAX_QUESTION
    else:
        assert len(line.splitlines()) == 1
        assert [len(word) for word in line.split()] == [len(word) for word in question.split()]
        assert all(a == b or "\ud800" <= a <= "\udfff" for a, b in zip(" ".join(question.split()), line, strict=True))
        assert line.encode("utf-8")


def test_the_limit_is_on_the_question_and_not_on_the_blanks_around_it() -> None:
    longest = "x" * MAX_QUESTION
    assert checked(f"  {longest}\n\n") == longest


@pytest.mark.parametrize("question", ["🚩🔥", "25 26 1917", "?!", "a 1 b 2", "*", "_ _ __"])
def test_what_has_no_word_asks_for_nothing(question: str, quick: Reader) -> None:
    assert is_wordless(question)
    answer = quick.answer(Request(question=question))
    assert (answer.quotes, answer.abstained, answer.reason) == ((), True, NOTHING_ASKED)


@pytest.mark.parametrize("question", ["ok", "Керенский?", "who?", "冬宫", "1917 and all"])
def test_a_single_word_is_enough_to_be_looked_for(question: str) -> None:
    assert not is_wordless(question)


def test_capitals_do_not_change_what_is_found(quick: Reader) -> None:
    asked = ["who stormed the winter palace", "WHO STORMED THE WINTER PALACE"]
    low, high = (quick.answer(Request(question=question, k=1)) for question in asked)
    assert low.quotes == high.quotes


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Who was Kerensky?", ("Kerensky",)),
        ("What did Vladimir Antonov-Ovseenko do in the Winter Palace?", ("Vladimir Antonov-Ovseenko", "Winter Palace")),
        ("When did Lenin meet Trotsky, and did Lenin write?", ("Lenin", "Trotsky")),
        ("Did the US recognise Lenin?", ("US", "Lenin")),
        ("who was kerensky", ()),
        ("When did Mr. Kerensky meet Lt. Col. Krymov in St. Petersburg?", ("Kerensky", "Krymov", "Petersburg")),
        ("Кем был Керенский", ("Кем", "Керенский")),
    ],
)
def test_names_are_capitalised_words_without_the_questions_own(text: str, names: tuple[str, ...]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Hurried over to Kerensky. Men shouted.", ("Kerensky",)),
        ("According to Kerensky, nobody came.", ("Kerensky",)),
        ("“Provisions failed.” Aurora fired.", ("Aurora",)),
        ("Winter Palace fell; Hurried men ran.", ("Winter Palace", "Hurried")),
        ("what did james II do", ()),
        ("Who was Mr. Brandt, and who was V. Orme? Nobody.", ("Brandt", "Orme")),
    ],
)
def test_a_word_that_is_written_small_elsewhere_begins_a_sentence_and_names_nobody(
    text: str, names: tuple[str, ...]
) -> None:
    assert names_in(text, lambda word: word in ("kerensky", "aurora")) == names


@pytest.mark.parametrize(
    ("question", "dates"),
    [
        ("What happened on 25 October 1917?", ("25 October 1917",)),
        ("what was decided on october 10th, 1917 and on the 5th of July", ("october 10th, 1917", "5th of July")),
        ("Was 1917 worse than 1905?", ("1917", "1905")),
        ("What happened on 15 March 44 B.C. and in 1200 BCE?", ("15 March 44 B.C.", "1200 BC")),
        ("Which 12 delegates left in March?", ()),
    ],
)
def test_dates_are_told_as_they_were_written_and_then_by_both_calendars(
    question: str, dates: tuple[str, ...], quick: Reader
) -> None:
    told = quick.understand(question).dates
    assert told[: len(dates)] == dates
    assert all("New Style" in twin for twin in told[len(dates) :])
