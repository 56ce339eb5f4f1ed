"""On pages of every kind that were saved as text, boilerplate is masked and what the author wrote is not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seeds.cleaning import Page, find_masks
from seeds.readers.analysis import analyse
from tests.seeds.saved_pages import SavedPage, saved_pages

PAGES = saved_pages()
FACTS = {
    "archive": ("The Weavers’ Petition", "Rosalind Thorne", "1819-07-03", "Northern Reformer"),
    "blog": ("The Lighthouse Keepers of Skerryvore", "Agnes Tully", "2016-03-14", "The Lamp and the Ledger"),
    "carousel": ("The Boatmen's Strike", None, None, "Friends of the Canal"),
    "centre": ("The Customs House at Nickelsdorf", "Petra Halasz", "1999-11-09", "Centre for Border Studies"),
    "dump": ("THE SIEGE OF OSTERBURG", "Walter Hahn", "2001", None),
    "encyclopedia": ("Treaty of Lindenau", None, None, None),
    "essay": ("Potatoes and the Prussian Crown", "Henrike Voss", "2014-10-04", "The Open Granary"),
    "forum": ("Why did the Romans never cross the Elbe again?", None, None, None),
    "german": ("Die Glasmacher vom Spiegelwald", "Johanna Reuter", "2012-03-14", "Heimatverein Spiegelwald"),
    "homepage": ("Bells of the Fen Country", "Rev. A. Lockwood", None, None),
    "interview": ("“A map is a kind of argument”", "Lucy Farrow", "2009-01-17", "The Meridian"),
    "lecture": ("The Age of the Canal Builders", "Edwin Marsh", "1998", None),
    "letter": ("A Student on the Barricade", "Clara Mendel", "2007", None),
    "museum": ("The Watchman's Clock", None, None, "Borough Museums Trust"),
    "news": ("How a bread strike closed the port for nine days", "Miriam Okafor", "2011-08-03", "Harbour Courier Ltd"),
    "radio": ("In the shadow of the viaduct", None, "2010-04-21", None),
    "twice": ("The Harbour That Walked Away", "Oskar Lindqvist", "2013-05-02", "Baltic Heritage Foundation"),
    "verse": ("The Carter's Song", None, None, None),
}


def masked(page: SavedPage) -> frozenset[int]:
    masks = find_masks(Page.from_text(page.text))
    return frozenset(k for mask in masks for k in range(mask.start, mask.end))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_boilerplate_is_masked(page: SavedPage) -> None:
    boilerplate = page.places("B", "C", "D")
    assert len(masked(page) & boilerplate) >= 0.95 * len(boilerplate)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_titles_and_text_are_not_masked(page: SavedPage) -> None:
    text = page.places(" ", "T")
    assert len(masked(page) & text) <= 0.01 * len(text)


@pytest.mark.parametrize("page", [page for page in PAGES if page.name in FACTS], ids=lambda page: page.name)
def test_a_page_tells_its_title_author_date_and_publisher(page: SavedPage) -> None:
    facts = analyse(page.text).metadata
    assert (facts.title, facts.author, facts.published, facts.publisher) == FACTS[page.name]


def test_the_language_of_a_page_is_told() -> None:
    languages = {page.name: analyse(page.text).metadata.language for page in PAGES}
    assert languages.pop("german") == "de"
    assert set(languages.values()) == {"en"}


def test_windows_line_ends_change_nothing_but_offsets() -> None:
    for page in PAGES:
        with_crlf = page.text.replace("\n", "\r\n")
        masks = [with_crlf[m.start : m.end].replace("\r", "") for m in find_masks(Page.from_text(with_crlf))]
        assert masks == [page.text[m.start : m.end] for m in find_masks(Page.from_text(page.text))]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from([line for page in PAGES for line in page.text.splitlines()]), max_size=60), st.booleans()
)
def test_masks_are_disjoint_ordered_slices_of_the_text(lines: list[str], windows: bool) -> None:
    text = ("\r\n" if windows else "\n").join(lines)
    end = 0
    for mask in find_masks(Page.from_text(text)):
        assert end <= mask.start < mask.end <= len(text)
        end = mask.end
        if mask.repeats is not None:
            assert 0 <= mask.repeats[0] < mask.repeats[1] <= len(text)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_any_text_can_be_analysed(text: str) -> None:
    told = analyse(text)
    assert all(0 <= voice.start < voice.end <= len(text) for voice in told.voices)
    assert all(0 <= part.start <= part.body <= part.end <= len(text) for part in told.sections)
