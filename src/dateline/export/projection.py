"""What codebooks would make of an act alone, for events over many reports that no single report's projection covers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dateline.reference.codebooks import Codebooks

_SUB_TYPES = {
    "attack": "Attack", "kill": "Attack", "wound": "Attack", "clash": "Armed clash", "ambush": "Armed clash",
    "repel": "Armed clash", "besiege": "Armed clash", "air_strike": "Air/drone strike",
    "shelling": "Shelling/artillery/missile attack", "abduct": "Abduction/forced disappearance",
    "withdraw": "Non-violent transfer of territory", "transfer": "Non-violent transfer of territory",
    "agree": "Agreement", "talk": "Agreement", "arrest": "Arrests", "surrender": "Arrests",
    "loot": "Looting/property destruction", "burn": "Looting/property destruction", "losses": "Disrupted weapons use",
    "deploy": "Change to group/activity", "advance": "Change to group/activity",
    "begin_offensive": "Change to group/activity",
}  # fmt: skip
"""Only acts that decide a sub-event type whoever the parties are; a capture does not."""


def projected(act: str, codebooks: Codebooks) -> Mapping[str, Mapping[str, Any]]:
    """ACLED and PLOVER values that the act alone decides, each with its rule; the rest stays unsaid."""
    found: dict[str, Mapping[str, Any]] = {}
    rule = f"by the act “{act}” alone"
    sub_type = _SUB_TYPES.get(act)
    if sub_type is not None:
        event_type = codebooks.acled_type(sub_type)
        found["acled"] = {"event_type": event_type, "sub_event_type": sub_type, "rule": rule}
    plover = codebooks.plover["acts"].get(act)
    if plover:
        event, mode, context = plover
        found["plover"] = {"event": event, "mode": mode, "context": list(context), "rule": rule}
    return found
