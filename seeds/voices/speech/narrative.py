"""A paragraph as the author tells it: its own words, with blanks where quotations stand."""

import re
from dataclasses import dataclass
from functools import cached_property

from seeds.quotations import Quotation, quotations
from seeds.structure.layout import Paragraph
from seeds.voices.antecedents.reference import sentences
from seeds.voices.cues.documents import is_speaking_title
from seeds.voices.cues.verbs import VERB

NEAR = 3_000
"""Characters on either side of a quotation in which it is looked for who speaks."""

_ASIDE = re.compile(
    r"(?<=[:,;.!?])[A-Z]\d{1,2}\.\d{1,3}(?=\s|\Z)|(?<=[\w:,;])[⁰¹²³⁴-⁹]+|\{[\dxvi]{1,4}\}|\[\d{1,3}\]|(?<=.)\[(?:Footnote|FN)\b[^\]\[“”\"]{0,600}\]",
    re.DOTALL,
)
_EMPHASIS = re.compile(r"(?<![\w*])\*(?=\w)([^*]{1,80})(?<=[\w.!?’'])\*(?![\w*])")
"""Words between asterisks, as Markdown and reStructuredText emphasise them; elsewhere low lines do."""
_WHOLE = re.compile(r"[.,!?…;:—-]['’)\]_]*\Z")
_REFERENCE = re.compile(r"\s*\([^()]{1,20}\)")
_PHRASES = 5
_FEW = 4
_WORD = 2
_BESIDE = 20
_THEN = re.compile(
    rf"\s+(?:and\s+|now\s+|then\s+){{0,2}}(?:\w+ly\s+)?{VERB}\b(?!\s+(?:he|she|the|an?|it|they|one|I|another|this|[A-Z])\b)",
    re.VERBOSE,
)
_APART = re.compile(
    r"\b(?i:the|an?|this|that|these|those|his|her|their|our|my|its)\s[“\"](?P<word>[a-z][a-z-]*(?:\s[a-z-]+)?\.?)[”\"]"
)
"""A word or two in quotation marks that an article puts into the author's sentence: said the “holy” man."""
_WORK = re.compile(
    r"\b(?:in|from|of)\s(?:his|her|the|their)(?:\s[a-z]+)?,?\Z|\b(?:book|volume|work|pamphlet|essay|article),\Z"
)
_TITLE = re.compile(
    r"\W?[A-Z][\w’'-]*(?:\s+(?:[A-Z][\w’'-]*|of|the|and|in|on|to|a|for|from|de|la|with)){0,8}[.,?!]*\W?"
)
"""What stands before the title of a book that a sentence names in passing, and the title: in his “History of the Mill,” Orme says."""
_ARTICLE = 8
_CLOSING = "”\"»“«'’)"


@dataclass(frozen=True, kw_only=True)
class Narrative:
    """A paragraph, its quotations, and its `words`, as long as its text: page marks, notes and what stands in quotation marks are blank,
    except for a full stop where a quoted sentence ended, and for the title of a writing that is said to speak. A word that the author
    only keeps apart is no quotation.

    `heading` are the words of the headings that stand between it and the paragraph above.
    """

    part: Paragraph
    quoted: list[Quotation]
    words: str
    heading: str = ""

    @classmethod
    def of(cls, part: Paragraph, heading: str = "") -> "Narrative":
        """The narrative of a paragraph."""
        found = quotations(part)
        text = _ASIDE.sub(lambda mark: " " * len(mark[0]), _EMPHASIS.sub(r"_\1_", part.text))
        pieces, position = [], 0
        for each in found:
            start, end = each.start - part.start, each.end - part.start
            if is_speaking_title(part.text, start, end):
                last, aside = position, _REFERENCE.match(text, end)
                position = aside.end() if aside else end
                pieces += [text[last:start], " ", text[start + 1 : end - 1], " " * (position - end + 1)]
                continue
            stop = "." if text[start:end].rstrip(_CLOSING)[-1:] in (".", "!", "?", "…") else " "
            pieces += [text[position:start], " " * (end - start - 1), stop]
            position = end
        quoted = [each for each in found if not _is_kept_apart(part, each)]
        return cls(part=part, quoted=quoted, words="".join([*pieces, text[position:]]), heading=heading)

    @cached_property
    def sentences(self) -> list[str]:
        """The last sentences of it, in order."""
        return sentences(self.words[-NEAR:])

    @property
    def opens_quoted(self) -> bool:
        """Whether it begins with a quotation, which may be emphasised."""
        return bool(self.quoted) and not self.part.text[: self.begin(0)].strip("_*")

    @property
    def ends_quoted(self) -> bool:
        """Whether it ends with a quotation."""
        return bool(self.quoted) and self.quoted[-1].end >= self.part.start + len(self.part.text.rstrip())

    @property
    def announces(self) -> bool:
        """Whether it ends with words of the author that lead in to what stands below: `Orme gave them the corn, saying,`."""
        return not self.ends_quoted and self.words.rstrip().endswith((",", ":", "--", "—"))

    def quotation(self, n: int) -> str:
        """Quotation n with its marks."""
        return self.part.text[self.begin(n) : self.end(n)]

    def begin(self, n: int) -> int:
        """Where quotation n begins in the paragraph."""
        return self.quoted[n].start - self.part.start

    def end(self, n: int) -> int:
        """Where quotation n ends in the paragraph."""
        return self.quoted[n].end - self.part.start

    def before(self, n: int) -> str:
        """The words before quotation n, back to the one before it that is more than a phrase, or to the paragraph's start."""
        near = range(n - 1, max(-1, n - 1 - _PHRASES), -1)
        start = next((self.end(m) for m in near if not self._is_phrase(m) and not self._goes_on(m)), 0)
        return self.words[max(start, self.begin(n) - NEAR) : self.begin(n)]

    def is_term(self, n: int) -> bool:
        """Whether quotation n is a few words in the middle of a sentence of the author's, which goes on after their comma.

        So is the title of a writing that is said to speak.
        """
        if is_speaking_title(self.part.text, self.begin(n), self.end(n)):
            return True
        quoted = self.quotation(n)
        few = len(quoted.split()) <= _FEW and quoted.rstrip(_CLOSING).endswith(",")
        begin, end = self.begin(n), self.end(n)
        lead, rest = self.words[max(0, begin - _BESIDE) : begin].rstrip(), self.part.text[end : end + _BESIDE].lstrip()
        if _WORK.search(lead) and _TITLE.fullmatch(quoted):
            return True
        return few and lead[-1:].isalpha() and rest.startswith(("and ", "who ", "but ", "that ", "which "))

    def _is_phrase(self, n: int) -> bool:
        return self.is_term(n) or not _WHOLE.search(self.quotation(n).rstrip(_CLOSING))

    def _goes_on(self, n: int) -> bool:
        """Whether the author's sentence, which began before quotation n, goes on behind it with a verb: `he said, “Go,” and added`."""
        lead, rest = self.words[max(0, self.begin(n) - _BESIDE) : self.begin(n)].rstrip(), self.words[self.end(n) :]
        return lead[-1:].isalpha() and bool(_THEN.match(rest))

    def _is_word(self, n: int) -> bool:
        """Whether quotation n is a word or two that the author keeps apart: said the “holy” man."""
        quoted = self.quotation(n)
        return quoted[1:2].islower() and len(quoted.split()) <= _WORD and quoted[-2:-1].isalpha()

    def after(self, n: int) -> str:
        """The words after quotation n, up to the one after it that is more than a word or two, or to the paragraph's end."""
        far = min(n + 1 + _PHRASES, len(self.quoted))
        last = self.begin(far) if far < len(self.quoted) else len(self.part.text)
        end = next((self.begin(m) for m in range(n + 1, far) if not self._is_word(m)), last)
        return self.part.text[self.end(n) : min(end, self.end(n) + NEAR)]


def _is_kept_apart(part: Paragraph, quotation: Quotation) -> bool:
    """Whether it is a word or two of the author's own sentence, and nobody's turn to speak."""
    start, end = quotation.start - part.start, quotation.end - part.start
    found = _APART.search(part.text, max(0, start - _ARTICLE), end)
    return found is not None and found.end() == end and found.start("word") == start + 1
