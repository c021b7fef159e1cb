"""One voice has no casualties at all, another tells of wounded: both cannot be, though no two numbers are compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.check.counts import Count, comparable, counts, may_be_one_voice, teller
from dateline.model.derived import Finding
from dateline.model.record import Case, Claim
from dateline.model.roles import actors_in, quantities_of, time_of
from dateline.reference import Reference

ANY_HARM = frozenset({"casualties", "losses", "harm"})
"""Predicates under which the dead and the wounded are counted together."""
HURT = "hurt"
"""What both sides of the comparison count here."""
TOLD = ("asserted", "attributed", "confirmed")


def none_against_wounded(case: Case, reference: Reference) -> Iterator[Finding]:
    """A voice says that its side had no casualties, and another tells of wounded of that side, there and then.

    Silent where "no deaths" or "nobody was killed" is said: wounded are no contradiction to that.
    """
    none = [count for count in counts(case) if count.high == 0 and count.claim.predicate in ANY_HARM]
    if not none:
        return
    hurt = [_hurt(case, claim) for claim in case.claims if _tells_of_wounded(claim)]
    for nobody in none:
        against = [some for some in hurt if _rival(case, nobody, some)]
        if against:
            yield _finding(case, nobody, against)


def _tells_of_wounded(claim: Claim) -> bool:
    current = claim.temporal_status in ("current", "ongoing")
    return claim.act == "wound" and claim.polarity == "positive" and claim.modality in TOLD and current


def _hurt(case: Case, claim: Claim) -> Count:
    """At least one, whatever number is given; common nouns ("a soldier") are compared as nouns, not as parties."""
    patients = actors_in(case, claim, "patient", "target")
    named = tuple(actor for actor in patients if not actor.provisional)
    nouns = [actor.name.split()[-1] for actor in patients if actor.provisional and actor.name.split()]
    counted = [quantity.noun for quantity in quantities_of(case, claim) if quantity.noun]
    noun = next((word.lower() for word in (*nouns, *counted)), None)
    return Count(
        claim=claim,
        measure=HURT,
        low=1,
        high=None,
        span=claim.spans[0],
        noun=None if named else noun,
        patients=named,
        time=time_of(case, claim),
    )


def _rival(case: Case, nobody: Count, some: Count) -> bool:
    one, other = nobody.claim, some.claim
    if one.believer == other.believer or may_be_one_voice(case, one.believer, other.believer):
        return False
    attributed = len(one.voices) > 1 and len(other.voices) > 1
    return attributed and bool(nobody.patients) and _comparable(case, nobody, some)


def _comparable(case: Case, nobody: Count, some: Count) -> bool:
    """As two numbers of one measure; who is counted must be known, or any bystander would contradict."""
    counted = some.patients != () or some.noun is not None
    return counted and comparable(case, replace(nobody, measure=HURT), replace(some, measure=HURT))


def _finding(case: Case, nobody: Count, against: list[Count]) -> Finding:
    told = [nobody, *against]
    return Finding(
        id="",
        code="N101",
        type="count_conflict",
        severity="error",
        spans=tuple(sorted(count.span for count in told)),
        claims=tuple(dict.fromkeys(count.claim.id for count in told)),
        explanation="No casualties, and yet wounded: "
        + ", ".join(f"according to {teller(case, count)} “{count.span.quote}”" for count in told)
        + "; 0 is not at least 1.",
        computation={"check": "count_range", "values": [0, 1], "low": 0, "high": 1},
    )
