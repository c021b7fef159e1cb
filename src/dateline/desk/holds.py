"""Who holds a place, voice by voice."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from dateline.derive.across import VIEWS, Dossier, control_of, pick
from dateline.desk.names import Names
from dateline.desk.rows import HoldLine
from dateline.desk.search import voices_of
from dateline.export.wording import held_words, when
from dateline.model.across import BelieverState, ControlRow
from dateline.model.ledger import LedgerEntity
from dateline.model.locating import COUNTRIES, DIVISIONS, chain
from dateline.reference.place_words import SITE_KINDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Which place (None: all), on which day (None: all that is known), by which voices, picked by which view."""

    place: str | None = None
    as_of: date | None = None
    voices: tuple[str, ...] = ()
    view: str | None = None


def who_holds(dossier: Dossier, question: Question, *, today: date) -> Iterator[HoldLine]:
    """What every voice says, place by place; `today` is the day that ages are counted to without an `as_of`.

    Asked for one place, also what is said to be held of sites in it, and of the divisions that it lies in, as words about
    those: who holds the airport or the province is no word on the town, but it is one to know. Raises UsageError for a place or voice that no
    report names.
    """
    names = Names(entities=dossier.holdings.entities)
    wanted = names.ids(question.place, "place") if question.place else None
    rows = control_of(dossier, as_of=question.as_of, according_to=voices_of(names, question.voices))
    teller = _Teller(dossier, names, question, question.as_of or today)
    for row in rows:
        if wanted is None or row.place in wanted:
            yield from teller.lines(row)
    for row in rows:
        if wanted is not None and row.place not in wanted and (whole := site_of(dossier.entity, row.place)) in wanted:
            yield from (_in_whole(line, names.of(whole)) for line in teller.lines(row))
    around = divisions_around(dossier.entity, wanted or ())
    for row in rows:
        if row.place in around:
            lines = (line for line in teller.lines(row) if line.live and line.fluent == "held")
            yield from (replace(line, around=names.of(around[row.place])) for line in lines)


def site_of(find: Callable[[str], LedgerEntity | None], place: str) -> str:
    """The place that a site of a report's own words ("the airport") lies in; empty where it lies nowhere known."""
    known = find(place)
    return known.part_of or "" if known is not None and known.lat is None and known.kind in SITE_KINDS else ""


def _in_whole(line: HoldLine, whole: str) -> HoldLine:
    """The line of a site, whose name alone may be any town's, with the place that it lies in."""
    if whole.casefold() in line.place.casefold():
        return line
    place = f"{line.place} in {whole}"
    return replace(line, place=place, of=place if line.of == line.place else line.of)


def divisions_around(find: Callable[[str], LedgerEntity | None], places: Collection[str]) -> Mapping[str, str]:
    """The divisions that places lie in, each with such a place; a country is none."""
    found: dict[str, str] = {}
    for place in sorted(places):
        known = find(place)
        for whole in chain(known, find) if known is not None else ():
            if whole.id not in places and whole.kind in DIVISIONS - COUNTRIES:
                found.setdefault(whole.id, place)
    return MappingProxyType(found)


@dataclass(frozen=True, slots=True)
class _Teller:
    dossier: Dossier
    names: Names
    question: Question
    day: date

    def lines(self, row: ControlRow) -> Iterator[HoldLine]:
        states = {state.control: state for state in row.states}
        picked = self._picked(row)
        for state in sorted(row.states, key=lambda s: (not s.live, s.word or date.min, s.control)):
            ender = states.get(state.ended_by) if state.ended_by else None
            yield self._line(row, state, ended_by=self._told(ender) if ender else "", picked=picked)

    def _line(self, row: ControlRow, state: BelieverState, *, ended_by: str, picked: str) -> HoldLine:
        return HoldLine(
            place=self.names.of(row.place),
            place_id=row.place,
            status=row.status,
            origins=len(row.origins),
            according_to=self.names.according_to(self._chain(state)),
            says=self._says(state),
            fluent=state.fluent,
            of=self.names.of(state.place),
            when=when(state.valid),
            word=state.word.isoformat() if state.word else None,
            age_days=(self.day - state.word).days if state.word else None,
            live=state.live,
            ended_by=ended_by,
            via=state.via,
            modality=state.modality,
            against_interest=state.against_interest,
            view=self.question.view or "",
            picked=picked,
            claims=state.claims,
            report=state.report,
            control=state.control,
            partial=state.partial,
        )

    def _chain(self, state: BelieverState) -> tuple[str, ...]:
        """The chain of the claim behind the state; where there is none, the voice and its publisher."""
        chains = [self.dossier.claims[key].chain for key in state.claims if key in self.dossier.claims]
        own = [chain for chain in chains if chain and chain[-1] == state.believer]
        return (own or [(self.dossier.reports[state.report].publisher, state.believer)])[0]

    def _says(self, state: BelieverState) -> str:
        return held_words(state.fluent, map(self.names.of, state.actors))

    def _told(self, state: BelieverState) -> str:
        return f"{self.names.according_to(self._chain(state)).removeprefix('According to ')}: {self._says(state)}"

    def _picked(self, row: ControlRow) -> str:
        if self.question.view is None:
            return ""
        found = pick(self.dossier, row, view=VIEWS[self.question.view])
        holder = self.names.listed(found.holder) or "nobody"
        return f"{holder}: {self.names.spelled(found.why)}"
