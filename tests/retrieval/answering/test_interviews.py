"""Answers in interviews are found by what was asked, and judged behind it; elsewhere nothing changes."""

from pathlib import Path

import pytest

from embeddings.embedder import Embedder, PairScorer
from retrieval.answering.asking import Reader, Request
from retrieval.answering.candidates import find, raised
from retrieval.answering.interviews import answers, question_at
from seeds.document import Document, Voice, VoiceKind
from tests.retrieval.library.material import HARBOUR, MILLS, document
from tests.retrieval.material import reading

TURNS = (
    ("Martha Quill spoke to our correspondent, Paul Orme, in the pilot house.", None),
    ("“Will the harbour board pass the measures that you have taken?” Orme asked.", "Paul Orme"),
    ("“Yes, it will, since eight of its twelve seats are ours. Nobody doubts it.”", "Martha Quill"),
    ("“And who is to sit on the next one?”", "Paul Orme"),
    ("“I cannot tell. Perhaps the ropemakers, besides ourselves.”", "Martha Quill"),
    ("Then she showed him the tide tables.", None),
)


def interview() -> Document:
    text, voices = "", []
    for words, speaker in TURNS:
        if speaker:
            end = len(text) + len(words)
            voices.append(Voice(start=len(text), end=end, speaker=speaker, kind=VoiceKind.INTERVIEW))
        text += words + "\n\n"
    return document(text, "interview", voices=tuple(voices))


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("Yes, it will", "“Will the harbour board pass the measures that you have taken?”"),
        ("Nobody doubts it", "“Will the harbour board pass the measures that you have taken?”"),
        ("Perhaps the ropemakers", "“And who is to sit on the next one?”"),
        ("Will the harbour", None),
        ("And who is", None),
        ("Then she showed", None),
        ("Martha Quill spoke", None),
    ],
)
def test_an_answer_has_the_question_before_it(words: str, asked: str | None) -> None:
    made = interview()
    assert question_at(made, made.text.index(words)) == asked


def test_an_abbreviation_does_not_cut_the_question_of_a_hearing() -> None:
    asked = "Senator ORME. Mr. Quill, you kept the mill at St. Anne, did you not?"
    text = f"{asked}\n\nMr. QUILL. I did, sir.\n"
    said = text.index("Mr. QUILL.")
    voice = Voice(start=said, end=len(text), speaker="James Quill", kind=VoiceKind.INTERVIEW)
    assert question_at(document(text, "hearing", voices=(voice,)), said + 12) == asked


def test_a_quotation_elsewhere_answers_nobody() -> None:
    text = "Who would pay for the quay?\n\n“The town will,” said Quill.\n"
    said = text.index("“")
    voice = Voice(start=said, end=said + 15, speaker="Martha Quill", kind=VoiceKind.SPEECH)
    assert question_at(document(text, "report", voices=(voice,)), said + 2) is None


def test_answers_are_candidates_as_good_as_their_questions(tmp_path: Path, embedder: Embedder) -> None:
    with reading([interview(), document(HARBOUR, "harbour")], tmp_path, embedder) as reader:
        found = find(reader.snapshot, "measures", embedder.embed(["measures"])[0])
        fused = {reader.snapshot.text(each.sentence): each.fused for each in found}
        lifted = raised(found, answers(reader.snapshot, found))
        after = {reader.snapshot.text(each.sentence): each.fused for each in lifted}
        question, answer = "will the harbour board", "“Yes, it will"
        asked = next(score for text, score in fused.items() if question in text.casefold())
        assert next(score for text, score in after.items() if text.startswith(answer)) == asked
        assert asked > next(score for text, score in fused.items() if text.startswith(answer))
        assert all(after[text] == score for text, score in fused.items() if "Then she" in text or "Brandt" in text)
        assert [each.fused for each in lifted] == sorted((each.fused for each in lifted), reverse=True)


def test_the_answer_is_quoted_for_what_only_its_question_says(
    tmp_path: Path, embedder: Embedder, scorer: PairScorer
) -> None:
    with reading([interview(), document(HARBOUR, "harbour"), document(MILLS, "mills")], tmp_path, embedder) as bare:
        reader = Reader(snapshot=bare.snapshot, embedder=embedder, scorer=scorer)
        answer = reader.answer(Request(question="Did Quill think that her measures would be passed by the board?"))
        assert answer.quotes[0].text.startswith("“Yes, it will")
        assert answer.quotes[0].citation.speaker == "Martha Quill"
        assert not answer.abstained
