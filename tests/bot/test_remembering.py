"""What was computed once is not computed again, by any thread."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.recent import Recent


def test_a_value_is_computed_once_even_by_several_threads_at_once() -> None:
    recent: Recent[int] = Recent(10)
    computed, gate = [], threading.Event()

    def compute() -> int:
        computed.append(threading.get_ident())
        gate.wait(5)
        return 7

    with ThreadPoolExecutor(4) as pool:
        asked = [pool.submit(recent.get, "key", compute) for _ in range(4)]
        gate.set()
        assert [each.result(5) for each in asked] == [7] * 4
    assert len(computed) == 1
    assert "key" in recent
    assert "other" not in recent


def test_the_oldest_is_forgotten() -> None:
    recent: Recent[int] = Recent(2)
    computed: list[str] = []

    def ask(key: str) -> None:
        recent.get(key, lambda: computed.append(key) or len(computed))

    for key in ("a", "b", "a", "c", "a", "b"):
        ask(key)
    assert computed == ["a", "b", "c", "b"]


def test_a_failure_is_raised_and_not_remembered() -> None:
    recent: Recent[float] = Recent(2)
    with pytest.raises(ZeroDivisionError):
        recent.get("a", lambda: 1 / 0)
    assert recent.get("a", lambda: 2.0) == 2.0


def test_what_is_forgotten_is_computed_again() -> None:
    recent: Recent[int] = Recent(2)
    assert recent.get("a", lambda: 1) == 1
    recent.forget("a")
    recent.forget("b")
    assert "a" not in recent
    assert recent.get("a", lambda: 2) == 2
