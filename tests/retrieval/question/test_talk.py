"""Talk around a question: it goes, the question stays, and nothing that names anything is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.question.analysis import MAX_QUESTION
from retrieval.question.talk import sentences_in, without_talk
from retrieval.question.words import words

QUESTIONS = (
    "who commanded the Aurora that night?",
    "why did the garrison refuse to march on Narva?",
    "what became of General Krymov?",
    "when was the bridge at Oranienbaum opened, and on whose order?",
    "did Martov ever sit in the same cell as Lenin?",
    "on which day did the Duma vote, and by whom was it closed?",
    "from whose house was Krymov taken?",
    "at what hour did the Aurora sail?",
)
OPENINGS = (
    "",
    "hey, ",
    "Hi Quoth! ",
    "ok so ",
    "can anyone tell me ",
    "Could you please find me a quote that says ",
    "does anybody here happen to know ",
    "I was always wondering ",
    "need a source for my essay due tomorrow: ",
    "I'm looking for a primary source that explains ",
    "My teacher asked us ",
    "I teach 9th grade history and my students keep asking ",
    "me and my friend have a bet, ",
    "i have to give a talk tomorrow and my teacher is strict, ",
    "idk much about this stuff but ",
    "Is there any passage that says ",
    "I read about this somewhere but can't remember. ",
    "My name is Nora and I'm a student. I need help with my homework, ",
    "Quick question: ",
    "got a question, ",
    "one last question ",
    "Random question - ",
    "so my question is: ",
    "Something I never understood: ",
    "q: ",
    "Hey all, ",
    "So basically, ",
    "Serious question, ",
    "Just curious, ",
    "ELI5: ",
    "Q3: ",
    "b) ",
    "Wait, ",
    "Also, ",
    "One more thing, ",
    "Okay but ",
    "According to your sources, ",
    "From the library: ",
    "Any idea ",
    "Is there anything on ",
    "I forgot ",
    "I can't find it anywhere: ",
    "What I don't get is ",
    "Not sure if this is the right channel but ",
    "It would be great to know ",
)
CLOSINGS = (
    "",
    " Thanks!",
    " Thank you so much in advance.",
    " Any passages on that?",
    " I need it for my exam.",
    " Best regards, Nora",
)


@given(st.sampled_from(OPENINGS), st.sampled_from(QUESTIONS), st.sampled_from(CLOSINGS))
def test_talk_before_and_behind_a_question_goes(opening: str, question: str, closing: str) -> None:
    assert without_talk(f"{opening}{question}{closing}") == question


@pytest.mark.parametrize(
    ("message", "asked"),
    [
        ("can you show us the part where the Aurora fires its gun?", "the Aurora fires its gun?"),
        ("find me the passage in which Martov walks out of the hall", "Martov walks out of the hall"),
        ("ok so they caught a cossack general??", "they caught a cossack general??"),
        ("find the passage with the ice axe", "the ice axe"),
        ("Who held Narva in 44 B.C. and on whose order?", "Who held Narva in 44 B.C. and on whose order?"),
        ("I have read about 44 B.C. Who held Narva?", "I have read about 44 B.C. Who held Narva?"),
        ("I need 5 facts about General Martov for class", "General Martov"),
        ("what's the best quote to use for an essay on why the fleet rose?", "why the fleet rose?"),
        ("quote about the mutiny of the Kuban regiment", "the mutiny of the Kuban regiment"),
        ("Explain why the bridge was opened in two sentences.", "why the bridge was opened"),
        ("Please could you explain in simple words how the mint worked, I don't get it", "how the mint worked"),
        ("explain the land decree like i'm five", "the land decree"),
        ("what happened at Reval and I couldn't find it in the reading", "what happened at Reval"),
        ("I'd like a source for the claim that Martov took German money", "Martov took German money"),
        (
            "my professor always says if only the fleet had sailed it would have ended well - do any of the texts agree with that?",
            "if only the fleet had sailed it would have ended well",
        ),
    ],
)
def test_requests_become_what_is_wanted(message: str, asked: str) -> None:
    assert without_talk(message) == asked


@pytest.mark.parametrize(
    "question",
    [
        "Who asked what Lenin wanted?",
        "Did anyone ask why Kerensky fled?",
        "They asked why the fleet had left.",
        "He explained why the war was lost",
        "Asked about the war, Martov replied that it must end.",
        "Lenin explained what the soviets were for. Who disagreed?",
        "The students asked for help from the professor and the soldiers gave it.",
        "What questions did the peasants ask about land?",
        "What do the sources say about Martov?",
        "According to the lecture, who fled?",
        "I'm drawing a map of Reval in 1917, who names the forts and the minefields?",
        "Right Socialist Revolutionaries: who led them?",
        "First one to fall: who was it?",
        "Wait times at the bakery: how long were they?",
        "show me the speech of Martov",
        "tell me more",
        "and the fleet?",
        "thanks!",
        "why?",
        "",
    ],
)
def test_what_is_no_talk_stays(question: str) -> None:
    assert without_talk(question) == question


@given(st.text(max_size=200))
def test_no_word_is_added_and_something_is_always_left(message: str) -> None:
    left = words(without_talk(message))
    rest = iter(words(message))
    assert all(word in rest for word in left)
    assert bool(left) == bool(words(message))


@given(
    st.lists(
        st.sampled_from(["thanks", "tell me", "why", ",", ".", "Lenin", "my essay", "and", "for", "\n", "?"]),
        max_size=60,
    )
)
def test_no_word_is_added_to_messages_of_talk(parts: list[str]) -> None:
    message = " ".join(parts)[:MAX_QUESTION]
    rest = iter(words(message))
    assert all(word in rest for word in words(without_talk(message)))


def test_of_whom_something_is_asked_is_not_who_is_greeted() -> None:
    assert without_talk("Hey people of Narva, what did they eat?") == "people of Narva, what did they eat?"


@pytest.mark.parametrize(
    "question",
    [
        "When did Mr. Orme resign?",
        "Who ruled in St. Petersburg before Lt. Col. Dreyer came?",
        "why was gen. orme beaten",
        "Who was Robert E. Lee?",
        "What did A. J. P. Taylor write?",
        "Was it the U.S. Army that landed at Narva?",
        "Who was king in Jan. 1649?",
        "What does vol. 2 say about Narva?",
    ],
)
def test_an_abbreviation_ends_no_sentence_of_a_message(question: str) -> None:
    assert sentences_in(question) == [question]


@pytest.mark.parametrize(
    ("message", "sentences"),
    [
        ("I'm reading about Mr. Orme. When did he resign?", ["Mr. Orme.", "When did he resign?"]),
        ("Narva fell to the U.S. Who held it?", ["Narva fell to the U.S.", "Who held it?"]),
        ("Narva was held by a dr. who held it then", ["Narva was held by a dr.", "who held it then"]),
        ("tell me. Orme resigned at Narva, why?", ["Orme resigned at Narva, why?"]),
        ("Who was king after James I. He died in France.", ["Who was king after James I.", "He died in France."]),
    ],
)
def test_a_sentence_may_end_with_an_abbreviation(message: str, sentences: list[str]) -> None:
    assert sentences_in(message) == sentences
