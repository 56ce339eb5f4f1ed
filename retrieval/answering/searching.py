"""The ranked passages themselves, without a quoting step."""

from retrieval.answering.asking import Reader
from retrieval.answering.candidates import Candidate
from retrieval.question.analysis import checked
from retrieval.types import Filters, Hit


def search(reader: Reader, words: str, k: int, filters: Filters) -> tuple[Hit, ...]:
    """At most `k` passages that rank best for some words, best first; a passage ranks by its best sentence."""
    _, query = reader.understanding.of(checked(words))
    best: dict[int, Candidate] = {}
    for candidate in reader.candidates(query, filters):
        best.setdefault(candidate.sentence.passage, candidate)
    snapshot = reader.snapshot
    return tuple(
        Hit(
            passage=passage,
            text=snapshot.text(passage),
            score=round(best[passage.id].fused, 4),
            found_by=best[passage.id].views,
        )
        for passage in snapshot.passages(list(best)[:k])
    )
