"""What somebody calls for: the deed or thing, and the word by which it is called for."""

from __future__ import annotations

from dateline.claim.material import Material
from dateline.claim.put import Put
from dateline.model.text import Token
from dateline.model.vocabulary import Modality


def wished(material: Material, put: Put) -> Modality | None:
    """What somebody calls for, or calls off: "called for the release of the hostages", "appealed to both to stop"."""
    head = material.parse.tokens[put.clause.head]
    over = material.parse.head(head)
    verb = material.parse.head(over)
    if put.clause.form == "nominal" and verb.lemma == "call" and over.lower == "off":
        return "planned"
    return "called_for" if wanted_by(material, head) is not None else None


def wanted_by(material: Material, head: Token) -> Token | None:
    """The word by which somebody calls for a thing or deed that is told apart from it."""
    over = material.parse.head(head)
    deed = head.dep in ("xcomp", "advcl") and head.tag == "VB"
    verb = material.parse.head(over) if over.dep in ("prep", "prt") and not deed else over
    if not (deed or head.pos in ("NOUN", "PROPN")) or verb.pos != "VERB" or head.index == verb.index:
        return None
    told = material.cue_at.get(over.index)
    return verb if told is not None and told.stance == "call_for" else None
