"""Talk around a question: requests for a passage, what for, thanks, and what is said of oneself. It goes, the question stays.

A stretch of words is talk where all of them are words of talk (`talk.toml`) or stop words, and where it says who asks or what is
wanted. So whatever names somebody, a place or a time is left in the question.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from retrieval.library.sentences import abbreviates
from retrieval.question.talk_words import beginning, folded, folded_words, vocabulary
from retrieval.question.words import STOP_WORDS, content_words, words

ENOUGH = 2
"""Words with content, none of talk, that what is left must have where it does not begin as a question does."""
MOST_CUTS = 60
"""Places in a sentence where the question is looked for; nobody's talk has more."""

_INTERROGATIVE = r"(?:who|whom|whose|what|which|when|where|why|how|whether|if)(?:['’]s|['’]re|['’]d)?"
_AUXILIARY = r"(?:did|do|does|was|were|is|are|had|has|have|could|can|would|will|should)"
_WITH_PREPOSITION = r"(?:(?:at|by|for|from|in|on|to|under)\s+(?:which|whom|whose)|at\s+what|for\s+how)"
_BEGINS_QUESTION = re.compile(
    rf"\W*(?:(?:and|but|so|or|then|in|at|on|from|by|to|for|with|under|since)\s+)*(?:{_INTERROGATIVE}|{_AUXILIARY})\b",
    re.IGNORECASE,
)
_ABOUT_OTHERS = re.compile(
    rf"\W*(?:(?:and|but|so)\s+)?(?:(?!if\b|whether\b){_INTERROGATIVE}|did|was|were|had|he|she|they|it)\b", re.IGNORECASE
)
"""How a stretch opens that asks or tells of others."""
_OTHERS = frozenset("he she they him her them his their who whom whose what which when why how whether".split())
_QUOTABLE = frozenset("quote quotes quotation quotations passage passages excerpt excerpts citation citations".split())
"""What nobody asks for but to find what it says: "What is the best quote on why ...", and not "the document"."""
_NO_PART = frozenset("answer answers clue fact facts idea ideas info information q question questions".split())
"""Texts that are no part of a document: "Any idea when ..." asks for a time, "the part when ..." does not."""
_SELF = frozenset({"i", "ok", "quoth"})
_SAYS_NO = frozenset({"idk", "dunno"})
_IMPERATIVE = frozenset(
    """need want looking trying wondering curious searching find tell show give explain describe please thanks thank quote quotes
    help any not""".split()
)
_CUT = re.compile(
    rf"(?P<asks>(?<![\w'’])(?:{_WITH_PREPOSITION}|did|was|were|{_INTERROGATIVE})(?![\w'’]))|[:,;]\s*|\s[-—–]+\s+"
    rf"|\s+(?!{_WITH_PREPOSITION}\b)(?:about|regarding|concerning|on|that|but|so|and|because|of|with)\s+"
    r"|(?<=\bexplain)\s+|(?<=\bdescribe)\s+|(?<=\bunderstand)\s+|(?<=\bsummari[sz]e)\s+|(?<=\bdiscuss)\s+",
    re.IGNORECASE,
)
"""Where the question may begin: at a question word, or behind a mark or a joining word."""
_INTERROGATIVE_LAST = re.compile(rf"\b{_INTERROGATIVE}\s+\Z", re.IGNORECASE)
_CLOSED = re.compile(r"[:,;.!?–—-]\s*\Z")
_RELATIVE = re.compile(rf"(?:in\s+which|where|when|that)\s+(?!{_AUXILIARY}\b)", re.IGNORECASE)
_TAIL = re.compile(r"[,;:—–-]+\s+|\s+(?=(?:and|but|for|please|pls|thanks|thank)\b)", re.IGNORECASE)
_HOW_LONG = re.compile(
    r"[\s,]+(?:in|with)\s+(?:(?:a|an|one|two|three|four|five|six|ten|few|couple|of|your|own|simple|plain|short|great|more|some|about|\d+)\s+)*"
    r"(?:sentences?|words?|lines?|paragraphs?|detail|details|depth|short|brief|terms)(?:[\s,]+please)?[\s?.!]*\Z"
    r"|[\s,]+like\s+i['’]?\s?a?m\s+(?:\d+|five|ten|a\s+\w+)(?:\s+years?\s+old)?[\s?.!]*\Z",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?…])(?:(?<!\.\w\.)(?<!\.\s\w\.)|(?=\s+[^\W\d_a-zß-öø-ÿа-я]))\s+|\n+")
"""Behind the last point of "44 B.C." only where a capital follows."""
_SIGNED = re.compile(
    r"(?<=[.!?\n])\s*(?:(?:best|kind|warm|many)\s+)?(?:regards|wishes|thanks|cheers|sincerely|yours)\s*[,–—-]+\s*\w+[.!]?\s*\Z",
    re.IGNORECASE,
)
_PERSONAL = re.compile(r"\b(?:i|i['’]m|im|i['’]ve|my|mine|me|our|we['’]re)\b", re.IGNORECASE)
_TELLING = re.compile(r"[\d\"“„«]|(?<=\s)(?!I\b)[^\W\d_a-zß-öø-ÿа-я]")
"""A figure, a quotation mark, or a capital inside the clause."""
_CLAUSE_END = re.compile(r"(?:[,;]|\s[-—–])\s+")
_JOINT = re.compile(
    r"(?:[,;]|\s[-—–])\s+(?:(?:and|but|so)\s+)?|\s+(?:and|but|so)\s+(?=(?:i|i['’]\w+|im|we|my|can|could|please)\b)",
    re.IGNORECASE,
)
_NAMES_SELF = re.compile(r"\b(?:my name(?:['’]?s|\s+is)|i am called)\s+\w+\W*(?:here\W+)?(?:and\s+)?", re.IGNORECASE)
_ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th)?")


def without_talk(message: str) -> str:
    """What a message asks and tells, in its own words and order; the message where nothing else would be left."""
    return " ".join(sentences_in(message))


def sentences_in(message: str) -> list[str]:
    """The sentences of a message without those that are talk, each without talk before and behind it; the message where none is left."""
    written = _sentences(_NAMES_SELF.sub("", _SIGNED.sub("", message)))
    sentences = [part for sentence in written for part in _parts(sentence)]
    telling = [sentence for sentence in sentences if not _is_talk(sentence, whole=True)]
    if len(telling) < len(sentences) and not any(is_enough(sentence) for sentence in telling):
        return [message]
    kept = [asked_in(sentence) for sentence in telling]
    return kept if any(is_enough(sentence) for sentence in kept) else [message]


def _sentences(message: str) -> list[str]:
    """The message, parted at line ends and where sentences end: not behind "Mr.", "St." or an initial."""
    begin = 0
    sentences = []
    for end in _SENTENCE_END.finditer(message):
        if not _goes_on(message, end):
            sentences.append(message[begin : end.start()])
            begin = end.end()
    return [each for each in [*sentences, message[begin:]] if each]


def _goes_on(message: str, end: re.Match[str]) -> bool:
    """Whether the full stop there is one of an abbreviation, and no end."""
    rest = message[end.end() :]
    if "\n" in end[0] or message[end.start() - 1] != "." or not rest[:1].isalnum() or begins_question(rest):
        return False
    return message[: end.start()].split()[-1].lower() != "me." and abbreviates(message, end.start() - 1, end.end())


def _parts(sentence: str) -> list[str]:
    """A sentence, parted where talk stands between what it tells and what it asks: "I write on Kronstadt, can you tell me who ...?"."""
    for cut in islice(_JOINT.finditer(sentence), MOST_CUTS):
        told, rest = sentence[: cut.start()], sentence[cut.end() :]
        if not _PERSONAL.search(told) or begins_question(told):
            continue
        for before, asked in _openings(rest):
            if begins_question(asked) and _is_talk(before) and is_enough(asked) and is_enough(told):
                return [told, asked]
    return [sentence]


def asked_in(sentence: str) -> str:
    """A sentence without talk before and behind what it asks."""
    left = sentence
    while (shorter := _led_in(left)) != left:
        left = shorter
    while (shorter := _ended(left)) != left:
        left = shorter
    return left


def _led_in(sentence: str) -> str:
    """The sentence without the longest stretch of talk at its front."""
    if (filler := beginning("fillers").match(sentence)) and is_enough(sentence[filler.end() :]):
        return sentence[filler.end() :]
    if opener := beginning("openers").match(sentence):
        asked = sentence[opener.end() :]
        if is_enough(asked) and (_CLOSED.search(opener[0]) or begins_question(asked)):
            return asked
    for before, rest in reversed([*_openings(sentence)]):
        if _is_talk(before) and is_enough(rest):
            return rest
    end = _CLAUSE_END.search(sentence)
    if end and is_of_oneself(sentence[: end.start()]) and is_enough(sentence[end.end() :]):
        return sentence[end.end() :]
    return sentence


def _openings(sentence: str) -> Iterator[tuple[str, str]]:
    """All ways to part a sentence into what may be talk and what may be the question, the shortest talk first."""
    for cut in islice(_CUT.finditer(sentence), MOST_CUTS):
        before = sentence[: cut.start()]
        relative = _RELATIVE.match(sentence, cut.start())
        if relative and not _CLOSED.search(before) and _last(before) in vocabulary("texts") - _NO_PART:
            yield before, sentence[relative.end() :]  # "the part where ..." asks for no place
        elif cut["asks"] and not _INTERROGATIVE_LAST.search(before):
            yield before, sentence[cut.start() :]
        elif not cut["asks"]:
            yield before, sentence[cut.end() :]


def _ended(sentence: str) -> str:
    """The sentence without a stretch of talk at its end."""
    if (length := _HOW_LONG.search(sentence)) and is_enough(sentence[: length.start()]):
        return sentence[: length.start()]
    for cut in islice(_TAIL.finditer(sentence), MOST_CUTS):
        if _is_talk(sentence[cut.start() :]) and is_enough(sentence[: cut.start()]):
            return sentence[: cut.start()].rstrip()
    return sentence


def _is_talk(stretch: str, *, whole: bool = False) -> bool:
    """Whether a stretch of words is talk; a `whole` sentence may also ask for texts ("What would be a good source?")."""
    found = words(stretch)
    plain = folded_words(stretch)
    if not found or not all(map(_may_be_talk, plain)):
        return False
    if any(word[0].isupper() and folded(word) not in _SELF for word in found[1:]):
        return False
    texts = not vocabulary("texts").isdisjoint(plain)
    if _ABOUT_OTHERS.match(stretch) or not _OTHERS.isdisjoint(plain):
        return (whole and texts) or (not whole and not _QUOTABLE.isdisjoint(plain))
    speaks = not (vocabulary("asking", "texts", "school", "pupils", "courtesy") | _SAYS_NO).isdisjoint(plain)
    what_for = plain[0] == "for" and not vocabulary("school", "pupils").isdisjoint(plain)
    addressed = texts or what_for or plain[0] in _IMPERATIVE or not vocabulary("persons", "courtesy").isdisjoint(plain)
    return speaks and addressed


def is_of_oneself(clause: str) -> bool:
    """Whether a clause is about who asks: it names nobody, no year, and asks nothing."""
    told = bool(_TELLING.search(clause)) or "?" in clause or begins_question(clause)
    return bool(_PERSONAL.search(clause)) and not told


def tells_nothing(sentence: str) -> bool:
    """Whether a sentence is made of words of talk only: "Good evening!", "Trivia time!", "1."."""
    return all(map(_may_be_talk, folded_words(sentence)))


def is_enough(rest: str) -> bool:
    """Whether a stretch of words can be what is asked: a name, a question about something, or `ENOUGH` words that are none of talk."""
    telling = [word for word in content_words(rest) if word.lower() not in vocabulary("asking", "texts", "courtesy")]
    named = any(word[0].isupper() for word in telling)
    return len(telling) >= (1 if named or begins_question(rest) else ENOUGH)


def begins_question(stretch: str) -> bool:
    """Whether it opens as a question does."""
    return bool(_BEGINS_QUESTION.match(stretch))


@lru_cache(maxsize=4096)
def _may_be_talk(word: str) -> bool:
    plain = folded(word)
    spoken = vocabulary("persons", "asking", "texts", "school", "pupils", "courtesy", "applause", "neutral")
    return plain in spoken or plain in STOP_WORDS or bool(_ORDINAL.fullmatch(plain))


def _last(stretch: str) -> str:
    found = folded_words(stretch)
    return found[-1] if found else ""
