"""Words that tell names of people from other words with a capital; `words.toml` says which they are, and why."""

import tomllib
from importlib import resources

_WORDS: dict[str, str] = tomllib.loads(resources.files(__package__).joinpath("words.toml").read_text("utf-8"))

GIVEN = frozenset(_WORDS["given"].split())
RANKS = frozenset(_WORDS["ranks"].split())
ORIGINS = frozenset(_WORDS["origins"].split())
PLACES = frozenset(_WORDS["places"].split())
WOMEN = frozenset(_WORDS["women"].split())
NO_NAMES = frozenset(_WORDS["no_names"].split())
PREPOSITIONS = frozenset(_WORDS["prepositions"].split())
SPEECH_VERBS = tuple(verb.replace("_", r"\ ") for verb in _WORDS["speech"].split())
