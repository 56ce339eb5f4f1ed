"""Names of people: whether a line is one, which ones a text holds, and the full form of a surname."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

_GAP = r"(?:[ \xa0]|\r?\n)"
_INITIAL = r"[A-ZÀ-ÞА-ЯЁ]\."
_WORD = r"[A-ZÀ-ÞА-ЯЁ][^\W\d_]*(?:[’'][A-ZÀ-Þ][^\W\d_]+)?(?:-[^\W\d_]+)*"
_PARTICLE = r"(?:de|von|van|der|den|du|di|da|del|della|bin|ibn|al|el|la|le|ter|ten|zu)"
NAME = rf"(?:(?:{_INITIAL}{_GAP}?)+{_WORD}|{_WORD}(?:{_GAP}(?:{_INITIAL}|{_PARTICLE}{_GAP}{_WORD}|{_WORD}))*)"
"""A pattern of one to several capitalised words, initials and particles; by itself it matches places and titles too."""

_LINE = re.compile(
    rf"(?:(?:Dr|Prof|Mr|Mrs|Ms|Sir)\.? )?(?P<name>{NAME})(?:,? (?:Jr\.?|Sr\.?|PhD|Ph\.D\.|M\.A\.|MA|MP))?"
)
_FULL = re.compile(NAME)
_INSIDE = re.compile(rf"(?<=[a-zà-ÿ,;][ \xa0]){_WORD}")
_MAX_NAME_WORDS = 5
_ROMAN = re.compile(r"[IVX]+")
# Words that stand before a surname with a capital and are no given names.
_TITLES = frozenset(
    "admiral american ambassador archbishop baron bishop bolshevik british brigadier captain cardinal chairman chancellor colonel"
    " commander commissar commissioner comrade corporal count countess czar czarina deputy doctor dr duchess duke earl emperor empress"
    " english field former french general german governor grand great herr in judge king lady left lieutenant lord madame major"
    " marquis marshal menshevik minister miss monsieur mr mrs ms old on only pope premier president prime prince princess prof"
    " professor queen red reverend right russian saint secretary senator sergeant sir soviet st the then tsar tsarina when while"
    " young and but yet however only even as at if for from with to by both neither nor or so thus though although before after"
    " according meanwhile later soon once since until unlike like did does was is are were had has have would could should".split()
)
_NO_NAMES = frozenset(
    "i he she it we they you who what this that these those there here then when where why how the a an his her its our their my one"
    " some many all no not nobody everyone someone others another but and or so yet thus as if for from in on at by to of with after"
    " before during since while although though because once now today later soon meanwhile finally even only still again also"
    " perhaps indeed instead".split()
)
# Frequent given names, for telling "Victor Serge" from "Red October"; a name that is not here needs other evidence.
_GIVEN = frozenset(
    "aaron abraham adam adolf agnes alan albert alejandro aleksandr aleksei alessandro alex alexander alexandra alexei alexis"
    " alfred alice alison allan allen amanda amelia amy anastasia anatoly andrea andreas andrei andrew andy angela angelica anita"
    " anna anne annette anthony antonia antonio antony aristide arnold arthur august augustus barbara barry beatrice beatrix ben"
    " benedict benjamin bernard bertha bertrand betty boris brian bruce bruno carl carla carlo carlos carol caroline catherine"
    " cecil charles charlotte chris christian christina christine christopher claire clara clare claude colin constance cyril"
    " daniel daria david deborah denis dennis derek diana diane dick dmitri dmitry donald dora dorothy douglas edgar edith edmund"
    " eduard edward edwin eileen elena eleanor elisabeth elizabeth ella ellen elsa emil emile emily emma emmanuel enrico eric erich"
    " erik ernest ernst esther ethel eugene eva evelyn evgeny felix ferdinand fiona florence frances francesco francis francisco"
    " frank franz fred frederick friedrich fritz fyodor fedor gabriel gareth geoffrey george georges georgi georgy gerald gerard"
    " gertrude gilbert giovanni giuseppe gleb gordon graham grace gregor gregori gregory grigory guy gustav guido hannah hans harold"
    " harry heinrich helen helena helene henri henry herbert herman hermann hilda howard hubert hugh hugo ian ida igor ilya inessa"
    " irene irina isaac isabel isabella isaiah ivan ivor jack jackie jacob jacques jakob james jan jane janet jason jean jennifer"
    " jeremy jessica jim joan joe joel johann johannes john jon jonathan jorge jose josef joseph josephine joshua juan judith jules"
    " julia julian julie jürgen karen karin karl kate katherine kathleen keith kenneth kevin klaus konstantin kurt larissa larry laura"
    " laurence lavr lawrence lee leo leon leonard leonid leopold leslie lev lewis liam lidia lilian linda lionel lisa lloyd lorenzo"
    " louis louisa louise lucia lucy ludwig luigi luis luke lydia lynn mabel malcolm manuel marc marcel marcus margaret margarita"
    " maria marie marina mario marion mark marlene martha martin mary matilda matthew matthias maurice max maxim megan melissa"
    " michael michel michelle miguel mikhail milton miriam moritz morris moses nadezhda nadia nancy natalia natalie natasha nathan"
    " neil nicholas nick nicola nicolas nigel nikita nikolai nina nora norman olga oliver olivia orlando oscar oskar otto owen pablo"
    " pamela patricia patrick paul paula pavel pedro peggy penelope peter philip philippe phyllis pierre piotr rachel ralph"
    " raymond rebecca reginald rene rex rhoda richard rita robert roberta robin roger roland ronald rosa rose rosemary roy rudolf"
    " rupert russell ruth ryan sally sam samuel sandra sara sarah scott sean sergei sergey sergio sheila sidney sigmund simon simone"
    " sofia sonia sophia sophie stanley stefan stella stephan stephen steve steven stewart stuart susan suzanne sylvia tamara tania"
    " tatiana ted terence teresa theodor theodore theresa thomas tim timothy tina tobias todd tom tony trevor ursula vadim"
    " valentin valerie vasily vera vernon veronica victor victoria viktor vincent viola virginia vivian vladimir vladislav walter"
    " warren wendy werner wilfred wilhelm will william winifred winston wolfgang yakov yegor yevgeny yuri yvonne zinaida"
    " алексей александр александра анатолий андрей анна антон борис вадим валентин василий вера виктор виталий владимир владислав"
    " георгий григорий дмитрий евгений екатерина елена иван игорь ирина константин лев леонид людмила максим мария михаил надежда"
    " наталья никита николай олег ольга павел петр пётр роман сергей софья татьяна фёдор федор юлия юрий яков".split()
)


def person(line: str) -> str | None:
    """The name, where the line is the name of one person and shows it: by a given name or by initials."""
    found = _LINE.fullmatch(line.strip())
    if not found:
        return None
    words = found["name"].split()
    first = words[0]
    sure = (
        len(words) <= _MAX_NAME_WORDS
        and len(words) > 1
        and (first.casefold() in _GIVEN or re.fullmatch(_INITIAL, first))
    )
    return " ".join(words) if sure else None


def plain_name(name: str, *, definite: bool = False) -> str | None:
    """The name without conjunctions and ranks before it; None where nothing is left, or where "the" makes it no person's."""
    words = re.sub(r"[’']s?\Z", "", name).split()
    while words and words[0].casefold() in _NO_NAMES:
        words = words[1:]
    plain = _without_titles(words)
    if not plain or (definite and len(plain) == len(words)):
        return None
    return " ".join(plain)


@dataclass(frozen=True, kw_only=True, slots=True)
class People:
    """The people of one text: `full` names by surname, and all words `inside` sentences that have a capital."""

    full: Mapping[str, str]
    inside: frozenset[str]

    @classmethod
    def of(cls, text: str) -> "People":
        """The people whom `text` names."""
        return cls(full=full_names(text), inside=frozenset(_INSIDE.findall(text)))

    def speaker(self, name: str) -> str | None:
        """The fullest form of a name; None where it may be a common word that merely began a sentence."""
        words = name.split()
        if len(words) == 1 and words[0] not in self.inside and words[0] not in self.full:
            return None
        full = self.full.get(words[-1], name)
        return full if len(words) == 1 or full[0] == name[0] else name


def full_names(text: str) -> Mapping[str, str]:
    """By surname the fullest name that `text` gives; surnames of several people are left out.

    "Lenin" -> "V. I. Lenin". Words before a surname count as given names when they are known as such, or are initials, or
    when they stand there inside a sentence and are no rank or nationality.
    """
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for found in _FULL.finditer(text):
        words = _without_titles(found[0].split())
        if 1 < len(words) <= _MAX_NAME_WORDS and not _ROMAN.fullmatch(words[-1]) and _is_given(words, found, text):
            forms[words[-1]][" ".join(words)] += 1
    full = {}
    for surname, names in forms.items():
        if len({name[0] for name in names}) == 1:
            full[surname] = max(names, key=lambda name: (names[name], len(name), name))
    return full


def _without_titles(words: list[str]) -> list[str]:
    while words and words[0].casefold().rstrip(".") in _TITLES:
        words = words[1:]
    return words


def _is_given(words: list[str], found: re.Match[str], text: str) -> bool:
    first = words[0]
    if first.casefold() in _GIVEN or re.fullmatch(_INITIAL, first):
        return True
    before = text[max(0, found.start() - 2) : found.start()].strip(" \xa0")
    return len(words) == 2 and before[-1:].isalpha() and found[0].split()[0] == first
