"""Killed at any moment, a library answers as before or as after, and the next run finishes the work."""

import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from embeddings.embedder import Embedder
from retrieval.library.library import Library
from retrieval.library.records import Health
from tests.retrieval.library.crash_worker import work
from tests.retrieval.library.material import HARBOUR, STAMPS, answers, write

MOMENTS = 20
ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.timeout(240)
def test_a_kill_at_any_moment_leaves_the_library_as_before_or_as_after(tmp_path: Path, embedder: Embedder) -> None:
    base, home, folder = tmp_path / "base", tmp_path / "home", tmp_path / "texts"

    def reset() -> None:
        shutil.rmtree(folder, ignore_errors=True)
        shutil.rmtree(home, ignore_errors=True)
        write(folder, harbour=HARBOUR, stamps=STAMPS)
        if base.exists():
            shutil.copytree(base, home)

    reset()
    with Library.open(base) as library:
        library.add(sorted(folder.iterdir()), embedder)
    good = [_answers(base, embedder)]
    reset()
    with _worker(home, folder) as worker:
        lasts = [_seconds_to(worker, "added"), _seconds_to(worker, "done")]
    after = _answers(home, embedder)
    with Library.open(home) as library:
        library.rollback()
    good += [_answers(home, embedder), after]
    assert good[0] != good[1] != good[2]

    chance, outcomes = random.Random(1917), set()
    for moment in range(MOMENTS):
        reset()
        step, part = moment % 2, moment // 2
        with _worker(home, folder) as worker:
            if step:
                _seconds_to(worker, "added")
            time.sleep(lasts[step] * (part + chance.random()) / (MOMENTS // 2))
            worker.kill()
        found = _answers(home, embedder)
        assert found in good, f"killed in part {part + 1} of step {step + 1}"
        outcomes.add(good.index(found))
        with Library.open(home) as library:
            begun = bool(library.requests())
            library.sync(embedder)
            assert library.requests() == []
            assert not begun or _answers(home, embedder) in good[1:]
            work(library, folder, embedder)
            assert {check.health for check in library.doctor()} == {Health.OK}
        assert _answers(home, embedder) == good[2]
    assert len(outcomes) > 1  # else no kill came between two states, and the test has shown little


def _answers(home: Path, embedder: Embedder) -> list[object]:
    with Library.open(home) as library:
        return answers(library.snapshot(), embedder)


def _seconds_to(worker: subprocess.Popen[str], line: str) -> float:
    began = time.monotonic()
    assert worker.stdout is not None
    assert worker.stdout.readline() == f"{line}\n"
    return time.monotonic() - began


@contextmanager
def _worker(home: Path, folder: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.retrieval.library.crash_worker", str(home), str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as worker:
        _seconds_to(worker, "ready")
        yield worker
