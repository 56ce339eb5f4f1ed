"""The sentence that goes with a verdict."""

from retrieval.verifying.finding import LEAST_WORDS
from retrieval.verifying.verdicts import Change, Verdict, Verification

_SENTENCES = {
    Verdict.EXACT: "The source has these words, character for character.",
    Verdict.FOLDED: "The source has these words; only typography differs (quotation marks, dashes, spaces, case, accents).",
    Verdict.NEAR: "The source has nearly these words.",
    Verdict.ABSENT: "These words are not in this library. That says nothing about other sources.",
    Verdict.TOO_SHORT: f"Fewer than {LEAST_WORDS} words stand in many places and prove nothing; give a longer quotation.",
}


def about(verification: Verification) -> str:
    """What is to be said about a verification, in one or two sentences."""
    masked = [piece.note for piece in verification.pieces if piece.note]
    if verification.verdict is Verdict.ABSENT and masked:
        return masked[0]
    return " ".join(filter(None, (_about_words(verification), _about_claim(verification))))


def masked(title: str, reason: str) -> str:
    """That words stand where nothing is quoted from."""
    return f"These words stand in “{title}” only as something that is never quoted ({reason})."


def of_change(change: Change) -> str:
    """A change of meaning in words."""
    source, quotation = (f"“{words}”" if words else "nothing there" for words in (change.source, change.quotation))
    article = "an" if change.kind.value[0] in "aeiou" else "a"
    return f"{article} {change.kind} differs: the source has {source}, the quotation {quotation}"


def _about_words(verification: Verification) -> str:
    pieces = verification.pieces
    if verification.verdict is Verdict.ALTERED:
        said = "; ".join(of_change(change) for piece in pieces for change in piece.changes)
        return f"{said[0].upper()}{said[1:]}."
    if verification.verdict is Verdict.PARTIAL:
        found = sum(piece.quote is not None for piece in pieces)
        if found == len(pieces):
            return f"It joins {found} pieces that stand in different places."
        return f"Of its {len(pieces)} pieces {found} {'is' if found == 1 else 'are'} in this library; the rest is not."
    if verification.verdict is Verdict.MISATTRIBUTED:
        worst = [piece.verdict for piece in pieces if piece.verdict not in (Verdict.EXACT, Verdict.FOLDED)]
        return _SENTENCES[worst[0] if worst else pieces[0].verdict]
    return _SENTENCES[verification.verdict]


def _about_claim(verification: Verification) -> str:
    quotes = verification.quotes
    if verification.claimed is None or not quotes:
        return ""
    citation = quotes[0].citation
    if citation.quoted and not citation.speaker:
        by = f"{citation.author} quotes them" if citation.author else "The source quotes them"
        return f"{by} and does not name the speaker."
    if verification.attributed is None:
        return f"Whether they are by {verification.claimed} is not known: the library names no author."
    owner = citation.speaker or citation.author or "somebody else"
    how = "in a book" if citation.contributed else "quoted"
    where = f", {how} by {citation.author}" if citation.speaker and citation.author else ""
    if verification.attributed:
        return "" if not where else f"They are by {owner}{where}."
    return f"They are not by {verification.claimed} but by {owner}{where}."
