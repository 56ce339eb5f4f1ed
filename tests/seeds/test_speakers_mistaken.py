"""Who is not the speaker though he stands where the speaker might: one who is known, quoted, read out, cited or climbed."""

import pytest

from seeds.voices.mentions.subjects import mentions
from tests.seeds.speaking import FILLER, TAGGED, WORDS, speaker


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"One who knew Reeve intimately said, “{WORDS}”", "one who knew Reeve"),
        (f"Those who had nothing ventured to say to Reeve: “{WORDS}”", None),
        (f"It was late when Reeve said, “{WORDS}”", "James Reeve"),
        (f"One of the boatmen, leaving the town, quoting Reeve, remarked: “{WORDS}”", "one of the boatmen"),
        (f"On the following morning Reeve remarked: “{WORDS}”", "James Reeve"),
        (
            f"They sent two: Hale, and Lacon, envoy of the Lindeners, who came forward and spoke as follows: “{WORDS}”",
            None,
        ),
        (f"They sent Hale, who came forward and spoke as follows: “{WORDS}”", "Hale"),
        (f"The council feared it, and from the mill came the stoker, crying, “{WORDS}”", "the stoker"),
        (
            f"The council feared it, and from the mill came hundreds of boatmen, unarmed, crying, “{WORDS}”",
            "hundreds of boatmen",
        ),
        (f"The council came from the mill, crying, “{WORDS}”", "the council"),
    ],
)
def test_the_subject_speaks_and_not_whom_he_knows_or_quotes(text: str, who: str | None) -> None:
    assert speaker(text) == who


@pytest.mark.parametrize(
    ("told", "who"),
    [
        (
            "Captain Orme gave the town to Halloran. One of these wretches, called Hesse, slept, and as often as he woke",
            "Hesse",
        ),
        ("Captain Orme sat with them. One of the boatmen knew Halloran. At last", "one of the boatmen"),
        (
            "Captain Orme sat there. One of the boatmen was tempted; but his plan was stopped by the sense of a miller. At last",
            None,
        ),
        ("Orme was one of the best of them and one of the boatmen who came. At last", "Paul Orme"),
        (
            "A mayor must live. Among the passengers there was a Lindener professor, with whom I talked. At last",
            "a Lindener professor",
        ),
        ("The captain heard Reeve. At these words the latter ran to the bridge. At last", None),
        ("Orme had sent me. The labour leader Quarles rose. He did not mince matters. At last", "Quarles"),
        ("Captain Orme sat there. One of them spoke of the toll. At last", "one of them"),
        ("Captain Orme sat there. Somebody spoke of the toll. At last", None),
        ("Captain Orme sat there. When I asked one of them,", "one of them"),
    ],
)
def test_he_is_whom_the_sentence_is_about_though_no_list_knows_him(told: str, who: str | None) -> None:
    assert speaker(f"{told} he cried, “{WORDS}”") == who


@pytest.mark.parametrize("way", ["hastened to", "mounted", "had spoken from"])
def test_a_tribune_to_speak_from_is_nobody(way: str) -> None:
    assert speaker(f"Orme was there. He {way} the tribune. “{TAGGED}” he cried.") == "Paul Orme"


def test_a_tribune_who_does_something_is_somebody() -> None:
    assert speaker(f"The tribune laughed. “{TAGGED}” he cried.") == "the tribune"


def test_who_reads_out_a_letter_did_not_write_it() -> None:
    announcement = "The clerk of the town came forward and read out to the Lindeners the letter, which was as follows:"
    letter = f"“Our losses have been reported to you in several other letters.\n\n“{WORDS}”"
    below = "Such were the contents of Reeve’s letter."
    assert speaker(f"{announcement}\n\n{letter}\n\n{below}") == "James Reeve"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"Letter of Orme to Quill, June 3, 1790. “{WORDS}” —Reeve, 146.", "Paul Orme"),
        (f"This was said in Linden. “{WORDS}” —Reeve.", "James Reeve"),
        (f"Hale says that the mill stood still. “{WORDS}” —Reeve.", "James Reeve"),
    ],
)
def test_a_reference_behind_a_letter_does_not_name_its_author(text: str, who: str) -> None:
    assert speaker(text) == who


@pytest.mark.parametrize("tried", ["tried", "hastened", "endeavoured"])
def test_who_tries_to_speak_is_the_speaker(tried: str) -> None:
    above = "Then came the governor, who told me that I must not sing there again."
    assert speaker(f"{above}\n\n“{TAGGED}” I {tried} to argue.") is None
    assert speaker(f"{above}\n\n“{TAGGED}” Orme {tried} to argue.") == "Paul Orme"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"A soldier from the Rumanian front, thin and fierce, cried, “{WORDS}”", "a soldier from the Rumanian front"),
        (f"A champion of the Church of those days says: “{WORDS}”", "a champion of the Church"),
        (f"“The bridge is down,” as Halloran, one of the foremost theoreticians wrote, “{WORDS}”", "Halloran"),
        (f"When Reeve came, one of the foremost theoreticians wrote: “{WORDS}”", "one of the foremost theoreticians"),
    ],
)
def test_what_somebody_is_is_told_whole_and_his_name_before_it(text: str, who: str) -> None:
    assert speaker(text) == who


def test_a_name_that_a_news_agency_has_may_mean_the_agency() -> None:
    elsewhere = "Charles Halloran kept a paper. The Halloran Telegraph Bureau was closed.\n\n"
    assert speaker(f"{elsewhere}{FILLER}\n\nHalloran reported: “{WORDS}”") == "Halloran"


def test_a_block_that_is_set_in_ends_where_the_author_tells_something_in_it() -> None:
    above = "The council had met at last in the town hall, and nobody was there,\nand Reeve addressed the following demand to it:"
    quoted = "    “The mill stands still, and nobody of all the millers of this\n    town knows why it does, and nobody asks about it.”"
    between = (
        "    The bridge was then closed by the council for a year, until an\n    act was signed in the following terms:"
    )
    own = "    “The undersigned say that they have not closed it of\n    their will and that it was closed against all they were told.”"
    text = f"{above}\n\n{quoted}\n\n{between}\n\n{own}"
    assert speaker(text, "knows why it does,") == "James Reeve"
    assert speaker(text, "that it was closed against all they") is None


@pytest.mark.parametrize(
    ("between", "who"),
    [
        ("He paused for a moment, then continued thoughtfully: ", "the miller"),
        ("He went on with his talk.\n\n", "the miller"),
        ("Orme laughed. At last he went on: ", "Paul Orme"),
    ],
)
def test_who_goes_on_is_who_spoke_last(between: str, who: str) -> None:
    talk = "Captain Orme had come in.\n\n“I told Captain Quill of it at once,” said the miller. “It is late.”"
    assert speaker(f"{talk}\n\n{between}“{WORDS} {WORDS}”") == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"“Can I sleep here?” Orme would ask, entering the mill. “Impossible! {WORDS}”", None),
        (f"“They are one!” cries Reeve, in a fury.—“Friends,” said 'one in good clothes,' “{WORDS}”", None),
        (f"At once a miller⁷⁴⁶ exclaimed, “{WORDS}”", "a miller"),
        (f"Captain Halloran¹³ came up the steps. “{TAGGED}” he cried.", "Halloran"),
        (f"The Lindener progress had aroused fears. He cried, “{WORDS}”", "James Reeve"),
    ],
)
def test_marks_and_answers_are_not_taken_for_the_speaker(text: str, who: str | None) -> None:
    assert speaker(text) == who


def test_a_name_that_ends_in_man_is_no_kind_of_man() -> None:
    named, kind = (
        "Amid the almost endless noise Reevman spoke.",
        "Amid the almost endless noise the old Dutchman spoke.",
    )
    assert "Reevman" in [each.name for each in mentions(named)]
    assert "the old Dutchman" in [each.role for each in mentions(kind)]
