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
POLISH = "Wczesnym rankiem chłopi przyszli na rynek, żeby sprzedać zboże i kupić sól. Straż rozpędziła tłum, a dwóch mężczyzn zabrano. "
HUNGARIAN = (
    "A halászok este tértek vissza, és azt mondták, hogy a tó csendes volt. Őszre a híd elkészült, és sokan eljöttek. "
)
TURKISH = (
    "Balıkçılar akşam döndüler ve denizin sakin olduğunu söylediler. Kadınlar limana indi, çocuklar kıyıda oynadı. "
)
FRENCH = "Les pêcheurs de l'île revinrent le soir ; la mer était calme. Le préfet, inquiet, avait déjà écrit où était passé le régiment. "
SWEDISH = "Fiskarna på ön kom hem på kvällen och sade att havet var lugnt. På våren började man bygga bron över älven. "
HEBREW = "הדייגים חזרו בערב ואמרו שהים היה שקט ומלא אור. בבוקר ירדו הנשים אל הנמל והמתינו לסירות שיבואו. "
ARABIC = "عاد الصيادون في المساء وقالوا إن البحر كان هادئا ومليئا بالضوء. وفي الصباح نزلت النساء إلى الميناء وانتظرن القوارب. "
JAPANESE = "漁師たちは夕方に戻り、海は静かで光に満ちていたと言った。朝になると女たちは港へ下りて行き、船を待った。"
CHINESE = "渔夫们傍晚回来，说大海平静而充满光亮。早晨，妇女们到港口去等船，孩子们在岸边玩耍。"
KOREAN = (
    "어부들은 저녁에 돌아와 바다가 고요하고 빛으로 가득했다고 말했다. 아침에 여자들은 항구로 내려가 배를 기다렸다. "
)
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


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (POLISH, "iso-8859-2"), (POLISH, "cp1250"), (HUNGARIAN, "iso-8859-2"), (TURKISH, "cp1254"), (TURKISH, "iso-8859-9"),
        (FRENCH, "iso-8859-1"), (FRENCH, "cp850"), (FRENCH, "mac-roman"), (SWEDISH, "iso-8859-1"), (HEBREW, "cp1255"),
        (ARABIC, "cp1256"), (JAPANESE, "shift_jis"), (JAPANESE, "euc-jp"), (JAPANESE, "iso2022_jp"), (CHINESE, "gb2312"),
        (KOREAN, "euc-kr"), (RUSSIAN, "mac-cyrillic"), (RUSSIAN, "iso-8859-5"),
    ],
)  # fmt: skip
def test_a_page_of_text_is_read_in_the_encoding_that_it_is_in(text: str, encoding: str) -> None:
    assert decode((text * 3).encode(encoding), name="file.txt").text == text * 3


@pytest.mark.parametrize("declared", ["iso-8859-2", "ISO_8859-2", "latin2"])
def test_an_encoding_that_is_named_counts(declared: str) -> None:
    assert decode("Łódź".encode("iso-8859-2"), name="a", declared=declared).text == "Łódź"
    xml = f'<?xml version="1.0" encoding="{declared}"?><p>Łódź</p>'
    assert decode(xml.encode("iso-8859-2"), name="a").text == xml


@pytest.mark.parametrize("declared", ["iso-8859-1", "nonsense", "ascii", "utf-8", "base64"])
def test_a_name_that_cannot_be_right_or_says_nothing_does_not_count(declared: str) -> None:
    assert decode((RUSSIAN * 5).encode("koi8-r"), name="a", declared=declared).text == RUSSIAN * 5
    assert decode(RUSSIAN.encode(), name="a", declared=declared).text == RUSSIAN


def test_too_few_letters_to_tell_are_refused() -> None:
    with pytest.raises(
        SourceError, match=r"^'a\.txt' is text in an encoding that cannot be told .*: save it as UTF-8$"
    ):
        decode(b"abc \x8a\x8d\x95", name="a.txt")


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("lâ€™ancien rÃ©gime was over", "lâ€™ancien"),
        ("in MÃ¼nchen that night", "MÃ¼nchen"),
        (RUSSIAN.encode().decode("cp1251", "replace"), ""),
    ],
)
def test_mojibake_is_told_and_kept_as_it_stands(line: str, word: str) -> None:
    text = f"One.\nTwo.\n{line}\n"
    found = decode(text.encode(), name="a")
    assert found.text == text
    assert any(
        "1 lines look garbled" in each and f"first '{word}" in each and "line 3" in each for each in found.warnings
    )


@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN, CZECH, GREEK, "São Tomé, À la carte, naïve “façade” – № 5…"])
def test_good_words_are_not_called_garbled(text: str) -> None:
    assert decode(text.encode(), name="a").warnings == ()


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
    with pytest.raises(
        SourceError, match=r"^'scan\.txt' (?:holds binary data|is text in an encoding that cannot|is .* broken byte)"
    ):
        decode(data, name="scan.txt")


def test_a_broken_byte_is_named_instead_of_garbling_the_rest() -> None:
    data = RUSSIAN.encode() * 20 + b"\xff" + RUSSIAN.encode()
    with pytest.raises(SourceError, match=r"'letters\.txt' is utf-8 text with a broken byte at \d+: save it as UTF-8"):
        decode(data, name="letters.txt")


@pytest.mark.parametrize(
    ("folder", "encodings"),
    [
        ("IBM866", {"cp866"}),
        ("KOI8-R", {"koi8-r"}),
        ("MacCyrillic", {"mac-cyrillic"}),
        ("UTF-16LE", {"utf-16-le"}),
        ("UTF-32LE", {"utf-32-le"}),
        ("windows-1250-czech", {"cp1250"}),
        ("windows-1251-russian", {"cp1251"}),
        ("windows-1252", {"cp1252"}),
        ("windows-1255-hebrew", {"cp1255"}),
        ("iso-8859-9-turkish", {"cp1254", "iso-8859-9"}),
        ("iso-8859-5-russian", {"iso-8859-5"}),
        ("EUC-KR", {"euc_kr"}),
        ("SHIFT_JIS", {"shift_jis"}),
    ],
)
def test_real_files_in_old_encodings_are_read(shared: Path, folder: str, encodings: set[str]) -> None:
    files = sorted((shared / "eval" / "external" / "ugly" / "encodings" / folder).iterdir())
    assert {decode(file.read_bytes(), name=file.name).encoding for file in files} == encodings
