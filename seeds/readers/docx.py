"""Word's DOCX (ECMA-376): headings, tables, foot- and endnotes, text boxes, through mammoth."""

import io
import re

import mammoth
from lxml import etree

from seeds.document import Metadata
from seeds.errors import SourceError
from seeds.readers.markup.meaning import name_of
from seeds.readers.markup.parsing import html_tree, xml_tree
from seeds.readers.office import archive_of, part_of, reading_of
from seeds.readers.reader import PLAIN, Options, Reading
from seeds.readers.vanished import without_hidden

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Word's names of styles; what mammoth knows beside them ("Heading 1") stays.
_QUOTED = ("Quote", "Intense Quote", "Block Text")
_STYLES = "\n".join(
    ["p[style-name='Title'] => h1:fresh", *(f"p[style-name='{each}'] => blockquote > p:fresh" for each in _QUOTED)]
)
_NOT_AN_AUTHOR = re.compile(r"(?:microsoft|user|admin\w*|owner|python-docx|office|unknown)\b.*", re.IGNORECASE)
_NOT_A_TITLE = re.compile(r"(?:.*\.(?:docx?|rtf|odt|dotx?)|document\d*|untitled|word document|\W*)\Z", re.IGNORECASE)


def read(data: bytes, *, name: str, options: Options = PLAIN) -> Reading:
    """The text of the file, and what its styles tell.

    Raises:
        SourceError: where it is no DOCX, is damaged, encrypted, or holds no text.
    """
    if data.startswith(_OLE):
        data = _decrypted(data, options.password, name)
    archive = archive_of(data, name=name, kind="DOCX")
    if part_of(archive, "word/document.xml", name=name) is None:
        raise SourceError(f"{name!r} is no DOCX: it has no word/document.xml; open it and save it again")
    seen = without_hidden(data, archive, name=name)
    html = mammoth.convert_to_html(io.BytesIO(seen), style_map=_STYLES, convert_image=_no_image).value
    tree = html_tree(f"<html><body>{html}</body></html>")
    assert tree is not None, "libxml2 mends any HTML"
    core = part_of(archive, "docProps/core.xml", name=name)
    return reading_of(tree, name=name, media_type=MEDIA_TYPE, stated=stated(core, name=name))


def stated(properties: bytes | None, *, name: str) -> Metadata:
    """Title, author and language in a file's properties (Dublin Core), where they are no names of files or programs."""
    root = xml_tree(properties.decode("utf-8", "replace"), name=name) if properties else None
    if root is None:
        return Metadata()
    words: dict[str, str] = {}
    for each in root.iter(etree.Element):
        value = " ".join((each.text or "").split())
        if value:
            words.setdefault(name_of(each), value)
    title, author = words.get("title", ""), words.get("initial-creator") or words.get("creator") or ""
    return Metadata(
        title=title if title and not _NOT_A_TITLE.match(title) else None,
        author=author if len(author.split()) > 1 and not _NOT_AN_AUTHOR.match(author) else None,
        language=words.get("language", "")[:2].casefold() or None,
    )


def _no_image(_: object) -> list[object]:
    return []


def _decrypted(data: bytes, password: str | None, name: str) -> bytes:
    """What an OLE file wraps (MS-OFFCRYPTO)."""
    import msoffcrypto
    from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError

    try:
        file = msoffcrypto.OfficeFile(io.BytesIO(data))
        encrypted = file.is_encrypted() and file.format == "ooxml"
    except (FileFormatError, DecryptionError, OSError, ValueError, KeyError, IndexError) as error:
        raise SourceError(f"{name!r} is no DOCX, or a damaged one: open it in Word and save it as DOCX") from error
    if not encrypted:
        raise SourceError(f"{name!r} is a file of an older Word: open it and save it as DOCX")
    if password is None:
        raise SourceError(f"{name!r} is encrypted: give its password with --password")
    out = io.BytesIO()
    try:
        file.load_key(password=password)
        file.decrypt(out)
    except (InvalidKeyError, DecryptionError) as error:
        raise SourceError(f"{name!r} does not open with that password: give another with --password") from error
    return out.getvalue()
