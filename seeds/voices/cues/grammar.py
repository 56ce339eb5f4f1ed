"""Who is the subject of a verb that leads in to a quotation, as the sentence around the verb tells it."""

import re
from collections.abc import Sequence

from seeds.people import NAME, plain_name
from seeds.quotations import SPEECH
from seeds.voices.cues import clauses, unlisted
from seeds.voices.cues.postmodified import postmodified
from seeds.voices.cues.verbs import ADVERB, VERB
from seeds.voices.mentions.conjunctions import WHEN
from seeds.voices.mentions.cue import SOMEBODY, Cue
from seeds.voices.mentions.roles import ROLE, head_of, is_new, plain_role
from seeds.voices.mentions.subjects import MOVED, Mention, mentions, subject_at
from seeds.voices.mentions.words import ROLES, WRITINGS

_PLAINLY = (
    rf"(?:{SPEECH}|pronounced|asserted|asserts|affirmed|affirms|maintained|maintains|demanded|demands|decreed|decrees|resolved|resolves"
    r"|called\ aloud|cried\ out|called\ out|burst\ out|broke\ out"
    r"|rejoined|ejaculated|threatened|vowed|(?:say|tell|write|declare|ask|shout|exclaim|add|observe|repeat))"
)
_AGENT = re.compile(
    rf"[a-z]+\s(?:\w+ly\s)?by\s(?:(?P<role>{ROLE}|[Tt]he\s{NAME})|(?P<name>{NAME})|(?P<pronoun>him|her)\b)(?:,?\s(?:in|with|at|on|to|of|from)\s[^.!?;:“”\"]{{2,90}})?\s*(?:[,:]|:?--|:?—)\s*\Z",
    re.VERBOSE,
)
_MANNER = re.compile(
    rf"(?<=\b(?:and|but)\s)(?:after|with|in|at|without|from|amid|for|on)\s(?!{MOVED}\b)[^,;:—]{{3,45}}\s\Z"
)
"""What says how or when, between "and" and the verb: "he laughed, and after a while replied"."""
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being|be|am)\s+(?:\w+ly\s+)?\Z")
_REPORTED = re.compile(
    r"\b(?:reported|recorded|said|related|known|heard|supposed|alleged|provoked|obliged|compelled|forced|driven"
    r"|moved|impelled)\s+(?:\w+ly\s+|aloud\s+)?to(?:\s+have)?\s+\Z|\b(?:reported|quoted|represented)\s+as\s+(?:having\s+)?\Z"
)
_WHO_IS_SAID = re.compile(
    r"\bwho\s(?:is|was|are|were)\s(?:\w+ly\s)?(?:reported|recorded|said|related|known|supposed|alleged)\sto(?:\shave)?\s+\Z"
)
_BETWEEN = re.compile(
    r"(?<=\bwho),\s(?:in|with|at|on|by|after|for|from|without|when|while|though|although|before|if)\s[^,;:]{2,60},\s*\Z"
)
"""How or when, between "who" and its verb: "the miller, who, in a low voice, said", "who, when he saw me, said"."""
_HEARD = re.compile(
    r"(?:was|is|were)\s(?:\w+ly\s|often\s|once\s|then\s)?(?:over)?heard\s(?:\w+ly\s|aloud\s)?(?:to\s)?\Z"
)
_JOINED = re.compile(
    r"(?:\b(?:and|then|but|or|to|by|in|of|without|before|on|not|not\ to)|[,;—–]|--)\s*(?:\w+ly\s+|also\s+"
    r"|thus\s+|then\s+){0,2}\Z",
    re.VERBOSE,
)
_APPOSITION = re.compile(r",(?!\s(?:and|but|or)\b)[^,.;:]{2,90},\s*\Z")
_RELATIVE = re.compile(r"\b(?:who(?:,\sin\s[a-z]+,)?|which|that)\s*\Z")
_WHAT_HE_IS = re.compile(
    r",\s(?:an?\s|the\s|then\s|now\s|once\s)?(?!and\b|or\b|but\b)[a-z][\w-]*(?:\s(?!and\b|or\b)[\w’.-]+){0,9}\Z"
)
_BESIDE = re.compile(r"\b(?:of|and|or)\s+(?:the\s+)?[A-Z][\w’-]*\Z")
_CAUSED = re.compile(
    r"\b(?:made|makes|led|leads|caused|forced|obliged|compelled|induced|lead|leading|make|heard|hear|did|does|let|moved|drove|prompted|provoked)"
    r"\s(?:poor\s|even\s|(?:Mr|Mrs|Dr)\.\s)?\Z"
)
_DYING = re.compile(r"\s(?:when|while|on|after|before)\s\w+ing(?:\s\w+){0,4}\Z")
_OF_PLACE = re.compile(r",\sof\s[A-Z][\w’-]+\Z")
_OWNED = re.compile(r"\b([a-z-]+)\s+\Z")
_TAKES_OBJECT = re.compile(r"(?:tell|told|ask|assur|remind|beg|urg|warn|address|call|implor|answer|interrupt)\w*")
_PAIR = re.compile(
    rf"(?:\A|[;:,—]\s|\b(?:[Aa]nd|[Bb]ut|[Ww]hen|[Tt]hat|[Aa]s|[Tt]hen|[Ww]hile)\s)(?:(?P<first>{NAME})|(?P<role>{ROLE}))\sand\s(?:(?P<second>{NAME})|(?P<other>(?:the|his|her)\s[a-z]+))\Z"
)
_NUMERAL = re.compile(r"(?:(?<=\s[IVX])|(?<=[IVX][IVX]))\.\s\Z")
"""The full stop behind the number of a king."""
_HANGS_ON = re.compile(r",?\s(?:who|whose|which|whom)\b")
_GOES_NO_FURTHER = re.compile(r"\s*(?:[,:](?:--|—)?|,\s(?:is|was|are|were|that|had)[,:]?)\s*")
_BY = re.compile(r"\b(?:by|from|to)\s+\Z")
_BODY = re.compile(
    r"\b([Ii]t|[Tt]hey)\Z|(?:\A|[,;]\s|\b(?:but|and|then)\s)(they|it),\s(?!(?:he|she|they|we|and|but)\b)[^,;:—]{2,60},\Z",
    re.IGNORECASE,
)
_IT_OPENS = re.compile(r"\W*(?:And\s|But\s)?([Ii]t)\s(?!(?:is|was|has|had|seems|seemed|appears|appeared)\b)")
_THEY = re.compile(r"[Tt]hey")
_BEFORE_NOUN = re.compile(r"\b(?:by|with|of|the|their|his|her|these|those|such)\Z")
_WHEN = re.compile(rf"\W*{WHEN}\b")
_FRONTED = re.compile(rf"\W*{WHEN}\s(?:at\s|in\s)?")
_CLAUSE_ENDS = re.compile(r"\s\w[^,;:]*,")
_WHO_ALSO = re.compile(r",?\s+who\s(?:(?!\bwho\b)[^;:])*\band(?:\s+then)?\Z")
_NAME_OPENS = re.compile(rf"\W*(?:[Aa]s\s)?(?P<name>{NAME}),\s")
_LEFT = re.compile(r"[;:]|\b(?:who|which|that|whom|whose|when|because|if|what)\b")


def subject_of(sentence: str, verb: re.Match[str]) -> Cue | None:
    """Who does what the verb says; `SOMEBODY` where the sentence does not tell it."""
    lead, gerund = sentence[: verb.start()], verb[0].split()[0].endswith("ing")
    everybody = list(mentions(sentence))
    lead = _NUMERAL.sub(" ", re.sub(rf"(?:\b{ADVERB}\s+){{1,3}}\Z", "", lead, flags=re.VERBOSE))
    if caused := _caused(sentence, everybody, lead):
        return caused
    heard = _HEARD.search(lead)
    plainly = heard is not None or re.fullmatch(_PLAINLY, verb[0], re.VERBOSE) is not None
    lead = _BETWEEN.sub(" ", _HEARD.sub("", lead))
    if told_of := _WHO_IS_SAID.search(lead):
        return antecedent(everybody, lead[: told_of.start()].rstrip(" ,")) or SOMEBODY
    if _REPORTED.search(lead):
        return last_subject([each for each in everybody if each.end <= len(lead)], sentence)
    if re.match(rf"{VERB}\s+(?:\w+ly\s+)?by\s", sentence[verb.start() :], re.VERBOSE):
        return _agent(sentence[verb.start() :], verb.start())
    if _PASSIVE.search(lead) and not verb[0].startswith("convinced"):
        return SOMEBODY
    lead = _MANNER.sub("", lead).rstrip()
    if _BEFORE_NOUN.search(lead) and not (gerund and lead.endswith((" by", " of", " with"))):
        return SOMEBODY  # "directed by shouts": no verb
    relative = _RELATIVE.search(lead)
    who = _WHO_ALSO.search(lead)
    behind = who.start() + len(", who ") if who else 0
    later = [each for each in everybody if each.clause == "main" and behind < each.start < each.end <= len(lead)]
    if who and not relative and later and not any(each.name or each.role for each in later):
        # "Orme, who was tried, and a stranger came and said"; but "a miller who heard what he sang, rose and said"
        return _opens([each for each in everybody if each.end <= len(lead)], sentence) or SOMEBODY
    if who and not relative and not later:
        doing = [each for each in everybody if each.clause == "main" and each.end < who.start()]
        doing = [each for each in doing if each.name or each.role or each.pronoun]
        if doing and lead.rstrip().endswith(", and"):
            return last_subject(doing, sentence)  # "he saw Orme, who was there, and said"
        ahead = lead[: who.start()].rstrip(" ,")
        he = None if _is_beside_another(ahead) else subject_at(everybody, len(ahead), any_clause=True)
        return he if he and he != Cue(at=he.at) else _opens(doing, sentence) or SOMEBODY
    if relative:
        return antecedent(everybody, lead[: relative.start()].rstrip(" ,"), relative[0]) or SOMEBODY
    if third := _BODY.search(lead):
        return Cue(pronoun=(third[1] or third[2]).lower(), at=third.start(third.lastindex or 0))
    if pair := _PAIR.search(lead):
        the = "the " if (pair["first"] or "").lower().startswith("the ") else ""
        both = [_one_of_two(pair["first"], pair["role"]), _one_of_two(pair["second"], pair["other"])]
        return Cue(role=the + " and ".join(name for name in both if name)) if all(both) else SOMEBODY
    if several := unlisted.several(lead, plainly=plainly):
        return several
    immediate = subject_at(everybody, len(lead)) or subject_at(everybody, len(_DYING.sub("", lead)))
    if immediate is None and (apposition := _APPOSITION.search(lead + " " if lead.endswith(",") else "")):
        apposed = next((each for each in everybody if each.end == apposition.start()), None)
        called = next((each.name for each in everybody if each.name and each.end + 1 == len(lead)), None)
        if apposed and apposed.role and called and lead.endswith((f", {called},", f". {called},")):
            return Cue(name=called, role=apposed.role)  # "the old miller, James Reeve, said"
        plain = apposed is not None and not unlisted.NOT_SUBJECT.search(lead[: apposed.start])
        immediate = subject_at(everybody, apposition.start(), any_clause=plain)
    if immediate is not None and immediate != Cue(at=immediate.at):
        return _named_before(immediate, lead) or immediate
    by = next((each for each in everybody if gerund and each.end == len(lead) and (each.name or each.role)), None)
    if by and lead[: by.start].endswith("by "):
        return by.cue  # "they were cut short by Orme saying"
    inverted = None if _TAKES_OBJECT.fullmatch(verb[0]) else _at_start(everybody, verb.end(), sentence)
    if inverted is not None:
        return inverted
    if behind_who := postmodified(lead, only_clauses=True):
        return behind_who
    described = unlisted.described(lead) if plainly else None
    if described or immediate:
        return (described and _named_before(described, lead)) or described or SOMEBODY
    told = [each for each in everybody if each.end <= len(lead)]
    first = next((each for each in told if each.is_subject), None)
    if first and first.name and lead.endswith(",") and first.clause == "main" and sentence[first.end :].startswith(","):
        return first.cue  # "Orme, a miller whom they call the Grey, said"
    if _JOINED.search(lead) or gerund:
        it = _IT_OPENS.match(sentence) if not any(each.clause == "main" for each in told) else None
        last = last_subject(told, sentence)
        come = unlisted.arriving(lead) if gerund else None
        if come and (last is None or come.at > last.at):
            return come
        unknown = unlisted.doing(sentence, told, last) if not it and (plainly or gerund) else None
        if it:
            return Cue(pronoun="it", at=it.start(1))
        if last and (two := clauses.both(lead)) and two.at == last.at:
            return two
        known = unknown or (last if last != Cue(at=last.at if last else 0) else None)
        return known or (clauses.opening(lead, gerund=gerund) if plainly or gerund else None) or last
    subjects = [each for each in told if each.is_subject]
    alone = (
        bool(subjects)
        and (
            subjects[-1].clause == "main"
            or (len(subjects) == 1 and bool(_WHEN.match(sentence)) and "," not in lead[subjects[-1].end :])
        )
        and not _LEFT.search(lead, subjects[-1].end)
        and not any(each.end == len(lead) and each.role and lead[: each.start].endswith("upon ") for each in everybody)
    )
    if alone:
        return subjects[-1].cue
    return (
        postmodified(lead)
        or _opens(told, sentence)
        or (clauses.opening(lead, gerund=gerund) if plainly else None)
        or SOMEBODY
    )


def antecedent(everybody: list[Mention], lead: str, relative: str = "who") -> Cue | None:
    """Whom a relative clause tells of that begins where the words end; None where it may be either of two."""
    lead = _OF_PLACE.sub("", lead)
    what = _WHAT_HE_IS.search(lead) if relative.startswith("who") else None
    apposed = next((each for each in everybody if what and each.name and each.end == what.start()), None)
    if apposed:
        return apposed.cue  # "he met Orme, member of the council, who said"
    named = subject_at(everybody, len(lead), any_clause=True) or (
        unlisted.described(lead, relative=True) if relative.startswith("who") else None
    )
    done = relative.strip() == "which" and named and _BY.search(lead[: named.at])
    if done and done[0].startswith("from") and named and head_of(named.role or "it") in WRITINGS:
        done = None  # "a word from the boatmen's newspaper, which says"
    whole = (
        named and named.role and " of the " in named.role and lead.endswith(named.role)
    )  # a paper or a party is nobody
    return named if not done and (whole or not _is_beside_another(lead)) else None


def _named_before(what: Cue, lead: str) -> Cue | None:
    """Whose name comes just before what he is, where a comma is left out: "as Orme, one of the millers wrote"."""
    found = _NAME_OPENS.fullmatch(lead.removesuffix(what.role)) if what.role and is_new(what.role) else None
    name = plain_name(found["name"]) if found else None
    return Cue(name=name) if name else None


def _one_of_two(name: str | None, role: str | None) -> str | None:
    return plain_name(name) if name else plain_role(role or "")


def _opens(told: Sequence[Mention], sentence: str) -> Cue | None:
    """Who opens the sentence, where a clause hangs on him and nobody else does anything in a main clause: "Orme, who was old, rose"."""
    first = told[0] if told else None
    if first is None or not (first.name or first.role) or not _HANGS_ON.match(sentence, first.end):
        return None
    opens = not sentence[: first.start].strip(" .") or bool(unlisted.OPENER.fullmatch(sentence[: first.start]))
    others = any(each.clause == "main" and (each.name or each.role) for each in told[1:])
    return first.cue if opens and not others and ";" not in sentence else None


def _agent(words: str, verb: int) -> Cue:
    """By whom it is done, where the words end with him: "answered by the miller"."""
    found = _AGENT.match(words)
    if found and found["pronoun"]:
        return Cue(pronoun={"him": "he", "her": "she"}[found["pronoun"]], at=verb + found.start("pronoun"))
    name = plain_name(found["name"]) if found and found["name"] else None
    return Cue(name=name, role=plain_role(found["role"]) if found and found["role"] else None)


def _caused(sentence: str, everybody: list[Mention], lead: str) -> Cue | None:
    """Whom another makes or hears speak: "this led Orme to say", "vainly did Orme exclaim"."""
    end = len(re.sub(r"(?:\s(?:to|once|\w+ly))?\s*\Z", "", lead))
    who = next((each for each in everybody if each.end == end), None)
    return who.cue if who and who.cue != Cue(at=who.start) and _CAUSED.search(sentence[: who.start]) else None


def _is_beside_another(lead: str) -> bool:
    """Whether the name at the end of the words tells whose somebody is, so that "who" may be either: "the son of Orme, who"."""
    found = _BESIDE.search(lead)
    owned = _OWNED.search(lead[: found.start()]) if found and found[0].startswith("of") else None
    return found is not None and (owned is None or owned[1] in ROLES | WRITINGS or owned[1].endswith("s"))


def _at_start(everybody: list[Mention], start: int, sentence: str) -> Cue | None:
    """The subject that stands behind its verb: `Said the Belgian king:`, `so said Lenin:`."""
    for each in everybody:
        if each.start >= start and not sentence[start : each.start].strip():
            return each.cue if _GOES_NO_FURTHER.fullmatch(sentence, each.end) else None
    return None


def last_subject(everybody: list[Mention], sentence: str) -> Cue | None:
    """The last subject of a main clause, else the last of all."""
    subjects = [each for each in everybody if each.is_subject]
    main = [each for each in subjects if each.clause == "main" and (each.name or each.role or each.pronoun)] or subjects
    if not main or any(each.start > main[-1].end and is_new(each.role or "") and each.free for each in everybody):
        return None  # "the moment he came a miller took his arm, exclaiming"
    fronted = main[-1].clause != "main" and not main[-1].pronoun and _FRONTED.fullmatch(sentence, 0, main[-1].start)
    if fronted and _CLAUSE_ENDS.match(sentence, main[-1].end):
        return None  # "When the king came, the Lindeners of the mill, much moved, said"
    they = [each for each in everybody if each.clause == "main" and _THEY.fullmatch(sentence, each.start, each.end)]
    if they and they[-1].start > main[-1].end:
        return Cue(pronoun="they", at=they[-1].start)  # "the mill was burned; they led him away, crying"
    return main[-1].cue
