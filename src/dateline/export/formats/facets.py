"""What several formats say of an event in the same words."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date

from dateline.export.shared import ExportActor, ExportClaim, ExportEvent, ExportPlace
from dateline.model.time import TimeRange

METRES_PER_DEGREE = 111_320.0
"""Of latitude; a degree of longitude is shorter, so that the same decimals there say too much rather than too little."""

DENYING = ("denied", "retracted")
FINEST_DECIMALS = 5
UNSTATED_DECIMALS = 2
"""About a kilometre: for points of registers that give no radius."""

AREA_RADIUS_M = {
    "country": 500_000.0, "ADM1": 100_000.0, "region": 100_000.0, "province": 100_000.0, "ADM2": 30_000.0, "district": 30_000.0,
    "ADM3": 10_000.0, "sea": 100_000.0, "desert": 100_000.0, "mountain": 30_000.0, "river": 100_000.0, "lake": 30_000.0,
}  # fmt: skip
"""Orders of magnitude for areas whose register gives a middle and no radius; they decide decimals and nothing else."""

DL_COLUMNS = (
    "dl_event_id", "dl_status", "dl_modality", "dl_voices", "dl_disputed", "dl_fatalities_low", "dl_fatalities_best",
    "dl_fatalities_high", "dl_uncertainty_m", "dl_quote", "dl_report_sha256", "dl_span_start", "dl_span_end",
    "dl_claim_ids", "dl_role_actor1", "dl_role_actor2", "dl_rule", "dl_tlp",
)  # fmt: skip


def first_day(days: TimeRange | None) -> date | None:
    """The first day of the range."""
    return days.first_day if days else None


def last_day(days: TimeRange | None) -> date | None:
    """The last day of the range."""
    return days.last_day if days else None


def iso(day: date | None) -> str | None:
    """ISO 8601, None for an unknown day."""
    return day.isoformat() if day else None


def point(place: ExportPlace | None) -> tuple[float, float] | None:
    """(longitude, latitude) with no more decimals than the uncertainty supports; None when unlocated.

    Adding zero turns minus zero, which is what a small negative number is rounded to, into zero.
    """
    if place is None or place.lat is None or place.lon is None:
        return None
    decimals = _decimals(place.uncertainty_m or AREA_RADIUS_M.get(place.kind))
    return round(place.lon, decimals) + 0.0, round(place.lat, decimals) + 0.0


def _decimals(uncertainty_m: float | None) -> int:
    """Decimals of a degree whose step is no finer than the radius; a metre is the finest."""
    if not uncertainty_m or uncertainty_m <= 0:
        return UNSTATED_DECIMALS
    return max(0, min(FINEST_DECIMALS, math.floor(math.log10(METRES_PER_DEGREE / uncertainty_m))))


def location(place: ExportPlace | None) -> str | None:
    """The name of what is on the map; a common noun alone ("market") is no location."""
    if place is None:
        return None
    named = any(word[:1].isupper() for word in place.name.split())
    return place.within or (place.name if named or point(place) else None)


def description(place: ExportPlace | None) -> str | None:
    """The place as the report calls it, with what holds it."""
    if place is None or place.within is None:
        return place.name if place else None
    return f"{place.name} ({place.within})"


def middle(days: TimeRange | None) -> date | None:
    """The middle day of a range, the earlier of two; None where an end is open."""
    first, last = first_day(days), last_day(days)
    return first + (last - first) // 2 if first and last else None


def only_day(days: TimeRange | None) -> date | None:
    """The day of a range of one day."""
    first, last = first_day(days), last_day(days)
    return first if first == last else None


def names(actors: Iterable[ExportActor]) -> str:
    """Their names, each once."""
    return "; ".join(dict.fromkeys(actor.name for actor in actors))


def voices(event: ExportEvent) -> str:
    """Whose word it is: the ends of the chains with their publishers, each once."""
    return "; ".join(dict.fromkeys(voice(claim) for claim in event.telling))


def voice(claim: ExportClaim) -> str:
    """The innermost voice and through whom it comes."""
    chain = [actor.name for actor in reversed(claim.voices)]
    via = [name for name in dict.fromkeys(chain[1:]) if name != chain[0]]
    return f"{chain[0]} (via {', '.join(via)})" if via else chain[0]


def denies(claim: ExportClaim) -> bool:
    """Whether the claim speaks against its event."""
    return claim.modality in DENYING or claim.polarity == "negative"


def headline(event: ExportEvent) -> str:
    """What is told, the voice first: lists and feeds show it alone, and it must not read as a fact there."""
    affirmed = "; ".join(dict.fromkeys(voice(claim) for claim in event.telling if not denies(claim)))
    return f"According to {affirmed}: {event.label}" if affirmed else f"{event.label}: affirmed by no voice"


def according_to(event: ExportEvent) -> str:
    """A sentence for people, the voice first, and who speaks against it."""
    denied = denying(event)
    return f"{headline(event)}." + (f" Denied by {denied}." if denied else " Disputed." if event.disputed else "")


def denying(event: ExportEvent) -> str:
    """Who speaks against it, each once; empty where nobody does."""
    against = (*(claim for claim in event.claims if denies(claim)), *event.denials)
    return "; ".join(dict.fromkeys(map(voice, against)))


def modalities(event: ExportEvent) -> str:
    """How it is said, each way once."""
    return "; ".join(dict.fromkeys(claim.modality for claim in event.telling))


def publishers(event: ExportEvent) -> str:
    """The outlets that carry it."""
    return "; ".join(dict.fromkeys(claim.report.publisher for claim in event.claims if claim.report.publisher))


def quoted(event: ExportEvent) -> ExportClaim | None:
    """The claim whose words stand for the event: the first that has any."""
    return next((claim for claim in event.claims if claim.passages), None)


def citation(claim: ExportClaim) -> str:
    """One sentence in quotation marks, with publisher and link; the link alone where the words are withheld."""
    source = ", ".join(part for part in (claim.report.publisher, claim.report.url) if part)
    return f"“{claim.quote}” – {source}" if claim.quote else source


def told(event: ExportEvent) -> str:
    """Whose word it is, then the words, for a cell that stands alone; what is coded where the words are withheld."""
    words = quoted(event)
    if words is None:
        return headline(event)
    return f"According to {voice(words)}: “{words.quote}”" + (f" – {words.report.url}" if words.report.url else "")


def vague_dead(event: ExportEvent) -> tuple[str, ...]:
    """The vague words in which the dead are counted where nobody gives a number."""
    told = event.fatalities.words_of() if event.fatalities.low is None else ""
    return (f"people said to be killed: {told}",) if told else ()


def value(event: ExportEvent, codebook: str, name: str) -> str | int | float | None:
    """A value of a codebook's projection, None where it has none."""
    found = event.projections.get(codebook, {}).get(name)
    return found if isinstance(found, str | int | float) and not isinstance(found, bool) else None


def dl_cells(event: ExportEvent, *, codebook: str, tlp: str) -> tuple[str | int | float | None, ...]:
    """The appended block, in the order of DL_COLUMNS."""
    words = quoted(event)
    place = event.place
    return (
        event.id,
        event.status,
        modalities(event),
        voices(event),
        "yes" if event.disputed else "no",
        event.fatalities.low,
        event.fatalities.best,
        event.fatalities.high,
        place.uncertainty_m if place else None,
        words.quote if words else None,
        words.report.sha256 if words else None,
        words.passages[0].start if words else None,
        words.passages[-1].end if words else None,
        "; ".join(claim.id for claim in event.claims),
        _role(event, event.actor1),
        _role(event, event.actor2),
        value(event, codebook, "rule"),
        f"TLP:{tlp}",
    )


def _role(event: ExportEvent, actors: tuple[ExportActor, ...]) -> str | None:
    """In which roles the actors stand in the claims."""
    wanted = {actor.name for actor in actors}
    found = (role for claim in event.claims for role, names in claim.roles.items() if wanted & set(names))
    return "; ".join(dict.fromkeys(found)) or None
