"""A text about Orme, Quill and Reeve, and who speaks in it."""

from seeds.readers.analysis import analyse

FILLER = "The council met as usual on the first Monday of the month, and nothing of this is told in its minutes."
ABOVE = "Captain Paul Orme had two brothers. Mrs. Martha Quill kept the library, and Mr. James Reeve the mill."
WORDS = "The bridge is down, and nobody will cross before the winter."
TAGGED = f"{WORDS[:-1]},"


def speaker(text: str, words: str = WORDS) -> str | None:
    """Who speaks the last of these words in a document with this text; None where they stay with its author."""
    document = f"{FILLER}\n\n{ABOVE}\n\n{text}\n\n{FILLER}\n"
    at = document.rindex(words[:-1]) + len(words) // 2
    return next((voice.speaker for voice in analyse(document).voices if voice.start <= at < voice.end), None)
