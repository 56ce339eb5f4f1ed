"""Where settings and the token come from, and that the token goes nowhere else."""

import io
import logging
import subprocess
import sys
from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.logs import JsonLines
from bot.secrets import Secret, token_from
from bot.settings import AUTO, Settings, environment

TOKEN = "MTIz.secret-token.value"


def test_the_token_comes_from_the_environment_or_a_file(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text(f"{TOKEN}\n")
    assert token_from({"DISCORD_TOKEN": f" {TOKEN} "}).reveal() == TOKEN
    assert token_from({"DISCORD_TOKEN_FILE": str(file)}).reveal() == TOKEN


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({}, "the bot has no token"),
        ({"DISCORD_TOKEN": "  "}, "the bot has no token"),
        ({"DISCORD_TOKEN": f"Bot {TOKEN}"}, "characters that no token has"),
        ({"DISCORD_TOKEN_FILE": "/nowhere/token"}, "'/nowhere/token' cannot be read"),
        ({"DISCORD_TOKEN_FILE": "EMPTY"}, "is empty"),
        ({"DISCORD_TOKEN_FILE": "BINARY"}, "it is not a text file"),
    ],
)
def test_a_token_that_cannot_be_used_is_one_sentence_without_it(
    given: dict[str, str], sentence: str, tmp_path: Path
) -> None:
    (tmp_path / "EMPTY").touch()
    (tmp_path / "BINARY").write_bytes(b"\xff\xfe\x00")
    given = {name: str(tmp_path / value) if value in ("EMPTY", "BINARY") else value for name, value in given.items()}
    with pytest.raises(SettingsError, match=sentence) as caught:
        token_from(given)
    assert TOKEN not in str(caught.value)


def test_a_dotenv_file_is_heeded_and_the_environment_counts_more(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("DISCORD_TOKEN=from-file\nDISCORD_QUEUE=9\n")
    known = environment(tmp_path, {"DISCORD_QUEUE": "10"})
    settings = Settings.from_environment(known)
    assert (settings.token.reveal(), settings.queue) == ("from-file", 10)
    assert environment(tmp_path / "nowhere", {"A": "b"}) == {"A": "b"}
    assert Settings.from_environment(environment(tmp_path, {"DISCORD_TOKEN": ""})).token.reveal() == "from-file"


def test_settings_are_read_from_the_environment() -> None:
    settings = Settings.from_environment(
        {
            "DISCORD_TOKEN": TOKEN,
            "DISCORD_SHARDS": "auto",
            "DISCORD_LOG_QUESTIONS": "yes",
            "DISCORD_WORKERS": "4",
            "DISCORD_BURST": "3",
            "DISCORD_PAUSE": "0",
            "DISCORD_LIBRARY_GUILDS": "12, 13",
            "DISCORD_MEMORY": "/var/lib/quoth/discord.sqlite",
        }
    )
    assert settings.shards == AUTO
    assert settings.log_questions
    assert (settings.workers, settings.burst, settings.pause) == (4, 3, 0)
    assert settings.library_guilds == {12, 13}
    assert settings.memory == Path("/var/lib/quoth/discord.sqlite")
    assert Settings.from_environment({"DISCORD_TOKEN": TOKEN}).memory is None
    assert Settings.from_environment({"DISCORD_TOKEN": TOKEN}).shards is None
    assert Settings.from_environment({"DISCORD_TOKEN": TOKEN, "DISCORD_SHARDS": "3"}).shards == 3


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DISCORD_SHARDS", "many"),
        ("DISCORD_SHARDS", "0"),
        ("DISCORD_WORKERS", "0"),
        ("DISCORD_QUEUE", "-1"),
        ("DISCORD_LOG_QUESTIONS", "perhaps"),
        ("DISCORD_LIBRARY_GUILDS", "club"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named_with_its_value(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=f"{name} is '{value}'"):
        Settings.from_environment({"DISCORD_TOKEN": TOKEN, name: value})


def test_a_secret_shows_itself_nowhere() -> None:
    secret = Secret(TOKEN)
    assert TOKEN not in f"{secret} {secret!r} {Settings(token=secret)!r}"


def test_logs_hold_no_token() -> None:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines(Secret(TOKEN)))
    log = logging.Logger("bot.test")
    log.addHandler(handler)
    log.info("logging in with %s", TOKEN)
    log.warning("PATCH https://discord.com/api/v10/webhooks/123/aW50-interaction-token/messages/@original")
    log.error("failed", exc_info=ValueError(TOKEN), extra={"facts": {"token": TOKEN}})
    written = stream.getvalue()
    assert TOKEN not in written
    assert "interaction-token" not in written
    assert written.count("\n") == 3


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({}, "the bot has no token"),
        ({"DISCORD_TOKEN": TOKEN}, "there is no library at"),
        ({"DISCORD_TOKEN": TOKEN, "DISCORD_QUEUE": "x"}, "DISCORD_QUEUE is 'x'"),
    ],
)
def test_what_is_missing_is_one_sentence_and_exit_1(given: dict[str, str], sentence: str, tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[2]
    ran = subprocess.run(
        [sys.executable, "-m", "bot"], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False,
        env={"PYTHONPATH": str(root), "QUOTH_HOME": str(tmp_path / "home"), "PATH": "/usr/bin", **given},
    )  # fmt: skip
    assert ran.returncode == 1
    assert sentence in ran.stderr
    assert len(ran.stderr.strip().splitlines()) == 1
    assert TOKEN not in ran.stderr + ran.stdout


def test_help_shows_no_token_and_ends_with_a_line_to_paste(tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[2]
    ran = subprocess.run(
        [sys.executable, "-m", "bot", "--help"], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=True,
        env={"PYTHONPATH": str(root), "DISCORD_TOKEN": TOKEN, "PATH": "/usr/bin"},
    )  # fmt: skip
    assert TOKEN not in ran.stdout
    assert ran.stdout.strip().endswith("quoth bot")


def test_without_its_packages_the_bot_names_the_fix(tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[2]
    (tmp_path / "discord.py").write_text("raise ModuleNotFoundError('No module named discord', name='discord')\n")
    ran = subprocess.run(
        [sys.executable, "-m", "bot"], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False,
        env={"PYTHONPATH": f"{tmp_path}:{root}", "DISCORD_TOKEN": TOKEN, "PATH": "/usr/bin"},
    )  # fmt: skip
    assert ran.returncode == 1
    assert ran.stderr == "quoth: the bot needs the packages of quoth[bot]: pip install 'quoth[bot]'\n"
