"""Counting words, adding counts up and taking them away again."""

from hypothesis import given
from hypothesis import strategies as st

from retrieval.library.vocabulary import as_words, count_words, dump_words, load_words, merge, without

TEXTS = st.lists(st.lists(st.sampled_from(["War", "war", "Lenin", "peace", "Peace,", "7", "—"])).map(" ".join))


@given(TEXTS, TEXTS)
def test_what_was_added_can_be_taken_away(kept: list[str], removed: list[str]) -> None:
    a, b = count_words(kept), count_words(removed)
    assert without(merge([a, b]), b) == a


@given(TEXTS)
def test_counts_survive_being_written(texts: list[str]) -> None:
    assert load_words(dump_words(count_words(texts))) == count_words(texts)


@given(TEXTS)
def test_every_use_is_counted_and_a_share_is_a_share(texts: list[str]) -> None:
    words = list(as_words(count_words(texts)))
    assert sum(word.count for word in words if " " not in word.text) == sum(
        piece.strip(",").isalpha() for text in texts for piece in text.split()
    )
    assert all(0 <= word.capitalised <= 1 for word in words)


def test_the_first_word_of_a_sentence_counts_as_its_other_uses_do() -> None:
    words = {
        word.text: word.capitalised
        for word in as_words(count_words(["Peace came.", "They wanted peace.", "Lenin spoke.", "So Lenin left."]))
    }
    assert words["peace"] == 0
    assert words["lenin"] == 1


def test_a_word_that_only_begins_sentences_keeps_its_capital() -> None:
    assert [word.capitalised for word in as_words(count_words(["Kornilov."]))] == [1]


def test_names_of_several_words_are_counted_with_and_without_their_first() -> None:
    names = {word.text: word.count for word in as_words(count_words(["The Petrograd City Duma. The City Duma met."]))}
    assert names["city duma"] == 2
    assert names["petrograd city duma"] == 1
    assert "petrograd city" not in names
