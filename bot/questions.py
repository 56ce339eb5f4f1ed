"""The question in a message: what somebody wrote to the bot, and what one of the bot's own messages answers."""

import re
from dataclasses import dataclass

from bot.markdown import unescaped
from bot.markup import without_markup
from bot.mentions import without_marks
from bot.quoted import apart
from retrieval.question.analysis import MAX_QUESTION
from retrieval.question.chat import said_in
from retrieval.question.courtesy import is_courtesy
from retrieval.question.words import content_words

_HEADLINE = re.compile(r"\*\*(?P<question>(?:\\.|[^\\*])+)\*\*")
_WHETHER = frozenset(
    """accurate cite citation citations check checked confirm correct evidence fact facts factcheck false fake historical
    historically legit proof prove quote quotes real really right source sources true verify wrong""".split()
)
_VERDICT = re.compile(r"(?:1\. )?\*\*[A-Z ]+\*\* — [^\n]*\n-# (?P<quotation>[^\n]+)")
_UNDERSTOOD = "-# Understood as: "
_ASK = re.compile(r"[/!]ask\b[\s:]*", re.IGNORECASE)
_COMMAND = re.compile(
    r"(?:[/!](?:about|commands?|forget|help|library|settings|show|sources?|start|verify|when)\b.*|(?:help|commands)\W*)",
    re.IGNORECASE,
)
"""A command that was typed and not chosen, and a call for help: Discord sends it as any other message."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """What somebody writes to the bot, and what they quote from others above or below it."""

    words: str
    quoted: str = ""

    @classmethod
    def in_message(cls, content: str) -> "Asked":
        """What a message asks: its own words, or those that it quotes where it has none."""
        own, quoted = map(words_of, apart(content))
        return cls(words=own, quoted=quoted) if _has_words(own) or not _has_words(quoted) else cls(words=quoted)

    @property
    def is_wordless(self) -> bool:
        """Whether there is nothing to be read: an emoji, a row of dots."""
        return not _has_words(self.words)

    @property
    def is_command(self) -> bool:
        """Whether it is a command that was typed as a message, or a call for help."""
        return _COMMAND.fullmatch(self.words) is not None

    @property
    def asks(self) -> bool:
        """Whether there is something to be looked for: more than thanks, laughter or an emoji."""
        too_long = len(self.words) > MAX_QUESTION  # nothing is looked for, and nothing is worked out
        if self.is_command:
            return False
        return too_long or (_has_words(said_in(self.words)) and not is_courtesy(self.words))

    @property
    def asks_whether(self) -> bool:
        """Whether it asks nothing but whether something is so, or where it stands: "is this true?", "source?"."""
        telling = content_words(self.words)
        return bool(telling) and _WHETHER.issuperset(word.lower() for word in telling)


def calls(content: str, bot: int, *, quoted: bool = False) -> bool:
    """Whether a message's own words mention the bot, or those that it quotes."""
    return re.search(rf"<@!?{bot}>", apart(content)[quoted]) is not None


def words_of(content: str) -> str:
    """The words of a message, without whom it calls, how it is set, and a "/ask" typed before them; white space folded."""
    words = without_marks(without_markup(content))
    typed = _ASK.match(words)
    return words[typed.end() :] if typed else words


def _has_words(text: str) -> bool:
    return re.search(r"[^\W_]", text) is not None


def question_above(content: str) -> str | None:
    """The question that an answer of ours was given to, as it was understood; None where the message is no answer."""
    lines = content.split("\n")
    headline = _HEADLINE.fullmatch(lines[0])
    if headline is None:
        return None
    if len(lines) > 1 and lines[1].startswith(_UNDERSTOOD):
        return unescaped(lines[1].removeprefix(_UNDERSTOOD))
    return unescaped(headline["question"])


def matter_of(content: str) -> str | None:
    """What a message of ours is about: the question above an answer, the first quotation that was verified; None for any other."""
    verified = _VERDICT.match(content)
    return unescaped(verified["quotation"]) if verified else question_above(content)
