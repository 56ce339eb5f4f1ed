"""Citations as people hand them in: Chicago, MLA and APA through CSL, BibTeX, RIS and CSL-JSON."""

from retrieval.citations.bibtex import bibtex
from retrieval.citations.csl import csl_json
from retrieval.citations.forms import Form, cited
from retrieval.citations.ris import ris
from retrieval.citations.styles import Cited, Run, Style, cite

__all__ = ["Cited", "Form", "Run", "Style", "bibtex", "cite", "cited", "csl_json", "ris"]
