"""Sentences that a question prefers for who speaks them, where they stand, or the day that they name."""

from collections.abc import Sequence

from retrieval.library.snapshot import Snapshot
from retrieval.question.query import Query
from retrieval.question.speakers import asked_speaker, is_same_person

MOST = 100
"""Sentences that name a day; of more than these none is preferred, since the day then tells too little."""

REACH = 6
"""Sentences on either side of a quote where a follow-up's answer is looked for."""


def spoken(snapshot: Snapshot, query: Query, documents: Sequence[str]) -> set[int]:
    """Ids of the sentences in these documents that are spoken by the person whose words the question asks for."""
    name = asked_speaker(query.text)
    if name is None:
        return set()
    return {
        sentence.id
        for document in documents
        for voice in snapshot.document(document).voices
        if voice.speaker and is_same_person(name, voice.speaker)
        for sentence in snapshot.sentences_in(document, voice.start, voice.end)
        if voice.start <= sentence.start and sentence.end <= voice.end
    }


def dated(snapshot: Snapshot, query: Query, within: frozenset[str] | None) -> set[int]:
    """Ids of the sentences that name a day which the question names, by either calendar."""
    ids = {each.id for each in snapshot.sentences(sorted(query.dated)) if within is None or each.document in within}
    return ids if len(ids) <= MOST else set()


def nearby(snapshot: Snapshot, query: Query, within: frozenset[str] | None) -> set[int]:
    """Ids of the sentences around what the turn before showed: a conversation mostly stays where it is."""
    if query.after is None:
        return set()
    there = {card.id for card in snapshot.documents()} if within is None else within
    return {
        near.id
        for document, start, end in query.after.shown
        if document in there
        for each in snapshot.sentences_in(document, start, end)
        for near in snapshot.neighbours(each.id, REACH)
    }
