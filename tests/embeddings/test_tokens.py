"""Texts become encodings that fit, and nothing of a text is lost on the way."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from embeddings.errors import ModelError
from embeddings.tokens import FEW, TextTokenizer

LIMIT = 12
WORDS = st.lists(
    st.sampled_from(["soviet", "Petrograd", "counterrevolutionaries", "1917", "S.R.s", "—", "Керенский", "🙂", "a"]),
    max_size=40,
)


@pytest.fixture(scope="module")
def tokenizer(packaged: Path) -> TextTokenizer:
    return TextTokenizer.load(packaged / "tokenizer.json", LIMIT)


@given(words=WORDS)
def test_pieces_fit_and_hold_every_token_once(tokenizer: TextTokenizer, words: list[str]) -> None:
    text = " ".join(words)

    (pieces,) = tokenizer.pieces([text])

    assert all(len(piece) <= LIMIT for piece in pieces)
    assert sum(len(piece) - 2 for piece in pieces) == tokenizer.count([text])[0] - 2
    unlimited = TextTokenizer(tokenizer._tokenizer, 10_000).pieces([text])[0][0]
    assert [token for piece in pieces for token in piece.ids[1:-1]] == unlimited.ids[1:-1]


@given(words=WORDS)
def test_pieces_end_where_words_end(tokenizer: TextTokenizer, words: list[str]) -> None:
    (pieces,) = tokenizer.pieces([" ".join(words)])

    for before, after in pairwise(pieces):
        assert not after.tokens[1].startswith("##"), (before.tokens, after.tokens)


def test_a_word_longer_than_the_limit_is_cut_and_kept(packaged: Path) -> None:
    tokenizer = TextTokenizer.load(packaged / "tokenizer.json", 5)

    (pieces,) = tokenizer.pieces(["counterrevolutionaries'counterrevolutionaries"])

    assert all(len(piece) <= 5 for piece in pieces)
    assert "".join(token.removeprefix("##") for piece in pieces for token in piece.tokens[1:-1]) == (
        "counterrevolutionaries'counterrevolutionaries"
    )


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\ud800", "a\udcffb", "\x00", "🙂" * 100])
def test_strange_texts_are_read(tokenizer: TextTokenizer, text: str) -> None:
    (pieces,) = tokenizer.pieces([text])

    assert pieces
    assert all(2 <= len(piece) <= LIMIT for piece in pieces)


@given(question=WORDS, passage=WORDS)
def test_pairs_fit_and_leave_room_for_the_passage(
    tokenizer: TextTokenizer, question: list[str], passage: list[str]
) -> None:
    (pair,) = tokenizer.pairs(" ".join(question), [" ".join(passage)])

    assert len(pair) <= LIMIT
    assert pair.tokens.count("[SEP]") == 2
    first = pair.type_ids.index(1) if 1 in pair.type_ids else len(pair)
    assert first <= LIMIT // 2 + 2
    own = tokenizer.count([" ".join(passage)])[0] - 2
    assert len(pair) == min(LIMIT, first + own + 1)


def test_a_tokenizer_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    file = tmp_path / "tokenizer.json"
    file.write_text("{}")

    with pytest.raises(ModelError, match=r"tokenizer\.json' cannot be read"):
        TextTokenizer.load(file, LIMIT)


@given(texts=st.lists(st.text(max_size=40), min_size=FEW + 1, max_size=FEW + 4))
def test_many_texts_are_counted_as_few_are(tokenizer: TextTokenizer, texts: list[str]) -> None:
    assert tokenizer.count(texts) == [count for text in texts for count in tokenizer.count([text])]
