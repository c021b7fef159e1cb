"""Those who count the dead: "the agency reported 12 dead", "the clinic received nine bodies", "the Red Cross one of 45"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.claim.voices.scene import Draft, Scene, extent, sentence_of
from dateline.claim.voices.sources import conjuncts, noun_phrase, passive, subject_of
from dateline.claim.words import words
from dateline.model.record import Mention
from dateline.model.text import Parse, Token

TELLING = words("report speak talk cite estimate")
"""Verbs of saying that with a toll as object do not pass on a clause but count."""
COUNTING = words("count give tally record document register log list offer issue publish note announce declare")
RECEIVING = words("receive admit get take")
"""What a hospital does with bodies that were brought in."""
HOSPITALS = words("hospital clinic morgue mortuary")
COUNTERS = (
    words(
        "monitor group organisation organization agency authority ministry government police army official source medic"
        " doctor committee council activist observatory office service rescuer charity union network mission party"
    )
    | HOSPITALS
)
"""Nouns of those who count, where no name is known."""
DOCTORS = words("doctor medic surgeon nurse paramedic")
TOLLS = words("number toll figure count total tally")
HARMED = words("dead killed slain wounded injured injuries")
LOST = words("dead death fatality body corpse")

COUNTERS = TELLING | COUNTING | RECEIVING
"""Verbs whose object may be a toll."""


def toll_drafts(scene: Scene) -> Iterator[Draft]:
    """One draft for every verb that has somebody's count of dead or wounded for its object; none in the wide layer."""
    for verb in scene.parse.tokens if not scene.wide else ():
        toll = toll_of(scene.parse, verb) if verb.pos == "VERB" else None
        subject = subject_of(scene.parse, verb) if toll is not None else None
        if toll is None or subject is None or not counts_dead(scene, verb):
            continue
        content = extent(scene.parse, toll.left, _last(scene.parse, verb, toll))
        for speaker in conjuncts(scene.parse, subject):
            source = noun_phrase(scene.parse, speaker, stop=verb.index)
            if content is not None and source:
                yield Draft(
                    head=verb.index,
                    shape="verb",
                    stance="figure",
                    verb=verb.lemma,
                    cue=(verb.start, _cue_end(scene.parse, verb)),
                    contents=(content,),
                    source=(source,),
                    speaker=speaker.index,
                )
    yield from _gapped(scene)


def _cue_end(parse: Parse, verb: Token) -> int:
    """Where the words of counting end; an "of" behind them belongs to them."""
    after = parse.tokens[verb.index + 1]
    return after.end if after.lower == "of" and after.head == verb.index else verb.end


def _last(parse: Parse, verb: Token, toll: Token) -> int:
    """The last token of a count, with a second one that the parser hung on the verb: "12 dead and 30 injured"."""
    joined = (kid for kid in parse.kids(verb, "conj") if kid.index > toll.index)
    hurt = (kid for kid in joined if kid.pos == "NUM" or _counts_again(parse, kid))
    return max([toll.right, *(kid.right for kid in hurt)])


def _counts_again(parse: Parse, joined: Token) -> bool:
    """Whether a joined participle tells of a number more: "and 30 injured", "and three captured"."""
    bare = joined.tag == "VBN" and not parse.kids(joined, "aux", "auxpass")
    return bare and any(kid.pos == "NUM" for kid in parse.kids(joined, "nsubj", "nsubjpass"))


def toll_of(parse: Parse, verb: Token) -> Token | None:
    """The count of dead or wounded that is the object of a verb of counting; None for all other verbs and objects."""
    if verb.sentence < 0 or verb.pos != "VERB" or verb.lemma not in COUNTERS:
        return None
    if passive(parse, verb) or parse.kids(verb, "neg"):
        return None
    found = parse.kids(verb, "dobj", "oprd")
    if verb.lemma in ("speak", "talk"):
        found = [kid for prep in parse.kids(verb, "prep") if prep.lower == "of" for kid in parse.kids(prep, "pobj")]
    return next((kid for kid in found if kid.index > verb.index and _is_toll(parse, kid)), None)


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
    return counted and (noun.lemma in LOST or noun.lower in HARMED or bool(told & HARMED))


def counts_dead(scene: Scene, verb: Token) -> bool:
    """Whether a verb has a toll for object and somebody who can count for subject; bodies are received by doctors."""
    subject = subject_of(scene.parse, verb) if toll_of(scene.parse, verb) is not None else None
    if subject is None or not noun_phrase(scene.parse, subject, stop=verb.index):
        return False
    if verb.lemma in RECEIVING:
        return subject.lemma.lower() in HOSPITALS | DOCTORS
    return subject.end in scene.names or verb.lemma in TELLING or subject.lemma in COUNTERS


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
