"""One spelling for English words that are spelled in two ways: British and American, old and new.

Only terms are made from it: what is quoted stays as it stands. Where the two differ by an ending the American one is kept.
"""

import re
from functools import lru_cache

_ALWAYS_ISE = frozenset(
    "adv ar anal appra arr br bru chem circumc compr comprom conc cr cru dec dem desp dev disgu enterpr exc exerc expert "
    "franch gu improv inc ir lengthw likew mala merchand mort otherw para parad po porpo pra pr prec prem prom ra "
    "repr rev sunr superv surm surpr telev torto treat turquo unw upr val".split()
)
"""What stands before "-ise" in words that nobody spells with "-ize"."""

_ISE = re.compile(r"([a-z]{2,})is(?=(?:e[ds]?|ers?|ing|ations?|able|ements?)\b)")
_OUR = re.compile(
    r"((?:be|dis|mis|un)?(?:arb|ard|arm|behavi|cand|clam|col|demean|endeav|enam|fav|ferv|flav|glam|harb|hon|hum|lab|neighb|"
    r"od|parl|ranc|rig|rum|savi|sav|splend|succ|tum|val|vap|vig))our"
)
_RE = re.compile(
    r"((?:amphi|centi|kilo|milli)?(?:calib|cent|fib|lit|lust|maneuv|meag|met|mit|sab|saltpet|scept|sepulch|somb|spect|theat))"
    r"re(d?)(?=s?\b)"
)
_ENCE = re.compile(r"(def|off|lic|pret)ence(?=[ds]?\b)")
_OGUE = re.compile(r"(anal|catal|dial|epil|monol|prol)ogue(?=s?\b)")
_YSE = re.compile(r"(anal|catal|electrol|paral)ys(?=(?:e[ds]?|ing)\b)")

_BEGINNINGS = {
    "aeroplan": "airplan",
    "aesthet": "esthet",
    "anaemi": "anemi",
    "archaeolog": "archeolog",
    "artefact": "artifact",
    "cancell": "cancel",
    "co-op": "coop",
    "co-ord": "coord",
    "connexion": "connection",
    "councillor": "councilor",
    "counsellor": "counselor",
    "czar": "tsar",
    "encyclopaed": "encycloped",
    "enquir": "inquir",
    "enrolment": "enrollment",
    "fulfilment": "fulfillment",
    "gaol": "jail",
    "grey": "gray",
    "haemorr": "hemorr",
    "instalment": "installment",
    "jewellery": "jewelry",
    "judgement": "judgment",
    "acknowledgement": "acknowledgment",
    "leukaemi": "leukemi",
    "manoeuvre": "maneuvre",
    "manoeuvring": "maneuvering",
    "marvellous": "marvelous",
    "mediaeval": "medieval",
    "mould": "mold",
    "moustache": "mustache",
    "orthopaed": "orthoped",
    "paediatr": "pediatr",
    "plough": "plow",
    "practis": "practic",
    "programme": "program",
    "sceptic": "skeptic",
    "skilful": "skillful",
    "smoulder": "smolder",
    "sulphur": "sulfur",
    "tzar": "tsar",
    "waggon": "wagon",
    "wilful": "willful",
    "woollen": "woolen",
}
_BEGINNING = re.compile("|".join(_BEGINNINGS))

_WORD = re.compile(r"(?:\bco-)?[a-z]{4,}")


def one_spelling(text: str) -> str:
    """The text in lower case, each such word in the spelling that stands for both."""
    return _WORD.sub(lambda found: _kept(found[0]), text.lower())


@lru_cache(maxsize=100_000)
def _kept(word: str) -> str:
    if found := _BEGINNING.match(word):
        word = _BEGINNINGS[found[0]] + word[found.end() :]
    if (found := _ISE.match(word)) and found[1] not in _ALWAYS_ISE:
        return f"{found[1]}iz{word[found.end() :]}"
    if found := _RE.match(word):
        return f"{found[1]}er{found[2] and 'ed'}{word[found.end() :]}"
    for ending, kept in ((_OUR, "or"), (_ENCE, "ense"), (_OGUE, "og"), (_YSE, "yz")):
        if found := ending.match(word):
            return f"{found[1]}{kept}{word[found.end() :]}"
    return word
