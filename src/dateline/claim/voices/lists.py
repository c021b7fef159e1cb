"""What is said in several parts: "said that A; B; and C"."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.claim.voices.scene import sentence_of
from dateline.claim.voices.sources import CONTINUING, SAYING
from dateline.claim.voices.telling import PEOPLE, TELLERS
from dateline.claim.words import words
from dateline.model.text import Parse, Token

VOICED = SAYING | CONTINUING | words("cite quote tweet post verify")
"""Words with which a part has a source of its own, or is one about what was said."""
COUNTING = words("put place give count list estimate number")
"""Verbs of whoever has a number of his own."""
ANSWERING = words("answer comment reply respond claim")
"""Verbs with "not" of whoever gives no word."""
REACHING = words("reach contact")
ASKED = PEOPLE | words("manager director head president chairman owner lawyer family office")
"""Of whom it is said that they could not be reached; a village may be so, too."""
TURNING = words("but however meanwhile yet nevertheless still later earlier elsewhere separately")
"""Words with which the narrator takes over behind a semicolon."""


def over_semicolons(parse: Parse, verb: Token, said: Token, last: int) -> int:
    """The last token of what is said, with the parts behind semicolons up to the first one that is not the speaker's.

    Whether such a part hangs on what is said or on the verb of saying is chance.
    """
    end = sentence_of(parse, verb).last
    last = next((t.index - 1 for t in parse.tokens[said.index : last + 1] if t.text == ";"), last)
    while last + 2 <= end and parse.tokens[last + 1].text == ";":
        first = last + 2
        mark = next((t.index for t in parse.tokens[first : end + 1] if t.text == ";"), end + 1)
        if not _goes_on(parse, verb, parse.tokens[first:mark]):
            break
        last = mark - 1
    return last


def _goes_on(parse: Parse, verb: Token, part: tuple[Token, ...]) -> bool:
    """Whether a part has no source of its own, no turn or date at its head, and the tense of reported speech."""
    if not part or any(_voices(token) or _counts(parse, token) for token in part) or keeps_silent(parse, part):
        return False
    finite = [t for t in part if t.tag in ("VBD", "VBZ", "VBP", "MD") and not _below(parse, t)]
    shifted = verb.tag == "VBD" and any(token.lower in ("had", "would") for token in finite)
    if not shifted and (part[0].lower in TURNING or _opens_with_aside(parse, part)):
        return False
    return verb.tag != "VBD" or all(token.tag in ("VBD", "MD") for token in finite)


def keeps_silent(parse: Parse, part: Iterable[Token]) -> bool:
    """Whether words tell that somebody gave no word or could not be asked: "its manager could not be reached"."""
    return any(_gives_no_word(parse, token) for token in part if token.pos == "VERB" and parse.kids(token, "neg"))


def _gives_no_word(parse: Parse, verb: Token) -> bool:
    asked = verb.lemma in REACHING and any(kid.lemma in ASKED for kid in parse.kids(verb, "nsubjpass"))
    return asked or verb.lemma in ANSWERING


def _voices(token: Token) -> bool:
    """Whether a word hands its part to a source; "the reported attack" does not."""
    told = token.lemma in VOICED and token.pos in ("VERB", "AUX") and token.dep != "amod"
    return told or token.lower in ("according", "per", ":")


def _counts(parse: Parse, token: Token) -> bool:
    """Whether somebody who tells gives his own number: "; security sources put the toll at 41"."""
    told = token.lemma in COUNTING and any(
        kid.pos in ("NOUN", "PROPN", "ADJ", "NUM") for kid in parse.kids(token, "dobj")
    )
    return told and any(kid.lemma.lower() in TELLERS for kid in parse.kids(token, "nsubj"))


def _below(parse: Parse, verb: Token) -> bool:
    """Whether a verb stands in a relative or adverbial clause, whose tense is its own."""
    return any(token.dep in ("relcl", "advcl") for token in (verb, *parse.ancestors(verb)))


def _opens_with_aside(parse: Parse, part: tuple[Token, ...]) -> bool:
    """Whether a phrase stands before the subject of a part: "on Monday, rebels shelled it again"."""
    if part[0].pos == "ADP":
        return True
    subject = next((token for token in part if token.dep in ("nsubj", "nsubjpass", "expl")), None)
    return subject is not None and any(token.text == "," for token in part if token.index < subject.left)
