"""States as actors: their bodies ("Mali's army"), their people, their capitals in subject place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.mark.candidate import Candidate
from dateline.mark.spans import head_of, propose
from dateline.model.text import Parse, Token
from dateline.model.vocabulary import Form
from dateline.reference import Reference
from dateline.reference.actor_countries import STATE_WEAPONS
from dateline.reference.actor_words import Word, run_length, shouted, word_set
from dateline.reference.place_words import FEATURE_NOUNS
from dateline.reference.strike_words import arms_behind, strike_behind

MARKER = "actor_nations"
COMMUNITY = "communities"
"""The marker of those who are no army: people of a nation who speak, flee or are killed."""
BELOW_PLACES = 46

_BETWEEN = word_set(
    "regular security government national federal military state army armed defence defense regime special elite "
    "ground air naval interim transitional combined joint police border coast military's occupation army's proxy "
    "engineering airborne mechanised mechanized counterterrorism counter terrorism anti state"
)
_DATELINE = re.compile(r"\s*(?:,\s*[A-Z]\w+\s*)?(?:\(|--|[-–—]\s)")
"""What follows a place that files: "KABUL, Afghanistan (Sept. 12) –"."""

_STANDING_OVER = word_set(
    "led backed sponsored brokered supported funded armed trained allied controlled held occupied ruled run"
)
_LEADING = re.compile(rf"[-‐‑–](?:{'|'.join(sorted(_STANDING_OVER))})\b")
"""Behind a state that stands over somebody, or over what happens: "US-led raids"."""

_BODY_SORTS = frozenset(("state", "police", "government", "unit"))
_DEEDS = word_set(
    "attempt attack attacks assault assaults offensive advance advances withdrawal departure invasion incursion "
    "raid raids strike strikes airstrike airstrikes bombardment shelling counterattack counteroffensive retreat "
    "positions position lines occupation control hands rule possession airstrikes bombing casualties losses intervention "
    "capture recapture seizure takeover conquest pullout blockade"
)
_BETWEEN_STATES = word_set("lines line casualties losses")
"""What two states have against each other."""
_HYPHENS = ("-", "‐", "‑", "–")
_JOINS = (",", "and", "or")
ALLIES = 8
"""States of a list whose troops are named once, behind the last."""
_FIRE = frozenset(("fire", "gunfire"))
_REACH = 8
"""How many words a people and the strike that it did with arms may take up together."""
_PASSIVE_VERBS = word_set("be have lie border remain see face experience become include contain suffer")
_SIDED = word_set("loyal aligned allied linked affiliated sympathetic hostile opposed friendly answerable beholden")
_BACKING = word_set(
    "back support arm train fund finance sponsor pay equip supply recruit recognise recognize accuse blame broker mediate "
    "sanction appoint install deny condemn send deploy hire command"
)
"""What a state does to those whom it keeps or blames: "backed by Moscow"."""
_DEALINGS = word_set(
    "agreement pact deal treaty accord truce ceasefire talk negotiation dialogue tie relation alliance war peace "
    "sign negotiate side cooperate ally"
)
"""What one has with another state, and not in its capital."""
_BLAMED = word_set(
    "accuse blame ask tell back fight attack defeat condemn urge warn support sanction criticise criticize"
)


def mark_nations(parse: Parse, reference: Reference, run: Sequence[Word]) -> Iterator[Candidate]:
    """Bodies of states, peoples, and countries or capitals that act or speak."""
    loud = shouted(parse.report.text)
    countries = reference.actors.countries
    first = 0
    while first < len(run):
        size = countries.phrase_at(run, first) if loud or run[first].text[0].isupper() else 0
        if size:
            yield from _at(parse, reference, run, first, first + size)
        first += size or 1


def _at(parse: Parse, reference: Reference, run: Sequence[Word], first: int, last: int) -> Iterator[Candidate]:
    countries = reference.actors.countries
    folded = " ".join(w.folded for w in run[first:last])
    start, end = run[first].start, run[last - 1].end
    head = head_of(parse, start, end)
    if head is None:
        return
    body_end = _body(reference, run, last) if not parse.report.text.startswith(",", end) else None
    if body_end and _modifying(parse, reference, body_end):
        body_end = None
    candidate: Candidate | None = None
    if body_end:
        candidate = propose(parse, (start, body_end), ("actor", "name"), marker="state_bodies", priority=86)
    elif partner := _partner(parse, reference, run, last):
        candidate = _allied(parse, reference, run, (start, end), partner)
    elif folded in countries.by_adjective and _beside_another(parse, reference, run, last):
        candidate = propose(parse, (start, end), ("actor", "nominal"), marker="state_deeds", priority=83)
    elif folded in countries.by_people or folded in countries.by_adjective or countries.of(folded) is None:
        candidate = _people(parse, run, (first, last), head)
    if candidate is None and (folded in countries.by_name or folded in countries.by_capital):
        candidate = _as_state(parse, (start, end), head, "name" if folded in countries.by_name else "metonym")
    if candidate:
        yield candidate


def _as_state(parse: Parse, where: tuple[int, int], head: Token, form: Form) -> Candidate | None:
    """A country or capital that stands for its government: it acts, speaks, or has somebody on its side."""
    text = parse.report.text
    if _DATELINE.match(text, where[1]):
        return None
    if _LEADING.match(text, where[1]):
        return propose(parse, where, ("actor", "nominal"), marker="state_deeds", priority=83)
    if _sides_with(parse, head) or (_acts(parse, head) if form == "name" else _speaks(parse, head)):
        return propose(parse, where, ("actor", form), marker="metonyms", priority=85)
    return None


def _partner(parse: Parse, reference: Reference, run: Sequence[Word], last: int) -> int | None:
    """Where the second of two states ends that a hyphen joins: "US-British strikes", "Franco-Malian forces"."""
    if last >= len(run) or parse.report.text[run[last - 1].end : run[last].start] not in _HYPHENS:
        return None
    size = reference.actors.countries.phrase_at(run, last) if run[last].text[0].isupper() else 0
    return last + size if size else None


def _beside_another(parse: Parse, reference: Reference, run: Sequence[Word], last: int) -> bool:
    """Whether the troops of another state follow, and are those of all: "Armenian, Turkish and Azerbaijani forces"."""
    for _ in range(ALLIES):
        after = last + 1 if last < len(run) and run[last].folded in ("and", "or") else last
        listed = after < len(run) and parse.report.text[run[last - 1].end : run[after].start].strip() in _JOINS
        size = reference.actors.countries.phrase_at(run, after) if listed and run[after].text[0].isupper() else 0
        if not size:
            return False
        last = after + size
        body = _body(reference, run, last)
        troops = next((word for word in run[last:] if word.end == body), None)
        if troops is not None:
            noun = reference.actors.nouns.by_phrase.get(troops.folded)
            return noun is not None and noun.sort in ("state", "unit") and run[last].folded != "s"
    return False


def _allied(
    parse: Parse, reference: Reference, run: Sequence[Word], where: tuple[int, int], after: int
) -> Candidate | None:
    """The first of two joined states, where what follows is a body, weapon or deed of both; a border or war is of neither."""
    following = run[after] if after < len(run) and run[after].joined else None
    armed = following is not None and following.folded in STATE_WEAPONS | _DEEDS - _BETWEEN_STATES
    if armed or _body(reference, run, after) or _strikes(parse, run, after):
        return propose(parse, where, ("actor", "nominal"), marker="state_deeds", priority=83)
    return None


def _body(reference: Reference, run: Sequence[Word], after: int) -> int | None:
    """Where a body of the state ends that follows its name or adjective ("Mali|'s regular army"), if one does."""
    index = after
    if index < len(run) and run[index].folded == "s" and run[index].joined:
        index += 1
    named = next(reference.actors.find(run[index : index + 6]), None) if index > after else None
    if named and named.first == 0 and named.last > 1:
        return None
    best: int | None = None
    for size in range(1, 6):
        if index + size > len(run) or not all(w.joined for w in run[after : index + size]):
            break
        part = tuple(w.folded for w in run[index : index + size])
        noun = reference.actors.nouns.by_phrase.get(" ".join(part)) or reference.actors.nouns.by_phrase.get(part[-1])
        fits = noun is not None and noun.sort in _BODY_SORTS and noun.number != "singular"
        if fits and size == 2 and part[1] == "ministry" and run[index].text.islower():
            best = run[index + 1].end  # "Somalia's information ministry"
        if fits and all(w in _BETWEEN or " ".join(part) in reference.actors.nouns.by_phrase for w in part[:-1]):
            best = run[index + size - 1].end
    return best


def _following(run: Sequence[Word], last: int) -> Word | None:
    """The next word, past "or ADJECTIVE": "Syrian or Russian jets" are jets of either."""
    if last + 2 < len(run) and run[last].folded in ("or", "and") and run[last + 1].text[0].isupper():
        after = run[last + 2]
        return after if after.folded in STATE_WEAPONS | _DEEDS and after.joined else None
    return run[last] if last < len(run) and run[last].joined else None


def _modifying(parse: Parse, reference: Reference, end: int) -> bool:
    """Whether the body only modifies a noun that is no actor ("a Bamako military hospital") or a role."""
    last = parse.tokens_in(end - 1, end)[-1:]
    if not last or last[0].dep not in ("compound", "amod", "nmod"):
        return False
    head = parse.head(last[0])
    beside = head.index == last[0].index + 1 and head.pos in ("NOUN", "PROPN")
    return beside and head.lower not in _STILL_THE_BODY and arms_behind((head.lower,)) is None


def _people(parse: Parse, run: Sequence[Word], where: tuple[int, int], head: Token) -> Candidate | None:
    """A people as an actor ("the Russians"), or an adjective that tells who did a deed ("Russian advance")."""
    first, last = where
    span = (run[first].start, run[last - 1].end)
    following = _following(run, last)
    if following and following.folded in STATE_WEAPONS and "-" not in parse.report.text[span[1] : following.start]:
        end = following.end if following is run[last] else span[1]
        return propose(parse, (span[0], end), ("actor", "nominal"), marker="state_weapons", priority=81)
    if following and following.folded == "side" and _takes_part(parse, following):
        return propose(parse, (span[0], following.end), ("actor", "nominal"), marker="state_bodies", priority=81)
    if (following and following.folded in _DEEDS) or _fires(parse, following) or _strikes(parse, run, last):
        return propose(parse, span, ("actor", "nominal"), marker="state_deeds", priority=81)
    if following and following.folded in _STANDING_OVER - {"led"}:
        return propose(parse, span, ("actor", "nominal"), marker="state_deeds", priority=81)
    noun_like = head.dep in ("nsubj", "nsubjpass", "pobj", "dobj", "conj", "agent", "dative") and head.pos in (
        "PROPN",
        "NOUN",
        "ADJ",
    )
    after = parse.tokens[min(head.index + 1, len(parse.tokens) - 1)]
    if not noun_like or (following and after.pos in ("NOUN", "PROPN")):
        return None
    if _in_the_field(parse, head):
        return propose(parse, span, ("actor", "name"), marker="peoples", priority=56)
    told = parse.head(head).lemma in _AS_PEOPLE or head.dep == "nsubjpass" or not parse.kids(head, "det")
    if told and head.pos != "ADJ" and head.lower.endswith("s") and not head.lower.endswith("ss"):
        return propose(parse, span, ("actor", "nominal"), marker=COMMUNITY, priority=BELOW_PLACES)
    return None


def _takes_part(parse: Parse, side: Word) -> bool:
    """Whether "the Georgian side" is a party that acts or is met, and no place ("on the Georgian side of the river")."""
    token = parse.tokens_in(side.start, side.end)[-1]
    if any(kid.lower == "of" for kid in parse.kids(token, "prep")):
        return False
    return token.dep in ("nsubj", "nsubjpass", "agent") or (
        token.dep == "pobj" and parse.head(token).lower in ("by", "from", "with", "to")
    )


def _in_the_field(parse: Parse, people: Token) -> bool:
    """Whether a people stands for its army: "the Russians took the hill", "from the Russians".

    Who is counted, or called a community ("ethnic Tajiks"), is its people; so is who speaks, suffers or flees.
    """
    if parse.kids(people, "nummod", "amod", "compound", "poss", "quantmod"):
        return False
    first = people
    while first.dep == "conj":
        first = parse.head(first)
    definite = any(kid.lower == "the" for kid in parse.kids(first, "det"))
    plain = definite or not (people.dep == "conj" or parse.kids(people, "det"))
    over = parse.head(first)
    if first.dep == "nsubj":
        tried = {verb.lemma for verb in parse.kids(over, "xcomp")} if over.lemma in _TRYING else {over.lemma}
        return plain and not tried.isdisjoint(_WAGES | _FIGHTS if definite else _WAGES)
    if first.dep == "dobj":
        return definite and over.lemma in _BEATEN
    deed = next((up for up in parse.ancestors(over) if up.pos in ("VERB", "NOUN")), over)
    if first.dep not in ("pobj", "agent") or not plain:
        return False
    if over.lower == "by":
        return deed.lemma in (_WAGES | _FIGHTS if definite else _WAGES)
    return definite and over.lower in _FACED and (deed.lemma in _WAGES | _FIGHTS or deed.lower in _DEEDS)


def _strikes(parse: Parse, run: Sequence[Word], last: int) -> bool:
    """Whether arms or a strike with them follow ("a US cruise missile"), and not what is named after one ("air raid sirens")."""
    behind = run[last : last + run_length(run, last - 1, _REACH) - 1]
    if len(behind) > 2 and behind[0].folded in ("or", "and") and behind[1].text[0].isupper():
        behind = behind[2:]
    words = [word.folded for word in behind]
    index = strike_behind(words)
    index = arms_behind(words) if index is None else index
    if index is None:
        return False
    deed = parse.tokens_in(behind[index].start, behind[index].end)[-1]
    after = parse.head(deed)
    return not (deed.dep == "compound" and after.index == deed.index + 1 and after.pos == "NOUN")


def _fires(parse: Parse, following: Word | None) -> bool:
    """Whether bare fire follows that is no part of a name: "Israeli fire killed", not "the Israeli fire service"."""
    if following is None or following.folded not in _FIRE:
        return False
    return parse.tokens_in(following.start, following.end)[-1].dep not in ("compound", "nmod", "amod")


def _acts(parse: Parse, head: Token) -> bool:
    """Whether a country stands where an actor stands: subject of a deed, agent of a passive, blamed."""
    governor = parse.head(head)
    if head.dep == "nsubj":
        return governor.pos in ("VERB", "AUX") and governor.lemma not in _PASSIVE_VERBS
    if head.dep == "pobj":
        return governor.dep == "agent" or (governor.lower == "between" and parse.head(governor).pos == "NOUN")
    if head.dep == "poss":
        return governor.lemma in _OWN_DEEDS
    if head.dep == "dative" or (head.dep in ("dobj", "conj") and governor.lemma in _BLAMED):
        return True
    if head.dep == "conj":
        return _acts(parse, governor) if governor.index != head.index else False
    return False


def _sides_with(parse: Parse, head: Token) -> bool:
    """Whether somebody is on a state's side, kept or met by it: "allied to Kinshasa", "backed by Moscow", "talks with Manila"."""
    while head.dep == "conj":
        head = parse.head(head)
    governor = parse.head(head)
    if head.dep != "pobj" or governor.lower not in ("to", "with", "by"):
        return False
    over = parse.head(governor)
    if governor.lower == "by":
        return over.lemma in _BACKING
    if governor.lower == "with" and over.lemma in _DEALINGS:
        return True
    return over.lower in _SIDED and parse.head(over).lemma not in FEATURE_NOUNS


_STILL_THE_BODY = word_set(
    "personnel soldiers troops units members officers officials planes aircraft jets hands control territory positions "
    "lines fire shelling bombardment airstrikes sources convoy convoys"
)
"""Nouns behind a body that leave it the one who acts or holds."""

_OWN_DEEDS = word_set(
    "foray invasion offensive war intervention withdrawal incursion attack assault campaign retreat advance bombardment "
    "role support backing involvement presence interference ambassador envoy consul "
    "claim denial announcement decision operation airstrike occupation ultimatum capture recapture seizure takeover"
)
_SPEECH = word_set(
    "say deny claim accuse reject call announce insist warn blame demand confirm declare condemn maintain urge state "
    "comment vow threaten want describe dismiss respond reply agree refuse order report admit add argue hope plan support "
    "back offer welcome recognise recognize sign negotiate sever suspend resume recall expel arm fund finance sponsor annex "
    "send dispatch deploy"
)


_AS_PEOPLE = _SPEECH | word_set(
    "tell flee die suffer live return stay vote protest kill wound injure arrest abduct displace fear"
)
"""What people do and suffer, also where "the" stands before them."""
_WAGES = word_set(
    "shell bombard bomb capture seize take retake recapture advance withdraw retreat occupy invade hold control besiege encircle "
    "storm overrun repel deploy mobilise mobilize counterattack destroy launch conquer"
)
"""What nobody but an army does."""
_FIGHTS = word_set(
    "fight battle attack ambush fire open shoot strike hit raid kill push drive repulse dislodge enter cross move pull leave reach "
    "dig blow fortify defend regroup reinforce wrest regain clear"
)
"""What "the" people of a country do when their army is meant."""
_TRYING = word_set("try attempt seek begin start continue manage fail want hope prepare plan threaten")
_BEATEN = word_set("fight battle repel repulse resist rout dislodge hurl push drive confront")
"""What is done to "the" people of a country as an army."""
_FACED = frozenset(("from", "against", "with", "between"))


def _speaks(parse: Parse, head: Token) -> bool:
    governor = parse.head(head)
    if head.dep == "conj":
        return _speaks(parse, governor)
    broke = governor.lemma == "break" and any(kid.lemma in _DEALINGS for kid in parse.kids(governor, "dobj"))
    return head.dep == "nsubj" and (governor.lemma in _SPEECH or broke)
