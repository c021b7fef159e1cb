"""Mends verbs that the model hung in the wrong place or took for nouns, where the tree itself shows it.

A verb taken for a noun: "Gunmen storm the village" has a subject and an object, so that "storm" is no noun.
A verb behind a relative clause: in "The men, who came by night, shot wildly, burned two huts and fled" the shooting is
one of the three things that they did.
Two verbs of which the parser joined one to the subject: in "Members of the gang fired on a post and burned a car" the
"and" joins the fire and the burning, in "freed the men and looted shops" the freeing and the looting.
A clause taken for a second agent: in "was hit by shrapnel and two homes were burned" no home hit anybody.
A subject taken for an object: in "Falling debris caused a fire" it is the debris that falls.
A clause joined to an object: see `clauses`.
A fate taken for a circumstance: in "nine have been confirmed killed by gunmen" the killing is what was confirmed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from dateline.model.text import Token
from dateline.parse.clauses import (
    clause_behind_preposition,
    clause_beside,
    count_behind_since,
    deed_behind_victims,
)
from dateline.parse.gerunds import deed_behind_a_comma, deed_of_the_verb
from dateline.parse.joined import deed_before_its_object, deed_of_a_name, joined_like_its_like, told_in_a_row
from dateline.parse.shared import boast_behind_and, shared_passive, shared_perfect, torn_subject, with_subject_joined
from dateline.parse.terse import (
    bare_fate,
    behind_how,
    counted_harm,
    feared_fate,
    quoted_deed,
    said_to_be,
    taken_beside,
    under_fire,
)
from dateline.parse.time_clauses import clause_of_time
from dateline.reference.actor_words import word_set

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_PRESENT = ("VBP", "VBZ")
_ONLY_PARTICIPLES = ("en", "wn")
"""How participles end that are no past tense: "stolen", "thrown"."""
_JOINED = ("conj", "advcl", "ccomp")
_LOOSE = (*_JOINED, "dep", "acl")
_TIDINGS = ("report", "word", "news", "sound", "resumption", "spell", "round", "day", "hour", "week", "night")
_FATES = ("killed", "wounded", "injured", "hurt", "kidnapped", "abducted", "displaced", "burned", "destroyed")


def with_verbs_in_place(tokens: Sequence[Token], first: int) -> Sequence[Token]:
    """The tokens of one sentence, the very same sequence where nothing had to be mended; the edges of subtrees are not counted anew."""
    here = tokens
    for token in tokens:
        rule = RULES.get(token.dep)
        verb = here[token.index - first]
        loose = verb.dep in _LOOSE and verb.pos in ("VERB", "AUX")
        changes = clause_of_time(verb, here, first) if loose else {}
        if not changes and rule is not None:
            changes = rule(verb, here, first)
        if not changes and loose and verb.dep in _JOINED:
            changes = clause_beside(verb, here, first) or clause_behind_preposition(verb, here, first)
        if changes:
            here = [changes.get(other.index, other) for other in here]
    return here


Changes = dict[int, Token]


_NO_NOUNS = word_set("flee seize besiege overrun oust slay abduct kidnap injure evacuate perish succumb")
"""Verbs that are never nouns, though the tagger may take them for some in a headline: "Hundreds flee as shells land"."""


def _noun_as_verb(token: Token, here: Sequence[Token], first: int) -> Changes:
    """A noun with a subject and an object, or with a subject in a relative clause, as the verb that it is."""
    if token.pos != "NOUN" or _governs(token, here, ("aux", "auxpass", "cop")):
        return said_to_be(token, here, first) or bare_fate(token, here) if token.dep == "ROOT" else {}
    if token.dep == "ROOT" and (told := counted_harm(token, here) or _noun_that_says(token, here, first)):
        return told
    if not _governs(token, here, ("nsubj",)):
        return {}
    objects = _governs(token, here, ("dobj",)) or token.lemma in _NO_NOUNS
    objects = objects or (token.dep == "ROOT" and _governs(token, here, ("ccomp",)))
    return {token.index: replace(token, pos="VERB", tag="VBP")} if objects or token.dep == "relcl" else {}


def _noun_that_says(token: Token, here: Sequence[Token], first: int) -> Changes:
    """In "Local media report that …" the word before the noun that a clause follows is the one who says it."""
    that = here[token.index - first + 1] if token.index + 1 - first < len(here) else token
    said = here[that.head - first]
    speaker = here[token.index - first - 1] if token.index > first else token
    if that.lower != "that" or that.dep != "mark" or (said.head, speaker.head) != (token.index, token.index):
        return {}
    if speaker.dep != "compound" or said.dep not in ("ccomp", "acl"):
        return {}
    before = (kid for kid in here if kid.head == token.index and kid.index < speaker.index)
    return {
        **{kid.index: replace(kid, head=speaker.index) for kid in before},
        speaker.index: replace(speaker, dep="nsubj"),
        token.index: replace(token, pos="VERB", tag="VBP"),
        said.index: replace(said, dep="ccomp"),
    }


def _behind_a_relative(token: Token, here: Sequence[Token], first: int) -> Changes:
    """A participle that follows on a closed relative clause, as the first of the verbs of the noun that both describe."""
    if told := taken_beside(token, here, first) or with_subject_joined(token, here, first):
        return told
    if token.tag == "VBG":
        return deed_of_the_verb(token, here, first)
    noun = _told_of(token, here, first)
    if (joined := _before_a_bare_and(token, here, first)) is not None:
        return joined
    if noun.dep not in ("nsubj", "nsubjpass") or not resumes(token, noun, here):
        return told_in_a_row(token, here, first)
    verb = here[noun.head - first]
    if verb.index < token.index or verb.pos != "VERB":
        return {}
    return {token.index: replace(token, head=verb.index, dep="conj", tag="VBD")}


def _before_a_bare_and(token: Token, here: Sequence[Token], first: int) -> Changes | None:
    """A participle between a subject and "and" with its verb: nothing else is there that the two verbs could share."""
    top = here[token.head - first]
    while top.dep not in ("nsubj", "ROOT"):
        top = here[top.head - first]
    verb = here[top.head - first]
    link = here[verb.index - first - 1] if verb.index > first else verb
    if top.dep != "nsubj" or verb.index < token.index or (link.dep, link.head) != ("cc", top.index):
        return None
    if any(kid.head == top.index and kid.dep == "conj" for kid in here):
        return None
    whole = verb.head == verb.index
    return {
        token.index: replace(token, head=token.index if whole else verb.head, dep=verb.dep, tag="VBD"),
        verb.index: replace(verb, head=token.index, dep="conj"),
        link.index: replace(link, head=token.index),
        top.index: replace(top, head=token.index),
    }


def _verb_before_its_object(token: Token, here: Sequence[Token], first: int) -> Changes:
    """In "freed the inmates and looted shops" the shops are no second verb, but what was looted.

    So, too, in a headline: "Gunmen free inmates, loot shops".
    """
    if quoted := quoted_deed(token, here, first) or said_to_be(token, here, first):
        return quoted
    noun = here[token.head - first]
    over = here[noun.head - first]
    if over == noun:
        return deed_of_a_name(token, here, first)
    before = here[token.index - first - 1] if token.index > first else token
    told = token.tag in _PRESENT and over.tag in _PRESENT and before.text == ","
    past = token.tag in ("VBN", "VBD") and over.tag == "VBD" and before.dep == "cc"
    doing = token.tag == over.tag == "VBG" and before.dep == "cc"
    if noun.dep != "conj" or not (told or past or doing):
        mended = deed_behind_a_comma(token, here, first) or deed_before_its_object(token, here, first)
        return mended or shared_perfect(token, here, first)
    return {
        token.index: replace(token, head=over.index, dep="conj", pos="VERB", tag=over.tag),
        noun.index: replace(noun, head=token.index, dep="dobj"),
    }


def _told_of(token: Token, here: Sequence[Token], first: int) -> Token:
    """The noun that a participle describes, or that of the relative clause in which that noun stands."""
    over = here[token.head - first]
    while over.dep not in ("relcl", "ROOT", "nsubj", "nsubjpass"):
        over = here[over.head - first]
    return here[over.head - first] if over.dep == "relcl" else over


def resumes(token: Token, noun: Token, here: Sequence[Token]) -> bool:
    """Whether a participle stands right behind the comma that closes a relative clause of its noun."""
    if (
        token.tag not in ("VBN", "VBD")
        or token.lower.endswith(_ONLY_PARTICIPLES)
        or _governs(token, here, (*_SUBJECTS, "aux", "auxpass", "agent"))
    ):
        return False
    before = token.index - here[0].index - 1
    told = any(kid.head == noun.index and kid.dep == "relcl" and kid.index < token.index for kid in here)
    return told and before > 0 and here[before].text == ","


def _clause_behind_an_agent(token: Token, here: Sequence[Token], first: int) -> Changes:
    """The noun before a finite verb without a subject as its subject, not as one more of those named before."""
    helper = next((kid for kid in here if kid.head == token.index and kid.dep in ("aux", "auxpass")), None)
    if helper is None or helper.tag not in _FINITE or _governs(token, here, _SUBJECTS) or helper.index == first:
        return {}
    noun = here[helper.index - first - 1]
    if noun.pos in ("CCONJ", "PUNCT"):
        return {}
    while noun.dep not in ("conj", "ROOT") and noun.head < helper.index:
        noun = here[noun.head - first]
    over = here[noun.head - first]
    beside = over.index == token.head
    if (
        noun.dep != "conj"
        or noun.pos not in _NOMINAL
        or over.index < token.head
        or not (beside or over.pos in _NOMINAL)
    ):
        return {}
    links = (kid for kid in here if kid.dep == "cc" and over.index < kid.index < noun.index)
    link = next((kid for kid in links if beside or kid.head in (over.index, token.head)), None)
    if link is None or token.head == noun.index:
        return {}
    passive = _governs(token, here, ("auxpass",))
    return {
        noun.index: replace(noun, head=token.index, dep="nsubjpass" if passive else "nsubj"),
        link.index: replace(link, head=token.head),
    }


def _verb_joined(token: Token, here: Sequence[Token], first: int) -> Changes:
    if (
        changes := joined_like_its_like(token, here, first)
        or shared_passive(token, here, first)
        or bare_fate(token, here)
    ):
        return changes
    if token.pos == "NOUN":
        return boast_behind_and(token, here, first) or _noun_as_verb(token, here, first)
    return _clause_behind_an_agent(token, here, first) if token.pos in ("VERB", "AUX") else {}


def _fate(token: Token, here: Sequence[Token], first: int) -> Changes:
    """What was confirmed, reported or feared of somebody: the participle right behind the one that says so."""
    over = here[token.head - first]
    if token.tag == "VBG" and (fire := _come_under(token, here, first) or under_fire(token, here, first)):
        return fire
    if feared := feared_fate(token, here, first):
        return feared
    if token.lower not in _FATES or over.index != token.index - 1 or not _governs(over, here, ("auxpass",)):
        return _noun_as_verb(token, here, first) or told_in_a_row(token, here, first)
    return {token.index: replace(token, dep="xcomp")}


def _come_under(token: Token, here: Sequence[Token], first: int) -> Changes:
    """Under what somebody came, whose it is standing before it: in "came under rebel shelling" nobody comes shelling."""
    owner = here[token.index - first - 1] if token.index > first else token
    under = here[owner.head - first]
    if owner.dep != "pobj" or under.lower != "under" or _governs(token, here, ("dobj", *_SUBJECTS)):
        return {}
    behind = (kid for kid in here if kid.head == token.index and kid.dep == "ccomp")
    return {
        owner.index: replace(owner, head=token.index, dep="compound"),
        token.index: replace(token, head=under.index, dep="pobj", pos="NOUN", tag="NN", lemma=token.lower),
        **{kid.index: replace(kid, dep="relcl") for kid in behind},
    }


def _told(token: Token, here: Sequence[Token], first: int) -> Changes:
    if token.tag == "VBG":
        return deed_of_the_verb(token, here, first)
    return told_in_a_row(token, here, first)


def _deed_or_event(token: Token, here: Sequence[Token], first: int) -> Changes:
    """What was done, or in "hurt during fighting", "reports of shelling in the hills" the noun of what went on."""
    alone = token.tag == "VBG" and not _governs(token, here, (*_SUBJECTS, "dobj", "ccomp", "xcomp", "aux"))
    lead = here[token.head - first]
    if alone and (lead.lower == "during" or (lead.lower == "of" and here[lead.head - first].lemma in _TIDINGS)):
        return {token.index: replace(token, dep="pobj", pos="NOUN", tag="NN", lemma=token.lower)}
    return deed_of_the_verb(token, here, first)


def _deeds(token: Token, here: Sequence[Token], first: int) -> Changes:
    """A plural that came as a verb, though it is what another verb tells of: "junta airstrikes on Pekon killed nine"."""
    if token.tag != "VBZ" or token.pos != "VERB" or _governs(token, here, ("dobj", "aux", "mark")):
        return {}
    before = (kid for kid in here if kid.head == token.index and kid.dep == "nsubj" and kid.index == token.index - 1)
    return {
        token.index: replace(token, pos="NOUN", tag="NNS", lemma=token.lower.removesuffix("s")),
        **{kid.index: replace(kid, dep="compound") for kid in before},
    }


def _behind_how_it_was_reached(token: Token, here: Sequence[Token], first: int) -> Changes:
    """The verb of a sentence that came as what its subject was reached by: "a nurse reached by phone spoke of 15 dead"."""
    before = here[token.index - first - 1] if token.index > first else token
    lead = here[token.head - first]
    told = here[lead.head - first]
    noun = here[told.head - first]
    if token.tag not in ("VBD", "VBZ", "VBN") or (before.head, before.dep) != (token.index, "compound"):
        return {}
    if told.dep != "acl" or noun.pos not in _NOMINAL or noun.dep not in ("ROOT", "advcl", "ccomp", "conj"):
        return {}
    whole = noun.head == noun.index
    loose = (kid for kid in here if kid.head == noun.index and kid.dep in ("mark", "punct", "cc"))
    return {
        **{kid.index: replace(kid, head=token.index) for kid in loose},
        before.index: replace(before, head=lead.index, dep="pobj"),
        noun.index: replace(noun, head=token.index, dep="nsubj"),
        token.index: replace(token, head=token.index if whole else noun.head, dep=noun.dep, pos="VERB", tag="VBD"),
    }


def _what_falls(token: Token, here: Sequence[Token], first: int) -> Changes:
    """What falls, as the subject of its sentence: in "Falling debris caused a fire" nobody fells it."""
    noun = next((kid for kid in here if kid.head == token.index and kid.dep == "dobj"), None)
    if token.lemma != "fall" or token.tag != "VBG" or noun is None:
        return {}
    behind = {kid.index: replace(kid, head=noun.index) for kid in here if kid.head == token.index}
    return {
        **behind,
        noun.index: replace(noun, head=token.head, dep="nsubj"),
        token.index: replace(token, head=noun.index, dep="amod"),
    }


def _governs(head: Token, here: Sequence[Token], deps: tuple[str, ...]) -> bool:
    return any(token.head == head.index and token.dep in deps for token in here)


RULES: dict[str, Callable[[Token, Sequence[Token], int], Changes]] = {
    "ROOT": _noun_as_verb,
    "relcl": _noun_as_verb,
    "advcl": _fate,
    "conj": _verb_joined,
    "acl": _behind_a_relative,
    "amod": _verb_before_its_object,
    "csubj": _what_falls,
    "nsubj": lambda token, here, first: torn_subject(token, here, first) or _deeds(token, here, first),
    "nsubjpass": torn_subject,
    "ccomp": _told,
    "pcomp": _deed_or_event,
    "xcomp": feared_fate,
    "oprd": feared_fate,
    "dobj": behind_how,
    "pobj": _behind_how_it_was_reached,
    "prep": lambda token, here, first: (
        count_behind_since(token, here, first) or deed_behind_victims(token, here, first)
    ),
    "mark": deed_behind_victims,
}
"""Which rule may have to mend a word, by its label."""
