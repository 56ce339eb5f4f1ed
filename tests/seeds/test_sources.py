"""From paths to documents: what is found, what is read, what is known of it, and one clear sentence where that fails."""

import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeds.containers import CONTAINERS
from seeds.document import MaskReason, Metadata
from seeds.errors import SourceError
from seeds.readers import READERS
from seeds.sources import discover, document_id, read, starter_documents

TEXT = (
    "The Night Ferry\n\nby Hannah Orme\n\n3 May 1911\n\n"
    "The ferry left at nine, with eleven passengers and a piano, and the bank was out of sight before anybody had asked why "
    "the lamp was not lit.\n\nIt was found in the reeds at dawn. The piano was dry.\n\n© 1911 The Ferry Press\n"
)


def put(folder: Path, name: str, data: bytes | str = TEXT) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_a_document_is_its_file_and_what_the_file_tells(tmp_path: Path) -> None:
    path = put(tmp_path, "Night Ferry (1911).txt")
    document = read(path)
    assert document.text == TEXT
    assert document.source == str(path)
    assert document.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert (document.id, document.encoding, document.media_type) == ("night-ferry-1911", "utf-8", "text/plain")
    assert document.metadata == Metadata(
        title="The Night Ferry",
        author="Hannah Orme",
        published="1911-05-03",
        publisher="The Ferry Press",
        language="en",
    )
    assert [mask.reason for mask in document.masks] == [MaskReason.SITE_FOOTER]
    assert [section.title for section in document.sections] == ["The Night Ferry"]


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
def test_offsets_hold_for_anyone_who_decodes_the_file(tmp_path: Path, ends: str, mark: str, encoding: str) -> None:
    mark = mark or ("\ufeff" if encoding != "utf-8" else "")
    path = put(tmp_path, "ferry.txt", (mark + TEXT.replace("\n", ends)).encode(encoding))
    document = read(path)
    assert document.text == path.read_bytes().decode(document.encoding)
    (footer,) = [mask for mask in document.masks if mask.reason is MaskReason.SITE_FOOTER]
    assert document.text[footer.start : footer.end] == "© 1911 The Ferry Press"
    assert document.metadata.author == "Hannah Orme"


def test_front_matter_is_metadata_and_not_text(tmp_path: Path) -> None:
    front = "---\ntitle: The Night Ferry\nauthors: [Hannah Orme, Paul Quill]\ndate: 1911-05-03\nlicense: CC BY 4.0\ntags: [x]\n---\n"
    document = read(put(tmp_path, "ferry.md", front + "\n# Another title\n\nThe ferry left at nine.\n"))
    assert document.metadata.title == "The Night Ferry"
    assert document.metadata.author == "Hannah Orme, Paul Quill"
    assert document.metadata.published == "1911-05-03"
    assert document.metadata.licence == "CC BY 4.0"
    assert (document.masks[0].start, document.masks[0].end) == (0, len(front))
    assert document.masks[0].reason is MaskReason.FRONT_MATTER


def test_a_fact_with_half_a_character_can_be_stored(tmp_path: Path) -> None:
    document = read(put(tmp_path, "ferry.md", '---\ntitle: "The \\ud800 Ferry"\n---\nThe ferry left at nine.\n'))
    assert document.metadata.title == "The ? Ferry"


def test_flags_come_before_the_catalogue_and_the_catalogue_before_the_text(tmp_path: Path) -> None:
    path = put(tmp_path, "ferry.txt")
    put(
        tmp_path,
        "catalogue.toml",
        '["ferry.txt"]\ntitle = "The Night Boat"\nauthor = "H. Orme"\nurl = "https://example.org/f"\n',
    )
    document = read(path, overrides=Metadata(author="Hannah Ida Orme"))
    facts = document.metadata
    assert [section.title for section in document.sections] == ["The Night Boat"]
    assert (facts.title, facts.author, facts.published) == ("The Night Boat", "Hannah Ida Orme", "1911-05-03")
    assert facts.url == "https://example.org/f"


def test_a_catalogue_may_name_a_document_by_its_bytes(tmp_path: Path) -> None:
    path = put(tmp_path, "copy.txt")
    put(tmp_path, "catalogue.toml", f'["{hashlib.sha256(TEXT.encode()).hexdigest()}"]\ntitle = "The Night Boat"\n')
    assert read(path).metadata.title == "The Night Boat"


@pytest.mark.parametrize("correction", ["masks = [[0, {}]]", "unmask = [[{}, 99999]]", 'voices = [[3, {}, "H. Orme"]]'])
def test_a_range_beyond_the_text_is_told(tmp_path: Path, correction: str) -> None:
    path = put(tmp_path, "ferry.txt")
    put(tmp_path, "catalogue.toml", f'["ferry.txt"]\n{correction.format(len(TEXT) + 1)}\n')
    with pytest.raises(SourceError, match=rf"of 'ferry.txt', which has only {len(TEXT)} characters: correct the range"):
        read(path)


def test_a_catalogue_corrects_masks_and_voices(tmp_path: Path) -> None:
    path = put(tmp_path, "ferry.txt")
    piano = TEXT.index("It was found")
    footer = TEXT.index("©")
    put(
        tmp_path,
        "catalogue.toml",
        f'["ferry.txt"]\nmasks = [[{piano}, {piano + 34}]]\nunmask = [[{footer + 7}, {len(TEXT)}]]\n'
        f'voices = [[{piano + 35}, {piano + 53}, "the ferryman"]]\n',
    )
    document = read(path)
    assert [(document.text[m.start : m.end], m.reason) for m in document.masks] == [
        ("It was found in the reeds at dawn.", MaskReason.CATALOGUE),
        ("© 1911 ", MaskReason.SITE_FOOTER),
    ]
    assert [(document.text[v.start : v.end], v.speaker) for v in document.voices] == [
        ("The piano was dry.", "the ferryman")
    ]


def test_a_voice_without_a_speaker_gives_the_words_back_to_the_author(tmp_path: Path) -> None:
    said = "“The lamp was out,” said Hannah Orme."
    path = put(tmp_path, "ferry.txt", f"The ferry left at nine and nobody knew why. {said} Nobody answered her.\n")
    assert [voice.speaker for voice in read(path).voices] == ["Hannah Orme"]
    put(tmp_path, "catalogue.toml", '["ferry.txt"]\nvoices = [[50, 60, ""]]\n')
    assert read(path).voices == ()


def test_folders_are_searched_and_what_is_passed_over_is_told(tmp_path: Path) -> None:
    wanted = [put(tmp_path, "b.txt"), put(tmp_path, "deep/er/a.MD"), put(tmp_path, "deep/z.markdown")]
    for name in ("catalogue.toml", "map.jpg", ".hidden.txt", ".git/config.txt", "deep/data.json"):
        put(tmp_path, name)
    found = discover([tmp_path, wanted[0]])
    assert sorted(found.files) == sorted(wanted)
    assert {path.name: reason for path, reason in found.skipped} == {
        "catalogue.toml": "the catalogue of its folder",
        "map.jpg": f"not one of {', '.join((*READERS, *CONTAINERS))}",
        ".hidden.txt": "hidden",
        "config.txt": "hidden",
        "data.json": f"not one of {', '.join((*READERS, *CONTAINERS))}",
    }


def test_files_come_in_the_order_in_which_they_were_named(tmp_path: Path) -> None:
    files = [put(tmp_path, name) for name in ("c.txt", "a.txt", "b.txt")]
    assert discover(files).files == tuple(files)


def test_the_starter_library_is_there_and_can_be_read() -> None:
    documents = [read(path) for path in starter_documents()]
    assert len(documents) >= 10
    assert all(document.metadata.author == "Quoth contributors" for document in documents)


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("gone.txt", None, "there is no file"),
        ("empty.txt", b"", "is empty: there is nothing to quote in it"),
        ("blank.txt", b" \n\t\r\n", "is empty: there is nothing to quote in it"),
        ("invisible.txt", "\ufeff\n\u200b\n".encode(), "nothing in 'invisible.txt' can be quoted"),
        ("scan.txt", bytes(range(256)) * 9, "'scan.txt'"),
        (
            "picture.jpg",
            b"x",
            "'picture.jpg' is in a format that we cannot read: convert it to one of .txt, .text, .md, .markdown",
        ),
        ("noend", b"x", "'noend' is in a format that we cannot read"),
        (
            "menu.txt",
            b"Home\nAbout us\nContact us\n",
            "all of it was taken for navigation (1); 'unmask' in a catalogue.toml",
        ),
        ("broken.md", b"---\ntitle: [\n---\ntext\n", "the front matter of 'broken.md' is not YAML"),
        ("list.md", b"---\n- a\n- b\n---\ntext\n", "the front matter of 'list.md' names no values"),
    ],
)
def test_a_file_that_cannot_be_quoted_is_refused_in_one_sentence(
    tmp_path: Path, name: str, data: bytes | None, message: str
) -> None:
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(SourceError) as refusal:
        read(path)
    assert message in str(refusal.value)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ("title = ", "is not TOML"),
        ('title = "The Night Boat"\n', "must hold tables named by file or sha256"),
        ('["ferry.txt"]\nauthr = "H. Orme"\n', "says 'authr' of 'ferry.txt'; it may say: author,"),
        ('["ferry.txt"]\nmasks = [[9, 3]]\n', "has a range of 'ferry.txt' that is not"),
        ('["ferry.txt"]\nvoices = [[1, 3]]\n', "has a range of 'ferry.txt' that is not"),
    ],
)
def test_a_broken_catalogue_is_told(tmp_path: Path, toml: str, message: str) -> None:
    path = put(tmp_path, "ferry.txt")
    put(tmp_path, "catalogue.toml", toml)
    with pytest.raises(SourceError) as refusal:
        read(path)
    assert message in str(refusal.value)


@pytest.mark.parametrize("name", ["gone", "gone.txt"])
def test_a_missing_path_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(SourceError, match="there is no file or folder"):
        discover([tmp_path / name])


def test_a_folder_without_documents_is_told(tmp_path: Path) -> None:
    put(tmp_path, "map.jpg")
    with pytest.raises(SourceError, match=r"holds no document: we read \.txt"):
        discover([tmp_path])


def test_a_named_file_of_an_unknown_format_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="in a format that we cannot read"):
        discover([put(tmp_path, "map.jpg")])


def test_a_folder_with_the_name_of_a_file_is_told(tmp_path: Path) -> None:
    put(tmp_path, "ferry.txt/x.txt")
    with pytest.raises(SourceError, match=r"ferry\.txt' cannot be read"):
        read(tmp_path / "ferry.txt")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_and_folder_are_told(tmp_path: Path) -> None:
    path = put(tmp_path, "closed/ferry.txt")
    path.chmod(0)
    with pytest.raises(SourceError, match="cannot be read"):
        read(path)
    path.parent.chmod(0)
    with pytest.raises(SourceError, match="cannot be read"):
        discover([path.parent])
    path.parent.chmod(0o755)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Ten Days.txt", "ten-days"),
        ("Élan_1917 (2).md", "elan-1917-2"),
        ("x" * 90 + ".txt", "x" * 60),
        ("Десять дней.txt", "document-abcdef01"),
    ],
)
def test_an_id_is_short_and_plain(name: str, slug: str) -> None:
    assert document_id(Path(name), "abcdef0123456789") == slug


@given(st.text(min_size=1, max_size=120))
def test_every_name_has_an_id(name: str) -> None:
    slug = document_id(Path(name + ".txt"), "0" * 64)
    assert 0 < len(slug) <= 60
    assert slug.isascii()
    assert slug == slug.casefold()


def test_an_endless_word_is_no_title(tmp_path: Path) -> None:
    path = put(tmp_path, "dump.txt")
    path.write_text("a" * 5_000, "utf-8")
    assert read(path).metadata.title is None
