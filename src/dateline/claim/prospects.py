"""What somebody would like to see, would rather do than another thing, or has only heard a rumour of: none of it has happened."""

from __future__ import annotations

from dateline.claim.doers import STRIKES
from dateline.claim.doubts import FALSE
from dateline.claim.material import Material
from dateline.claim.put import Put
from dateline.claim.senses import noun_sense
from dateline.claim.words import words
from dateline.model.text import Token
from dateline.model.vocabulary import Modality

SEEING = words("see have get watch find keep witness")
"""Verbs with a deed for their object: "to see the hostages freed", "to have the siege lifted"."""
WISHING: dict[str, Modality] = {
    "hope": "planned", "want": "planned", "wish": "planned", "aim": "planned", "like": "planned", "love": "planned",
    "try": "planned", "seek": "planned", "plan": "planned", "long": "planned", "yearn": "planned", "wait": "planned",
    "intend": "planned", "prefer": "planned", "work": "planned", "strive": "planned", "struggle": "planned",
    "need": "called_for", "expect": "expected", "fear": "feared", "dread": "feared", "eager": "planned",
    "keen": "planned", "determined": "planned", "ready": "planned", "anxious": "planned", "impatient": "planned",
    "hopeful": "expected", "confident": "expected",
}  # fmt: skip
"""Words of whoever looks ahead, and how that is put which he would see done."""
HOPING = ("hope", "want", "wish", "aim", "plan", "intend", "long", "yearn", "prefer")
WOULD = ("would", "'d", "will", "'ll", "should", "must", "could", "may", "might")
RUMOURS = words(
    "rumour rumor report claim allegation story message post tale account assertion accusation suggestion speculation"
)
DENYING = words("deny reject refute dismiss rebut dispute contradict debunk disprove slam decry")
PAPERS = words(
    "deal agreement accord plan proposal draft term text roadmap law treaty truce ceasefire offer scheme arrangement pact"
)
REACH = 14
"""Words before a verb among which "according to which" is looked for."""
LOOSE = words("rumour rumor speculation hearsay gossip whisper")
REACHED = words(
    "reach sign conclude broker announce declare negotiate agree clinch seal strike secure achieve get make hammer forge"
)


def seen_ahead(material: Material, put: Put) -> Modality | None:
    """What somebody hopes to see done: "hope to see a truce signed", "wants to have the siege lifted"."""
    head = material.parse.tokens[put.clause.head]
    if head.lemma in SEEING and put.trigger != head.index:
        return _wished_above(material, head)
    hoped = _hoped_for(material, head)
    if hoped is not None:
        return hoped
    while head.dep == "conj":
        head = material.parse.head(head)
    if head.dep == "acl" and head.tag in ("VBN", "VBG"):
        head = material.parse.head(head)
    seeing = material.parse.head(head)
    objects = ("dobj",) if put.clause.form == "nominal" or head.pos in ("NOUN", "PROPN") else ("ccomp", "xcomp", "acl")
    if head.dep not in objects or head.index == seeing.index:
        return None
    if seeing.lemma in SEEING and (put.clause.form != "nominal" or _is_new(material, head)):
        return _wished_above(material, seeing)
    truce = put.clause.form == "nominal" and seeing.lemma in REACHED and _is_new(material, head)
    return _wished_above(material, seeing) if truce and _is_truce(material, head) else None


def _hoped_for(material: Material, verb: Token) -> Modality | None:
    """How it is put that somebody hopes to do or to have done, or hopes that another did: "hopes to retake the hill"."""
    while verb.dep == "conj" and verb.tag == material.parse.head(verb).tag:
        verb = material.parse.head(verb)
    over = material.parse.head(verb)
    if over.lemma not in HOPING or verb.dep not in ("xcomp", "ccomp"):
        return None
    helpers = material.parse.kids(verb, "aux")
    if any(kid.lower == "to" for kid in helpers):
        return WISHING[over.lemma]
    finite = verb.dep == "ccomp" and verb.tag in ("VBD", "VBZ", "VBP", "VBN") and over.lemma in ("hope", "wish")
    return "possible" if finite and not any(kid.tag == "MD" for kid in helpers) else None


def _wished_above(material: Material, verb: Token) -> Modality | None:
    """How an infinitive is put by the words over it: "hope to see", "would like to see"."""
    while verb.dep in ("xcomp", "conj") and verb.tag == "VB":
        above = material.parse.head(verb)
        found = WISHING.get(above.lemma)
        if found is not None and (above.lemma != "like" or _would(material, above)):
            return found
        verb = above
    return "planned" if verb.tag == "VB" and _would(material, verb) else None


def _would(material: Material, verb: Token) -> bool:
    return any(kid.lower in WOULD for kid in material.parse.kids(verb, "aux"))


def _is_new(material: Material, noun: Token) -> bool:
    """Whether a noun names nothing that the reader is taken to know: "a truce", "peace"."""
    known = ("the", "this", "that", "these", "those")
    return not material.parse.kids(noun, "poss") and all(
        kid.lower not in known for kid in material.parse.kids(noun, "det")
    )


def _is_truce(material: Material, noun: Token) -> bool:
    sense = noun_sense(material, noun)
    return sense is not None and sense.act == "agree"


def provided(material: Material, put: Put) -> Modality | None:
    """What a deal or plan lays down, told in the present: "under the deal, the rebels withdraw from the port by Friday"."""
    head = material.parse.tokens[put.clause.head]
    if put.clause.form == "nominal" or head.tag not in ("VBZ", "VBP", "VB"):
        return None
    while head.dep == "conj":
        head = material.parse.head(head)
    under = (prep for prep in material.parse.kids(head, "prep") if prep.lower == "under")
    papers = (noun for prep in under for noun in material.parse.kids(prep, "pobj"))
    return "planned" if any(noun.lemma in PAPERS for noun in papers) else None


def able(material: Material, put: Put) -> Modality | None:
    """What somebody or something is able to do: "the missile can hit ships", "is able to strike the capital"."""
    if put.clause.form != "verb" or put.polarity != "positive":
        return None
    core = material.parse.tokens[put.clause.core]
    harms = [sense.act in STRIKES for sense in material.acts.of("v", core.lemma)]
    # What is used may be a weapon or a road.
    if core.tag != "VB" or put.trigger != core.index or 2 * sum(harms) <= len(harms):
        return None
    over = [material.parse.tokens[i] for i in (put.clause.core, *put.clause.links)]
    can = any(kid.lower == "can" and kid.tag == "MD" for verb in over for kid in material.parse.kids(verb, "aux"))
    be = [verb for verb in (*over, material.parse.head(core)) if verb.lemma == "be" and verb.tag in ("VBZ", "VBP")]
    fit = any(kid.lower in ("able", "capable", "fit") for verb in be for kid in material.parse.kids(verb, "acomp"))
    return "possible" if can or fit else None


def preferred(material: Material, put: Put) -> Modality | None:
    """What somebody would not do: "would rather lose a week's wages than be killed", "withdrew rather than fight"."""
    head = material.parse.tokens[put.clause.head]
    than = [kid for kid in material.parse.kids(head, "mark", "prep") if kid.lower == "than" and kid.index < head.index]
    over = material.parse.head(head)
    if over.lower == "than":
        than.append(over)
    bare = head.tag == "VB" or any(kid.tag == "VB" for kid in material.parse.kids(head, "aux", "auxpass"))
    before = material.parse.tokens[max(0, head.index - 3) : head.index]
    if bare and (than or any(token.lower == "than" for token in before)):
        return "hypothetical"
    return "hypothetical" if head.tag == "VBG" and over.lower == "than" and _rather(material, over) else None


def _rather(material: Material, than: Token) -> bool:
    return than.index > 0 and material.parse.tokens[than.index - 1].lower == "rather"


def rumoured(material: Material, put: Put) -> Modality | None:
    """What a rumour or a report tells "according to which": turned down with it, or only claimed."""
    tale = _tale(material, material.parse.tokens[put.clause.head])
    if tale is None or put.clause.form == "nominal":
        return None
    verb = material.parse.head(tale)
    if tale.dep == "dobj" and verb.lemma in DENYING and not material.negated(verb):
        return "denied"
    return "claimed" if tale.lemma in LOOSE else None


def disproved(material: Material, put: Put) -> Modality | None:
    """What was told and was not so: "reports that the camp had been overrun proved to be unfounded"."""
    head = material.parse.tokens[put.clause.head]
    tale = material.parse.head(head)
    if put.clause.form == "nominal" or head.dep not in ("acl", "ccomp", "relcl") or tale.lemma not in RUMOURS:
        return None
    if tale.pos not in ("NOUN", "PROPN"):
        return None
    if any(kid.lower in FALSE for kid in material.parse.kids(tale, "amod")):
        return "denied"
    behind = material.parse.tokens[head.right + 1 : material.parse.sentences[head.sentence].last + 1]
    said = next((token for token in behind if token.lower in FALSE and token.dep in ("acomp", "attr", "oprd")), None)
    if said is None:
        return None
    verb = material.parse.head(said)
    above = (verb, material.parse.head(verb)) if verb.dep == "xcomp" else (verb,)
    turned = any(token.lemma in ("be", "prove", "turn", "appear") for token in above)
    return "denied" if turned and not any(material.negated(token) for token in above) else None


def _tale(material: Material, verb: Token) -> Token | None:
    """The rumour or report according to which something is so, however the parser hung that."""
    first = material.parse.sentences[verb.sentence].first
    before = material.parse.tokens[max(first, verb.index - REACH) : verb.index]
    lowers = [token.lower for token in before]
    at = next((n for n in range(len(before) - 2) if lowers[n : n + 3] == ["according", "to", "which"]), None)
    if at is None:
        return None
    told = material.parse.tokens[first : before[at].index]
    return next((token for token in reversed(told) if token.lemma in RUMOURS), None)
