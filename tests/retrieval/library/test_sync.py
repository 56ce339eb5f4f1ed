"""Sync: a library follows its sources, finishes what was begun, and says what it would do."""

from pathlib import Path

import pytest

from embeddings.embedder import Embedder
from retrieval.library import staging
from retrieval.library.library import Library
from seeds.document import Metadata
from tests.retrieval.library.material import HARBOUR, MILLS, STAMPS, Counting, Half, answers, document, write


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    return write(tmp_path / "texts", harbour=HARBOUR, mills=MILLS)


def test_nothing_changed_does_nothing(library: Library, embedder: Embedder, paths: list[Path]) -> None:
    library.add(paths, embedder)
    counting = Counting(embedder)
    report = library.sync(counting)
    assert (report.generation, report.changed, report.unchanged, counting.texts) == (1, (), (), [])


def test_a_changed_file_is_read_again_and_only_its_new_sentences_embedded(
    library: Library, embedder: Embedder, paths: list[Path]
) -> None:
    library.add(paths, embedder)
    paths[0].write_text(HARBOUR + "\nThe ice went out on the third of March.\n", encoding="utf-8")
    counting = Counting(embedder)
    report = library.sync(counting)
    assert report.changed == ("harbour",)
    assert "The ice went out on the third of March." in counting.texts
    assert (report.sentences_embedded, len(counting.texts)) == (1, 2)


def test_a_file_that_vanished_keeps_its_document(library: Library, embedder: Embedder, paths: list[Path]) -> None:
    library.add(paths, embedder)
    paths[0].unlink()
    report = library.sync(embedder)
    assert (report.vanished, report.generation) == (("harbour",), 1)
    assert library.snapshot().document("harbour").text == HARBOUR


def test_a_file_that_became_unreadable_keeps_its_document_and_is_named(
    library: Library, embedder: Embedder, paths: list[Path]
) -> None:
    library.add(paths, embedder)
    paths[0].write_bytes(b"")
    report = library.sync(embedder)
    assert [location for location, _ in report.failed] == [str(paths[0])]
    assert library.snapshot().document("harbour").text == HARBOUR
    paths[0].write_text(STAMPS, encoding="utf-8")
    assert library.sync(embedder).changed == ("harbour",)
    assert library.requests() == []


def test_full_does_everything_again(library: Library, embedder: Embedder, paths: list[Path]) -> None:
    library.add(paths, embedder)
    before = answers(library.snapshot(), embedder)
    counting = Counting(embedder)
    report = library.sync(counting, full=True)
    counts = library.snapshot().counts
    assert (report.generation, report.unchanged) == (2, ("harbour", "mills"))
    assert len(counting.texts) == counts.sentences + counts.passages
    assert answers(library.snapshot(), embedder) == before


def test_a_catalogue_beside_the_files_is_read_by_a_full_sync(
    library: Library, embedder: Embedder, paths: list[Path]
) -> None:
    library.add(paths, embedder)
    catalogue = paths[0].with_name("catalogue.toml")
    catalogue.write_text('["harbour.txt"]\nauthor = "A. Wick"\n', encoding="utf-8")
    library.sync(embedder, full=True)
    assert library.snapshot().card("harbour").metadata.author == "A. Wick"


def test_documents_are_segmented_anew_when_the_rules_are_others(
    library: Library, embedder: Embedder, paths: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    library.add(paths, embedder)
    before = answers(library.snapshot(), embedder)
    monkeypatch.setattr(staging, "RULES", staging.RULES + 1)
    counting = Counting(embedder)
    assert library.sync(counting).generation == 2
    assert counting.texts == []
    assert answers(library.snapshot(), embedder) == before
    assert library.sync(counting).generation == 2


def test_a_plan_says_what_a_sync_then_does(library: Library, embedder: Embedder, paths: list[Path]) -> None:
    plan = library.plan(embedder, sources=paths)
    assert not library.home.exists()
    report = library.add(paths, embedder)
    assert (plan.documents, plan.passages, plan.sentences) == (2, report.passages_embedded, report.sentences_embedded)
    assert plan.seconds > 0
    assert plan.megabytes > 0


def test_a_plan_counts_only_what_is_missing(library: Library, embedder: Embedder, paths: list[Path]) -> None:
    library.add(paths, embedder)
    assert library.plan(embedder).sentences == 0
    paths[0].write_text(HARBOUR + "\nThe ice went out on the third of March.\n", encoding="utf-8")
    assert (library.plan(embedder).documents, library.plan(embedder).sentences) == (1, 1)
    assert library.plan(embedder, full=True).documents == 2


def test_a_plan_for_another_model_counts_everything(library: Library, embedder: Embedder, paths: list[Path]) -> None:
    library.add(paths, embedder)
    half = Half(embedder)
    plan = library.plan(half)
    report = library.sync(half, switch=True)
    assert (plan.passages, plan.sentences) == (report.passages_embedded, report.sentences_embedded)


def test_a_plan_names_what_can_not_be_read(library: Library, embedder: Embedder, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    assert [location for location, _ in library.plan(embedder, sources=[empty]).failed] == [str(empty)]


class Stop(BaseException):
    """The process ends here."""


def stop_after(texts: int, embedder: Embedder) -> Counting:
    counting = Counting(embedder)

    def embed(batch):
        if len(counting.texts) >= texts:
            raise Stop
        return Counting.embed(counting, batch)

    counting.embed = embed
    return counting


def test_a_run_that_was_cut_short_is_finished_by_the_next_sync(
    library: Library, embedder: Embedder, paths: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("retrieval.library.stored_vectors.BATCH", 4)
    library.add([document(STAMPS, "stamps")], embedder)
    with pytest.raises(Stop):
        library.add(paths, stop_after(8, embedder), overrides=Metadata(author="A. Wick"))
    assert [card.id for card in library.snapshot().documents()] == ["stamps"]
    assert [request.location for request in library.requests()] == [str(path) for path in paths]
    counting = Counting(embedder)
    assert library.sync(counting).added == ("harbour", "mills")
    total = library.snapshot().counts.sentences + library.snapshot().counts.passages - 5
    assert len(counting.texts) == total - 8
    assert library.requests() == []
    assert library.snapshot().card("mills").metadata.author == "A. Wick"
