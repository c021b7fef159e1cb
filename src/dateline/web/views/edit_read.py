"""What a sent form changes of a coding; whatever the form did not offer is refused."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from dateline.errors import UsageError
from dateline.export.act_words import ACTS
from dateline.export.visible import one_line
from dateline.model.ledger import Count, LedgerClaim
from dateline.web.views.edit_form import CLOSED, ELSEWHERE, MOST, ROLES, SPARE, YES_NO, Cast, Choice, yes_no

_NUMBER = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,3})?\Z")


def edited(claim: LedgerClaim, form: Mapping[str, str], *, text: str, cast: Cast) -> dict[str, Any]:
    """The fields that a sent form changes, as `desk.edit_claim` takes them; raises UsageError for what was not offered."""
    fields: dict[str, Any] = {}
    for read in _READERS:
        found = read(claim, form, cast)
        roles = {**fields.get("roles", {}), **found.get("roles", {})}
        fields.update({**found, "roles": roles} if roles else found)
    fields.update(_span(claim, form, text))
    return fields


def _read_closed(claim: LedgerClaim, form: Mapping[str, str], cast: Cast) -> dict[str, Any]:
    changed: dict[str, Any] = {}
    for name, allowed in _CLOSED.items():
        held = getattr(claim, name)
        sent = form.get(name, held)
        if sent == held:
            continue
        if sent not in allowed:
            raise UsageError(f"{name} {one_line(sent)[:40]!r} is not in its closed list")
        changed[name] = sent
    return {**changed, **_read_codeable(claim, form)}


def _read_codeable(claim: LedgerClaim, form: Mapping[str, str]) -> dict[str, Any]:
    held = yes_no(codeable=claim.codeable)
    sent = form.get("codeable", held)
    if sent not in dict(YES_NO):
        raise UsageError(f"a claim counts as an event or does not: yes or no, not {one_line(sent)[:40]!r}")
    return {} if sent == held else {"codeable": sent == "yes"}


def _read_place(claim: LedgerClaim, form: Mapping[str, str], cast: Cast) -> dict[str, Any]:
    place = form.get("place", claim.place or "")
    if place == (claim.place or ""):
        return {}
    known = _known(place, cast.places, "place")
    roles = {"roles": {"place": [known] if known else []}} if "place" in claim.roles else {}
    return {"place": known or None, **roles}


def _read_days(claim: LedgerClaim, form: Mapping[str, str], cast: Cast) -> dict[str, Any]:
    first, last = _day(form.get("first", "")), _day(form.get("last", ""))
    held = (claim.days.first_day, claim.days.last_day) if claim.days else (None, None)
    if (first, last) == held or "first" not in form:
        return {}
    if first is None and last is None:
        return {"days": None}
    if first and last and last < first:
        raise UsageError(f"the last day {last} lies before the first day {first}")
    return {"days": f"{first or '..'}/{last or '..'}" if first != last else str(first)}


def _day(text: str) -> date | None:
    if not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise UsageError(f"{one_line(text)[:40]!r} is no day; write it as 2024-02-05") from error


def _read_roles(claim: LedgerClaim, form: Mapping[str, str], cast: Cast) -> dict[str, Any]:
    sent = {name.split(".")[1] for name in form if name.startswith("role.") and name.count(".") == 2}
    roles: dict[str, list[str]] = {}
    for role in sorted(sent & {*ROLES, *claim.roles}):
        offered = cast.places if role in ELSEWHERE else cast.actors
        filled = _filled(form, f"role.{role}", offered, claim.roles.get(role, ()))
        if filled != list(claim.roles.get(role, ())):
            roles[role] = filled
    return {"roles": roles} if roles else {}


def _read_chain(claim: LedgerClaim, form: Mapping[str, str], cast: Cast) -> dict[str, Any]:
    if "chain.0" not in form:
        return {}
    chain = _filled(form, "chain", cast.actors, claim.chain)
    if chain == list(claim.chain):
        return {}
    if not chain:
        raise UsageError("a claim is always somebody's word: choose at least one voice")
    return {"chain": chain}


def _filled(form: Mapping[str, str], name: str, offered: tuple[Choice, ...], held: Sequence[str]) -> list[str]:
    chosen = (form.get(f"{name}.{n}", "") for n in range(MOST + SPARE))
    own = tuple(Choice(value=key, label=key) for key in held)
    return list(dict.fromkeys(_known(key, (*offered, *own), name) for key in chosen if key))


def _known(key: str, offered: tuple[Choice, ...], what: str) -> str:
    if key and all(choice.value != key for choice in offered):
        raise UsageError(f"{what}: the report names no {one_line(key)[:80]!r}")
    return key


def _read_counts(claim: LedgerClaim, form: Mapping[str, str], cast: Cast) -> dict[str, Any]:
    if "measure.0" not in form:
        return {}
    counts = [_count(claim, form, n) for n in range(MOST + SPARE) if form.get(f"measure.{n}")]
    held = [_as_json(count) for count in claim.counts]
    return {"counts": counts} if counts != held else {}


def _count(claim: LedgerClaim, form: Mapping[str, str], n: int) -> dict[str, Any]:
    low, high = _number(form.get(f"low.{n}", "")), _number(form.get(f"high.{n}", ""))
    if low is not None and high is not None and high < low:
        raise UsageError(f"at most {high:g} is less than at least {low:g}")
    held = claim.counts[n] if n < len(claim.counts) else None
    words = form.get(f"words.{n}", "")[:200]
    if held is not None and words == one_line(held.words):
        words = held.words
    unit = held.unit if held else "people"
    return {"measure": form[f"measure.{n}"][:40], "unit": unit, "words": words, "low": low, "high": high}


def _number(text: str) -> float | None:
    plain = text.strip().replace(",", "").replace("\u202f", "")
    if not plain:
        return None
    if not _NUMBER.match(plain):
        raise UsageError(f"{one_line(text)[:40]!r} is no number")
    return float(plain)


def _as_json(count: Count) -> dict[str, Any]:
    return {"measure": count.measure, "unit": count.unit, "words": count.words, "low": count.low, "high": count.high}


def _span(claim: LedgerClaim, form: Mapping[str, str], text: str) -> dict[str, Any]:
    """The words picked, as one span; nothing where none were picked or they are the quote already."""
    begin, end = form.get("span_start", ""), form.get("span_end", "")
    if not begin and not end:
        return {}
    if not (begin.isascii() and begin.isdigit() and end.isascii() and end.isdigit()) or len(begin + end) > 20:
        raise UsageError("choose both the first and the last word of the quote")
    span = (int(begin), int(end))
    if not 0 <= span[0] < span[1] <= len(text):
        raise UsageError("the last word of the quote lies before its first, or outside the report")
    return {} if (span,) == claim.spans else {"spans": [list(span)]}


_CLOSED: Mapping[str, tuple[str, ...]] = {
    "act": tuple(words.act for words in ACTS),
    **{name: tuple(wording) for name, _, wording in CLOSED},
}
_READERS = (_read_closed, _read_place, _read_days, _read_roles, _read_chain, _read_counts)
