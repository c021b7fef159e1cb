"""Mends deeds that headlines tell without a helping verb, and those that quotation marks hide from the model.

"14 hurt in raid" comes as a thing of which there are 14, "Nine believed killed" as nine who believe,
"six hurt, camp taken" as hurt in a camp, 'had "liberated" Bor' as a Bor that is liberated.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.model.text import Token
from dateline.reference.headline_verbs import PAST

Changes = dict[int, Token]

_HARMED = {"hurt": "hurt", "injured": "injure", "wounded": "wound", "killed": "kill"}
_FATES = (*_HARMED, "dead", "missing", "abducted", "kidnapped", "captured", "displaced", "trapped", "destroyed")
_HELD_TRUE = frozenset(("believe", "fear", "report", "presume", "confirm", "think"))
_SUBJECTS = ("nsubj", "nsubjpass")
_QUOTES = ('"', "“", "”", "'", "‘", "’", "«", "»", "``", "''")


def counted_harm(token: Token, here: Sequence[Token]) -> Changes:
    """What befell a bare number, which came as the noun that the number counts: "14 hurt in raid", "two dead, 14 hurt"."""
    kids = [kid for kid in here if kid.head == token.index]
    number = next((kid for kid in kids if kid.pos == "NUM" and kid.index == token.index - 1), None)
    if token.lower not in _HARMED or token.pos != "NOUN" or number is None:
        return {}
    if number.dep not in ("nummod", "nsubj") or any(kid.dep in ("det", "poss", "amod", "relcl") for kid in kids):
        return {}
    return {
        token.index: replace(token, pos="VERB", tag="VBN", lemma=_HARMED[token.lower]),
        number.index: replace(number, dep="nsubjpass"),
    }


def feared_fate(token: Token, here: Sequence[Token], first: int) -> Changes:
    """The participle behind "believed" or "feared" as what is feared of its subject: "Nine feared killed in raid"."""
    over = here[token.head - first]
    if over.lemma not in _HELD_TRUE or over.index != token.index - 1 or over.tag not in ("VBD", "VBN"):
        return {}
    if token.lower not in _FATES or _has(over, here, ("dobj", "aux", "auxpass", "nsubjpass", "relcl", "ccomp")):
        return {}
    if _has(token, here, ("dobj", "aux", "auxpass", *_SUBJECTS)):
        return {}
    subject = next((kid for kid in here if kid.head == over.index and kid.dep == "nsubj"), None)
    if subject is not None and subject.index < over.index:
        return {
            subject.index: replace(subject, dep="nsubjpass"),
            over.index: replace(over, tag="VBN", pos="VERB"),
            token.index: replace(token, dep="xcomp" if token.tag == "VBN" else token.dep),
        }
    return _of_whom(token, over, here, first) if over.dep == "acl" else {}


def _of_whom(token: Token, over: Token, here: Sequence[Token], first: int) -> Changes:
    """In "Nine believed killed in Bor shelling" the shelling came as the sentence, and the nine as who does it."""
    victims = here[over.head - first]
    deed = here[victims.head - first]
    place = here[deed.index - first - 1]
    prep = here[place.head - first]
    if victims.dep != "nsubj" or deed.head != deed.index or deed.tag != "VBG" or place.dep != "pobj":
        return {}
    if prep.head != token.index or _has(deed, here, ("aux", "dobj")):
        return {}
    moved = (kid for kid in here if kid.head == deed.index and kid.dep == "punct")
    return {
        **{kid.index: replace(kid, head=over.index) for kid in moved},
        victims.index: replace(victims, head=over.index, dep="nsubjpass"),
        over.index: replace(over, head=over.index, dep="ROOT", tag="VBN", pos="VERB"),
        place.index: replace(place, head=deed.index, dep="compound"),
        deed.index: replace(deed, head=prep.index, dep="pobj", pos="NOUN", tag="NN", lemma=deed.lower),
    }


def quoted_deed(token: Token, here: Sequence[Token], first: int) -> Changes:
    """A participle in quotation marks, with a helper and a subject of its own, as the verb: 'it had "liberated" Bor'."""
    noun = here[token.head - first]
    helped = any(kid.head == token.index and kid.dep == "aux" and kid.lemma == "have" for kid in here)
    if not helped or noun.index < token.index or not _is_quoted(token, here, first):
        return {}
    if not any(
        kid.head in (token.index, noun.index) and kid.dep == "nsubj" and kid.index < token.index for kid in here
    ):
        return {}
    over = here[noun.head - first]
    whole = over.index == noun.index
    subjects = (kid for kid in here if kid.head == noun.index and kid.dep == "nsubj" and kid.index < token.index)
    return {
        **{kid.index: replace(kid, head=token.index) for kid in subjects},
        token.index: replace(
            token, head=token.index if whole else over.index, dep="ROOT" if whole else "ccomp", pos="VERB", tag="VBN"
        ),
        noun.index: replace(noun, head=token.index, dep="dobj"),
    }


def taken_beside(token: Token, here: Sequence[Token], first: int) -> Changes:
    """What befell something else, behind a comma in a headline: "Six hurt, camp taken in raid"."""
    noun, at = here[token.head - first], token.index - first
    over = here[noun.head - first]
    if noun.dep not in ("npadvmod", "dobj", "dep", "appos") or noun.index != token.index - 1 or token.tag != "VBN":
        return {}
    left = min((kid.index for kid in here[:at] if kid.head == noun.index), default=noun.index)
    before = here[left - first - 1] if left > first else noun
    if before.text != "," or over.head != over.index or over.tag not in ("VBN", "VBD") or over.index > noun.index:
        return {}
    subject = any(kid.head == over.index and kid.dep in _SUBJECTS for kid in here)
    if over.lower not in _FATES or not subject or _has(over, here, ("aux", "auxpass")):
        return {}
    if _has(noun, here, ("det",)) or any(kid.tag in ("VBZ", "VBP", "MD") for kid in here):
        return {}
    return {
        token.index: replace(token, head=over.index, dep="conj", pos="VERB"),
        noun.index: replace(noun, head=token.index, dep="nsubjpass"),
    }


def under_fire(token: Token, here: Sequence[Token], first: int) -> Changes:
    """Under what something came that was shelled: in "the town came under shelling" the town shells nobody."""
    over = here[token.head - first]
    under = here[token.index - first - 1] if token.index > first else token
    if token.tag != "VBG" or over.lemma != "come" or (under.lower, under.head) != ("under", over.index):
        return {}
    return {token.index: replace(token, head=under.index, dep="pobj", pos="NOUN", tag="NN", lemma=token.lower)}


def behind_how(token: Token, here: Sequence[Token], first: int) -> Changes:
    """The object of a verb that came as that of the noun before it: in "took by storm the fort" no storm takes it."""
    noun = here[token.head - first]
    prep = here[noun.head - first]
    verb = here[prep.head - first]
    if (noun.pos, noun.dep, prep.dep, verb.pos) != ("NOUN", "pobj", "prep", "VERB"):
        return {}
    if not verb.index < prep.index < noun.index < token.index or _has(verb, here, ("dobj", "auxpass")):
        return {}
    if here[noun.index - first + 1].tag not in ("DT", "PRP$", "CD"):
        # "Attacked with gas cylinder bombs".
        return {}
    return {token.index: replace(token, head=verb.index)}


def said_to_be(token: Token, here: Sequence[Token], first: int) -> Changes:
    """A deed in quotation marks behind its bare subject, beside another of a headline: 'Bor "freed", nine "rebels" killed'."""
    if token.lower not in PAST.values() or token.tag not in ("JJ", "VBN") or not _is_quoted(token, here, first):
        return {}
    over = here[token.head - first]
    subject = next((kid for kid in here if kid.head == token.index and kid.dep in ("nsubj", "dep")), None)
    if subject is None or subject.index != token.index - 2 or subject.pos not in ("NOUN", "PROPN"):
        return {}
    if over is not token and (over.index < token.index or over.pos != "VERB"):
        return {}
    lemma = next(verb for verb, past in PAST.items() if past == token.lower)
    dep = "ROOT" if over is token else "conj"
    return {
        token.index: replace(token, dep=dep, pos="VERB", tag="VBN", lemma=lemma),
        subject.index: replace(subject, dep="nsubjpass"),
    }


def bare_fate(token: Token, here: Sequence[Token]) -> Changes:
    """What befell somebody, behind the first deed of a headline: "Town taken, six soldiers hurt"."""
    if token.lower not in _HARMED or token.tag != "VBN" or _has(token, here, ("aux", "auxpass", "dobj")):
        return {}
    subject = next((kid for kid in here if kid.head == token.index and kid.dep == "nsubj"), None)
    return {subject.index: replace(subject, dep="nsubjpass")} if subject is not None else {}


def _is_quoted(token: Token, here: Sequence[Token], first: int) -> bool:
    at = token.index - first
    return 0 < at < len(here) - 1 and here[at - 1].text in _QUOTES and here[at + 1].text in _QUOTES


def _has(head: Token, here: Sequence[Token], deps: tuple[str, ...]) -> bool:
    return any(kid.head == head.index and kid.dep in deps for kid in here)
