"""British and American spellings of a word are one term."""

import pytest

from retrieval.library.analyzers import terms_of
from retrieval.library.english_spelling import one_spelling


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("organised", "organized"),
        ("Reorganisations", "reorganizations"),
        ("colour", "color"),
        ("unfavourable", "unfavorable"),
        ("neighbouring", "neighboring"),
        ("theatre", "theater"),
        ("centred", "centered"),
        ("amphitheatres", "amphitheaters"),
        ("defence", "defense"),
        ("dialogues", "dialogs"),
        ("paralysed", "paralyzed"),
        ("ploughmen", "plowmen"),
        ("gaoler", "jailer"),
        ("Czarina", "Tsarina"),
        ("co-operation", "cooperation"),
        ("manoeuvred", "maneuvered"),
        ("well-organised anti-labour", "well-organized anti-labor"),
        ("enquiries", "inquiries"),
        ("mediaeval", "medieval"),
    ],
)
def test_both_spellings_are_the_same_terms(british: str, american: str) -> None:
    assert terms_of(british, "en") == terms_of(american, "en")


@pytest.mark.parametrize(
    "word",
    ["advise", "promised", "rises", "surprise", "precise", "otherwise", "crises", "hour", "four", "tour", "contour", "paramour",
     "acre", "massacre", "science", "influence", "vogue", "chrysalis", "island", "enterprise", "tortoise"],
)  # fmt: skip
def test_words_of_one_spelling_stay(word: str) -> None:
    assert one_spelling(word) == word


def test_other_languages_keep_theirs() -> None:
    assert terms_of("licence", "en") == terms_of("license", "en")
    assert terms_of("licence", "fr") != terms_of("license", "fr")
    assert "labour" in terms_of("le labour", "fr")
