"""What the Discord benchmarks share: the loopback Discord, a library of the seed documents, and figures.

Needs the material beside the checkout (`../shared`, or QUOTH_SHARED) and the packages of `quoth[dev]`.
"""

import importlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("QUOTH_SHARED", ROOT.parent / "shared"))


def discord_sim() -> Any:
    """The module of the loopback Discord."""
    sys.path.insert(0, str(SHARED / "discord"))
    return importlib.import_module("discord_sim")


def environment(home: Path, **more: str) -> dict[str, str]:
    """The environment of a bot or a command over the library at `home`."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "QUOTH_HOME": str(home), **more}


def quoth(home: Path, *arguments: str) -> None:
    """Run a command of `quoth`."""
    command = [sys.executable, "-m", "retrieval.cli", *arguments]
    subprocess.run(command, check=True, env=environment(home), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def seeds_library(home: Path) -> None:
    """A library of the five seed documents at `home`, unless there is one."""
    if not (home / "library.sqlite").exists():
        home.mkdir(parents=True, exist_ok=True)
        quoth(home, "add", str(SHARED / "seeds"))


def questions() -> list[str]:
    """The questions over the seed documents."""
    lines = (SHARED / "eval" / "seeds-dev" / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["question"] for line in lines if line.strip()]


def percentiles(values: Sequence[float]) -> dict[str, float]:
    """p50, p90, p99 and the largest, rounded to milliseconds."""
    ordered = sorted(values)
    if not ordered:
        return {}
    at = {"p50": 50, "p90": 90, "p99": 99, "max": 100}
    return {name: round(ordered[min(len(ordered) - 1, len(ordered) * share // 100)], 1) for name, share in at.items()}


def memory(pid: int) -> dict[str, int]:
    """Resident memory of a process, now and at its highest, in MiB."""
    status = Path(f"/proc/{pid}/status").read_text()
    found = {name: re.search(rf"{field}:\s+(\d+)", status) for name, field in (("now", "VmRSS"), ("peak", "VmHWM"))}
    return {name: int(match[1]) // 1024 for name, match in found.items() if match}
