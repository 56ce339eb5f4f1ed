"""Who does something in a sentence: names, pronouns and other subjects, told by what stands before and after them.

No parser is behind this: a name is a subject where a clause begins before it and goes on after it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from seeds.irregular_verbs import PAST
from seeds.people import NAME, plain_name
from seeds.people.words import NO_NAMES, RANKS
from seeds.quotations import SPEECH
from seeds.voices.mentions.before_names import TITLE, behind_body, is_time, name_start
from seeds.voices.mentions.conjunctions import WHEN
from seeds.voices.mentions.cue import Cue
from seeds.voices.mentions.roles import MODIFIER, ROLE, is_new, is_people, opening_plural, plain_role
from seeds.voices.mentions.words import ROLES


@dataclass(frozen=True, kw_only=True, slots=True)
class Mention:
    """Somebody in a sentence, at `start` to `end` of it.

    `name` is set for one who is named, `role` for one of whom it is said what he is ("an old soldier"), `pronoun` ("he",
    "she", "I") for one who is meant; none is for "they" and "somebody". `clause` says what part it has: "main",
    "subordinate", or "none" where it is no subject; `free` says that no preposition and no verb stands before it,
    `is_several` that it is "they", "others" or "somebody".
    """

    start: int
    end: int
    name: str | None = None
    role: str | None = None
    pronoun: str | None = None
    clause: str = "none"
    free: bool = False
    is_several: bool = False

    @property
    def is_subject(self) -> bool:
        """Whether a clause has it for its subject."""
        return self.clause != "none"

    @property
    def cue(self) -> Cue:
        """Who it is."""
        return Cue(name=self.name, role=self.role, pronoun=self.pronoun, at=self.start)


_ADJECTIVE = (
    r"(?:old|young|great|famous|wise|brave|good|poor|same|celebrated|late|unhappy|unfortunate|noble|honest|gallant)"
)
_RANK = "(?:" + "|".join(sorted(RANKS, key=len, reverse=True)) + r")\.?"
_MENTION = re.compile(
    rf"""\b(?P<pronoun>[Hh]e|[Ss]he|I)\b
    | (?P<role>(?![Tt]he\s(?:following|foregoing|one\shand|other\shand)\b){ROLE})(?!\s+(?:{_RANK}\s+)*[A-ZÀ-Þ])
    | \b(?P<one>[Oo]ne\s+of\s+(?:them|us|(?:the|these|those|his|her|their|our)\s+(?:{MODIFIER})?[a-z]+(?<!s)(?:s|men))\b)
    | \b(?P<several>[Tt]hey|[Ww]e|[Yy]ou|[Oo]thers|[Ss]ome|[Mm]any|[Oo]ne(?!\s+(?:of\b|[A-ZÀ-Þ]))|[Ss]omebody|[Ss]omeone)\b
    | (?:\b(?P<article>[Tt]he|[Aa]n?|[Tt]his|[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Oo]ur|[Oo]ne|[Aa]nother)\s+
        (?:{_ADJECTIVE}\s+)?(?:(?:[A-Z][a-z]+(?:an|ish|ch|ese)\s+)?(?:(?=[a-z]){MODIFIER}){{1,3}}(?<!,\s)(?=(?!The\s)[A-Z]))?)?
      (?:(?:Secretary|Minister)\s+of\s+[A-Z][a-z]+\s+(?=[A-Z]))?(?P<ranks>(?:{_RANK}\s+){{0,2}})(?!I\s[a-z])(?P<name>{NAME})
    | \b(?:[Tt]he|[Aa]n?|[Tt]his|[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Oo]ur|[Aa]nother)\s+
        (?P<noun>(?!(?:few|the|his|her|their|he|she|they|we|it)\b)[a-zß-ÿ]+)""",
    re.VERBOSE,
)
_COORDINATE = re.compile(
    r"(?:^|[\s,;:(\[—–-])(?:and|but|or|so|then|nor|yet|thus|there|here|now|again|also|later|(?<=[,;:—–]\s)for|(?<=--)for|^for)\s*,?\Z",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"\b(?:that|which|who|whom|whose|what|when|while|as|if|because|though|although|where|until|till|after"
    r"|before|since|than|how"
    r"|why|whereas|whether|wherein|whereby|whenever|once|unless|lest)\s*,?\Z",
    re.IGNORECASE,
)
_AT_LAST = re.compile(r";\s(?:till|until)(?:\sat\slast|\sfinally)?\s*\Z")
"""What stands before what happened at last: "they gaped; till Orme came"."""
_WHEN = re.compile(r"[\w)],\swhen\s\Z")
"""What stands before what happened then: "he tried to read, when an old woman came"."""
_ADVERB = re.compile(
    r"(?:\b\w+ly|\b(?:day|evening|morning|night|time|occasion|once|finally|year|reply|answer|last|first))\s*\Z",
    re.IGNORECASE,
)
_OPENS = re.compile(r"(?:\A|[,;:.!?…()\[—–]|--|\A[\W\d_]*)\s*\Z")
_FRONTED = re.compile(
    rf"\s*(?:{WHEN}|Where|On|At"
    r"|In|During|To|Upon|From)\b[^,]*\Z"
)
_WHERE_OR_WHEN = re.compile(
    r"\s*(?:(?:But|And|Yet|So|Then|Now|Thus),?\s)?(?:On|Of|At|In|During|To|Upon|From|By|With|For|After|Since|Respecting|Concerning|Regarding|Under"
    r"|Amid|Among|Towards?|About|Within|Through|Throughout|Despite|Against|Without)\s[^,;:]*\w\s"
    r"(?<![’']s\s)(?<!\b(?:of|to|by|on|in|at|or|an|as)\s)(?<!\b(?:the|and|for|who|nor|his|her|its)\s)(?<!\b(?:with|from|upon|into|that|whom|when|than|what|this|like|over)\s)(?<!\b(?:their|which|where|after|until|under|about|whose|while|those|these|other)\s)(?<!\b(?:during|before|toward|behind|beside|around)\s)(?<!\b(?:against|between|towards)\s)(?<!\dth\s)\Z",
    re.IGNORECASE,
)
"""A phrase that says where or when, behind which the sentence's subject comes: "At the end of the day"."""
_THEREUPON = re.compile(
    r"\s*(?:(?:But|And|Then|Now),?\s)?(?:To|At|On|Upon|After|With)\s(?:all\s)?(?:this|that)\s\Z", re.IGNORECASE
)
"""What a sentence begins with that goes on from the one before, ahead of its subject: "To this Orme replied"."""
_TO_WHOM = re.compile(
    r"\b[Tt]o\s(?:him|her|them|me|us|this|which|whom)\s\Z|\b(?:[Uu]pon|[Aa]t|[Oo]n|[Aa]fter|[Ww]ith|[Bb]y)\s(?:this|that|which)\s\Z"
)
_BEHIND_VERB = re.compile(
    r"(?:[A-Z][a-z]+\s){1,2}(?:came|rose|stood)(?:\s(?:forward|up|out|forth))?\s|Then\s(?:came|spoke|rose)\s"
    r"|(?:.*[;:—,]\s|.*--)?(?:(?:for|and|but)\s)?(?:[Tt]hen|[Nn]or|[Nn]either|[Tt]hus|[Ss]o|[Nn]ever|[Ss]carcely|[Hh]ardly|[Nn]o\ssooner|[Nn]ot\sonly|[Vv]ainly|[Ii]n\svain|[Ww]ell|[Oo]nly\sthen|[Hh]ardly)"
    r"\s(?:did|does|had|has|was|could|would|might)\s"
)
"""What stands before a subject that comes behind its verb: "Last came forward Reeve", "nor did Reeve"."""
MOVED = r"(?:came|rushed|ran|stepped|sprang|walked|strode|stalked|burst|jumped|leapt|marched|rode|stood|rose|got|limped|tumbled|trotted)"
"""A pattern of the verbs behind which one stands who comes: "in came Reeve"."""
_ENTERS = re.compile(
    r"(?:\A\W*|[;:,—]\s|--)(?:(?:[Aa]nd|[Bb]ut|[Tt]hen|[Ss]o)\s){0,2}(?:[Ii]n|[Oo]ut|[Uu]p|[Dd]own|[Ff]orth|[Bb]ack|[Oo]ver|[Aa]long)\s"
    rf"{MOVED}\s\Z"
)
"""What stands before one who comes, in any clause, behind the verb of his motion: "the door opened, and in came Reeve"."""
_CLAUSE = re.compile(
    r"(?<!\b[Ii]n\s)(?<!\b[Aa]t\s)\b(?:that(?!\s[a-z]+\s\Z)|who|which|whom|whose|when|where|while|if|because|as|[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I|[Ii]t)\b"
)
_POSSESSIVE = re.compile(r"[’']s?\b|[’'](?=\s)")
_COMPANY = re.compile(
    r"(?:,\s+[A-ZÀ-Þ][\w’-]*(?:\s[A-ZÀ-Þ][\w’-]*)?){0,5}\s+(?:and|or|&)\s+(?:the\s+)?(?:[a-z]+\s+)?[A-ZÀ-Þ]"
)
_PLACE = re.compile(r",?\s+(?:where|whence|whither)\b")
_ENDS = re.compile(r"\s*(?:[!?;:)\]]|\.(?=\s+[A-Z]|\s*\Z)|\Z)")
_THEN_PRONOUN = re.compile(r",\s+(?:he|she|they|we|I|it)\b")
_NAMED = re.compile(rf",\s+(?:{_RANK}\s+)*{NAME}\s*,")
_BESIDE_HIM = re.compile(r"\b(?:him|her|them)(?:self|selves)?\s(?:and|or)\s*\Z|\b(?:me|us)\s(?:and|or)\s*\Z")
_PARTIES = frozenset({"socialist", "bolshevik", "anarchist", "german", "cossack"})
_BEHIND_APPOSITION = re.compile(r"(?:\s(?:in|of|at|from|to|with|by|for|on)\s[^,;:.()]{2,60})?[,)]")
_WAS = re.compile(r"\b(?:was|is|were|are|be|been|seems?|seemed|became)\s\w+ly\s*\Z")
"""What stands before a word that says what somebody is: "his face was truly Orme-like"."""
_HIS = re.compile(r"(?:his|her|their|my|our)", re.IGNORECASE)
"""What stands before a word with a capital that is no name: "his Sportsman"."""
_INDEFINITE = frozenset({"a", "an", "one", "another"})
_TURNS = re.compile(
    r"\W*(?:(?:Thereupon|Whereupon|Hereupon|Then|Thus|Meanwhile|Meantime|Still|Nevertheless|Perhaps|Indeed|However|Therefore|So"
    r"|But|And|Yet|Now|Once|Already|Likewise|Often|Sometimes|Here|There|Evidently|Again|Also|Finally|At\slast|Next|Soon|Afterwards|Even|Only)\s+)+"
)
_WHO = re.compile(r",\s(?:(?:to|of|with|from|by|for|in|on|at)\s)?(?:who|whose|whom)\b")
_NOUN = re.compile(
    rf"\s+(?!(?:{SPEECH}|{PAST}|\w+(?:ed|[a-rt-z]s|ing|ly)|would|could|should|must|might|may|will|shall|can"
    r"|then|now|also|again|who|which|that|and|or|but|of|in|on|at|to|for|from|by|with)\b)[a-z]",
    re.VERBOSE,
)
_ANY_NOUN = re.compile(
    r"\s+(?!(?:then|now|also|again|who|which|that|and|or|but|of|in|on|at|to|for|from|by|with|as|when|while|than|is|was|had|has)\b)[a-z]"
)
"""What follows an adjective that no verb can stand behind, since it is no subject."""
_BEHIND_NAME = re.compile(r"\b[A-ZÀ-Þ][\w’-]*\s\Z")
_SINGLE = re.compile(r"[a-z]{3,}(?<!s),\s+\Z")
_IN_RELATIVE = re.compile(r"\b(?:whom|which)\s\Z")
_CONTACT = re.compile(r"\b(?:the|an?|his|her|my|their)\s[a-z-]+\s\Z")
"""A noun on which the clause hangs in which "I" or "he" stands: "the table I sat at"."""
_NUMERAL = re.compile(r"[IVXLC]+\.?")
_THERE = re.compile(
    r"(?:[^;:.]{3,90}[,\s])?[Tt]here\s(?:was|came|lived|stood|sat|entered|appeared|rose|arose)\s(?:\w+ly\s|also\s|then\s|once\s)?"
)
"""What stands before one who is told of for the first time: "Among the passengers there was a miller"."""
_PRESENTS = re.compile(
    r"\W*(?:(?:And|But|Then|Now|Here)\s)?(?:At|In|On|By|Behind|Before|Near|Beside|Under|Among|Amid|Between|Opposite|Above|Below|Next\sto|Inside|Outside|Around|From|Out\sof|Up|Down)\s"
    r"[^,;:.]{3,80}\s(?:was|is|sat|sits|stood|stands|lay|lies|came|comes|knelt|appeared|walked|hung)\s"
)
"""What stands before one who is told of first where he is: "At a desk in the corner sat Orme,"."""
_DOES = re.compile(
    rf"(?:,\s(?:who|whose|whom)\b|\s(?:\w+ly\s)?(?:{PAST}|\w+ed|\w+s|would|could|may|might|will|must|should|in|at|from|with|on|by|near)\b)"
)
"""What stands behind somebody who does something."""
_APPOSES = re.compile(r"(?:,\s|—|--|\()\Z")
_TOWARDS = re.compile(r"\b(?:to|of|with|by|for|from|against|upon|on)\s\Z")
_PLATFORM = re.compile(
    r"\b(?:to|from|at|in|into|on|upon|before|behind|towards?|near|by|mount(?:ed|ing|s)?|ascend(?:ed|ing|s)?|occup(?:ied|ying)|left|le(?:ave|aving)|quitt(?:ed|ing)"
    r"|descend(?:ed|ing)|climb(?:ed|ing)|reach(?:ed|ing)|took|gain(?:ed|ing))\s\Z"
)
"""What stands before a place to speak from, which is nobody: "hastened to the tribune"."""
_NEAR = 20
_CALLED = re.compile(rf",?\s(?:named|called|by\sname|by\sthe\sname\sof)\s(?:(?:Mrs?|Dr)\.\s)?(?P<name>{NAME})")


def mentions(sentence: str) -> Iterator[Mention]:
    """All mentions of somebody in the sentence, in order."""
    before_end, begun, called = 0, False, False
    is_told_of, told_until = False, 0
    for found in _MENTION.finditer(sentence):
        start = found.start()
        if start < before_end:
            continue  # "a miller named Orme" is told already
        opens = not begun and not sentence[:start].strip(' ."“')
        plural = opening_plural(sentence, start) if opens and not found["pronoun"] else None
        if plural:
            before_end, begun = start + len(plural), True
            yield Mention(start=start, end=before_end, role=plain_role(plural), clause="main")
            continue
        named = _CALLED.match(sentence, found.end()) if found["role"] or found["one"] else None
        end = named.end() if named else found.end()
        if found["name"] and (TITLE.search(sentence[: found.end() + 2]) or sentence[end : end + 1].isdigit()):
            continue  # "Mr." is the beginning of a name, and "S12" is a section of the book
        if found["name"]:
            start = name_start(sentence, start, found.end(), alone=not found["article"], opens=opens)
        article = None if is_time(found) or _is_behind_this(found) else found["article"]
        start = start if article == found["article"] else found.start("ranks")
        if (behind := behind_body(found, end)) is not None:
            start, article = behind, None
        if found["name"] and (
            start == found.end() or _is_word(sentence[start : found.end()], first=not sentence[:start].strip())
        ):
            continue
        before, after = sentence[:start], sentence[end:]
        clause = _clause(
            before,
            after,
            glued=before_end > 0 and sentence[before_end:start].strip() in ("", ",", "and", "or"),
            first=before_end == 0,
            bare=_stands_bare(found, article),
            opens=not begun,
        )
        if (found["role"] or "").endswith("tribune") and _PLATFORM.search(before[-_NEAR:]):
            continue
        if (found["role"] or found["one"]) and (
            _NAMED.match(after)
            or _THEN_PRONOUN.match(after)
            or (called and _BEHIND_APPOSITION.match(after) and sentence[before_end:start].strip() in (",", "("))
        ):
            clause = "none"  # it only says who the one beside is: "Orme, the captain, said"
        appositive = begun and called and found["role"] and is_new(found["role"]) and _APPOSES.search(before)
        if appositive and not _DOES.match(after):
            clause = "none"  # "Orme charged Reeve with being an enemy, a friend of the council"
        of_what = called and sentence[before_end:start].strip() == ", of"  # "Orme, of the Linden council,"
        before_end = end
        name, role, pronoun = None, None, None
        if found["name"]:
            words = found["name"].split()
            indefinite = (article or "").lower() in _INDEFINITE
            bare = bool(article) and start + len(article or "") + 1 == found.start("name")
            his = bare and article and _HIS.fullmatch(article) and words[-1].casefold() not in ROLES | RANKS
            called_so = (
                "," in found[0]
                and not bare
                and _SINGLE.search(found.string[found.end("article") : found.start("ranks")])
            )
            name = (
                None
                if (bare or indefinite) and not called_so
                else plain_name(sentence[max(start, found.start("ranks")) : found.end()])
            )
            adjective = bare and bool((_NOUN if clause != "none" else _ANY_NOUN).match(after))  # "the Slavonic idea"
            several = "," in found[0]  # "on the other hand, the"
            unknown = indefinite and not _is_introduced(sentence, found)
            role = plain_role(found[0]) if article and not (unknown or adjective or several or his) else None
            if bare and not indefinite and len(words) > 1 and words[0].casefold() in ROLES - _PARTIES:
                name = plain_name(" ".join(words[1:]))  # "the Archduke Ferdinand"
        elif named:
            name = plain_name(named["name"])
        elif found["role"] or found["one"]:
            role = plain_role(found["role"] or found["one"])
        elif found["pronoun"]:
            pronoun = found["pronoun"] if found["pronoun"] == "I" else found["pronoun"].lower()
            if clause == "none":  # its form alone makes it a subject
                clause = "subordinate" if _CONTACT.search(before) else "main"
            elif _IN_RELATIVE.search(before):
                clause = "subordinate"
        new = name is not None if role is None else is_new(role)
        if new and not begun and (_PRESENTS.fullmatch(before) or (role and _THERE.fullmatch(before))):
            clause = "main"
        if name and is_told_of and sentence[told_until:start] == ", " and after.startswith(","):
            clause = "none"  # "he went to another miller, Orme, who"
        begun, called = begun or clause == "main", bool(name or role or pronoun) or of_what
        is_told_of, told_until = bool(role and is_new(role) and _TOWARDS.search(before)), end
        yield Mention(
            start=start,
            end=end,
            name=name,
            role=role,
            pronoun=pronoun,
            clause=clause,
            free=bool(_BEHIND_NAME.search(before)),
            is_several=bool(found["several"]),
        )


def subject_at(everybody: Iterable[Mention], end: int, *, any_clause: bool = False) -> Cue | None:
    """The subject that ends just there; with `any_clause` whoever ends there."""
    return next((each.cue if each.is_subject or any_clause else None for each in everybody if each.end == end), None)


def _is_behind_this(found: re.Match[str]) -> bool:
    """Whether "this" stands by itself before the name: "To this Orme replied"."""
    alone = found["article"] == "this" and found["name"] and found.end("article") + 1 == found.start("name")
    return bool(alone) and _THEREUPON.fullmatch(found.string, 0, found.start("name")) is not None


def _is_introduced(sentence: str, found: re.Match[str]) -> bool:
    """Whether "a Lindener" is somebody of his own: not what somebody just named is, nor whose something is."""
    before = sentence[: found.start()].rstrip()
    return not before.endswith((",", " of")) and not re.match(r"[A-Z]\.", found["name"])


def _stands_bare(found: re.Match[str], article: str | None) -> bool:
    """Whether it is somebody, and named without words between the article and the name but what he is: "the prophet Reeve"."""
    between = found.string[found.end("article") : found.start("ranks")].split() if article and found["name"] else []
    title = article == "The" and found.start() > 0 and not between  # "In May The Gazette said"
    bare = not article or title or _is_people(found) or (between[-1:] != [] and between[-1] in ROLES)
    return found["noun"] is None and (found["role"] is not None or bare)


def _is_people(found: re.Match[str]) -> bool:
    """Whether it is a people or a party: "the Saxons"."""
    return found["article"] in ("the", "The") and is_people(plain_role(found[0]))


def _is_word(text: str, *, first: bool) -> bool:
    """Whether the capital of what looks like a name is that of a sentence's first word, or of a number; `first`: nothing is before it."""
    folded = text.strip().casefold()
    return (
        folded in NO_NAMES
        or (first and folded.endswith(("ly", "ing")) and " " not in folded and folded != "king")
        or bool(_NUMERAL.fullmatch(text.strip()))
    )


def _clause(before: str, after: str, *, glued: bool, first: bool, bare: bool, opens: bool) -> str:
    """What part somebody has who stands between these words; `glued`: another mention stands just before; `first`: none does.

    `opens` says that no main clause has a subject yet, `bare` that it is somebody and no word comes between article and name.
    """
    if _POSSESSIVE.match(after) or _ENDS.match(after) or _COMPANY.match(after) or _PLACE.match(after):
        return "none"
    if bare and ((opens and _BEHIND_VERB.fullmatch(before)) or _ENTERS.search(before)):
        return "main"
    bare = bare and (not after.startswith(",") or bool(_WHO.match(after)))
    if bare and _TO_WHOM.search(before):
        return "main"
    if bare and opens and _THEREUPON.fullmatch(before):
        return "main"
    if bare and opens and _WHERE_OR_WHEN.fullmatch(before) and not _CLAUSE.search(before):
        return "main"
    if _AT_LAST.search(before) or (bare and not opens and _WHEN.search(before)):
        return "main"
    if _SUBORDINATE.search(before) or (first and _FRONTED.fullmatch(before)):
        return "subordinate"
    if (
        _OPENS.search(before)
        or _TURNS.fullmatch(before)
        or (_ADVERB.search(before) and not (bare and _WAS.search(before)))
    ):
        return "main"
    if _BESIDE_HIM.search(before):
        return "none"
    return "main" if _COORDINATE.search(before) and not (glued and re.search(r"\b(?:and|or)\s*\Z", before)) else "none"
