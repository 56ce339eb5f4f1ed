"""Settings: the environment first, then the defaults."""

from pathlib import Path

from embeddings.models import DEFAULT_CROSS_ENCODER, DEFAULT_EMBEDDER
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
