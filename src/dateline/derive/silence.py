"""The other party's silence: a row that says we do not know what the one who lost a place says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from dateline.model.derived import ControlState
from dateline.model.record import Case, Claim
from dateline.model.roles import actors_in
from dateline.model.sides import same_side, speaks_for
from dateline.model.span import Span
from dateline.model.world import ARMED_KINDS, Actor

FIGHTING = ("agent", "patient", "target", "opponent")
_OF = re.compile(
    r"\b(?:officials?|officers?|spokes\w+|commanders?|leaders?|leadership|members?|fighters?|sources?|representatives?|statements?|website|site"
    r"|channel|radio|outlet|agency|office|press|arm|wing)\b[^,.;]{0,30}\b(?:of|from|for|in|with|within|by) (?:the )?$",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"['’]s? (?:\w+ ){0,2}?(?:official|spokes|command|leader|website|site|channel|radio|outlet|agency|office|mouthpiece)",
    re.IGNORECASE,
)
"""Behind a party: what is said there is its own word."""
UNKNOWN_ARMED = ("unidentified_armed", "armed_groups_collective")


def silent_parties(case: Case, rows: Sequence[ControlState]) -> list[ControlState]:
    """For every take-over that a voice other than the narrator reports: the loser's unheard word, as `unknown`.

    The loser is named by the claim (from whom, who handed over, whom the place was overrun from) or by another
    row that has somebody of another side holding the same place. Nobody gets a row whose side speaks anywhere.
    """
    found: dict[tuple[str, str], ControlState] = {}
    claims = {claim.id: claim for claim in case.claims}
    for row in rows:
        if row.fluent != "held" or row.via not in ("capture", "retake", "transfer"):
            continue
        told = [claims[name] for name in row.claims if claims[name].codeable and len(claims[name].voices) > 1]
        for loser in _losers(case, told, row, rows):
            found.setdefault((row.place, loser.id), _unknown(row, loser))
    return list(found.values())


def _losers(case: Case, told: Iterable[Claim], row: ControlState, rows: Sequence[ControlState]) -> Iterable[Actor]:
    takers = [case.actors[actor] for actor in row.actors if actor in case.actors]
    for claim in told:
        named = actors_in(case, claim, "from", "from_", "agent" if claim.act == "transfer" else "patient")
        for actor in (*named, *_earlier_holders(case, row, rows), *_only_enemy(case, takers)):
            lost = actor.kind in ARMED_KINDS and not any(same_side(actor, taker) for taker in takers)
            if lost and not speaks(case, actor):
                yield actor


def _earlier_holders(case: Case, row: ControlState, rows: Sequence[ControlState]) -> list[Actor]:
    holders = [other for other in rows if other.place == row.place and other.fluent == "held" and other is not row]
    return [case.actors[actor] for other in holders if other.via == "state" for actor in other.actors]


def _only_enemy(case: Case, takers: Sequence[Actor]) -> list[Actor]:
    """The one armed group that the takers are said to fight; nobody where they fight several."""
    fought = [claim for claim in case.claims if claim.act == "clash" and claim.polarity == "positive"]
    found = {actor.id: actor for claim in fought for actor in actors_in(case, claim, *FIGHTING)}
    enemies = [a for a in found.values() if a.kind in ARMED_KINDS and not any(same_side(a, taker) for taker in takers)]
    return enemies if takers and len(enemies) == 1 and enemies[0].kind not in UNKNOWN_ARMED else []


def speaks(case: Case, actor: Actor) -> bool:
    """Whether somebody of the actor's side is a voice in any chain after the publisher, or is named as his ("officials of")."""
    links = {voice.source or voice.holder: voice for claim in case.claims for voice in claim.voices[1:]}.values()
    voices = {voice.holder for voice in links}
    if any(speaks_for(case.actors[voice], actor) for voice in voices if voice in case.actors):
        return True
    return any(speaks_for(party, actor) for voice in links if voice.source for party in _people_of(case, voice.source))


def _people_of(case: Case, source: Span) -> Iterator[Actor]:
    """The parties whose people the words of a source name: "two officials from the army", "the rebels' website"."""
    for mention in case.resolution.within(source.start, source.end, "actor", "label"):
        actor = case.resolution.actor(mention.id)
        before, behind = (
            case.report.text[source.start : mention.span.start],
            case.report.text[mention.span.end : source.end],
        )
        if actor is not None and (_OF.search(before) or _OWN.match(behind)):
            yield actor


def _unknown(row: ControlState, loser: Actor) -> ControlState:
    return ControlState(
        id="",
        believer=loser.id,
        place=row.place,
        fluent="unknown",
        actors=(loser.id,),
        valid=row.valid,
        via="no_statement",
        modality="unknown",
        claims=(),
        note="the report has no word from this party about the place",
    )
