"""What somebody plainly has, and until when another had it: "the rebels still have the port", "took the town, which was held by …"."""

from __future__ import annotations

import re

from dateline.model.exclusion import TAKING
from dateline.model.record import Case, Claim
from dateline.model.roles import actors_in, places_in, time_of
from dateline.model.time import TimeRange
from dateline.model.world import ARMED_KINDS

_WAS_HELD = re.compile(r"\b(?:was|were|had been) (?:\w+ )?(?:held|controlled|occupied|ruled|run)\b", re.IGNORECASE)
_HAS = re.compile(
    r"\b(?:ha(?:ve|s|d)(?! been)|h[eo]ld(?:s|ing)?|keep(?:s|ing)?|kept|retain(?:s|ed)?|control(?:s|led|ling)?|occup(?:y|ies|ied|ying)"
    r"|mann?(?:s|ed|ing)|cling(?:s|ing)? to|clung to) (?:only |just |still |on to |all |both )*(?:the|its|their|an?|most|part|one|two|three)\b",
    re.IGNORECASE,
)


def holds_what_is_named(case: Case, claim: Claim) -> bool:
    """Whether somebody at arms plainly has a place that the words name: "the rebels still have the port"."""
    sites = [case.resolution.mention(name).span for name in claim.roles.get("place", ())]
    armed = any(actor.kind in ARMED_KINDS for actor in actors_in(case, claim, "agent"))
    told = _HAS.search(claim.spans[0].quote) if armed and sites else None
    begins = claim.spans[0].start + told.end() if told else 0
    return told is not None and any(begins <= site.start for site in sites)


def held_until(case: Case, claim: Claim, time: TimeRange | None) -> TimeRange | None:
    """As in "took the town, which was held by the rebels": they held it until it was taken from them."""
    past = claim.act == "hold" and any(_WAS_HELD.search(span.quote) for span in claim.spans)
    beside = case.claims_by_sentence.get(claim.sentence, ()) if past else ()
    taken = next((c for c in beside if c.act in TAKING and c.codeable and c.polarity == "positive"), None)
    when = time_of(case, taken) if taken is not None else None
    same = taken is not None and any(
        place.id in {one.id for one in places_in(case, claim, "place", "target")}
        for place in places_in(case, taken, "place", "target", "patient")
    )
    if when is None or not same:
        return time
    return TimeRange(earliest=None, latest=when.earliest, precision=when.precision)
