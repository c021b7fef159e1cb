"""Nouns of saying: "claims by rebels that …", "the army's denial", "reports of …"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.claim.voices.scene import Draft, Extent, Scene, extent
from dateline.claim.voices.sources import noun_phrase
from dateline.model.text import Parse, Token

CONTENT_PREPOSITIONS = frozenset({"of", "about", "for", "against", "to", "over"})
LIGHT = frozenset(
    {"make", "issue", "raise", "express", "voice", "have", "float", "unveil", "give", "offer", "launch", "hold"}
)
DENYING = frozenset({"deny", "reject", "refute", "dismiss", "dispute", "rebut", "repudiate", "contradict", "debunk"})
"""Verbs whose subject says the contrary of the noun that is their object."""


def noun_drafts(scene: Scene) -> Iterator[Draft]:
    """One draft for every noun of saying with a content."""
    parse = scene.parse
    for token in parse.tokens:
        if token.sentence < 0 or token.pos not in ("NOUN", "PROPN"):
            continue
        cue = scene.cues.nouns.get(scene.cues.noun_forms.get(token.lower, ""))
        found = _content(parse, token) if cue else None
        if cue is None or found is None:
            continue
        speaker = _speaker(parse, token)
        source = noun_phrase(parse, speaker) if speaker else None
        content, last = found
        yield Draft(
            head=token.index,
            shape="noun",
            stance=cue.stance,
            verb=cue.lemma,
            cue=(parse.tokens[_cue_start(parse, token)].start, parse.tokens[last].end),
            contents=(content,),
            source=(source,) if source else (),
            speaker=speaker.index if speaker else None,
        )


def _content(parse: Parse, noun: Token) -> tuple[Extent, int] | None:
    """The content and the last token of the cue, which takes in the preposition before the content."""
    for kid in parse.kids(noun, "acl", "ccomp", "relcl"):
        marked = any(
            part.lower in ("that", "to", "whether") and part.dep in ("mark", "aux") for part in parse.kids(kid)
        )
        bare = kid.dep != "relcl" and bool(parse.kids(kid, "nsubj", "nsubjpass")) and kid.tag in ("VBD", "VBZ", "VBP")
        if kid.index > noun.index and (marked or bare):
            part = extent(parse, kid.left, kid.right)
            return (part, noun.index) if part else None
    for prep in parse.kids(noun, "prep"):
        if prep.lower in CONTENT_PREPOSITIONS and prep.index > noun.index:
            objects = parse.kids(prep, "pobj", "pcomp")
            part = extent(parse, objects[0].left, objects[0].right) if objects else None
            return (part, prep.index if prep.index == noun.index + 1 else noun.index) if part else None
    return None


def _cue_start(parse: Parse, noun: Token) -> int:
    """A light verb ("raised doubts about") and adjectives beside the noun belong to the cue."""
    governor = parse.head(noun)
    if noun.dep == "dobj" and governor.lemma in LIGHT and noun.left - governor.index <= 1 < noun.index:
        return governor.index
    first = noun.index
    while (
        first > noun.left
        and parse.tokens[first - 1].dep in ("amod", "compound")
        and parse.tokens[first - 1].tag != "POS"
    ):
        first -= 1
    return first


def _speaker(parse: Parse, noun: Token) -> Token | None:
    for kid in parse.kids(noun, "poss"):
        return kid
    for prep in parse.kids(noun, "prep"):
        if prep.lower in ("by", "from", "among"):
            objects = parse.kids(prep, "pobj")
            return objects[0] if objects else None
    governor = parse.head(noun)
    if noun.dep == "dobj" and governor.pos == "VERB" and governor.lemma not in DENYING:
        subjects = parse.kids(governor, "nsubj")
        return subjects[0] if subjects else None
    return None
