"""Checks of the conflict family: two voices, one thing, two accounts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from dateline.model.derived import ControlState, Finding
from dateline.model.exclusion import Clash, clash_of, is_live
from dateline.model.record import Case, Claim
from dateline.model.roles import chain_of, lies_in, time_of
from dateline.model.sides import same_side
from dateline.model.span import Span
from dateline.reference import Reference

_STRONG = re.compile(r"\b(?:intense|heavy|fierce|violent|major|large-scale|high-intensity|full-scale)\b", re.IGNORECASE)
_WEAK = re.compile(r"\b(?:low-intensity|sporadic|minor|light|isolated|limited|small-scale)\b", re.IGNORECASE)
_FIGHTING = re.compile(r"\b(?:fight|clash|skirmish|battle|combat|shelling|bombardment|exchange)", re.IGNORECASE)
_NO_FIGURE = re.compile(
    r"\bwithout (?:any |a )?(?:word|mention|figure|detail)s? (?:on|of|about) (?:the |any )?(?:casualties|dead|losses|victims)\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:its|their|his|her|our) own\b|\b(?:it|they|he|she|we) (?:had |have |has )?(?:suffered|lost|taken)\b",
    re.IGNORECASE,
)
"""Words on the losses of whoever speaks: what he inflicted on others is no answer to them."""
_OF_VICTIMS = re.compile(r"\bof the (?:victims|dead|wounded|injured|killed)\b", re.IGNORECASE)
"""Words that tell more of those who were counted elsewhere."""
_BESIDE = re.compile(r"\b(?:in addition to|besides|along with|as well as|apart from|aside from)\b", re.IGNORECASE)
_VIOLENT = ("clash", "repel", "ambush", "attack", "advance", "shelling", "air_strike", "begin_offensive")


def control_conflict(case: Case, reference: Reference) -> Iterator[Finding]:
    """Two voices have one place at one time in states that exclude each other.

    Example: the ministry says its troops captured the village; the general staff denies it. Error where both
    speak of the same place, warning where one speaks of the whole and the other of a part. Silent about what
    one state says of the past and another of the present, about successive transitions, and about presence
    (entering is not control).
    """
    errors: dict[str, list[Clash]] = {}
    warnings: dict[str, list[Clash]] = {}
    for one, other in _near_pairs(case):
        clash = clash_of(case, one, other)
        if clash is not None:
            (warnings if clash.part else errors).setdefault(clash.place, []).append(clash)
    for place, clashes in errors.items():
        yield _conflict(case, place, clashes)
    for place, clashes in warnings.items():
        if not any(lies_in(case, place, wider) or lies_in(case, wider, place) for wider in errors):
            yield _conflict(case, place, clashes)


def _near_pairs(case: Case) -> Iterator[tuple[ControlState, ControlState]]:
    """The live rows of which one is about the place of the other or a part of it, in the order of the rows."""
    live = [row for row in case.control if is_live(case, row)]
    at: dict[str, list[int]] = {}
    for number, row in enumerate(live):
        at.setdefault(row.place, []).append(number)
    pairs = {
        (min(number, other), max(number, other))
        for number, row in enumerate(live)
        for place in chain_of(case, row.place)
        for other in at.get(place, ())
        if other != number
    }
    yield from ((live[one], live[other]) for one, other in sorted(pairs))


def _conflict(case: Case, place: str, clashes: list[Clash]) -> Finding:
    rows = list(dict.fromkeys(row for clash in clashes for row in (clash.one, clash.other)))
    claims = _claims_of(case, rows)
    part = clashes[0].part
    sides = "; ".join(_accounts(case, rows))
    computation: dict[str, object] = {"check": "control_conflict", "place": place}
    if part is not None:
        computation = {"check": "part_whole", "whole": place, "part": part}
    return Finding(
        id="",
        code="C101",
        type="control_conflict",
        severity="error" if part is None else "warning",
        spans=_spans(claims),
        claims=tuple(claim.id for claim in claims),
        explanation=f"The voices differ on {_place_name(case, place)}: {sides}.",
        computation=computation,
    )


def _accounts(case: Case, rows: Iterable[ControlState]) -> Iterator[str]:
    """What each voice says, voices that say the same together: "according to residents and a monitor, held (…)"."""
    said: dict[str, list[str]] = {}
    for row in rows:
        said.setdefault(_name(case, row.believer), []).append(_state(case, row))
    voices: dict[str, list[str]] = {}
    for name, states in said.items():
        voices.setdefault(" and ".join(dict.fromkeys(states)), []).append(name)
    yield from (f"according to {' and '.join(names)}, {states}" for states, names in voices.items())


def same_side_contradiction(case: Case, reference: Reference) -> Iterator[Finding]:
    """Two voices of one side exclude each other's account of a place.

    Example: a coalition calls a withdrawal a gesture while its member's spokesman denies having left. Knows
    sides only as far as the register or the report tells.
    """
    found: dict[tuple[str, ...], Clash] = {}
    for one, other in _near_pairs(case):
        believers = [case.actors.get(row.believer) for row in (one, other)]
        if None in believers or one.believer == other.believer:
            continue
        first, second = (believer for believer in believers if believer is not None)
        clash = clash_of(case, one, other) if same_side(first, second) else None
        if clash is not None and clash.part is None:
            found.setdefault(tuple(sorted((one.believer, other.believer))), clash)
    for clash in found.values():
        claims = _claims_of(case, [clash.one, clash.other])
        names = " and ".join(_name(case, row.believer) for row in (clash.one, clash.other))
        yield Finding(
            id="",
            code="C102",
            type="same_side_contradiction",
            severity="warning",
            spans=_spans(claims),
            claims=tuple(claim.id for claim in claims),
            explanation=f"{names} are one side, yet their accounts exclude each other.",
        )


def gradual_transfer(case: Case, reference: Reference) -> Iterator[Finding]:
    """A place changes hands on one day while its former holder has been leaving since an earlier one.

    Example: "handed over on Monday", "had been leaving since Thursday". An interval, not a conflict: the
    finding keeps readers from taking one of the dates for an error.
    """
    takings = [row for row in case.control if row.fluent == "held" and row.via in ("transfer", "capture", "retake")]
    leavings = [row for row in case.control if row.fluent == "vacated"]
    for taking in takings:
        for leaving in leavings:
            if taking.place == leaving.place and _starts_before(leaving, taking) and _drawn_out(case, leaving):
                yield _gradual(case, taking, leaving)


def _starts_before(one: ControlState, other: ControlState) -> bool:
    begin, end = (row.valid.earliest if row.valid else None for row in (one, other))
    return begin is not None and end is not None and begin < end


def _drawn_out(case: Case, row: ControlState) -> bool:
    times = [case.resolution.time(claim.time) for claim in _claims_of(case, [row])]
    return any(time is not None and (time.bound == "since" or time.range.precision == "interval") for time in times)


def _gradual(case: Case, taking: ControlState, leaving: ControlState) -> Finding:
    claims = _claims_of(case, [taking, leaving])
    times = [case.resolution.mention(claim.time).span for claim in claims if claim.time]
    return Finding(
        id="",
        code="C103",
        type="gradual_transfer",
        severity="info",
        spans=tuple(sorted(times, key=lambda span: span.start)) or _spans(claims),
        claims=tuple(claim.id for claim in claims),
        explanation="The hand-over is told for one day, the leaving since an earlier one: an interval, no conflict.",
    )


def partial_hold(case: Case, reference: Reference) -> Iterator[Finding]:
    """Who denies the loss of a place claims only a part of it.

    Example: the capture of a village is denied with the words that its outskirts are still held. To claim a part
    implies that the rest is lost or contested; the finding draws no conclusion beyond that.
    """
    denied = [row for row in case.control if row.fluent == "not_held" and row.modality == "denied"]
    for row in case.control:
        whole = next((d for d in denied if d.believer == row.believer and d.place != row.place), None)
        if whole is None or row.fluent != "held" or not lies_in(case, row.place, whole.place):
            continue
        claims = _claims_of(case, [row])
        yield Finding(
            id="",
            code="C104",
            type="partial_hold",
            severity="info",
            spans=_place_words(case, claims) or _spans(claims),
            claims=tuple(claim.id for claim in claims),
            explanation=f"Only a part of {_place_name(case, whole.place)} is said to be held still.",
        )


def stale_assessment(case: Case, reference: Reference) -> Iterator[Finding]:
    """A third party's assessment of a place is older than the newest claim about it.

    Example: a map project marked a village contested on Tuesday, its capture was announced on Wednesday.
    """
    for row in case.control:
        if row.fluent != "contested" or row.via != "state":
            continue
        claims = [claim for claim in _claims_of(case, [row]) if claim.act == "contest" and claim.time]
        newer = [other for other in case.control if other.believer != row.believer and other.place == row.place]
        for claim in claims:
            if any(_newer(case, claim, other) for other in newer):
                yield Finding(
                    id="",
                    code="C105",
                    type="stale_assessment",
                    severity="info",
                    spans=(case.resolution.mention(claim.time or "").span,),
                    claims=(claim.id,),
                    explanation="The assessment predates the newest claim about the place.",
                )


def _newer(case: Case, claim: Claim, row: ControlState) -> bool:
    assessed = time_of(case, claim)
    for other in _claims_of(case, [row]):
        told = time_of(case, other)
        if assessed and told and assessed.latest and told.earliest and assessed.latest <= told.earliest:
            return True
    return False


def ambiguous_scope(case: Case, reference: Reference) -> Iterator[Finding]:
    """A sentence puts a place beside others that are not held, and leaves open whether it is one of them.

    Example: "Besides the town, many villages are still beyond the army's control", where the army says it holds
    the town. Needs a connective at the head of the sentence, a place after it, and a claim that the place is held.
    """
    held = {row.place: row for row in case.control if row.fluent in ("held", "present") and row.via != "state"}
    for row in (row for row in case.control if row.fluent == "not_held"):
        for claim in _claims_of(case, [row]):
            lead = _lead(case, claim)
            beside = case.resolution.within(lead.start, lead.end, "place") if lead else []
            named = [case.resolution.place(mention.id) for mention in beside]
            clash = next((place.id for place in named if place and place.id in held and place.id != row.place), None)
            if lead and clash:
                yield _scope(case, claim, lead, held[clash])


def _lead(case: Case, claim: Claim) -> Span | None:
    """The words from the head of the claim's sentence to the claim, when a connective opens them."""
    sentence = case.parse.sentence_at(claim.spans[0].start)
    if sentence is None or sentence.span.start >= claim.spans[0].start:
        return None
    words = case.report.text[sentence.span.start : claim.spans[0].start]
    if not _BESIDE.match(words):
        return None
    return case.report.span(sentence.span.start, sentence.span.start + len(words.rstrip(" ,;")))


def _scope(case: Case, claim: Claim, lead: Span, held: ControlState) -> Finding:
    place = _place_name(case, held.place)
    return Finding(
        id="",
        code="C106",
        type="ambiguous_scope",
        severity="warning",
        spans=(lead, *claim.spans),
        claims=(claim.id, *held.claims),
        explanation=f"Read literally {place} too is not held, against {_name(case, held.believer)}.",
        computation={
            "check": "control_conflict",
            "place": held.place,
            "readings": [f"apart from {place} ({place} held)", f"{place} and others not held"],
        },
    )


def casualty_tension(case: Case, reference: Reference) -> Iterator[Finding]:
    """The report says that no figure was given, while other words of it imply casualties.

    Example: "without a word on casualties" beside "heavy losses". Deaths are then more than none and unknown:
    never zero. Claims with a number are no tension, nor are losses inflicted on others where somebody keeps quiet about
    his own.
    """
    withheld = (c for c in case.claims if c.kind == "meta" and c.polarity == "negative" and c.act in ("kill", "losses"))
    silent = [claim for claim in withheld if not any(_OWN.search(span.quote) for span in claim.spans)]
    words = [case.report.span(m.start(), m.end()) for m in _NO_FIGURE.finditer(case.report.text)]
    vague = [claim for claim in case.claims if _unnumbered(case, claim)]
    if (silent or words) and vague:
        claims = [*silent, *vague]
        yield Finding(
            id="",
            code="C107",
            type="casualty_tension",
            severity="warning",
            spans=tuple(sorted({*words, *_spans(claims)})),
            claims=tuple(claim.id for claim in claims),
            explanation=f"No figure is given, yet other words ({len(vague)}) imply casualties: more than none, unknown.",
        )


def _unnumbered(case: Case, claim: Claim) -> bool:
    if claim.kind != "casualty" or claim.polarity != "positive" or claim.act not in ("kill", "losses", "wound"):
        return False
    if any(_OF_VICTIMS.search(span.quote) for span in claim.spans):
        return False
    counted = (case.resolution.quantity(mention) for mention in claim.roles.get("quantity", ()))
    return all(quantity is None or (quantity.exact is None and quantity.low is None) for quantity in counted)


def intensity_tension(case: Case, reference: Reference) -> Iterator[Finding]:
    """Fighting of the same days is called both intense and slight.

    Example: "fierce fighting" and "sporadic skirmishes" of one offensive. Only words that qualify fighting in
    claims whose times overlap; different places are not told apart.
    """
    strong = [hit for claim in case.claims if claim.act in _VIOLENT for hit in _qualified(case, claim, _STRONG)]
    weak = [hit for claim in case.claims if claim.act in _VIOLENT for hit in _qualified(case, claim, _WEAK)]
    for one, high in strong:
        for other, low in weak:
            if one.id != other.id and _may_coincide(case, one, other):
                first, second = sorted((high, low), key=lambda span: span.start)
                yield Finding(
                    id="",
                    code="C108",
                    type="intensity_tension",
                    severity="warning",
                    spans=(first, second),
                    claims=(one.id, other.id),
                    explanation=f"The same days are told with “{first.quote}” and “{second.quote}”.",
                    computation={"check": "antonym_modifiers", "a": high.quote.split()[0], "b": low.quote.split()[0]},
                )
                return


def _qualified(case: Case, claim: Claim, pattern: re.Pattern[str]) -> Iterator[tuple[Claim, Span]]:
    """The qualifying word with the noun of fighting that follows it."""
    for span in claim.spans:
        for match in pattern.finditer(span.quote):
            noun = _FIGHTING.match(span.quote, match.end() + 1)
            if noun is not None:
                end = next((m.start() for m in re.finditer(r"\W|$", span.quote) if m.start() >= noun.end()), noun.end())
                yield claim, case.report.span(span.start + match.start(), span.start + end)


def _may_coincide(case: Case, one: Claim, other: Claim) -> bool:
    first, second = time_of(case, one), time_of(case, other)
    return first is None or second is None or first.overlaps(second)


def _claims_of(case: Case, rows: Iterable[ControlState]) -> list[Claim]:
    wanted = {claim for row in rows for claim in row.claims}
    return [claim for claim in case.claims if claim.id in wanted]


def _spans(claims: Iterable[Claim]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(span for claim in claims for span in claim.spans))


def _place_words(case: Case, claims: Iterable[Claim]) -> tuple[Span, ...]:
    named = [mention for claim in claims for mention in (claim.place, *claim.roles.get("place", ())) if mention]
    return tuple(dict.fromkeys(case.resolution.mention(mention).span for mention in named))


def _name(case: Case, actor: str) -> str:
    known = case.actors.get(actor)
    return known.name if known else actor


def _place_name(case: Case, place: str) -> str:
    known = case.places.get(place)
    return known.name if known else place


def _state(case: Case, row: ControlState) -> str:
    actors = ", ".join(_name(case, actor) for actor in row.actors)
    return f"{row.fluent.replace('_', ' ')} ({actors})" if actors else row.fluent.replace("_", " ")


CONFLICT_CHECKS: tuple[Callable[[Case, Reference], Iterable[Finding]], ...] = (
    control_conflict,
    same_side_contradiction,
    gradual_transfer,
    partial_hold,
    stale_assessment,
    ambiguous_scope,
    casualty_tension,
    intensity_tension,
)
