"""A coding as one plain sentence, the voice first, built from its fields alone: what a coder compares with the quote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dateline.desk import Names
from dateline.export.act_words import words_of
from dateline.export.shared import ExportClaim
from dateline.export.visible import one_line
from dateline.export.wording import when
from dateline.model.ledger import Count, LedgerClaim
from dateline.model.time import TimeRange
from dateline.model.vocabulary import Modality, Polarity
from dateline.web.views.place_words import SOMEWHERE, place_name

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
_DONE_TO_SOME = frozenset(
    {"kill", "wound", "abduct", "arrest", "release", "displace", "capture", "retake", "repel", "burn", "loot", "losses"}
)
"""Acts whose counts are of those, or of the things, that they are done to."""
_DANGLING = re.compile(r" (?:about|against|to|with)\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some words of the sentence and the field that they show; empty for the words between."""

    words: str
    field: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """What a sentence is built from: the fields of a coding with names in the place of ids; an empty `place` is not stated.

    `voices` begins the sentence ("According to …"); empty where the words before it say whose word it is.
    """

    voices: str
    act: str
    modality: Modality
    polarity: Polarity
    roles: Mapping[str, tuple[str, ...]]
    place: str
    counts: tuple[Count, ...]
    days: TimeRange | None


def coding_sentence(claim: LedgerClaim, names: Names) -> tuple[Part, ...]:
    """The sentence of a claim in the ledger; its parts are joined with blanks."""
    return sentence_of(
        Coded(
            voices=names.according_to(claim.chain),
            act=claim.act,
            modality=claim.modality,
            polarity=claim.polarity,
            roles={role: tuple(map(names.of, keys)) for role, keys in claim.roles.items()},
            place=names.of(claim.place) if claim.place else "",
            counts=claim.counts,
            days=claim.days,
        )
    )


def shared_sentence(claim: ExportClaim) -> str:
    """The sentence of a claim as it may be shown, to stand after its voice: "the army entered Sake, on 2024-02-08"."""
    coded = Coded(
        voices="",
        act=claim.act,
        modality=claim.modality,
        polarity=claim.polarity,
        roles={role: tuple(map(one_line, names)) for role, names in claim.roles.items()},
        place=place_name(claim.place) if claim.place else "",
        counts=claim.counts,
        days=claim.days,
    )
    return plain(sentence_of(coded)).removesuffix(".")


def sentence_of(coded: Coded) -> tuple[Part, ...]:
    """The sentence."""
    return tuple(part for part in _parts(coded) if part.words)


def plain(parts: tuple[Part, ...]) -> str:
    """The sentence as one string."""
    return " ".join(part.words for part in parts).replace(" ,", ",").replace(" .", ".")


def _parts(coded: Coded) -> Iterator[Part]:
    stance, ahead = _STANCES[coded.modality]
    objects, where = tuple(_objects(coded)), tuple(_where(coded))
    verb = words_of(coded.act).base if ahead else words_of(coded.act).past
    yield Part(words=f"{coded.voices}," if coded.voices else "", field="voices")
    yield Part(words=stance, field="modality")
    if coded.polarity == "negative" and coded.modality != "denied":
        yield Part(words="it is not so that", field="polarity")
    yield Part(words=_named(coded, "agent") or "somebody not named", field="agent")
    yield Part(words=f"{'will ' if ahead else ''}{verb if objects or _is_object(coded) else _alone(verb)}", field="act")
    yield from objects
    yield from where
    yield from _beside(coded)
    if taken := _named(coded, "from_"):
        yield from (Part(words="from"), Part(words=taken, field="patient"))
    yield from (Part(words=","), Part(words=_day(coded), field="days"), Part(words="."))


def _is_object(coded: Coded) -> bool:
    """Whether the place is what it was done to: "captured Sake", and not "fought in Sake"."""
    return bool(coded.place) and not words_of(coded.act).at


def _alone(verb: str) -> str:
    """A verb without anybody after it: "spoke", not "spoke about"; "fought in Sake", not "fought with in Sake"."""
    return _DANGLING.sub("", verb)


def _where(coded: Coded) -> Iterator[Part]:
    """The place, as the object where nobody is; where from and where to, unless that is the place."""
    if coded.place:
        yield Part(words=_before_place(coded))
        yield Part(words=coded.place, field="place")
    for role, at in (("origin", "from"), ("destination", "to")):
        named = [name for name in coded.roles.get(role, ()) if name != coded.place]
        if named:
            yield from (Part(words=at), Part(words=" and ".join(named), field="place"))


def _before_place(coded: Coded) -> str:
    at = words_of(coded.act).at or ("in" if _named(coded, *_DONE_TO) else "")
    return "" if coded.place.startswith(SOMEWHERE) and at in ("in", "at") else at


def _objects(coded: Coded) -> Iterator[Part]:
    """Who it was done to, else those counted: the words themselves, since a number alone says too little."""
    others = _named(coded, *_DONE_TO)
    if others:
        yield Part(words=others, field="patient")
        if coded.counts:
            yield Part(words=f"({_counted(coded)})", field="counts")
    elif coded.act in _DONE_TO_SOME and coded.counts:
        yield Part(words=_counted(coded), field="counts")


def _beside(coded: Coded) -> Iterator[Part]:
    """What is counted of an act that is not done to those counted: nobody shells “5 missiles”, or “at least seven”."""
    if coded.counts and coded.act not in _DONE_TO_SOME and not _named(coded, *_DONE_TO):
        yield Part(words=f"({_counted(coded)})", field="counts")


def _counted(coded: Coded) -> str:
    return ", ".join(f"“{one_line(count.words)}”" for count in coded.counts)


def _named(coded: Coded, *roles: str) -> str:
    return " and ".join(dict.fromkeys(name for role in roles for name in coded.roles.get(role, ())))


def _day(coded: Coded) -> str:
    if coded.days is None or not (coded.days.first_day or coded.days.last_day):
        return "on a day not stated"
    return f"{'on ' if coded.days.first_day == coded.days.last_day else ''}{when(coded.days)}"
