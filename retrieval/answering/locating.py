"""Where in its section a sentence stands, as a reader would count it."""

from bisect import bisect_left

from retrieval.answering.citing import cite, section_at
from retrieval.answering.spans import Span
from retrieval.library.snapshot import Snapshot
from retrieval.types import Place, Sentence
from seeds.document import Document


def paragraph_number(snapshot: Snapshot, document: Document, sentence: Sentence) -> int:
    """Which paragraph of its section, or of a document without sections, a sentence is in, counted from 1."""
    section = section_at(document, sentence.start)
    if section is None:
        return sentence.paragraph + 1
    if sentence.start < section.body:
        return 1  # a heading that states something stands above the first paragraph
    card = snapshot.card(document.id)
    ids = range(card.first_sentence, card.first_sentence + card.sentences)
    first = bisect_left(ids, section.body, key=lambda each: snapshot.sentences([each])[0].start)
    return sentence.paragraph - snapshot.sentences([ids[first]])[0].paragraph + 1


def place_of(snapshot: Snapshot, span: Span, shown: Document) -> Place:
    """Where a folded span stands, with its citation if that is in another document than the one shown."""
    cited = None
    if span.document != shown.id:
        other = snapshot.document(span.document)
        first = snapshot.sentences([span.first])[0]
        cited = cite(other, span.start, span.end, paragraph_number(snapshot, other, first))
    return Place(document=span.document, start=span.start, end=span.end, citation=cited)
