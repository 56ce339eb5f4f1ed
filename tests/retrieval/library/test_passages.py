"""Passages: whole sentences, inside a section, of a size that the model reads."""

from hypothesis import given
from hypothesis import strategies as st

from retrieval.library.passages import TARGET, Piece, group

PIECES = st.lists(st.builds(Piece, tokens=st.integers(1, 240), paragraph=st.booleans(), section=st.booleans()))


def pieces(*tokens: int, paragraphs: tuple[int, ...] = (), sections: tuple[int, ...] = ()) -> list[Piece]:
    return [Piece(tokens=count, paragraph=at in paragraphs, section=at in sections) for at, count in enumerate(tokens)]


@given(PIECES)
def test_every_sentence_is_in_one_passage_that_fits_and_keeps_to_its_section(sentences: list[Piece]) -> None:
    passages = group(sentences, limit=240)
    assert [index for passage in passages for index in passage] == list(range(len(sentences)))
    for passage in passages:
        assert sum(sentences[index].tokens for index in passage) <= 240
        assert not any(sentences[index].section for index in passage[1:])


@given(PIECES)
def test_neighbouring_passages_are_not_both_scraps(sentences: list[Piece]) -> None:
    sizes = [sum(sentences[index].tokens for index in passage) for passage in group(sentences, limit=240)]
    starts = [passage[0] for passage in group(sentences, limit=240)]
    for before, after, start in zip(sizes, sizes[1:], starts[1:], strict=False):
        assert before + after > TARGET // 2 or sentences[start].section


def test_no_sentences_make_no_passage() -> None:
    assert group([], limit=240) == []


def test_a_passage_ends_with_its_paragraph_once_two_thirds_full() -> None:
    assert group(pieces(60, 50, 60, 50, paragraphs=(2,)), limit=240) == [range(2), range(2, 4)]


def test_short_paragraphs_share_a_passage() -> None:
    assert group(pieces(20, 20, 20, paragraphs=(1, 2)), limit=240) == [range(3)]


def test_the_rest_of_a_paragraph_is_not_left_behind() -> None:
    assert group(pieces(70, 70, 30), limit=240) == [range(3)]


def test_a_long_paragraph_is_divided_between_sentences() -> None:
    passages = group(pieces(*[50] * 12), limit=240)
    assert [len(passage) for passage in passages] == [3, 3, 3, 3]


def test_a_new_section_is_a_new_passage() -> None:
    assert group(pieces(10, 10, sections=(1,)), limit=240) == [range(1), range(1, 2)]
