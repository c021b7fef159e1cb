"""One clause and its chain of voices → one claim."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from dateline.claim.bare_dates import is_older
from dateline.claim.classify import classify
from dateline.claim.clause import Clause
from dateline.claim.codeable import Judged, why_not
from dateline.claim.dated import Dated
from dateline.claim.doers import foes_of
from dateline.claim.doubts import beside_the_point
from dateline.claim.factuality import factuality
from dateline.claim.hedges import hedges_of
from dateline.claim.interest import Stake, interest
from dateline.claim.kinds import kind_of
from dateline.claim.leave import LEAVING
from dateline.claim.material import Material
from dateline.claim.modality import modality
from dateline.claim.polarity import keeps_out, polarity
from dateline.claim.put import Put
from dateline.claim.roles import roles_of
from dateline.claim.senses import Named
from dateline.claim.setting import setting_of
from dateline.claim.spans import spans_of
from dateline.claim.status import status
from dateline.claim.voices.chain import Chain, chains_for
from dateline.claim.voices.lists import keeps_silent
from dateline.claim.wished import wanted_by
from dateline.model.record import Attribution, Claim, Mention, Voice
from dateline.model.text import Token
from dateline.model.time import TimeRange
from dateline.model.vocabulary import Modality, Polarity

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def chains_of(material: Material, clause: Clause) -> tuple[Chain, ...]:
    """Whose word the clause is; one chain for every conjoined source.

    Geography and attributes are the narrator's, whoever speaks around them; "was reported to have …" without a
    reporter is the word of somebody unnamed.
    """
    publisher = material.resolution.publisher
    if clause.form in ("adjective", "geography"):
        return (Chain(voices=(Voice(holder=publisher.id, mode="narrator"),)),)
    head = material.parse.tokens[clause.head]
    said = wanted_by(material, head) or told_to_be(material, head) or head
    span = material.parse.report.span(said.start, said.end)
    found = chains_for(span, material.heard, publisher, material.resolution)
    told = found[0].attribution
    if clause.relation == "relative" and keeps_silent(material.parse, (head,)):
        return (Chain(voices=found[0].voices[:1]),)
    if told is not None and told.stance == "fear" and beside_the_point(material, clause):
        return (Chain(voices=found[0].voices[:1]),)
    if len(found[0].voices) > 1 or not _reported(material, clause):
        return found
    unnamed = Voice(holder="anon:unnamed", mode="anonymous", cue=span)
    return (Chain(voices=(*found[0].voices, unnamed)),)


def told_to_be(material: Material, head: Token) -> Token | None:
    """The word for what is told of which there is said to be some: "there were reports of gunfire"."""
    if not material.parse.kids(head, "expl"):
        return None
    nouns = material.parse.kids(head, "attr", "dobj", "nsubj")
    return next((noun for noun in nouns if noun.index in material.cue_at), None)


def judge(material: Material, clause: Clause, chain: Chain, number: int, *, named: Named | None = None) -> Claim:
    """Everything that is said of a claim; `number` makes its id, `named` is its act where that is given."""
    setting = setting_of(material, clause)
    seen = _seen(material, clause, chain, named or classify(material, clause), setting.time)
    roles = roles_of(material, clause, seen.named)
    why = why_not(material, seen)
    stake = Stake(
        clause=clause,
        named=seen.named,
        voices=chain.voices,
        roles=roles,
        polarity=seen.polarity,
        modality=seen.modality,
        told=chain.attribution,
    )
    place = setting.place.id if setting.place else None
    foes = foes_of(material, clause, seen.named, roles)
    return Claim(
        id=f"c{number}",
        sentence=material.parse.sentences[material.parse.tokens[clause.head].sentence].id,
        spans=spans_of(material, clause.tokens, head=clause.head),
        predicate=seen.named.predicate,
        act=seen.named.act,
        kind=seen.kind,
        voices=chain.voices,
        modality=seen.modality,
        polarity=seen.polarity,
        temporal_status=seen.status,
        factuality=MappingProxyType(factuality(chain.voices, seen.modality, seen.polarity)),
        codeable=why is None,
        why=why,
        interest=interest(material, stake),
        roles=MappingProxyType({**roles, "agent": foes} if foes else roles),
        bases=MappingProxyType({"agent": "clash"} if foes else {}),
        hedges=hedges_of(material, clause),
        time=setting.time.id if setting.time else None,
        place=_left(material, clause, roles, place) if seen.named.act == "displace" else place,
    )


def _seen(material: Material, clause: Clause, chain: Chain, named: Named, time: Mention | None) -> Judged:
    """How the act is put: its modality, its polarity, its place in time, and the kind of claim that follows."""
    sign, told, voiced = polarity(material, clause), _told(chain), len(chain.voices) > 1
    if named.act == "access" and sign == "positive" and keeps_out(material, clause):
        sign = "negative"
    mode = modality(material, Put(clause=clause, trigger=named.trigger, polarity=sign, attribution=told))
    if mode == "asserted" and voiced:
        mode = "attributed"
    if mode == "planned" and named.predicate == "characterise_as":
        named = replace(named, act="intend", predicate="intend", kind="intent")
    sign = _sign(sign, mode)
    if mode == "ordered" and material.parse.tokens[clause.core].lemma in LEAVING:
        named = replace(named, act="order_to_leave", predicate="order_to_leave", kind="statement")
    if named.act == "repel" and named.predicate == "fall" and sign == "positive":
        # A position that did not fall was held; one that fell was taken.
        named = replace(named, act="capture")
    kept_back = mode == "denied" and (told is None or told.stance != "deny")
    if named.kind == "meta" and (kept_back or named.predicate == "comment"):
        mode = "attributed" if voiced else "asserted"
    dated = Dated(
        clause=clause,
        named=named,
        modality=mode,
        when=_range(material, time),
        voiced=voiced,
        older_month=time is not None and is_older(material.resolution, time, material.newest_month),
    )
    return Judged(
        clause=clause,
        named=named,
        kind=kind_of(material, clause, named, mode, sign),
        modality=mode,
        polarity=sign,
        status=status(material, dated),
    )


def _left(material: Material, clause: Clause, roles: Mapping[str, tuple[str, ...]], place: str | None) -> str | None:
    """The place that people flee; where they flee to is none, nor is where they "sought refuge"."""
    refuge = material.parse.tokens[clause.core].lemma in ("seek", "take", "find")
    goals = (*roles.get("destination", ()), *((place,) if refuge else ()))
    if place not in goals:
        return place
    named = {material.mention_at[i].id for i in clause.tokens if i in material.mention_at}
    others = (m for m in material.resolution.mentions if m.id in named and m.kind == "place" and m.id not in goals)
    return next(iter((*roles.get("origin", ()), *(mention.id for mention in others))), None)


def _sign(sign: Polarity, mode: Modality) -> Polarity:
    """What is not known is not negated; what somebody denies is."""
    if mode == "denied":
        return "negative"
    return "positive" if mode == "unknown" else sign


def _told(chain: Chain) -> Attribution | None:
    """The innermost attribution; the narrator's own saying is none."""
    told = chain.attribution
    own = told is not None and told.stance == "say" and len(chain.voices) == 1
    return None if own else told


def _range(material: Material, time: Mention | None) -> TimeRange | None:
    value = material.resolution.time(time.id) if time else None
    return value.range if value is not None and time is not None and not _misdated(time, value.range) else None


def _misdated(time: Mention, when: TimeRange) -> bool:
    """Whether the weekday contradicts the date ("Monday, 7 May" in a year where that is a Tuesday).

    Then the date is a slip and says nothing of how old the claim is.
    """
    if when.precision != "day" or when.earliest is None:
        return False
    words = time.span.quote.lower().replace(",", " ").split()
    return any(word in WEEKDAYS for word in words) and WEEKDAYS[when.earliest.weekday()] not in words


def _reported(material: Material, clause: Clause) -> bool:
    """Whether a passive verb of report stands over the act; "no group has said it did" is none."""
    tokens = (material.parse.tokens[i] for i in clause.links)
    told = (t for t in tokens if t.lemma in ("report", "say", "believe", "allege", "claim") and t.tag == "VBN")
    return any(not material.parse.kids(token, "nsubj") for token in told)
