"""SGML of text collections (the LDC's: DOC, DOCID, DOCTYPE, TEXT): the file as it stands, its tags masked."""

import re

from seeds.cleaning import disjoint
from seeds.document import Mask, MaskReason, Metadata
from seeds.encoding import decode
from seeds.errors import SourceError
from seeds.metadata.language import language_of
from seeds.readers.analysis import analyse
from seeds.readers.reader import PLAIN, Options, Reading
from seeds.structure.dates import date_in

_TAG = re.compile(r"<[!/?]?[A-Za-z][^<>]{0,500}>")
_HEADER = re.compile(
    r"<(?P<tag>DOCID|DOCNO|DOCTYPE|DATETIME|DATE_TIME|DATE|ENDTIME|SLUG|KEYWORD)\b[^>]*>.*?</(?P=tag)\s*>",
    re.DOTALL | re.IGNORECASE,
)
_TITLE = re.compile(r"<(?P<tag>HEADLINE|TITLE|HL)\b[^>]*>(?P<words>.*?)</(?P=tag)\s*>", re.DOTALL | re.IGNORECASE)
_SOURCE = re.compile(r"<DOCTYPE\b[^>]*\bSOURCE\s*=\s*[\"']?(?P<name>[^\"'>]+)", re.IGNORECASE)
_ID = re.compile(r"<DOC(?:ID|NO)\b[^>]*>\s*(?:\d+[_-])?(?P<name>[^<]+?)\s*</", re.IGNORECASE)
_DATE = re.compile(r"<(?:DATETIME|DATE_TIME|DATE)\b[^>]*>(?P<date>[^<]+)<", re.IGNORECASE)
_LANGUAGES = {
    "de": "German", "en": "English", "es": "Spanish", "fr": "French", "it": "Italian", "pl": "Polish", "pt": "Portuguese",
    "ru": "Russian", "tr": "Turkish", "uk": "Ukrainian",
}  # fmt: skip


def read(data: bytes, *, name: str, options: Options = PLAIN) -> Reading:
    """The decoded file, unchanged, its tags and header masked.

    Raises:
        SourceError: where the bytes are no text, or it has no tags.
    """
    del options
    decoded = decode(data, name=name)
    text = decoded.text
    if not _TAG.search(text):
        raise SourceError(f"{name!r} has no tags, so it is no SGML: rename it to .txt")
    header = [Mask(start=m.start(), end=m.end(), reason=MaskReason.FRONT_MATTER) for m in _HEADER.finditer(text)]
    tags = [Mask(start=m.start(), end=m.end(), reason=MaskReason.MARKUP) for m in _TAG.finditer(text)]
    told = analyse(text, disjoint([*header, *tags]))
    return Reading(
        text=text,
        encoding=decoded.encoding,
        media_type="text/sgml",
        metadata=_stated(text).over(told.metadata),
        sections=told.sections,
        masks=told.masks,
        voices=told.voices,
        warnings=decoded.warnings,
    )


def _stated(text: str) -> Metadata:
    """The facts in the header. Without a headline the title is made of the source's name, the language and the id, as a
    library describes a piece without a title."""
    headline, source, date = _TITLE.search(text), _SOURCE.search(text), _DATE.search(text)
    publisher = " ".join(source["name"].split()).title() if source else None
    language = language_of(_TAG.sub(" ", text))
    named = _ID.search(text)
    described = None
    if named:
        words = named["name"].replace("_", " ")
        described = (
            f"{' '.join(filter(None, (_LANGUAGES.get(language or ''), publisher)))}: {words}" if publisher else words
        )
    return Metadata(
        title=" ".join(headline["words"].split()) if headline else described,
        author=publisher,
        publisher=publisher,
        published=date_in(date["date"].replace("T", " ")) if date else None,
        language=language,
    )
