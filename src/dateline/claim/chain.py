"""The voices behind a claim, publisher first."""

from __future__ import annotations

from dateline.claim.material import Material
from dateline.model.record import Attribution, Voice
from dateline.model.span import Span


def innermost(material: Material, spans: tuple[Span, ...]) -> Attribution | None:
    """The narrowest attribution whose words cover at least half of the claim's."""
    best: tuple[int, Attribution] | None = None
    length = sum(span.end - span.start for span in spans)
    for attribution in material.attributions:
        shared = sum(_shared(span, content) for span in spans for content in attribution.contents)
        size = sum(content.end - content.start for content in attribution.contents)
        if shared * 2 >= length and (best is None or size <= best[0]):
            best = size, attribution
    return best[1] if best else None


def voices_of(material: Material, attribution: Attribution | None) -> tuple[Voice, ...]:
    """The publisher, then every attribution from the outermost to the innermost that can be named."""
    found: list[Voice] = []
    by_id = {one.id: one for one in material.attributions}
    seen: set[str] = set()
    while attribution is not None and attribution.id not in seen:
        seen.add(attribution.id)
        voice = _voice(material, attribution)
        if voice is not None:
            found.append(voice)
        attribution = by_id.get(attribution.inside or "")
    return (Voice(holder=material.resolution.publisher.id, mode="narrator"), *reversed(found))


def _voice(material: Material, attribution: Attribution) -> Voice | None:
    actor = material.resolution.actor(attribution.mention)
    if actor is None:
        return None
    return Voice(
        holder=actor.id,
        mode=attribution.mode,
        cue=attribution.cue[0] if attribution.cue else None,
        source=attribution.source[0] if attribution.source else None,
        mention=attribution.mention,
    )


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))
