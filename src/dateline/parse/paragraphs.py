"""Line ends: which close a paragraph, and which only wrap it.

Old wires and PDFs wrap at a margin, pages and channels do not; heads, snaps and columns are lines of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(r"[\n\u2028\u2029]\s*")
_LINE_END = re.compile(r"[\n\u2028]")
"""Pages that were told to keep their lines write the separator U+2028 where others write a line feed; two close a paragraph."""
_OPEN_END = re.compile(
    r"[ \t](?:a|an|the|of|in|on|at|to|by|from|for|with|near|into|and|or|as|that|than|its|their|his|was|were|is|are|has|have|had|since"
    r"|between|after|before|against|over|under|who|which)[ \t\r]*\Z"
)
"""Words behind which no sentence ends: what follows is its next line, whatever it opens with."""
_WIDE_GAP = re.compile(r"[^\W\d_]{2}\S*[ ]{4,}\S")
_SHORT_LINE = re.compile(r"[^\n\u2028]{1,40}?[^\n\u2028.!?:;,](?=[\n\u2028])")


def paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """The paragraphs of a stretch, and whether words stand in them."""
    at = start
    for match in _END.finditer(text, start, end):
        stop = match.end()
        if _hard(text, match.start(), match.group()) and text[at:stop].strip():
            yield at, stop, True
            at = stop
    if at < end:
        yield at, end, bool(text[at:end].strip())


def _hard(text: str, at: int, ends: str) -> bool:
    """Whether a line end closes a paragraph and does not merely wrap it (old wires wrap at 70 columns, indent anew)."""
    if len(_LINE_END.findall(ends)) > 1 or "\u2029" in ends:
        return True
    begin = max(text.rfind(mark, 0, at) for mark in "\n\u2028") + 1
    following = text[at + len(ends) : at + len(ends) + 1]
    if text[begin:at].isupper():
        return ends[1:] != "" or at - begin < 50
    if _OPEN_END.search(text, max(begin, at - 12), at):
        return False
    wrapped = (
        55 <= at - begin <= 100 and _LINE_END.search(text, at + 1, at + 120) is not None and text[at - 1] not in '.!?”"'
    )
    return not following.islower() and (not wrapped or _columns(text[begin:at]) or _titled(text, at + len(ends)))


def _columns(line: str) -> bool:
    """Whether a line holds the cells of two columns, as heads of letters do."""
    return _WIDE_GAP.search(line) is not None


def _titled(text: str, after: int) -> bool:
    """Whether a line stands over one that is too short to be wrapped and not the last: a title over a name, over a day."""
    line = _SHORT_LINE.match(text, after)
    return line is not None and line.end() < len(text) and not text[line.end() + 1 : line.end() + 2].isspace()
