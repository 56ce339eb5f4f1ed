"""What the bot remembers on disk: enough for every button to work after a restart, and nothing that was asked.

An answer is kept as the permalinks of its excerpts. Who asked stands in the buttons themselves, the question in the
message on Discord. Only feedback that somebody sends holds words of theirs. For an hour it is remembered which messages were
replied to, so that after a crash none is answered twice, and an answer can go with its question. What is looked up at
every event, these and the servers' settings, is in memory, too.
"""

import json
import logging
import sqlite3
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.errors import SettingsError
from bot.guilds import DEFAULTS, GuildSettings

log = logging.getLogger(__name__)

KEPT = 180 * 24 * 3600
"""Seconds after which an answer's excerpts, and feedback, are forgotten."""

REPLIES_KEPT = 3600
"""Seconds after which it is forgotten which messages were replied to."""

_VERSION = 2

_SCHEMA = """
CREATE TABLE IF NOT EXISTS answers (
    id TEXT PRIMARY KEY, asked INTEGER NOT NULL, guild INTEGER, shown INTEGER NOT NULL, first INTEGER NOT NULL,
    abstained INTEGER NOT NULL, searched INTEGER NOT NULL, permalinks TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS answers_by_age ON answers (asked);
CREATE TABLE IF NOT EXISTS guilds (id INTEGER PRIMARY KEY, settings TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS feedback (
    answer TEXT NOT NULL, user INTEGER NOT NULL, given INTEGER NOT NULL, helpful INTEGER NOT NULL, question TEXT,
    comment TEXT, permalinks TEXT NOT NULL, PRIMARY KEY (answer, user)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS replies (
    message INTEGER PRIMARY KEY, channel INTEGER NOT NULL, direct INTEGER NOT NULL, asked INTEGER NOT NULL, reply INTEGER,
    answer TEXT
);
CREATE TABLE IF NOT EXISTS commands (application INTEGER PRIMARY KEY, digest TEXT NOT NULL);
"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Shown:
    """An answer that was shown: permalinks of its excerpts, best first, how many a page has, and the first page.

    `searched` says that a question found them; other words were looked up.
    """

    permalinks: tuple[str, ...]
    shown: int
    first: int
    abstained: bool
    searched: bool = True
    guild: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Feedback:
    """What somebody thought of an answer; `question` and `comment` only where they sent them."""

    answer: str
    user: int
    helpful: bool
    question: str | None = None
    comment: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Reply:
    """What became of a message: our `reply` to it and the `answer` in that, where there are such; `direct` is its channel's kind."""

    message: int
    channel: int
    direct: bool
    reply: int | None = None
    answer: str | None = None


class State:
    """The bot's memory in one SQLite file. Threads may share it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._lock = threading.Lock()
        rows = connection.execute("SELECT id, settings FROM guilds").fetchall()
        self._guilds = {guild: GuildSettings.from_json(settings) for guild, settings in rows}
        kept = connection.execute("SELECT message, channel, direct, asked, reply, answer FROM replies").fetchall()
        self._replies = {
            message: (asked, Reply(message=message, channel=channel, direct=bool(direct), reply=reply, answer=answer))
            for message, channel, direct, asked, reply, answer in kept
        }

    @classmethod
    def open(cls, file: Path) -> "State":
        """The memory in that file, made where there is none. Raises SettingsError."""
        try:
            connection = sqlite3.connect(file, check_same_thread=False, isolation_level=None)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            _prepare(connection, file)
        except sqlite3.Error as error:
            raise SettingsError(
                f"the bot cannot keep its memory in {str(file)!r} ({error}): make its folder writable, "
                "or name another file with DISCORD_MEMORY"
            ) from None
        return cls(connection)

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._connection.close()

    # Answers

    def keep(self, answer: str, shown: Shown, *, now: float | None = None) -> None:
        """Remember an answer by its id, where the disk has room for it; without that its buttons find nothing."""
        self._write_if_there_is_room(
            "INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                answer,
                _second(now),
                shown.guild,
                shown.shown,
                shown.first,
                shown.abstained,
                shown.searched,
                json.dumps(shown.permalinks),
            ),
        )

    def shown(self, answer: str) -> Shown | None:
        """The answer of that id, None where it is forgotten."""
        row = self._row(
            "SELECT permalinks, shown, first, abstained, searched, guild FROM answers WHERE id = ?", (answer,)
        )
        if row is None:
            return None
        return Shown(
            permalinks=tuple(json.loads(row[0])),
            shown=row[1],
            first=row[2],
            abstained=bool(row[3]),
            searched=bool(row[4]),
            guild=row[5],
        )

    def drop(self, answer: str) -> None:
        """Forget an answer."""
        self._write("DELETE FROM answers WHERE id = ?", (answer,))

    # Servers

    def guild(self, guild: int | None) -> GuildSettings:
        """A server's settings, from memory; the defaults where it set none, and outside servers."""
        return self._guilds.get(guild, DEFAULTS) if guild is not None else DEFAULTS

    def set_guild(self, guild: int, settings: GuildSettings) -> None:
        """Keep a server's settings."""
        self._write("INSERT OR REPLACE INTO guilds VALUES (?, ?)", (guild, settings.to_json()))
        self._guilds[guild] = settings

    def drop_guild(self, guild: int) -> None:
        """Forget a server: its settings and the answers that were given there."""
        self._guilds.pop(guild, None)
        self._write("DELETE FROM guilds WHERE id = ?", (guild,))
        self._write("DELETE FROM answers WHERE guild = ?", (guild,))

    # Feedback

    def take(self, feedback: Feedback, *, now: float | None = None) -> None:
        """Keep what somebody thinks of an answer, instead of what they thought of it before."""
        shown = self.shown(feedback.answer)
        self._write(
            "INSERT OR REPLACE INTO feedback VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                feedback.answer,
                feedback.user,
                _second(now),
                feedback.helpful,
                feedback.question,
                feedback.comment,
                json.dumps(shown.permalinks if shown else ()),
            ),
        )

    def feedback(self) -> list[Feedback]:
        """All feedback, oldest first."""
        with self._lock:
            rows = self._connection.execute(
                "SELECT answer, user, helpful, question, comment FROM feedback ORDER BY given, answer, user"
            ).fetchall()
        return [
            Feedback(answer=answer, user=user, helpful=bool(helpful), question=question, comment=comment)
            for answer, user, helpful, question, comment in rows
        ]

    def forget(self, user: int) -> int:
        """Forget all that a user sent, and return how many pieces of feedback that was."""
        return self._write("DELETE FROM feedback WHERE user = ?", (user,))

    # Replies

    def note(self, reply: Reply, *, now: float | None = None) -> None:
        """Remember for a while what became of a message; in memory only where the disk has no room."""
        self._replies[reply.message] = (_second(now), reply)
        self._write_if_there_is_room(
            "INSERT OR REPLACE INTO replies VALUES (?, ?, ?, ?, ?, ?)",
            (reply.message, reply.channel, reply.direct, _second(now), reply.reply, reply.answer),
        )

    def reply_to(self, message: int) -> Reply | None:
        """What became of a message, from memory; None where that is not remembered."""
        _, reply = self._replies.get(message, (0, None))
        return reply

    def replied_to(self) -> list[int]:
        """The messages of which is remembered what became of them, oldest first."""
        return sorted(self._replies)

    def direct_channels(self) -> list[int]:
        """The direct-message channels of those messages, each once, the one that was used last first."""
        latest = sorted((reply for _, reply in self._replies.values()), key=lambda reply: reply.message, reverse=True)
        return list(dict.fromkeys(reply.channel for reply in latest if reply.direct))

    # Commands

    def commands(self, application: int) -> str | None:
        """Digest of the commands that an application registered last."""
        row = self._row("SELECT digest FROM commands WHERE application = ?", (application,))
        return str(row[0]) if row else None

    def set_commands(self, application: int, digest: str) -> None:
        """Remember which commands are registered."""
        self._write("INSERT OR REPLACE INTO commands VALUES (?, ?)", (application, digest))

    # Age

    def tidy(self, *, now: float | None = None) -> int:
        """Forget what is older than it is kept, and return how many answers and pieces of feedback that was."""
        before, replies_before = _second(now) - KEPT, _second(now) - REPLIES_KEPT
        self._replies = {message: kept for message, kept in self._replies.items() if kept[0] >= replies_before}
        self._write("DELETE FROM replies WHERE asked < ?", (replies_before,))
        return self._write("DELETE FROM answers WHERE asked < ?", (before,)) + self._write(
            "DELETE FROM feedback WHERE given < ?", (before,)
        )

    def _write(self, statement: str, values: Iterable[object]) -> int:
        with self._lock:
            return self._connection.execute(statement, tuple(values)).rowcount

    def _write_if_there_is_room(self, statement: str, values: Iterable[object]) -> None:
        """Write what is a help and no promise: an answer is shown all the same."""
        try:
            self._write(statement, values)
        except sqlite3.OperationalError as error:
            log.warning("not remembered", extra={"facts": {"why": str(error)}})

    def _row(self, query: str, values: Iterable[object]) -> tuple[Any, ...] | None:
        with self._lock:
            row: tuple[Any, ...] | None = self._connection.execute(query, tuple(values)).fetchone()
        return row


def _prepare(connection: sqlite3.Connection, file: Path) -> None:
    """Make the tables of a new memory; one of another version is left alone."""
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    new = not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if version != _VERSION and not new:
        raise SettingsError(
            f"the bot's memory in {str(file)!r} was written by another version of Quoth: move it away, or run that version"
        )
    connection.executescript(f"{_SCHEMA}PRAGMA user_version = {_VERSION};")


def _second(now: float | None) -> int:
    return int(time.time() if now is None else now)
