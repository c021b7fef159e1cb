"""Words of war that speak of votes, markets, letters and hopes: metaphor, and what only shares its verb with war."""

from __future__ import annotations

from collections.abc import Callable

from dateline.claim.arguments import classes, prepositions
from dateline.claim.clause import Clause
from dateline.claim.material import Material
from dateline.claim.senses import Named
from dateline.claim.words import words
from dateline.model.text import Token
from dateline.model.world import ARMED_KINDS

METAPHORS = words(
    "heart mind cancer corruption inflation poverty election championship title crime hunger fatigue unemployment"
    " illiteracy racism stigma addiction budget popularity opinion climate rumour rumor misinformation disinformation armyworm locust pest drug wildfire flame virus price profit tax"
)
PEACEFUL = words(
    "election electoral presidential political advertising advertisement vaccination immunisation immunization marketing"
    " vaccine health relief charity sales safety membership fundraising awareness media press public smear information hygiene literacy re-election reelection senate primary"
)
"""Epithets of campaigns that no troops wage."""
RIVALRY = words(
    "attack clash air_strike shelling ambush repel advance begin_offensive capture retake withdraw besiege break_siege"
    " surrender losses loot arrest abduct displace"
)
"""Acts that rivals in business and politics are said to do."""
UPHEAVALS = words("storm flood avalanche landslide earthquake hurricane tsunami deluge tremor firestorm")
MATTER = words("mud snow ice rock stone water sludge debris rubble lava earth soil magnitude day week month year night")
"""What a flood or an avalanche may be made of, and by what it is measured."""
POLITICAL = words("political electoral diplomatic perfect media legal constitutional")
POLLING = words("elect re-elect reelect win victory vote defeat triumph")
ESTEEM = words(
    "pride ego reputation prestige credibility confidence morale dignity image standing career hope ambition"
)
SPELLS = words("year month week season decade century millennium overtime legend folklore")
EPITHETS = ("compound", "amod", "nmod")
MEN = frozenset(("person", "force", "irregular"))
HOUSES = frozenset(("place", "dwelling", "resort", "clinic", "vehicle"))
DATING = ("before", "after", "during", "ahead", "amid", "since", "until", "following")
WHERE = ("on", "near", "at", "around", "outside")
RULINGS = words(
    "decree law ban act ruling statute rule article order clause amendment provision verdict conviction sentence bill measure"
)
WAYS = ("to", "into", "from", "out")


def metaphor(material: Material, clause: Clause, named: Named) -> str | None:
    """A battle for hearts and minds, a fight against cholera."""
    if named.act not in ("clash", "attack", "capture", "begin_offensive", "besiege", "advance", "hold"):
        return None
    below = [
        token for token in material.parse.subtree(material.parse.tokens[named.trigger]) if not _epithet(material, token)
    ]
    inside = {token.index for token in below} & set(clause.tokens)
    told = [token for token in below if token.index in inside and not only_dates(material, token)]
    peaceful = any(
        token.lemma in METAPHORS
        or _against_time(material, token)
        or any(is_of(material, token, name) for name in ("disease", "animal"))
        for token in told
    )
    return "metaphor" if peaceful else None


def _names_place(material: Material, token: Token) -> bool:
    """Whether a word belongs to the name of a place: "on San Vicente Volcano"."""
    return token.pos == "PROPN" and material.parse.head(token).lower in WHERE


def only_dates(material: Material, token: Token) -> bool:
    """Whether a word only tells when something was: "hours before the election", "during the drug war"."""
    above = token
    while above.dep in (*EPITHETS, "poss", "conj"):
        above = material.parse.head(above)
    return above.dep == "pobj" and material.parse.head(above).lower in DATING


def _against_time(material: Material, token: Token) -> bool:
    """Whether people race the clock; what happens "for the third time" does happen."""
    return token.lower in ("time", "clock") and material.parse.head(token).lower in ("against", "fight", "battle")


def names_house(material: Material, token: Token) -> bool:
    """Whether a word only says what kind of house is meant: "a tax office", "a cholera ward"."""
    return token.dep in EPITHETS and bool(classes(material, material.parse.head(token)) & HOUSES)


def _epithet(material: Material, token: Token) -> bool:
    """Whether a word only says what kind of men or house is meant: "drug traffickers"."""
    over = material.parse.head(token)
    gang = token.dep in EPITHETS and over.dep in EPITHETS and bool(classes(material, material.parse.head(over)) & MEN)
    men = token.dep in EPITHETS and (gang or bool(classes(material, over) & MEN))
    return men or names_house(material, token)


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


def trade(material: Material, clause: Clause, named: Named) -> str | None:
    """Firms attack each other, surrender to creditors, retreat from a country: nobody takes up arms."""
    if named.act not in RIVALRY:
        return None
    doer = _doer(material, clause, named)
    if doer is None or not _of(material, doer, "company") or _is_harmed(material, clause):
        return None
    return "metaphor"


def quarrel(material: Material, clause: Clause, named: Named) -> str | None:
    """A battle over costs or with a lender, and a bloodbath among brokers: firms and prices bleed in words only."""
    trigger = material.parse.tokens[named.trigger]
    if trigger.pos != "NOUN" or named.act not in ("clash", "attack", "kill"):
        return None
    told = [(prep.lower, noun) for prep, noun in prepositions(material, trigger) if noun is not None]
    if named.act == "kill":
        # "Caused carnage among brokers": the parser hangs "among" on the verb.
        beside = prepositions(material, material.parse.head(trigger)) if trigger.dep == "dobj" else ()
        hurt = [*told, *((prep.lower, noun) for prep, noun in beside if noun is not None)]
        return "metaphor" if any(prep == "among" and _of(material, noun, "company") for prep, noun in hurt) else None
    if trigger.lemma not in ("battle", "fight", "war") or any(_is_armed(material, noun) for _, noun in told):
        return None
    over = [inner for prep, noun in told if prep == "over" for inner in material.parse.subtree(noun)]
    foes = [noun for prep, noun in told if prep in ("with", "against")]
    # A firm may stand before its name ("with budget airline Skylark"); bank robbers are no bank.
    foes += [kid for noun in foes if noun.pos == "PROPN" for kid in material.parse.kids(noun, "compound", "nmod")]
    private = any(_of(material, token, "dispute") for token in over)
    return "metaphor" if private or any(is_of(material, foe, "company") for foe in foes) else None


def pride(material: Material, clause: Clause, named: Named) -> str | None:
    """Who suffers a wound to his pride bleeds not, and a new year is entered without a frontier."""
    if named.act not in ("wound", "enter", "kill"):
        return None
    ends = (noun for prep, noun in prepositions(material, material.parse.tokens[named.trigger]) if prep.lower in WAYS)
    wanted = SPELLS if named.act == "enter" else ESTEEM
    return "metaphor" if any(noun is not None and noun.lemma in wanted for noun in ends) else None


def politics(material: Material, clause: Clause, named: Named) -> str | None:
    """Parties capture seats and lose control of a chamber, and ministers are ambushed by their own backbenchers."""
    if named.act not in RIVALRY and named.act != "protest":
        return None
    doer = _doer(material, clause, named)
    if doer is None or not _of(material, doer, "politician") or _is_harmed(material, clause):
        return None
    trigger = material.parse.tokens[named.trigger]
    if named.act == "protest":
        return "politics, not conflict" if trigger.lemma in ("walk", "storm") else None
    at = [
        noun
        for token in {trigger.index: trigger, clause.core: material.parse.tokens[clause.core]}.values()
        for _, noun in prepositions(material, token)
        if noun is not None
    ]
    objects = [noun for noun in (material.token(clause.object), *at) if noun is not None]
    below = {inner for noun in objects for inner in material.parse.subtree(noun)}
    contested = any("arena" in material.acts.class_of(noun.lemma) for noun in below)
    return "politics, not conflict" if contested or doer in objects or doer in below else None


def written(material: Material, clause: Clause, named: Named) -> str | None:
    """Whoever is bombarded with letters and questions is not shelled."""
    if named.act not in ("attack", "shelling", "air_strike", "ambush"):
        return None
    means = [
        noun for prep, noun in prepositions(material, material.parse.tokens[named.trigger]) if prep.lower == "with"
    ]
    told = [classes(material, noun) for noun in means if noun is not None and noun.pos == "NOUN"]
    return (
        "metaphor"
        if any(one & {"publication", "statement"} and not one & {"weapon", "shell"} for one in told)
        else None
    )


def _doer(material: Material, clause: Clause, named: Named) -> Token | None:
    """Who does it: the agent of a passive, the noun after "by" behind an act's noun, else the subject."""
    trigger = material.parse.tokens[named.trigger]
    agents = [noun for prep, noun in prepositions(material, trigger) if prep.lower == "by" and noun is not None]
    if clause.passive or (agents and trigger.pos == "NOUN"):
        return agents[0] if agents else None
    if material.parse.tokens[clause.core].lemma == "be" and trigger.index != clause.core:
        # What is a target of attacks is no attacker.
        return None
    return material.token(clause.subject)


def _of(material: Material, token: Token, name: str) -> bool:
    """Whether somebody is of a class and no party in arms; a name is of none."""
    return token.pos == "NOUN" and name in material.acts.class_of(token.lemma) and not _is_armed(material, token)


def _is_armed(material: Material, token: Token) -> bool:
    mention = material.mention_at.get(token.index)
    actor = material.resolution.actor(mention.id) if mention is not None else None
    return actor is not None and actor.kind in ARMED_KINDS


def _is_harmed(material: Material, clause: Clause) -> bool:
    """Whether people, houses or named places are what the act is done to."""
    victim = material.token(clause.subject if clause.passive else clause.object)
    if victim is None or any(_of(material, victim, name) for name in ("company", "politician", "arena")):
        return False
    return bool(classes(material, victim) & {"person", "civilian", "dwelling", "vehicle", "weapon"})


def struck_down(material: Material, clause: Clause, named: Named) -> str | None:
    """A court that strikes down a decree hits nobody."""
    trigger = material.parse.tokens[named.trigger]
    if (
        trigger.lemma != "strike"
        or trigger.pos != "VERB"
        or not any(kid.lower == "down" for kid in material.parse.kids(trigger, "prt", "advmod"))
    ):
        return None
    law = material.token(clause.subject if clause.passive else clause.object)
    return "law, not conflict" if law is not None and law.lemma in RULINGS else None


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
    if name == "animal" and (token.pos == "PROPN" or token.index in material.mention_at):
        # Tigers and Leopards are fighters and tanks.
        return False
    if name in ("disease", "disaster") and _names_place(material, token):
        return False
    if name in ("disease", "disaster") and token.lemma in UPHEAVALS and _figurative(material, token):
        return False
    if name in material.acts.class_of(token.lemma):
        return True
    before = material.parse.kids(token, "compound", "amod")
    longer = (f"{kid.lemma} {token.lemma}" for kid in before)
    called = (kid.lemma.lower() for kid in before if kid.pos == "PROPN" and name != "animal")
    return any(name in material.acts.class_of(lemma) for lemma in (*longer, *called))


def _figurative(material: Material, upheaval: Token) -> bool:
    """Whether a storm is one of protest, a flood one of refugees, a landslide one at the polls."""
    of = [noun for prep, noun in prepositions(material, upheaval) if prep.lower == "of" and noun is not None]
    if any(noun.pos == "NOUN" and noun.lemma not in MATTER for noun in of):
        return True
    if {kid.lemma.lower() for kid in material.parse.kids(upheaval, "amod", "compound")} & POLITICAL:
        return True
    if upheaval.lemma == "storm" and material.parse.head(upheaval).lower == "by" and upheaval.left == upheaval.index:
        # "Took the fort by storm".
        return True
    return upheaval.lemma == "landslide" and any(token.lemma in POLLING for token in material.parse.ancestors(upheaval))


Figure = Callable[[Material, Clause, Named], str | None]
FIGURES: tuple[Figure, ...] = (
    metaphor,
    lifeless,
    striving,
    electioneering,
    retort,
    market,
    trade,
    quarrel,
    pride,
    politics,
    written,
    struck_down,
    publication,
)
