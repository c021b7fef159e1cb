"""What a voice does with its words: says, denies, withholds – and what is left of that under a negation."""

from __future__ import annotations

from types import MappingProxyType

from dateline.claim.voices.scene import Scene
from dateline.model.text import Parse, Token
from dateline.reference.cues import VerbCue

FALSEHOODS = frozenset(
    {"lie", "slander", "falsehood", "fabrication", "libel", "smear", "calumny", "untruth", "propaganda", "fiction",
     "disinformation", "misinformation", "nonsense", "hoax", "myth"}
)  # fmt: skip
"""Who denies "these lies" passes a judgement on what others said; nothing of his own is denied."""
NEGATED = MappingProxyType(
    {"say": "withhold", "confirm": "withhold", "claim": "withhold", "deny": "allow", "doubt": "concede"}
)
"""Stances under "not": who does not say so keeps silent; who does not deny, or cannot rule out, leaves it possible."""
DENYING = ("deny", "doubt")
UNTELLABLE = frozenset({"early", "soon", "premature", "hard", "difficult", "impossible", "unable"})
"""How it is to say what nobody knows yet."""
CONTESTING = frozenset({"dispute", "contest", "doubt", "question", "contradict"})
"""Verbs of denying whose negation grants what was said: "does not dispute that its guns fired"."""
NOBODY = frozenset({"nobody", "none", "neither", "nothing"})
ALL = frozenset({"everybody", "everyone", "all", "every"})


def stance_of(scene: Scene, verb: Token, cue: VerbCue) -> str:
    """What the voice does with its content; of lies it denies nothing, it only judges."""
    parse = scene.parse
    lies = [kid for kid in parse.kids(verb, "dobj", "nsubjpass") if kid.lemma in FALSEHOODS]
    if cue.stance == "deny" and lies and not any(parse.kids(over, "acl", "ccomp", "relcl") for over in (*lies, verb)):
        return "evaluate"
    if _cannot_tell(parse, verb):
        return "withhold"
    if cue.stance == "accuse" and is_mutual(parse, verb):
        return "evaluate"
    if any(is_nobody(parse, subject) for subject in parse.kids(verb, "nsubj")):
        return "withhold" if cue.stance == "claim" else "nobody"
    unheld = not parse.kids(verb, "agent") and any(is_nobody(parse, thing) for thing in parse.kids(verb, "nsubjpass"))
    if cue.stance == "confirm" and unheld:
        return "verify"
    if cue.stance in DENYING and _says_neither(scene, verb):
        return "withhold"
    if not parse.kids(verb, "neg") and not (cue.stance in DENYING and _kept_back(scene, verb)):
        return cue.stance
    if cue.lemma == "verify":
        return "verify"
    return "concede" if cue.lemma in CONTESTING else NEGATED.get(cue.stance, cue.stance)


def _cannot_tell(parse: Parse, verb: Token) -> bool:
    """Whether it is too early or hard to say who did it: "said it was too early to say who had planted the bomb"."""
    over = parse.head(verb)
    if verb.dep not in ("xcomp", "advcl") or not any(kid.tag == "TO" for kid in parse.kids(verb, "aux")):
        return False
    how = (over, *parse.kids(over, "acomp", "advmod", "oprd"))
    return any(one.lemma.lower() in UNTELLABLE for one in how) and bool(
        parse.kids(over, "nsubj", "expl") or over.dep == "acomp"
    )


def is_nobody(parse: Parse, subject: Token) -> bool:
    """Whether a subject says that there is nobody: "no one", "no group", "none of them"; nobody is no voice.

    Nor are those who are counted out: "not everybody", "not all residents", "few traders"; nor is "one", who is anybody.
    """
    counted = parse.kids(subject, "det", "neg", "amod", "preconj", "predet")
    first = parse.tokens[subject.left]
    anyone = subject.lower == "one" and subject.tag == "PRP"
    partly = first.lower == "not" and any(kid.lower in ALL for kid in (subject, *counted))
    few = first.lower == "few" and any(one.index == first.index for one in (subject, *counted))
    return anyone or partly or few or subject.lower in NOBODY or any(kid.lower in ("no", "neither") for kid in counted)


def is_mutual(parse: Parse, verb: Token) -> bool:
    """Whether each side says it of the other ("accused each other of firing first"): the narrator tells of both."""
    return any(
        kid.lower in ("other", "another") and any(word.lower in ("the", "each", "one") for word in parse.kids(kid))
        for kid in parse.kids(verb, "dobj")
        if kid.pos != "NOUN"
    )


def _says_neither(scene: Scene, verb: Token) -> bool:
    """Whether somebody neither confirms nor denies: "could not confirm or deny", "would neither confirm nor deny"."""
    over = scene.parse.head(verb)
    pair = verb.dep == "conj" and scene.parse.kids(over, "cc")
    joint = pair and over.index < verb.index and pair[0].lower in ("or", "nor")
    return bool(joint) and any(cue.stance == "confirm" for cue in scene.cues.verbs.get(over.lemma, ()))


def _kept_back(scene: Scene, verb: Token) -> bool:
    """Whether the verb is one that somebody declines or refuses to do: "refused to rule out"."""
    return verb.dep == "xcomp" and scene.parse.head(verb).lemma in scene.cues.withholding
