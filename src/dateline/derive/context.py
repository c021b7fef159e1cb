"""What a claim about a place leaves to its context: which place, and what exactly is denied."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from dateline.derive.fights import PARTIES, Sides, apart, between_both, decided, fights_on, fought_by, fought_over
from dateline.derive.holders import in_own_hands
from dateline.derive.objects import takes_what_is_unread, with_listed
from dateline.derive.pointed import (
    COMING,
    PLACE_ROLES,
    in_own_words,
    is_where_others_went,
    of_there,
    reaching,
    taking_it,
)
from dateline.derive.restated import holds_it, owns, restated, without_source
from dateline.derive.taken_up import COMING as COMERS
from dateline.derive.taken_up import MOVING, driven_out, set_out_from, with_same_doer
from dateline.derive.transitions import PRESENCE, is_sighting
from dateline.derive.unclear import asks_who
from dateline.model.locating import COUNTRIES, DIVISIONS
from dateline.model.record import Case, Claim, Mention
from dateline.model.roles import actors_in, lies_in, place_of, places_in, quantities_of
from dateline.model.sides import same_side
from dateline.model.world import ARMED_KINDS

SEIZING = ("capture", "retake", "enter")
CHANGING = ("fall", "change_hands")
SPEAKING_PARTIES = (*ARMED_KINDS, "government")
_NOMINAL = re.compile(
    r"(?:the |its |their |this |that )?(?:re-?)?(?:captur|tak|seiz|conquest|fall|occup|liberat)", re.IGNORECASE
)
_STRONGHOLD = re.compile(r"(?:[\w'’-]+ ){1,5}?(?:stronghold|bastion|foothold|enclave|pocket)s?\b", re.IGNORECASE)
_IS_STRONGHOLD = re.compile(
    r"\b(?:is|was|be|been|became|becomes?|remain(?:s|ed)?) (?:[\w'’-]+ ){1,6}?(?:stronghold|bastion|foothold|enclave)\b",
    re.IGNORECASE,
)
_FOUGHT = re.compile(
    r"\b(?:after|following|under|amid) (?:\w+ ){0,3}?(?:fight|fighting|clashes|battle|fire|combat|shelling)\b",
    re.IGNORECASE,
)
_COMMA = re.compile(r"\s*[,–—-]\s*(?:and |once |long )?")
_AGAINST = re.compile(r"\bagainst\b", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|off) (?:the |its |their )?$", re.IGNORECASE)
"""Before an actor: from whom a place is taken is not who takes it."""
_LOST_TO = re.compile(r"\b(?:from|off|to) (?:the |its |their )?$", re.IGNORECASE)
"""Before an actor: to whom a place is lost is not who loses it."""
_TO = re.compile(r"\s+to (?:the |an? )?")
_FELL_TO = re.compile(r"\b(?:fell|fallen|falling|passed|went|gone)(?: over)? to (?:the |an? )?")
_FIGURE = re.compile(r"\b(?:figure|number|share|proportion|estimate)\b", re.IGNORECASE)
_INTO = ("in", "into", "inside", "at", "to", "from", "of", "off", "through", "towards", "near")
REACH = 3
MEMORY = 8
"""Sentences for which the parties of a fight stay understood."""
HEAD = 20
"""Characters: an article, a count or an adjective may stand before the actor that heads a clause."""


def understood(case: Case) -> Iterator[Claim]:
    """The claims, with denials spelled out and with the place that the talk is of where one is left out.

    "X denied the claim" becomes the denied claim, negated, in X's mouth. "They left at six" is about the place of
    the last change of hands, at most three sentences back; other acts inherit nothing. An empty role is filled from
    the claim's own words where they leave no choice.
    """
    claims: Mapping[str, Claim] = MappingProxyType({claim.id: claim for claim in case.claims})
    order = {sentence.id: sentence.index for sentence in case.parse.sentences}
    sides = Sides(case=case, order=order)
    talk: Claim | None = None
    came: Claim | None = None
    fight: Claim | None = None
    told = (claim for claim in case.claims if not _doubts_a_number(claim, claims))
    for claim in (_in_full(case, claim, claims) for claim in told):
        claim = fought_over(case, decided(case, claim))
        if fights_on(case, claim):
            claim = between_both(case, claim)
        if fights_on(case, claim):
            far = fight is None or apart(order, claim, fight) > MEMORY
            beside = sides.fight_beside(claim) if far and in_own_words(case, claim) else None
            claim = fought_by(claim, beside if far else fight)
        claim = of_there(case, taking_it(case, claim, talk))
        placed = bool(claim.place) or bool(places_in(case, claim, *PLACE_ROLES))
        if not placed and _inherits(claim) and _takes_another(case, claim):
            talk = None
        scene = _reached(case, claim) or talk
        if not placed and scene is not None and _inherits(claim) and apart(order, claim, scene) <= REACH:
            claim = _placed(claim, scene)
            placed = True
        if came is not None and apart(order, claim, came) <= REACH:
            claim = driven_out(case, claim, came)
        if talk is not None and apart(order, claim, talk) <= REACH:
            claim = set_out_from(case, claim, talk)
        if placed and _sets_the_scene(claim):
            talk = claim
        came = claim if claim.act in COMERS and claim.codeable else came
        if claim.act == "clash" and len(actors_in(case, claim, *PARTIES)) > 1:
            fight = claim
        yield claim


def _takes_another(case: Case, claim: Claim) -> bool:
    """Whether the words are of a place other than that of which the talk was, though nobody read it."""
    return takes_what_is_unread(case, claim) or _names_an_unread_place(case, claim)


def _names_an_unread_place(case: Case, claim: Claim) -> bool:
    """Whether the object of the words is a name that nobody read ("captured Velmora"): it is not the place before."""
    first = claim.spans[0]
    mentions = [m.span for m in case.resolution.mentions if m.span.start < first.end and first.start < m.span.end]
    for token in case.parse.tokens_in(first.start, first.end):
        into = token.dep == "pobj" and case.parse.head(token).lower in _INTO
        named = (
            (into or token.dep in ("dobj", "nsubjpass")) and token.pos in ("PROPN", "NOUN") and token.text[:1].isupper()
        )
        opens = token.start == first.start or token.text.isupper()
        if named and not opens and not any(span.start <= token.start < span.end for span in mentions):
            return True
    return False


def _in_full(case: Case, claim: Claim, claims: Mapping[str, Claim]) -> Claim:
    """The claim with what its own words, or the words that it denies, leave no choice about."""
    denied = claims.get(claim.denies or "")
    if denied is not None:
        return _spelled_out(claim, _with_speaker(case, _in_full(case, denied, {})))
    asked = asks_who(case, claim)
    if asked is not claim:
        return asked
    claim = _taken_over(case, with_same_doer(case, restated(case, claim)))
    claim = without_source(case, _completed(case, _apposed(case, _confirmed(case, claim))))
    claim = _without_places_of_others(case, claim)
    claim = reaching(case, claim)
    claim = _narrowed(case, _fallen(case, _with_only_taker(case, _fallen_to(case, claim))))
    return with_listed(case, _same_figure(case, claim))


def _taken_over(case: Case, claim: Claim) -> Claim:
    """As in "the rebels returned and the militia left after a fight": who comes and makes another leave has the place."""
    if claim.act != "withdraw" or not claim.codeable or claim.polarity != "positive":
        return claim
    beside = [c for c in case.claims_by_sentence.get(claim.sentence, ()) if c.codeable and c.believer == claim.believer]
    came = [c for c in beside if c.act in COMING and c.spans[0].start < claim.spans[0].start]
    comers = [actor for c in came[-1:] for actor in actors_in(case, c, "agent") if actor.kind in ARMED_KINDS]
    leavers = actors_in(case, claim, "agent")
    rivals = comers and leavers and not any(same_side(one, other) for one in comers for other in leavers)
    fought = any(c.act == "clash" for c in beside) or any(_FOUGHT.search(span.quote) for span in claim.spans)
    if not rivals or not fought:
        return claim
    roles = {**claim.roles, "agent": came[-1].roles["agent"], "from": claim.roles["agent"]}
    return replace(claim, act="retake" if came[-1].act == "return" else "capture", roles=roles)


def _apposed(case: Case, claim: Claim) -> Claim:
    """As in "Ashford, the last rebel stronghold in the north" or "Ashford is the last …": the place is the one so called."""
    called = _called_stronghold(case, claim) if claim.act == "hold" else None
    return replace(claim, place=called.id, roles={**claim.roles, "place": (called.id,)}) if called else claim


def _called_stronghold(case: Case, claim: Claim) -> Mention | None:
    first = claim.spans[0]
    if _STRONGHOLD.match(first.quote):
        before = case.resolution.within(max(0, first.start - HEAD * 2), first.start, "place")
        beside = before and _COMMA.fullmatch(case.report.text, before[-1].span.end, first.start)
        if beside:
            return before[-1]
    verb = _IS_STRONGHOLD.search(case.report.text, first.start, first.end)
    named = case.resolution.within(first.start, verb.start(), "place") if verb else []
    own = {claim.place, *(name for role in PLACE_ROLES for name in claim.roles.get(role, ()))}
    return named[0] if named and not any(mention.id in own for mention in named) else None


def _fallen(case: Case, claim: Claim) -> Claim:
    """A place that "has fallen" was captured by those whom the report has take or enter it, where they are one party."""
    fell = claim.act == "repel" and claim.predicate == "fall" and claim.polarity == "positive"
    if not fell or not claim.codeable or actors_in(case, claim, *PARTIES):
        return claim
    where = {place.id for place in (*places_in(case, claim, *PLACE_ROLES), place_of(case, claim)) if place is not None}
    told = (
        c for c in case.claims if c.act in SEIZING and c.codeable and c.roles.get("agent") and not _regains(c, claim)
    )
    there = [c for c in told if (place := place_of(case, c)) is not None and place.id in where]
    takers = [actor for c in there for actor in actors_in(case, c, "agent")]
    if not takers or any(not same_side(takers[0], other) for other in takers):
        return claim
    return replace(claim, act="capture", roles={**claim.roles, "agent": there[0].roles["agent"]})


def _regains(later: Claim, fall: Claim) -> bool:
    """Whether who is told to take a place after its fall takes it back: he is not who took it first."""
    return later.act == "retake" and fall.spans[0].start < later.spans[0].start


def _fallen_to(case: Case, claim: Claim) -> Claim:
    """As in "the fall of the town of Ashford to the rebels", "the town passed to the army": who is named behind "to" took it."""
    if claim.act != "capture" or claim.predicate not in CHANGING or actors_in(case, claim, "agent"):
        return claim
    last = claim.spans[-1]
    to = next(
        (m for span in claim.spans if (m := _FELL_TO.search(case.report.text, span.start, span.end + len(" to the ")))),
        None,
    )
    to = to or _TO.match(case.report.text, last.end)
    behind = case.resolution.within(to.end(), to.end() + HEAD * 3, "actor", "label") if to else []
    beside = [mention for mention in behind if mention.span.start == to.end()] if to else []
    return replace(claim, roles={**claim.roles, "agent": (beside[0].id,)}) if beside else claim


def _narrowed(case: Case, claim: Claim) -> Claim:
    """The claim at the town that its words, or the clause beside it, put into the region that was read as its place."""
    whole = place_of(case, claim)
    if whole is None or claim.act not in MOVING or whole.kind not in (*DIVISIONS, *COUNTRIES):
        return claim
    own = [mention for role in PLACE_ROLES for mention in claim.roles.get(role, ())]
    beside = [] if in_own_words(case, claim) else [c.place for c in case.claims if _changes_hands_beside(c, claim)]
    for mention in (*own, *beside):
        place = case.resolution.place(mention)
        if place is not None and place.id != whole.id and lies_in(case, place.id, whole.id):
            return replace(claim, place=mention)
    return claim


def _changes_hands_beside(other: Claim, claim: Claim) -> bool:
    return other.sentence == claim.sentence and other.id != claim.id and other.act in MOVING


def _confirmed(case: Case, claim: Claim) -> Claim:
    """Who confirms or comments on "the withdrawal" speaks of the one that was told before: of its actors and place."""
    if claim.modality != "confirmed" or claim.act not in MOVING:
        return claim
    before = (c for c in case.claims if c.act == claim.act and c.codeable and c.spans[0].start < claim.spans[0].start)
    told = next((c for c in before if c.roles.get("agent") or c.roles.get("patient")), None)
    return claim if told is None else replace(claim, roles=told.roles, place=told.place or claim.place)


def _with_only_taker(case: Case, claim: Claim) -> Claim:
    """As in "the capture of the road": without a captor it is that of the one party whose gains the report tells of."""
    nominal = claim.act in ("capture", "retake") and len(claim.voices) == 1 and _NOMINAL.match(claim.spans[0].quote)
    if not nominal or not claim.codeable or actors_in(case, claim, *PARTIES):
        return claim
    gains = [c for c in case.claims if c.act in ("capture", "retake", "besiege", "advance", "enter") and c.codeable]
    mentions = [m for c in gains for m in c.roles.get("agent", ())]
    takers = {actor.id for m in mentions if (actor := case.resolution.actor(m)) and actor.kind in SPEAKING_PARTIES}
    return replace(claim, roles={**claim.roles, "agent": (mentions[0],)}) if len(takers) == 1 else claim


def _same_figure(case: Case, claim: Claim) -> Claim:
    """As in "in May it put the figure at 80 percent": the share of the place that the same voice told of before."""
    counted = [quantity for quantity in quantities_of(case, claim) if quantity.unit in ("percent", "share")]
    if not counted or claim.place is not None or not any(_FIGURE.search(span.quote) for span in claim.spans):
        return claim
    shares = [c for c in case.claims if c.act == "hold" and c.place and c.believer == claim.believer]
    before = [c for c in shares if c.spans[0].start < claim.spans[0].start and "quantity" in c.roles]
    if not before:
        return claim
    kept = {role: mentions for role, mentions in before[-1].roles.items() if role != "quantity"}
    roles = {**kept, "quantity": claim.roles["quantity"]}
    place, how = before[-1].place, before[-1].extractor
    return replace(claim, act="hold", predicate="hold_share", kind="state", roles=roles, place=place, extractor=how)


def _with_speaker(case: Case, claim: Claim) -> Claim:
    """Who says "we took the town" without naming the captor is the captor, also where another denies it."""
    speaker, mention = case.actors.get(claim.believer), claim.voices[-1].mention
    told_of_others = claim.roles.get("agent") or claim.act not in SEIZING or claim.predicate == "fall"
    if told_of_others or mention is None or speaker is None:
        return claim
    return replace(claim, roles={**claim.roles, "agent": (mention,)}) if speaker.kind in SPEAKING_PARTIES else claim


def _without_places_of_others(case: Case, claim: Claim) -> Claim:
    """A place that belongs to something told inside the claim's words ("before talks in the capital") is not its own."""
    if claim.act not in MOVING or claim.place is None:
        return claim
    if claim.act in COMING and not in_own_words(case, claim) and is_where_others_went(case, claim):
        return replace(claim, place=None)
    told = case.resolution.mention(claim.place).span
    beside = (c for c in case.claims_by_sentence.get(claim.sentence, ()) if c.id != claim.id and _lies_inside(c, claim))
    inside = [c for c in beside if any(span.start <= told.start < span.end for span in c.spans)]
    if any(other.place == claim.place and other.kind == "event" and not other.codeable for other in inside):
        return replace(claim, place=None, roles={r: m for r, m in claim.roles.items() if r != "place"})
    return claim


def _lies_inside(inner: Claim, outer: Claim) -> bool:
    whole = outer.spans[0]
    begins = whole.start + HEAD < inner.spans[0].start
    return begins and all(whole.start <= span.start and span.end <= whole.end for span in inner.spans)


def _doubts_a_number(claim: Claim, claims: Mapping[str, Claim]) -> bool:
    """Who dismisses that 500 soldiers are in a place may mean the number: no state follows."""
    denied = claims.get(claim.denies or "")
    return denied is not None and denied.act == "hold" and "quantity" in denied.roles


def _spelled_out(claim: Claim, denied: Claim) -> Claim:
    """A denial as the negation of what it denies; retractions, and denials of a number or of a denial, stay as they are."""
    if claim.modality != "denied" or "quantity" in denied.roles or denied.polarity == "negative":
        return claim
    return replace(
        denied,
        id=claim.id,
        sentence=claim.sentence,
        spans=claim.spans,
        voices=claim.voices,
        modality="denied",
        polarity="negative",
        codeable=False,
        temporal_status="current",
        interest=claim.interest,
        denies=claim.denies,
    )


def _completed(case: Case, claim: Claim) -> Claim:
    """An actor at the head of the words is the agent, two actors of a fight are its parties, "of" names the holder."""
    if claim.act not in (*MOVING, "hold") or claim.kind == "displacement":
        return claim
    first = claim.spans[0]
    owned = claim.act == "hold" and in_own_hands(claim)
    found = [] if owned else case.resolution.within(first.start, first.end, "actor", "label")
    named = _once_each(case, [*found, *_against(case, claim)])
    roles = dict(claim.roles)
    if claim.act == "clash" and len(actors_in(case, claim, *PARTIES)) < 2 <= len(named):
        roles["agent"] = tuple(mention.id for mention in named[:2])
    elif not any(role in roles for role in ("agent", "patient", "recipient")) and named:
        head = [m for m in named if m.span.start - first.start <= HEAD] if claim.act != "hold" else named
        others = _LOST_TO if claim.act == "withdraw" else _FROM
        head = [m for m in head if others.search(case.report.text, first.start, m.span.start) is None]
        head = [m for m in head if not owns(case, m, head)]
        if len(head) == 1:
            roles["agent"] = (head[0].id,)
    places = case.resolution.within(first.start, first.end, "place")
    place = claim.place
    if place is None and len(places) == 1 and not places_in(case, claim, *PLACE_ROLES):
        place = places[0].id
    return claim if roles == claim.roles and place == claim.place else replace(claim, roles=roles, place=place)


def _against(case: Case, claim: Claim) -> list[Mention]:
    """Who is fought "against" later in the sentence of a fight, however far the words of the place have moved it."""
    sentence = case.parse.sentence_at(claim.spans[0].start)
    if claim.act != "clash" or sentence is None:
        return []
    match = _AGAINST.search(case.report.text, claim.spans[-1].end, sentence.span.end)
    rest = case.resolution.within(match.end(), sentence.span.end, "actor", "label") if match else []
    return rest[:1]


def _once_each(case: Case, mentions: list[Mention]) -> list[Mention]:
    """The first mention of every actor: a name and its acronym in brackets are one."""
    first: dict[str, Mention] = {}
    for mention in mentions:
        actor = case.resolution.actor(mention.id)
        first.setdefault(actor.id if actor else mention.id, mention)
    return list(first.values())


def _inherits(claim: Claim) -> bool:
    unclear = claim.act == "hold" and claim.modality == "unknown"
    return (claim.act in MOVING or is_sighting(claim) or unclear or holds_it(claim)) and claim.kind != "displacement"


def _reached(case: Case, claim: Claim) -> Claim | None:
    """As in "a reporter who reached the town saw no soldiers": a witness tells of the place of which the words have him come."""
    beside = case.claims_by_sentence.get(claim.sentence, ()) if is_sighting(claim) else ()
    came = (c for c in beside if c.act == "enter" or c.predicate == "travel")
    return next((c for c in came if c.place and c.temporal_status == "current"), None)


def _placed(claim: Claim, talk: Claim) -> Claim:
    place = talk.place or next(mention for role in PLACE_ROLES for mention in talk.roles.get(role, ()))
    return replace(claim, place=place)


def _sets_the_scene(claim: Claim) -> bool:
    """Whether the talk turns to this place: news of an attack, a fight or a change of hands there, or that somebody is there."""
    current = claim.temporal_status in ("current", "ongoing") and claim.modality not in ("planned", "hypothetical")
    there = claim.act == "hold" and claim.predicate in PRESENCE and claim.polarity == "positive"
    told = there or claim.act in (*MOVING, "attack", "besiege", "burn", "repel", "advance")
    return current and told and claim.kind != "displacement"
