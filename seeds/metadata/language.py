"""The language of a text."""

from charset_normalizer import from_bytes

# Names that charset-normalizer gives, and their codes in ISO 639-1.
_CODES = {
    "English": "en", "French": "fr", "German": "de", "Spanish": "es", "Italian": "it", "Portuguese": "pt", "Dutch": "nl", "Russian": "ru",
    "Ukrainian": "uk", "Polish": "pl", "Czech": "cs", "Swedish": "sv", "Danish": "da", "Norwegian": "no", "Finnish": "fi", "Turkish": "tr",
    "Greek": "el", "Hungarian": "hu", "Romanian": "ro", "Bulgarian": "bg", "Serbian": "sr", "Croatian": "hr", "Hebrew": "he", "Arabic": "ar",
    "Chinese": "zh", "Japanese": "ja", "Korean": "ko",
}  # fmt: skip
_FREQUENT_ENGLISH = frozenset({"the", "of", "and", "to", "in", "a"})
_MIN_ENGLISH = 0.1
_SAMPLE = 8000


def language_of(text: str) -> str | None:
    """The code of the language, by the middle of the text; None where it is too short or of a language not known here."""
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
