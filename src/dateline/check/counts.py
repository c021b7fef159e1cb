"""Counts that may be compared: who counts what of whom, where and when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from types import MappingProxyType

from dateline.model.record import Case, Claim
from dateline.model.roles import actors_in, lies_in, time_of
from dateline.model.sides import same_side
from dateline.model.span import Span
from dateline.model.time import TimeRange
from dateline.model.world import Actor, Quantity

MEASURES: Mapping[str, str] = MappingProxyType(
    {
        "killed": "killed", "dead": "killed", "deaths": "killed", "bodies": "killed", "wounded": "wounded",
        "injured": "wounded", "hurt": "wounded", "abducted": "abducted", "kidnapped": "abducted", "arrested": "arrested",
        "detained": "arrested", "captured": "arrested", "displaced": "displaced", "shot_down": "shot down",
        "downed": "shot down",
    }
)  # fmt: skip
ACT_MEASURES: Mapping[str, str] = MappingProxyType(
    {"kill": "killed", "wound": "wounded", "abduct": "abducted", "arrest": "arrested", "displace": "displaced"}
)
GENERIC = frozenset({"dead", "bodies", "body", "deaths", "casualties", "victims", "killed", "losses", "corpses"})
_OF_A_KIND = (
    (
        re.compile(r"\bcivilian (?:dead|deaths|bodies|casualties|victims|losses|toll|fatalities)\b", re.IGNORECASE),
        "civilians",
    ),
    (re.compile(r"\b(?:bod(?:y|ies)|dead|corpses) in (?:\w+ )?uniforms?\b", re.IGNORECASE), "soldiers"),
)
"""Words that tell of whom the dead are, and the noun for these."""
PART_OF = re.compile(
    r"\b(?:including|among (?:them|the dead|those|the casualties)|of (?:which|whom|them|those))\b", re.IGNORECASE
)
"""Behind a number, before those who are some of it."""
NEAR = 3
"""Sentences: how far apart two counts without a common place may stand; "no casualties" counts one event only."""
SIDE_BY_SIDE = 40
"""Code points between two counts that split one number."""
MEANT_BY = (
    (
        ("soldier", "soldiers", "troops", "servicemen", "police", "policemen", "officers"),
        ("state_force", "joint_force", "intl_force"),
    ),
    (
        (
            "fighter",
            "fighters",
            "rebels",
            "militants",
            "insurgents",
            "guerrillas",
            "terrorists",
            "gunmen",
            "infiltrators",
            "attackers",
            "assailants",
            "combatants",
            "jihadists",
            "extremists",
        ),
        ("rebel", "militia", "paramilitary", "coalition"),
    ),
    (("people", "civilians", "residents", "villagers", "women", "children", "persons"), ("civilian",)),
)
NOT_COUNTS = frozenset({"distance", "duration", "age", "share", "share_controlled", "money", "time"})

_WATCHING = ("monitor", "organisation", "intl_org")
_WATCHER = re.compile(
    r"\b(?:monitor\w*|watchdog|observatory|groups?|organi[sz]ations?|activists?|ngo|charity)\b", re.IGNORECASE
)
_SPEAKING = ("person", "official", "anonymous_source", "civilian")
_OFFICER = re.compile(
    r"\b(?:officials?|officers?|commanders?|spokes\w+|governor|mayor|minister|chief)\b", re.IGNORECASE
)
_MIXED_NOUN = re.compile(r"\b[1-9]\S* (?:casualties|losses)\b", re.IGNORECASE)
_TOLL = re.compile(r"\b(?:the|that|this) (?:death )?(?:toll|tally|body count|number of dead)\b", re.IGNORECASE)
_NONE = re.compile(r"\b(?:no|none|nobody|no one|not a single|without)\b", re.IGNORECASE)
_NOT_REPORTED = re.compile(r"\b(?:was|were|been|is|are) (?:\w+ )?reported\b", re.IGNORECASE)
_NO_FIGURE = re.compile(
    r"\b(?:toll|figures?|numbers?|word|details?|information|reports?|immediate(?:ly)?)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """One number of one claim: at least `low`, at most `high` (None: no upper bound).

    `part`: another number of the claim stands beside it ("four policemen and two traders"); `addends` are the numbers
    of which this is the sum.
    """

    claim: Claim
    measure: str
    low: float
    high: float | None
    span: Span
    noun: str | None
    patients: tuple[Actor, ...]
    time: TimeRange | None
    part: bool = False
    addends: tuple[float, ...] = ()

    @property
    def figure(self) -> float:
        """The number as a reader would name it: of "fewer than 20" the highest, else the lowest."""
        return self.high if self.high is not None and self.low == 0 else self.low

    @property
    def bounds(self) -> str:
        """The number with what it bounds: "12", "at least 30", "at most 20", "45 to 55"."""
        if self.addends:
            return f"{' + '.join(f'{number:g}' for number in self.addends)} = {self.low:g}"
        if self.high is None:
            return f"at least {self.low:g}"
        if self.low == self.high:
            return f"{self.low:g}"
        return f"{self.low:g} to {self.high:g}" if self.low else f"at most {self.high:g}"


def counts(case: Case) -> Iterator[Count]:
    """The comparable counts of current claims; "nobody died" counts zero, vague words count nothing.

    Two counts of one measure in one claim split a number ("45 rebels and 43 soldiers"): neither stands for the whole,
    and each only for those whom its own noun names; their sum stands for all, but for parts of a number told before.
    """
    for claim in case.claims:
        if claim.temporal_status in ("current", "ongoing") and claim.modality not in (
            "retracted",
            "planned",
            "possible",
        ):
            every = list(_of(case, claim))
            told = [one for one in every if not _within(case, every, one)]
            for one in every:
                beside = [other for other in told if one in told and _split(one, other)]
                if one in told and not beside:
                    yield _of_people(one, [part for part in every if part not in told])
                elif one.noun not in (None, *GENERIC, *(other.noun for other in beside)):
                    yield replace(one, patients=(), part=True)
            yield from _together(case, told)


def _within(case: Case, told: list[Count], one: Count) -> bool:
    """Whether a number is said to be part of one before it: "nineteen, including four women" are nineteen."""
    before = [other for other in told if other.measure == one.measure and other.span.end <= one.span.start]
    text = case.report.text
    return any(PART_OF.search(text, other.span.end, one.span.start) is not None for other in before)


def _of_people(whole: Count, parts: list[Count]) -> Count:
    """Dead of whom some were children are people; a party's dead they are not."""
    people = any(part.noun in MEANT_BY[-1][0] or part.noun in ("child", "woman", "civilian") for part in parts)
    return replace(whole, noun="people") if people and whole.noun in (None, *GENERIC) else whole


def _together(case: Case, told: list[Count]) -> Iterator[Count]:
    """The sum of exact numbers that stand side by side in a claim."""
    for measure in dict.fromkeys(one.measure for one in told):
        run = sorted((one for one in told if one.measure == measure), key=lambda one: one.span.start)
        joined = all(_split(one, other) and one.noun != other.noun for one, other in pairwise(run))
        if len(run) > 1 and joined and all(one.low == one.high for one in run):
            total = sum(one.low for one in run)
            span = case.report.span(run[0].span.start, run[-1].span.end)
            numbers = tuple(one.low for one in run)
            yield replace(run[0], low=total, high=total, span=span, noun=None, patients=(), addends=numbers)


def _split(one: Count, other: Count) -> bool:
    """Whether two counts of a claim stand side by side, so that neither is the whole."""
    gap = max(one.span.start, other.span.start) - min(one.span.end, other.span.end)
    return one is not other and one.measure == other.measure and gap <= SIDE_BY_SIDE


def _of(case: Case, claim: Claim) -> Iterator[Count]:
    found = False
    for mention in claim.roles.get("quantity", ()):
        quantity = case.resolution.quantity(mention)
        measure = _measure(claim, quantity) if quantity else None
        if measure == "killed" and _MIXED_NOUN.search(case.resolution.mention(mention).span.quote):
            measure = "casualties"
        if quantity is None or measure is None or claim.act not in (*ACT_MEASURES, "losses", "air_strike"):
            continue
        found = True
        bounds = _bounds(quantity)
        if bounds is not None and (claim.polarity == "positive" or (bounds[0] == 0 and not _unreported(claim))):
            yield _count(
                case,
                claim,
                measure,
                span=case.resolution.mention(mention).span,
                bounds=bounds,
                noun=quantity.noun,
            )
    denied = claim.kind == "casualty" and claim.polarity == "negative" and _says_none(claim) and not _unreported(claim)
    if denied and not found and claim.act in ACT_MEASURES:
        yield _count(case, claim, ACT_MEASURES[claim.act], span=claim.spans[0], bounds=(0.0, 0.0), noun=None)


def _says_none(claim: Claim) -> bool:
    """Nobody died: that is zero. No immediate toll: that is no count."""
    words = " ".join(span.quote for span in claim.spans)
    return _NONE.search(words) is not None and _NO_FIGURE.search(words) is None


def _unreported(claim: Claim) -> bool:
    """As in "no casualties were reported": nobody has said so yet, which is no count of none."""
    return any(_NOT_REPORTED.search(span.quote) for span in claim.spans)


def _measure(claim: Claim, quantity: Quantity) -> str | None:
    """What is counted: the quantity's own measure where it names one, else the act of the claim."""
    named = MEASURES.get(quantity.measure)
    if named is not None or quantity.measure in NOT_COUNTS:
        return named
    if quantity.unit not in ("people", "") and quantity.measure not in ("people", ""):
        return None
    return ACT_MEASURES.get(claim.act)


def _bounds(quantity: Quantity) -> tuple[float, float | None] | None:
    """The range of a quantity; round or approximate numbers keep a tenth of play on both sides."""
    if quantity.vague:
        return None
    low = quantity.exact if quantity.low is None else quantity.low
    high = quantity.exact if quantity.high is None else quantity.high
    if low is None:
        return (0.0, high) if high is not None else None
    if quantity.approximate and quantity.exact is not None:
        return quantity.exact * 0.9, quantity.exact * 1.1
    return low, high


def _count(
    case: Case, claim: Claim, measure: str, *, span: Span, bounds: tuple[float, float | None], noun: str | None
) -> Count:
    named = _noun(claim, noun)
    patients = actors_in(case, claim, "patient", "target")
    unknown = any(_is_only(actor, named) for actor in patients)
    return Count(
        claim=claim,
        measure=measure,
        low=bounds[0],
        high=bounds[1],
        span=span,
        noun=named,
        patients=() if unknown else tuple(patients),
        time=time_of(case, claim),
    )


def _noun(claim: Claim, noun: str | None) -> str | None:
    """The noun that is counted; "civilian dead" are civilians, and "bodies in uniform" soldiers."""
    named = noun.lower() if noun else None
    if named not in (None, *GENERIC):
        return named
    words = " ".join(span.quote for span in claim.spans)
    return next((kind for pattern, kind in _OF_A_KIND if pattern.search(words)), named)


def _is_only(actor: Actor, noun: str | None) -> bool:
    """Whether an actor is no more than the noun that is counted ("one soldier"): he may be of any army."""
    return actor.provisional and noun is not None and _stem(actor.name.lower()) == _stem(noun)


def _stem(noun: str) -> str:
    return noun.removesuffix("s")


def disjoint(one: Count, other: Count) -> bool:
    """Whether no number satisfies both."""
    return (one.high is not None and one.high < other.low) or (other.high is not None and other.high < one.low)


def comparable(case: Case, one: Count, other: Count) -> bool:
    """Whether both count the same: measure, those counted, place and time; what is not told may agree."""
    return (
        one.measure == other.measure
        and not (_apart(one, other) or _apart(other, one))
        and (one.measure != "casualties" or bool(one.patients and other.patients))
        and _same_counted(one, other)
        and _same_place(case, one, other)
        and _same_days(one.time, other.time)
    )


def _apart(one: Count, other: Count) -> bool:
    """Whether a part meets a count of all, or a sum of all meets a count of some: "two traders" and "six bodies"."""
    every = not other.patients and other.noun in (None, *GENERIC, "people", "person")
    return (one.part and every) or (bool(one.addends) and not every)


def _same_days(one: TimeRange | None, other: TimeRange | None) -> bool:
    """Days that may be the same; a count for one day is no rival of one for two days or a week."""
    if one is None or other is None:
        return True
    if not one.overlaps(other):
        return False
    lengths = [r.latest - r.earliest for r in (one, other) if r.earliest is not None and r.latest is not None]
    return len(lengths) < 2 or abs(lengths[0] - lengths[1]).days < 1


def _may_be_of(one: Count, other: Count) -> bool:
    """Whether a count's noun can mean those whom the other count names ("soldiers" of an army, "bodies" of anybody)."""
    if one.patients or one.noun in (None, *GENERIC):
        return True
    kinds = next((kinds for nouns, kinds in MEANT_BY if {one.noun, f"{one.noun}s"} & set(nouns)), ())
    return any(actor.kind in kinds for actor in other.patients)


def may_be_one_voice(case: Case, one: str, other: str) -> bool:
    """Whether two voices may be the same: "a monitoring group" in the headline and the group that is named below it."""
    actors = [case.actors.get(name) for name in (one, other)]
    first, second = actors
    if first is None or second is None or same_side(first, second) or _named_alike(first, second):
        return True
    if first.side and second.side:
        return False  # an officer is no rebel, though both are somebody's men
    unnamed = [actor for actor in (first, second) if actor.anonymous or actor.provisional]
    groups = [actor for actor in (first, second) if actor.kind in _WATCHING or _WATCHER.search(actor.name)]
    people = [actor for actor in (first, second) if actor.kind in ("person", "official") or _OFFICER.search(actor.name)]
    return bool(unnamed) and (len(groups) == 2 or len(people) == 2)


def _named_alike(one: Actor, other: Actor) -> bool:
    """Whether one name is the surname of the other: "Omar al-Sayed" and "Sayed"."""
    first, second = (set(re.split(r"[\s-]+", actor.name.casefold())) for actor in (one, other))
    people = all(actor.kind in _SPEAKING and actor.name[:1].isupper() for actor in (one, other))
    return people and (first <= second or second <= first)


def teller(case: Case, count: Count) -> str:
    """The name of the voice that gives a count."""
    known = case.actors.get(count.claim.believer)
    return known.name if known else count.claim.believer


def _same_counted(one: Count, other: Count) -> bool:
    """Shared patients, or none named on one side and nouns that may mean the same: "bodies" may be soldiers'."""
    if one.patients and other.patients:
        return any(same_side(a, b) for a in one.patients for b in other.patients)
    if (one.patients or other.patients) and not (_may_be_of(one, other) and _may_be_of(other, one)):
        return False
    nouns = {noun for noun in (one.noun, other.noun) if noun is not None}
    fighters = {_stem(noun) for noun in MEANT_BY[1][0]}
    stems = {_stem(noun) for noun in nouns}
    return len(stems) < 2 or stems <= fighters or bool(nouns & GENERIC)


def takes_up(count: Count) -> bool:
    """Whether a voice gives "the toll" of what was told before: its place is that of the other count."""
    return any(_TOLL.search(span.quote) for span in count.claim.spans)


def _same_place(case: Case, one: Count, other: Count) -> bool:
    """One place, or sentences close by that name no two places: lists of incidents are no rival accounts."""
    if (takes_up(one) or takes_up(other)) and _beside(case, one, other):
        return True
    first, second = case.resolution.place(one.claim.place), case.resolution.place(other.claim.place)
    if first is not None and second is not None and first.kind != "country":
        if lies_in(case, first.id, second.id) or lies_in(case, second.id, first.id):
            return True
        if first.lat is not None and second.lat is not None:
            return False
    sentences = [case.parse.sentence_at(count.span.start) for count in (one, other)]
    reach = 1 if 0 in (one.high, other.high) else NEAR
    if sentences[0] is None or sentences[1] is None or abs(sentences[0].index - sentences[1].index) > reach:
        return False
    named = [_towns(case, sentence.index) for sentence in sentences if sentence is not None]
    return not (named[0] and named[1] and named[0].isdisjoint(named[1]))


def _beside(case: Case, one: Count, other: Count) -> bool:
    """Whether no more than a few sentences lie between two counts."""
    found = [sentence.index for count in (one, other) if (sentence := case.parse.sentence_at(count.span.start))]
    return len(found) == 2 and abs(found[0] - found[1]) <= NEAR


def _towns(case: Case, sentence: int) -> set[str]:
    """The places below a country that a sentence names."""
    mentions = (m for m in case.resolution.mentions if m.kind == "place" and m.sentence == sentence)
    places = (case.resolution.place(mention.id) for mention in mentions)
    return {place.id for place in places if place is not None and place.kind != "country"}
