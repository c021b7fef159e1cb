"""What is not known, with its kind: never a default, never a zero."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from dateline.derive.questions import asked, asks, called, is_unnamed, who_is
from dateline.derive.silence import speaks
from dateline.model.derived import Event, Unknown
from dateline.model.own_text import is_own_text
from dateline.model.record import Case, Claim
from dateline.model.roles import actors_in, quantities_of
from dateline.model.span import Span

VIOLENT = frozenset({"attack", "clash", "air_strike", "shelling", "ambush", "kill", "wound", "abduct", "burn", "loot"})
_ASKED_NOT_TO_BE_NAMED = re.compile(
    r"\b(?:named?|identif\w+|quoted|identity|(?:allowed|authori[sz]ed|permitted|cleared|entitled) to)\b", re.IGNORECASE
)
"""Whoever asks not to be named does speak."""
_ABOUT = {"kill": "the dead", "wound": "the wounded", "losses": "losses", "displace": "the displaced"}

SEIZING = ("capture", "retake", "transfer", "enter", "withdraw", "besiege")
DEAD = "number of dead and wounded"
_NO_WORD = re.compile(
    r"\b(?:without|no|not (?:a|any)) (?:any |a |further )?(?:word|figure|detail|information|number|toll)s? "
    r"(?:on|about|of|for) (?:the |any |possible )?(?:casualt\w+|victims|losses|dead|deaths|killed|toll)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gap:
    what: str
    status: str
    spans: tuple[Span, ...] = ()


def derive_unknowns(case: Case) -> tuple[Unknown, ...]:
    """What the report does not tell, in the order of the rules, each thing once, ids `U01`, `U02`, …

    explicitly_absent: the text says that it does not tell · explicitly_unknown: it says that nobody knows ·
    explicitly_vague: it tells in words that name nothing · explicitly_anonymous: it keeps a name to itself ·
    not_stated: it is silent.
    """
    gaps: dict[str, _Gap] = {}
    for rule in RULES:
        for gap in rule(case):
            gaps.setdefault(gap.what, gap)
    return tuple(
        Unknown(id=f"U{number:02}", what=gap.what, status=gap.status, spans=gap.spans)
        for number, gap in enumerate(gaps.values(), start=1)
    )


def withheld(case: Case) -> Iterator[_Gap]:
    """The text says itself that it does not tell."""
    for claim in case.claims:
        if claim.kind == "meta" and claim.polarity == "negative" and claim.modality != "unknown":
            if claim.act == "say" and not _ASKED_NOT_TO_BE_NAMED.search(_words(claim)):
                names = ", ".join(actor.name for actor in actors_in(case, claim, "agent"))
                silent = f"position of {names or 'the party that is silent'}"
                what = asked(case, claim) if asks(claim) else silent
                yield _Gap(what=what, status="explicitly_absent", spans=claim.spans)
            elif claim.act in _ABOUT:
                yield _Gap(what=f"number of {_ABOUT[claim.act]}", status="explicitly_absent", spans=claim.spans)


def stated_unknown(case: Case) -> Iterator[_Gap]:
    """The text says that it is not known."""
    for claim in case.claims:
        if claim.modality != "unknown":
            continue
        place = case.resolution.place(claim.place)
        what = (
            f"who holds {called(place.name) if place else 'the place'}" if claim.act == "hold" else asked(case, claim)
        )
        yield _Gap(what=what, status="explicitly_unknown", spans=claim.spans)


def vague(case: Case) -> Iterator[_Gap]:
    """Numbers that are only words."""
    for claim in case.claims:
        for mention in claim.roles.get("quantity", ()):
            quantity = case.resolution.quantity(mention)
            span = case.resolution.mention(mention).span
            if quantity is not None and quantity.vague and claim.polarity == "positive" and claim.act in _ABOUT:
                yield _Gap(
                    what=f"number of {_ABOUT[claim.act]} (“{span.quote}”)", status="explicitly_vague", spans=(span,)
                )


def anonymous(case: Case) -> Iterator[_Gap]:
    """Voices whose names the report keeps to itself."""
    voices = [voice for claim in case.claims for voice in claim.voices[1:] if voice.source is not None]
    own = {voice.holder for voice in voices if voice.source and is_own_text(voice.source.quote)}
    for voice in voices:
        actor = case.actors.get(voice.holder)
        if actor is None or not actor.anonymous or voice.source is None or voice.holder in own:
            continue
        if is_unnamed(case, voice, actor.name):
            yield _Gap(what=who_is(actor.name), status="explicitly_anonymous", spans=(voice.source,))


def unpublished(case: Case) -> Iterator[_Gap]:
    """A report without its date."""
    if not case.resolution.publication.stated:
        yield _Gap(what="publication date", status="not_stated")


def successors(case: Case) -> Iterator[_Gap]:
    """Who holds a place after it was left, where nobody tells."""
    claims = case.claims_by_id
    holders: dict[str, set[str]] = {}
    for row in case.control:
        if row.fluent in ("held", "present"):
            holders.setdefault(row.place, set()).update(row.actors)
    for row in case.control:
        if (row.fluent == "vacated" or row.via == "withdraw") and not holders.get(row.place, set()) - set(row.actors):
            place = case.places[row.place].name if row.place in case.places else row.place
            spans = tuple(span for claim in row.claims for span in claims[claim].spans)
            yield _Gap(what=f"who holds {called(place)} after the withdrawal", status="not_stated", spans=spans)


def of_events(case: Case) -> Iterator[_Gap]:
    """Day, place and agent of what was done by force or changed hands: one row an event, alike ones together."""
    claims = {claim.id: claim for claim in case.claims}
    found: dict[str, tuple[list[str], tuple[Span, ...]]] = {}
    for event in case.events:
        told = [claims[name] for name in event.claims]
        if event.act in VIOLENT or event.act in SEIZING:
            missing, spans = found.setdefault(event.label, ([], ()))
            missing.extend(word for word in _missing(case, event, told) if word not in missing)
            found[event.label] = (missing, (*spans, *told[0].spans))
    for label, (missing, spans) in found.items():
        if missing:
            yield _Gap(what=f"{', '.join(missing)}: {label}", status="not_stated", spans=spans)


def _missing(case: Case, event: Event, told: list[Claim]) -> Iterator[str]:
    if event.time is None:
        yield "day"
    if event.place is None:
        yield "place"
    if event.act in VIOLENT and not any(actors_in(case, claim, "agent") for claim in told):
        yield "agent"


def casualties(case: Case) -> Iterator[_Gap]:
    """How many died: one row for the whole report when violence is told and nobody counts."""
    codeable = [claim for claim in case.claims if claim.codeable and claim.act in VIOLENT]
    counted = any(quantities_of(case, claim) for claim in case.claims if claim.act in ("kill", "wound"))
    if codeable and not counted:
        yield _Gap(what=DEAD, status="not_stated", spans=codeable[0].spans)


def silent_on_casualties(case: Case) -> Iterator[_Gap]:
    """The text says in words that are no claim that it gives no figure."""
    for match in _NO_WORD.finditer(case.report.text):
        yield _Gap(what=DEAD, status="explicitly_absent", spans=(case.report.span(match.start(), match.end()),))


def deciding_facts(case: Case) -> Iterator[_Gap]:
    """Facts on which a codebook's type of event turns and which the report does not tell."""
    claims = {claim.id: claim for claim in case.claims}
    for event in case.events:
        told = [claims[name] for name in event.claims]
        for projection in event.projections:
            for fact in projection.missing:
                first = _decided_by(fact, told)
                if fact.startswith("whether ") and first is not None:
                    yield _Gap(what=fact.removesuffix(" is not stated"), status="not_stated", spans=first.spans)


def _decided_by(fact: str, told: list[Claim]) -> Claim | None:
    """The claim of an event that leaves a fact open: victims are people, and there is no fighting for those who flee."""
    if "victims" in fact:
        return next((claim for claim in told if claim.act in ("kill", "wound")), None)
    return next((claim for claim in told if claim.act in SEIZING and claim.kind != "displacement"), None)


def quoted_labels(case: Case) -> Iterator[_Gap]:
    """Whom an abbreviation inside a quotation means, where the report never says so."""
    for mention in case.resolution.mentions:
        acronym = mention.kind == "label" and mention.span.quote.isupper() and len(mention.span.quote) > 1
        if acronym and case.in_quotes(mention.span):
            yield _Gap(what=f"whom “{mention.span.quote}” means", status="not_stated", spans=(mention.span,))


def besiegers(case: Case) -> Iterator[_Gap]:
    """Who besieges, or took, a place, where no actor is named."""
    claims = {claim.id: claim for claim in case.claims}
    for row in case.control:
        if not row.actors and row.fluent in ("besieged", "held"):
            verb = "besieges" if row.fluent == "besieged" else "holds"
            place = case.places[row.place].name if row.place in case.places else row.place
            yield _Gap(what=f"who {verb} {called(place)}", status="not_stated", spans=claims[row.claims[0]].spans)


def positions(case: Case) -> Iterator[_Gap]:
    """What a party that lost a place says."""
    for row in case.control:
        actor = case.actors.get(row.believer)
        if row.via == "no_statement" and actor is not None and not speaks(case, actor):
            yield _Gap(what=f"position of {actor.name}", status="not_stated")


def _words(claim: Claim) -> str:
    return " ".join(" ".join(span.quote for span in claim.spans).split())[:100]


RULES: tuple[Callable[[Case], Iterable[_Gap]], ...] = (
    withheld,
    silent_on_casualties,
    stated_unknown,
    vague,
    anonymous,
    quoted_labels,
    besiegers,
    successors,
    positions,
    deciding_facts,
    of_events,
    casualties,
    unpublished,
)
