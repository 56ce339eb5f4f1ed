"""From a question to an answer, over one generation of a library."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from embeddings.embedder import Embedder, PairScorer, Vectors
from retrieval.answering import confidence, quoting, second_opinion, timing
from retrieval.answering.answering import AHEAD, log_odds, surest_first
from retrieval.answering.candidates import Candidate, find, raised
from retrieval.answering.carrying import reads, weight_of_cosines
from retrieval.answering.citing import citedness
from retrieval.answering.clock import Clock
from retrieval.answering.confidence import Closest
from retrieval.answering.dating import date_notes
from retrieval.answering.differing import differences
from retrieval.answering.doubts import BEST, Doubts, doubts_about, strangers_in
from retrieval.answering.explaining import explanation
from retrieval.answering.folding import Distinct, distinct
from retrieval.answering.growing import ASKING, STEPS, read_on
from retrieval.answering.interviews import answers
from retrieval.answering.judging import judge_of
from retrieval.answering.labels import is_label
from retrieval.answering.locating import paragraph_number, place_of
from retrieval.answering.off_topic import asks_nothing, asks_to_invent, is_foreign
from retrieval.answering.preceding import opening_of, told_once
from retrieval.answering.preferring import dated, nearby, spoken
from retrieval.answering.ranking import DEPTH, Judge, Ranked, rerank, unread
from retrieval.answering.spans import Spans
from retrieval.answering.understanding import Understanding
from retrieval.calendars.mentions import years
from retrieval.library.snapshot import Snapshot
from retrieval.question.analysis import checked, is_wordless, names_in
from retrieval.question.courtesy import is_courtesy
from retrieval.question.filters import LISTED, allowed, misfit
from retrieval.question.followups import may_be_person
from retrieval.question.limits import in_words, limited
from retrieval.question.query import Query, Range, Turn
from retrieval.question.words import content_words
from retrieval.types import Answer, Explanation, Filters, Quote, Sentence, Understood
from seeds.document import Document

NOTED = 5
"""Quotes that are compared with each other."""

KEPT = 100
"""Candidates that are looked at after fusion."""

REACH = 1 + STEPS + ASKING
"""Sentences on either side that a quote may take in: a neighbour, what it is read on by, and what answers a question at its end."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Request:
    """A question and how it is to be answered: quotes wanted, limits, paragraphs around each quote, and why it was found.

    `after` is the turn before, for a question that leans on it.
    """

    question: str
    k: int = 5
    filters: Filters = Filters()
    context: int = 0
    explain: bool = False
    after: Turn | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Ranking:
    """Candidates in their final order, and the documents and spans that quotes are made of."""

    ranked: Sequence[Ranked]
    spans: Spans
    documents: Mapping[str, Document]

    def distinct(self, k: int) -> list[Distinct]:
        """The first `k` of distinct words, each from where it is best cited."""
        cited = {key: citedness(document.metadata) for key, document in self.documents.items()}
        return distinct(self.ranked, self.spans, cited, k)


@dataclass(frozen=True, kw_only=True, slots=True)
class Study:
    """A question understood, its limits, every sentence that any view found for it, and the best of them in their final order."""

    understood: Understood
    query: Query
    filters: Filters
    candidates: Sequence[Candidate]
    ranking: Ranking
    clock: Clock


@dataclass(frozen=True, kw_only=True)
class Reader:
    """A generation of a library and the models that read it; `scorer` is None where nothing is re-ranked.

    An answer of less confidence than `threshold` is an abstention; where it is None, of less than the default.
    """

    snapshot: Snapshot
    embedder: Embedder
    scorer: PairScorer | None
    threshold: float | None = None

    def answer(self, request: Request) -> Answer:
        """Quotes that answer, or an abstention. Raises QuestionError for a question that cannot be asked."""
        return self.conclude(request, self.study(request))

    def study(self, request: Request) -> Study:
        """All that is found for a question, in its final order. Raises QuestionError."""
        clock = Clock()
        question = checked(request.question)
        asked = limited(question, request.filters)
        understood, query = self.understanding.of(asked.question, request.after)
        if asked.filters != request.filters:
            understood = replace(understood, text=f"{understood.text} ({in_words(asked.filters)})")
        clock.lap("understanding")
        asks = not (is_wordless(question) or is_courtesy(question))
        candidates = self.candidates(query, asked.filters) if asks else []
        if request.after and request.after.seen:
            candidates = [each for each in candidates if not _is_among(each.sentence, request.after.seen)]
        clock.lap("finding")
        ranking = self.rank(query, self._telling(candidates[:KEPT]))
        clock.lap("ranking")
        return Study(
            understood=understood,
            query=query,
            filters=asked.filters,
            candidates=candidates,
            ranking=ranking,
            clock=clock,
        )

    def conclude(self, request: Request, study: Study) -> Answer:
        """The quotes of what was found, or an abstention."""
        ranking = study.ranking
        shown = ranking.distinct(request.k)
        strangers = bool(self.strangers(study))
        first, *odds = self.answering(study, [*ranking.ranked[:1], *(each.ranked for each in shown)]) or [None]
        quotes = [
            self._quote(each, answering, study, request, strangers) for each, answering in zip(shown, odds, strict=True)
        ]
        idle = (
            asks_nothing(study.query.full, self.occurs)
            or is_foreign(request.question)
            or asks_to_invent(request.question)
        )
        sure = 0.0 if idle else self._confidence(study, first, strangers)
        threshold = confidence.THRESHOLD if self.threshold is None else self.threshold
        silent = sure < threshold or not sure
        made = told_once(quote for quote in quotes if quote is not None)
        study.clock.lap("quoting")
        return Answer(
            question=request.question,
            understood=study.understood,
            quotes=made,
            notes=() if silent else differences(study.query.text, made[:NOTED]),
            confidence=sure,
            threshold=threshold,
            abstained=silent,
            reason=self._reason(request.question, study, shown) if silent else None,
            generation=self.snapshot.generation,
            seconds=study.clock.laps,
        )

    def answering(self, study: Study, ranked: Sequence[Ranked]) -> list[float | None]:
        """Log-odds that each of some excerpts answers the question that was studied; None where nobody can tell."""
        return self._odds(study.query, ranked, study.ranking.spans)

    def _odds(self, query: Query, ranked: Sequence[Ranked], spans: Spans) -> list[float | None]:
        if self.scorer is None or not self._is_english(query):
            return [None] * len(ranked)
        return log_odds(query, ranked, spans, self.scorer)

    def strangers(self, study: Study) -> list[str]:
        """Whom the question that was studied names, and the library does not know.

        A question that leans on what its message tells names whom that tells of, unless it tells of somebody else besides.
        """
        query = study.query
        own = strangers_in(query.text, self.occurs)
        if not query.leans or own:
            return own
        beside = " ".join(query.about)
        if any(may_be_person(name) and self.occurs(name) for name in names_in(beside)):
            return []
        return [name for name in strangers_in(query.message, self.occurs) if name in beside]

    def doubts(self, study: Study, ranked: Sequence[Ranked], strangers: bool) -> Doubts:
        """What speaks against ranked excerpts as answers to the question that was studied."""
        return doubts_about(" ".join(study.query.told), self._dated(study, ranked), strangers)

    def _dated(self, study: Study, ranked: Sequence[Ranked]) -> list[str]:
        """The words of ranked excerpts; if the question names a year, each with that of its document where it names none."""
        spans, documents = study.ranking.spans, study.ranking.documents
        if not years(" ".join(study.query.told)):
            return [spans.text(each.span) for each in ranked]
        ruling = self.snapshot.ruling_year
        return [
            timing.with_ruling_year(ruling, documents[each.span.document], spans.text(each.span)) for each in ranked
        ]

    def _confidence(self, study: Study, answering: float | None, strangers: bool) -> float:
        ranked = study.ranking.ranked
        return confidence.of_answer(ranked, answering, self.doubts(study, ranked[:BEST], strangers))

    def _telling(self, candidates: Sequence[Candidate]) -> list[Candidate]:
        """Those that say something: a line with nothing but a name or a label is no answer."""
        return [each for each in candidates if not is_label(self._text(each.sentence))]

    def _text(self, sentence: Sentence) -> str:
        return self.snapshot.document(sentence.document).text[sentence.start : sentence.end]

    def rank(self, query: Query, candidates: Sequence[Candidate]) -> Ranking:
        """The candidates as the cross-encoder orders them, or as they come where there is none."""
        documents = {each: self.snapshot.document(each) for each in {c.sentence.document for c in candidates}}
        judge = self._judge(query) if self._reads(query) else None
        spans = self._spans(candidates, documents, REACH if judge else 0)
        if judge is None:
            return Ranking(ranked=unread(candidates, spans), spans=spans, documents=documents)
        ranked = read_on(rerank(candidates, spans, judge), spans, judge)
        if query.after is None:  # of turns that lean on another the adapter has read none
            ranked = surest_first(ranked, self._odds(query, ranked[:AHEAD], spans))
        return Ranking(ranked=ranked, spans=spans, documents=documents)

    def understand(self, question: str) -> Understood:
        """The question in the library's own spelling, and the days and sources that it names."""
        return self.understanding.of(question)[0]

    def occurs(self, word: str) -> bool:
        """Whether a word stands in what the library can quote, in any inflection, or in a heading, a title or an author's name."""
        return self.understanding.occurs(word)

    @cached_property
    def understanding(self) -> Understanding:
        """What the library makes of questions."""
        return Understanding(snapshot=self.snapshot, embedder=self.embedder)

    def _reads(self, query: Query) -> bool:
        """Whether the cross-encoder carries the language of the question."""
        if self.scorer is None or self.snapshot.is_english:
            return self.scorer is not None
        return reads(query.full, self.scorer.count_tokens)

    def _trust(self, query: Query) -> float:
        """How well the models carry the language of the question, up to 1."""
        return 1.0 if self.snapshot.is_english else weight_of_cosines(query.full, self.embedder.count_tokens)

    def _is_english(self, query: Query) -> bool:
        """Whether the question is in the language that the second opinion has read."""
        return self._trust(query) == 1.0

    def _judge(self, query: Query) -> Judge | None:
        """Reads texts against the question; None where nothing reads."""
        if self.scorer is None:
            return None
        second = second_opinion.shipped(self.scorer.fingerprint) if self._is_english(query) else None
        return judge_of(query, self.scorer, second)

    def candidates(self, query: Query, filters: Filters) -> list[Candidate]:
        """The sentences that may answer, best first."""
        return timing.prefer_years(self.snapshot, query, self._found(query, filters))

    def _found(self, query: Query, filters: Filters) -> list[Candidate]:
        within = allowed(self.snapshot.documents(), filters)
        if within is not None and not within:
            return []
        text = self.understanding.in_both_scripts(query.full)
        vector = self.embedder.embed([reading.text for reading in query.readings]).mean(axis=0)
        vector /= np.linalg.norm(vector)
        near = nearby(self.snapshot, query, within)
        trust = self._trust(query)
        found = find(self.snapshot, text, vector, allowed=within, also=near, trust=trust)
        preferred = (
            spoken(self.snapshot, query, list(dict.fromkeys(each.sentence.document for each in found[:KEPT])))
            | self._told(query, text, vector, within)
            | dated(self.snapshot, query, within)
        )
        if preferred:
            also = near | preferred
            found = find(self.snapshot, text, vector, allowed=within, also=also, preferred=preferred, trust=trust)
        return raised(found, answers(self.snapshot, found[:KEPT]))

    def _told(self, query: Query, text: str, vector: Vectors, within: frozenset[str] | None) -> set[int]:
        """Ids of the best sentences, for a search's words and vector, of the sources that the question names."""
        named = query.sources if within is None else query.sources & within
        if not named:
            return set()
        return {each.sentence.id for each in find(self.snapshot, text, vector, allowed=named)[:DEPTH]}

    def _spans(self, candidates: Sequence[Candidate], documents: Mapping[str, Document], reach: int) -> Spans:
        ids = {c.sentence.id + step for c in candidates for step in range(-reach, reach + 1)}
        sentences = {sentence.id: sentence for sentence in self.snapshot.sentences(sorted(ids))}
        return Spans(sentences, documents)

    def _quote(
        self, each: Distinct, answering: float | None, study: Study, request: Request, strangers: bool
    ) -> Quote | None:
        span = each.ranked.span
        document = study.ranking.documents[span.document]
        first = self.snapshot.sentences([span.first])[0]
        doubts = self.doubts(study, [each.ranked], strangers)
        return quoting.make(
            document,
            span.start,
            span.end,
            paragraph=paragraph_number(self.snapshot, document, first),
            confidence=confidence.of_quote(each.ranked, answering, doubts),
            repeats=[place_of(self.snapshot, other, document) for other in each.repeats],
            around=request.context,
            opening=opening_of(self.snapshot, document, first),
            explanation=_explanation(each, answering, study, request, document) if request.explain else None,
            dates=date_notes(self.snapshot, document, span.start, span.end),
        )

    def _reason(self, asked: str, study: Study, shown: list[Distinct]) -> str:
        if asks_to_invent(asked):
            return confidence.INVENTS_NOTHING
        if is_courtesy(asked) or is_wordless(asked):
            return confidence.NOTHING_ASKED
        if not content_words(study.query.full) and not study.query.sources:
            return confidence.SAYS_TOO_LITTLE
        # Whoever is held to certain documents sees them listed elsewhere.
        filters = study.filters
        if reason := misfit(self.snapshot.documents(), filters, "" if filters.documents is not None else LISTED):
            return reason
        question = " ".join(dict.fromkeys((*self.strangers(study), study.query.text)))
        ranking = study.ranking
        if not shown:
            return confidence.reason(question, self.occurs, None)
        near = self._dated(study, ranking.ranked[:BEST])
        span = ranking.spans.alone(shown[0].ranked.candidate.sentence)
        title = ranking.documents[span.document].metadata.title
        names = names_in(ranking.spans.text(span), self.understanding.is_name)
        return confidence.reason(question, self.occurs, Closest(names=names, title=title), near)


def _is_among(sentence: Sentence, ranges: Sequence[Range]) -> bool:
    """Whether a sentence touches one of the ranges."""
    return any(
        document == sentence.document and sentence.start < end and start < sentence.end
        for document, start, end in ranges
    )


def _explanation(
    each: Distinct, answering: float | None, study: Study, request: Request, document: Document
) -> Explanation:
    span = each.ranked.span
    return explanation(
        each,
        answering=answering,
        question=request.question,
        understood=study.understood,
        quoted=document.text[span.start : span.end],
        candidates=study.candidates,
        ranked=study.ranking.ranked,
    )
