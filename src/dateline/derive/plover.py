"""An event as PLOVER would type it."""

from __future__ import annotations

import re

from dateline.derive.facts import Facts
from dateline.model.derived import Projection
from dateline.reference.codebooks import Codebooks

_ORDER = (
    "capture", "retake", "transfer", "enter", "withdraw", "air_strike", "shelling", "ambush", "clash", "attack", "repel",
    "abduct", "kill", "wound", "besiege", "burn", "loot", "losses", "arrest", "surrender", "begin_offensive", "advance",
    "deploy", "displace", "order_to_leave", "agree", "talk", "release", "access", "protest", "claim_responsibility",
)  # fmt: skip
_MEANS = (
    (re.compile(r"\bsuicide\b"), "suicide-attack"),
    (re.compile(r"\b(?:drone|uav)s?\b"), "drone"),
    (re.compile(r"\b(?:ied|improvised|landmine|bomb|explosive|blast|grenade)"), "explosives"),
    (re.compile(r"\b(?:rocket|mortar|artillery|shell)"), "heavy-weapons"),
    (re.compile(r"\b(?:shot|gunfire|opened fire|gunmen|firing)\b"), "firearms"),
)


def plover(facts: Facts, codebooks: Codebooks) -> Projection:
    """Event, mode and context by the act that weighs most; the mode by the means that the words name."""
    act = next((act for act in _ORDER if act in facts.acts), None)
    row = codebooks.plover["acts"].get(act) if act else None
    if row is None:
        return Projection(
            codebook="plover",
            values={"event": None, "mode": None, "context": ()},
            rule="PLOVER has no type for this act",
            missing=("an act that PLOVER knows",),
        )
    event, mode, context = row
    named = next((name for pattern, name in _MEANS if pattern.search(facts.words)), None)
    if event == "ASSAULT" and mode in (None, "aerial") and named is not None:
        mode = named
    missing = ("the means are not stated",) if event == "ASSAULT" and mode is None else ()
    values = {"event": event, "mode": mode, "context": tuple(context)}
    return Projection(codebook="plover", values=values, rule=f"the act “{act}” by our table of acts", missing=missing)
