"""Irregular forms of verbs, which tell that a noun before them is complete: "the general drove", and no "general staff"."""

PAST = (
    r"(?:arose|ate|awoke|bade|became|began|bent|bit|blew|bore|bought|bound|broke|brought|built|burst|came|caught|chose|clung|crept|dared|dealt|did|drank|drew"
    r"|drove|dug|dwelt|fell|felt|fled|flew|flung|forbade|forgot|fought|found|froze|gave|got|grew|had|heard|held|hid|hung|kept|knelt|knew|laid|lay|leapt|led|left"
    r"|lent|lost|made|meant|met|paid|ran|rang|rode|rose|sang|sank|sat|saw|sent|shook|shot|shrank|slept|slew|slid|smote|sold|sought|spent|spoke|sprang|stole|stood"
    r"|strode|strove|struck|stuck|sung|swam|swept|swore|swung|taught|thought|threw|told|took|tore|trod|understood|upheld|was|went|wept|were|withdrew|woke|won|wore|wove|wrote|wrung)"
)
"""A pattern of them."""
