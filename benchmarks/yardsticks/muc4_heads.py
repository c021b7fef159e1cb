"""The nouns of a MUC-4 message that head its candidate strings, and all that speaks for or against one as a filler.

Features come from the noun and its modifiers, the classes of these words, the words around, the path to the verb and that
verb's other arguments, the violent words of the sentence and of its neighbours, and the record: the claim's act and role, the
actor's kind.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files

from benchmarks.yardsticks.muc4_candidates import Candidate, Message, candidates, normal
from dateline.model.text import Parse, Token

CLASSES = "muc4_classes.json.gz"
SIZES = (64, 256, 800)
"""The words are in so many classes, by three cuts of their meanings."""

FAR = 15
"""Words further from a noun count as so far away."""

STEPS = 6
"""The longest path from a noun to its verb."""

Classes = Mapping[str, Sequence[int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A noun by its token, the first token of its phrase, and the strings cut out around it, as keys are compared."""

    index: int
    first: int
    cuts: tuple[Candidate, ...]


def load_classes() -> Classes:
    """Word → its class in each of the three cuts; `muc4_classes` makes the file beside this module."""
    packed = files("benchmarks.yardsticks").joinpath(CLASSES).read_bytes()
    table: Classes = json.loads(gzip.decompress(packed))
    return table


def heads(message: Message) -> list[Head]:
    """Every noun that heads a candidate string, in text order."""
    found: dict[int, list[Candidate]] = {}
    for candidate in candidates(message.parse):
        text = normal(candidate.text)
        if text and not text.isdecimal():
            found.setdefault(candidate.head, []).append(replace(candidate, text=text))
    return [Head(index=i, first=_first(i, cuts), cuts=tuple(cuts)) for i, cuts in sorted(found.items())]


def _first(index: int, cuts: Sequence[Candidate]) -> int:
    base = next((cut.first for cut in cuts if cut.cut == "base"), None)
    return base if base is not None else min((cut.first for cut in cuts if cut.last == index), default=index)


def classes_of(token: Token, classes: Classes) -> Sequence[int]:
    """The token's classes by its lemma, else by its form; -1 for a word without."""
    return classes.get(token.lemma) or classes.get(token.lower) or (-1,) * len(SIZES)


def features(message: Message, head: Head, classes: Classes) -> Iterator[str]:
    """All that speaks for or against one noun; some are told twice."""
    token = message.parse.tokens[head.index]
    kind = message.kind(head.index)
    yield from _words(message.parse, head, classes)
    yield from _grammar(message.parse, token, kind)
    yield from _claims(message, token, kind)
    yield from _window(message.parse, head, token.sentence)
    yield from _verb(message.parse, token, kind)
    yield from _violence(message, head, kind)
    yield from _neighbours(message, token.sentence)
    yield from (f"k={kind}", f"si={min(token.sentence, 8)}", f"si={min(token.sentence, 3)}|{kind}")


def _words(parse: Parse, head: Head, classes: Classes) -> Iterator[str]:
    """The noun, its modifiers, and their classes."""
    token = parse.tokens[head.index]
    yield from (
        f"h={token.lemma}",
        f"hs={token.lower[-3:]}",
        f"pos={token.pos}",
        f"tag={token.tag}",
        f"dep={token.dep}",
    )
    yield from (f"H{size}={number}" for size, number in zip(SIZES, classes_of(token, classes), strict=True))
    modifiers = [t for t in parse.tokens[head.first : head.index] if not t.text.isspace()]
    yield f"n={min(5, len(modifiers))}"
    for modifier in modifiers:
        yield from (f"m={modifier.lemma}", f"M={classes_of(modifier, classes)[1]}")
    if modifiers:
        yield from (f"m1={modifiers[-1].lower}_{token.lemma}", f"f={modifiers[0].lower}")


def _grammar(parse: Parse, token: Token, kind: str) -> Iterator[str]:
    """What governs the noun and what hangs on it."""
    for governor in _governors(parse, token):
        yield from (f"g={governor}", f"g={governor}|{kind}", f"gh={governor}|{token.lemma}")
    for kid in parse.kids(token, "det", "poss", "nummod")[:3]:
        yield f"det={kid.lower}"
    for kid in parse.kids(token, "appos", "conj", "relcl", "acl"):
        yield f"kid={kid.dep}={kid.lemma}"
    for preposition in parse.kids(token, "prep"):
        yield from (f"kp={preposition.lower}_{kid.lemma}" for kid in parse.kids(preposition, "pobj"))
    if token.dep in ("appos", "conj"):
        yield f"of={token.dep}={parse.head(token).lemma}"


def _governors(parse: Parse, head: Token) -> Iterator[str]:
    """The governing words, through coordination, apposition, prepositions and light nouns."""
    token = head
    for _ in range(3):
        if token.dep not in ("conj", "appos") or token.head == token.index:
            break
        token = parse.head(token)
    governor = parse.head(token)
    yield f"{token.dep}<{governor.lemma}"
    if governor.pos == "ADP" and governor.head != governor.index:
        above = parse.head(governor)
        yield f"{token.dep}<{governor.lower}<{above.lemma}"
        if above.pos == "NOUN" and above.head != above.index:
            yield f"{above.lemma}.{governor.lower}<{above.dep}<{parse.head(above).lemma}"
    elif governor.pos == "NOUN" and governor.head != governor.index:
        yield f"{token.dep}<{governor.dep}<{parse.head(governor).lemma}"


def _claims(message: Message, token: Token, kind: str) -> Iterator[str]:
    """The noun's roles in claims, and the acts told in its sentence."""
    if mention := message.mentions.get(token.index):
        for role in message.roles.get(mention.id, ()):
            yield from (f"r={role}", f"r={role}|{kind}")
    for act in message.acts.get(token.sentence, {"-"}):
        yield from (f"a={act}", f"a={act}|{kind}")


def _window(parse: Parse, head: Head, sentence: int) -> Iterator[str]:
    """The four words on each side, and the nearest in twos and threes; "^" beyond the sentence."""

    def word(index: int) -> str:
        inside = 0 <= index < len(parse.tokens) and parse.tokens[index].sentence == sentence
        return parse.tokens[index].lower if inside else "^"

    before = [word(head.first - far) for far in range(1, 5)]
    after = [word(head.index + far) for far in range(1, 5)]
    for side, words in (("-", before), ("+", after)):
        for far, text in enumerate(words, start=1):
            yield from (f"w{side}{far}={text}", f"w{side}={text}")
        yield from (f"two{side}={'_'.join(words[:2])}", f"three{side}={'_'.join(words[:3])}")
    yield f"be={before[0]}_{after[0]}"


def _verb(parse: Parse, token: Token, kind: str) -> Iterator[str]:
    """The path of dependencies up to the nearest verb, and the verb's other arguments."""
    path: list[str] = []
    verb = token
    while verb.head != verb.index and len(path) < STEPS:
        path.append(f"prep_{verb.lower}" if verb.dep == "prep" else verb.dep)
        verb = parse.head(verb)
        if verb.pos in ("VERB", "AUX"):
            break
    if not path or verb.pos not in ("VERB", "AUX"):
        return
    voice = "passive" if parse.kids(verb, "nsubjpass", "auxpass") else "active"
    yield from (f"pv={verb.lemma}|{'.'.join(path)}", f"pd={'.'.join(path)}")
    yield from (f"pvs={verb.lemma}|{path[-1]}|{voice}", f"ps={path[-1]}|{voice}|{kind}")
    for other in parse.kids(verb, "dobj", "nsubj", "nsubjpass", "prep"):
        if not other.left <= token.index <= other.right:
            yield f"sib={path[-1]}|{verb.lemma}|{other.dep}|{other.lemma}"


def _violence(message: Message, head: Head, kind: str) -> Iterator[str]:
    """The violent words of the sentence; of the two nearest which, how far, on which side (L: the noun stands before)."""
    token = message.parse.tokens[head.index]
    named = "name" if token.pos == "PROPN" else "noun"
    words = [word for word in message.violence(token.sentence) if word.index != head.index]
    for lemma in {word.lemma for word in words}:
        yield from (f"v={lemma}", f"v={lemma}|{kind}", f"v={lemma}|{named}", f"vh={lemma}|{token.lemma}")
    if not words:
        yield "nv=-"
    nearest = sorted((max(head.first - w.index, w.index - head.index, 0), w.index, w.lemma) for w in words)
    for rank, (far, index, lemma) in enumerate(nearest[:2]):
        side = "R" if index < head.first else "L" if index > head.index else "I"
        yield from (f"nv{rank}={lemma}{side}", f"nd{rank}={side}{min(far, FAR) // 3}")
        if rank == 0:
            yield from (f"nvh={lemma}{side}|{token.lemma}", f"nvk={lemma}{side}|{kind}")
            yield f"nvd={lemma}{side}|{min(far, FAR) // 3}"


def _neighbours(message: Message, sentence: int) -> Iterator[str]:
    """The content words of the sentence, and the acts and violent words of the ones before and after."""
    place = message.parse.sentences[sentence]
    for token in message.parse.tokens[place.first : place.last + 1]:
        if token.pos in ("VERB", "NOUN", "ADJ", "PROPN"):
            yield f"s={token.lemma}"
    for name, other in (("before", sentence - 1), ("after", sentence + 1)):
        yield from (f"{name} a={act}" for act in message.acts.get(other, {"-"}))
        yield from (f"{name} v={lemma}" for lemma in {word.lemma for word in message.violence(other)} or {"-"})
