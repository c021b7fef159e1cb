"""Words of war that tell of something else: of a film, a drill, computers, a getaway, criticism."""

from __future__ import annotations

from collections.abc import Callable

from dateline.claim.arguments import agent_of, classes, prepositions
from dateline.claim.clause import Clause
from dateline.claim.figures import is_of
from dateline.claim.material import Material
from dateline.claim.senses import Named, noun_sense
from dateline.claim.tales import is_played, told_in
from dateline.claim.words import words
from dateline.model.text import Token

ON_COMPUTERS = words("attack abduct losses capture release air_strike shelling enter sabotage repel advance withdraw")
GETAWAY = words("flee escape disappear vanish abscond speed ride evacuate")
AWAY = words("to into toward towards from across over through")
"""Where refugees escape to, and whence."""
CIVIL = ("intl_org", "monitor", "organisation", "media", "media_collective", "anonymous_source")
"""Kinds of those whose fire is criticism."""
SPOKEN = words("personal verbal verbally rhetorical partisan scathing blistering vitriolic")
"""Epithets of attacks that are made in words."""
SPEECHES = words(
    "speech statement interview tweet column editorial article debate address sermon remark letter op-ed broadcast essay"
    " lecture memoir song message"
)
"""Where somebody attacks another in words."""
BROADSIDES = words("broadside barb salvo tirade accusation insult criticism")
SHELLED = words("shell ordnance aircraft drone gunner")
"""Classes of what no robber has."""
RISKS = words("risk danger fear threat avoid escape")


def told_in_a_work(material: Material, clause: Clause, named: Named) -> str | None:
    """What a film, a novel, an exhibition shows is no report of it; nor are attacks of critics on it."""
    head = material.parse.tokens[clause.head]
    shown = told_in(material.parse, material.acts, material.tales, head) == "work"
    if shown or _in_a_work(material, head) or _attacks_a_work(material, clause):
        return "metaphor, shown in a work of art"
    return None


def played_in_a_drill(material: Material, clause: Clause, named: Named) -> str | None:
    """What soldiers and rescuers rehearse does not happen."""
    words = [material.parse.tokens[named.trigger], material.token(clause.subject), material.token(clause.object)]
    played = any(is_played(material.parse, word) for word in words if word is not None)
    head = material.parse.tokens[clause.head]
    if played or told_in(material.parse, material.acts, material.tales, head) == "drill":
        return "hypothetical, played in a drill"
    return None


def _in_a_work(material: Material, head: Token) -> bool:
    """Whether an act is what a work is about or tells: "a film about the siege", "the novel tells how", "in the film"."""
    for token in (head, *material.parse.ancestors(head)):
        subjects = material.parse.kids(token, "nsubj")
        within = (kid for kid in material.parse.kids(token, "prep") if kid.lower == "in")
        settings = (
            one for kid in within for noun in material.parse.kids(kid, "pobj") for one in _owned(material, noun)
        )
        if any(_is_work(material, noun) for noun in (token, *subjects, *settings)):
            return True
    return False


def _owned(material: Material, noun: Token) -> tuple[Token, ...]:
    """A noun and whose it is: the chapter and the novel of "the novel's first chapter"."""
    return (noun, *material.parse.kids(noun, "poss"))


def _attacks_a_work(material: Material, clause: Clause) -> bool:
    object_ = material.token(clause.subject if clause.passive else clause.object)
    doer = None if clause.passive else material.token(clause.subject)
    return (object_ is not None and _is_work(material, object_)) or (doer is not None and _is(material, doer, "critic"))


def at_risk(material: Material, clause: Clause, named: Named) -> str | None:
    """What travellers "risk being", or are "in danger of being", has not been done to them."""
    token = material.parse.tokens[named.trigger]
    while token.dep == "conj":
        token = material.parse.head(token)
    before = material.parse.tokens[max(0, token.index - 3) : token.index]
    if not before or before[-1].lower != "being" or not any(one.lemma in RISKS for one in before):
        return None
    return "a risk, nothing that happened"


def likened(material: Material, clause: Clause, named: Named) -> str | None:
    """What only looks "as if a bomb went off" did not happen."""
    head = material.parse.tokens[clause.head]
    marks = {
        kid.lower: material.parse.tokens[kid.index - 1].lower for kid in material.parse.kids(head, "mark") if kid.index
    }
    compared = "like" in marks or any(marks.get(mark) == "as" for mark in ("if", "though"))
    return "metaphor" if compared else None


def for_the_till(material: Material, clause: Clause, named: Named) -> str | None:
    """Robbers who blow up a cash machine or shoot a jeweller are after money."""
    if named.act not in ("attack", "losses", "loot", "wound", "kill"):
        return None
    number = material.parse.tokens[clause.head].sentence
    near = range(max(0, number - 1), number + 1)
    if any(
        material.found(n, "shelled", lambda token: bool(SHELLED & material.acts.class_of(token.lemma))) for n in near
    ):
        return None
    tills = any(material.found(n, "till", lambda token: is_of(material, token, "till")) for n in near)
    return "crime for money, not conflict" if tills else None


def on_computers(material: Material, clause: Clause, named: Named) -> str | None:
    """Hackers attack servers and seize domains."""
    if named.act not in ON_COMPUTERS:
        return None
    trigger = material.parse.tokens[named.trigger]
    told = [token for index in (clause.subject, clause.object) if (token := material.token(index)) is not None]
    if any(_is(material, token, "hacking") for word in (trigger, *told) for token in material.parse.subtree(word)):
        return "idiom, an attack on computers"
    object_ = material.token(clause.subject if clause.passive else clause.object)
    targets = [noun for prep, noun in prepositions(material, trigger) if prep.lower in ("on", "against") and noun]
    for target in (object_, *targets) if object_ is not None else targets:
        before = any(_is(material, kid, "online") for kid in material.parse.kids(target, "compound", "amod"))
        if _is(material, target, "online") or (before and not classes(material, target) & {"person", "force"}):
            return "idiom, an attack on computers"
    return None


def getaway(material: Material, clause: Clause, named: Named) -> str | None:
    """A robber who flees gives up no position; one man on the run, and whoever escaped with his life, is not displaced."""
    trigger = material.parse.tokens[named.trigger]
    if named.act == "displace" and trigger.lemma == "escape" and clause.object is None:
        ways = any(prep.lower in AWAY for prep, _ in prepositions(material, trigger))
        return None if ways else "a getaway, nobody is displaced and no position given up"
    subject = material.token(clause.subject)
    if named.act == "repel" and trigger.lemma == "drive" and clause.object is None and not clause.passive:
        return "a getaway, nobody is driven off"
    if named.act not in ("withdraw", "displace") or trigger.lemma not in GETAWAY or subject is None:
        return None
    led = any(kid.lower == "with" for kid in material.parse.kids(trigger, "prep"))
    alone = not led and (subject.lower in ("he", "she") or "individual" in classes(material, subject))
    raider = _is(material, subject, "raider")
    return "a getaway, nobody is displaced and no position given up" if alone or raider else None


def criticised(material: Material, clause: Clause, named: Named) -> str | None:
    """To come under fire over costs, to fight for votes: words, not weapons."""
    core = material.parse.tokens[clause.core]
    over = [noun for prep, noun in prepositions(material, core) if prep.lower in ("over", "for") and noun is not None]
    if named.predicate == "shoot_at" and core.lemma in ("come", "be", "draw"):
        told = _around(material, core)
        return "metaphor" if any(_reproached(material, clause, prep, noun) for prep, noun in told) else None
    if named.predicate != "fight" or core.pos != "VERB":
        return None
    return "metaphor" if any(_is(material, noun, "cause") for noun in over) and clause.object is None else None


def _around(material: Material, core: Token) -> list[tuple[Token, Token]]:
    """The prepositional phrases of a verb and of the fire that somebody draws or comes under."""
    told = prepositions(material, core)
    nouns = (*material.parse.kids(core, "dobj"), *(noun for _, noun in told if noun is not None))
    of_fire = (pair for noun in nouns if noun.lemma == "fire" for pair in prepositions(material, noun))
    return [(prep, noun) for prep, noun in (*told, *of_fire) if noun is not None]


def _reproached(material: Material, clause: Clause, prep: Token, noun: Token) -> bool:
    """Whether a phrase tells for what, or by whom, somebody is criticised who "came under fire"."""
    mention = material.mention_at.get(noun.index)
    if prep.lower == "for":
        return mention is None and not _is(material, noun, "abstract")
    if prep.lower == "over":
        deed = noun_sense(material, noun) is not None and mention is None
        return deed or _is(material, noun, "dispute") or any(material.parse.kids(noun, "poss"))
    actor = material.resolution.actor(mention.id) if mention is not None else None
    civil = actor is not None and actor.kind in CIVIL
    kinds = classes(material, noun)
    unnamed = actor is not None and actor.kind == "anonymous_source"
    if (unnamed or "civilian" in kinds) and not kinds & {"force", "reprover", "politician"}:
        return prep.lower in ("from", "by") and _is_blamed(material, material.token(clause.subject))
    reproves = civil or bool(kinds & {"politician", "reprover"})
    return prep.lower in ("from", "by") and reproves and (actor is None or not actor.armed)


def _is_blamed(material: Material, token: Token | None) -> bool:
    """Whether somebody is reproached rather than shot at by people without arms: one person, a firm, a council."""
    return _is_somebody(material, token) or bool(classes(material, token) & {"politician", "company"})


def with_words(material: Material, clause: Clause, named: Named) -> str | None:
    """Politicians attack each other in speeches: "a personal attack on the premier"; a weapon would make it a deed."""
    trigger = material.parse.tokens[named.trigger]
    if named.act == "attack" and _lashes_out(material, clause, trigger):
        return "metaphor"
    if named.predicate not in ("attack", "hit", "strike"):
        return None
    if any(kid.lower in SPOKEN for kid in material.parse.kids(trigger, "amod", "advmod")):
        return "metaphor"
    told = [(prep.lower, noun) for prep, noun in prepositions(material, trigger) if noun is not None]
    if any("weapon" in classes(material, noun) for _, noun in told):
        return None
    doer = agent_of(material, trigger) if clause.passive else material.token(clause.subject)
    victim = material.token(clause.subject if clause.passive else clause.object)
    if trigger.pos == "NOUN":
        victim = next((noun for prep, noun in told if prep in ("on", "against")), None)
        doer = next((noun for prep, noun in told if prep in ("from", "by")), doer)
        if any(prep == "from" and _is_somebody(material, noun) for prep, noun in told):
            return "metaphor"
    return "metaphor" if _is_somebody(material, doer) and _is_somebody(material, victim) else None


def audience(material: Material, clause: Clause, named: Named) -> str | None:
    """A rally that is told or addressed, and at which somebody said something, only hears him."""
    rally = material.parse.tokens[named.trigger]
    if named.act != "protest" or rally.lemma not in ("rally", "meeting", "gathering") or clause.form != "nominal":
        return None
    over = material.parse.head(rally)
    heard = rally.dep == "dobj" and over.lemma in ("tell", "address")
    said = rally.dep == "pobj" and over.lower in ("at", "to") and material.parse.head(over).index in material.cue_at
    return "an audience, not a protest" if heard or said else None


def _lashes_out(material: Material, clause: Clause, trigger: Token) -> bool:
    """Whether somebody "hits out at" another, fires broadsides, or opens fire on him "in his speech"."""
    core = material.parse.tokens[clause.core]
    doer = material.token(clause.subject)
    speaks = _is_somebody(material, doer) or bool(classes(material, doer) & {"politician"})
    out = any(kid.lower == "out" for kid in material.parse.kids(trigger, "prt", "advmod"))
    if trigger.lemma in ("hit", "lash", "strike") and trigger.pos == "VERB" and out:
        return True
    if speaks and any(kid.lemma in BROADSIDES for kid in material.parse.kids(core, "dobj")):
        return True
    told = (noun for prep, noun in prepositions(material, core) if prep.lower == "in" and noun is not None)
    own = [noun for noun in told if noun.lemma in SPEECHES]
    return any(speaks or any(kid.tag == "PRP$" for kid in material.parse.kids(noun, "poss")) for noun in own)


def _is_somebody(material: Material, token: Token | None) -> bool:
    """Whether a word names one person of no armed party."""
    found = classes(material, token)
    return "individual" in found and "force" not in found


def figurative_object(material: Material, clause: Clause, named: Named) -> str | None:
    """What is captured, attacked, shot down or withdrawn may be a mood, a motion or a product."""
    if (
        named.act not in ("attack", "capture", "retake", "losses", "withdraw", "abduct", "loot")
        or clause.form != "verb"
    ):
        return None
    object_ = material.token(clause.subject if clause.passive else clause.object)
    if object_ is None or object_.pos != "NOUN" or object_.index in material.mention_at:
        return None
    found = classes(material, object_) - ({"publication"} if named.act == "loot" else set())
    real = found & {
        "place",
        "force",
        "person",
        "civilian",
        "weapon",
        "vehicle",
        "road",
        "dwelling",
        "resort",
        "aircraft",
        "drone",
    }
    if real:
        return None
    recalled = named.act == "withdraw" and not clause.passive and not _of_force(material, clause.subject)
    return "metaphor" if recalled or found & {"lifeless", "publication", "money", "statement"} else None


def _of_force(material: Material, index: int | None) -> bool:
    """Whether somebody who may hold a position does it; pronouns may stand for them."""
    token = material.token(index)
    return token is None or token.pos in ("PRON", "PROPN") or "force" in classes(material, token)


def cleared(material: Material, clause: Clause, named: Named) -> str | None:
    """Engineers who blow up what did not explode, or what they found, attack nobody; nor does a "controlled explosion".

    Who leaves home while a bomb of an old war is defused comes back in the evening.
    """
    if named.act == "displace":
        number = material.parse.tokens[clause.head].sentence
        near = material.parse.sentences[max(0, number - 1) : number + 2]
        told = {token.lemma for one in near for token in material.parse.tokens[one.first : one.last + 1]}
        return "idiom, clearance of explosives" if told & {"defuse", "unexploded"} and "wartime" in told else None
    if named.act not in ("attack", "losses"):
        return None
    object_ = material.token(clause.subject if clause.passive else clause.object)
    harmless = {
        kid.lower
        for noun in (object_, material.parse.tokens[named.trigger])
        if noun is not None
        for kid in material.parse.kids(noun, "amod", "compound")
        if material.parse.tokens[kid.index - 1].text != "-"
    } & {"unexploded", "undetonated", "leftover", "controlled"}
    doer = agent_of(material, material.parse.tokens[clause.core]) if clause.passive else material.token(clause.subject)
    disposed = named.predicate == "blow_up" and _disposes(material, doer) and "weapon" in classes(material, object_)
    return "idiom, clearance of explosives" if harmless or disposed else None


def _disposes(material: Material, doer: Token | None) -> bool:
    """Whether it is the work of somebody to make bombs harmless."""
    if doer is None:
        return False
    kinds = {kid.lemma for kid in material.parse.kids(doer, "compound", "amod", "nmod")}
    return _is(material, doer, "sapper") or bool(kinds & {"disposal", "demining", "bomb"})


def _is_work(material: Material, token: Token) -> bool:
    return token.pos == "NOUN" and token.dep != "compound" and _is(material, token, "fiction")


def _is(material: Material, token: Token, name: str) -> bool:
    return name in material.acts.class_of(token.lemma)


Guard = Callable[[Material, Clause, Named], str | None]
PEACEFUL: tuple[Guard, ...] = (
    at_risk,
    likened,
    for_the_till,
    told_in_a_work,
    played_in_a_drill,
    on_computers,
    getaway,
    criticised,
    with_words,
    audience,
    figurative_object,
    cleared,
)
