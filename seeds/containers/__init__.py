"""Files that hold documents: ZIP archives, and JSON Lines with a document on each line.

A document inside has a path below its file, as if that were a folder: `letters.zip/1917/may.txt`, `corpus.jsonl/12`.
Nothing is ever unpacked to disk.
"""

from seeds.containers.finding import CONTAINERS, bytes_at, expand, file_of

__all__ = ["CONTAINERS", "bytes_at", "expand", "file_of"]
