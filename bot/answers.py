"""Answers that are asked for, remembered, and shown again later: all that reads the library. Blocking, for threads."""

import secrets
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from bot import rendering
from bot.archives import Archive, Conversation
from bot.context import widened
from bot.errors import sentence_of
from bot.explaining import Explanations, explanations_of
from bot.guilds import GuildSettings
from bot.places import WIDEST, Button, Context, Frame, Page, Place, context_buttons, page_buttons
from bot.quoted import Said
from bot.recent import Recent
from bot.rendering import Excerpt, Missing, Sheet
from bot.state import Shown, State
from retrieval.answering.chronicle import names_of
from retrieval.answering.preceding import told_once
from retrieval.errors import QuestionError, QuothError, UnknownDocument
from retrieval.permalinks import Permalink
from retrieval.types import Answer, Filters, Quote, Understood
from retrieval.verifying.verdicts import Verification

EXCERPTS = 9
"""Excerpts that are looked for: three pages of three."""

_EXPLAINED = 1000
"""Answers whose explanations are remembered, in memory only: they hold words of what was asked."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Given:
    """An answer and the id that its buttons carry."""

    id: str
    answer: Answer
    shown: int
    first: int
    searched: bool

    def sheet(self) -> Sheet:
        """The first page of the answer."""
        return rendering.excerpts_sheet(
            self.answer.quotes[: self.first],
            before=0,
            of=len(self.answer.quotes),
            abstained=self.answer.abstained,
            content=rendering.headline(self.answer),
        )

    def plain(self) -> str:
        """The first page without embeds."""
        quotes = self.answer.quotes[: self.first]
        return rendering.plain_content(rendering.headline(self.answer), quotes, abstained=self.answer.abstained)

    def buttons(self, *, threads: bool) -> list[Button]:
        """The buttons under it."""
        frame = Frame(
            excerpts=len(self.answer.quotes),
            shown=self.shown,
            first=self.first,
            threads=threads,
            searched=self.searched,
        )
        return page_buttons(frame, Page(number=0))


@dataclass(frozen=True, kw_only=True, slots=True)
class Checked:
    """Verdicts on quotations, and the id that their buttons carry; `excerpts` of the sources' words can be read on."""

    id: str
    verifications: tuple[Verification, ...]
    excerpts: int

    def buttons(self, *, threads: bool) -> list[Button]:
        """The buttons under it; none where nothing was found."""
        frame = Frame(excerpts=self.excerpts, shown=self.excerpts, first=self.excerpts, threads=threads, searched=False)
        return page_buttons(frame, Page(number=0)) if self.excerpts else []


@dataclass(frozen=True, kw_only=True, slots=True)
class View:
    """What a place in an answer shows."""

    sheet: Sheet
    buttons: list[Button]


class Answers:
    """Asks the library and finds again what was shown."""

    def __init__(self, archive: Archive, state: State) -> None:
        self._archive = archive
        self._state = state
        self._explanations: Recent[Explanations] = Recent(_EXPLAINED)

    def ask(
        self, conversation: Conversation, question: str, *, filters: Filters, guild: int | None, settings: GuildSettings
    ) -> Given:
        """The answer to the next turn of a conversation. Raises QuestionError for one that cannot be asked."""
        if Permalink.parse(question):
            return self.passage(question, guild=guild, settings=settings)
        found = conversation.ask(question, k=EXCERPTS, filters=settings.within(filters), explain=True)
        return self._given(self._archive.confirm(found), guild, settings, searched=True)

    def passage(self, permalink: str, *, guild: int | None, settings: GuildSettings) -> Given:
        """The words that a permalink leads to. Raises UnknownDocument."""
        found = self._resolve(permalink, settings)
        if isinstance(found, Missing):
            raise UnknownDocument(found.why)
        confirmed = self._archive.confirm(_answer_of([found], question=_name(found), archive=self._archive))
        if not confirmed.quotes:
            raise UnknownDocument(_WITHHELD)
        return self._given(confirmed, guild, settings, searched=False)

    def when(self, date: str, *, guild: int | None, settings: GuildSettings) -> Given:
        """Sentences about a day. Raises QuestionError where the text names none, and where none is about it."""
        days = self._archive.when(date, k=EXCERPTS, filters=settings.within(Filters()))
        named = names_of(days, date)
        found = [quote for each in days for quote in each.quotes]
        confirmed = self._archive.confirm(_answer_of(found, question=named, archive=self._archive))
        if not confirmed.quotes:
            raise QuestionError(f"No sentence of my sources names {named}.")
        return self._given(confirmed, guild, settings, searched=False)

    def _given(self, answer: Answer, guild: int | None, settings: GuildSettings, *, searched: bool) -> Given:
        """An answer that was confirmed, remembered for its buttons."""
        first = rendering.leading(answer, settings.shown)
        given = Given(id=secrets.token_urlsafe(9), answer=answer, shown=settings.shown, first=first, searched=searched)
        if searched:
            self._explanations.get(given.id, lambda: explanations_of(answer))
        self._state.keep(
            given.id,
            Shown(
                permalinks=tuple(quote.citation.permalink for quote in answer.quotes),
                shown=settings.shown,
                first=first,
                abstained=answer.abstained,
                searched=searched,
                guild=guild,
            ),
        )
        return given

    def verify(self, said: Sequence[Said], *, guild: int | None, settings: GuildSettings) -> Checked:
        """The verdicts on quotations, among the sources that a server sees. Raises QuestionError."""
        documents = settings.within(Filters()).documents
        made = tuple(self._archive.verify(words, speaker=speaker, documents=documents) for words, speaker in said)
        quotes = [quote for each in made for quote in each.quotes][: rendering.MOST_QUOTES]
        checked = Checked(id=secrets.token_urlsafe(9), verifications=made, excerpts=len(quotes))
        if quotes:
            permalinks = tuple(quote.citation.permalink for quote in quotes)
            shown = Shown(
                permalinks=permalinks,
                shown=len(quotes),
                first=len(quotes),
                abstained=False,
                searched=False,
                guild=guild,
            )
            self._state.keep(checked.id, shown)
        return checked

    def key(self, question: str, *, filters: Filters, settings: GuildSettings) -> Hashable | None:
        """What questions with the same answer share; None for one that leans on the question before it."""
        return self._archive.key(question, k=EXCERPTS, filters=settings.within(filters))

    def at_hand(self, key: Hashable | None) -> bool:
        """Whether `ask` takes no time for a question of that key."""
        return self._archive.remembers(key)

    def view(
        self, answer: str, place: Place, *, settings: GuildSettings, private_copy: bool, threads: bool
    ) -> View | None:
        """What a place in an answer shows, read from the library as it is now; None where the answer is forgotten."""
        shown = self._state.shown(answer)
        if shown is None:
            return None
        frame = _frame(shown, private_copy=private_copy, threads=threads)
        if isinstance(place, Context) and place.excerpt < frame.excerpts:
            return self._in_context(shown, frame, place, settings)
        number = place.number if isinstance(place, Page) else 0
        page = Page(number=max(0, min(number, frame.pages - 1)))
        on_page = frame.excerpts_on(page)
        sheet = rendering.excerpts_sheet(
            self._resolved((shown.permalinks[excerpt] for excerpt in on_page), settings),
            before=on_page.start,
            of=frame.excerpts,
            abstained=shown.abstained,
        )
        return View(sheet=sheet, buttons=page_buttons(frame, page))

    def quotes_at(self, answer: str, place: Place, *, settings: GuildSettings) -> Sequence[Excerpt] | None:
        """The excerpts that are seen at a place; None where the answer is forgotten."""
        shown = self._state.shown(answer)
        if shown is None:
            return None
        frame = _frame(shown)
        return self._resolved((shown.permalinks[excerpt] for excerpt in frame.excerpts_on(place)), settings)

    def explanations(self, answer: str, question: str | None, *, settings: GuildSettings) -> Explanations:
        """Why the excerpts of an answer were found; where that is not remembered, why they are found for the question now."""
        if question is None and not self.explains(answer):
            return {}
        filters = settings.within(Filters())

        def again() -> Explanations:
            found = self._archive.conversation().ask(question or "", k=EXCERPTS, filters=filters, explain=True)
            return explanations_of(found)

        return self._explanations.get(answer, again)

    def explains(self, answer: str) -> bool:
        """Whether `explanations` takes no time for an answer."""
        return answer in self._explanations

    def drop(self, answer: str) -> None:
        """Forget an answer."""
        self._explanations.forget(answer)
        self._state.drop(answer)

    def _in_context(self, shown: Shown, frame: Frame, at: Context, settings: GuildSettings) -> View:
        wide = self._wide(shown.permalinks[at.excerpt], at.paragraphs, settings)
        parts = [] if isinstance(wide, Missing) else rendering.context_parts(wide[0])
        if isinstance(wide, Missing) or not parts:
            alone = wide if isinstance(wide, Missing) else wide[0]
            sheet = rendering.excerpts_sheet([alone], before=0, of=1, abstained=shown.abstained)
            return View(sheet=sheet, buttons=context_buttons(frame, at, parts=1, part=0, grows=False))
        slice_, begin = wide
        where = next((n for n, part in enumerate(parts) if part.start <= begin < part.end), 0)
        part = where if at.part is None else min(at.part, len(parts) - 1)
        sheet = rendering.context_sheet(slice_, parts[part], number=part + 1, of=len(parts))
        grows = at.paragraphs < WIDEST and self._grows(shown.permalinks[at.excerpt], at, slice_, settings)
        return View(sheet=sheet, buttons=context_buttons(frame, at, parts=len(parts), part=part, grows=grows))

    def _grows(self, permalink: str, at: Context, now: Quote, settings: GuildSettings) -> bool:
        wider = self._wide(permalink, min(WIDEST, at.paragraphs * 2), settings)
        return not isinstance(wider, Missing) and len(wider[0].text) > len(now.text)

    def _wide(self, permalink: str, paragraphs: int, settings: GuildSettings) -> tuple[Quote, int] | Missing:
        """The slice around a quote, and where in it the quote begins."""
        found = self._resolve(permalink, settings, context=paragraphs)
        if isinstance(found, Missing):
            return found
        wide = widened(self._archive.document(found.document), found)
        confirmed = self._confirmed([wide])
        return (wide, found.start - wide.start) if confirmed else Missing(why=_WITHHELD)

    def _resolved(self, permalinks: Iterable[str], settings: GuildSettings) -> list[Excerpt]:
        found = [self._resolve(permalink, settings) for permalink in permalinks]
        kept = told_once(self._confirmed([each for each in found if isinstance(each, Quote)]))
        named: dict[str, Excerpt] = {each.citation.permalink: each for each in kept}
        withheld = Missing(why=_WITHHELD)
        return [each if isinstance(each, Missing) else named.get(each.citation.permalink, withheld) for each in found]

    def _resolve(self, permalink: str, settings: GuildSettings, *, context: int = 0) -> Excerpt:
        try:
            quote = self._archive.resolve(permalink, context=context)
        except QuothError as error:
            return Missing(why=sentence_of(error))
        if not settings.sees(quote.document):
            return Missing(why="This server does not show this source any more.")
        return quote

    def _confirmed(self, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
        return self._archive.confirm(_answer_of(quotes, question="", archive=self._archive)).quotes


_WITHHELD = "This excerpt is withheld: the stored document no longer holds these words."


def _answer_of(quotes: Sequence[Quote], *, question: str, archive: Archive) -> Answer:
    """Quotes that were looked up, as an answer."""
    return Answer(
        question=question,
        understood=Understood(text=question),
        quotes=tuple(quotes),
        confidence=1.0,
        threshold=0.0,
        abstained=False,
        reason=None,
        generation=archive.generation,
    )


def _name(quote: Quote) -> str:
    """What stands above words that were looked up."""
    return f"{quote.citation.title or quote.document}, {quote.citation.locator}"


def _frame(shown: Shown, *, private_copy: bool = False, threads: bool = False) -> Frame:
    return Frame(
        excerpts=len(shown.permalinks),
        shown=shown.shown,
        first=shown.first,
        private_copy=private_copy,
        threads=threads,
        searched=shown.searched,
    )
