"""Words of war that speak of votes, markets, letters and hopes: metaphor, and what only shares its verb with war."""

from __future__ import annotations

from collections.abc import Callable

from dateline.claim.arguments import classes, prepositions
from dateline.claim.clause import Clause
from dateline.claim.material import Material
from dateline.claim.senses import Named
from dateline.claim.words import words
from dateline.model.text import Token

METAPHORS = words(
    "heart mind cancer corruption inflation poverty election championship title crime hunger fatigue unemployment"
    " illiteracy racism stigma addiction budget popularity opinion climate drug wildfire flame virus price profit tax"
)
PEACEFUL = words(
    "election electoral presidential political advertising advertisement vaccination immunisation immunization marketing"
    " fundraising awareness media press public smear information hygiene literacy re-election reelection senate primary"
)
"""Epithets of campaigns that no troops wage."""
WAYS = ("to", "into", "from", "out")


def metaphor(material: Material, clause: Clause, named: Named) -> str | None:
    """A battle for hearts and minds, a fight against cholera."""
    if named.act not in ("clash", "attack", "capture", "begin_offensive", "besiege", "advance", "hold"):
        return None
    below = material.parse.subtree(material.parse.tokens[named.trigger])
    inside = {token.index for token in below} & set(clause.tokens)
    abstract = any(token.lemma in METAPHORS or token.lower == "time" for token in below if token.index in inside)
    return "metaphor" if abstract or any(is_of(material, token, "disease") for token in below) else None


def lifeless(material: Material, clause: Clause, named: Named) -> str | None:
    """A bill, a fear, a tumour is killed without anybody dying."""
    if named.act != "kill" or clause.form != "verb":
        return None
    victim = classes(material, material.token(clause.subject if clause.passive else clause.object))
    return "metaphor" if "lifeless" in victim and not victim & {"person", "force"} else None


def striving(material: Material, clause: Clause, named: Named) -> str | None:
    """Parents who fight a plan and crews that battle to reopen a road fight nobody."""
    trigger = material.parse.tokens[named.trigger]
    if named.predicate != "fight" or trigger.pos != "VERB":
        return None
    subject, object_ = material.token(clause.subject), material.token(clause.object)
    if "force" in classes(material, subject) or "force" in classes(material, object_):
        return None
    if (
        object_ is not None
        and object_.pos == "NOUN"
        and not classes(material, object_) - {"abstract", "money", "lifeless"}
    ):
        return "metaphor"
    strives = any(kid.tag == "VB" for kid in material.parse.kids(trigger, "xcomp", "advcl"))
    return "metaphor" if strives and subject is not None and subject.pos == "NOUN" else None


def retort(material: Material, clause: Clause, named: Named) -> str | None:
    """A chairman who shoots back at critics answers them."""
    trigger = material.parse.tokens[named.trigger]
    subject = material.token(clause.subject)
    if subject is None or subject.pos == "PRON" or "force" in classes(material, subject):
        return None
    back = any(kid.lower == "back" for kid in material.parse.kids(trigger, "advmod", "prt"))
    return "metaphor" if back and trigger.lemma in ("shoot", "fire", "hit", "strike") else None


def market(material: Material, clause: Clause, named: Named) -> str | None:
    """Investors flee to bonds and retreat from shares."""
    if named.act not in ("displace", "withdraw", "advance", "enter"):
        return None
    ends = (noun for prep, noun in prepositions(material, material.parse.tokens[named.trigger]) if prep.lower in WAYS)
    return "metaphor" if any("money" in classes(material, noun) for noun in ends) else None


def electioneering(material: Material, clause: Clause, named: Named) -> str | None:
    """A senator's campaign, a campaign for votes or against smoking is none of troops."""
    trigger = material.parse.tokens[named.trigger]
    if trigger.lemma != "campaign":
        return None
    beside = {kid.lemma.lower() for kid in material.parse.kids(trigger, "amod", "compound", "nmod")}
    owners = (classes(material, kid) for kid in material.parse.kids(trigger, "poss", "compound"))
    private = any(one & {"individual"} and "force" not in one for one in owners)
    return "politics, not conflict" if private or beside & PEACEFUL else None


def publication(material: Material, clause: Clause, named: Named) -> str | None:
    """What is released may be a film, a letter or gas; only the release of people is an event."""
    if named.act != "release":
        return None
    trigger = material.parse.tokens[named.trigger]
    if trigger.pos == "VERB":
        released = [material.token(clause.subject if clause.passive else clause.object)]
    else:
        of = [noun for prep, noun in prepositions(material, trigger) if prep.lower == "of"]
        released = [*of, *material.parse.kids(trigger, "poss", "compound")]
    found = [classes(material, token) for token in released if token is not None]
    return "a publication" if any("publication" in one and not one & {"person", "force"} for one in found) else None


def is_of(material: Material, token: Token, name: str) -> bool:
    """Whether a noun, alone or with what stands before it, belongs to a class of the lexicon."""
    if token.pos not in ("NOUN", "PROPN", "ADJ"):
        return False
    if name in material.acts.class_of(token.lemma):
        return True
    before = material.parse.kids(token, "compound", "amod")
    longer = (f"{kid.lemma} {token.lemma}" for kid in before)
    called = (kid.lemma.lower() for kid in before if kid.pos == "PROPN")
    return any(name in material.acts.class_of(lemma) for lemma in (*longer, *called))


Figure = Callable[[Material, Clause, Named], str | None]
FIGURES: tuple[Figure, ...] = (metaphor, lifeless, striving, electioneering, retort, market, publication)
