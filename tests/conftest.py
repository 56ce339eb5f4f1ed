"""Fixtures for all tests: where the material beside the project lies, if it does."""

import os
from pathlib import Path

import pytest


def shared_folder() -> Path:
    """The folder of seeds and evaluation sets beside the checkout; `QUOTH_SHARED` names another."""
    return Path(os.environ.get("QUOTH_SHARED", Path(__file__).resolve().parents[2] / "shared"))


@pytest.fixture(scope="session")
def shared() -> Path:
    folder = shared_folder()
    if not folder.is_dir():
        pytest.skip(f"the seeds and evaluation sets are not at {folder} (set QUOTH_SHARED to name another folder)")
    return folder
