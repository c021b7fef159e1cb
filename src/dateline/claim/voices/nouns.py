"""Nouns of saying: "claims by rebels that …", "the army's denial", "reports of …"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.claim.voices.scene import Draft, Scene, extent
from dateline.claim.voices.sources import noun_phrase
from dateline.model.text import Parse, Token

CONTENT_PREPOSITIONS = frozenset({"of", "about", "for", "against"})


def noun_drafts(scene: Scene) -> Iterator[Draft]:
    """One draft for every noun of saying with a content."""
    parse = scene.parse
    for token in parse.tokens:
        if token.sentence < 0 or token.pos not in ("NOUN", "PROPN"):
            continue
        cue = scene.cues.nouns.get(scene.cues.noun_forms.get(token.lower, ""))
        content = _content(parse, token) if cue else None
        if cue is None or content is None:
            continue
        speaker = _speaker(parse, token)
        source = noun_phrase(parse, speaker) if speaker else None
        yield Draft(
            head=token.index,
            shape="noun",
            stance=cue.stance,
            verb=cue.lemma,
            cue=(token.start, token.end),
            contents=content,
            source=(source,) if source else (),
            speaker=speaker.index if speaker else None,
        )


def _content(parse: Parse, noun: Token) -> tuple[tuple[int, int], ...] | None:
    for kid in parse.kids(noun, "acl", "ccomp", "relcl"):
        marked = any(
            part.lower in ("that", "to", "whether") and part.dep in ("mark", "aux") for part in parse.kids(kid)
        )
        if kid.index > noun.index and marked:
            part = extent(parse, kid.left, kid.right)
            return (part,) if part else None
    for prep in parse.kids(noun, "prep"):
        if prep.lower in CONTENT_PREPOSITIONS and prep.index > noun.index:
            objects = parse.kids(prep, "pobj", "pcomp")
            part = extent(parse, objects[0].left, objects[0].right) if objects else None
            return (part,) if part else None
    return None


def _speaker(parse: Parse, noun: Token) -> Token | None:
    for kid in parse.kids(noun, "poss"):
        return kid
    for prep in parse.kids(noun, "prep"):
        if prep.lower in ("by", "from", "among"):
            objects = parse.kids(prep, "pobj")
            return objects[0] if objects else None
    governor = parse.head(noun)
    if noun.dep == "dobj" and governor.pos == "VERB":
        subjects = parse.kids(governor, "nsubj")
        return subjects[0] if subjects else None
    return None
