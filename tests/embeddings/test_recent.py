"""The newest are kept, and what is asked for counts as new."""

from hypothesis import given
from hypothesis import strategies as st

from embeddings.recent import Recent


def test_what_was_not_used_for_longest_makes_room() -> None:
    recent: Recent[str, int] = Recent(2)
    recent.put("a", 1)
    recent.put("b", 2)
    assert recent.get("a") == 1

    recent.put("c", 3)

    assert (recent.get("a"), recent.get("b"), recent.get("c")) == (1, None, 3)


@given(keys=st.lists(st.integers(0, 9)), size=st.integers(1, 5))
def test_the_last_keys_are_kept_and_no_more(keys: list[int], size: int) -> None:
    recent: Recent[int, int] = Recent(size)
    for key in keys:
        recent.put(key, key)

    newest = list(dict.fromkeys(reversed(keys)))

    assert [key for key in newest if recent.get(key) is not None] == newest[:size]
