"""A library in several languages is asked in each of them."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from embeddings.embedder import Embedder
from retrieval.answering.asking import Reader, Request
from retrieval.library.records import View
from seeds.document import Metadata
from tests.retrieval.library.material import document
from tests.retrieval.material import reading

TEXTS = {
    "en": "Kerensky left Gatchina in the clothes of a sailor. The ancien r\ufffdgime had fallen in March, and nobody mourned it.",
    "ru": "Керенский бежал из Гатчины в одежде матроса. Пекари Нарвской заставы бастовали три недели подряд.",
    "de": "Die Bäcker von Altona legten im Oktober die Arbeit nieder. Der Bürgermeister ließ die Häuser durchsuchen.",
    "fr": "Les boulangers de Rouen fermèrent leurs boutiques. Le préfet fit arrêter deux apprentis pendant la nuit.",
    "es": "Los panaderos de Cádiz apagaron los hornos. El alcalde prometió harina y nadie le creyó aquella mañana.",
    "tr": "Bursa fırıncıları üç gün ekmek çıkarmadı. Belediye başkanı şehirdeki depoları gece açtırdı.",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Iterator[Reader]:
    folder: Path = tmp_path_factory.mktemp("languages")
    documents = [document(text, code, metadata=Metadata(title=code, language=code)) for code, text in TEXTS.items()]
    with reading(documents, folder, embedder) as reader:
        yield reader


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("пекарь бастует", "ru"),
        ("Bäckern Hausdurchsuchung Haus", "de"),
        ("boulanger boutique", "fr"),
        ("panadero horno", "es"),
        ("fırıncı ekmekler", "tr"),
        ("ancien regime", "en"),
        ("ancien régime", "en"),
    ],
)
def test_words_are_found_in_another_form_of_their_language(library: Reader, words: str, found: str) -> None:
    [(best, _), *_] = library.snapshot.search_terms(words, View.SENTENCE, 5)
    assert library.snapshot.sentences([best])[0].document == found


@pytest.mark.parametrize(
    "question", ["Who was Kerenski, and where is he?", "Куда бежал Керенский?", "Что стало с Керенским?"]
)
def test_a_name_is_found_in_both_scripts(library: Reader, question: str) -> None:
    found = [each.sentence.document for each in library.study(Request(question=question)).candidates if each.terms]
    assert {"en", "ru"} <= set(found)


def test_a_word_that_lost_a_letter_counts_as_occurring(library: Reader) -> None:
    assert library.snapshot.document_frequency("regime") == 1
    assert library.snapshot.document_frequency("regiment") == 0
    assert library.understand("When did the ancien regime fall?").text == "When did the ancien regime fall?"


@pytest.mark.parametrize("typed", ["NFC", "NFD"])
def test_an_accent_by_itself_is_the_same_letter(typed: str, tmp_path: Path, embedder: Embedder) -> None:
    text = unicodedata.normalize("NFD", f"{TEXTS['fr']} Le maire était à Béziers.")
    told = document(text, "nfd", metadata=Metadata(title="Rouen", language="fr"))
    with reading([told], tmp_path, embedder) as reader:
        assert reader.snapshot.document_frequency(unicodedata.normalize(typed, "Béziers")) == 1
        answer = reader.answer(Request(question=unicodedata.normalize(typed, "Où était le maire de Béziers ?")))
        assert "nowhere" not in (answer.reason or "")
        assert "maire" in answer.quotes[0].text


@pytest.mark.parametrize(("language", "counts"), [("de", True), ("en", False)])
def test_in_other_languages_the_words_around_a_passage_are_read_with_it(
    language: str, counts: bool, tmp_path: Path, embedder: Embedder
) -> None:
    text = f"{'Der Leuchtturm brannte. ' * 60}\n\n{'Die Weber warteten lange auf ihr Brot. ' * 60}"
    told = document(text, language, metadata=Metadata(title="Ost", language=language))
    with reading([told], tmp_path, embedder) as reader:
        snapshot = reader.snapshot
        inside = {number for number, _ in snapshot.search_terms("Leuchtturm", View.PASSAGE, 50)}
        around = {number for number, _ in snapshot.search_terms("Leuchtturm", View.SURROUNDINGS, 50)}
        assert inside
        assert (inside < around) is counts
        assert bool(around) is counts
