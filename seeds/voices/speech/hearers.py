"""Who is another than the one who says quoted words: `he told Orme`, `he cried when Orme came`, `“Orme, come here,” he said`."""

import re
from collections.abc import Sequence

from seeds.people import NAME, plain_name
from seeds.voices.antecedents.disjoint import others_behind
from seeds.voices.mentions.subjects import Mention

_TITLE = (
    r"(?:(?:Mrs?|Dr|Gen|Col|Capt|Prof|Rev|M|Mme)\.\s|(?:Lord|Lady|Sir|General|Colonel|Captain|Prince|Count|King)\s)?"
)
_CALLS = re.compile(
    rf"[“\"](?:(?:[Mm]y\s)?[Dd]ear\s|O\s|Oh,?\s|Well,\s|No,\s|Yes,\s|Ah,?\s)?{_TITLE}(?P<name>{NAME})[,!]"
)
_CALLS_LAST = re.compile(rf",\s(?:my\sdear\s)?{_TITLE}(?P<name>{NAME})[,.!?][”\"]\Z")
_NEAR = 200


def others(pronoun: str, behind: str, quoted: str) -> Sequence[Mention]:
    """Those who do not say quoted words; `behind` is what the author tells from the pronoun of their speaker on."""
    told = others_behind(pronoun, " ".join(behind.lstrip(" .")[:_NEAR].split()))
    called = (_CALLS.match(quoted), _CALLS_LAST.search(quoted))
    names = [name for each in called if each and (name := plain_name(each["name"]))]
    return [*told, *(Mention(start=0, end=0, name=name) for name in names)]
