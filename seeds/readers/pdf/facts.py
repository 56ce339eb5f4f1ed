"""What a PDF says about itself in its information dictionary, as far as it can be believed."""

import re

from seeds.document import Metadata

_NO_TITLE = re.compile(
    r"(?:microsoft (?:word|powerpoint)|untitled|unknown|document\d*\Z|slide \d|presentation\d*\Z|layout \d|no title|\(?anonymous)"
    r"|.*\.(?:docx?|rtf|odt|pdf|qxd|qxp|indd|pmd|tex|dvi|ps|wpd|exe|html?|txt|pptx?|xlsx?|fm|p65|job|cdr|eps|tiff?|jpe?g)\Z",
    re.IGNORECASE,
)
_NO_AUTHOR = re.compile(
    r"(?:admin(?:istrator)?|user|owner|unknown|author|default|pc|hp|dell|lenovo|anonymous|\W*)\Z|ARRAY\(|.*[@\\/<>{}]|.*\d",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{2,}")


def stated(facts: dict[str, str]) -> Metadata:
    """Title and author, where they are no names of files, programs or machines."""
    title, author = (" ".join(facts.get(name, "").split()) for name in ("Title", "Author"))
    return Metadata(
        title=title if _WORD.search(title) and not _NO_TITLE.match(title) and "\ufffd" not in title else None,
        author=author if len(_WORD.findall(author)) > 1 and not _NO_AUTHOR.match(author) else None,
    )


def stands_in(title: str, text: str) -> bool:
    """Whether the words of a title stand in a text, whatever stands between and around them."""
    letters = re.sub(r"[\W_]+", "", title).casefold()
    return letters in re.sub(r"[\W_]+", "", text).casefold()
