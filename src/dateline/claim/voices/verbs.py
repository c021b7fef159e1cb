"""Verbs of saying: who says, claims, denies, orders, fears … what."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.claim.voices.contents import contents_of
from dateline.claim.voices.scene import Draft, Extent, Scene
from dateline.claim.voices.sources import agent_of, conjuncts, noun_phrase, passive, subject_of
from dateline.model.text import Parse, Token
from dateline.reference.cues import VerbCue

CUE_PREPOSITIONS = frozenset({"for", "of", "about", "on"})
LONGEST_DAY = 4
"""Tokens in "late last Friday"; longer ones are no adverbials of time."""
EXPLETIVES = frozenset({"it", "there", "which", "that", "what"})


def verb_drafts(scene: Scene) -> Iterator[Draft]:
    """One draft for every verb of saying that has a content or could have a quotation, and every conjoined source."""
    for token in scene.parse.tokens:
        if token.sentence < 0 or token.pos not in ("VERB", "AUX"):
            continue
        lemma = token.lemma if token.lemma in scene.cues.verbs else scene.cues.verb_forms.get(token.lower, "")
        cue = scene.cues.verbs.get(lemma)
        if cue is not None:
            yield from _drafts(scene, token, cue)
        elif lemma in scene.cues.withholding:
            yield from _withheld(scene, token)


def _drafts(scene: Scene, verb: Token, cue: VerbCue) -> Iterator[Draft]:
    parse = scene.parse
    subject = subject_of(parse, verb)
    contents, last = contents_of(parse, verb, cue, subject, scene.cues)
    if not contents and not cue.clause:
        return
    speakers = _speakers(parse, verb, subject, contents)
    first = _cue_start(parse, verb)
    cue_extent = (parse.tokens[first].start, parse.tokens[_cue_end(parse, verb, last)].end)
    stance = _stance(parse, verb, cue)
    voices: list[Token | None] = [*speakers] or [None]
    for speaker in voices:
        source = noun_phrase(parse, speaker, stop=_stop(parse, speaker, verb, speakers)) if speaker else None
        yield Draft(
            head=verb.index,
            shape="verb",
            stance=stance,
            verb=cue.lemma,
            cue=cue_extent,
            contents=contents,
            source=(source,) if source else (),
            speaker=speaker.index if speaker else None,
            clause=cue.clause,
        )


def _stop(parse: Parse, speaker: Token, verb: Token, speakers: list[Token]) -> int | None:
    """The token before which the words of a source end: the cue or the next conjoined source."""
    later = [token.left for token in speakers if token.index > speaker.index]
    if later:
        return max(min(later), speaker.index + 1)
    return verb.index if speaker.index < verb.index else None


def _speakers(parse: Parse, verb: Token, subject: Token | None, contents: tuple[Extent, ...]) -> list[Token]:
    if passive(parse, verb):
        agent = agent_of(parse, verb)
        return conjuncts(parse, agent) if agent else []
    if subject is None or (
        subject.lower in EXPLETIVES and subject.pos == "PRON" and subject.lower != "which" and not _refers(subject)
    ):
        return []
    if any(start <= subject.start < end for start, end in contents):
        return []
    return conjuncts(parse, subject)


def _refers(subject: Token) -> bool:
    return subject.lower == "it" and subject.dep == "nsubj"


def _cue_start(parse: Parse, verb: Token) -> int:
    first = verb.index
    while first > 0:
        before = parse.tokens[first - 1]
        if before.head != verb.index or before.dep not in ("aux", "auxpass", "neg", "advmod"):
            break
        first -= 1
    return first


def _cue_end(parse: Parse, verb: Token, last: int) -> int:
    """Particles, "for" and the like right behind the verb, and a bare day ("said Friday") belong to the cue."""
    for kid in parse.kids(verb, "prt", "prep", "npadvmod"):
        if kid.left == last + 1 and kid.index > verb.index:
            if kid.dep == "npadvmod" and kid.right - kid.left < LONGEST_DAY:
                last = kid.right
            elif kid.dep == "prt" or (kid.lower in CUE_PREPOSITIONS and not parse.kids(kid, "pobj", "pcomp")):
                last = kid.index
    return last


def _stance(parse: Parse, verb: Token, cue: VerbCue) -> str:
    """What the voice does: a negated "say" or "confirm" withholds, a negated "deny" does not deny."""
    if not parse.kids(verb, "neg"):
        return cue.stance
    if cue.lemma == "verify":
        return "verify"
    return {"say": "withhold", "confirm": "withhold", "deny": "withhold"}.get(cue.stance, cue.stance)


def _withheld(scene: Scene, verb: Token) -> Iterator[Draft]:
    """In "declined to comment", "refused to say who …" a voice that keeps something back."""
    parse = scene.parse
    subject = subject_of(parse, verb)
    for kid in parse.kids(verb, "xcomp"):
        cue = scene.cues.verbs.get(kid.lemma)
        if cue is None or subject is None:
            continue
        contents, last = contents_of(parse, kid, cue, subject, scene.cues)
        source = noun_phrase(parse, subject, stop=verb.index)
        yield Draft(
            head=verb.index,
            shape="verb",
            stance="withhold",
            verb=cue.lemma,
            cue=(parse.tokens[_cue_start(parse, verb)].start, parse.tokens[max(last, kid.index)].end),
            contents=contents,
            source=(source,) if source else (),
            speaker=subject.index,
        )
