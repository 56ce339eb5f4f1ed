"""What the library's file and the write-ahead log beside it take on the disk."""

import os
from contextlib import closing
from pathlib import Path

import pytest

from embeddings.embedder import Embedder
from retrieval.library import store
from retrieval.library.library import Library
from tests.retrieval.library.material import HARBOUR, MILLS, RAILWAY, STAMPS, answers, document


def log(home: Path) -> int:
    """Bytes of the log."""
    path = home / f"{store.FILE}-wal"
    return path.stat().st_size if path.exists() else 0


def test_a_run_leaves_no_log(library: Library, home: Path, embedder: Embedder) -> None:
    for name, text in (("harbour", HARBOUR), ("mills", MILLS)):
        assert library.generation().model_name == ("" if name == "harbour" else embedder.fingerprint)
        library.requests()
        library.add([document(text, name)], embedder)
        assert log(home) == 0


def test_a_log_that_a_reader_needed_goes_with_the_next_run(library: Library, home: Path, embedder: Embedder) -> None:
    library.add([document(HARBOUR)], embedder)
    with Library.open(home) as reader:
        held = reader.snapshot()
        library.add([document(MILLS, "mills")], embedder)
        assert log(home)
        assert held.counts.documents == 1
    library.add([document(RAILWAY, "railway")], embedder)
    assert log(home) == 0


def test_a_reader_that_stays_lets_the_log_go(
    library: Library, home: Path, embedder: Embedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "LONGEST_LOG", 50_000)
    library.add([document(HARBOUR)], embedder)
    with Library.open(home) as reader:
        for text, name in ((MILLS, "mills"), (RAILWAY, "railway"), (STAMPS, "stamps")):
            before = reader.snapshot()
            library.add([document(text, name)], embedder)
            assert log(home) > store.LONGEST_LOG
            held = reader.snapshot()
            before.close()
            assert reader.snapshot() is held
            assert log(home) == 0
        found = answers(held, embedder)
        library.remove(["harbour", "mills"])
        library.add([document(HARBOUR)], embedder)
        assert answers(held, embedder) == found


def test_the_log_of_a_run_is_cut_once_its_pages_are_in_the_file(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "LONGEST_LOG", 1_000_000)
    home.mkdir()
    with closing(store.open_for_writing(home)) as connection:
        for key in range(3):
            with store.transaction(connection):
                text = os.urandom(8_000_000).hex() if key == 0 else str(key)
                connection.execute("INSERT INTO texts (key, text) VALUES (?, ?)", (bytes([key]), text))
        assert 0 < log(home) <= 1_000_000


def test_a_vector_takes_little_more_room_than_its_numbers(home: Path) -> None:
    count, size = 4_000, 384 * 4
    home.mkdir()
    connection = store.open_for_writing(home)
    with store.transaction(connection):
        connection.execute("INSERT INTO models VALUES (1, 'f', 'f', 384)")
        rows = ((1, os.urandom(32), bytes(size)) for _ in range(count))
        connection.executemany("INSERT INTO vectors (model, key, vector) VALUES (?, ?, ?)", rows)
    store.close_after_writing(connection)
    assert (home / store.FILE).stat().st_size < 1.2 * count * size
