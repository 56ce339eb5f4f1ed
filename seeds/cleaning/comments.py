"""What readers wrote below a page: true text, but by strangers, who must not be taken for the author."""

import re

from seeds.cleaning.page import Page
from seeds.cleaning.wording import bare

_HEADING = re.compile(
    r"(?:(?:no|\d+|one|two|three) )?(?:reader'?s?'? )?(?:comments?|responses?|replies|thoughts?)"
    r"(?: (?:on|to) .{1,150}| \(\d+\))?"
    r"|leave a (?:comment|reply).{0,40}|discussion"
)
# What a comment carries: who says it, when to the minute, and a button to answer.
_TRACE = re.compile(
    r".{1,50} (?:says|said|wrote|commented|writes)(?: (?:on|at) .{1,60})?|reply"
    r"|.{0,60}\bat \d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?.{0,20}"
    r"|.{0,60}\b\d+ (?:minute|hour|day|week|month|year)s? ago.{0,20}"
)
_NEAR = 8
_MIN_TRACES = 2
_MAX_TRACE = 110


def comments(page: Page) -> range:
    """The paragraphs, by number, from the heading of the readers' comments to the end; empty where there are none."""
    if page.book:
        return range(0)
    number = len(page.paragraphs)
    traces = [k for k in range(page.head, number) if _matches(_TRACE, page.paragraphs[k].text)]
    for k in range(page.head + 1, number):
        if _matches(_HEADING, page.paragraphs[k].text):
            following = [trace for trace in traces if trace > k]
            if len(following) >= _MIN_TRACES and following[0] - k <= _NEAR:
                return range(k, number)
    return range(0)


def _matches(pattern: re.Pattern[str], line: str) -> bool:
    return len(line) <= _MAX_TRACE and bool(pattern.fullmatch(bare(line)))
