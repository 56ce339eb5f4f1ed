"""Names are found across Cyrillic and Latin spelling, in whatever case a sentence puts them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.library.records import Word
from retrieval.question.other_script import OtherScript, in_both_scripts
from retrieval.question.romanising import base_forms, romanised
from retrieval.question.spelling import Speller, sound_key


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("Керенский", "Kerensky Kerenski Kerenskii"),
        ("Троцкий", "Trotsky Trotzki Trotskii"),
        ("Зиновьев", "Zinoviev Zinovieff"),
        ("Хрущёв", "Khrushchev"),
        ("Дзержинский", "Dzerzhinsky"),
        ("Милюков", "Miliukov Milyukov Milioukoff"),
        ("Чхеидзе", "Chkheidze Tchkheidze"),
        ("Церетели", "Tsereteli Tzereteli"),
        ("Ярославский", "Yaroslavsky"),
        ("Юденич", "Yudenich Judenitsch"),
        ("Шаляпин", "Shaliapin Chaliapin"),
        ("Коллонтай", "Kollontai Kollontay"),
    ],
)
def test_a_name_has_one_key_in_both_scripts(cyrillic: str, latin: str) -> None:
    assert {sound_key(each) for each in latin.split()} == {sound_key(cyrillic)}


@pytest.mark.parametrize(
    ("cases", "name"),
    [
        ("керенского керенскому керенским керенском", "керенский"),
        ("троцкого троцкому троцким", "троцкий"),
        ("ленина ленину лениным ленине", "ленин"),
        ("зиновьева зиновьеву зиновьевым", "зиновьев"),
        ("спиридоновой спиридонову", "спиридонова"),
    ],
)
def test_cases_lead_back_to_the_name(cases: str, name: str) -> None:
    assert all(name in base_forms(case) for case in cases.split())


@given(st.text(st.characters(max_codepoint=0x17F)))
def test_what_is_not_cyrillic_stays(text: str) -> None:
    assert romanised(text) == text


def word(text: str, capitalised: float = 1.0, count: int = 3) -> Word:
    return Word(text=text, count=count, capitalised=capitalised)


NAMES = OtherScript([word("kerensky"), word("керенского"), word("керенский"), word("керенск", 0.1), word("duma", 0.2)])


def test_a_name_finds_the_library_s_spellings_in_the_other_script() -> None:
    assert set(NAMES.spellings("Kerenski")) == {"керенского", "керенский"}
    assert NAMES.spellings("Керенскому") == ["kerensky"]
    assert NAMES.spellings("Lenin") == NAMES.spellings("дума") == NAMES.spellings("12") == []


def test_spellings_are_added_only_where_the_library_has_them() -> None:
    def never() -> OtherScript:
        raise AssertionError("the vocabulary was read for nothing")

    assert in_both_scripts("Who was Kerensky?", False, never) == "Who was Kerensky?"
    assert in_both_scripts("who was he?", True, never) == "who was he?"
    assert in_both_scripts("Кто Керенский?", False, lambda: NAMES) == "Кто Керенский? kerensky"
    assert in_both_scripts("Who was Kerensky?", True, lambda: NAMES).startswith("Who was Kerensky? керенск")


def test_a_cyrillic_name_that_the_library_has_in_latin_letters_only_is_spelled_so() -> None:
    speller = Speller([word("kerensky"), word("petrograd")])
    assert [speller.repair(each) for each in ("Керенский", "Керенского", "Петрограде")] == [
        "Kerensky",
        "Kerensky",
        "Petrograd",
    ]
