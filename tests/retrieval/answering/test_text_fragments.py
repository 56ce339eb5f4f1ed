"""A link names the quoted words so that a browser comes to them and to no others."""

import re
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.answering.text_fragments import LONGEST, text_fragment
from tests.browser import is_there
from tests.retrieval.library.material import document

PAGE = "https://example.org/a?b=c"


def link(words: str, text: str | None = None, *, url: str = PAGE, nth: int = 0, **facts: object) -> str:
    text = words if text is None else text
    start = [match.start() for match in re.finditer(re.escape(words), text)][nth]
    return text_fragment(url, document(text, "page", **facts), start, start + len(words))


def parts(made: str) -> list[str]:
    return made.partition(":~:text=")[2].split(",")


@pytest.mark.parametrize(
    ("words", "fragment"),
    [
        ("Peace, land & bread", "Peace%2C%20land%20%26%20bread"),
        ("Antonov-Ovseenko", "Antonov%2DOvseenko"),
        ("one  two\tthree", "one%20two%20three"),
        ("a b c d e f g h", "a%20b%20c%20d%20e%20f%20g%20h"),
        ("a b c d e f g h i", "a%20b%20c%20d,e%20f%20g%20h%20i"),
        ("50 % + #1?", "50%20%25%20%2B%20%231%3F"),
        ("мир", "%D0%BC%D0%B8%D1%80"),
        ("سلام", "%D8%B3%D9%84%D8%A7%D9%85"),
        ("Kerensky’s “own”", "Kerensky%E2%80%99s%20%E2%80%9Cown%E2%80%9D"),
        ("co\u00adoperate", "cooperate"),
    ],
)  # fmt: skip
def test_the_words_are_encoded_for_any_script(words: str, fragment: str) -> None:
    assert link(words) == f"{PAGE}#:~:text={fragment}"


@pytest.mark.parametrize(
    ("row", "named"),
    [
        ("4\tBen Writer\t8", ["4", "8"]),
        ("4\tLev Orator\t9", ["8-", "4", "9"]),
        ("1\tAda Scholar\t7", ["1", "7"]),
    ],
)
def test_a_row_of_a_table_is_named_by_its_cells_and_by_those_next_to_it(row: str, named: list[str]) -> None:
    text = "1\tAda Scholar\t7\n4\tBen Writer\t8\n4\tLev Orator\t9\n"
    assert [unquote(part) for part in parts(link(row, text, media_type="text/html"))] == named


def test_the_emphasis_of_markdown_is_left_out() -> None:
    assert parts(link("**No** paper but _Pravda_ for snake_case", media_type="text/markdown")) == [
        "No%20paper%20but%20Pravda%20for%20snake_case"
    ]


def test_the_same_words_standing_twice_may_lead_to_the_first() -> None:
    text = "<heading>\n\nThe harbour froze over.\n\nMore.\n\nThe harbour froze over."
    assert parts(link("The harbour froze over.", text, nth=1, media_type="text/html")) == [
        "The%20harbour%20froze%20over."
    ]


def test_a_long_quote_is_named_by_its_ends() -> None:
    words = " ".join(f"word{n}" for n in range(40))
    assert [unquote(part).split() for part in parts(link(words))] == [words.split()[:7], words.split()[-7:]]


def test_an_end_grows_until_it_is_told_from_what_stands_before() -> None:
    common = "in the first week of that cold month"
    words = f"{common} the harbour froze over and no ship left it until the ice went out in March"
    start, _ = parts(link(words, f"It was {common} the mills closed.\n\n{words}"))
    assert unquote(start).startswith(f"{common} the harbour")


def test_capitals_and_quotation_marks_do_not_tell_words_apart() -> None:
    words = "“The fall of the city” was long in coming and nobody was surprised when the gates were opened at last."
    start, _ = parts(link(words, f'"THE FALL OF THE CITY" WAS LONG IN a heading\n\n{words}'))
    assert len(unquote(start).split()) > 7


def test_only_an_ambiguous_quote_has_a_prefix_or_suffix() -> None:
    text = "They met. Nothing was decided. They left.\n\nIn May they met again. Nothing was decided. They parted."
    assert parts(link("Nothing was decided.", text)) == ["Nothing%20was%20decided."]
    prefix, start = parts(link("Nothing was decided.", text, nth=1))
    assert (unquote(prefix), unquote(start)) == ("May they met again.-", "Nothing was decided.")


def test_no_end_runs_over_the_end_of_a_block() -> None:
    words = "To all.\n\nThe bank is closed until further notice by order of the committee.\n\nSigned: Lund"
    start, end = parts(link(words, media_type="text/html"))
    assert (unquote(start), unquote(end)) == ("To all.", "Signed: Lund")


def test_a_wrapped_line_ends_no_block() -> None:
    words = "The\nharbour froze over in the first week of January, and ships lay in the ice until the end of\nMarch."
    start, end = parts(link(words, media_type="text/plain"))
    assert len(unquote(start).split()) >= 4
    assert len(unquote(end).split()) >= 4


@pytest.mark.parametrize(
    "facts", [{"url": "https://example.org/paper.PDF?x=1"}, {"url": PAGE, "media_type": "application/pdf"}]
)
def test_a_pdf_gets_none(facts: dict[str, str]) -> None:
    assert link("some words", **facts) == facts["url"]


@pytest.mark.parametrize(
    ("url", "made"),
    [
        ("https://example.org/a#top", "https://example.org/a#top:~:text=yes"),
        ("https://example.org/a#:~:text=no", "https://example.org/a#:~:text=yes"),
        ("https://example.org/a#top:~:text=no", "https://example.org/a#top:~:text=yes"),
    ],
)
def test_a_fragment_of_the_address_stays(url: str, made: str) -> None:
    assert link("yes", url=url) == made


def test_a_link_that_cannot_be_short_enough_is_the_address() -> None:
    url = f"https://example.org/{'x' * 500}"
    assert link("some words that are here", url=url) == url


def test_words_of_many_bytes_are_fewer() -> None:
    words = " ".join("правительство" + "а" * (n % 3) for n in range(60))
    made = link(words)
    assert len(made) <= LONGEST
    assert all(unquote(part).split() for part in parts(made))


def test_a_script_without_blanks_is_named_by_its_clauses() -> None:
    words = "十月、工人们聚集在广场上，" + "要求和平、土地和面包。" * 12 + "他们说，政府不能再等。"
    made = link(words)
    assert len(made) <= LONGEST
    start, end = map(unquote, parts(made))
    assert words.startswith(start)
    assert words.endswith(end)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=400).filter(str.strip))
def test_a_link_is_short_and_has_no_marks_but_its_own(text: str) -> None:
    words = text.strip()
    made = link(words)
    assert len(made) <= LONGEST
    directive = urlsplit(made).fragment.removeprefix(":~:text=")
    assert not set(directive.replace(",", "").replace("-,", "").replace(",-", "")) & set("&# <>\"'")
    assert directive.isascii()


PAGES = {
    "gate.html": """<!doctype html><meta charset=utf-8><title>Gate</title><style>p{max-width:30em}</style>
<h1>THE GATE WAS OPENED AT NOON</h1><p>Teaser: the gate was opened at noon, they said, and shut again by night.</p>
<div style="height:2500px"></div>
<p>In <b>March</b> the mayor&nbsp;– a patient man&nbsp;– waited. The gate was opened at noon, they said, and <i>nobody</i> came
through it until the evening bells – peace, land &amp; bread for all.</p><div style="height:1500px"></div>
<p>At night it was shut. Nothing was decided.</p><blockquote>Again they met. Nothing was decided.</blockquote>
<p>Рабочие собрались на площади; они требовали мира, земли и хлеба, и никто не ушёл до самого утра, хотя шёл снег.</p>
<p>十月、工人们聚集在广场上，要求和平、土地和面包。他们说，政府不能再等。</p>
<table><tr><td>1<td>Ada Scholar<td>7<tr><td>4<td>Ben Writer<td>8<tr><td>4<td>Lev Orator<td>9</table><div style="height:2500px"></div>"""
}
QUOTES = [
    ("The gate was opened at noon, they said, and nobody came through it until the evening bells – peace, land & bread for all.", 0),
    ("the mayor\u00a0– a patient man\u00a0– waited.", 0),
    ("Nothing was decided.", 1),
    ("Рабочие собрались на площади; они требовали мира, земли и хлеба, и никто не ушёл до самого утра, хотя шёл снег.", 0),
    ("他们说，政府不能再等。", 0),
    ("4\tBen Writer\t8", 0),
    ("4\tLev Orator\t9", 0),
]  # fmt: skip


@pytest.mark.skipif(not is_there(), reason="no chromium and chromedriver on this machine")
def test_a_browser_scrolls_to_the_words_and_highlights_them() -> None:
    from tests.browser import browsing, serving

    text = "\n\n".join(
        [
            "THE GATE WAS OPENED AT NOON",
            "Teaser: the gate was opened at noon, they said, and shut again by night.",
            "In March the mayor\u00a0– a patient man\u00a0– waited. " + QUOTES[0][0],
            "At night it was shut. Nothing was decided.",
            "Again they met. Nothing was decided.",
            QUOTES[3][0],
            "十月、工人们聚集在广场上，要求和平、土地和面包。他们说，政府不能再等。",
            "1\tAda Scholar\t7\n4\tBen Writer\t8\n4\tLev Orator\t9",
        ]
    )
    with serving({name: page.encode() for name, page in PAGES.items()}) as address, browsing() as browser:
        for words, nth in QUOTES:
            made = link(words, text, url=f"{address}/gate.html", nth=nth, media_type="text/html")
            assert browser.follow(made, words).right, made
        wrong = f"{address}/gate.html#:~:text=words%20that%20are%20not%20there"
        assert not browser.follow(wrong, QUOTES[0][0]).right
