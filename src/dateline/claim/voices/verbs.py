"""Verbs of saying: who says, claims, denies, orders, fears … what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from dateline.claim.voices.contents import contents_of
from dateline.claim.voices.fates import tells_a_fate
from dateline.claim.voices.scene import Draft, Extent, Scene, extent, sentence_of
from dateline.claim.voices.sources import (
    agent_of,
    conjuncts,
    noun_phrase,
    passive,
    quoted_speaker,
    relative,
    subject_of,
    whole_phrase,
)
from dateline.claim.voices.stances import is_nobody, stance_of
from dateline.claim.voices.tags import Tag, closing_tag, quoted_before
from dateline.claim.voices.telling import WITNESSES
from dateline.claim.voices.tolls import counts_dead
from dateline.claim.voices.witnesses import bears_witness
from dateline.claim.words import words
from dateline.model.record import Mention
from dateline.model.text import Parse, Token
from dateline.reference.cues import VerbCue

CUE_PREPOSITIONS = frozenset({"for", "of", "about", "on"})
LONGEST_DAY = 4
"""Tokens in "late last Friday"; longer ones are no adverbials of time."""
CLOSING = frozenset(
    {"today", "yesterday", "morning", "afternoon", "evening", "night", "week", "statement", "communique"}
)
"""Nouns that may stand behind the verb of saying that ends a sentence: when or in what something was said."""
LONGEST_REST = 7
"""Tokens between a name's end and the verb ("a source at the provincial police command told …")."""
FINITE = frozenset({"VBD", "VBN", "VBZ", "VBP"})
"""Tags of a verb of saying at the end of a clause; taggers take its past for a participle."""
PREMODIFIERS = frozenset({"det", "amod", "compound", "poss", "case", "nmod", "npadvmod"})
RAISING = frozenset({"believe", "think", "suspect", "say", "report", "know", "understand", "presume", "assume"})
"""Verbs with which "to" tells what others think or say of the subject."""
SEEING = frozenset({"see", "watch", "witness", "hear"})
"""Verbs of witnesses; they hand words to a voice only in "residents who saw the men leave" and "a driver heard shots"."""
BELONGING = frozenset({"relate", "add"})
"""Verbs that with "to" tell of a thing what it has to do with: "the charge relates to a raid"."""
RECORDING = words("log record document register tally count")
"""Verbs of whoever keeps a count: "the observers logged nine flights", "the diocese counts 12,000 displaced"."""
OWN = words("member fighter man soldier troop employee ally seat child victory win loss inhabitant resident people")
"""What somebody has, who "counts" or "records" it."""
PACTS = words("truce ceasefire cease-fire pact deal agreement accord treaty halt pause swap exchange date")
"""What is agreed upon, and agrees to nothing itself: "a truce agreed in Cairo collapsed"."""
UNDENYING = words(
    "contradict reject dismiss disown repudiate disavow withdraw ridicule mock deride rubbish scorn belittle laugh shrug brush wave sweep explain"
)
"""Verbs that deny or take back a statement, but turn down, send away or pull out everything else."""
DEEDS = MappingProxyType(
    {
        "claim": frozenset({"life", "victim", "casualty", "asylum", "land"}),
        "deny": frozenset({"access", "entry", "permission", "visa", "bail", "passage", "treatment", "right"}),
        "charge": frozenset({"fee", "price"}),
        "admit": frozenset({"wounded", "injured", "patient", "casualty", "victim"}),
        "speak": frozenset({"condition"}),
    }
)
"""Objects with which a verb of saying says nothing."""
ATTITUDE = "attitude"
"""The stance of the words of the wide layer: a deed of a verb of saying ("rejected the offer") tells where one stands."""
EXPLETIVES = frozenset({"it", "there", "which", "that", "this", "what"})


def verb_drafts(scene: Scene) -> Iterator[Draft]:
    """One draft for every verb of saying that has a content or could have a quotation, and every conjoined source."""
    for token in scene.parse.tokens:
        if token.sentence < 0 or token.pos not in ("VERB", "AUX") or token.dep == "amod":
            continue
        if not scene.wide and (counts_dead(scene, token) or tells_a_fate(scene.parse, token)):
            continue
        if not scene.wide and _is_set_right(scene.parse, token):
            continue
        lemma = token.lemma if token.lemma in scene.cues.verbs else scene.cues.verb_forms.get(token.lower, "")
        cues = scene.cues.verbs.get(lemma, ())
        cues = tuple(cue for cue in cues if not cue.particle or _has_particle(scene.parse, token, cue.particle))
        if cues and _is_a_deed(scene, token, lemma):
            cues = tuple(cue for cue in cues if cue.stance == ATTITUDE)
        if cues:
            yield from _drafts(scene, _heard(scene, token, cues))
        elif lemma in scene.cues.withholding:
            yield from _withheld(scene, token)


def _is_set_right(parse: Parse, verb: Token) -> bool:
    """Whether "as" looks back on what is set right only: "nine died, not twelve as the agency reported"."""
    if verb.dep != "advcl" or not any(kid.lower == "as" for kid in parse.kids(verb, "mark", "advmod")):
        return False
    before = parse.tokens[sentence_of(parse, verb).first : verb.left]
    mark = max((token.index for token in before if token.text in (",", "–", "—")), default=None)
    return mark is not None and parse.tokens[mark + 1].lower == "not"


def _has_particle(parse: Parse, verb: Token, particle: str) -> bool:
    return any(kid.lower == particle for kid in parse.kids(verb, "prt", "advmod", "prep", "acomp", "dobj"))


def _is_a_deed(scene: Scene, verb: Token, lemma: str) -> bool:
    """Whether the object makes a verb of saying a deed: a war claims lives, guards deny entry, a party rejects talks."""
    if lemma in BELONGING and scene.parse.tokens[min(verb.index + 1, len(scene.parse.tokens) - 1)].lower == "to":
        return True
    if lemma == "agree" and any(kid.lemma in PACTS for kid in scene.parse.kids(verb, "nsubj", "nsubjpass")):
        return True
    if lemma in SEEING:
        return not (verb.dep == "relcl" and scene.parse.kids(verb, "ccomp")) and not bears_witness(scene, verb)
    objects = [kid for kid in scene.parse.kids(verb, "dobj") if kid.pos in ("NOUN", "PROPN")]
    objects += [kid for prep in scene.parse.kids(verb, "prep") for kid in scene.parse.kids(prep) if lemma == "speak"]
    objects += [kid for one in objects for prep in scene.parse.kids(one, "prep") for kid in scene.parse.kids(prep)]
    if lemma in RECORDING and not any(_is_counted(scene.parse, kid) for kid in objects):
        return True
    if not objects or scene.parse.kids(verb, "ccomp"):
        return lemma == "withdraw" and not objects
    if lemma in UNDENYING:
        return not any(kid.lemma in scene.cues.deniable for kid in objects)
    return any(kid.lemma in DEEDS.get(lemma, ()) for kid in objects)


def _is_counted(parse: Parse, noun: Token) -> bool:
    """Whether a noun stands for a number of deeds, people or things, and not for those who belong to whoever counts."""
    many = any(kid.pos == "NUM" or kid.lemma in ("dozen", "hundred", "thousand", "score") for kid in parse.kids(noun))
    return many and (noun.lemma not in OWN or bool(parse.kids(noun, "amod", "acl")))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Heard:
    """A verb in the first of its constructions that has a content; `last` is the cue's last token."""

    verb: Token
    cue: VerbCue
    subject: Token | None
    contents: tuple[Extent, ...]
    last: int


def _heard(scene: Scene, verb: Token, cues: tuple[VerbCue, ...]) -> _Heard:
    subject = subject_of(scene.parse, verb)
    tried: list[_Heard] = []
    for cue in cues:
        contents, last = contents_of(scene.parse, verb, cue, subject, scene.cues)
        tried.append(_Heard(verb=verb, cue=cue, subject=subject, contents=contents, last=last))
        if contents:
            return tried[-1]
    return next((one for one in tried if one.cue.clause), tried[0])


def _drafts(scene: Scene, heard: _Heard) -> Iterator[Draft]:
    parse, verb, contents = scene.parse, heard.verb, heard.contents
    if not contents and not heard.cue.clause:
        return
    speakers = _speakers(parse, verb, heard.subject, contents)
    nobody = not scene.wide and any(is_nobody(parse, speaker) for speaker in speakers)
    anyone = nobody and any(speaker.lower == "one" for speaker in speakers)
    speakers = [] if nobody else speakers
    if scene.wide and (named := relative(parse, verb)) is not None:
        speakers = [named]
    first = _cue_start(parse, verb)
    draft = Draft(
        head=verb.index,
        shape="verb",
        stance="nobody" if anyone else stance_of(scene, verb, heard.cue),
        verb=heard.cue.lemma,
        cue=(parse.tokens[first].start, parse.tokens[_cue_end(parse, verb, heard.last)].end),
        contents=contents,
        clause=heard.cue.clause,
    )
    if not contents and (quoted := quoted_speaker(parse, verb)) is not None:
        said = quoted_before(scene, quoted[1])
        contents = (said,) if said is not None else ()
        draft = replace(draft, contents=contents)
    tag = closing_tag(scene, verb) if heard.cue.clause and not nobody else None
    if tag is not None and not (speakers and contents[:1] == (tag.said,) and not (tag.rest and len(contents) == 1)):
        yield from _tagged(draft, tag)
        return
    hard = not nobody and verb.dep != "acl" and (not speakers or (not contents and _closes(parse, verb)))
    inverted = _inverted(scene, draft) if hard else None
    if inverted is not None:
        yield from _with_partner(scene, inverted)
        return
    yield from _spoken(scene, draft, speakers, parse.tokens[first] if scene.wide else verb)
    yield from _quoting(parse, draft)


def _spoken(scene: Scene, draft: Draft, speakers: Sequence[Token], cue: Token) -> Iterator[Draft]:
    """One draft for every speaker, whose phrase ends before the cue at the latest; the draft itself where there is none."""
    phrase = whole_phrase if scene.wide else noun_phrase
    for speaker in speakers:
        source = phrase(scene.parse, speaker, stop=_stop(scene.parse, speaker, cue, speakers))
        spoken = replace(draft, source=(source,) if source else (), speaker=speaker.index)
        yield from _with_partner(scene, spoken) if len(speakers) == 1 else (spoken,)
    if not speakers:
        yield draft


def _tagged(draft: Draft, tag: Tag) -> Iterator[Draft]:
    """One draft for every member of the source, which answers for what stands before the tag, and for what the parse finds behind."""
    behind = [part for part in draft.contents if part[0] >= draft.cue[1]]
    contents = (tag.said, *(behind or ([tag.rest] if tag.rest else [])))
    for head, source in tag.members:
        yield replace(draft, contents=contents, source=(source,), speaker=head.index)


def _quoting(parse: Parse, draft: Draft) -> Iterator[Draft]:
    """Who quotes the one who speaks ("the radio quoted a medic as saying …") is an outer voice."""
    found = quoted_speaker(parse, parse.tokens[draft.head])
    outer = subject_of(parse, found[1]) if found and not passive(parse, found[1]) else None
    if found is None or outer is None:
        return
    source = noun_phrase(parse, outer, stop=found[1].index)
    cue = (found[1].start, found[1].end)
    yield replace(draft, shape="relay", stance="say", cue=cue, source=(source,) if source else (), speaker=outer.index)


def _closes(parse: Parse, verb: Token) -> bool:
    """Whether a verb without content or subject of its own ends the sentence: what stands before it is said."""
    if verb.dep not in ("relcl", "advcl", "acl", "conj") or any(
        kid.index > verb.index for kid in parse.kids(verb, "dobj", "ccomp")
    ):
        return False
    if verb.dep == "conj" and parse.kids(verb, "nsubj", "cc"):
        return False
    last = sentence_of(parse, verb).last
    rest = parse.tokens[verb.index + 1 : last + 1]
    return len(rest) <= LONGEST_DAY and all(
        token.pos in ("PUNCT", "PROPN", "SPACE", "NUM", "DET", "ADP") or token.lemma in CLOSING for token in rest
    )


def _inverted(scene: Scene, draft: Draft) -> Draft | None:
    """Without a comma ("Ten died the ministry said") the parser takes the source for a part of what is said."""
    parse, verb = scene.parse, scene.parse.tokens[draft.head]
    if not draft.clause or passive(parse, verb) or verb.tag not in FINITE or verb.index == 0:
        return None
    named = _named_before(scene, verb)
    sentence = sentence_of(parse, verb)
    if named is None or named.sentence != verb.sentence:
        return None
    speaker = parse.tokens[named.head]
    first = speaker.index
    while first > sentence.first and (
        parse.tokens[first - 1].dep in PREMODIFIERS or parse.tokens[first - 1].text == "-"
    ):
        first -= 1
    behind = tuple(part for part in draft.contents if part[0] >= draft.cue[1])
    said = None if behind else extent(parse, sentence.first, min(first, _first_token(parse, named)) - 1)
    last = next(
        (t for t in parse.tokens[verb.index - 1 : speaker.index : -1] if t.text != "," and t.pos not in ("ADV", "AUX")),
        speaker,
    )
    source = (min(parse.tokens[first].start, named.span.start), max(last.end, named.span.end))
    contents = behind or ((said,) if said else ())
    return replace(draft, contents=contents, source=(source,), speaker=speaker.index) if contents else None


def _with_partner(scene: Scene, draft: Draft) -> Iterator[Draft]:
    """The source before "and" speaks as well: "…, an elder and two teachers said"."""
    parse = scene.parse
    if not draft.source or not draft.contents:
        yield draft
        return
    first = parse.tokens_in(*draft.source[0])[0].index
    partner = _partner(scene, first)
    if partner is None:
        yield draft
        return
    cut = parse.tokens[partner.left].start
    contents = tuple((a, min(b, cut)) for a, b in draft.contents if a < cut) or draft.contents
    yield replace(draft, contents=contents, source=((cut, partner.end),), speaker=partner.index)
    yield replace(draft, contents=contents)


def _partner(scene: Scene, first: int) -> Token | None:
    """The person or party between a comma and the "and" before a source, which the parser hung on what is said."""
    tokens = scene.parse.tokens
    if first < 3 or tokens[first - 1].lower != "and":
        return None
    partner = tokens[first - 2]
    speaks = partner.end in scene.names or partner.lemma in WITNESSES
    behind_comma = partner.left > 0 and tokens[partner.left - 1].text in (",", ";")
    return partner if speaks and behind_comma else None


def _named_before(scene: Scene, verb: Token) -> Mention | None:
    """The actor or person whose words end before the verb, with at most the rest of a noun phrase between."""
    for before in scene.parse.tokens[max(0, verb.index - LONGEST_REST) : verb.index][::-1]:
        if before.end in scene.names:
            return scene.names[before.end]
        if before.text != "," and before.pos not in ("NOUN", "ADV", "ADP", "PROPN", "DET", "ADJ"):
            return None
    return None


def _first_token(parse: Parse, mention: Mention) -> int:
    return parse.tokens_in(mention.span.start, mention.span.end)[0].index


def _stop(parse: Parse, speaker: Token, verb: Token, speakers: Sequence[Token]) -> int | None:
    """The token before which the words of a source end: the cue or the next conjoined source."""
    later = [token.left for token in speakers if token.index > speaker.index]
    if later:
        return max(min(later), speaker.index + 1)
    for kid in parse.kids(speaker):
        if speaker.index < kid.left <= verb.index <= kid.right:
            return kid.left
    return verb.index if speaker.index < verb.index else None


def _speakers(parse: Parse, verb: Token, subject: Token | None, contents: tuple[Extent, ...]) -> list[Token]:
    if _is_thought(parse, verb):
        return []
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


def _is_thought(parse: Parse, verb: Token) -> bool:
    """Whether a participle with "to" is taken for a verb: a mine "believed to have been laid" believes nothing."""
    behind = parse.tokens[min(verb.index + 1, len(parse.tokens) - 1)]
    return verb.lemma in RAISING and verb.tag in ("VBD", "VBN") and behind.tag == "TO" and not passive(parse, verb)


def _refers(subject: Token) -> bool:
    return subject.lower == "it" and subject.dep == "nsubj"


def _cue_start(parse: Parse, verb: Token) -> int:
    first = verb.index
    while first > 0:
        before = parse.tokens[first - 1]
        if before.head != verb.index or before.dep not in ("aux", "auxpass", "neg", "advmod") or before.tag == "WRB":
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


def _withheld(scene: Scene, verb: Token) -> Iterator[Draft]:
    """In "declined to comment", "refused to say who …" a voice that keeps something back."""
    parse = scene.parse
    subject = subject_of(parse, verb)
    for kid in parse.kids(verb, "xcomp"):
        if kid.lemma not in scene.cues.verbs or subject is None:
            continue
        heard = _heard(scene, kid, scene.cues.verbs[kid.lemma])
        source = noun_phrase(parse, subject, stop=verb.index)
        yield Draft(
            head=verb.index,
            shape="verb",
            stance="withhold",
            verb=heard.cue.lemma,
            cue=(parse.tokens[_cue_start(parse, verb)].start, parse.tokens[max(heard.last, kid.index)].end),
            contents=heard.contents,
            source=(source,) if source else (),
            speaker=subject.index,
        )
