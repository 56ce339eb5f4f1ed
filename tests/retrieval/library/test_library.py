"""A library: documents in, documents out, changed, moved, doubled and taken back."""

from dataclasses import replace
from pathlib import Path

import pytest

from embeddings.embedder import Embedder
from retrieval.errors import LibraryBusy, LibraryError, UnknownDocument
from retrieval.library.library import Library
from retrieval.library.lock import writing
from retrieval.library.records import Counts, Unit, View
from retrieval.library.requests import State
from seeds.document import Mask, MaskReason, Metadata, Page, Section, Voice, VoiceKind
from tests.retrieval.library.material import HARBOUR, MILLS, RAILWAY, STAMPS, Counting, Half, answers, document, write


def test_a_library_that_is_not_there_is_empty_and_stays_away(library: Library, home: Path) -> None:
    snapshot = library.snapshot()
    assert (snapshot.generation, snapshot.counts) == (0, Counts(documents=0, passages=0, sentences=0))
    assert snapshot.search_terms("harbour", View.WINDOW, 5) == []
    assert list(snapshot.vocabulary()) == []
    assert not home.exists()


def test_a_document_comes_back_as_it_went_in(library: Library, embedder: Embedder) -> None:
    text = "\ufeff" + HARBOUR.replace("\n", "\r\n")
    whole = document(
        text,
        metadata=Metadata(title="The harbour", author="A. Wick", published="1931", language="en"),
        sections=(Section(start=0, body=1, end=80, title="Ice", level=2),),
        pages=(Page(start=0, end=40, label="xii"),),
        masks=(Mask(start=90, end=99, reason=MaskReason.DUPLICATE, repeats=(3, 12)),),
        voices=(Voice(start=100, end=120, speaker="A docker", kind=VoiceKind.LETTER),),
        warnings=("the last line is cut off",),
    )
    library.add([whole], embedder)
    assert library.snapshot().document("harbour") == whole


def test_sentences_and_passages_are_found_by_words_and_by_meaning(library: Library, embedder: Embedder) -> None:
    library.add([document(HARBOUR), document(MILLS, "mills"), document(STAMPS, "stamps")], embedder)
    snapshot = library.snapshot()
    [(number, _), *_] = snapshot.search_terms("WEAVER'S shuttle", View.SENTENCE, 5)
    [sentence] = snapshot.sentences([number])
    assert snapshot.text(sentence).endswith("put down their shuttles.")
    [(number, cosine), *_] = snapshot.search_vectors(
        embedder.embed(["misprinted stamps are worth a lot of money"])[0], Unit.PASSAGE, 5
    )
    assert snapshot.passages([number])[0].document == "stamps"
    assert 0.3 < cosine < 1


def test_adding_embeds_only_what_is_new(library: Library, embedder: Embedder) -> None:
    library.add([document(HARBOUR), document(MILLS, "mills")], embedder)
    counting = Counting(embedder)
    report = library.add([document(STAMPS, "stamps")], counting)
    assert report.added == ("stamps",)
    assert len(counting.texts) == report.sentences_embedded + report.passages_embedded == 4 + 1
    assert all(text in STAMPS for text in counting.texts)


def test_a_library_built_step_by_step_answers_like_one_built_at_once(tmp_path: Path, embedder: Embedder) -> None:
    texts = {"harbour": HARBOUR, "mills": MILLS, "railway": RAILWAY, "stamps": STAMPS}
    with Library.open(tmp_path / "steps") as steps, Library.open(tmp_path / "once") as once:
        steps.add([document("To be removed. It goes.", "gone")], embedder)
        for name, text in texts.items():
            steps.add([document(text, name)], embedder)
        steps.remove(["gone"])
        once.add([document(text, name) for name, text in texts.items()], embedder)
        assert answers(steps.snapshot(), embedder) == answers(once.snapshot(), embedder)


def test_adding_the_same_again_changes_nothing(library: Library, embedder: Embedder) -> None:
    first = library.add([document(HARBOUR)], embedder)
    again = library.add([document(HARBOUR)], Counting(embedder))
    assert (again.generation, again.unchanged, again.added) == (first.generation, ("harbour",), ())


def test_new_facts_make_a_new_generation_without_embedding(library: Library, embedder: Embedder) -> None:
    library.add([document(HARBOUR)], embedder)
    counting = Counting(embedder)
    report = library.add([document(HARBOUR, metadata=Metadata(title="Ice", author="A. Wick"))], counting)
    assert (report.generation, report.changed, counting.texts) == (2, ("harbour",), [])
    assert library.snapshot().card("harbour").metadata.author == "A. Wick"


def test_new_masks_take_sentences_away_without_embedding_the_rest(library: Library, embedder: Embedder) -> None:
    library.add([document(HARBOUR)], embedder)
    before = len(library.snapshot().sentences_of_document("harbour"))
    start = HARBOUR.index("None came.")
    mask = Mask(start=start, end=start + 10, reason=MaskReason.CATALOGUE)
    report = library.add([document(HARBOUR, masks=(mask,))], embedder)
    assert (report.sentences_embedded, report.passages_embedded) == (0, 1)  # the other passage is a known sentence
    assert len(library.snapshot().sentences_of_document("harbour")) == before - 1
    assert library.snapshot().search_terms("none came", View.SENTENCE, 5) == []


def test_facts_given_by_hand_count_more_and_stay(library: Library, embedder: Embedder, tmp_path: Path) -> None:
    [path] = write(tmp_path / "texts", harbour=HARBOUR)
    library.add([path], embedder, overrides=Metadata(author="A. Wick"))
    path.write_text(HARBOUR + "\nA line was added later on.\n", encoding="utf-8")
    assert library.sync(embedder).changed == ("harbour",)
    assert library.snapshot().card("harbour").metadata.author == "A. Wick"


def test_facts_given_by_hand_are_amended_by_those_given_later(
    library: Library, embedder: Embedder, tmp_path: Path
) -> None:
    [path] = write(tmp_path / "texts", harbour=HARBOUR)
    library.add([path], embedder, overrides=Metadata(author="A. Wick", title="Ice", published="1917-11-02"))
    steps = [
        (Metadata(publisher="Wick & Sons"), ("A. Wick", "Ice", "1917-11-02", "Wick & Sons")),
        (Metadata(), ("A. Wick", "Ice", "1917-11-02", "Wick & Sons")),
        (Metadata(author="", published="1918"), (None, "Ice", "1918", "Wick & Sons")),
        (Metadata(author="B. Wick"), ("B. Wick", "Ice", "1918", "Wick & Sons")),
        (Metadata(author="", title="", published="", publisher=""), (None, None, None, None)),
    ]
    for given, expected in steps:
        assert library.facts(path, given) == Metadata(
            **dict(zip(("author", "title", "published", "publisher"), expected, strict=True))
        )
        library.add([path], embedder, overrides=given)
        facts = library.snapshot().card("harbour").metadata
        assert (facts.author, facts.title, facts.published, facts.publisher) == expected
    assert library.add([path.parent / "harbour.txt"], embedder).unchanged == ("harbour",)


def test_facts_of_a_document_that_moved_or_was_never_finished_are_amended(
    library: Library, embedder: Embedder, tmp_path: Path
) -> None:
    [path] = write(tmp_path / "texts", harbour=HARBOUR)
    library.add([path], embedder, overrides=Metadata(author="A. Wick", publisher="Wick & Sons"))
    moved = path.rename(tmp_path / "winter.txt")
    library.add([moved], embedder, overrides=Metadata(publisher=""))
    facts = library.snapshot().card("harbour").metadata
    assert (facts.author, facts.publisher) == ("A. Wick", None)
    later = tmp_path / "later.txt"
    for given in (Metadata(author="B. Wick"), Metadata(title="Later")):
        library.add([later], embedder, overrides=given)  # there is no such file yet
    later.write_text(MILLS, encoding="utf-8")
    library.sync(embedder)
    facts = library.snapshot().card("later").metadata
    assert (facts.author, facts.title) == ("B. Wick", "Later")


def test_a_removed_document_comes_back_without_the_facts(library: Library, embedder: Embedder, tmp_path: Path) -> None:
    [path] = write(tmp_path / "texts", harbour=HARBOUR)
    library.add([path], embedder, overrides=Metadata(author="A. Wick"))
    library.remove(["harbour"])
    library.add([path], embedder)
    assert library.snapshot().card("harbour").metadata.author is None


def test_the_same_bytes_elsewhere_are_named_and_not_kept_twice(
    library: Library, embedder: Embedder, tmp_path: Path
) -> None:
    [first] = write(tmp_path / "a", harbour=HARBOUR)
    [copy] = write(tmp_path / "b", again=HARBOUR)
    library.add([first], embedder)
    report = library.add([copy], embedder)
    assert (report.duplicates, report.added) == (((str(copy), "harbour"),), ())
    assert library.requests() == []
    assert library.snapshot().counts.documents == 1


def test_a_file_that_moved_keeps_its_id(library: Library, embedder: Embedder, tmp_path: Path) -> None:
    [first] = write(tmp_path / "a", harbour=HARBOUR)
    library.add([first], embedder)
    moved = first.rename(tmp_path / "winter.txt")
    report = library.add([moved], embedder)
    assert (report.changed, report.duplicates) == (("harbour",), ())
    assert library.snapshot().card("harbour").source == str(moved)


def test_two_documents_of_one_name_get_two_ids(library: Library, embedder: Embedder, tmp_path: Path) -> None:
    [a], [b] = write(tmp_path / "a", notes=HARBOUR), write(tmp_path / "b", notes=MILLS)
    library.add([a, b], embedder)
    second = document(MILLS).sha256[:8]
    assert {card.id: card.source for card in library.snapshot().documents()} == {
        "notes": str(a),
        f"notes-{second}": str(b),
    }


def test_a_removed_document_is_gone_and_can_be_had_back_without_embedding(library: Library, embedder: Embedder) -> None:
    library.add([document(HARBOUR), document(STAMPS, "stamps")], embedder)
    assert library.remove(["stamps"]).removed == ("stamps",)
    assert library.snapshot().search_terms("heron", View.SENTENCE, 5) == []
    assert not library.snapshot().holds_word("heron")
    counting = Counting(embedder)
    library.add([document(STAMPS, "stamps")], counting)
    assert counting.texts == []  # the generation before still holds its vectors


def test_removing_everything_leaves_a_library_that_can_be_searched(library: Library, embedder: Embedder) -> None:
    library.add([document(HARBOUR)], embedder)
    library.remove(["harbour"])
    snapshot = library.snapshot()
    assert snapshot.counts == Counts(documents=0, passages=0, sentences=0)
    assert snapshot.search_terms("harbour", View.SENTENCE, 5) == []
    assert snapshot.search_vectors(embedder.embed(["ice"])[0], Unit.SENTENCE, 5) == []


def test_removing_what_is_not_there_does_nothing(library: Library, embedder: Embedder) -> None:
    library.add([document(HARBOUR)], embedder)
    with pytest.raises(UnknownDocument, match="'ghost'"):
        library.remove(["harbour", "ghost"])
    assert library.snapshot().generation == 1


def test_a_document_that_can_not_be_read_is_remembered_with_its_reason(
    library: Library, embedder: Embedder, tmp_path: Path
) -> None:
    [good] = write(tmp_path / "texts", harbour=HARBOUR)
    bad = good.with_name("bad.txt")
    bad.write_bytes(b"")
    report = library.add([good, bad], embedder)
    assert report.added == ("harbour",)
    [(location, why)] = report.failed
    [request] = library.requests()
    assert location == request.location == str(bad)
    assert (request.state, request.why) == (State.FAILED, why)
    bad.write_text(STAMPS, encoding="utf-8")
    assert library.sync(embedder).added == ("bad",)
    assert library.requests() == []


def test_a_failed_source_can_be_forgotten(library: Library, embedder: Embedder, tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"")
    library.add([bad], embedder)
    library.remove([str(bad)])
    assert library.requests() == []


def test_rollback_returns_to_the_generation_before_and_back_again(library: Library, embedder: Embedder) -> None:
    library.add([document(HARBOUR)], embedder)
    before = answers(library.snapshot(), embedder)
    library.add([document(MILLS, "mills")], embedder)
    after = answers(library.snapshot(), embedder)
    assert library.rollback() == 1
    assert answers(library.snapshot(), embedder) == before
    assert library.rollback() == 2
    assert answers(library.snapshot(), embedder) == after


def test_what_is_added_after_a_rollback_builds_on_what_it_returned_to(library: Library, embedder: Embedder) -> None:
    library.add([document(HARBOUR)], embedder)
    library.add([document(MILLS, "mills")], embedder)
    library.rollback()
    report = library.add([document(STAMPS, "stamps")], embedder)
    assert report.generation == 3
    assert [card.id for card in library.snapshot().documents()] == ["harbour", "stamps"]
    assert library.rollback() == 1


def test_there_is_no_way_back_from_the_first_generation(library: Library, embedder: Embedder) -> None:
    library.add([document(HARBOUR)], embedder)
    with pytest.raises(LibraryError, match="no earlier generation"):
        library.rollback()


def test_only_two_generations_are_kept(library: Library, embedder: Embedder, home: Path) -> None:
    for name, text in {"harbour": HARBOUR, "mills": MILLS, "stamps": STAMPS}.items():
        library.add([document(text, name)], embedder)
    assert sorted(path.name for path in (home / "generations").iterdir()) == ["2", "3"]


def test_vectors_of_texts_that_no_generation_holds_are_deleted(library: Library, embedder: Embedder) -> None:
    library.add([document(HARBOUR), document(STAMPS, "stamps")], embedder)
    library.remove(["stamps"])
    library.add([document(MILLS, "mills")], embedder)  # now no kept generation has the stamps
    counting = Counting(embedder)
    library.add([document(STAMPS, "stamps")], counting)
    assert len(counting.texts) == 5


def test_the_vectors_of_two_models_are_never_mixed(library: Library, embedder: Embedder) -> None:
    library.add([document(HARBOUR)], embedder, model_name="first-model")
    with pytest.raises(LibraryError, match=r"'first-model'.*'half'.*quoth embed --model"):
        library.add([document(MILLS, "mills")], Half(embedder))
    with pytest.raises(LibraryError, match="quoth embed --model"):
        library.sync(Half(embedder))
    with pytest.raises(LibraryError, match="quoth embed --model"):
        library.snapshot().require("half")


def test_another_model_gets_a_generation_of_its_own_and_rollback_the_first_one(
    library: Library, embedder: Embedder
) -> None:
    half = Half(embedder)
    library.add([document(HARBOUR), document(MILLS, "mills")], embedder, model_name="first-model")
    before = answers(library.snapshot(), embedder)
    report = library.sync(half, model_name="second-model", switch=True)
    snapshot = library.snapshot()
    assert (report.generation, snapshot.fingerprint, snapshot.model_name) == (2, "half", "second-model")
    number, cosine = snapshot.search_vectors(half.embed(["None came."])[0], Unit.SENTENCE, 1)[0]
    assert snapshot.text(snapshot.sentences([number])[0]) == "None came."
    assert cosine == pytest.approx(1, abs=1e-5)
    library.rollback()
    assert library.snapshot().model_name == "first-model"
    assert answers(library.snapshot(), embedder) == before


def test_an_empty_library_takes_any_model(library: Library, embedder: Embedder) -> None:
    library.add([document(HARBOUR)], embedder)
    library.remove(["harbour"])
    assert library.add([document(MILLS, "mills")], Half(embedder)).added == ("mills",)
    assert library.snapshot().fingerprint == "half"


def test_a_second_writer_is_told_to_wait(library: Library, embedder: Embedder, home: Path) -> None:
    with writing(home), pytest.raises(LibraryBusy, match="try again"):
        library.add([document(HARBOUR)], embedder)
    library.add([document(HARBOUR)], embedder)


def test_a_library_opened_to_read_is_not_written_to(home: Path, embedder: Embedder) -> None:
    with Library.open(home, readonly=True) as library, pytest.raises(LibraryError, match="read only"):
        library.add([document(HARBOUR)], embedder)
    assert not home.exists()


def test_a_snapshot_answers_from_its_generation_while_others_come_and_go(library: Library, embedder: Embedder) -> None:
    library.add([document(HARBOUR)], embedder)
    held = library.snapshot()
    before = answers(held, embedder)
    for name, text in {"mills": MILLS, "railway": RAILWAY, "stamps": STAMPS}.items():
        library.add([document(text, name)], embedder)
    library.remove(["harbour"])
    assert held.generation == 1
    assert answers(held, embedder) == before
    assert library.snapshot().generation == 5


def test_a_snapshot_that_searched_nothing_before_its_files_went_answers_too(
    library: Library, embedder: Embedder
) -> None:
    library.add([document(HARBOUR)], embedder)
    with Library.open(library.home) as other:
        before = answers(other.snapshot(), embedder)
    held = library.snapshot()
    library.add([document(MILLS, "mills")], embedder)
    library.add([document(STAMPS, "stamps")], embedder)
    assert answers(held, embedder) == before


def test_a_closed_snapshot_says_so(library: Library, embedder: Embedder) -> None:
    library.add([document(HARBOUR)], embedder)
    with library.snapshot() as snapshot:
        pass
    with pytest.raises(LibraryError, match="closed"):
        snapshot.document("harbour")


def test_progress_counts_up_to_its_total(library: Library, embedder: Embedder) -> None:
    told: list[tuple[str, int, int]] = []
    library.add([document(HARBOUR)], embedder, progress=lambda what, done, total: told.append((what, done, total)))
    assert ("reading", 1, 1) in told
    assert ("embedding", 8, 8) in told
    assert all(done <= total for _, done, total in told)


def test_a_document_can_be_read_past_every_cache(library: Library, embedder: Embedder) -> None:
    library.add([document(HARBOUR)], embedder)
    card = library.snapshot().card("harbour")
    assert library.reread(card.version) == library.snapshot().document("harbour")
    assert library.reread(card.version + 1) is None


def test_texts_outside_the_alphabet_are_kept(library: Library, embedder: Embedder) -> None:
    text = "Zero\x00byte. 𝔚eird 🐌 snail. " + "Снег идёт."
    library.add([replace(document(text), text=text)], embedder)
    assert library.snapshot().document("harbour").text == text
    assert library.snapshot().search_terms("снег", View.SENTENCE, 1)
