"""Whom the grammar of a sentence makes "it", where the nearest subject is not meant.

"The raid handed A its biggest gain since it took X": what is measured is A's, and so is what it is measured by. Who is
told that it must leave is who leaves; a thing that A gave B to fight with is what B fights with.
"""

from __future__ import annotations

from dateline.model.text import Parse, Token
from dateline.reference.actor_words import word_set
from dateline.resolve.actor_memory import SPEECH, felled

_RANKED = frozenset(("first", "only"))
_TO_WHOM = frozenset(("on", "upon", "for", "to"))
_ORDERING = word_set("tell order urge warn instruct command advise ask")
_REFUSING = word_set("refuse decline ignore comply obey reject agree")
_BLAMING = word_set("accuse blame condemn criticise criticize denounce")
_OBLIGING = word_set("must should have need ought")
_COMING = frozenset(("will", "would"))


def bound(parse: Parse, pronoun: Token) -> Token | None:
    """The noun that "it" stands for by the build of the sentence, None where that leaves it to what came before."""
    verb = parse.head(pronoun)
    if pronoun.dep != "nsubj" or pronoun.lower != "it":
        return None
    if verb.dep == "relcl" and any(kid.lower == "where" for kid in parse.kids(verb, "advmod")):
        return _who_went(parse, verb)
    if verb.dep == "relcl" and verb.lemma in _DENYING:
        return _charged(parse, parse.head(verb))
    if verb.dep == "relcl":
        return _receiver(parse, parse.head(parse.head(verb)))
    return (
        _measured(parse, verb)
        or main_subject(parse, pronoun)
        or _told(parse, verb)
        or _accused(parse, verb)
        or _went_on(parse, pronoun)
        or _announced(parse, verb)
    )


def main_subject(parse: Parse, pronoun: Token) -> Token | None:
    """Whose clause "it" or "they" go on from: "the convoy was hit as it left", "troops were on patrol when they met rebels"."""
    verb = parse.head(pronoun)
    main = parse.head(verb)
    when = next((kid.lower for kid in parse.kids(verb, "mark", "advmod") if kid.index < pronoun.index), "")
    if verb.dep != "advcl" or when not in _MEANWHILE or pronoun.dep not in ("nsubj", "nsubjpass"):
        return None
    passive = next(iter(parse.kids(main, "nsubjpass")), None)
    if passive is not None and when == "before" and felled(parse, passive):
        return _doer(parse, main) if pronoun.dep == "nsubj" else None
    running = main.tag == "VBG" and when == "when"
    subject = passive or (next(iter(parse.kids(main, "nsubj")), None) if running else None)
    if subject is None or subject.pos not in ("NOUN", "PROPN") or subject.index > pronoun.index:
        return None
    return subject if (subject.tag in _PLURAL) == (pronoun.lower != "it") else None


def _doer(parse: Parse, verb: Token) -> Token | None:
    """Who did it, of a passive: of "were shot by soldiers before they left" the soldiers."""
    return next((doer for by in parse.kids(verb, "agent") for doer in parse.kids(by, "pobj")), None)


_MEANWHILE = frozenset(("as", "when", "while", "before"))
_PLURAL = ("NNS", "NNPS")


def told_in_clause(parse: Parse, pronoun: Token) -> Token | None:
    """Of whom a relative clause tells in which "they" stands: "Tigers who were driven from X, a town that they had held"."""
    for clause in parse.ancestors(pronoun):
        whom = parse.head(clause)
        if clause.dep == "relcl" and whom.tag in _PLURAL and whom.index < pronoun.index:
            return whom
    return None


def struck_as_they(parse: Parse, pronoun: Token) -> Token | None:
    """Whom it befell while "they" did something: "soldiers killed 18 rebels as they tried to cross the river"."""
    verb = parse.head(pronoun)
    main = parse.head(verb)
    when = next((kid.lower for kid in parse.kids(verb, "mark") if kid.index < pronoun.index), "")
    if verb.dep != "advcl" or when not in ("as", "while") or main.lemma not in _STRIKING:
        return None
    return next((thing for thing in parse.kids(main, "dobj") if thing.tag in _PLURAL), None)


_STRIKING = word_set("kill shoot ambush attack arrest detain abduct kidnap wound injure hit strike intercept")


def told_of_themselves(parse: Parse, pronoun: Token) -> Token | None:
    """Who say what "they" did: of "police sources said they had found the body" the sources."""
    verb = _state_when_left(parse, parse.head(pronoun))
    told = parse.head(verb)
    if pronoun.dep not in ("nsubj", "nsubjpass") or verb.dep != "ccomp" or told.lemma not in SPEECH:
        return None
    speaker = next(iter(parse.kids(told, "nsubj")), None)
    return speaker if speaker is not None and speaker.tag in ("NNS", "NNPS") and speaker.index < verb.index else None


def _state_when_left(parse: Parse, verb: Token) -> Token:
    """The verb of who was still there "when they left": those who tell it left, not those of whom they tell."""
    over = parse.head(verb)
    over = parse.head(over) if over.dep == "acomp" else over
    when = {kid.lower for kid in parse.kids(verb, "mark", "advmod")}
    left = verb.dep == "advcl" and verb.lemma in _LEAVING and bool(when & _MEANWHILE) and over.lemma in _STAYING
    return over if left and over.index < verb.index else verb


_LEAVING = word_set("leave flee depart escape go")
_STAYING = word_set("be remain stay hold control sit stand occupy")


def told_by(parse: Parse, token: Token) -> Token | None:
    """Who says the clause in which a word is, or whose, the subject: of "X said its men fled" X."""
    subject = parse.head(token) if token.dep == "poss" else token
    verb = parse.head(subject)
    if subject.dep not in ("nsubj", "nsubjpass"):
        return None
    while verb.dep == "conj" and parse.head(verb).dep == "ccomp":
        verb = parse.head(verb)
    told = parse.head(verb)
    if verb.dep != "ccomp" or told.lemma not in SPEECH:
        return None
    return next((kid for kid in parse.kids(told, "nsubj") if kid.index < verb.index), None)


def _who_went(parse: Parse, clause: Token) -> Token | None:
    """Who came to a place, where "it" does what comes next: "the army moved to X, where it burned the market"."""
    over = next((up for up in parse.ancestors(clause) if up.pos == "VERB"), None)
    return next(iter(parse.kids(over, "nsubj", "nsubjpass")), None) if over is not None else None


def _measured(parse: Parse, verb: Token) -> Token | None:
    """Whose is the most that there was since: of "A's worst loss since it …" A, of "gave A its first base since it …" too."""
    since = next((kid for kid in parse.kids(verb, "mark") if kid.lower == "since"), None)
    if verb.dep != "advcl" or since is None:
        return None
    before = parse.tokens[parse.sentences[verb.sentence].first : since.index]
    rank = next((t for t in reversed(before) if t.tag in ("JJS", "RBS") or t.lower in _RANKED), None)
    if rank is None:
        return None
    thing = parse.head(rank) if rank.tag != "RBS" else parse.head(parse.head(rank))
    owner = next(iter(parse.kids(thing, "poss")), thing if parse.kids(thing, "case") else None)
    if owner is None or owner.pos != "PRON":
        return owner
    deed = parse.head(thing)
    return _receiver(parse, deed) or next(iter(parse.kids(deed, "nsubj")), None)


def _receiver(parse: Parse, verb: Token) -> Token | None:
    """To whom something is given, or on whom it is inflicted; of two objects it is the first."""
    given = parse.kids(verb, "dobj")
    if len(given) > 1:
        return given[0]
    for kid in parse.kids(verb, "dative", "prep"):
        if kid.dep == "dative" and kid.pos != "ADP":
            return kid
        objects = parse.kids(kid, "pobj") if kid.dep == "dative" or kid.lower in _TO_WHOM else []
        if objects and (kid.dep == "dative" or verb.lemma == "inflict"):
            return objects[0]
    return None


def _told(parse: Parse, verb: Token) -> Token | None:
    """Who is told that it must do something, or does not do it then."""
    order = parse.head(verb)
    if order.lemma not in _ORDERING:
        return None
    obliged = verb.dep == "ccomp" and any(aux.lemma in _OBLIGING for aux in parse.kids(verb, "aux"))
    answers = verb.dep == "conj" and verb.lemma in _REFUSING
    return next(iter(parse.kids(order, "dobj", "dative")), None) if obliged or answers else None


def _accused(parse: Parse, verb: Token) -> Token | None:
    """Who is blamed, of whom the accuser goes on to tell what it did: "A blamed B, saying it fired"."""
    said = parse.head(verb)
    blame = parse.head(said)
    coming = any(aux.lower in _COMING for aux in parse.kids(verb, "aux"))
    if verb.dep != "ccomp" or said.dep != "advcl" or blame.lemma not in _BLAMING or coming:
        return None
    return next(iter(parse.kids(blame, "dobj")), None)


def _went_on(parse: Parse, pronoun: Token) -> Token | None:
    """Who told something and goes on in the next clause: of "The ministry said 60 rebels had died; it gave no figure" it."""
    verb = parse.head(pronoun)
    if verb.lemma not in _ADDING:
        return None
    told = [parse.head(verb)] if verb.dep in ("conj", "parataxis") else parse.kids(verb, "ccomp", "parataxis")
    said = next((one for one in told if one.lemma in SPEECH and one.index < pronoun.index), None)
    return next(iter(parse.kids(said, "nsubj")), None) if said is not None else None


_ADDING = word_set("give add say make provide release offer mention name put blame deny cite describe tell")


def told_as_ours(parse: Parse, pronoun: Token) -> Token | None:
    """Whom a speaker calls his own in the clause before: "our forces hold the centre and they are clearing the rest"."""
    verb = parse.head(pronoun)
    before = parse.head(verb)
    if pronoun.dep not in ("nsubj", "nsubjpass") or verb.dep != "conj":
        return None
    subject = next(iter(parse.kids(before, "nsubj", "nsubjpass")), None)
    ours = subject is not None and any(kid.lower == "our" for kid in parse.kids(subject, "poss"))
    return subject if ours and subject is not None and subject.tag in _PLURAL else None


_HOUSES = word_set(
    "hospital clinic morgue mortuary infirmary dispensary school university company firm agency station airport prison jail church "
    "charity hotel"
)


def of_house(parse: Parse, pronoun: Token) -> bool:
    """Whether "it" is the house whose man speaks: "a doctor at the hospital said it had taken in nine dead"."""
    teller = told_by(parse, pronoun) if pronoun.lower == "it" else None
    if teller is None:
        return False
    nouns = [of for prep in parse.kids(teller, "prep") for of in parse.kids(prep, "pobj")]
    return any(noun.lemma in _HOUSES for noun in (*nouns, *parse.kids(teller, "compound", "poss")))


def _charged(parse: Parse, charge: Token) -> Token | None:
    """Who denies the charge: of "A accused B of theft, a charge it denies" B."""
    blame = parse.head(charge)
    return next(iter(parse.kids(blame, "dobj")), None) if blame.lemma in _BLAMING else None


_DENYING = word_set("deny reject dismiss refute contest dispute")


def _announced(parse: Parse, verb: Token) -> Token | None:
    """Who says what comes: in "A said B had fired, and that it would answer" A would."""
    told = parse.head(verb)
    again = verb.dep == "conj" and told.dep == "ccomp" and any(kid.lower == "that" for kid in parse.kids(verb, "mark"))
    coming = any(aux.lower in _COMING for aux in parse.kids(verb, "aux"))
    return next(iter(parse.kids(parse.head(told), "nsubj")), None) if again and coming else None
