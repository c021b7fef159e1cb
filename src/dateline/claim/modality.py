"""How a claim is put: asserted, attributed, denied, planned, possible …"""

from __future__ import annotations

from collections.abc import Callable

from dateline.claim.clause import Clause
from dateline.claim.conditions import MARKS, has_condition, inverted, likens, marked, opens_condition
from dateline.claim.corrections import corrected, retracted
from dateline.claim.doubts import (
    asked,
    barred,
    called_false,
    cannot_be_told,
    doubted,
    foreseen,
    of_anybody,
    risked,
    taken_for_granted,
    told_as_past,
    way_of_doing,
)
from dateline.claim.material import Material
from dateline.claim.predicates import tense
from dateline.claim.prospects import able, disproved, preferred, provided, rumoured, seen_ahead
from dateline.claim.put import Put
from dateline.claim.silence import cannot_tell
from dateline.claim.threats import (
    FUTURE,
    OUGHT,
    PROMISING,
    avenges,
    clears_itself,
    commands,
    done_to_whoever,
    says_of_none,
    threatens,
    ultimatum,
)
from dateline.claim.trust import hearsay, on_trust
from dateline.claim.wished import wished
from dateline.claim.words import words
from dateline.model.text import Token
from dateline.model.vocabulary import Modality

BY_STANCE: dict[str, Modality] = {
    "claim": "claimed", "deny": "denied", "confirm": "confirmed", "order": "ordered", "threaten": "threatened",
    "call_for": "called_for", "expect": "expected", "fear": "feared", "plan": "planned", "retract": "retracted",
    "doubt": "claimed", "allow": "possible", "concede": "confirmed",
}  # fmt: skip
OPEN = ("deny", "threaten", "expect", "fear", "allow", "doubt")
"""Stances that leave open, or turn down, what they are about, but not what is told beside it."""
AHEAD = ("threaten", "expect", "fear", "allow", "order", "call_for", "plan")
"""Stances towards what has not been done; what is told in the past beside it has."""
LINKS: tuple[tuple[Modality, frozenset[str]], ...] = (
    (
        "planned",
        words(
            "want wish hope plan intend seek try attempt aim prepare vow pledge promise agree decide refrain strive"
            " struggle undertake due ready willing eager determined keen poised set prepared reluctant unwilling supposed"
            " bound about cancel abort scrap shelve postpone"
        ),
    ),
    ("ordered", words("order instruct command authorise authorize tell")),
    ("called_for", words("urge call ask demand appeal beg request propose recommend advocate")),
    ("threatened", words("threaten warn")),
    ("expected", words("expect likely")),
    ("feared", words("fear")),
    ("possible", words("enable allow permit")),
)
BY_LINK: dict[str, Modality] = {lemma: modality for modality, lemmas in LINKS for lemma in lemmas}
BY_TELLING: dict[str, Modality] = {
    "tell": "ordered", "order": "ordered", "instruct": "ordered", "direct": "ordered", "warn": "called_for",
    "advise": "called_for", "ask": "called_for", "urge": "called_for", "beg": "called_for", "implore": "called_for",
    "exhort": "called_for", "encourage": "called_for", "remind": "called_for", "request": "called_for",
}  # fmt: skip
"""What an infinitive below a verb of telling is."""
EPITHETS: tuple[tuple[Modality, frozenset[str]], ...] = (
    (
        "planned",
        words("attempted planned scheduled intended forthcoming upcoming announced proposed impending prospective"),
    ),
    ("expected", words("expected imminent anticipated looming predicted")),
    ("hypothetical", words("possible potential eventual hypothetical")),
    ("threatened", words("threatened")),
    ("feared", words("feared")),
    ("claimed", words("alleged reported claimed supposed purported suspected so-called")),
)
BY_EPITHET: dict[str, Modality] = {word: modality for modality, group in EPITHETS for word in group}
LOOKING_AHEAD: dict[str, Modality] = {"threaten": "threatened", "fear": "feared", "expect": "expected"}
"""What somebody with such a stance says will happen is not planned."""
PREPARING = words("prepare plan plot scheme")
"""Verbs whose object lies ahead: "is preparing an offensive"."""
FOUND_OUT = words("know establish ascertain determine clarify")
POSSIBLE = frozenset(("may", "might", "could", "can"))
AIMING: dict[str, tuple[str, ...]] = {
    "aim": ("at",), "prepare": ("for",), "ready": ("for",), "brace": ("for",), "train": ("for",), "gear": ("for",),
    "poise": ("for",), "plan": ("for",), "mass": ("for",), "rehearse": ("for",), "switch": ("to",), "shift": ("to",),
    "turn": ("to",), "resort": ("to",), "specialise": ("in",), "specialize": ("in",),
}  # fmt: skip
"""What somebody readies for, or takes to as a way of fighting, has not happened with that."""
BESIDE = ("while", "until", "before", "once")
"""Marks of clauses that lie ahead with what they stand beside."""
UNCERTAIN = frozenset(("clear", "unclear", "known", "unknown", "certain", "uncertain", "sure", "evident"))


BELIEVED = words("believe think suspect presume assume")
"""What somebody who is not named holds for true: "is believed to be hiding"."""


def modality(material: Material, put: Put) -> Modality:
    """The first rule that has an answer decides; a narrator's plain words are asserted."""
    for rule in RULES:
        found = rule(material, put)
        if found is not None:
            return found
    return "asserted"


def unknown(material: Material, put: Put) -> Modality | None:
    """The ignorance is stated: "It was not clear who …"."""
    if put.clause.form == "nominal":
        return None
    head = material.parse.tokens[put.clause.head]
    if asked(material, head):
        return "unknown"
    above = (head, material.parse.head(head)) if head.dep in ("csubj", "csubjpass") else (head,)
    if any(verb.lemma in FOUND_OUT and material.negated(verb) and _nobody(material, verb) for verb in above):
        return "unknown"
    if cannot_be_told(material, head) or cannot_tell(material, put.clause):
        return "unknown"
    for kid in material.parse.kids(head, "acomp", "oprd"):
        if kid.lower in ("unclear", "unknown", "uncertain"):
            return "unknown"
        if kid.lower in UNCERTAIN and (material.negated(head) or material.negated(kid)):
            return "unknown"
    return None


def _nobody(material: Material, verb: Token) -> bool:
    """Whether it is not told who does not find out; that somebody does not know is unknown, too."""
    return verb.lemma == "know" or bool(material.parse.kids(verb, "auxpass"))


def conditional(material: Material, put: Put) -> Modality | None:
    """An if-clause and what would follow from it."""
    head = material.parse.tokens[put.clause.head]
    if marked(material, head, MARKS) and put.clause.relation == "adverbial":
        return "hypothetical"
    if likens(material, head):
        return "hypothetical"
    parted = any(opens_condition(material, token) for token in (head, material.parse.head(head)))
    if has_condition(material, head) or inverted(material, head) or parted:
        return "threatened" if threatens(material, put) or avenges(material, put) else "hypothetical"
    would = any(kid.lower in ("would", "'d") and kid.tag == "MD" for kid in material.parse.kids(head, "aux"))
    if not would:
        return None
    return "hypothetical" if put.attribution is None else _ahead_of(material, put)


def supposed(material: Material, put: Put) -> Modality | None:
    """A noun for an act that nobody says happened: "any attack on the port", "an assault would cost lives"."""
    if put.clause.form != "nominal":
        return None
    noun = material.parse.tokens[put.clause.head]
    dets = {kid.lower for kid in material.parse.kids(noun, "det")}
    if "any" in dets:
        return "hypothetical"
    named = dets & {"the", "this", "that", "these", "those"} or material.parse.kids(noun, "poss")
    verb = material.parse.head(noun)
    over = material.parse.head(verb)
    if noun.dep == "pobj" and verb.lower in AIMING.get(over.lemma, ()):
        return "planned"
    modal = any(kid.lower in ("would", "could", "might", "may") for kid in material.parse.kids(verb, "aux"))
    return "hypothetical" if modal and not named and noun.dep in ("nsubj", "dobj", "nsubjpass") else None


def purpose(material: Material, put: Put) -> Modality | None:
    """Purpose clauses say what was wanted, not what happened; so does what was to come before it ("until …")."""
    head = material.parse.tokens[put.clause.head]
    over = material.parse.head(head)
    if _awaited(material, head):
        return "planned"
    if put.clause.relation == "adverbial" and over.tag == "VB" and marked(material, head, ("until", "before")):
        return "planned"
    if put.clause.relation == "adverbial" and marked(material, head, BESIDE) and _ahead(material, over):
        return "planned"
    if tense(material, head) == "present" and _is_before(material, head):
        return "planned"
    return "planned" if put.clause.relation == "purpose" else None


def _awaited(material: Material, deed: Token) -> bool:
    """Whether something goes on until a deed that has not been done: "will continue until the retaking of the town"."""
    while deed.dep == "conj":
        deed = material.parse.head(deed)
    until = material.parse.head(deed)
    if deed.dep not in ("pobj", "pcomp") or until.lower not in ("until", "till", "pending"):
        return False
    over = material.parse.head(until)
    return over.tag != "VBD" and not any(kid.lower == "had" for kid in material.parse.kids(over, "aux"))


def _is_before(material: Material, verb: Token) -> bool:
    """Whether something was done before another thing happens ("a day before troops leave"), however the parser hung it."""
    over = material.parse.head(verb)
    if over.tag == "VBD":
        return marked(material, verb, ("before", "until"))
    return verb.dep == "acl" and over.dep == "pobj" and material.parse.head(over).lower == "before"


def _ahead(material: Material, verb: Token) -> bool:
    """Whether a verb tells what was or is to come: "Israel was to withdraw while the army deployed"."""
    top = material.parse.head(verb)
    chained = verb.dep == "xcomp" and top.lemma == "be" and verb.tag == "VB"
    aux = {kid.lower for kid in material.parse.kids(verb, "aux")}
    return chained or _is_to(material, verb) or (verb.tag == "VB" and bool(aux & (FUTURE | {"would"})))


def linked(material: Material, put: Put) -> Modality | None:
    """The verbs above the act: "wants to", "tried to", "ordered to", "is expected to"."""
    for index in put.clause.links:
        token = material.parse.tokens[index]
        found = _of_link(token)
        if found is None and token.lemma == "be":
            found = _due(material, token)
        if found is None and token.lemma == "be" and _is_to(material, token):
            found = "planned"
        if found is None and token.lemma == "go" and token.tag == "VBG":
            found = "planned"
        if found is not None:
            return found
    core = material.parse.tokens[put.clause.core]
    if put.attribution is not None and put.attribution.stance == "characterise":
        return "confirmed" if put.trigger != core.index else None
    if core.lemma in PREPARING and core.pos == "VERB" and put.clause.object is not None:
        return LOOKING_AHEAD.get(put.attribution.stance, "planned") if put.attribution is not None else "planned"
    return _of_link(core) if put.trigger != core.index and core.pos == "VERB" else None


def told_to(material: Material, put: Put) -> Modality | None:
    """What somebody is told to do: "was told to free the hostages", "warned them to leave"."""
    head = material.parse.tokens[put.clause.head]
    over = material.parse.head(head)
    if put.clause.form == "nominal" or head.dep not in ("xcomp", "ccomp", "advcl") or head.tag != "VB":
        return None
    infinitive = any(kid.lower == "to" for kid in material.parse.kids(head, "aux"))
    return BY_TELLING.get(over.lemma) if infinitive and over.pos == "VERB" else None


def _of_link(token: Token) -> Modality | None:
    """What a verb above the act makes of it; whoever is set to go plans it, whoever set out has gone."""
    return None if token.lemma == "set" and token.tag != "VBN" else BY_LINK.get(token.lemma)


def epithets(material: Material, put: Put) -> Modality | None:
    """What stands before the noun that names the act: an attempted, planned, possible, alleged attack."""
    token = material.parse.tokens[put.trigger]
    if token.pos not in ("NOUN", "PROPN"):
        return None
    kids = [*material.parse.kids(token, "amod"), *material.parse.kids(token, "acl")]
    return next((BY_EPITHET[kid.lower] for kid in kids if kid.lower in BY_EPITHET), None)


def auxiliaries(material: Material, put: Put) -> Modality | None:
    """May and might; will and shall; what somebody should or must do."""
    for index in (*put.clause.links, put.clause.core):
        for kid in material.parse.kids(material.parse.tokens[index], "aux"):
            if kid.lower in POSSIBLE:
                return _possible(put, kid)
            if kid.lower in FUTURE:
                clause = put.clause
                threat = done_to_whoever(material, clause) or ultimatum(material, clause) or avenges(material, put)
                return "threatened" if threat else _ahead_of(material, put)
            if kid.lower in OUGHT:
                return "ordered" if commands(material, put, kid) else _ought(material, kid)
    return None


def _ahead_of(material: Material, put: Put) -> Modality:
    """What will be, by who says so: a fear, a threat, an expectation; whoever warns of what he himself will do threatens it."""
    told = put.attribution
    subject = material.token(put.clause.subject)
    itself = subject is not None and subject.lower in ("they", "it", "we", "he", "she", "i")
    if told is not None and told.verb == "warn" and itself and not put.clause.passive:
        return "threatened"
    return LOOKING_AHEAD.get(told.stance, "planned") if told is not None and told.verb not in PROMISING else "planned"


def _ought(material: Material, modal: Token) -> Modality:
    """What should be done is called for; what must have been done is inferred, what should have been done was not."""
    perfect = any(kid.lower == "have" for kid in material.parse.kids(material.parse.head(modal), "aux"))
    if not perfect:
        return "called_for"
    return "possible" if modal.lower == "must" else "hypothetical"


def by_voice(material: Material, put: Put) -> Modality | None:
    """What the innermost voice does with its words; a negated claim of a voice is a denial."""
    if put.attribution is None:
        return "denied" if clears_itself(material, put) else None
    if put.attribution.verb in BELIEVED and not put.attribution.source:
        return "possible"
    by_stance = BY_STANCE.get("plan" if put.attribution.verb in PROMISING else put.attribution.stance)
    if put.attribution.stance in OPEN and taken_for_granted(material, put):
        return None
    if put.attribution.stance in AHEAD and told_as_past(material, put):
        return None
    if by_stance is not None:
        return by_stance
    if put.polarity == "negative" and (_verb_negated(material, put.clause) or says_of_none(material, put)):
        return "denied"
    return "claimed" if put.attribution.mode == "distanced" or hearsay(put.attribution) else "attributed"


def undone(material: Material, put: Put) -> Modality | None:
    """An infinitive below a verb of will or word that no voice and no link has caught: "vows to fight on", in a headline."""
    head = material.parse.tokens[put.clause.head]
    over = material.parse.head(head)
    infinitive = head.tag == "VB" and any(kid.lower == "to" for kid in material.parse.kids(head, "aux"))
    if put.clause.form != "verb" or not infinitive or head.dep not in ("xcomp", "advcl"):
        return None
    return BY_LINK.get(over.lemma) or ("planned" if over.lemma in PROMISING else None)


def _possible(put: Put, kid: Token) -> Modality | None:
    if put.attribution is not None and put.attribution.stance == "fear":
        return "feared"
    if kid.lower in ("could", "can") and put.polarity == "negative":
        return None
    return None if kid.lower == "can" else "possible"


def _verb_negated(material: Material, clause: Clause) -> bool:
    if any(material.negated(material.parse.tokens[i]) for i in (*clause.links, clause.core)):
        return True
    subject = material.token(clause.subject)
    if subject is None:
        return False
    return subject.lower in ("nobody", "none") or material.parse.tokens[subject.left].lower == "not"


def _due(material: Material, token: Token) -> Modality | None:
    adjectives = [k.lemma for k in material.parse.kids(token, "acomp", "oprd")]
    return next((BY_LINK[lemma] for lemma in adjectives if lemma in BY_LINK), None)


def _is_to(material: Material, token: Token) -> bool:
    """Whether what "is to" happen lies ahead ("the rebels were to join the army")."""
    return any(
        kid.tag in ("VB", "VBN") and any(part.lower == "to" for part in material.parse.kids(kid, "aux"))
        for kid in material.parse.kids(token, "xcomp")
        if material.parse.kids(token, "nsubj") and not material.parse.kids(token, "acomp", "attr", "oprd")
    )


Rule = Callable[[Material, Put], Modality | None]
RULES: tuple[Rule, ...] = (
    retracted,
    called_false,
    corrected,
    unknown,
    doubted,
    on_trust,
    disproved,
    rumoured,
    preferred,
    conditional,
    of_anybody,
    foreseen,
    barred,
    risked,
    supposed,
    wished,
    seen_ahead,
    provided,
    able,
    purpose,
    auxiliaries,
    linked,
    told_to,
    way_of_doing,
    epithets,
    by_voice,
    undone,
)
