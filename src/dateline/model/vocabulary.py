"""The closed vocabularies of the record; record.schema.json has the same words."""

from __future__ import annotations

from typing import Literal

MentionKind = Literal["actor", "person", "place", "time", "quantity", "reference", "label", "weapon"]
Form = Literal["name", "nominal", "pronoun", "epithet", "label", "role", "metonym", "anaphor"]
Mode = Literal["narrator", "direct_quote", "indirect", "adjunct", "distanced", "implicit", "anonymous", "relayed"]
ClaimKind = Literal[
    "event", "state", "casualty", "displacement", "statement", "intent", "characterisation", "geography",
    "relation", "reference", "access", "evaluation", "meta",
]  # fmt: skip
Modality = Literal[
    "asserted", "attributed", "claimed", "confirmed", "denied", "planned", "ordered", "threatened", "called_for",
    "expected", "possible", "feared", "hypothetical", "retracted", "unknown",
]  # fmt: skip
Polarity = Literal["positive", "negative"]
TemporalStatus = Literal["current", "ongoing", "background", "historical", "future", "generic"]
Factuality = Literal["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "CTu", "Uu"]
Interest = Literal["self_serving", "against_interest", "neutral"]
Fluent = Literal[
    "held", "not_held", "present", "not_present", "contested", "besieged", "leaving", "vacated", "share_held",
    "unknown",
]  # fmt: skip
Severity = Literal["info", "warning", "error"]

NEVER_CODEABLE = (
    "planned", "ordered", "threatened", "called_for", "possible", "feared", "hypothetical", "unknown",
    "expected", "retracted",
)  # fmt: skip


SILENT_STANCES = frozenset(
    {"plan", "order", "call_for", "support", "cite", "ask", "evaluate", "withhold", "know", "attitude"}
)  # fmt: skip
"""Stances that tell what somebody wants, does or keeps back: the narrator answers for telling it."""
