"""The actors read so far in a report, and who among them a later word may mean."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from dateline.model.record import Mention
from dateline.model.text import Parse, Token
from dateline.model.world import ANONYMOUS_KINDS, ARMED_KINDS, Actor
from dateline.reference.actor_words import fold_name, word_set
from dateline.reference.kin import MEN, WOMEN
from dateline.reference.splinters import SPLIT

_PLURAL = ("NNS", "NNPS")
_SUBJECTS = ("nsubj", "nsubjpass")
SPEECH = (
    "say", "tell", "add", "announce", "declare", "claim", "note", "report", "state", "write", "post", "tweet", "vow", "insist",
    "warn", "explain", "boast", "stress", "reiterate", "argue", "concede", "acknowledge", "confirm", "comment", "reply",
    "promise", "assert", "allege", "recount", "recall", "remark", "lament", "emphasise", "emphasize", "underline", "clarify",
    "reveal", "disclose", "caution", "text", "message",
)  # fmt: skip
_SPEAKING = frozenset(
    (
        *SPEECH, "condemn", "accuse", "deny", "blame", "denounce", "reject", "describe", "urge", "refute", "dismiss", "criticise",
        "criticize", "estimate", "document", "record", "publish", "quote", "cite", "laugh", "scoff", "ridicule", "mock", "shrug",
        "hail", "praise", "slam", "blast", "pledge", "swear", "complain", "testify", "admit", "predict", "suggest", "maintain",
        "contend", "counter", "retort", "rebut", "downplay", "thank",
    )
)  # fmt: skip
"""What those do who go on to speak as "it" or "he"."""
_WHEN = frozenset(("when", "after", "before", "until", "once", "while"))
_SHARES = frozenset(
    (
        "some", "many", "most", "several", "dozens", "scores", "hundreds", "all", "both", "members", "group", "elements",
        "remnants", "units", "fighters", "center", "centre", "office", "service", "bureau",
    )
)  # fmt: skip
"""Of "some of the attackers" it is the attackers who do it."""
_TIED = re.compile(
    r"[-‐‑](?:linked|backed|affiliated|allied|aligned|inspired|supported|sponsored|trained|funded|influenced|appointed|installed|recogni[sz]ed|brokered|led)\b"
)
_SPLIT_OFF = re.compile(
    rf"\b(?:{'|'.join(sorted(SPLIT))})(?:\s+(?:group|faction|wing|militia|movement|unit|party|fighter|rebel|soldier)s?)?"
    r"\s+(?:of|from)\s+(?:[\w'’-]+\s+){0,2}$",
    re.IGNORECASE,
)
_BESIDE = 60
"""Code points before a name in which it is told who comes from it."""
YIELDING = frozenset(
    ("lose", "suffer", "withdraw", "retreat", "flee", "leave", "surrender", "pull", "abandon", "escape")
)
"""What either side of a fight may do after it."""
_ONE_BODY = (
    "state_force", "government", "rebel", "militia", "paramilitary", "coalition", "intl_force", "intl_org",
    "monitor", "media", "organisation", "joint_force",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A mention that has been read, with the actor it means; `speaks`: what the sentence says is said by it.

    `aside`: it only tells whose ally another is ("the X-linked group"); `tag`: it speaks behind what it says ("…, police said");
    `single`: it is one person, whom no name tells ("a suicide bomber"); `felled`: the sentence tells that it was killed.
    """

    mention: Mention
    actor: Actor
    subject: bool
    plural: bool
    speaks: bool = False
    aside: bool = False
    tag: bool = False
    single: bool = False
    felled: bool = False


@dataclass(slots=True, kw_only=True)
class Memory:
    """Grows while one report is read, from left to right; never outlives the call that made it.

    `named` are all names of the report with their actors, also those further on, `people` those of persons, `groups` the
    non-state armed parties among the named, each once; `persons` the nouns for one person, `bodies` the last words of nouns for parties: in "X fighters left"
    it is X who left. `parties` are those that persons speak for, by person id; `whole` is what a first reading saw, also further on.
    """

    parse: Parse
    bodies: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    named: tuple[tuple[Mention, Actor], ...] = ()
    people: tuple[tuple[Mention, Actor], ...] = ()
    groups: tuple[Actor, ...] = ()
    seen: list[Seen] = field(default_factory=list)
    parties: dict[str, Actor] = field(default_factory=dict)
    whole: tuple[Seen, ...] | None = None

    def at(self, head: int | None) -> Actor | None:
        """Whom the mention with this head means, as far as it was read: now, else on the first reading."""
        if head is None:
            return None
        return next((seen.actor for seen in (*self.seen, *(self.whole or ())) if seen.mention.head == head), None)

    def party_at(self, head: int | None) -> Actor | None:
        """The party whose words somebody's are: of a spokesman that which he speaks for, else himself."""
        actor = self.at(head)
        return self.parties.get(actor.id, actor) if actor is not None else None

    def add(self, mention: Mention, actor: Actor) -> None:
        """Remember what a mention was read as."""
        token, standing = self.parse.tokens[mention.head], self._standing(mention)
        speaks = self._speaks(standing)
        self.seen.append(
            Seen(
                mention=mention,
                actor=actor,
                subject=standing.dep in _SUBJECTS,
                plural=token.tag in _PLURAL,
                speaks=speaks,
                aside=tied_to_another(self.parse, mention),
                tag=speaks and self._comes_behind(standing),
                single=token.tag == "NN"
                and (token.lower in self.persons or token.lower in MEN or token.lower in WOMEN),
                felled=felled(self.parse, standing),
            )
        )

    def _comes_behind(self, speaker: Token) -> bool:
        """Whether something is told of somebody else before the speaker of the sentence is named."""
        first = self.parse.sentences[speaker.sentence].first if speaker.sentence >= 0 else speaker.index
        return any(token.dep in _SUBJECTS for token in self.parse.tokens[first : speaker.index])

    def _standing(self, mention: Mention) -> Token:
        """The noun that stands in the sentence for the mention: its head, the fighters that it is a name of, "some" of them."""
        token = self.parse.tokens[mention.head]
        over = self.parse.head(token)
        if token.dep in ("compound", "nmod") and over.lower in self.bodies:
            return over
        if token.dep == "appos" and over.dep in _SUBJECTS:
            return over
        share = self.parse.head(over)
        return share if over.lower == "of" and token.dep == "pobj" and share.lower in _SHARES else token

    def _speaks(self, standing: Token) -> bool:
        over = self.parse.head(standing)
        if standing.dep == "pobj":
            return over.lower == "to" and self.parse.head(over).lower == "according"
        counts = over.lemma == "put" and any(kid.lower == "at" for kid in self.parse.kids(over, "prep"))
        return standing.dep == "nsubj" and (over.lemma in _SPEAKING or counts)

    def unrivalled(
        self, fits: Callable[[Seen], bool], token: Token, *, sentence: int | None, reach: int = 2
    ) -> Actor | None:
        """The best antecedent of a token, None where another party may be meant as well.

        So it is after two main clauses ("A entered X and B moved to Y. They left"), and of who lost or left after a fight.
        """
        best = self.latest(fits, sentence=sentence, reach=reach)
        if best is None or sentence is None:
            return best
        where = next(at for at, s in self._read_before(sentence, reach) if s.actor.id == best.id)
        near = [s for at, s in self._read_before(where, 0) if s.mention.kind != "label" and fits(s)]
        mine = [s for s in near if s.actor.id == best.id]
        others = [s for s in near if (s.actor.side or s.actor.id) != (best.side or best.id)]
        if where < sentence and others and self.parse.head(token).lemma in YIELDING:
            return None
        pairs = [(one, other) for one in mine for other in others]
        if token.tag not in _PLURAL and token.lower != "they" and any(self._listed(one, other) for one, other in pairs):
            return None
        rivals = ((one, other) for one, other in pairs if one.subject and other.subject)
        return None if any(self._in_clauses_side_by_side(one, other) for one, other in rivals) else best

    def _listed(self, one: Seen, other: Seen) -> bool:
        """Whether two parties act together in a list ("A and B"): neither of them is "it"."""
        first, second = self._standing(one.mention), self._standing(other.mention)
        return any(
            low.dep == "conj" and high.dep in _SUBJECTS and low.head == high.index
            for low, high in ((first, second), (second, first))
        )

    def _in_clauses_side_by_side(self, one: Seen, other: Seen) -> bool:
        """Whether two subjects are of two main clauses of a sentence: neither of them comes before the other."""
        verbs = [self.parse.head(self._standing(seen.mention)) for seen in (one, other)]
        first, second = sorted(verbs, key=lambda verb: verb.index)
        joined = [up for up in (first, second) if up.dep in ("conj", "parataxis", "ccomp")]
        return first.index != second.index and any(
            verb.head in (first.index, second.index) and self.parse.head(verb).lemma not in SPEECH for verb in joined
        )

    def latest(self, fits: Callable[[Seen], bool], *, sentence: int | None, reach: int = 2) -> Actor | None:
        """The best antecedent in this and the `reach` sentences before: near ones first, subjects before others."""
        if sentence is None:
            return None
        near = (
            (sentence - at, not seen.subject, index, seen.actor)
            for index, (at, seen) in enumerate(self._read_before(sentence, reach))
            if seen.mention.kind != "label" and not seen.aside and fits(seen)
        )
        best = min(near, key=lambda item: item[:3], default=None)
        return best[3] if best is not None else None

    def _read_before(self, sentence: int, reach: int) -> Iterator[tuple[int, Seen]]:
        """What was read in this and the `reach` sentences before, the last first, with the number of its sentence."""
        for seen in reversed(self.seen):
            at = seen.mention.sentence
            if at is not None and at < sentence - reach:
                return
            if at is not None and at <= sentence:
                yield at, seen

    def actors(self) -> list[Actor]:
        """All actors in the order of their first mention."""
        return list({seen.actor.id: seen.actor for seen in self.seen}.values())


def named_at(named: Sequence[tuple[Mention, Actor]], offset: int) -> tuple[Mention, Actor] | None:
    """The name that stands at a code point, with its actor; the names are in text order."""
    behind = bisect_right(named, offset, key=lambda pair: pair[0].span.start)
    return next((pair for pair in reversed(named[max(0, behind - 3) : behind]) if offset < pair[0].span.end), None)


def bearing(memory: Memory, offset: int, noun: str) -> Actor | None:
    """The body named last before a code point that is of the sort of a noun by its name: "the front" after "Front for X".

    What a name begins or ends with tells the sort, not what stands within: a "Y Alliance Army" is no alliance.
    """
    behind = bisect_right(memory.named, offset, key=lambda pair: pair[0].span.start)
    for named, actor in reversed(memory.named[:behind]):
        if named.span.end <= offset and noun in _sorts(memory.parse, named, actor):
            return actor
    return None


def _sorts(parse: Parse, named: Mention, actor: Actor) -> set[str]:
    """The nouns that say what sort of body a name is of, in the name or right behind it ("NAME militia")."""
    shared = parse.report.text[max(0, named.span.start - 5) : named.span.start].endswith(
        (" and ", " or ")
    )  # in "A and B rebels" both are
    follows = None if shared else _NEXT.match(parse.report.text, named.span.end)
    names = (named.span.quote, actor.name) if actor.provisional else (named.span.quote, actor.name, *actor.aliases)
    return {name_head(name) for name in names} | ({follows.group(1)} if follows else set())


_NEXT = re.compile(r" ([a-z]+)\b")


def name_head(name: str) -> str:
    """The noun of a name: "front" in "Front for National Revival", "army" in "X Liberation Army"."""
    said = fold_name(name).split()
    stop = next((at for at, word in enumerate(said) if at and word in ("of", "for", "against", "in")), len(said))
    return said[stop - 1] if said else ""


def is_body(seen: Seen) -> bool:
    """Whether "it" may stand for the actor."""
    several = seen.plural and seen.mention.form == "nominal"
    return seen.actor.kind in _ONE_BODY and not several and not seen.actor.id.startswith(("civ:", "anon:"))


def is_armed(seen: Seen) -> bool:
    """Whether "its fighters" may belong to the actor."""
    return seen.actor.kind in (*ARMED_KINDS, "government")


def is_many(seen: Seen) -> bool:
    """Whether "they" may stand for the actor: not for one woman; unnamed sources speak of others."""
    several = not seen.single and not seen.actor.id.startswith("per:")
    return several and seen.actor.kind not in ANONYMOUS_KINDS and seen.actor.kind != "media"


def is_many_or_source(seen: Seen) -> bool:
    """Whether a "they" that speaks may stand for the actor; residents who said so may go on speaking."""
    return not seen.actor.id.startswith("per:") and seen.actor.kind != "media"


def is_person(seen: Seen) -> bool:
    """Whether "he" may stand for the actor."""
    return (
        seen.actor.id.startswith("per:") or seen.single or (seen.actor.kind == "anonymous_source" and not seen.plural)
    )


def felled(parse: Parse, noun: Token) -> bool:
    """Whether a noun is told to have been killed or to have given itself up: "were shot dead", "nine rebels surrendered"."""
    verb = parse.head(noun)
    gave_up = noun.dep == "nsubj" and verb.lemma == "surrender" and not parse.kids(verb, "dobj")
    return gave_up or (noun.dep in ("nsubjpass", "dobj") and verb.lemma in KILLING)


KILLING = word_set("kill behead execute murder massacre slaughter lynch assassinate bury") | {"shoot dead", "gun down"}


def tied_to_another(parse: Parse, mention: Mention) -> bool:
    """Whether a name only says whose ally somebody else is ("X-linked"), or from whom he split off ("a splinter of X")."""
    text, start = parse.report.text, mention.span.start
    return _TIED.match(text, mention.span.end) is not None or (
        _SPLIT_OFF.search(text, max(0, start - _BESIDE), start) is not None
    )


def goes_on(parse: Parse, token: Token) -> bool:
    """Whether the token is the subject of a verb of speech, or goes on speaking ("he continued")."""
    verb = parse.head(token)
    if token.dep != "nsubj" or any(kid.lower in _WHEN for kid in parse.kids(verb, "advmod", "mark")):
        return False
    if verb.lemma in SPEECH:
        return True
    alone = not parse.kids(verb, "xcomp", "dobj", "prep", "acomp", "aux", "mark")
    return verb.lemma == "continue" and token.pos in ("PRON", "PROPN") and alone


def subject_speaker(parse: Parse, token: Token) -> int | None:
    """The token that names who speaks in the token's sentence, when a verb of speech has a subject there."""
    for sentence in (token.sentence, *_beside(parse, token.sentence)):
        if not 0 <= sentence < len(parse.sentences):
            continue
        for other in parse.tokens[parse.sentences[sentence].first : parse.sentences[sentence].last + 1]:
            if other.dep == "dobj" and parse.head(other).lemma in ("quote", "cite") and other.pos != "PRON":
                return other.index  # "it quoted a commander as saying"
            aside = sentence != token.sentence and parse.head(other).dep in ("advcl", "relcl")  # "as X says" elsewhere
            if (
                not aside
                and goes_on(parse, other)
                and (other.pos != "PRON" or other.lower in ("he", "she", "it", "they"))
            ):
                return other.index
    return None


def _beside(parse: Parse, sentence: int) -> tuple[int, int]:
    """The sentences next to one in the order in which they may tell who speaks in it: those of its paragraph first."""
    after = sentence + 1
    if not 0 < after < len(parse.sentences):
        return sentence - 1, after
    text, span = parse.report.text, parse.sentences[sentence].span
    begins = parse.sentences[after].span.start
    first = len(text) - len(text[begins:].lstrip())
    apart = "\n\n" in text[max(span.start, span.end - 4) : first]
    return (sentence - 1, after) if apart else (after, sentence - 1)


def is_quoted(text: str, offset: int) -> bool:
    """Whether an opening quotation mark stands unclosed before the offset, within a few hundred characters."""
    before = text[max(0, offset - 600) : offset]
    if before.count("\u201c") > before.count("\u201d"):
        return True
    return before.rpartition("\n\n")[2].count('"') % 2 == 1
