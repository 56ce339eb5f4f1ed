"""The text of a file is `bytes.decode(encoding)`, nothing added, dropped or translated; machine data is refused."""

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeds.encoding import decode
from seeds.errors import SourceError

ENGLISH = "The café at the corner was closed, Mr. Müller wrote to his sister, and the old señor had left the town for Besançon. "
RUSSIAN = "Весной по реке снова пошли баржи, и в городе заговорили о хлебе, о дровах и о ценах на рынке. "
CZECH = "Příliš mnoho sedláků přišlo žádat o chléb, ale písař řekl, že není, a zavřel dveře před nimi. "
GREEK = "Οι ψαράδες του νησιού γύρισαν το βράδυ και είπαν ότι η θάλασσα ήταν ήσυχη και γεμάτη φως. "


@pytest.mark.parametrize(
    ("text", "encoding", "recorded"),
    [
        ("plain words\n", "ascii", "utf-8"),
        (ENGLISH, "utf-8", "utf-8"),
        (RUSSIAN, "utf-8", "utf-8"),
        (ENGLISH * 20, "iso-8859-1", "iso-8859-1"),
        (ENGLISH * 20 + "“Quite” – he said…", "cp1252", "cp1252"),
        (ENGLISH * 20, "utf-16-le", "utf-16-le"),
        (RUSSIAN * 20, "utf-16-be", "utf-16-be"),
        (ENGLISH * 20, "utf-32-le", "utf-32-le"),
    ],
)
def test_an_encoding_is_found_and_recorded(text: str, encoding: str, recorded: str) -> None:
    found = decode(text.encode(encoding), name="file.txt")
    assert (found.text, found.encoding, found.warnings) == (text, recorded, ())


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN * 5, "cp1251"),
        (RUSSIAN * 5, "koi8-r"),
        (RUSSIAN * 5, "cp866"),
        (CZECH * 5, "cp1250"),
        (GREEK * 5, "cp1253"),
    ],
)
def test_a_guess_reads_the_same_letters_and_warns(text: str, encoding: str) -> None:
    found = decode(text.encode(encoding), name="file.txt")
    assert found.text == text
    assert "guessed" in found.warnings[0]


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_stays_in_the_text(mark: bytes, encoding: str) -> None:
    data = mark + "a line\r\nand another\r\n".encode(encoding)
    found = decode(data, name="file.txt")
    assert found.encoding == encoding
    assert found.text == data.decode(encoding) == "\ufeffa line\r\nand another\r\n"


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1))
def test_decoding_with_the_recorded_name_gives_the_text_back(text: str) -> None:
    data = text.encode("utf-8")
    found = decode(data, name="file.txt")
    assert data.decode(found.encoding) == found.text == text


def test_lost_characters_are_told() -> None:
    found = decode("the ancien r\ufffdgime".encode(), name="file.txt")
    assert found.warnings == ("1 characters were lost before the file was saved and stand as '\ufffd' (U+FFFD)",)


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 20,
        b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n" + bytes(range(1, 32)) * 40,
        b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\rIHDR" * 10,
        b"PK\x03\x04" + bytes(200),
    ],
)
def test_machine_data_is_refused_in_one_sentence(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"^'scan\.txt' (?:holds binary data|is not text|is .* broken byte)"):
        decode(data, name="scan.txt")


def test_a_broken_byte_is_named_instead_of_garbling_the_rest() -> None:
    data = RUSSIAN.encode() * 20 + b"\xff" + RUSSIAN.encode()
    with pytest.raises(SourceError, match=r"'letters\.txt' is utf-8 text with a broken byte at \d+: save it as UTF-8"):
        decode(data, name="letters.txt")


@pytest.mark.parametrize(
    ("folder", "encodings"),
    [
        ("IBM866", {"cp866"}),
        ("KOI8-R", {"koi8_r"}),
        ("MacCyrillic", {"mac_cyrillic"}),
        ("UTF-16LE", {"utf-16-le"}),
        ("UTF-32LE", {"utf-32-le"}),
        ("windows-1250-czech", {"cp1250"}),
        ("windows-1251-russian", {"cp1251"}),
        ("windows-1252", {"cp1252"}),
        ("windows-1255-hebrew", {"cp1255"}),
    ],
)
def test_real_files_in_old_encodings_are_read(shared: Path, folder: str, encodings: set[str]) -> None:
    files = sorted((shared / "eval" / "external" / "ugly" / "encodings" / folder).iterdir())
    assert {decode(file.read_bytes(), name=file.name).encoding for file in files} == encodings
