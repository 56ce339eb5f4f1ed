"""reStructuredText: the file as it stands, with headings, fields and directives understood."""

from seeds.cleaning import disjoint
from seeds.document import Metadata
from seeds.encoding import decode
from seeds.readers.analysis import analyse
from seeds.readers.reader import PLAIN, Options, Reading
from seeds.structure.dates import date_in
from seeds.structure.rest import end_of_block, rest_fields, rest_headings, rest_markup
from seeds.structure.rest_notes import rest_notes

_NAMES = {
    "title": ("dc.title", "pg.title", "title"),
    "author": ("dc.creator", "author", "authors"),
    "translator": ("dc.contributor", "translator"),
    "language": ("dc.language", "language"),
    "publisher": ("dc.publisher", "publisher", "organization"),
    "licence": ("pg.rights", "dc.rights", "copyright"),
}


def read(data: bytes, *, name: str, options: Options = PLAIN) -> Reading:
    """The decoded file, unchanged, and what its marks tell.

    Raises:
        SourceError: where the bytes are no text.
    """
    del options
    decoded = decode(data, name=name)
    marks = disjoint(list(rest_markup(decoded.text)))
    told = analyse(decoded.text, marks, rest_headings(decoded.text))
    notes = rest_notes(decoded.text, end_of_block)
    others = [each for each in told.notes if not any(note.start < each.end and each.start < note.end for note in notes)]
    fields = rest_fields(decoded.text)
    stated = {key: next((fields[n] for n in names if fields.get(n)), None) for key, names in _NAMES.items()}
    published = date_in(fields.get("dc.created", "") or fields.get("date", ""))
    return Reading(
        text=decoded.text,
        encoding=decoded.encoding,
        media_type="text/x-rst",
        metadata=Metadata(**stated, published=published).over(told.metadata),
        sections=told.sections,
        masks=told.masks,
        voices=told.voices,
        notes=tuple(sorted((*notes, *others), key=lambda note: note.start)),
        warnings=decoded.warnings,
    )
