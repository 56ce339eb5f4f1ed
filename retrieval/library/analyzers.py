"""The terms of a text in its language: lower case, without stop words, endings and accents.

A text is analysed by the rules of its own language. A question may be in any: its words become terms by the rules of every
language that the library holds, and what is a stop word is told by the question's own language, the one whose stop words
it has most of. Stop words and endings are Snowball's, as tantivy has them.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from tantivy import Filter, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

from retrieval.library.english_spelling import one_spelling
from retrieval.library.stop_words import STOP_WORDS

_NAMES = {
    "ar": "arabic", "da": "danish", "nl": "dutch", "en": "english", "fi": "finnish", "fr": "french", "de": "german",
    "el": "greek", "hu": "hungarian", "it": "italian", "nb": "norwegian", "nn": "norwegian", "no": "norwegian",
    "pt": "portuguese", "ro": "romanian", "ru": "russian", "es": "spanish", "sv": "swedish", "ta": "tamil",
    "tr": "turkish",
}  # fmt: skip
DEFAULT = "en"
"""The language of texts that are too short to tell."""

_LONGEST_WORD = 60
_TURKISH = frozenset({"tr", "az"})
_TURKISH_CAPITALS = str.maketrans({"I": "ı", "İ": "i"})
# Russian prints "е" for "ё"; Arabic and Hebrew points and Greek accents are not folded by tantivy's ASCII folding.
_SAME = str.maketrans({"ё": "е", "Ё": "Е", "ѣ": "е", "Ѣ": "Е", "і": "и", "І": "И", "ѳ": "ф", "Ѳ": "Ф"})
_FINAL_HARD_SIGN = re.compile(r"(?<=[бвгджзклмнпрстфхцчшщБВГДЖЗКЛМНПРСТФХЦЧШЩ])[ъЪ]\b")
_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002fa1f]+")
"""Runs of scripts that put no spaces between words: Thai, Japanese, Chinese."""


GAP = "\ufffd"
"""Stands where a character was lost before a file was saved."""

_RUN = re.compile(f"{GAP}+")
_GAPPED = re.compile(rf"[^\W_]*(?:{GAP}+[^\W_]*)+")
_PARTS = re.compile(rf"{GAP}|[^\W_]+")
_LEFT = 3
"""A word that is told by no more signs than this, gaps included, is not looked for."""
_LONGEST_GAPPED = 24


def language_code(language: str | None) -> str:
    """The language in whose rules a text of this language (ISO 639-1, perhaps with a region) is analysed."""
    return (language or DEFAULT).lower().replace("_", "-").split("-")[0]


def terms_of(text: str, language: str) -> list[str]:
    """The terms of a text in the language, in order; a word that lost letters (U+FFFD) is one more term, after the others."""
    found = _analyzer(language).analyze(_spelled(text, language))
    terms = [term for each in found for term in _grams(each)]
    return [*terms, *_with_gaps(text)] if GAP in text else terms


@lru_cache(maxsize=256)
def gapped(word: str) -> tuple[str, ...]:
    """The terms as which a word may stand in a text in which one or two of its letters were lost."""
    plain = _folded(word)
    places = range(len(plain)) if _LEFT < len(plain) <= _LONGEST_GAPPED else ()
    once = [plain[:at] + GAP + plain[at + width :] for at in places for width in (1, 2)]
    twice = [f"{plain[:a]}{GAP}{plain[a + 1 : b]}{GAP}{plain[b + 1 :]}" for a in places for b in places if a + 1 < b]
    return tuple(form for form in dict.fromkeys([*once, *twice]) if len(form) > _LEFT)


def _with_gaps(text: str) -> list[str]:
    """The words of a text that lost letters, each run of lost ones as one; the sign alone says that there are some."""
    words = [_RUN.sub(GAP, _folded(match[0])) for match in _GAPPED.finditer(text)]
    return [GAP, *(word for word in words if _LEFT < len(word) <= _LONGEST_WORD)] if words else []


def _folded(word: str) -> str:
    """The word in lower case without accents, gaps as they are; letters of which the analyzer makes no term stay."""
    return "".join("".join(_analyzer("").analyze(part)) or part for part in _PARTS.findall(word))


class QuestionAnalyzer:
    """Makes terms of questions to a library of texts in these languages."""

    def __init__(self, languages: Iterable[str]):
        self.languages: Sequence[str] = sorted(set(languages)) or [DEFAULT]

    def language(self, question: str) -> str:
        """The language of a question: the one of the library's whose stop words it has most of, the first of equal ones."""
        words = _words(question)
        shares = {each: sum(_is_stop(word, each) for word in words) for each in self.languages}
        return max(self.languages, key=lambda each: (shares[each], each == DEFAULT))

    def words(self, question: str) -> list[str]:
        """The words of a question as they stand, without the stop words of its language."""
        stops = self.language(question)
        return [word for word in _words(question) if not _is_stop(word, stops)]

    def terms(self, question: str) -> list[str]:
        """The terms by which a question's words are looked for, each once."""
        return list(dict.fromkeys(term for word in self.words(question) for term in self.forms(word)))

    def forms(self, word: str) -> list[str]:
        """The terms that a single word may stand as in the library's texts."""
        return list(dict.fromkeys(term for each in self.languages for term in terms_of(word, each)))


def _spelled(text: str, language: str) -> str:
    """The text with one spelling for what is written in two ways: with an accent by itself, by two letters of its language, or in Britain
    and in America.
    """
    text = unicodedata.normalize("NFC", text)
    if language == "en":
        return one_spelling(text)
    if language in _TURKISH:
        text = text.translate(_TURKISH_CAPITALS)
    return _FINAL_HARD_SIGN.sub("", text.translate(_SAME)) if language == "ru" else text


def _grams(term: str) -> list[str]:
    """Pairs of characters of a term without spaces between its words, else the term."""
    if len(term) < 3 or not _UNSPACED.fullmatch(term):
        return [term]
    return [term[at : at + 2] for at in range(len(term) - 1)]


def pairs_of(word: str) -> list[str]:
    """The terms of a run of characters of a script without blanks; none for any other word."""
    return _grams(word) if len(word) > 2 and _UNSPACED.fullmatch(word) else []


def _words(text: str) -> list[str]:
    return list(_splitter().analyze(unicodedata.normalize("NFC", text)))


@lru_cache(maxsize=20_000)
def _is_stop(word: str, language: str) -> bool:
    name = _NAMES.get(language)
    return name is not None and not _stopper(name).analyze(_spelled(word, language))


@cache
def _splitter() -> TextAnalyzer:
    return TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.remove_long(_LONGEST_WORD)).build()


@cache
def _stopper(name: str) -> TextAnalyzer:
    return TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.lowercase()).filter(_stop_words(name)).build()


def _stop_words(name: str) -> Filter:
    return Filter.custom_stopword(list(STOP_WORDS[name])) if name in STOP_WORDS else Filter.stopword(name)


@cache
def _analyzer(language: str) -> TextAnalyzer:
    """English endings are cut after folding, others before: their rules go by accents."""
    start = TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.remove_long(_LONGEST_WORD)).filter(Filter.lowercase())
    name = _NAMES.get(language)
    if name is None:
        return start.filter(Filter.ascii_fold()).build()
    if language == "en":
        start = start.filter(Filter.ascii_fold())
    stemmed = start.filter(_stop_words(name)).filter(Filter.stemmer(name))
    return stemmed.filter(Filter.ascii_fold()).build()
