"""What a question costs: a cold `quoth ask` against sentence-transformers, warm questions, and memory.

    python benchmarks/asking.py QUESTIONS.jsonl [--home LIBRARY] [--runs 5] [--json FILE]

QUESTIONS.jsonl holds a JSON object with a "question" on each line. Cold runs are fresh processes, one of each kind after
the other, so that both see the same machine. Warm figures come from one process that has answered a question before.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
QUESTION = "Who stormed the Winter Palace?"
PEER = """
from sentence_transformers import SentenceTransformer
SentenceTransformer({weights!r}, device="cpu").encode([{question!r}], normalize_embeddings=True)
"""


def cold(runs: int, home: Path) -> dict[str, float]:
    """Median seconds of a whole process, by way, and their ratio."""
    from embeddings.models import DEFAULT_EMBEDDER, find_weights
    from embeddings.weights import Task

    weights = str(find_weights(DEFAULT_EMBEDDER, Task.EMBEDDING).folder)
    ways = {
        "sentence-transformers, one vector": [sys.executable, "-c", PEER.format(weights=weights, question=QUESTION)],
        "quoth ask": [sys.executable, "-m", "retrieval.cli", "--home", str(home), "ask", QUESTION],
    }
    times: dict[str, list[float]] = {way: [] for way in ways}
    for run in range(runs + 1):
        for way, command in ways.items():
            begun = time.perf_counter()
            subprocess.run(
                command, cwd=ROOT, check=True, capture_output=True, env=os.environ | {"PYTHONPATH": str(ROOT)}
            )
            if run:  # the first warms the file cache
                times[way].append(time.perf_counter() - begun)
    medians = {way: statistics.median(each) for way, each in times.items()}
    return medians | {"ratio": medians["quoth ask"] / medians["sentence-transformers, one vector"]}


def warm(questions: list[str], home: Path, *, rerank: bool) -> dict[str, float]:
    """Milliseconds of a question at the median and at the 95th percentile, the check before showing included."""
    from retrieval.archive import Archive
    from retrieval.settings import Settings

    times = []
    with Archive.open(Settings(home=home), rerank=rerank) as archive:
        archive.ask(QUESTION)
        for question in questions:
            begun = time.perf_counter()
            archive.confirm(archive.ask(question))
            times.append(1000 * (time.perf_counter() - begun))
    cuts = statistics.quantiles(times, n=20)
    return {"p50 ms": statistics.median(times), "p95 ms": cuts[-1]}


def peak_memory(home: Path) -> float:
    """Megabytes that a cold `quoth ask` holds at most."""
    command = [sys.executable, "-m", "retrieval.cli", "--home", str(home), "ask", QUESTION]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, env=os.environ | {"PYTHONPATH": str(ROOT)})
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--home", type=Path, default=None)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--json", type=Path, default=None)
    options = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    from retrieval.settings import Settings

    home = (options.home or Settings.from_environment(os.environ).home).resolve()
    questions = [json.loads(line)["question"] for line in options.questions.read_text("utf-8").splitlines() if line]
    figures = {
        "peak memory of ask, MB": peak_memory(home),  # first: it is the most that any child held
        "cold, seconds": cold(options.runs, home),
        "warm, re-ranked": warm(questions, home, rerank=True),
        "warm, --no-rerank": warm(questions, home, rerank=False),
        "load average": os.getloadavg()[0],
    }
    for name, value in figures.items():
        print(f"{name}: {json.dumps(value)}")
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
