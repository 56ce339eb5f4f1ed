"""Logs: one JSON object per line, without secrets."""

import json
import logging
import re
import sys
from datetime import UTC, datetime
from typing import TextIO

from bot.secrets import Secret

_INTERACTION_TOKEN = re.compile(r"(/(?:interactions|webhooks)/\d+/)[^/?\s\"']+")


class JsonLines(logging.Formatter):
    """A record as a JSON object. The token, and the tokens of interactions in addresses, are never in it."""

    def __init__(self, secret: Secret | None = None) -> None:
        super().__init__()
        self._secret = secret.reveal() if secret else None

    def format(self, record: logging.LogRecord) -> str:
        """The record on one line."""
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": record.getMessage(),
        }
        if not record.name.startswith("bot"):
            line["from"] = record.name
        line |= getattr(record, "facts", {})
        if record.exc_info and record.exc_info[0] is not None:
            line["error"] = self.formatException(record.exc_info)
        return self._without_secrets(json.dumps(line, ensure_ascii=False, default=str))

    def _without_secrets(self, text: str) -> str:
        if self._secret:
            text = text.replace(self._secret, "…")
        return _INTERACTION_TOKEN.sub(r"\1…", text)


class _Quieter(logging.Filter):
    """discord.py warns of voice support, which we do not use, and logs a lost connection with its whole traceback."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the record says something; it is shortened where it is about reconnecting."""
        if "voice will NOT be supported" in record.getMessage():
            return False
        if record.exc_info and record.getMessage().startswith(("Attempting a reconnect", "Failed to connect")):
            error = record.exc_info[1]
            record.facts = {"error": type(error).__name__}
            record.exc_info = None
            record.levelno, record.levelname = logging.WARNING, "WARNING"
        return True


def log_to(stream: TextIO = sys.stderr, *, secret: Secret | None = None, level: int = logging.INFO) -> None:
    """Send all logs of this process to a stream."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines(secret))
    handler.addFilter(_Quieter())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for talkative in ("discord.app_commands", "faiss"):
        logging.getLogger(talkative).setLevel(logging.WARNING)
