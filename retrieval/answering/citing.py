"""Citations: who said a quote, where it stands, and how to check it."""

from collections.abc import Sequence

from retrieval.answering.sections import note_at, section_names
from retrieval.answering.text_fragments import text_fragment
from retrieval.permalinks import Permalink
from retrieval.types import Citation
from seeds.document import Document, Metadata, Page, Section, Voice, VoiceKind


def voice_at(document: Document, start: int, end: int) -> Voice | None:
    """Of the voices around the whole range the innermost; None where the author speaks."""
    around = [voice for voice in document.voices if voice.start <= start and end <= voice.end]
    return min(around, key=lambda voice: voice.end - voice.start, default=None)


def speaker_of(document: Document, start: int, end: int) -> str | None:
    """Who speaks the whole range, None where it is the author or somebody unnamed."""
    voice = voice_at(document, start, end)
    return voice.speaker if voice else None


def section_at(document: Document, start: int) -> Section | None:
    """The innermost titled section around a position."""
    around = [section for section in document.sections if section.start <= start < section.end]
    return max(around, key=lambda section: (section.level, section.start), default=None)


def locator(document: Document, start: int, end: int, paragraph: int) -> str:
    """Where in the document: page, sections and paragraph, as far as it has them. `paragraph` counts from 1.

    A footnote stands where its mark does.
    """
    note = note_at(document, start)
    parts = [where] if (where := page_locator(pages_of(document, start, end))) else []
    parts += section_names(document, note.mark[0] if note else start)
    parts.append(f"note {note.label}" if note else f"paragraph {paragraph}")
    return ", ".join(parts)


def pages_of(document: Document, start: int, end: int) -> tuple[Page, ...]:
    """The page on which a range begins, and the one on which it ends where that is another."""
    touched = [page for page in document.pages if page.start < end and start < page.end]
    if not touched:
        return ()
    first, last = touched[0], touched[-1]
    return (first,) if (first.label, first.sheet) == (last.label, last.sheet) else (first, last)


def page_locator(pages: Sequence[Page]) -> str:
    """ "p. 12", "pp. 12–13", and where the print has other numbers than the file, "p. 5 (PDF page 21)"; "" without pages.

    Letters that were recognised in a picture are marked: "p. 5 (OCR, 87 % sure)".
    """
    if not pages:
        return ""
    labels = [page.label for page in pages]
    sheets = [str(page.sheet) for page in pages if page.sheet is not None]
    of_file = f"PDF page{'s' * (len(sheets) > 1)} {'–'.join(sheets)}" if sheets and sheets != labels else ""
    sure = [page.ocr for page in pages if page.ocr is not None]
    asides = [*([of_file] if of_file and all(labels) else []), *([f"OCR, {min(sure):.0%} sure"] if sure else [])]
    name = f"p{'p' * (len(pages) > 1)}. {'–'.join(labels)}" if all(labels) else of_file
    return f"{name} ({'; '.join(asides)})" if asides else name


def citedness(facts: Metadata) -> int:
    """How many of the facts that a citation wants are known, 0 to 5."""
    return sum(bool(fact) for fact in (facts.author, facts.title, facts.published, facts.publisher, facts.url))


def link(document: Document, start: int, end: int) -> str | None:
    """The address at which a range can be read: the page of a PDF (RFC 8118), the words of any other page; None without URL."""
    url = document.metadata.url
    if not url:
        return None
    page = next(iter(pages_of(document, start, end)), None)
    if page and page.sheet is not None:
        return f"{url.split('#', 1)[0]}#page={page.sheet}"
    return text_fragment(url, document, start, end)


def cite_document(document: Document) -> Citation:
    """The citation of a whole document."""
    facts = document.metadata
    whole = Permalink(document=document.id, sha256=document.sha256, start=0, end=len(document.text))
    return Citation(
        author=facts.author,
        title=facts.title,
        published=facts.published,
        publisher=facts.publisher,
        url=facts.url,
        locator="",
        speaker=None,
        permalink=str(whole),
        link=facts.url,
        translator=facts.translator,
    )


def cite(document: Document, start: int, end: int, paragraph: int) -> Citation:
    """The citation of a range of a document; `paragraph` counts from 1, within its section where it has one."""
    facts, voice = document.metadata, voice_at(document, start, end)
    return Citation(
        author=facts.author,
        title=facts.title,
        published=facts.published,
        publisher=facts.publisher,
        url=facts.url,
        locator=locator(document, start, end, paragraph),
        speaker=voice.speaker if voice else None,
        permalink=str(Permalink(document=document.id, sha256=document.sha256, start=start, end=end)),
        link=link(document, start, end),
        retrieved=facts.retrieved,
        translator=facts.translator,
        quoted=voice is not None,
        contributed=voice is not None and voice.kind is VoiceKind.PREFACE,
    )
