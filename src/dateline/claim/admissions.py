"""Who owns up to a violent deed: "claimed the attack", "took credit for the raid", "the ambush was claimed by …"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from dateline.claim.arguments import prepositions
from dateline.claim.clause import Clause
from dateline.claim.material import Material
from dateline.claim.senses import Named, noun_sense
from dateline.claim.voices.tolls import LOST
from dateline.claim.words import words
from dateline.model.record import Claim
from dateline.model.text import Token

OWNING = words("claim own admit")
"""Verbs whose object may be the deed itself."""
SHOULDERING = OWNING | words("take assume accept acknowledge")
"""Verbs whose object may be the responsibility for it."""
BURDENS = words("responsibility credit")
SHARES = words("involvement role part hand complicity participation")
DEEDS = words("attack ambush shelling air_strike abduct kill burn loot")
"""Acts that somebody may own up to; a victory or a capture that is claimed is a boast."""
DOWNING = "shoot_down"
SPEAKERS = ("person", "official", "media", "monitor", "anonymous_source")
"""Kinds of actors who tell of what others did."""


def by_admission(material: Material, clause: Clause) -> Named | None:
    """What a clause tells in which somebody owns up to a deed, or nobody does."""
    core = material.parse.tokens[clause.core]
    if next(owned(material, core), None) is None:
        return None
    return Named(act="claim_responsibility", predicate="claim_responsibility", kind="statement", trigger=core.index)


def owned(material: Material, verb: Token) -> Iterator[Token]:
    """The nouns of the deeds that a verb owns up to, in either voice; a bare "responsibility" is one."""
    if verb.lemma not in SHOULDERING:
        return
    objects = material.parse.kids(verb, "dobj", "nsubjpass")
    relative = verb.dep == "relcl" and any(kid.lower in ("which", "that") for kid in objects)
    if relative or (verb.dep == "acl" and verb.tag == "VBN"):
        objects = [material.parse.head(verb)]
    for noun in (one for first in objects for one in (first, *material.parse.kids(first, "conj"))):
        if noun.lemma in BURDENS:
            yield from _shouldered(material, verb, noun)
        elif verb.lemma in OWNING and is_deed(material, noun):
            yield noun


def _shouldered(material: Material, verb: Token, burden: Token) -> Iterator[Token]:
    """The deeds behind "responsibility for"; the burden itself where none is named, but of reforms or a budget nothing."""
    behind = (pair for over in (burden, verb) for pair in prepositions(material, over))
    borne = [noun for prep, noun in behind if prep.lower == "for" and noun is not None]
    deeds = [noun for noun in borne if noun.dep == "pcomp" or is_deed(material, noun)]
    if deeds or (not borne and verb.lemma == "claim" and burden.lemma == "responsibility"):
        yield burden
        yield from deeds


def is_deed(material: Material, noun: Token) -> bool:
    """Whether a noun names a violent deed; the dead and their bodies are claimed by wars and families."""
    sense = noun_sense(material, noun)
    if sense is None or noun.lemma in LOST or sense.predicate in ("casualties", "die"):
        return False
    return sense.act in DEEDS or sense.predicate == DOWNING


def share_in(material: Material, verb: Token) -> Token | None:
    """The deed in which the object of a verb is somebody's share: "denied any role in the killing of the mayor"."""
    shares = [kid for kid in material.parse.kids(verb, "dobj") if kid.lemma in SHARES | BURDENS]
    behind = (pair for share in shares for pair in prepositions(material, share))
    return next((noun for prep, noun in behind if noun is not None and is_deed(material, noun)), None)


def authored(material: Material, copula: Token) -> Token | None:
    """The deed that somebody is said to be behind, or responsible for."""
    told = [(copula, "behind")]
    told += [(kid, "for") for kid in material.parse.kids(copula, "acomp") if kid.lower == "responsible"]
    for over, wanted in told:
        for prep, noun in prepositions(material, over):
            if noun is not None and prep.lower == wanted and is_deed(material, noun):
                return noun
    return None


def with_doer(material: Material, clause: Clause, claim: Claim) -> Claim:
    """A deed without a doer that somebody owns up to is that somebody's, with what is told of it in a relative clause."""
    voice = claim.voices[-1]
    speaker = material.resolution.actor(voice.mention)
    if claim.roles.get("agent") or voice.cue is None or voice.mention is None or speaker is None:
        return claim
    if (
        (claim.act not in DEEDS and claim.predicate != DOWNING)
        or speaker.kind in SPEAKERS
        or clause.form == "adjective"
    ):
        return claim
    head = material.parse.tokens[clause.head]
    told = material.parse.head(head) if head.dep == "relcl" else head
    cues = material.parse.tokens_in(voice.cue.start, voice.cue.end)
    if not any(noun.index == told.index for cue in cues for noun in owned(material, cue)):
        return claim
    roles: Mapping[str, tuple[str, ...]] = MappingProxyType({**claim.roles, "agent": (voice.mention,)})
    return replace(claim, roles=roles)
