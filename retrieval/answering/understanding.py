"""What a library makes of a question: its own spelling of it, and the days and sources that it names."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from embeddings.embedder import Embedder
from retrieval.answering.dating import NAMED, days_asked
from retrieval.library.analyzers import language_code, pairs_of, terms_of
from retrieval.library.records import Word
from retrieval.library.snapshot import Snapshot
from retrieval.question.acronyms import Acronyms
from retrieval.question.analysis import understand
from retrieval.question.chat import in_writing
from retrieval.question.message import parted
from retrieval.question.named_sources import Titles, named_sources, titles
from retrieval.question.other_script import CYRILLIC_LANGUAGES, OtherScript, in_both_scripts
from retrieval.question.query import Query, Turn
from retrieval.question.spelling import NAME_SHARE, Speller
from retrieval.types import Understood

ONE_WORD = 3
"""Tokens of a text of one word that the model knows whole: two are its own."""

_ENDINGS = ("", "s", "d", "ed", "ing")
"""Of English inflection: the model knows "invented" whole, "invent" in two pieces."""


@dataclass(frozen=True, kw_only=True)
class Understanding:
    """The words, names and sources of one generation of a library; its vocabulary is read when a question first needs it."""

    snapshot: Snapshot
    embedder: Embedder

    def of(self, question: str, after: Turn | None = None) -> tuple[Understood, Query]:
        """What a question is understood to ask, as it is told to people and as it is searched for."""
        written = in_writing(question, self.is_name)
        message = parted(written, self.is_name)
        understood = self._understood(message.question)
        about = tuple(self._understood(each).text for each in message.about)
        cards = self.snapshot.documents()
        days = days_asked(self.snapshot, " ".join((*about, understood.text)))
        # A source may be named beside the question.
        named = named_sources(f"{written} {understood.text}" if about else understood.text, cards, self._titles)
        besides = f" (about {'; '.join(about).rstrip('.!?')})" if about else ""
        told = replace(
            understood,
            text=f"{understood.text}{besides}",
            dates=tuple(dict.fromkeys((*understood.dates, *(map(str, days) if len(days) <= NAMED else ())))),
            sources=titles(named, cards),
        )
        dated = frozenset(sentence for day in days for sentence, _ in day.sentences)
        return told, Query(
            text=understood.text,
            message=written,
            after=after,
            about=about,
            leans=message.leans,
            sources=named,
            dated=dated,
        )

    def occurs(self, word: str) -> bool:
        """Whether a word stands in what the library can quote, in any inflection, or in a heading, a title or an author's name.

        Of a script without blanks, whose words nobody parts, any two characters of it.
        """
        return any(map(self._stands, pairs_of(word) or [word]))

    def is_common(self, word: str) -> bool:
        """Whether the library holds the word, given in lower case, and mostly writes it so."""
        share = self.snapshot.capitalised(word)
        return share is not None and share < NAME_SHARE

    def in_both_scripts(self, text: str) -> str:
        """The text, followed by the spellings that its names have in the library's other script."""
        return in_both_scripts(text, self._has_cyrillic, lambda: self._other_script)

    def _understood(self, text: str) -> Understood:
        return understand(text, self._is_known, self.is_name, lambda: self._speller, lambda: self._acronyms)

    def _is_known(self, word: str) -> bool:
        """Whether the library holds the word in any inflection, or the model reads it, or it with an ending or without "s", as one word."""
        lower = word.lower()
        endings = (each for each in _ENDINGS if each != "s" or not lower.endswith("s"))  # "congres" lacks no ending
        forms = [*(lower + ending for ending in endings), lower.removesuffix("s")]
        return self.snapshot.document_frequency(word) > 0 or min(self.embedder.count_tokens(forms)) <= ONE_WORD

    def is_name(self, word: str) -> bool:
        """Whether the word, in lower case, mostly has a capital in the library."""
        return (self.snapshot.capitalised(word) or 0.0) >= NAME_SHARE

    @cached_property
    def _vocabulary(self) -> Sequence[Word]:
        return tuple(self.snapshot.vocabulary())

    @cached_property
    def _speller(self) -> Speller:
        return Speller(self._vocabulary)

    @cached_property
    def _acronyms(self) -> Acronyms:
        return Acronyms(self._vocabulary)

    @cached_property
    def _other_script(self) -> OtherScript:
        return OtherScript(self._vocabulary)

    @cached_property
    def _has_cyrillic(self) -> bool:
        return any(card.metadata.language in CYRILLIC_LANGUAGES for card in self.snapshot.documents())

    def _stands(self, word: str) -> bool:
        if self.snapshot.document_frequency(word) > 0:
            return True
        named = self._named
        if any(terms and named.issuperset(terms) for terms in (terms_of(word, each) for each in self._languages)):
            return True
        return self.snapshot.holds_word(word)  # a name such as "IT" is no term where it is a stop word in small letters

    @cached_property
    def _titles(self) -> Titles:
        return Titles.of(self.snapshot.documents())

    @cached_property
    def _languages(self) -> frozenset[str]:
        return frozenset(language_code(card.metadata.language) for card in self.snapshot.documents())

    @cached_property
    def _named(self) -> frozenset[str]:
        """The terms of titles, headings and authors' names."""
        facts = {card.id: card.metadata for card in self.snapshot.documents()}
        texts = [(each.language, f"{each.title or ''} {each.author or ''}") for each in facts.values()]
        texts += ((facts[document].language, heading) for document, heading in self.snapshot.headings())
        return frozenset(term for language, text in texts for term in terms_of(text, language_code(language)))
