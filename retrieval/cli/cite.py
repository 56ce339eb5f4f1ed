"""`quoth cite`: a document or a quote as it is cited in print."""

import click

from retrieval.cli import json_lines, printing, talk
from retrieval.cli.listing import gaps
from retrieval.cli.opening import open_snapshot
from retrieval.cli.options import command, json_option
from retrieval.cli.rendering import cited_pieces
from retrieval.cli.verbatim import harmless

STYLES = ("chicago-note", "chicago-bibliography", "mla", "apa", "bibtex", "ris", "csl-json")


@command(example="quoth cite october-day-by-day --style apa")
@click.argument("what", metavar="DOC|PERMALINK")
@click.option("--style", type=click.Choice(STYLES), help="Print this form only, ready to be pasted.")
@json_option
def run(what: str, style: str | None, as_json: bool) -> None:
    """Cite a document, or the quote that a permalink leads to.

    Without --style in every form: Chicago (note and bibliography), MLA, APA, BibTeX, RIS and CSL-JSON.
    """
    from retrieval.answering.citing import cite_document
    from retrieval.answering.excerpts import excerpt
    from retrieval.citations import Form, cited, csl_json
    from retrieval.permalinks import Permalink

    with open_snapshot() as snapshot:
        link = Permalink.parse(what)
        quote = excerpt(snapshot, link) if link else None
        document = snapshot.document(quote.document if quote else what)
    citation = quote.citation if quote else cite_document(document)
    missing = gaps(document.metadata)
    if missing:
        talk.notice(f"The citation of {document.id!r} lacks {', '.join(missing)}; `quoth add` takes them as options.")
    forms = [Form(style)] if style else list(Form)
    made = {form: cited(citation, form) for form in forms}
    if as_json:
        plain = {str(form): text for form, text in made.items() if form is not Form.CSL_JSON}
        record = {"document": document.id, "permalink": citation.permalink, "lacks": missing, "csl": csl_json(citation)}
        printing.write(json_lines.line({**record, **plain}))
    elif style:
        printing.write(f"{harmless(made[forms[0]])}\n")
    else:
        printing.show(cited_pieces({str(form): text for form, text in made.items()}))
