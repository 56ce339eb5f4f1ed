"""Readers of formats that other people's parsers take apart, in a process of its own with limits on memory, time and files.

A hostile or broken file can make a parser crash, spin, or ask for all memory there is; here it costs only that process,
which is kept for the next file as long as it behaves.
"""

import atexit
import os
import pickle
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, Any

from seeds.errors import SourceError
from seeds.readers.reader import PLAIN, Options, Reading

_CPU_SECONDS = 45
_BYTES_A_SECOND = 50_000
MEGABYTES = 1_000
"""Address space of the process. With the model in the parent that stays below 1.5 GB."""
_ENVIRONMENT = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}  # each thread would reserve memory for itself
_WALL_SECONDS = 600  # a parser that waits for ever; one that works is stopped by its CPU time, also on a busy machine
_WALL_SECONDS_WITH_OCR = 24 * 3600  # each page has its own limit there


def seconds_for(data: bytes) -> int:
    """CPU seconds that a parser may think about a file: a diary of ten years takes longer than a page."""
    return _CPU_SECONDS + len(data) // _BYTES_A_SECOND


@dataclass(frozen=True, kw_only=True, slots=True)
class Task:
    """What the process is asked: read `data` with the function `read` of a module."""

    module: str
    data: bytes
    name: str
    options: Options


@dataclass(frozen=True, kw_only=True, slots=True)
class Reply:
    """What it answers: a reading, or a sentence that refuses the file, or the kind of an error that came up."""

    reading: Reading | None = None
    refusal: str | None = None
    fault: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class GuardedReader:
    """A reader that runs `module.read(data, name=..., options=...)` in the guarded process; `format` is for messages."""

    module: str
    format: str

    def __call__(self, data: bytes, *, name: str, options: Options = PLAIN) -> Reading:
        """The reading.

        Raises:
            SourceError: where the module refuses the file, or the limits or the parser were broken by it.
        """
        reply = _ask(Task(module=self.module, data=data, name=name, options=options), self.format)
        if reply.reading is not None:
            return reply.reading
        if reply.refusal is not None:
            raise SourceError(reply.refusal)
        raise SourceError(f"{name!r} is no {self.format}, or a damaged one ({reply.fault}): open it and save it again")


def send(stream: IO[bytes], message: Any) -> None:
    """Writes one message."""
    packed = pickle.dumps(message)
    stream.write(len(packed).to_bytes(8, "big") + packed)
    stream.flush()


def receive(stream: IO[bytes]) -> Any:
    """The next message, from a process of ours; None at the end."""
    size = stream.read(8)
    if len(size) < 8:
        return None
    packed = stream.read(int.from_bytes(size, "big"))
    return pickle.loads(packed)  # noqa: S301 - written by `send` in a process that we started


_lock = threading.Lock()
_process: subprocess.Popen[bytes] | None = None


def _ask(task: Task, kind: str) -> Reply:
    with _lock:
        process = _running()
        assert process.stdin is not None
        assert process.stdout is not None
        late = threading.Event()

        def end() -> None:
            late.set()
            process.kill()

        seconds = _WALL_SECONDS_WITH_OCR if task.options.ocr else _WALL_SECONDS
        timer = threading.Timer(seconds, end)
        timer.daemon = True
        timer.start()
        reply: Any = None
        try:
            send(process.stdin, task)
            reply = receive(process.stdout)
        except (BrokenPipeError, EOFError, pickle.UnpicklingError):
            reply = None
        finally:
            timer.cancel()
            if not isinstance(reply, Reply):
                _stop()
        if isinstance(reply, Reply):
            return reply
        if late.is_set() or process.returncode == -getattr(signal, "SIGXCPU", 0):
            allowed = seconds_for(task.data)
            raise SourceError(f"{task.name!r} takes too long to read (over {allowed} s): split it, or save it anew")
        raise SourceError(f"{task.name!r} is a {kind} that its parser broke on: open it and save it again")


def _running() -> subprocess.Popen[bytes]:
    global _process
    if _process is None or _process.poll() is not None:
        _process = subprocess.Popen(
            [sys.executable, "-m", "seeds.readers.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | _ENVIRONMENT | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
        )
    return _process


@atexit.register
def _stop() -> None:
    """Ends the process, whatever it is at."""
    global _process
    if _process is None:
        return
    _process.kill()
    for pipe in (_process.stdin, _process.stdout):
        if pipe:
            with suppress(BrokenPipeError):
                pipe.close()
    _process.wait()
    _process = None
