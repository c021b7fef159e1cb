"""Tags: the source and verb of saying that a comma sets off behind what was said ("…, two residents said on Monday").

The parser often hangs the source, or the half of the sentence before it, on something else; the marks and the words
between them tell enough.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from dateline.claim.voices.scene import Extent, Scene, extent, sentence_of
from dateline.claim.voices.sources import CITING, CONTINUING, DAYS, SAYING
from dateline.claim.voices.telling import names_teller
from dateline.claim.words import words
from dateline.model.text import Parse, Token

NAMING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "CCONJ", "ADP", "PART", "NUM", "PRON"})
"""Parts of speech of the words that name a source."""
INSIDE = frozenset({"(", ")", "-", "–"})
"""Marks within a name: "Abdul-Karim Nasser of the rescue command (RC)"."""
FINITE = frozenset({"VBD", "VBN", "VBZ"})
ENDING = frozenset({"NOUN", "PROPN", "ADJ", "ADV", "VERB"})
"""Parts of speech of the last word of a clause before a tag without a comma."""
TAGGING = words(
    "allege recall maintain argue complain lament predict reply respond acknowledge concede suggest estimate"
)
"""More verbs that close a sentence with their source."""
HOLDING = words("fear believe think hope suspect expect reckon")
"""Verbs of holding that do so in the present; their past is a participle as often ("a man suspected of spying")."""
PREDICATES = frozenset({"VBD", "VBZ", "VBP", "VBG", "MD"})
LONGEST_SOURCE = 14
LONGEST_REST = 10
"""Tokens behind the verb that tell when, where or to whom it was said."""
HEARERS = words("reporter journalist medium press agency radio television channel")
RIVALS = frozenset({"according", "per", ";", ":"})
"""Words before a tag that have the sentence told by more than one voice."""
TURNING = frozenset({"but", "while", "whereas", "although", "though"})
"""Words with which another half may begin."""
LONGEST_LABEL = 5
"""Words in quotation marks that are somebody's label; more are his speech."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """The members of a source, each with its head and its words, and what was said before them.

    `rest` is the participle behind the tag that goes on with it: "…, medics said, wounding ten others".
    """

    members: tuple[tuple[Token, Extent], ...]
    said: Extent
    rest: Extent | None = None


def closing_tag(scene: Scene, verb: Token) -> Tag | None:
    """The tag whose verb this is; None where the sentence has another voice or a quotation before it."""
    tells = verb.lemma in SAYING | CONTINUING | TAGGING and verb.tag in FINITE
    tells = tells or (verb.lemma in HOLDING and verb.tag == "VBZ")
    tag = _tag(scene, verb) if tells and _only_occasion(scene.parse, verb) else _turned(scene, verb)
    return None if tag is None or _voiced(scene, *tag.said) else tag


def _turned(scene: Scene, verb: Token) -> Tag | None:
    """The tag of a text without commas whose source ends the sentence behind "said": "… but nobody was hurt said the mayor"."""
    parse = scene.parse
    bounds = sentence_of(parse, verb)
    last = bounds.last - 1 if parse.tokens[bounds.last].pos == "PUNCT" else bounds.last
    source, told = parse.tokens[verb.index + 1 : last + 1], parse.tokens[bounds.first : verb.index]
    named = source and len(source) <= LONGEST_SOURCE and all(token.pos in NAMING for token in source)
    ended = told and (told[-1].pos in ENDING or told[-1].tag in ("NN", "CD"))
    if verb.lower != "said" or not named or not ended:
        return None
    members = tuple(_members(scene, source))
    said = extent(parse, bounds.first, verb.index - 1)
    tells = bool(members) and all(_may_tell(scene, head) for head, _ in members)
    finite = any(token.tag in PREDICATES and token.dep != "relcl" for token in told)
    return Tag(members=members, said=said) if tells and finite and said is not None else None


def _may_tell(scene: Scene, head: Token) -> bool:
    """Whether a word behind "said" is somebody who tells, or a name that may be; no day."""
    return names_teller(scene, head) or (head.pos == "PROPN" and head.lemma.lower() not in DAYS)


def quoted_before(scene: Scene, quoting: Token) -> Extent | None:
    """What stands before a tag that names two voices: "…, the agency quoted a doctor as saying".

    Another voice in it is one that the doctor passes on.
    """
    tag = _tag(scene, quoting)
    return tag.said if tag is not None else None


def _tag(scene: Scene, verb: Token) -> Tag | None:
    parse = scene.parse
    first = _first(parse, verb)
    begins = sentence_of(parse, verb).first
    if first is None or first - 1 <= begins:
        return None
    told = parse.tokens[begins : first - 1]
    members = tuple(_members(scene, parse.tokens[first : verb.index]))
    said = extent(parse, begins + (told[0].dep == "cc"), first - 2)
    if not members or said is None or not any(token.tag in PREDICATES for token in told):
        return None
    return Tag(members=members, said=said, rest=_rest(parse, verb))


def _rest(parse: Parse, verb: Token) -> Extent | None:
    last = sentence_of(parse, verb).last
    comma = next((token.index for token in parse.tokens[verb.index + 1 : last] if token.text == ","), last)
    opening = parse.tokens[min(comma + 1, last)]
    goes_on = opening.tag == "VBG" and opening.lemma not in SAYING | CONTINUING | CITING
    return extent(parse, opening.index, last) if goes_on else None


def _only_occasion(parse: Parse, verb: Token) -> bool:
    """Whether nothing but day, place or hearer stands between the verb and the next comma or the end."""
    rest: list[Token] = []
    for token in parse.tokens[verb.index + 1 : sentence_of(parse, verb).last + 1]:
        if token.text in (",", ".", "!", "–", "—", "--"):
            break
        rest.append(token)
    if len(rest) > LONGEST_REST or any(t.pos in ("VERB", "AUX", "SCONJ") or t.lower == "that" for t in rest):
        return False
    hears = verb.lemma == "tell" and any(t.lemma.lower() in HEARERS or t.pos == "PROPN" for t in rest)
    return not rest or rest[0].pos in ("ADP", "ADV") or rest[0].lemma.lower() in DAYS or hears


def _first(parse: Parse, verb: Token) -> int | None:
    """The first word of the source: nothing but a noun phrase stands between the mark before it and the verb.

    A comma right before the verb closes an apposition: "…, the governor, Ali Hassan, said".
    """
    last = verb.index - 1
    marks = 2 if parse.tokens[last].text == "," else 0
    for token in parse.tokens[last : max(0, verb.index - LONGEST_SOURCE) : -1]:
        if token.text == "," and marks:
            marks -= 1
        elif token.text == ",":
            opening = parse.tokens[token.index + 1]
            plain = token.index < last and opening.pos not in ("CCONJ", "ADP") and opening.tag != "WDT"
            return token.index + 1 if plain else None
        elif token.pos not in NAMING and token.text not in INSIDE and token.dep != "amod":
            return None
    return None


def _is_person(scene: Scene, token: Token) -> bool:
    """Whether a word is the last of somebody's name: in "Ali Hamad, a local farmer" he speaks, not a farmer."""
    named = scene.names.get(token.end)
    return named is not None and named.kind == "person" and named.form == "name"


def _members(scene: Scene, source: tuple[Token, ...]) -> Iterator[tuple[Token, Extent]]:
    """The members of a source, which "and" joins, each with its last noun before a preposition."""
    joints = [token.index for token in source if token.pos == "CCONJ"]
    for first, stop in zip([source[0].index, *(at + 1 for at in joints)], [*joints, source[-1].index + 1], strict=True):
        member = scene.parse.tokens[first:stop]
        named = takewhile(lambda token: token.pos != "ADP", member)
        nouns = [token for token in named if token.pos in ("NOUN", "PROPN", "PRON")]
        head = next((token for token in nouns if _is_person(scene, token)), nouns[-1] if nouns else None)
        words_ = extent(scene.parse, first, stop - 1)
        if head is not None and words_ is not None:
            yield head, words_


def _voiced(scene: Scene, start: int, end: int) -> bool:
    """Whether somebody else is quoted in the words before a tag, or answers for one half of them only.

    One who answers for all of them is passed on: "Activists say shells hit a school, the agency reported".
    """
    quoted = (q for q in scene.quotations if start < q.start < end)
    if any(len(scene.parse.report.text[q.first : q.last].split()) > LONGEST_LABEL for q in quoted):
        return True
    told = scene.parse.tokens_in(start, end)
    if any(token.lower in RIVALS for token in told):
        return True
    voices = any(token.tag in ("VBD", "VBZ", "VBP") and token.lemma in SAYING | CONTINUING for token in told)
    return voices and any(token.lower in TURNING or _opens_half(scene.parse, token) for token in told)


def _opens_half(parse: Parse, token: Token) -> bool:
    """Whether an "and" joins a clause with a subject of its own."""
    over = parse.head(token)
    joined = parse.kids(over, "conj") if token.lower == "and" and over.pos in ("VERB", "AUX") else []
    return any(parse.kids(kid, "nsubj", "nsubjpass", "expl") for kid in joined)
