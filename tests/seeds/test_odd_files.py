"""What no library can take in: it is passed over or told, beside the files that can be read, and nothing waits for it."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from seeds.containers import bytes_at
from seeds.errors import SourceError
from seeds.sources import discover, fingerprint, read

TEXT = "The lamp of the night ferry was not lit, and the piano stood in the reeds until dawn.\n"


def beside(folder: Path, name: bytes) -> Path:
    """A path of any bytes."""
    return Path(os.fsdecode(bytes(folder) + b"/" + name))


def a_link_to_nowhere(folder: Path) -> None:
    (folder / "odd.txt").symlink_to("nowhere.txt")


def a_link_to_itself(folder: Path) -> None:
    (folder / "odd.txt").symlink_to("odd.txt")


def a_name_of_bytes(folder: Path) -> None:
    beside(folder, b"caf\xe9.txt").write_text(TEXT, "utf-8")


def a_link_to_a_name_of_bytes(folder: Path) -> None:
    hidden = folder / ".kept"
    hidden.mkdir()
    a_name_of_bytes(hidden)
    (folder / "odd.txt").symlink_to(beside(hidden, b"caf\xe9.txt"))


def a_folder_named_of_bytes(folder: Path) -> None:
    inner = beside(folder, b"\xe9t\xe9")
    inner.mkdir()
    for name in ("a.txt", "b.txt"):
        (inner / name).write_text(TEXT, "utf-8")


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (a_link_to_nowhere, "odd.txt' is a link whose target, 'nowhere.txt', is missing: mend the link or delete it"),
        (a_link_to_itself, "odd.txt' is reached through links that lead in a circle: mend one or delete it"),
        (a_name_of_bytes, "caf\\xe9.txt' is not in UTF-8: rename it, and add it again"),
        (a_link_to_a_name_of_bytes, "/.kept/caf\\xe9.txt' is not in UTF-8: rename it, and add it again"),
        (a_folder_named_of_bytes, "\\xe9t\\xe9' is not in UTF-8: rename it, and add it again"),
    ],
    ids=lambda each: getattr(each, "__name__", ""),
)
def test_what_cannot_be_remembered_is_told_beside_the_others(
    tmp_path: Path, make: Callable[[Path], None], said: str
) -> None:
    good = tmp_path / "ferry.txt"
    good.write_text(TEXT, "utf-8")
    make(tmp_path)
    found = discover([tmp_path])
    assert (found.files, len(found.failed)) == ((good,), 1)
    assert said in found.failed[0]
    named = discover([good, *(path for path in sorted(tmp_path.iterdir()) if path.name not in (good.name, ".kept"))])
    assert (named.files, named.failed) == ((good,), found.failed)


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def a_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(path))


def a_link_to_a_device(path: Path) -> None:
    path.symlink_to("/dev/zero")


SPECIAL = pytest.mark.parametrize(
    ("make", "kind"), [(a_pipe, "a pipe"), (a_socket, "a socket"), (a_link_to_a_device, "a device")]
)


@SPECIAL
def test_pipes_sockets_and_devices_are_passed_over(tmp_path: Path, make: Callable[[Path], None], kind: str) -> None:
    good, odd = tmp_path / "ferry.txt", tmp_path / "odd.txt"
    good.write_text(TEXT, "utf-8")
    make(odd)
    found = discover([tmp_path])
    assert (found.files, found.skipped, found.failed) == ((good,), ((odd, f"{kind}, not a regular file"),), ())


@SPECIAL
def test_nobody_waits_for_what_is_no_file(tmp_path: Path, make: Callable[[Path], None], kind: str) -> None:
    odd = tmp_path / "odd.txt"
    make(odd)
    (fault,) = discover([odd]).failed
    assert f"odd.txt' is {kind}, not a regular file: save what it gives in a file" in fault
    for reading in (bytes_at, fingerprint):
        with pytest.raises(SourceError, match=r"not a regular file"):
            reading(odd)


@pytest.mark.parametrize("name", ["catalogue.toml", "letters.zip"])
def test_a_pipe_in_place_of_a_catalogue_or_an_archive_is_told(tmp_path: Path, name: str) -> None:
    good = tmp_path / "ferry.txt"
    good.write_text(TEXT, "utf-8")
    os.mkfifo(tmp_path / name)
    assert discover([tmp_path]).files == (good,)
    if name == "catalogue.toml":
        with pytest.raises(SourceError, match=r"catalogue\.toml' is a pipe"):
            read(good)


def test_a_hidden_folder_of_a_strange_name_is_nobody_s_business(tmp_path: Path) -> None:
    good = tmp_path / "ferry.txt"
    good.write_text(TEXT, "utf-8")
    beside(tmp_path, b".\xe9").mkdir()
    assert discover([tmp_path]).failed == ()


def test_a_link_of_a_strange_name_is_its_target(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(TEXT, "utf-8")
    link = beside(tmp_path, b"caf\xe9.txt")
    link.symlink_to("good.txt")
    found = discover([link])
    assert (found.files, found.failed) == ((tmp_path / "good.txt",), ())


def test_what_lies_behind_links_in_a_circle_is_told(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    found = discover([tmp_path / "loop" / "a.txt"])
    assert found.failed == (
        f"'{tmp_path}/loop/a.txt' is reached through links that lead in a circle: mend one or delete it",
    )


def test_a_link_to_a_folder_is_passed_over_and_told(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "good.txt").write_text(TEXT, "utf-8")
    (papers / "up").symlink_to(tmp_path)
    (papers / "odd").symlink_to(beside(tmp_path, b"\xe9t\xe9"))
    beside(tmp_path, b"\xe9t\xe9").mkdir()
    found = discover([papers])
    why = "a link to a folder: name that to take it in"
    assert (found.files, found.failed) == ((papers / "good.txt",), ())
    assert found.skipped == ((papers / "odd", why), (papers / "up", why))
