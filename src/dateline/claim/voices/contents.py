"""What a voice answers for: the clause, infinitive or noun phrase beside a verb of saying."""

from __future__ import annotations

from dateline.claim.voices.lists import over_semicolons
from dateline.claim.voices.pairs import is_taken_as, pair
from dateline.claim.voices.rivals import before_denial
from dateline.claim.voices.scene import Extent, extent, parts, sentence_of
from dateline.claim.voices.sources import CITING, DAYS, SAYING, SUBJECTS, joined_telling, passive, speaks_on
from dateline.model.text import Parse, Token
from dateline.reference.cues import CueLexicon, VerbCue

LONGEST_BETWEEN = 10
"""Tokens from a verb of saying within which its clause begins."""
CLAUSE_HEADS = frozenset({"VERB", "AUX", "NOUN", "ADJ", "PROPN", "PRON", "NUM", "ADV"})

VERDICTS = frozenset({"claim", "allegation", "accusation", "charge", "assertion", "statement", "account", "version", "report",
                      "figure", "toll", "denial", "boast", "suggestion", "contention"})  # fmt: skip
"""Nouns with which a writer looks back on what somebody said."""
UNRAISED = frozenset({"add", "post", "write", "tweet", "broadcast", "relay", "detail", "read", "remark", "comment", "reply",
                      "list", "place", "put", "express", "complain", "email", "suppose"})  # fmt: skip
"""Verbs that in the passive with "to …" tell a purpose or a duty: "troops were posted to guard the dam", "is supposed to"."""
UNTOLD = frozenset({"continue", "respond", "reply", "repeat", "counter", "hold", "maintain", "read", "call"})
"""Verbs that behind "as" tell of a deed: "as the shelling continued"."""
GOING_ON = CITING | {"say", "add", "note", "tell", "claim", "stress", "insist", "warn"}
"""Verbs whose participle behind a comma goes on with the speaker: "…, adding that …", "…, citing medics"."""
PASTS = ("VBD", "VBN")
SETTING = frozenset({"in", "at", "on", "by", "during", "after", "before", "since", "until"})
"""Prepositions behind the object of a verb of saying that tell where, when or by whom it was said."""
ADDRESSING = ("on", "upon", "for")
VERDICT_STANCES = ("deny", "confirm", "doubt", "claim")
QUOTING = ('"', "“", "”", "''", "``", "«", "»")
VERDICT_MARKS = (",", "–", "—", "--", "-")


def contents_of(
    parse: Parse, verb: Token, cue: VerbCue, subject: Token | None, cues: CueLexicon
) -> tuple[tuple[Extent, ...], int]:
    """The extents of the content in text order, and the last token that belongs to the cue."""
    found = (_clauses(parse, verb, subject, cues) or _far(parse, verb)) if cue.clause else []
    if not found and (cue.pair or is_taken_as(parse, verb)):
        said_of = pair(parse, verb, cue)
        if cue.pair or said_of[0]:
            return said_of
    if not found and (cue.lemma not in UNRAISED if passive(parse, verb) else cue.infinitive):
        found = _infinitives(parse, verb, subject)
    if not found and cue.clause:
        found = _gerunds(parse, verb)
    if not found and cue.prepositions:
        found, last = _prepositional(parse, verb, cue)
        if found:
            return tuple(found), last
    if not found and cue.object:
        found = _objects(parse, verb, subject) or (_disputed(parse, verb) if cue.stance in VERDICT_STANCES else [])
    if not found and cue.clause and subject is not None and verb.lemma in SAYING:
        found = _mistaken(parse, verb) or _closed(parse, verb, subject)
    return tuple(_going_on(parse, verb, found) if cue.stance == "accuse" else found), verb.index


def _going_on(parse: Parse, verb: Token, told: list[Extent]) -> list[Extent]:
    """The words of a charge with the participle behind a comma in which it goes on: "of storming the jail, freeing inmates"."""
    for kid in parse.kids(verb, "advcl") if told else ():
        last = parse.tokens[max(0, kid.left - 2)].end
        if kid.tag == "VBG" and kid.left == kid.index and kid.lemma not in GOING_ON and last == told[-1][1]:
            return [*told[:-1], (told[-1][0], parse.tokens[kid.right].end)]
    return told


def _clauses(parse: Parse, verb: Token, subject: Token | None, cues: CueLexicon) -> list[Extent]:
    clauses = [kid for kid in parse.kids(verb, "ccomp") if kid.pos in CLAUSE_HEADS]
    aside = _aside_noun(parse, subject)
    if aside is not None and all(kid.index < verb.index for kid in clauses):
        return parts(extent(parse, aside.left, aside.index))
    if not clauses and (lent := _lent(parse, verb)):
        return parts(lent)
    if clauses:
        clause = max(clauses, key=lambda kid: (kid.index > verb.index, -kid.index))
        within = (_behind_rival(parse, clause, cues), _before_rival(parse, clause, cues))
        return _clause(parse, verb, clause, subject, within)
    head = parse.head(verb)
    set_off = verb.dep in ("ccomp", "conj") and _aside(parse, verb) and head.lemma not in cues.verbs
    if verb.dep == "parataxis" or (set_off and (verb.dep == "ccomp" or _says_nothing_else(parse, verb))):
        return _around(parse, verb, head)
    if (
        verb.dep == "advcl"
        and verb.lemma not in UNTOLD
        and any(kid.lower == "as" for kid in parse.kids(verb, "mark", "advmod"))
    ):
        own = parse.kids(verb, "nsubjpass", "dobj") or any(
            cue.stance == "deny" for cue in cues.verbs.get(head.lemma, ())
        )
        return [] if own else _around(parse, verb, head)
    return []


def _far(parse: Parse, verb: Token) -> list[Extent]:
    """The clause behind "that" which the parser hangs on what stands between: "said earlier that …"."""
    if parse.kids(verb, "dobj", "ccomp") or verb.dep == "amod":
        return []
    for token in parse.tokens[verb.index + 2 : min(verb.index + LONGEST_BETWEEN, sentence_of(parse, verb).last)]:
        clause = parse.head(token)
        if token.lower == "that" and clause.index > token.index:
            told = token.dep == "mark" or (token.dep == "dobj" and len(parse.kids(clause, "dobj")) > 1)
            hangs = any(over.index == verb.index for over in parse.ancestors(clause))
            return parts(extent(parse, token.index, clause.right)) if told and hangs else []
        if token.pos in ("VERB", "AUX", "SCONJ", "CCONJ"):
            return []
    return []


def _mistaken(parse: Parse, verb: Token) -> list[Extent]:
    """What is said, where the parser takes its subject for the object of "say".

    A verb behind it has no subject then, or the hour ("said the bombing shortly after noon caused …"), or is taken for a
    participle, though it has an object ("said a strike on a market killed nine").
    """
    objects = [kid for kid in parse.kids(verb, "dobj") if kid.left == verb.index + 1 and kid.pos in ("NOUN", "PROPN")]
    if verb.lemma != "say" or not objects:
        return []
    last = sentence_of(parse, verb).last
    for token in parse.tokens[objects[0].index + 1 : last + 1]:
        subjects = parse.kids(token, *SUBJECTS)
        headless = all(one.lemma.lower() in DAYS for one in subjects) and not parse.kids(parse.head(token), "cc")
        finite = token.tag in ("VBD", "VBZ") and token.dep in ("conj", "advcl")
        if headless and (finite or (token.dep == "acl" and token.tag in PASTS and parse.kids(token, "dobj"))):
            return parts(extent(parse, verb.index + 1, last))
    return []


def _closed(parse: Parse, verb: Token, subject: Token) -> list[Extent]:
    """The headline that a verb of saying and its subject close behind a comma: "Six dead in raid, hospital says"."""
    sentence = sentence_of(parse, verb)
    comma = min(verb.index, subject.left) - 1
    if comma <= sentence.first or parse.tokens[comma].text != ",":
        return []
    rest = parse.tokens[max(verb.index, subject.right) + 1 : sentence.last + 1]
    told = parse.tokens[sentence.first : comma]
    tells = any(token.tag in ("VBD", "VBZ", "VBP") or token.pos == "NUM" for token in told)
    plain = not any(token.text in QUOTING for token in told) and all(token.pos == "PUNCT" for token in rest)
    return parts(extent(parse, sentence.first, comma - 1)) if plain and tells else []


def _aside_noun(parse: Parse, subject: Token | None) -> Token | None:
    """The "charge" or the like that stands right before the subject: "…, a charge the ministry denies"."""
    before = parse.tokens[subject.left - 1] if subject is not None and subject.left else None
    nouns = ("charge", "claim", "allegation", "accusation", "assertion")
    return before if before is not None and before.lemma in nouns and before.index != before.left else None


def _aside(parse: Parse, verb: Token) -> bool:
    """Whether a comma or dash sets the verb and its subject off from the clause before it."""
    return verb.left > 0 and parse.tokens[verb.left - 1].text in (",", "–", "—", "-", "--", "”", '"')


def _says_nothing_else(parse: Parse, verb: Token) -> bool:
    """Whether a last clause with a subject of its own tells nothing but who spoke: "…, the governor reported on Friday"."""
    return bool(parse.kids(verb, "nsubj")) and not parse.kids(verb, "dobj", "ccomp", "xcomp", "conj", "dative", "oprd")


def _clause(parse: Parse, verb: Token, clause: Token, subject: Token | None, within: tuple[int, int]) -> list[Extent]:
    """The words of a clause beside its verb, before or behind it, or on both sides; `within` are the first and last of them."""
    if clause.left > verb.index:
        last = _joined_to(parse, verb, clause) or max(within[1], _next_to(parse, verb, clause))
        return parts(extent(parse, _behind_day(parse, clause), over_semicolons(parse, verb, clause, last)))
    first = verb.index if subject is None else min(verb.index, subject.left)
    if clause.right < verb.index:
        ends = max(kid.right for kid in parse.kids(verb, "ccomp") if kid.right < verb.index)
        if (own := _behind_semicolon(parse, clause.left, ends)) > clause.left:
            return parts(extent(parse, own, min(ends, first - 1)))
        led = verb.dep == "ROOT" and within[0] == clause.left
        left = _lead(parse, verb, clause) if led else within[0]
        return parts(extent(parse, left, min(clause.right, first - 1)))
    behind = verb.index if clause.index > verb.index else verb.right
    last = _before_verdict(parse, verb.index, _tail(parse, verb, clause))
    return parts(extent(parse, clause.left, first - 1), extent(parse, behind + 1, last))


def _next_to(parse: Parse, verb: Token, clause: Token) -> int:
    """The last token of the clauses that go on right behind what is said, which the parser hangs beside it, not on it."""
    last = clause.right
    for kid in parse.kids(verb, "ccomp"):
        if kid.left == last + 1 and kid.index > clause.index:
            last = kid.right
    return last if last > clause.right else 0


def _behind_rival(parse: Parse, clause: Token, cues: CueLexicon) -> int:
    """The first token behind another voice ("X said that …, but the rebels left, residents say")."""
    told = clause.lemma in cues.verbs and parse.kids(clause, "nsubj") and parse.kids(clause, "ccomp")
    joined = [kid for kid in parse.kids(clause, "conj") if parse.kids(kid, "nsubj", "nsubjpass")]
    return joined[-1].left if told and joined else clause.left


def _before_rival(parse: Parse, clause: Token, cues: CueLexicon) -> int:
    """The last token before another voice takes over ("…, which Y denies", "…, but Y denied that …")."""
    for token in parse.tokens[clause.index + 1 : clause.right + 1]:
        if joined_telling(parse, token) is not None:
            return max((kid.index for kid in parse.kids(parse.head(token), "cc")), default=token.left) - 1
        if token.lower == "according" and (last := _before_relative(parse, token)) is not None:
            return last
        goes_on = token.tag == "VBG" and token.lemma in GOING_ON and not speaks_on(parse, token)
        if goes_on and parse.tokens[token.index - 1].text == ",":
            return token.index - 2
        told = token.pos == "VERB" and token.lemma in cues.verbs
        if not told or not parse.kids(token, "nsubj", "nsubjpass", "agent"):
            continue
        before = parse.tokens[token.left - 1]
        opening = parse.tokens[token.left]
        if before.text == ";" and before.index > clause.left:
            return before.index - 1
        if token.dep == "relcl" and before.text == "," and opening.lower == "which" and token.right >= clause.right - 2:
            return before.index - 1
        if (
            token.dep == "conj"
            and before.dep == "cc"
            and opening.pos not in ("PRON", "SCONJ")
            and before.index > clause.index
        ):
            return before.index - 1
    return _before_verdict(parse, clause.index, clause.right)


def _before_relative(parse: Parse, according: Token) -> int | None:
    """The last token before the relative clause to which an "according to" belongs that no comma sets off."""
    clause = next((token for token in parse.ancestors(according) if token.dep == "relcl"), None)
    if clause is None or parse.tokens[clause.left - 1].text != "," or parse.tokens[according.index - 1].text == ",":
        return None
    return clause.left - 2


def _before_verdict(parse: Parse, first: int, last: int) -> int:
    """The last token before words that look back on what was said: "…, a claim the rebels deny", "…, an account that …"."""
    for mark in parse.tokens[first + 1 : last - 1]:
        if mark.text not in VERDICT_MARKS or parse.tokens[mark.index + 1].lower not in ("a", "an"):
            continue
        noun = parse.tokens[mark.index + 2]
        noun = parse.tokens[mark.index + 3] if noun.dep == "amod" and noun.index < last else noun
        if noun.lemma in VERDICTS:
            return mark.index - 1
    return last


def _behind_day(parse: Parse, clause: Token) -> int:
    """In "said on Friday it had …" the day is that of the saying, though the parser hangs it on what is said.

    So is what the speaker cites: "said, citing medics, that …".
    """
    opening = parse.tokens[clause.left]
    if opening.lemma in CITING and opening.tag == "VBG" and opening.right + 2 < clause.index:
        return opening.right + 2
    phrase = next((kid for kid in parse.kids(clause) if kid.left == clause.left), opening)
    after = parse.tokens[min(phrase.right + 1, clause.right)]
    timed = phrase.dep == "npadvmod" or (phrase.dep == "prep" and phrase.lower in ("on", "in", "at"))
    return after.index if timed and phrase.index < clause.index and after.text != "," else clause.left


def _lent(parse: Parse, verb: Token) -> Extent | None:
    """What the parser hung on the second voice of a sentence: "the army said A had left; B had stayed, residents said"."""
    over = parse.head(verb)
    if verb.dep != "ccomp" or over.index < verb.index:
        return None
    said = next((kid for kid in parse.kids(over, "ccomp") if verb.index < kid.left and kid.right < over.index), None)
    last = _behind_semicolon(parse, said.left, said.right) - 2 if said is not None else 0
    return extent(parse, said.left, last) if said is not None and last >= said.index else None


def _behind_semicolon(parse: Parse, first: int, last: int) -> int:
    """A semicolon ends what another voice said."""
    marks = [token.index for token in parse.tokens[first : last + 1] if token.text == ";"]
    return marks[-1] + 1 if marks and marks[-1] < last else first


def _lead(parse: Parse, verb: Token, clause: Token) -> int:
    """An opening adverbial belongs to the clause said, wherever the parser hangs it."""
    first = sentence_of(parse, verb).first
    opening = parse.tokens[first]
    return first + 1 if opening.dep == "cc" else first


def _around(parse: Parse, verb: Token, clause: Token) -> list[Extent]:
    """The clause that a parenthesis ("…, residents said, …") interrupts or ends."""
    if clause.pos not in ("VERB", "AUX", "NOUN", "ADJ", "PROPN"):
        return []
    last = _before_verdict(parse, verb.index, _tail(parse, verb, clause))
    return parts(extent(parse, clause.left, verb.left - 1), extent(parse, verb.right + 1, last))


def _tail(parse: Parse, verb: Token, clause: Token) -> int:
    """A second main clause behind the parenthesis ("…, residents said, and the army fled") is the narrator's again."""
    for kid in parse.kids(clause, "conj"):
        if kid.left > verb.right and parse.kids(kid, "nsubj", "nsubjpass"):
            return verb.right if clause.index < verb.index else _before_joint(parse, kid)
    return clause.right


def _before_joint(parse: Parse, clause: Token) -> int:
    """The last token before a clause and the words and marks that join it to the one before."""
    last = clause.left - 1
    while parse.tokens[last].dep == "cc" or parse.tokens[last].pos == "PUNCT":
        last -= 1
    return last


def _infinitives(parse: Parse, verb: Token, subject: Token | None) -> list[Extent]:
    for kid in parse.kids(verb, "xcomp", "advcl"):
        if kid.index > verb.index and any(part.tag == "TO" for part in parse.kids(kid, "aux")):
            moved = subject if subject is not None and passive(parse, verb) and subject.dep == "nsubjpass" else None
            raised = extent(parse, moved.left, moved.right) if moved else None
            first = _asked(parse, verb, kid) or kid
            last = _joined_to(parse, verb, kid) or (_before_setting(parse, kid) if passive(parse, verb) else kid.right)
            return parts(raised, extent(parse, first.left, before_denial(parse, first.left, last)))
    return []


def _before_setting(parse: Parse, told: Token) -> int:
    """The last token before a clause that dates what is "believed to have …": "since the war began" is nobody's belief."""
    for kid in parse.kids(told, "advcl"):
        marked = any(
            part.lower in ("since", "after", "before", "when", "until") for part in parse.kids(kid, "mark", "advmod")
        )
        if marked and kid.left > told.index and kid.right == told.right and parse.kids(kid, "nsubj", "nsubjpass"):
            return kid.left - 1
    return told.right


def _asked(parse: Parse, verb: Token, infinitive: Token) -> Token | None:
    """Who is to do what an infinitive says: "the army" in "called on the army to leave"."""
    calls = [prep for prep in parse.kids(verb, "prep") if prep.index == verb.index + 1 and prep.lower in ADDRESSING]
    objects = [one for over in (verb, *calls) for one in parse.kids(over, "dobj", "pobj")]
    return next((one for one in objects if verb.index < one.index < infinitive.index), None)


def _gerunds(parse: Parse, verb: Token) -> list[Extent]:
    """What somebody denies or admits doing: "denied shelling the camp"."""
    for kid in parse.kids(verb, "xcomp"):
        if kid.index > verb.index and (
            kid.tag == "VBG" or any(k.tag == "VBG" for k in parse.kids(kid, "aux", "auxpass"))
        ):
            return parts(extent(parse, kid.left, kid.right))
    return []


def _joined_to(parse: Parse, verb: Token, content: Token) -> int | None:
    """The last token of a content whose second half the parser hangs on the verb of saying; None without one.

    In "claimed to have stormed the camp and left" and "said it held the bridge and had repelled an attack" the
    second verb has no subject, and is a participle or has an auxiliary that the verb of saying has not.
    """
    last: int | None = None
    perfect = any(kid.lemma == "have" for kid in parse.kids(content, "aux"))
    finite = verb.tag in ("VBD", "VBZ", "VBP") and not parse.kids(verb, "aux", "auxpass")
    for kid in parse.kids(verb, "conj"):
        bare = not parse.kids(kid, "nsubj", "nsubjpass")
        helped = bool(parse.kids(kid, "aux", "auxpass"))
        more = (helped or (perfect and kid.tag in ("VBN", "VBD"))) if bare else _backshifted(parse, verb, kid)
        if kid.index > content.index and finite and more:
            last = kid.right
    return last


def _backshifted(parse: Parse, verb: Token, joined: Token) -> bool:
    """Whether a clause with a subject of its own is in the tense of reported speech: "said A, and soldiers had left"."""
    shifted = any(kid.lower in ("had", "would") for kid in parse.kids(joined, "aux"))
    opening = parse.tokens[joined.left - 1]
    return shifted and verb.tag == "VBD" and opening.lower == "and" and not parse.kids(joined, "ccomp")


def _objects(parse: Parse, verb: Token, subject: Token | None) -> list[Extent]:
    if passive(parse, verb) and subject is not None and subject.dep == "nsubjpass":
        return parts(extent(parse, subject.left, subject.right)) if subject.tag != "EX" else []
    for kid in parse.kids(verb, "dobj", "obj"):
        if subject is not None and kid.index == subject.index:
            continue
        if kid.index > verb.index:
            behind = (k for k in parse.kids(verb, "xcomp", "oprd", "prep") if k.left == kid.right + 1)
            last = max((k.right for k in behind if k.dep != "prep" or k.lower not in SETTING), default=kid.right)
            return parts(extent(parse, kid.left, last))
        return parts(extent(parse, kid.left, kid.right))
    return []


def _disputed(parse: Parse, verb: Token) -> list[Extent]:
    """The noun on which a passive hangs: "an account disputed by residents"."""
    if verb.dep != "acl" or verb.tag != "VBN" or not parse.kids(verb, "agent"):
        return []
    return parts(extent(parse, parse.head(verb).left, verb.left - 1))


def _prepositional(parse: Parse, verb: Token, cue: VerbCue) -> tuple[list[Extent], int]:
    for prep in parse.kids(verb, "prep", "prt"):
        if prep.lower in cue.prepositions and prep.index > verb.index:
            objects = parse.kids(prep, "pobj", "pcomp")
            people = [kid for kid in parse.kids(verb, "dobj") if verb.index < kid.index < prep.index]
            if objects and people:
                last = _before_verdict(parse, verb.index, objects[0].right)
                return parts(extent(parse, people[0].left, last)), verb.index
            if objects and prep.index <= verb.index + 2:
                return parts(extent(parse, objects[0].left, objects[0].right)), prep.index
    return [], verb.index
