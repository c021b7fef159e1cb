"""Verbs in which headlines tell a deed, with their past: "Gunmen attack church, kill nine".

English headlines tell what happened in the present tense and without articles (E. Mårdh, Headlinese, 1980), so that the
verb looks like a noun to whoever learned English from running text.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from dateline.reference.actor_words import word_set

NAMES_TOO = word_set(
    """
    ambush arrest assault attack barricade blast bomb bust clash condemn escape fight fire hit jail loot mob massacre murder parade
    raid ram rape retreat sack shell storm strike target torch torture trap wound
    """
)
"""Those that name a deed, a thing or a place as well: "the attack", "the shell", "the storm"."""
_REGULAR = """
    abandon abduct accuse ambush apprehend arraign arrest assassinate assault attack avert axe barricade behead besiege blast block
    blockade bomb bombard burn bust butcher capture clash clear condemn confront crush damage declare defeat defuse demand demolish deploy
    destroy detain detonate die dislodge disperse displace eject eliminate encircle engage enter escape evacuate evict erupt
    execute expel explode fire flatten flog foil free gun hack hail hijack impound injure intercept invade jail kidnap kill launch liberate loot
    lynch maim massacre mob mow murder nab neutralise neutralize open oust overpower parade pelt pillage plunder pound pummel pursue quell raid
    ram ransack rape raze reclaim recapture recover regain release repel repulse rescue retreat rip rob rout rustle sack seal seize shell
    slaughter smash snatch stab storm surrender surround swoop target terrorise thwart topple torch torture trap uncover vandalise vow
    waylay whisk wipe wound wreck
"""
_IRREGULAR = """
    beat beat, blow blew, break broke, drive drove, fight fought, flee fled, hit hit, hold held, lay laid,
    leave left, lose lost, overrun overran, overthrow overthrew, retake retook, seek sought, set set, shoot shot, slay slew,
    steal stole, strike struck, sweep swept, take took, withdraw withdrew
"""
_DOUBLING = word_set("expel flog gun kidnap mob nab pummel ram repel rip rob stab trap")
_DOUBLING_GERUND = _DOUBLING | word_set("hit set")


def gerund(verb: str) -> str:
    """A verb as it goes on behind another: "flee" is "fleeing", "seize" is "seizing", "hit" is "hitting"."""
    if verb in _DOUBLING_GERUND:
        return f"{verb}{verb[-1]}ing"
    return f"{verb[:-1]}ing" if verb.endswith("e") and not verb.endswith(("ee", "oe")) else f"{verb}ing"


def _past(verb: str) -> str:
    if verb in _DOUBLING:
        return f"{verb}{verb[-1]}ed"
    return f"{verb}d" if verb.endswith("e") else f"{verb}ed"


def _third(verb: str) -> str:
    return f"{verb}es" if verb.endswith(("s", "sh", "ch", "x")) else f"{verb}s"


PAST: Mapping[str, str] = MappingProxyType(
    {
        **{verb: _past(verb) for verb in _REGULAR.split()},
        **dict(pair.split() for pair in _IRREGULAR.replace("\n", " ").split(",")),
    }
)
"""The past of every verb."""
THIRD: Mapping[str, str] = MappingProxyType({_third(verb): verb for verb in PAST})
"""The verb of every third person: "attacks" is of "attack"."""
