"""Words that look like an act of conflict and are none: disease, accident, sport, labour, metaphor, idiom, law."""

from __future__ import annotations

from collections.abc import Callable

from dateline.claim.arguments import classes, prepositions
from dateline.claim.clause import Clause
from dateline.claim.material import Material
from dateline.claim.senses import Named
from dateline.claim.words import words
from dateline.model.text import Token
from dateline.reference.acts import Part

METAPHORS = words(
    "heart mind cancer corruption inflation poverty time election championship title crime hunger fatigue unemployment"
    " illiteracy racism stigma addiction budget popularity opinion climate drug wildfire flame virus"
)
WORK_NOUNS = frozenset(("union", "wage", "pay", "salary", "worker", "teacher", "nurse", "doctor", "transport"))


VIOLENT = ("attack", "clash", "air_strike", "shelling", "ambush", "besiege", "capture", "retake")


def guard(material: Material, clause: Clause, named: Named) -> str | None:
    """Why words that name an act of conflict are none; None when nothing speaks against them."""
    for rule in GUARDS:
        found = rule(material, clause, named)
        if found is not None:
            return found
    return None


def metaphor(material: Material, clause: Clause, named: Named) -> str | None:
    """A battle for hearts and minds, a fight against cholera."""
    if named.act not in ("clash", "attack", "capture", "begin_offensive", "besiege", "advance", "hold"):
        return None
    below = material.parse.subtree(material.parse.tokens[named.trigger])
    inside = {token.index for token in below} & set(clause.tokens)
    abstract = any(token.lemma in METAPHORS for token in below if token.index in inside)
    return "metaphor" if abstract or any(_is_of(material, token, "disease") for token in below) else None


def disease(material: Material, clause: Clause, named: Named) -> str | None:
    """Deaths of a disease or a disaster."""
    return _deaths(material, clause, named, "disease", "disease or disaster, not conflict")


def accident(material: Material, clause: Clause, named: Named) -> str | None:
    """Deaths of an accident or a fire."""
    return _deaths(material, clause, named, "accident", "accident, not conflict")


def sport(material: Material, clause: Clause, named: Named) -> str | None:
    """Goals, clubs and titles: two words of sport in one sentence."""
    sentence = _sentence(material, clause)
    found = {token.lemma for token in sentence if "sport" in material.acts.class_of(token.lemma)}
    return "sport" if len(found) >= 2 else None


def labour(material: Material, clause: Clause, named: Named) -> str | None:
    """A strike is a stoppage where somebody stops working."""
    trigger = material.parse.tokens[named.trigger]
    if trigger.lemma not in ("strike", "protest", "walkout"):
        return None
    beside = {kid.lemma for kid in material.parse.kids(trigger)} | {material.parse.head(trigger).lemma}
    subject = material.token(clause.subject)
    agents = [
        noun for prep, noun in prepositions(material, trigger) if noun is not None and prep.lower in ("by", "over")
    ]
    works = any("work" in classes(material, one) for one in (subject, *agents) if one is not None and one != trigger)
    return "strike is a stoppage, not an attack" if beside & WORK_NOUNS or works else None


def idiom(material: Material, clause: Clause, named: Named) -> str | None:
    """A situation under control holds no place."""
    subject = material.token(clause.subject)
    if named.act == "hold" and subject is not None and subject.lemma in ("situation", "fire", "blaze", "outbreak"):
        return "idiom, not territorial control"
    return None


def vote(material: Material, clause: Clause, named: Named) -> str | None:
    """Seats, votes and elections are won without an act of conflict."""
    if named.act not in ("capture", "retake", "withdraw", "advance", "losses"):
        return None
    words = {token.lemma for token in _words(material, clause)}
    return "politics, not conflict" if words & {"election", "vote", "seat", "poll", "ballot", "referendum"} else None


def _deaths(material: Material, clause: Clause, named: Named, wanted: str, why: str) -> str | None:
    """Whether the sentence, or the one that "it" points back to, names a cause and no act of violence."""
    if named.act not in ("kill", "wound", "losses", "burn", "displace", "clash", "attack"):
        return None
    tokens = [*_sentence(material, clause), *_pointed_to(material, clause)]
    nouns = [token for token in tokens if token.pos in ("NOUN", "PROPN", "ADJ")]
    if any(token.lower in ("accidental", "accident") for token in nouns):
        return why if wanted == "accident" else None
    if any(_violent(material, token, wanted) for token in tokens if token.index != named.trigger):
        return None
    return why if any(_is_cause(material, token, wanted) for token in nouns) else None


def _is_cause(material: Material, token: Token, wanted: str) -> bool:
    if token.lemma in ("fire", "blaze", "crash") and token.dep in ("dobj", "compound", "amod"):
        return False
    if token.lemma == "fire" and any(kid.dep in ("compound", "amod") for kid in material.parse.kids(token)):
        return False
    return wanted in material.acts.class_of(token.lemma)


def _violent(material: Material, token: Token, wanted: str) -> bool:
    """Whether a word names violence; "the fight against cholera" names none."""
    part: Part = "v" if token.pos == "VERB" else "n"
    if part == "n" and any(_is_of(material, below, wanted) for below in material.parse.subtree(token)):
        return False
    return any(sense.act in VIOLENT and not sense.others for sense in material.acts.of(part, token.lemma)[:1])


def _pointed_to(material: Material, clause: Clause) -> tuple[Token, ...]:
    pronouns = any(material.parse.tokens[i].lower in ("it", "there", "this") for i in clause.tokens)
    index = material.parse.tokens[clause.head].sentence - 1
    if not pronouns or index < 0:
        return ()
    before = material.parse.sentences[index]
    return material.parse.tokens[before.first : before.last + 1]


def _is_of(material: Material, token: Token, name: str) -> bool:
    return token.pos in ("NOUN", "PROPN", "ADJ") and name in material.acts.class_of(token.lemma)


def _words(material: Material, clause: Clause) -> list[Token]:
    return [material.parse.tokens[i] for i in clause.tokens]


def _sentence(material: Material, clause: Clause) -> tuple[Token, ...]:
    sentence = material.parse.sentences[material.parse.tokens[clause.head].sentence]
    return material.parse.tokens[sentence.first : sentence.last + 1]


Guard = Callable[[Material, Clause, Named], str | None]
GUARDS: tuple[Guard, ...] = (metaphor, disease, accident, sport, labour, idiom, vote)
