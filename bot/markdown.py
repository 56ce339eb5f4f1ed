"""A source's words in Discord's Markdown, so that exactly the same characters can be had back.

Discord shows a backslash and the ASCII punctuation after it as that punctuation alone. `escaped` puts a backslash
before all that could mean something there, every backslash included, so that `unescaped` can undo it.
"""

import re

_MEANING = re.compile(
    r"[\\*_~|`<>\[\]]"  # emphasis, code, spoilers, links, quotations, mentions, emoji, timestamps
    r"|:(?=//)"  # the scheme of an address
    r"|@(?=everyone|here)"
    r"|(?P<begin>(?:\A|(?<=[\r\n]))[ \t]*)(?P<mark>[#+-]|\d+(?P<stop>\.)(?=\s))"  # headings, lists and small print
)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_LINE_END = re.compile(r"\r\n|\r|\n")
_BLOCK = "> "


def escaped(text: str) -> str:
    """`text` with a backslash before every character that Discord would read as mark-up."""
    return _MEANING.sub(_escape, text)


def unescaped(markdown: str) -> str:
    """The text that `escaped` was given."""
    return _ESCAPED.sub(r"\1", markdown)


def block_quotation(text: str) -> str:
    """A block quotation of `text`: each of its lines after "> "."""
    return _BLOCK + _LINE_END.sub(rf"\g<0>{_BLOCK}", escaped(text))


def quoted_text(block: str) -> str:
    """The text that `block_quotation` was given."""
    return unescaped(re.sub(rf"({_LINE_END.pattern}){_BLOCK}", r"\1", block.removeprefix(_BLOCK)))


def one_line(text: str) -> str:
    """`text` for a line that is not a quotation: white space folded, then escaped."""
    return escaped(" ".join(text.split()))


def shortened(text: str, limit: int) -> str:
    """`text`, no quotation, on one line of at most `limit` characters: cut after a word, with an ellipsis."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    head = line[: limit - 1]
    word = head.rfind(" ")
    return f"{head[:word] if word > limit // 2 else head}…"


def link(label: str, target: str | None) -> str:
    """A link that reads `label` (already Markdown), or `label` alone where the target is not a web address."""
    address = web_address(target)
    if address is None or "://" in unescaped(label) or "www." in label:  # Discord links no label that is an address
        return label if address is None else f"{label} ([open]({address}))"
    return f"[{label}]({address})"


def web_address(target: str | None) -> str | None:
    """The address as it may stand in a link or an embed, None where it is none that Discord opens."""
    if not target or not re.match(r"https?://[^\s/]", target):
        return None
    return re.sub(r"[\s<>()\[\]\"\\|`]", lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), target)


def _escape(match: re.Match[str]) -> str:
    if match["stop"]:
        return f"{match[0][:-1]}\\."
    return f"{match['begin'] or ''}\\{match['mark'] or match[0]}"
