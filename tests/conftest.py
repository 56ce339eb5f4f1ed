"""Fixtures for all tests: the starter library, indexed once a session, and the material beside the project."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from embeddings.loading import default_models_folder

# A busy machine is no failure.
settings.register_profile("quoth", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("quoth")

FIRST_QUESTION = "Who stormed the Winter Palace?"


def shared_folder() -> Path:
    """The folder of seeds and evaluation sets beside the checkout; `QUOTH_SHARED` names another."""
    return Path(os.environ.get("QUOTH_SHARED", Path(__file__).resolve().parents[2] / "shared"))


@pytest.fixture(scope="session")
def shared() -> Path:
    folder = shared_folder()
    if not folder.is_dir():
        pytest.skip(f"the seeds and evaluation sets are not at {folder} (set QUOTH_SHARED to name another folder)")
    return folder


@pytest.fixture(scope="session")
def models() -> Path:
    """Where the compiled models are kept, session after session; what is not there yet is compiled when first used."""
    return default_models_folder()


@pytest.fixture(scope="session")
def environment(models: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("QUOTH_")}
    return kept | {"QUOTH_MODELS": str(models), "COLUMNS": "80"}


@pytest.fixture(scope="session")
def first_answer(
    tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]
) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """The first question to a library that is not there yet: the library that it leaves, and what was printed."""
    home = tmp_path_factory.mktemp("first") / "home"
    return home, run_process("ask", FIRST_QUESTION, home=home, environment=environment)


@pytest.fixture(scope="session")
def starter(first_answer: tuple[Path, subprocess.CompletedProcess[str]]) -> Path:
    """The indexed starter library; nobody changes it."""
    return first_answer[0]


def run_process(
    *arguments: object, home: Path, environment: dict[str, str], **options: object
) -> subprocess.CompletedProcess[str]:
    """`quoth` with these arguments as a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "retrieval.cli", *map(str, arguments)],
        env=environment | {"QUOTH_HOME": str(home)},
        capture_output=True,  # as bytes: Python would translate the line ends of text
        check=False,
        timeout=240,
        **options,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())
