"""Figures over a test collection."""

import json
from pathlib import Path

from tests.cli.conftest import Quoth
from tests.cli.letters import records


def test_a_collection_is_measured_stage_by_stage(run: Quoth, starter: Path, tmp_path: Path) -> None:
    folder = tmp_path / "tiny"
    folder.mkdir()
    corpus = {"a": "The harbour froze in January.", "b": "The mayor opened the new bridge in June."}
    queries = {"q1": "When did the harbour freeze?", "q2": "What did the mayor open?"}
    _write_lines(folder / "corpus.jsonl", corpus)
    _write_lines(folder / "queries.jsonl", queries)
    (folder / "qrels.tsv").write_text("query-id\tcorpus-id\tscore\nq1\ta\t1\nq2\tb\t1\n", "utf-8")
    (figures,) = records(run("eval", folder, "--json", home=tmp_path / "own").stdout)
    assert list(figures["stages"]) == ["terms", "vectors", "fused", "re-ranked"]
    assert figures["stages"]["re-ranked"]["R@1"] == 1.0
    table = run("eval", folder, home=tmp_path / "own").stdout
    assert table.startswith("tiny: 2 documents, 2 questions\n")
    assert run("sources", home=tmp_path / "own").stdout == ""


def _write_lines(path: Path, texts: dict[str, str]) -> None:
    path.write_text("".join(json.dumps({"id": key, "text": text}) + "\n" for key, text in texts.items()), "utf-8")
