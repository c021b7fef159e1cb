"""Mends the subject behind a place or a time without a comma: in "On Friday rebels stormed Bor" the rebels stormed it.

The model takes such words for one noun, "Friday rebels", and often for the object of the preposition, so that nobody
would have done the deed. A finite verb has a subject, and nothing else is there before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.model.text import Token
from dateline.reference.actor_words import word_set
from dateline.reference.place_words import FEATURE_NOUNS

Changes = dict[int, Token]

_LEADING = word_set(
    "after across along amid around at before between by during following from in inside near on outside over since throughout within"
)
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_HELPING = ("aux", "auxpass", "neg", "advmod")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_NAMES = ("NNP", "NNPS")
_COMMON = ("NN", "NNS")
_CALENDAR = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october"
    " november december"
)
_TIMES = word_set(
    "night morning evening afternoon midday noon day week month year dawn dusk midnight hour a.m. p.m. am pm today"
)
_COUNTS = word_set("dozen hundred thousand million score couple")
_ENDS = _TIMES | frozenset(FEATURE_NOUNS)
_INVERTED = word_set("be lie stand come remain live sit hang go")
"""Verbs before which a place may stand with the subject behind them: "In the hall lay nine bodies"."""
_OPENING = 4
"""Words of a sentence among which its first preposition stands: "Late last week in …"."""
_LONGEST = 16
"""Words of a lead-in with its subject."""


def with_subject_behind_lead_in(tokens: Sequence[Token], first: int) -> Sequence[Token]:
    """The tokens with the last noun before the verb as its subject; the very same where a comma or the tree has them apart."""
    start = next((at for at, token in enumerate(tokens[:_OPENING]) if token.lower in _LEADING), None)
    if (
        start is None
        or tokens[min(start + 1, len(tokens) - 1)].lower in ("least", "most")
        or not all(_leads_too(token) for token in tokens[:start])
    ):
        return tokens
    opening = tokens[start : start + _LONGEST]
    one = next((t for t in opening if t.tag in _FINITE or t.text == ","), None)
    if one is not None and one.text == ",":
        return _with_subject_behind_comma(tokens, tokens[start], one, first)
    if one is None:
        return tokens
    verb = tokens[one.head - first] if one.dep in ("aux", "auxpass") else one
    before = one.index - first
    while before > start and tokens[before - 1].head == verb.index and tokens[before - 1].dep in _HELPING:
        before -= 1
    here = _with_preposition(tokens, tokens[start], verb)
    changes = _parted(verb, here, (start, before), first)
    return [changes.get(token.index, token) for token in here] if changes else tokens


def _with_subject_behind_comma(tokens: Sequence[Token], lead: Token, comma: Token, first: int) -> Sequence[Token]:
    """The tokens with what came as an apposition of the place or time before a comma as the subject that it is.

    In "On 7 May, 21 men were shot" the men are no day, in "Early in Bor, a mine hit a truck" the mine is no town.
    """
    behind = (t for t in tokens if t.dep == "appos" and t.left == comma.index + 1 and lead.index < t.head < comma.index)
    noun = next(behind, None)
    led = tokens[noun.head - first] if noun is not None else None
    if led is None or noun is None or not _led_by(tokens, led, lead, first):
        return tokens
    verb = _verb_behind(tokens, noun.right + 1, first)
    if verb is None or (verb.lemma in _INVERTED and not _helped(tokens, verb)):
        return tokens
    subjects = [t for t in tokens if t.head == verb.index and t.dep in _SUBJECTS]
    if subjects not in ([], [led]):
        return tokens
    passive = any(t.head == verb.index and t.dep == "auxpass" for t in tokens)
    changes = {
        noun.index: replace(noun, head=verb.index, dep="nsubjpass" if passive else "nsubj"),
        lead.index: replace(lead, head=verb.index, dep="prep"),
    }
    if led in subjects:
        changes[led.index] = replace(led, head=lead.index, dep="pobj")
    return [changes.get(token.index, token) for token in tokens]


def _led_by(tokens: Sequence[Token], led: Token, lead: Token, first: int) -> bool:
    """Whether a noun is the place or time that a preposition leads in, which may have lost it, or stands within it."""
    if lead.left == lead.right:
        return led.dep in _SUBJECTS
    while led.index > lead.index and led.head != led.index:
        led = tokens[led.head - first]
    return led.index == lead.index


def _verb_behind(tokens: Sequence[Token], index: int, first: int) -> Token | None:
    """The verb that begins at a word, which is the verb itself or what helps it; None where a comma or a noun stands there."""
    one = tokens[index - first] if index - first < len(tokens) else None
    if one is None or one.tag not in _FINITE:
        return None
    return tokens[one.head - first] if one.dep in ("aux", "auxpass") else one


def _helped(tokens: Sequence[Token], verb: Token) -> bool:
    return any(t.head == verb.index and t.dep in ("aux", "auxpass") for t in tokens)


def _with_preposition(tokens: Sequence[Token], lead: Token, verb: Token) -> Sequence[Token]:
    """The tokens with the word that leads in as a preposition, also where it came as a mark or as part of a name.

    A mark opens no clause without another: in "After the clash at Dorin police left" the clash did not leave.
    """
    if lead.dep == "prep" or (lead.dep == "mark" and verb.dep != "ROOT"):
        return tokens
    changes = {lead.index: replace(lead, head=verb.index, dep="prep", tag="IN", pos="ADP")}
    led = next((t for t in tokens if lead.dep == "mark" and t.head == verb.index and t.dep in _SUBJECTS), None)
    if led is not None:
        changes[led.index] = replace(led, head=lead.index, dep="pobj")
    return [changes.get(token.index, token) for token in tokens]


def _leads_too(token: Token) -> bool:
    """Whether a word may stand before a lead-in: "and", "also", "last week"."""
    return token.tag in ("RB", "CC", "JJ") or token.lemma in _TIMES or token.lower in _CALENDAR


def _parted(verb: Token, here: Sequence[Token], opening: tuple[int, int], first: int) -> Changes:
    """The changes for the first noun of the opening that can be parted into what is led in and a subject."""
    subjects = [kid for kid in here if kid.head == verb.index and kid.dep in _SUBJECTS]
    if len(subjects) > 1 or any(kid.index > verb.index for kid in subjects):
        return {}
    if (
        not subjects
        and verb.lemma in _INVERTED
        and not any(kid.head == verb.index and kid.dep in ("aux", "auxpass") for kid in here)
    ):
        return {}
    last = first + opening[1] - 1
    for at in range(opening[0] + 1, opening[1]):
        noun = here[at]
        left = max(noun.left - first, opening[0] + 1)
        led = here[left - 1]
        if noun.tag not in (*_COMMON, *_NAMES) or noun.right != last or led.dep != "prep":
            continue
        lost = noun in subjects and not any(kid.head == led.index for kid in here)
        whole = not subjects and (noun.dep, noun.head) == ("pobj", led.index)
        cut = _cut(here[left : at + 1]) if lost or whole else 0
        if cut:
            return _apart(noun, verb, here[left:at], cut)
    return {}


def _cut(words: Sequence[Token]) -> int:
    """How many words of a phrase belong to the place or time before the subject; 0 where none can be told."""
    at = len(words) - 1
    while at > 0 and not _ends_lead_in(words[at - 1], words[at]):
        at -= 1
    if at > 1 and _is_acronym(words[at - 1]) and _ends_lead_in(words[at - 2], words[at - 1]):
        at -= 1
    return at if at or len(words) < 2 else _last_resort(words)


def _last_resort(words: Sequence[Token]) -> int:
    """Where a phrase that must be two is parted that shows no place: behind a capital, else before its last noun."""
    if words[0].text[0].isupper():
        return 1
    return len(words) - 1 if words[-2].tag == "NN" and words[-2].lower not in _COUNTS else 0


def _ends_lead_in(token: Token, after: Token) -> bool:
    """Whether a word may be the last of a place or time: a name, a plural, a year, "night", "province"."""
    if after.tag == "HYPH":
        return False
    if token.tag == "CD":
        return token.text.isdigit() and (len(token.text) == 4 or after.tag not in (*_COMMON, "JJ"))
    if token.tag in _NAMES and after.tag in _NAMES:
        return token.lower in _CALENDAR or _is_acronym(after)
    return token.tag in (*_NAMES, "NNS") or token.lemma in _ENDS


def _is_acronym(token: Token) -> bool:
    return token.tag in _NAMES and len(token.text) > 1 and token.text.isupper()


def _apart(noun: Token, verb: Token, words: Sequence[Token], cut: int) -> Changes:
    """The changes that hang the first words on the preposition before them and the noun on its verb."""
    place, own = words[:cut], words[cut:]
    top = place[-1]
    led = {token.index for token in place}
    mine = {token.index for token in own}
    passive = noun.dep if noun.dep in _SUBJECTS else "nsubj"
    changes = {t.index: replace(t, head=top.index) for t in place[:-1] if t.head not in led}
    changes |= {t.index: replace(t, head=noun.index) for t in own if t.head not in mine}
    if top.tag == "JJ":
        top = replace(top, tag="NNP", pos="PROPN")
    changes[top.index] = replace(top, head=words[0].index - 1, dep="pobj")
    changes[noun.index] = replace(noun, head=verb.index, dep=passive)
    return changes
