"""Verdicts as SARIF 2.1.0, the form in which code review shows findings (OASIS standard, 2020)."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from retrieval.essays.quoted import Quoted
from retrieval.verifying.verdicts import Verdict, Verification

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Verdict.NEAR: "warning", Verdict.PARTIAL: "warning", Verdict.TOO_SHORT: "note"}
_RULES = {
    Verdict.NEAR: "The quotation is near its source, but not the same",
    Verdict.ALTERED: "A negation, a number, a date or a name of the quotation differs from the source",
    Verdict.MISATTRIBUTED: "The words are another one's than claimed",
    Verdict.PARTIAL: "The quotation joins pieces of different places",
    Verdict.ABSENT: "The words are not in the library",
    Verdict.TOO_SHORT: "The quotation is too short to be verified",
}


def sarif(results: Iterable[tuple[Path, Quoted, Verification]], version: str) -> dict[str, Any]:
    """A log with a result for each quotation that is not faithful."""
    rules = [{"id": _id(verdict), "shortDescription": {"text": text}} for verdict, text in _RULES.items()]
    driver = {
        "name": "quoth check",
        "version": version,
        "rules": rules,
    }
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "results": [_result(*each) for each in results if not each[2].verdict.is_faithful],
            }
        ],
    }


def _result(path: Path, quoted: Quoted, made: Verification) -> dict[str, Any]:
    words = " ".join(quoted.text.split())
    differs = f" The difference, [-source-] {{+quotation+}}: {made.main.diff}" if made.main.diff else ""
    where = f" Source: {made.main.quote.citation.permalink}" if made.main.quote else ""
    region = {"startLine": quoted.line, "startColumn": quoted.column}
    place = {"artifactLocation": {"uri": _uri(path)}, "region": region}
    return {
        "ruleId": _id(made.verdict),
        "ruleIndex": list(_RULES).index(made.verdict),
        "level": _LEVELS.get(made.verdict, "error"),
        "message": {"text": f"{made.verdict}: “{words}” {made.note}{differs}{where}"},
        "locations": [{"physicalLocation": place}],
    }


def _id(verdict: Verdict) -> str:
    return verdict.value.lower().replace(" ", "-")


def _uri(path: Path) -> str:
    """The path as it was given, as a reference that is relative where the path is."""
    from urllib.parse import quote

    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
