"""Citations in the usual styles: right where all is known, whole where something is not."""

import itertools
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.citations import Form, Style, bibtex, cite, cited, csl_json, ris
from retrieval.citations.csl import Locator, locator_of
from retrieval.citations.dates import date_parts, is_date
from retrieval.citations.names import names
from retrieval.types import Citation

FACTS: dict[str, Any] = {
    "author": "Ada B. Scholar",
    "title": "A Winter of Decrees",
    "published": "7 November 1927",
    "publisher": "Example Press",
    "url": "https://example.org/winter",
    "locator": "“The night”, paragraph 3",
    "speaker": None,
    "permalink": "winter@" + "ab" * 32 + ":10-40",
    "link": None,
}


def citation(**facts: Any) -> Citation:
    return Citation(**(FACTS | facts))


def in_markdown(facts: dict[str, Any], style: Style) -> str:
    entry = cite(citation(**facts), style).entry
    return "".join(f"*{run.text}*" if run.italic else run.text for run in entry)


@pytest.mark.parametrize(
    ("style", "facts", "entry", "in_text"),
    [
        (
            Style.CHICAGO,
            {},
            (
                "Ada B. Scholar, “A Winter of Decrees,” Example Press, November 7, 1927, under “The night,” para. 3, "
                "https://example.org/winter."
            ),
            None,
        ),
        (
            Style.CHICAGO,
            {"published": "1919", "locator": "p. 104", "url": None},
            "Ada B. Scholar, *A Winter of Decrees* (Example Press, 1919), 104.",
            None,
        ),
        (
            Style.CHICAGO,
            {"speaker": "Lev Orator", "locator": "paragraph 9", "url": None},
            "Lev Orator, quoted in Ada B. Scholar, “A Winter of Decrees,” Example Press, November 7, 1927, para. 9.",
            None,
        ),
        (
            Style.CHICAGO,
            {"quoted": True, "locator": "paragraph 9", "url": None},
            "Quoted in Ada B. Scholar, “A Winter of Decrees,” Example Press, November 7, 1927, para. 9.",
            None,
        ),
        (
            Style.APA,
            {"quoted": True, "locator": "p. 104"},
            "Scholar, A. B. (1927, November 7). *A Winter of Decrees*. Example Press. https://example.org/winter",
            "(as cited in Scholar, 1927, p. 104)",
        ),
        (
            Style.MLA,
            {},
            "Scholar, Ada B. “A Winter of Decrees.” *Example Press*, 7 Nov. 1927, https://example.org/winter.",
            "(Scholar, “The night,” par. 3)",
        ),
        (
            Style.MLA,
            {"author": "Ada Scholar and Ben Writer", "published": "1919", "url": None, "speaker": "Lev Orator"},
            "Scholar, Ada, and Ben Writer. *A Winter of Decrees*. Example Press, 1919.",
            "(qtd. in Scholar and Writer, “The night,” par. 3)",
        ),
        (
            Style.APA,
            {},
            "Scholar, A. B. (1927, November 7). *A Winter of Decrees*. Example Press. https://example.org/winter",
            "(Scholar, 1927, “The night” section, para. 3)",
        ),
        (
            Style.APA,
            {"speaker": "Lev Orator", "locator": "p. 104"},
            "Scholar, A. B. (1927, November 7). *A Winter of Decrees*. Example Press. https://example.org/winter",
            "(Lev Orator, as cited in Scholar, 1927, p. 104)",
        ),
        (
            Style.CHICAGO,
            {"speaker": "Lev Orator", "quoted": True, "contributed": True, "locator": "paragraph 9", "url": None},
            "Lev Orator, in Ada B. Scholar, “A Winter of Decrees,” Example Press, November 7, 1927, para. 9.",
            None,
        ),
        (
            Style.APA,
            {"speaker": "Lev Orator", "quoted": True, "contributed": True, "locator": "p. 104"},
            "Scholar, A. B. (1927, November 7). *A Winter of Decrees*. Example Press. https://example.org/winter",
            "(Lev Orator, in Scholar, 1927, p. 104)",
        ),
        (Style.APA, {"author": None, "published": None, "publisher": None, "url": None}, "*A Winter of Decrees*. (n.d.).",
         "(A Winter of Decrees, n.d., “The night” section, para. 3)"),
        (Style.CHICAGO, {"translator": "Vera P. Bell", "published": "1919", "locator": "p. 4", "url": None},
         "Ada B. Scholar, *A Winter of Decrees*, trans. Vera P. Bell (Example Press, 1919), 4.", None),
        (Style.CHICAGO, {"translator": "Vera P. Bell", "locator": "p. 4", "url": None},
         "Ada B. Scholar, “A Winter of Decrees,” trans. Vera P. Bell, Example Press, November 7, 1927, 4.", None),
        (Style.CHICAGO_BIBLIOGRAPHY, {"translator": "Vera P. Bell and Max Ott", "published": "1919", "url": None},
         "Scholar, Ada B. *A Winter of Decrees*. Translated by Vera P. Bell and Max Ott. Example Press, 1919.", None),
        (Style.MLA, {"translator": "Vera P. Bell", "published": "1919", "url": None},
         "Scholar, Ada B. *A Winter of Decrees*. Translated by Vera P. Bell, Example Press, 1919.",
         "(Scholar, “The night,” par. 3)"),
        (Style.APA, {"translator": "Vera P. Bell", "published": "1919", "url": None},
         "Scholar, A. B. (1919). *A Winter of Decrees* (V. P. Bell, Trans.). Example Press.",
         "(Scholar, 1919, “The night” section, para. 3)"),
        (Style.MLA, {"title": "What Was Done?"},
         "Scholar, Ada B. “What Was Done?” *Example Press*, 7 Nov. 1927, https://example.org/winter.",
         "(Scholar, “The night,” par. 3)"),
    ],
)  # fmt: skip
def test_a_source_is_cited_as_the_style_asks(
    style: Style, facts: dict[str, Any], entry: str, in_text: str | None
) -> None:
    assert in_markdown(facts, style) == entry
    assert cite(citation(**facts), style).in_text == in_text


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize(
    "missing",
    [
        subset
        for size in range(6)
        for subset in itertools.combinations(("author", "title", "published", "publisher", "url"), size)
    ],
)
def test_an_incomplete_source_never_yields_a_broken_citation(style: Style, missing: tuple[str, ...]) -> None:
    cited = cite(citation(**dict.fromkeys(missing)), style)
    for text in filter(None, (cited.plain, cited.in_text)):
        assert not re.search(r"None|\(\)|\( |,,|, ,|\.\.|,\.|^[,. ]|  |“”|\(,", text)
        assert text.count("Winter of Decrees") == (0 if "title" in missing else text.count("A Winter of Decrees"))
    assert cited.plain.count(FACTS["title"]) == (0 if "title" in missing else 1)


NASTY = st.one_of(st.none(), st.text(max_size=60), st.text(alphabet="&{}\\%$#_^~`<>“”\"',. aB\ue000é", max_size=40))


@settings(max_examples=60, deadline=None)
@given(
    author=NASTY, title=NASTY, published=NASTY, publisher=NASTY, locator=NASTY, speaker=NASTY, translator=NASTY
)  # fmt: skip
def test_no_fact_can_break_a_citation(locator: str | None, **facts: str | None) -> None:
    source = citation(**facts, locator=locator or "")
    for style in Style:
        assert cite(source, style).plain
    entry = bibtex(source)
    assert entry.count("{") - entry.count(r"\{") == entry.count("}") - entry.count(r"\}")
    assert "`" not in entry
    assert re.fullmatch(r"@(book|misc)\{[a-z0-9]+,\n(  [a-z]+ = .*,\n)*\}", entry)


@pytest.mark.parametrize(
    ("text", "citable"),
    [
        ("1917-11", True),
        ("7 November 1917", True),
        ("circa 1900", True),
        ("Spring 1917", True),
        ("1914–1918", True),
        ("[1917?]", True),
        ("", False),
        ("yesterday", False),
        ("1917-13-45", False),
        ("31/12/1917", False),
        ("30 February 1917", False),
        ("19170", False),
    ],
)
def test_dates_that_can_be_cited_are_told_from_others(text: str, citable: bool) -> None:
    assert is_date(text) is citable


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada B. Scholar", [{"family": "Scholar", "given": "Ada B."}]),
        ("Scholar, Ada", [{"family": "Scholar", "given": "Ada"}]),
        ("Ludwig van Beethoven", [{"family": "van Beethoven", "given": "Ludwig"}]),
        ("Ada Scholar and Ben Writer", [{"family": "Scholar", "given": "Ada"}, {"family": "Writer", "given": "Ben"}]),
        ("Scholar, Ada; Writer, Ben", [{"family": "Scholar", "given": "Ada"}, {"family": "Writer", "given": "Ben"}]),
        ("A. Scholar, B. Writer and C. Third", [{"family": "Scholar", "given": "A."}, {"family": "Writer", "given": "B."},
                                                {"family": "Third", "given": "C."}]),
        ("John Smith, Jr.", [{"family": "Smith", "given": "John", "suffix": "Jr."}]),
        ("Quoth contributors", [{"literal": "Quoth contributors"}]),
        ("Museum of Arms and Letters", [{"literal": "Museum of Arms and Letters"}]),
        ("Plutarch", [{"literal": "Plutarch"}]),
        ("Marie of the Isle", [{"literal": "Marie of the Isle"}]),
        ("", []),
    ],
)  # fmt: skip
def test_names_are_taken_apart_only_where_that_is_safe(text: str, expected: list[dict[str, str]]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("1917", (1917,)),
        ("1917-11", (1917, 11)),
        ("1917-11-07", (1917, 11, 7)),
        ("2017-11-07T10:00:00Z", (2017, 11, 7)),
        ("7 November 1917", (1917, 11, 7)),
        ("Nov. 7, 1917", (1917, 11, 7)),
        ("November 1917", (1917, 11)),
        ("30 February 1917", None),
        ("circa 1900", None),
        ("Spring 1917", None),
    ],
)
def test_publication_dates_are_read(text: str, parts: tuple[int, ...] | None) -> None:
    assert date_parts(text) == parts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("paragraph 3", Locator(label="paragraph", number="3")),
        ("“The night”, paragraph 3", Locator(label="paragraph", number="3", section="The night")),
        ("p. xii, “The night”, paragraph 3", Locator(label="page", number="xii", section="The night")),
        ("p. 104", Locator(label="page", number="104")),
        ("“A “quoted”, word”, paragraph 1", Locator(label="paragraph", number="1", section="A “quoted”, word")),
        ("chapter 3", Locator(section="chapter 3")),
        ("Book II, Chapter 3, paragraph 14", Locator(label="paragraph", number="14", section="Book II, Chapter 3")),
        ("p. 9, Chapter IV, “The Land”, note 3", Locator(label="page", number="9", section="Chapter IV, The Land")),
        ("Chapter IV, “The Land”, note 3", Locator(label="note", number="3", section="Chapter IV, The Land")),
        ("", Locator()),
    ],
)
def test_locators_are_taken_apart(text: str, expected: Locator) -> None:
    assert locator_of(citation(locator=text)) == expected


def test_a_source_becomes_csl_json() -> None:
    assert csl_json(citation()) == {
        "id": "winter@" + "ab" * 32,
        "type": "webpage",
        "title": "A Winter of Decrees",
        "author": [{"family": "Scholar", "given": "Ada B."}],
        "issued": {"date-parts": [[1927, 11, 7]]},
        "publisher": "Example Press",
        "URL": "https://example.org/winter",
    }


def test_reference_managers_learn_who_translated() -> None:
    translated = citation(translator="Vera P. Bell and Max Ott")
    assert "  translator = {Bell, Vera P. and Ott, Max},\n" in bibtex(translated)
    assert [line for line in ris(translated).splitlines() if line.startswith("A4")] == [
        "A4  - Bell, Vera P.",
        "A4  - Ott, Max",
    ]


def test_words_of_somebody_unnamed_are_noted_as_such() -> None:
    assert "words of somebody unnamed" in bibtex(citation(quoted=True))
    assert "N1  - words of somebody unnamed" in ris(citation(quoted=True)).splitlines()


def test_bibtex_names_the_place_and_the_speaker() -> None:
    assert bibtex(citation(speaker="Lev Orator", published="1919", title="Bread & Peace")) == (
        "@book{scholar1919bread,\n"
        "  author = {Scholar, Ada B.},\n"
        "  title = {{Bread \\& Peace}},\n"
        "  year = {1919},\n"
        "  publisher = {Example Press},\n"
        "  url = {https://example.org/winter},\n"
        "  note = {“The night”, par. 3, words of Lev Orator},\n"
        "}"
    )


@pytest.mark.parametrize(
    ("facts", "entry"),
    [
        ({}, "Scholar, Ada B. “A Winter of Decrees.” Example Press, November 7, 1927. https://example.org/winter."),
        ({"published": "1919", "url": None}, "Scholar, Ada B. *A Winter of Decrees*. Example Press, 1919."),
        (
            {"author": None, "published": None, "publisher": None, "speaker": "Lev Orator", "url": None},
            "“A Winter of Decrees.” n.d.",
        ),
    ],
)
def test_an_entry_of_a_chicago_bibliography(facts: dict[str, Any], entry: str) -> None:
    assert in_markdown(facts, Style.CHICAGO_BIBLIOGRAPHY) == entry


def test_ris_has_a_tag_a_line_and_leaves_out_what_is_not_known() -> None:
    assert ris(citation(speaker="Lev Orator")).splitlines() == [
        "TY  - ELEC",
        "AU  - Scholar, Ada B.",
        "TI  - A Winter of Decrees",
        "PY  - 1927",
        "DA  - 1927/11/07/",
        "PB  - Example Press",
        "UR  - https://example.org/winter",
        "N1  - section: The night",
        "N1  - paragraph 3",
        "N1  - words of Lev Orator",
        "ER  - ",
    ]
    bare = citation(author=None, published="about 1919", publisher=None, url=None, locator="p. 104")
    assert ris(bare).splitlines() == [
        "TY  - ELEC",
        "TI  - A Winter of Decrees",
        "PY  - 1919",
        "DA  - 1919///about 1919",
        "SP  - 104",
        "ER  - ",
    ]


@given(st.sampled_from(sorted(FACTS.keys() - {"permalink", "link", "locator"})), st.text(max_size=80))
def test_no_fact_breaks_out_of_a_line_of_ris(field: str, value: str) -> None:
    for line in ris(citation(**{field: value})).split("\n"):
        assert re.match(r"[A-Z][A-Z0-9]  -( |$)", line), line


def test_ris_tells_the_year_of_a_date_in_words() -> None:
    lines = ris(citation(published="2000, revised 2012")).splitlines()
    assert "PY  - 2000" in lines
    assert "DA  - 2000///2000, revised 2012" in lines
    assert "DA  - ///spring" in ris(citation(published="spring")).splitlines()


@pytest.mark.parametrize("form", Form)
def test_every_form_names_the_title(form: Form) -> None:
    assert "A Winter of Decrees" in cited(citation(), form)
