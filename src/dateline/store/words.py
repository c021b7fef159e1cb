"""Words as the index of words takes them: the same for both databases, so that both give the same answers."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
_ODD = re.compile("[\x00\ud800-\udfff]")


def folded(text: str) -> str:
    """The words of a text without case and accents, joined by spaces; empty when it has none."""
    if text.isascii():
        return " ".join(_WORD.findall(text.lower()))
    plain = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(_WORD.findall(bare))


def report_words(title: str | None, text: str) -> str:
    """What the index of words holds of a report."""
    return folded(f"{title or ''}\n{text}")


def storable(text: str) -> tuple[str, list[list[int]]]:
    """A text that every database keeps, and the code points that it could not: NUL and lone surrogates.

    Each is replaced by U+FFFD, so that offsets stay what they were.
    """
    odd = [[match.start(), ord(match.group())] for match in _ODD.finditer(text)]
    return (_ODD.sub("\ufffd", text) if odd else text), odd


def restored(text: str, odd: list[list[int]]) -> str:
    """The text as it came in."""
    if not odd:
        return text
    chars = list(text)
    for index, point in odd:
        chars[index] = chr(point)
    return "".join(chars)
