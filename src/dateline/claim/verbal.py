"""Clauses around verbs: finite ones, relative ones, participles, purpose clauses."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.claim.arguments import CONTROLLING, HARMING, asked_for, closed_count, controlled, counted_object
from dateline.claim.clause import Clause, Form
from dateline.claim.clefts import cleft_over, first_half
from dateline.claim.extent import CLAUSAL, extent, trim, without_label
from dateline.claim.heads import Heads
from dateline.claim.material import Material
from dateline.claim.paired import names_deed, shared_words, sharer
from dateline.claim.predicates import (
    ATTEMPTS,
    CHAINED,
    LINKING,
    OBJECTS,
    SUBJECTS,
    first_kid,
    is_bare,
    is_infinitive,
    only_speaks,
    relation,
    tense,
)
from dateline.claim.senses import LIGHT, noun_sense
from dateline.claim.words import words
from dateline.model.text import Token

HARMED = ("wound", "injure", "hurt")
"""What an attack also leaves people: "left three dead and two injured"."""
INTRANSITIVE = words(
    "swoop descend arrive appear emerge flee retreat withdraw advance march escape die fall barge swarm rampage"
    " clash duel skirmish"
)
"""Verbs that nobody can have done to him: as bare participles they tell what the noun before them did."""
GAPPED = ("det", "nummod", "npadvmod", "nmod", "compound", "amod", "dep")
"""How parsers hang the subject on a participle that lacks its helping verb."""
CLIMBED = ("conj", "xcomp", "acomp", "advcl", "pcomp", "prep", "dep")
"""How a verb hangs below the one whose subject it shares."""
FAILING = words("fail collapse falter founder")
TURNING = words("lose regain recapture retake abandon recover")
"""What is done to a place, by words in which taggers do not know a participle: "was captured and lost again"."""
RELATIVES = ("who", "that", "which", "whom")


def verbal_clauses(material: Material, heads: Heads) -> Iterator[Clause]:
    """One clause for every predicate that is no cue and no link to a deeper one."""
    for index in sorted(heads.verbal):
        token = material.parse.tokens[index]
        if not only_speaks(material, token):
            yield clause_of(material, token, heads=heads)


def clause_of(material: Material, head: Token, *, heads: Heads, form: Form = "verb") -> Clause:
    """The clause that a predicate governs."""
    links = chain(material, head, heads)
    core = material.parse.tokens[links[-1]]
    tokens = _own_words(material, head, core, heads)
    be = cleft_over(material, head)
    if be is not None:
        tokens = (*first_half(material, be, head), *(i for i in tokens if i >= head.left))
    beside = sharer(material, core) if form == "verb" else None
    if beside is not None and beside.index not in tokens:
        tokens = (*tokens, *shared_words(material, beside, extent(material, beside, heads=heads)))
    if core.index not in tokens:
        tokens = trim(material, sorted({token.index for token in material.parse.subtree(head)}))
    doer = material.token(subject_of(material, core, head))
    if tokens == (core.index,) and doer is not None and (names_deed(material, core) or _fails(material, core, doer)):
        tokens = (*range(min(doer.left, doer.index), doer.index + 1), *tokens)
    return Clause(
        head=head.index,
        core=core.index,
        form=form,
        relation=relation(material, head),
        tokens=tokens,
        links=(*((be.index,) if be is not None else ()), *_shared_links(material, head, heads), *links[:-1]),
        subject=antecedent(material, head, doer.index) if doer is not None else None,
        object=_object(material, core, head, beside),
        passive=_is_passive(material, core),
    )


def _fails(material: Material, core: Token, doer: Token) -> bool:
    """Whether an attack is all that a lone verb tells the failure of: "the assault on the fort failed"."""
    sense = noun_sense(material, doer) if core.lemma in FAILING else None
    return sense is not None and sense.act in ("attack", "begin_offensive", "advance")


def _own_words(material: Material, head: Token, core: Token, heads: Heads) -> tuple[int, ...]:
    """The words below a predicate, with the noun that it describes and what else it cannot be read without."""
    tokens = extent(material, head, heads=heads)
    if (head.dep == "acl" and (_describes(material, head) or tokens == (head.index,))) or (
        head.dep == "relcl" and _needs_noun(material, core, head)
    ):
        tokens = _with_noun(material, head, tokens)
    before = material.parse.head(head)
    if head.dep == "pcomp" and before.lower == "without":
        tokens = (before.index, *tokens)
    if _suffered_too(material, head):
        shared = [i for kid in material.parse.kids(head, "prep") for i in range(kid.left, kid.right + 1)]
        tokens = (*_sufferers(material, before), *(i for i in tokens if i not in shared))
    if head.dep == "conj" and before.lemma == "leave" and head.lemma in HARMED and _bare(material, head):
        subject = material.token(first_kid(material, before, *SUBJECTS))
        tokens = (*range(subject.left if subject is not None else before.index, before.index + 1), *tokens)
    return without_label(material, tokens, head.index)


def _suffered_too(material: Material, head: Token) -> bool:
    """Whether a participle is all that tells what else befell those who suffered the first: "were killed and captured"."""
    before = material.parse.head(head)
    if (
        head.dep != "conj"
        or head.tag != "VBN"
        or material.parse.kids(head, *SUBJECTS, *OBJECTS, "aux", "auxpass", "agent")
    ):
        return False
    link = material.parse.tokens[head.index - 1]
    beside = link.dep == "cc" and link.head == before.index == head.index - 2
    return beside and before.tag == "VBN" and bool(material.parse.kids(before, "auxpass"))


def _sufferers(material: Material, verb: Token) -> Iterator[int]:
    """The words of the subject of a passive, and its helpers."""
    for kid in material.parse.kids(verb, "nsubjpass", "aux", "auxpass"):
        yield from range(kid.left, kid.right + 1)


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


def _object(material: Material, core: Token, head: Token, beside: Token | None) -> int | None:
    """The object, which may stand behind the verb beside; in "the road that they cut" it is the noun before the clause."""
    found = first_kid(material, core, *OBJECTS)
    if found is None and beside is not None and not _is_passive(material, core):
        found = first_kid(material, beside, "dobj")
    if found is not None:
        return antecedent(material, head, found)
    counted = counted_object(material, core)
    if counted is not None:
        return counted.index
    if head.dep != "relcl" or first_kid(material, core, *SUBJECTS) is None:
        return None
    relativized = any(
        kid.lower in ("who", "that", "which") for kid in material.parse.kids(core, "nsubj", "nsubjpass", "advmod")
    )
    where = any(kid.lower in ("where", "when", "why") for kid in material.parse.kids(core, "advmod"))
    return None if relativized or where else head.head


def _describes(material: Material, head: Token) -> bool:
    """Whether a participle describes the noun before it, which is no voice ("Governor Marin: “three drones shot down”")."""
    told = material.source_at.get(material.parse.head(head).index)
    return not _comma_before(material, head) and (told is None or told.verb != ":")


def _is_passive(material: Material, core: Token) -> bool:
    if any(kid.dep in ("auxpass", "nsubjpass") for kid in material.parse.kids(core)):
        return True
    if core.dep == "ccomp" and core.tag in ("VBN", "VBD") and material.parse.head(core).lemma == "have":
        # "They have the town surrounded" tells of the town what a passive would.
        return first_kid(material, core, "nsubj") is not None and _bare(material, core)
    if core.dep == "acl" and first_kid(material, core, "dobj") is not None:
        return False
    if core.tag == "VBN" and core.dep == "ROOT" and core.lemma in HARMING and _bare(material, core):
        return first_kid(material, core, "dobj", "ccomp") is None
    if core.dep == "conj" and material.parse.head(core).pos == "VERB":
        told = core.tag == "VBN" or (core.lemma in TURNING and first_kid(material, core, *OBJECTS) is None)
        return told and _bare(material, core) and _is_passive(material, material.parse.head(core))
    moved = core.lemma in INTRANSITIVE
    return core.tag == "VBN" and core.dep in ("acl", "conj", "advcl") and not moved and _bare(material, core)


def _with_noun(material: Material, head: Token, tokens: tuple[int, ...]) -> tuple[int, ...]:
    """A participle takes the noun it describes along ("shells fired from the hills"), a purpose only an attempt."""
    noun = described(material, head)
    first = max(
        (kid.right + 2 for kid in material.parse.kids(noun, "nummod") if closed_count(material, kid)), default=noun.left
    )
    if is_infinitive(material, head):
        if noun.lemma not in ATTEMPTS:
            return tokens
        over = material.parse.head(noun)
        first = over.index if over.pos == "ADP" else noun.left
    return (*range(first, max(noun.index + 1, head.left)), *(i for i in tokens if i >= max(noun.index + 1, head.left)))


def _needs_noun(material: Material, core: Token, head: Token) -> bool:
    """A relative clause whose noun names the act, or is the object of its verb, is no claim without it."""
    if core.lemma in LIGHT and noun_sense(material, described(material, head)) is not None:
        return True
    subject = material.token(first_kid(material, core, *SUBJECTS))
    if any(kid.lower in RELATIVES for prep in material.parse.kids(core, "prep") for kid in material.parse.kids(prep)):
        return False
    if subject is not None and any(t.lower in RELATIVES for t in material.parse.subtree(subject)):
        return False
    if any(t.lower in RELATIVES and material.parse.tokens[t.index - 1].lower == "of" for t in _opening(material, head)):
        return False
    placed = any(kid.lower in ("where", "when", "why") for kid in material.parse.kids(core, "advmod"))
    return subject is not None and subject.lower not in RELATIVES and not placed


def _opening(material: Material, head: Token) -> tuple[Token, ...]:
    """The first words of a clause, as far as "six of which" or "most of whom" reaches."""
    return material.parse.tokens[max(head.left, 1) : head.left + 4]


def _comma_before(material: Material, head: Token) -> bool:
    return head.left > 0 and material.parse.tokens[head.left - 1].text in (",", "(", "--", "–", "-")


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


def _shared_links(material: Material, head: Token, heads: Heads) -> tuple[int, ...]:
    """The verbs that a bare conjunct shares with the complement before it: "failed to storm the base and seize the arms"."""
    links: list[int] = []
    token = head
    while token.dep == "conj" and is_bare(material, token):
        token = material.parse.head(token)
    while token.dep in (*CHAINED, "acomp") and token.index not in heads.verbal:
        token = material.parse.head(token)
        links.insert(0, token.index)
    return tuple(links)


def _complements(material: Material, token: Token) -> Iterator[Token]:
    for kid in material.parse.kids(token):
        if kid.dep == "dobj":
            yield from (k for k in material.parse.kids(kid, "relcl", "acl") if controlled(material, k))
        if asked_for(material, kid) or (kid.dep in CHAINED and kid.pos in (*CLAUSAL, "ADJ")):
            yield kid
        elif kid.dep == "prep" and token.lemma in ("succeed", "persist") and kid.lower == "in":
            yield from (k for k in material.parse.kids(kid, "pcomp") if k.pos == "VERB")
        elif kid.dep == "acomp":
            yield from (k for k in material.parse.kids(kid) if k.dep in CHAINED and k.pos in CLAUSAL)


def subject_of(material: Material, core: Token, head: Token) -> int | None:
    """The subject of the act: its own, else that of the verbs above it, else that of the first conjunct."""
    own = _nearest_subject(material, core)
    above = material.parse.head(core)
    ruler = above if above.lemma in CONTROLLING and core.dep in CHAINED else head
    over = first_kid(material, ruler, "dobj") if ruler.lemma in CONTROLLING and core.index != ruler.index else None
    found = own if own is not None else over
    if found is None:
        found = first_kid(material, head, *SUBJECTS)
    if found is None:
        found = _before_participle(material, head)
    if found is not None:
        return found
    top = head
    while (top.dep in CLIMBED or _passed_over(material, top, head)) and top.head != top.index:
        top = material.parse.head(top)
        found = first_kid(material, top, *SUBJECTS)
        if found is not None and not _passed_over(material, top, head):
            return found
    if head.dep in ("acl", "relcl"):
        return head.head
    return None


def _nearest_subject(material: Material, core: Token) -> int | None:
    """Of two subjects before a verb the second: "this time in the hills, on Monday, soldiers killed a guerrilla"."""
    found = [kid.index for kid in material.parse.kids(core, *SUBJECTS)]
    before = [index for index in found if index < core.index]
    return before[-1] if len(before) > 1 else next(iter(found), None)


def _before_participle(material: Material, head: Token) -> int | None:
    """Who was hurt beside another, in a clause without helping verb: "one was killed and another wounded"."""
    before = material.parse.tokens[head.index - 1]
    if head.dep != "conj" or head.tag != "VBN" or before.head != head.index or before.dep not in GAPPED:
        return None
    mention = material.mention_at.get(before.index)
    timed = mention is not None and mention.kind == "time"
    return None if timed or first_kid(material, head, "dobj") is not None else before.index


def _passed_over(material: Material, infinitive: Token, head: Token) -> bool:
    """Whether a finite verb joins not the infinitive it hangs on but the verb above: "let civilians leave and entered"."""
    joined = infinitive.index != head.index and infinitive.tag == "VB" and infinitive.dep in CHAINED
    return joined and tense(material, head) is not None


def _bare(material: Material, core: Token) -> bool:
    return not any(kid.dep == "aux" for kid in material.parse.kids(core))
