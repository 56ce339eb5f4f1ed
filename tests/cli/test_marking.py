"""`show --masks`: every character of a text, with masks and voices marked where they stand."""

import re

from hypothesis import given
from hypothesis import strategies as st

from retrieval.cli.marking import marked_pieces
from retrieval.cli.rendering import Style
from retrieval.cli.verbatim import unescaped
from seeds.document import Document, Mask, MaskReason, Metadata, Voice, VoiceKind

TEXT = "Home | About\nThe mayor spoke. “Close the gates,” he wrote. Home | About\n"


def document(text: str, masks: tuple[Mask, ...], voices: tuple[Voice, ...] = ()) -> Document:
    return Document(
        id="year", source="/year.txt", sha256="0" * 64, text=text, encoding="utf-8", media_type="text/plain",
        metadata=Metadata(), masks=masks, voices=voices,
    )  # fmt: skip


def shown(of: Document) -> str:
    return "".join(piece.text for piece in marked_pieces(of))


def test_masks_and_voices_are_marked_in_place_with_ranges_and_reasons() -> None:
    masks = (
        Mask(start=0, end=12, reason=MaskReason.NAVIGATION),
        Mask(start=59, end=71, reason=MaskReason.DUPLICATE, repeats=(0, 12)),
    )
    voice = Voice(start=30, end=48, speaker="Mayor Brandt", kind=VoiceKind.LETTER)
    of = document(TEXT, masks, (voice,))
    assert shown(of).splitlines() == [
        "⟦masked 0-12: navigation⟧Home | About⟦end of mask⟧",
        (
            "The mayor spoke. ⟦Mayor Brandt speaks 30-48: letter⟧“Close the gates,”⟦end of Mayor Brandt⟧ he wrote. "
            "⟦masked 59-71: duplicate of 0-12⟧Home | About⟦end of mask⟧"
        ),
        "",
    ]
    assert [piece.text for piece in marked_pieces(of) if piece.style is Style.CONTEXT] == ["Home | About"] * 2


RANGES = st.lists(
    st.tuples(st.integers(0, 30), st.integers(0, 30)).map(sorted).filter(lambda r: r[0] < r[1]), max_size=4
)


@given(st.text(st.characters(exclude_characters="⟦⟧"), min_size=30, max_size=40), RANGES, RANGES)
def test_without_the_marks_it_is_the_text(text: str, masks: list[list[int]], voices: list[list[int]]) -> None:
    of = document(
        text,
        tuple(Mask(start=start, end=end, reason=MaskReason.PAGER) for start, end in masks),
        tuple(Voice(start=start, end=end, speaker="A", kind=VoiceKind.LETTER) for start, end in voices),
    )
    assert unescaped(re.sub("⟦[^⟧]*⟧", "", shown(of))) == f"{text}\n"
