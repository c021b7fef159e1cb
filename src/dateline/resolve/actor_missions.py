"""Which mission "UN peacekeepers", "AU troops" or "Rwandan peacekeepers" are: the one that serves in the country of the report.

Peacekeepers of a nation serve in a mission, so they are not on that nation's side. Where no mission is known, or two are,
the organisation itself is meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.model.world import Actor
from dateline.reference.actor_words import Word, fold_name, words
from dateline.reference.peacekeepers import BLUE_HELMETS, MISSION_EPITHETS, MISSION_WORDS
from dateline.resolve.actor_scene import Scene

PEACEKEEPERS = (*BLUE_HELMETS, "peacekeeping force", "peacekeeping mission", "peacekeeping troops")
UNITED_NATIONS = "act:un"


def soldiers_of(scene: Scene, quote: str) -> Actor | None:
    """The mission whose soldiers the words are: of an organisation ("UN force"), or of a nation in blue helmets."""
    run = words(quote)
    if not run or run[-1].folded not in MISSION_WORDS:
        return None
    organisation = _organisation(scene, run)
    if organisation is not None:
        return serving(scene, organisation) or organisation
    return (serving(scene) or _united_nations(scene)) if fold_name(quote).endswith(BLUE_HELMETS) else None


def serving(scene: Scene, organisation: Actor | None = None) -> Actor | None:
    """The one mission that served in the country of the report in its year, of an organisation or of any."""
    rows = scene.reference.actors.by_id.values()
    found = []
    for row in rows:
        if row.actor.kind != "intl_force" or row.actor.country is None or row.actor.country != scene.country:
            continue
        first = row.held.first_day if row.held else None
        last = row.held.last_day if row.held else None
        if scene.year is None:
            there = last is None
        else:
            there = (first is None or first.year <= scene.year) and (last is None or scene.year <= last.year)
        if there and (organisation is None or _sent_by(row.actor, organisation)):
            found.append(row.actor)
    if organisation is None:
        found = [actor for actor in found if actor.side in ("un", "au")]
    return found[0] if len(found) == 1 else None


def _sent_by(mission: Actor, organisation: Actor) -> bool:
    if mission.side == organisation.side:
        return True
    names = {fold_name(name) for name in (organisation.name, *organisation.aliases)}
    return any(fold_name(mission.name).startswith(name + " ") for name in names)


def _organisation(scene: Scene, run: Sequence[Word]) -> Actor | None:
    """The organisation whose name opens the words, when only what sort of body it is follows."""
    found = next(scene.reference.actors.find(run, shouted=scene.shouted), None)
    if found is None or found.first > 0 or not all(w.folded in MISSION_EPITHETS for w in run[found.last : -1]):
        return None
    actor = scene.reference.actors.by_id[found.name.actors[0]].actor
    return actor if actor.kind == "intl_org" and found.last < len(run) else None


def _united_nations(scene: Scene) -> Actor | None:
    """The organisation of most peacekeepers, where the report speaks of it."""
    known = scene.reference.actors.by_id.get(UNITED_NATIONS)
    if known is None:
        return None
    names = "|".join(re.escape(name) for name in (known.actor.name, *known.actor.aliases))
    return known.actor if re.search(rf"\b(?:{names})\b", scene.parse.report.text) else None
