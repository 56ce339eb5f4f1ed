"""From process start to the first query vector: sentence-transformers against Quoth's compiled model.

    python benchmarks/cold_start.py [--runs 5] [--json FILE]

Each run starts a fresh process of either kind, one after the other, so that both see the same machine. The clock is the
system's monotonic one, read here before the process starts and there after its first vector. The compiled model must be
there already, and is made first if it is not.
"""

import argparse
import json
import platform
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
QUESTION = "Who stormed the Winter Palace?"

WAYS = {
    "sentence-transformers": """
from sentence_transformers import SentenceTransformer
vector = SentenceTransformer({weights!r}, device="cpu").encode([{question!r}], normalize_embeddings=True)
""",
    "quoth, vector": """
from embeddings.loading import load_embedder
vector = load_embedder().embed([{question!r}])
""",
    "quoth, vector and cross-encoder": """
from embeddings.loading import load_cross_encoder, load_embedder
vector = load_embedder().embed([{question!r}])
load_cross_encoder().score({question!r}, ["Red Guards and sailors entered the palace."])
""",
}
REFERENCE = "sentence-transformers"


def seconds(code: str) -> float:
    """Wall time from before the process starts to the end of its code."""
    before = time.monotonic()
    code += "\nimport time; print(time.monotonic())"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True)
    return float(done.stdout.split()[-1]) - before


def measure(runs: int) -> dict[str, list[float]]:
    """Seconds of each run, by way; a run before the first warms the file cache."""
    from embeddings.loading import load_cross_encoder, load_embedder
    from embeddings.models import DEFAULT_EMBEDDER, find_weights
    from embeddings.weights import Task

    load_embedder(), load_cross_encoder()
    weights = str(find_weights(DEFAULT_EMBEDDER, Task.EMBEDDING).folder)
    codes = {way: code.format(weights=weights, question=QUESTION) for way, code in WAYS.items()}
    for code in codes.values():
        seconds(code)
    times: dict[str, list[float]] = {way: [] for way in WAYS}
    for _ in range(runs):
        for way, code in codes.items():
            times[way].append(seconds(code))
    return times


def main() -> None:
    """Measure, print the table and the same as JSON."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()

    times = measure(arguments.runs)

    medians = {way: statistics.median(values) for way, values in times.items()}
    print(f"{'process start to first result':34} {'median s':>9} {'min s':>7} {'of the first':>13}")
    for way, values in times.items():
        print(f"{way:34} {medians[way]:9.3f} {min(values):7.3f} {medians[way] / medians[REFERENCE]:13.3f}")
    result = {
        "machine": platform.processor() or platform.machine(),
        "python": platform.python_version(),
        "seconds": times,
        "ratio": {way: medians[way] / medians[REFERENCE] for way in WAYS},
    }
    print(json.dumps(result))
    if arguments.json:
        arguments.json.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
