"""Questions take turns, a full line says so, and a closing desk tells those who wait."""

import asyncio
import threading
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor

import pytest
import pytest_asyncio

from bot.desk import Desk
from bot.errors import Busy, Stopping


@pytest_asyncio.fixture
async def desk() -> AsyncIterator[Desk]:
    made = Desk(workers=1, queue=4)
    yield made
    made.close()


async def test_what_the_work_returns_or_raises_comes_back(desk: Desk) -> None:
    assert await desk.answer("a", lambda: 7) == 7
    assert await desk.errand(lambda: 8) == 8
    with pytest.raises(ZeroDivisionError):
        await desk.answer("a", lambda: 1 // 0)
    assert await desk.answer("a", lambda: 9) == 9


async def test_nobody_waits_for_all_questions_of_somebody_else(desk: Desk) -> None:
    gate, order = threading.Event(), []
    first = asyncio.create_task(desk.answer("greedy", lambda: gate.wait(5)))
    await asyncio.sleep(0)
    others = [asyncio.create_task(desk.answer("greedy", lambda n=n: order.append(f"greedy {n}"))) for n in range(3)]
    await asyncio.sleep(0)
    modest = asyncio.create_task(desk.answer("modest", lambda: order.append("modest")))
    await asyncio.sleep(0)
    gate.set()
    await asyncio.gather(first, *others, modest)
    assert order.index("modest") <= 1
    assert [each for each in order if each != "modest"] == ["greedy 0", "greedy 1", "greedy 2"]


async def test_a_lane_has_one_question_under_way() -> None:
    desk = Desk(workers=4, queue=10)
    under_way, most = 0, 0
    lock = threading.Lock()

    def work() -> None:
        nonlocal under_way, most
        with lock:
            under_way += 1
            most = max(most, under_way)
        threading.Event().wait(0.01)
        with lock:
            under_way -= 1

    await asyncio.gather(*(desk.answer("one", work) for _ in range(5)))
    assert most == 1
    await asyncio.gather(*(desk.answer(n, work) for n in range(8)))
    assert 1 < most <= 4
    desk.close()


async def test_a_full_line_says_that_it_is_busy(desk: Desk) -> None:
    gate = threading.Event()
    tasks = [asyncio.create_task(desk.answer(n, lambda: gate.wait(5))) for n in range(5)]
    await asyncio.sleep(0)
    assert desk.waiting == 4
    with pytest.raises(Busy, match="line is full"):
        await desk.answer("late", lambda: None)
    with pytest.raises(Busy):
        desk.admit()
    gate.set()
    await asyncio.gather(*tasks)
    desk.admit()


async def test_stopping_finishes_what_is_under_way_and_tells_the_rest(desk: Desk) -> None:
    gate = threading.Event()
    under_way = asyncio.create_task(desk.answer("a", lambda: gate.wait(5)))
    waiting = asyncio.create_task(desk.answer("b", lambda: None))
    await asyncio.sleep(0.02)
    desk.stop()
    with pytest.raises(Stopping, match="ask again"):
        await waiting
    with pytest.raises(Stopping):
        await desk.answer("c", lambda: None)
    gate.set()
    assert await under_way


async def test_a_question_that_was_given_up_is_passed_over(desk: Desk) -> None:
    gate, ran = threading.Event(), []
    first = asyncio.create_task(desk.answer("a", lambda: gate.wait(5)))
    await asyncio.sleep(0)
    given_up = asyncio.create_task(desk.answer("b", lambda: ran.append("b")))
    after = asyncio.create_task(desk.answer("b", lambda: ran.append("c")))
    await asyncio.sleep(0)
    given_up.cancel()
    await asyncio.sleep(0)
    gate.set()
    await asyncio.gather(first, after)
    assert ran == ["c"]


async def test_who_waits_for_an_answer_that_is_known_by_then_comes_next() -> None:
    desk = Desk(workers=2, queue=20)
    gates = {question: threading.Event() for question in "abc"}
    under_way: list[str] = []
    answered: list[int] = []

    async def ask(user: int, question: str) -> None:
        def work() -> None:
            under_way.append(question)
            assert gates[question].wait(5)
            answered.append(user)

        with desk.admit() as place:
            await place.answer(user, work, key=question)

    asked = [asyncio.create_task(ask(user, question)) for user, question in enumerate("aabca")]
    await asyncio.sleep(0.05)
    assert under_way == ["a", "b"]
    gates["a"].set()
    while len(answered) < 3:
        await asyncio.sleep(0.01)
    assert answered == [0, 1, 4]  # before the one who asked "c" earlier
    gates["b"].set()
    gates["c"].set()
    await asyncio.gather(*asked)
    assert sorted(answered) == [0, 1, 2, 3, 4]
    desk.close()


async def test_giving_up_tells_also_those_whose_question_is_under_way(desk: Desk) -> None:
    gate = threading.Event()
    under_way = asyncio.create_task(desk.answer("a", lambda: gate.wait(5)))
    with ThreadPoolExecutor(1) as pool:
        chore = asyncio.create_task(desk.chore(pool, lambda: gate.wait(5)))
        await asyncio.sleep(0.02)
        desk.stop()
        assert desk.at_work
        desk.give_up()
        for each in (under_way, chore):
            with pytest.raises(Stopping, match="ask again"):
                await each
        assert desk.at_work
        gate.set()
    while desk.at_work:
        await asyncio.sleep(0.01)
