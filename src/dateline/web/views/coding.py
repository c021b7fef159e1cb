"""A coding as one plain sentence, the voice first, built from its fields alone: what a coder compares with the quote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.desk import Names
from dateline.export.visible import one_line
from dateline.export.wording import when
from dateline.model.ledger import LedgerClaim
from dateline.model.vocabulary import Modality
from dateline.web.views.act_words import words_of

_STANCES: dict[Modality, tuple[str, bool]] = {
    "asserted": ("", False),
    "attributed": ("", False),
    "claimed": ("it is claimed that", False),
    "confirmed": ("it is confirmed that", False),
    "denied": ("it is denied that", False),
    "planned": ("it is planned that", True),
    "ordered": ("it is ordered that", True),
    "threatened": ("it is threatened that", True),
    "called_for": ("it is called for that", True),
    "expected": ("it is expected that", True),
    "possible": ("it is possible that", False),
    "feared": ("it is feared that", False),
    "hypothetical": ("it is supposed that", False),
    "retracted": ("it is withdrawn that", False),
    "unknown": ("it is not known whether", False),
}
"""What stands before the clause, and whether the clause is about what is to come."""

_DONE_TO = ("patient", "target", "recipient")
_DANGLING = re.compile(r" (?:about|against|to|with)\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some words of the sentence and the field that they show; empty for the words between."""

    words: str
    field: str = ""


def coding_sentence(claim: LedgerClaim, names: Names) -> tuple[Part, ...]:
    """The sentence; its parts are joined with blanks."""
    return tuple(part for part in _parts(claim, names) if part.words)


def plain(parts: tuple[Part, ...]) -> str:
    """The sentence as one string."""
    return " ".join(part.words for part in parts).replace(" ,", ",").replace(" .", ".")


def _parts(claim: LedgerClaim, names: Names) -> Iterator[Part]:
    stance, ahead = _STANCES[claim.modality]
    objects, where = tuple(_objects(claim, names)), tuple(_where(claim, names))
    verb = words_of(claim.act).base if ahead else words_of(claim.act).past
    yield Part(words=f"{names.according_to(claim.chain)},", field="voices")
    yield Part(words=stance, field="modality")
    if claim.polarity == "negative" and claim.modality != "denied":
        yield Part(words="it is not so that", field="polarity")
    yield Part(words=_named(claim, names, "agent") or "somebody not named", field="agent")
    yield Part(words=f"{'will ' if ahead else ''}{verb if objects or where else _alone(verb)}", field="act")
    yield from objects
    yield from where
    if taken := _named(claim, names, "from_"):
        yield from (Part(words="from"), Part(words=taken, field="patient"))
    yield from (Part(words=","), Part(words=_day(claim), field="days"), Part(words="."))


def _alone(verb: str) -> str:
    """A verb without anything after it: "spoke", not "spoke about"."""
    return _DANGLING.sub("", verb)


def _where(claim: LedgerClaim, names: Names) -> Iterator[Part]:
    """The place, as the object where nobody is; where from and where to, unless that is the place."""
    if claim.place:
        at = words_of(claim.act).at
        yield Part(words=at if at or not _named(claim, names, *_DONE_TO) else "in")
        yield Part(words=names.of(claim.place), field="place")
    for role, at in (("origin", "from"), ("destination", "to")):
        keys = [key for key in claim.roles.get(role, ()) if key != claim.place]
        if keys:
            yield from (Part(words=at), Part(words=" and ".join(map(names.of, keys)), field="place"))


def _objects(claim: LedgerClaim, names: Names) -> Iterator[Part]:
    """Who it was done to, else what was counted: the words themselves, since a number alone says too little."""
    others = _named(claim, names, *_DONE_TO)
    counted = ", ".join(f"“{one_line(count.words)}”" for count in claim.counts)
    if others:
        yield Part(words=others, field="patient")
    if counted:
        yield Part(words=f"({counted})" if others else counted, field="counts")


def _named(claim: LedgerClaim, names: Names, *roles: str) -> str:
    keys = dict.fromkeys(key for role in roles for key in claim.roles.get(role, ()))
    return " and ".join(map(names.of, keys))


def _day(claim: LedgerClaim) -> str:
    if claim.days is None:
        return "on a day not stated"
    return f"{'on ' if claim.days.first_day == claim.days.last_day else ''}{when(claim.days)}"
