"""Actors by a common noun: "troops", "the rebels", "a security source", "its fighters", "rebel-held"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.mark.candidate import Candidate
from dateline.model.text import Parse, Token
from dateline.model.vocabulary import Form
from dateline.reference import Reference
from dateline.reference.actor_countries import STATE_WEAPONS
from dateline.reference.actor_nouns import ActorNoun
from dateline.reference.actor_words import fold, fold_name, word_set
from dateline.reference.communities import COMMUNITIES
from dateline.reference.splinters import SPLIT
from dateline.reference.strike_words import STRIKES, are_arms, arms_behind
from dateline.reference.victims import strikes, struck, suffers

MARKER = "actor_nominals"

_LEFT_OUT = word_set(
    "the a an this that these those some any no all both each every other another more most many several few such "
    "multiple numerous various at least dozens about nearly almost only first last two three one even also "
    "and or but of per"
)
_OWNERS = frozenset(("its", "our", "their", "his", "her", "my", "your"))
_ATTRIBUTIVE = word_set(
    "rebel militant insurgent guerrilla separatist jihadist islamist paramilitary militia terrorist regime extremist "
    "opposition government army coalition junta military police navy"
) | {"air force"}
_OF_A_KIND = frozenset(("military", "police"))
"""Nouns that may only say what sort of thing something is ("military aircraft"); of a strike with arms they say whose it is."""
_FIRE = frozenset(("fire", "gunfire", "shelling", "bombardment"))
_LABELS_THAT_STRIKE = word_set("coalition regime junta")
_ALWAYS_ATTRIBUTIVE = word_set("rebel militant insurgent guerrilla jihadist separatist islamist")
_HELD = word_set("held controlled backed led run occupied ruled aligned linked affiliated dominated")
_SPEECH_NOUNS = frozenset(("according", "citing", "quoting", "by", "from", "cited", "quoted", "with"))
_SAYING = word_set(
    "say tell report claim state describe add speak put confirm deny announce recount ask note warn explain estimate "
    "declare reveal believe think see witness question blame accuse hear fear show insist admit allege write"
)
_REACHED = frozenset(("reach", "contact", "interview", "authorise", "authorize", "speak", "ask", "decline"))
_CARRIERS = frozenset(("message", "audio", "recording", "page", "leaflet"))
"""Things without a signature that say something: "a text message saying …"."""
_DEEDS = word_set(
    "offensive advance attack assault airstrike strike withdrawal raid bombardment shelling bombing warplane aircraft jet"
)
_FORCES_DO = word_set("raid crackdown shooting airstrike bombardment shelling")
"""What such a noun before it makes a deed of soldiers or policemen, where no other party has it."""
_HOLDING = frozenset(("control", "hand", "rule", "possession"))
"""What a party has a place under or in: its modifier names who holds it."""
_CARRIED = word_set(
    "convoy vehicle van car truck lorry jeep bus pickup helicopter plane aircraft jet drone boat ship vessel gunboat column "
    "motorcade post checkpost outpost picket"
)
"""What armed men move in and guard: whoever strikes it strikes them."""
_ARMED = ("state", "police", "rebel", "gunmen", "unit")
_ONE_MAN = ("state", "police", "gunmen", "rebel")
"""Sorts of which one man is a person, not a party."""
_OF_STATES = ("government", "state", "police")
_SPEAKERS = ("civilian", "anonymous")
_HYPHENS = ("-", "\u2010", "\u2011")
_TIED = re.compile(r"[-‐‑](?:backed|recogni[sz]ed|supported|led|run|controlled|appointed|installed|brokered|based)\b")
"""Words before a government that tell by a name whose it is: the name is another's."""
_FOR = re.compile(r"[Pp]ro[-‐‑][A-Z]")
"""Words before armed men of which a name takes a part: "pro-X troops"."""
TOWN = 20_000
"""Inhabitants of a town that need not be told of as a place before its police act."""
BARE = 45
"""Priority of the noun without the name before it, for where a place takes the name ("Kherson residents")."""
_TIES = frozenset(("under", "loyal", "commanded", "led", "answering"))
"""Words behind "units" that make them somebody's."""
_ALSO_PLACES = frozenset(
    (
        "garrison", "press office", "media office", "information office", "press centre", "press center", "press bureau",
        "media bureau", "communications office", "public relations office", "public affairs office", "spokesman's office",
        "spokesperson's office", "media centre", "media center",
    )
)  # fmt: skip
"""Bodies that are places as well: who does something is the body."""
_PART_OF_A_PARTY = word_set("unit units elements source sources officer panel patrol cell cells")
"""Nouns that with a party's name before them mean a part of it, or one of its men: "RSF elements", "a UN panel"."""
_WALKED = word_set("carry conduct resume begin start make organise organize run perform intensify increase")
"""What is done with a patrol that is a round, and nobody."""
_NO_PARTY = word_set(
    "ethnic religious language linguistic age income minority blood social contact working study peer focus"
)
"""Before "group": people who have something in common, who do not act as one."""
_ACKNOWLEDGED = word_set("recognise recognize recognised recognized elect elected")
"""What a government is "internationally" or "democratically": the adverb is of its name."""
_DEFINITE = frozenset(("the", "this", "that", "same", "these", "those"))


def mark_nominals(parse: Parse, reference: Reference) -> Iterator[Candidate]:
    """Noun phrases whose head is an actor noun, without article and count; and modifiers that name a party."""
    for token in parse.tokens:
        if not token.text[0].isalpha():
            continue
        noun, first = _noun_at(parse, reference, token)
        if noun is None:
            continue
        if _held(parse, token):
            yield _party(_candidate(token.start, token, token, noun, 62))
        elif _modifies(parse, token):
            if noun.phrase in _ATTRIBUTIVE and _names_the_doer(parse, reference, token, noun):
                last = _with_arms(parse, token) if noun.phrase in ("government", "coalition", "regime") else token
                yield _party(_candidate(first.start, last, token, noun, 62))
        elif noun.sort != "role" and _fits(parse, token, noun):
            start, last = _left_edge(parse, first, noun), _right_edge(parse, token, noun)
            where = (start, first.start)
            yield _candidate(
                start,
                last,
                token,
                noun,
                _priority(parse, reference, where, noun, head=token, extended=last is not token),
            )
            before = parse.report.text[start : first.start]
            tied = noun.sort in _OF_STATES and _TIED.search(before)
            if (
                tied
                or (noun.sort in (*_SPEAKERS, "government") and before[:1].isupper())
                or (noun.sort in _ARMED and _FOR.match(before))
            ):
                yield _candidate(first.start, last, token, noun, BARE)


def _priority(
    parse: Parse, reference: Reference, where: tuple[int, int], noun: ActorNoun, *, head: Token, extended: bool
) -> int:
    """Above places where the mention holds one by rights: "source at the Basra command", "a Somali officer", "Basra police".

    `where` are the words before the noun.
    """
    if extended:
        return 84
    if noun.phrase in _PART_OF_A_PARTY and reference.actors.named(parse.report.text[where[0] : where[1]].strip()):
        return 84
    if noun.phrase in _ALSO_PLACES and head.dep in ("nsubj", "agent"):
        return 82
    first = parse.tokens_in(where[0], where[0] + 1)[:1]
    national = bool(first) and fold(first[0].text) in reference.actors.countries.by_adjective
    before = parse.report.text[where[0] : where[1]].strip(" -")
    return 81 if national or (noun.sort in _ARMED and _says_whose(before, reference)) else 50


def _says_whose(before: str, reference: Reference) -> bool:
    """Whether the words before an armed body are a people's or a well-known place's: "Fulani militia", "Basra police"."""
    folded = fold_name(before)
    if not folded or not before[0].isupper():
        return False
    if folded in COMMUNITIES:
        return True
    place = None if folded in reference.gazetteer.stops else reference.gazetteer.first(before)
    if place is None or fold_name(place.name) != folded:
        return False
    return place.kind in ("ADM1", "region", "capital", "city") or place.population >= TOWN


def _noun_at(parse: Parse, reference: Reference, token: Token) -> tuple[ActorNoun | None, Token]:
    """The longest actor noun that ends at the token, and the token where it begins."""
    nouns = reference.actors.nouns
    if fold(token.text) not in nouns.last_words:
        return None, token
    window = parse.tokens[max(0, token.index - 4) : token.index + 1]
    for tokens in (window[offset:] for offset in range(len(window)) if window[offset].text[0].isalnum()):
        phrase = " ".join(fold(t.text) for t in tokens if t.text not in ("-", "'", "’"))
        noun = nouns.by_phrase.get(phrase.replace("'s", "s").replace("’s", "s")) or nouns.by_phrase.get(phrase)
        if noun:
            return noun, tokens[0]
    return None, token


def _held(parse: Parse, token: Token) -> bool:
    """Whether the word is the holder in "rebel-held"."""
    after = parse.tokens[token.index + 1 : token.index + 3]
    return len(after) == 2 and after[0].text in "-\u2010\u2011" and after[1].lower in _HELD


def _modifies(parse: Parse, token: Token) -> bool:
    """Whether the noun only modifies another one to its right."""
    head = parse.head(token)
    if token.tag == "NNS" and token.dep == "compound":
        return False
    if token.dep == "conj" and head.dep in ("amod", "nmod", "compound"):
        return parse.head(head).index > token.index
    return token.dep in ("compound", "amod", "nmod") and head.index > token.index


def _names_the_doer(parse: Parse, reference: Reference, token: Token, noun: ActorNoun) -> bool:
    """Whether a modifier stands for a party: "rebel lines", but not in "rebel group", which is marked as a whole."""
    head = _modified(parse, token)
    if _noun_at(parse, reference, head)[0]:
        return False
    between = parse.tokens[token.index + 1 : head.index]
    if head.lower in STRIKES and are_arms(fold(t.text) for t in between if t.text[0].isalnum()):
        return True
    if head.lower in _FIRE and not between:
        return head.dep not in ("compound", "nmod")
    arms = head.lower in STATE_WEAPONS or arms_behind((head.lower,)) is not None
    if head.lemma in _CARRIED and (struck(parse, head) or (arms and strikes(parse, head))):
        return True
    if noun.phrase in _OF_A_KIND:
        return head.lemma in _FORCES_DO and not parse.kids(head, "poss")
    if (
        head.lower in STATE_WEAPONS
        or (arms and head.lemma not in _CARRIED)
        or (noun.phrase in _LABELS_THAT_STRIKE and head.lemma in _DEEDS)
    ):
        return True
    if head.lemma in _HOLDING and head.dep == "pobj":
        return True
    if any(t.pos in ("NOUN", "PROPN") for t in between):
        return False
    return noun.phrase in _ALWAYS_ATTRIBUTIVE or (head.lemma in _DEEDS and noun.sort != "label")


def _with_arms(parse: Parse, token: Token) -> Token:
    """The last word of a party that acts through its aircraft or guns: "government helicopters" are one mention."""
    arms = parse.tokens[min(token.index + 1, len(parse.tokens) - 1)]
    several = arms.tag == "NNS" or arms.lower == "aircraft"
    return arms if several and arms.lower in STATE_WEAPONS else token


def _modified(parse: Parse, token: Token) -> Token:
    """What a modifier is of: in "army artillery shelling" the shelling, also where the parse has it of the artillery."""
    head = parse.head(token)
    last = parse.head(head)
    struck_with = last.lower in STRIKES and are_arms((head.lower,))
    return last if head.dep == "compound" and (struck_with or arms_behind((head.lower, last.lower)) == 1) else head


def _fits(parse: Parse, token: Token, noun: ActorNoun) -> bool:
    if token.pos in ("VERB", "ADV", "AUX", "ADP") or (token.pos == "ADJ" and token.dep in ("acomp", "amod")):
        return False
    lefts = {t.lower for t in parse.tokens[token.left : token.index]}
    if noun.phrase == "office":
        told = token.dep == "nsubj" and parse.head(token).lemma in _SAYING
        return told and bool(lefts & _DEFINITE) and not parse.kids(token, "prep")
    if noun.sort == "org" and noun.number == "body":
        return _is_a_body(parse, token, noun, lefts)
    if noun.phrase == "patrol" and token.dep == "dobj" and parse.head(token).lemma in _WALKED:
        return False
    if noun.phrase in ("elements", "remnants") and _of_a_thing(parse, token):
        return False
    if noun.phrase in ("source", "sources") and _springs(parse, token):
        return False
    if noun.sort == "anonymous" and noun.number == "singular":
        return _speaks(parse, token) or noun.phrase.endswith(" source") or suffers(parse, token)
    if noun.phrase in ("people", "men", "women", "children", "leaders", "units", "family", "man", "woman"):
        if noun.number == "singular":
            return token.dep in ("nsubj", "nsubjpass", "dobj", "conj")
        if noun.phrase == "units" and _tied(parse.tokens[token.index + 1 : token.index + 5]):
            return True
        if noun.phrase == "men" or (noun.phrase in ("women", "children") and parse.kids(token, "nummod")):
            return True
        owners = ("amod", "poss", "compound") if noun.phrase == "units" else ("amod", "poss")
        return any(t.dep in owners for t in parse.kids(token) if t.lower not in _LEFT_OUT)
    return True


def _is_a_body(parse: Parse, token: Token, noun: ActorNoun, lefts: set[str]) -> bool:
    """Whether "the group" or "the front" acts as one; to a front men go, and lines move at it."""
    if (
        token.lower == "front"
        and token.text.islower()
        and token.dep not in ("nsubj", "poss")
        and parse.head(token).lower not in _BY_A_PARTY
    ):
        return False
    of = (prep for prep in parse.kids(token, "prep") if prep.lower == "of")
    party = not lefts & _NO_PARTY and all(parse.kids(prep, "pcomp") for prep in of)
    speaks = bool(lefts & {"a", "an"}) and token.dep == "nsubj" and parse.head(token).lemma in _SAYING
    return party and (bool(lefts & _DEFINITE) or speaks)


def _of_a_thing(parse: Parse, token: Token) -> bool:
    """Whether "elements" or "remnants" are of no body: "elements of the plan", "remnants of a bridge"."""
    of = [kid for prep in parse.kids(token, "prep") if prep.lower == "of" for kid in parse.kids(prep, "pobj")]
    plain = token.left == token.index or not any(kid.pos in ("ADJ", "PROPN", "NOUN") for kid in parse.kids(token))
    return plain and not any(kid.pos == "PROPN" or fold(kid.text) in _BODIES_OF_MEN for kid in of)


_BY_A_PARTY = ("by", "with", "of", "against")
_BODIES_OF_MEN = word_set(
    "army armies military militia militias brigade brigades battalion battalions regiment division divisions corps guard guards "
    "force forces police group groups unit units regime junta front movement gang gangs command"
)


def _springs(parse: Parse, token: Token) -> bool:
    """Whether "source" is where something comes from: "the sources of fire", "a source of income"."""
    of = (kid for prep in parse.kids(token, "prep") if prep.lower == "of" for kid in parse.kids(prep, "pobj"))
    return token.dep not in ("nsubj", "agent") and any(kid.pos == "NOUN" for kid in of)


def _tied(following: Sequence[Token]) -> bool:
    """Whether the words behind "units" make them somebody's: "loyal to …", "under General …", but not "under repair"."""
    if not following or following[0].lower not in _TIES:
        return False
    return following[0].lower != "under" or any(t.pos == "PROPN" or t.lower == "command" for t in following[1:])


def _speaks(parse: Parse, token: Token) -> bool:
    """Whether an unnamed person is quoted: "a teacher told", "according to an officer"."""
    head = parse.head(token)
    told = "say" if token.lower in _CARRIERS else ""
    if any(kid.lemma in _REACHED or kid.lemma == told for kid in parse.kids(token, "acl", "relcl")):
        return True
    if token.dep == "nsubj":
        return head.pos == "VERB" and head.lemma not in ("die", "live", "suffer")
    if token.dep in ("nsubjpass", "agent"):
        return head.lemma in _SAYING
    if token.dep == "conj":
        return _speaks(parse, head)
    if token.dep == "pobj":
        return head.lower in _SPEECH_NOUNS or (head.lower == "to" and parse.head(head).lower == "according")
    return token.dep in ("dobj", "attr") and head.lemma in ("cite", "quote", "tell")


def _left_edge(parse: Parse, first: Token, noun: ActorNoun) -> int:
    """Where the mention begins: with its premodifiers, also joined ones, without article, count and quantifier."""
    owner = noun.sort in ("state", "rebel", "unit", "civilian", "gunmen")
    start = first
    for token in reversed(parse.tokens[max(0, first.index - 7) : first.index]):
        if token.sentence != first.sentence or not _premodifies(parse, token, start, owner=owner):
            break
        start = token
    if noun.sort == "org":
        start = _of_members(parse, start)
    while start.index < first.index and (start.dep in ("punct", "cc") or not start.text[0].isalnum()):
        start = parse.tokens[start.index + 1]
    return start.start


def _of_members(parse: Parse, start: Token) -> Token:
    """Where a body begins that its members give a name: "local doctors' group"."""
    before = parse.tokens[max(start.index - 2, 0) : start.index]
    if len(before) < 2 or before[1].dep != "case" or before[0].tag != "NNS" or before[1].sentence != start.sentence:
        return start
    start = before[0]
    for token in reversed(parse.tokens[max(0, start.index - 4) : start.index]):
        if token.sentence != start.sentence or not _premodifies(parse, token, start, owner=False):
            break
        start = token
    return start


def _premodifies(parse: Parse, token: Token, start: Token, *, owner: bool) -> bool:
    """Whether a token to the left belongs to the mention that begins at `start` so far."""
    if token.lower in _OWNERS:
        return owner and token.dep == "poss"
    if token.text in "-\u2010\u2011" or parse.report.text[token.end : token.end + 1] in ("-", "\u2010", "\u2011"):
        return token.text[0].isalnum() or parse.report.text[token.start - 1 : token.start].isalnum()
    if token.lower in ("and", "or") and token.dep == "cc":
        return parse.head(token).dep in ("amod", "compound", "nmod")
    if token.tag == "VBN" and token.dep == "amod" and parse.report.text[token.start - 1 : token.start] not in _HYPHENS:
        return token.head > token.index
    if token.dep == "advmod" and token.lower.endswith("ly") and parse.head(token).lemma in _ACKNOWLEDGED:
        return True
    if token.lower in _LEFT_OUT or token.pos in ("NUM", "DET", "PRON", "VERB", "ADV", "ADP", "CCONJ", "PUNCT", "PART"):
        return False
    if token.dep == "conj":
        return parse.head(token).dep in ("amod", "compound", "nmod")
    return token.dep in ("amod", "compound", "nmod") and token.head > token.index


def _right_edge(parse: Parse, token: Token, noun: ActorNoun) -> Token:
    """The last token: "group of unidentified men" and "source at the police command" run on."""
    apart = not SPLIT.isdisjoint(
        noun.phrase.split()
    )  # the party that a splinter group comes of has a mention of its own
    if not apart and (noun.phrase in ("group", "source") or noun.phrase.endswith((" source", " group"))):
        for prep in parse.kids(token, "prep"):
            wanted = ("of",) if noun.phrase.endswith("group") else ("at", "in", "within")
            if prep.lower in wanted and prep.index == token.index + 1:
                objects = parse.kids(prep, "pobj")
                if objects and objects[0].index - token.index <= 7:
                    return objects[0]
    return token


def _party(candidate: Candidate) -> Candidate:
    """The same words for a party, as a modifier in the singular names one: "rebel-held", "a guerrilla attack"."""
    return replace(candidate, kind="actor")


def _candidate(start: int, last: Token, head: Token, noun: ActorNoun, priority: int) -> Candidate:
    form: Form = "label" if noun.sort == "label" else "nominal"
    return Candidate(
        start=start,
        end=last.end,
        kind="person" if noun.number == "singular" and noun.sort in _ONE_MAN else "actor",
        form=form,
        marker=MARKER,
        head=head.index,
        priority=priority,
    )
