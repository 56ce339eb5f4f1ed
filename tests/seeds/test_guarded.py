"""The process that foreign parsers run in: what breaks there is one sentence here."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from seeds.errors import SourceError
from seeds.readers import guarded
from seeds.readers.guarded import GuardedReader


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[GuardedReader]:
    """A reader that runs the Python source that it is given to read."""
    (tmp_path / "runs_its_input.py").write_text(
        "from seeds.readers.reader import PLAIN, Reading\n"
        "def read(data, *, name, options=PLAIN):\n"
        "    names = {}\n"
        "    exec(data.decode(), names)\n"
        "    return Reading(text=names['text'], encoding='utf-8', media_type='text/plain')\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    guarded._stop()  # the process is to start with this path
    yield GuardedReader(module="runs_its_input", format="TEST")
    guarded._stop()


def test_a_reading_comes_back_and_the_process_is_kept(reader: GuardedReader) -> None:
    first, second = (reader(b"import os; text = str(os.getpid())", name="a.test").text for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (b"raise KeyError('x')", r"'a.test' is no TEST, or a damaged one \(KeyError\)"),
        (b"from seeds.errors import SourceError\nraise SourceError('no such page')", r"^no such page$"),
        (b"import os; os.abort()", r"'a.test' is a TEST that its parser broke on"),
        (b"text = ' ' * 2_000_000_000", r"'a.test' needs more than 1000 MB"),
        (
            b"with open('/tmp/quoth-guarded-test', 'w') as file: file.write('x' * 9)",
            r"'a.test' is no TEST, or a damaged one \(OSError\)",
        ),
        (b"print('not a reply'); raise ValueError", r"\(ValueError\)"),
    ],
)
def test_what_breaks_is_one_sentence_and_the_next_file_is_read(
    reader: GuardedReader, source: bytes, message: str
) -> None:
    with pytest.raises(SourceError, match=message):
        reader(source, name="a.test")
    assert reader(b"text = 'still here'", name="b.test").text == "still here"
    written = Path("/tmp/quoth-guarded-test")
    assert not written.exists() or not written.stat().st_size


def test_the_language_of_a_text_is_told_there(reader: GuardedReader) -> None:
    """What loads a model through a temporary file has done so before files were forbidden."""
    source = b"""
from seeds.metadata.language import language_of
text = str(language_of('Nobody on board had been told that the lighthouse was dark, because the telegraph office had closed at noon.'))
"""
    assert reader(source, name="a.test").text == "en"


def test_a_long_file_has_longer() -> None:
    page, diary = guarded.seconds_for(b" " * 10_000), guarded.seconds_for(b" " * 3_000_000)
    assert page < 60
    assert diary == page + 60


def test_a_parser_that_spins_is_stopped(reader: GuardedReader, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(guarded, "_WALL_SECONDS", 1)
        with pytest.raises(SourceError, match=r"'a.test' takes too long to read"):
            reader(b"while True: pass", name="a.test")
    assert reader(b"text = 'still here'", name="b.test").text == "still here"
