"""Two voices of one report that tell of one thing: who did it, on which day, where, with what outcome.

The pairing is strict: what one voice tells in passing of another fight must never stand as the rival of this one. Two
claims are accounts of one thing where their acts, days, places and those they befell may be the same, and where the words
of the later one point back ("the attack", "blamed the army for it"), or both are about one building or camp.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.check.counts import may_be_one_voice
from dateline.model.locating import COUNTRIES, DIVISIONS
from dateline.model.record import Case, Claim
from dateline.model.roles import actors_in, lies_in, place_of, quantities_of, time_of
from dateline.model.sides import opposed, same_side
from dateline.model.world import Actor, Place

VIOLENCE = frozenset({"attack", "ambush", "air_strike", "shelling", "kill", "wound", "burn", "loot", "abduct"})
"""Acts that two voices may tell of one incident with different words: "an attack", "the shelling", "the killings"."""
NEAR = 4
"""Sentences within which a second account follows the first."""
SETTLED = ("capital", "city", "town", "village", "place", "part", "region", "area", "set", "relative")
STATE = ("state_force", "government", "joint_force", "intl_force")
GROUPS = ("rebel", "militia", "paramilitary", "armed_groups_collective")
_INCIDENT = (
    r"(?:attacks?|advances?|offensives?|(?:air)?strikes?|raids?|shelling|bombing|bombardment|ambush|assault|blasts?|explosions?|killings?|"
    r"massacre|incident|shooting|abductions?|kidnappings?|fire|shells?|rockets?|missiles?|deaths?|violence)"
)
_BACK = re.compile(
    rf"\b(?:the|this|that|these|those)\s+(?:[\w-]+\s+){{0,2}}?{_INCIDENT}\b"
    r"|\b(?:for|of|behind|carried|did|done) (?:it|this|that)\b|\bsame\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"\b(?:another|second|third|again|also|separate(?:ly)?|elsewhere|earlier|previous(?:ly)?|later|in turn|new|fresh|further"
    r"|meanwhile|other|similar|retaliat\w+|respon(?:se|ded?|ding)|returned|revenge|counter-?attack\w*)\b",
    re.IGNORECASE,
)


def rival_accounts(case: Case) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of claims by voices of different parties that may tell of one incident, the earlier one first."""
    order = {sentence.id: sentence.index for sentence in case.parse.sentences}
    told = [(order.get(claim.sentence, 0), claim) for claim in case.claims if _is_account(claim)]
    for number, (at, one) in enumerate(told):
        for place, other in told[number + 1 :]:
            if place > at + NEAR:
                break
            if _alike(one, other) and two_voices(case, one, other) and not told_apart(case, one, other):
                yield one, other


def told_apart(case: Case, one: Claim, other: Claim) -> bool:
    """Whether the words that lead from one to the other say that it is another incident."""
    start = min(one.spans[0].start, other.spans[0].start)
    return _ANOTHER.search(case.report.text, start, max(span.end for span in other.spans)) is not None


def two_voices(case: Case, one: Claim, other: Claim) -> bool:
    """Whether the innermost voices are different ones and of no one side."""
    return one.believer != other.believer and not may_be_one_voice(case, one.believer, other.believer)


def other_party(one: Actor, other: Actor) -> bool:
    """Whether two actors are certainly of two parties: known sides that differ, or a state's force and an armed group."""
    kinds = {one.kind in STATE, other.kind in STATE} == {True, False} and {one.kind, other.kind} & set(GROUPS)
    return opposed(one, other) or (bool(kinds) and not same_side(one, other))


def points_back(case: Case, claim: Claim) -> bool:
    """Whether the words of a claim speak of something that was told before."""
    return any(_BACK.search(span.quote) for span in claim.spans)


def on_one_site(case: Case, one: Claim, other: Claim) -> bool:
    """Whether both are about one building, camp or road: a town may be hit twice in a day by two parties."""
    first, second = place_of(case, one), place_of(case, other)
    return first is not None and second is not None and first.id == second.id and _is_site(first)


def places_agree(case: Case, one: Claim, other: Claim) -> bool:
    """Whether the places may be one: the same, one inside the other, or not told."""
    first, second = place_of(case, one), place_of(case, other)
    return first is None or second is None or lies_in(case, first.id, second.id) or lies_in(case, second.id, first.id)


def days_agree(case: Case, one: Claim, other: Claim) -> bool:
    """Whether the days may be the same, or are not told."""
    first, second = time_of(case, one), time_of(case, other)
    return first is None or second is None or (first.overlaps(second) and two_days(case, one, other) is None)


def two_days(case: Case, one: Claim, other: Claim) -> tuple[str, str] | None:
    """The days of two claims where they are certainly two; of weekdays without a date their names tell it."""
    first, second = (case.resolution.time(claim.time) for claim in (one, other))
    if first is None or second is None or {first.range.precision, second.range.precision} != {"day"}:
        return None
    if first.range.first_day is not None and second.range.first_day is not None:
        apart = not first.range.overlaps(second.range)
        return (str(first.range.first_day), str(second.range.first_day)) if apart else None
    if first.weekday and second.weekday and first.weekday != second.weekday:
        return first.weekday.capitalize(), second.weekday.capitalize()
    return None


def befell_the_same(case: Case, one: Claim, other: Claim) -> bool:
    """Whether those whom the two accounts have suffer may be the same: nobody of one side, or shared; no two numbers."""
    first, second = (actors_in(case, claim, "patient", "target") for claim in (one, other))
    if first and second and not any(same_side(a, b) for a in first for b in second):
        return False
    numbers = [{q.exact for q in quantities_of(case, claim) if q.exact is not None} for claim in (one, other)]
    return not (numbers[0] and numbers[1] and numbers[0].isdisjoint(numbers[1]))


def voice(case: Case, claim: Claim) -> str:
    """The name of the innermost voice."""
    known = case.actors.get(claim.believer)
    return known.name if known else claim.believer


def _is_account(claim: Claim) -> bool:
    """A claim of a voice within the report about what is said to have happened."""
    happened = (
        claim.codeable and claim.polarity == "positive" and claim.modality in ("attributed", "claimed", "confirmed")
    )
    return happened and len(claim.voices) > 1 and claim.temporal_status in ("current", "ongoing")


def _alike(one: Claim, other: Claim) -> bool:
    return one.act == other.act or {one.act, other.act} <= VIOLENCE


def _is_site(place: Place) -> bool:
    return place.kind not in (*SETTLED, *COUNTRIES, *DIVISIONS)
