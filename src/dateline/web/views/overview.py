"""The overview's counters, voices and choices: what fits, counted over all of it and not over one page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from dateline.export.visible import one_line
from dateline.web.rows import EventRow, folded
from dateline.web.views.words import plain, status_word

MOST_VOICES = 24
"""Voices that the switches name; the rest is found by typing a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something to choose: the value in the address, how it reads, how many events it would leave, whether it holds."""

    value: str
    label: str
    events: int
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the filters offer; `voices` are cut at a length, `more` says how many more there are."""

    voices: tuple[Choice, ...]
    more: int
    acts: tuple[Choice, ...]
    statuses: tuple[Choice, ...]
    manners: tuple[Choice, ...]
    places: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What holds now."""

    voices: Sequence[str]
    act: str | None
    status: str | None
    modality: str | None


def choices(events: Iterable[EventRow], chosen: Chosen) -> Choices:
    """The choices among events that every filter but the one on voices lets through."""
    tally = _Tally()
    for event in events:
        tally.take(event)
    voices = tally.ranked(tally.voices, chosen.voices)
    return Choices(
        voices=voices[:MOST_VOICES],
        more=max(0, len(voices) - MOST_VOICES),
        acts=_options(tally.acts, chosen.act, plain),
        statuses=_options(tally.statuses, chosen.status, status_word),
        manners=_options(tally.manners, chosen.modality, plain),
        places=tuple(name for name, _ in tally.places.most_common(200)),
        sources=tuple(name for name, _ in tally.sources.most_common(200)),
    )


class _Tally:
    """How many events each voice, act, status … has."""

    def __init__(self) -> None:
        self.voices: Counter[str] = Counter()
        self.acts: Counter[str] = Counter()
        self.statuses: Counter[str] = Counter()
        self.manners: Counter[str] = Counter()
        self.places: Counter[str] = Counter()
        self.sources: Counter[str] = Counter()

    def take(self, event: EventRow) -> None:
        """Count one event once for everything that it has."""
        self.acts[event.act] += 1
        self.statuses[event.status] += 1
        self.voices.update({one_line(told.voice) for told in event.told if not told.denies})
        self.manners.update({told.modality for told in event.told})
        self.sources.update({one_line(told.publisher) for told in event.told if told.publisher})
        if event.place is not None and event.place.name:
            self.places[one_line(event.place.name)] += 1

    def ranked(self, voices: Counter[str], chosen: Sequence[str]) -> tuple[Choice, ...]:
        """Those that hold first, then by their number and name; one that is chosen stays even without events."""
        wanted = {folded(name): name for name in chosen}
        names = {**wanted, **{folded(name): name for name in sorted(voices)}}
        counts = Counter(dict.fromkeys(wanted, 0))
        for name, number in voices.items():
            counts[folded(name)] += number
        made = [
            Choice(value=names[key], label=names[key], events=number, chosen=key in wanted)
            for key, number in counts.items()
        ]
        return tuple(sorted(made, key=lambda c: (not c.chosen, -c.events, c.label)))


def _options(counts: Counter[str], chosen: str | None, words: Callable[[str], str]) -> tuple[Choice, ...]:
    found = {**counts, **({chosen: 0} if chosen and chosen not in counts else {})}
    return tuple(
        Choice(value=value, label=words(value), events=number, chosen=value == chosen)
        for value, number in sorted(found.items(), key=lambda item: (-item[1], item[0]))
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """The counters of what fits."""

    events: int
    unlocated: int
    undated: int
    disputed: int


def counted(events: Iterable[EventRow]) -> Counted:
    """Count events, those without a point, without a day, and those that voices dispute."""
    found = tuple(events)
    return Counted(
        events=len(found),
        unlocated=sum(event.point is None for event in found),
        undated=sum(event.days is None for event in found),
        disputed=sum(event.disputed for event in found),
    )
