"""The form under which names are looked up."""

from __future__ import annotations

import unicodedata

_LETTERS = str.maketrans(
    {
        "ı": "i", "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe",
        "ð": "d", "þ": "th", "ə": "a", "Ə": "a", "ɔ": "o", "ɛ": "e", "ŋ": "n",
        **dict.fromkeys("'’‘ʼʻʿʾ`´ʹ′.·", ""),
        **dict.fromkeys("-‐‑‒–—/_", " "),
    }
)  # fmt: skip


def fold(name: str) -> str:
    """Case, diacritics, apostrophes, hyphens and line breaks taken out: "Sana’a" and "SANAA" are one key.

    Digits and letters of other scripts stay; the result may be empty.
    """
    if name.isascii():
        if name.isalnum():
            return name.lower()
        return " ".join(name.translate(_LETTERS).casefold().split())
    parts = unicodedata.normalize("NFKD", name.translate(_LETTERS)).casefold()
    bare = "".join(c for c in parts if not unicodedata.combining(c))
    return " ".join(bare.translate(_LETTERS).split())


def in_latin_script(name: str) -> bool:
    """Whether all letters of a name are Latin ones, and there is at least one."""
    letters = [c for c in name if c.isalpha()]
    return bool(letters) and all(c.isascii() or unicodedata.name(c, "").startswith("LATIN") for c in letters)
