"""What stands between two sentences of a document."""

from seeds.document import Document, MaskReason


def is_blank(document: Document, start: int, end: int) -> bool:
    """Whether nothing stands in a range but blanks and mark-up, which no reader sees."""
    text = document.text
    for mask in document.masks:
        if mask.reason is MaskReason.MARKUP and start <= mask.start and mask.end <= end:
            if text[start : mask.start].strip():
                return False
            start = mask.end
    return not text[start:end].strip()
