"""Which verbs make a clause of their own, and how each hangs in its sentence."""

from __future__ import annotations

from dateline.claim.admissions import owned
from dateline.claim.arguments import (
    CONTROLLING,
    HARMING,
    classes,
    closed_count,
    companions,
    controlled,
    falls_on,
    left_harmed,
)
from dateline.claim.clause import Relation
from dateline.claim.clefts import is_cleft
from dateline.claim.codeable import CONFLICT_ACTS
from dateline.claim.conditions import belongs_to_consequence
from dateline.claim.extent import CLAUSAL
from dateline.claim.material import Material
from dateline.claim.paired import two_deeds
from dateline.claim.senses import noun_sense
from dateline.claim.silence import keeps_back
from dateline.claim.tolls import besides
from dateline.claim.voices.chain import SELF_TOLD, SILENT
from dateline.claim.voices.stances import is_nobody
from dateline.claim.words import words
from dateline.model.text import Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
OBJECTS = ("dobj", "attr", "oprd")
PREFIXES = ("re", "counter", "co", "over", "de", "pre", "out")
ATTEMPTS = ("attempt", "bid", "effort", "aim", "order", "move", "push", "plan", "intention", "promise", "threat")
LOSING = ("inflict", "suffer", "sustain", "incur")
"""Participles that make a claim of the losses they describe ("heavy losses inflicted on the rebels")."""
TERSE = ("ROOT", "appos", "conj", "npadvmod", "dep")
"""How such a number hangs in a sentence without a verb."""
HELD = frozenset(("capture", "retake", "besiege", "hold"))
"""What a participle behind a place tells of it."""
DAMAGED = frozenset(("attack", "shelling", "air_strike", "burn", "losses"))
"""What it tells only where commas set it off: "the bridge, hit by a shell on Friday, is closed"."""
VISITING = ("visit", "meet", "comfort", "treat", "evacuate", "console")
BOASTING = ("boast", "brag")
"""Verbs behind which "of" leads to what the subject says that it did."""
CALLED = words("anonymity anonymous anonymously name identify quote nom pseudonym surname identity")
"""Words of how a source is called."""
PERIODS = ("day", "night", "week", "month", "year", "time", "season")
CHAINED = frozenset(("xcomp", "ccomp"))
LINKING = words(
    "continue begin start stop cease try attempt seek want wish hope plan intend prepare aim manage fail refuse keep go"
    " help allow enable let make force cause order urge ask call expect need seem appear have be threaten vow agree"
    " decide pledge promise decline refrain prevent finish resume permit lead prompt mean require struggle"
    " use remain report believe say suspect succeed persist presume see hear watch due able likely demand appeal beg request"
    " implore advise instruct command recommend"
)
RELATIONS: dict[str, Relation] = {
    "ROOT": "main", "conj": "main", "parataxis": "main", "dep": "main", "ccomp": "content", "xcomp": "content",
    "relcl": "relative", "advcl": "adverbial", "acl": "participle", "pcomp": "gerund", "csubj": "subject",
    "csubjpass": "subject",
}  # fmt: skip


def verbal_heads(material: Material) -> tuple[frozenset[int], frozenset[int]]:
    """The verbs with a clause of their own, and those that share the clause of the verb before them."""
    found = [token for token in material.parse.tokens if _is_head(material, token)]
    joined = frozenset(token.index for token in found if _joined(material, token)) | _glued(material)
    return frozenset(token.index for token in found) - joined, joined


def _glued(material: Material) -> frozenset[int]:
    """Verbs that a hyphen ties to a prefix which the parser took for a verb: "re-establish"."""
    tokens = material.parse.tokens
    return frozenset(
        two.index
        for one, hyphen, two in zip(tokens, tokens[1:], tokens[2:], strict=False)
        if hyphen.text == "-" and one.end == hyphen.start and hyphen.end == two.start
        if one.pos in CLAUSAL and two.pos in CLAUSAL and one.lower in PREFIXES
    )


def _joined(material: Material, token: Token) -> bool:
    """Whether two verbs share subject and object: "shot and killed", "led and coordinated"."""
    if token.index < 2:
        return False
    before = material.parse.tokens[token.index - 2 : token.index]
    if token.dep != "conj":
        return False
    alike = before[0].tag == token.tag or (before[0].tag, token.tag) == ("VBP", "VB")
    twins = alike and not material.negated(before[0]) and before[0].pos == token.pos
    beside = before[0].index == token.head and before[1].dep == "cc" and twins
    return beside and not two_deeds(material, before[0], token)


def relation(material: Material, head: Token) -> Relation:
    """How a clause hangs in its sentence; a bare "to" outside a complement is a purpose, "only to" tells what came of it."""
    if head.tag == "VB" and any(kid.lower == "only" for kid in material.parse.kids(head, "advmod")):
        return "adverbial"
    if head.dep in ("advcl", "acl", "relcl", "ROOT", "dep") and is_infinitive(material, head):
        return "purpose"
    if head.dep == "pcomp" and material.parse.head(head).lower == "of":
        return "content" if _boasted(material, head) else "purpose"
    if head.dep == "xcomp" and is_infinitive(material, head) and not _complement(material, head):
        return "purpose"
    if head.dep == "conj":
        top = material.parse.head(head)
        while top.dep == "conj":
            top = material.parse.head(top)
        return RELATIONS.get(top.dep, "main") if top.dep != "ROOT" else "main"
    return RELATIONS.get(head.dep, "main")


def first_kid(material: Material, token: Token, *deps: str) -> int | None:
    """The index of the first dependent with one of the labels."""
    return next((kid.index for kid in material.parse.kids(token, *deps)), None)


def _is_head(material: Material, token: Token) -> bool:
    if (
        token.sentence < 0
        or token.pos not in CLAUSAL
        or token.dep not in RELATIONS
        or not any(map(str.isalpha, token.text))
        or _in_a_row(material, token)
        or _visited(material, token)
        or _withholds_name(material, token)
        or is_cleft(material, token)
        or falls_on(material, token)
    ):
        return False
    parent = material.parse.head(token)
    if token.dep == "advcl" and any(kid.lower == "when" for kid in material.parse.kids(token, "advmod")):
        return any(sense.act in CONFLICT_ACTS for sense in material.acts.of("v", token.lemma))
    if token.pos == "AUX" and token.dep in ("aux", "auxpass"):
        return False
    if token.dep == "ccomp" and token.index < token.head and not material.is_cue(parent):
        return True
    if controlled(material, token) or left_harmed(material, token) or belongs_to_consequence(material, token):
        return False
    if token.dep in CHAINED:
        return _carries_content(material, parent, token)
    if token.dep == "acl":
        return _acl_stands_alone(material, token)
    if token.dep == "pcomp":
        if parent.lower == "of":
            return material.parse.head(parent).lemma in ATTEMPTS or _boasted(material, token)
        if any(kid.lower == "according" for kid in (parent, material.parse.head(parent))):
            return True
        # "…, with nine people killed" counts them beside what is told.
        counted = parent.lower == "with" and token.lemma in HARMING and bool(material.parse.kids(token, "nsubj"))
        led = parent.lower in ("after", "before", "since", "by", "without", "for", "while")
        return counted or led or besides(material, parent)
    if token.dep == "conj":
        heads = parent.dep not in CHAINED or _is_head(material, parent)
        return parent.pos in CLAUSAL and (heads or _told_beside(material, token))
    return True


def _in_a_row(material: Material, token: Token) -> bool:
    """Whether a verb only says that the days before it follow on each other: "for the third day running"."""
    return token.lower == "running" and token.index > 0 and material.parse.tokens[token.index - 1].lemma in PERIODS


def _visited(material: Material, token: Token) -> bool:
    """Whether the parser took for a verb those whom somebody sees to: "the minister visits wounded in the port"."""
    before = material.parse.tokens[max(0, token.index - 1)]
    return token.lower in ("wounded", "injured") and before.lemma in VISITING and token.head == before.index


def _withholds_name(material: Material, token: Token) -> bool:
    """Whether a relative clause tells only how a source is called: "who spoke on condition of anonymity, said", "who gave only his first name"."""
    if token.dep != "relcl" or material.parse.head(token).index not in material.source_at:
        return False
    return any(word.lemma in CALLED for word in material.parse.subtree(token))


def _told_beside(material: Material, token: Token) -> bool:
    """Whether a verb joined to a complement is told of on its own: "managed to cross the river and take two villages"."""
    if not material.parse.kids(token, *OBJECTS, "prep", "prt") or not material.acts.of("v", token.lemma):
        return False
    above = material.parse.head(token)
    while above.dep in (*CHAINED, "acomp") and not _is_head(material, above):
        above = material.parse.head(above)
    # Whom somebody forces to do both is no subject of the second.
    return above.lemma not in CONTROLLING and _is_head(material, above)


def is_bare(material: Material, verb: Token) -> bool:
    """Whether a conjunct has neither a subject nor a helping verb of its own, and no tense; "cut" may have none."""
    helpers = {kid.lower for kid in material.parse.kids(verb, "aux", "auxpass")}
    if material.parse.kids(verb, *SUBJECTS) or helpers - {"to", "be"}:
        return False
    above = material.parse.head(verb)
    if verb.tag == "VB" or "be" in helpers:
        return True
    return above.tag == verb.tag == "VBN" or (above.tag == "VB" and verb.lower == verb.lemma)


def tense(material: Material, verb: Token) -> str | None:
    """Past or present, by the finite word; None for an infinitive or participle that shares another's."""
    finite = (verb, *material.parse.kids(verb, "aux", "auxpass"))
    if any(word.tag == "VBD" for word in finite):
        return "past"
    return "present" if any(word.tag in ("VBZ", "VBP", "MD") for word in finite) else None


def _carries_content(material: Material, parent: Token, token: Token) -> bool:
    """A complement stands alone under a cue; under other verbs, and where somebody refuses to tell it, it belongs to them."""
    if keeps_back(material, parent):
        return False
    if parent.pos == "ADJ" and token.dep == "ccomp":
        told = material.cue_at.get(parent.index)
        return told is not None and told.stance not in SILENT
    if parent.pos == "ADJ" or parent.lemma == "be":
        return False
    if witnesses(material, parent):
        return _is_seen(material, token)
    if not material.is_cue(parent):
        return token.dep == "xcomp" and relation(material, token) == "purpose"
    if material.negated(parent) and not _granted(material, parent):
        return False
    return not _told_of(material, parent, token)


def _boasted(material: Material, gerund: Token) -> bool:
    """Whether a gerund tells of what somebody boasts: "boasted of killing 20 soldiers"."""
    over = material.parse.head(material.parse.head(gerund))
    return over.pos == "VERB" and over.lemma in BOASTING


def _granted(material: Material, cue: Token) -> bool:
    """Whether a cue hands on what is not denied, disputed or ruled out."""
    told = material.cue_at.get(cue.index)
    return told is not None and told.stance in ("allow", "concede", "nobody")


def _told_of(material: Material, cue: Token, content: Token) -> bool:
    """Whether a passive cue tells of its own subject: "were reported to have left"."""
    passive = any(kid.dep in ("auxpass", "nsubjpass") for kid in material.parse.kids(cue)) or cue.tag == "VBN"
    if content.dep == "oprd":
        return passive and content.lower == "dead"
    return content.dep == "xcomp" and passive and (cue.lemma in LINKING or content.lemma in HARMING)


def witnesses(material: Material, token: Token) -> bool:
    """Whether a verb tells what somebody saw or heard, who is the voice of that."""
    told = material.cue_at.get(token.index)
    return told is not None and told.stance == "witness"


def _is_seen(material: Material, content: Token) -> bool:
    """Whether what was seen is somebody's doing, not a deed by its name: "saw men run", "heard shooting"."""
    return content.dep == "ccomp" or bool(material.parse.kids(content, "nsubj", "nsubjpass"))


def only_speaks(material: Material, token: Token) -> bool:
    """A verb of speech whose content is a clause of its own (or cannot be seen) is no claim; denials of speaking are."""
    if not material.is_cue(token):
        return False
    if witnesses(material, token):
        return any(_is_seen(material, kid) for kid in material.parse.kids(token, "ccomp", "xcomp"))
    if _granted(material, token):
        return material.has_content(token)
    if material.negated(token) or _nobody(material, token):
        return False
    if any(_told_of(material, token, kid) for kid in material.parse.kids(token, "xcomp", "oprd")):
        return False
    if _an_act_itself(material, token):
        return False
    if material.has_content(token):
        return True
    told = material.cue_at.get(token.index)
    if told is not None and told.stance in SELF_TOLD:
        return False
    attribution = material.cue_at.get(token.index)
    if attribution is None:
        return first_kid(material, token, *OBJECTS) is None
    return not any(span.start <= token.start < span.end for span in attribution.contents)


def _an_act_itself(material: Material, token: Token) -> bool:
    """Claiming an attack is an act of speech, claiming lives is none; "fighting was reported" tells of the fighting."""
    nouns = material.parse.kids(token, "dobj")
    counted = (kid for noun in nouns for prep in material.parse.kids(noun, "prep") for kid in material.parse.kids(prep))
    objects = {kid.lemma for kid in (*nouns, *counted)}
    if token.lemma in ("claim", "take") and objects & {"life", "victim"}:
        return True
    if next(owned(material, token), None) is not None:
        return True
    if token.lemma in ("declare", "announce", "proclaim") and any(_is_truce(material, noun) for noun in nouns):
        return True
    told = material.cue_at.get(token.index)
    if told is not None and told.stance == "doubt" and not material.has_content(token):
        return bool(nouns)
    if token.lemma != "report" or (told is not None and told.source and not material.parse.kids(token, "dobj")):
        return False
    told_of = material.parse.kids(token, *(("nsubjpass",) if nouns else ("nsubjpass", "nsubj")))
    senses = (noun_sense(material, kid) for kid in told_of)
    return any(sense is not None and sense.act in CONFLICT_ACTS for sense in senses)


def _is_truce(material: Material, noun: Token) -> bool:
    sense = noun_sense(material, noun)
    return sense is not None and sense.predicate == "ceasefire"


def _nobody(material: Material, token: Token) -> bool:
    """Whether it is nobody who speaks or of whom it is told: "neither side has replied", "no claim could be verified"."""
    return any(is_nobody(material.parse, kid) for kid in material.parse.kids(token, "nsubj", "nsubjpass"))


def _acl_stands_alone(material: Material, token: Token) -> bool:
    """A participle behind a noun is a claim where it names an act, a position or an aim ("troops stationed in …")."""
    if is_infinitive(material, token):
        return True
    described = material.parse.head(token)
    if token.lower == "left" and not material.parse.kids(token, "agent", "nsubj", "aux", "auxpass"):
        return False  # "not one of the soldiers left in the town": who is left stays, and nobody leaves
    if (
        described.pos == "NUM"
        and token.lemma in HARMING
        and (described.dep in TERSE or closed_count(material, described))
    ):
        return True
    among = described.dep == "pobj" and material.parse.head(described).lower == "among"
    if token.right - token.left < 2 or among or described.lower in ("those", "dead"):
        return False
    if token.lemma in LOSING and "loss" in classes(material, described):
        return True
    noun = noun_sense(material, material.parse.head(token))
    if noun is not None and noun.act in CONFLICT_ACTS:
        return False
    acts = {sense.act for sense in material.acts.of("v", token.lemma) if not sense.others} | (
        {"intend"} if token.lemma in ("seek", "aim", "try", "attempt", "assess") else set()
    )
    if "place" in classes(material, material.parse.head(token)):
        return token.tag in ("VBN", "VBD") and (bool(acts & HELD) or _damaged(material, token))
    return bool(acts & (CONFLICT_ACTS | {"hold", "intend"}))


def _damaged(material: Material, token: Token) -> bool:
    """Whether a participle between commas tells what was done to the place before it: "the dam, blown up by troops, …"."""
    if material.parse.tokens[token.left - 1].text != ",":
        return False
    around = companions(material, token)
    return any(s.act in DAMAGED and around.issuperset(s.others) for s in material.acts.of("v", token.lemma))


def is_infinitive(material: Material, token: Token) -> bool:
    """Whether a verb stands as "to" with its base form."""
    return token.tag == "VB" and any(kid.lower == "to" and kid.dep == "aux" for kid in material.parse.kids(token))


def _complement(material: Material, token: Token) -> bool:
    parent = material.parse.head(token)
    return parent.lemma in LINKING or material.is_cue(parent) or parent.pos != "VERB"
