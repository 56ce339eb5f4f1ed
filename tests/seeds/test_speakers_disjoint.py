"""Who is no speaker since another is: one named behind his own pronoun, the one between whose words another's stand, and everybody."""

import pytest

from seeds.voices.antecedents.disjoint import others_behind
from tests.seeds.speaking import TAGGED, WORDS, speaker

RIVALS = "Orme hated Reeve, and Reeve feared Orme."


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("he cried at the close of Reeve’s speech.", "Paul Orme"),
        ("he said when Reeve had gone.", "Paul Orme"),
        ("he shouted after Mr. Reeve.", "Paul Orme"),
        ("he said, as Reeve of the mill had said.", "Paul Orme"),
    ],
)
def test_who_is_named_behind_the_pronoun_is_another(told: str, who: str | None) -> None:
    assert speaker(f"{RIVALS} “{TAGGED}” {told}") == who


@pytest.mark.parametrize(
    ("sentence", "others"),
    [
        ("He told Reeve that the miller had come.", ["Reeve", "the miller"]),
        ("He called himself Orme.", []),
        ("He came as the mayor of Linden.", []),
        ("He, Orme, was not there.", []),
        ("He wrote to his brother James Orme.", []),
        ("He went, and Reeve stayed.", []),
        ("He went. The mayor met Reeve.", []),
        ("When he saw the mill, he told Reeve.", []),
        ("The mill stood still.", []),
    ],
)
def test_others_are_named_in_the_clause_of_the_pronoun_or_under_it(sentence: str, others: list[str]) -> None:
    assert [each.name or each.role for each in others_behind("he", sentence)] == others


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("When the mill burned, he could still think that the mayor would save it:", "Paul Orme"),
        ("He had not read Reeve’s book. At last he wrote:", "Paul Orme"),
    ],
)
def test_an_appeal_is_about_its_author_and_not_about_those_in_its_clauses(told: str, who: str) -> None:
    assert speaker(f"It rained. Orme’s new appeal to the mayor was short. {told} “{WORDS}”") == who


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("Orme wrote of it to Reeve, who flew into a passion:", "James Reeve"),
        ("Orme wrote of it to a boatman, who flew into a passion:", "a boatman"),
        ("Orme wrote of it to the mayor of Linden and Reeve, who flew into a passion:", None),
        ("Orme wrote of it to Reeve, who was ill:", "Paul Orme"),
        ("Orme, who flew into a passion, wrote:", "Paul Orme"),
    ],
)
def test_a_clause_about_another_that_leads_in_is_not_about_the_subject(told: str, who: str | None) -> None:
    assert speaker(f"{told} “{WORDS}”") == who


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("Orme sold the mill, and it became a saying,", None),
        ("As the old Lindener proverb has it,", None),
        ("Orme came late, and it soon passed into a byword:", None),
        ("Orme answered with the proverb:", "Paul Orme"),
        ("Orme had a saying:", "Paul Orme"),
    ],
)
def test_what_everybody_says_is_nobodys(told: str, who: str | None) -> None:
    assert speaker(f"{told} “{WORDS}”") == who


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("The boatmen were cut short by Reeve saying:", "James Reeve"),
        ("The boatmen sent a letter to Reeve, saying:", "the boatmen"),
        ("The mill was burned, and the miller with it; they stood by the weir, crying,", None),
        ("The millers ate, and the boatman with them; they stood by the weir, crying,", None),
    ],
)
def test_who_does_what_a_participle_says_is_nearest(told: str, who: str | None) -> None:
    assert speaker(f"{told} “{WORDS}”") == who


def test_a_turn_before_one_that_says_whose_it_is_is_not_the_same_ones() -> None:
    talk = "“I am the mayor,” said Orme at last.\n\n“Nobody may pass,” answered the soldier.\n\n“It is late for you.”"
    assert speaker(f"{talk}\n\n“{WORDS}”\n\n“Well,” replied the soldier, “show me a paper.”") is None
    assert speaker(f"{talk}\n\n“{WORDS}”\n\n“Well,” replied Orme, “here is a paper.”") == "the soldier"


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("Her Majesty laughed at it. At last she cried,", "her Majesty"),
        ("Her Majesty laughed at it. At last he cried,", None),
        ("His Majesty laughed at it. At last he cried,", "his Majesty"),
        ("The queen said the Lord’s prayer. At last he cried,", None),
    ],
)
def test_he_is_not_her_majesty_and_not_the_lord(told: str, who: str | None) -> None:
    assert speaker(f"It rained. {told} “{WORDS}”") == who


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("to which the mayor replied, unhesitatingly,", "the mayor"),
        ("Orme added,", "Paul Orme"),
    ],
)
def test_who_answers_within_the_sentence_is_another(told: str, who: str) -> None:
    assert speaker(f"Orme put the question, “What other mills are there?” {told} “{WORDS}”") == who


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("Orme had come. Hardly had he sat down when a tall miller stood up and shook his head.", "a tall miller"),
        ("Orme had come. Hardly had he sat down when the bell rang.", "Paul Orme"),
        (
            "Orme had come. The pride which Reeve had seen was in them; and as the boatmen led the prisoners before him,",
            None,
        ),
    ],
)
def test_what_happened_next_is_about_who_does_it(told: str, who: str | None) -> None:
    assert speaker(f"{told} he cried, “{WORDS}”".replace(". he", ". He")) == who


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("Orme knelt before the priest, who is recorded to have cried,", "the priest"),
        ("Orme knelt before the priest, and is recorded to have said,", "Paul Orme"),
        (
            "When the king drowned, the Lord Warden of Linden and Quarles, thought the best of them, was heard to say,",
            None,
        ),
        ("When the king, much moved, was heard to say,", "the king"),
        ("The boatmen gaped at it; till Reeve came in, and said in his quiet way,", "James Reeve"),
        ("Orme replied to the mayor, who asked him for his name, his age, his house:", "Paul Orme"),
        ("Orme replied to the mayor, who cried at once:", "the mayor"),
    ],
)
def test_who_is_subject_of_the_clause_that_leads_in_speaks(told: str, who: str | None) -> None:
    assert speaker(f"{told} “{WORDS}”") == who
