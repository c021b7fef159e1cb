"""The kind of a claim, from its act and how it is put."""

from __future__ import annotations

from dateline.claim.classify import Named
from dateline.model.record import ClaimKind, Modality

STAYS = ("talk", "agree", "characterise", "say", "locate", "cite_law")


def kind_of(named: Named, modality: Modality) -> ClaimKind:
    """What is planned is an intent, whatever the act; all else keeps the kind of its act."""
    if modality == "planned" and named.act not in STAYS:
        return "intent"
    return named.kind
