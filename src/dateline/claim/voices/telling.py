"""Who tells what happened: nouns of those who do, where no name is known, and words that name somebody who may."""

from __future__ import annotations

from dateline.claim.voices.scene import Scene
from dateline.claim.words import words
from dateline.model.text import Token

HOSPITALS = words("hospital clinic morgue mortuary")
DOCTORS = words("doctor medic surgeon nurse paramedic")
WITNESSES = (
    words(
        "official resident witness source spokesman elder officer activist teacher relative survivor villager diplomat"
        " lawmaker analyst monitor worker leader"
    )
    | DOCTORS
)
"""Those who speak to reporters."""
BODIES = words(
    "group organisation organization agency authority ministry government police army military council committee"
    " observatory office service charity union network mission party"
)
PEOPLE = WITNESSES | words("spokeswoman spokesperson eyewitness refugee commander governor mayor chief minister")
"""Those of whom "he" or "she" is said, whomever they speak for."""
COUNTERS = HOSPITALS | DOCTORS | BODIES | words("monitor official source activist rescuer")
"""Those who count the dead."""
NEWS = words("medium media press newspaper radio television channel outlet news report tv website")
TELLERS = PEOPLE | HOSPITALS | BODIES | NEWS
ALONE = BODIES | HOSPITALS | NEWS | words("official source spokesman spokeswoman witness")
"""Nouns that without a verb tell a source; those of other people tell who was hurt."""
REPORTING = frozenset({"media", "media_collective", "monitor", "intl_org", "intl_force", "government", "anonymous_source",
                       "social_post", "organisation"})  # fmt: skip
"""Kinds of actors that are named as a source without a verb; armed groups named so tell whose men were meant."""


def names_teller(scene: Scene, token: Token) -> bool:
    """Whether a word is the last of a name, an account, or a noun for somebody who tells."""
    named = scene.names.get(token.end)
    if named is not None and named.form != "pronoun":
        return True
    return is_account(scene, token) or token.lemma.lower() in TELLERS | scene.cues.documents | scene.cues.anonymous


def is_account(scene: Scene, token: Token) -> bool:
    """Whether a word is the name of an account: "@name"."""
    return token.start > 0 and scene.parse.report.text[token.start - 1] == "@"


def reports(scene: Scene, token: Token) -> bool:
    """Whether the word names somebody who is cited as a source without a verb."""
    named = scene.names.get(token.end)
    actor = scene.actors.get(named.id) if named is not None else None
    if is_account(scene, token) or token.lemma.lower() in ALONE or (named is not None and named.form == "role"):
        return True
    return actor is not None and actor.kind in REPORTING
