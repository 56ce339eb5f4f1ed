"""Read each hard file in a process of its own, whole and cut off at a random byte, and print a table of what came of it.

    python benchmarks/ugly.py ../shared/eval/external/ugly
    python benchmarks/ugly.py ../shared/eval/external/ugly --only pdf- --ocr eng

Each run must end with a document or with one sentence, within 60 s and 1.5 GB (the reading process and its guarded one
together), without a file written and without a look at the network; the last line says whether all did, and the exit
code is 1 where one did not. Files of which UGLY.json knows a password are read a third time with it.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path

MOST_SECONDS, MOST_MEGABYTES = 60.0, 1500.0
# Raised where Python code opens a file to write or asks for the network, in the reading process and in the guarded one.
_WATCH = """
import os, sys

class Forbidden(Exception):
    pass

def _watch(event, args):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.bind"):
        raise Forbidden("network")
    if event == "open" and isinstance(args[1], str) and set(args[1]) & set("wax+") and isinstance(args[0], str | bytes):
        if not os.path.isdir(args[0]) and args[0] != os.devnull:  # a directory: a nameless temporary file
            raise Forbidden("file written")

sys.addaudithook(_watch)
"""
_READ = """
import json, resource, sys
from pathlib import Path
from seeds.errors import SourceError
from seeds.readers import Options, guarded
from seeds.sources import discover, read

path, password, ocr = Path(sys.argv[1]), sys.argv[2] or None, sys.argv[3] or None
try:
    documents = [read(each, options=Options(password=password, ocr=ocr)) for each in discover([path]).files]
    told = "read: " + ", ".join(f"{len(each.text):,} characters" for each in documents[:3])
    told += "".join(f"; {warning}" for each in documents for warning in each.warnings)
except SourceError as refusal:
    told = str(refusal)
guarded._stop()
own, other = (resource.getrusage(which).ru_maxrss / 1000 for which in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(json.dumps({"told": told, "megabytes": own + other}))
"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """One reading of one file."""

    file: str
    way: str
    told: str
    seconds: float
    megabytes: float
    fault: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """What to read: a file, or its first bytes, and with which password."""

    file: Path
    name: str
    way: str
    bytes: int | None = None
    password: str = ""


def cases(folder: Path, only: str, seed: int) -> Iterator[Case]:
    """Every file below `folder`, whole, cut off, and with its password."""
    passwords = {
        entry["file"].partition("/")[2]: entry["password"].split(" / ")[0]
        for entry in json.loads((folder / "UGLY.json").read_text("utf-8"))
        if entry.get("password")
    }
    chance = random.Random(seed)
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = str(file.relative_to(folder))
        cut = chance.randrange(max(1, file.stat().st_size))
        if not name.startswith(only):
            continue
        yield Case(file=file, name=name, way="whole")
        yield Case(file=file, name=name, way=f"cut at {cut:,}", bytes=cut)
        if name in passwords:
            yield Case(file=file, name=name, way="password", password=passwords[name].replace("(empty)", ""))


def run(case: Case, watched: Path, ocr: str) -> Run:
    """What comes of one case."""
    with tempfile.TemporaryDirectory() as scratch:
        path = case.file
        if case.bytes is not None:
            path = Path(scratch, case.file.name)
            path.write_bytes(case.file.read_bytes()[: case.bytes])
        home = Path(scratch, "home")
        home.mkdir()
        places = os.pathsep.join([str(watched), *(each for each in sys.path if each)])
        environment = os.environ | {
            "PYTHONPATH": places, "PYTHONDONTWRITEBYTECODE": "1", "HOME": str(home), "TMPDIR": str(home)
        }  # fmt: skip
        began = time.perf_counter()
        try:
            done = subprocess.run(
                [sys.executable, "-c", _READ, str(path), case.password, ocr],
                cwd=home,
                env=environment,
                capture_output=True,
                text=True,
                timeout=4 * MOST_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return Run(file=case.name, way=case.way, told="", seconds=4 * MOST_SECONDS, megabytes=0, fault="hangs")
        seconds = time.perf_counter() - began
        written = [str(each) for each in home.rglob("*")]
    if done.returncode:
        last = (done.stderr.strip().splitlines() or [f"ended with {done.returncode}"])[-1]
        return Run(file=case.name, way=case.way, told="", seconds=seconds, megabytes=0, fault=f"traceback: {last}")
    reply = json.loads(done.stdout)
    told, megabytes = reply["told"], reply["megabytes"]
    faults = [
        *(["more than a sentence"] if "\n" in told else []),
        *([f"over {MOST_SECONDS:.0f} s"] if seconds > MOST_SECONDS and not ocr else []),
        *([f"over {MOST_MEGABYTES:.0f} MB"] if megabytes > MOST_MEGABYTES else []),
        *([f"wrote {written[0]}"] if written else []),
        *(["forbidden"] if "Forbidden" in told else []),
    ]
    return Run(file=case.name, way=case.way, told=told, seconds=seconds, megabytes=megabytes, fault="; ".join(faults))


def main() -> int:
    """Runs all cases and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", default="", help="files whose path begins so")
    parser.add_argument("--ocr", default="", help="languages for Tesseract")
    parser.add_argument("--seed", type=int, default=6, help="of the places where files are cut off")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--json", type=Path, help="a file for the runs, one JSON object to a line")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as watched, ThreadPoolExecutor(chosen.jobs) as pool:
        Path(watched, "sitecustomize.py").write_text(_WATCH)
        todo = list(cases(chosen.folder.resolve(), chosen.only, chosen.seed))
        runs = []
        print("| file | way | outcome | s | MB |\n| --- | --- | --- | --: | --: |")
        for each in pool.map(lambda case: run(case, Path(watched), chosen.ocr), todo):
            runs.append(each)
            told = (f"**{each.fault}** " if each.fault else "") + each.told.replace("|", "\\|")[:160]
            print(f"| {each.file} | {each.way} | {told} | {each.seconds:.1f} | {each.megabytes:.0f} |", flush=True)
    if chosen.json:
        chosen.json.write_text("".join(json.dumps(asdict(each)) + "\n" for each in runs), "utf-8")
    bad = [each for each in runs if each.fault]
    slowest, largest = max(runs, key=lambda r: r.seconds), max(runs, key=lambda r: r.megabytes)
    print(
        f"\n{len(runs)} runs of {len({each.file for each in runs})} files: {len(bad)} bad; slowest {slowest.seconds:.1f} s "
        f"({slowest.file}), largest {largest.megabytes:.0f} MB ({largest.file})"
    )
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
