"""Those who count the dead: "the agency reported 12 dead", "the Red Cross one of 45"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from dateline.claim.voices.scene import Draft, Scene, extent, sentence_of
from dateline.claim.voices.sources import agent_of, conjuncts, noun_phrase, passive, subject_of
from dateline.claim.voices.telling import COUNTERS, names_teller
from dateline.claim.words import words
from dateline.model.record import Mention
from dateline.model.text import Parse, Token

TELLING = words("report speak talk cite estimate")
"""Verbs of saying that with a toll as object do not pass on a clause but count."""
COUNTING = words("count provide give tally record document register log list offer issue publish note announce declare")
TOLLS = words("number toll figure count total tally")
HARMED = words("dead killed slain wounded injured injuries")
LOST = words("dead death fatality body corpse")

SHARING = (",", ";", "and", "while", "but")
"""What may stand before a count without its verb."""

RAISING = words("take bring raise push lift drive")
"""What a count does with the toll of all."""

BOUNDING = words("of at more than least over about around nearly almost some up to")
"""What may stand between a source and its number."""

TALLYING = TELLING | COUNTING
"""Verbs whose object may be a toll."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A count that goes without its verb: "…, the army 4"; `mark` stands before it, the words of the source are [first, named]."""

    mark: Token
    first: Token
    named: Token
    number: Token


def toll_drafts(scene: Scene) -> Iterator[Draft]:
    """One draft for every verb that has somebody's count of dead or wounded for its object; none in the wide layer."""
    others = list(_gapped(scene))
    for verb in scene.parse.tokens if not scene.wide else ():
        toll = toll_of(scene.parse, verb) if verb.pos == "VERB" else None
        counter = _counter(scene.parse, verb) if toll is not None else None
        if toll is None or counter is None or not counts_dead(scene, verb):
            continue
        gaps = list(_gaps(scene, verb, toll))
        cuts = [*(gap.mark.index for gap in gaps), *(_opening(scene.parse, other) for other in others)]
        behind = [cut - 1 for cut in cuts if cut > toll.index]
        content = extent(scene.parse, toll.left, min([_last(scene.parse, verb, toll), *behind]))
        told = Draft(
            head=verb.index,
            shape="verb",
            stance="figure",
            verb=verb.lemma,
            cue=(verb.start, _cue_end(scene.parse, verb)),
            contents=(content,) if content else (),
        )
        for speaker in conjuncts(scene.parse, counter):
            source = noun_phrase(scene.parse, speaker, stop=verb.index)
            if content is not None and source:
                yield replace(told, source=(source,), speaker=speaker.index)
        for gap in gaps:
            yield replace(
                told,
                head=gap.number.index,
                cue=(gap.first.start, gap.named.end),
                contents=((gap.number.start, gap.number.end),),
                source=((gap.first.start, gap.named.end),),
                speaker=gap.named.index,
            )
    yield from others


def _opening(parse: Parse, gapped: Draft) -> int:
    """The first token of a count without its verb, with the article of its source."""
    first = parse.tokens_in(*gapped.source[0])[0]
    return first.index - 1 if parse.tokens[first.index - 1].pos == "DET" else first.index


def _counter(parse: Parse, verb: Token) -> Token | None:
    """Who counts: the subject, in the passive whoever stands behind "by"."""
    return agent_of(parse, verb) if passive(parse, verb) else subject_of(parse, verb)


def _gaps(scene: Scene, verb: Token, toll: Token) -> Iterator[Gap]:
    """The counts of others that share the verb: "counted 40 dead, the rebels 12 and the police nine"."""
    tokens = scene.parse.tokens
    last = sentence_of(scene.parse, verb).last
    for mark in tokens[toll.index + 1 : last] if toll.index > verb.index else ():
        if mark.lower not in SHARING:
            continue
        first = tokens[mark.index + 1]
        behind = first.index + (first.pos == "DET")
        run = list(takewhile(lambda token: token.pos in ("NOUN", "PROPN", "ADJ"), tokens[behind:last]))
        number = _number_behind(tokens, run[-1].index + 1) if run and names_teller(scene, run[-1]) else None
        after = tokens[number.index + 1] if number is not None else None
        if number is not None and number.pos == "NUM" and (after is None or after.pos in ("PUNCT", "CCONJ")):
            yield Gap(mark=mark, first=first, named=run[-1], number=number)


def _number_behind(tokens: Sequence[Token], first: int) -> Token:
    """The number that opens there, or behind words that bound it: "of more than 60", "at least 12"."""
    while tokens[first].lower in BOUNDING and first + 1 < len(tokens):
        first += 1
    return tokens[first]


def _cue_end(parse: Parse, verb: Token) -> int:
    """Where the words of counting end; an "of" behind them belongs to them."""
    after = parse.tokens[verb.index + 1]
    return after.end if after.lower == "of" and after.head == verb.index else verb.end


def _last(parse: Parse, verb: Token, toll: Token) -> int:
    """The last token of a count, with a second one that the parser hung on the verb: "12 dead and 30 injured".

    What the count brings a toll to is of the same voice: "reported four more dead, bringing the toll to 19".
    """
    joined = (kid for kid in parse.kids(verb, "conj") if kid.index > toll.index)
    hurt = [kid for kid in joined if kid.pos == "NUM" or _counts_again(parse, kid)]
    hurt += [kid for kid in parse.kids(verb, "advcl") if kid.lemma in RAISING and kid.tag == "VBG"]
    return max([toll.right, *(kid.right for kid in hurt)])


def _counts_again(parse: Parse, joined: Token) -> bool:
    """Whether a joined participle tells of a number more: "and 30 injured", "and three captured"."""
    bare = joined.tag == "VBN" and not parse.kids(joined, "aux", "auxpass")
    return bare and any(kid.pos == "NUM" for kid in parse.kids(joined, "nsubj", "nsubjpass"))


def toll_of(parse: Parse, verb: Token) -> Token | None:
    """The count of dead or wounded that is the object of a verb of counting, or its subject in "was given by the UN"."""
    if verb.sentence < 0 or verb.pos != "VERB" or verb.lemma not in TALLYING or parse.kids(verb, "neg"):
        return None
    if passive(parse, verb):
        subjects = parse.kids(verb, "nsubjpass") if agent_of(parse, verb) is not None else []
        return next((kid for kid in subjects if _is_toll(parse, kid)), None)
    found = parse.kids(verb, "dobj", "oprd")
    if verb.lemma in ("speak", "talk"):
        found = [kid for prep in parse.kids(verb, "prep") if prep.lower == "of" for kid in parse.kids(prep, "pobj")]
    return next(
        (kid for kid in found if kid.index > verb.index and (_is_toll(parse, kid) or _echoes(parse, kid))), None
    )


def _echoes(parse: Parse, number: Token) -> bool:
    """Whether a bare number counts what was counted before it: "medics reported 12 dead, while the army reported four"."""
    here = sentence_of(parse, number)
    spoken = here.index > 0 and parse.head(number).lower == "of"  # "Nine were wounded. The force speaks of six."
    before = parse.tokens[(parse.sentences[here.index - 1] if spoken else here).first : number.left]
    bare = number.pos == "NUM" and number.index == number.right
    return bare and any(token.lower in HARMED or token.lemma in LOST for token in before)


def _is_toll(parse: Parse, noun: Token) -> bool:
    """Whether a noun counts dead or wounded in figures: "12 dead", "14 traders killed", "a toll of nine"."""
    inside = parse.tokens[noun.left : noun.right + 1]
    if noun.lemma in TOLLS:
        of = [
            kid for prep in parse.kids(noun, "prep") if prep.lower in ("of", "at") for kid in parse.kids(prep, "pobj")
        ]
        return any(kid.pos == "NUM" or _is_toll(parse, kid) for kid in of)
    if any(kid.lower in HARMED and kid.right > kid.left + 1 for kid in parse.kids(noun, "acl")):
        return False  # "nine traders killed in the market" is a clause of its own
    counted = noun.pos == "NUM" or any(token.pos == "NUM" and token.index <= noun.index for token in inside)
    told = {kid.lower for kid in parse.kids(noun, "acl", "amod", "acomp", "oprd")}
    seen = noun.tag == "NNS" and noun.lemma in ("body", "corpse") and parse.head(noun).lower == "of"
    return (counted or seen) and (noun.lemma in LOST or noun.lower in HARMED or bool(told & HARMED))


def counts_dead(scene: Scene, verb: Token) -> bool:
    """Whether a verb has a toll for object and somebody who can count for subject."""
    counter = _counter(scene.parse, verb) if toll_of(scene.parse, verb) is not None else None
    if counter is None or not noun_phrase(scene.parse, counter, stop=verb.index):
        return False
    known = counter.end in scene.names or counter.lemma.lower() in COUNTERS
    return known or verb.lemma in TELLING or _some_of(scene.parse, counter)


def _some_of(parse: Parse, counter: Token) -> bool:
    """Whether some of several people count: "one of them", "two of the survivors"."""
    return counter.pos in ("NUM", "PRON", "DET", "ADJ") and any(k.lower == "of" for k in parse.kids(counter, "prep"))


def _opens(tokens: Sequence[Token], named: Mention, one: Token) -> bool:
    """Whether a name opens a part of its sentence, so that it is no object: ", the Red Cross …", "and MSF …"."""
    before = next(t for t in reversed(tokens[: one.index]) if t.end <= named.span.start and t.lower != "the")
    return before.lower in (",", ";", "and", "while", "but")


def _gapped(scene: Scene) -> Iterator[Draft]:
    """The other count in the same breath, without its verb: "X gave a toll of 31 dead, the Red Cross one of 45"."""
    tokens = scene.parse.tokens
    for one, of, number in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if (one.lower, of.lower) != ("one", "of") and of.lower != "at":
            continue
        if number.pos != "NUM" or one.index == 0:
            continue
        one = one if one.lower == "one" else of
        speaker = tokens[one.index - 1]
        first = sentence_of(scene.parse, one).first
        told = any(token.lemma in TOLLS for token in tokens[first : speaker.index])
        named = scene.names.get(speaker.end)
        if told and named is not None and _opens(tokens, named, one):
            yield Draft(
                head=one.index,
                shape="verb",
                stance="figure",
                verb="give",
                cue=(one.start, of.end),
                contents=((number.start, number.end),),
                source=((named.span.start, named.span.end),),
                speaker=named.head,
            )
