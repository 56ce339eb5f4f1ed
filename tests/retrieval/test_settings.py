"""Settings: the environment first, then the defaults."""

from pathlib import Path

import pytest

from embeddings.models import DEFAULT_CROSS_ENCODER, DEFAULT_EMBEDDER
from retrieval.errors import SettingError
from retrieval.settings import Settings


def test_the_environment_decides() -> None:
    settings = Settings.from_environment(
        {"QUOTH_HOME": "/srv/quoth", "QUOTH_MODEL": "a/model", "QUOTH_RERANKER": "a/reranker"}
    )
    assert settings == Settings(home=Path("/srv/quoth"), model="a/model", reranker="a/reranker")


def test_defaults_hold_where_the_environment_says_nothing() -> None:
    settings = Settings.from_environment({"QUOTH_HOME": "", "QUOTH_MODEL": ""})
    assert settings.home.name == "quoth"
    assert (settings.model, settings.reranker) == (DEFAULT_EMBEDDER, DEFAULT_CROSS_ENCODER)


def test_a_tilde_in_the_home_is_the_users_folder() -> None:
    assert Settings.from_environment({"QUOTH_HOME": "~/history"}).home == Path.home() / "history"


@pytest.mark.parametrize(("value", "threshold"), [("0.4", 0.4), ("0", 0.0), ("1", 1.0), ("", None)])
def test_a_threshold_is_a_number(value: str, threshold: float | None) -> None:
    assert Settings.from_environment({"QUOTH_THRESHOLD": value}).threshold == threshold


@pytest.mark.parametrize("value", ["1.5", "-0.1", "high", "nan"])
def test_a_threshold_that_is_none_is_told(value: str) -> None:
    with pytest.raises(SettingError, match=r"QUOTH_THRESHOLD .*from 0 to 1"):
        Settings.from_environment({"QUOTH_THRESHOLD": value})
