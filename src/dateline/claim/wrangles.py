"""Fights that are fought in words, and ground that is gained at a table: over a clause, for a portfolio, towards a deal."""

from __future__ import annotations

from collections.abc import Callable

from dateline.claim.arguments import classes, prepositions
from dateline.claim.clause import Clause
from dateline.claim.material import Material
from dateline.claim.senses import Named
from dateline.claim.words import words
from dateline.model.text import Token

OVER = ("over", "for", "about", "on")
NEARING = words("move inch edge draw come grow")
BARGAINERS = words("side party position delegation negotiator camp government country leader view team delegate")
MEASURES = ("percent", "%", "point", "cent")
MARKETED = words("attack clash advance enter withdraw capture retake storm losses")
"""Acts whose verbs tell of prices, too: "shot up 8 percent", "retreated two points"."""


def wrangle(material: Material, clause: Clause, named: Named) -> str | None:
    """Delegates fight over the wording, clash over the agenda, battle for every comma."""
    if named.act not in ("clash", "attack"):
        return None
    tokens = {index: material.parse.tokens[index] for index in (named.trigger, clause.core)}.values()
    over = [noun for token in tokens for prep, noun in prepositions(material, token) if prep.lower in OVER]
    return "metaphor" if any(noun is not None and _is_wrangled(material, noun) for noun in over) else None


def nearing(material: Material, clause: Clause, named: Named) -> str | None:
    """Two sides that have moved closer, or drawn closer to a deal, have won no ground."""
    trigger = material.parse.tokens[named.trigger]
    if named.act != "advance" or trigger.lemma not in NEARING:
        return None
    closer = [
        kid for kid in material.parse.kids(trigger, "advmod", "acomp", "prt") if kid.lower in ("closer", "nearer")
    ]
    goals = [noun for word in (trigger, *closer) for _, noun in prepositions(material, word) if noun is not None]
    if any("place" in classes(material, noun) for noun in goals):
        return None
    subject = material.token(clause.subject)
    bargains = subject is not None and subject.lemma in BARGAINERS
    return "metaphor" if closer and (bargains or any(_is_agreed(material, noun) for noun in goals)) else None


def priced(material: Material, clause: Clause, named: Named) -> str | None:
    """What shoots up, retreats or advances by so many percent is a price."""
    if named.act not in MARKETED or clause.form != "verb":
        return None
    trigger = material.parse.tokens[named.trigger]
    by = [noun for prep, noun in prepositions(material, trigger) if prep.lower in ("by", "to") and noun is not None]
    told = [*material.parse.kids(trigger, "npadvmod", "dobj"), *by]
    return "metaphor" if any(_is_measure(material, noun) for noun in told) else None


def _is_measure(material: Material, noun: Token) -> bool:
    """Whether a noun measures a price; "took 80 percent of the town" counts a place."""
    counted = bool(material.parse.kids(noun, "nummod")) or noun.text == "%"
    return noun.lemma in MEASURES and counted and not material.parse.kids(noun, "prep")


def _is_wrangled(material: Material, noun: Token) -> bool:
    """Whether a noun names what is fought for with words only; a ministry's building is none."""
    return (
        noun.pos == "NOUN"
        and "wrangled" in material.acts.class_of(noun.lemma)
        and "place" not in classes(material, noun)
    )


def _is_agreed(material: Material, noun: Token) -> bool:
    return noun.lemma in (
        "deal",
        "agreement",
        "accord",
        "truce",
        "ceasefire",
        "compromise",
        "settlement",
        "consensus",
        "peace",
    )


Guard = Callable[[Material, Clause, Named], str | None]
WRANGLES: tuple[Guard, ...] = (wrangle, nearing, priced)
