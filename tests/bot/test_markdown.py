"""What Discord is given can be read back, character by character, and says nothing but the text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.markdown import block_quotation, escaped, link, one_line, quoted_text, shortened, unescaped, web_address

NASTY = st.text(
    alphabet=st.one_of(
        st.sampled_from("*_~|>#-[]()<@&:/`\\!+.1 \t\n\r\u200f\u202e\u2066\u2069\u2028\u0085aß—“”é世🙂"),
        st.characters(),
    ),
    max_size=300,
)
PHRASES = st.lists(
    st.sampled_from(
        [
            "@everyone", "<@123>", "<@&9>", "<#5>", "</ask:7>", "<t:1:R>", "<:a:1>", "https://example.org/a_(b)",
            "**bold**",
            "```py\nx\n```", "||hidden||", "~~gone~~", "[label](https://example.org)", "> quoted", ">>> all", "# head",
            "-# small", "- item", "1. item", "1917. ", "\\", "\\*", "\r\n", "\n", "\r", " ", "word", "¯\\_(ツ)_/¯",
        ]
    ),
    max_size=30,
).map("".join)  # fmt: skip


@given(st.one_of(NASTY, PHRASES))
def test_unescaping_gives_back_the_text(text: str) -> None:
    assert unescaped(escaped(text)) == text


@given(st.one_of(NASTY, PHRASES))
def test_a_block_quotation_gives_back_the_text(text: str) -> None:
    assert quoted_text(block_quotation(text)) == text


@given(st.one_of(NASTY, PHRASES))
def test_every_line_of_a_block_quotation_is_quoted(text: str) -> None:
    assert all(line.startswith("> ") for line in re.split(r"\r\n|\r|\n", block_quotation(text)))


@given(st.one_of(NASTY, PHRASES))
def test_no_markup_survives_escaping(text: str) -> None:
    bare = re.sub(r"\\[!-/:-@\[-`{-~]", "x", escaped(text))
    assert not re.search(r"[\\*_~|`<>\[\]]|://|@everyone|@here", bare)
    assert not re.search(r"(?:\A|[\r\n])[ \t]*(#|-|\+|\d+\.\s)", bare)


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("short", 10, "short"),
        ("two  lines\nhere", 20, "two lines here"),
        ("Who stormed the Winter Palace?", 20, "Who stormed the…"),
        ("x" * 30, 10, "x" * 9 + "…"),
    ],
)
def test_shortening_cuts_after_a_word(text: str, limit: int, expected: str) -> None:
    assert shortened(text, limit) == expected
    assert len(shortened(text, limit)) <= limit


@pytest.mark.parametrize(
    ("label", "target", "expected"),
    [
        ("Title", "https://example.org/a(b)", "[Title](https://example.org/a%28b%29)"),
        ("Title", "javascript:alert(1)", "Title"),
        ("Title", "/home/me/book.txt", "Title"),
        ("Title", None, "Title"),
        (one_line("see https://x.org"), "https://example.org/", r"see https\://x.org ([open](https://example.org/))"),
        ("Title", "https://example.org/a b", "[Title](https://example.org/a%20b)"),
    ],
)
def test_links_lead_to_web_addresses_only(label: str, target: str | None, expected: str) -> None:
    assert link(label, target) == expected


@given(st.text())
def test_an_address_never_breaks_out_of_its_link(text: str) -> None:
    address = web_address(f"https://example.org/{text}")
    assert address is not None
    assert not re.search(r"[\s<>()\[\]]", address)
