"""Mends what the model often gets wrong in reports of conflict, where the tree itself shows that it is wrong.

A simple past taken for a participle: "The Front (PF), an alliance of three groups, denied that it had left." comes as a
noun with a participle behind it. A passive participle has no object and no clause of its own, so one that has is the
verb of a sentence without any other.

Clauses around a semicolon: "The army blamed the rebels; the rebels blamed the army." is no content of its last verb,
but two clauses side by side.

Casualties without a verb of their own: in "12 were killed and scores more injured" the second participle comes as an
adjective, in "and another ten injured" below its number.

A deed taken for an auxiliary: in "Russian shelling wounded two" the shelling is what wounded them.

Casualties without a noun: in "received 14 wounded" the parser hangs the wounded below their number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from dateline.model.text import Sentence, Token
from dateline.parse.between import with_both_sides
from dateline.parse.colons import with_clause_behind_colon
from dateline.parse.lead_ins import with_subject_behind_lead_in
from dateline.parse.listed import with_listed_deeds
from dateline.parse.reduced import OPINIONS, with_reduced_passive
from dateline.parse.speakers import with_speakers_apart
from dateline.parse.told_on import with_telling_resumed
from dateline.parse.verbs import resumes, with_verbs_in_place
from dateline.reference.headline_verbs import PAST

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl", "aux", "auxpass")
_COMPLEMENTS = ("ccomp", "dobj")
_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")


_CASUALTIES = ("wounded", "injured", "killed", "dead", "missing", "hurt")
_LEMMAS = {"injured": "injure", "wounded": "wound", "hurt": "hurt"}
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "others",
            "dozens", "scores", "hundreds", "thousands", "several", "many")  # fmt: skip
_SUFFERING = ("suffer", "sustain", "lose", "take", "incur", "evacuate", "count", "report", "admit", "receive", "treat")
_COUNTED = ("dobj", "pobj", "nsubj", "nsubjpass", "attr", "conj")
_HELPERS = ("being", "having", "getting", "going")
_GOING = frozenset(
    ("plough", "plow", "slam", "crash", "smash", "rip", "tear", "sweep", "burst", "march", "advance", "cross", "swoop")
)
"""Verbs of motion without an object, so that their participle is no passive."""
_WITH_CONTENT = frozenset((*OPINIONS, "condemn", "declare", "demand", "seek", "take", "vow"))
"""Verbs that may tell what somebody said: what stands before them may be his words."""
_MOST_CLAUSES = 12
"""A sentence with more semicolons is a list, and every one of them would cost a walk through all of it."""


def repaired(tokens: Sequence[Token], sentence: Sentence) -> tuple[list[Token], Sentence]:
    """The tokens of one sentence and the sentence, both as they were where nothing had to be mended."""
    counted = with_counted_casualties(with_shared_auxiliary(tokens, sentence.first), sentence.first)
    counted = [_as_deed(token, counted) for token in counted]
    told = with_subject_behind_lead_in(with_clause_behind_colon(counted, sentence.first), sentence.first)
    told = with_both_sides(told, sentence.first)
    placed = with_reduced_passive(with_verbs_in_place(told, sentence.first), sentence.first)
    placed = with_speakers_apart(with_listed_deeds(placed, sentence.first), sentence.first)
    placed = with_telling_resumed(placed, sentence.first)
    if placed is not counted and _is_tree(placed, sentence.first):
        counted = _edged(placed, sentence.first)
        sentence = replace(sentence, root=next(token.index for token in counted if token.head == token.index))
    here, whole = with_clauses_abreast(counted, sentence)
    return with_finite_verb(here, whole)


def _as_deed(token: Token, here: Sequence[Token]) -> Token:
    """A gerund as the subject of the verb that it came as a helper of: "(heavy) shelling resumed"; "being" may help."""
    if token.dep != "aux" or token.tag != "VBG" or token.lower in _HELPERS:
        return token
    return replace(token, dep="nsubj", pos="NOUN", tag="NN", lemma=token.lower)


def with_clauses_abreast(tokens: Sequence[Token], sentence: Sentence) -> tuple[list[Token], Sentence]:
    """What stands before a semicolon as the first of two clauses, never as what the second one says."""
    first, here, root = sentence.first, list(tokens), sentence.root
    marks = [token for token in tokens if token.text == ";" or _joins(token, tokens)]
    for mark in marks if len(marks) <= _MOST_CLAUSES else ():
        here = [_after_speaker(token, mark, here, first) for token in here]
        before = _content_before(mark, here)
        if before is None:
            continue
        after = here[before.head - first]
        here = _edged([_abreast(token, before, after, mark) for token in here], first)
        root = before.index if after.index == root else root
    return here, replace(sentence, root=root)


def _joins(mark: Token, tokens: Sequence[Token]) -> bool:
    """Whether a comma stands between clauses: the one behind it tells a deed, which has no content, or has no helper.

    "Rebels storm Kaya, dozens wounded", "Cultists clash, four feared dead".
    """
    verb = tokens[mark.head - tokens[0].index]
    if mark.text != "," or verb.index < mark.index or verb.lemma in _WITH_CONTENT:
        return False
    return verb.lemma in PAST or (verb.tag == "VBN" and not _governs(verb, tokens, ("aux", "auxpass")))


def _after_speaker(token: Token, mark: Token, here: Sequence[Token], first: int) -> Token:
    """A clause of its own in place of a content: "Two were killed, the army said; the rebels put it at nine."."""
    head = here[token.head - first]
    if token.dep != "ccomp" or head.index != mark.index - 1 or token.index < mark.index:
        return token
    own = any(kid.head == token.index and kid.dep in _SUBJECTS and kid.left > mark.index for kid in here)
    told = own and any(kid.head == head.index and kid.dep == "ccomp" and kid.index < head.index for kid in here)
    return replace(token, dep="conj") if told else token


def _content_before(mark: Token, here: Sequence[Token]) -> Token | None:
    """The clause that ends at a semicolon and hangs as a content on a verb behind it."""
    for token in here:
        if token.dep == "ccomp" and token.index < mark.index < token.head and token.right == mark.index - 1:
            subjects = [kid for kid in here if kid.head == token.head and kid.dep in _SUBJECTS]
            if any(kid.left > mark.index for kid in subjects):
                return token
    return None


def _abreast(token: Token, before: Token, after: Token, mark: Token) -> Token:
    if token.index == before.index:
        return replace(token, head=before.index if after.head == after.index else after.head, dep=after.dep)
    if token.index == after.index:
        return replace(token, head=before.index, dep="conj")
    led = token.head == after.index and token.index <= mark.index
    return replace(token, head=before.index) if led else token


def with_shared_auxiliary(tokens: Sequence[Token], first: int) -> list[Token]:
    """The tokens with the second of two participles, which shares the auxiliary of the first, as a verb of its own."""
    here = list(tokens)
    for token in tokens:
        if (
            token.lower in _LEMMAS
            and (token.pos == "ADJ" or token.dep == "advcl")
            and token.dep in ("conj", "ROOT", "advcl")
            and _shares(token, here, first)
        ):
            here = [_as_participle(other, token) for other in here]
        elif token.dep in ("acl", "amod") and token.tag == "VBN" and _ends_a_count(token, here, first):
            number = here[token.head - first]
            here = _edged([_turned(other, number, token) for other in here], first)
    return here


def _shares(token: Token, here: Sequence[Token], first: int) -> bool:
    """Whether a passive stands before a participle that was taken for an adjective, beside it or as its content.

    So does what else something left: "left seven dead, nine wounded".
    """
    over = here[token.head - first]
    if token.dep == "advcl":
        return over.lemma == "leave" and _governs(token, here, ("nsubj", "nsubjpass"))
    if token.dep == "conj":
        return _is_passive(over, here)
    return any(kid.head == token.index and kid.dep == "ccomp" and _is_passive(kid, here) for kid in here)


def _is_passive(token: Token, here: Sequence[Token]) -> bool:
    return token.tag == "VBN" and _governs(token, here, ("auxpass",))


def _as_participle(token: Token, verb: Token) -> Token:
    if token.index == verb.index:
        beside = "conj" if token.dep == "advcl" else token.dep
        return replace(token, pos="VERB", tag="VBN", lemma=_LEMMAS[token.lower], dep=beside)
    return replace(token, dep="nsubjpass") if token.head == verb.index and token.dep == "nsubj" else token


def _ends_a_count(token: Token, here: Sequence[Token], first: int) -> bool:
    """Whether a participle ends what was counted beside a passive, or beside those whom something left dead.

    "Were killed and ten injured", "leaving two officers dead and five civilians injured".
    """
    counted = here[token.head - first]
    over = here[counted.head - first]
    if counted.dep != "conj" or not 0 < token.index - counted.index <= 2:
        return False
    if over.lemma == "leave":
        return token.lower in _CASUALTIES and (counted.pos == "NUM" or _governs(counted, here, ("nummod",)))
    return _is_passive(over, here) and (counted.pos in ("NUM", "ADJ") or counted.lower in _NUMBERS)


def _turned(token: Token, number: Token, verb: Token) -> Token:
    if token.index == verb.index:
        return replace(token, head=number.head, dep="conj")
    return replace(token, head=verb.index, dep="nsubjpass") if token.index == number.index else token


def with_counted_casualties(tokens: Sequence[Token], first: int) -> list[Token]:
    """The tokens with "wounded" as the noun that its number counts; "left three wounded" says what they became."""
    here = [_as_object(token, tokens, first) for token in tokens]
    for number, token in pairwise(tokens):
        if _counts(number, token, here, first):
            swapped = (_below(other, number, token) for other in here)
            here = _edged(list(swapped), first)
    return here


def _as_object(token: Token, here: Sequence[Token], first: int) -> Token:
    """The dead whom somebody suffered as its object, not as a circumstance: "the brigade suffered five dead"."""
    if token.lower not in _CASUALTIES or token.dep != "advcl" or here[token.head - first].lemma not in _SUFFERING:
        return token
    if _governs(token, here, _SUBJECTS) or not _governs(token, here, ("nummod",)):
        return token
    return replace(token, dep="dobj", pos="NOUN", tag="NNS", lemma=token.lower)


def _counts(number: Token, token: Token, here: Sequence[Token], first: int) -> bool:
    return (
        token.lower in _CASUALTIES
        and (token.left == token.right or _taken_in(number, token, here, first))
        and token.head in (number.index, number.head, here[number.head - first].head)
        and token.head != token.index
        and number.pos == "NUM"
        and number.dep in _COUNTED
        and here[number.head - first].lemma != "leave"
    )


def _taken_in(number: Token, token: Token, here: Sequence[Token], first: int) -> bool:
    """Whether a verb takes the wounded whole, with when and where: "has admitted 22 wounded since Monday"."""
    phrases = all(kid.dep in ("prep", "npadvmod") for kid in here if kid.head == token.index)
    whole = phrases and token.left == token.index and number.dep == "dobj"
    return whole and here[number.head - first].lemma in _SUFFERING


def _below(token: Token, number: Token, noun: Token) -> Token:
    if token.index == noun.index:
        return replace(token, head=number.head, dep=number.dep, pos="NOUN", tag="NNS", lemma=token.lower)
    if token.index == number.index:
        return replace(token, head=noun.index, dep="nummod")
    within = token.head == number.index and not (token.index < number.index and token.pos != "DET")
    return replace(token, head=noun.index) if within else token


def with_finite_verb(tokens: Sequence[Token], sentence: Sentence) -> tuple[list[Token], Sentence]:
    """The tokens of one sentence and the sentence, with the participle as its root where it must be the verb."""
    first = sentence.first
    here = list(tokens)
    root = here[sentence.root - first]
    if root.pos not in _NOMINAL or _governs(root, here, _SUBJECTS):
        return here, sentence
    verb = next((token for token in here if _is_the_verb(token, here, root)), None)
    if verb is None:
        return here, sentence
    mended = [replace(token, head=_head(token, root, verb), dep=_dep(token, root, verb)) for token in here]
    mended[verb.index - first] = replace(mended[verb.index - first], tag="VBD", pos="VERB")
    return _edged(mended, first), replace(sentence, root=verb.index)


def _is_the_verb(token: Token, here: Sequence[Token], root: Token) -> bool:
    """Whether a participle behind a noun has an object or a that-clause, and nothing that a finite verb cannot have."""
    return (
        token.dep == "acl"
        and token.tag in ("VBN", "VBD")
        and token.index > root.index
        and (_governs(token, here, _COMPLEMENTS) or resumes(token, root, here) or _goes_into(token, here))
        and not _governs(token, here, (*_SUBJECTS, "agent"))
    )


def _goes_into(token: Token, here: Sequence[Token]) -> bool:
    """Whether a participle tells what went into, through or down on something, which nobody can make it do."""
    way = (kid.lower for kid in here if kid.head == token.index and kid.dep in ("prep", "prt", "advmod"))
    return token.lemma in _GOING and any(word in ("into", "through", "across", "down") for word in way)


def _governs(head: Token, here: Sequence[Token], deps: tuple[str, ...]) -> bool:
    return any(token.head == head.index and token.dep in deps for token in here)


def _head(token: Token, root: Token, verb: Token) -> int:
    if token in (root, verb) or (token.head == root.index and token.index > verb.index):
        return verb.index
    return token.head


def _dep(token: Token, root: Token, verb: Token) -> str:
    if token == verb:
        return "ROOT"
    return "nsubj" if token == root else token.dep


def _is_tree(here: Sequence[Token], first: int) -> bool:
    """Whether every token hangs on a root; repairs of a tree that is nonsense may have made a ring of it."""
    kids = Counter(token.head - first for token in here if token.head != token.index)
    leaves = [at for at in range(len(here)) if not kids[at]]
    reached = 0
    while leaves:
        at = leaves.pop()
        reached += 1
        up = here[at].head - first
        kids[up] -= up != at
        if up != at and not kids[up]:
            leaves.append(up)
    return reached == len(here)


def _edged(here: Sequence[Token], first: int) -> list[Token]:
    """The tokens with the edges of their subtrees counted anew."""
    left, right = [token.index for token in here], [token.index for token in here]
    kids = Counter(token.head - first for token in here if token.head != token.index)
    leaves = [at for at in range(len(here)) if not kids[at]]
    while leaves:
        at = leaves.pop()
        up = here[at].head - first
        if up == at:
            continue
        left[up], right[up] = min(left[up], left[at]), max(right[up], right[at])
        kids[up] -= 1
        if not kids[up]:
            leaves.append(up)
    return [replace(token, left=a, right=b) for token, a, b in zip(here, left, right, strict=True)]
