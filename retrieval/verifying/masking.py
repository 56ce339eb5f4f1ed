"""What of a slice may be quoted."""

from retrieval.library.letters import letters_of
from seeds.document import Document, Mask

_LEAST_LETTERS = 6
"""Letters that must be free of masks for a slice to count as more than masked."""


def clear_run(document: Document, start: int, end: int) -> tuple[int, int, Mask | None]:
    """The longest run of a slice that no mask touches, or the slice itself and the mask that covers it."""
    touching = sorted(
        (mask for mask in document.masks if mask.start < end and start < mask.end), key=lambda mask: mask.start
    )
    runs = list[tuple[int, int]]()
    low = start
    for mask in touching:
        runs.append((low, mask.start))
        low = max(low, mask.end)
    runs.append((low, end))
    trimmed = [_trimmed(document.text, *run) for run in runs]
    first, last = max(trimmed, key=lambda run: run[1] - run[0])
    if touching and len(letters_of(document.text[first:last])) < _LEAST_LETTERS:
        return start, end, touching[0]
    return first, last, None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
