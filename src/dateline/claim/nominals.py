"""Claims that nouns make: "heavy fighting around the port", "the siege of …", "their recapture of …"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.claim.arguments import classes, forms, leaves_harmed
from dateline.claim.classify import GOING_ON
from dateline.claim.clause import Clause, Relation
from dateline.claim.codeable import CONFLICT_ACTS
from dateline.claim.copulas import RANKS
from dateline.claim.extent import extent, without_label
from dateline.claim.heads import Heads
from dateline.claim.material import Material
from dateline.claim.senses import LIGHT, REACTING, SHAKING, THROUGH, UNDERGOING, noun_sense
from dateline.claim.tallies import own_words, tallied
from dateline.claim.voices.chain import SELF_TOLD, SILENT
from dateline.claim.words import words
from dateline.model.text import Token

NOUNS = ("NOUN", "PROPN")
TELLING = words("of on in against by between with for near around across into at to during over from along outside")
"""Prepositions after a noun that tell something of the event it names."""
FREE = frozenset(("pobj", "ROOT", "appos", "nsubj", "nsubjpass", "dobj", "conj", "dep", "attr", "npadvmod"))
NEVER = words(
    "loss war toll convoy body death dead support reinforcement gain step agreement deal withdrawal operation conflict"
)
"""Nouns that name an act too loosely to make a claim without a verb, save with much around them."""
LINKING_TO = words("link connect tie relate trace")
"""Verbs that tell to what kind of deeds somebody is linked."""
PROVOKING = words("spark trigger provoke prompt unleash ignite")
"""Verbs that tell what one event has led to: "the murder sparked riots" are two."""
LISTING = ("include",)
"""Verbs that tell which events make up another: "the raids included the shelling of a clinic"."""
DEBATING = ("discuss", "debate")
"""Verbs of speech that vouch for nothing."""
AUTHORED = (("on", "be"), ("behind", "be"), ("for", "responsible"), ("on", "agree"), ("upon", "agree"), ("to", "agree"))
"""Where a noun tells what somebody is on, whose deed it was, or to what he agreed: "the rebels were behind the attack"."""
MAKING_KNOWN = words("announce report acknowledge admit disclose mourn")
"""What a party makes known of its dead and of the enemy's."""
BLUNDERING = words("fall run walk drive stumble lure ride march sail")
"""Verbs of who meets an ambush: "fell into an ambush near the ford" tells of it."""
GROUPS = ("patrol", "mission")
"""Nouns of operations that as a subject are those who carry them out."""
MEETING = ("on", "at", "with", "against", "by", "from", "between")
"""Prepositions before those whom somebody meets or fires at."""
VIOLENT = ("attack", "clash", "ambush", "shelling", "air_strike", "wound", "kill")
TIDINGS = words("information report news word account")
"""What is received of an event is a report of it."""
CHECKING = words("verify check investigate confirm corroborate examine review probe assess")
"""What is done with reports that have come: "reports of a raid are being verified"."""
TELLING_MORE = words("series wave spate string resumption outbreak")
"""Nouns before "of" that tell something of the event themselves."""
CHANGES = words(
    "let-up letup lull pause halt increase decrease drop rise fall reduction decline surge spike uptick spate role"
)
"""What is told of how many acts there are: "no let-up in the raids"."""
PERIODS = words("minute hour day night week month year")
"""In what is told how long fighting took."""
ABOUT = words("responsibility claim report allegation target statement video footage news question risk threat fear role"
              " involvement anniversary talk history word victim scene wake aftermath result condition")  # fmt: skip
"""What stands over a noun that is only talked about."""


def nominal_heads(material: Material) -> frozenset[int]:
    """The nouns that make a claim of their own."""
    return frozenset(token.index for token in material.parse.tokens if _makes_claim(material, token))


def nominal_clauses(material: Material, heads: Heads) -> Iterator[Clause]:
    """One clause for every such noun."""
    for index in sorted(heads.nominal):
        token = material.parse.tokens[index]
        own = own_words(material, token) if tallied(material, token) else extent(material, token, heads=heads)
        tokens = without_label(material, own, index)
        over, sought = material.parse.head(token), _sought(material, token)
        lasting = _lasting(material, token)
        if over.lower == "without" or sought or lasting:
            first = material.parse.head(over) if lasting else over
            tokens = (*range(first.left, over.index + 1), *tokens)
        yield Clause(
            head=index,
            core=index,
            form="nominal",
            relation="purpose" if sought else _relation(material, token),
            tokens=tokens,
        )


def _relation(material: Material, token: Token) -> Relation:
    """How a noun's claim hangs in its sentence: on its own, as part of a clause, or as what another noun is about."""
    if token.dep == "ROOT":
        return "main"
    return "topic" if _is_topic(material, token) else "part"


def _makes_claim(material: Material, token: Token) -> bool:
    if token.sentence < 0 or token.dep not in FREE or not (token.pos in NOUNS or _told_of(material, token)):
        return False
    if _sought(material, token) or tallied(material, token):
        return True
    sense = noun_sense(material, token)
    if (
        sense is None
        or sense.predicate == "convoy"
        or not (sense.act in CONFLICT_ACTS or (sense.act == "hold" and token.dep == "appos"))
    ):
        return False
    if sense.act != "hold" and token.dep in ("appos", "dobj", "pobj") and _ranked(material, token):
        return False
    if token.lemma in GROUPS and (token.dep in ("nsubj", "nsubjpass") or _met(material, token)):
        return False
    if token.lemma in THROUGH and token.lemma not in TELLING_MORE:
        return False
    if token.dep == "pobj" and material.parse.head(token).lower == "without":
        return True
    if _lasting(material, token):
        return True
    feared = token.dep == "dobj" and _worded(material, token)
    if not (_spelled_out(material, token) or feared) or _belongs_to_verb(material, token):
        return False
    return not _talked_about(material, token)


def _ranked(material: Material, token: Token) -> bool:
    """Whether an apposition ranks what was told before it among its like: "… on Friday, the latest attack in the area".

    So does "in one of the bloodiest raids this year". Behind "officials said on Saturday" the parser takes an
    apposition for what they said.
    """
    told = material.parse.kids(token, "amod")
    if token.dep == "pobj":
        one = material.parse.head(material.parse.head(token))
        return one.lower == "one" and any(kid.tag == "JJS" or _most(material, kid) for kid in told)
    set_off = token.left > 0 and material.parse.tokens[token.left - 1].text == ","
    return set_off and any(kid.tag == "JJS" or kid.lower in RANKS for kid in told)


def _met(material: Material, group: Token) -> bool:
    """Whether a patrol is those whom somebody fires on or clashes with, not what soldiers are out on."""
    before = material.parse.head(group)
    if group.dep != "pobj" or before.lower not in MEETING:
        return False
    return before.lower != "on" or any(
        sense.act in VIOLENT for sense in material.acts.of("v", material.parse.head(before).lemma)
    )


def _most(material: Material, epithet: Token) -> bool:
    return any(kid.lower == "most" for kid in material.parse.kids(epithet, "advmod"))


def _told_of(material: Material, token: Token) -> bool:
    """Whether a verb in "-ing" stands as a noun: "shelling of the port", "hurt during fighting in the hills"."""
    if token.tag != "VBG" or token.dep not in ("nsubj", "nsubjpass", "dobj", "pobj"):
        return False
    return token.dep == "pobj" or any(prep.lower == "of" for prep in material.parse.kids(token, "prep"))


def _sought(material: Material, token: Token) -> bool:
    """Whether a phrase tells what somebody was after: "(while) in pursuit of a bomb maker", "in search of weapons"."""
    sought = token.lemma in ("pursuit", "search", "quest") and token.dep == "pobj"
    of = any(prep.lower == "of" for prep in material.parse.kids(token, "prep")) if sought else False
    return of and material.parse.head(token).lower == "in"


def _spelled_out(material: Material, token: Token) -> bool:
    """Whether the noun brings something of its own: whose, where, against whom, when."""
    told = [kid for kid in material.parse.kids(token, "prep") if kid.lower in TELLING]
    told += [kid for kid in material.parse.kids(token, "acl") if kid.lemma not in REACTING]
    if token.dep == "appos" or material.parse.kids(token, "relcl"):
        return token.dep == "appos" and bool(told) and token.lemma != "body"
    owners = material.parse.kids(token, "poss") if token.lemma not in NEVER else []
    if token.lemma in NEVER:
        return len(told) >= 2 or (token.lemma == "death" and _of_people(material, token))
    # A day owns no deed of which something is told, but it dates one in which something happened.
    dated = token.dep == "pobj" and material.parse.head(material.parse.head(token)).dep != "acl"
    whose = [kid for kid in owners if kid.pos in NOUNS and (dated or not _is_time(material, kid))]
    adjectives = material.parse.kids(token, "amod", "compound", "nmod")
    if told or whose:
        return True
    sense = noun_sense(material, token)
    violent = sense is not None and sense.act in ("clash", "shelling", "air_strike", "attack", "besiege", "protest")
    return token.dep == "pobj" and bool(adjectives) and violent and not _definite(material, token)


def _of_people(material: Material, death: Token) -> bool:
    """Whether a death is told with those who died: "the deaths of four peacekeepers"."""
    of = [
        noun for prep in material.parse.kids(death, "prep") if prep.lower == "of" for noun in material.parse.kids(prep)
    ]
    return any(material.parse.kids(noun, "nummod") and "person" in classes(material, noun) for noun in of)


def _belongs_to_verb(material: Material, token: Token) -> bool:
    """Whether a light verb already makes the noun's claim ("launched an attack", "fighting raged")."""
    parent = material.parse.head(token)
    if token.dep == "conj":
        return parent.index != token.index and _belongs_to_verb(material, parent)
    if token.dep in ("nsubj", "nsubjpass", "dobj", "attr") and parent.pos in ("VERB", "AUX"):
        follows = {kid.lower for kid in material.parse.kids(parent, "prep")} & {"in", "after", "amid", "as"}
        if parent.lemma == "come" and follows:
            return False
        if token.dep == "nsubj" and _costs_lives(material, parent):
            return False
        if parent.lemma in ("be", "remain") and token.dep == "nsubj":
            said = material.parse.kids(parent, "attr", "acomp")
            return not said or any(kid.lower in GOING_ON or material.parse.kids(kid, "xcomp") for kid in said)
        if token.dep in ("dobj", "nsubjpass") and _told_apart(material, token, parent):
            return False
        if token.dep == "dobj" and parent.lemma in LISTING:
            return False
        if token.dep == "nsubj" and leaves_harmed(material, parent):
            return False
        if token.dep == "nsubj" and parent.lemma in PROVOKING:
            return not material.parse.kids(parent, "dobj")
        return parent.lemma in LIGHT or parent.lemma in SHAKING or token.dep in ("dobj", "attr", "nsubjpass")
    over = material.parse.head(parent)
    if token.dep == "pobj" and ((parent.lower, over.lemma) in AUTHORED or _died_of(material, token)):
        return True
    if token.dep == "pobj" and parent.lower == "to" and over.lemma in UNDERGOING:
        return True
    caught = parent.lower == "into" and over.lemma in BLUNDERING
    return token.dep == "pobj" and (caught or (parent.lower in ("under", "into") and over.lemma in LIGHT))


def _died_of(material: Material, token: Token) -> bool:
    """Whether a noun tells what somebody died of: "succumbed to her injuries in hospital"."""
    sense, over = noun_sense(material, token), material.parse.head(material.parse.head(token))
    return over.lemma in ("die", "succumb") and sense is not None and sense.act == "wound"


def _costs_lives(material: Material, verb: Token) -> bool:
    """Whether a verb tells what an event led to of its own: "the ambush resulted in the death of the driver"."""
    if verb.lemma not in ("result", "lead", "end"):
        return False
    nouns = (
        noun
        for prep in material.parse.kids(verb, "prep")
        if prep.lower in ("in", "to", "with")
        for noun in material.parse.kids(prep, "pobj")
    )
    senses = (noun_sense(material, noun) for noun in nouns)
    return any(sense is not None and sense.kind in ("casualty", "displacement") for sense in senses)


def _told_apart(material: Material, token: Token, verb: Token) -> bool:
    """What a voice expects or confirms is its content, save what "was reported" by nobody; a siege to be broken is there."""
    told = material.cue_at.get(verb.index)
    if token.dep == "dobj" and verb.lemma in REACTING and _newly_told(material, token):
        return True
    if told is not None and told.stance not in SILENT and told.stance not in SELF_TOLD:
        reported = token.dep == "dobj" or bool(told.source) or verb.lemma != "report"
        return reported and verb.lemma not in DEBATING
    return verb.lemma in ("break", "lift", "end", "ease") and token.lemma in ("siege", "blockade", "encirclement")


def _newly_told(material: Material, token: Token) -> bool:
    """Whether a deed is told with victims of whom nobody has heard: "condemned the killing of two nurses", not "of the nurses"."""
    nouns = (
        noun
        for prep in material.parse.kids(token, "prep")
        if prep.lower == "of"
        for noun in material.parse.kids(prep, "pobj")
    )
    told = (kid for noun in nouns for kid in material.parse.kids(noun, "nummod", "det"))
    return any(kid.dep == "nummod" or kid.lower in ("a", "an") for kid in told)


def _worded(material: Material, token: Token) -> bool:
    """What somebody fears, expects, confirms or makes known: "feared more bombings", "announced the death of its commander"."""
    verb = material.parse.head(token)
    of = any(prep.lower == "of" for prep in material.parse.kids(token, "prep"))
    if token.lemma in ("death", "killing") and verb.lemma in MAKING_KNOWN and of:
        return any("force" in classes(material, kid) for kid in material.parse.kids(verb, "nsubj"))
    told = material.cue_at.get(verb.index)
    if told is not None and told.source and verb.lemma == "report":
        return bool(material.parse.kids(token, "amod", "compound"))
    stances = ("fear", "expect", "confirm", "warn", "estimate")
    return told is not None and told.stance in stances and token.left < token.index


def _talked_about(material: Material, token: Token) -> bool:
    parent = material.parse.head(token)
    if token.dep != "pobj" or parent.index == token.index:
        return token.dep == "pobj" and parent.lower in ("about", "despite")
    if _launched(material, token):
        return False
    if token.lemma == "return" and parent.lower == "in":
        return True
    over = material.parse.head(parent)
    if over.pos == "ADJ" and over.lower == "free" and parent.lower in ("of", "from"):
        return True
    if parent.lower == "to" and over.lemma in LINKING_TO:
        return True
    if over.lemma in TIDINGS and _received(material, over):
        return False
    if over.lemma in ("blame", "accuse") or material.parse.head(over).lemma == "accuse":
        return True
    if parent.lower == "in" and CHANGES.intersection(forms(material, over)):
        return True
    if over.lemma in ABOUT or over.pos not in NOUNS or parent.lower not in ("of", "for", "to", "about"):
        return over.lemma in ABOUT
    return not _is_topic(material, token)


def _is_topic(material: Material, token: Token) -> bool:
    """Whether a deed is told for the first time in what another noun says of it: "the lifting of a siege of the port".

    It must bring with it where it was, against whom or by whom; "the leader of the raid" points back to one.
    """
    parent = material.parse.head(token)
    over = material.parse.head(parent)
    if token.dep != "pobj" or over.pos not in NOUNS or parent.lower not in ("of", "to"):
        return False
    apart = over.dep == "attr" or over.lemma in TELLING_MORE | TIDINGS | PERIODS
    return not apart and not _definite(material, token) and _worded_itself(material, token)


def _worded_itself(material: Material, token: Token) -> bool:
    """Whether the noun tells against whom, where or by whom, not only when."""
    told = (kid for kid in material.parse.kids(token, "prep") if kid.lower in TELLING)
    return any(not _is_time(material, noun) for kid in told for noun in material.parse.kids(kid, "pobj"))


def _is_time(material: Material, noun: Token) -> bool:
    mention = material.mention_at.get(noun.index)
    return mention is not None and mention.kind == "time"


def _lasting(material: Material, token: Token) -> bool:
    """Whether a noun is told with how long it took: "after two days of fighting", "amid weeks of protests"."""
    parent = material.parse.head(token)
    over = material.parse.head(parent)
    counted = over.dep == "pobj" and token.dep == "pobj" and parent.lower == "of" and over.lemma in PERIODS
    sense = noun_sense(material, token) if counted else None
    return sense is not None and sense.act in CONFLICT_ACTS


def _received(material: Material, tidings: Token) -> bool:
    """Whether a report is told of as one that came: "we have received word of", "there were reports of"."""
    verb = material.parse.head(tidings)
    none = material.negated(verb) or any(kid.lower == "no" for kid in material.parse.kids(tidings, "det"))
    there = verb.lemma == "be" and bool(material.parse.kids(verb, "expl")) and not none
    if tidings.dep == "nsubjpass" and verb.lemma in CHECKING:
        return True
    return verb.lemma in ("receive", "get", "obtain") or there


def _launched(material: Material, token: Token) -> bool:
    """Whether a participle tells whose deed an event was: "in answer to a raid carried out by the militia"."""
    told = (kid for kid in material.parse.kids(token, "acl") if kid.tag == "VBN" and kid.lemma in LIGHT)
    return any(material.parse.kids(verb, "agent") for verb in told)


def _definite(material: Material, token: Token) -> bool:
    return any(kid.lower in ("the", "this", "that", "these", "those") for kid in material.parse.kids(token, "det"))
