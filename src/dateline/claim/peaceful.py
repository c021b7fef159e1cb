"""Passages in which words of war tell of something else: a match, a storm, a film, an attack on computers, a getaway."""

from __future__ import annotations

from collections.abc import Callable

from dateline.claim.arguments import classes, prepositions
from dateline.claim.clause import Clause
from dateline.claim.material import Material
from dateline.claim.senses import Named
from dateline.claim.tales import is_played, told_in
from dateline.claim.words import words
from dateline.model.text import Token

MAKERS = words("playwright novelist reviewer critic filmmaker screenwriter")
"""Those whose attacks are words; whoever attacks them may mean it."""
HACKING = words("hacker cyber cyberattack malware ransomware phishing hack hacking spyware botnet")
"""Words that make an attack one on computers wherever they stand in it."""
ON_LINE = words("server website software database computer domain password firewall online digital")
"""What hackers attack; in an office that is looted they are things, and many a report stands on a website."""
ON_COMPUTERS = words("attack abduct losses capture release air_strike shelling enter sabotage repel advance withdraw")
GETAWAY = words("flee escape disappear vanish abscond speed ride")
RAIDERS = words(
    "attacker assailant raider robber gunman suspect perpetrator bandit kidnapper killer bomber thief hijacker culprit"
    " shooter driver looter abductor arsonist hitman man woman teenager"
)
"""Those who get away after a deed: they give up no position."""
MATCH = words(
    "keeper beat goalless unbeaten kick pitch dugout header rebound fixture stoppage referee scorer scoreline offside"
    " crossbar goalkeeper striker midfielder defender coach penalty league derby tournament season fan stadium half"
    " captain opener relegation promotion batsman bowler innings quarterback playoff table score player team squad"
)
"""Words of a match that elsewhere mean other things: many of them together tell of sport."""
SURE_MATCH = words(
    "goalless unbeaten dugout stoppage referee scorer scoreline offside crossbar goalkeeper striker midfielder derby"
    " relegation batsman bowler innings quarterback playoff tournament fixture keeper penalty"
)
"""Those among them that no patrol has; a squad, its captain and scores of wounded are in any raid."""
ARMED_HANDS = words(
    "bomb bomber bombing explosion grenade gunman gunmen militant insurgent mortar missile militia militiaman jihadist rifle"
)
"""Nouns that no report of a match has: where a crowd at one is attacked, that is no sport; soldiers play, and cheer."""
MATCHES = 3
DISPUTED = words("cost price budget policy remark comment handling record pension tax plan law bill conduct spending")
PRIZES = words(
    "vote share right survival life justice freedom seat title place promotion year market wage pension job point future"
    " attention recognition equality independence custody breath"
)
"""What people fight for without fighting anybody."""


def sport_passage(material: Material, clause: Clause, named: Named) -> str | None:
    """A paragraph on a match: several of its words near each other, and no armed party."""
    number = material.parse.tokens[clause.head].sentence
    near = [index for index in (number - 1, number, number + 1) if _same_paragraph(material, number, index)]
    hands = (token for index in near for token in _tokens(material, index) if token.pos == "NOUN")
    if any(material.armed[index] for index in near) or any(token.lemma in ARMED_HANDS for token in hands):
        return None
    found = {
        token.lemma
        for index in near
        for token in _tokens(material, index)
        if token.lemma in MATCH or "sport" in material.acts.class_of(token.lemma)
    }
    return "sport" if len(found) >= MATCHES and found & SURE_MATCH else None


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
        settings = (noun for kid in within for noun in material.parse.kids(kid, "pobj"))
        if any(_is_work(material, noun) for noun in (token, *subjects, *settings)):
            return True
    return False


def _attacks_a_work(material: Material, clause: Clause) -> bool:
    object_ = material.token(clause.subject if clause.passive else clause.object)
    doer = None if clause.passive else material.token(clause.subject)
    return (object_ is not None and _is_work(material, object_)) or (doer is not None and doer.lemma in MAKERS)


def on_computers(material: Material, clause: Clause, named: Named) -> str | None:
    """Hackers attack servers and seize domains."""
    if named.act not in ON_COMPUTERS:
        return None
    trigger = material.parse.tokens[named.trigger]
    told = [token for index in (clause.subject, clause.object) if (token := material.token(index)) is not None]
    if any(token.lemma in HACKING for word in (trigger, *told) for token in material.parse.subtree(word)):
        return "idiom, an attack on computers"
    object_ = material.token(clause.subject if clause.passive else clause.object)
    targets = [noun for prep, noun in prepositions(material, trigger) if prep.lower in ("on", "against") and noun]
    for target in (object_, *targets) if object_ is not None else targets:
        before = {kid.lemma for kid in material.parse.kids(target, "compound", "amod")}
        if target.lemma in ON_LINE or (before & ON_LINE and not classes(material, target) & {"person", "force"}):
            return "idiom, an attack on computers"
    return None


def getaway(material: Material, clause: Clause, named: Named) -> str | None:
    """A robber who flees gives up no position, and one man on the run is no displacement."""
    trigger = material.parse.tokens[named.trigger]
    subject = material.token(clause.subject)
    if named.act not in ("withdraw", "displace") or trigger.lemma not in GETAWAY or subject is None:
        return None
    led = any(kid.lower == "with" for kid in material.parse.kids(trigger, "prep"))
    alone = not led and (subject.lower in ("he", "she") or "individual" in classes(material, subject))
    raider = subject.lemma in RAIDERS and trigger.lemma in GETAWAY
    return "a getaway, nobody is displaced and no position given up" if alone or raider else None


def criticised(material: Material, clause: Clause, named: Named) -> str | None:
    """To come under fire over costs, to fight for votes: words, not weapons."""
    core = material.parse.tokens[clause.core]
    over = [noun for prep, noun in prepositions(material, core) if prep.lower in ("over", "for") and noun is not None]
    if named.predicate == "shoot_at" and core.lemma in ("come", "be"):
        return "metaphor" if any(noun.lemma in DISPUTED for noun in over) else None
    if named.predicate != "fight" or core.pos != "VERB":
        return None
    return "metaphor" if any(noun.lemma in PRIZES for noun in over) and clause.object is None else None


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
    found = classes(material, object_)
    real = found & {
        "place",
        "force",
        "person",
        "civilian",
        "weapon",
        "vehicle",
        "road",
        "dwelling",
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
    """Engineers who blow up what did not explode attack nobody."""
    object_ = material.token(clause.subject if clause.passive else clause.object)
    if named.act not in ("attack", "losses") or object_ is None:
        return None
    before = {kid.lower for kid in material.parse.kids(object_, "amod", "compound")}
    return "idiom, clearance of explosives" if before & {"unexploded", "undetonated", "leftover"} else None


def _is_work(material: Material, token: Token) -> bool:
    return token.pos == "NOUN" and token.dep != "compound" and "fiction" in material.acts.class_of(token.lemma)


def _same_paragraph(material: Material, one: int, two: int) -> bool:
    """Whether two neighbouring sentences stand in one paragraph; a sentence stands in one with itself."""
    if not 0 <= two < len(material.parse.sentences):
        return False
    first, last = sorted((one, two))
    sentences = material.parse.sentences
    return "\n\n" not in material.parse.report.text[sentences[first].span.end : sentences[last].span.start]


def _tokens(material: Material, number: int) -> tuple[Token, ...]:
    sentence = material.parse.sentences[number]
    return material.parse.tokens[sentence.first : sentence.last + 1]


Guard = Callable[[Material, Clause, Named], str | None]
PEACEFUL: tuple[Guard, ...] = (
    sport_passage,
    told_in_a_work,
    played_in_a_drill,
    on_computers,
    getaway,
    criticised,
    figurative_object,
    cleared,
)
