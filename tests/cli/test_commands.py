"""Every command as a user would run it, on the real starter library with the real models."""

import hashlib
import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import QUESTION, Process, Quoth

LETTER = (
    "Dear brother,\n\nThe bakery on Liteiny Street closed on Tuesday, because no flour had come from the south. "
    "Our neighbour Pavel Antonovich repaired the clock of the railway station in two days.\n\nYour sister\n"
)


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "papers" / "letter.txt"
    path.parent.mkdir()
    path.write_bytes(LETTER.replace("\n", "\r\n").encode())
    return path


@pytest.fixture
def own(run: Quoth, letter: Path, tmp_path: Path) -> Path:
    """A library that holds only the letter."""
    facts = ("--author", "A Sister", "--title", "Letter home", "--published", "1917-11-02", "--publisher", "Family")
    assert run("add", letter, *facts, home=tmp_path / "own").exit_code == 0
    return tmp_path / "own"


def records(output: str) -> list[dict]:
    return [json.loads(line) for line in output.splitlines()]


def test_the_first_question_brings_the_starter_library_and_is_answered(
    first_answer: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    home, done = first_answer
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("> ")
    assert "— Quoth contributors\n" in done.stdout
    assert f"There is no library at '{home}' yet: it begins with the starter library" in done.stderr
    assert "embedding ..." in done.stderr
    assert "\x1b" not in done.stdout + done.stderr


def test_the_second_question_says_nothing_but_the_answer(
    process: Process, starter: Path, first_answer: tuple[Path, subprocess.CompletedProcess[str]]
) -> None:
    done = process("ask", QUESTION, home=starter)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == first_answer[1].stdout


def test_quotes_are_slices_of_their_files(run: Quoth, starter: Path) -> None:
    (answer,) = records(run("ask", QUESTION, "--json", home=starter).stdout)
    assert not answer["abstained"]
    for quote in answer["quotes"]:
        data = Path(quote["source"]).read_bytes()
        assert data.decode("utf-8")[quote["start"] : quote["end"]] == quote["text"]
        assert hashlib.sha256(data).hexdigest() == quote["sha256"]
        assert quote["citation"]["title"]


def test_the_words_need_no_quotation_marks(run: Quoth, starter: Path) -> None:
    unquoted = run("ask", "--json", *QUESTION.split(), home=starter)
    assert unquoted.stdout == run("ask", "--json", QUESTION, home=starter).stdout


def test_nothing_in_the_library_is_an_abstention_and_not_a_failure(run: Quoth, starter: Path) -> None:
    done = run("ask", "How do I tune a carburettor for high altitude?", home=starter)
    assert done.exit_code == 0
    assert done.stdout.startswith("The sources do not say. ")


def test_standard_input_is_a_question_per_line(run: Quoth, starter: Path) -> None:
    lines = f"{QUESTION}\n\n{'x' * 10_000}\nWho was Kerensky?\n"
    done = run("ask", "-", "--json", "-k", "1", home=starter, input=lines)
    assert [each["question"] for each in records(done.stdout)] == [QUESTION, "Who was Kerensky?"]
    assert done.stderr.startswith("quoth: line 3: ")
    assert done.exit_code == 1


def test_answers_to_several_questions_stand_under_their_questions(run: Quoth, starter: Path) -> None:
    shown = run("ask", "-", "-k", "1", home=starter, input=f"{QUESTION}\nWho was Kerensky?\n").stdout
    assert shown.startswith(f"# {QUESTION}\n\n> ")
    assert "\n\n# Who was Kerensky?\n\n> " in shown


def test_k_limits_the_quotes(run: Quoth, starter: Path) -> None:
    (answer,) = records(run("ask", QUESTION, "--json", "-k", "2", home=starter).stdout)
    assert len(answer["quotes"]) == 2


@pytest.mark.parametrize(
    ("limit", "documents"),
    [
        (("--source", "two-calendars"), {"two-calendars"}),
        (("--source", "no such source"), set()),
        (("--author", "nobody at all"), set()),
        (("--to", "1900"), set()),
    ],
)
def test_filters_limit_the_sources(run: Quoth, starter: Path, limit: tuple[str, str], documents: set[str]) -> None:
    (answer,) = records(run("ask", QUESTION, "--json", *limit, home=starter).stdout)
    assert {quote["document"] for quote in answer["quotes"]} == documents


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        (("--author", "nobody at all"), "No source here fits these limits. `quoth sources` lists what there is."),
        (("--from", "1950", "--to", "1900"), "No source is published from 1950 on and until 1900: swap the years."),
    ],
)
def test_limits_that_leave_no_source_are_told(run: Quoth, starter: Path, limits: tuple[str, ...], said: str) -> None:
    asked = run("ask", QUESTION, *limits, home=starter)
    assert (asked.exit_code, asked.stdout, asked.stderr) == (0, f"The sources do not say. {said}\n", "")
    for other in (("search", "bread"), ("when", "1917-11-07")):
        done = run(*other, *limits, home=starter)
        assert (done.exit_code, done.stdout, done.stderr) == (0, "", f"{said}\n")


def test_context_and_explanation_come_when_asked_for(run: Quoth, starter: Path) -> None:
    (plain,) = records(run("ask", QUESTION, "--json", home=starter).stdout)
    (full,) = records(run("ask", QUESTION, "--json", "--context", "1", "--explain", home=starter).stdout)
    quote = full["quotes"][0]
    text = Path(quote["source"]).read_text("utf-8")
    around = quote["before"] + quote["text"] + quote["after"]
    assert len(around) > len(quote["text"])
    assert quote["before"] in text[: quote["start"]]
    assert quote["after"] in text[quote["end"] :]
    assert quote["explanation"]["scores"]
    assert "explanation" not in plain["quotes"][0]
    assert "before" not in plain["quotes"][0]


@pytest.mark.parametrize("option", ["--no-rerank", "--fast"])
def test_no_rerank_leaves_the_cross_encoder_out(run: Quoth, starter: Path, option: str) -> None:
    (answer,) = records(run("ask", QUESTION, "--json", "--explain", option, home=starter).stdout)
    assert all("cross-encoder" not in quote["explanation"]["scores"] for quote in answer["quotes"])


def test_a_threshold_decides_how_sure_an_answer_must_be(
    run: Quoth, starter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def abstained(*options: str) -> bool:
        (answer,) = records(run("ask", QUESTION, "--json", *options, home=starter).stdout)
        return bool(answer["abstained"])

    assert not abstained()
    assert abstained("--threshold", "1")
    monkeypatch.setenv("QUOTH_THRESHOLD", "1")
    assert abstained()
    assert not abstained("--threshold", "0.1")
    (answer,) = records(run("chat", "--json", "--threshold", "0.1", home=starter, input=QUESTION).stdout)
    assert not answer["abstained"]


def test_a_threshold_that_is_no_number_is_told_in_a_sentence(
    run: Quoth, starter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUOTH_THRESHOLD", "high")
    done = run("ask", QUESTION, home=starter)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "QUOTH_THRESHOLD is 'high': give a number from 0 to 1" in done.stderr


def test_home_is_named_before_or_after_the_command(run: Quoth, starter: Path, tmp_path: Path) -> None:
    expected = run("sources", home=starter).stdout
    assert run("--home", starter, "sources", home=tmp_path).stdout == expected
    assert run("sources", "--home", starter, home=tmp_path).stdout == expected


def test_search_shows_ranked_passages(run: Quoth, starter: Path) -> None:
    found = records(run("search", "Kornilov", "-k", "3", "--json", home=starter).stdout)
    assert len(found) == 3
    assert [hit["score"] for hit in found] == sorted((hit["score"] for hit in found), reverse=True)
    shown = run("search", "Kornilov", "-k", "3", home=starter).stdout
    assert shown.count("score ") == 3


def test_a_conversation_answers_turn_by_turn_and_starts_anew_on_an_empty_line(run: Quoth, starter: Path) -> None:
    done = run("chat", "--json", "-k", "1", home=starter, input="Who was Kornilov?\n\nWho was Kerensky?\n")
    assert [each["question"] for each in records(done.stdout)] == ["Who was Kornilov?", "Who was Kerensky?"]
    assert (done.exit_code, done.stderr) == (0, "")


def test_sources_are_listed_one_per_line(run: Quoth, starter: Path) -> None:
    ids = [line.split()[0] for line in run("sources", home=starter).stdout.splitlines()]
    assert ids == [record["document"] for record in records(run("sources", "--json", home=starter).stdout)]
    assert len(ids) >= 10


def test_incomplete_citations_are_listed(run: Quoth, starter: Path, letter: Path, tmp_path: Path) -> None:
    assert run("sources", "--lint", home=starter).stdout == ""
    run("add", letter, "--author", "A Sister", "--title", "Letter home", home=tmp_path / "own")
    assert run("sources", "--lint", home=tmp_path / "own").stdout == "letter  lacks published, publisher\n"


def test_a_document_is_shown_character_for_character(process: Process, own: Path, letter: Path) -> None:
    done = process("show", "letter", home=own)
    assert done.stdout.encode() == letter.read_bytes()


def test_a_permalink_leads_to_its_words(run: Quoth, starter: Path) -> None:
    (answer,) = records(run("ask", QUESTION, "--json", "-k", "1", home=starter).stdout)
    (quote,) = answer["quotes"]
    (shown,) = records(run("show", quote["citation"]["permalink"], "--json", home=starter).stdout)
    assert (shown["text"], shown["citation"]) == (quote["text"], quote["citation"])
    assert run("show", quote["citation"]["permalink"], home=starter).stdout.startswith(f"> {quote['text']}\n")


def test_a_library_begun_with_add_holds_only_what_was_added(run: Quoth, own: Path) -> None:
    assert run("sources", home=own).stdout == "letter  Letter home, A Sister, Family, 1917-11-02 [en]\n"
    (answer,) = records(run("ask", "Who repaired the station clock?", "--json", home=own).stdout)
    assert not answer["abstained"]
    assert "Pavel Antonovich repaired the clock" in answer["quotes"][0]["text"]
    assert answer["quotes"][0]["citation"]["author"] == "A Sister"


def test_what_is_added_leaves_no_log_beside_the_library(run: Quoth, home: Path, letter: Path) -> None:
    assert run("add", letter, home=home).exit_code == 0
    assert not any(path.stat().st_size for path in home.glob("library.sqlite-wal"))


def test_folders_are_taken_in_with_all_below_them(run: Quoth, letter: Path, tmp_path: Path) -> None:
    deep = letter.parent / "more" / "deep.md"
    deep.parent.mkdir()
    deep.write_text("# Tram fares\n\nA ride on the tram cost twenty kopecks in the winter of that year.\n", "utf-8")
    (letter.parent / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    done = run("add", letter.parent, home=tmp_path / "own")
    assert (done.exit_code, sorted(done.stdout.splitlines())) == (0, ["added deep", "added letter"])
    assert "Passed over 1 file: not one of" in done.stderr


def test_one_documents_facts_are_not_given_to_several(run: Quoth, letter: Path, tmp_path: Path) -> None:
    (letter.parent / "second.txt").write_text("It rained all day in the harbour town.", "utf-8")
    done = run("add", letter.parent, "--title", "Letter home", home=tmp_path / "own")
    assert done.exit_code == 2
    assert not (tmp_path / "own").exists()


def test_an_empty_name_is_not_the_folder_where_one_is(run: Quoth, tmp_path: Path) -> None:
    done = run("add", "", home=tmp_path / "own")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "The name of a source is empty" in done.stderr


def test_facts_given_by_hand_stay_until_they_are_taken_back(run: Quoth, own: Path, letter: Path) -> None:
    for facts, listed in (
        (("--publisher", "Navy Press"), "Letter home, A Sister, Navy Press, 1917-11-02"),
        ((), "Letter home, A Sister, Navy Press, 1917-11-02"),
        (("--author", "", "--published", " 7 November 1917 "), "Letter home, Navy Press, 7 November 1917"),
    ):
        previewed = run("add", letter, *facts, "--dry-run", home=own)
        assert f"author    {'A Sister' if 'A Sister' in listed else 'unknown'}\n" in previewed.stdout
        assert run("add", letter.parent if not facts else letter, *facts, home=own).exit_code == 0
        assert run("sources", home=own).stdout == f"letter  {listed} [en]\n"


@pytest.mark.parametrize("date", ["yesterday", "1917-13-45", "31/12/1917", "30 February 1917"])
def test_a_date_that_cannot_be_cited_is_refused(run: Quoth, letter: Path, tmp_path: Path, date: str) -> None:
    done = run("add", letter, "--published", date, home=tmp_path / "own")
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"{date!r} is no date that can be cited: write it like 1917, 1917-11, 1917-11-07," in " ".join(
        done.stderr.split()
    )
    assert not (tmp_path / "own").exists()


def test_a_fact_that_is_not_utf_8_is_refused(run: Quoth, letter: Path, tmp_path: Path) -> None:
    done = run("add", letter, "--author", "caf\udce9", home=tmp_path / "own")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "Invalid value for '--author': it is not in UTF-8" in done.stderr


def test_the_starter_library_is_what_starter_takes_in(run: Quoth, home: Path) -> None:
    documents = len(run("sources", home=home).stdout.splitlines())
    done = run("add", "--starter", home=home)
    assert (done.exit_code, done.stdout) == (0, "")
    assert f"{documents} documents unchanged.\n" in done.stderr


def test_what_is_removed_comes_back_with_a_rollback(run: Quoth, home: Path) -> None:
    before = run("sources", home=home).stdout
    assert run("remove", "parties", "people", home=home).stdout == "removed parties\nremoved people\n"
    assert "\npeople " not in run("sources", home=home).stdout
    done = run("rollback", home=home)
    assert done.stdout.endswith(f" is current again: {len(before.splitlines())} documents\n")
    assert run("sources", home=home).stdout == before


def test_embed_reads_what_changed_and_plan_only_says_so(run: Quoth, own: Path, letter: Path) -> None:
    letter.write_text(LETTER.replace("Tuesday", "Friday"), "utf-8")
    plan = run("embed", "--plan", home=own)
    assert plan.stdout.startswith("1 document to take in; 1 passage and 1 sentence to embed: about ")
    (stale,) = records(run("ask", "When did the bakery close?", "--json", home=own).stdout)
    assert "on Tuesday" in stale["quotes"][0]["text"]
    done = run("embed", home=own)
    assert done.stdout == "changed letter\n"
    assert "Embedded 1 passage and 1 sentence in " in done.stderr
    (fresh,) = records(run("ask", "When did the bakery close?", "--json", home=own).stdout)
    assert "on Friday" in fresh["quotes"][0]["text"]


def test_embedding_everything_again_changes_no_answer(run: Quoth, own: Path) -> None:
    before = run("ask", "Who repaired the station clock?", "--json", home=own).stdout
    assert run("embed", "--full", home=own).exit_code == 0
    assert run("ask", "Who repaired the station clock?", "--json", home=own).stdout == before


def test_worker_processes_embed_the_same(process: Process, own: Path, run: Quoth) -> None:
    before = run("ask", "Who repaired the station clock?", "--json", home=own).stdout
    done = process("embed", "--full", "--workers", "1", home=own)
    assert done.returncode == 0, done.stderr
    assert run("ask", "Who repaired the station clock?", "--json", home=own).stdout == before


def test_a_sound_library_is_called_so(run: Quoth, starter: Path) -> None:
    done = run("doctor", home=starter)
    assert done.exit_code == 0
    assert all(line.startswith("ok ") for line in done.stdout.splitlines())


def test_the_doctor_says_what_only_the_owner_can_mend(run: Quoth, own: Path, letter: Path) -> None:
    letter.write_text(LETTER.replace("Tuesday", "Friday"), "utf-8")
    done = run("doctor", home=own)
    assert done.exit_code == 1
    assert "bad       sources: 1 files have changed" in done.stdout


def test_a_collection_is_measured_stage_by_stage(run: Quoth, starter: Path, tmp_path: Path) -> None:
    folder = tmp_path / "tiny"
    folder.mkdir()
    corpus = {"a": "The harbour froze in January.", "b": "The mayor opened the new bridge in June."}
    queries = {"q1": "When did the harbour freeze?", "q2": "What did the mayor open?"}
    _write_lines(folder / "corpus.jsonl", corpus)
    _write_lines(folder / "queries.jsonl", queries)
    (folder / "qrels.tsv").write_text("query-id\tcorpus-id\tscore\nq1\ta\t1\nq2\tb\t1\n", "utf-8")
    (figures,) = records(run("eval", folder, "--json", home=tmp_path / "own").stdout)
    assert list(figures["stages"]) == ["terms", "vectors", "fused", "re-ranked"]
    assert figures["stages"]["re-ranked"]["R@1"] == 1.0
    table = run("eval", folder, home=tmp_path / "own").stdout
    assert table.startswith("tiny: 2 documents, 2 questions\n")
    assert run("sources", home=tmp_path / "own").stdout == ""


def _write_lines(path: Path, texts: dict[str, str]) -> None:
    path.write_text("".join(json.dumps({"id": key, "text": text}) + "\n" for key, text in texts.items()), "utf-8")


def test_a_day_is_found_by_either_of_its_names(run: Quoth, starter: Path) -> None:
    new = records(run("when", "1917-11-07", "--json", home=starter).stdout)
    old = records(run("when", "25 October 1917", "O.S.", "--json", home=starter).stdout)
    assert [each["text"] for each in new] == [each["text"] for each in old]
    assert len(new) >= 3
    assert {each["day"] for each in new} == {"7 November 1917 New Style (25 October 1917 Old Style)"}
    text = run("when", "1917-11-07", home=starter).stdout
    assert text.startswith("# 7 November 1917 New Style (25 October 1917 Old Style)\n\n> ")
    none = run("when", "1817-11-07", home=starter)
    assert (none.exit_code, none.stdout) == (0, "")
    assert "No sentence of the library names 7 November 1817 New Style" in none.stderr
    elsewhere = run("when", "1917-11-07", "--source", "people", home=starter)
    assert elsewhere.stderr.startswith("No sentence of the sources within these limits names 7 November 1917 New Style")
    leap = run("when", "29", "February", home=starter)
    assert (leap.stdout, leap.stderr) == ("", "No sentence of the library names '29 February' of any year.\n")
    wrong = run("when", "soon", home=starter)
    assert (wrong.exit_code, wrong.stdout) == (1, "")
    assert "names no day" in wrong.stderr


def test_the_twin_of_a_date_stands_below_its_quote_and_in_json(run: Quoth, own: Path, tmp_path: Path) -> None:
    memoir = tmp_path / "memoir.txt"
    memoir.write_text("Russian Petrograd rose on 25 October 1917 O.S., and Russia followed.\n", encoding="utf-8")
    run("add", memoir, home=own)
    (quote,) = records(run("when", "1917-11-07", "--json", home=own).stdout)
    assert quote["notes"] == ["“25 October 1917” is Old Style: 7 November 1917 New Style."]
    (date,) = quote["dates"]
    assert (date["text"], date["readings"]) == (
        "25 October 1917",
        [{"calendar": "Old Style", "old_style": "1917-10-25", "new_style": "1917-11-07"}],
    )
    printed = run("when", "1917-11-07", home=own).stdout
    assert "\n  “25 October 1917” is Old Style: 7 November 1917 New Style.\n" in printed
    assert not any("is Old Style" in line for line in printed.splitlines() if line.startswith("> "))


def test_a_source_is_cited_in_every_form(run: Quoth, starter: Path, own: Path, tmp_path: Path) -> None:
    shown = run("cite", "two-calendars", home=starter).stdout
    forms = ("chicago-note", "chicago-bibliography", "mla", "apa", "bibtex", "ris", "csl-json")
    assert [line for line in shown.splitlines() if line in forms] == list(forms)
    assert run("cite", "two-calendars", "--style", "ris", home=starter).stdout.startswith("TY  - BOOK\n")
    (record,) = records(run("cite", "two-calendars", "--json", home=starter).stdout)
    assert record["csl"]["title"] == "Two Calendars: Old Style and New Style"
    assert set(forms) - {"csl-json"} <= set(record)
    anonymous = tmp_path / "anonymous.txt"
    anonymous.write_text("Nobody knows who wrote this line.\n", encoding="utf-8")
    run("add", anonymous, home=own)
    lacking = run("cite", "anonymous", "--style", "mla", home=own)
    assert "lacks" in lacking.stderr
    assert "lacks" not in lacking.stdout


def test_no_citation_holds_what_a_terminal_obeys(run: Quoth, letter: Path, tmp_path: Path) -> None:
    facts = ("--author", "Evil\x1b[31m", "--title", "Bread & Butter", "--published", "1917")
    run("add", letter, *facts, home=tmp_path / "own")
    every = run("cite", "letter", home=tmp_path / "own").stdout
    assert "\x1b" not in every
    assert "Bread \\& Butter" in every
    for style in ("chicago-note", "bibtex", "ris"):
        alone = run("cite", "letter", "--style", style, home=tmp_path / "own").stdout
        assert alone.strip() in every


def test_a_quote_is_cited_with_its_place(run: Quoth, starter: Path) -> None:
    (answer,) = records(run("ask", QUESTION, "--json", "-k", "1", home=starter).stdout)
    citation = answer["quotes"][0]["citation"]
    note = run("cite", citation["permalink"], "--style", "chicago-note", home=starter).stdout
    assert "para. " in note
    missing = run("cite", "nowhere", home=starter)
    assert (missing.exit_code, missing.stdout) == (1, "")


def test_who_embeds_everything_again_is_not_told_that_nothing_was_done(run: Quoth, own: Path) -> None:
    done = run("embed", "--full", home=own)
    assert done.exit_code == 0
    assert "Embedded " in done.stderr
    assert "Nothing was to be done." not in done.stderr
    assert "Nothing was to be done." in run("embed", home=own).stderr
