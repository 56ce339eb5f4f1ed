"""Words are found again in a text that has changed, and what is not there is not found."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from retrieval.answering.refinding import find_again

OLD = "The mayor opened the gate. “Come in,” he said – and nobody came. The mayor closed the gate."
TEXTS = st.text(alphabet="abc XY.\n", max_size=60)


def again(words: str, new: str, old: str = OLD) -> str | None:
    start = old.index(words)
    place = find_again(old, start, start + len(words), new)
    return None if place is None else new[slice(*place)]


@pytest.mark.parametrize(
    ("new", "found"),
    [
        ("A foreword. " + OLD, "“Come in,” he said – and nobody came."),
        (OLD.replace("“", '"').replace("”", '"').replace("–", "-"), '"Come in," he said - and nobody came.'),
        (OLD.replace(" ", "\n"), "“Come\nin,”\nhe\nsaid\n–\nand\nnobody\ncame."),
        (OLD.replace("nobody", "somebody"), None),
        (OLD.replace("came.", "camellia."), None),
        ("", None),
    ],
)
def test_only_blanks_quotation_marks_and_dashes_may_differ(new: str, found: str | None) -> None:
    assert again("“Come in,” he said – and nobody came.", new) == found


def test_words_inside_other_words_are_not_they() -> None:
    assert find_again("The art.", 4, 7, "A part. The art.") == (12, 15)


def test_of_several_places_it_is_the_one_with_the_old_neighbours() -> None:
    old = "In March they met. Nothing was decided. In April they met. Nothing was decided. In May they parted."
    new = "In April they met. Nothing was decided. In May they parted. In March they met. Nothing was decided. At last."
    second = old.index("Nothing", old.index("April"))
    place = find_again(old, second, second + len("Nothing was decided."), new)
    assert place is not None
    assert place[0] == new.index("Nothing")


@given(TEXTS, TEXTS, st.from_regex(r"[abc]+( [abc]+){0,4}", fullmatch=True), TEXTS, TEXTS)
def test_what_is_still_there_is_always_found(one: str, two: str, words: str, three: str, four: str) -> None:
    old, new = f"{one} {words} {two}", f"{three} {words} {four}"
    start = len(one) + 1
    place = find_again(old, start, start + len(words), new)
    assert place is not None
    assert new[slice(*place)].split() == words.split()


@given(TEXTS, st.from_regex(r"[abc]+( [abc]+){0,4}", fullmatch=True))
def test_what_is_not_there_is_never_found(new: str, words: str) -> None:
    assume(words not in " ".join(new.split()))
    assert find_again(words, 0, len(words), new) is None
