"""Mends a clause whose subject the model took for one more object of the clause before.

"The garrison had left Bor and rebel fighters advanced into the town": the model joins the fighters to Bor, so that the
garrison would advance. A finite verb is joined to another by an "and" of its own; where the only "and" stands before
the noun in front of the verb, that noun is its subject, and the "and" joins two clauses.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from dateline.model.text import Token
from dateline.parse.reduced import OPINIONS
from dateline.reference.actor_words import word_set
from dateline.reference.headline_verbs import PAST

Changes = dict[int, Token]

_FINITE = ("VBD", "VBZ", "VBP", "MD")
_NOUNS = ("NN", "NNS", "NNP", "NNPS")
_PHRASE = (*_NOUNS, "DT", "PDT", "JJ", "JJR", "JJS", "CD", "PRP$", "POS", "HYPH")
_LABELS: Mapping[str, str] = MappingProxyType({"DT": "det", "JJ": "amod", "CD": "nummod", "PRP$": "poss"})
"""How words hang on their noun; all others are compounds."""
_SAYING = OPINIONS | word_set("accuse add agree announce condemn confirm declare demand deny fear seek tell vow warn")
_MOVING = word_set(
    "advance arrive come cross cut enter fall fire flee go hand march move near pass pull push reach return run rush quit retreat"
    " vacate visit withdraw"
)  # fmt: skip
ALONE = _MOVING | word_set("attack clash die erupt escape explode fight raid strike surrender open break")
_WITH_OBJECT = (frozenset(PAST) | {"include"}) - ALONE
"""Verbs whose form in "-ed" is a passive participle where no object follows: "rockets launched at the port"."""
_HARMING = word_set("kill wound injure hurt abduct kidnap slay murder massacre behead execute slaughter displace")
_WHEN = ("as", "after", "when", "while")
_FATES = ("dead", "hurt", "injured", "wounded", "missing")
_PUTTING = ("put", "place", "set", "estimate")
_SINCE = ("since", "after", "before", "until")
_DOING = frozenset((*PAST, *_MOVING)) - _SAYING
"""Verbs without a clause for an object, so that a verb which came as one stands beside them."""


def clause_beside(verb: Token, here: Sequence[Token], first: int) -> Changes:
    """The changes that make the noun before a verb its subject, and its clause the second of two; none elsewhere."""
    over = here[verb.head - first]
    phrase = _phrase_before(verb, here, first) if over.index < verb.index and over.lemma not in _SAYING else []
    if not phrase or phrase[0].index - 2 <= over.index or not _is_second(verb, over, here):
        return {}
    link, noun = here[phrase[0].index - first - 1], _head_of(phrase)
    torn = [t for t in here if over.index < t.index < link.index and t.head >= phrase[0].index and t.dep != "punct"]
    asides = [t for t in here if phrase[-1].index < t.index < verb.index and t.tag == "VBN" and t.head == over.index]
    if not (torn or (noun.dep == "conj" and noun.head < link.index)) or not _links(link, verb, over, here):
        return {}
    mended = _put_back(torn, over, here, first) if torn else {}
    if mended is None:
        return {}
    passive = any(kid.head == verb.index and kid.dep == "auxpass" for kid in here)
    inside = {kid.index for kid in phrase}
    loose = (kid for kid in phrase if kid.head not in inside and kid.index < noun.index)
    return {
        **mended,
        **{kid.index: replace(kid, head=noun.index, dep="acl") for kid in asides},
        **{kid.index: replace(kid, head=noun.index, dep=_LABELS.get(kid.tag, "compound")) for kid in loose},
        noun.index: replace(noun, head=verb.index, dep="nsubjpass" if passive else "nsubj"),
        link.index: replace(link, head=over.index, dep="cc"),
        verb.index: replace(verb, head=over.index, dep="conj"),
    }


def clause_behind_preposition(verb: Token, here: Sequence[Token], first: int) -> Changes:
    """The changes for a clause of time whose subject is told by two names: "since the Front, or FDL, began a raid".

    The model reads "since the Front", and has the verb join the one before, with the subject of that one.
    """
    over, comma = here[verb.head - first], here[verb.index - first - 1]
    if comma.text != "," or over.index > verb.index or not _is_second(verb, over, here):
        return {}
    if any(kid.head == verb.index and kid.dep in ("nsubj", "nsubjpass") for kid in here):
        return {}
    for noun in here[over.index - first + 1 : comma.index - first]:
        lead = here[noun.head - first]
        if noun.dep == "pobj" and lead.lower in _SINCE and _ends_aside(noun, comma, here):
            passive = any(kid.head == verb.index and kid.dep == "auxpass" for kid in here)
            return {
                noun.index: replace(noun, head=verb.index, dep="nsubjpass" if passive else "nsubj"),
                lead.index: replace(lead, head=verb.index, dep="mark"),
                verb.index: replace(verb, head=lead.head, dep="advcl"),
            }
    return {}


def count_behind_since(lead: Token, here: Sequence[Token], first: int) -> Changes:
    """The "at" of a toll that the model hung on a clause of time: "puts the toll since the siege began at 300"."""
    began = here[lead.head - first]
    verb = here[began.head - first]
    if lead.lower != "at" or began.dep != "advcl" or verb.lemma not in _PUTTING:
        return {}
    kids = [(kid.lower, kid.dep, kid.head) for kid in here]
    number = any(kid.head == lead.index and kid.pos == "NUM" for kid in here)
    since = any(lower in _SINCE and head == began.index for lower, _, head in kids)
    whole = any(dep == "dobj" and head == verb.index for _, dep, head in kids)
    return {lead.index: replace(lead, head=verb.index)} if number and since and whole else {}


def deed_behind_victims(lead: Token, here: Sequence[Token], first: int) -> Changes:
    """The changes for a headline whose verb came as what its victims do: "Two killed after bandits ambush patrol".

    The model takes what stands behind "after" for a noun, and has the victims ambush or the bandits ambushed. A passive
    and the name of a deed are left alone: "two men wounded after the raid were buried".
    """
    noun = _governed(lead, here) if lead.lower in _WHEN else None
    if noun is None or noun.index == here[-1].index or noun.lemma in PAST:
        return {}
    verb = here[noun.index - first + 1]
    harmed = _harmed(lead, here)
    if harmed is None or verb.lemma not in PAST:
        return {}
    victims = here[harmed.head - first]
    done_by_victims = (victims.dep, victims.head) == ("nsubj", verb.index) and verb.head == verb.index
    suffered = victims.head == victims.index and (verb.dep, verb.head) == ("acl", noun.index)
    kids = [kid.dep for kid in here if kid.head == verb.index]
    if not (done_by_victims or (suffered and "dobj" in kids)) or "auxpass" in kids:
        return {}
    return {
        victims.index: replace(victims, head=victims.index, dep="ROOT"),
        lead.index: replace(lead, head=verb.index, dep="mark"),
        noun.index: replace(noun, head=verb.index, dep="nsubj"),
        verb.index: replace(verb, head=harmed.index, dep="advcl", tag="VBP", pos="VERB"),
    }


def _harmed(lead: Token, here: Sequence[Token]) -> Token | None:
    """The word behind victims that tells what befell them, where "after" hangs on it, on them or on the verb they came under."""
    over = lead.head
    before = (kid for kid in here if kid.head < kid.index < lead.index and kid.dep in ("acl", "amod"))
    told = (kid for kid in before if kid.lower in _FATES or (kid.lemma in _HARMING and kid.dep == "acl"))
    return next((kid for kid in told if over in (kid.index, kid.head, here[kid.head - here[0].index].head)), None)


def _governed(lead: Token, here: Sequence[Token]) -> Token | None:
    """The noun behind a preposition, or in front of the verb behind it."""
    behind = (kid for kid in here if kid.index > lead.index and kid.dep in ("pobj", "nsubj"))
    noun = next(behind, None)
    return noun if noun is None or noun.dep == "nsubj" or noun.head == lead.index else None


def _ends_aside(noun: Token, comma: Token, here: Sequence[Token]) -> bool:
    """Whether a comma closes the other name of a noun, which one before it opened."""
    return any(
        kid.head == noun.index and kid.dep in ("appos", "conj") and kid.right == comma.index - 1
        for kid in here[noun.index - here[0].index + 1 : comma.index - here[0].index]
    ) and any(token.text == "," and noun.index < token.index < comma.index for token in here)


def _phrase_before(verb: Token, here: Sequence[Token], first: int) -> list[Token]:
    """The words of the plain noun phrase that ends before a verb, its helpers and its adverbs; none without a noun."""
    at = verb.index - first - 1
    while at > 0 and here[at].head == verb.index and here[at].dep in ("aux", "auxpass", "neg", "advmod"):
        at -= 1
    at = _before_aside(at, verb, here)
    found: list[Token] = []
    while at > 0 and (here[at].tag in _PHRASE or here[at].dep in ("amod", "advmod") or here[at].lower == "of"):
        found.insert(0, here[at])
        at -= 1
    return found if found and found[-1].tag in _NOUNS else []


def _before_aside(at: int, verb: Token, here: Sequence[Token]) -> int:
    """Where a noun phrase ends of which a participle tells between commas: "two women, accused of spying, were shot"."""
    if here[at].text != ",":
        return at
    opening = next((n for n in range(at - 1, 0, -1) if here[n].text == ","), 0)
    aside = here[opening + 1]
    inside = all(opening < token.head - here[0].index < at for token in here[opening + 2 : at])
    return opening - 1 if opening and aside.tag == "VBN" and aside.head != verb.index and inside else at


def _head_of(phrase: Sequence[Token]) -> Token:
    """The noun that a phrase is of: the fighters of "fighters of the Front", else its last."""
    of = next((at for at, token in enumerate(phrase) if token.lower == "of"), len(phrase))
    return phrase[of - 1]


def _links(link: Token, verb: Token, over: Token, here: Sequence[Token]) -> bool:
    """Whether a word is the only "and" behind the first verb, and no list of speakers ends there: "…, A and B said"."""
    between = [token for token in here if over.index < token.index < link.index]
    if link.lower not in ("and", "but") or any(token.dep in ("cc", "preconj") for token in between):
        return False
    return verb.lemma not in _SAYING or all(token.text != "," for token in between)


def _is_second(verb: Token, over: Token, here: Sequence[Token]) -> bool:
    """Whether a verb can stand beside the one over it: finite, both, and opened by nothing that puts it below."""
    kids = [kid for kid in here if kid.head == verb.index]
    if not _is_finite(verb, here) or over.pos not in ("VERB", "AUX") or over.dep in ("acl", "relcl"):
        return False
    if any(kid.dep in ("mark", "agent", "expl") or kid.tag in ("WRB", "WDT", "WP") for kid in kids):
        return False
    complete = any(kid.dep in ("dobj", "aux", "auxpass", "xcomp", "ccomp") for kid in kids)
    if not complete and verb.lemma in _WITH_OBJECT:
        return False
    return over.lemma in _DOING if verb.dep == "ccomp" else verb.dep == "conj" or complete or verb.lemma in ALONE


def _is_finite(verb: Token, here: Sequence[Token]) -> bool:
    helped = (kid.tag for kid in here if kid.head == verb.index and kid.dep in ("aux", "auxpass"))
    return verb.tag in _FINITE or any(tag in _FINITE for tag in helped)


def _put_back(torn: Sequence[Token], over: Token, here: Sequence[Token], first: int) -> Changes | None:
    """The changes that give the first clause back the object that came as a part of the second; None without a place."""
    noun = torn[-1]
    before = here[min(token.left for token in torn) - first - 1]
    if noun.tag not in (*_NOUNS, "PRP"):
        return None
    if before.index == over.index or (before.head == over.index and before.dep == "prt"):
        top = replace(noun, head=over.index, dep="dobj")
    elif before.dep in ("prep", "agent"):
        top = replace(noun, head=before.index, dep="pobj")
    else:
        return None
    return {**{token.index: replace(token, head=noun.index) for token in torn[:-1]}, noun.index: top}
