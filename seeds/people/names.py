"""Finding names of people by their form, a list of given names, and how a text uses them."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from seeds.people.apposed import apposed
from seeds.people.articled import articled
from seeds.people.form import GAP, INITIAL, NAME, WORD
from seeds.people.namesakes import shared
from seeds.people.words import GIVEN, NO_NAMES, ORIGINS, PLACES, RANKS, SPEECH_VERBS, WOMEN

_NAME = re.compile(NAME)
_WORD = re.compile(WORD)
_LINE = re.compile(
    rf"(?:(?:Dr|Prof|Mr|Mrs|Ms|Sir|Rev|Fr|Col|Gen|Capt)\.? )?(?P<name>{NAME})"
    r"(?:,? (?:Jr\.?|Sr\.?|PhD|Ph\.D\.|M\.A\.|MA|MP))?"
)
_INSIDE = re.compile(rf"(?<=[a-zà-ÿ,;][ \xa0])(?:d[’'])?{WORD}")
_ELIDED = re.compile(r"\Ad[’']")
_LOWER = re.compile(r"(?<![\w’'-])[a-zß-ÿа-яё]{3,}(?![\w’'-])")
_BEHIND = re.compile(
    rf"\b(?P<rank>(?:Mrs?|Ms|Mme|Mlle|Dr|Prof|Comdr)(?=\.)|(?<!\w-)[A-Za-z]+(?:-[A-Za-z]+){{0,3}}(?!\.))\.?{GAP}(?=(?P<name>{WORD}(?:{GAP}{WORD})?))"
)
_DOES = re.compile(
    rf"(?P<name>{WORD})(?:{GAP}(?:had|has|then|now|once|himself|herself))?{GAP}(?:himself|herself|said"
    rf"|says|exclaimed|cried|whispered|wrote"
    r"|writes|smiled|rose|died|married|spoke|knew|thought|remembered|believed|nodded|laughed|bowed|shrugged|sighed"
    rf"|muttered|grinned|stammered|wept|frowned|knelt)\b"
)
_WHO = re.compile(
    rf"(?P<name>{WORD})(?:,?{GAP}whom?\b|[’']s?{GAP}(?:wife|son|daughter|father|mother|brother|sister"
    rf"|death|widow|friends|husband)\b)"
)
_CALLED = re.compile(
    rf"\b(?:[a-z]*(?:man|woman)|boy|girl|youth|lad|fellow|officer|soldier|sailor|priest|monk|peasant|writer|author|poet|merchant|student"
    rf"|doctor|lawyer|servant|slave|chief|captain|lieutenant|carpenter|smith|teacher|nobleman){GAP}(?:named|called){GAP}(?P<name>{NAME})"
)
_SAID = re.compile(
    rf"(?<=[,?!][”\"’'])\s(?:{'|'.join(SPEECH_VERBS)}){GAP}(?:the{GAP}(?:historian|poet|chronicler|critic|philosopher|biographer){GAP})?(?P<name>{NAME})(?=[,.;:])"
)
_PERSONAL = frozenset(
    "general mr mrs miss dr captain colonel lieutenant major admiral professor lady sir senator bishop archbishop".split()
)
_MEN = frozenset("baron count duke earl emperor herr king lord marquis mr prince sir tsar viscount".split())
# A full name must not be rarer than this beside its surname: else it may be a namesake's.
_RARE = 40
_SHORTEST = 2
_OFTENER = 3
"""So many times oftener stands a name with a capital than its word in lower case: "Stow" and "stow"."""
_UNSEEN = 4
"""Letters that a name has at least which stands only where sentences begin."""
_SELDOM = 4
_ABSTRACT = ("ism", "tion", "ness", "ment", "ship")
_MAX_WORDS = 5
_ROMAN = re.compile(r"[IVX]+\.?")


def person(line: str) -> str | None:
    """The name, where the line is the name of one person and shows it: by a given name or by initials."""
    found = _LINE.fullmatch(line.strip())
    words = found["name"].split() if found else []
    return " ".join(words) if 1 < len(words) <= _MAX_WORDS and _is_given(words[0]) else None


def plain_name(name: str, *, definite: bool = False) -> str | None:
    """The name without conjunctions and ranks before it; a rank stays before a lone given name ("Prince Henry").

    None where nothing is left, or where "the" stands before it (`definite`): then it is an office or a body.
    """
    words = re.sub(r"(?:[’']s?|-+)\Z", "", name).split()
    while words and words[0].casefold() in NO_NAMES:
        words = words[1:]
    plain = _without_ranks(words) or [word for word in words[-1:] if word.casefold() == "young"]
    if (
        definite
        or not plain
        or plain[0].casefold() in NO_NAMES
        or plain[0] in ("St", "St.")
        or plain[-1].casefold() in PLACES
    ):
        return None
    if len(plain) == 1 and plain[0].casefold() in GIVEN and words[-2:-1] and words[-2].casefold().rstrip(".") in RANKS:
        plain = words[-2:]
    return " ".join(plain)


@dataclass(frozen=True, kw_only=True, slots=True)
class People:
    """The people of one text: `full` names by surname, words with a capital `inside` sentences, and `lower` words; `proper`
    are those inside that seldom stand in lower case.

    `known` are the last words of names that stand behind a rank, do what people do or are said to be people's; `women` those of
    them behind a woman's rank or given name; `titles` are the ranks that stand before a name; `common` those that an article often stands
    before: "the Landgrave", "a Bostonian"; `said` are the names behind a quotation and "said"; `shared` are the surnames in
    `full` that others bear too; `absent` are the last words of names of those who are not meant, whoever else is.
    """

    full: Mapping[str, str]
    inside: frozenset[str]
    lower: frozenset[str]
    proper: frozenset[str]
    known: frozenset[str]
    women: frozenset[str]
    common: frozenset[str]
    titles: Mapping[str, frozenset[str]]
    said: frozenset[str]
    shared: frozenset[str]
    absent: frozenset[str] = frozenset()

    @classmethod
    def of(cls, text: str) -> "People":
        """The people whom `text` names."""
        behind = ((found["rank"].casefold(), found["name"].split()[-1]) for found in _BEHIND.finditer(text))
        ranked = [(rank, name) for rank, name in behind if rank in RANKS]
        small = Counter(_LOWER.findall(text))
        large = Counter(_INSIDE.findall(text))
        lower = frozenset(small)
        uses = Counter(_WORD.findall(text))
        full = {
            surname: name
            for surname, name in _full_names(text, uses).items()
            if not (
                _ROMAN.fullmatch(name.split()[0]) and surname.casefold() in lower
            )  # "XX. I. Letter" is a place in an archive
        }
        doing = {found["name"].split()[-1] for pattern in (_DOES, _WHO, _CALLED) for found in pattern.finditer(text)}
        women = _women(ranked, uses)
        men = {name for rank, name in ranked if rank in _MEN}
        said = frozenset(name for found in _SAID.finditer(text) if (name := plain_name(found["name"])))
        return cls(
            full=full,
            inside=frozenset(large),
            proper=frozenset(word for word, count in large.items() if count > _OFTENER * small[word.casefold()]),
            lower=lower,
            known=frozenset(
                (
                    {
                        *full,
                        *doing,
                        *apposed(text, lower),
                        *_surnames(text),
                        *(name for _, name in ranked),
                        *(name.split()[-1] for name in said),
                    }
                )
                - (women & men)
            ),
            titles=_titles(ranked),
            said=said,
            shared=shared(text, full, {word for word in large if word.casefold() not in lower}),
            common=articled(text) - frozenset(full),
            women=frozenset(women | {surname for surname, name in full.items() if name.split()[0].casefold() in WOMEN}),
        )

    def without(self, *names: str) -> "People":
        """The same people, but for those of these names."""
        return replace(self, absent=self.absent.union(name.split()[-1] for name in names))

    def is_absent(self, name: str) -> bool:
        """Whether it is one of those left out."""
        return name.split()[-1] in self.absent

    def is_absent_person(self, name: str) -> bool:
        """Whether it is one of those left out whom the text shows to be a person."""
        return self.is_absent(name) and replace(self, absent=frozenset()).is_person(name)

    def is_person(self, name: str) -> bool:
        """Whether the text shows that the name is one of a person."""
        words = name.split()
        if self.is_absent(name):
            return False
        if words[-1].casefold() in PLACES | NO_NAMES or (len(words) == 1 and words[0] in self.common):
            return False
        if _ROMAN.fullmatch(words[-1]) and re.fullmatch(INITIAL, words[-2] if len(words) > 1 else ""):
            return False  # "B. VI" is a book
        known = (
            _ELIDED.sub("", words[-1]) in self.known
            or words[0].casefold() in GIVEN
            or words[0].casefold().rstrip(".") in RANKS
        )
        return known or self._is_numbered(words)

    def _is_numbered(self, words: Sequence[str]) -> bool:
        """Whether it is the name of a king or a pope with his number, and no chapter's: "Sigismund III"."""
        numbered = len(words) == 2 and _ROMAN.fullmatch(words[-1])
        return (
            bool(numbered)
            and words[0] in self.inside - self.full.keys()
            and words[0].casefold() not in self.lower | NO_NAMES | PLACES
        )

    def may_be_person(self, name: str) -> bool:
        """Whether nothing shows that the name is one of a place or a common word."""
        words = name.split()
        folded = words[-1].casefold()
        if self.is_absent(name) or folded.endswith(_ABSTRACT) or self._is_plural(words[-1]):
            return False
        plain = folded not in PLACES | NO_NAMES and folded not in self.lower and not _ROMAN.fullmatch(words[-1])
        return plain and words[-1] in self.inside and words[-1] not in self.common

    def _is_plural(self, word: str) -> bool:
        """Whether it stands for several, of whom one is a common word: "the Guards", "Democrats"."""
        one = word.removesuffix("s")
        return one != word and word not in self.known and (one.casefold() in self.lower or one in self.common)

    def _is_titled(self, surname: str) -> bool:
        """Whether a rank stands before it that only a person has, so that it is a name though it is a word too: "General Grant"."""
        return bool(self.titles.get(surname, frozenset()) & _PERSONAL) and surname in self.inside

    def is_woman(self, name: str) -> bool:
        """Whether rank or given name tell that the person is a woman."""
        words = name.split()
        return words[-1] in self.women or words[0].casefold().rstrip(".") in WOMEN

    def speaker(self, name: str, *, speaks: bool = False) -> str | None:
        """The fullest form of a name; None where it may be a common word that stands elsewhere in lower case.

        So may a word that stands only where sentences begin, unless it is said that he `speaks` who is called so.
        """
        words = name.split()
        surname = words[-1]
        if len(words) == 2 and _ROMAN.fullmatch(surname) and (words[0].casefold() in GIVEN or self._is_numbered(words)):
            return name.rstrip(".")  # "James I."
        if len(surname.rstrip(".")) < _SHORTEST:
            return None
        if len(words) > 1 and surname in self.full and not _is_given(words[0]) and words[0] not in self.full[surname]:
            words = [surname]  # a capital before it belongs to something else: "In the Convention Danton said"
            name = surname
        if surname in self.full and (len(words) > 1 or surname.casefold() not in GIVEN):
            full = self.full[surname]
            alone = len(words) == 1 and surname not in self.shared
            return full if alone or (len(words) > 1 and full[0] == name[0]) else name
        if len(words) > 1 and surname.casefold() in RANKS and not _is_given(words[0]):
            return None  # "United States Minister"
        if len(words) == 1 and surname in self.common and not (speaks and self._is_titled(surname)):
            return None
        if surname.split("-")[0].casefold() in NO_NAMES:
            return None  # "Over-powered"
        common = surname.casefold() in self.lower and not (
            speaks and (surname in self.proper or self._is_titled(surname))
        )
        seen = surname in self.inside | self.known or (speaks and len(surname) >= _UNSEEN)
        if len(words) == 1 and not seen and name not in self.said:
            return None
        ranked = len(words) > 1 and words[0].casefold().rstrip(".") in RANKS
        told = speaks and len(words) > 1 and not _is_phrase(words, self.lower)
        return name if not common or _is_given(words[0]) or ranked or told or name in self.said else None


def _is_phrase(words: Sequence[str], lower: frozenset[str]) -> bool:
    """Whether they are no name, or more than one: "Bonded Stores", "Halloran Rose", "Reeve Minister"."""
    opens = words[0].casefold() in lower | NO_NAMES | PLACES | ORIGINS
    return opens or words[-1].casefold() in RANKS or words[-1].endswith("ed") or words[-1].isupper()


def _women(ranked: Iterable[tuple[str, str]], uses: Mapping[str, int]) -> set[str]:
    """Names that a woman's rank stands before, not once in a while: "Mrs. Orme" makes no woman of an Orme named a hundred times."""
    counts = Counter(name for rank, name in ranked if rank in WOMEN)
    return {name for name, count in counts.items() if _SELDOM * count >= uses[name]}


def _titles(ranked: Iterable[tuple[str, str]]) -> Mapping[str, frozenset[str]]:
    """The ranks of each name."""
    titles: defaultdict[str, set[str]] = defaultdict(set)
    for rank, name in ranked:
        titles[name].add(rank)
    return {name: frozenset(ranks) for name, ranks in titles.items()}


def _surnames(text: str) -> set[str]:
    """Last words behind a given name, however many people share them."""
    return {
        words[-1]
        for found in _NAME.finditer(text)
        if 1 < len(words := _without_ranks(found[0].split())) <= _MAX_WORDS
        and words[0].casefold() in GIVEN
        and _is_full(words)
    }


def _full_names(text: str, uses: Mapping[str, int]) -> Mapping[str, str]:
    """By surname the fullest name that the text gives ("Lenin" -> "V. I. Lenin"), where only one person bears it."""
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for found in _NAME.finditer(text):
        words = _without_ranks(found[0].split())
        if 1 < len(words) <= _MAX_WORDS and _is_full(words) and not _heads_a_chapter(found, text):
            forms[words[-1]][" ".join(words)] += 1
    return {
        surname: max(names, key=lambda name: (names[name], len(name), name))
        for surname, names in forms.items()
        if len({name[0] for name in names}) == 1 and _RARE * sum(names.values()) >= uses[surname]
    }


def _is_full(words: list[str]) -> bool:
    """Whether a given name or initials stand first, and no other sentence begins after them ("Paul I. Catharine")."""
    numbered = (len(words) == 2 or not words[0].endswith(".")) and any(map(_ROMAN.fullmatch, words[1:]))
    return _is_given(words[0]) and not numbered and not any(word.casefold() in NO_NAMES for word in words)


def _heads_a_chapter(found: re.Match[str], text: str) -> bool:
    """Whether the initial is a number at the start of a line: "X. Mirabeau"."""
    first, second = found[0].split()[:2]
    numbered = bool(_ROMAN.fullmatch(first)) and first.endswith(".") and not second.endswith(".")
    return numbered and text[max(0, found.start() - 1) : found.start()] in ("\n", "\r")


def _without_ranks(words: list[str]) -> list[str]:
    while words and words[0].casefold().rstrip(".") in RANKS | ORIGINS:
        words = words[1:]
    return words


def _is_given(word: str) -> bool:
    return word.casefold() in GIVEN or bool(re.fullmatch(INITIAL, word))
