"""ZIP archives, read in memory, with limits that a bomb meets before it goes off."""

import io
import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath, PureWindowsPath

from seeds.errors import SourceError

MOST_MEMBERS = 20_000
LARGEST_MEMBER = 200_000_000
"""Bytes, unpacked."""
LARGEST_ARCHIVE = 2_000_000_000
"""Bytes of all members, unpacked."""
_MOST_SQUEEZED = 300
"""Text shrinks to a tenth, tables to a fiftieth; what shrinks to less was made to swell."""
_SMALL = 1_000_000
_ENCRYPTED = 0x1


@dataclass(frozen=True, kw_only=True, slots=True)
class Archive:
    """An opened archive."""

    file: zipfile.ZipFile
    name: str

    @classmethod
    def opened(cls, data: bytes, *, name: str) -> "Archive":
        """The archive in `data`.

        Raises:
            SourceError: where it is none, is damaged, or holds more than a library of documents would.
        """
        try:
            file = zipfile.ZipFile(io.BytesIO(data))
            members = file.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
            raise SourceError(f"{name!r} is no ZIP archive, or a damaged one: get it again") from error
        size = sum(member.file_size for member in members)
        if len(members) > MOST_MEMBERS or size > LARGEST_ARCHIVE:
            raise SourceError(
                f"{name!r} would unpack to {len(members):,} files of {size / 1e6:,.0f} MB, as a zip bomb does: unpack it "
                "by hand if it is none"
            )
        return cls(file=file, name=name)

    def names(self) -> Iterator[tuple[str, str | None]]:
        """The names of the files in it, each with the reason why it cannot be taken in, if there is one."""
        seen: set[str] = set()
        for member in self.file.infolist():
            if member.is_dir() or member.filename in seen:
                continue
            seen.add(member.filename)
            yield member.filename.lstrip("/\\") or "unnamed", _reason_against(member)

    def read(self, name: str, password: str | None) -> bytes:
        """The bytes of the member of that name.

        Raises:
            SourceError: where there is none, or it is damaged, encrypted or too large.
        """
        try:
            member = self.file.getinfo(name)
        except KeyError:
            raise SourceError(f"there is no {name!r} in {self.name!r}: check the spelling") from None
        if reason := _reason_against(member):
            raise SourceError(f"{name!r} in {self.name!r} cannot be taken in: {reason}")
        if member.flag_bits & _ENCRYPTED and password is None:
            raise SourceError(f"{name!r} in {self.name!r} is encrypted: give its password with --password")
        try:
            with self.file.open(member, pwd=password.encode() if password else None) as stream:
                data = stream.read(LARGEST_MEMBER + 1)
        except RuntimeError as error:
            raise SourceError(f"{name!r} in {self.name!r} does not open with that password: give another") from error
        except NotImplementedError as error:
            raise SourceError(f"{name!r} in {self.name!r} is packed in a way that we cannot read: unpack it") from error
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
            raise SourceError(f"{name!r} in {self.name!r} is damaged: get the archive again") from error
        if len(data) > LARGEST_MEMBER:
            raise SourceError(f"{name!r} in {self.name!r} is larger than it says, as a zip bomb is")
        return data


def _reason_against(member: zipfile.ZipInfo) -> str | None:
    name = member.filename
    parts = (*PurePosixPath(name).parts, *PureWindowsPath(name).parts)
    if ".." in parts or PurePosixPath(name).is_absolute() or PureWindowsPath(name).anchor or "\\" in name:
        return "its name leads out of the archive"
    if stat.S_ISLNK(member.external_attr >> 16):
        return "it is a link"
    if member.file_size > LARGEST_MEMBER:
        return f"it is larger than {LARGEST_MEMBER / 1e6:.0f} MB"
    if member.file_size > _SMALL and member.file_size > _MOST_SQUEEZED * member.compress_size:
        return "it swells as a zip bomb does"
    return None
