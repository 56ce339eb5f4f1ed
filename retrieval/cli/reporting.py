"""What an indexing run, a plan or a check did, as text: pure functions from their records."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from retrieval.cli.rendering import Piece, Style
from retrieval.cli.verbatim import one_line
from retrieval.library.records import Check, Health, Plan, Report

if TYPE_CHECKING:
    from retrieval.evaluation.evaluating import Evaluation


def report_pieces(report: Report) -> Iterator[Piece]:
    """The documents that changed, one per line."""
    for what, ids in (("added", report.added), ("changed", report.changed), ("removed", report.removed)):
        for document in ids:
            yield Piece(text=f"{what} ", style=Style.DETAIL)
            yield Piece(text=f"{document}\n", style=Style.SPEAKER)


def remarks(report: Report) -> Iterator[str]:
    """What else is to be said about the run, a sentence each, but why sources failed."""
    for source, document in report.duplicates:
        yield f"{source!r} is already in the library, as {document!r}."
    for document in report.vanished:
        yield f"The source of {document!r} is gone; the library keeps its text until `quoth remove {document}`."
    for document, share in report.drifted:
        yield f"The page of {document!r} has drifted: {share:.0%} of its lines differ. Earlier quotes keep their capture."
    for document, warning in report.warnings:
        yield f"{document}: {one_line(warning)}."
    if report.unchanged:
        yield f"{counted(len(report.unchanged), 'document')} unchanged."
    if report.passages_embedded or report.sentences_embedded:
        passages = counted(report.passages_embedded, "passage")
        sentences = counted(report.sentences_embedded, "sentence")
        yield f"Embedded {passages} and {sentences} in {report.seconds:.1f} s."
    elif not (report.added or report.changed or report.removed or report.failed or report.duplicates):
        yield "Nothing was to be done."


def plan_pieces(plan: Plan) -> Iterator[Piece]:
    """What a sync would cost, on one line."""
    documents, passages = counted(plan.documents, "document"), counted(plan.passages, "passage")
    yield Piece(
        text=f"{documents} to take in; {passages} and {counted(plan.sentences, 'sentence')} to embed: "
        f"about {plan.seconds:.0f} s and {plan.megabytes:.1f} MB\n"
    )


def check_pieces(check: Check) -> Iterator[Piece]:
    """One check on one line."""
    style = Style.PLAIN if check.health is Health.OK else Style.NOTE
    yield Piece(text=f"{check.health:<8}  ", style=style)
    yield Piece(text=check.name, style=Style.SPEAKER)
    yield Piece(text=f": {one_line(check.detail)}\n")


def evaluation_pieces(figures: "Evaluation") -> Iterator[Piece]:
    """A table of the ranking measures by stage, and a line each for quotes and silence where they were measured."""
    yield Piece(text=f"{figures.name}", style=Style.TITLE)
    yield Piece(text=f": {counted(figures.documents, 'document')}, {counted(figures.queries, 'question')}\n")
    measures = list(dict.fromkeys(measure for stage in figures.stages.values() for measure in stage))
    yield Piece(text=f"{'':<12}{''.join(f'{measure:>10}' for measure in measures)}\n", style=Style.DETAIL)
    for stage, measured in figures.stages.items():
        yield Piece(text=f"{stage:<12}", style=Style.SPEAKER)
        yield Piece(text="".join(f"{measured[measure]:>10.3f}" for measure in measures) + "\n")
    if figures.quotes:
        yield Piece(text=", ".join(f"{name} {value:.3f}" for name, value in figures.quotes.items()) + "\n")
    if figures.silence is not None:
        silence = figures.silence
        yield Piece(
            text=f"silence: AUROC {silence.auroc:.3f}, refused {silence.answerable_refused:.1%} of answerable "
            f"and {silence.unanswerable_refused:.1%} of unanswerable questions\n"
        )


def counted(number: int, noun: str) -> str:
    """A number and its noun, "1 passage" or "1,200 passages"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
