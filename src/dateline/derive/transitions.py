"""What each act does to the place it happens in: the event calculus of control, as a table.

Sources of the rules: entering is not control, cutting a road or encircling is a siege, leaving says nothing of
the successor, and a fight in a place contests it. An act that is not listed touches nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from dateline.model.record import Claim
from dateline.model.vocabulary import Fluent

UNREAL = ("planned", "ordered", "threatened", "called_for", "expected", "possible", "feared", "hypothetical")
PRESENCE = frozenset({"present", "operate", "be", "station", "position", "base", "stay", "camp", "deploy", "active"})
_SEEN = re.compile(r"\b(?:saw|seen|spotted|sighted|noticed)\b", re.IGNORECASE)
SHARES = ("share", "share_controlled", "population_share")


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition:
    """The fluent that an act begins, the one that its denial states, and whom and where both are about.

    `holders` and `places` are roles: the first that somebody plays wins. `unheld` allows a row without any
    actor ("the town was captured on Friday"). `observed` marks a state that is seen, not begun; `happened` asks for
    a claim of the news itself, not of its background; `armed` for holders who carry arms.
    """

    fluent: Fluent
    denied: Fluent | None
    holders: tuple[tuple[str, ...], ...] = (("agent",),)
    places: tuple[str, ...] = ("place", "destination", "target", "patient")
    unheld: bool = False
    observed: bool = False
    happened: bool = False
    armed: bool = False


_TAKEN_PLACES = ("place", "target", "patient")
_HELD = Transition(fluent="held", denied="not_held", unheld=True, places=_TAKEN_PLACES)

TRANSITIONS: Mapping[str, Transition] = MappingProxyType(
    {
        "enter": Transition(
            fluent="present", denied="not_present", places=("destination", "place", "target"), happened=True
        ),
        "return": Transition(
            fluent="present", denied="not_present", places=("destination", "place"), happened=True, armed=True
        ),
        "deploy": Transition(
            fluent="present", denied=None, holders=(("patient",), ("agent",)), places=("destination", "place")
        ),
        "capture": _HELD,
        "retake": _HELD,
        "transfer": Transition(fluent="held", denied=None, holders=(("recipient",),)),
        "withdraw": Transition(
            fluent="vacated",
            denied="present",
            holders=(("patient",), ("agent",)),
            places=("origin", "place"),
        ),
        "besiege": Transition(fluent="besieged", denied=None, unheld=True),
        "clash": Transition(
            fluent="contested",
            denied=None,
            holders=(("agent", "patient", "target", "opponent"),),
            places=("place",),
            happened=True,
        ),
        "contest": Transition(
            fluent="contested", denied=None, holders=(("agent", "patient"),), unheld=True, observed=True
        ),
        "hold": Transition(fluent="held", denied="not_held", observed=True, places=_TAKEN_PLACES),
        "fall": Transition(fluent="not_held", denied="held", holders=(("patient",), ("agent",))),
    }
)

_DRIVEN_OUT = replace(TRANSITIONS["withdraw"], holders=(("patient",),))
"""Who drives others out has left nothing, whoever they are."""
_FALLEN_BACK = Transition(fluent="present", denied=None, holders=(("patient",), ("agent",)), places=("destination",))
_PRESENT = Transition(
    fluent="present", denied="not_present", holders=(("agent",), ("patient",)), unheld=False, observed=True
)
_SHARE = Transition(fluent="share_held", denied=None, observed=True)
_SHARE_TAKEN = Transition(fluent="share_held", denied=None, unheld=True)


def transition_of(claim: Claim, *, share: bool) -> Transition | None:
    """The rule for a claim; `share` says that it counts a share of the place ("85 percent of the city")."""
    if claim.act == "withdraw" and falls_back(claim):
        return _FALLEN_BACK
    if claim.predicate == "push_out":
        return _DRIVEN_OUT
    if claim.act == "hold":
        if share or claim.predicate == "hold_share":
            return _SHARE
        return _PRESENT if claim.predicate in PRESENCE or is_sighting(claim) else TRANSITIONS["hold"]
    if share and claim.act in ("capture", "retake"):
        return _SHARE_TAKEN
    if claim.act == "repel":
        return TRANSITIONS["fall"] if claim.predicate == "fall" else None
    if claim.act == "deploy" and (claim.kind != "event" or claim.predicate == "support"):
        return None
    return TRANSITIONS.get(claim.act)


def is_sighting(claim: Claim) -> bool:
    """Whether somebody saw who was in a place ("saw soldiers at the bridge"): they were there, and nobody held it for that."""
    return claim.act == "hold" and any(_SEEN.search(span.quote) for span in claim.spans)


def falls_back(claim: Claim) -> bool:
    """Whether the place of a withdrawal is the one to which it leads: who fell back to a town has not left it."""
    return "origin" not in claim.roles and claim.place is not None and claim.place in claim.roles.get("destination", ())


FIGURATIVE = ("metaphor", "animals", "sport", "politics, not", "idiom", "a publication", "instruction", "law, not")
"""How the reasons begin why words of war tell of no deed of war."""


def begins_nothing(claim: Claim) -> bool:
    """Whether the claim is about what has not happened: plans, orders, forecasts, habits, figures of speech, beasts caught."""
    if (claim.why or "").startswith(FIGURATIVE):
        return True
    return claim.modality in UNREAL or claim.temporal_status in ("future", "generic")
