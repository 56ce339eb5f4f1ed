"""Whom the one who writes meets, sees or asks: "On the stairs I met Orme, who came from the mill." is about Orme."""

import re
from collections.abc import Sequence

from seeds.people import People
from seeds.voices.antecedents.persons import fitting_persons, unnamed_subjects
from seeds.voices.mentions.cue import Cue
from seeds.voices.mentions.roles import can_be, is_one_of
from seeds.voices.mentions.subjects import Mention

_MET = re.compile(
    r"\b(?:I|[Ww]e)\s(?:(?:once|then|also|had|had\sonce|first|next|again|often|\w+ly)\s)?(?:met|saw|found|visited|encountered|interviewed|questioned"
    r"|ran\sinto|came\s(?:upon|across)|caught\ssight\sof|(?:spoke|talked)\s(?:to|with)|called\s(?:on|upon)|went\sto\ssee|(?:got|fell|entered)\sinto\s(?:conversation|talk)\swith|had\sa\s(?:long\s)?(?:talk|conversation)\swith"
    r"|turned\sto|recogni[sz]ed|noticed|approached|accosted)\s(?:(?:Mrs?|Dr)\.\s|M\.\s)?\Z"
)


def met_by_author(pronoun: str, sentence: str, everybody: Sequence[Mention], people: People) -> Cue | None:
    """Whom the pronoun can mean of those met, where nobody else does anything in the sentence."""
    met = next((each for each in everybody if _MET.search(sentence[: each.start])), None)
    if met is None or any(each.pronoun == pronoun for each in everybody):
        return None
    others = [each for each in everybody if each is not met]
    acting = [each for each in fitting_persons(others, pronoun, people, strangers=True) if each.clause == "main"]
    if acting or unnamed_subjects(others, pronoun):
        return None
    if met.name:
        return Cue(name=met.name) if fitting_persons([met], pronoun, people, strangers=True) else None
    return Cue(role=met.role) if met.role and (can_be(pronoun, met.role) or is_one_of(pronoun, met.role)) else None
