"""Questions, each with a passage that answers it and one that is only about the same thing."""

NEAR_MISSES = [
    (
        "In which year was the mill opened?",
        "The mill was opened in 1771.",
        "The mill stood by the river and employed two hundred hands.",
    ),
    (
        "Who designed the bridge?",
        "The bridge was designed by Anna Petrova, an engineer from Tver.",
        "The bridge was the longest in the province when it was opened by the governor.",
    ),
    (
        "How many sailors were killed at the fort?",
        "At the fort eleven sailors were killed.",
        "The sailors held the fort until the evening, and then they marched to the station.",
    ),
    (
        "Why did the bakers strike?",
        "The bakers struck because their wages no longer bought bread.",
        "The strike of the bakers began on a Monday and lasted nine days.",
    ),
]
