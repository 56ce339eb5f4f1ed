"""A few documents of our own on a shelf in memory, with the real index of their k-grams."""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import replace

from retrieval.answering import quoting
from retrieval.library.kgrams import KGrams
from retrieval.library.vocabulary import count_words
from retrieval.types import Quote
from seeds.document import Document, Mask, MaskReason, Metadata, Voice, VoiceKind

HARBOUR = """The harbour of Vellin froze over in the first week of January 1893. Ships lay in the ice until March.

The dockers had not been paid since autumn. On the ninth they walked out, and the sailors followed them.
Governor Brandt telegraphed the capital for three hundred soldiers -- none came.

"We ask for bread, not for cannons," said Marta Lund to the crowd on the quay. Then she went home to her looms.

By the end of the month the strike commit-
tee ran the bakeries, the trams and the telegraph of\ufb01ce.[12] Nobody in Vellin had expected that.
"""

LETTERS = """Dear brother, the ships of the northern line were sold to a company from Tarn before the thaw. I write
this by candle. Father says "the sea gives and the sea takes" [sic] whenever somebody asks him about it.

Am Neunten gingen die Hafenarbeiter von Vellin auf die Straße und kehrten nicht zurück.

Девятого января докеры Веллина вышли на улицу, и матросы пошли вслед за ними к воротам порта.

Copyright of this page belongs to the keepers of the lighthouse, who reserve every right in it."""


def document(name: str, text: str, *, author: str | None, voices: Sequence[tuple[str, str | None]] = ()) -> Document:
    """A document, with words of it that others speak."""
    places = [(text.index(words), words, speaker) for words, speaker in voices]
    return Document(
        id=name,
        source=f"/papers/{name}.txt",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        encoding="utf-8",
        media_type="text/plain",
        metadata=Metadata(title=name.title(), author=author),
        voices=tuple(
            Voice(start=at, end=at + len(words), speaker=speaker, kind=VoiceKind.SPEECH)
            for at, words, speaker in places
        ),
    )


def masked(made: Document, words: str, reason: MaskReason = MaskReason.SITE_FOOTER) -> Document:
    """The document with words that are never quoted."""
    at = made.text.index(words)
    return replace(made, masks=(Mask(start=at, end=at + len(words), reason=reason),))


class SmallShelf:
    """Documents in memory."""

    def __init__(self, *documents: Document) -> None:
        self.documents = dict(enumerate(documents, 1))
        self._kgrams = KGrams.build((number, each.text) for number, each in self.documents.items())
        self._uses = count_words(line for each in documents for line in each.text.split(". "))

    def kgrams(self) -> KGrams:
        return self._kgrams

    def numbers(self, documents: Collection[str]) -> list[int]:
        return [number for number, each in self.documents.items() if each.id in documents]

    def document(self, number: int) -> Document:
        return self.documents[number]

    def capitalised(self, word: str) -> float | None:
        uses = self._uses.get(word.lower())
        return uses[1] / uses[0] if uses else None

    def quote(self, document: Document, start: int, end: int, *, confidence: float) -> Quote | None:
        return quoting.make(document, start, end, paragraph=1, confidence=confidence)


def small_shelf() -> SmallShelf:
    """The harbour and the letters."""
    speech = '"We ask for bread, not for cannons,"'
    letters = document("letters", LETTERS, author="Lund, Anna")
    footer = LETTERS[LETTERS.index("Copyright") :]
    return SmallShelf(
        document("harbour", HARBOUR, author="Jonas Ek", voices=[(speech, "Marta Lund")]), masked(letters, footer)
    )
