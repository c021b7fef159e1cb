"""Checking what a reviewer wants a claim to say: every field in its vocabulary, every edit with words of the report."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from types import MappingProxyType
from typing import Any, get_args

from dateline.desk.names import Names
from dateline.errors import UsageError
from dateline.model.ledger import LedgerClaim
from dateline.model.vocabulary import (
    NEVER_CODEABLE,
    ClaimKind,
    Interest,
    Modality,
    Mode,
    Polarity,
    TemporalStatus,
)

Span = tuple[int, int]

ROLES = (
    "agent", "patient", "target", "recipient", "from_", "opponent", "with_", "beneficiary", "mediator", "group",
    "place", "origin", "destination", "ground", "figure", "via",
)  # fmt: skip
"""Roles that actors and places may play; numbers are edited as `counts`."""
WORDS = MappingProxyType(
    {
        "kind": get_args(ClaimKind),
        "modality": get_args(Modality),
        "polarity": get_args(Polarity),
        "temporal_status": get_args(TemporalStatus),
        "interest": get_args(Interest),
    }
)
"""Fields whose values are closed lists, besides `act`."""
_PREDICATE = re.compile(r"[a-z][a-z_]{0,39}")
_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
MOST_COUNTS = 20
MOST_SPANS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What an edit is checked against: the claim, its report's text, who and what the report names where, the acts."""

    claim: LedgerClaim
    text: str
    names: Names
    mentions: Mapping[str, Sequence[Span]]
    acts: tuple[str, ...]
    uncertainty: Callable[[str], float | None] = field(default=lambda place: None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """An edit in the JSON of `derive.across.edits`, and per field the words that say so, as spans of the report."""

    fields: Mapping[str, Any]
    words: Mapping[str, Sequence[Span]]


def checked(scene: Scene, fields: Mapping[str, Any], words: Mapping[str, str]) -> Checked:
    """The edit, in ids; raises UsageError that names the field, what was given and what could be.

    Places and actors may be given by name or id, days as "2023-11", "2023-11-14" or "FIRST/LAST" with ".." for an open
    end, spans as pairs or as `quote`: words of the report. `words` are per field the words of the report that say so;
    without them it is where the report names the actor or place, else the words of the claim itself.
    """
    if not fields:
        raise UsageError(f"an edit needs at least one field of: {', '.join(EDITABLE)}")
    if unknown := sorted({*fields, *words} - set(EDITABLE)):
        raise UsageError(f"a claim has no field {unknown[0]!r}; one can edit: {', '.join(EDITABLE)}")
    found: dict[str, Any] = {}
    for name, value in fields.items():
        found.update(EDITABLE[name](scene, name, value))
    _agree(scene.claim, found)
    return Checked(fields=found, words=_words(scene, found, words))


def _agree(claim: LedgerClaim, found: dict[str, Any]) -> None:
    """An event that counts has happened: no plan is one."""
    modality = found.get("modality", claim.modality)
    codeable = found.get("codeable", claim.codeable)
    if codeable and modality in NEVER_CODEABLE:
        raise UsageError(f"what is {modality} has not happened: edit `codeable` to false as well, or the modality")
    if found.get("codeable"):
        found["why"] = None
    elif "codeable" in found and not found.get("why"):
        found["why"] = "not codeable, says a reviewer"


def _words(scene: Scene, found: Mapping[str, Any], words: Mapping[str, str]) -> dict[str, Sequence[Span]]:
    near = found["spans"][0][0] if "spans" in found else scene.claim.spans[0][0]
    given = {name: (located(scene.text, quote, near=near, field=name),) for name, quote in words.items()}
    own = tuple(tuple(span) for span in found.get("spans", scene.claim.spans))
    result: dict[str, Sequence[Span]] = {}
    for name, value in found.items():
        if name in given:
            result[name] = given[name]
        elif name in ("place", "roles", "chain"):
            result[name] = _named(scene, name, value)
        elif name not in ("why", "uncertainty_m", "modes"):
            result[name] = own
    return result


def _named(scene: Scene, name: str, value: Any) -> Sequence[Span]:
    """Where the report names everybody whom the edit newly names; raises UsageError for whom it does not name."""
    before = {scene.claim.place, *scene.claim.chain, *(key for keys in scene.claim.roles.values() for key in keys)}
    listed = [key for keys in value.values() for key in keys] if isinstance(value, dict) else value
    keys: Iterable[str] = (listed,) if isinstance(listed, str) else listed or ()
    spans: list[Span] = []
    for key in keys:
        if key not in scene.mentions and key not in before:
            who = scene.names.of(key)
            raise UsageError(
                f"{name}: the report does not name {who} ({key}); give the words that do, as words of {name!r}"
            )
        spans.extend(scene.mentions.get(key, ()))
    return tuple(spans)


def located(text: str, quote: str, *, near: int, field: str) -> Span:
    """Where words stand in the text, the nearest to a position; raises UsageError where they do not stand there."""
    starts = [match.start() for match in re.finditer(re.escape(quote), text)] if quote.strip() else []
    if not starts:
        raise UsageError(f"{field}: the report does not say “{quote}”, to the letter")
    start = min(starts, key=lambda at: abs(at - near))
    return start, start + len(quote)


def _act(scene: Scene, name: str, value: Any) -> dict[str, Any]:
    return {name: _one_of(name, value, scene.acts)}


def _word(scene: Scene, name: str, value: Any) -> dict[str, Any]:
    return {name: _one_of(name, value, WORDS[name])}


def _one_of(name: str, value: Any, known: Sequence[str]) -> str:
    if not isinstance(value, str) or value not in known:
        raise UsageError(f"{name}: {value!r} is none of {', '.join(known)}")
    return value


def _predicate(scene: Scene, name: str, value: Any) -> dict[str, Any]:
    if not isinstance(value, str) or not _PREDICATE.fullmatch(value):
        raise UsageError(f"predicate: {value!r} is no verb like `shell` or `cut_road`")
    return {name: value}


def _codeable(scene: Scene, name: str, value: Any) -> dict[str, Any]:
    if not isinstance(value, bool):
        raise UsageError(f"codeable: {value!r} is neither true nor false")
    return {name: value}


def _why(scene: Scene, name: str, value: Any) -> dict[str, Any]:
    if value is not None and not isinstance(value, str):
        raise UsageError(f"why: {value!r} is no text")
    return {name: value}


def _place(scene: Scene, name: str, value: Any) -> dict[str, Any]:
    if value in (None, ""):
        return {name: None, "uncertainty_m": None}
    key = _id(scene, name, value, kind="place")
    return {name: key, "uncertainty_m": scene.uncertainty(key)}


def _id(scene: Scene, name: str, value: Any, *, kind: str) -> str:
    """The one actor or place of this name; among several the one that this report names."""
    if not isinstance(value, str):
        raise UsageError(f"{name}: {value!r} is no name or id")
    try:
        keys = scene.names.ids(value, "place" if kind == "place" else "actor")
    except UsageError as error:
        raise UsageError(f"{name}: {error}") from error
    here = keys & scene.mentions.keys()
    if len(keys) > 1 and len(here) != 1:
        raise UsageError(f"{name}: {value!r} may be any of {', '.join(sorted(keys))}: give the id")
    return next(iter(here if len(keys) > 1 else keys))


def _roles(scene: Scene, name: str, value: Any) -> dict[str, Any]:
    if not isinstance(value, Mapping) or not value:
        raise UsageError(f'roles: {value!r} is no object like {{"agent": ["id or name"]}}')
    return {name: {_one_of("roles", role, ROLES): _fillers(scene, role, filler) for role, filler in value.items()}}


def _fillers(scene: Scene, role: str, given: Any) -> list[str]:
    listed = [given] if isinstance(given, str) else given
    if not isinstance(listed, list | tuple):
        raise UsageError(f"roles: {role} is {given!r}, not a list of ids or names")
    return list(dict.fromkeys(_anyone(scene, f"roles: {role}", one) for one in listed))


def _anyone(scene: Scene, name: str, value: Any) -> str:
    """An actor, else a place."""
    try:
        return _id(scene, name, value, kind="actor")
    except UsageError as error:
        try:
            return _id(scene, name, value, kind="place")
        except UsageError:
            raise error from None


def _days(scene: Scene, name: str, value: Any) -> dict[str, Any]:
    if value in (None, ""):
        return {name: None}
    if not isinstance(value, str):
        raise UsageError(f"days: {value!r} is no text like 2023-11-14 or 2023-11-14/2023-11-16")
    first, slash, last = value.partition("/")
    if not slash:
        start, end, precision = _stretch(value)
        return {name: [start.isoformat(), end.isoformat(), precision]}
    start_day = None if first == ".." else _stretch(first)[0]
    end_day = None if last == ".." else _stretch(last)[1]
    if (start_day is None and end_day is None) or (start_day and end_day and end_day < start_day):
        raise UsageError(f"days: {value!r} ends before it begins, or nowhere at both ends")
    ends = [day.isoformat() if day else None for day in (start_day, end_day)]
    return {name: [*ends, "interval"]}


def _stretch(value: str) -> tuple[date, date, str]:
    """First and last day of a year, month or day."""
    match = _DAY.fullmatch(value.strip())
    try:
        if match is None:
            raise ValueError("its shape")
        year, month, day = (int(part) if part else None for part in match.groups())
        start = date(year or 0, month or 1, day or 1)
        if day:
            return start, start, "day"
        after = date(start.year + 1, 1, 1) if not month else (start + timedelta(days=31)).replace(day=1)
    except (ValueError, OverflowError) as error:
        raise UsageError(f"days: {value!r} is no day of the calendar: {error}") from error
    return start, after - timedelta(days=1), "month" if month else "year"


def _spans(scene: Scene, name: str, value: Any) -> dict[str, Any]:
    if isinstance(value, str):
        return {"spans": [list(located(scene.text, value, near=scene.claim.spans[0][0], field=name))]}
    pairs = value if isinstance(value, list | tuple) else ()
    if not 0 < len(pairs) <= MOST_SPANS or not all(_is_span(pair, len(scene.text)) for pair in pairs):
        raise UsageError(f"spans: {value!r} are no [start, end] within the {len(scene.text)} characters of the report")
    ordered = sorted([int(start), int(end)] for start, end in pairs)
    if any(one[1] > other[0] for one, other in pairwise(ordered)):
        raise UsageError(f"spans: {value!r} overlap")
    return {"spans": ordered}


def _is_span(pair: Any, length: int) -> bool:
    if not isinstance(pair, list | tuple) or len(pair) != 2:
        return False
    return all(type(end) is int for end in pair) and 0 <= pair[0] < pair[1] <= length


def _chain(scene: Scene, name: str, value: Any) -> dict[str, Any]:
    """The voices, publisher first; a mode for each, which the narrator's is without being said."""
    listed = [value] if isinstance(value, str) else value
    if not isinstance(listed, list | tuple) or not listed:
        raise UsageError(f"chain: {value!r} is no list of voices, publisher first")
    modes = dict(zip(scene.claim.chain, scene.claim.modes, strict=True))
    found: list[tuple[str, str]] = []
    for one in listed:
        who, _, mode = one.partition("=") if isinstance(one, str) else ("", "", "")
        key = _id(scene, name, who, kind="actor")
        found.append((key, _one_of("chain", mode or modes.get(key, "indirect"), get_args(Mode))))
    if found[0][0] != scene.claim.chain[0]:
        raise UsageError(f"chain: the first voice is the publisher, {scene.claim.chain[0]}")
    return {"chain": [key for key, _ in found], "modes": [mode for _, mode in found]}


def _counts(scene: Scene, name: str, value: Any) -> dict[str, Any]:
    if not isinstance(value, list | tuple) or len(value) > MOST_COUNTS:
        raise UsageError(
            f"counts: {value!r} is no list of at most {MOST_COUNTS} objects with measure, unit, words, low, high"
        )
    return {name: [_count(scene, one) for one in value]}


def _count(scene: Scene, value: Any) -> dict[str, Any]:
    if not isinstance(value, Mapping) or not {"measure", "unit", "words"} <= set(value):
        raise UsageError(f"counts: {value!r} needs measure, unit and words (and low, high)")
    if set(value) - {"measure", "unit", "words", "low", "high"}:
        raise UsageError(f"counts: {value!r} has more than measure, unit, words, low and high")
    if not all(isinstance(value[part], str) for part in ("measure", "unit", "words")):
        raise UsageError(f"counts: measure, unit and words of {value!r} are texts")
    located(scene.text, value["words"], near=scene.claim.spans[0][0], field="counts")
    low, high = (_number(value.get(part)) for part in ("low", "high"))
    if low is not None and high is not None and high < low:
        raise UsageError(f"counts: {value!r} has a highest figure below its lowest")
    return {**{part: value[part] for part in ("measure", "unit", "words")}, "low": low, "high": high}


def _number(value: Any) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 1e12:
        raise UsageError(f"counts: {value!r} is no number from 0")
    return float(value)


EDITABLE: Mapping[str, Callable[[Scene, str, Any], dict[str, Any]]] = MappingProxyType(
    {
        "act": _act,
        "kind": _word,
        "predicate": _predicate,
        "modality": _word,
        "polarity": _word,
        "temporal_status": _word,
        "interest": _word,
        "codeable": _codeable,
        "why": _why,
        "place": _place,
        "days": _days,
        "roles": _roles,
        "chain": _chain,
        "spans": _spans,
        "quote": _spans,
        "counts": _counts,
    }
)
"""Every field that can be edited, with what checks it."""
