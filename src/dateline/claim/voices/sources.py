"""Who speaks: the subject of a verb of saying, and the words that name it."""

from __future__ import annotations

from types import MappingProxyType

from dateline.claim.voices.scene import Extent, extent
from dateline.claim.words import words
from dateline.model.text import Parse, Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
LONGEST_PHRASE = 40
"""Tokens of a source with its relative clause; beyond that the parse has gone astray."""
DAYS = words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september"
    " october november december day night morning evening afternoon week weekend month year today yesterday dawn dusk noon midnight"
)
CONTINUING = frozenset({"add", "note", "say", "stress", "warn", "claim", "insist", "explain", "specify",
                        "correct", "contradict", "deny", "reject", "confirm", "accuse", "blame", "dispute"})  # fmt: skip
CITING = frozenset({"cite", "quote"})
"""Verbs with which a voice names the one it has its words from."""
QUOTED = CITING | words("interview contact reach question")
"""What reporters do with those who then speak."""
SAYING = frozenset({"say", "tell", "state", "report", "claim", "announce", "confirm", "add", "declare", "deny", "write", "note",
                    "explain", "ask", "warn"})  # fmt: skip


CHARGES = MappingProxyType({"accuse": "of", "blame": "for", "charge": "with", "suspect": "of"})
"""Verbs of accusing with the preposition that stands right behind them only in the passive."""
MUTE = words(
    "deal agreement truce ceasefire pact talk negotiation attack raid strike clash fighting shelling blast explosion offensive"
    " operation war conflict situation town village city road bridge"
)
"""Nouns of which nobody says that they say something, where another subject can."""
MAKING = words("lead prompt force compel cause allow push drive oblige bring")
"""Verbs whose object is the one who then does it: "led observers to believe"."""


CARRIERS = words(
    "phone telephone message text sms email e-mail mail letter radio video telegram whatsapp fax satellite"
)
"""What words come over."""


def subject_of(parse: Parse, verb: Token) -> Token | None:
    """The token that heads the subject; verbs without one take it from the verb they are joined to."""
    quoted = quoted_speaker(parse, verb)
    if quoted is not None:
        return quoted[0]
    behind = _behind(parse, verb)
    if behind is not None:
        return behind
    verb = _saying(parse, joined_telling(parse, verb) or _main(parse, verb))
    for _ in range(6):
        subjects = parse.kids(verb, *SUBJECTS)
        if subjects:
            return antecedent(parse, _quoted_by_last(parse, subjects) or subjects[-1])
        if made := _made_to(parse, verb):
            return made
        if verb.dep in ("acl", "relcl"):
            head = parse.head(verb)
            # Gunmen "thought to be rebels" think nothing.
            thought = verb.tag == "VBN" and any(_to(parse, kid) for kid in parse.kids(verb, "xcomp"))
            thought = thought or _is_named_so(parse, verb)
            return head if head.pos in ("NOUN", "PROPN", "PRON") and not thought else None
        if verb.dep not in ("conj", "xcomp", "advcl", "ccomp", "pcomp", "prep", "dep") or (
            verb.dep == "ccomp" and verb.tag != "VBG"
        ):
            return None
        verb = parse.head(verb)
    return None


def _quoted_by_last(parse: Parse, subjects: list[Token]) -> Token | None:
    """The first of two subjects, where the second is whoever quotes him: "Witnesses quoted by the daily An Nahar said"."""
    said = (kid for kid in parse.kids(subjects[0], "acl") if kid.lemma in QUOTED and kid.right == subjects[-1].left - 1)
    return subjects[0] if len(subjects) == 2 and any(parse.kids(kid, "agent") for kid in said) else None


def _is_named_so(parse: Parse, verb: Token) -> bool:
    """Whether a participle with "as" tells what its noun is taken for: "a suspect identified as X" identifies nobody."""
    behind = parse.tokens[min(verb.index + 1, len(parse.tokens) - 1)]
    return verb.dep == "acl" and verb.tag == "VBN" and behind.lower == "as" and not parse.kids(verb, "dobj")


def _main(parse: Parse, verb: Token) -> Token:
    """The verb of the main clause to which a finite one belongs that the parser joined to "could …" in a relative clause.

    In "fights a militia that could take Wau and denies …" nothing "could denies".
    """
    over = parse.head(verb)
    modal = any(kid.tag == "MD" for kid in parse.kids(over, "aux"))
    if verb.dep != "conj" or verb.tag not in ("VBZ", "VBD") or not modal or parse.kids(verb, *SUBJECTS):
        return verb
    above = parse.head(parse.head(over)) if over.dep == "relcl" else over
    return above if above.pos in ("VERB", "AUX") and above.index != over.index else verb


def _made_to(parse: Parse, verb: Token) -> Token | None:
    """Whom something makes say or think: "experts" in "this led experts to believe …"."""
    over = parse.head(verb)
    if verb.dep not in ("xcomp", "ccomp", "advcl") or over.lemma not in MAKING or not _to(parse, verb):
        return None
    return next((kid for kid in parse.kids(over, "dobj") if kid.index < verb.index), None)


def _to(parse: Parse, verb: Token) -> bool:
    return any(kid.tag == "TO" for kid in parse.kids(verb, "aux"))


def _behind(parse: Parse, verb: Token) -> Token | None:
    """The subject behind its verb, which the parser takes for the object: "…,” added another official."."""
    before = parse.tokens[verb.index - 1] if verb.index else verb
    if (
        verb.lemma not in SAYING - {"tell"}
        or verb.tag not in ("VBD", "VBZ")
        or before.text not in ("”", '"', "''", "’", ",")
    ):
        return None
    said = [kid for kid in parse.kids(verb, "ccomp") if kid.index > verb.index]
    if said or parse.kids(verb, *SUBJECTS, "aux", "auxpass"):
        return None
    objects = [kid for kid in parse.kids(verb, "dobj", "attr", "oprd") if kid.left == verb.index + 1]
    return objects[0] if objects and objects[0].pos in ("NOUN", "PROPN") else None


def quoted_speaker(parse: Parse, verb: Token) -> tuple[Token, Token] | None:
    """Who speaks in "quoted a medic as saying …": the medic, and the verb with which somebody else quotes him."""
    over = parse.head(verb)
    if verb.dep != "pcomp" or over.lower != "as":
        return None
    quoting = next((token for token in parse.ancestors(over) if token.lemma in CITING), None)
    if quoting is None:
        return None
    if passive(parse, quoting):
        subjects = parse.kids(quoting, "nsubjpass")
        return (subjects[-1], quoting) if subjects else None
    objects = parse.kids(quoting, "dobj")
    return (objects[0], quoting) if objects else None


def joined_telling(parse: Parse, verb: Token) -> Token | None:
    """The verb of saying to which a second one belongs that the parser joined to what was said.

    In "said that talks were stalling and warned that …" the past cannot go on with "were stalling", nor with "would
    stall" or "are stalling".
    """
    over = parse.head(verb)
    if (outer := _at_odds(parse, verb)) is not None:
        return outer
    own = verb.dep == "conj" and verb.tag == "VBD" and verb.lemma in CONTINUING and bool(parse.kids(verb, "ccomp"))
    if not own or parse.kids(verb, *SUBJECTS) or (over.tag == "VBD" and over.lemma != "be"):
        return None
    if over.tag == "VBN" and any(kid.lower == "had" for kid in parse.kids(over, "aux")):
        return None
    said = next((token for token in (over, *parse.ancestors(over)) if token.dep == "ccomp"), over)
    said = parse.head(said)
    return said if said.lemma in SAYING and said.tag == "VBD" and said.index < over.left else None


def _at_odds(parse: Parse, verb: Token) -> Token | None:
    """The verb of saying to which a second one belongs because the subject of what was said cannot be its own.

    "denies that his men were there and accuses …", "denied a deal had been reached and said …".
    """
    over = parse.head(verb)
    told = parse.head(over)
    if verb.dep != "conj" or verb.tag not in ("VBZ", "VBD") or parse.kids(verb, *SUBJECTS, "aux"):
        return None
    if over.dep != "ccomp" or told.tag != verb.tag or told.index > over.left or not parse.kids(told, *SUBJECTS):
        return None
    # A bare clause behind "denied" leaves its subject to "denied".
    subjects = parse.kids(over, *SUBJECTS) or parse.kids(told, "dobj")
    many = verb.tag == "VBZ" and any(one.tag in ("NNS", "NNPS") or one.lower == "they" for one in subjects)
    mute = any(one.lemma in MUTE for one in subjects) and bool(parse.kids(verb, "ccomp"))
    return told if many or mute or _in_another_tense(parse, verb, over) else None


def _in_another_tense(parse: Parse, verb: Token, over: Token) -> bool:
    """Whether a present joined to a past goes on with who tells it now: "maintains that it left and counts nine dead"."""
    past = over.tag == "VBD" or any(kid.tag == "VBD" for kid in parse.kids(over, "aux", "auxpass"))
    return verb.tag == "VBZ" and past


def _saying(parse: Parse, verb: Token) -> Token:
    """In "the group said it held the town, adding …" the one who said also adds, wherever the parser hangs "adding"."""
    if verb.dep != "advcl" or speaks_on(parse, verb) or verb.lemma not in CONTINUING | CITING or verb.tag != "VBG":
        return verb
    said = (token for token in parse.ancestors(verb) if token.lemma in SAYING and parse.kids(token, "ccomp"))
    return next(said, verb)


def speaks_on(parse: Parse, verb: Token) -> bool:
    """Whether a participle goes on with a speaker of whom another tells: "says a nurse confirmed it, adding that …"."""
    over = parse.head(verb)
    named = (kid for kid in parse.kids(over, "nsubj") if kid.pos != "PRON")
    return verb.dep == "advcl" and over.lemma in CONTINUING and any(named)


def antecedent(parse: Parse, subject: Token) -> Token:
    """The noun that "that" or "which" stands for at the head of a relative clause; any other subject itself."""
    clause = parse.head(subject)
    if subject.lower in ("which", "who") and subject.dep == "nsubj":
        return _described(parse, subject) or _noun_before(parse, subject)
    if subject.lower != "that" or clause.dep != "relcl" or subject.dep != "nsubj":
        return subject
    return _told_of(parse, parse.head(clause))


def _described(parse: Parse, who: Token) -> Token | None:
    """The named person whom "who" tells more of behind where he serves: "Colonel X, a commander in the north, who …"."""
    head, before = parse.head(parse.head(who)), parse.tokens[max(0, who.index - 2)]
    over = parse.head(before)
    placed = before.dep == "pobj" and over.lower in ("in", "at", "near", "from", "for", "of")
    inside = any(one.index == head.index for one in parse.ancestors(before))
    return head if who.lower == "who" and placed and inside and head.pos == "PROPN" else None


def _noun_before(parse: Parse, relative: Token) -> Token:
    """The noun right before "which", over a comma: where a relative clause hangs is often parsed wrongly."""
    before = parse.tokens[max(0, relative.index - 2) : relative.index]
    nouns = [token for token in before if token.pos in ("NOUN", "PROPN")]
    if before[-1:] and before[-1].lower in ("those", "anyone", "people"):
        return before[-1]
    near = nouns and all(token.pos in ("NOUN", "PROPN", "PUNCT") for token in before[-1:])
    return _told_of(parse, nouns[-1]) if near else relative


def _told_of(parse: Parse, noun: Token) -> Token:
    """The noun itself; of a day ("issued a statement on Friday which said") what the deed of that day was done to."""
    over = parse.head(parse.head(noun)) if noun.dep == "pobj" else parse.head(noun)
    if noun.lemma.lower() not in DAYS or over.index == noun.index:
        return noun
    if over.pos in ("NOUN", "PROPN"):
        return _told_of(parse, over)
    return next(iter([*parse.kids(over, "dobj"), *parse.kids(over, "nsubj")]), noun)


def passive(parse: Parse, verb: Token) -> bool:
    """Whether the verb stands in the passive; a short "'s" before a verb with a clause is "has"."""
    agents = (by for by in parse.kids(verb, "agent") if not carries(parse, by))
    if parse.kids(verb, "nsubjpass") or _is_accused(parse, verb) or any(agents):
        return True
    return any(kid.lower not in ("'s", "’s") for kid in parse.kids(verb, "auxpass"))


def carries(parse: Parse, by: Token) -> bool:
    """Whether "by" tells over what words came, not from whom: "admitted by text message", "confirmed by phone"."""
    carrier = next(iter(parse.kids(by, "pobj")), by)
    return carrier.lemma.lower() in CARRIERS and not parse.kids(carrier, "det", "poss")


def _is_accused(parse: Parse, verb: Token) -> bool:
    """Whether a participle without its object is of those accused: "two women, accused of spying, were killed"."""
    behind = parse.tokens[min(verb.index + 1, len(parse.tokens) - 1)]
    return verb.lemma in CHARGES and verb.tag in ("VBN", "VBD") and behind.lower == CHARGES[verb.lemma]


def agent_of(parse: Parse, verb: Token) -> Token | None:
    """The head of "by …" beside a passive, also where the parser hangs it on the judgement: "seen as a mistake by …"."""
    judged = [noun for kid in parse.kids(verb, "prep") if kid.lower == "as" for noun in parse.kids(kid, "pobj")]
    for over in (verb, *judged):
        for by in parse.kids(over, "agent", "prep"):
            led = by.lower == "by" and by.index > verb.index and not carries(parse, by)
            objects = parse.kids(by, "pobj") if led else []
            if objects:
                return objects[0]
    return None


def conjuncts(parse: Parse, head: Token) -> list[Token]:
    """The head and the nouns joined to it by "and" or "or"."""
    found = [head]
    for token in found:
        found.extend(kid for kid in parse.kids(token, "conj") if kid.pos in ("NOUN", "PROPN", "PRON"))
    return found


def whole_phrase(parse: Parse, head: Token, *, stop: int | None = None) -> Extent | None:
    """The words of a noun phrase up to `stop`, with an age or relative clause that a comma sets off."""
    last = head.right if stop is None or stop <= head.index else min(head.right, stop - 1)
    return extent(parse, head.left, last) if last - head.left <= LONGEST_PHRASE else noun_phrase(parse, head, stop=stop)


def relative(parse: Parse, verb: Token) -> Token | None:
    """The "who" or "which" that is the subject of a verb in a relative clause."""
    return next((kid for kid in parse.kids(verb, "nsubj") if kid.lower in ("who", "which", "that")), None)


def noun_phrase(parse: Parse, head: Token, *, stop: int | None = None) -> Extent | None:
    """The words of a noun phrase: its subtree without a relative clause behind a comma, an age or what follows `stop`."""
    last = head.right if stop is None or stop <= head.index else min(head.right, stop - 1)
    for kid in parse.kids(head):
        if kid.index <= head.index or kid.left > last:
            continue
        if kid.dep == "relcl" and stop is not None and kid.right >= stop:
            last = kid.left - 1
            break
        comma = parse.tokens[kid.left - 1].text == ","
        if comma and (kid.dep in ("relcl", "acl", "advcl") or kid.pos == "NUM"):
            last = kid.left - 1
            break
    while last > head.index and parse.tokens[last].dep in ("cc", "preconj"):
        last -= 1
    return extent(parse, head.left, last)
