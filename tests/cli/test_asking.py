"""Questions and conversations on the command line, on the real starter library with the real models."""

import hashlib
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import QUESTION, Process, Quoth
from tests.cli.letters import records


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
    for number in ("nan", "2", "much"):
        done = run("ask", QUESTION, "--threshold", number, home=starter)
        assert (done.exit_code, done.stdout) == (2, "")
        assert "Invalid value for '--threshold'" in done.stderr


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
