"""Markup in what comes as plain text: feeds hand on pieces of web pages."""

from __future__ import annotations

import re

from dateline.read.web import BLOCKS, FURNITURE, Page

NOTICE = "holds HTML markup: its text is what a reader of the page would see, and offsets count in that"

_INLINE = [
    "a",
    "b",
    "i",
    "u",
    "s",
    "em",
    "strong",
    "span",
    "small",
    "big",
    "sub",
    "sup",
    "font",
    "mark",
    "code",
    "q",
    "cite",
    "abbr",
    "time",
    "label",
    "html",
    "head",
    "title",
    "img",
    "br",
    "hr",
]
_NAMES = "|".join(sorted({*BLOCKS, *FURNITURE, *_INLINE}, key=len, reverse=True))
_CLOSES = re.compile(rf"</(?:{_NAMES})\s*>", re.IGNORECASE)
_BREAKS = re.compile(rf"<(?:br|hr|img|{'|'.join(BLOCKS)})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_BLOCK = re.compile(rf"<(?:br|{'|'.join(BLOCKS)})(?:\s[^<>]*)?/?>", re.IGNORECASE)


def holds_markup(text: str) -> bool:
    """Whether HTML stands in a text: an element that is closed, or several that need not be; "a < b" is none."""
    return _CLOSES.search(text) is not None or len(_BREAKS.findall(text)) > 1


def without_markup(text: str) -> str:
    """The words that a reader of the page would see; without elements that make lines, the text's own lines stay."""
    page = Page()
    if _BLOCK.search(text):
        page.feed(text)
        page.close()
        page.end_line()
        return page.found.text()
    lines: list[str] = []
    for line in text.splitlines():
        before = len(page.found.body)
        page.feed(line)
        page.end_line()
        lines.extend(page.found.body[before:] or [""])
    page.close()
    page.end_line()
    return "\n".join(lines).strip()
