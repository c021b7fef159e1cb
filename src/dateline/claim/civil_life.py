"""What happens where nobody is in arms: collisions, blasts in works, deaths of age, the police on their rounds.

The same words tell of war where a party in arms, a weapon or a killing is named near them; then these rules say nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from dateline.claim.arguments import agent_of, classes, hyphenated, prepositions
from dateline.claim.clause import Clause
from dateline.claim.figures import is_of
from dateline.claim.footing import SHORTEST, near
from dateline.claim.material import Material
from dateline.claim.senses import Named, noun_sense
from dateline.claim.words import words
from dateline.model.text import Token

WARLIKE = words("irregular armed_hand shell ordnance explosive bullet captive siege")
"""Classes of nouns that tell of arms."""
BLASTS = words("explosion blast")
"""What a boiler makes as well as a bomb."""
KILLINGS = words("shoot murder behead execute massacre assassinate stab lynch slaughter bomb bombard ambush torture war clash"
                 " gunfire shelling airstrike gunshot shooting bombing")  # fmt: skip
SWERVING = words("fall plunge hit strike ram slam plough plow smash swerve skid roll flip topple jackknife sink")
"""What cars, trains and ferries do of themselves."""
FALLING = words("fall slip trip collapse topple tumble stumble")
"""What hurts people by itself: "was hurt when he fell from a ladder"."""
SPREADING = words("break spread rage start sweep engulf")
"""What flames do and gunfire does not."""
ROUNDS = words("enter return withdraw advance surrender")
"""Acts that policemen do, and suspects before them, without any war."""
PRIZES = words("place person force weapon vehicle aircraft drone dwelling resort clinic road depot")
"""Classes of what is captured in war."""
BARRAGES = words("explosion blast barrage volley salvo hail storm fusillade bombardment outburst eruption")
"""What questions and colours may come in as well as shells."""
BURSTING = words("weapon shell explosive bullet gas stone drone aircraft accident")
UNPLEASANT = words(
    "heat cold noise rain smog traffic winter crowd bustle stress routine boredom tax dust summer drizzle crush"
)
"""What people flee who come back on Sunday."""
LENGTHS = words("kilometre kilometer mile metre meter km")
HOMES = words("home house office apartment flat residence newsroom premises headquarters shop")
TRIALS = words("trial prosecution questioning extradition")
TAKING = words("take carry lift pluck pull bring fly")
RESCUERS = words("rescuer fireman firefighter boat lifeboat coastguard lifeguard ambulance paramedic helicopter")
MISHAP = "accident, not conflict"


def in_arms(material: Material, number: int) -> bool:
    """Whether a sentence, its neighbours or the lead name a party in arms other than the police, arms or a killing.

    Of a text that is too short to tell it is taken for granted.
    """
    if len(material.parse.tokens) < SHORTEST:
        return True
    return any(material.belligerent[index] or _of_arms(material, index) for index in near(material, number))


def _of_arms(material: Material, number: int) -> bool:
    return any(
        token.lemma in KILLINGS
        or (token.pos in ("NOUN", "PROPN") and token.lemma not in BLASTS and _is_arm(material, token))
        for token in _tokens(material, number)
    )


def _is_arm(material: Material, token: Token) -> bool:
    return bool(WARLIKE & material.acts.class_of(token.lemma))


def mishap(material: Material, clause: Clause, named: Named) -> str | None:
    """Dead and damage of collisions, of works and of what a lead or a neighbouring sentence calls an accident."""
    number = material.parse.tokens[clause.head].sentence
    harmed = named.act in ("kill", "wound", "losses") or named.predicate in ("blow_up", "hit", "strike", "burn")
    if not harmed or blown_up(material, clause, named) or in_arms(material, number):
        return None
    if any(kid.lemma in FALLING for kid in material.parse.kids(material.parse.tokens[clause.core], "advcl")):
        return MISHAP
    told = (token for index in near(material, number) for token in _tokens(material, index))
    return MISHAP if any(_tells_of_mishap(material, token) for token in told) else None


def _tells_of_mishap(material: Material, token: Token) -> bool:
    """Whether a word names an accident, a car that swerves, or a blast in works."""
    if token.pos == "VERB":
        subjects = material.parse.kids(token, "nsubj")
        wheels = any(is_of(material, noun, name) for noun in subjects for name in ("traffic", "steersman"))
        return wheels and token.lemma in SWERVING
    if token.lemma == "fire":
        # It may be gunfire, or set.
        return token.dep == "nsubj" and material.parse.head(token).lemma in SPREADING
    if is_of(material, token, "accident") or "accident" in material.acts.class_of(hyphenated(material, token)):
        return True
    if token.lemma not in BLASTS:
        return False
    return any(noun is not None and is_of(material, noun, "works") for _, noun in prepositions(material, token))


def blown_up(material: Material, clause: Clause, named: Named) -> bool:
    """Whether somebody blows something up, as a pipeline; a leak that blows up a house is nobody."""
    if named.predicate != "blow_up" or material.parse.tokens[named.trigger].pos != "VERB":
        return False
    doer = material.token(clause.subject)
    return clause.passive or (clause.object is not None and doer is not None and not is_of(material, doer, "accident"))


def at_the_wheel(material: Material, clause: Clause, named: Named) -> str | None:
    """A driver who loses control gives up no place."""
    subject = material.token(clause.subject)
    drives = subject is not None and is_of(material, subject, "steersman")
    return MISHAP if named.predicate == "lose_control" and drives else None


def of_age(material: Material, clause: Clause, named: Named) -> str | None:
    """One person who "has died aged 97", or of whose death no cause is told, was killed by nobody."""
    core = material.parse.tokens[clause.core]
    if core.lemma != "die" or core.pos != "VERB" or in_arms(material, core.sentence):
        return None
    subject = material.token(clause.subject)
    one = subject is not None and (subject.lower in ("he", "she") or subject.tag in ("NN", "NNP"))
    causes = (noun for prep, noun in prepositions(material, core) if prep.lower in ("in", "of", "from", "after"))
    told = any(noun is not None and noun_sense(material, noun) is not None for noun in causes)
    counted = subject is not None and any(material.parse.kids(subject, "nummod"))
    return "a death without violence" if one and not counted and not told else None


def searched(material: Material, clause: Clause, named: Named) -> str | None:
    """Homes and offices that the police raid, and suspects who are handed over for trial: no fight is told."""
    trigger = material.parse.tokens[named.trigger]
    if named.predicate == "hand_over":
        ends = (
            noun.lemma for prep, noun in prepositions(material, trigger) if prep.lower == "for" and noun is not None
        )
        return "law enforcement" if trigger.lemma == "extradite" or not TRIALS.isdisjoint(ends) else None
    if named.act != "attack" or trigger.lemma != "raid" or trigger.pos != "VERB" or clause.passive:
        return None
    doer, target = material.token(clause.subject), material.token(clause.object)
    if doer is None or target is None or not is_of(material, doer, "constable"):
        return None
    return "law enforcement" if target.lemma in HOMES else None


def on_duty(material: Material, clause: Clause, named: Named) -> str | None:
    """Policemen who enter a house or come back to it, and suspects who give themselves up to them."""
    head = material.parse.tokens[clause.head]
    if named.act not in ROUNDS or in_arms(material, head.sentence):
        return None
    trigger = material.parse.tokens[named.trigger]
    told = [
        material.token(clause.subject),
        *(noun for prep, noun in prepositions(material, trigger) if prep.lower == "to"),
    ]
    police = any(noun.lemma == "officer" or is_of(material, noun, "constable") for noun in told if noun is not None)
    return "law enforcement, no party in arms" if police else None


def no_prize(material: Material, clause: Clause, named: Named) -> str | None:
    """Players capture knights, probes capture dust: things that nobody takes in war, where nobody is in arms."""
    if named.act not in ("capture", "retake") or clause.form != "verb":
        return None
    object_ = material.token(clause.subject if clause.passive else clause.object)
    doer = agent_of(material, material.parse.tokens[clause.core]) if clause.passive else material.token(clause.subject)
    if object_ is None or object_.pos != "NOUN" or object_.index in material.mention_at:
        return None
    taken = classes(material, object_) & PRIZES or "force" in classes(material, doer)
    return None if taken or in_arms(material, object_.sentence) else "metaphor"


def of_feeling(material: Material, clause: Clause, named: Named) -> str | None:
    """An explosion of colour and a barrage of questions: what bursts is neither counted nor a weapon."""
    trigger = material.parse.tokens[named.trigger]
    if named.act not in ("attack", "shelling", "air_strike") or trigger.pos != "NOUN":
        return None
    of = [noun for prep, noun in prepositions(material, trigger) if prep.lower == "of" and noun is not None]
    bare = any(noun.pos == "NOUN" and noun.left == noun.index and not _bursts(material, noun) for noun in of)
    return "metaphor" if bare and trigger.lemma in BARRAGES else None


def _bursts(material: Material, noun: Token) -> bool:
    """Whether a noun names what bursts or flies, or the violence itself."""
    return bool(BURSTING & material.acts.class_of(noun.lemma)) or noun.lemma in (
        "fire",
        "gunfire",
        "violence",
        "fighting",
    )


def on_holiday(material: Material, clause: Clause, named: Named) -> str | None:
    """People flee the heat, towns empty on Fridays, hotels surrender rooms, and roads are blocked for forty kilometres."""
    trigger, subject = material.parse.tokens[named.trigger], material.token(clause.subject)
    object_ = material.token(clause.object)
    if named.act == "displace" and object_ is not None and trigger.pos == "VERB" and object_.lemma in UNPLEASANT:
        return "a departure, not displacement"
    if subject is None or subject.index in material.mention_at:
        return None
    kinds = classes(material, subject)
    if named.act == "withdraw" and trigger.lemma == "leave" and object_ is None and kinds & {"place", "share"}:
        of = (noun for prep, noun in prepositions(material, subject) if prep.lower == "of" and noun is not None)
        return (
            None if "force" in kinds.union(*(classes(material, noun) for noun in of)) else "a departure, no withdrawal"
        )
    if named.act == "surrender" and object_ is not None and "resort" in kinds:
        return "metaphor"
    lengths = (noun.lemma for prep, noun in prepositions(material, trigger) if prep.lower == "for" and noun is not None)
    jammed = named.predicate == "cut_road" and clause.passive and any(noun in LENGTHS for noun in lengths)
    return "traffic, not a siege" if jammed else None


def rescued(material: Material, clause: Clause, named: Named) -> str | None:
    """Helicopters and firemen who take people from roofs carry nobody off."""
    trigger, subject = material.parse.tokens[named.trigger], material.token(clause.subject)
    if named.act != "abduct" or trigger.lemma not in TAKING or subject is None or clause.passive:
        return None
    saves = subject.lemma in RESCUERS or "aircraft" in classes(material, subject)
    away = any(prep.lower in ("from", "off", "out") for prep, _ in prepositions(material, trigger))
    return "a rescue, no abduction" if saves and away else None


def _tokens(material: Material, number: int) -> tuple[Token, ...]:
    sentence = material.parse.sentences[number]
    return material.parse.tokens[sentence.first : sentence.last + 1]


Guard = Callable[[Material, Clause, Named], str | None]
CIVIL: tuple[Guard, ...] = (mishap, at_the_wheel, of_age, searched, on_duty, no_prize, of_feeling, on_holiday, rescued)
