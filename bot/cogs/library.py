"""Looking after the library: `/library add`, `remove`, `embed`, `rollback`, for those who manage the server."""

import asyncio
import logging
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import discord
from discord import app_commands
from discord.ext import commands

from bot.cogs.asking import choices
from bot.delivery import UNDELIVERED, acknowledge, deliver, tell
from bot.errors import BotError, sentence_of
from bot.markdown import escaped, shortened
from bot.services import Services
from bot.tree import OUR_FAULT
from bot.workshop import LARGEST, Workshop
from embeddings.errors import ModelError
from retrieval.citations.dates import EXAMPLE, is_date
from retrieval.errors import QuothError
from retrieval.library.records import Report
from seeds.document import Metadata
from seeds.errors import SourceError

T = TypeVar("T")

log = logging.getLogger(__name__)

_EVERY = 2.0
"""Seconds between two edits of a progress message."""

_TOKEN_LIFE = 14 * 60.0
"""Seconds after which an interaction's message cannot be edited any more, a minute kept back."""

_WHAT = "Attach a document as **file**, or give the address of a page as **url**."


class Told:
    """The last word about a run, written by its thread and read by the event loop."""

    def __init__(self) -> None:
        self.line = "Beginning…"

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Remember how far it is."""
        share = f" ({100 * done // total} %)" if total else ""
        self.line = f"{stage.capitalize()}: {done} of {total}{share}"


@app_commands.default_permissions(manage_guild=True)
@app_commands.guild_only()
@app_commands.allowed_installs(guilds=True, users=False)
class LibraryGroup(commands.GroupCog, group_name="library", group_description="Look after the library."):
    """Changes the library, and says how far that is."""

    def __init__(self, services: Services, workshop: Workshop) -> None:
        super().__init__()
        self._services = services
        self._workshop = workshop
        self._thread = ThreadPoolExecutor(1, "workshop")
        self._at_work = asyncio.Lock()

    async def cog_unload(self) -> None:
        """Give up what is being done."""
        self._workshop.stop()
        self._thread.shutdown(wait=False, cancel_futures=True)

    async def interaction_check(self, interaction: discord.Interaction[Any]) -> bool:
        """Whether this member, in this server, may change the library."""
        if not interaction.permissions.manage_guild:
            raise app_commands.MissingPermissions(["manage_guild"])
        allowed = self._services.settings.library_guilds
        if allowed is not None and interaction.guild_id not in allowed:
            raise NotHere("The library is looked after on another server; ask the people who run this bot.")
        return True

    @app_commands.command(description="Take a file or a page of the web into the library.")
    @app_commands.describe(
        file="The document",
        title="What it is called",
        author="Who wrote it",
        published="When it appeared: 1917, 1917-11 or 1917-11-07",
        publisher="Who brought it out",
        url="Where it can be read; without a file, the page to fetch",
    )
    async def add(
        self,
        interaction: discord.Interaction[Any],
        file: discord.Attachment | None = None,
        title: app_commands.Range[str, 1, 300] | None = None,
        author: app_commands.Range[str, 1, 300] | None = None,
        published: app_commands.Range[str, 1, 100] | None = None,
        publisher: app_commands.Range[str, 1, 300] | None = None,
        url: app_commands.Range[str, 1, 1000] | None = None,
    ) -> None:
        """Take an attachment in, or the page at an address."""
        if file is None and url is None:
            await tell(interaction, _WHAT)
            return
        if file is not None and file.size > LARGEST:
            await tell(interaction, f"The file has {file.size:,} bytes; I take {LARGEST:,} at most. Split it.")
            return
        if published is not None and not is_date(published):
            await tell(interaction, f"“{escaped(published)}” is no date that can be cited: write it like {EXAMPLE}.")
            return
        facts = Metadata(
            title=title, author=author, published=published, publisher=publisher, url=url if file else None
        )

        async def work(told: Told) -> str:
            if file is None:
                address = url or ""
                return report_text(await self._in_thread(lambda: self._workshop.fetch(address, facts, told)))
            content = await deliver(file.read)
            return report_text(await self._in_thread(lambda: self._workshop.add(file.filename, content, facts, told)))

        await self._services.in_work(self._do(interaction, work))

    @app_commands.command(description="Take a document out of the library.")
    @app_commands.describe(document="Its title; it completes as you type")
    async def remove(self, interaction: discord.Interaction[Any], document: app_commands.Range[str, 1, 100]) -> None:
        """Take a document out."""

        async def work(told: Told) -> str:
            return report_text(await self._in_thread(lambda: self._workshop.remove(document, told)))

        await self._services.in_work(self._do(interaction, work))

    @remove.autocomplete("document")
    async def complete_document(
        self, interaction: discord.Interaction[Any], typed: str
    ) -> list[app_commands.Choice[str]]:
        """Titles that fit what is typed."""
        settings = self._services.state.guild(interaction.guild_id)
        return choices(self._services.catalogue.titles(settings).complete(typed))

    @app_commands.command(description="Read sources that changed, and embed what has no vector yet.")
    async def embed(self, interaction: discord.Interaction[Any]) -> None:
        """Bring the library up to its sources."""

        async def work(told: Told) -> str:
            return report_text(await self._in_thread(lambda: self._workshop.embed(told)))

        await self._services.in_work(self._do(interaction, work))

    @app_commands.command(description="Return to the library as it was before the last change; once more undoes that.")
    async def rollback(self, interaction: discord.Interaction[Any]) -> None:
        """Return to the generation before."""

        async def work(_: Told) -> str:
            return f"The library is back at generation {await self._in_thread(self._workshop.rollback)}."

        await self._services.in_work(self._do(interaction, work))

    async def _do(self, interaction: discord.Interaction[Any], work: "Callable[[Told], Any]") -> None:
        """Do one change at a time, show how far it is, and say what came of it."""
        if self._at_work.locked():
            await tell(interaction, "Somebody is changing the library right now. Please try again when that is done.")
            return
        async with self._at_work:
            if not await acknowledge(interaction, thinking=True, private=True):
                return
            began = time.monotonic()
            told, finished = Told(), asyncio.Event()
            showing = asyncio.create_task(self._show(interaction, told, finished))
            try:
                text = await work(told)
                await self._services.desk.errand(self._services.reload)
            except (QuothError, BotError, SourceError, ModelError) as error:
                text = sentence_of(error)
            except OSError as error:
                text = f"The system refused that: {error.strerror or type(error).__name__}."
            except Exception as error:
                log.exception("library not changed", exc_info=error)
                text = OUR_FAULT
            finally:
                finished.set()
            await showing  # no edit of its own may arrive after the last word
            log.info(
                "library",
                extra={"facts": {"guild": interaction.guild_id, "seconds": round(time.monotonic() - began, 2)}},
            )
            await self._conclude(interaction, text, late=time.monotonic() - began > _TOKEN_LIFE)

    async def _show(self, interaction: discord.Interaction[Any], told: Told, finished: asyncio.Event) -> None:
        """Edit the message in place while there is something new to say."""
        shown = ""
        until = time.monotonic() + _TOKEN_LIFE
        while time.monotonic() < until:
            try:
                await asyncio.wait_for(finished.wait(), _EVERY)
            except TimeoutError:
                pass
            else:
                return
            if told.line == shown:
                continue
            shown = told.line
            try:
                await interaction.edit_original_response(content=f"⏳ {shown}")
            except UNDELIVERED as error:
                log.info("progress not shown", extra={"facts": {"error": type(error).__name__}})

    async def _conclude(self, interaction: discord.Interaction[Any], text: str, *, late: bool) -> None:
        if not late:
            await tell(interaction, text)
            return
        try:
            await interaction.user.send(text)
        except UNDELIVERED as error:
            log.info("result not told", extra={"facts": {"error": type(error).__name__}})

    async def _in_thread(self, work: Callable[[], T]) -> T:
        return await self._services.desk.chore(self._thread, work)


class NotHere(app_commands.CheckFailure, BotError):  # noqa: N818 - reads as a state
    """The library is not looked after on this server."""


def report_text(report: Report) -> str:
    """What a run did, in a few lines."""
    lines = []
    for what, ids in (("Added", report.added), ("Changed", report.changed), ("Removed", report.removed)):
        if ids:
            more = f" and {len(ids) - 10} more" if len(ids) > 10 else ""
            lines.append(f"{what}: {', '.join(escaped(each) for each in ids[:10])}{more}.")
    lines += [f"Already here, as {escaped(document)}." for _, document in report.duplicates[:10]]
    lines += [f"Not taken in: {escaped(shortened(why, 300))}" for _, why in report.failed[:4]]
    lines += [f"Its source is gone, the text is kept: {escaped(document)}." for document in report.vanished[:10]]
    lines += [f"{escaped(document)}: {escaped(shortened(each, 300))}." for document, each in report.warnings[:4]]
    if report.passages_embedded:
        lines.append(f"Embedded {report.passages_embedded} passages in {report.seconds:.1f} s.")
    return "\n".join(
        [*(lines or ["Nothing was to be done."]), f"-# The library is at generation {report.generation}."]
    )[:2000]
