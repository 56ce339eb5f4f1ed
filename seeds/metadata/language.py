"""The language of a text."""

from charset_normalizer import from_bytes

# Names that charset-normalizer gives, and their codes in ISO 639-1.
_CODES = {
    "Arabic": "ar",
    "Bulgarian": "bg",
    "Chinese": "zh",
    "Croatian": "hr",
    "Czech": "cs",
    "Danish": "da",
    "Dutch": "nl",
    "English": "en",
    "Finnish": "fi",
    "French": "fr",
    "German": "de",
    "Greek": "el",
    "Hebrew": "he",
    "Hungarian": "hu",
    "Italian": "it",
    "Japanese": "ja",
    "Korean": "ko",
    "Norwegian": "no",
    "Polish": "pl",
    "Portuguese": "pt",
    "Romanian": "ro",
    "Russian": "ru",
    "Serbian": "sr",
    "Spanish": "es",
    "Swedish": "sv",
    "Turkish": "tr",
    "Ukrainian": "uk",
}
_FREQUENT_ENGLISH = frozenset({"the", "of", "and", "to", "in", "a"})
_MIN_ENGLISH = 0.1
_SAMPLE = 8000


def language_of(text: str) -> str | None:
    """The code of the language, by the middle of the text; None where that is too short or not one of these."""
    middle = max(0, len(text) // 2 - _SAMPLE // 2)
    sample = text[middle : middle + _SAMPLE]
    words = sample.casefold().split()
    if len(words) < 20:
        return None
    best = from_bytes(sample.encode(errors="ignore"), cp_isolation=["utf_8"]).best()
    code = _CODES.get(best.language) if best else None
    # Any text in plain ASCII is called English there.
    if code == "en" and sum(word in _FREQUENT_ENGLISH for word in words) < _MIN_ENGLISH * len(words):
        return None
    return code
