"""The guarded process (see `guarded`): `python -m seeds.readers.worker` answers tasks on its standard input until that ends."""

import os
import signal
import sys
from importlib import import_module

from seeds.errors import SourceError
from seeds.metadata.language import prepare
from seeds.readers.guarded import MEGABYTES, Reply, Task, receive, seconds_for, send


def main() -> None:
    """Answers tasks, each within the limits."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a parser prints must not be taken for a reply
    prepare()  # before files are forbidden
    _limit_memory_and_files()
    while isinstance(task := receive(sys.stdin.buffer), Task):
        _limit_time(seconds_for(task.data))
        send(replies, _answer(task))


def _answer(task: Task) -> Reply:
    try:
        return Reply(reading=import_module(task.module).read(task.data, name=task.name, options=task.options))
    except SourceError as refusal:
        return Reply(refusal=str(refusal))
    except MemoryError:
        return Reply(refusal=f"{task.name!r} needs more than {MEGABYTES} MB to be read: split it")
    except Exception as fault:  # a parser may raise anything about a broken file, and the file is what is at fault
        return Reply(fault=type(fault).__name__)


def _limit_memory_and_files() -> None:
    if sys.platform == "win32":
        return
    import resource

    size = MEGABYTES * 1_000_000
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_time(seconds: int) -> None:
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    limit = int(used.ru_utime + used.ru_stime) + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.RLIM_INFINITY))


if __name__ == "__main__":
    main()
