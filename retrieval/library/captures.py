"""Pages of the web as they were captured: kept whole, so that they can be read again, and checked, without the site."""

import sqlite3
import zlib

from retrieval.library.store import transaction
from seeds.web.capture import Capture, Validators

_COLUMNS = "address, url, retrieved, content_type, etag, last_modified, body"


def keep_capture(connection: sqlite3.Connection, capture: Capture) -> None:
    """Keeps a capture beside earlier ones of its page; the same bytes once, with the date of the first time."""
    with transaction(connection):
        connection.execute(
            "INSERT INTO captures (address, url, retrieved, content_type, etag, last_modified, body, sha256)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (address, sha256)"
            " DO UPDATE SET etag = excluded.etag, last_modified = excluded.last_modified",
            (
                capture.address,
                capture.url,
                capture.retrieved,
                capture.content_type,
                capture.validators.etag,
                capture.validators.last_modified,
                zlib.compress(capture.body),
                capture.sha256,
            ),
        )


def load_capture(connection: sqlite3.Connection, address: str, sha256: str | None = None) -> Capture | None:
    """The capture of a page with that SHA-256, or its last one; None where there is none."""
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM captures WHERE address = ? AND sha256 = ifnull(?, sha256) ORDER BY id DESC",  # noqa: S608 - a constant
        (address, sha256),
    ).fetchone()
    if row is None:
        return None
    address, url, retrieved, content_type, etag, last_modified, body = row
    return Capture(
        address=address,
        url=url,
        retrieved=retrieved,
        content_type=content_type,
        body=zlib.decompress(body),
        validators=Validators(etag=etag, last_modified=last_modified),
    )


def forget_captures(connection: sqlite3.Connection) -> None:
    """Deletes captures of pages that no version and no request is of. In a transaction."""
    connection.execute(
        "DELETE FROM captures WHERE address NOT IN (SELECT source FROM versions)"
        " AND address NOT IN (SELECT location FROM requests)"
    )
