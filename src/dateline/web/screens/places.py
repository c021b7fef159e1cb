"""The places, and the ledger of one: who is said to hold it, voice by voice, on two clocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse
from pydantic import Field

from dateline.derive.across import VIEWS, pick
from dateline.desk import Names
from dateline.export.visible import one_line
from dateline.export.vocabulary import place_kind, plain
from dateline.model.ledger import LedgerEntity
from dateline.web.doors import room_of
from dateline.web.page import Lanes
from dateline.web.pages import frame_of, show
from dateline.web.problems import Problem
from dateline.web.rows import folded
from dateline.web.screens.entry import Form, TheForm, TheView
from dateline.web.screens.kept import row_of
from dateline.web.view import View
from dateline.web.views.clock import Moment, moments
from dateline.web.views.lanes import place_view, standing
from dateline.web.views.place_words import place_name

router = APIRouter(include_in_schema=False)
MOST_VOICES = 24
"""Switches for voices; those that are on come first."""
ViewName = Literal["acled_conservative", "against_interest_only", "majority_of_origins", "own_grades"]


class PlaceForm(Form):
    """The state of a place ledger: also which named view picks a holder, if any."""

    view: ViewName | None = Field(default=None)


@router.get("/places", response_class=HTMLResponse)
def places(request: Request, asked: TheForm, view: TheView) -> HTMLResponse:
    """The places that are spoken of, and who is said to hold them."""
    found = view.places(asked)
    held = dict(_by_place(view.control(asked.changed(place=None))))
    rows = [
        {
            "id": named.id,
            "name": place_name(named),
            "kind": place_kind(named.kind),
            "where": " · ".join(filter(None, (one_line(named.admin1 or ""), named.country_name or ""))),
            "events": named.events,
            "coarsened": named.coarsened,
            "lanes": held.get(named.id),
        }
        for named in found.items
    ]
    only_held = [] if asked.cursor or found.next else _only_held(held, {named.id for named in found.items}, asked)
    return show(
        request,
        "places.html",
        frame_of(request, asked, view),
        asked=asked,
        found=found,
        rows=rows,
        only_held=only_held[: asked.limit],
        named=place_name,
        standing=standing,
        kind_of=place_kind,
        empty=not view.shown.claim_rows,
    )


def _by_place(found: Iterable[Lanes]) -> Iterator[tuple[str, Lanes]]:
    """The lanes by the place that is shown: several places that are shown no closer than one division are one there."""
    by_id: dict[str, list[Lanes]] = {}
    for lanes in found:
        by_id.setdefault(lanes.place.id, []).append(lanes)
    for key, those in by_id.items():
        yield key, those[0] if len(those) == 1 else _together(those)


def _together(those: Sequence[Lanes]) -> Lanes:
    """Whether voices on different places agree is no question: only what is disputed in one of them is said to be."""
    disputed = any(lanes.status == "disputed" for lanes in those)
    return replace(
        those[0],
        status="disputed" if disputed else "unknown",
        origins=max(lanes.origins for lanes in those),
        stands=tuple(stand for lanes in those for stand in lanes.stands),
        conflicts=tuple(pair for lanes in those for pair in lanes.conflicts),
    )


def _only_held(held: dict[str, Lanes], listed: set[str], asked: Form) -> list[Lanes]:
    """Places of which voices say who holds them, and at which no event in view happened."""
    narrow = bool(asked.pairs(limit=None, cursor=None, known_at=None, as_of=None))
    rest = [lanes for key, lanes in held.items() if key not in listed and not narrow]
    return sorted(rest, key=lambda lanes: one_line(lanes.place.name).casefold())


@router.get("/places/{place:path}", response_class=HTMLResponse)
def place(request: Request, place: str, asked: Annotated[PlaceForm, Query()]) -> HTMLResponse:
    """Who is said to hold a place: a lane for each voice."""
    room = room_of(request)
    view = room.view(known_at=asked.known)
    lanes = dict(_by_place(view.control(asked.changed(place=place)))).get(place)
    named = view.place(place)
    known = lanes.place if lanes else named
    if known is None:
        raise Problem(404, f"no report names a place {one_line(place)[:60]!r} that may be shown; /places lists them")
    events = view.events(asked.changed(place=place, limit=20, cursor=None))
    return show(
        request,
        "place.html",
        frame_of(request, asked, view),
        asked=asked,
        path=request.url.path,
        place_id=place,
        name=place_name(known),
        coarsened=known.coarsened,
        kind=place_kind(known.kind),
        place=place_view(lanes, today=view.head.at.date()) if lanes else None,
        views=[(name, plain(name), one.rule) for name, one in VIEWS.items()],
        picked=_picked(view, lanes, asked) if lanes else None,
        moments=tuple(_moments(room.view(), asked)),
        events=[row_of(view, event) for event in events.items],
        events_total=events.total,
        day=str(asked.as_of or ""),
        voices=_voices(view, place, asked),
    )


def _picked(view: View, lanes: Lanes, asked: PlaceForm) -> dict[str, str] | None:
    """Whom the named view takes for the holder, with names that may be shown; None where nobody is to be picked."""
    if asked.view is None:
        return None
    row = next((row for row in view.control_rows(asked.day) if row.place == lanes.place.id), None)
    chosen = VIEWS[asked.view]
    if row is None:
        return {"rule": chosen.rule, "holder": "nobody", "why": "this place is shown for what lies in it"}
    found = pick(view.dossier, row, view=chosen)
    names = Names(entities={actor.id: actor for actor in _shown_actors(lanes)})
    return {
        "rule": chosen.rule,
        "holder": names.listed(found.holder) or "nobody",
        "why": view.screen.clean(names.spelled(found.why)),
    }


def _shown_actors(lanes: Lanes) -> Iterator[LedgerEntity]:
    for stand in lanes.stands:
        for actor in (stand.hold.believer, *stand.hold.actors):
            yield LedgerEntity(id=actor.id, name=actor.name, kind=actor.kind)


def _voices(view: View, place: str, asked: PlaceForm) -> list[tuple[str, bool]]:
    """Those who speak of the place, on any day and by any filter of voices, each with whether it is switched on."""
    every = view.control(asked.changed(place=place, speaker=[], as_of=None, view=None))
    chosen = {folded(name): name for name in asked.speaker}
    names = {folded(stand.hold.believer.name): stand.hold.believer.name for one in every for stand in one.stands}
    known = {**names, **{key: name for key, name in chosen.items() if key not in names}}
    found = [(one_line(name), key in chosen) for key, name in sorted(known.items())]
    return sorted(found, key=lambda voice: not voice[1])[:MOST_VOICES]


def _moments(view: View, asked: PlaceForm) -> Iterator[Moment]:
    return iter(moments((report.recorded.at for report in view.dossier.holdings.reports), chosen=asked.known_at))
