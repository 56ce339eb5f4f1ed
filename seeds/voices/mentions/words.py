"""Words that tell who speaks; `words.toml` says which they are, and why."""

import tomllib
from importlib import resources

_WORDS: dict[str, str] = tomllib.loads(resources.files(__package__).joinpath("words.toml").read_text("utf-8"))

ROLES = frozenset(_WORDS["roles"].split())
WRITINGS = frozenset(_WORDS["writings"].split())
WOMEN = frozenset(_WORDS["women"].split())
TAG_VERBS = tuple(verb.replace("_", r"\ ") for verb in _WORDS["tags"].split())
