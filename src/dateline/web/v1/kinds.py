"""The kinds of things that can be asked for, and how a row of each is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, Generic, TypeVar
from urllib.parse import quote

from pydantic import BaseModel

from dateline.desk import Change, FindingLine
from dateline.export.formats.cells import Cell
from dateline.export.formats.event_json import claim_json, days_json, event_json, hold_json, place_json
from dateline.export.formats.facets import according_to
from dateline.export.shared import ExportClaim, ExportEvent, ExportHold, ExportReport
from dateline.model.ledger import Judgement
from dateline.web.asked import Paging
from dateline.web.blind import Reader
from dateline.web.page import Lanes, Named, Page, ReportLine
from dateline.web.v1 import bodies
from dateline.web.v1.forms import Form
from dateline.web.view import View

Row = TypeVar("Row")
Asked = TypeVar("Asked", bound=Paging)
Forms = tuple[Form, ...]
Object = dict[str, Any]


def _alone(row: Object) -> Iterable[Object]:
    return (row,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind(Generic[Row, Asked]):
    """One kind: `page` finds rows, `one` a row by id, `write` makes the object of a row.

    `veil` writes a row of which not every reader may see all; `reader` is then who reads. `steady` gives what its JSON is kept under, where it hangs on the row alone. A table has the `lines` of each object; `columns` are paths into a line.
    """

    name: str
    about: str
    page: Callable[[View, Asked], Page[Row]]
    one: Callable[[View, str], Row | None]
    write: Callable[[Row, str], Object]
    columns: tuple[str, ...]
    body: type[BaseModel]
    screen: str
    forms: Forms = ("json", "csv", "jsonl", "html")
    point: Callable[[Object], Object | None] | None = None
    lines: Callable[[Object], Iterable[Object]] = _alone
    detail: Callable[[View, Row, str], Object] | None = None
    detailed: type[BaseModel] | None = None
    pages_of_one: bool = False
    steady: Callable[[Row], tuple[str, str]] | None = None
    veil: Callable[[Row, str, Reader], Object] | None = None
    reader: str = ""

    @property
    def forms_of_one(self) -> Forms:
        """The forms in which one of them can be had."""
        return ("json", "geojson", "html") if self.point else ("json", "html")

    def read_by(self, reader: Callable[[], Reader]) -> Kind[Row, Asked]:
        """The kind as one reader may see it."""
        if self.veil is None:
            return self
        veil, who = self.veil, reader()
        return replace(self, write=lambda row, tlp: veil(row, tlp, who), reader=who.key)

    def whole(self, view: View, row: Row) -> Object:
        """One of them, with all that belongs to it."""
        tlp = view.terms.tlp
        return self.detail(view, row, tlp) if self.detail else self.write(row, tlp)

    def screen_of(self, key: str) -> str:
        """The screen of one of them; the screen of all where there is none."""
        return f"/{self.name}/{quote(key)}" if self.pages_of_one else self.screen

    def cells(self, row: Object) -> tuple[Cell, ...]:
        """The row's cells, in the order of the columns."""
        return tuple(_cell(_at(row, path)) for path in self.columns)

    @property
    def header(self) -> tuple[str, ...]:
        """The columns' names."""
        return tuple(path.replace(".", "_") for path in self.columns)


def _at(row: Object, path: str) -> Any:
    found: Any = row
    for step in path.split("."):
        found = found.get(step) if isinstance(found, Mapping) else None
    return found


def _cell(value: Any) -> Cell:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return "; ".join(
            str(one.get("name", one.get("words", ""))) if isinstance(one, dict) else str(one) for one in value
        )
    return value if isinstance(value, str | int | float) or value is None else str(value)


def event_object(event: ExportEvent, tlp: str) -> Object:
    """An event with its sentence."""
    return {**event_json(event, tlp=tlp), "sentence": according_to(event)}


def claim_object(claim: ExportClaim, tlp: str) -> Object:
    """A claim."""
    return claim_json(claim, tlp=tlp)


def hold_object(hold: ExportHold, tlp: str) -> Object:
    """A hold."""
    return hold_json(hold, tlp=tlp)


def report_object(line: ReportLine, tlp: str) -> Object:
    """A report with how much it tells."""
    counts = {"claims": line.claims, "events": line.events, "recorded": line.recorded}
    return {**_report(line.report), **counts, "tlp": tlp}


def _report(report: ExportReport) -> Object:
    return {
        "id": report.id,
        "publisher": report.publisher,
        "url": report.url,
        "title": report.title,
        "sha256": report.sha256,
        "language": report.language,
        "published": days_json(report.published),
    }


def place_object(named: Named, tlp: str) -> Object:
    """A place with how often it is told of."""
    members = (
        "id",
        "name",
        "kind",
        "country",
        "admin1",
        "lat",
        "lon",
        "uncertainty_m",
        "coarsened",
        "events",
        "claims",
    )
    return {**{name: getattr(named, name) for name in members}, "tlp": tlp}


def actor_object(named: Named, tlp: str) -> Object:
    """An actor with how often it takes part or speaks."""
    members = ("id", "name", "kind", "country", "side", "events", "claims")
    return {**{name: getattr(named, name) for name in members}, "tlp": tlp}


def control_object(lanes: Lanes, tlp: str) -> Object:
    """A place with what every voice says of who holds it."""
    return {
        "place": place_json(lanes.place),
        "as_of": lanes.as_of.isoformat() if lanes.as_of else None,
        "status": lanes.status,
        "origins": lanes.origins,
        "stands": [
            {
                **hold_json(stand.hold, tlp=tlp),
                "live": stand.live,
                "ended_by": stand.ended_by,
                "word": stand.word.isoformat() if stand.word else None,
                "age_days": stand.age_days,
                "against_interest": stand.against_interest,
                "report": stand.report,
            }
            for stand in lanes.stands
        ],
        "conflicts": [list(pair) for pair in lanes.conflicts],
        "tlp": tlp,
    }


def stands(row: Object) -> Iterator[Object]:
    """One line a voice."""
    for stand in row["stands"]:
        yield {**stand, "status": row["status"], "as_of": row["as_of"]}


def finding_object(line: FindingLine, tlp: str) -> Object:
    """A finding; the file it came in under is the room's business."""
    members = ("id", "code", "type", "severity", "message", "report", "line", "column", "place", "event")
    lists = {"reports": list(line.reports), "claims": list(line.claims)}
    return {**{name: getattr(line, name) for name in members}, **lists, "tlp": tlp}


def judgement_object(judgement: Judgement, tlp: str) -> Object:
    """A judgement."""
    members = ("id", "subject", "verdict", "action", "by", "reason", "undoes")
    return {**{name: getattr(judgement, name) for name in members}, "at": judgement.at.isoformat(), "tlp": tlp}


def judgement_for(judgement: Judgement, tlp: str, reader: Reader) -> Object:
    """A judgement; the verdict and all that tells of it null where it is kept from a coder who has yet to judge."""
    found = judgement_object(judgement, tlp)
    if not reader.judgement_hidden(judgement):
        return found
    return {**found, "verdict": None, "action": None, "reason": None, "undoes": None}


def change_object(change: Change, tlp: str) -> Object:
    """A change."""
    return {**asdict(change), "tlp": tlp}


def event_detail(view: View, event: ExportEvent, tlp: str) -> Object:
    """An event with its claims."""
    return {**event_object(event, tlp), "told": [claim_object(claim, tlp) for claim in event.claims]}


def report_detail(view: View, line: ReportLine, tlp: str) -> Object:
    """A report with what was read from it, as far as it may be shown."""
    told = view.of_report(line.report.id)
    return {
        **report_object(line, tlp),
        "told": [claim_object(claim, tlp) for claim in told.claims],
        "tells_of": [event_object(event, tlp) for event in told.events],
        "control": [hold_object(hold, tlp) for hold in told.holds],
        "findings": [finding_object(finding, tlp) for finding in view.findings_of(line.report.id)],
    }


def place_point(row: Object) -> Object | None:
    """The point of an object that has a place, as GeoJSON."""
    place = row.get("place") or {}
    return named_point(place)


def named_point(row: Object) -> Object | None:
    """The point of an object that is a place."""
    if row.get("lat") is None or row.get("lon") is None:
        return None
    return {"type": "Point", "coordinates": [row["lon"], row["lat"]]}


_PLACE = ("place.id", "place.name", "place.country", "place.admin1", "place.lat", "place.lon", "place.uncertainty_m",
          "place.coarsened")  # fmt: skip
_GEO: Forms = ("json", "geojson", "csv", "jsonl", "html")
_ALL: Forms = ("json", "geojson", "csv", "jsonl", "atom", "html")

EVENTS = Kind(
    name="events",
    about="What the claims of all reports tell of, by day",
    page=View.events,
    one=View.event,
    write=event_object,
    columns=("id", "label", "act", "status", "disputed", "days.first", "days.last", "days.precision", *_PLACE, "actor1",
             "actor2", "fatalities.low", "fatalities.best", "fatalities.high", "fatalities.words", "origins", "sentence", "claims",
             "recorded", "tlp"),
    body=bodies.Event,
    screen="/",
    forms=_ALL,
    point=place_point,
    detail=event_detail,
    detailed=bodies.EventWithClaims,
    pages_of_one=True,
    steady=lambda event: ("event", event.id),
)  # fmt: skip
CLAIMS = Kind(
    name="claims",
    about="What one chain of voices says each, as it came in",
    page=View.claims,
    one=View.claim,
    write=claim_object,
    columns=("id", "event", "act", "kind", "predicate", "modality", "polarity", "voices", "days.first", "days.last",
             "days.precision", *_PLACE, "counts", "quote", "report.id", "report.publisher", "report.url",
             "report.sha256", "recorded", "tlp"),
    body=bodies.Claim,
    screen="/reports",
    forms=_GEO,
    point=place_point,
    steady=lambda claim: ("claim", claim.id),
)  # fmt: skip
REPORTS = Kind(
    name="reports",
    about="The reports that tell a claim asked for",
    page=View.reports,
    one=View.report,
    write=report_object,
    columns=("id", "publisher", "url", "title", "sha256", "language", "published.first", "published.last", "claims",
             "events", "recorded", "tlp"),
    body=bodies.ReportRow,
    screen="/reports",
    detail=report_detail,
    detailed=bodies.ReportWithRecord,
    pages_of_one=True,
)  # fmt: skip
PLACES = Kind(
    name="places",
    about="Where the events asked for happened",
    page=View.places,
    one=View.place,
    write=place_object,
    columns=("id", "name", "kind", "country", "admin1", "lat", "lon", "uncertainty_m", "coarsened", "events", "claims", "tlp"),
    body=bodies.NamedPlace,
    screen="/places",
    forms=_GEO,
    point=named_point,
    pages_of_one=True,
)  # fmt: skip
ACTORS = Kind(
    name="actors",
    about="The parties and voices of the events asked for",
    page=View.actors,
    one=View.actor,
    write=actor_object,
    columns=("id", "name", "kind", "country", "side", "events", "claims", "tlp"),
    body=bodies.NamedActor,
    screen="/",
)
CONTROL = Kind(
    name="control",
    about="Who holds which place, voice by voice; nobody is picked",
    page=View.control_page,
    one=View.control_of,
    write=control_object,
    columns=("id", "status", "as_of", "believer.id", "believer.name", *_PLACE, "fluent", "actors", "valid.first",
             "valid.last", "via", "modality", "live", "ended_by", "word", "age_days", "against_interest", "report",
             "claims", "tlp"),
    body=bodies.Control,
    screen="/places",
    forms=_GEO,
    point=place_point,
    lines=stands,
)  # fmt: skip
FINDINGS = Kind(
    name="findings",
    about="Contradictions between reports, copies, shared origins, corrections",
    page=View.findings,
    one=View.finding,
    write=finding_object,
    columns=("id", "code", "type", "severity", "message", "report", "line", "column", "reports", "claims", "place", "event", "tlp"),
    body=bodies.Finding,
    screen="/findings",
)  # fmt: skip
JUDGEMENTS = Kind(
    name="judgements",
    about="What people decided, oldest first; nothing is overwritten",
    page=View.judgements,
    one=View.judgement,
    write=judgement_object,
    columns=("id", "subject", "verdict", "action", "by", "at", "reason", "undoes", "tlp"),
    body=bodies.JudgementRow,
    veil=judgement_for,
    screen="/review",
)
