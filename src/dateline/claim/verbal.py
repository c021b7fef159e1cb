"""Clauses around verbs: finite ones, relative ones, participles, purpose clauses."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.claim.arguments import classes
from dateline.claim.classify import LIGHT, noun_sense
from dateline.claim.clause import Clause, Form, Relation
from dateline.claim.codeable import CONFLICT_ACTS
from dateline.claim.extent import CLAUSAL, extent
from dateline.claim.heads import Heads
from dateline.claim.material import Material
from dateline.claim.voices.chain import SELF_TOLD
from dateline.claim.words import words
from dateline.model.text import Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
OBJECTS = ("dobj", "attr", "oprd")
RELATIVES = ("who", "that", "which", "whom")
PREFIXES = ("re", "counter", "co", "over", "de", "pre", "out")
ATTEMPTS = ("attempt", "bid", "effort", "aim", "order", "move", "push", "plan", "intention", "promise", "threat")
CHAINED = frozenset(("xcomp", "ccomp"))
LINKING = words(
    "continue begin start stop cease try attempt seek want wish hope plan intend prepare aim manage fail refuse keep go"
    " help allow enable let make force cause order urge ask call expect need seem appear have be threaten vow agree"
    " decide pledge promise decline refrain prevent finish resume permit lead prompt mean require struggle"
    " use remain report believe say suspect presume see hear watch due able likely"
)
RELATIONS: dict[str, Relation] = {
    "ROOT": "main", "conj": "main", "parataxis": "main", "dep": "main", "ccomp": "content", "xcomp": "content",
    "relcl": "relative", "advcl": "adverbial", "acl": "participle", "pcomp": "gerund", "csubj": "subject",
    "csubjpass": "subject",
}  # fmt: skip
PARTICIPIAL = frozenset(("VBN", "VBG", "VBD"))


def verbal_heads(material: Material) -> tuple[frozenset[int], frozenset[int]]:
    """The verbs with a clause of their own, and those that share the clause of the verb before them."""
    found = [token for token in material.parse.tokens if _is_head(material, token)]
    joined = frozenset(token.index for token in found if _joined(material, token)) | _glued(material)
    return frozenset(token.index for token in found) - joined, joined


def verbal_clauses(material: Material, heads: Heads) -> Iterator[Clause]:
    """One clause for every predicate that is no cue and no link to a deeper one."""
    for index in sorted(heads.verbal):
        token = material.parse.tokens[index]
        if not _only_speaks(material, token):
            yield clause_of(material, token, heads=heads)


def clause_of(material: Material, head: Token, *, heads: Heads, form: Form = "verb") -> Clause:
    """The clause that a predicate governs."""
    links = chain(material, head, heads)
    core = material.parse.tokens[links[-1]]
    tokens = extent(material, head, heads=heads)
    if (head.dep == "acl" and not _comma_before(material, head)) or (
        head.dep == "relcl" and _needs_noun(material, core, head)
    ):
        tokens = _with_noun(material, head, tokens)
    return Clause(
        head=head.index,
        core=core.index,
        form=form,
        relation=relation(material, head),
        tokens=tokens,
        links=links[:-1],
        subject=antecedent(material, head, subject_of(material, core, head)),
        object=_object(material, core, head),
        passive=_is_passive(material, core),
    )


def antecedent(material: Material, head: Token, index: int | None) -> int | None:
    """What a relative pronoun stands for; every other word stands for itself."""
    token = material.token(index)
    if token is None or head.dep != "relcl" or token.lower not in RELATIVES:
        return index
    return described(material, head).index


def described(material: Material, head: Token) -> Token:
    """The noun that a participle or relative clause describes; what "took place" is an event, not the people in it."""
    noun = material.parse.head(head)
    if head.dep != "relcl" or head.lemma not in ("take", "occur", "happen", "begin") or noun_sense(material, noun):
        return noun
    over = material.parse.head(material.parse.head(noun))
    return over if noun.dep == "pobj" and noun_sense(material, over) is not None else noun


def _object(material: Material, core: Token, head: Token) -> int | None:
    """The object; in "the road that they cut" it is the noun before the clause."""
    found = first_kid(material, core, *OBJECTS)
    if found is not None:
        return antecedent(material, head, found)
    if head.dep != "relcl" or first_kid(material, core, *SUBJECTS) is None:
        return None
    relativized = any(
        kid.lower in ("who", "that", "which") for kid in material.parse.kids(core, "nsubj", "nsubjpass", "advmod")
    )
    where = any(kid.lower in ("where", "when", "why") for kid in material.parse.kids(core, "advmod"))
    return None if relativized or where else head.head


def _is_passive(material: Material, core: Token) -> bool:
    if any(kid.dep in ("auxpass", "nsubjpass") for kid in material.parse.kids(core)):
        return True
    return core.tag == "VBN" and core.dep in ("acl", "conj", "advcl") and _bare(material, core)


def _with_noun(material: Material, head: Token, tokens: tuple[int, ...]) -> tuple[int, ...]:
    """A participle takes the noun it describes along ("shells fired from the hills"), a purpose only an attempt."""
    noun = described(material, head)
    first = noun.left
    if _is_infinitive(material, head):
        if noun.lemma not in ATTEMPTS:
            return tokens
        over = material.parse.head(noun)
        first = over.index if over.pos == "ADP" else noun.left
    return (*range(first, max(noun.index + 1, head.left)), *(i for i in tokens if i >= max(noun.index + 1, head.left)))


def _lead_in(material: Material, head: Token) -> range:
    """The words that lead into a gerund: "after", "with the aim of"."""
    prep = material.parse.head(head)
    noun = material.parse.head(prep)
    over = material.parse.head(noun)
    if prep.lower == "of" and over.pos == "ADP":
        return range(over.index, prep.index + 1)
    return range(prep.index, prep.index + 1)


def _needs_noun(material: Material, core: Token, head: Token) -> bool:
    """A relative clause whose noun names the act, or is the object of its verb, is no claim without it."""
    if core.lemma in LIGHT and noun_sense(material, described(material, head)) is not None:
        return True
    subject = material.token(first_kid(material, core, *SUBJECTS))
    if any(kid.lower in RELATIVES for prep in material.parse.kids(core, "prep") for kid in material.parse.kids(prep)):
        return False
    if subject is not None and any(t.lower in RELATIVES for t in material.parse.subtree(subject)):
        return False
    placed = any(kid.lower in ("where", "when", "why") for kid in material.parse.kids(core, "advmod"))
    return subject is not None and subject.lower not in RELATIVES and not placed


def _comma_before(material: Material, head: Token) -> bool:
    return head.left > 0 and material.parse.tokens[head.left - 1].text in (",", "(", "--", "–", "-")


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
    twins = before[0].tag == token.tag and not material.negated(before[0]) and before[0].pos == token.pos
    return before[0].index == token.head and before[1].dep == "cc" and twins


def relation(material: Material, head: Token) -> Relation:
    """How a clause hangs in its sentence; a bare "to" outside a complement is a purpose."""
    if head.dep in ("advcl", "acl", "relcl", "ROOT", "dep") and _is_infinitive(material, head):
        return "purpose"
    if head.dep == "pcomp" and material.parse.head(head).lower == "of":
        return "purpose"
    if head.dep == "xcomp" and _is_infinitive(material, head) and not _complement(material, head):
        return "purpose"
    if head.dep == "conj":
        top = material.parse.head(head)
        while top.dep == "conj":
            top = material.parse.head(top)
        return RELATIONS.get(top.dep, "main") if top.dep != "ROOT" else "main"
    return RELATIONS.get(head.dep, "main")


def chain(material: Material, head: Token, heads: Heads) -> tuple[int, ...]:
    """The verbs from the head to the one that names the act: "continued to advance" → continued, advance."""
    found = [head.index]
    token = head
    while token.lemma in LINKING or token.pos == "AUX":
        deeper = next((k for k in _complements(material, token) if k.index not in heads.verbal), None)
        if deeper is None:
            break
        found.append(deeper.index)
        token = deeper
    partner = next((k for k in material.parse.kids(token, "conj") if k.index in heads.joined), None)
    if token.index + 2 in heads.joined:
        partner = material.parse.tokens[token.index + 2]
    return (*found, partner.index) if partner else tuple(found)


def _complements(material: Material, token: Token) -> Iterator[Token]:
    for kid in material.parse.kids(token):
        if kid.dep in CHAINED and kid.pos in (*CLAUSAL, "ADJ"):
            yield kid
        elif kid.dep == "acomp":
            yield from (k for k in material.parse.kids(kid) if k.dep in CHAINED and k.pos in CLAUSAL)


def subject_of(material: Material, core: Token, head: Token) -> int | None:
    """The subject of the act: its own, else that of the verbs above it, else that of the first conjunct."""
    for token in (core, head):
        found = first_kid(material, token, *SUBJECTS)
        if found is not None:
            return found
    top = head
    while top.dep in ("conj", "xcomp", "advcl") and top.head != top.index:
        top = material.parse.head(top)
        found = first_kid(material, top, *SUBJECTS)
        if found is not None:
            return found
    if head.dep in ("acl", "relcl"):
        return head.head
    return None


def first_kid(material: Material, token: Token, *deps: str) -> int | None:
    """The index of the first dependent with one of the labels."""
    return next((kid.index for kid in material.parse.kids(token, *deps)), None)


def _is_head(material: Material, token: Token) -> bool:
    if (
        token.sentence < 0
        or token.pos not in CLAUSAL
        or token.dep not in RELATIONS
        or not any(map(str.isalpha, token.text))
    ):
        return False
    parent = material.parse.head(token)
    if token.dep == "advcl" and any(kid.lower == "when" for kid in material.parse.kids(token, "advmod")):
        return any(sense.act in CONFLICT_ACTS for sense in material.acts.of("v", token.lemma))
    if token.pos == "AUX" and token.dep in ("aux", "auxpass"):
        return False
    if token.dep == "ccomp" and token.index < token.head and not material.is_cue(parent):
        return True
    if token.dep in CHAINED:
        return _carries_content(material, parent, token)
    if token.dep == "acl":
        return _acl_stands_alone(material, token)
    if token.dep == "pcomp":
        if parent.lower == "of":
            return material.parse.head(parent).lemma in ATTEMPTS
        return parent.lower in ("after", "before", "by", "without", "for", "while")
    if token.dep == "conj":
        return parent.pos in CLAUSAL and (parent.dep not in CHAINED or _is_head(material, parent))
    return True


def _carries_content(material: Material, parent: Token, token: Token) -> bool:
    """A complement stands alone under a cue; under other verbs it belongs to them."""
    if parent.pos == "ADJ" or parent.lemma == "be":
        return False
    if not material.is_cue(parent):
        return token.dep == "xcomp" and relation(material, token) == "purpose"
    if material.negated(parent) and parent.lemma != "deny":
        return False
    return not _told_of(material, parent, token)


def _told_of(material: Material, cue: Token, content: Token) -> bool:
    """Whether a passive cue tells of its own subject: "were reported to have left"."""
    passive = any(kid.dep in ("auxpass", "nsubjpass") for kid in material.parse.kids(cue)) or cue.tag == "VBN"
    return content.dep == "xcomp" and passive and cue.lemma in LINKING


def _only_speaks(material: Material, token: Token) -> bool:
    """A verb of speech whose content is a clause of its own (or cannot be seen) is no claim; denials of speaking are."""
    if not material.is_cue(token):
        return False
    if material.negated(token) or _nobody(material, token):
        return False
    if any(_told_of(material, token, kid) for kid in material.parse.kids(token, "xcomp")):
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


def _nobody(material: Material, token: Token) -> bool:
    return any(
        kid.lower in ("none", "nobody") or any(k.lower == "no" for k in material.parse.kids(kid, "det"))
        for kid in material.parse.kids(token, "nsubj", "nsubjpass")
    )


def _acl_stands_alone(material: Material, token: Token) -> bool:
    """A participle behind a noun is a claim where it names an act, a position or an aim ("troops stationed in …")."""
    if _is_infinitive(material, token):
        return True
    if token.right - token.left < 2:
        return False
    noun = noun_sense(material, material.parse.head(token))
    if noun is not None and noun.act in CONFLICT_ACTS:
        return False
    acts = {sense.act for sense in material.acts.of("v", token.lemma) if not sense.others} | (
        {"intend"} if token.lemma in ("seek", "aim", "try", "attempt", "assess") else set()
    )
    if "place" in classes(material, material.parse.head(token)):
        return bool(acts & {"capture", "retake", "besiege", "hold"}) and token.tag == "VBN"
    return bool(acts & (CONFLICT_ACTS | {"hold", "intend"}))


def _is_infinitive(material: Material, token: Token) -> bool:
    return token.tag == "VB" and any(kid.lower == "to" and kid.dep == "aux" for kid in material.parse.kids(token))


def _complement(material: Material, token: Token) -> bool:
    parent = material.parse.head(token)
    return parent.lemma in LINKING or material.is_cue(parent) or parent.pos != "VERB"


def _bare(material: Material, core: Token) -> bool:
    return not any(kid.dep == "aux" for kid in material.parse.kids(core))
