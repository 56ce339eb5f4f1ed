"""Files written whole: a reader sees the old one or the new one, never a part."""

import uuid
from pathlib import Path


def write_text(file: Path, text: str) -> None:
    """Replace a file's content at once, making its folder where it is missing. Raises OSError."""
    file.parent.mkdir(parents=True, exist_ok=True)
    temporary = file.with_name(f".{file.name}.{uuid.uuid4().hex}")
    try:
        temporary.write_text(text, encoding="utf-8")
        temporary.replace(file)
    finally:
        temporary.unlink(missing_ok=True)
