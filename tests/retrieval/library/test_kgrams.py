"""The index of k-grams: where words stand, how it grows and shrinks, and how it folds."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.library.kgrams import LENGTH, KGrams, grams_of
from retrieval.library.letters import find_letters, folded, letters_of
from tests.retrieval.library.material import HARBOUR, MILLS, STAMPS


def places(kgrams: KGrams, text: str) -> set[tuple[int, int]]:
    """Versions and offsets at which the first k-gram of a text stands."""
    [first], [last] = (each[:1] for each in kgrams.ranges(grams_of(text).hashes))
    found = (kgrams.locate(int(place)) for place in kgrams.places(int(first), int(last)))
    return {(each.version, each.offset) for each in found}


def test_every_beginning_of_a_word_is_found_at_its_place() -> None:
    kgrams = KGrams.build([(3, HARBOUR), (5, MILLS)])
    for version, text in ((3, HARBOUR), (5, MILLS)):
        for at in range(len(text)):
            if (at == 0 or not text[at - 1].isalnum()) and text[at].isalnum() and len(letters_of(text[at:])) >= LENGTH:
                assert (version, at) in places(kgrams, text[at:])


def test_versions_come_and_go_and_the_others_stay_where_they_are() -> None:
    before = KGrams.build([(1, HARBOUR), (2, MILLS), (3, STAMPS)])
    after = KGrams.build([(4, HARBOUR.upper())], before, {1, 3, 4})
    assert after.versions == [1, 3, 4]
    start = HARBOUR.index("dockers")
    assert places(after, "dockers had") == {(1, start), (4, start)}
    assert places(after, "cotton mills") == set()
    assert places(after, "postage stamps") == {(3, 0)}
    assert after.within([3])[0][0] == len(HARBOUR) + len(MILLS)


def test_a_saved_index_is_the_same_when_it_is_opened(tmp_path: Path) -> None:
    kgrams = KGrams.build([(1, HARBOUR), (2, "")])
    kgrams.save(tmp_path / "kgrams")
    opened = KGrams.open(tmp_path / "kgrams")
    assert opened.versions == [1, 2]
    assert places(opened, "telegraphed the") == places(kgrams, "telegraphed the") != set()


def test_another_file_is_no_index(tmp_path: Path) -> None:
    (tmp_path / "kgrams").mkdir()
    for name in ("postings.npy", "documents.npy"):
        np.save(tmp_path / "kgrams" / name, np.zeros(3))
    with pytest.raises(ValueError, match="k-grams"):
        KGrams.open(tmp_path / "kgrams")


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Straße", "strasse"),
        ("ﬁnal ﬂæsh", "finalflaesh"),
        ("Ё́й", "еи"),
        ("war.² 1917", "war1917"),
        ("co-op\u00aderate", "cooperate"),
        ("Łódź", "lodz"),
        ("\u201cDon\u2019t\u201d \u2014 she", "dontshe"),
        ("ＡＢＣ", "abc"),
    ],
)
def test_letters_are_folded(text: str, letters: str) -> None:
    assert letters_of(text) == letters


@given(st.text(max_size=60))
def test_the_letters_of_a_text_are_those_of_its_characters_in_order(text: str) -> None:
    found = find_letters(text)
    assert "".join(chr(int(code)) for code in found.codes) == "".join(map(folded, text)) == letters_of(text)
    assert all(
        chr(int(code)) in folded(text[place]) for code, place in zip(found.codes, found.places.tolist(), strict=True)
    )


def test_scripts_without_spaces_have_a_word_at_every_letter() -> None:
    text = "十月革命は一九一七年に起こった"
    kgrams = KGrams.build([(1, text)])
    assert places(kgrams, text[4:]) == {(1, 4)}
