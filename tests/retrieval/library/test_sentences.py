"""Where a sentence ends: a table of cases, and what holds for any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.library.sentences import LONGEST, halve, readable, split_sentences, trim

# A broken bar stands where one sentence ends and the next begins; it is not part of the text.
ENGLISH = [
    "The bridge was open. ¦ Nobody crossed it.",
    "Was the bridge open? ¦ It was! ¦ So they crossed.",
    # initials, acronyms, abbreviations
    "General P. N. Orlov wrote to A. F. Belov in May. ¦ He got no answer.",
    "The order came from the M.R.C. and went to every barracks. ¦ Few obeyed.",
    "The S.R.s split in two. ¦ Their left wing stayed.",
    "The U.S. Army landed in the north. ¦ The U.S.S.R. protested.",
    "He spoke for the M.R.C. ¦ The hall fell silent.",
    "Mr. Hale met Mrs. Stone and Dr. Pym at St. Anne's. ¦ Gen. Ross was late.",
    "Messrs. Vane and Co. sold grain. ¦ It was bad grain.",
    "It was signed by J. R. Crane Jr. and two clerks. ¦ Nobody read it.",
    "They sat until 9 p.m. on the second day. ¦ Then they slept.",
    "The train left at 5 a.m. ¦ The station was empty.",
    "He lived under Nicholas I. ¦ The next tsar freed the serfs.",
    "Henry VIII. and his court rode out. ¦ It rained.",
    "He was born in Washington, D.C. ¦ His mother was not.",
    "The firm of Brandt, Lang & Co. Ltd. failed. ¦ So did others.",
    "She quoted Marx, Engels, etc. ¦ The audience yawned.",
    "Many crops, e.g. rye and flax, failed, i.e. famine came. ¦ Help was late.",
    "See Smith et al. for the figures. ¦ They are low.",
    "The vote (cf. Table 3) was close. ¦ It held.",
    # who speaks in the minutes of a hearing
    "Mr. HALE. I was there. ¦ I left at noon.",
    "Senator STONE (rising). Who sent you? ¦ Say it.",
    "The CHAIRMAN. Go on, Mr. HALE. ¦ We listen.",
    # numbers and references
    "The pact was signed on Nov. 7, 1917. ¦ It lapsed in Feb. 1918.",
    "They met in Nov. ¦ The snow had come.",
    "It stands in Vol. I No. 45 on p. 80 of the set. ¦ Turn to it.",
    "See pp. 12-14 and fig. 3. ¦ See also ch. IV of the book.",
    "He said no. ¦ The others said yes.",
    "Prices rose by 3.5 per cent to 1.200 roubles. ¦ Wages did not.",
    "The train of 10.30 was late. ¦ It came at 11.45.",
    "It began in 1917. ¦ It ended in 1922.",
    "There were 25. ¦ There had been 60.",
    "1. The land goes to the tiller. ¦ 2. The war ends.",
    "IV. The decree on peace came first. ¦ It was short.",
    "1.E.5. Nothing here may be sold. ¦ That is all.",
    # quotations
    "`` I am here . '' ¦ She wrote `` No . '' ¦ Then all left .",
    '"Hurry," he said, "now." ¦ They ran.',
    '"Go!" she cried. ¦ "Now!"',
    '"Who goes there?" asked the guard. ¦ No one spoke.',
    '"Who goes there?" Petrov asked. ¦ No one spoke.',
    '"Is it over?" the sailor wondered. ¦ It was not.',
    "“Is it over?” old Ivan Petrovich whispered. ¦ It was not.",
    "He asked, “Why now?” ¦ No one knew.",
    "He shouted “Land!” and the crowd took it up. ¦ It went on.",
    "“We are late.” ¦ The doors were shut.",
    "‘It is done.’ ¦ He sat down.",
    "She called it “a comedy.” ¦ Others wept.",
    "“He told me: ‘Wait.’” ¦ I waited.",
    'The sign said "No entry." ¦ Inside it was warm.',
    "“Comrades! ¦ The hour has come.”",
    "Why? ¦ “Because,” he said.",
    # footnote marks and brackets stay with their sentence
    "The vote was close.[2] ¦ It was counted twice.[3][4]",
    "The vote was close. [2] ¦ It was counted again.",
    "The vote was close.[#]_ ¦ It was counted twice.[#votes]_ ¦ Nobody minded.",
    "The vote was close.¹ ¦ It was counted twice.²³",
    "The vote was close.3 ¦ It was counted again.",
    "“The vote was close.”12 ¦ It was counted again.",
    "The vote was close.* ¦ It was counted again.†",
    "They left. ¦ (Nobody saw it.) ¦ The lamp burned on.",
    "He voted (with doubts!) for the motion. ¦ It passed.",
    "He was a democrat (?) and a prince. ¦ Nobody laughed.",
    "The sources agree (Plut. Num. 16; Liv. 1, 19) on this. ¦ We follow them.",
    # dots
    "We marched ... the whole night through. ¦ Then we slept.",
    "The men ... Ivan among them ... were gone. ¦ So was the boat.",
    "He waited... ¦ Nobody came.",
    "He waited… ¦ Nobody came.",
    "He waited… and waited. ¦ Nobody came.",
    "The law stood .... ¦ Then it fell.",
    "“People of the city ...” ¦ He could not go on.",
    "... and so it ended. ¦ The rest is known.",
    # a lost space
    "They reached the station.¦The train had left.",
    "Was it the end?¦Nobody knew.",
    # odd spacing
    "He went to the station. ¦ The train had left.",
    "He asked : why ? ¦ No one knew !",
    "What?! ¦ Never!!! ¦ Well.",
    "It cost 5 roubles; that was dear. ¦ It rose: to ten.",
    "Visit www.example.org or write to a.b@example.org today. ¦ It is free.",
    "A heading without a stop",
]

OTHER_LANGUAGES = [
    # French: spaces inside guillemets and before marks, M. for monsieur, "av. J.-C."
    "M. Dupont dit : « Allons ! » ¦ Il partit.",
    "« Où vas-tu ? » demanda-t-il. ¦ Elle se tut.",
    "Mme Roland et MM. Petit et Blanc vinrent. ¦ Ils partirent.",
    "Rome fut prise vers 390 av. J.-C. par les Gaulois. ¦ On le dit.",
    # Russian
    "В. И. Орлов приехал в 1917 г. из Женевы. ¦ Его ждали.",
    "См. стр. 45 и т. д. ¦ Там всё сказано.",
    "— Иди! — сказал он. ¦ Она ушла.",
    "Это было в г. Твери, на ул. Мира. ¦ Дом стоит.",
    # Chinese and Japanese write no space
    "会议开始了。¦大家都来了！",
]

GERMAN = [
    "Am 7. November fiel die Stadt. ¦ Der 8. Tag war still.",
    "Im 3. Jahrhundert kam die Pest. ¦ Sie blieb lange.",
    "Nikolaus II. Romanow dankte ab. ¦ Es war März.",
    "Er lebte z.B. in Bonn, d.h. am Rhein. ¦ Es gefiel ihm.",
    "Der Bund zählte 30 Städte, u.a. Ulm usw. ¦ Das war viel.",
    "Vgl. Bd. 2, S. 14, und Nr. 5. ¦ Es ist klar.",
    "„Wohin?“ fragte er. ¦ Niemand sprach.",
    "„Es ist vorbei.“ ¦ Er ging.",
]


def split(text: str, **options: bool) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, 0, len(text), **options)]


def unmarked(case: str) -> str:
    return case.replace(" ¦ ", " ").replace("¦", "")


def marked(case: str) -> list[str]:
    return [sentence.strip() for sentence in case.split("¦")]


@pytest.mark.parametrize("case", ENGLISH + OTHER_LANGUAGES)
def test_a_text_splits_into_its_sentences(case: str) -> None:
    assert split(unmarked(case)) == marked(case)


@pytest.mark.parametrize("case", GERMAN)
def test_a_german_text_keeps_its_ordinals(case: str) -> None:
    assert split(unmarked(case), ordinals=True) == marked(case)


@pytest.mark.parametrize("case", [case for case in ENGLISH if " [" not in case])
def test_a_line_break_is_as_good_as_a_space(case: str) -> None:
    text = unmarked(case).replace(" ", "\n")
    assert split(text) == [sentence.replace(" ", "\n") for sentence in marked(case)]


@pytest.mark.parametrize("text", ["", "   ", "\n\ufeff\n", "* * *", "-----", "?!", "..."])
def test_a_text_without_letter_or_digit_has_no_sentence(text: str) -> None:
    assert split(text) == []


def test_only_the_given_range_is_split() -> None:
    text = "One. Two. Three. Four."
    assert [text[a:b] for a, b in split_sentences(text, 5, 16)] == ["Two.", "Three."]


def test_a_sentence_without_end_is_cut_after_its_clauses() -> None:
    clause = "the river rose and the mills stood still; "
    pieces = split(clause * 100)
    assert max(map(len, pieces)) <= LONGEST
    assert all(piece.endswith(";") for piece in pieces)


def test_a_sentence_without_spaces_is_cut_all_the_same() -> None:
    pieces = split("x" * 900_000)
    assert "".join(pieces) == "x" * 900_000
    assert max(map(len, pieces)) <= LONGEST


TEXTS = st.one_of(
    st.text(max_size=400),
    st.lists(
        st.sampled_from(
            ["The", "war", "P.", "N.", "Krasin", "M.R.C.", "...", "…", "“Go!”", "he", "said", ".", "?", "!", "(", ")",
             "«", "»", "Nov.", "7,", "1917", "[2]", "\n", "\r\n", "\u00a0", "—", "ab.", "B"]
        ),
        max_size=120,
    ).map(" ".join),
)  # fmt: skip


@given(TEXTS, st.booleans())
def test_every_character_that_is_not_blank_is_in_exactly_one_sentence(text: str, ordinals: bool) -> None:
    spans = split_sentences(text, 0, len(text), ordinals=ordinals)
    if not readable(text, 0, len(text)):
        assert spans == []
        return
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    assert edges == sorted(edges)
    outside = [text[edges[i] : edges[i + 1]] for i in range(0, len(edges), 2)]
    assert all(trim(gap, 0, len(gap)) == (len(gap), len(gap)) for gap in outside)
    assert all(trim(text, start, end) == (start, end) and start < end <= start + LONGEST for start, end in spans)


@given(TEXTS)
def test_splitting_does_not_depend_on_what_stands_outside_the_range(text: str) -> None:
    around = f"Before. {text} After."
    inside = [(start - 8, end - 8) for start, end in split_sentences(around, 8, 8 + len(text))]
    assert inside == split_sentences(text, 0, len(text))


@given(st.text(min_size=2, max_size=50).filter(lambda text: trim(text, 0, len(text)) == (0, len(text))))
def test_halves_are_shorter_and_lose_nothing(text: str) -> None:
    parts = halve(text, 0, len(text))
    assert all(end - start < len(text) for start, end in parts)
    assert (parts[0][0], parts[-1][1]) == (0, len(text))
    gap = text[parts[0][1] : parts[-1][0]]
    assert trim(gap, 0, len(gap)) == (len(gap), len(gap))
