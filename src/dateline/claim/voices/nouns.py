"""Nouns of saying: "claims by rebels that …", "the army's denial", "reports of …"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.claim.voices.scene import Draft, Extent, Scene, extent
from dateline.claim.voices.sources import DAYS, noun_phrase, subject_of
from dateline.model.text import Parse, Token

CONTENT_PREPOSITIONS = frozenset({"of", "about", "for", "against", "to", "over", "on"})
LIGHT = frozenset(
    {"make", "issue", "raise", "express", "voice", "have", "float", "unveil", "give", "offer", "launch", "hold"}
)
AIMING = frozenset({"at", "behind", "toward", "towards"})
"""Prepositions behind a light verb and its noun: "took aim at", "threw their support behind"."""
DRAWING = frozenset(
    {"draw", "face", "receive", "meet", "spark", "win", "earn", "attract", "provoke", "prompt", "trigger"}
)
"""Verbs whose subject meets with what others say or feel."""
SPREADING = frozenset({"spread", "circulate", "go", "come", "emerge", "surface", "swirl", "fly", "travel", "reach"})
"""What word and rumours do."""
AUXILIARIES = ("aux", "auxpass", "neg", "advmod")
CHECKING = frozenset({"verify", "confirm", "corroborate", "authenticate", "substantiate", "check"})
"""Verbs whose subject, where it could not do so, has only heard what others report."""
DENYING = frozenset({"deny", "reject", "refute", "dismiss", "dispute", "rebut", "repudiate", "contradict", "debunk"})
"""Verbs whose subject says the contrary of the noun that is their object."""


def noun_drafts(scene: Scene) -> Iterator[Draft]:
    """One draft for every noun of saying with a content."""
    parse = scene.parse
    for token in parse.tokens:
        if token.sentence < 0 or token.pos not in ("NOUN", "PROPN"):
            continue
        cue = scene.cues.nouns.get(scene.cues.noun_forms.get(token.lower, ""))
        if (spread := _spread(scene, token)) is not None:
            yield spread
            continue
        found = _content(parse, token) or _around(scene, token) if cue else None
        if cue is None or found is None:
            continue
        speaker = _speaker(scene, token)
        source = _words_of(scene, speaker) if speaker else None
        content, last = found
        if scene.wide and source is None and not _is_told(parse, token):
            continue
        yield Draft(
            head=token.index,
            shape="noun",
            stance=cue.stance,
            verb=cue.lemma,
            cue=(parse.tokens[_cue_start(scene, token)].start, parse.tokens[last].end),
            contents=(content,),
            source=(source,) if source else (),
            speaker=speaker.index if speaker else None,
        )


def _spread(scene: Scene, noun: Token) -> Draft | None:
    """What word of mouth says: "rumours spread that …", "word went round on Telegram that …"."""
    parse, verb = scene.parse, scene.parse.head(noun)
    heard = noun.lower == "word" or scene.cues.noun_forms.get(noun.lower) in scene.cues.nouns
    if not heard or noun.dep != "nsubj" or verb.lemma not in SPREADING or verb.index < noun.index:
        return None
    reached = parse.kids(verb, "dobj") if noun.lower == "word" else []
    clauses = [kid for over in (verb, *reached) for kid in parse.kids(over, "ccomp", "advcl", "acl", "relcl")]
    told = next((one for one in clauses if one.index > verb.index and _says_that(parse, one)), None)
    content = extent(parse, told.left, told.right) if told is not None else None
    if content is None:
        return None
    named = [kid for prep in parse.kids(verb, "prep") if prep.lower == "on" for kid in parse.kids(prep, "pobj")]
    where = next((one for one in named if one.pos == "PROPN" and one.lemma.lower() not in DAYS), None)
    source = noun_phrase(parse, where) if where is not None else None
    return Draft(
        head=verb.index,
        shape="noun",
        stance="claim",
        verb="rumour",
        cue=(noun.start, verb.end),
        contents=(content,),
        source=(source,) if source else (),
        speaker=where.index if where is not None else None,
    )


def _says_that(parse: Parse, clause: Token) -> bool:
    """Whether a clause begins with "that" and has a subject besides."""
    subjects = parse.kids(clause, "nsubj", "nsubjpass")
    that = any(kid.lower == "that" for kid in parse.kids(clause))
    return that and any(kid.lower != "that" for kid in subjects)


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


def _around(scene: Scene, noun: Token) -> tuple[Extent, int] | None:
    """The content that stands beside the verb of a noun of saying, and is read in the wide layer only."""
    if not scene.wide:
        return None
    return _predicated(scene.parse, noun) or _aimed(scene, noun) or _drawn(scene.parse, noun)


def _predicated(parse: Parse, noun: Token) -> tuple[Extent, int] | None:
    """The clause that is said to be a claim, a fear, a question: "the army's claim is that …"."""
    over = parse.head(noun)
    if noun.dep != "nsubj" or over.lemma != "be":
        return None
    for kid in parse.kids(over, "ccomp", "attr", "advcl"):
        marked = any(part.lower in ("that", "whether") for part in parse.kids(kid, "mark"))
        if kid.left == over.index + 1 and (marked or kid.tag == "VB"):
            part = extent(parse, kid.left, kid.right)
            return (part, over.index) if part else None
    return None


def _aimed(scene: Scene, noun: Token) -> tuple[Extent, int] | None:
    """What a light verb and its noun are aimed at, where the parser hangs the preposition on the verb: "took aim at"."""
    parse = scene.parse
    over = parse.head(noun)
    if noun.dep != "dobj" or over.lemma not in LIGHT | scene.cues.light:
        return None
    for prep in parse.kids(over, "prep", "dative"):
        if prep.index == noun.index + 1 and prep.lower in CONTENT_PREPOSITIONS | AIMING:
            objects = parse.kids(prep, "pobj", "pcomp")
            part = extent(parse, objects[0].left, objects[0].right) if objects else None
            return (part, prep.index) if part else None
    return None


def _drawn(parse: Parse, noun: Token) -> tuple[Extent, int] | None:
    """What meets with words of others: the subject in "the plan drew criticism", "the raid sparked outrage among elders"."""
    over = parse.head(noun)
    if noun.dep != "dobj" or over.lemma not in DRAWING:
        return None
    subject = next(iter(parse.kids(over, "nsubj")), None)
    part = extent(parse, subject.left, subject.right) if subject is not None and subject.pos != "PRON" else None
    return (part, noun.index) if part else None


def _is_told(parse: Parse, noun: Token) -> bool:
    """Whether a noun without a source still hands something on: by a clause, or as what somebody makes or there is."""
    there = noun.dep == "attr" and bool(parse.kids(parse.head(noun), "expl"))
    return (
        there
        or noun.dep == "dobj"
        or _predicated(parse, noun) is not None
        or any(kid.index > noun.index for kid in parse.kids(noun, "acl", "ccomp"))
    )


def _cue_start(scene: Scene, noun: Token) -> int:
    """A light verb ("raised doubts about") and adjectives beside the noun belong to the cue."""
    parse = scene.parse
    governor = parse.head(noun)
    light = governor.lemma in LIGHT or governor.lemma in scene.cues.light
    if noun.dep == "dobj" and light and 0 < noun.left - governor.index <= 1 < noun.index:
        return _auxiliaries(parse, governor) if scene.wide else governor.index
    if scene.wide and noun.dep == "attr" and governor.lemma == "be" and governor.index < noun.left:
        return _auxiliaries(parse, governor)
    first = noun.index
    while first > noun.left and _modifies(parse.tokens[first - 1]):
        first -= 1
    return first


def _modifies(token: Token) -> bool:
    """Whether a word before the noun belongs to it; of a headline like "Minister claims that …" the name does not."""
    return token.dep in ("amod", "compound") and token.tag != "POS" and token.pos != "PROPN"


def _auxiliaries(parse: Parse, verb: Token) -> int:
    """The first of the auxiliaries and adverbs right before a verb."""
    first = verb.index
    while first > 0 and parse.tokens[first - 1].head == verb.index and parse.tokens[first - 1].dep in AUXILIARIES:
        first -= 1
    return first


def _words_of(scene: Scene, speaker: Token) -> Extent | None:
    """The words for a source, in the narrow layer without the mark of the genitive."""
    marks = [] if scene.wide else scene.parse.kids(speaker, "case")
    return noun_phrase(scene.parse, speaker, stop=min((kid.index for kid in marks), default=None))


def _unchecked(parse: Parse, verb: Token) -> bool:
    """Whether somebody could not check it: "could not verify reports that …", "was unable to confirm claims that …"."""
    over = parse.head(verb)
    failing = verb.dep == "xcomp" and (over.lemma in ("unable", "fail") or bool(parse.kids(over, "neg")))
    unable = failing or (verb.dep == "xcomp" and bool(parse.kids(parse.head(over), "neg")))
    return verb.lemma in CHECKING and (unable or bool(parse.kids(verb, "neg")))


def _speaker(scene: Scene, noun: Token) -> Token | None:
    parse = scene.parse
    for kid in parse.kids(noun, "poss"):
        return kid
    for prep in parse.kids(noun, "prep"):
        if prep.lower in ("by", "from", "among"):
            objects = parse.kids(prep, "pobj")
            return objects[0] if objects else None
    governor = parse.head(noun)
    if scene.wide and governor.lemma in DRAWING:
        return None
    if _unchecked(parse, governor):
        return None
    if noun.dep == "dobj" and governor.pos == "VERB" and governor.lemma not in DENYING:
        return subject_of(parse, governor) if scene.wide else next(iter(parse.kids(governor, "nsubj")), None)
    if scene.wide and noun.dep == "attr" and governor.lemma == "be":
        return next(iter(parse.kids(governor, "nsubj")), None)
    return None
