"""What the codebooks ask of an event, gathered once from its claims."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import ceil, floor

from dateline.derive.grouping import TAKING_PART
from dateline.derive.parts import included, taken_from
from dateline.model.locating import Level, located
from dateline.model.record import Case, Claim
from dateline.model.roles import actors_in, time_of
from dateline.model.time import TimeRange
from dateline.model.world import ARMED_KINDS, Actor, Place

VIOLENT = frozenset({"clash", "attack", "ambush", "repel", "shelling", "air_strike"})
EXCHANGE = re.compile(
    r"\b(?:exchang(?:e|es|ed|ing) (?:of )?(?:gun)?fire|after (?:heavy |fierce )?fighting|gun ?battle)\b", re.IGNORECASE
)
_STATE = ("state_force", "joint_force")


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """One event as the codebooks see it.

    `fought` is True where armed interaction is stated, False where it is denied ("without a fight"), None where
    nothing is said. `killed` is (lowest, highest) of all counts of dead by any voice, None where nobody counts;
    `words` are the claims' own words, lower case, for means and vague numbers. `level` is how precisely the place is on
    the map, None where it is not.
    """

    acts: frozenset[str]
    agents: tuple[Actor, ...]
    patients: tuple[Actor, ...]
    place: Place | None
    time: TimeRange | None
    fought: bool | None
    killed: tuple[float, float | None] | None
    words: str
    level: Level | None = None
    defaults: bool = True
    """Whether a codebook's numbers for vague words may be given: in a record, never in what others import."""

    @property
    def parties(self) -> tuple[Actor, ...]:
        """All who take part."""
        return tuple({actor.id: actor for actor in (*self.agents, *self.patients)}.values())

    @property
    def states(self) -> tuple[Actor, ...]:
        """The forces of a state among them."""
        return tuple(actor for actor in self.parties if actor.kind in _STATE)

    @property
    def armed(self) -> tuple[Actor, ...]:
        """The organised armed actors among them."""
        return tuple(actor for actor in self.parties if actor.kind in ARMED_KINDS)

    @property
    def civilian_victims(self) -> bool:
        """Whether civilians are among those it was done to."""
        return any(actor.kind in ("civilian", "person", "official") for actor in self.patients)


def facts_of(case: Case, claims: tuple[Claim, ...], *, place: str | None, time: TimeRange | None) -> Facts:
    """The facts of an event with these claims."""
    agents = tuple(dict.fromkeys(actor for claim in claims for actor in actors_in(case, claim, "agent", "recipient")))
    roles = tuple(role for role in TAKING_PART if role not in ("agent", "recipient"))
    patients = tuple(dict.fromkeys(actor for claim in claims for actor in actors_in(case, claim, *roles)))
    acts = frozenset(claim.act for claim in claims)
    known = case.places.get(place) if place else None
    where = located(known, case.places.get, relative=known is not None and known.ground is not None)
    return Facts(
        acts=acts,
        level=where.level if where else None,
        agents=agents,
        patients=patients,
        place=known,
        time=time,
        fought=_fought(case, claims, acts, place),
        killed=_killed(case, claims),
        words=" ".join(span.quote for claim in claims for span in claim.spans).casefold(),
    )


def _fought(case: Case, claims: tuple[Claim, ...], acts: frozenset[str], place: str | None) -> bool | None:
    sentences = {claim.sentence for claim in claims}
    exchange = any(EXCHANGE.search(span.quote) for claim in claims for span in claim.spans)
    denied = [c for c in case.claims if c.act == "clash" and c.polarity == "negative"]
    if not exchange and any(
        claim.sentence in sentences or _there_and_then(case, claim, claims, place) for claim in denied
    ):
        return False
    return True if acts & VIOLENT or exchange else None


def _there_and_then(case: Case, denial: Claim, claims: tuple[Claim, ...], place: str | None) -> bool:
    """Whether a denial of fighting is about the place of the event and not about another day."""
    if place is None or _place_id(case, denial) != place:
        return False
    when = time_of(case, denial)
    times = [time for claim in claims if (time := time_of(case, claim)) is not None]
    return when is None or not times or any(when.overlaps(time) for time in times)


def _place_id(case: Case, claim: Claim) -> str | None:
    place = case.resolution.place(claim.place)
    return place.id if place else None


def _killed(case: Case, claims: tuple[Claim, ...]) -> tuple[float, float | None] | None:
    """The range over all voices: every count of dead widens it, a denial of deaths counts zero, a part of one nothing."""
    told = [(claim, mention) for claim in claims if claim.act == "kill" for mention in claim.roles.get("quantity", ())]
    wholes = [pair for pair in told if not _is_part(case, *pair)]
    ranges = [bounds for pair in wholes or told if (bounds := _bounds(case, *pair)) is not None]
    if not ranges:
        return None
    highs = [high for _, high in ranges]
    return min(low for low, _ in ranges), None if None in highs else max(high for high in highs if high is not None)


def _bounds(case: Case, claim: Claim, mention: str) -> tuple[float, float | None] | None:
    """Whole people: "about 12" is 11 to 13, and of "up to 30" who are said to have died at least one did."""
    quantity = case.resolution.quantity(mention)
    if quantity is None or quantity.vague:
        return None
    low = quantity.exact if quantity.low is None else quantity.low
    high = quantity.exact if quantity.high is None else quantity.high
    if low is None and high is None:
        return None
    fewest = float(ceil(low or 0))
    return (max(fewest, 1.0) if _died(claim, high) else fewest), (float(floor(high)) if high is not None else None)


def _died(claim: Claim, high: float | None) -> bool:
    return claim.polarity == "positive" and high != 0


def _is_part(case: Case, claim: Claim, mention: str) -> bool:
    """Whether a figure is a part of another one."""
    span, text = case.resolution.mention(mention).span, case.report.text
    begin = min((one.start for one in claim.spans), default=span.start)
    return included(text[begin : span.start]) or taken_from(text[span.end : span.end + 40])
