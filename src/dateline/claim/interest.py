"""Whether a claim serves the side of its speaker."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dateline.claim.arguments import classes
from dateline.claim.clause import Clause
from dateline.claim.material import Material
from dateline.claim.senses import Named
from dateline.claim.words import words
from dateline.model.record import Attribution, Claim, Voice
from dateline.model.sides import opposed, same_side
from dateline.model.text import Token
from dateline.model.vocabulary import Interest, Modality, Polarity
from dateline.model.world import Actor

GAINS = words("repel capture retake enter break_siege hold advance transfer")
HARMS = words("attack shelling kill wound losses abduct loot burn displace air_strike ambush besiege arrest clash")
STRIKES = words("attack shelling kill wound losses air_strike ambush clash")
SUFFERED = words("kill wound losses arrest abduct")
LOSSES = words("withdraw surrender")
DRIVING = "push_out"
"""Whose agent makes others leave."""
PRAISED = words("retake repel")
"""Gains that are called so by those only who made them, named or not: a "liberated" town."""
SEARCHES = words("conduct_operation order_to_leave take_precautions discover confiscate")
"""What forces do in a search, which they tell with pride."""
TOLD = ("event", "casualty", "intent", "characterisation", "evaluation")
UNINVOLVED = words("other talk agree say clash")
"""Acts that serve nobody, whoever publishes them."""
AHEAD = ("threatened", "ordered", "called_for", "hypothetical")
"""What a release puts so has served nobody yet."""
ADMITTING = words("concede admit acknowledge")
"""Verbs of a party that tells against itself."""
OURS = words("our my")
HANDS = words("hand control grip possession")
COMRADES = words("man woman comrade brother sister fighter boy lad hero martyr mujahid force unit colleague")
"""Who fights on the side of him who says "our"; so do soldiers of any kind."""
FOES = words("enemy adversary foe aggressor invader occupier")
"""What a party calls those whom it fights."""
FALLEN = words("dead death loss casualty toll fatality wounded")
STRIKING = words("destroy damage")
STATE_FORCES = words("soldier troop policeman serviceman trooper gendarme")
IRREGULARS = words("rebel terrorist militant insurgent jihadist extremist guerrilla bandit separatist gunman")
CIVILIANS = words("civilian villager resident child woman baby bystander passer-by student pupil farmer trader refugee")
COUNTS = words("score dozen hundred thousand number group handful")
ANYBODY = words("person people man")
STATE = ("state_force", "government")
NAMELESS = ("armed_groups_collective", "label")
"""Irregulars whoever leads them: "insurgents", "terrorists"; a state tells of their strikes for its own side."""
OPPOSITE: dict[Interest, Interest] = {
    "self_serving": "against_interest",
    "against_interest": "self_serving",
    "neutral": "neutral",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stake:
    """What interest looks at: the clause and its act, who speaks and with which words, who plays which role, how it is put."""

    clause: Clause
    named: Named
    voices: tuple[Voice, ...]
    roles: dict[str, tuple[str, ...]]
    polarity: Polarity
    modality: Modality
    told: Attribution | None = None


def interest(material: Material, stake: Stake) -> Interest:
    """Self-serving where the speaker's side gains or the enemy does wrong or loses; against where it admits a loss."""
    speaker = _speaker(material, stake.voices)
    if speaker is None or (speaker.anonymous and speaker.side is None) or _reports(material, speaker, stake):
        return "neutral"
    party = speaker.armed or speaker.kind == "government" or speaker.side is not None
    if stake.modality == "denied" and party:
        return "self_serving"
    if stake.polarity == "negative" and stake.named.act in HARMS and _has_part(material, speaker, stake, "agent"):
        return "self_serving"
    found = _by_agent(material, speaker, stake) or _by_patient(material, speaker, stake)
    if _releases(material, speaker, stake) and found != "against_interest":
        return "self_serving"
    if found is None and _concedes(speaker, stake):
        return "against_interest"
    if found is None:
        praised = stake.named.act in PRAISED and not stake.roles.get("agent") and stake.polarity == "positive"
        harmless = stake.polarity == "negative" and stake.named.act in ("kill", "wound", "attack")
        labels = stake.named.predicate == "label" and stake.roles.get("patient")
        return "self_serving" if party and (praised or harmless or labels or _gains(stake)) else "neutral"
    return found if stake.polarity == "positive" else OPPOSITE[found]


def _gains(stake: Stake) -> bool:
    """Whether a party tells what only an enemy loses, without a word of who took it: "61 were shot down", "17 were seized"."""
    gained = stake.named.predicate == "shoot_down" or stake.named.act == "arrest"
    return (
        gained
        and stake.modality not in AHEAD
        and stake.clause.passive
        and not stake.roles.get("agent")
        and stake.polarity == "positive"
    )


def _concedes(speaker: Actor, stake: Stake) -> bool:
    """Whether a party tells something as what it would rather not say: "the army admitted that it had left the post"."""
    party = speaker.armed or speaker.kind in ("government", "official") or speaker.side is not None
    return party and stake.told is not None and stake.told.verb in ADMITTING and stake.named.kind in (*TOLD, "state")


def of_charge(material: Material, claim: Claim) -> Interest:
    """The interest of a claim that was a charge against somebody: whoever blames the enemy serves his own side."""
    speaker = _speaker(material, claim.voices)
    accused = _actors(material, claim.roles.get("agent", ()))
    if speaker is None or speaker.anonymous:
        return claim.interest
    return "self_serving" if any(opposed(speaker, actor) for actor in accused) else claim.interest


def _by_agent(material: Material, speaker: Actor, stake: Stake) -> Interest | None:
    agents = _actors(material, stake.roles.get("agent", ()))
    ours = any(same_side(speaker, agent) for agent in agents)
    theirs = any(_is_foe(speaker, agent) for agent in agents)
    ours = ours or (stake.named.act in GAINS and _in_our(material, stake.clause, HANDS))
    if ours and (stake.named.predicate in SEARCHES or stake.named.act == "arrest"):
        return "self_serving"
    if stake.named.act in GAINS:
        held = stake.named.kind == "state" and stake.clause.relation in ("participle", "relative")
        return "self_serving" if ours else "against_interest" if theirs and not held else None
    if stake.named.predicate == DRIVING and not stake.clause.passive and (ours or theirs):
        return "self_serving" if ours else "against_interest"
    if stake.named.act in LOSSES:
        return _by_leaver(material, speaker, stake) or (
            "against_interest" if ours else "self_serving" if theirs else None
        )
    if ours and stake.named.act in STRIKES:
        return "against_interest" if stake.named.predicate == "die" else _own_strike(material, speaker, stake)
    struck = stake.named.kind != "casualty" and _of_a_state(speaker) and any(one.kind in NAMELESS for one in agents)
    return "self_serving" if stake.named.act in HARMS and (theirs or struck) else None


def _is_foe(speaker: Actor, other: Actor) -> bool:
    """Whether somebody is of another side, or is called the enemy by a party."""
    party = speaker.armed or speaker.kind in ("government", "official") or speaker.side is not None
    called = other.kind == "label" and not FOES.isdisjoint(other.name.lower().split())
    return opposed(speaker, other) or (party and called)


def _puts_its_own(material: Material, stake: Stake) -> bool:
    """Whether a party puts a number on its own dead: "the ministry puts its losses at nine"."""
    if stake.told is None or stake.told.stance != "figure":
        return False
    owners = (
        material.parse.tokens[i] for i in stake.clause.tokens if material.parse.tokens[i].lower in ("its", "their")
    )
    return any(owner.dep == "poss" and material.parse.head(owner).lemma in FALLEN for owner in owners)


def _of_a_state(speaker: Actor) -> bool:
    """Whether a body, an official or an unnamed source speaks for a state, whose side is the country's code."""
    return speaker.kind in STATE or (speaker.side is not None and speaker.side.isupper())


def _by_leaver(material: Material, speaker: Actor, stake: Stake) -> Interest | None:
    """Whoever drives another out of a place does not leave it: the loss is the other's."""
    driven = _actors(material, stake.roles.get("patient", ())) if stake.roles.get("agent") else []
    if any(same_side(speaker, actor) for actor in driven):
        return "against_interest"
    return "self_serving" if driven else None


def _own_strike(material: Material, speaker: Actor, stake: Stake) -> Interest | None:
    """What one's own side did to an enemy is told with pride; what it did to civilians or its own is conceded."""
    patients = _actors(material, (*stake.roles.get("patient", ()), *stake.roles.get("target", ())))
    token = material.token(stake.clause.subject if stake.clause.passive else stake.clause.object)
    noun = token.lemma if token else ""
    own = noun in STATE_FORCES and speaker.kind in STATE
    if (
        own
        or noun in CIVILIANS
        or any(patient.kind == "civilian" or same_side(speaker, patient) for patient in patients)
    ):
        return "against_interest"
    hit = patients or stake.roles.get("quantity") or stake.named.predicate in STRIKING or stake.named.kind == "event"
    return "self_serving" if noun not in ANYBODY and hit else None


def _releases(material: Material, speaker: Actor, stake: Stake) -> bool:
    """Whether a party itself publishes the text: what it tells there of deeds, dead, aims and enemies it tells for itself.

    So does the outlet of a group where it says "our fighters".
    """
    if len(stake.voices) < 2 and stake.named.predicate in SEARCHES and speaker.armed and stake.polarity == "positive":
        return True
    if len(stake.voices) > 1 or stake.named.kind not in TOLD or stake.modality in AHEAD:
        return False
    if stake.named.act in UNINVOLVED or (stake.named.act == "assess" and stake.named.kind != "evaluation"):
        return False
    return speaker.armed or speaker.kind in ("government", "media")


def _reports(material: Material, speaker: Actor, stake: Stake) -> bool:
    """Whether an outlet tells its news; the outlet of a group that says "our fighters" speaks for the group instead."""
    return len(stake.voices) < 2 and speaker.kind == "media" and (speaker.side is None or not _says_our(material))


def _says_our(material: Material) -> bool:
    """Whether the narrator speaks of armed men, or of others who strike, as his own."""
    ours = [token for token in material.parse.tokens if token.lower == "our"]
    ours = [token for token in ours if _fights(material, material.parse.head(token))]
    quoted = [span for told in material.attributions for span in told.contents] if ours else []
    return any(not any(span.start <= token.start < span.end for span in quoted) for token in ours)


def _fights(material: Material, noun: Token) -> bool:
    """Whether a noun names armed men, or somebody who strikes in its clause: "our boys destroyed the post"."""
    struck = noun.dep == "nsubj" and material.acts.of("v", material.parse.head(noun).lemma)
    return "force" in classes(material, noun) or any(sense.act in STRIKES for sense in struck or ())


def _has_part(material: Material, speaker: Actor, stake: Stake, role: str) -> bool:
    """Whether the speaker's own side plays a role."""
    return any(same_side(speaker, actor) for actor in _actors(material, stake.roles.get(role, ())))


def _by_patient(material: Material, speaker: Actor, stake: Stake) -> Interest | None:
    if stake.named.act not in SUFFERED:
        return None
    patients = _actors(material, (*stake.roles.get("patient", ()), *stake.roles.get("from_", ())))
    patients = patients or _owned_by_word(material, stake.clause)
    if not stake.roles.get("agent") and _in_our(material, stake.clause, COMRADES | STATE_FORCES):
        return "against_interest"
    if any(_is_foe(speaker, patient) for patient in patients if not _a_man_of_somebody(patient)):
        return "self_serving"
    if not patients and _puts_its_own(material, stake):
        return "against_interest"
    if any(same_side(speaker, patient) and patient.armed for patient in patients):
        return "against_interest"
    nameless = all(patient.provisional or patient.side is None for patient in patients)
    found = _by_noun(material, speaker, stake) if nameless else None
    return found or _of_his_own(material, speaker, stake)


def _a_man_of_somebody(actor: Actor) -> bool:
    """Whether "a soldier", of whom the scene alone tells whose he is, was made an actor."""
    return actor.provisional and actor.kind == "official"


def _of_his_own(material: Material, speaker: Actor, stake: Stake) -> Interest | None:
    """A bare number of wounded in what a party itself publishes is of its own men: "seven were lightly wounded"."""
    counted = _harmed(material, stake.clause)
    bare = counted is not None and counted.tag == "CD" and not material.parse.kids(counted, "prep", "nmod")
    published = len(stake.voices) < 2 and (speaker.armed or speaker.kind == "government")
    alone = bare and published and stake.clause.passive and not stake.roles.get("agent")
    return "against_interest" if alone and stake.named.act == "wound" else None


def _in_our(material: Material, clause: Clause, nouns: frozenset[str]) -> bool:
    """Whether a clause tells of the speaker's own by the word: "in our hands", "two of our men"."""
    owners = (material.parse.tokens[i] for i in clause.tokens if material.parse.tokens[i].lower in OURS)
    return any(owner.dep == "poss" and material.parse.head(owner).lemma in nouns for owner in owners)


def _owned_by_word(material: Material, clause: Clause) -> list[Actor]:
    """The men of somebody among whom dead or missing are counted: "29 deaths among its troops"."""
    owners = (material.parse.tokens[i] for i in clause.tokens if material.parse.tokens[i].dep == "poss")
    nouns = (material.parse.head(owner) for owner in owners if owner.pos == "PRON")
    preps = ("among", "amongst", "of", "from", "in")
    men = (noun for noun in nouns if noun.dep == "pobj" and material.parse.head(noun).lower in preps)
    return _actors(
        material, tuple(material.mention_at[noun.index].id for noun in men if noun.index in material.mention_at)
    )


def _by_noun(material: Material, speaker: Actor, stake: Stake) -> Interest | None:
    """Soldiers are a state's own losses and rebels its enemy's, where nobody resolved who they are."""
    token = _harmed(material, stake.clause)
    state = speaker.kind in ("intl_force", "coalition") or _of_a_state(speaker)
    if token is None or not (speaker.armed or state):
        return None
    if token.lemma in STATE_FORCES:
        return "against_interest" if state else "self_serving"
    return "self_serving" if state and token.lemma in IRREGULARS else None


def _harmed(material: Material, clause: Clause) -> Token | None:
    """The noun for those who suffer: the object, else who is dead; behind a count in words whom it counts."""
    index = clause.object if clause.object is not None and not clause.passive else clause.subject
    token = material.token(index)
    counted = material.parse.kids(token, "prep") if token is not None and token.lemma in COUNTS else []
    return next((noun for prep in counted for noun in material.parse.kids(prep, "pobj")), token)


def _actors(material: Material, mentions: tuple[str, ...]) -> list[Actor]:
    return [actor for actor in map(material.resolution.actor, mentions) if actor is not None]


def _speaker(material: Material, voices: tuple[Voice, ...]) -> Actor | None:
    """Who speaks; "state television" speaks for its country."""
    if len(voices) < 2:
        return material.resolution.publisher
    speaker = material.resolution.actor(voices[-1].mention)
    if speaker is None or speaker.kind != "media_collective" or "state" not in speaker.name.lower().split():
        return speaker
    return replace(speaker, side=speaker.country)
