"""The form that corrects a coding: every field with what it may hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from dateline.desk.editing import ROLES as KNOWN_ROLES
from dateline.export.act_words import ACTS, words_of
from dateline.export.visible import one_line
from dateline.export.vocabulary import KINDS, MANNERS, POLARITIES, TIMES, Wording, plain, role_word
from dateline.model.ledger import LedgerClaim

CLOSED: tuple[tuple[str, str, Wording], ...] = (
    ("modality", "How it is told", MANNERS),
    ("polarity", "What the words say", POLARITIES),
    ("temporal_status", "Of which time", TIMES),
    ("kind", "What kind of thing", KINDS),
)
"""Fields that hold one word of a closed list each: name, label, words."""
YES_NO = (("yes", "yes: it happened, now, and is an act of conflict"), ("no", "no"))
ROLES = ("agent", "patient", "target", "recipient", "from_", "origin", "destination")
"""Roles that are offered although the coding has nobody in them; those that it has are offered as well."""
MEASURES = (
    "killed", "wounded", "killed_wounded", "abducted", "arrested", "displaced", "fighters", "people", "vehicles", "missing",
)  # fmt: skip
"""What is counted, as far as a list offers it; what the coding has is offered as well."""
COUNTS = "An event is an act of conflict that is told to have happened, as the news of this report: no plan, no denial, no history."
SPARE = 1
"""Empty places after those that are filled, in roles, chain and counts."""
MOST = 12
"""Filled places that a form shows and reads."""
ELSEWHERE = ("origin", "destination")
"""Roles that places fill."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One thing that a field may hold."""

    value: str
    label: str
    chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A named control; `choices` empty: a text, number or date that holds `value`."""

    name: str
    label: str
    kind: Literal["select", "date", "number", "text"] = "select"
    choices: tuple[Choice, ...] = ()
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Controls that belong together, with a hint for those who are in doubt."""

    label: str
    fields: tuple[Field, ...]
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """Whom and what the report names: ids with their names, in the order of the text."""

    actors: tuple[Choice, ...]
    places: tuple[Choice, ...]


def edit_groups(claim: LedgerClaim, cast: Cast) -> tuple[Group, ...]:
    """Every field of a coding that can be corrected, filled with what is coded."""
    known = (role for role in claim.roles if role in KNOWN_ROLES)
    roles = (role for role in dict.fromkeys((*ROLES, *known)) if role not in (*ELSEWHERE, "place"))
    return (
        Group(label="What happened", fields=tuple(_what(claim)), hint=COUNTS),
        Group(label="Who", fields=tuple(field for role in roles for field in _role(claim, role, cast))),
        Group(label="Where", fields=tuple(_where(claim, cast))),
        Group(label="When", fields=tuple(_when(claim)), hint="Both days included; empty for a day that is not known."),
        Group(label="According to", fields=tuple(_chain(claim, cast)), hint="The publisher first, the innermost last."),
        Group(label="How many", fields=tuple(_counts(claim)), hint="A vague word has no number: leave both empty."),
    )


def _what(claim: LedgerClaim) -> Iterator[Field]:
    acts = [(words.act, words.label) for words in ACTS]
    if claim.act not in dict(acts):
        acts.append((claim.act, words_of(claim.act).label))
    yield Field(name="act", label="Act", choices=_choices(acts, claim.act))
    for name, label, wording in CLOSED:
        yield Field(name=name, label=label, choices=_worded(wording, getattr(claim, name)))
    yield Field(name="codeable", label="Counts as an event", choices=_choices(YES_NO, yes_no(codeable=claim.codeable)))


def _role(claim: LedgerClaim, role: str, cast: Cast) -> Iterator[Field]:
    label = role_word(role).capitalize()
    kind = cast.places if role in ELSEWHERE else cast.actors
    yield from _several(f"role.{role}", label, (*claim.roles.get(role, ()),), kind)


def _where(claim: LedgerClaim, cast: Cast) -> Iterator[Field]:
    yield Field(name="place", label="Place", choices=_with_none(cast.places, claim.place or "", "not stated"))
    for role in ELSEWHERE:
        yield from _role(claim, role, cast)


def _when(claim: LedgerClaim) -> Iterator[Field]:
    first, last = (claim.days.first_day, claim.days.last_day) if claim.days else (None, None)
    yield Field(name="first", label="First day", kind="date", value=str(first or ""))
    yield Field(name="last", label="Last day", kind="date", value=str(last or ""))


def _chain(claim: LedgerClaim, cast: Cast) -> Iterator[Field]:
    yield from _several("chain", "Voice", claim.chain, cast.actors)


def _counts(claim: LedgerClaim) -> Iterator[Field]:
    for n in range(min(MOST, len(claim.counts) + SPARE)):
        count = claim.counts[n] if n < len(claim.counts) else None
        measures = dict.fromkeys((*MEASURES, *((count.measure,) if count else ())))
        offered = tuple(Choice(value=m, label=m.replace("_", " and ")) for m in measures)
        yield Field(
            name=f"measure.{n}", label="Counted", choices=_with_none(offered, count.measure if count else "", "nothing")
        )
        yield Field(name=f"low.{n}", label="At least", kind="number", value=_figure(count.low if count else None))
        yield Field(name=f"high.{n}", label="At most", kind="number", value=_figure(count.high if count else None))
        yield Field(name=f"words.{n}", label="In words", kind="text", value=one_line(count.words) if count else "")


def _several(name: str, label: str, filled: Sequence[str], offered: tuple[Choice, ...]) -> Iterator[Field]:
    for n in range(min(MOST, len(filled) + SPARE)):
        chosen = filled[n] if n < len(filled) else ""
        empty = "nobody named" if n == 0 else "–"
        numbered = label if n == 0 else f"{label} {n + 1}"
        yield Field(name=f"{name}.{n}", label=numbered, choices=_with_none(offered, chosen, empty))


def _with_none(offered: Iterable[Choice], chosen: str, empty: str) -> tuple[Choice, ...]:
    pairs = [("", empty), *((choice.value, choice.label) for choice in offered)]
    if chosen and chosen not in dict(pairs):
        pairs.append((chosen, chosen))
    return _choices(pairs, chosen)


def _choices(pairs: Iterable[tuple[str, str]], chosen: str) -> tuple[Choice, ...]:
    return tuple(Choice(value=value, label=label, chosen=value == chosen) for value, label in pairs)


def _worded(wording: Wording, chosen: str) -> tuple[Choice, ...]:
    """The closed words as screens have them, with the record's own word where that is another."""
    pairs = ((key, word if word == plain(key) else f"{word} ({plain(key)})") for key, (word, _) in wording.items())
    return _choices(pairs, chosen)


def yes_no(*, codeable: bool) -> str:
    """How the form says whether a claim counts as an event."""
    return "yes" if codeable else "no"


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def refilled(groups: tuple[Group, ...], sent: Mapping[str, str]) -> tuple[Group, ...]:
    """The form as somebody filled it in, to be mended where it could not be taken."""
    return tuple(replace(group, fields=tuple(_refilled(field, sent) for field in group.fields)) for group in groups)


def _refilled(field: Field, sent: Mapping[str, str]) -> Field:
    if field.name not in sent:
        return field
    value = sent[field.name]
    choices = tuple(replace(choice, chosen=choice.value == value) for choice in field.choices)
    return replace(field, choices=choices, value=value)
