"""What an answer looks like on Discord: verbatim, cited, inside every limit."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot import rendering
from bot.markdown import block_quotation, quoted_text, unescaped
from bot.rendering import CONTENT, Missing, credit_line, excerpts_sheet, headline, headline_of, plain_content
from retrieval.types import Place, Quote, Understood
from tests.bot.quotes import answer, citation, quote

NASTY = st.one_of(
    st.text(min_size=1, max_size=500),
    st.text(alphabet="*_~|>#-[]()<@&:`\\ \n\u202e\u200f.ab", min_size=1, max_size=900),
    st.lists(st.text(alphabet="abc*_`é", min_size=1, max_size=15), min_size=1, max_size=600).map(" ".join),
).filter(lambda text: text.strip())
FACT = st.one_of(st.none(), st.text(max_size=50), st.text(alphabet="*_[]()`@: ab", min_size=200, max_size=3000))
QUOTES = st.builds(
    lambda text, opening, author, title, published, publisher, locator, speaker, path: quote(
        text,
        opening=opening,
        citation=citation(
            author=author,
            title=title,
            published=published,
            publisher=publisher,
            locator=locator or "",
            speaker=speaker,
            url=f"https://example.org/{path}",
            link=f"https://example.org/{path}#:~:text={path}",
        ),
        also_at=(Place(document="other", start=0, end=5),),
    ),
    NASTY, st.one_of(st.just(""), NASTY), FACT, FACT, FACT, FACT, FACT, FACT, st.one_of(st.just("page"), st.text(max_size=3000)),
)  # fmt: skip


def shown_words(description: str) -> str | None:
    """The words of the block quotation that a description begins with, None where there is none; a line of what it leans on
    may stand above it.
    """
    if description.startswith(rendering._BEFORE):
        description = description.partition("\n")[2]
    if not description.startswith("> "):
        return None
    block = re.match(r"> [^\r\n]*(?:(?:\r\n|\r|\n)> [^\r\n]*)*", description)
    assert block is not None
    return quoted_text(block[0])


@settings(max_examples=150)
@given(st.lists(st.one_of(QUOTES, st.builds(Missing, why=st.text())), min_size=1, max_size=3), st.booleans())
def test_a_page_of_any_excerpts_is_inside_the_limits(excerpts: list[Quote | Missing], abstained: bool) -> None:
    sheet = excerpts_sheet(excerpts, before=0, of=2 * len(excerpts), abstained=abstained)
    assert len(sheet.embeds) == len(excerpts)
    assert sum(len(embed) for embed in sheet.embeds) <= rendering.ALL_EMBEDS
    assert all(len(embed.description or "") <= rendering.DESCRIPTION for embed in sheet.embeds)


@settings(max_examples=150)
@given(st.lists(QUOTES, min_size=1, max_size=3))
def test_what_is_shown_is_the_source_word_for_word(quotes: list[Quote]) -> None:
    for each, embed in zip(quotes, excerpts_sheet(quotes, before=0, of=3, abstained=False).embeds, strict=True):
        words = shown_words(embed.description or "")
        if words is None:
            assert rendering._TOO_LONG in (embed.description or "")
            continue
        assert each.text.startswith(words)
        whole = words == each.text
        assert whole or each.text[len(words)].isspace()
        assert whole != (rendering._GOES_ON in (embed.description or ""))


@settings(max_examples=80)
@given(QUOTES)
def test_context_shows_all_words_of_a_slice_in_order(wide: Quote) -> None:
    found = rendering.context_parts(wide)
    shown = []
    for number, part in enumerate(found, 1):
        sheet = rendering.context_sheet(wide, part, number=number, of=len(found))
        assert sum(len(embed) for embed in sheet.embeds) <= rendering.ALL_EMBEDS
        assert len(sheet.embeds[0].description or "") <= rendering.DESCRIPTION
        words = shown_words(sheet.embeds[0].description or "")
        assert words == wide.text[part.start : part.end]
        shown.append(words)
    assert "".join("".join(shown).split()) == "".join(wide.text.split())


@given(NASTY, NASTY, NASTY, st.lists(NASTY, max_size=3), st.booleans())
@example("*" * 500, "_" * 500, "~" * 900, ["|" * 900] * 3, False)
@example("*" * 500, "_" * 500, "~" * 900, ["|" * 900] * 3, True)
def test_a_headline_is_inside_the_limit(question: str, meant: str, why: str, notes: list[str], abstained: bool) -> None:
    told = answer(question, understood=Understood(text=meant), abstained=abstained, reason=why, notes=tuple(notes))
    assert len(headline(told)) <= CONTENT


@settings(max_examples=80)
@given(st.lists(QUOTES, min_size=1, max_size=3), st.text(max_size=2000), st.booleans())
def test_plain_content_is_inside_the_limit_and_shows_the_first_excerpt(
    quotes: list[Quote], question: str, abstained: bool
) -> None:
    head = headline(answer(question, *quotes, abstained=abstained, reason=question))
    content = plain_content(head, quotes, abstained=abstained)
    assert len(content) <= CONTENT
    assert len(content) > len(head)
    assert headline_of(content) == headline_of(head) == head


@given(NASTY, NASTY)
def test_what_a_quote_leans_on_is_a_line_of_small_print_above_it(opening: str, text: str) -> None:
    (embed,) = excerpts_sheet([quote(text, opening=opening)], before=0, of=1, abstained=False).embeds
    (bare,) = excerpts_sheet([quote(text)], before=0, of=1, abstained=False).embeds
    description = embed.description or ""
    if description == bare.description:
        assert len(block_quotation(opening) + description) > rendering.DESCRIPTION - 100
        return
    line, _, rest = description.partition("\n")
    assert rest == bare.description
    assert line.startswith("-# Before this: ")
    assert unescaped(line.removeprefix("-# Before this: ")) == " ".join(opening.split())


@pytest.mark.parametrize(
    ("content", "quotes", "openings"), [(0, 2, 2), (300, 2, 1), (800, 1, 1), (1100, 1, 0), (1250, 1, 0)]
)
def test_where_space_is_short_what_a_quote_leans_on_goes_first(content: int, quotes: int, openings: int) -> None:
    leaning = quote("She signed it. " * 30, opening="Reeve wrote the letter. " * 12)
    shown = plain_content("x" * content, [leaning, leaning], abstained=False)
    assert (shown.count(leaning.text), shown.count("Before this")) == (quotes, openings)


def test_a_quotation_of_4000_characters_shows_whole_sentences_and_says_that_it_goes_on() -> None:
    long = quote(" ".join(f"The delegate of district {number} read the whole decree aloud." for number in range(70)))
    embed = excerpts_sheet([long] * 3, before=0, of=3, abstained=False).embeds[0]
    words = shown_words(embed.description or "")
    assert words is not None
    assert long.text.startswith(words)
    assert words.endswith(".")
    assert "goes on" in (embed.description or "")


def test_speaker_and_author_are_both_named() -> None:
    spoken = quote(citation=citation(speaker="Lev Orator"))
    description = excerpts_sheet([spoken], before=0, of=1, abstained=False).embeds[0].description or ""
    assert "**Lev Orator**, quoted by **Ada Scholar**" in description
    assert re.search(
        r"Ada Scholar.*A Winter of Decrees.*7 November 1927.*Example Press.*“The night”, paragraph 3",
        description,
        re.DOTALL,
    )


def test_a_speaker_who_is_not_named_is_not_the_author() -> None:
    wrote = citation(speaker="Lev Orator", quoted=True, contributed=True)
    assert credit_line(wrote, limit=50) == "**Lev Orator**, in a book by **Ada Scholar**"
    assert credit_line(citation(quoted=True), limit=50) == "quoted by **Ada Scholar**; the speaker is not named"
    assert credit_line(citation(quoted=True, author=None), limit=50).startswith("quoted by an unnamed author; ")


def test_a_translator_stands_beside_the_title() -> None:
    (embed,) = excerpts_sheet(
        [quote(citation=citation(translator="Vera *Bell*"))], before=0, of=1, abstained=False
    ).embeds
    assert "translated by Vera \\*Bell\\*, 7 November 1927" in (embed.description or "")


def test_the_title_links_to_the_highlighted_words() -> None:
    description = excerpts_sheet([quote()], before=0, of=1, abstained=False).embeds[0].description or ""
    assert "[*A Winter of Decrees*](https://example.org/winter#:~:text=the%20night)" in description


@pytest.mark.parametrize("missing", ["author", "title", "published", "publisher", "url"])
def test_an_incomplete_source_is_still_cited(missing: str) -> None:
    facts = {missing: None} | ({"link": None} if missing == "url" else {})
    description = (
        excerpts_sheet([quote(citation=citation(**facts))], before=0, of=1, abstained=False).embeds[0].description
    )
    assert description
    assert "None" not in description
    assert ", ," not in description


def test_a_question_is_never_echoed_unescaped() -> None:
    head = headline(answer("**@everyone** [x](https://example.org) <@1> `", reason=None))
    assert head == r"**\*\*\@everyone\*\* \[x\](https\://example.org) \<@1\> \`**"


def test_an_abstention_says_why_and_marks_the_nearest_excerpts() -> None:
    silent = answer("Who was Zog?", quote(), abstained=True, reason="“Zog” occurs nowhere in the library.")
    assert "do not say" in headline(silent)
    assert "occurs nowhere" in headline(silent)
    embed = excerpts_sheet(silent.quotes, before=0, of=1, abstained=True).embeds[0]
    assert embed.author.name == "Nearest excerpt, not an answer"
    assert embed.colour is not None
    assert embed.colour.value == rendering.SILENT_COLOUR


def test_a_follow_up_shows_how_it_was_understood() -> None:
    turn = answer("and then?", quote(), understood=Understood(text="What did the guard do then?"))
    assert "Understood as: What did the guard do then?" in headline(turn)
    assert "Understood" not in headline(answer("Who left the bridge?", quote()))


@pytest.mark.parametrize(
    ("count", "before", "of", "footer"),
    [(3, 3, 7, "Excerpts 4–6 of 7"), (1, 6, 7, "Excerpt 7 of 7"), (1, 0, 7, "Excerpt 1 of 7"), (1, 0, 1, None)],
)
def test_pages_are_counted(count: int, before: int, of: int, footer: str | None) -> None:
    page = excerpts_sheet([quote()] * count, before=before, of=of, abstained=False)
    assert page.embeds[-1].footer.text == footer


@pytest.mark.parametrize(
    ("sure", "most", "expected"),
    [
        ((0.8, 0.7, 0.6, 0.5), 3, 3),
        ((0.8, 0.7, 0.6), 1, 1),
        ((0.8, 0.1, 0.7), 3, 1),
        ((0.5, 0.8, 0.1), 3, 2),
        ((0.2, 0.8), 3, 2),
        ((), 3, 1),
    ],
)
def test_beside_the_best_quote_stand_those_that_are_nearly_as_sure(
    sure: tuple[float, ...], most: int, expected: int
) -> None:
    quotes = [quote(confidence=each) for each in sure]
    assert rendering.leading(answer("Who?", *quotes), most) == expected
    assert rendering.leading(answer("Who?", *quotes, abstained=True), most) == 1


def test_two_embeds_never_share_an_address() -> None:
    """Discord folds embeds of one `url` into the first."""
    addresses = [embed.url for embed in excerpts_sheet([quote(), quote()], before=0, of=2, abstained=False).embeds]
    assert not any(addresses)
