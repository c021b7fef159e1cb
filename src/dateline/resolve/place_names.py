"""What a name may mean: all places so called, and those called so without their noun or direction."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.model.world import Place
from dateline.reference.gazetteer import ADMIN_KINDS, Gazetteer
from dateline.reference.gazetteer_fold import fold
from dateline.reference.place_words import (
    ADMIN_NOUNS,
    DIRECTION_ADJECTIVES,
    FEATURE_NOUNS,
    SETTLEMENT_NOUNS,
)

_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_AXIS = re.compile(r"\w\s?[-–—‐‑]\s?\w+ (?:axis|corridor)$", re.IGNORECASE)
"""What is called a way only between two towns: "the Sake-Minova axis"."""
_SETTLED = ("capital", "city", "town", "village", "part", "camp")


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedAs:
    """A name taken apart: the core that a register may know, the noun that says the kind, the direction before it.

    `kind` is None when no noun is written; `facility`: the noun makes another thing of it ("Mosul University"
    is no city), so that the core only says where it is.
    """

    surface: str
    core: str
    kind: str | None = None
    direction: str | None = None
    facility: bool = False


def taken_apart(text: str, gazetteer: Gazetteer) -> NamedAs:
    """The parts of a name; the whole is its own core when a register knows it."""
    surface = " ".join(_ARTICLE.sub("", text).split())
    if gazetteer.knows(surface):
        return NamedAs(surface=surface, core=surface)
    words = surface.split(" ")
    direction = words[0].lower() if len(words) > 1 and words[0].lower() in DIRECTION_ADJECTIVES else None
    words = words[1:] if direction else words
    noun = _noun(words[-1]) if len(words) > 1 else None
    if noun is None and _AXIS.search(surface):
        return NamedAs(surface=surface, core=" ".join(words[:-1]), kind="road", direction=direction, facility=True)
    if noun is None:
        return NamedAs(surface=surface, core=" ".join(words), direction=direction)
    kind = FEATURE_NOUNS[noun]
    facility = noun not in ADMIN_NOUNS and noun not in SETTLEMENT_NOUNS
    return NamedAs(surface=surface, core=" ".join(words[:-1]), kind=kind, direction=direction, facility=facility)


def _noun(word: str) -> str | None:
    lower = word.lower()
    for noun in (lower, lower.removesuffix("s"), lower.removesuffix("ies") + "y"):
        if noun in FEATURE_NOUNS:
            return noun
    return None


def candidates(named: NamedAs, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The places that the core may mean, those of a wrong kind left out, near-duplicates of one place too."""
    found = gazetteer.named(named.core) or _plural(named.core, gazetteer)
    if named.facility:
        return tuple(p for p in found if p.kind == named.kind)
    if named.kind in ADMIN_KINDS:
        found = tuple(p for p in found if p.kind in ADMIN_KINDS) or found
    elif named.kind in _SETTLED:
        found = tuple(p for p in found if p.kind not in ADMIN_KINDS) or found
    return found


def _plural(core: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """A country that lost its apostrophe ("Syrias")."""
    if not fold(core).endswith("s"):
        return ()
    return tuple(p for p in gazetteer.named(core[:-1]) if p.kind in ("country", "capital"))


def plural_division(text: str) -> str | None:
    """The kind of division that "X and Y provinces" gives to X as well; None when the last word is no such plural."""
    word = text.split()[-1].lower()
    noun = word.removesuffix("ies") + "y" if word.endswith("ies") else word.removesuffix("s")
    return ADMIN_NOUNS.get(noun) if word != noun else None
