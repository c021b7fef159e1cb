"""Words that look like an event and are none, with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from dateline.claim.codeable import CONFLICT_ACTS
from dateline.claim.material import Material
from dateline.model.derived import NotEvent
from dateline.model.record import Claim
from dateline.model.span import Span

BY_MODALITY = {
    "planned": "intent", "expected": "forecast", "hypothetical": "hypothetical", "possible": "possibility",
    "retracted": "retracted", "ordered": "order", "called_for": "order", "threatened": "intent", "feared": "forecast",
    "unknown": "meta",
}  # fmt: skip
BY_STATUS = {"historical": "historical", "background": "background", "generic": "habitual", "future": "future"}
BY_WHY = {
    "metaphor": "metaphor", "sport": "sports", "accident": "accident", "disease": "non_conflict_deaths",
    "strike": "ambiguity", "idiom": "idiom", "politics": "ambiguity", "hypothetical": "hypothetical",
    "historical": "historical",
}  # fmt: skip


def not_events(material: Material, claims: Sequence[Claim]) -> tuple[NotEvent, ...]:
    """One row for every claim of a conflict act that is no event, and one for the sign-off codes, each caption and each stretch of a page's own words."""
    rows = [*_from_claims(claims), *_frame(material)]
    return tuple(
        NotEvent(id=f"x{number}", spans=spans, reason=reason, explanation=explanation)
        for number, (spans, reason, explanation) in enumerate(rows, start=1)
    )


def _from_claims(claims: Sequence[Claim]) -> Iterator[tuple[tuple[Span, ...], str, str]]:
    for claim in claims:
        if claim.codeable or claim.act not in CONFLICT_ACTS:
            continue
        reason = next((found for rule in RULES if (found := rule(claim)) is not None), None)
        if reason is not None:
            yield claim.spans, reason, claim.why or reason


def _frame(material: Material) -> Iterator[tuple[tuple[Span, ...], str, str]]:
    byline = material.parse.frame.byline
    if byline is not None:
        yield (byline,), "byline", "sign-off codes of the agency"
    for caption in material.parse.frame.captions:
        yield (caption,), "caption", "the words under a picture, which may be of another day"
    for words in material.parse.frame.page_words:
        yield (words,), "page_furniture", "words of the page around the text: tags, titles of other stories, notices"


def by_guard(claim: Claim) -> str | None:
    """Metaphor, sport, accident …"""
    first = (claim.why or "").split(",")[0].split(" ")[0]
    return BY_WHY.get(first)


def by_polarity(claim: Claim) -> str | None:
    """Said not to have happened."""
    return "negated" if claim.polarity == "negative" else None


def by_modality(claim: Claim) -> str | None:
    """Not said to have happened."""
    return BY_MODALITY.get(claim.modality)


def by_status(claim: Claim) -> str | None:
    """Not news."""
    return BY_STATUS.get(claim.temporal_status)


Rule = Callable[[Claim], str | None]
RULES: tuple[Rule, ...] = (by_guard, by_polarity, by_modality, by_status)
