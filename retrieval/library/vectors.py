"""The dense projection: all vectors of a generation in one FAISS index. The only module that imports faiss.

Sentences take the first rows, passages the rest, both in the order of their ids. The index is flat: its inner products
are exact, and up to a million passages no approximation is needed.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol

import faiss
import numpy as np
from numpy.typing import NDArray

from embeddings.embedder import Vectors
from retrieval.library.faults import system_error
from retrieval.library.records import Card, Unit, span_of
from retrieval.library.stamps import DamagedProjection

Ids = NDArray[np.int64]

# A question is one pass over memory: a second thread does not hasten it, and waits for its share by spinning, which
# costs five times as much as soon as anything else runs.
faiss.omp_set_num_threads(1)


class VectorIndex(Protocol):
    """Finds the sentences or passages whose vectors lie nearest to one given."""

    def search(self, vector: Vectors, unit: Unit, limit: int, allowed: Sequence[Card] | None) -> tuple[Ids, Vectors]:
        """Ids and cosines, best first, at most `limit`, of the allowed documents' units (None: of all)."""

    def vectors(self, ids: Ids, unit: Unit) -> Vectors:
        """The vectors of those ids, shape (len(ids), dimension)."""


class Rows:
    """Which row of the index belongs to which id: documents one after the other, sentences before passages."""

    def __init__(self, cards: Sequence[Card]):
        self._first = {
            Unit.SENTENCE: np.array([card.first_sentence for card in cards], dtype=np.int64),
            Unit.PASSAGE: np.array([card.first_passage for card in cards], dtype=np.int64),
        }
        lengths = {
            Unit.SENTENCE: [card.sentences for card in cards],
            Unit.PASSAGE: [card.passages for card in cards],
        }
        self.sentences = sum(lengths[Unit.SENTENCE])
        self.total = self.sentences + sum(lengths[Unit.PASSAGE])
        self._row = {
            Unit.SENTENCE: _offsets(lengths[Unit.SENTENCE], 0),
            Unit.PASSAGE: _offsets(lengths[Unit.PASSAGE], self.sentences),
        }

    def bounds(self, unit: Unit) -> tuple[int, int]:
        """First row of the unit, and the row after its last."""
        return (0, self.sentences) if unit is Unit.SENTENCE else (self.sentences, self.total)

    def of(self, ids: Ids, unit: Unit) -> Ids:
        """The rows of those ids."""
        document = np.searchsorted(self._first[unit], ids, side="right") - 1
        return np.asarray(self._row[unit][document] + ids - self._first[unit][document], dtype=np.int64)

    def ids(self, rows: Ids, unit: Unit) -> Ids:
        """The ids at those rows."""
        document = np.searchsorted(self._row[unit], rows, side="right") - 1
        return np.asarray(self._first[unit][document] + rows - self._row[unit][document], dtype=np.int64)

    def mark(self, cards: Sequence[Card], unit: Unit) -> NDArray[np.uint8]:
        """A bit for each row, set for the rows of those documents' units."""
        flags = np.zeros(self.total, dtype=bool)
        for card in cards:
            first, count = span_of(card, unit)
            if count:
                row = int(self.of(np.array([first]), unit)[0])
                flags[row : row + count] = True
        return np.packbits(flags, bitorder="little")


class FlatVectors:
    """A `VectorIndex` over a flat FAISS index, in memory or mapped from a file."""

    def __init__(self, index: faiss.Index, rows: Rows):
        self._index = index
        self._rows = rows

    @classmethod
    def open(cls, path: Path, cards: Sequence[Card], dimension: int) -> "FlatVectors":
        """The index at `path`, mapped rather than read; DamagedProjection if it is not that of these documents."""
        rows = Rows(cards)
        try:
            # IFC maps the file without copying it; a file of the wrong length must not be mapped at all.
            if path.stat().st_size != _file_size(rows.total, dimension):
                raise DamagedProjection(f"{path} has the wrong length")
            index = faiss.read_index(str(path), faiss.IO_FLAG_MMAP_IFC)
        except (OSError, RuntimeError) as fault:
            raise DamagedProjection(f"{path} cannot be read: {fault}") from fault
        if index.ntotal != rows.total or index.d != dimension or index.metric_type != faiss.METRIC_INNER_PRODUCT:
            raise DamagedProjection(f"{path} is of another generation")
        return cls(index, rows)

    @classmethod
    def build(cls, cards: Sequence[Card], dimension: int, parts: Iterable[Vectors]) -> "FlatVectors":
        """An index of the parts: the sentences of each document, then the passages of each.

        DamagedProjection if they are not as many as the documents have.
        """
        rows = Rows(cards)
        index = faiss.IndexFlatIP(dimension)
        # Room for all at once: growing as vectors are added would take twice the memory.
        index.codes.resize(4 * rows.total * dimension)
        index.ntotal = rows.total
        values = faiss.rev_swig_ptr(index.get_xb(), rows.total * dimension).reshape(rows.total, dimension)
        filled = 0
        for part in parts:
            if filled + len(part) > rows.total:
                raise DamagedProjection("there are more vectors than texts")
            values[filled : filled + len(part)] = part
            filled += len(part)
        if filled < rows.total:
            raise DamagedProjection(f"{rows.total - filled} vectors are missing")
        return cls(index, rows)

    def save(self, path: Path) -> None:
        """Writes the index to a file."""
        try:
            faiss.write_index(self._index, str(path))
        except RuntimeError as fault:
            raise system_error(fault) from fault

    def search(self, vector: Vectors, unit: Unit, limit: int, allowed: Sequence[Card] | None) -> tuple[Ids, Vectors]:
        """Ids and cosines, best first, at most `limit`, of the allowed documents' units (None: of all)."""
        first, last = self._rows.bounds(unit)
        if allowed is not None:
            last = first + sum(span_of(card, unit)[1] for card in allowed)
        limit = min(limit, last - first)
        if limit <= 0:
            return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.float32)
        # faiss keeps the selector alive only if it is handed over like this, which its type stubs do not know.
        parameters = faiss.SearchParameters(sel=self._selector(unit, allowed))  # type: ignore[call-arg]
        cosines, rows = self._index.search(np.atleast_2d(vector).astype(np.float32), limit, params=parameters)
        ids = self._rows.ids(rows[0], unit)
        order = np.lexsort((ids, -cosines[0]))
        return ids[order], cosines[0][order]

    def _selector(self, unit: Unit, allowed: Sequence[Card] | None) -> faiss.IDSelector:
        if allowed is None:
            return faiss.IDSelectorRange(*self._rows.bounds(unit))
        return faiss.IDSelectorBitmap(self._rows.mark(allowed, unit))  # type: ignore[call-arg, arg-type]  # the same

    def run(self, first: int, count: int, unit: Unit) -> Vectors:
        """The vectors of `count` ids from `first` on, all of one document."""
        if not count:
            return np.empty((0, self._index.d), dtype=np.float32)
        row = int(self._rows.of(np.array([first]), unit)[0])
        return np.asarray(self._index.reconstruct_n(row, count), dtype=np.float32)

    def vectors(self, ids: Ids, unit: Unit) -> Vectors:
        """The vectors of those ids, shape (len(ids), dimension)."""
        rows = self._rows.of(np.asarray(ids, dtype=np.int64), unit)
        if not len(rows):
            return np.empty((0, self._index.d), dtype=np.float32)
        return np.asarray(self._index.reconstruct_batch(rows), dtype=np.float32)


def _file_size(rows: int, dimension: int) -> int:
    """Bytes of a flat index: FAISS's header, the number of values, the values."""
    return _HEADER + 4 * rows * dimension


_HEADER = int(faiss.serialize_index(faiss.IndexFlatIP(1)).nbytes)


def _offsets(lengths: Sequence[int], start: int) -> Ids:
    """Where each run begins when they follow one another from `start` on."""
    ends = start + np.cumsum(np.array(lengths, dtype=np.int64))
    return ends - np.array(lengths, dtype=np.int64)
