"""Where in its section a sentence stands, as a reader would count it."""

from bisect import bisect_left

from retrieval.answering.citing import section_at
from retrieval.library.snapshot import Snapshot
from retrieval.types import Sentence
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
