"""Citations as people hand them in: Chicago, MLA and APA through CSL, and BibTeX."""

from retrieval.citations.bibtex import bibtex
from retrieval.citations.csl import csl_json
from retrieval.citations.styles import Cited, Run, Style, cite

__all__ = ["Cited", "Run", "Style", "bibtex", "cite", "csl_json"]
