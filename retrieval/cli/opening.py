"""The library and the models that a command works with. Everything heavy is imported when it is opened."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from retrieval.cli import talk
from retrieval.cli.options import chosen_home
from retrieval.errors import LibraryError

if TYPE_CHECKING:
    from embeddings.embedder import Embedder, PairScorer
    from retrieval.archive import Archive
    from retrieval.confirming import Confirmer
    from retrieval.library.library import Library
    from retrieval.library.snapshot import Snapshot
    from retrieval.settings import Settings
    from retrieval.verifying.verifier import Verifier

FIRST_STEPS = "quoth add PATH takes your documents in, quoth add --starter the starter library"


def settings() -> "Settings":
    """Settings of the environment, with the folder that `--home` names."""
    from retrieval.settings import Settings

    found = Settings.from_environment(os.environ)
    home = chosen_home()
    return replace(found, home=home.expanduser()) if home else found


@contextmanager
def open_archive(*, rerank: bool, threshold: float | None = None) -> Iterator["Archive"]:
    """The library with its models, ready to be asked; where there is none yet, it begins with the starter library.

    `threshold` takes the place of the environment's.
    """
    from retrieval.archive import Archive

    chosen = settings()
    chosen = chosen if threshold is None else replace(chosen, threshold=threshold)
    _prepare(chosen, rerank=rerank)
    with Archive.open(chosen, rerank=rerank) as archive:
        if not archive.counts.documents:
            raise LibraryError(f"the library at '{chosen.home}' is empty: {FIRST_STEPS}")
        yield archive


@contextmanager
def open_snapshot() -> Iterator["Snapshot"]:
    """The library to look things up in, without a model."""
    from retrieval.library.library import Library

    chosen = settings()
    if not exists(chosen.home):
        talk.notice(missing(chosen.home))
    with Library.open(chosen.home) as library:
        yield library.snapshot()


@contextmanager
def open_shelf() -> Iterator[tuple["Snapshot", "Confirmer"]]:
    """The library to look words up in, without a model, and the last look before they are shown."""
    from retrieval.confirming import Confirmer
    from retrieval.library.library import Library

    chosen = settings()
    if not exists(chosen.home):
        talk.notice(missing(chosen.home))
    with Library.open(chosen.home) as library:
        yield library.snapshot(), Confirmer(library)


@contextmanager
def open_verifier() -> Iterator["Verifier"]:
    """The library to verify quotations with, without a model. Raises LibraryError where it is empty or none is there."""
    from retrieval.confirming import Confirmer
    from retrieval.verifying.shelf import LibraryShelf
    from retrieval.verifying.verifier import Verifier

    with open_library() as library:
        snapshot = library.snapshot()
        if not snapshot.counts.documents:
            raise LibraryError(f"the library at '{library.home}' is empty: {FIRST_STEPS}")
        yield Verifier(LibraryShelf(snapshot), partial(Confirmer(library).kept, snapshot))


@contextmanager
def open_library() -> Iterator["Library"]:
    """The library to change. Raises LibraryError where there is none."""
    from retrieval.library.library import Library

    chosen = settings()
    if not exists(chosen.home):
        raise LibraryError(missing(chosen.home))
    with Library.open(chosen.home) as library:
        yield library


def exists(home: Path) -> bool:
    """Whether something was ever added there."""
    from retrieval.library.store import FILE

    return (home / FILE).exists()


def missing(home: Path) -> str:
    """What to say where no library is."""
    return f"there is no library at '{home}' yet: {FIRST_STEPS}"


def model_of(library: "Library", chosen: "Settings") -> str:
    """Name of the model that embedded the library, or of the one for a new library."""
    return library.generation().model_name or chosen.model


def load_embedder(name: str) -> "Embedder":
    """The embedder of that name; where it is compiled first, that is seen."""
    from embeddings.loading import load_embedder as load

    with talk.progress() as progress:
        return load(name, progress=partial(progress, f"compiling the model {name}"))


def load_scorer(name: str) -> "PairScorer":
    """The cross-encoder of that name; where it is compiled first, that is seen."""
    from embeddings.loading import load_cross_encoder

    with talk.progress() as progress:
        return load_cross_encoder(name, progress=partial(progress, f"compiling the model {name}"))


def _prepare(chosen: "Settings", *, rerank: bool) -> None:
    """See to what takes a while and is done once: the starter library of a new library, and compiled models."""
    from embeddings.loading import compiled, default_models_folder
    from embeddings.weights import Task
    from retrieval.library.library import Library

    with Library.open(chosen.home) as library, talk.progress() as progress:
        name = model_of(library, chosen)
        wanted = [(name, Task.EMBEDDING), *([(chosen.reranker, Task.PAIRS)] if rerank else [])]
        for each, task in wanted:
            compiled(each, task, default_models_folder(), partial(progress, f"compiling the model {each}"))
        if not exists(chosen.home) or _was_interrupted(library):
            _begin_with_the_starter_library(library, name, progress)


def _begin_with_the_starter_library(library: "Library", model: str, progress: talk.Progress) -> None:
    from embeddings.loading import load_embedder as load
    from seeds.sources import starter_documents

    talk.notice(f"There is no library at '{library.home}' yet: it begins with the starter library on Russia in 1917.")
    library.add(starter_documents(), load(model), model_name=model, progress=progress)


def _was_interrupted(library: "Library") -> bool:
    """Whether the starter library was begun, and nothing was ever finished."""
    from retrieval.library.requests import State

    if library.generation().number:
        return False
    waiting = {each.location for each in library.requests() if each.state is State.PENDING}
    from seeds.sources import starter_documents

    return not waiting.isdisjoint(map(str, starter_documents()))
