"""Words that look like an act of conflict and are none: disease, accident, sport, labour, law, animals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from dateline.claim.arguments import classes, fired_on, hyphenated, prepositions
from dateline.claim.civil_life import CIVIL, blown_up
from dateline.claim.clause import Clause
from dateline.claim.figures import FIGURES, is_of, names_house, only_dates
from dateline.claim.material import Material
from dateline.claim.peaceful import PEACEFUL
from dateline.claim.senses import Named
from dateline.claim.sport import sport
from dateline.claim.words import words
from dateline.claim.worlds import WORLDS
from dateline.claim.wrangles import WRANGLES
from dateline.model.text import Token
from dateline.reference.acts import Part, Sense

WORK_NOUNS = frozenset(("union", "wage", "pay", "salary", "worker", "teacher", "nurse", "doctor", "transport"))
PRESS = words("reporter photographer correspondent journalist cameraman witness")
GOING = ("enter", "advance", "withdraw", "return")
STOPPAGES = words(
    "complete total general indefinite nationwide partial shutter-down token countrywide armed hunger sit-down rent"
)
"""How far a strike of those who stop working goes."""
CHARGING = words(
    "charge convict acquit indict guilty plead sentence jail imprison want prosecute arraign extradite try"
)
BLAZES = words("battle fight tackle douse extinguish contain combat control")
"""Verbs of those who put a fire out."""
CALM_FIRE = words("under return open exchange trade cease draw")
"""Words before "fire" that make it gunfire."""


GUNFIRE = words(
    "heavy intense fierce hostile enemy friendly automatic sustained direct indirect incoming outgoing live covering suppressive"
    " supporting small-arms anti-aircraft arms cannon sniper arson hellish withering retaliatory return answering"
)
"""Words before "fire" that make it gunfire, or set on purpose; a massive one burns a market."""
SHOOTING = frozenset(("weapon", "shell", "force", "irregular", "aircraft", "vehicle"))
REACH = 3
"""Sentences before a fire in which violence explains it."""
DEADLY = words("kill wound losses burn displace return clash attack withdraw besiege deploy enter")
"""Acts that a storm or a crash may do as well."""
DELIBERATE = words(
    "shoot murder gun behead execute massacre assassinate stab lynch slaughter bomb gunman gunfire bullet"
)
"""Words of killings that no storm does."""
VIOLENT = ("attack", "clash", "air_strike", "shelling", "ambush", "besiege", "capture", "retake")


def guard(material: Material, clause: Clause, named: Named) -> str | None:
    """Why words that name an act of conflict are none; None when nothing speaks against them."""
    for rule in GUARDS:
        found = rule(material, clause, named)
        if found is not None:
            return found
    return None


def animal(material: Material, clause: Clause, named: Named) -> str | None:
    """Bears raid bins, are captured and let go; nobody is at war with them."""
    victim = material.token(clause.subject if clause.passive else clause.object)
    if victim is not None and is_of(material, victim, "animal"):
        return "animals, not parties"
    hunted = victim is not None and victim.lower == "it"
    sides = (clause.subject, clause.object)
    if not hunted and any("force" in classes(material, material.token(index)) for index in sides):
        return None
    number = material.parse.tokens[clause.head].sentence
    roles = ("nsubj", "nsubjpass", "dobj", *(("pobj",) if hunted else ()))
    near = range(max(0, number - 1), number + 1)
    beasts = any(material.found(n, f"beast {hunted}", lambda token: _is_beast(material, token, roles)) for n in near)
    return "animals, not parties" if beasts else None


def _is_beast(material: Material, token: Token, roles: Sequence[str]) -> bool:
    """Whether a noun in one of these roles is an animal."""
    return token.pos == "NOUN" and token.dep in roles and "animal" in material.acts.class_of(token.lemma)


def court(material: Material, clause: Clause, named: Named) -> str | None:
    """In "charged with murder" the news is the charge."""
    noun = material.parse.tokens[clause.head]
    over = material.parse.head(material.parse.head(noun))
    if clause.form != "nominal" or noun.dep != "pobj" or over.lemma not in CHARGING:
        return None
    return "a charge before a court"


def disease(material: Material, clause: Clause, named: Named) -> str | None:
    """Deaths of a disease or a disaster."""
    return _deaths(material, clause, named, "disease", "disease or disaster, not conflict")


def accident(material: Material, clause: Clause, named: Named) -> str | None:
    """Deaths of an accident or a fire; amid violence a house does not burn by accident."""
    if named.act == "burn" and _amid_violence(material, material.parse.tokens[clause.head].sentence):
        return None
    return _deaths(material, clause, named, "accident", "accident, not conflict")


def instruction(material: Material, clause: Clause, named: Named) -> str | None:
    """A sentence that opens with a bare verb ("Attack the onions first") tells the reader what to do."""
    head = material.parse.tokens[clause.head]
    if clause.form == "verb" and _called_out(material, head):
        return "instruction to the reader"
    if clause.form != "verb" or clause.subject is not None:
        return None
    while head.dep in ("conj", "dep", "ccomp", "parataxis"):
        head = material.parse.head(head)
    if head.tag not in ("VB", "VBP"):
        return None
    sentence = material.parse.sentences[head.sentence]
    ends = sentence.span.quote.rstrip("\"”’'").endswith((".", "!", ":", ";"))
    return "instruction to the reader" if ends and head.index == sentence.first and not head.text.isupper() else None


def _called_out(material: Material, head: Token) -> bool:
    """Whether a bare verb opens a quotation: they chanted "stop killing our people"."""
    before = material.parse.tokens[head.index - 1] if head.index else head
    return head.tag == "VB" and before.text in ("“", '"', "‘") and not material.parse.kids(head, "nsubj", "aux")


def everyday(material: Material, clause: Clause, named: Named) -> str | None:
    """Whoever leaves a church or an office flees nothing; a reporter who reaches a town takes no part in the fight for it."""
    trigger = material.parse.tokens[named.trigger]
    subject = material.token(clause.subject)
    if named.act in GOING and subject is not None and subject.lemma in PRESS:
        return "on the way of a witness"
    if named.act == "withdraw" and "force" in classes(material, material.token(clause.subject)):
        return None
    if named.act not in ("displace", "withdraw") or trigger.lemma not in ("leave", "quit", "depart", "cross"):
        return None
    left = classes(material, material.token(clause.object))
    return "a departure, not displacement" if "resort" in left else None


def labour(material: Material, clause: Clause, named: Named) -> str | None:
    """A strike is a stoppage where somebody stops working."""
    trigger = material.parse.tokens[named.trigger]
    pickets = material.token(clause.subject)
    if named.act == "besiege" and pickets is not None and is_of(material, pickets, "work"):
        return "strike is a stoppage, not a siege"
    hits = trigger.pos == "VERB" and material.parse.kids(trigger, "dobj")
    if trigger.lemma not in ("strike", "protest", "walkout") or hits:
        return None
    kids = material.parse.kids(trigger)
    # Strikes that jets "waged" are about no wages.
    beside = {token.lemma for token in (*kids, material.parse.head(trigger)) if token.pos != "VERB"}
    aimed = any(kid.lower in ("on", "against") for kid in kids)
    if trigger.tag == "NN" and beside & STOPPAGES and not (aimed and "armed" in beside):
        return "strike is a stoppage, not an attack"
    if any("work" in material.acts.class_of(kid.lemma) for kid in kids if kid.dep in ("compound", "amod", "nmod")):
        return "strike is a stoppage, not an attack"
    subject = material.token(clause.subject)
    agents = [
        noun for prep, noun in prepositions(material, trigger) if noun is not None and prep.lower in ("by", "over")
    ]
    works = any("work" in classes(material, one) for one in (subject, *agents) if one is not None and one != trigger)
    return "strike is a stoppage, not an attack" if beside & WORK_NOUNS or works else None


def idiom(material: Material, clause: Clause, named: Named) -> str | None:
    """A situation under control holds no place."""
    subject = material.token(clause.subject)
    if named.act == "hold" and subject is not None and subject.lemma in ("situation", "fire", "blaze", "outbreak"):
        return "idiom, not territorial control"
    return None


def vote(material: Material, clause: Clause, named: Named) -> str | None:
    """Seats, votes and elections are won without an act of conflict."""
    if named.act not in ("capture", "retake", "withdraw", "advance", "losses"):
        return None
    words = {token.lemma for token in _words(material, clause) if not only_dates(material, token)}
    return "politics, not conflict" if words & {"election", "vote", "seat", "poll", "ballot", "referendum"} else None


def _deaths(material: Material, clause: Clause, named: Named, wanted: str, why: str) -> str | None:
    """Whether the sentence, or the one that "it" points back to, names a cause and no act of violence."""
    if named.act not in DEADLY:
        return None
    if (
        named.predicate in ("set_fire", "clash", "shoot_at")
        or blown_up(material, clause, named)
        or _attacks(material, clause, named)
    ):
        return None
    own = material.parse.tokens[clause.head].sentence
    if _finds(material, (own,), "disaster") and _blamed_on(material, (own,), named, wanted):
        return why
    return why if _blamed_on(material, (own, *_pointed_to(material, clause, named)), named, wanted) else None


def _attacks(material: Material, clause: Clause, named: Named) -> bool:
    """Whether somebody in arms attacks, whatever with: "fighters attacked with gas cylinders"."""
    verb = material.parse.tokens[named.trigger].pos == "VERB" and not clause.passive
    return verb and named.act == "attack" and "force" in classes(material, material.token(clause.subject))


def _amid_violence(material: Material, number: int) -> bool:
    """Whether one of the sentences before tells of people shot, hacked or bombed."""
    before = range(max(0, number - REACH), number)
    return _meant(material, before) or _violence(material, before, "accident") != frozenset()


def _meant(material: Material, numbers: Iterable[int]) -> bool:
    """Whether sentences hold words of killings that no storm does."""
    return any(material.found(number, "deliberate", lambda token: token.lemma in DELIBERATE) for number in numbers)


def _violence(material: Material, numbers: Iterable[int], wanted: str) -> frozenset[int]:
    """The words of sentences that name violence, by index."""
    return frozenset().union(
        *(material.found(n, f"violent, no {wanted}", lambda token: _violent(material, token, wanted)) for n in numbers)
    )


def _finds(material: Material, numbers: Iterable[int], name: str) -> bool:
    """Whether sentences hold a noun of a class."""
    return any(material.found(number, name, lambda token: is_of(material, token, name)) for number in numbers)


def _blamed_on(material: Material, numbers: Sequence[int], named: Named, wanted: str) -> bool:
    """Whether sentences name a cause of the wanted class and no violence beside the act."""
    if any(material.found(number, "called accident", _is_called_accident) for number in numbers):
        return wanted == "accident"
    causes = (material.found(n, f"cause: {wanted}", lambda token: _is_cause(material, token, wanted)) for n in numbers)
    return any(causes) and not _violence(material, numbers, wanted) - {named.trigger}


def _is_called_accident(token: Token) -> bool:
    return token.pos in ("NOUN", "PROPN", "ADJ") and token.lower in ("accidental", "accident")


def _is_cause(material: Material, token: Token, wanted: str) -> bool:
    if not (token.pos in ("NOUN", "PROPN", "ADJ") or _crashes(material, token)):
        return False
    if names_house(material, token) or _set_on(material, token):
        return False
    if token.lemma in ("fire", "blaze", "crash") and token.dep in ("dobj", "compound", "amod"):
        return token.dep == "dobj" and material.parse.head(token).lemma in BLAZES and wanted == "accident"
    if token.lemma == "fire" and _gunfire(material, token):
        return False
    if _crashes(material, token):
        return wanted == "accident"
    return is_of(material, token, wanted)


def _set_on(material: Material, fire: Token) -> bool:
    """Whether somebody set something on fire: that fire is a deed."""
    above = material.parse.ancestors(fire)
    return fire.lower == "fire" and fire.dep == "pobj" and any(token.lemma == "set" for token in above)


def _gunfire(material: Material, token: Token) -> bool:
    before = material.parse.tokens[token.index - 1] if token.index else token
    if before.lower in ("of", "on") or hyphenated(material, token) in ("cease-fire", "cross-fire"):
        return True
    epithets = material.parse.kids(token, "compound", "amod")
    told = any(kid.lower in GUNFIRE or kid.text[0].isupper() or classes(material, kid) & SHOOTING for kid in epithets)
    return told or before.lemma in CALM_FIRE


def _crashes(material: Material, token: Token) -> bool:
    """Whether a verb alone tells an accident: collided, capsized, overturned."""
    if token.pos != "VERB" or material.parse.kids(token, "dobj", "agent"):
        return False
    if any(classes(material, kid) & {"shell", "drone", "ordnance"} for kid in material.parse.kids(token, "nsubj")):
        return False
    return token.lemma in ("drown", "sink") or any(
        sense.predicate == "fire_accident" and not (sense.others or sense.conditions)
        for sense in material.acts.of("v", token.lemma)
    )


def _violent(material: Material, token: Token, wanted: str) -> bool:
    """Whether a word names violence; "the fight against cholera" names none."""
    if fired_on(material, token):
        return True
    part: Part = "v" if token.pos == "VERB" else "n"
    sense = next((one for one in material.acts.of(part, token.lemma) if _may_be_meant(material, token, one)), None)
    if (
        sense is None
        or sense.others
        or sense.act not in VIOLENT
        or sense.predicate == "cut_road"
        or _crashes(material, token)
    ):
        return False
    if part == "v" and not _done_by_arms(material, token):
        return False
    below = material.parse.subtree(token) if part == "n" else material.parse.kids(token, "nsubj", "nsubjpass")
    return not any(is_of(material, other, wanted) for other in below)


def _may_be_meant(material: Material, word: Token, sense: Sense) -> bool:
    """Whether a sense asks for no object that is not there: a storm drives no truck bomb."""
    wanted = {condition.value for condition in sense.conditions if (condition.slot, condition.sign) == ("obj", ":")}
    objects = material.parse.kids(word, "dobj", "nsubjpass") if wanted else []
    return not wanted or any(wanted & classes(material, noun) for noun in objects)


def _done_by_arms(material: Material, verb: Token) -> bool:
    """Whether the subject is what makes a verb violent, where it takes such a subject: shells slam, so do waves."""
    sense = material.acts.of("v", verb.lemma)[0]
    wanted = {condition.value for condition in sense.conditions if condition.slot == "subj" and condition.sign == ":"}
    subjects = material.parse.kids(verb, "nsubj", "nsubjpass")
    return not wanted or any(wanted & classes(material, subject) for subject in subjects)


def _pointed_to(material: Material, clause: Clause, named: Named) -> tuple[int, ...]:
    """The sentence before, where a pronoun points back to it, and where houses are ruined by what it tells of."""
    pronouns = any(material.parse.tokens[i].lower in ("it", "there", "this") for i in clause.tokens)
    index = material.parse.tokens[clause.head].sentence - 1
    if index < 0:
        return ()
    near = [number for number in (index, index + 1) if number]
    meant = _meant(material, near) or bool(_violence(material, near, "disease"))
    fought = meant or (material.armed[index + 1] and named.act != "deploy")
    lead = () if fought else _disaster_in_lead(material)
    if not (pronouns or named.act in ("losses", "displace")):
        return lead
    return (*lead, index)


def _disaster_in_lead(material: Material) -> tuple[int, ...]:
    """The lead where it tells of a storm or an earthquake and of no violence: the report is about that.

    What stands before the first verb, a dateline cut off from its sentence, is no lead.
    """
    roots = (material.parse.tokens[sentence.root] for sentence in material.parse.sentences)
    lead = next((root.sentence for root in roots if root.pos == "VERB"), 0)
    if not material.found(lead, "disaster", lambda token: is_of(material, token, "disaster")):
        return ()
    return () if _violence(material, (lead,), "disease") else (lead,)


def _words(material: Material, clause: Clause) -> list[Token]:
    return [material.parse.tokens[i] for i in clause.tokens]


Guard = Callable[[Material, Clause, Named], str | None]
GUARDS: tuple[Guard, ...] = (
    *FIGURES,
    *WRANGLES,
    *PEACEFUL,
    disease,
    accident,
    sport,
    labour,
    idiom,
    vote,
    instruction,
    everyday,
    court,
    animal,
    *CIVIL,
    *WORLDS,
)
