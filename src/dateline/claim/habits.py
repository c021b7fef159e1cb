"""What is told of no one day: habits, sums of years, wars and campaigns as a whole."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from types import MappingProxyType

from dateline.claim.clause import Clause
from dateline.claim.dated import Dated
from dateline.claim.material import Material
from dateline.claim.undated import OUTBREAK
from dateline.claim.words import words
from dateline.model.text import Token
from dateline.model.vocabulary import TemporalStatus

HABITUAL = frozenset(
    ("usually", "regularly", "often", "frequently", "always", "routinely", "generally", "typically", "repeatedly")
)
SPELLS = words(
    "second minute hour day week weekend month year night morning evening afternoon dawn season winter summer spring"
    " autumn harvest time monday tuesday wednesday thursday friday saturday sunday"
)
"""Stretches of time; what happens in every one of them is a habit."""
TRADES = words("engage specialise specialize involve deal")
STRETCH = re.compile(r"\b(?:space|course) of (?:(?:just|only|about) )?[\w-]+ (?:years?|decades?)\b")
"""What counts what happened over years."""
REGULAR = words("most regular frequent routine daily nightly weekly monthly near-daily everyday periodic")
RATES = words("annually yearly monthly weekly daily nightly hourly average rate")
WARS = frozenset(("war", "invasion", "insurgency", "rebellion", "revolution", "conflict", "uprising"))
AGO: Mapping[str, TemporalStatus] = MappingProxyType(
    {"while": "background", "month": "background", "months": "background", "year": "historical", "years": "historical",
     "decade": "historical", "decades": "historical"}
)  # fmt: skip
"""How old that is which happened so many of these ago."""
FRAMES = frozenset(("battle", "fight", "struggle", "war", "campaign", "conflict"))


def by_habit(material: Material, dated: Dated) -> TemporalStatus | None:
    """What is done every night, usually, whenever somebody comes; what a weapon is used for."""
    clause = dated.clause
    core = material.parse.tokens[clause.core]
    if any(_every(material, material.parse.tokens[i]) for i in clause.tokens) or _regular(material, dated):
        return "generic"
    if beside(material, clause) & HABITUAL or _at_a_rate(material, clause) or _whenever(material, clause):
        return "generic"
    if (clause.form == "nominal" and _means_of(material, clause)) or (
        clause.relation == "participle" and core.lemma == "use"
    ):
        return "generic"
    return None


def _at_a_rate(material: Material, clause: Clause) -> bool:
    """Whether something is done daily, weekly, and so on, or a noun speaks of all such ("such raids are crimes")."""
    core = material.parse.tokens[clause.core]
    if clause.form == "nominal":
        return core.dep == "nsubj" and any(
            kid.lower == "such" for kid in material.parse.kids(core, "amod", "predet", "det")
        )
    return any(kid.lower in RATES for kid in material.parse.kids(core, "advmod"))


def _regular(material: Material, dated: Dated) -> bool:
    """Whether an act is called a regular one ("daily raids"), a party is described by whom it fights, or a share is told."""
    trigger = material.parse.tokens[dated.named.trigger]
    if _trade_of(material, trigger):
        return True
    if trigger.pos in ("NOUN", "PROPN"):
        return any(kid.lower in REGULAR for kid in material.parse.kids(trigger, "amod"))
    if (
        dated.clause.relation == "participle"
        and trigger.tag == "VBG"
        and trigger.lemma in FRAMES
        and dated.when is None
    ):
        return True
    harmed = material.token(dated.clause.subject if dated.clause.passive else dated.clause.object)
    return dated.named.kind == "casualty" and harmed is not None and harmed.lemma in ("percent", "%")


def _trade_of(material: Material, deed: Token) -> bool:
    """Whether a deed is what somebody goes in for: "a gang engaged in kidnapping and extortion"."""
    while deed.dep == "conj":
        deed = material.parse.head(deed)
    verb = material.parse.head(material.parse.head(deed))
    gone_in = deed.dep in ("pobj", "pcomp") and material.parse.head(deed).lower == "in" and verb.lemma in TRADES
    return gone_in and not material.parse.kids(deed, "det", "poss", "nummod", "prep")


def counts_once(material: Material, dated: Dated) -> bool:
    """Whether a number of dead or wounded is told that is no rate: "an air raid kills three in the port", not "a year"."""
    inside = [material.parse.tokens[i] for i in dated.clause.tokens]
    if dated.named.kind != "casualty" or not any(
        token.pos == "NUM" and _is_quantity(material, token) for token in inside
    ):
        return False
    return not any(token.lower in (*RATES, "each", "every", "per") or _a_spell(material, token) for token in inside)


def _is_quantity(material: Material, token: Token) -> bool:
    mention = material.mention_at.get(token.index)
    return mention is not None and mention.kind == "quantity"


def _a_spell(material: Material, noun: Token) -> bool:
    """Whether a stretch of time stands bare behind a count: "two people a day"."""
    if noun.lemma not in SPELLS or noun.dep == "pobj":
        return False
    return any(kid.lower in ("a", "an") for kid in material.parse.kids(noun, "det"))


def by_length(material: Material, dated: Dated) -> TemporalStatus | None:
    """What was long ago or came long before something else, and what is counted over a year."""
    lowers = [material.parse.tokens[i].lower for i in dated.clause.tokens]
    if ("so", "far") in pairwise(lowers) and ("this", "year") in pairwise(lowers):
        return "background"
    if STRETCH.search(" ".join(lowers)):
        return "background"
    if _in_the_past(material, dated.clause):
        return "background"
    told = [*lowers, *_dating(material, dated.clause)]
    ago = next((one for one, two in pairwise(told) if two == "ago"), "")
    if ago in AGO and not (ago == "while" and {"short", "little"} & set(told)):
        return AGO[ago]
    return "background" if _long_before(material, dated.clause) else None


def _in_the_past(material: Material, clause: Clause) -> bool:
    """Whether something was done "in the past"; so was what a clause below tells ("when nine were killed")."""
    verbs = (material.parse.tokens[clause.head], *material.parse.ancestors(material.parse.tokens[clause.head]))
    nouns = (
        noun
        for verb in verbs
        for prep in material.parse.kids(verb, "prep")
        for noun in material.parse.kids(prep, "pobj")
    )
    return any(noun.lower == "past" and material.parse.head(noun).lower == "in" for noun in nouns)


def _dating(material: Material, clause: Clause) -> list[str]:
    """The words that date the verb of which a noun is a circumstance: "was shot five years ago in a raid on the bank"."""
    noun = material.parse.tokens[clause.head]
    verb = material.parse.head(material.parse.head(noun))
    if clause.form != "nominal" or noun.dep != "pobj" or material.parse.head(noun).lower not in ("in", "during"):
        return []
    return [
        token.lower
        for kid in material.parse.kids(verb, "advmod")
        if kid.lower == "ago"
        for token in material.parse.subtree(kid)
    ]


def by_frame(material: Material, dated: Dated) -> TemporalStatus | None:
    """Wars and campaigns as a whole."""
    clause = dated.clause
    trigger = material.parse.tokens[dated.named.trigger]
    if trigger.lemma in WARS and (clause.form == "nominal" or _changes(material, clause, trigger)):
        return "background"
    return "ongoing" if dated.when is None and _frame(material, clause) else None


def beside(material: Material, clause: Clause) -> set[str]:
    """The lemmas right below a clause's head and core."""
    return {kid.lemma for i in (clause.head, clause.core) for kid in material.parse.kids(material.parse.tokens[i])}


def _every(material: Material, noun: Token) -> bool:
    """Whether something is told of "every night", "each dry season"; "every day this week" counts days of the news."""
    if noun.lemma not in SPELLS or noun.tag not in ("NN", "NNP"):
        return False
    return any(kid.lower in ("every", "each") for kid in material.parse.kids(noun, "det"))


def _whenever(material: Material, clause: Clause) -> bool:
    """Whether a clause, or the one it stands beside, opens with "whenever"."""
    head = material.parse.tokens[clause.head]
    around = (head, *material.parse.kids(head, "advcl"))
    return any(kid.lower in ("whenever", "wherever") for verb in around for kid in material.parse.kids(verb, "advmod"))


def _means_of(material: Material, clause: Clause) -> bool:
    """Whether a noun only says what a weapon is used for ("launchers used in attacks")."""
    above = material.parse.ancestors(material.parse.tokens[clause.core])
    return any(token.lemma == "use" and token.dep == "acl" and token.tag == "VBN" for token in above)


def _changes(material: Material, clause: Clause, war: Token) -> bool:
    """Whether a war as a whole does something ("the conflict has spread") other than break out."""
    core = material.parse.tokens[clause.core]
    return clause.subject == war.index and core.index != war.index and core.lemma not in OUTBREAK


def _frame(material: Material, clause: Clause) -> bool:
    """Whether a noun names a whole campaign: "their battle with …", "the war against …"."""
    core = material.parse.tokens[clause.core]
    if clause.form != "nominal" or core.lemma not in FRAMES:
        return False
    if any(kid.lower in ("a", "an") for kid in material.parse.kids(core, "det")):
        return False
    owned = core.dep == "pobj" and any(kid.tag == "PRP$" for kid in material.parse.kids(core, "poss"))
    return owned or any(kid.lower in ("with", "against") for kid in material.parse.kids(core, "prep"))


def _long_before(material: Material, clause: Clause) -> bool:
    """Whether something else came "years after" it: "more than a year after losing the town"."""
    after = material.parse.head(material.parse.tokens[clause.head])
    if clause.relation != "gerund" or after.lower != "after":
        return False
    before = material.parse.tokens[max(0, after.index - 3) : after.index]
    return any(token.lemma in ("week", "year", "month", "decade") for token in before)
