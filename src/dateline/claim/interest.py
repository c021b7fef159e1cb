"""Whether a claim serves the side of its speaker."""

from __future__ import annotations

from dateline.claim.classify import Named
from dateline.claim.material import Material
from dateline.claim.words import words
from dateline.model.record import Interest, Polarity, Voice
from dateline.model.sides import opposed, same_side
from dateline.model.world import Actor

GAINS = words("repel capture retake enter break_siege hold advance transfer")
HARMS = words("attack shelling kill wound losses abduct loot burn displace air_strike ambush besiege arrest clash")
LOSSES = words("withdraw surrender")


def interest(
    material: Material,
    named: Named,
    voices: tuple[Voice, ...],
    roles: dict[str, tuple[str, ...]],
    *,
    polarity: Polarity,
) -> Interest:
    """Self-serving where the speaker's side gains or the enemy does wrong or loses; against where it admits a loss."""
    speaker = _speaker(material, voices)
    if speaker is None or speaker.anonymous or speaker.side is None:
        return "neutral"
    agents = [a for a in map(material.resolution.actor, roles.get("agent", ())) if a is not None]
    patients = [a for a in map(material.resolution.actor, (*roles.get("patient", ()), *roles.get("from_", ()))) if a]
    found = _by_agent(speaker, agents, named) or _by_patient(speaker, patients, named)
    if found is None or polarity == "positive" or found == "neutral":
        return found or "neutral"
    return "self_serving" if found == "against_interest" else "against_interest"


def _by_agent(speaker: Actor, agents: list[Actor], named: Named) -> Interest | None:
    ours = any(same_side(speaker, agent) for agent in agents)
    theirs = any(opposed(speaker, agent) for agent in agents)
    if named.act in GAINS:
        return "self_serving" if ours else "against_interest" if theirs else None
    if named.act in LOSSES:
        return "against_interest" if ours else "self_serving" if theirs else None
    if named.act in HARMS and (ours or theirs):
        return "self_serving" if theirs else None
    return None


def _by_patient(speaker: Actor, patients: list[Actor], named: Named) -> Interest | None:
    if named.act not in ("kill", "wound", "losses", "arrest", "abduct"):
        return None
    if any(opposed(speaker, patient) for patient in patients):
        return "self_serving"
    return "against_interest" if any(same_side(speaker, patient) and patient.armed for patient in patients) else None


def _speaker(material: Material, voices: tuple[Voice, ...]) -> Actor | None:
    if len(voices) < 2:
        return material.resolution.publisher
    return material.resolution.actor(voices[-1].mention)
