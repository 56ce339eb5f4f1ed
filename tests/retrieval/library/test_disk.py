"""A disk that is full or may not be written to: one sentence, and nothing lost."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from embeddings.embedder import Embedder
from retrieval.errors import LibraryError
from retrieval.library.library import Library
from tests.retrieval.library.material import HARBOUR, MILLS, RAILWAY, STAMPS, answers, document

MOUNT = shutil.which("mount")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 2 MB in memory."""
    place = tmp_path / "disk"
    place.mkdir()
    options = ["-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)]
    if MOUNT is None or subprocess.run([MOUNT, *options], capture_output=True, check=False).returncode:
        pytest.skip("mounting a small disk needs the rights of root")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def fill(disk: Path, leave: int) -> None:
    """Fills the disk up to so many bytes."""
    free = shutil.disk_usage(disk).free
    with suppress(OSError), (disk / "filler").open("wb") as file:
        file.write(b"\0" * max(0, free - leave))


@pytest.mark.parametrize("room", [0, 40_000, 100_000, 160_000, 220_000, 280_000, 340_000])
def test_a_full_disk_leaves_the_library_as_it_was(room: int, small_disk: Path, embedder: Embedder) -> None:
    home = small_disk / "home"
    with Library.open(home) as library:
        library.add([document(HARBOUR)], embedder)
        before = answers(library.snapshot(), embedder)
    fill(small_disk, room)
    new = [document(text, name) for name, text in (("mills", MILLS), ("railway", RAILWAY), ("stamps", STAMPS))]
    with Library.open(home) as library, pytest.raises(LibraryError, match="disk is full"):
        library.add(new, embedder)
    with Library.open(home) as library:
        assert answers(library.snapshot(), embedder) == before
    (small_disk / "filler").unlink()
    with Library.open(home) as library:
        library.add(new, embedder)
        assert library.snapshot().counts.documents == 4


def test_a_library_without_room_for_the_files_of_its_readers_is_read_all_the_same(
    small_disk: Path, embedder: Embedder
) -> None:
    home = small_disk / "home"
    with Library.open(home) as library:
        library.add([document(HARBOUR)], embedder)
        before = answers(library.snapshot(), embedder)
    for path in home.glob("library.sqlite-*"):
        path.unlink()
    fill(small_disk, 0)
    with Library.open(home) as library:
        assert answers(library.snapshot(), embedder) == before


def test_a_disk_that_may_only_be_read_is_read(small_disk: Path, embedder: Embedder) -> None:
    home = small_disk / "home"
    with Library.open(home) as library:
        library.add([document(HARBOUR)], embedder)
        before = answers(library.snapshot(), embedder)
    for path in home.glob("library.sqlite-*"):
        path.unlink()
    (home / "generations" / "1" / "vectors.faiss").unlink()
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with Library.open(home) as library:
        assert answers(library.snapshot(), embedder) == before
        for write in (lambda: library.add([document(MILLS, "mills")], embedder), library.rollback, library.doctor):
            with pytest.raises(LibraryError, match="cannot be written to"):
                write()


GREEDY = """
import resource, sys
from pathlib import Path
from embeddings.loading import load_embedder
from retrieval.errors import LibraryError
from retrieval.library.library import Library
from tests.retrieval.library.material import MILLS, document

model = load_embedder()
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
try:
    Library.open(Path(sys.argv[1])).add([document(MILLS, "mills")], model)
except LibraryError as fault:
    print(fault)
"""


@pytest.mark.parametrize("limit", [1_000, 30_000, 60_000])
def test_files_that_may_not_grow_leave_the_library_as_it_was(limit: int, home: Path, embedder: Embedder) -> None:
    with Library.open(home) as library:
        library.add([document(HARBOUR)], embedder)
        before = answers(library.snapshot(), embedder)
    command = [sys.executable, "-c", GREEDY, str(home), str(limit)]
    root = Path(__file__).resolve().parents[3]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    told = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=True)
    assert "is as it was before" in told.stdout
    assert told.stdout.count("\n") == 1
    with Library.open(home) as library:
        assert answers(library.snapshot(), embedder) == before
        library.add([document(MILLS, "mills")], embedder)
        assert library.snapshot().counts.documents == 2
