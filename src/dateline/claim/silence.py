"""Who keeps silent or cannot tell: "would not tell whose shells they were", "could not tell who held the bridge"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.claim.clause import Clause
from dateline.claim.material import Material
from dateline.claim.senses import Named
from dateline.claim.voices.stances import is_nobody
from dateline.claim.words import words
from dateline.model.text import Token

TELLING = words("say tell disclose specify reveal explain know indicate clarify elaborate")
KEEPING = words("decline refuse")
ASKING = ("WDT", "WP", "WP$", "WRB")
"""Tags of the words that open a question within a sentence."""
KEPT = ("kill", "wound", "losses")
"""Acts of which silence is told as silence on them: nobody says how many died."""
HOLDING = words("hold control rule run govern administer command own")
UNABLE = ("can", "could", "ca")


def by_silence(material: Material, clause: Clause) -> Named | None:
    """What is not told is no act: only who holds a place, and the losses that nobody counts, name what is left open."""
    verb, question = next(_questions(material, clause), (None, None))
    if verb is None or question is None:
        return None
    if question.lemma in HOLDING or _is_there(material, question):
        return Named(act="hold", predicate="hold", kind="state", trigger=verb.index)
    if any(sense.act in KEPT for sense in material.acts.of("v", question.lemma) if not sense.others):
        return None
    act, predicate = ("assess", "assess") if _unable(material, verb) else ("say", "withhold")
    return Named(act=act, predicate=predicate, kind="meta", trigger=verb.index)


def keeps_back(material: Material, verb: Token) -> bool:
    """Whether somebody refuses to do what a verb of telling says: "refused to say how many had died"."""
    return verb.lemma in TELLING and verb.dep == "xcomp" and material.parse.head(verb).lemma in KEEPING


def cannot_tell(material: Material, clause: Clause) -> bool:
    """Whether somebody is unable to answer a question: "could not tell whose men they were"."""
    return any(_unable(material, verb) for verb, _ in _questions(material, clause))


def _questions(material: Material, clause: Clause) -> Iterator[tuple[Token, Token]]:
    """The verbs of telling of a clause that tell nothing, each with the verb of what is asked below it."""
    above = [material.parse.tokens[i] for i in (*clause.links, clause.core)]
    keeps = any(verb.lemma in KEEPING for verb in above)
    for verb in above:
        silent = keeps or material.negated(verb) or _nobody(material, verb)
        if verb.lemma in TELLING and silent:
            yield from ((verb, kid) for kid in material.parse.kids(verb, "ccomp") if _asks(material, kid))


def _asks(material: Material, verb: Token) -> bool:
    first = material.parse.tokens[verb.left]
    return first.tag in ASKING or first.lower in ("whether", "if")


def _nobody(material: Material, verb: Token) -> bool:
    return any(is_nobody(material.parse, subject) for subject in material.parse.kids(verb, "nsubj"))


def _unable(material: Material, verb: Token) -> bool:
    return verb.lemma == "know" or any(kid.lower in UNABLE for kid in material.parse.kids(verb, "aux"))


def _is_there(material: Material, verb: Token) -> bool:
    """Whether it is asked who is in a place."""
    asked = any(kid.lower == "who" for kid in material.parse.kids(verb, "nsubj", "attr"))
    where = material.parse.kids(verb, "advmod", "prep")
    return verb.lemma == "be" and asked and any(kid.lower in ("inside", "there", "in") for kid in where)
