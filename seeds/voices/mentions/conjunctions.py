"""The words with which a clause opens that stands before the main clause: "When Orme came, the miller laughed"."""

WHEN = r"(?:When|While|As|After|Before|If|Though|Although|Since|Because|Until|Whenever|Once)"
"""A pattern of them, as they open a sentence."""
