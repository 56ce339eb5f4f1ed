"""PDFs set line by line, as a printer would: the tests say where each line stands."""

from collections.abc import Iterable, Sequence

from fpdf import FPDF

PITCH = 14.0
LEFT, RIGHT = 72.0, 320.0

# A story of our own, long enough for columns and pages.
STORY = (
    "The ferry to Karelin left at nine in the evening with eleven passengers, a piano and the post for three villages.",
    "Nobody on board had been told that the lighthouse was dark, because the telegraph office had closed at noon.",
    "The captain asked the smith to hold the lamp, and the smith, who could not swim, held it until the morning.",
    "In the reeds below the mill they found the hull at dawn, dry inside, with the piano still tied to the mast.",
    "A commission of four members heard the smith in April and wrote that he had acted with uncommon presence of mind.",
    "The village kept the lamp in its school, where it was shown to every child who was afraid of the water.",
)


class Press:
    """A document in the making."""

    def __init__(self, **facts: str) -> None:
        self.pdf = FPDF(unit="pt", format="A4")
        self.pdf.set_auto_page_break(False)
        for name, value in facts.items():
            getattr(self.pdf, f"set_{name}")(value)

    def page(self) -> "Press":
        self.pdf.add_page()
        return self

    def line(self, x: float, y: float, text: str, *, size: float = 11, style: str = "") -> "Press":
        self.pdf.set_font("Times", style, size)
        self.pdf.text(x, y, text)
        return self

    def lines(self, x: float, y: float, texts: Iterable[str], **kwargs: object) -> float:
        for text in texts:
            self.line(x, y, text, **kwargs)  # type: ignore[arg-type]
            y += PITCH
        return y

    def bytes(self) -> bytes:
        return bytes(self.pdf.output())


def broken(text: str, width: int) -> list[str]:
    """The text in lines of at most so many letters, long words parted with a hyphen."""
    lines, current = [], ""
    for word in text.split():
        while len(current) + len(word) + 1 > width:
            room = width - len(current) - 2
            if room >= 4 and len(word) - room >= 3 and "-" not in word:
                lines.append(f"{current} {word[:room]}-".strip())
                current, word = "", word[room:]
            else:
                lines.append(current)
                current = ""
        current = f"{current} {word}".strip()
    return [*lines, current]


def paragraphs_of(text: str) -> list[str]:
    return [part for part in text.split("\n\n") if part]


def numbered_pages(texts: Sequence[str], *, first: int, head: str) -> bytes:
    """A page for each text, with a running head and a printed number."""
    press = Press(title="The Lamp of Karelin", author="Hannah Orme")
    for k, text in enumerate(texts):
        press.page().line(LEFT, 40, f"{head} {'' if k % 2 else 'Hannah Orme'}".strip(), size=9)
        press.lines(LEFT, 80, broken(text, 60))
        press.line(300, 800, str(first + k), size=9)
    return press.bytes()
