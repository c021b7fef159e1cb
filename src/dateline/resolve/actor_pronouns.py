"""Reads pronouns: the best antecedent near by; "we" and "our" are the speaker's side."""

from __future__ import annotations

from collections.abc import Callable

from dateline.model.record import Mention, Reason
from dateline.model.sides import GROUPS
from dateline.model.text import Parse, Token
from dateline.model.world import Actor
from dateline.reference.actor_words import fold_name, word_set
from dateline.reference.kin import MEN, WOMEN
from dateline.resolve.actor_binding import (
    bound,
    main_subject,
    of_house,
    struck_as_they,
    told_as_ours,
    told_by,
    told_in_clause,
    told_of_themselves,
)
from dateline.resolve.actor_candidates import Option
from dateline.resolve.actor_memory import (
    SPEECH,
    YIELDING,
    Memory,
    Seen,
    goes_on,
    is_body,
    is_many,
    is_many_or_source,
    is_person,
    is_quoted,
    subject_speaker,
)
from dateline.resolve.actor_provisional import words_of
from dateline.resolve.actor_scene import Scene

_FITS = {
    "he": is_person, "she": is_person, "his": is_person, "her": is_person, "him": is_person, "it": is_body,
    "its": is_body, "they": is_many, "their": is_many, "them": is_many, "both": is_many,
}  # fmt: skip
_ALONE = ("i", "my")
"""A spokesman who says "I" means himself."""


_HANDLING = frozenset(
    (
        "arrest", "detain", "abduct", "kidnap", "capture", "free", "release", "rescue", "evacuate", "wound", "injure", "hold",
        "displace", "deport", "seize",
    )
)  # fmt: skip
_HOSTILE = frozenset(
    (
        "attack", "assault", "raid", "storm", "ambush", "shoot", "kill", "execute", "behead", "burn", "torch", "loot", "rob",
        "abduct", "kidnap", "shell", "bomb", "seize", "capture", "overrun", "open", "fire", "rape", "threaten",
    )
)  # fmt: skip
"""What people who bear no arms tell of others as "they"."""
_NOBODY_KNOWN = Actor(id="anon:unnamed-source", name="unnamed source", kind="anonymous_source")
"""Who says "we" in a quotation that nothing gives to anybody: never the party of which it tells."""
_HURTING = frozenset(
    ("shoot", "kill", "hit", "stab", "behead", "wound", "injure", "execute", "murder", "strike", "bury")
)
_TELLING = 4
"""Sentences over which a report goes on to tell of one death."""
_ONE = ("NN", "NNP")
LONGEST_LABEL = 60
"""Code points from the start of a line within which a colon may end the name of who speaks."""


def pronoun_option(scene: Scene, memory: Memory, mention: Mention) -> Option | None:
    """The antecedent of a pronoun, None when nothing near by fits."""
    wanted = _FITS.get(mention.span.quote.lower())
    if wanted is None:
        return None
    token = scene.parse.tokens[mention.head]
    fits = _not_his_kin(scene.parse, token, _of_sex(mention.span.quote.lower(), wanted))
    plural = mention.span.quote.lower() == "they"
    if noun := _antecedent_of_they(scene.parse, token) if plural else bound(scene.parse, token):
        actor = _actor_at(scene, memory, noun)
        return _bound(actor, "by the sentence") if actor else None
    if of_house(scene.parse, token):
        return None
    over = scene.parse.head(token)
    sayer = told_of_themselves(scene.parse, token) if plural else None
    themselves = _actor_at(scene, memory, sayer) if sayer is not None else None
    if themselves is None and plural:
        themselves = _own_party(memory, told_by(scene.parse, token), over)
    if themselves is not None and (themselves.armed or over.lemma not in _HOSTILE):
        return _bound(themselves, "who say so")
    speaks = wanted is is_many and (over.lemma in SPEECH or over.lower == "to")
    inside = is_quoted(scene.parse.report.text, mention.span.start)
    fits = is_many_or_source if speaks and not inside else fits
    before = over.lower == "to" and memory.latest(
        lambda seen: fits(seen) and seen.mention.sentence != mention.sentence, sentence=mention.sentence, reach=3
    )
    dead = _dead_before(scene.parse, token) if wanted is is_person else None
    known = next((s.actor for s in memory.seen if dead and s.mention.head == dead.index and is_person(s)), None)
    if dead is not None and (known or dead.pos == "PROPN"):
        actor = known
    elif wanted is is_many and (handled := _handled(scene.parse, token)):
        actor = memory.at(handled.index)
    else:
        if wanted is is_many and inside:
            fits = _not_of(_speaker_of_quote(scene, memory, token))
        speaking = goes_on(scene.parse, token) or _calls(scene.parse, token)
        speaker = _speaker_before(memory, mention, fits) if speaking and not before else None
        actor = before or speaker or _told_of(memory, mention, token, fits)
    return Option(actor=actor, reasons=(Reason(name="antecedent", weight=0.6, why="named before"),)) if actor else None


def _bound(actor: Actor, why: str) -> Option:
    return Option(actor=actor, reasons=(Reason(name="bound", weight=0.7, why=why),))


def _of_sex(pronoun: str, fits: Callable[[Seen], bool]) -> Callable[[Seen], bool]:
    """Those whom a noun does not make a woman where "he", nor a man where "she" is said."""
    others = WOMEN if pronoun in ("he", "his", "him") else MEN if pronoun in ("she", "her") else frozenset[str]()
    return (lambda seen: fits(seen) and words_of(seen.mention)[-1:][0] not in others) if others else fits


def _not_his_kin(parse: Parse, token: Token, fits: Callable[[Seen], bool]) -> Callable[[Seen], bool]:
    """Of "his father said he was on his way" the son, whose father it is."""
    teller = told_by(parse, token) if token.lower in ("he", "she") else None
    kin = teller is not None and any(kid.lower in ("his", "her") for kid in parse.kids(teller, "poss"))
    return (lambda seen: fits(seen) and seen.mention.head != teller.index) if kin and teller is not None else fits


def _own_party(memory: Memory, teller: Token | None, deed: Token) -> Actor | None:
    """The rebels of whom their own spokesman says what "they" did; the police chief's "they" are those whom he hunts."""
    speaker = memory.at(teller.index) if teller is not None else None
    party = memory.parties.get(speaker.id) if speaker is not None else None
    own = party is not None and party.kind in GROUPS and deed.lemma not in _HOSTILE | YIELDING
    return party if own else None


def _calls(parse: Parse, token: Token) -> bool:
    """Whether "it" or "he" goes on to blame, deny or call for something, as who spoke before does."""
    verb = parse.head(token)
    if token.dep != "nsubj" or token.lower == "they" or verb.lemma not in _ADDRESSING:
        return False
    return verb.lemma not in ("call", "appeal") or any(
        kid.lower in ("for", "on", "to") for kid in parse.kids(verb, "prep")
    )


_ADDRESSING = word_set("call appeal urge demand condemn accuse deny reject blame denounce dismiss describe quote cite")


def _antecedent_of_they(parse: Parse, token: Token) -> Token | None:
    """The noun that "they" stands for by the build of the sentence."""
    return (
        told_as_ours(parse, token)
        or main_subject(parse, token)
        or told_in_clause(parse, token)
        or struck_as_they(parse, token)
    )


def _told_of(memory: Memory, mention: Mention, token: Token, fits: Callable[[Seen], bool]) -> Actor | None:
    """The antecedent of a pronoun that does not speak: of "the rebels fled, police said" the rebels, not who said so.

    Nobody who does something does it to himself: of "rebels came, soldiers drove them out" the rebels.
    """
    if token.dep in ("dobj", "dative"):
        doers = {kid.index for kid in memory.parse.kids(memory.parse.head(token), "nsubj")}
        whose = {seen.actor.id for seen in memory.seen if seen.mention.head in doers}
        plain = fits

        def fits(seen: Seen) -> bool:
            return plain(seen) and seen.actor.id not in whose

    if mention.span.quote.lower() not in _PLURALS:
        return memory.unrivalled(fits, token, sentence=mention.sentence, reach=3)
    acts = token.dep == "nsubj" and memory.parse.head(token).lemma not in _AS_BEFORE_DEATH

    def in_the_news(seen: Seen) -> bool:
        return fits(seen) and not seen.tag and not (acts and seen.felled)

    return memory.unrivalled(in_the_news, token, sentence=mention.sentence, reach=1) or memory.unrivalled(
        fits, token, sentence=mention.sentence, reach=3
    )


_PLURALS = ("they", "them", "their", "both")
_AS_BEFORE_DEATH = word_set("be die work sleep travel live return try want refuse have seem belong")
"""What is told of the dead as they were before; who came, fired, burned and left after a killing are the killers."""


def _speaker_of_quote(scene: Scene, memory: Memory, token: Token) -> Actor | None:
    """Who says the quoted words in which a token stands, as far as names and what was read before tell."""
    index = subject_speaker(scene.parse, token)
    named = (actor for mention, actor in memory.named if index is not None and mention.head == index)
    return memory.party_at(index) or next(named, None)


def _not_of(speaker: Actor | None) -> Callable[[Seen], bool]:
    """Those of whom a speaker says "they": not his own side, which is "we"."""
    side = (speaker.side or speaker.id) if speaker is not None else None
    return lambda seen: is_many(seen) and (side is None or (seen.actor.side or seen.actor.id) != side)


def _speaker_before(memory: Memory, mention: Mention, fits: Callable[[Seen], bool]) -> Actor | None:
    """Who spoke last, where "it", "he" or "they" go on to say something: not whom it was said of."""
    return memory.latest(lambda seen: seen.speaks and fits(seen), sentence=mention.sentence, reach=2)


def _actor_at(scene: Scene, memory: Memory, noun: Token) -> Actor | None:
    """The party that a noun is, or the state whose name it is."""
    known = (*((s.mention, s.actor) for s in memory.seen), *memory.named)
    first = scene.parse.tokens[noun.left].start
    held = (a for m, a in known if first <= m.span.start <= noun.start and m.head == noun.index)
    beside = (a for m, a in known if scene.parse.tokens[m.head].head == noun.index and m.span.end <= noun.start)
    inside = (a for m, a in known if m.span.start <= noun.start < m.span.end and m.kind == "actor")
    actor = next(inside, None) or next(held, None) or next(beside, None)
    countries = scene.reference.actors.countries
    return actor or countries.bodies.get((countries.of(fold_name(noun.text)) or "", "government"))


def _dead_before(parse: Parse, token: Token) -> Token | None:
    """Who died, where "he was shot" goes on to tell of it: not the cousin who said so in between."""
    if token.dep != "nsubjpass" or parse.head(token).lemma not in _HURTING or token.sentence < 1:
        return None
    first = parse.sentences[max(token.sentence - _TELLING, 0)].first
    for other in reversed(parse.tokens[first : parse.sentences[token.sentence].first]):
        verb = parse.head(other)
        if (other.dep == "nsubjpass" and verb.lemma in _HURTING) or (other.dep == "nsubj" and verb.lemma == "die"):
            return other if other.tag in _ONE else None
        if other.dep == "nsubj" and other.pos == "PROPN" and verb.pos == "VERB" and verb.lemma not in SPEECH:
            return None
    return None


def _handled(parse: Parse, token: Token) -> Token | None:
    """Those with whom the sentence before does something, where "they" go on to suffer: "Police held two men. They were freed"."""
    if token.dep != "nsubjpass" or token.sentence < 1:
        return None
    verb = parse.tokens[parse.sentences[token.sentence - 1].root]
    objects = parse.kids(verb, "dobj") if verb.lemma in _HANDLING else []
    return next((thing for thing in objects if thing.tag == "NNS"), None)


def speaker_option(scene: Scene, memory: Memory, mention: Mention) -> Option:
    """Who says "we": whoever speaks in the sentence, else the publisher; "our forces" are the speaker's own.

    The "we" of a spokesman or an officer is the party whose he is. A party that writes means itself, whoever claims
    something of it: "the army claims that we shelled the market".
    """
    token = scene.parse.tokens[mention.head]
    inside = is_quoted(scene.parse.report.text, mention.span.start)
    if not inside and (scene.publisher.armed or not _told_by_another(scene.parse, token)):
        labelled = None if scene.publisher.armed else _labelled(scene, memory, mention)
        heard = labelled or _passed_on(scene, memory, mention)
        return (
            _side_of(scene, memory, mention, heard) if heard else _as(_writer(scene, mention), "publisher_speaks", 0.4)
        )
    index = subject_speaker(scene.parse, scene.parse.tokens[mention.head]) or _behind_quote(scene.parse, mention)
    speaker = memory.at(index) or (_within(scene.parse.tokens[index], memory) if index is not None else None)
    speaker = _labelled(scene, memory, mention) or speaker
    if speaker is None and is_quoted(scene.parse.report.text, mention.span.start):
        speaker = _spoke_before(scene, memory, mention) or _NOBODY_KNOWN
    speaker = speaker or _passed_on(scene, memory, mention)
    if speaker is None:
        return _as(scene.publisher, "publisher_speaks", 0.4)
    return _side_of(scene, memory, mention, speaker)


def _within(noun: Token, memory: Memory) -> Actor | None:
    """Who is told of in the phrase of a noun that names a speaker."""
    said = (s for s in (*memory.seen, *(memory.whole or ())) if noun.left <= s.mention.head <= noun.right)
    return next((seen.actor for seen in said if seen.mention.form != "pronoun"), None)


def _side_of(scene: Scene, memory: Memory, mention: Mention, speaker: Actor) -> Option:
    """Whom a speaker means by "we": the party whose he is; by "our forces" also those of the state for which he speaks."""
    if fold_name(mention.span.quote).split()[0] not in _ALONE:
        speaker = memory.parties.get(speaker.id, speaker)
    fought = speaker.kind == "government" and _fought(scene.parse, mention)
    if (mention.form == "pronoun" and not fought) or is_armed_actor(speaker):
        return _as(speaker, "speaker", 0.7)
    forces = scene.reference.actors.countries.bodies.get((speaker.side or speaker.country or "", "forces"))
    return _as(forces or speaker, "speakers_side", 0.6)


def _told_by_another(parse: Parse, token: Token) -> bool:
    """Whether words without quotation marks stand in a clause that somebody says: "he added that our men held"."""
    told = (up for up in (token, *parse.ancestors(token)) if up.dep in ("ccomp", "parataxis"))
    return any(parse.head(up).lemma in SPEECH for up in told)


def _writer(scene: Scene, mention: Mention) -> Actor:
    """Who writes; "our forces" are those of the state or party of which a ministry, press office or party's station writes."""
    writer = scene.publisher
    register = scene.reference.actors
    party = register.by_id.get(f"act:{writer.side}") if writer.kind == "media" else None
    forces = party.actor if party is not None else register.countries.bodies.get((writer.side or "", "forces"))
    body = writer.kind == "media" or (writer.kind in ("government", "state_force") and writer.provisional)
    return forces if mention.form != "pronoun" and body and forces is not None else writer


def _fought(parse: Parse, mention: Mention) -> bool:
    """Whether "we" do what none but troops do: a minister's "we lost the ridge" is of the army."""
    token = parse.tokens[mention.head]
    return token.dep == "nsubj" and parse.head(token).lemma in _FIGHTING


_FIGHTING = word_set(
    "lose kill repel repulse capture retake recapture destroy shell bomb strike hit attack fight withdraw redeploy retreat advance "
    "ambush intercept shoot neutralise neutralize seize liberate encircle besiege"
)


def _passed_on(scene: Scene, memory: Memory, mention: Mention) -> Actor | None:
    """Whose words the passage is in which a mention stands: a communiqué that a station reads out, a heading's statement."""
    passage = scene.parse.passage_at(mention.span.start)
    source = passage.source if passage is not None else None
    known = (*memory.seen, *(memory.whole or ()))
    return next((seen.actor for seen in known if source is not None and source.overlaps(seen.mention.span)), None)


def _behind_quote(parse: Parse, mention: Mention) -> int | None:
    """The token that names who speaks behind a quotation of several sentences in which a mention stands."""
    text = parse.report.text
    close = text.find("\u201d", mention.span.end, mention.span.end + LONGEST_QUOTATION)
    if close < 0 or "\n\n" in text[mention.span.end : close] or not is_quoted(text, mention.span.start):
        return None
    behind = parse.tokens_in(close, close + 1)
    return subject_speaker(parse, behind[0]) if behind and behind[0].sentence >= 0 else None


LONGEST_QUOTATION = 600
"""Code points over which a quotation is looked through for its end."""


def _spoke_before(scene: Scene, memory: Memory, mention: Mention) -> Actor | None:
    """The armed party that spoke before the quotation, in its own paragraph."""
    first = scene.parse.report.text.rfind("\n\n", 0, mention.span.start) + 1

    def spoke(seen: Seen) -> bool:
        return seen.speaks and seen.actor.armed and seen.mention.span.start >= first

    return memory.latest(spoke, sentence=mention.sentence, reach=2)


def _labelled(scene: Scene, memory: Memory, mention: Mention) -> Actor | None:
    """Who stands before the colon that opens the line ("Army spokesman: we hold …"): whoever is named last there."""
    text, at = scene.parse.report.text, mention.span.start
    first = text.rfind("\n", 0, at) + 1
    colon = text.find(":", first, min(at, first + LONGEST_LABEL))
    named = [seen for seen in memory.seen if first <= seen.mention.span.start and seen.mention.span.end <= colon]
    return max(named, key=lambda seen: seen.mention.span.end).actor if named else None


def is_armed_actor(actor: Actor) -> bool:
    """Whether the speaker itself is a force."""
    return actor.armed


def _as(actor: Actor, name: str, weight: float) -> Option:
    return Option(actor=actor, reasons=(Reason(name=name, weight=weight, why="who speaks"),))
