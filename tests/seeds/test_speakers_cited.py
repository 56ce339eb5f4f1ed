"""A line of reference behind a quotation, or below it, says whose words they are."""

import pytest

from tests.seeds.speaking import WORDS, speaker

TALE = "The water stood as high as the doors of the mill, and the ferrymen rowed from house to house till the evening."


@pytest.mark.parametrize(
    ("reference", "author"),
    [
        ("Reeve’s History of the Mill, vol. ii, p. 532", "Reeve"),
        ("—Reeve’s Journal, May 3rd, 1664", "Reeve"),
        ("Captain Orme’s _Life of Quill_", "Orme"),
        ("Reeve, Tales of the Ferry, ed. 1831", "Reeve"),
        ("Reeve, p. 30", "Reeve"),
        ("Paul Orme", "Paul Orme"),
        ("Reeve.", None),
        ("Paul Orme, Bishop of Linden, 1662.", None),
        ("Linden’s Weekly Register, p. 3", None),
        ("Calendar of the Ferry, vol. i, p. 8", None),
        ("Part II, canto ii, line 38", None),
        ("Compare Reeve, May 3rd, 1664", None),
        ("Reeve’s history of the mill was read by all the town", None),
        ("Reeve, the miller, knew the river, and spoke of it", None),
    ],
)
def test_a_reference_that_stands_below_names_the_author(reference: str, author: str | None) -> None:
    assert speaker(f"A note on the flood.\n\n“{TALE}”\n\n{reference}", TALE) == author


@pytest.mark.parametrize(
    ("reference", "author"),
    [
        ("Reeve, May 17. Papers: Linden, vol. 3.", "Reeve"),
        ("Reeve to Quill, May 3, 1790; Papers: Linden, vol. 4. The mill stood long.", "Reeve"),
        ("Queen of Saxony to Reeve (at Linden), Sept. 3. The mill stood long.", "the Queen of Saxony"),
        ("Reeve to Quill lent a boat. The mill stood long.", None),
        ("--Reeve’s _Book of the Mill_, p. 357.] The mill is gone.", "Reeve"),
        ("--_Captain Orme to the Warden of Linden._] The mill is gone.", "Orme"),
        ("--Captain Orme to the Warden of Linden went down. The mill is gone.", None),
        ("--Reeve’s _Book of the Mill_, i., 62. This seems to show that he knew the mill.", "Reeve"),
        ("[Footnote: Reeve, ii. 84.] The mill is gone.", "James Reeve"),
        ("(Mr. Reeve in _The Boat_, May 31, 1819). The mill is gone.", "Reeve"),
        ("(Reeve, September 30, 1791.) The mill is gone.", "Reeve"),
        ("(Reeve, i. 144.) The mill is gone.", None),
        ("(Reeve knew it.) The mill is gone.", None),
        ("A. Reeve, i. 578. He reckons that the mill was sold.", "A. Reeve"),
        ("Reeve, Jan., 1797; Papers: Linden, vol. 48. The captain, who was shut up in it, escaped.", "Reeve"),
        ("Linden, May 3, 1790. The mill is gone.", None),
    ],
)
def test_a_reference_behind_the_words_names_the_author(reference: str, author: str | None) -> None:
    assert speaker(f"A note on the flood. “{TALE}” {reference}", TALE) == author


def test_who_cries_a_few_words_is_not_he_who_tells_of_it() -> None:
    assert speaker(f"The bells rang. “{WORDS}” (Reeve in _The Boat_, May 31, 1819).") is None
