"""A word that a question names is missing only where nothing that may be quoted, and no heading, title or author has it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from embeddings.embedder import Embedder
from retrieval.answering.asking import Reader, Request
from seeds.document import Mask, MaskReason, Metadata, Section
from tests.retrieval.library.material import document
from tests.retrieval.material import reading

TEXT = """The Strikes at the Putilovs

The men stopped work at noon. The manager went home in the snow, and the gates were shut behind him.

Printed by Stollwerck and sold everywhere.
"""
TEXT_ZH = "第一章 廣州起義\n\nThe ferry waited for the second bell. Nobody came down to the harbour that evening.\n"


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Iterator[Reader]:
    body, footer = TEXT.index("The men"), TEXT.index("Printed")
    strikes = replace(
        document(TEXT, "strikes"),
        sections=(Section(start=0, body=body, end=len(TEXT), title=TEXT[: body - 2]),),
        masks=(Mask(start=footer, end=len(TEXT), reason=MaskReason.SITE_FOOTER),),
        metadata=Metadata(title="A Winter of Workers", author="Agnes Rowland", language="en"),
    )
    other = replace(
        document(TEXT_ZH, "other"),
        sections=(Section(start=0, body=TEXT_ZH.index("The"), end=len(TEXT_ZH), title="第一章 廣州起義"),),
        metadata=Metadata(language="zh"),
    )
    with reading([strikes, other], tmp_path_factory.mktemp("occurring") / "home", embedder) as reader:
        yield reader


@pytest.mark.parametrize(
    ("word", "occurs"),
    [
        ("manager", True),
        ("managers", True),
        ("Putilov", True),
        ("strike", True),
        ("worker", True),
        ("Rowland", True),
        ("起義", True),
        ("廣州起義", True),
        ("IN", True),
        ("IT", False),
        ("Stollwerck", False),
        ("Kornilov", False),
        ("北京", False),
    ],
)
def test_headings_and_titles_are_known_in_any_inflection_and_masked_words_are_not(
    reader: Reader, word: str, occurs: bool
) -> None:
    assert reader.occurs(word) is occurs


def test_a_refusal_names_no_word_of_a_heading(reader: Reader) -> None:
    answer = reader.answer(Request(question="Did Putilov stop Stollwerck and the Zeppelin?"))
    assert answer.abstained
    assert answer.reason is not None
    assert "“Stollwerck” and “Zeppelin” occur nowhere in what the library can quote." in answer.reason
