"""Which mission "UN peacekeepers", "AU troops" or "Rwandan peacekeepers" are: the one that serves in the country of the report.

Peacekeepers of a nation serve in a mission, so they are not on that nation's side. Where no mission is known, or two are,
the organisation itself is meant.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model.world import Actor
from dateline.reference.actor_words import Word, fold_name, word_set, words
from dateline.resolve.actor_scene import Scene

PEACEKEEPERS = (
    "peacekeepers",
    "peacekeeper",
    "blue helmets",
    "peacekeeping force",
    "peacekeeping mission",
    "peacekeeping troops",
)
BODY = word_set("mission force forces troops soldiers peacekeepers peacekeeper contingent personnel helmets")
"""What follows an organisation's name where its soldiers are meant."""
BETWEEN = word_set(
    "peacekeeping peace stabilisation stabilization military intervention multinational blue s armed standby"
)


def soldiers_of(scene: Scene, quote: str) -> Actor | None:
    """The mission whose soldiers the words are: of an organisation ("UN force"), or of a nation in blue helmets."""
    run = words(quote)
    if not run or run[-1].folded not in BODY:
        return None
    if any(fold_name(quote).endswith(phrase) for phrase in PEACEKEEPERS[:3]) and _organisation(scene, run) is None:
        return serving(scene) or _named(scene, "un")
    organisation = _organisation(scene, run)
    return None if organisation is None else serving(scene, organisation) or organisation


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
    if found is None or found.first > 0 or not all(w.folded in BETWEEN for w in run[found.last : -1]):
        return None
    actor = scene.reference.actors.by_id[found.name.actors[0]].actor
    return actor if actor.kind == "intl_org" and found.last < len(run) else None


def _named(scene: Scene, side: str) -> Actor | None:
    """The organisation of a side, where the report speaks of it."""
    known = scene.reference.actors.by_id.get(f"act:{side}")
    spoken = known is not None and any(
        word in scene.parse.report.text for word in (known.actor.name, *known.actor.aliases) if len(word) > 1
    )
    return known.actor if known is not None and spoken else None
