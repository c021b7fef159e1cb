"""Whether a claim should become an event, and if not, why not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dateline.claim.clause import Clause
from dateline.claim.footing import without_footing
from dateline.claim.guards import guard
from dateline.claim.material import Material
from dateline.claim.senses import Named
from dateline.claim.tallies import tallied
from dateline.claim.words import words
from dateline.model.text import Token
from dateline.model.vocabulary import NEVER_CODEABLE, ClaimKind, Modality, Polarity, TemporalStatus

CONFLICT_ACTS = words(
    "attack clash air_strike shelling ambush repel advance begin_offensive enter capture retake withdraw transfer besiege"
    " break_siege deploy kill wound losses abduct release loot burn displace return agree protest arrest surrender"
    " "
)
KINDS = ("event", "casualty", "displacement")
NEVER_EVENTS = words(
    "casualties neutralise report_losses report_wounded inflict_losses arrest discover conduct_operation prepare"
    " mobilise support displaced_stock possess convoy stipulate take_part interrogate comply"
)
"""Predicates without a countable act: no separable deaths, law enforcement, finds, campaigns."""
HONOURING = words("honour honor mourn remember salute commemorate tribute condolence homage respect prayer pray thank")
BARGAINING = words(
    "negotiate discuss seek mediate negotiation talk talks bid proposal push effort mediation call demand"
)
"""Words for how an agreement is sought, which may never come."""
KEEPING = words("observe respect honour honor hold last endure keep")
"""What is told of an agreement that was made before."""
NOT_NOW = ("background", "historical", "future", "generic")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What is known of a claim before it is decided whether it is an event."""

    clause: Clause
    named: Named
    kind: ClaimKind
    modality: Modality
    polarity: Polarity
    status: TemporalStatus


def why_not(material: Material, judged: Judged) -> str | None:
    """The first reason against an event; None when the claim is codeable."""
    for reason in REASONS:
        found = reason(material, judged)
        if found is not None:
            return found
    return None


def not_an_act(material: Material, judged: Judged) -> str | None:
    """States, speech, relations, geography."""
    if judged.kind not in KINDS:
        asked = judged.modality == "called_for" and judged.named.act in CONFLICT_ACTS
        return judged.modality if asked else f"{judged.kind}, not an event"
    return None if judged.named.act in CONFLICT_ACTS else "not an act of conflict"


def negated(material: Material, judged: Judged) -> str | None:
    """Said not to have happened."""
    return "negated" if judged.polarity == "negative" else None


def not_happened(material: Material, judged: Judged) -> str | None:
    """Planned, possible, denied …: not said to have happened."""
    return judged.modality if judged.modality in (*NEVER_CODEABLE, "denied") else None


def not_now(material: Material, judged: Judged) -> str | None:
    """Outside the time that the news tells about."""
    return judged.status if judged.status in NOT_NOW else None


def no_count(material: Material, judged: Judged) -> str | None:
    """No countable act."""
    row = judged.clause.form == "nominal" and tallied(material, material.parse.tokens[judged.clause.head])
    return "no separable act" if row or judged.named.predicate in NEVER_EVENTS else None


def presupposed(material: Material, judged: Judged) -> str | None:
    """Whoever honours "the soldiers who fell" takes their deaths as known, as does who "counted the bodies".

    Only a number would make it a report.
    """
    head = material.parse.tokens[judged.clause.head]
    if judged.kind == "casualty" and head.lemma in ("count", "find", "discover") and not judged.clause.passive:
        bodies = material.token(judged.clause.object)
        known = material.parse.kids(bodies, "det") if bodies is not None else []
        if any(kid.lower in ("the", "these", "those") for kid in known) and bodies is not None:
            return None if material.parse.kids(bodies, "nummod", "prep") else "presupposed, no number"
    if judged.kind != "casualty" or head.dep != "relcl":
        return None
    dead = material.parse.head(head)
    over = tuple(material.parse.ancestors(dead))
    objects = (kid for token in over for kid in material.parse.kids(token, "dobj"))
    honoured = any(token.lemma in HONOURING for token in (*over, *objects))
    counted = any(kid.dep == "nummod" for kid in material.parse.kids(dead))
    return "presupposed, no number" if honoured and not counted else None


def a_frame(material: Material, judged: Judged) -> str | None:
    """A campaign as a whole, a series as a whole, something that simply goes on."""
    head = material.parse.tokens[judged.clause.head]
    core = material.parse.tokens[judged.clause.core]
    if judged.clause.form == "nominal" and judged.status == "ongoing":
        return "campaign named as a frame"
    if judged.clause.relation == "topic":
        return "named for what another noun tells of it"
    if _sums_up(material, judged, core) or _heads_a_list(material, judged):
        return "sum of several acts"
    goes_on = head.lemma in ("continue", "keep") and head.tag in ("VBP", "VBZ")
    return "goes on, no particular act" if goes_on and head.index != core.index else None


def _sums_up(material: Material, judged: Judged, core: Token) -> bool:
    """Whether a noun tells several acts as one: "a wave of raids", "weeks of protests"."""
    if judged.clause.form != "nominal":
        return False
    first = material.parse.tokens[judged.clause.first]
    lasting = first.index < core.left and core.tag == "NNS" and core.dep == "pobj"
    return lasting or core.lemma in ("series", "wave", "spate", "string")


def _heads_a_list(material: Material, judged: Judged) -> bool:
    """A title like "Attacks on farms in the north" sums up what the text tells one by one."""
    core = material.parse.tokens[judged.clause.core]
    if judged.clause.form != "nominal" or core.dep != "ROOT" or core.tag not in ("NNS", "NNPS"):
        return False
    sentence = material.parse.sentences[core.sentence]
    counted = any(kid.dep == "nummod" or kid.lemma == "report" for kid in material.parse.kids(core))
    return sentence.index == 0 and not sentence.span.quote.rstrip().endswith(".") and not counted


def sought(material: Material, judged: Judged) -> str | None:
    """A truce about which people talk is none yet: "negotiating a truce", "a deal is discussed for a ceasefire"."""
    head = material.parse.tokens[judged.clause.head]
    if judged.named.act != "agree":
        return None
    core, named = material.parse.tokens[judged.clause.core], material.parse.tokens[judged.named.trigger]
    verb = core if judged.clause.form == "verb" else material.parse.head(head)
    if verb.lemma in KEEPING and named.pos == "NOUN" and named.dep in ("nsubj", "nsubjpass"):
        return "kept, not made"
    if judged.clause.form != "nominal":
        return None
    over = (token for token in material.parse.ancestors(head) if token.sentence == head.sentence)
    return "talked of, not agreed" if any(token.lemma in BARGAINING for token in over) else None


def spoken_of(material: Material, judged: Judged) -> str | None:
    """Whoever declares a war or announces a death does no deed; a truce is made by words."""
    head = material.parse.tokens[judged.clause.head]
    told = material.cue_at.get(head.index)
    in_words = told is not None and told.stance in ("say", "show") and not judged.clause.passive
    named = material.parse.tokens[judged.named.trigger]
    object_ = judged.clause.form == "verb" and named.pos in ("NOUN", "PROPN") and named.index > head.index
    return "spoken of, not done" if in_words and object_ and judged.named.act != "agree" else None


def guarded(material: Material, judged: Judged) -> str | None:
    """Disease, accident, sport, metaphor …"""
    return guard(material, judged.clause, judged.named)


def footing(material: Material, judged: Judged) -> str | None:
    """In the midst of words that speak of no conflict."""
    return without_footing(material, judged.clause, judged.named)


Reason = Callable[[Material, Judged], str | None]
REASONS: tuple[Reason, ...] = (
    not_an_act,
    negated,
    not_happened,
    not_now,
    no_count,
    presupposed,
    a_frame,
    sought,
    spoken_of,
    guarded,
    footing,
)
