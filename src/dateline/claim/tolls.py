"""Counts without a verb that somebody gives: "Governor: 41 dead, more than 180 injured", "the Red Cross one of 45"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.claim.clause import Clause
from dateline.claim.heads import Heads
from dateline.claim.material import Material
from dateline.claim.senses import Named
from dateline.claim.voices.tolls import HARMED, LOST, TOLLS
from dateline.claim.words import words
from dateline.model.record import Attribution
from dateline.model.text import Token

WOUNDED = words("wounded injured injuries")
LONGEST = 3
"""Tokens from a number to the word that says what it counts: "four aid workers killed"."""
OPENING = 6
"""Tokens of a sentence among which a headline tells its dead."""
PLACING = ("in", "at", "near", "on", "around", "outside", "across")
BOUNDS = words("more than at least over nearly about around almost up to some")


def toll_clauses(material: Material, heads: Heads) -> Iterator[Clause]:
    """One clause for every number behind a colon, in a gapped clause or in a headline, that no verb makes a claim of."""
    yield from _headlines(material, heads)
    yield from _behind_semicolons(material, heads)
    for token in material.parse.tokens:
        if token.lower in HARMED and counted_beside(material, token):
            words = [word.index for word in material.parse.subtree(token) if word.dep not in ("mark", "cc", "punct")]
            yield _clause(material.parse.tokens[min(words) : max(words) + 1], token)
    for attribution in material.attributions:
        for content in attribution.contents:
            inside = material.parse.tokens_in(content.start, content.end)
            if attribution.verb == ":" or _verbless(attribution, inside, heads):
                yield from _listed(material, inside, heads)
            elif attribution.stance == "figure" and len(inside) == 1 and inside[0].pos == "NUM":
                yield _clause(_of_cue(material, attribution, inside[0]), inside[0])
            elif attribution.stance == "figure":
                yield from _listed(material, _behind_first(inside), heads)


def _headlines(material: Material, heads: Heads) -> Iterator[Clause]:
    """The dead with whom a sentence opens: "Nine dead in market bombing", "12 dead, 30 hurt as …"."""
    for sentence in material.parse.sentences:
        opening = material.parse.tokens[sentence.first : min(sentence.first + OPENING, sentence.last)]
        for token in opening:
            after = material.parse.tokens[token.index + 1]
            if token.lower == "dead" and (after.pos in ("PUNCT", "CCONJ", "ADP", "SCONJ") or token.pos == "NOUN"):
                yield from (c for c in _listed(material, opening, heads) if c.first == sentence.first)
                break


def _behind_semicolons(material: Material, heads: Heads) -> Iterator[Clause]:
    """The dead who are told behind a semicolon without a verb: "Mortar bombs hit the market; nine dead, per medics"."""
    for mark in material.parse.tokens:
        if mark.text == ";" and mark.sentence >= 0:
            last = material.parse.sentences[mark.sentence].last
            inside = material.parse.tokens[mark.index + 1 : last + 1]
            ends = (n for n, token in enumerate(inside) if token.text == ";" or token.index in heads.verbal)
            yield from _listed(material, inside[: next(ends, len(inside))], heads)


def counted_beside(material: Material, harmed: Token) -> bool:
    """Whether a count of dead or wounded stands beside what a verb tells.

    "Suffered eight dead and three wounded", "the post was destroyed, with nine soldiers dead".
    """
    if harmed.sentence < 0 or harmed.pos == "VERB":
        return False
    before = material.parse.head(harmed)
    if harmed.dep in ("advcl", "pcomp"):
        counted = material.parse.kids(harmed, "nsubj")
        led = before.lower == "with" or any(kid.lower == "with" for kid in material.parse.kids(harmed, "mark"))
        return led and any(material.parse.kids(noun, "nummod") or noun.pos == "NUM" for noun in counted)
    if harmed.dep == "pobj" and besides(material, before):
        return bool(material.parse.kids(harmed, "nummod"))
    unlike = before.lower in HARMED and (before.lower in WOUNDED) != (harmed.lower in WOUNDED)
    counted = material.parse.kids(harmed, "nummod") and material.parse.kids(before, "nummod")
    return harmed.dep == "conj" and before.dep in ("dobj", "pobj") and unlike and bool(counted)


def besides(material: Material, prep: Token) -> bool:
    """Whether a preposition adds a count or a deed to another: "killed eight in addition to 12 wounded"."""
    over = material.parse.head(prep).lower
    return prep.lower == "besides" or (prep.lower, over) in (("to", "addition"), ("from", "apart"), ("from", "aside"))


def adds_toll(material: Material, prep: Token) -> bool:
    """Whether a phrase beside a verb only adds the wounded to the dead, or a deed to another, which is told apart."""
    if prep.lower in ("in", "apart", "aside") and any(
        besides(material, one) and material.parse.kids(one, "pcomp") for one in material.parse.subtree(prep)
    ):
        return True
    inner = [noun for one in (prep, *material.parse.subtree(prep)) for noun in material.parse.kids(one, "pobj")]
    return prep.lower in ("in", "besides") and any(
        noun.lower in HARMED and counted_beside(material, noun) and besides(material, material.parse.head(noun))
        for noun in inner
    )


def by_toll(material: Material, clause: Clause) -> Named | None:
    """What such a number counts: the word behind it says so, else the count before it in its sentence."""
    core = material.parse.tokens[clause.core]
    if clause.form != "nominal" or (core.pos != "NUM" and core.lower not in HARMED):
        return None
    if core.pos == "NUM":
        first = material.parse.sentences[core.sentence].first
        before = material.parse.tokens[first : core.index]
        if not any(token.lemma in TOLLS or token.lemma in LOST or token.lower in HARMED for token in before):
            return None
        hurt = any(token.lower in WOUNDED for token in before)
    else:
        hurt = core.lower in WOUNDED
    act = "wound" if hurt else "kill"
    return Named(act=act, predicate=act, kind="casualty", trigger=core.index)


def _verbless(attribution: Attribution, inside: Sequence[Token], heads: Heads) -> bool:
    """Whether what somebody says is too terse for a verb: "thirty dead, according to the army"."""
    return attribution.stance == "say" and not any(token.index in heads.verbal | heads.nominal for token in inside)


def _behind_first(inside: Sequence[Token]) -> Sequence[Token]:
    """The words behind the first count of a figure, which the verb makes a claim of."""
    first = next((n for n, token in enumerate(inside) if token.lower in HARMED or token.lemma in LOST), len(inside))
    return inside[first + 1 :]


def _listed(material: Material, inside: Sequence[Token], heads: Heads) -> Iterator[Clause]:
    for token in inside:
        if token.lower not in HARMED or token.index in heads.verbal | heads.nominal:
            continue
        number = next((t for t in inside if t.pos == "NUM" and 0 < token.index - t.index <= LONGEST), None)
        between = material.parse.tokens[number.index + 1 : token.index] if number is not None else ()
        if number is None or any(t.pos not in ("NOUN", "ADJ", "PROPN", "NUM") and t.text != "-" for t in between):
            continue
        first = number.index
        if first >= 3 and material.parse.tokens[first - 1].lower == "among" and inside[0].index <= first - 3:
            # "Six women among 20 dead": some of the dead are named first.
            first = inside[0].index if inside[0].pos == "NUM" else first
        while first > inside[0].index and material.parse.tokens[first - 1].lower in BOUNDS:
            first -= 1
        above = (verb for verb in material.parse.ancestors(token) if verb.index in heads.verbal)
        if not any(_counts(material, verb, number) for verb in above):
            yield from _counted_with(material, inside, first, token)
            yield _clause(material.parse.tokens[first : _last_of(material, token, heads) + 1], token)


def _counted_with(material: Material, inside: Sequence[Token], first: int, harmed: Token) -> Iterator[Clause]:
    """Those who are counted before an "and" and share the word of harm behind it: "11 rebels and six soldiers dead"."""
    before = [token for token in inside if token.index < first]
    if len(before) < 3 or before[-1].lower != "and" or before[-2].pos not in ("NOUN", "PROPN"):
        return
    number = next((t for t in reversed(before) if t.pos == "NUM" and before[-2].index - t.index <= LONGEST), None)
    told = material.parse.tokens[number.index : before[-1].index] if number is not None else ()
    if told and all(token.pos in ("NUM", "NOUN", "ADJ", "PROPN") and token.lower not in HARMED for token in told):
        yield _clause(told, harmed)


def _last_of(material: Material, harmed: Token, heads: Heads) -> int:
    """The last word of a count with where they died: "nine dead in Bor", "four dead on one side"; an attack is told apart."""
    where = next((kid for over in (harmed, material.parse.head(harmed)) for kid in material.parse.kids(over, "prep")
                  if kid.left == harmed.index + 1), None)  # fmt: skip
    if where is None or where.lower not in PLACING:
        return harmed.index
    inside = material.parse.tokens[where.left : where.right + 1]
    closed = next((token.index for token in inside if token.pos in ("PUNCT", "CCONJ")), where.right + 1)
    told = any(token.index in heads.verbal | heads.nominal for token in inside)
    return harmed.index if told else closed - 1


def _counts(material: Material, verb: Token, number: Token) -> bool:
    """Whether a verb before a number counts it in its own claim: "the strikes left 41 dead"."""
    between = material.parse.tokens[verb.index : number.index]
    return bool(between) and not material.is_cue(verb) and not any(token.text == ";" for token in between)


def _of_cue(material: Material, attribution: Attribution, number: Token) -> tuple[Token, ...]:
    return tuple(material.parse.tokens_in(attribution.cue[0].start, number.end))


def _clause(tokens: Sequence[Token], core: Token) -> Clause:
    return Clause(
        head=core.index,
        core=core.index,
        form="nominal",
        relation="main",
        tokens=tuple(token.index for token in tokens),
    )
