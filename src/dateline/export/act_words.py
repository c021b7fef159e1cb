"""How the closed list of acts reads in a sentence that a coder checks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ActWords:
    """One act: `label` in a list, `past` and `base` after a subject, `at` the preposition before its place.

    An empty `at` makes the place the object ("captured the town") unless somebody is.
    """

    act: str
    label: str
    past: str
    base: str
    at: str = "in"


_ROWS = (
    ("abduct", "Abduction", "abducted", "abduct", "in"),
    ("access", "Access", "ruled the access to", "rule the access to", ""),
    ("advance", "Advance", "advanced", "advance", "at"),
    ("agree", "Agreement", "agreed with", "agree with", "in"),
    ("air_strike", "Air strike", "struck from the air", "strike from the air", "in"),
    ("ambush", "Ambush", "ambushed", "ambush", "in"),
    ("arrest", "Arrest", "arrested", "arrest", "in"),
    ("assess", "Assessment", "assessed", "assess", "in"),
    ("attack", "Attack", "attacked", "attack", "in"),
    ("begin_offensive", "Begin of an offensive", "began an offensive against", "begin an offensive against", "in"),
    ("besiege", "Siege", "besieged", "besiege", ""),
    ("break_siege", "End of a siege", "broke the siege of", "break the siege of", ""),
    ("burn", "Burning", "burned", "burn", "in"),
    ("capture", "Capture", "captured", "capture", ""),
    ("characterise", "Characterisation", "described", "describe", "in"),
    ("cite_law", "Citing a law", "cited", "cite", "in"),
    ("claim_responsibility", "Claim of responsibility", "claimed responsibility against", "claim responsibility", "in"),
    ("clash", "Clash", "fought with", "fight with", "in"),
    ("contest", "Contest", "contested", "contest", ""),
    ("deploy", "Deployment", "deployed", "deploy", "in"),
    ("displace", "Displacement", "displaced", "displace", "in"),
    ("enter", "Entry", "entered", "enter", ""),
    ("hold", "Hold", "held", "hold", ""),
    ("intend", "Intention", "intended", "intend", "in"),
    ("kill", "Killing", "killed", "kill", "in"),
    ("locate", "Location", "was located", "be located", "in"),
    ("loot", "Looting", "looted", "loot", "in"),
    ("losses", "Damage or losses", "destroyed or damaged", "destroy or damage", "in"),
    ("order_to_leave", "Order to leave", "ordered to leave", "order to leave", "in"),
    ("other", "Other act", "did something to", "do something to", "in"),
    ("protest", "Protest", "protested against", "protest against", "in"),
    ("release", "Release", "released", "release", "in"),
    ("repel", "Repelled attack", "repelled", "repel", "in"),
    ("retake", "Recapture", "retook", "retake", ""),
    ("return", "Return", "returned", "return", "to"),
    ("say", "Statement", "spoke about", "speak about", "in"),
    ("shelling", "Shelling", "shelled", "shell", ""),
    ("surrender", "Surrender", "surrendered to", "surrender to", "in"),
    ("talk", "Talks", "talked with", "talk with", "in"),
    ("transfer", "Handover", "handed over", "hand over", ""),
    ("withdraw", "Withdrawal", "withdrew", "withdraw", "from"),
    ("wound", "Wounding", "wounded", "wound", "in"),
)

ACTS = tuple(ActWords(act=act, label=label, past=past, base=base, at=at) for act, label, past, base, at in _ROWS)


def words_of(act: str) -> ActWords:
    """The words of an act; what its own name says where the list does not know it."""
    plain = act.replace("_", " ")
    known = next((words for words in ACTS if words.act == act), None)
    return known or ActWords(act=act, label=plain.capitalize(), past=f"({plain})", base=f"({plain})")
