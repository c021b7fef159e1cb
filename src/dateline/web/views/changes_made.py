"""A correction in words: field by field, what was coded and what a coder made of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from dateline.derive.across.edits import range_of
from dateline.desk import Names
from dateline.export.act_words import words_of
from dateline.export.visible import one_line
from dateline.export.vocabulary import kind_word, manner_word, polarity_word, role_word, time_word
from dateline.export.wording import when
from dateline.model.ledger import LedgerClaim

_WORDED: Mapping[str, tuple[str, Callable[[str], str]]] = MappingProxyType(
    {
        "modality": ("how it is told", manner_word),
        "polarity": ("what the words say", polarity_word),
        "temporal_status": ("of which time", time_word),
        "kind": ("what kind of thing", kind_word),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One field that was changed."""

    field: str
    before: str
    after: str


def changes_made(claim: LedgerClaim, fields: Mapping[str, Any], names: Names) -> tuple[Change, ...]:
    """The changes of an edit, in the order of the form."""
    return tuple(_changes(claim, fields, names))


def _changes(claim: LedgerClaim, fields: Mapping[str, Any], names: Names) -> Iterator[Change]:
    if "spans" in fields:
        yield Change(field="quote", before=f"“{one_line(claim.quote)}”", after=_extents(fields["spans"]))
    if "act" in fields:
        yield Change(field="act", before=words_of(claim.act).label, after=words_of(str(fields["act"])).label)
    for name, (label, word) in _WORDED.items():
        if name in fields:
            yield Change(field=label, before=word(getattr(claim, name)), after=one_line(word(str(fields[name]))))
    if "codeable" in fields:
        before, after = ("yes" if counts else "no" for counts in (claim.codeable, fields["codeable"]))
        yield Change(field="counts as an event", before=before, after=after)
    for role, keys in fields.get("roles", {}).items():
        if role != "place":
            before = names.listed(claim.roles.get(role, ())) or "nobody named"
            yield Change(field=role_word(role), before=before, after=names.listed(keys) or "nobody named")
    if "place" in fields:
        yield Change(field="place", before=_place(claim.place, names), after=_place(fields["place"], names))
    if "days" in fields:
        yield Change(field="days", before=when(claim.days), after=when(range_of(fields["days"])))
    if "chain" in fields:
        before, after = names.according_to(claim.chain), names.according_to(fields["chain"])
        yield Change(field="voices", before=before, after=after)
    if "counts" in fields:
        before = ", ".join(_count(c.measure, c.words, c.low, c.high) for c in claim.counts)
        after = ", ".join(_count(c["measure"], c["words"], c["low"], c["high"]) for c in fields["counts"])
        yield Change(field="counts", before=before or "nothing counted", after=after or "nothing counted")


def _extents(spans: Any) -> str:
    return ", ".join(f"characters {start} to {end}" for start, end in spans)


def _place(key: str | None, names: Names) -> str:
    return names.of(key) if key else "not stated"


def _count(measure: str, words: str, low: float | None, high: float | None) -> str:
    figure = "" if low is None and high is None else f" {'?' if low is None else f'{low:g}'}"
    if high is not None and high != low:
        figure += f" to {high:g}"
    return f"{measure.replace('_', ' ')}{figure} “{one_line(words)}”"
