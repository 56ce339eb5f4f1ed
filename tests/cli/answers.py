"""Answers to render: every noun with every field set, and small changes of them."""

from retrieval.types import Answer, Citation, Explanation, Place, Quote, Understood

CITATION = Citation(
    author="Jane Doe",
    title="A Year of Two Calendars",
    published="1 May 1920",
    publisher="North Press",
    url="https://example.org/year",
    locator="section “Autumn”",
    speaker="A. Sailor",
    permalink="year@" + "0" * 64 + ":10-40",
    link="https://example.org/year#autumn",
)
QUOTE = Quote(
    text="We came\r\nin by the side door.",
    document="year",
    source="/library/year.txt",
    sha256="0" * 64,
    start=10,
    end=40,
    confidence=0.81234567,
    citation=CITATION,
    also_at=(Place(document="year", start=110, end=140), Place(document="copy", start=7, end=37)),
)
EXPLANATION = Explanation(scores={"terms": 7.25, "vectors": 0.5}, matched=("door",), missing=("palace",))
ANSWER = Answer(
    question="Who came in?",
    understood=Understood(text="who came in", dates=("1917-10-25",), names=("Sailor",)),
    quotes=(QUOTE,),
    confidence=0.8,
    threshold=0.1,
    abstained=False,
    reason=None,
    generation=3,
)
