"""What an extractor proposes, before the rules have looked at it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from dateline.model.span import Span
from dateline.model.vocabulary import Modality, Polarity, TemporalStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A claim that a model proposes; every span quotes the text and every role names a mention.

    `extractor` says who proposes ("openai:MODEL"); `roles` maps a role to mention ids.
    """

    spans: tuple[Span, ...]
    act: str
    modality: Modality
    polarity: Polarity
    temporal_status: TemporalStatus
    extractor: str
    roles: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """A proposal that was not taken: a stable reason, what was wrong, and the words it came with (shortened)."""

    reason: str
    detail: str
    proposal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """Everything that one extractor said about one report; `trouble` when it could not be asked or understood."""

    proposals: tuple[Proposal, ...] = ()
    rejections: tuple[Rejection, ...] = ()
    trouble: str | None = None
