"""How names of outlets and bodies are written: patterns that the readers of heads, credits and texts share."""

from __future__ import annotations

WORD = r"(?:(?:[A-Z]\.){2,}|(?:St|Mt|Ft)\.|(?:[a-z]{2,3}-|[dl]['’])?[A-ZÀ-Þ][\w'’&\-]*)"
"""A word of a name."""
_DAY = r"(?!(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September|October|November|December)\b)"
_TEXT_WORD = rf"{_DAY}(?:(?:[A-Z]\.){{2,}}|[A-ZÀ-Þ][\w&\-]*(?:['’](?!s\b)\w+)*)"
"""A word of a name in running text, which no day is, and no ending of an owner."""
_NUMBER = r"\d{1,3}(?:\.\d)?(?![\d:])"
_PARTICLES = "of|the|de|du|des|do|da|dos|das|del|la|le|los|las|el|al|et|y|e"
_IN_TEXTS = "of|the|de|du|des|del|la|al|el"


def _names(word: str, links: str, longest: int) -> str:
    return rf"(?!\d){word}(?:[ \t](?:(?:{links})[ \t]){{0,2}}{word}){{0,{longest - 1}}}"


DATELINE_NAME = r"(?!(?:From|By)\b)" + _names(WORD, f"{_PARTICLES}|and|for", 6)
"""A name in a dateline, where a number is the day."""
HEAD_NAME = _names(f"(?:{WORD}|{_NUMBER})", f"{_PARTICLES}|and|for|in", 10)
"""A name in a head, which may say where: "Office for Relief in Orania", "Radio Bend 98.4"."""
CREDIT_NAME = _names(rf"(?:{WORD}(?:\.[a-z]{{2,4}}\b)?|{_NUMBER})", f"{_IN_TEXTS}|and|for", 6)
"""A name in a credit line; a site may be one."""
TEXT_NAME = _names(f"(?:{_TEXT_WORD}|{_NUMBER})", _IN_TEXTS, 5)
"""A name in running text."""
