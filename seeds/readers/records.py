"""A document as a JSON object: its text, and facts about it under the names that are usual for them."""

import json
from typing import Any

from seeds.errors import SourceError
from seeds.readers.analysis import analyse
from seeds.readers.front_matter import known_facts
from seeds.readers.reader import Reading

_TEXTS = ("text", "body", "content", "contents", "document", "passage")


def read_record(data: bytes, *, name: str) -> Reading:
    """The text of the object in `data`, with its facts over those that the text tells.

    Raises:
        SourceError: where it is no JSON object, or has no text.
    """
    try:
        record = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise SourceError(f"{name!r} is not a JSON object in UTF-8: mend the line, or take it out") from error
    if not isinstance(record, dict):
        raise SourceError(f'{name!r} is JSON but not an object with a text: write {{"text": ..., "title": ...}}')
    text = next((record[each] for each in _TEXTS if isinstance(record.get(each), str) and record[each].strip()), None)
    if text is None and (unread := [each for each in _TEXTS if each in record]):
        raise SourceError(f"{name!r} has no words under {unread[0]!r}: give a string with some, or take the line out")
    if text is None:
        raise SourceError(f"{name!r} has no text: give some under the name 'text'; it has {_named(record)}")
    text = text.encode("utf-8", "replace").decode()  # half of a surrogate pair is no character
    told = analyse(text)
    return Reading(
        text=text,
        encoding="utf-8",
        media_type="application/json",
        metadata=known_facts(record).over(told.metadata),
        sections=told.sections,
        masks=told.masks,
        voices=told.voices,
    )


def _named(record: dict[str, Any]) -> str:
    return ", ".join(repr(key) for key in list(record)[:8]) or "nothing"
