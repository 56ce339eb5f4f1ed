"""A speaker is named whole, or by the noun that says what he is: no phrase is cut short, none has a word too many."""

import pytest

from tests.seeds.speaking import TAGGED, WORDS, speaker


@pytest.mark.parametrize(
    ("who", "named"),
    [
        ("a major in the British field artillery", "a major in the British field artillery"),
        ("an agent of the Allied powers", "an agent of the Allied powers"),
        ("a footman in the Imperial livery", "a footman in the Imperial livery"),
        ("a spokesman for the German party of peace", "a spokesman for the German party"),
        ("a man of democratic instincts", "a man of democratic instincts"),
        ("this man of gigantic stature", "this man of gigantic stature"),
        ("a young student of our medical staff", "a young student of our medical staff"),
        ("the chief doctor of the military hospital", "the chief doctor of the military hospital"),
        ("the letter of the preceding day", "the letter of the preceding day"),
        ("the delegates of six companies", "the delegates of six companies"),
        ("a delegate of each country", "a delegate of each country"),
        ("the owner of several houses", "the owner of several houses"),
        ("the Gazette of April 23rd", "the Gazette"),
        ("the princess almost", "the princess"),
        ("a few hours afterward another miller", "another miller"),
        ("a man of medium height", "a man of medium height"),
        ("the mayor of Linden", "the mayor of Linden"),
        ("a man of honour", "a man of honour"),
        ("the council of the town", "the council of the town"),
    ],
)
def test_what_tells_who_speaks_is_no_word_too_short_or_too_long(who: str, named: str) -> None:
    assert speaker(f"{who[0].upper()}{who[1:]} said: “{WORDS}”") == named


def test_a_young_man_of_a_people_is_named_by_what_he_is() -> None:
    assert speaker(f"“{TAGGED}” said a young Lindener, and went.") == "a young Lindener"


@pytest.mark.parametrize("name", ["Karl Karl'itch", "Dimitri Ivan'itch"])
def test_a_name_after_the_father_is_whole_though_a_mark_parts_it(name: str) -> None:
    assert speaker(f"{name} looked puzzled. “{TAGGED}” said he.") == name
