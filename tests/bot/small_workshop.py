"""Changes a small archive, step by step, as a workshop does a library."""

import time
from dataclasses import dataclass

from retrieval.errors import LibraryError, UnknownDocument
from retrieval.library.records import Progress, Report
from seeds.document import Metadata
from tests.bot.small_archive import SmallArchive, document


@dataclass(kw_only=False)
class SmallWorkshop:
    """The workshop. `step` is how many seconds each of ten steps of embedding takes."""

    archive: SmallArchive
    step: float = 0.0
    stopped: bool = False

    def add(self, name: str, content: bytes, facts: Metadata, progress: Progress) -> Report:
        added = document(name.rpartition(".")[0], content.decode())
        progress("reading", 1, 1)
        self.archive.upcoming = (*self.archive.documents, added)
        return Report(generation=self.archive.generation + 1, added=(added.id,), passages_embedded=3, seconds=0.1)

    def fetch(self, address: str, facts: Metadata, progress: Progress) -> Report:
        return self.add("page.md", f"The page at {address} speaks of a heron.".encode(), facts, progress)

    def remove(self, document: str, progress: Progress) -> Report:
        left = tuple(each for each in self.archive.documents if each.id != document)
        if len(left) == len(self.archive.documents):
            raise UnknownDocument(f"there is no document {document!r} in the library; `quoth sources` lists them")
        self.archive.upcoming = left
        return Report(generation=self.archive.generation + 1, removed=(document,))

    def embed(self, progress: Progress) -> Report:
        for done in range(10):
            progress("embedding", done + 1, 10)
            time.sleep(self.step)
        self.archive.upcoming = self.archive.documents
        return Report(generation=self.archive.generation + 1, passages_embedded=10, seconds=10 * self.step)

    def rollback(self) -> int:
        raise LibraryError("the library has no earlier generation to return to")

    def stop(self) -> None:
        self.stopped = True
