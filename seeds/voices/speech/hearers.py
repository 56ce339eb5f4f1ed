"""To whom words are said, who is another than the one who says them: `he told Orme`, `“Orme, come here,” he said`."""

import re

from seeds.people import NAME, plain_name

_TITLE = (
    r"(?:(?:Mrs?|Dr|Gen|Col|Capt|Prof|Rev|M|Mme)\.\s|(?:Lord|Lady|Sir|General|Colonel|Captain|Prince|Count|King)\s)?"
)
_TELLS = re.compile(
    rf"\b(?:told|assured|warned|informed|reminded|asked|answered|implored|begged|advised|bade|addressing|addressed|turning\sto|(?:said|wrote|replied|cried|added|remarked"
    rf"|exclaimed|whispered|answered|writes|says|observed|declared|spoke|explained|called)(?:\s\w+ly|\she|\sshe|\sagain|\sback|\sonce){{0,2}}\sto)\s{_TITLE}(?P<name>{NAME})(?![’']s)"
)
_CALLS = re.compile(
    rf"[“\"](?:(?:[Mm]y\s)?[Dd]ear\s|O\s|Oh,?\s|Well,\s|No,\s|Yes,\s|Ah,?\s)?{_TITLE}(?P<name>{NAME})[,!]"
)
_CALLS_LAST = re.compile(rf",\s(?:my\sdear\s)?{_TITLE}(?P<name>{NAME})[,.!?][”\"]\Z")
_NEAR = 120
_END = re.compile(r"(?<!\bMr)(?<!\bMrs)(?<!\bDr)(?<!\bM)[.;:!?]\s")


def hearers(behind: str, quoted: str) -> list[str]:
    """The names of those who hear quoted words; `behind` is what the author tells from the pronoun of their speaker on."""
    told = _END.split(behind.lstrip(" .")[:_NEAR])[0]
    found = (_TELLS.search(" ".join(told.split())), _CALLS.match(quoted), _CALLS_LAST.search(quoted))
    return [name for each in found if each and (name := plain_name(each["name"]))]
