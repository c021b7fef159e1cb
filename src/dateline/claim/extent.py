"""Which words of a sentence belong to a predicate: sub-clauses with a claim of their own are cut out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from dateline.claim.admissions import SHARES
from dateline.claim.arguments import controlled, falls_on, left_harmed
from dateline.claim.codeable import CONFLICT_ACTS
from dateline.claim.conditions import told_with_it
from dateline.claim.heads import Heads
from dateline.claim.material import Material
from dateline.claim.rows import goes_on
from dateline.claim.senses import noun_sense
from dateline.claim.sequence import put_behind
from dateline.claim.tallies import JOINED, tallied
from dateline.claim.terms import counted_since
from dateline.claim.tolls import adds_toll, counted_beside
from dateline.claim.voices.tolls import HARMED
from dateline.model.text import Token

CUT_ALWAYS = frozenset(("advcl", "relcl", "parataxis", "csubj", "csubjpass", "meta", "intj"))
EDGE_POS = frozenset(("PUNCT", "CCONJ", "SPACE", "SYM"))
TAIL_POS = EDGE_POS | {"SCONJ"}
"""What ends no claim: also the "while" of a cut that follows it."""
KEPT_LAST = ("%", ")", "]", "after", "before")
"""What may end one all the same: the conjunction in "came a day after" puts it behind another."""
DASHES = ("--", "–", "—", "---")
LABEL = 6
"""Tokens within which the label of a headline ends."""
LABEL_ENDS = (":", "-", *DASHES)
LABEL_POS = frozenset(("PROPN", "NOUN", "ADJ", "PART", "PUNCT"))
OPENERS = frozenset(("that", "and", "but", "or", "while", "whereas", "although", "though", "as", "because", "adding"))
ANSWERS = frozenset(("retaliation", "response", "revenge", "reprisal", "retribution", "reply"))
"""What a blow was struck in, for another one that is told apart."""
CLAUSAL = frozenset(("VERB", "AUX"))


def extent(material: Material, head: Token, *, heads: Heads) -> tuple[int, ...]:
    """The token indexes of a predicate's words: its subtree without the subtrees that are cut, edges trimmed."""
    kept: list[int] = []
    stack = [head]
    while stack:
        token = stack.pop()
        kept.append(token.index)
        for kid in material.parse.kids(token):
            if told_with_it(material, kid) or counted_since(material, kid):
                kept.extend(range(kid.left, kid.right + 1))
            elif not _cut(material, token, kid, heads):
                stack.append(kid)
            else:
                kept.extend(put_behind(material, token, kid))
        stack.extend(_glued(material, token, heads))
    kept = list(dict.fromkeys(kept))
    if not _is_voice(material, head.index):
        kept = [i for i in kept if not _voice_word(material, i, head)] or kept
    kept = _without_asides(material, head, _without_gap(material, head, sorted(kept)))
    kept = kept if head.dep == "relcl" else _without_lead(material, head, kept)
    return trim(material, _without_tail(material, head, fill(material, kept)))


def _without_gap(material: Material, head: Token, kept: list[int]) -> list[int]:
    """A count without the one that somebody else gives in the same breath: "counted 40 dead, the rebels 12"."""
    told = material.cue_at.get(head.index)
    if told is None or told.stance != "figure":
        return kept
    others = (i for i in kept if i > head.index and (other := material.source_at.get(i)) and other.stance == "figure")
    first = next((i for i in others if material.source_at[i].contents != told.contents), kept[-1] + 1)
    return [i for i in kept if i < first]


def _without_lead(material: Material, head: Token, kept: list[int]) -> list[int]:
    """Words before the subject that only connect sentences ("Separately,", "In one incident,") are left out."""
    subject = next((k for k in material.parse.kids(head, "nsubj", "nsubjpass", "expl", "csubj")), None)
    if subject is None or subject.index > head.index:
        return kept
    told = material.cue_at.get(head.index)
    if told is not None and told.stance in ("figure", "characterise") and subject.pos != "PRON":
        return [i for i in kept if i > subject.right] if subject.dep == "nsubj" else kept
    lead = [i for i in kept if i < subject.left]
    before = (kid.left for kid in material.parse.kids(head, "advcl") if told_with_it(material, kid))
    if (condition := min(before, default=subject.left)) < subject.left:
        return [i for i in kept if i >= condition]
    placed = any((m := material.mention_at.get(i)) is not None and m.kind == "place" for i in lead)
    after = any(kid.lower in ("after", "before") and kid.index in lead for kid in material.parse.kids(head, "mark"))
    timed = placed or any(_is_time(material, i) for i in lead)
    if timed and not after and not _time_of_saying(material, head, lead):
        return kept
    return [i for i in kept if i >= subject.left]


def _time_of_saying(material: Material, head: Token, lead: list[int]) -> bool:
    """The time in "said on Tuesday it had …", right after the cue, dates the saying."""
    before = material.parse.tokens[lead[0] - 1] if lead[0] else None
    return before is not None and before.index in material.cue_at and before.index == head.head


def _without_tail(material: Material, head: Token, kept: list[int]) -> list[int]:
    """What stands behind a cut after the predicate stays only with a time, an enemy or the number of a toll in it."""
    found = runs(kept)
    core = next((n for n, run in enumerate(found) if head.index <= run[-1]), 0)
    tail = [
        run
        for run in found[core + 1 :]
        if any(_is_time(material, i) or _foes(material, i) for i in run) or _is_toll(material, head, run)
    ]
    return [i for run in (*found[: core + 1], *tail) for i in run]


def _is_toll(material: Material, head: Token, run: list[int]) -> bool:
    """Whether words put a toll at a number: "puts the toll since the siege began *at 300*"."""
    at = material.parse.tokens[run[0]]
    return at.lower == "at" and at.head == head.index and any(material.parse.tokens[i].pos == "NUM" for i in run)


def _is_among(material: Material, verb: Token) -> bool:
    """Whether a verb tells who is among others: whoever is named there is told with all that names him."""
    return verb.lemma == "be" and any(kid.lower == "among" for kid in material.parse.kids(verb, "prep"))


def _foes(material: Material, index: int) -> bool:
    """Whether a word leads to those who are fought ("…, against rebels of the Front")."""
    return material.parse.tokens[index].lower == "against"


def _is_time(material: Material, index: int) -> bool:
    mention = material.mention_at.get(index)
    return mention is not None and mention.kind == "time"


def without_label(material: Material, tokens: tuple[int, ...], core: int) -> tuple[int, ...]:
    """The words behind the label of a headline: "Sudan: 12 killed in …", "BOR -- Clashes …"."""
    first = material.parse.sentences[material.parse.tokens[core].sentence].first
    opening = material.parse.tokens[first : min(core, first + LABEL)] if tokens[0] < first + LABEL else ()
    mark = next((token for token in opening if token.text in LABEL_ENDS), None)
    if mark is None or any(token.pos not in LABEL_POS for token in opening[: mark.index - first]):
        return tokens
    apart = mark.text == ":" or material.parse.tokens[mark.index - 1].end < mark.start
    behind = tuple(i for i in tokens if i > mark.index)
    return behind if apart and core in behind else tokens


def fill(material: Material, kept: list[int]) -> list[int]:
    """Punctuation and blanks between two kept neighbours belong to the stretch."""
    filled: list[int] = []
    for index in kept:
        if filled:
            gap = range(filled[-1] + 1, index)
            if len(gap) <= 2 and all(_is_glue(material.parse.tokens[i]) for i in gap):
                filled.extend(gap)
        filled.append(index)
    return filled


def _without_asides(material: Material, head: Token, kept: list[int]) -> list[int]:
    """Words between a pair of dashes are told apart, unless the predicate stands there."""
    dashes = [i for i in range(kept[0], kept[-1] + 1) if material.parse.tokens[i].text in DASHES]
    for first, last in zip(dashes[::2], dashes[1::2], strict=False):
        if not first < head.index < last and last - first > 3:
            kept = [i for i in kept if not first <= i <= last]
    return kept


def _glued(material: Material, token: Token, heads: Heads) -> list[Token]:
    """The verb that a hyphen ties to its prefix, wherever the parser hung it: "re-entered"."""
    behind = token.index + 2
    if behind not in heads.joined or material.parse.tokens[behind - 1].text != "-":
        return []
    return [material.parse.tokens[behind]]


def _is_glue(token: Token) -> bool:
    return token.pos in ("PUNCT", "SPACE", "SYM") or token.text == "-"


def trim(material: Material, kept: list[int]) -> tuple[int, ...]:
    """Every run without punctuation and conjunctions at its edges; runs that vanish are dropped."""
    found: list[int] = []
    for number, run in enumerate(runs(kept)):
        found.extend(_trim_run(material, run, first=number == 0))
    return tuple(found) or tuple(kept)


def runs(kept: Iterable[int]) -> list[list[int]]:
    """Maximal stretches of neighbouring indexes."""
    found: list[list[int]] = []
    for index in kept:
        if found and index == found[-1][-1] + 1:
            found[-1].append(index)
        else:
            found.append([index])
    return found


def _trim_run(material: Material, run: list[int], *, first: bool) -> list[int]:
    tokens = material.parse.tokens
    start, end = 0, len(run)
    while start < end and (
        tokens[run[start]].pos in EDGE_POS
        or _is_mark(tokens[run[start]])
        or (first and tokens[run[start]].lower in OPENERS and tokens[run[start]].dep in ("mark", "cc"))
    ):
        start += 1
    while end > start and tokens[run[end - 1]].pos in TAIL_POS and tokens[run[end - 1]].text not in KEPT_LAST:
        end -= 1
    return run[start:end]


def _is_mark(token: Token) -> bool:
    """Whether a token is a bullet or the like, whatever the tagger took it for; brackets, quotes and currencies are none."""
    return (
        len(token.text) == 1
        and unicodedata.category(token.text) in ("So", "Po", "Pd", "Sm")
        and token.text not in "%&#"
    )


def _is_voice(material: Material, index: int) -> bool:
    return material.handed_over(index) is not None


def _voice_word(material: Material, index: int, head: Token) -> bool:
    """Whether a word names the voice that answers for the head ("…, according to an officer")."""
    found = material.handed_over(index)
    if found is None:
        return False
    return any(span.start <= head.start < span.end for span in found.contents)


def _cut(material: Material, parent: Token, kid: Token, heads: Heads) -> bool:
    """Whether a dependent's words are told apart from its governor's."""
    if kid.index in heads.joined or kid.text == "-" or controlled(material, kid):
        return False
    if _names_one(material, parent, kid):
        return False
    if kid.index in heads.verbal:
        active = kid.tag in ("VBN", "VBD") and any(k.index > kid.index for k in material.parse.kids(kid, "dobj"))
        return kid.dep != "acl" or kid.tag == "VB" or active or _after_comma(material, kid)
    if kid.dep == "acl" and any(k.index in heads.verbal for k in material.parse.kids(kid, "xcomp")):
        return True
    if (kid.left in material.distance_starts and _after_comma(material, kid)) or _lies_in(material, kid):
        return True
    if kid.index in heads.nominal and kid.dep in JOINED and tallied(material, kid):
        return True
    if _told_beside(material, kid, heads) or (kid.lower in HARMED and counted_beside(material, kid)):
        return True
    if kid.pos == "NUM" and any(k.dep == "acl" and k.index in heads.verbal for k in material.parse.kids(kid)):
        return True
    if parent.dep == "dobj" and kid.lower == "in" and _holds_nominal(material, kid, heads):
        return True
    if parent.lemma == "toll" and kid.lower in ("from", "in", "after") and _holds_nominal(material, kid, heads):
        return True
    if parent.pos in CLAUSAL and _cut_from_verb(material, parent, kid, heads):
        return True
    return _cut_by_label(material, kid)


def _names_one(material: Material, parent: Token, kid: Token) -> bool:
    """Whether two words name one time, "on Thursday, 11 October, …", or those who are told to be among others."""
    if kid.dep in ("relcl", "appos") and _is_among(material, material.parse.head(parent)):
        return True
    time = material.mention_at.get(parent.index) if kid.dep in ("appos", "npadvmod") else None
    return time is not None and time.kind == "time" and material.mention_at.get(kid.index) == time


def _lies_in(material: Material, kid: Token) -> bool:
    """Whether an aside tells where the place before it lies: "Djibo, in northern Burkina Faso, …"."""
    if kid.lower != "in" or kid.left < 2 or kid.right + 1 >= len(material.parse.tokens):
        return False
    if (material.parse.tokens[kid.left - 1].text, material.parse.tokens[kid.right + 1].text) != (",", ","):
        return False
    ends = (kid.left - 2, kid.right)
    return all((one := material.mention_at.get(i)) is not None and one.kind == "place" for i in ends)


def _told_beside(material: Material, kid: Token, heads: Heads) -> bool:
    """Whether a second deed stands beside one that has its own words: "the killing of two guards and the theft of arms"."""
    if kid.dep != "conj" or kid.index not in heads.nominal:
        return False
    over = material.parse.head(kid)
    deed = material.parse.head(material.parse.head(over)) if over.dep == "pobj" else over
    sense = noun_sense(material, deed)
    worded = any(prep.index < kid.index for prep in material.parse.kids(deed, "prep"))
    return worded and sense is not None and sense.act in CONFLICT_ACTS


def _cut_from_verb(material: Material, parent: Token, kid: Token, heads: Heads) -> bool:
    if _holds_nominal(material, kid, heads) or _toll_apart(material, parent, kid):
        return True
    if kid.dep == "prep":
        if adds_toll(material, kid):
            return True
        gerund = any(k.index in heads.verbal or k.lower in HARMED for k in material.parse.kids(kid, "pcomp"))
        return gerund or _absolute(material, kid) or _holds_attempt(material, kid, heads)
    if kid.dep == "conj":
        return kid.pos in CLAUSAL and parent.index not in heads.joined
    if kid.dep == "cc" and parent.index not in heads.joined:
        return not any(k.index in heads.joined for k in material.parse.kids(parent, "conj"))
    return False


def _toll_apart(material: Material, parent: Token, kid: Token) -> bool:
    """Whether a count without a verb stands behind a semicolon: "… hit the market; nine dead"."""
    if kid.index < parent.index or not kid.left or material.parse.tokens[kid.left - 1].text != ";":
        return False
    return any(token.lower in HARMED for token in material.parse.subtree(kid))


def _cut_by_label(material: Material, kid: Token) -> bool:
    size = kid.right - kid.left
    if kid.dep == "advcl" and kid.pos in CLAUSAL:
        return not left_harmed(material, kid) and not any(k.lower == "when" for k in material.parse.kids(kid, "advmod"))
    if kid.dep in CUT_ALWAYS and kid.pos in CLAUSAL and not falls_on(material, kid):
        return size >= (2 if kid.dep == "relcl" else 1)
    if kid.dep == "appos":
        return _after_comma(material, kid) and not goes_on(material, kid) and not _closes_note(material, kid)
    return kid.dep == "mark" and kid.lower == "that"


def _closes_note(material: Material, kid: Token) -> bool:
    """Whether words end a translator's note, behind which the sentence goes on: "hit the plant [Cel -- the utility] in Bor"."""
    behind = material.parse.tokens[kid.right + 1 : kid.right + 2]
    return bool(behind) and behind[0].text == "]"


def _absolute(material: Material, kid: Token) -> bool:
    """Circumstances that are told apart: "…, with the river between them", "because of …"."""
    if kid.lower in ("because", "due", "despite", "owing"):
        return True
    if kid.lower == "in" and any(noun.lemma in ANSWERS for noun in material.parse.kids(kid, "pobj")):
        return True
    if kid.lower == "for" and any(noun.lemma == "control" for noun in material.parse.kids(kid, "pobj")):
        return True
    return kid.lower == "with" and kid.left > 0 and material.parse.tokens[kid.left - 1].text == ","


def _holds_attempt(material: Material, kid: Token, heads: Heads) -> bool:
    """The whole phrase "in an attempt to …" belongs to the purpose."""
    nouns = material.parse.kids(kid, "pobj")
    return any(k.index in heads.verbal and k.tag == "VB" for n in nouns for k in material.parse.kids(n, "acl"))


def _holds_nominal(material: Material, kid: Token, heads: Heads) -> bool:
    """Whether a dependent of a verb is a nominal claim: an event as subject, or a phrase like "in clashes with …"."""
    if kid.dep in ("nsubj", "nsubjpass", "npadvmod"):
        return kid.index in heads.nominal
    over = material.parse.head(kid)
    if kid.lower == "in" and any(one.lemma in SHARES for one in (over, *material.parse.kids(over, "dobj"))):
        # "Had no hand in the killing of the priest" cannot be read without it.
        return False
    return kid.pos == "ADP" and any(noun.index in heads.nominal for noun in material.parse.kids(kid, "pobj"))


def _after_comma(material: Material, kid: Token) -> bool:
    before = material.parse.tokens[kid.left - 1] if kid.left else None
    return before is not None and before.text in (",", "(", "[", "–", "-", "--") and kid.right - kid.left >= 1
