"""Citations: who said a quote, where it stands, and how to check it."""

from urllib.parse import quote as percent_encoded

from retrieval.permalinks import Permalink
from retrieval.types import Citation
from seeds.document import Document, Metadata, Section, Voice


def voice_at(document: Document, start: int, end: int) -> Voice | None:
    """Of the voices around the whole range the innermost; None where the author speaks."""
    around = [voice for voice in document.voices if voice.start <= start and end <= voice.end]
    return min(around, key=lambda voice: voice.end - voice.start, default=None)


def speaker_of(document: Document, start: int, end: int) -> str | None:
    """Who speaks the whole range, None where it is the author."""
    voice = voice_at(document, start, end)
    return voice.speaker if voice else None


def section_at(document: Document, start: int) -> Section | None:
    """The innermost titled section around a position."""
    around = [section for section in document.sections if section.start <= start < section.end]
    return max(around, key=lambda section: (section.level, section.start), default=None)


def locator(document: Document, start: int, paragraph: int) -> str:
    """Where in the document: page, section and paragraph, as far as it has them. `paragraph` counts from 1."""
    page = next((page.label for page in document.pages if page.start <= start < page.end), None)
    section = section_at(document, start)
    parts = [f"p. {page}"] if page else []
    if section and section.title != document.metadata.title:
        parts.append(f"“{section.title}”")
    parts.append(f"paragraph {paragraph}")
    return ", ".join(parts)


def citedness(facts: Metadata) -> int:
    """How many of the facts that a citation wants are known, 0 to 5."""
    return sum(bool(fact) for fact in (facts.author, facts.title, facts.published, facts.publisher, facts.url))


def text_fragment(url: str, words: str) -> str:
    """The page's address with the quote's first and last words as a text fragment (WICG Scroll-To-Text-Fragment)."""
    pieces = words.split()
    if len(pieces) <= 8:
        directive = percent_encoded(" ".join(pieces), safe="").replace("-", "%2D")
    else:
        ends = (" ".join(pieces[:4]), " ".join(pieces[-4:]))
        directive = ",".join(percent_encoded(end, safe="").replace("-", "%2D") for end in ends)
    return f"{url.split('#', 1)[0]}#:~:text={directive}"


def cite(document: Document, start: int, end: int, paragraph: int) -> Citation:
    """The citation of a range of a document; `paragraph` counts from 1, within its section where it has one."""
    facts = document.metadata
    return Citation(
        author=facts.author,
        title=facts.title,
        published=facts.published,
        publisher=facts.publisher,
        url=facts.url,
        locator=locator(document, start, paragraph),
        speaker=speaker_of(document, start, end),
        permalink=str(Permalink(document=document.id, sha256=document.sha256, start=start, end=end)),
        link=text_fragment(facts.url, document.text[start:end]) if facts.url else None,
    )
