"""The whole phrase of a cue, as people mark it: "went on to say", "told in an interview", "said:".

The cue itself stays the word that hands over the words; the phrase is what surrounds it and says how.
"""

from __future__ import annotations

from dateline.claim.voices.scene import Draft, Extent, Scene
from dateline.claim.voices.sources import SAYING
from dateline.claim.words import words
from dateline.model.text import Parse, Token

CATENATIVE = words(
    "go continue begin start try want need seek use refuse decline fail plan hope expect keep appear seem tend dare come"
    " rush move prepare manage attempt get threaten choose decide stop hasten proceed hesitate have pause wish like"
)
"""Verbs that lead on to another one ("went on to say", "tried to deny")."""
OCCASIONS = words(
    "statement interview email e-mail letter tweet post op-ed release memo report article column essay filing"
    " message call briefing address video remark note blog ad advertisement testimony telephone phone radio"
    " television tv twitter facebook telegram appearance"
)
"""Where words are said; a phrase with one of these right behind the verb belongs to the cue."""
PLACES = ("in", "on", "during", "at", "via", "by", "to", "through")
BOUND = words("of for about with into upon")
"""Prepositions right behind a verb of saying that belong to it: "said of", "is known for"."""
LONGEST_GAP = 5
"""Tokens from a leading verb or auxiliary to the next one."""
LONGEST_OCCASION = 12
LONGEST_ISSUED = 8


def phrase_of(scene: Scene, draft: Draft) -> Extent:
    """The extent of the cue with the verbs that lead on to it and the occasion behind it."""
    start, end = draft.cue
    head = scene.parse.tokens[draft.head]
    if draft.shape != "verb":
        return draft.cue
    first = scene.parse.tokens_in(start, start + 1)[0]
    start = min(start, _led(scene.parse, head, first))
    last = scene.parse.tokens_in(end - 1, end)[0]
    behind = _manner(scene.parse, head, last.index, {first for first, _ in draft.contents})
    return start, scene.parse.tokens[_occasion(scene.parse, head, behind)].end


def _manner(parse: Parse, verb: Token, last: int, begins: set[int]) -> int:
    """The last token with an adverb right behind the verb, and with a preposition that ties the verb to its matter.

    Any preposition does behind which what is said `begins`.
    """
    for kid in parse.kids(verb):
        if kid.index != last + 1:
            continue
        if kid.dep == "advmod" and kid.left == kid.right:
            last = kid.index
        elif kid.dep == "prep" and (
            kid.lower in BOUND or any(next_.start in begins for next_ in parse.tokens[kid.index + 1 : kid.index + 2])
        ):
            return kid.index
    return last


def _led(parse: Parse, verb: Token, first: Token) -> int:
    """Where the phrase begins: with the first of the verbs and auxiliaries that lead on to the verb."""
    start = first
    for _ in range(3):
        start = _auxiliary(parse, verb, start)
        over = parse.head(verb)
        leads = (
            verb.dep in ("xcomp", "conj") and over.lemma in CATENATIVE and 0 < start.index - over.index <= LONGEST_GAP
        )
        if not leads or verb.dep == "conj":
            break
        verb, start = over, over
    return _issued(parse, verb, start).start


def _issued(parse: Parse, verb: Token, first: Token) -> Token:
    """The verb of issuing before a document that says something: "issued a statement saying", "sent a letter that says"."""
    document = parse.head(verb)
    issued = parse.head(document)
    says = verb.dep in ("acl", "relcl") and document.dep == "dobj" and document.lemma.lower() in OCCASIONS
    near = 0 < first.index - issued.index <= LONGEST_ISSUED
    return _auxiliary(parse, issued, issued) if says and near and issued.lemma not in SAYING else first


def _auxiliary(parse: Parse, verb: Token, first: Token) -> Token:
    found = [
        kid
        for kid in parse.kids(verb, "aux", "auxpass", "neg")
        if kid.index < first.index and verb.index - kid.index <= LONGEST_GAP
    ]
    subjects = [kid.index for kid in parse.kids(verb, "nsubj", "nsubjpass") if kid.index < verb.index]
    found = [kid for kid in found if kid.index > max(subjects, default=-1)]
    return found[0] if found else first


def _occasion(parse: Parse, verb: Token, last: int) -> int:
    """The last token: a colon right behind, or a phrase like "in a statement"."""
    for kid in parse.kids(verb, "prep"):
        if kid.left != last + 1 or kid.lower not in PLACES or kid.right - kid.left > LONGEST_OCCASION:
            continue
        if any(noun.lemma.lower() in OCCASIONS for noun in parse.kids(kid, "pobj")):
            last = kid.right
            break
    if last + 1 < len(parse.tokens) and parse.tokens[last + 1].text == ":":
        last += 1
    return last
