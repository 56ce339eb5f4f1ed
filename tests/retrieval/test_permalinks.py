"""Permalinks: what is written is read again, and nothing else is taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.permalinks import Permalink

SHA256 = "0123456789abcdef" * 4
OFFSETS = st.integers(0, 10**12 - 1)
IDS = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True) | st.text(min_size=1).filter(
    lambda name: "@" not in name and len(name.split()) == 1 and name == name.strip()
)


@given(IDS, st.text("0123456789abcdef", min_size=64, max_size=64), OFFSETS, OFFSETS)
def test_a_permalink_survives_being_written(document: str, sha256: str, start: int, end: int) -> None:
    link = Permalink(document=document, sha256=sha256, start=start, end=end)
    assert Permalink.parse(str(link)) == link


@given(st.text())
def test_no_text_is_misread(text: str) -> None:
    link = Permalink.parse(text)
    assert link is None or str(link) == text.strip()


@pytest.mark.parametrize("around", ["{}", "  {}", "{}\n", "\t{} \r\n"])
def test_blanks_around_a_permalink_do_not_matter(around: str) -> None:
    link = Permalink(document="july-days", sha256=SHA256, start=12, end=40)
    assert Permalink.parse(around.format(link)) == link


@pytest.mark.parametrize(
    "text",
    [
        "",
        "july-days",
        f"@{SHA256}:1-2",
        f"july days@{SHA256}:1-2",
        f"july-days@{SHA256[:-1]}:1-2",
        f"july-days@{SHA256.upper()}:1-2",
        f"july-days@{SHA256}:1",
        f"july-days@{SHA256}:-1-2",
        f"july-days@{SHA256}:1-2-3",
        f"july-days@{SHA256}:١-٢",
        f"july-days@{SHA256}:1-{'9' * 13}",
        f"see july-days@{SHA256}:1-2",
        f"https://example.org/july-days@{SHA256}:1-2?",
    ],
)
def test_what_is_no_permalink_is_not_taken_for_one(text: str) -> None:
    assert Permalink.parse(text) is None
