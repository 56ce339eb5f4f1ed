"""reStructuredText and SGML stay as they are, with what their marks say understood."""

import pytest

from seeds.document import MaskReason
from seeds.errors import SourceError
from seeds.readers import reader_for
from tests.seeds.ferryman import reason_at

RST = """\
.. meta::
   :DC.Title: The Ferryman
   :DC.Creator: Hedwig Anders
   :DC.Created: 1902

============
The Ferryman
============

.. figure:: ferry.png
   :align: center

   The ferry in winter

.. _`first`:

The Jar
=======

The ferryman of Orlok kept no accounts. What he was paid he put into a
jar,[#]_ and what he owed he took out of it.

.. [#] It was of clay.

The Bridge
==========

When the bridge was opened nobody took the ferry any more, and the jar
stood empty on the sill of the house.
"""


def test_restructured_text_stays_as_it_is_with_its_marks_understood() -> None:
    reading = reader_for(".rst", name="f.rst")(RST.encode(), name="f.rst")
    assert reading.text == RST
    assert (reading.metadata.title, reading.metadata.author, reading.metadata.published) == (
        "The Ferryman",
        "Hedwig Anders",
        "1902",
    )
    assert [section.title for section in reading.sections] == ["The Ferryman", "The Jar", "The Bridge"]
    for words in (".. meta", ":DC.Title", "====", "The ferry in winter", ".. _`first`"):
        assert reason_at(reading, words) in (MaskReason.MARKUP, MaskReason.CAPTION), words
    for words in ("The ferryman of Orlok", "It was of clay", "When the bridge"):
        assert reason_at(reading, words) is None


NOTED = """\
The ferryman kept no accounts.{0}_ What he was paid he put into a jar,{0}_ and
what he owed he took out of it.{1}_ He was old.{2}_ The clerk knew him {1}_.

.. {0} It was of clay,
   said the clerk.
.. {0} There were two.
.. {1} Some deny it.

   They are wrong.
.. {2} He was seventy.
.. [#nobody] No reference leads here.

When the bridge was opened nobody took the ferry any more, \\[9]_ they say.
"""


@pytest.mark.parametrize(
    ("marks", "labels"),
    [
        (("[#]", "[#owed]", "[3]"), ["1", "2", "4", "3"]),
        (("[*]", "[#]", "[Anders1902]"), ["*", "†", "1", "Anders1902"]),
    ],
)
def test_notes_are_bound_to_their_references_and_numbered_as_in_print(
    marks: tuple[str, str, str], labels: list[str]
) -> None:
    text = NOTED.format(*marks)
    reading = reader_for(".rst", name="f.rst")(text.encode(), name="f.rst")
    assert reading.text == text
    assert [" ".join(text[note.start : note.end].split()) for note in reading.notes] == [
        "It was of clay, said the clerk.",
        "There were two.",
        "Some deny it. They are wrong.",
        "He was seventy.",
    ]
    assert [note.label for note in reading.notes] == labels
    before = ("accounts.", "jar,", "of it.", "He was old.")
    assert [note.mark[0] for note in reading.notes] == [text.index(words) + len(words) for words in before]
    assert [text[slice(*note.mark)] for note in reading.notes] == [f"{marks[n]}_" for n in (0, 0, 1, 2)]
    for label in (f".. {marks[0]}", f"{marks[1]} Some", f"{marks[2]} He was seventy"):
        assert reason_at(reading, label) is MaskReason.MARKUP


SGML = """<DOC>
<DOCID>07_FerryWar</DOCID>
<DOCTYPE SOURCE="wikipedia"> HISTORICAL ARTICLE </DOCTYPE>
<DATETIME> 2018-05-19T12:00:00 </DATETIME>
<TEXT>
The clerk came in the spring, and with him came the soldiers of the council, who sank the ferry.
</TEXT>
</DOC>
"""


def test_sgml_stays_as_it_is_and_is_described_as_a_librarian_would() -> None:
    reading = reader_for(".sgm", name="f.sgm")(SGML.encode(), name="f.sgm")
    assert reading.text == SGML
    facts = reading.metadata
    assert (facts.title, facts.author, facts.published) == ("English Wikipedia: FerryWar", "Wikipedia", "2018-05-19")
    assert reason_at(reading, "HISTORICAL ARTICLE") is MaskReason.FRONT_MATTER
    assert reason_at(reading, "The clerk came") is None


def test_sgml_without_tags_is_refused() -> None:
    with pytest.raises(SourceError, match=r"no tags.*\.txt"):
        reader_for(".sgm", name="f.sgm")(b"The clerk came.", name="f.sgm")
