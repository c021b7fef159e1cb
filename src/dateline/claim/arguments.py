"""The arguments of a predicate: who, whom, with which prepositions, and what classes they belong to."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.claim.material import Material
from dateline.claim.words import words
from dateline.model.text import Token
from dateline.model.world import ARMED_KINDS, Actor

CONTAINERS = words(
    "number group member series wave dozen hundred thousand one some all whole most many couple lot score handful rest"
    " remainder part majority total lot crowd team pair scores dozens hundreds thousands two three four several none"
    " half any each few band type kind kilo kilogram gram tonne ton litre bag stock stockpile quantity cache amount load"
    " haul shipment consignment batch head last bulk remnant"
)
"""Nouns and numerals that count what follows "of"."""
COMPARING = ("more", "less", "fewer", "little")
"""Words behind which "than" leads to what is meant: "held no more than a street"."""
DOERS = ("man", "woman", "ist", "eer", "ier", "tor", "maker", "keeper", "dealer", "goer", "fighter", "monger")
"""Endings of nouns that name people by what they do."""
HARMING = ("kill", "wound", "injure", "hurt")
"""Participles of what is done to people."""
HURT = ("wounded", "injured", "hurt")
HARMED = ("dead", "killed", *HURT)
"""How an attack leaves people."""
DAYS = words("day night week month year morning afternoon evening weekend")
CROWDS = words("dozen dozens scores hundreds thousands millions many several others")
"""Words that alone count people ("thousands marched")."""
CONTROLLING = words("force cause compel oblige prompt lead drive")
"""Verbs whose object does what the verb below them tells: "forced thousands to flee"."""
CALLING = ("call", "appeal", "plead", "ask", "beg")
TAKEN = words("captured abducted kidnapped captive jailed")
"""Participles of those who are in somebody's hands: "the abducted teachers"."""
AWAY = (("out", "of"), ("back", "to"))
"""Particles behind which a whole phrase says from or to what somebody turns: "pulled out of peace talks"."""
LOADING = words("load pack lade laden fill rig stuff cram")
"""Participles of what a vehicle carries."""
LANDS = ("country", "ADM1")
"""Kinds of places that only an army can invade."""
AT = ("on", "upon", "at")
ORDINALS = words("second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth")
THINGS = words("seize capture destroy damage burn torch recover down sink disable")
"""What is done to the things that were counted before rather than to people: "wrecked two trucks and seized six others"."""
BOUNDS = ("over", "under", "about", "around", "above")
"""Prepositions that before a number bound it."""


def hyphenated(material: Material, token: Token) -> str:
    """The word with the parts that hyphens glue to it, its last part as lemma: "counter-offensive"."""
    tokens, parts, index = material.parse.tokens, [token.lemma], token.index
    while index >= 2 and tokens[index - 1].text in ("-", "‑") and tokens[index - 1].end == tokens[index].start:
        if tokens[index - 2].end != tokens[index - 1].start:
            break
        parts.insert(0, tokens[index - 2].lower)
        index -= 2
    return "-".join(parts)


def forms(material: Material, token: Token) -> tuple[str, ...]:
    """The spellings under which a word may stand in the lexicon, the longest first."""
    tokens = material.parse.tokens
    longer = [hyphenated(material, token)]
    after = token.index + 2
    if after < len(tokens) and tokens[after - 1].text == "-" and tokens[after - 1].start == token.end:
        longer.insert(0, hyphenated(material, tokens[after]))
        longer.insert(0, f"{token.lower}-{tokens[after].lower}")
    return tuple(dict.fromkeys((*longer, token.lemma, token.lower)))


def classes(material: Material, token: Token | None) -> frozenset[str]:
    """What kind of thing a noun names, from its mention, else from the lexicon; empty when nothing is known."""
    if token is None:
        return frozenset()
    found = set(_lexical(material, token))
    if token.lemma in ("man", "people") and material.parse.kids(token, "poss"):
        found = {"person", "force"}
    if any(kid.lower == "ethnic" for kid in material.parse.kids(token, "amod")):
        return frozenset(("civilian", "person"))
    if found & {"person", "civilian"} and any(kid.lower in TAKEN for kid in material.parse.kids(token, "amod")):
        found.add("captive")
    if found & {"person", "force"} and any(kid.lower in HURT for kid in material.parse.kids(token, "amod")):
        found.add("wounded")
    if token.lemma in CONTAINERS or token.pos == "NUM" or token.lower in COMPARING:
        found |= _of_those_counted(material, token)
    if _one_more(material, token):
        found |= _counted_before(material, token)
    mention = material.mention_at.get(token.index)
    if mention is not None:
        found |= _of_mention(material, mention.id, mention.kind)
        found -= {"share"} if mention.kind == "place" else set()
    if "vehicle" in found and _laden(material, token):
        found.add("ordnance")
    crowd = found == {"quantity"}
    if (crowd or not found) and _doer(material, token):
        found.add("person")
    return frozenset(found)


def _counted_before(material: Material, pronoun: Token) -> frozenset[str]:
    """The classes of the things before it in the sentence: the drones of "24 drones were fired, and 18 of those downed"."""
    first = material.parse.sentences[pronoun.sentence].first
    nouns = (token for token in reversed(material.parse.tokens[first : pronoun.index]) if token.tag == "NNS")
    return next((found for noun in nouns if (found := frozenset(_lexical(material, noun)))), frozenset())


def _one_more(material: Material, token: Token) -> bool:
    """Whether a word counts on from those before it: "destroyed five trucks and captured a sixth"."""
    if token.lower in ORDINALS:
        return any(kid.lower == "a" for kid in material.parse.kids(token)) and not material.parse.kids(token, "prep")
    return token.lower == "others" and token.dep == "dobj" and material.parse.head(token).lemma in THINGS


def _laden(material: Material, vehicle: Token) -> bool:
    """Whether a vehicle is a bomb: "a truck packed with explosives", "an explosives-laden car"."""
    for kid in material.parse.kids(vehicle, "acl", "amod", "compound"):
        if kid.lemma in LOADING and any(
            "weapon" in material.acts.class_of(t.lemma) for t in material.parse.subtree(kid)
        ):
            return True
        if "-" in kid.text and kid.lower.partition("-")[0] in ("explosive", "explosives", "bomb"):
            return True
    return False


def _of_those_counted(material: Material, number: Token) -> set[str]:
    """The classes of what a number or a container counts: "dozens of fighters", "18 of those"."""
    found: set[str] = set()
    before = ("of", "among", "than") if number.lower in COMPARING else ("of", "among")
    preps = (prep for prep in material.parse.kids(number, "prep") if prep.lower in before)
    for noun in (noun for prep in preps for noun in material.parse.kids(prep, "pobj")):
        found |= classes(material, noun)
        if noun.lower in ("them", "these", "those"):
            found |= _counted_before(material, noun) or {"person"}
        elif noun.lower in ("us", "whom"):
            found.add("person")
        elif noun.lower == "which":
            found |= classes(material, _related(material, noun))
    return found


def _related(material: Material, pronoun: Token) -> Token | None:
    """The noun before the clause that a relative pronoun opens: the drones of "80 drones, 71 of which were downed"."""
    over = (token for token in material.parse.ancestors(pronoun) if token.dep == "relcl")
    return next((material.parse.head(verb) for verb in over), None)


def _doer(material: Material, token: Token) -> bool:
    """Whether an unknown noun names people by its ending, or a bare number counts them ("12 were captured")."""
    if token.pos == "NUM" or token.lower in CROWDS:
        of_what = any(prep.lower in ("of", "among") for prep in material.parse.kids(token, "prep"))
        return token.dep in ("nsubj", "nsubjpass", "dobj") and not of_what
    return token.pos == "NOUN" and token.lemma.endswith(DOERS)


def _lexical(material: Material, token: Token) -> Iterator[str]:
    if token.pos != "PROPN":
        yield from material.acts.class_of(hyphenated(material, token))
    yield from material.acts.class_of(token.lemma)
    if token.lemma != token.lower:
        yield from material.acts.class_of(token.lower)
    if token.tag == "NNPS" and token.lower.endswith("s"):
        # "Rockets" that open a sentence are taken for a name, and keep their plural.
        yield from material.acts.class_of(token.lower[:-1])
    for kid in material.parse.kids(token, "compound", "amod"):
        yield from material.acts.class_of(f"{kid.lemma} {token.lemma}")


def _of_mention(material: Material, mention: str, kind: str) -> set[str]:
    if kind == "place":
        place = material.resolution.place(mention)
        return {"place", "land"} if place is not None and place.kind in LANDS else {"place"}
    if kind != "actor":
        return {"person": {"person", "individual"}, "label": {"label", "force", "person"}}.get(kind, {kind})
    actor = material.resolution.actor(mention)
    if actor is None:
        return set()
    return _of_actor(actor)


def _of_actor(actor: Actor) -> set[str]:
    if actor.kind == "civilian":
        return {"civilian", "person"}
    if actor.kind in ARMED_KINDS or actor.kind in ("government", "label"):
        return {"force"}
    return {"person", "individual"} if actor.kind in ("person", "official") else set()


def left_harmed(material: Material, token: Token) -> bool:
    """Whether a participle says how an attack left those whom it hit: "left two soldiers wounded"."""
    if token.dep != "advcl" or token.tag != "VBN" or token.lemma not in HARMING:
        return False
    verb = material.parse.head(token)
    return verb.lemma == "leave" and any(kid.index < token.index for kid in material.parse.kids(verb, "dobj"))


def leaves_harmed(material: Material, verb: Token) -> bool:
    """Whether a verb tells what an attack did to people: "left nine dead", "has left scores wounded"."""
    if verb.lemma != "leave":
        return False
    told = material.parse.kids(verb, "oprd", "dobj", "ccomp", "acomp", "advcl", "conj", "dep")
    return any(token.lower in HARMED for kid in told for token in (kid, *material.parse.kids(kid)))


def counted_object(material: Material, verb: Token) -> Token | None:
    """The object that parsers hang below the word before its number: "carried out over 300 raids"."""
    for prep in material.parse.kids(verb, "prep"):
        for noun in material.parse.kids(prep, "pobj") if prep.lower in BOUNDS else ():
            if any(kid.index == prep.index + 1 for kid in material.parse.kids(noun, "nummod")):
                return noun
    return None


def asked_for(material: Material, token: Token) -> bool:
    """Whether an infinitive says what somebody is called on to do: "called for the gunmen to surrender"."""
    if token.dep != "advcl" or token.tag != "VB" or material.parse.head(token).lemma not in CALLING:
        return False
    return any(kid.lower == "for" for kid in material.parse.kids(token, "mark"))


def controlled(material: Material, token: Token) -> bool:
    """Whether an infinitive that the parser hung on the object completes the verb: "forcing 300 people to flee"."""
    if asked_for(material, token):
        return True
    noun = material.parse.head(token)
    if token.dep not in ("relcl", "acl") or noun.dep != "dobj" or token.tag != "VB":
        return False
    return material.parse.head(noun).lemma in CONTROLLING


def falls_on(material: Material, verb: Token) -> bool:
    """Whether a relative clause tells only where came down what was fired: "fired two rockets that fell in the town"."""
    shell = material.parse.head(verb)
    if verb.dep != "relcl" or verb.lemma not in ("fall", "land") or shell.dep != "dobj":
        return False
    which = any(kid.lower in ("which", "that") for kid in material.parse.kids(verb, "nsubj"))
    return which and "shell" in classes(material, shell)


def prepositions(material: Material, token: Token) -> list[tuple[Token, Token | None]]:
    """The prepositional phrases of a predicate as (preposition, object), also those on its particles."""
    found: list[tuple[Token, Token | None]] = []
    stack = [*material.parse.kids(token, "prep", "agent", "prt", "advmod", "dative")]
    while stack:
        prep = stack.pop(0)
        if names_source(material, prep):
            continue
        objects = material.parse.kids(prep, "pobj", "pcomp")
        found.extend((prep, one) for one in objects)
        if not objects:
            found.append((prep, None))
        stack.extend(material.parse.kids(prep, "prep"))
    return found


def fired_on(material: Material, verb: Token) -> bool:
    """Whether somebody "was fired upon"; a general who was fired on Monday lost his post: there the preposition has an object."""
    passive = verb.lemma == "fire" and material.parse.kids(verb, "auxpass")
    return bool(passive) and any(noun is None and prep.lower in AT for prep, noun in prepositions(material, verb))


def names_source(material: Material, prep: Token) -> bool:
    """Whether a preposition leads to whose word it is: "according to the army", "by the army's count"."""
    told = material.cue_at.get(prep.index)
    return prep.lower == "according" or (told is not None and told.verb == "according to")


def agent_of(material: Material, core: Token) -> Token | None:
    """The noun after "by" of a passive, or of the fate that it confirms: "were confirmed killed by gunmen"."""
    fates = (kid for kid in material.parse.kids(core, "xcomp", "oprd") if kid.lemma in HARMING and kid.tag == "VBN")
    for verb in (core, *fates):
        for prep in material.parse.kids(verb, "agent"):
            for noun in material.parse.kids(prep, "pobj") if not names_source(material, prep) else ():
                return noun
    return None


def _leads_in(kid: Token, core: Token) -> bool:
    """Whether a phrase before a verb only leads in ("Over the past day, clashes took place"): no particle stands there."""
    return kid.dep == "prep" and kid.index < core.index and core.pos == "VERB"


def _goes_in(material: Material, into: Token) -> bool:
    """Whether "in" goes with the verb though the parser hung a time on it: "moved in the next day"."""
    times = (noun for noun in material.parse.kids(into, "pobj") if noun.lemma in DAYS)
    return any(
        kid.lower in ("next", "following", "same") for noun in times for kid in material.parse.kids(noun, "amod")
    )


def companions(material: Material, core: Token) -> frozenset[str]:
    """The lemmas that stand with a predicate: particles, objects, prepositions and their objects, compounds."""
    found: set[str] = set()
    for kid in material.parse.kids(core):
        clausal = kid.dep in ("relcl", "advcl", "conj", "ccomp") and kid.pos != "ADJ"
        if clausal or kid.dep in ("nsubj", "punct") or _leads_in(kid, core):
            continue
        if kid.lower == "in" and material.parse.kids(kid, "pobj") and not _goes_in(material, kid):
            found |= {noun.lemma for noun in material.parse.kids(kid, "pobj")}
            continue
        found |= {kid.lemma, kid.lower, hyphenated(material, kid)}
        if kid.dep in ("prep", "dobj", "agent", "prt", "oprd", "advmod", "acomp", "xcomp", "compound", "attr"):
            for deeper in material.parse.kids(kid, "pobj", "compound", "amod", "prep"):
                found |= {deeper.lemma, deeper.lower}
                away = (kid.lower, deeper.lower) in AWAY
                if deeper.dep == "prep" and (away or kid.dep == "dobj"):
                    nouns = material.parse.kids(deeper, "pobj")
                    found |= {noun.lemma for noun in nouns if away or noun.left == noun.right}
    return frozenset(found)


def closed_count(material: Material, count: Token) -> bool:
    """Whether a comma stands between a count and the noun on which the parser hung it: "12 killed, mill burned"."""
    behind = material.parse.tokens[count.right + 1 : count.right + 2]
    return count.dep == "nummod" and bool(behind) and behind[0].text == ","
