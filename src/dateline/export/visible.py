"""Text from outside, made safe to show: what could steer a terminal or reverse a line becomes a visible sign."""

from __future__ import annotations

import re

CONTROL_PICTURES = {
    **{code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A)},
    0x7F: 0x2421,
    **dict.fromkeys((*range(0x80, 0xA0), *range(0xD800, 0xE000)), 0xFFFD),
}  # fmt: skip
"""C0 controls become their pictures (U+2400 …), C1 controls and halves of surrogate pairs, which no file can hold,
U+FFFD: one code point for one, so that offsets hold."""

DIRECTION_CONTROLS = {
    code: f"⟨U+{code:04X}⟩" for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F)
}
"""Marks, embeddings, overrides and isolates: on one line with our own words they could reorder those too."""

_STEERED = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\u2b1a")
"""Embeddings, overrides and isolates as a dotted square; plain marks (U+200E, U+200F) turn nothing that is set apart."""
_UNSHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str) -> str:
    """The text with control characters as pictures, code point for code point; tabs and line feeds stay."""
    return text.translate(CONTROL_PICTURES)


def in_sight(text: str) -> str:
    """The text as a page may show it: nothing in it steers or hides, and every code point is still one."""
    return visible(text).translate(_STEERED) if _UNSHOWN.search(text) else text


def one_line(text: str) -> str:
    """The text as it may stand within a line of ours: no line breaks, no controls, no change of direction."""
    return visible(" ".join(text.split())).translate(DIRECTION_CONTROLS)


def direction_controls(text: str) -> tuple[str, ...]:
    """The signs of the characters in a text that change its direction unseen, each once, in order."""
    return tuple(dict.fromkeys(DIRECTION_CONTROLS[ord(char)] for char in text if ord(char) in DIRECTION_CONTROLS))
