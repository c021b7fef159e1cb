"""Which act a clause names: lexicon senses under conditions, light verbs, copulas, counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dateline.claim.arguments import agent_of, classes, companions, forms, prepositions
from dateline.claim.clause import Clause
from dateline.claim.material import Material
from dateline.claim.words import words
from dateline.model.record import ClaimKind
from dateline.model.text import Token
from dateline.reference.acts import Condition, Part, Sense

LIGHT = words(
    "launch carry conduct mount stage make begin start open perpetrate commit execute wage continue rage erupt break"
    " take occur happen follow resume come be suffer sustain inflict cause undertake hold have give see face put"
    " remain lead leave result bring place say do perform initiate unleash report declare impose join return go"
    " provide offer lend receive deliver trigger spark reach strike sign step escalate intensify mark order spread move"
    " engage get run maintain lay raise subject expose authorise authorize order plan expect fear demand schedule announce"
    " approve threaten call"
)
"""Verbs that leave the naming of the act to their noun."""
BE = words("be remain become lie stay 's")
BY_PREPOSITION = ("under", "in", "into", "on", "with")
EMPTY_ACTS = ("characterise", "say")
COUNTERS = words("number toll figure count total tally")
THROUGH = words("series wave spate string target history act round attempt bid object victim scene part threat"
                " result series cycle pattern kind type effort start beginning resumption")  # fmt: skip
"""Nouns that say nothing of their own: the event follows "of" or "to"."""
TELLING_COUNTS = words("leave put place speak count suffer sustain report estimate bring claim lose have be include")
NAMELESS = words("ask decline refuse request want wish prefer")
GOING_ON = words("ongoing underway under fierce heavy intense continuing over")
COUNTED = (("displace", "displaced_stock", "displacement", words("displaced refugee idp evacuee")),
           ("kill", "kill", "casualty", words("kill dead death fatality body murder")),
           ("wound", "wound", "casualty", words("wound wounded injured injure injury")))  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The act that a clause names, and the token that names it."""

    act: str
    predicate: str
    kind: ClaimKind
    trigger: int


def classify(material: Material, clause: Clause) -> Named:
    """The act of a clause; every rule is tried in the order of RULES; without an answer it only describes."""
    for rule in RULES:
        found = rule(material, clause)
        if found is not None:
            return found
    return Named(act="characterise", predicate="characterise_as", kind="characterisation", trigger=clause.core)


def by_form(material: Material, clause: Clause) -> Named | None:
    """Geography and attributes name their act by their form."""
    if clause.form == "reference":
        return Named(act="cite_law", predicate="legal_basis", kind="reference", trigger=clause.core)
    if clause.form == "geography":
        return Named(act="locate", predicate="located_at", kind="geography", trigger=clause.core)
    if clause.form != "adjective":
        return None
    word = material.parse.tokens[clause.core].lower
    if word in ("held", "controlled", "occupied"):
        return Named(act="hold", predicate="hold", kind="state", trigger=clause.core)
    if word in ("backed", "supported", "sponsored"):
        return Named(act="deploy", predicate="support", kind="state", trigger=clause.core)
    return Named(act="characterise", predicate="linked", kind="relation", trigger=clause.core)


def by_count(material: Material, clause: Clause) -> Named | None:
    """A count as subject or object: "the number of displaced people has passed …"."""
    for token in _counting(material, clause):
        below = {t.lemma for t in material.parse.subtree(token)} | {t.lower for t in material.parse.subtree(token)}
        for act, predicate, kind, lemmas in COUNTED:
            if below & lemmas:
                return Named(act=act, predicate=predicate, kind=_kind(kind), trigger=token.index)
    return None


def _counting(material: Material, clause: Clause) -> Iterator[Token]:
    """The nouns that may hold a count: "the number of …", "20 killed", "at least 40 dead", "29 bodies"."""
    for index in (clause.subject, clause.object):
        token = material.token(index)
        if token is not None and token.lemma in COUNTERS:
            yield token
    core = material.parse.tokens[clause.core]
    if core.lemma in TELLING_COUNTS and core.pos in ("VERB", "AUX"):
        yield from (k for k in material.parse.kids(core, "oprd", "dobj") if k.lower in ("dead", "killed", "wounded"))
        for kid in material.parse.kids(core, "dobj", "oprd", "ccomp"):
            yield from (k for k in material.parse.kids(kid, "acomp", "oprd", "amod") if k.lower in ("dead", "wounded"))
        for prep, noun in prepositions(material, core):
            if noun is not None and prep.lower in ("at", "of", "among") and _is_count(material, noun):
                yield noun


def _is_count(material: Material, noun: Token) -> bool:
    return noun.lemma in ("dead", "body", "death", "casualty") or any(
        k.lower in ("dead", "killed") for k in material.parse.kids(noun)
    )


def by_order(material: Material, clause: Clause) -> Named | None:
    """What a clause says of an event's place in others: came in the wake of, occurred as part of."""
    core = material.parse.tokens[clause.core]
    if core.lemma not in ("come", "occur", "happen", "follow"):
        return None
    for prep, noun in prepositions(material, core):
        if noun is not None and prep.lower == "as" and noun.lemma == "part":
            return Named(act="characterise", predicate="linked", kind="relation", trigger=core.index)
        if (
            noun is not None
            and prep.lower in ("in", "after", "amid")
            and noun.lemma in ("wake", "aftermath", "tension")
        ):
            return Named(act="characterise", predicate="follow", kind="relation", trigger=core.index)
    return None


def by_alternative(material: Material, clause: Clause) -> Named | None:
    """Killed or wounded: casualties without a separable number of dead."""
    core = material.parse.tokens[clause.core]
    either = any(kid.lower == "or" for kid in material.parse.kids(core, "cc"))
    others = {kid.lemma for kid in material.parse.kids(core, "conj")} | {material.parse.head(core).lemma}
    either = either or any(kid.lower == "or" for kid in material.parse.kids(material.parse.head(core), "cc"))
    pair = {core.lemma} | others
    if either and "kill" in pair and pair & {"wound", "injure"} and core.lemma in ("kill", "wound", "injure"):
        return Named(act="kill", predicate="casualties", kind="casualty", trigger=core.index)
    return None


def by_phrase(material: Material, clause: Clause) -> Named | None:
    """A verb with the words that make it a fixed phrase: "set fire", "take part", "pull out"."""
    return _sense(material, clause, lambda sense: bool(sense.others) and sense.act not in EMPTY_ACTS)


def by_argument(material: Material, clause: Clause) -> Named | None:
    """A verb whose sense its argument decides: to break a siege, to plant a bomb."""
    return _sense(material, clause, lambda sense: not sense.others and any(c.sign == ":" for c in sense.conditions))


def by_instrument(material: Material, clause: Clause) -> Named | None:
    """Attacked with shells, hit by air strikes: the means names the act."""
    core = material.parse.tokens[clause.core]
    plain = by_verb(material, clause)
    if plain is None or plain.act != "attack" or core.pos != "VERB":
        return None
    for prep, noun in prepositions(material, core):
        if noun is None or prep.lower not in ("with", "by", "in"):
            continue
        sense = noun_sense(material, noun)
        if sense is not None and sense.act in ("air_strike", "shelling"):
            return _named(sense, noun)
        if "shell" in classes(material, noun) and prep.lower == "with":
            return Named(act="shelling", predicate="shell", kind="event", trigger=core.index)
    return None


def by_anonymity(material: Material, clause: Clause) -> Named | None:
    """A condition of speaking: "who asked not to be named"."""
    links = {material.parse.tokens[i].lemma for i in clause.links}
    core = material.parse.tokens[clause.core]
    if links & NAMELESS and core.lemma in ("name", "identify", "quote"):
        return Named(act="say", predicate="comment", kind="meta", trigger=core.index)
    return None


def by_ignorance(material: Material, clause: Clause) -> Named | None:
    """An assessment ("it is not clear whether …"), unless it is about who holds a place."""
    head = material.parse.tokens[clause.head]
    unclear = any(k.lower in ("clear", "unclear", "unknown", "known") for k in material.parse.kids(head, "acomp"))
    if not unclear:
        return None
    senses = {sense.act for t in material.parse.subtree(head) for sense in material.acts.of("v", t.lemma)[:1]}
    if "hold" in senses:
        return Named(act="hold", predicate="hold", kind="state", trigger=head.index)
    return Named(act="assess", predicate="assess", kind="meta", trigger=head.index)


def by_intent(material: Material, clause: Clause) -> Named | None:
    """A purpose that is no act of its own is just an intent."""
    wanting = material.parse.tokens[clause.links[-1]].lemma if clause.links else ""
    if clause.relation != "purpose" and wanting not in ("seek", "aim", "want", "plan", "intend", "hope"):
        return None
    for rule in (by_phrase, by_argument, by_light_verb, by_verb):
        found = rule(material, clause)
        if found is not None:
            empty = found.act in (*EMPTY_ACTS, "assess", "other")
            return Named(act="intend", predicate="intend", kind="intent", trigger=found.trigger) if empty else found
    return Named(act="intend", predicate="intend", kind="intent", trigger=clause.core)


def by_light_verb(material: Material, clause: Clause) -> Named | None:
    """The noun under a light verb: "launched an offensive", "came under siege", "fighting raged"."""
    core = material.parse.tokens[clause.core]
    if core.lemma not in LIGHT or core.pos not in ("VERB", "AUX"):
        return None
    for noun in _nouns_of(material, clause, core):
        if noun.index in material.mention_at and material.mention_at[noun.index].kind in ("actor", "place", "person"):
            continue
        sense = noun_sense(material, noun)
        if sense is not None and (core.lemma not in BE or sense.act not in EMPTY_ACTS):
            return _named(sense, noun)
    return None


def by_verb(material: Material, clause: Clause) -> Named | None:
    """The verb's own sense."""
    return _sense(material, clause, lambda sense: True)


def by_noun(material: Material, clause: Clause) -> Named | None:
    """The noun of a nominal clause, else the event that is subject or object of an unknown verb."""
    core = material.parse.tokens[clause.core]
    if core.pos not in ("VERB", "AUX"):
        sense = noun_sense(material, core)
        return _named(sense, core) if sense else None
    for index in (clause.subject, clause.object):
        token = material.token(index)
        sense = noun_sense(material, token) if token is not None else None
        if token is not None and sense is not None and sense.act not in EMPTY_ACTS:
            return _named(sense, token)
    return None


def by_copula(material: Material, clause: Clause) -> Named | None:
    """What a "be" says: dead, a stronghold, in the hands of, at a place, or just a description."""
    core = material.parse.tokens[clause.core]
    if core.lemma not in BE:
        return None
    for kid in material.parse.kids(core, "acomp", "attr", "oprd", "advmod"):
        parts: tuple[Part, ...] = ("a", "v", "n") if kid.pos != "NOUN" else ("n",)
        for part in parts:
            sense = _first(material, kid, part)
            if sense is not None and sense.act not in EMPTY_ACTS:
                return _named(sense, kid)
    return _located(material, clause, core)


def _located(material: Material, clause: Clause, core: Token) -> Named | None:
    subject = classes(material, material.token(clause.subject))
    for prep, noun in prepositions(material, core):
        if noun is None:
            continue
        if prep.lower in ("in", "under", "beyond", "outside") and noun.lemma in ("hand", "control", "rule"):
            return Named(act="hold", predicate="hold", kind="state", trigger=core.index)
        if prep.lower == "among" and any(
            t.lower in ("dead", "killed", "victims") for t in material.parse.subtree(noun)
        ):
            return Named(act="kill", predicate="die", kind="casualty", trigger=core.index)
        if prep.lower in ("in", "at", "inside", "on", "near", "within", "outside", "around"):
            if "place" in subject:
                return Named(act="locate", predicate="located_at", kind="geography", trigger=core.index)
            if subject & {"force", "person", "civilian"} and _is_place(material, noun):
                return Named(act="hold", predicate="present", kind="state", trigger=core.index)
    if any(kid.lower in ("there", "here") for kid in material.parse.kids(core, "expl", "advmod")):
        attribute = next(iter(material.parse.kids(core, "attr", "nsubj")), None)
        if classes(material, attribute) & {"force", "person"}:
            return Named(act="hold", predicate="present", kind="state", trigger=core.index)
    return None


def _is_place(material: Material, noun: Token) -> bool:
    return bool(classes(material, noun) & {"place", "vehicle"}) or noun.pos == "PROPN"


def noun_sense(material: Material, noun: Token) -> Sense | None:
    """The first sense of a noun whose words all stand beside it."""
    if noun.pos in ("VERB", "AUX"):
        return None
    own = _first(material, noun, "n")
    if own is not None or noun.lemma not in THROUGH:
        return own
    for prep in material.parse.kids(noun, "prep"):
        for deeper in material.parse.kids(prep, "pobj"):
            found = noun_sense(material, deeper)
            if found is not None:
                return found
    return None


def _first(material: Material, token: Token, part: Part) -> Sense | None:
    around: frozenset[str] | None = None
    for lemma in forms(material, token):
        for sense in material.acts.of(part, lemma):
            if sense.others and around is None:
                around = companions(material, token)
            if all(word in (around or ()) for word in sense.others) and not sense.conditions:
                return sense
    return None


def _nouns_of(material: Material, clause: Clause, core: Token) -> Iterator[Token]:
    subject = material.token(clause.subject)
    if clause.passive and subject is not None:
        yield subject
    for noun in material.parse.kids(core, "dobj", "attr", "oprd"):
        yield noun
        yield from material.parse.kids(noun, "conj")
    for prep, noun_or_none in prepositions(material, core):
        if noun_or_none is not None and prep.lower in BY_PREPOSITION:
            yield noun_or_none
    said = {kid.lower for kid in material.parse.kids(core, "acomp", "prep", "advmod", "attr")}
    if subject is not None and (core.lemma not in ("be", "remain") or clause.links or said & GOING_ON):
        yield subject


def _sense(material: Material, clause: Clause, wanted: Callable[[Sense], bool]) -> Named | None:
    core = material.parse.tokens[clause.core]
    if core.pos not in ("VERB", "AUX") and clause.form == "nominal":
        return None
    around = companions(material, core)
    for lemma in forms(material, core):
        for sense in material.acts.of("v", lemma):
            if not wanted(sense) or not all(word in around for word in sense.others):
                continue
            if all(_holds(material, clause, condition) for condition in sense.conditions):
                return _named(sense, core)
    return None


def _holds(material: Material, clause: Clause, condition: Condition) -> bool:
    core = material.parse.tokens[clause.core]
    if condition.slot == "prep":
        return any(prep.lower == condition.value for prep, _ in prepositions(material, core))
    if condition.slot == "voice":
        return {"passive": clause.passive, "active": not clause.passive}.get(condition.value, clause.object is None)
    argument = _slot(material, clause, core, condition.slot)
    found = classes(material, argument)
    if condition.sign == "!":
        return condition.value not in found
    if condition.sign == ":" or argument is None:
        return condition.value in found
    return condition.value in found or (not found and argument.pos in ("PROPN", "PRON"))


def _slot(material: Material, clause: Clause, core: Token, slot: str) -> Token | None:
    """The logical subject or object: a passive's subject is its object; "hit by shells" has the shells as subject."""
    if slot == "obj":
        return material.token(clause.subject if clause.passive else clause.object)
    return agent_of(material, core) if clause.passive else material.token(clause.subject)


def _named(sense: Sense, token: Token) -> Named:
    return Named(act=sense.act, predicate=sense.predicate, kind=sense.kind, trigger=token.index)


def _kind(name: str) -> ClaimKind:
    return "displacement" if name == "displacement" else "casualty"


Rule = Callable[[Material, Clause], Named | None]
RULES: tuple[Rule, ...] = (
    by_form,
    by_anonymity,
    by_ignorance,
    by_intent,
    by_count,
    by_order,
    by_alternative,
    by_phrase,
    by_instrument,
    by_argument,
    by_copula,
    by_light_verb,
    by_verb,
    by_noun,
)
