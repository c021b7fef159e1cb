"""Persons by name: behind a title or a role, beside one, as subject of what only people do; and their names again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from dateline.mark.candidate import Candidate
from dateline.mark.spans import propose
from dateline.model.text import Parse, Token
from dateline.reference import Reference
from dateline.reference.actor_words import fold, fold_name, word_set
from dateline.reference.place_words import ADMIN_NOUNS, SETTLEMENT_NOUNS, STRONG_PREPOSITIONS

CIVIL = frozenset(("mr", "mrs", "ms", "lord", "lady", "sir", "dr"))
_ABBREVIATED = r"(?:Mr|Mrs|Ms|Dr|[DAC]?SP|[AD]CP|A?IG|DIG|Supt|Insp|Gen|Lt|Maj|Brig|Col|Capt|Cpt|Sgt|Cpl|Adm|Cmdr|Sen|Gov|Rep|Rev|Prof|St)\b\.?"
_WRITTEN = (
    r"(?:Field Marshal|Air Marshal|Lord|Lady|Sir|Sheikh|Mullah|Maulana|Ayatollah|(?:Vice |Deputy |Prime )?(?:President|Minister)|Governor|Senator|"
    r"(?:Rear|Vice) Admiral|Squadron Leader|Wing Commander|Group Captain|(?:Chief |Staff |Master )?Warrant Officer|Officer|"
    r"General|Lieutenant|Major|Brigadier|Colonel|Captain|Sergeant|Corporal|Admiral|Marshal|Commander|Chief|Inspector|"
    r"Superintendent|Commissioner|Judge|Justice|Bishop|Archbishop|Father|Pope|King|Prince|Emir|Sultan|Imam|Ambassador|"
    r"Secretary(?:-General)?|Chancellor|Premier|Mayor|Deputy|Comrade|Dictator|Private|Constable|Policeman|Soldier|"
    r"Spokes(?:man|woman|person)|spokes(?:man|woman|person)|president|minister|governor|general|colonel|leader|"
    r"commander|mayor|chief|director|premier|chancellor|deputy|senator|envoy|ambassador|coordinator|soldier|policeman|"
    r"journalist|engineer|activist|lawyer|dictator|guerrilla leader)"
)
_PARTICLE = r"(?:(?:al|el|ul|ad|as|bin|ibn|ben|de|del|la|van|von|da|dos|der|abu|Al|El|Abu|Bin|Ibn)[- ])"
_NAME_WORD = rf"{_PARTICLE}{{0,2}}[A-Z][\w'’]*(?:-[A-Za-z][\w'’]*)*"
_TITLED = re.compile(
    rf"(?<![\w-])(?P<titles>(?:{_ABBREVIATED}|{_WRITTEN}\b)(?:[ ,]+(?:{_ABBREVIATED}|{_WRITTEN}\b)){{0,5}})\s+"
    rf"(?P<name>{_NAME_WORD}(?:\s+(?:[A-Z]\.\s+)?{_NAME_WORD}){{0,3}})"
)
_AFTER_ROLE = re.compile(
    rf"\b(?:spokes(?:man|woman|person)|minister|leader|commander|chief|mayor|governor|president|director|envoy|head|"
    rf"administrator|ambassador|general|colonel|secretary|coordinator|prosecutor|judge|bishop|commissioner|chairman|prefect)"
    rf"(?:\s+(?:of|for|in|at)\s+[^,.;:()\"“”\n]{{2,60}})?\s*,\s+(?:(?:{_ABBREVIATED}|{_WRITTEN}\b)\s+)*"
    rf"(?P<name>{_NAME_WORD}(?:\s+(?:[A-Z]\.\s+)?{_NAME_WORD}){{1,3}})(?=,|\s+(?:said|told|says|[a-z]+ed)\b)"
)
_ALIAS = re.compile(r"\b(?:alias|nicknamed|known as|nom de guerre)\s+[\"“‘']?(?P<name>[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)")
_NAMED_AS = re.compile(
    rf"\b(?:named|identified|identified (?:him|her|the (?:dead|victim|suspect|attacker|man|woman))) as\s+"
    rf"(?P<name>{_NAME_WORD}(?:\s+(?:[A-Z]\.\s+)?{_NAME_WORD}){{1,3}})"
)
_LEADING_TITLES = re.compile(rf"(?:(?:(?!(?:Mr|Mrs|Ms|Dr)\b){_ABBREVIATED}|(?!Lord|Lady|Sir){_WRITTEN})\s+)+")
_BEFORE_ROLE = re.compile(
    rf"(?<![\w.])(?P<name>{_NAME_WORD}(?:\s+(?:[A-Z]\.\s+)?{_NAME_WORD}){{1,3}}),\s+(?!according\b|citing\b|where\b|said\b|told\b)"
    rf"(?:the\s+|a\s+|an\s+|its\s+)?(?:[\w’'-]+\s+){{0,3}}?(?:spokes(?:man|woman|person)|minister|leader|commander|chief|mayor|governor|president|"
    rf"director|envoy|head|administrator|ambassador|secretary|coordinator|prosecutor|bishop|priest|resident|teacher|"
    rf"doctor|farmer|lawyer|activist|official|officer|commissioner|chairman|fighter)"
    rf"\b(?=\s+(?:of|for|in|at|from|who|with|and|told|said)\b|[,.;”\"\n])"
)
_WHO = re.compile(
    rf"(?<![\w.])(?P<name>{_NAME_WORD}(?:\s+(?:[A-Z]\.\s+)?{_NAME_WORD}){{1,3}}),\s+who\s+(?:now\s+|also\s+|then\s+)?"
    r"(?:speaks|spoke|leads|led|commands|commanded|heads|headed|represents|represented|runs|fled|witnessed|asked|lives|lived|"
    r"works|worked|survived|fights|fought|serves|served|lost|saw|sells|teaches|owns)\b"
)
"""A name of whom something is told that only people do: "X, who speaks for the front"."""
_OF_UNIT = re.compile(
    rf"(?<![\w.-])(?P<name>(?:Abu\s+)?{_NAME_WORD}(?:\s+(?:[A-Z]\.\s+)?{_NAME_WORD}){{1,2}})\s+(?:of|from|with)\s+(?:the\s+)?"
    r"(?:[\dA-Z][\w-]*\s+){1,4}(?:Brigade|Battalion|Regiment|Division|Front|Army|Movement|Forces|Alliance|Militia)\b"
)
_RANKS = re.compile(r"(?i)(?:gen|lt|maj|brig|col|capt|cpt|sgt|cpl|adm|cmdr|general|lieutenant|major|brigadier|colonel|captain|sergeant|corporal|admiral|marshal|commander)")  # fmt: skip
_ORGANISATION = re.compile(
    r"\b(?:Army|Front|Movement|Brigades?|Forces?|Council|Party|Union|Group|Ministry|Command|Committee|Press|News|Radio|"
    r"Television|TV|Wire|Times|Post|Agency|Voice|Police|Hospital|University|Operation|Battle|Court|Office|Institute|"
    r"Observatory|Watch|International|Company|Corporation|Airport|Street|Road|River|Mount|Lake|Camp|Province|State)\b"
)
_KILLED = word_set(
    "kill shoot arrest identify name wound injure abduct kidnap appoint replace assassinate murder detain"
)
_SUFFERS = _KILLED | word_set("free bury jail behead lynch torture stab hang execute sentence")
"""What is done to people."""
_DOES = _KILLED | word_set(
    "say tell add claim announce write declare deny confirm warn explain insist argue note bear lead command resign "
    "reply vow urge ask describe accuse admit visit praise thank greet congratulate hail brief"
)


def named_persons(parse: Parse, reference: Reference) -> Iterator[Candidate]:
    """Names in running text: titles and aliases first, then runs of names that behave like persons."""
    text = parse.report.text
    for match in _TITLED.finditer(text):
        yield from _titled(parse, reference, match)
    for pattern in (_ALIAS, _NAMED_AS, _AFTER_ROLE, _BEFORE_ROLE, _WHO):
        for match in pattern.finditer(text):
            if pattern not in (_BEFORE_ROLE, _WHO) or not _placed(parse, match.start("name")):
                yield from _person(parse, reference, match.span("name"), 83)
    for match in _OF_UNIT.finditer(text):
        for candidate in _person(parse, reference, match.span("name"), 83):
            if _personal(parse, reference, parse.tokens[candidate.head]):
                yield candidate
    for span in parse.proposals:
        where = _without_roles(parse, reference, (span.start, span.end))
        parts = text[slice(*where)].split()
        plain = 2 <= len(parts) <= 4 and all(part[:1].isupper() for part in parts) and parts[-1][-1].isalnum()
        placed = reference.gazetteer.first(text[slice(*where)])
        if plain and not placed and not any(c.isdigit() for part in parts for c in part):
            for candidate in _person(parse, reference, where, 40):
                if _personal(parse, reference, parse.tokens[candidate.head]):
                    yield candidate


def _placed(parse: Parse, start: int) -> bool:
    """Whether a name stands where only a place does: "the town of X, a spokesman said", "in X, a doctor told us"."""
    first = next(iter(parse.tokens_in(start, start + 1)), None)
    before = parse.tokens[max(first.index - 2, 0) : first.index] if first else ()
    if not before or before[-1].lower != "of":
        return bool(before) and before[-1].lower in STRONG_PREPOSITIONS
    return before[0].lemma in SETTLEMENT_NOUNS or before[0].lemma in ADMIN_NOUNS


def _without_roles(parse: Parse, reference: Reference, where: tuple[int, int]) -> tuple[int, int]:
    """A run of names without the roles before it ("Engineer Peter Deng", "Saratov Governor Oleg Danilov")."""
    by_phrase = reference.actors.nouns.by_phrase
    start = where[0]
    for token in parse.tokens_in(*where):
        noun = by_phrase.get(token.lower)
        if noun is not None and noun.sort == "role" and token.end < where[1]:
            start = parse.tokens[token.index + 1].start
    return start, where[1]


def _titled(parse: Parse, reference: Reference, match: re.Match[str]) -> Iterator[Candidate]:
    start, end = match.span("name")
    titles = match.group("titles")
    if fold(titles).rstrip(".") in CIVIL:
        start = match.start("titles")
    found = list(_person(parse, reference, (start, end), 83))
    if found and start != match.start("titles") and _RANKS.match(titles):
        role = (_described(parse, match.start("titles")), match.start("titles") + len(titles.rstrip()))
        rank = propose(parse, role, ("person", "role"), marker="ranks", priority=83)
        if rank:
            yield rank
    yield from found


def _described(parse: Parse, title: int) -> int:
    """Where a title begins with the adjective before it: "provincial commander NAME"."""
    first = parse.tokens_in(title, title + 1)
    before = parse.tokens[max(first[0].index - 1, 0)] if first else None
    described = (
        before is not None and before.dep == "amod" and before.text.islower() and before.head > first[0].index - 1
    )
    return before.start if before is not None and described else title


def _person(parse: Parse, reference: Reference, where: tuple[int, int], priority: int) -> Iterator[Candidate]:
    """The name as a candidate, unless it is a nation, an organisation or a common noun."""
    name = parse.report.text[where[0] : where[1]]
    before = parse.report.text[max(0, where[0] - 20) : where[0]].split()[-1:]
    if {fold_name(name), fold_name(" ".join((*before, name)))} & reference.actors.nouns.by_phrase.keys():
        return  # "General Staff" is no general
    title = _LEADING_TITLES.match(name)
    if title:
        name, where = name[title.end() :], (where[0] + title.end(), where[1])
    if name.endswith(("'s", "’s")):
        name, where = name[:-2], (where[0], where[1] - 2)
    folded = fold_name(name).split()
    known = [actor for actor in reference.actors.named(name) if not actor.id.startswith("per:")]
    if not folded or known or _ORGANISATION.search(name) or reference.actors.countries.of(" ".join(folded)):
        return
    if folded[0] in _NO_FIRST or folded[-1] in reference.actors.nouns.by_phrase or any(c.isdigit() for c in name):
        return
    candidate = propose(parse, where, ("person", "name"), marker="person_names", priority=priority)
    if candidate and parse.tokens[candidate.head].sentence >= 0:
        yield candidate


_NO_FIRST = word_set("of the a an general minister in on at and but this that multiple many several when while after")


def _personal(parse: Parse, reference: Reference, head: Token) -> bool:
    """Whether the word stands where persons stand: says, is killed, bears a role, holds a command."""
    governor, by_phrase = parse.head(head), reference.actors.nouns.by_phrase
    titles = (by_phrase.get(kid.lower) for kid in parse.kids(head, "compound"))
    if _suffers(parse, head) or any(title is not None and title.sort == "role" for title in titles):
        return True
    if head.dep in ("nsubj", "nsubjpass"):
        return governor.lemma in _DOES or governor.lemma == "die"
    if head.dep in ("dobj", "oprd"):
        return governor.lemma in _SUFFERS
    if head.dep == "pobj":
        named = governor.lower == "of" and parse.head(governor).lemma in ("command", "leadership", "death", "killing")
        return named or (governor.lower in ("as", "by") and parse.head(governor).lemma in _DOES)
    if head.dep in ("appos", "compound") and governor.lower in by_phrase:
        return by_phrase[governor.lower].number == "singular"
    kids = (by_phrase.get(kid.lower) for kid in parse.kids(head, "appos"))
    return any(noun is not None and noun.sort in ("role", "anonymous") for noun in kids)


def _suffers(parse: Parse, head: Token) -> bool:
    """Whether it was done to whom the word names: "X, kidnapped in May", "X was buried"."""
    done = [kid.lemma for kid in parse.kids(head, "acl") if kid.tag == "VBN"]
    return not _SUFFERS.isdisjoint((*done, parse.head(head).lemma) if head.dep == "nsubjpass" else done)


def shouted_persons(parse: Parse, reference: Reference) -> Iterator[Candidate]:
    """In capitals: a run of names behind a role, or before one, or before an age or WHO."""
    index = 0
    while index < len(parse.tokens):
        last = _run_end(parse, reference, index)
        if last - index >= 1 and (_role_before(parse, reference, index) or _told_by(parse, reference, index, last)):
            where = (parse.tokens[index].start, parse.tokens[last - 1].end)
            candidate = propose(parse, where, ("person", "name"), marker="shouted_names", priority=83)
            if candidate and parse.tokens[index].sentence >= 0:
                yield candidate
        index = max(last, index + 1)


def _run_end(parse: Parse, reference: Reference, first: int) -> int:
    """The token after the run of names that begins here; `first` itself when none does."""
    last = first
    while last < len(parse.tokens) and last - first < 5 and _name_like(parse, reference, last):
        if last > first and parse.report.text[parse.tokens[last - 1].end : parse.tokens[last].start].strip():
            break
        last += 1
    follows = parse.tokens[last].lower if last < len(parse.tokens) else ""
    return first if follows in _THINGS else last


def _proper(parse: Parse, index: int) -> bool:
    """A proper noun, or a word beside one that the tagger, misled by the capitals, took for a noun."""
    if parse.tokens[index].pos == "PROPN":
        return True
    beside = parse.tokens[max(0, index - 1) : index + 2]
    return parse.tokens[index].pos in ("NOUN", "ADJ", "X") and any(token.pos == "PROPN" for token in beside)


def _name_like(parse: Parse, reference: Reference, index: int) -> bool:
    token = parse.tokens[index]
    folded = fold(token.text)
    return (
        _proper(parse, index)
        and token.text.isalpha()
        and len(token.text) > 2
        and folded not in reference.actors.nouns.last_words
        and folded not in _NEVER_NAMES
        and all(actor.id.startswith("per:") for actor in reference.actors.named(token.text))
        and reference.actors.countries.of(folded) is None
    )


_THINGS = word_set(
    "school hospital institute university college church park stadium hotel airport bridge road highway building camp "
    "battalion command brigade front movement department municipality province neighborhood street avenue river prison"
)
"""Nouns that make the name before them one of a thing."""

_NEVER_NAMES = _THINGS | word_set(
    "department municipality hamlet province city town village street avenue national radio central north south east "
    "west northern southern eastern western today yesterday monday tuesday wednesday thursday friday saturday sunday "
    "january february march april may june july august september october november december text attack bomb group"
)


def _role_before(parse: Parse, reference: Reference, index: int) -> bool:
    before = index - 1
    if before > 0 and parse.tokens[before].text == ",":
        before -= 1
    if before < 0 or parse.tokens[before].sentence != parse.tokens[index].sentence:
        return False
    noun = reference.actors.nouns.by_phrase.get(fold(parse.tokens[before].text))
    return noun is not None and noun.number == "singular" and noun.sort in ("role", "state", "police", "anonymous")


def _told_by(parse: Parse, reference: Reference, index: int, last: int) -> bool:
    """Whether a comma and a role, an age or WHO follow a run of two names or more, or it does what people do."""
    after = [token.lower for token in parse.tokens[last : last + 4]]
    if last - index < 2 or len(after) < 3:
        return False
    if after[0] == ",":
        nouns = reference.actors.nouns.by_phrase
        role = any(word in nouns and nouns[word].sort == "role" for word in after[1:])
        return role or after[1] == "who" or after[1].isdigit() or (after[1] == "a" and after[2][:1].isdigit())
    head = parse.tokens[last - 1]
    return head.dep in ("nsubj", "nsubjpass") and parse.head(head).lemma in _DOES


def names_again(parse: Parse, names: Iterable[str]) -> Iterator[Candidate]:
    """The surname, the last two words, or the given name of a name, wherever they come back.

    A whole name stands above a party that bears the surname.
    """
    text = parse.report.text
    tails = {tail for name in names for tail in _tails(name.split()) if len(tail) > 2}
    for tail in sorted(tails, key=len, reverse=True):
        pattern = r"\s+".join(re.escape(part) for part in tail.split())
        for match in re.finditer(rf"(?<![\w-]){pattern}(?![\w-])", text):
            candidate = propose(
                parse,
                match.span(),
                ("person", "name"),
                marker="names_again",
                priority=83 if " " in tail and not tail.isupper() else 81,
            )
            if candidate and parse.tokens[candidate.head].sentence >= 0:
                yield candidate


def _tails(parts: Sequence[str]) -> Iterator[str]:
    plain = [part for part in parts if fold(part).rstrip(".") not in CIVIL]
    if len(plain) >= 2:
        yield plain[0]
        yield " ".join(plain[-2:])
    if plain:
        yield plain[-1]
    yield " ".join(parts)
