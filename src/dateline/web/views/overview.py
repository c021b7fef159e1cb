"""The overview's counters, voices and choices: what fits, counted over all of it and not over one page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from dateline.export.visible import one_line
from dateline.export.vocabulary import act_word, manner_word, status_word
from dateline.web.asked import Query
from dateline.web.rows import EventRow, Told, folded

MOST_VOICES = 24
"""Voices that the switches name; the rest is found by typing a name."""
MOST_NAMES = 200
"""Places and publishers that a field offers while one types."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something to choose: the value in the address, how it reads, how many events it would leave, whether it holds."""

    value: str
    label: str
    events: int
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the filters offer; `voices` are cut at a length, `more` says how many there are beyond, `others` names some."""

    voices: tuple[Choice, ...]
    more: int
    others: tuple[str, ...]
    acts: tuple[Choice, ...]
    statuses: tuple[Choice, ...]
    manners: tuple[Choice, ...]
    places: tuple[str, ...]
    sources: tuple[str, ...]


Rows = Sequence[EventRow]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """The events that every filter lets through but the one on voices, acts, statuses or manners; `every` passed all."""

    every: Rows
    voices: Rows
    acts: Rows
    statuses: Rows
    manners: Rows


def choices(facets: Facets, asked: Query) -> Choices:
    """What the filters offer: each counts what it would leave beside all others."""
    voices = _voices(_each(facets.voices, lambda told: "" if told.denies else told.voice), asked.speaker)
    acts = Counter(event.act for event in facets.acts)
    statuses = Counter(event.status for event in facets.statuses)
    places = Counter(event.place.name for event in facets.every if event.place is not None)
    return Choices(
        voices=voices[:MOST_VOICES],
        more=max(0, len(voices) - MOST_VOICES),
        others=tuple(voice.value for voice in voices[MOST_VOICES : MOST_VOICES + MOST_NAMES]),
        acts=_options(acts, asked.act, act_word),
        statuses=_options(statuses, asked.status, status_word),
        manners=_options(_each(facets.manners, lambda told: told.modality), asked.modality, manner_word),
        places=_names(places),
        sources=_names(_each(facets.every, lambda told: told.publisher)),
    )


def _each(events: Rows, read: Callable[[Told], str]) -> Counter[str]:
    """How many events have a value in at least one of their claims; empty values are none."""
    found: Counter[str] = Counter()
    for event in events:
        if len(event.told) == 1:
            found[read(event.told[0])] += 1
        else:
            found.update(set(map(read, event.told)))
    found.pop("", None)
    return found


def _names(counts: Counter[str]) -> tuple[str, ...]:
    """The most frequent names, to choose from while typing."""
    return tuple(dict.fromkeys(one_line(name) for name, _ in counts.most_common(MOST_NAMES) if name))


def _voices(voices: Counter[str], chosen: Sequence[str]) -> tuple[Choice, ...]:
    """Those that hold first, then by their number and name; one that is chosen stays even without events."""
    wanted = {folded(name): name for name in chosen}
    names = {**wanted, **{folded(one_line(name)): one_line(name) for name in sorted(voices)}}
    counts = Counter(dict.fromkeys(wanted, 0))
    for name, number in voices.items():
        counts[folded(one_line(name))] += number
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
