"""Speed and memory of the models: texts embedded a second by each runtime, a query, and cross-encoder pairs.

    python benchmarks/embedding.py [--texts 1000] [--threads N] [--json FILE]

Each row is measured in a process of its own, whose peak memory is therefore its own.
"""

import argparse
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def texts(count: int, tokens: int) -> list[str]:
    """Made-up passages of about `tokens` tokens each, half to one and a half of it, the same at each call."""
    from embeddings.parity import SENTENCES

    words = " ".join(SENTENCES[:-2]).split()
    chance = random.Random(1917)
    return [" ".join(chance.choices(words, k=int(chance.uniform(0.4, 1.2) * tokens))) for _ in range(count)]


def bulk(runtime: str, count: int, threads: int | None) -> dict[str, float]:
    """Texts and tokens a second, loading not counted."""
    from embeddings.bulk import embed_all
    from embeddings.loading import load_embedder

    embedder = load_embedder(runtime=runtime, threads=threads)
    passages = texts(count, 60)
    tokens = sum(embedder.count_tokens(passages))
    embedder.embed(passages[:8])
    start = time.perf_counter()
    rows = sum(len(vectors) for vectors in embed_all(embedder, passages))
    elapsed = time.perf_counter() - start
    return {"texts/s": rows / elapsed, "tokens/s": tokens / elapsed}


def query(threads: int | None) -> dict[str, float]:
    """Milliseconds of one question's vector."""
    from embeddings.loading import load_embedder

    embedder = load_embedder(threads=threads)
    return milliseconds(lambda: embedder.embed(["Who stormed the Winter Palace?"]), 200)


def pairs(number: int, tokens: int, threads: int | None) -> dict[str, float]:
    """Milliseconds of a question with `number` passages, each pair of about `tokens` tokens."""
    from embeddings.loading import load_cross_encoder

    scorer = load_cross_encoder(threads=threads)
    question = "who stormed the winter palace"
    passages = texts(number, tokens - 9)
    return milliseconds(lambda: scorer.score(question, passages), 15)


def milliseconds(work: Callable[[], object], repeats: int) -> dict[str, float]:
    """Median and least time of a piece of work, after a first time that does not count."""
    work()
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - start))
    return {"median ms": statistics.median(times), "least ms": min(times)}


ROWS: dict[str, Callable[[argparse.Namespace], dict[str, float]]] = {
    "onnx": lambda asked: bulk("onnx", asked.texts, asked.threads),
    "torch": lambda asked: bulk("torch", asked.texts, asked.threads),
    "query": lambda asked: query(asked.threads),
    "pairs 20x40": lambda asked: pairs(20, 40, asked.threads),
    "pairs 12x100": lambda asked: pairs(12, 100, asked.threads),
}


def peak() -> float:
    """Most memory of this process, in MB."""
    status = Path("/proc/self/status")  # getrusage would count the process that started this one, too
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


def main() -> None:
    """Measure each row, print the table and the same as JSON."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--texts", type=int, default=1000)
    parser.add_argument("--threads", type=int)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--row", choices=ROWS, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.row:
        figures = ROWS[arguments.row](arguments)
        print(json.dumps(figures | {"peak MB": peak()}))
        return

    own = [sys.executable, __file__, "--texts", str(arguments.texts)]
    own += ["--threads", str(arguments.threads)] if arguments.threads else []
    result = {}
    for row in ROWS:
        done = subprocess.run([*own, "--row", row], check=True, capture_output=True, text=True)
        result[row] = json.loads(done.stdout.splitlines()[-1])
        print(f"{row:14}", *(f"{name} {value:9.1f} " for name, value in result[row].items()), flush=True)
    print(json.dumps({"cores": os.cpu_count(), "rows": result}))
    if arguments.json:
        arguments.json.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
