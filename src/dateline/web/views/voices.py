"""Voices as sentences name them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.desk import Names
from dateline.export.shared import ExportActor
from dateline.model.ledger import LedgerEntity


def voice_name(actor: ExportActor) -> str:
    """The name, with an article before words that describe one unnamed person ("a military source")."""
    return _names((actor,)).voice(actor.id)


def said_by(voices: Sequence[ExportActor]) -> str:
    """The chain, the innermost first: "a resident (via Example Wire)"."""
    return _names(voices).according_to(voice.id for voice in voices).removeprefix("According to ")


def _names(actors: Iterable[ExportActor]) -> Names:
    return Names(entities={actor.id: LedgerEntity(id=actor.id, name=actor.name, kind=actor.kind) for actor in actors})
