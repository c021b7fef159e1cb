"""What men in arms threaten, order and disown, in their own papers as in the mouths of their speakers."""

from __future__ import annotations

from dateline.claim.admissions import DEEDS, SHARES
from dateline.claim.clause import Clause
from dateline.claim.doers import STRIKES
from dateline.claim.material import Material
from dateline.claim.put import Put
from dateline.claim.words import words
from dateline.model.text import Token
from dateline.model.world import Actor

PROMISING = words("vow pledge promise swear undertake guarantee")
"""Words by which somebody binds himself to what is a plan, not a threat."""
WHOEVER = frozenset(("any", "anyone", "anybody", "whoever"))
OUGHT = frozenset(("should", "must", "ought"))
FUTURE = frozenset(("will", "shall", "'ll", "wo"))
DENIED = DEEDS | {"clash"}
"""Acts that a party may disown."""
AVENGING = words("avenge retaliate revenge")
REVENGE = words("unpunished unanswered unavenged dearly price")
"""What stands with a verb of which somebody is to rue what he did: "will pay dearly"."""
ANSWERING = words("reply response answer blow lesson punishment")
"""What somebody will get who is threatened: "will get a bitter lesson"."""
GETTING = words("receive get face meet suffer")


def threatens(material: Material, put: Put) -> bool:
    """Whether a party says what it will do under a condition: "if they resist, they will be killed", "threatened to …"."""
    told, speaker = put.attribution, _speaker(material, put)
    core = material.parse.tokens[put.clause.core]
    if told is None:
        party = material.resolution.publisher.armed
    else:
        party = speaker is not None and (speaker.armed or speaker.side is not None)
    by_himself = speaker is not None and _does_it_himself(material, put, speaker)
    to_come = any(kid.lower in FUTURE for kid in material.parse.kids(core, "aux"))
    ahead = to_come and put.polarity == "positive" and (put.clause.passive or by_himself)
    harms = [sense.act in (*STRIKES, "losses") for sense in material.acts.of("v", core.lemma)]
    # What is cut may be a road, what is treated a wound.
    strikes = 2 * sum(harms) > len(harms)
    threat = told is not None and told.stance == "threaten" and told.verb not in PROMISING
    return threat or (party and ahead and strikes and not material.parse.kids(core, "agent"))


def avenges(material: Material, put: Put) -> bool:
    """Whether a party says what will come of what was done to it: "these deaths will not go unanswered"."""
    speaker, core = _speaker(material, put), material.parse.tokens[put.clause.core]
    party = speaker is not None and (speaker.armed or speaker.side is not None)
    around = {kid.lower for kid in material.parse.kids(core, "acomp", "advmod", "dobj", "oprd")}
    return party and (core.lemma in AVENGING or bool(around & REVENGE) or _is_answered(material, core))


def _is_answered(material: Material, core: Token) -> bool:
    """Whether somebody will be made to feel what he did: "will get a bitter lesson", "will answer for it"."""
    if core.lemma == "answer":
        return any(kid.lower == "for" for kid in material.parse.kids(core, "prep"))
    blows = (kid for kid in material.parse.kids(core, "dobj") if kid.lemma in ANSWERING)
    return core.lemma in GETTING and any(material.parse.kids(blow, "amod") for blow in blows)


def _does_it_himself(material: Material, put: Put, speaker: Actor) -> bool:
    """Whether those whose words they are will do it: "they will kill the pupils, the kidnappers said"."""
    subject = material.token(put.clause.subject)
    own = subject is not None and (subject.lower == "they" or _is_own(material, subject, speaker))
    return own and not put.clause.passive


def done_to_whoever(material: Material, clause: Clause) -> bool:
    """Whether what will be done is done to whoever it may be: "any boat will be fired on", "anyone who enters will be shot"."""
    if not clause.passive:
        return False
    subject = material.token(clause.subject)
    head = material.parse.tokens[clause.head]
    # The parser may lose a subject behind which an aside and a phrase stand; the word that opens the sentence is still there.
    first = material.parse.tokens[material.parse.sentences[head.sentence].first]
    dets = material.parse.kids(subject, "det") if subject is not None else ()
    opening = (first,) if head.dep == "ROOT" else ()
    return any(token is not None and token.lower in WHOEVER for token in (subject, *dets, *opening))


def ultimatum(material: Material, clause: Clause) -> bool:
    """Whether what will be is the other choice beside a demand: "they must leave or they will be shot"."""
    head = material.parse.tokens[clause.head]
    demand = material.parse.head(head)
    choice = any(kid.lower in ("or", "otherwise") for kid in material.parse.kids(demand, "cc", "advmod"))
    asked = demand.tag == "VB" or any(kid.lower in OUGHT for kid in material.parse.kids(demand, "aux"))
    return clause.passive and head.dep in ("conj", "ccomp") and choice and asked


def commands(material: Material, put: Put, modal: Token) -> bool:
    """Whether it is men in arms who say, in their own paper or to others, what somebody else must do."""
    speaker = _speaker(material, put)
    subject = material.token(put.clause.subject)
    if modal.lower != "must" or speaker is None or not speaker.armed or subject is None:
        return False
    perfect = any(kid.lower == "have" for kid in material.parse.kids(material.parse.head(modal), "aux"))
    return not perfect and not _is_own(material, subject, speaker)


def clears_itself(material: Material, put: Put) -> bool:
    """Whether a party says in its own paper that it did no such deed: "we had no hand in the raid"."""
    publisher, subject = material.resolution.publisher, material.token(put.clause.subject)
    if put.polarity == "positive" or subject is None or not publisher.armed or put.clause.passive:
        return False
    token = material.parse.tokens[put.trigger]
    senses = material.acts.of("v" if token.pos == "VERB" else "n", token.lemma)
    return any(sense.act in DENIED for sense in senses) and _is_own(material, subject, publisher)


def says_of_none(material: Material, put: Put) -> bool:
    """Whether somebody with a side or an office says that none did a thing: "no aircraft of ours flew over the town".

    Of the dead and wounded it is no denial: that no civilian was hurt is what an army tells of its raid.
    """
    share = material.token(put.clause.object)
    if (
        share is not None
        and share.lemma in SHARES
        and any(kid.lower == "no" for kid in material.parse.kids(share, "det"))
    ):
        return True
    speaker, subject = _speaker(material, put), material.token(put.clause.subject)
    if speaker is None or subject is None or not any(kid.lower == "no" for kid in material.parse.kids(subject, "det")):
        return False
    party = speaker.armed or speaker.side is not None or speaker.kind in ("official", "government")
    core = material.parse.tokens[put.clause.core]
    harms = [sense.kind == "casualty" for sense in material.acts.of("v", core.lemma) if not sense.others]
    return party and 2 * sum(harms) < len(harms)


def _speaker(material: Material, put: Put) -> Actor | None:
    """Whose words they are: the publisher's where nobody else speaks."""
    told = put.attribution
    return material.resolution.publisher if told is None else material.resolution.actor(told.mention)


def _is_own(material: Material, noun: Token, speaker: Actor) -> bool:
    """Whether a noun is the speaker, or those whom he calls his: "we", "our fighters"."""
    if noun.pos == "PRON":
        return noun.lower in ("we", "i")
    if any(kid.lower == "our" for kid in material.parse.kids(noun, "poss")):
        return True
    mention = material.mention_at.get(noun.index)
    actor = material.resolution.actor(mention.id) if mention is not None else None
    return actor is not None and actor.id == speaker.id
