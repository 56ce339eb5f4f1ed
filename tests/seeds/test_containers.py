"""Archives and JSON Lines: what is found in them, what is refused, and that nothing is unpacked."""

import io
import json
import os
import stat
import zipfile
from pathlib import Path

import pytest

from seeds.containers import bytes_at, expand, file_of
from seeds.containers import zips as zips_module
from seeds.errors import SourceError
from seeds.readers import Options
from seeds.sources import discover, fingerprint, read

FERRY = "The ferry left at nine with eleven passengers and a piano, and nobody asked why the lamp was not lit.\n"
REEDS = "It was found in the reeds at dawn, dry inside, with the piano still tied to the mast.\n"


def zipped(members: dict[str, bytes | str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "letters.zip"
    inner = zipped({"reeds.txt": REEDS, "deeper.zip": zipped({"x.txt": REEDS})})
    path.write_bytes(zipped({"1917/may.txt": FERRY, "inner.zip": inner, "map.jpg": b"\xff\xd8", "catalogue.toml": ""}))
    return path


def test_documents_in_archives_are_found_and_read_where_they_lie(archive: Path) -> None:
    before = sorted(archive.parent.rglob("*"))
    found = discover([archive])
    assert found.files == (archive / "1917/may.txt", archive / "inner.zip/reeds.txt")
    assert {path.name: reason for path, reason in found.skipped}["deeper.zip"] == "deeper than an archive in an archive"
    documents = [read(path) for path in found.files]
    assert [document.text for document in documents] == [FERRY, REEDS]
    assert [document.id for document in documents] == ["may", "reeds"]
    assert documents[0].source == str(archive / "1917/may.txt")
    assert sorted(archive.parent.rglob("*")) == before, "nothing was unpacked"


def test_a_catalogue_beside_the_archive_speaks_of_what_is_in_it(archive: Path) -> None:
    (archive.parent / "catalogue.toml").write_text('["may.txt"]\nauthor = "Hannah Orme"\n')
    assert read(archive / "1917/may.txt").metadata.author == "Hannah Orme"


def test_a_folder_with_archives_is_searched_and_a_bad_archive_is_one_failure(archive: Path) -> None:
    bad = archive.parent / "bad.zip"
    bad.write_bytes(b"PK\x03\x04 cut off")
    assert discover([archive.parent]).files == (bad, archive / "1917/may.txt", archive / "inner.zip/reeds.txt")
    with pytest.raises(SourceError, match=r"'bad.zip' is no ZIP archive, or a damaged one"):
        read(bad)


@pytest.mark.parametrize("name", ["../out.txt", "/etc/out.txt", "a/../../out.txt", "C:\\out.txt", "..\\out.txt"])
def test_names_that_lead_out_are_passed_over(tmp_path: Path, name: str) -> None:
    path = tmp_path / "tricks.zip"
    path.write_bytes(zipped({name: FERRY, "good.txt": REEDS}))
    found = discover([path])
    assert found.files == (path / "good.txt",)
    assert [reason for _, reason in found.skipped] == ["its name leads out of the archive"]


def test_links_are_passed_over(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    path = tmp_path / "links.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(link, "/etc/passwd")
        archive.writestr("good.txt", FERRY)
    assert [reason for _, reason in expand(path)] == ["it is a link", None]


def test_a_member_that_swells_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    path.write_bytes(zipped({"zeros.txt": b"0" * 20_000_000, "good.txt": FERRY}))
    assert {p.name: r for p, r in expand(path)} == {"zeros.txt": "it swells as a zip bomb does", "good.txt": None}
    with pytest.raises(SourceError, match="it swells as a zip bomb does"):
        bytes_at(path / "zeros.txt")


def test_an_archive_that_would_fill_the_memory_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zips_module, "LARGEST_ARCHIVE", 100)
    path = tmp_path / "bomb.zip"
    path.write_bytes(zipped({f"{k}.txt": FERRY for k in range(9)}))
    with pytest.raises(SourceError, match="as a zip bomb does"):
        discover([path])


@pytest.mark.parametrize("keep", range(0, 700, 37))
def test_an_archive_cut_off_anywhere_is_told_of_in_one_sentence(archive: Path, keep: int) -> None:
    archive.write_bytes(archive.read_bytes()[:keep])
    with pytest.raises(SourceError, match=r"letters\.zip"):
        discover([archive])


def test_a_flipped_byte_in_a_member_is_told_of(tmp_path: Path) -> None:
    path = tmp_path / "letters.zip"
    data = bytearray(zipped({"may.txt": FERRY}))
    data[60] ^= 0xFF
    path.write_bytes(data)
    with pytest.raises(SourceError, match=r"'may.txt' in 'letters.zip' is damaged"):
        read(path / "may.txt")


def test_each_line_of_json_lines_is_a_document_with_its_facts(tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    records = [
        {"text": FERRY, "title": "The Ferry", "author": ["H. Orme", "P. Quill"], "date": 1911, "x": {}},
        {"body": REEDS},
    ]
    broken = '\nbroken\n[1]\n{"title": "no words"}\n{"text": 5}\n'
    path.write_text("\n\n".join(map(json.dumps, records)) + broken, encoding="utf-8")
    found = discover([path])
    assert [each.name for each in found.files] == ["1", "3", "4", "5", "6", "7"]
    first, second = read(found.files[0]), read(found.files[1])
    assert (first.text, second.text) == (FERRY, REEDS)
    assert (first.id, second.id) == ("corpus-1", "corpus-3")
    facts = first.metadata
    assert (facts.title, facts.author, facts.published) == ("The Ferry", "H. Orme, P. Quill", "1911")
    for line, message in zip(
        found.files[2:],
        ("not a JSON object", "not an object with a text", "has no text.*'title'", "has no words under 'text'"),
        strict=True,
    ):
        with pytest.raises(SourceError, match=message):
            read(line)


def test_one_document_of_a_container_can_be_named(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "corpus.jsonl").write_text(json.dumps({"text": FERRY}), encoding="utf-8")
    named = (archive / "1917/may.txt", tmp_path / "corpus.jsonl/1")
    assert discover(named).files == named
    with pytest.raises(SourceError, match=r"there is no file or folder '.*letters\.zip/none\.txt'"):
        discover([archive / "none.txt"])


def test_what_is_asked_for_in_a_file_that_holds_nothing_is_told(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "plain.txt").write_text(FERRY)
    for path, message in (
        (archive / "none.txt", "there is no 'none.txt' in 'letters.zip'"),
        (tmp_path / "plain.txt/none.txt", "is a file, not a folder or an archive"),
        (archive / "inner.zip/deeper.zip/x.txt", "deeper than an archive in an archive"),
    ):
        with pytest.raises(SourceError, match=message):
            read(path)
    assert file_of(archive / "1917/may.txt") == archive


def test_an_encrypted_member_asks_for_the_password() -> None:
    out = zipped({"may.txt": FERRY})
    flagged = bytearray(out)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        flagged[out.index(signature) + offset] |= 1
    archive = zips_module.Archive.opened(bytes(flagged), name="letters.zip")
    with pytest.raises(
        SourceError, match=r"'may.txt' in 'letters.zip' is encrypted: give its password with --password"
    ):
        archive.read("may.txt", None)
    with pytest.raises(SourceError, match=r"does not open with that password|is damaged"):
        archive.read("may.txt", "secret")


def test_a_fingerprint_changes_with_what_a_document_depends_on(tmp_path: Path) -> None:
    path = tmp_path / "ferry.txt"
    path.write_text(FERRY)
    first = fingerprint(path)
    os.utime(path, (0, 0))
    assert fingerprint(path) == first
    assert fingerprint(path, options=Options(ocr="eng")) != first
    (tmp_path / "catalogue.toml").write_text('["other.txt"]\nauthor = "X"\n')
    assert fingerprint(path) == first
    (tmp_path / "catalogue.toml").write_text('["ferry.txt"]\nauthor = "X"\n')
    assert (second := fingerprint(path)) != first
    path.write_text(REEDS)
    assert fingerprint(path) not in (first, second)
