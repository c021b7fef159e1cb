"""Marks persons: names, and roles in the singular ("the governor", "junta leader")."""

from __future__ import annotations

from collections.abc import Iterator, Set

from dateline.mark.candidate import Candidate
from dateline.mark.person_names import named_persons, names_again, shouted_persons
from dateline.mark.spans import propose
from dateline.model.text import Parse, Token
from dateline.reference import Reference
from dateline.reference.actor_nouns import ActorNoun
from dateline.reference.actor_words import fold, shouted, word_set


def mark_persons(parse: Parse, reference: Reference) -> Iterator[Candidate]:
    """Propose mentions of persons: their names, the names again, the roles."""
    loud = shouted(parse.report.text)
    found = list((shouted_persons if loud else named_persons)(parse, reference))
    if not loud:
        found += _heard(parse, reference, {c.start for c in found})
    yield from found
    yield from names_again(parse, (parse.report.text[c.start : c.end] for c in found if c.form == "name"))
    yield from _roles(parse, reference)
    yield from _writers(parse)


def _heard(parse: Parse, reference: Reference, known: Set[int]) -> Iterator[Candidate]:
    """A single name that speaks and was never spelled out: "…, Okoro told reporters", "according to Okoro"."""
    for token in parse.tokens:
        if (
            token.tag == "NNP"
            and token.start not in known
            and _tells(parse, token)
            and _surname(parse, reference, token)
        ):
            where = (token.start, token.end)
            candidate = propose(parse, where, ("person", "name"), marker="person_names", priority=40)
            if candidate is not None and token.sentence >= 0:
                yield candidate


_SAYING = word_set(
    "say tell add explain stress insist reply claim deny warn announce confirm report state declare acknowledge admit vow "
    "argue recount describe maintain"
)
_TELLING = word_set("say tell add explain stress recall insist reply continue")
"""What single people do of whom a report tells by their surname; outlets report and announce."""


def _tells(parse: Parse, token: Token) -> bool:
    over = parse.head(token)
    if token.dep == "pobj":
        return over.lower == "to" and parse.head(over).lower == "according"
    return token.dep == "nsubj" and over.lemma in _TELLING


def _surname(parse: Parse, reference: Reference, token: Token) -> bool:
    """Whether a word that stands alone can be nothing but a person's name: no party, outlet, people or greater place."""
    beside = parse.tokens[max(token.index - 1, 0) : token.index + 2]
    alone = not any(t.index != token.index and t.pos == "PROPN" and t.head in (token.index, token.head) for t in beside)
    written = token.text[0].isupper() and not token.text.isupper()
    if not (alone and written) or parse.kids(token, "det", "poss", "amod", "compound"):
        return False
    folded, gazetteer = fold(token.text), reference.gazetteer
    name = folded in gazetteer.surnames or folded in gazetteer.first_names
    place = gazetteer.first(token.text)
    somebody = [actor for actor in reference.actors.named(token.text) if not actor.id.startswith("per:")]
    return not (
        somebody
        or folded in gazetteer.stops
        or folded in reference.actors.nouns.last_words
        or reference.actors.countries.of(folded)
        or (place is not None and not (name and place.kind not in _GREATER))
    )


_GREATER = ("country", "capital", "city", "ADM1", "continent")


def _writers(parse: Parse) -> Iterator[Candidate]:
    """Who wrote a mail that the text quotes, by its head."""
    for passage in parse.frame.passages:
        if passage.source is not None and passage.cue is not None and passage.cue.quote.lower() in _WRITING:
            span = (passage.source.start, passage.source.end)
            candidate = propose(parse, span, ("person", "name"), marker="mail_heads", priority=60)
            if candidate is not None and passage.source.quote.istitle():
                yield candidate


_WRITING = ("wrote", "writes", "replied", "answered", "from")


def _roles(parse: Parse, reference: Reference) -> Iterator[Candidate]:
    for token in parse.tokens:
        noun, first = _role_at(parse, reference, token)
        if noun is None or token.sentence < 0 or token.pos in ("VERB", "ADV", "AUX", "ADJ"):
            continue
        if noun.phrase in _ONLY_WITH_NAME and not _name_follows(parse, token):
            continue
        head = parse.head(token)
        if token.dep in ("compound", "amod") and head.index > token.index and head.pos == "NOUN":
            continue
        start, owned = _left_edge(parse, reference, first)
        end = _right_edge(parse, reference, token).end
        before = parse.report.text[start : first.start].split()
        party = bool(before) and bool(reference.actors.named(" ".join(before)) or reference.actors.named(before[-1]))
        voice = party and not _name_follows(parse, token) and (token.lower in _SPOKES or _speaks(parse, token))
        yield _role(token, (start, end), WITH_PARTY if voice else 61 if owned else 49)
        if before and not party and noun.phrase not in _ONLY_WITH_NAME:
            yield _role(token, (first.start, token.end), _BARE)


def _speaks(parse: Parse, token: Token) -> bool:
    """Whether somebody is quoted: "a Hezbollah lawmaker insisted", "a GNA commander told us"."""
    return token.dep == "nsubj" and parse.head(token).lemma in _SAYING


def _role(head: Token, where: tuple[int, int], priority: int) -> Candidate:
    return Candidate(
        start=where[0],
        end=where[1],
        kind="person",
        form="role",
        marker="roles",
        head=head.index,
        priority=priority,
    )


_SPOKES = ("spokesman", "spokeswoman", "spokesperson")
WITH_PARTY = 88
"""Priority of an unnamed spokesman with the party whose it is, above that of the party: "an M23 spokesman" is one person."""
_BARE = 48
"""Priority of the role without the words before it, for where a place takes those ("Kassala Governor")."""


_ONLY_WITH_NAME = frozenset(
    ("justice", "father", "lord", "lt", "gen", "maj", "col", "capt", "sgt", "cmdr", "brig", "adm")
)  # fmt: skip
"""Words that are titles only right before a name."""


def _name_follows(parse: Parse, token: Token) -> bool:
    after = parse.tokens[token.index + 1 : token.index + 3]
    return any(t.pos == "PROPN" for t in after) and parse.report.text[token.end : token.end + 1] in (" ", ".", "\n")


_RANKS = word_set(
    "gen general col colonel lt lieutenant maj major capt captain brig brigadier sgt sergeant adm admiral marshal corporal"
)


def _role_at(parse: Parse, reference: Reference, token: Token) -> tuple[ActorNoun | None, Token]:
    """The longest role that ends at the token, and where it begins."""
    nouns = reference.actors.nouns
    if fold(token.text) not in nouns.last_words:
        return None, token
    for size in (4, 3, 2, 1):
        tokens = parse.tokens[max(0, token.index - size + 1) : token.index + 1]
        noun = nouns.by_phrase.get(" ".join(fold(t.text) for t in tokens if t.text != "-"))
        if noun and tokens[0].text != "-":
            return (noun, tokens[0]) if noun.sort == "role" else (None, token)
    return None, token


def _left_edge(parse: Parse, reference: Reference, first: Token) -> tuple[int, bool]:
    """Where the role begins, with premodifiers or with the thing it belongs to ("the hospital's director")."""
    owner = next(iter(parse.kids(first, "poss")), None) or next(
        (kid for kid in parse.kids(parse.head(first), "poss") if kid.index < first.index), None
    )
    if owner and owner.pos == "NOUN" and first.index - owner.index <= 3:
        begin = parse.tokens[owner.left]
        return begin.start, True
    start = first
    for token in reversed(parse.tokens[max(0, first.index - 4) : first.index]):
        fits = token.dep in ("amod", "compound", "nmod") and token.pos in ("ADJ", "NOUN", "PROPN")
        if not fits or token.head < token.index or token.sentence != first.sentence:
            break
        if fold(first.text) in _RANKS and _role_at(parse, reference, token)[0]:
            break  # "army spokesman Captain NAME" bears two roles
        start = token
    return start.start, False


def _right_edge(parse: Parse, reference: Reference, token: Token) -> Token:
    """The last token: "president of the supreme court" runs on, "governor of PLACE" does not."""
    for prep in parse.kids(token, "prep"):
        objects = parse.kids(prep, "pobj") if prep.lower == "of" and prep.index == token.index + 1 else []
        for thing in objects:
            window = parse.tokens[max(prep.index + 1, thing.index - 3) : thing.index + 1]
            noun = reference.actors.nouns.longest(tuple(fold(t.text) for t in window))
            last = parse.tokens[thing.right]
            if noun and noun.sort == "government" and last.index - token.index <= 8:
                return last
    return token
