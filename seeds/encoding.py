"""Bytes to characters: which encoding a text file is in, and its text with nothing added, dropped or translated."""

import codecs
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import chardet
from ftfy import fix_encoding

from seeds.errors import SourceError

# Python's decoders of these names keep the mark as U+FEFF, so `data.decode(encoding)` is the whole text, mark included.
# UTF-32 stands before UTF-16 because its little-endian mark begins with the other's.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_XML = re.compile(rb"\s*<\?xml[^>]{1,80}encoding=[\"']([A-Za-z][\w.-]*)")
_ISO_2022 = re.compile(rb"\x1b[$(][@-Z]")  # the escape sequences of e-mails in Japanese
_REPLACEMENT = "\ufffd"
# Text holds tabs, line ends, form feeds, and in old files an end-of-file mark (Ctrl-Z); a larger share of other control
# characters than this means machine data.
_CONTROL = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]")
_MAX_CONTROL_SHARE = 0.005
# Prose in Western European languages has at most this share of bytes beyond ASCII; Czech, Greek or Cyrillic have more.
_MAX_WESTERN_SHARE = 0.045
_SAMPLE = 200_000
# chardet's confidence: from the first on a guess counts more than the places of accents, below the second it is none.
_CLEAR = 0.35
_BARELY = 0.1
_WESTERN = frozenset({"ascii", "iso-8859-1", "iso-8859-15", "cp1252"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Decoded:
    """The characters of a file, `text == data.decode(encoding)`, and what a reader of its quotes should know."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, *, name: str, declared: str | None = None) -> Decoded:
    """The text of `data` and its encoding, a name that Python's `bytes.decode` takes.

    Byte-order marks and line ends stay in the text. `name` stands in messages. `declared` is the encoding that whoever sent
    the bytes names for them: it counts unless the bytes are plainly in another.

    Raises:
        SourceError: for machine data, and for bytes that no encoding explains.
    """
    encoding = _certain(data) or _fitting(data, declared or _stated(data))
    guessed = encoding is None
    if encoding is None:
        encoding = _guess(data, name)
        guessed = encoding not in _WESTERN
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        _refuse_binary(data.decode("latin-1"), name)
        raise SourceError(
            f"{name!r} is {encoding} text with a broken byte at {error.start}: save it as UTF-8"
        ) from error
    _refuse_binary(text, name)
    return Decoded(text=text, encoding=encoding, warnings=tuple(_warnings(text, encoding, guessed)))


def _refuse_binary(text: str, name: str) -> None:
    if len(_CONTROL.findall(text)) > _MAX_CONTROL_SHARE * len(text):
        raise SourceError(f"{name!r} holds binary data, not text: give the text itself, saved as UTF-8")


def _certain(data: bytes) -> str | None:
    """The encoding where a mark, zero bytes or well-formed UTF-8 tell it."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return encoding
    if b"\0" in data[:_SAMPLE]:
        return _wide(data[:_SAMPLE]) or "utf-8"
    if _ISO_2022.search(data):
        return None
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "utf-8" if _mostly_utf8(data) else None
    return "utf-8"


def _fitting(data: bytes, declared: str | None) -> str | None:
    """Python's name of the declared encoding, where it is one of text and explains every byte."""
    if declared is None:
        return None
    try:
        name = _python_name(declared)
        data.decode(name)
    except (LookupError, UnicodeError):
        return None
    return name if name not in _WESTERN else None  # named by many who do not know, and fitting all bytes


def _stated(data: bytes) -> str | None:
    """The encoding that the XML declaration at the beginning of the bytes names."""
    found = _XML.match(data)
    return found[1].decode("ascii") if found else None


def _wide(data: bytes) -> str | None:
    """UTF-16 or UTF-32 without a mark: the one whose characters come from few blocks of the code space."""
    for encoding, width in (("utf-32-le", 4), ("utf-32-be", 4), ("utf-16-le", 2), ("utf-16-be", 2)):
        try:
            sample = data[: len(data) // width * width].decode(encoding)
        except UnicodeDecodeError:
            continue
        blocks = Counter(ord(character) >> 8 for character in sample)
        if not _CONTROL.search(sample) and sum(n for _, n in blocks.most_common(3)) > 0.9 * len(sample):
            return encoding
    return None


def _mostly_utf8(data: bytes) -> bool:
    """Whether damaged bytes are the exception: then any other encoding would garble the rest."""
    beyond_ascii = [character for character in data.decode("utf-8", "replace") if character > "\x7f"]
    broken = beyond_ascii.count(_REPLACEMENT)
    return broken < 0.1 * len(beyond_ascii)


def _western(data: bytes) -> str | None:
    """Latin-1 or its Windows extension, where the few characters beyond ASCII make sense in their places.

    Letter statistics cannot tell these from their neighbours by a handful of accents; the places can: in English prose
    the code page of DOS or of the Mac read as Windows puts capitals and low quotation marks into the middle of words.
    """
    encoding = "cp1252" if re.search(b"[\x80-\x9f]", data) else "iso-8859-1"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    beyond_ascii = len(re.findall("[^\x00-\x7f]", text))
    misplaced = len(re.findall("(?<=[a-z])(?:[À-ÖØ-ÞŠŒŽŸ]|[^\x00-\x7f\\w’”»–—…©®™\xa0\xad§°º])(?=[a-z])", text))
    misplaced += len(re.findall("(?<=[a-z])[À-ÖØ-ÞŠŒŽŸƒˆ˜‚„†‡¤¥¦¬±¶¸¹]", text))
    if beyond_ascii > _MAX_WESTERN_SHARE * len(text) or misplaced > 0.05 * beyond_ascii:
        return None
    return encoding


def _guess(data: bytes, name: str) -> str:
    """The encoding by chardet's letter statistics, where they are clear; by the places of accents where they are not."""
    best = chardet.detect(_telling(data))
    encoding, sure = best["encoding"], best["confidence"]
    western = _western(data)
    if western and (sure < _CLEAR or _python_name(encoding) in _WESTERN):
        return western
    if encoding is None or sure < _BARELY:
        raise SourceError(
            f"{name!r} is text in an encoding that cannot be told from so few letters, if it is text: save it as UTF-8"
        )
    return _standard(data, _python_name(encoding))


def _standard(data: bytes, encoding: str) -> str:
    """Shift JIS where its Windows extension is not needed: they read the wave dash differently."""
    if encoding == "cp932":
        try:
            data.decode("shift_jis")
        except UnicodeDecodeError:
            return encoding
        return "shift_jis"
    return encoding


def _telling(data: bytes) -> bytes:
    """The lines that hold more than ASCII, which alone tell an encoding; all where none does."""
    lines, size = [], 0
    for line in data.splitlines(keepends=True):
        if size > _SAMPLE:
            break
        if not line.isascii():
            lines.append(line)
            size += len(line)
    return b"".join(lines) or data[:_SAMPLE]


def _python_name(encoding: str | None) -> str:
    """Python's name of an encoding, with the hyphen that it leaves out in "iso-8859-1"."""
    return codecs.lookup(encoding or "ascii").name.replace("iso8859", "iso-8859")


def _warnings(text: str, encoding: str, guessed: bool) -> Iterator[str]:
    if guessed:
        yield f"the encoding was guessed to be {encoding}: where words look garbled, save the file as UTF-8 first"
    lost = text.count(_REPLACEMENT)
    if lost:
        yield f"{lost} characters were lost before the file was saved and stand as {_REPLACEMENT!r} (U+FFFD)"
    garbled = [(n, line) for n, line in enumerate(text.splitlines(), 1) if not line.isascii() and _is_garbled(line)]
    if garbled:
        number, line = garbled[0]
        word = next(filter(_is_garbled, line.split()), line.strip())[:40]
        yield (
            f"{len(garbled)} lines look garbled (read in a wrong encoding and saved so), first {word!r} in line {number}; "
            "they are kept and quoted as they stand: look for a better copy"
        )


def _is_garbled(text: str) -> bool:
    """Whether ftfy sees mojibake; its repair is thrown away, since a quote is what the source says."""
    return fix_encoding(text) != text
