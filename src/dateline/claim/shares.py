"""Counts of dead and wounded taken apart: parts told without a verb of their own, and the dead of two sides.

"Nine people were killed, three of them nurses", "among them the mayor", "admitted 20 wounded: 12 soldiers and eight
villagers" count some of those told before once more. "Six soldiers and 30 rebels died" tells what two sides lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from dateline.claim.arguments import classes
from dateline.claim.clause import Clause
from dateline.claim.extent import trim
from dateline.claim.interest import IRREGULARS, STATE_FORCES
from dateline.claim.material import Material
from dateline.claim.numbers import puts_figure
from dateline.claim.senses import Named
from dateline.claim.words import words
from dateline.model.record import Claim
from dateline.model.sides import opposed
from dateline.model.text import Token

KILLED = words("kill die dead death fatality body corpse slay slain murder massacre perish martyr toll")
WOUNDED = words("wound wounded injure injured injury")
HARM = KILLED | WOUNDED
DISPLACED = words("displace displaced uproot flee")
PARTLY = words("all most many half several some both")
"""How many of those counted are told to be of some kind, without a number that could be added."""
BADLY = words("critically seriously severely badly gravely lightly slightly")
COUNTED = ("casualty", "displacement")
PLACING = ("in", "at", "near", "around", "outside")
THOSE = ("them", "whom")
NAMING = ("NOUN", "PROPN", "ADJ", "DET", "NUM")
"""With what a part begins that says who they were."""
CLAUSAL = ("VBD", "VBZ", "VBP", "MD", "VB")
CLOSING = (":", ";", ")", "]", "-", "--", "–", "—", ".", '"', "”")
BOUNDS = words("at least about around some nearly almost more than over up to")
_LEAD = 8
"""Words before "them" in which its count, the bounds of it and the comma before them stand."""


def with_shares(material: Material, clauses: Iterable[Clause]) -> Iterator[Clause]:
    """The clauses without the parts of counts inside them, and one clause for every part."""
    shares = [(share, harm) for share in _shares(material) if (harm := _harm_before(material, share[0])) is not None]
    found, told = tuple(clauses), frozenset(i for share, _ in shares for i in share)
    for clause in found:
        inside = {i for share, _ in shares if clause.core not in share and clause.head not in share for i in share}
        kept = [i for i in clause.tokens if i not in inside]
        if kept and any(i not in inside for i in clause.tokens):
            tokens = clause.tokens if len(kept) == len(clause.tokens) else trim(material, kept)
            for part in _by_side(material, replace(clause, tokens=tokens)):
                yield from _elsewhere(material, part, told)
    for share, harm in shares:
        heads = (clause.head for clause in found if harm.index in clause.tokens and clause.head not in share)
        yield _clause(share, _head_of(material, share), next(heads, harm.index))


def with_totals(rows: Iterable[tuple[Clause, Claim]]) -> Iterator[tuple[Clause, Claim]]:
    """The claims with every part of a count as old and as sure as the count on whose words it hangs."""
    told = tuple(rows)
    totals = {clause.head: claim for clause, claim in told if clause.relation != "share" and claim.kind in COUNTED}
    for clause, claim in told:
        total = totals.get(clause.head) if clause.relation == "share" else None
        if total is not None:
            claim = replace(
                claim,
                modality=total.modality,
                polarity=total.polarity,
                temporal_status=total.temporal_status,
                factuality=total.factuality,
                codeable=total.codeable and claim.kind in COUNTED,
                why=total.why if claim.kind in COUNTED else claim.why,
            )
        yield clause, claim


def by_share(material: Material, clause: Clause) -> Named | None:
    """What befell a part of those who were counted before it: the harm that was named last."""
    if clause.relation != "share":
        return None
    if _describes(material, clause):
        return Named(act="characterise", predicate="characterise_as", kind="characterisation", trigger=clause.core)
    harm = _harm_before(material, clause.first) or _harm_behind(material, clause.core)
    if harm is None:
        return None
    if _named_in(harm, DISPLACED):
        return Named(act="displace", predicate="displace", kind="displacement", trigger=clause.core)
    act = "wound" if _named_in(harm, WOUNDED) else "kill"
    return Named(act=act, predicate="die" if act == "kill" else act, kind="casualty", trigger=clause.core)


def _describes(material: Material, clause: Clause) -> bool:
    """Whether a part only tells what those who were counted are like: "most of them farmers", "two of them in uniform"."""
    tokens = [material.parse.tokens[i] for i in clause.tokens]
    those = next((n for n, token in enumerate(tokens) if token.lower in THOSE), len(tokens))
    behind = tokens[those + 1 : those + 2]
    looks = any(token.pos == "ADP" and not _placed(material, token) for token in behind)
    return looks or any(token.lower in PARTLY for token in tokens[:those] if those < len(tokens))


def _placed(material: Material, preposition: Token) -> bool:
    """Whether a preposition leads to where some of them were."""
    objects = material.parse.kids(preposition, "pobj")
    return preposition.lower in PLACING and any("place" in classes(material, noun) for noun in objects)


def _by_place(material: Material, mark: Token) -> list[tuple[int, ...]]:
    """The parts of a count behind a colon that are told by place: ": nine in Bor, five in Juba and four at the ford"."""
    if mark.sentence < 0:
        return []
    parts: list[list[Token]] = [[]]
    for token in material.parse.tokens[mark.index + 1 : material.parse.sentences[mark.sentence].last + 1]:
        if token.text in (",", ";", ".") or token.lower == "and":
            parts.append([])
        else:
            parts[-1].append(token)
    told = [part for part in parts if part]
    placed = all(len(part) > 2 and part[0].pos == "NUM" and part[1].lower in PLACING for part in told)
    return [tuple(token.index for token in part) for part in told] if placed and len(told) > 1 else []


def _elsewhere(material: Material, clause: Clause, told: frozenset[int]) -> Iterator[Clause]:
    """A clause with the dead of two places as one for every count: "killed 30 people in Bor and 12 in Juba"."""
    if material.parse.tokens[clause.core].lemma not in HARM or clause.relation == "share":
        yield clause
        return
    last = material.parse.sentences[material.parse.tokens[clause.core].sentence].last
    behind = (index for index in range(clause.tokens[0], last + 1) if index not in told)
    parts = [part for index in behind if (part := _count_there(material, clause, index))]
    gone = {i for part in parts for i in part}
    yield replace(clause, tokens=trim(material, [i for i in clause.tokens if i not in gone])) if parts else clause
    for part in parts:
        yield _clause(part, material.parse.tokens[part[0]], clause.head)


def _count_there(material: Material, clause: Clause, index: int) -> tuple[int, ...]:
    """A bare number that an "and" or a comma joins to a count, with the place of it; empty for any other word."""
    number = material.parse.tokens[index]
    if number.pos != "NUM" or number.dep not in ("conj", "appos") or number.index <= clause.tokens[0] + 1:
        return ()
    if next((over.index for over in material.parse.ancestors(number) if over.pos == "VERB"), None) != clause.core:
        return ()
    before, where = material.parse.tokens[index - 1], material.parse.tokens[index + 1 : index + 2]
    if before.text not in ("and", ",") or not where or where[0].lower not in PLACING or where[0].dep != "prep":
        return ()
    told = material.parse.tokens[clause.tokens[0] : index]
    placed = any(token.lower in PLACING and _placed(material, token) for token in told)
    counted = any(_is_count(material, token) for token in told)
    own = _till_next(material, index, where[0].right)
    return own if placed and counted and _placed(material, where[0]) else ()


def _till_next(material: Material, first: int, last: int) -> tuple[int, ...]:
    """The words of a count with its place, as far as the comma or the "and" before the next."""
    words = material.parse.tokens[first : last + 1]
    return tuple(token.index for token in takewhile(lambda token: token.text not in (",", "and", ";"), words))


def _is_count(material: Material, token: Token) -> bool:
    mention = material.mention_at.get(token.index)
    return token.pos == "NUM" and mention is not None and mention.kind == "quantity"


def _shares(material: Material) -> Iterator[tuple[int, ...]]:
    """The words of every part of a count that no verb tells."""
    for token in material.parse.tokens:
        first = None
        if token.text in (":", "–", "—") and (parts := _by_place(material, token)):
            yield from parts
            continue
        if token.lower in THOSE:
            first = _opening(material, token)
            behind = token.index + 1
        elif token.text in (":", "–", "—") and _lists(material, token):
            first = behind = token.index + 1
        if first is not None and (last := _closing(material, behind)) is not None:
            yield tuple(range(first, last + 1))


def _opening(material: Material, those: Token) -> int | None:
    """Where "three of them" or "among whom" begins behind a comma; None elsewhere."""
    tokens = material.parse.tokens
    before = [token for token in tokens[max(0, those.index - _LEAD) : those.index] if token.sentence == those.sentence]
    if len(before) < 2:
        return None
    if before[-1].lower == "of" and (before[-2].pos == "NUM" or before[-2].lower in PARTLY):
        led = before[:-2]
        while led and led[-1].lower in BOUNDS:
            led.pop()
    elif before[-1].lower == "among" and _tells_whom(tokens[those.index + 1 :]):
        led = before[:-1]
    else:
        return None
    return led[-1].index + 1 if led and led[-1].text in (",", "(", "–", "—", "--") else None


def _tells_whom(behind: Sequence[Token]) -> bool:
    """Whether a number or somebody known is told behind "among them"; women and children are of what was told."""
    return bool(behind) and behind[0].pos in ("NUM", "DET", "PROPN")


def _lists(material: Material, mark: Token) -> bool:
    """Whether nothing but counts follows on a colon or a dash: ": 12 soldiers, four drivers and a nurse"."""
    if mark.sentence < 0:
        return False
    rest = material.parse.tokens[mark.index + 1 : material.parse.sentences[mark.sentence].last + 1]
    counts = [token for token in rest if token.pos == "NUM"]
    plain = all(token.pos in (*NAMING, "CCONJ", "ADP", "PART", "SPACE") or token.text in (",", ".") for token in rest)
    return plain and len(counts) > 1 and rest[0].pos == "NUM" and not any(token.lemma in HARM for token in rest)


def _closing(material: Material, first: int) -> int | None:
    """The last word of the noun phrases that open there; None where no noun opens or a verb makes a clause of them."""
    if first >= len(material.parse.tokens):
        return None
    sentence = material.parse.sentences[material.parse.tokens[first].sentence]
    rest = material.parse.tokens[first : sentence.last + 1]
    if not rest or not (rest[0].pos in NAMING or rest[0].lower in (*PLACING, *BADLY)):
        return None
    end = next((n for n, token in enumerate(rest) if token.text in CLOSING), len(rest))
    comma = next((n for n, token in enumerate(rest[:end]) if token.text == ","), end)
    verb = next((n for n, token in enumerate(rest[:end]) if token.tag in CLAUSAL), None)
    if verb is not None and verb < comma:
        return None
    end = end if verb is None else comma
    while end and rest[end - 1].pos in ("PUNCT", "SPACE", "CCONJ"):
        end -= 1
    named = any(token.pos in ("NOUN", "PROPN") or token.lower in BADLY for token in rest[:end])
    return rest[end - 1].index if named else None


def _harm_before(material: Material, first: int) -> Token | None:
    """The word of dying or being wounded that stands last before a part, in its sentence."""
    sentence = material.parse.tokens[first].sentence
    opening = material.parse.sentences[sentence].first if sentence >= 0 else first
    before = reversed(material.parse.tokens[opening:first])
    return next((token for token in before if _named_in(token, HARM | DISPLACED)), None)


def _harm_behind(material: Material, last: int) -> Token | None:
    sentence = material.parse.sentences[material.parse.tokens[last].sentence]
    behind = material.parse.tokens[last + 1 : sentence.last + 1]
    return next((token for token in behind if _named_in(token, HARM)), None)


def _named_in(token: Token, lexicon: frozenset[str]) -> bool:
    return token.lemma in lexicon or token.lower in lexicon


def _head_of(material: Material, share: Sequence[int]) -> Token:
    """The word of a part that hangs outside of it."""
    inside = (material.parse.tokens[i] for i in share)
    return next(
        (token for token in inside if token.head not in share or token.head == token.index),
        material.parse.tokens[share[-1]],
    )


def _clause(tokens: Sequence[int], noun: Token, head: int) -> Clause:
    """A count that hangs on the head of the clause that tells the harm, so that it is told by the same voice."""
    return Clause(head=head, core=noun.index, form="nominal", relation="share", tokens=tuple(tokens), object=noun.index)


def _by_side(material: Material, clause: Clause) -> Iterator[Clause]:
    """A clause that counts the dead of two sides as one for every count: "six soldiers and 30 rebels died"."""
    core = material.parse.tokens[clause.core]
    groups = _groups(material, clause, core) if core.lemma in HARM or puts_figure(material, core) else []
    if not _of_two_sides(material, groups):
        yield clause
        return
    kept = min(groups, key=lambda noun: abs(noun.index - core.index))
    apart = [(noun, _words_of(material, noun)) for noun in groups if noun != kept]
    gone = {i for _, inside in apart for i in inside}
    subject = kept.index if clause.subject is not None and clause.subject in gone else clause.subject
    object_ = kept.index if clause.object is not None and clause.object in gone else clause.object
    rest = trim(material, sorted({*clause.tokens, *_words_of(material, kept)} - gone))
    yield replace(clause, tokens=rest, subject=subject, object=object_)
    shared = [kid.index for kid in material.parse.kids(core, "aux", "auxpass")] + [core.index]
    for noun, inside in apart:
        verb = shared if len(apart) == 1 and noun.index < core.index else []
        yield _clause(trim(material, sorted({*inside, *verb})), noun, clause.head)


def _groups(material: Material, clause: Clause, core: Token) -> list[Token]:
    """The nouns of those who died, each with a number of its own; none where one of them has none."""
    first = material.token(clause.object)
    if clause.passive or first is None:
        first = material.token(clause.subject)
    if puts_figure(material, core):
        at = (prep for prep in material.parse.kids(core, "prep") if prep.lower == "at")
        first = next((noun for prep in at for noun in material.parse.kids(prep, "pobj")), None)
    found = [first] if first is not None else []
    for noun in found:
        found += [kid for kid in material.parse.kids(noun, "conj", "appos") if kid.pos in ("NOUN", "PROPN")]
    counted = [noun for noun in found if material.parse.kids(noun, "nummod")]
    return counted if counted[:1] == found[:1] and len(counted) > 1 else []


def _words_of(material: Material, noun: Token) -> list[int]:
    """A counted noun with what describes it and what shares its number, without the counts that are joined to it."""
    kids = material.parse.kids(noun)
    counts = [kid for kid in kids if kid.dep in ("conj", "appos") and material.parse.kids(kid, "nummod")]
    first = min((kid.left for kid in counts), default=noun.right + 1)
    own = range(noun.left, noun.right + 1)
    return list(own[: own.index(first)] if counts and noun.index < first else own)


def _of_two_sides(material: Material, groups: Sequence[Token]) -> bool:
    """Whether both who fights for a state and who fights against it are counted."""
    if not groups:
        return False
    lemmas = {noun.lemma for noun in groups}
    if lemmas & STATE_FORCES and lemmas & IRREGULARS:
        return True
    mentions = (material.mention_at.get(noun.index) for noun in groups)
    actors = [material.resolution.actor(one.id) for one in mentions if one is not None and one.kind == "actor"]
    return any(a is not None and b is not None and opposed(a, b) for a in actors for b in actors)
