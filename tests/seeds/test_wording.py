"""Lines that sites write are known by their wording; what an author may write is left alone, fast."""

import pytest

from seeds.cleaning.wording import wording
from seeds.document import MaskReason

SURE = [
    ("Skip to main content", MaskReason.NAVIGATION),
    ("Jump to: navigation, search", MaskReason.NAVIGATION),
    ("Top of page", MaskReason.NAVIGATION),
    ("^ Back to top", MaskReason.NAVIGATION),
    ("Continue reading →", MaskReason.NAVIGATION),
    ("Next: The Siege of the Upper Town", MaskReason.NAVIGATION),
    ("« Previous Chapter", MaskReason.NAVIGATION),
    ("Share this:", MaskReason.NAVIGATION),
    ("Click to share on Facebook (Opens in new window)", MaskReason.NAVIGATION),
    ("Subscribe to our weekly newsletter", MaskReason.SITE_FOOTER),
    ("3 Comments", MaskReason.NAVIGATION),
    ("Leave a Reply", MaskReason.NAVIGATION),
    ("Related posts", MaskReason.NAVIGATION),
    ("Filed under: Islands, Trades", MaskReason.NAVIGATION),
    ("Advertisement", MaskReason.NAVIGATION),
    ("1 2 3 … 12 Next »", MaskReason.PAGER),
    ("1   ...   19   20   21   22   ...   43", MaskReason.PAGER),
    ("(click to enlarge)", MaskReason.IMAGE),
    ("Page 2 of 9", MaskReason.PAGER),
    ("Last updated on 6 March 2011", MaskReason.SITE_FOOTER),
    ("This page was last edited on 4 June 2019, at 21:14 (UTC).", MaskReason.SITE_FOOTER),
    ("Last Revised -- May 2, 2003", MaskReason.SITE_FOOTER),
    ("Copyright © 1996-2008 The Lamp Society", MaskReason.SITE_FOOTER),
    ("COPYRIGHT, 1904, BY MARTHA QUILL", MaskReason.SITE_FOOTER),
    ("{59}", MaskReason.PAGE_NUMBER),
    ("{xiv}", MaskReason.PAGE_NUMBER),
    ("[Pg 59]", MaskReason.PAGE_NUMBER),
    ("[Page 59]", MaskReason.PAGE_NUMBER),
    ("Published, May, 1904", MaskReason.SITE_FOOTER),
    ("First published in 1904.", MaskReason.SITE_FOOTER),
    ("Second Printing, January, 1905", MaskReason.SITE_FOOTER),
    ("copyright \ufffd 2001 E. Marsh", MaskReason.SITE_FOOTER),
    ("© 2011 Harbour Courier Ltd. All rights reserved.", MaskReason.SITE_FOOTER),
    ("Conditions of Use", MaskReason.SITE_FOOTER),
    ("Opinions expressed by authors do not necessarily reflect those of the editors.", MaskReason.SITE_FOOTER),
    ("This website uses cookies to improve your experience.", MaskReason.SITE_FOOTER),
    ("Proudly powered by WordPress", MaskReason.SITE_FOOTER),
    ("map3.gif (12044 bytes)", MaskReason.IMAGE),
    ("Photo: City Archives", MaskReason.IMAGE),
    ("© Photo: Public domain", MaskReason.IMAGE),
    ("Image credit: Borough Museums Trust", MaskReason.IMAGE),
    ("Ann Smith/Getty Images", MaskReason.IMAGE),
    ("Alle Rechte vorbehalten", MaskReason.SITE_FOOTER),
    ("Все права защищены", MaskReason.SITE_FOOTER),
]
TEXT = [
    "Copyright was first granted to the printers by the statute of 1710.",
    "(c) 1905 brought the first revolution and the first Duma.",
    "They went back to the village of their fathers.",
    "Share the land among those who work it, he said.",
    "The view from the tower was not necessarily that of the artist.",
    "[59]",
    "{the old mill}",
    "Published in 1904, it sold well",
    "The edition of 1904",
    "Home Rule for Ireland",
    "Search for a lost army",
    "1917",
    "235-236",
    "1 2 4 8 16",
    "Paintings from the seventeenth century show the harbour full of ships.",
    "Comments were made on all sides.",
    "Contact and conflict on the frontier",
    "If you like, consider the case of the second regiment.",
    "By continuing the offensive the government lost the army.",
    "The map shows how far the fire had spread by Tuesday.",
    "Source: Memoirs of a signalman.",
    "We used the cookies as bait.",
    "Next came the cavalry.",
    "Read the letter again.",
    "The terms of the treaty",
    "All power to the councils!",
]


@pytest.mark.parametrize(("line", "reason"), SURE)
def test_the_wording_of_a_site_is_known(line: str, reason: MaskReason) -> None:
    found = wording(line)
    assert found is not None
    assert (found.reason, found.sure) == (reason, True)


@pytest.mark.parametrize("line", TEXT)
def test_the_words_of_an_author_are_left_alone(line: str) -> None:
    found = wording(line)
    assert found is None or not found.sure


@pytest.mark.parametrize("line", ["History", "Archive", "Quote", "Books"])
def test_words_that_may_be_headings_are_not_sure(line: str) -> None:
    found = wording(line)
    assert found is not None
    assert not found.sure


@pytest.mark.parametrize(
    "line",
    [
        "last updated " + "augaug" * 60 + "!",
        "1" * 390 + "x",
        "share " * 66,
        "facebook " * 44,
        "a" * 399,
        "| " * 199,
        "© " * 199,
    ],
)
@pytest.mark.timeout(60)  # a pattern that backtracks without end on one of these runs for years
def test_no_line_sends_a_pattern_back_without_end(line: str) -> None:
    wording(line)
