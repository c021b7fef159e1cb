"""Where and when a claim plays: its own words, the clause above it, the story so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.claim.arguments import classes
from dateline.claim.clause import Clause
from dateline.claim.extent import CLAUSAL
from dateline.claim.material import Material
from dateline.claim.passages import beside, headed
from dateline.claim.senses import noun_sense
from dateline.claim.undated import tells_rarity
from dateline.claim.voices.tolls import HARMED
from dateline.claim.whereabouts import scenes_of
from dateline.model.record import Mention
from dateline.model.text import Token
from dateline.model.vocabulary import MentionKind

TOLLS = ("number", "toll", "total", "count", "tally")
CHARGES = ("accuse", "suspect", "charge", "convict", "blame")
AT_PLACES = ("in", "at", "near", "outside", "on", "around")
WAYS = ("road", "bridge", "line")
"""Kinds of places that lead from one to another."""
DIRECTIONS = frozenset(("north", "south", "east", "west", "near", "outside", "away", "km", "kilometres", "miles"))
"""What says that something lies elsewhere than where a label says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """The time and place of a claim as mentions; None where its sentence names none."""

    time: Mention | None
    place: Mention | None


def setting_of(material: Material, clause: Clause) -> Setting:
    """The time and place that the clause names, else those of the verbs above it in the sentence."""
    return Setting(time=_found(material, clause, "time"), place=_found(material, clause, "place"))


def nearest(material: Material, clause: Clause, kind: MentionKind) -> Mention | None:
    """The mention of a kind in the clause that stands nearest to its core; None without one."""
    own = (clause.head, *clause.links, clause.core, *_counted_by(material, clause), *_charged_with(material, clause))
    found = ((material.mention_at[i], i) for i in clause.tokens if i in material.mention_at)
    inside = {mention.id: i for mention, i in found if mention.kind == kind}
    if kind == "place":
        return _told_best(material, scenes_of(material, own, inside), clause.core)
    inside = {name: i for name, i in inside.items() if not _labels(material, i)}
    if clause.form == "verb":
        inside = {name: i for name, i in inside.items() if _verb_over(material, i) in own}
    return _told_best(material, inside, clause.core)


def _counted_by(material: Material, clause: Clause) -> list[int]:
    """The verbs below a toll that tell who is counted: "the number of people killed this year has risen to 58"."""
    toll = material.token(clause.subject)
    if toll is None or toll.lemma not in TOLLS:
        return []
    return [token.index for token in material.parse.subtree(toll) if token.dep == "acl"]


def _charged_with(material: Material, clause: Clause) -> list[int]:
    """The deeds that somebody is accused of, whose day is that of the claim: "are accused of having fled last June"."""
    core = material.parse.tokens[clause.core]
    if core.tag != "VBN" or core.lemma not in CHARGES:
        return []
    preps = (prep for prep in material.parse.kids(core, "prep"))
    return [verb.index for prep in preps for verb in material.parse.kids(prep, "pcomp")]


def _told_best(material: Material, inside: Mapping[str, int], core: int) -> Mention | None:
    """Of mentions with their tokens the one that is nearest to the core; a vague one, or one beside who acts, only where it is alone."""
    if len(inside) == 1:
        return material.resolution.mention(next(iter(inside)))
    found = [(material.resolution.mention(name), index) for name, index in inside.items()]
    rows = [(_vague(material, one), _tells_of_another(material, at, core), abs(at - core), one) for one, at in found]
    return min(rows, key=lambda row: row[:3])[3] if rows else None


def _tells_of_another(material: Material, index: int, core: int) -> bool:
    """Whether a place only tells more of those who act, or of a way: "troops from Burundi clashed", "the bridge to Goma"."""
    for token in material.parse.ancestors(material.parse.tokens[index]):
        if token.index == core:
            return False
        mention = material.mention_at.get(token.index)
        if mention is not None and mention.kind == "place":
            place = material.resolution.place(mention.id)
            if place is not None and place.kind in WAYS:
                return True
        elif mention is not None and mention.kind in ("actor", "person") and token.dep in ("nsubj", "nsubjpass"):
            return True
    return False


def _labels(material: Material, index: int) -> bool:
    """Whether a date only tells one thing from another ("the June 3 poll"); "the Tuesday attack" is dated by it.

    So does that of a thing remembered ("the anniversary of last year's raid") or compared ("the worst raid since May").
    """
    token = material.parse.tokens[index]
    owned = material.parse.head(token)
    if token.dep == "poss" and owned.dep == "pobj" and material.parse.head(owned).lower == "of":
        return True
    if token.dep == "pobj" and owned.lower == "since" and tells_rarity(material, owned.index):
        return True
    if token.dep not in ("compound", "nmod", "nummod") or _stands_alone(material, index):
        return False
    noun = material.parse.head(token)
    while material.mention_at.get(noun.index) == material.mention_at[index] and noun.dep in ("compound", "nmod"):
        noun = material.parse.head(noun)
    mention = material.mention_at.get(noun.index)
    if noun.pos not in ("NOUN", "PROPN") or (mention is not None and mention.kind == "time"):
        return False
    return noun.dep != "npadvmod" and noun_sense(material, noun) is None


def _stands_alone(material: Material, index: int) -> bool:
    """Whether a date that the parser hung on a noun sets the scene: "On 4 May drones struck", "Last week shells hit"."""
    span = material.mention_at[index].span
    first = material.parse.tokens_in(span.start, span.end)[0]
    return first.pos == "ADP" or first.lower in ("last", "this", "next")


def _vague(material: Material, mention: Mention) -> bool:
    """Whether a time is a mere length ("two-hour") or a bare year, or a place one of several ("one of the villages, X").

    It tells nothing where a date or a place stands beside it.
    """
    if mention.kind == "place":
        place = material.resolution.place(mention.id)
        return place is not None and place.kind == "set"
    value = material.resolution.time(mention.id) if mention.kind == "time" else None
    return value is not None and value.range.precision in ("duration", "year")


def _verb_over(material: Material, index: int) -> int | None:
    """The nearest verb above a token."""
    above = material.parse.ancestors(material.parse.tokens[index])
    return next((token.index for token in above if token.pos in CLAUSAL), None)


def _found(material: Material, clause: Clause, kind: MentionKind) -> Mention | None:
    own = nearest(material, clause, kind)
    if own is not None:
        return own
    token = material.parse.tokens[clause.head]
    told = (
        (_of_antecedent(material, token) or _leading_in(material, token))
        if kind == "time"
        else told_of(material, token)
    )
    told = told or _of_what_did_it(material, clause, kind)
    if told is not None:
        return told
    for above in material.parse.ancestors(token):
        if above.pos not in CLAUSAL or material.is_cue(above):
            continue
        near = _beside(material, above, kind, clause.core)
        if near is not None:
            return near
    below = _below(material, token) if kind == "place" and clause.form == "verb" else None
    below = below or _shared(material, token, kind) or _before_semicolon(material, clause, kind)
    if below is not None:
        return below
    elsewhere = kind == "place" and "place" in classes(material, material.token(clause.object))
    return None if elsewhere and not _referring(material, clause) else _labelled(material, token, kind)


def _of_what_did_it(material: Material, clause: Clause, kind: MentionKind) -> Mention | None:
    """When and where that happened which is the subject, or in which it happened: "an attack on Kaya killed nine"."""
    verb = material.parse.tokens[clause.core]
    while not (subjects := material.parse.kids(verb, "nsubj")) and verb.dep == "conj":
        verb = material.parse.head(verb)
    preps = (prep for prep in material.parse.kids(verb, "prep", "agent") if prep.lower in ("in", "during", "by"))
    deeds = (*subjects, *(noun for prep in preps for noun in material.parse.kids(prep, "pobj")))
    for deed in deeds:
        if deed.pos == "NOUN" and noun_sense(material, deed) is not None:
            found = ((material.mention_at[i], i) for i in range(deed.left, deed.right + 1) if i in material.mention_at)
            inside = {mention.id: i for mention, i in found if mention.kind == kind}
            dated = {name: i for name, i in inside.items() if _dates(material, i, deed)}
            told = scenes_of(material, (deed.index,), inside) if kind == "place" else dated
            return _told_best(material, told, deed.index)
    return None


def _dates(material: Material, index: int, deed: Token) -> bool:
    """Whether a time tells when a deed was done: "the raid of 5 May", not "returns to Doba, where 300 came in March"."""
    verb = _verb_over(material, index)
    return not _labels(material, index) and (verb is None or not deed.index < verb <= deed.right)


def _leading_in(material: Material, verb: Token) -> Mention | None:
    """The time of a phrase before the verb that took its subject in: "In April clashes displaced 400 people"."""
    leading = (kid for kid in material.parse.kids(verb, "prep") if kid.index < verb.index)
    mentions = (material.mention_at.get(prep.index) for prep in leading)
    return next((mention for mention in mentions if mention is not None and mention.kind == "time"), None)


def _below(material: Material, verb: Token) -> Mention | None:
    """The place of the clause that tells how it happened: "Nine died when gunmen attacked Kaya", "As they left Kaya, six died"."""
    for clause in material.parse.kids(verb, "advcl"):
        told = {kid.lower for kid in material.parse.kids(clause, "mark", "advmod")}
        if told & ({"when", "as", "after"} if clause.index > verb.index else {"when", "as"}):
            return _beside(material, clause, "place", verb.index)
    return None


def _shared(material: Material, verb: Token, kind: MentionKind) -> Mention | None:
    """What a place or time behind the last of joined verbs says of the first: "Ten were killed and six hurt in Kaya"."""
    for other in (kid for kid in material.parse.kids(verb, "conj") if verb.tag == kid.tag == "VBN"):
        for prep in material.parse.kids(other, "prep"):
            if prep.lower in AT_PLACES and prep.index > other.index:
                named = (material.mention_at.get(thing.index) for thing in material.parse.kids(prep, "pobj"))
                told = next((mention for mention in named if mention is not None and mention.kind == kind), None)
                if told is not None:
                    return told
    return None


def _before_semicolon(material: Material, clause: Clause, kind: MentionKind) -> Mention | None:
    """Where and when those died whom a count without a verb tells of: "Mortar bombs hit Homs on Friday; nine dead"."""
    core = material.parse.tokens[clause.core]
    if clause.object is not None or core.lower not in HARMED or core.sentence < 0:
        return None
    before = material.parse.tokens[material.parse.sentences[core.sentence].first : clause.first]
    if not any(token.text == ";" for token in before):
        return None
    mentions = (material.mention_at.get(token.index) for token in reversed(before))
    return next((mention for mention in mentions if mention is not None and mention.kind == kind), None)


def _of_antecedent(material: Material, verb: Token) -> Mention | None:
    """The time that dates the event of which a relative clause tells more: "the raid of 2009, in which six died"."""
    if verb.dep != "relcl":
        return None
    noun = material.parse.head(verb)
    while noun.dep in ("pobj", "npadvmod") and material.parse.head(noun).dep == "prep":
        noun = material.parse.head(material.parse.head(noun))
    beside = material.mention_at.get(max(0, verb.left - 1)) or material.mention_at.get(max(0, verb.left - 2))
    if (
        beside is not None
        and beside.kind == "time"
        and material.parse.tokens[verb.left].lower in ("in", "during", "when")
    ):
        return beside
    during = material.parse.tokens[verb.left].lower in ("in", "during", "when", "where")
    if noun.pos not in ("NOUN", "PROPN") or not (during or noun_sense(material, noun) is not None):
        return None
    inside = (material.mention_at.get(i) for i in range(noun.left, verb.left))
    return next((mention for mention in inside if mention is not None and mention.kind == "time"), None)


def told_of(material: Material, verb: Token) -> Mention | None:
    """The place of which a clause tells what happened in it: "Kaya, where thousands sought refuge"."""
    opens = [kid for kid in material.parse.kids(verb, "advmod") if kid.lower == "where" and kid.index < verb.index]
    if verb.dep != "relcl" or not opens:
        return None
    for index in range(opens[0].index - 1, max(-1, opens[0].index - 4), -1):
        mention = material.mention_at.get(index)
        if mention is not None:
            return mention if mention.kind == "place" else None
    return None


def _referring(material: Material, clause: Clause) -> bool:
    """Whether the object is "the town", which the label names, or "30 houses" in it, and not some hills north of it."""
    noun = material.token(clause.object)
    if noun is None or any(kid.lower == "the" for kid in material.parse.kids(noun, "det")):
        return noun is not None
    told = (token.lower for index in clause.tokens for token in (material.parse.tokens[index],))
    return noun.pos != "PROPN" and not any(word in DIRECTIONS for word in told)


def _labelled(material: Material, token: Token, kind: MentionKind) -> Mention | None:
    """The place or time beside a row of a table, before a line of a list ("5 March, Sittwe: …"), in the heading above."""
    cell = beside(material, token, kind)
    if cell is not None:
        return cell
    before = [label for label in material.parse.frame.labels if label.end <= token.start]
    own = bool(before) and "\n" not in material.parse.report.text[before[-1].end : token.start]
    inside = material.resolution.within(before[-1].start, before[-1].end, kind) if own else []
    return inside[0] if inside else headed(material, token, kind)


def _beside(material: Material, verb: Token, kind: MentionKind, core: int) -> Mention | None:
    """The mention among a verb's own phrases, not inside clauses under it, that is nearest to the claim."""
    inside: dict[str, int] = {}
    stack = [verb]
    while stack:
        token = stack.pop()
        mention = material.mention_at.get(token.index)
        if mention is not None and mention.kind == kind:
            inside[mention.id] = min(inside.get(mention.id, token.index), token.index, key=lambda i: abs(i - core))
        stack.extend(kid for kid in material.parse.kids(token) if kid.pos not in CLAUSAL)
    told = scenes_of(material, (verb.index, core), inside) if kind == "place" else inside
    return _told_best(material, told, core)
