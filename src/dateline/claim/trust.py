"""Words for which nobody stands: hearsay and posts, and what is so only if somebody is believed."""

from __future__ import annotations

from dateline.claim.material import REPORTS, Material
from dateline.claim.put import Put
from dateline.claim.words import words
from dateline.model.record import Attribution
from dateline.model.text import Token
from dateline.model.vocabulary import Modality

HEARSAY = words(
    "rumour rumor gossip hearsay talk post posts tweet tweets message messages sms text texts audio voicemail chatter forum"
)
"""Sources whose own source nobody knows."""
UNCONFIRMED = words("unconfirmed unverified uncorroborated unsubstantiated")
"""What reports are called that nobody vouches for."""
BELIEVED = words("believe trust credit")
"""What an if-clause says of those whose word is doubted: "if the fishermen are to be believed"."""
BORNE_OUT = words("true correct right accurate anything reliable")


def hearsay(told: Attribution) -> bool:
    """Whether a post, an unsigned message or a rumour is what says so."""
    return any(not HEARSAY.isdisjoint(span.quote.lower().split()) for span in told.source)


def on_trust(material: Material, put: Put) -> Modality | None:
    """What is so only if somebody is believed: "an ambush, if the herders can be trusted, cost four lives".

    So is what "unconfirmed reports of" a raid tell.
    """
    head = material.parse.tokens[put.clause.head]
    if put.clause.form == "nominal" and _unconfirmed(material, material.parse.head(material.parse.head(head))):
        return "claimed"
    verbs = (head, material.parse.head(head)) if put.clause.form == "nominal" else (head,)
    conditions = (kid for verb in verbs for kid in material.parse.kids(verb, "advcl"))
    return "claimed" if any(doubts_words(material, kid) for kid in conditions) else None


def _unconfirmed(material: Material, report: Token) -> bool:
    """Whether a report is one that nobody vouches for."""
    return report.lemma in REPORTS and any(kid.lower in UNCONFIRMED for kid in material.parse.kids(report, "amod"))


def doubts_words(material: Material, condition: Token) -> bool:
    """Whether an if-clause asks only whether somebody's words are to be believed."""
    if not any(kid.lower == "if" for kid in material.parse.kids(condition, "mark")):
        return False
    below = (condition, *material.parse.kids(condition, "acomp", "attr", "xcomp"))
    if any(token.lemma in BELIEVED and token.tag == "VBN" for token in below):
        return True
    told = any(noun.lemma in REPORTS | HEARSAY for noun in material.parse.kids(condition, "nsubj"))
    return told and condition.lemma == "be" and any(token.lower in BORNE_OUT for token in below)
