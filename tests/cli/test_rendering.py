"""What a person sees of an answer, and that its words can be had back from it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.cli.rendering import Page, Style, answer_pieces, block_pieces, citation_pieces, confidence_words, credit
from retrieval.cli.verbatim import joined_lines
from tests.cli.answers import ANSWER, CITATION, EXPLANATION, QUOTE

WIDTHS = st.one_of(st.none(), st.integers(1, 120))


def plain(pieces) -> str:
    return "".join(piece.text for piece in pieces)


def quoted(text: str, page: Page) -> str:
    """The words of the first block quotation on a printed page."""
    lines = text.split("\n")
    block = [line.removeprefix(page.bar) for line in lines if line.startswith(page.bar)]
    return joined_lines(block, width=page.room)


def test_an_answer_reads_as_a_quotation_and_its_source() -> None:
    assert plain(answer_pieces(ANSWER, Page())).replace("\r\n", "\n") == (
        "> We came\n"
        "> in by the side door.\n"
        "\n"
        "  — A. Sailor, quoted by Jane Doe\n"
        "  A Year of Two Calendars, North Press, 1 May 1920, section “Autumn”\n"
        "  https://example.org/year#autumn\n"
        f"  {CITATION.permalink}\n"
        "  also at 110-140, 7-37 of copy\n"
        "\n"
        "Confidence: high (80%)\n"
    )


@given(st.text(min_size=1), WIDTHS)
def test_the_words_of_an_answer_can_be_had_back(words: str, width: int | None) -> None:
    page = Page(width=width)
    answer = replace(ANSWER, quotes=(replace(QUOTE, text=words, citation=replace(CITATION, title="T")),))
    assert quoted(plain(answer_pieces(answer, page)), page) == words


@given(st.text(), WIDTHS)
def test_only_the_quotation_stands_behind_the_bar(words: str, width: int | None) -> None:
    page = Page(width=width, bar="│ ")
    pieces = list(block_pieces(words, page))
    assert [p.style for p in pieces] == [Style.BAR, Style.QUOTE] * (len(pieces) // 2)


def test_an_abstention_says_why_and_marks_what_is_near() -> None:
    answer = replace(ANSWER, abstained=True, reason="The word 'cheka' occurs nowhere in the library.", confidence=0.1)
    shown = plain(answer_pieces(answer, Page()))
    assert shown.startswith("The sources do not say. The word 'cheka' occurs nowhere in the library.\n")
    assert shown.index("Nearest excerpts, which may not answer the question:") < shown.index("> We came")
    assert "Confidence" not in shown


@pytest.mark.parametrize(
    ("threshold", "apart"), [(0.1, None), (0.3, "> Perhaps."), (0.6, "> Perhaps."), (0.95, "> Maybe.")]
)
def test_excerpts_that_answer_less_surely_than_is_asked_stand_apart(threshold: float, apart: str | None) -> None:
    sure = replace(QUOTE, text="Surely.", confidence=0.9)
    maybe, perhaps = replace(QUOTE, text="Maybe.", confidence=0.7), replace(QUOTE, text="Perhaps.", confidence=0.2)
    shown = plain(answer_pieces(replace(ANSWER, quotes=(sure, maybe, perhaps), threshold=threshold), Page()))
    before, line, after = shown.partition("Further excerpts, which may not answer the question:\n")
    assert bool(line) == (apart is not None)
    assert apart is None or (apart not in before and after.lstrip().startswith(apart))


def test_an_abstention_without_excerpts_is_one_line() -> None:
    answer = replace(ANSWER, abstained=True, reason="The library is empty.", quotes=())
    assert plain(answer_pieces(answer, Page())) == "The sources do not say. The library is empty.\n"


def test_surroundings_stand_outside_the_quotation() -> None:
    answer = replace(ANSWER, quotes=(replace(QUOTE, before="Before it.", after="After it."),))
    shown = plain(answer_pieces(answer, Page()))
    assert shown.index("\n> We") > shown.index("  Before it.\n")
    assert "  After it.\n" in shown
    assert quoted(shown, Page()) == QUOTE.text


@given(st.text(alphabet="ab \r\n\\\x1b", min_size=1).filter(str.strip), WIDTHS)
def test_what_a_quote_leans_on_stands_above_it_and_not_behind_its_bar(opening: str, width: int | None) -> None:
    page = Page(width=width)
    pieces = list(answer_pieces(replace(ANSWER, quotes=(replace(QUOTE, opening=opening),)), page))
    bare = list(answer_pieces(ANSWER, page))
    above, below = pieces[: -len(bare)], pieces[-len(bare) :]
    assert below == bare
    assert above[-1].text == "\n"
    lines = [piece.text.removesuffix("\n") for piece in above[:-1] if piece.style is Style.CONTEXT]
    assert joined_lines(lines, width=page.room) == opening
    assert {piece.text for piece in above[:-1] if piece.style is not Style.CONTEXT} == {page.indent}


def test_an_explanation_tells_scores_and_words() -> None:
    shown = plain(answer_pieces(replace(ANSWER, quotes=(replace(QUOTE, explanation=EXPLANATION),)), Page()))
    assert "found by: terms 7.25, vectors 0.5;" in shown
    assert "words in it: door\n" in shown
    assert "words not in it: palace\n" in shown


@pytest.mark.parametrize(
    ("speaker", "author", "expected"),
    [
        ("A. Sailor", "Jane Doe", "A. Sailor, quoted by Jane Doe"),
        (None, "Jane Doe", "Jane Doe"),
        ("A. Sailor", None, "A. Sailor"),
        (None, None, "author unknown"),
    ],
)
def test_words_are_credited_to_who_said_them(speaker: str | None, author: str | None, expected: str) -> None:
    assert credit(replace(CITATION, speaker=speaker, author=author)) == expected


def test_who_wrote_the_introduction_is_not_said_to_be_quoted() -> None:
    written = replace(CITATION, speaker="A. Sailor", author="Jane Doe", quoted=True, contributed=True)
    assert credit(written) == "A. Sailor, in a book by Jane Doe"


@pytest.mark.parametrize(("author", "named"), [("Jane Doe", "Jane Doe"), (None, "an unnamed author")])
def test_words_of_somebody_unnamed_are_never_their_authors(author: str | None, named: str) -> None:
    credited = credit(replace(CITATION, speaker=None, author=author, quoted=True))
    assert credited == f"quoted by {named}; the speaker is not named"


def test_a_citation_without_facts_still_leads_to_the_words() -> None:
    bare = replace(
        CITATION, author=None, title=None, published=None, publisher=None, url=None, locator="", speaker=None, link=None
    )
    assert plain(citation_pieces(bare, Page())) == f"  — author unknown\n  {bare.permalink}\n"


def test_a_translator_stands_beside_the_title() -> None:
    translated = replace(
        CITATION, title="Histories", translator="Vera\nBell", publisher="Press", published=None, locator="p. 4"
    )
    assert "  Histories, translated by Vera Bell, Press, p. 4\n" in plain(citation_pieces(translated, Page()))


@given(st.integers(30, 120))
def test_our_own_words_fit_the_page(width: int) -> None:
    answer = replace(ANSWER, abstained=True, reason="Neither “cheka” nor “carburettor” occurs in the library.")
    for pieces in (citation_pieces(CITATION, Page(width=width)), answer_pieces(answer, Page(width=width))):
        for line in plain(pieces).splitlines():
            assert len(line.rstrip()) <= width or " " not in line.strip(" >—")


def test_a_citation_cannot_command_the_terminal() -> None:
    evil = replace(CITATION, title="T\x1b[2J\nnext", link="https://e.org/\x1b]8;;x")
    pieces = list(citation_pieces(evil, Page()))
    assert "\x1b" not in plain(pieces)
    assert not any("\x1b" in (piece.target or "") for piece in pieces)


@pytest.mark.parametrize(
    ("confidence", "words"),
    [
        (1.0, "very high (100%)"),
        (0.9, "very high (90%)"),
        (0.7, "high (70%)"),
        (0.4, "moderate (40%)"),
        (0.39, "low (39%)"),
        (0.0, "low (0%)"),
    ],
)
def test_confidence_is_told_in_words_and_as_a_number(confidence: float, words: str) -> None:
    assert confidence_words(confidence) == words
