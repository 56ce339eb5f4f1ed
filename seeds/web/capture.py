"""A page as it was captured."""

import hashlib
import re
from dataclasses import dataclass

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Validators:
    """What a server gave to ask later whether a page is still the same (RFC 9110, section 8.8)."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Capture:
    """The bytes of a page at one moment.

    `address` is where it was asked for, `url` where redirects led, `retrieved` when (ISO 8601, UTC), `content_type` the
    server's word for what it is, perhaps empty.
    """

    address: str
    url: str
    retrieved: str
    content_type: str
    body: bytes
    validators: Validators = Validators()

    @property
    def sha256(self) -> str:
        """Hex digest of the bytes."""
        return hashlib.sha256(self.body).hexdigest()

    @property
    def media_type(self) -> str:
        """The content type in lower case without its parameters, perhaps empty."""
        return self.content_type.partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The encoding that the server names, None where it names none."""
        named = _CHARSET.search(self.content_type)
        return named[1].lower() if named else None
