"""What an act is called at the head of an event: a noun and the preposition before its place."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

NOUNS: Mapping[str, str] = MappingProxyType(
    {
        "capture": "Capture of", "retake": "Recapture of", "transfer": "Hand-over of", "enter": "Entry into",
        "withdraw": "Withdrawal from", "attack": "Attack in", "clash": "Fighting in", "ambush": "Ambush in",
        "repel": "Attack repelled in", "advance": "Advance in", "begin_offensive": "Offensive in",
        "deploy": "Deployment in", "air_strike": "Air strike on", "shelling": "Shelling of", "kill": "Killing in",
        "wound": "People wounded in", "losses": "Damage or losses in", "besiege": "Siege of", "break_siege": "Siege broken of",
        "displace": "Displacement from", "return": "Return to", "abduct": "Abduction in", "release": "Release in",
        "arrest": "Arrest in", "surrender": "Surrender in", "loot": "Looting in", "burn": "Burning in",
        "agree": "Agreement in", "talk": "Talks in", "protest": "Protest in",
    }
)  # fmt: skip


def heading(act: str, *, towards: bool) -> str:
    """The noun and its preposition; `towards` says that the place is where the doers went: they did not withdraw from it."""
    if towards and act == "withdraw":
        return f"{act_noun(act)} to"
    if towards and act == "advance":
        return f"{act_noun(act)} towards"
    return NOUNS.get(act, f"{act_noun(act)} in")


def act_noun(act: str) -> str:
    """The noun alone: "Air strike", "Siege"; what the act's own name says where the table does not know it."""
    known = NOUNS.get(act)
    return known.rsplit(" ", 1)[0] if known else act.replace("_", " ").capitalize()
