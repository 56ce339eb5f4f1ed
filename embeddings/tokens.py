"""Tokens: how many a text has, and the pieces in which a model reads it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from tokenizers import Encoding, Tokenizer

from embeddings.errors import ModelError, first_line

FEW = 16
"""Texts up to which one after the other is faster: a batch wakes a thread for each core."""


class TextTokenizer:
    """Cuts texts into encodings of at most `max_tokens` tokens, special ones included."""

    def __init__(self, tokenizer: Tokenizer, max_tokens: int) -> None:
        tokenizer.no_truncation()
        tokenizer.no_padding()
        self.max_tokens = max_tokens
        self._tokenizer = tokenizer
        self._specials = tokenizer.num_special_tokens_to_add(is_pair=False)
        self._pair_specials = tokenizer.num_special_tokens_to_add(is_pair=True)

    @classmethod
    def load(cls, file: Path, max_tokens: int) -> "TextTokenizer":
        """From a tokenizer.json, whatever limits and padding it asks for. Raises ModelError."""
        try:
            return cls(Tokenizer.from_file(str(file)), max_tokens)
        except Exception as error:  # tokenizers raises bare Exception
            raise ModelError(f"The tokenizer {str(file)!r} cannot be read: {first_line(error)}.") from error

    def count(self, texts: Sequence[str]) -> list[int]:
        """Tokens of each text without a limit, the special ones included."""
        texts = [_sound(text) for text in texts]
        few = len(texts) <= FEW
        encodings = map(self._tokenizer.encode, texts) if few else self._tokenizer.encode_batch(texts)
        return [len(encoding) for encoding in encodings]

    def pieces(self, texts: Sequence[str]) -> list[list[Encoding]]:
        """Each text in one encoding, or in several, cut between words, where it is over the limit."""
        texts = [_sound(text) for text in texts]
        return [
            [whole] if len(whole) <= self.max_tokens else self._cut(text)
            for text, whole in zip(texts, self._tokenizer.encode_batch(texts), strict=True)
        ]

    def _cut(self, text: str) -> list[Encoding]:
        bare = self._tokenizer.encode(text, add_special_tokens=False)
        return [
            self._tokenizer.encode(text[bare.offsets[start][0] : bare.offsets[end - 1][1]])
            for start, end in _runs_of_words(bare.word_ids, self.max_tokens - self._specials)
        ]

    def pairs(self, question: str, passages: Sequence[str]) -> list[Encoding]:
        """Question and passage as one text each, the passage cut at its end to fit.

        A question may take half of the tokens; what is over is cut, so that there is always room for a passage.
        """
        first = self._tokenizer.encode(_sound(question), add_special_tokens=False)
        first.truncate(self.max_tokens // 2)
        room = self.max_tokens - self._pair_specials - len(first)
        return [self._pair(first, passage, room) for passage in passages]

    def _pair(self, first: Encoding, passage: str, room: int) -> Encoding:
        second = self._tokenizer.encode(_sound(passage), add_special_tokens=False)
        second.truncate(room)
        return self._tokenizer.post_process(first, second)


def _runs_of_words(words: Sequence[int | None], room: int) -> Iterator[tuple[int, int]]:
    """Ranges of at most `room` tokens that end where a word ends; a word longer than that is cut."""
    start = 0
    while len(words) - start > room:
        end = start + room
        while end > start and words[end] == words[end - 1]:
            end -= 1
        end = end if end > start else start + room
        yield start, end
        start = end
    yield start, len(words)


def _sound(text: str) -> str:
    """The text with lone surrogates, which no tokenizer reads, replaced by question marks."""
    return text.encode("utf-8", "replace").decode("utf-8")
