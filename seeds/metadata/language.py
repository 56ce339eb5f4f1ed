"""The language of a text."""

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_MIN_LETTERS = 60
"""Letters below which a text is too short to tell; scripts without spaces say as much with a third of them."""
_SURE = 0.9
_SAMPLE = 20_000
_LETTER = re.compile(r"[^\W\d_]")
_DENSE = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language, by the middle of the text; None where it is too short or not clearly one."""
    middle = max(0, len(text) // 2 - _SAMPLE // 2)
    sample = unicodedata.normalize("NFC", text[middle : middle + _SAMPLE])
    letters = len(_LETTER.findall(sample)) + 2 * len(_DENSE.findall(sample))
    if letters < _MIN_LETTERS:
        return None
    language, probability = _identifier().classify(sample)
    return str(language) if probability >= _SURE else None


def prepare() -> None:
    """Loads the model now, which unpacks it through a nameless temporary file."""
    _identifier()


@cache
def _identifier() -> "LanguageIdentifier":
    """py3langid's, whose model takes a second to load."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
