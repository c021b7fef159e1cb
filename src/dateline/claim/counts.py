"""Counts as claims: "the number of displaced people has passed …", "20 killed"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.claim.arguments import HARMED, classes, left_harmed, prepositions
from dateline.claim.clause import Clause
from dateline.claim.material import Material
from dateline.claim.senses import Named
from dateline.claim.voices.telling import DOCTORS, HOSPITALS
from dateline.claim.words import words
from dateline.model.text import Token
from dateline.model.vocabulary import ClaimKind

DEAD = words("dead killed victims fatalities slain deceased martyrs martyred")
WOUNDED = words("wounded injured")
COUNTERS = words("number toll figure count total tally")
MANY = words("many several some half most dozens scores")
PUTTING = words("put place set revise")
STANDING = words("stand remain stay")
RAISING = words("take bring raise push lift drive rise climb reach grow")
TELLING_COUNTS = words("leave put place speak count suffer sustain report estimate bring claim lose have be include")
COUNTED = (("displace", "displaced_stock", "displacement", words("displaced refugee idp evacuee")),
           ("kill", "kill", "casualty", words("kill killed slain dead death fatality body murder")),
           ("wound", "wound", "casualty", words("wound wounded injured injure injury")))  # fmt: skip


NURSING = words("receive treat admit see take bring rush count attend evacuate transfer hospitalise hospitalize ferry")
"""What is done with people whose wounds are told: "treated 12 people with burns"."""
HURTS = words("wound injury burn fracture")
BURYING = words("bury inter cremate")
MOURNING = words("mourn lament grieve commemorate")
FINDING = words("find recover retrieve discover collect")
BODIES = words("body bodies corpse corpses remains")


def by_count(material: Material, clause: Clause) -> Named | None:
    """A count as subject or object: "the number of displaced people has passed …", "we buried 16 people"."""
    counted = _of_the_dead(material, clause) or _of_patients(material, clause) or _of_graves(material, clause)
    counted = counted or _of_the_fallen(material, clause) or _of_the_mourned(material, clause)
    counted = counted or _of_the_uprooted(material, clause)
    return counted or _by_counter(material, clause)


def _of_the_uprooted(material: Material, clause: Clause) -> Named | None:
    """How many live away from home: "about 900 families are displaced", "are still displaced" tells of no new flight."""
    core = material.parse.tokens[clause.core]
    helpers = material.parse.kids(core, "aux", "auxpass")
    stand = core.lemma == "displace" and core.tag == "VBN" and [kid.lower for kid in helpers] in (["are"], ["is"])
    if not stand:
        return None
    return Named(act="displace", predicate="displaced_stock", kind="displacement", trigger=core.index)


def _of_the_dead(material: Material, clause: Clause) -> Named | None:
    """Who some of the dead or wounded were ("five of the dead were children"), or the number alone ("the toll of 16")."""
    core = material.parse.tokens[clause.core]
    if clause.form == "nominal" and core.lemma == "toll":
        told = any(noun is not None and noun.pos == "NUM" for _, noun in prepositions(material, core))
        return Named(act="kill", predicate="kill", kind="casualty", trigger=core.index) if told else None
    some = material.token(clause.subject)
    if core.lemma == "include" and some is not None:
        return _harmed(material, some)
    if core.lemma != "be":
        return None
    inverted = [noun for prep, noun in prepositions(material, core) if prep.lower == "among"]
    if any(noun is not None and noun.lemma == "casualty" for noun in inverted):
        return Named(act="kill", predicate="die", kind="casualty", trigger=core.index)
    among = inverted
    if some is not None and (some.pos == "NUM" or some.lower in MANY) and material.parse.kids(core, "attr"):
        among += [noun for prep, noun in prepositions(material, some) if prep.lower in ("of", "among")]
    return next((named for noun in among if noun is not None and (named := _harmed(material, noun))), None)


def _harmed(material: Material, noun: Token) -> Named | None:
    """What befell those whom a noun names by it: "the dead", "those killed", "the injured"."""
    below = {noun.lower, *(token.lower for token in material.parse.kids(noun, "acl", "amod"))}
    if below & DEAD:
        return Named(act="kill", predicate="die", kind="casualty", trigger=noun.index)
    if below & WOUNDED:
        return Named(act="wound", predicate="wound", kind="casualty", trigger=noun.index)
    return None


def _of_patients(material: Material, clause: Clause) -> Named | None:
    """People with wounds who were counted where they are nursed: "the clinic received 31 people with bullet wounds"."""
    core = material.parse.tokens[clause.core]
    patients = material.token(clause.subject if clause.passive else clause.object)
    if core.lemma not in NURSING or patients is None or not material.parse.kids(patients, "nummod"):
        return None
    if _bodies(patients) and _of_a_hospital(material, clause):
        return Named(act="kill", predicate="die", kind="casualty", trigger=patients.index)
    for prep, noun in (*prepositions(material, patients), *prepositions(material, core)):
        if prep.lower == "with" and noun is not None and noun.lemma in HURTS:
            return Named(act="wound", predicate="wound", kind="casualty", trigger=noun.index)
    return None


def _bodies(noun: Token) -> bool:
    """Whether a noun names the dead by their bodies; the lemmatizer takes corpses for a corps."""
    return not {noun.lemma, noun.lower}.isdisjoint(BODIES)


def _of_a_hospital(material: Material, clause: Clause) -> bool:
    """Whether a hospital, a morgue or its doctors did it; bodies that an enemy hands over are no count."""
    doer = material.token(clause.subject)
    return not clause.passive and doer is not None and doer.lemma.lower() in HOSPITALS | DOCTORS


def _of_graves(material: Material, clause: Clause) -> Named | None:
    """People who were buried by the number: "we buried 16 people"; who lies "buried under rubble" may live."""
    core = material.parse.tokens[clause.core]
    buried = material.token(clause.subject if clause.passive else clause.object)
    if core.lemma not in BURYING or buried is None or any(kid.lower == "under" for kid in material.parse.kids(core)):
        return None
    numbered = buried.pos == "NUM" or bool(material.parse.kids(buried, "nummod"))
    people = _bodies(buried) or classes(material, buried) & {"person", "civilian", "force", "wounded"}
    if not numbered or not people:
        return None
    return Named(act="kill", predicate="die", kind="casualty", trigger=core.index)


def _of_the_fallen(material: Material, clause: Clause) -> Named | None:
    """Fighters whose bodies were found by the number: "recovered the bodies of three guerrillas"."""
    core = material.parse.tokens[clause.core]
    bodies = material.token(clause.subject if clause.passive else clause.object)
    if core.lemma not in FINDING or bodies is None or not _bodies(bodies):
        return None
    fallen = [noun for prep, noun in prepositions(material, bodies) if prep.lower == "of" and noun is not None]
    numbered = any(material.parse.kids(noun, "nummod") for noun in (bodies, *fallen))
    if not numbered or not any("force" in classes(material, noun) for noun in fallen):
        return None
    return Named(act="kill", predicate="die", kind="casualty", trigger=bodies.index)


def _of_the_mourned(material: Material, clause: Clause) -> Named | None:
    """Those whom somebody mourns by the number: "we mourn three martyrs"."""
    core, lost = material.parse.tokens[clause.core], material.token(clause.object)
    if core.lemma not in MOURNING or lost is None or not material.parse.kids(lost, "nummod"):
        return None
    fallen = lost.lower in DEAD or "force" in classes(material, lost)
    return Named(act="kill", predicate="die", kind="casualty", trigger=lost.index) if fallen else None


def _by_counter(material: Material, clause: Clause) -> Named | None:
    """A noun that counts, with what it counts: "the number of displaced people", "put the toll at 12"."""
    for token in _counting(material, clause):
        below = {t.lemma for t in material.parse.subtree(token)} | {t.lower for t in material.parse.subtree(token)}
        put = token.lemma in COUNTERS and token.index in (clause.object, clause.subject) and _put_at(material, clause)
        if put and token.lemma == "toll":
            below.add("dead")
        elif put and len(below) <= 2:
            below |= _counted_before(material, token)
        for act, predicate, kind, lemmas in COUNTED:
            if below & lemmas:
                return Named(act=act, predicate=predicate, kind=_kind(kind), trigger=token.index)
    return None


def _put_at(material: Material, clause: Clause) -> bool:
    """Whether a bare figure is put at a number of people: "put the figure at eight", "taking the toll to 12"."""
    core = material.parse.tokens[clause.core]
    wanted = (
        ("at",) if core.lemma in (*PUTTING, *STANDING) else ("to", "past", "above") if core.lemma in RAISING else ()
    )
    numbers = [noun for prep, noun in prepositions(material, core) if prep.lower in wanted and noun is not None]
    return any(noun.pos == "NUM" or material.parse.kids(noun, "nummod") for noun in numbers)


def _counted_before(material: Material, figure: Token) -> set[str]:
    """What was counted last before a bare figure: the dead, the wounded, the displaced."""
    known = {lemma for _, _, _, lemmas in COUNTED for lemma in lemmas}
    for number in range(figure.sentence - 1, max(-1, figure.sentence - 4), -1):
        sentence = material.parse.sentences[number]
        found = {token.lemma for token in material.parse.tokens[sentence.first : sentence.last + 1]} & known
        if found:
            return found
    return set()


def _counting(material: Material, clause: Clause) -> Iterator[Token]:
    """The nouns that may hold a count: "the number of …", "20 killed", "at least 40 dead", "29 bodies"."""
    for index in (clause.subject, clause.object):
        token = material.token(index)
        if token is not None and token.lemma in COUNTERS:
            yield token
    core = material.parse.tokens[clause.core]
    told = material.cue_at.get(core.index)
    if told is not None and told.stance == "figure":
        yield from material.parse.kids(core, "dobj", "oprd")
    if core.lemma in TELLING_COUNTS and core.pos in ("VERB", "AUX"):
        yield from (
            k
            for k in material.parse.kids(core, "oprd", "dobj", "advcl")
            if k.lower in HARMED and (k.dep != "advcl" or left_harmed(material, k))
        )
        for kid in material.parse.kids(core, "dobj", "oprd", "ccomp"):
            yield from (k for k in material.parse.kids(kid, "acomp", "oprd", "amod") if k.lower in ("dead", "wounded"))
        for kid in material.parse.kids(core, "dobj"):
            counted = kid.pos == "NUM" or kid.lemma in ("dozen", "hundred", "score", "thousand")
            counted = counted or (core.lemma == "leave" and bool(material.parse.kids(kid, "nummod")))
            yield from (
                k for k in material.parse.kids(kid, "acl") if counted and k.lemma in ("kill", "wound", "injure")
            )
        for prep, noun in prepositions(material, core):
            if noun is not None and prep.lower in ("at", "of", "among") and _is_count(material, noun):
                yield noun


def _is_count(material: Material, noun: Token) -> bool:
    return noun.lemma in ("dead", "body", "death", "casualty", "killed") or any(
        k.lower in ("dead", "killed") for k in material.parse.kids(noun)
    )


def _kind(name: str) -> ClaimKind:
    return "displacement" if name == "displacement" else "casualty"
