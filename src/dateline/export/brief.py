"""A brief: what is claimed, disputed and not known, who holds what and how old that word is, and whose words these are.

Made of `Shared` alone, so that nothing is in it that has not passed the safety filter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.export.figures import figures
from dateline.export.pronouns import voiced
from dateline.export.shared import ExportActor, ExportClaim, ExportEvent, ExportHold, ExportPlace, Shared
from dateline.export.visible import one_line
from dateline.export.vocabulary import status_word
from dateline.export.wording import MANNERS, held_words, when
from dateline.model.across import BelieverState, ControlRow
from dateline.model.address import web_address

SILENT = "no word from them is reported"


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One voice's words: who, what kind of saying, the quote (empty where withheld), and where it was published."""

    voice: str
    manner: str
    quote: str
    language: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """An event with those who tell of it and those who deny it."""

    label: str
    facts: str
    told: tuple[Saying, ...]
    denied: tuple[Saying, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """What one voice says of a place."""

    voice: str
    says: str
    when: str
    word: str
    stands: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A place with all that voices say of it."""

    place: str
    status: str
    origins: int
    holds: tuple[Hold, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A publisher, how many reports are from it, whose words it passes on, and where."""

    publisher: str
    reports: int
    voices: tuple[str, ...]
    urls: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """Everything that a brief prints."""

    title: str
    tlp: str
    at: str
    as_of: str
    claimed: tuple[Matter, ...]
    disputed: tuple[Matter, ...]
    withdrawn: tuple[Matter, ...]
    places: tuple[Held, ...]
    unknown: tuple[str, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """What a brief needs beside `Shared`: who denies which claim, and the states of places, by their ids.

    `denials` maps a claim to the claims that deny its event; `day` is the day that ages are counted to.
    """

    title: str
    control: tuple[ControlRow, ...]
    denials: Mapping[str, tuple[str, ...]]
    day: date


def brief(shared: Shared, picture: Picture) -> Brief:
    """The brief of what may be shared."""
    claims = {claim.id: claim for claim in shared.claims}
    matters = [(event, _matter(event, claims, picture)) for event in sorted(shared.events, key=_by_day)]
    disputed = {event.id for event in shared.events if event.disputed}
    return Brief(
        title=one_line(picture.title),
        tlp=f"TLP:{shared.terms.tlp}",
        at=shared.terms.at.isoformat(timespec="minutes"),
        as_of=picture.day.isoformat(),
        claimed=tuple(m for e, m in matters if e.id not in disputed and e.status != "retracted"),
        disputed=tuple(m for e, m in matters if e.id in disputed),
        withdrawn=tuple(m for e, m in matters if e.status == "retracted" and e.id not in disputed),
        places=tuple(_places(shared, picture)),
        unknown=tuple(_unknown(shared)),
        sources=tuple(_sources(shared.claims)),
    )


def said_by(voices: Iterable[ExportActor]) -> str:
    """The chain of voices, the innermost first: "General Staff (via Example Wire)"."""
    names = list(dict.fromkeys(voiced(one_line(voice.name)) for voice in reversed(tuple(voices))))
    return f"{names[0]} (via {' via '.join(names[1:])})" if names[1:] else "".join(names) or "an unnamed voice"


def _by_day(event: ExportEvent) -> tuple[bool, str, str]:
    first = event.days.first_day if event.days else None
    return first is None, str(first), event.id


def _matter(event: ExportEvent, claims: Mapping[str, ExportClaim], picture: Picture) -> Matter:
    denying = dict.fromkeys(key for claim in event.claims for key in picture.denials.get(claim.id, ()))
    place = _where(event.place) if event.place else "place not stated"
    origins = f"{event.origins} independent origin{'s' if event.origins != 1 else ''}"
    return Matter(
        label=one_line(event.label),
        facts=" · ".join((when(event.days), place, *figures(event), origins)),
        told=tuple(_saying(claim) for claim in event.claims),
        denied=tuple(_saying(claims[key]) for key in denying if key in claims),
    )


def _where(place: ExportPlace) -> str:
    name = one_line(place.name)
    return f"somewhere in {name} (shown no closer)" if place.coarsened else name


def _saying(claim: ExportClaim) -> Saying:
    return Saying(
        voice=said_by(claim.voices),
        manner=MANNERS[claim.modality],
        quote=one_line(claim.quote),
        language=claim.report.language,
        url=web_address(claim.report.url) or "",
    )


def _places(shared: Shared, picture: Picture) -> Iterator[Held]:
    """What is said of each place; words that stand for a place no closer stand apart, or those beside would name it."""
    holds = {hold.id: hold for hold in shared.holds}
    rows = [(row, [(holds[s.control], s) for s in row.states if s.control in holds]) for row in picture.control]
    for closer in (True, False):
        for row, told in rows:
            by_place: dict[str, list[tuple[ExportHold, BelieverState]]] = {}
            for hold, state in told:
                if _shown(hold.place) is closer:
                    by_place.setdefault("" if closer else _named(hold.place), []).append((hold, state))
            yield from (_held(row, part, picture.day) for part in by_place.values())


def _held(row: ControlRow, told: Sequence[tuple[ExportHold, BelieverState]], day: date) -> Held:
    own = [hold for hold, _ in told if hold.place.id == row.place]
    return Held(
        place=_named((own or [told[0][0]])[0].place),
        status=status_word(row.status),
        origins=len(row.origins),
        holds=tuple(
            _hold(hold, state, day, of=_part(hold, state, row)) for hold, state in sorted(told, key=_live_first)
        ),
    )


def _shown(place: ExportPlace) -> bool:
    return bool(place.name) and not place.coarsened


def _named(place: ExportPlace) -> str:
    """The name; a division that stands for a place in it is not what is held."""
    if _shown(place):
        return one_line(place.name)
    return f"A place in {one_line(place.name)} (shown no closer)" if place.name else "A place that is not shown"


def _live_first(told: tuple[ExportHold, BelieverState]) -> tuple[bool, str, str]:
    _, state = told
    return not state.live, str(state.word), state.control


def _part(hold: ExportHold, state: BelieverState, row: ControlRow) -> str:
    """Which part of the row's place a voice speaks of; empty where it is the whole, or shown no closer anyway."""
    if not _shown(hold.place):
        return ""
    return one_line(hold.place.name) if hold.place.id != row.place else "a part of it" if state.partial else ""


def _hold(hold: ExportHold, state: BelieverState, day: date, *, of: str) -> Hold:
    says = held_words(state.fluent, (one_line(actor.name) for actor in hold.actors))
    age = (day - state.word).days if state.word else None
    return Hold(
        voice=voiced(one_line(hold.believer.name)),
        says=SILENT if hold.via == "no_statement" else says + (f" ({of} only)" if of else ""),
        when=when(hold.valid),
        word=f"word of {state.word}, {age} day{'s' if age != 1 else ''} old"
        if state.word
        else "day of the word unknown",
        stands="no later word ends it"
        if state.live
        else "no longer stands: somebody tells of what ended it"
        if state.ended_by
        else "over by then",
    )


def _unknown(shared: Shared) -> Iterator[str]:
    for hold in shared.holds:
        if hold.fluent == "unknown":
            names = " and ".join(one_line(actor.name) for actor in hold.actors)
            whom = f"whether {names} holds it" if names else "who holds it"
            yield f"{_named(hold.place)}: {whom} is not known, or {one_line(hold.believer.name)} does not say"
    for what, lacking in (("place", [e for e in shared.events if e.place is None]),
                          ("day", [e for e in shared.events if e.days is None])):  # fmt: skip
        if lacking:
            yield f"the {what} of {len(lacking)} of {len(shared.events)} events is not stated"


def _sources(claims: Iterable[ExportClaim]) -> Iterator[Source]:
    by_publisher: dict[str, list[ExportClaim]] = {}
    for claim in claims:
        by_publisher.setdefault(one_line(claim.report.publisher), []).append(claim)
    for publisher, told in sorted(by_publisher.items()):
        voices = (one_line(claim.believer.name) for claim in told if len(claim.voices) > 1)
        yield Source(
            publisher=publisher,
            reports=len({claim.report.id for claim in told}),
            voices=tuple(sorted(set(voices) - {publisher})),
            urls=tuple(dict.fromkeys(link for claim in told if (link := web_address(claim.report.url)))),
        )
