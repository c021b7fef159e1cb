"""The form under which names are looked up."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans(
    {
        "ı": "i", "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe",
        "ð": "d", "þ": "th", "ə": "a", "Ə": "a", "ɔ": "o", "ɛ": "e", "ŋ": "n",
        **dict.fromkeys("'’‘ʼʻʿʾ`´ʹ′.·", ""),
        **dict.fromkeys("-‐‑‒–—/_", " "),
    }
)  # fmt: skip
_GAPS = re.compile(r"\s+")


def fold(name: str) -> str:
    """Case, diacritics, apostrophes, hyphens and line breaks taken out: "Sana’a" and "SANAA" are one key.

    Digits and letters of other scripts stay; the result may be empty.
    """
    if name.isascii():
        return _GAPS.sub(" ", name.translate(_LETTERS).casefold()).strip()
    parts = unicodedata.normalize("NFKD", name.translate(_LETTERS)).casefold()
    bare = "".join(c for c in parts if not unicodedata.combining(c))
    return _GAPS.sub(" ", bare.translate(_LETTERS)).strip()


def in_latin_script(name: str) -> bool:
    """Whether all letters of a name are Latin ones, and there is at least one."""
    letters = [c for c in name if c.isalpha()]
    return bool(letters) and all(c.isascii() or unicodedata.name(c, "").startswith("LATIN") for c in letters)
