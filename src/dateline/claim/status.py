"""When a claim holds, seen from the news: current, ongoing, background, historical, future, generic."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise

from dateline.claim.clause import Clause
from dateline.claim.dated import Dated
from dateline.claim.habits import beside, by_frame, by_habit, by_length, counts_once
from dateline.claim.material import Material
from dateline.claim.passages import passage_at
from dateline.claim.senses import noun_sense
from dateline.claim.since import RECENT, by_since, by_war, news_of
from dateline.claim.tales import told_in
from dateline.claim.terms import counted_since
from dateline.claim.undated import in_memory, long_before_another, of_an_outbreak, since_then, undated_background
from dateline.model.text import Token
from dateline.model.time import TimeRange
from dateline.model.vocabulary import TemporalStatus

LONG_AGO = timedelta(days=150)
LONG_AGO_BY_YEARS = timedelta(days=180)
"""The same from the end of a bare year, of which nobody knows the month."""
LEAD_REACH = timedelta(days=31)
"""How far before the news the deed may lie with which a text begins."""
SPAN = timedelta(days=25)
"""From how many days on a time is no day of the news where nobody knows that."""
STILL = frozenset(("still", "remain", "continue", "keep", "ongoing"))
STAYING = frozenset(("remain", "continue", "stay", "persist"))
"""Verbs that in the present tell of no habit, but of what is so still."""
PAST_EPITHETS = frozenset(("last", "previous", "earlier", "past", "former", "recent", "prior", "similar"))
TAKINGS = frozenset(("capture", "retake", "transfer"))
MOVES = frozenset(("enter", "advance", "withdraw"))
"""Acts with which a place leaves the hands of those who held it."""
EARLIER = frozenset(("previously", "formerly", "historically", "traditionally", "earlier", "once"))


def status(material: Material, dated: Dated) -> TemporalStatus:
    """The first rule that has an answer decides; news is current."""
    for rule in RULES:
        found = rule(material, dated)
        if found is not None:
            return found
    return "current"


def by_form(material: Material, dated: Dated) -> TemporalStatus | None:
    """Geography and links hold at any time, a distance as it is told; what an attribute presupposes held before the news."""
    if dated.named.act == "locate" and any(i in material.distance_starts for i in dated.clause.tokens):
        return "current"
    if dated.named.act == "locate" or dated.clause.form == "geography":
        return "generic"
    if dated.clause.form == "adjective" and dated.named.act == "hold":
        return "background" if _changes_hands(material, dated.clause) else "ongoing"
    if dated.clause.form == "adjective":
        return "generic" if dated.named.act == "characterise" else "background"
    if dated.named.predicate == "role_change" and dated.clause.relation == "relative":
        return "background"
    return None


def _changes_hands(material: Material, clause: Clause) -> bool:
    """Whether the verb over a place tells that it went to others: "captured the rebel-held town"."""
    above = list(material.parse.ancestors(material.parse.tokens[clause.head]))
    verb = next((token for token in above if token.pos == "VERB"), None)
    turns = MOVES if any(token.dep == "pobj" for token in above[:1]) else MOVES | TAKINGS
    return verb is not None and any(
        sense.act in turns and not sense.others for sense in material.acts.of("v", verb.lemma)
    )


def by_modality(material: Material, dated: Dated) -> TemporalStatus | None:
    """What is planned, expected or supposed lies ahead; a purpose belongs to the act it explains."""
    if dated.modality in ("expected", "hypothetical", "ordered", "threatened", "feared"):
        return "future"
    if dated.modality == "called_for" and dated.named.act not in ("say", "order_to_leave", "intend"):
        return "future"
    if dated.modality == "possible" and _may_be_so(material, dated.clause):
        return None
    if dated.modality == "possible":
        return "future" if dated.named.kind in ("event", "casualty", "displacement", "intent") else None
    if dated.modality == "planned":
        return None if dated.clause.relation == "purpose" or _attempted(material, dated.clause) else "future"
    return None


def _may_be_so(material: Material, clause: Clause) -> bool:
    """Whether what may be so would be so already: "may be dead", "may have fled"."""
    core = material.parse.tokens[clause.core]
    return core.lemma == "be" or any(kid.lower == "have" for kid in material.parse.kids(core, "aux"))


def by_time(material: Material, dated: Dated) -> TemporalStatus | None:
    """A date before the news window is background, one long before it history, one after it lies ahead.

    What is told in the past tense has happened, whatever the window: an undated text may tell of many days.
    """
    news = news_of(material)
    when = dated.when
    if when is None or news is None or news.earliest is None or when.latest is None:
        return None
    if when.latest <= news.earliest - (LONG_AGO_BY_YEARS if _by_years(when) else LONG_AGO):
        return "historical"
    if _leads(material, dated.clause) and when.latest > news.earliest - LEAD_REACH and when.precision == "day":
        return None
    if when.latest <= news.earliest - timedelta(days=1) or _month_gone_by(when, news):
        return "background"
    if news.latest is not None and when.earliest is not None and when.earliest >= news.latest + timedelta(days=1):
        return None if _past(material, dated.clause) else "future"
    return None


def by_stylebook(material: Material, dated: Dated) -> TemporalStatus | None:
    """A day told by month, in a report without a date whose news is told by weekday, is old where a later month is named."""
    if not dated.older_month or news_of(material) is not None:
        return None
    told = dated.named.kind in ("event", "casualty", "displacement")
    done = dated.clause.form == "nominal" or _past(material, dated.clause)
    return "background" if told and done else None


def _leads(material: Material, clause: Clause) -> bool:
    """Whether a main clause opens the report in the simple past: what a communiqué of the 27th begins with is its news."""
    head = material.parse.tokens[clause.head]
    while head.dep == "conj":
        head = material.parse.head(head)
    opens = head.sentence == 0 and clause.form == "verb" and head.dep == "ROOT"
    return opens and head.tag == "VBD" and not material.parse.kids(head, "aux")


def _month_gone_by(when: TimeRange, news: TimeRange) -> bool:
    """Whether a bare month began before the days of the news and is over: "in April", told on 3 May."""
    if when.precision not in ("month", "season") or when.earliest is None or when.latest is None:
        return False
    if news.earliest is None or news.latest is None:
        return False
    return when.earliest < news.earliest - RECENT and when.latest < news.latest


def by_tale(material: Material, dated: Dated) -> TemporalStatus | None:
    """What a court has heard or an anniversary recalls happened long before; only its own words could date it to the news."""
    if dated.named.kind not in ("event", "casualty", "displacement"):
        return None
    head = material.parse.tokens[dated.clause.head]
    heard = told_in(material.parse, material.acts, material.tales, head) == "court"
    if not heard and not in_memory(material, dated.clause):
        return None
    return None if _has_a_day(material, dated.clause) else "background"


def _has_a_day(material: Material, clause: Clause) -> bool:
    """Whether the words of a clause name a time that is no mere length."""
    inside = {material.mention_at[i].id for i in clause.tokens if i in material.mention_at}
    values = (material.resolution.time(name) for name in inside)
    return any(value is not None and value.range.precision != "duration" for value in values)


def by_coarse_time(material: Material, dated: Dated) -> TemporalStatus | None:
    """Where the news has no day of its own, an act dated by month or year, or spread over weeks, is background.

    What is told of a bare year ("In 2017 the rebels killed …") is never news of this week, even if it is this year.
    """
    if dated.when is None or dated.named.kind not in ("event", "casualty", "displacement"):
        return None
    news = news_of(material)
    if _by_years(dated.when) and _done(material, dated.clause):
        return "background"
    if (dated.when.precision in ("month", "year", "season") or _for_weeks(dated.when)) and (
        news is None or news.earliest is None or news.latest is None
    ):
        return "background"
    return None


def by_story(material: Material, dated: Dated) -> TemporalStatus | None:
    """What has no date and belongs to the story before the news is background; so is how the war began, on a day of no known year.

    The date of what came long after a deed ("Sunday's raid came weeks after …") is not that of the deed.
    """
    told = dated.named.kind in ("event", "casualty", "displacement")
    if told and long_before_another(material, dated.clause) and not _has_a_day(material, dated.clause):
        return "background"
    if dated.when is not None and dated.when.precision not in ("duration", "vague"):
        placed = news_of(material) is not None and dated.when.latest is not None
        earlier = of_an_outbreak(material, dated.clause) or since_then(material, dated.clause)
        return "background" if earlier and not placed else None
    return "background" if undated_background(material, dated.clause, dated.named, voiced=dated.voiced) else None


def by_words(material: Material, dated: Dated) -> TemporalStatus | None:
    """Things that are called earlier ones, and things that are said to go on."""
    clause = dated.clause
    if counted_since(material, material.parse.tokens[clause.head]):
        return "background"
    coarse = dated.when is None or dated.when.precision in ("month", "year", "season", "vague")
    if coarse and dated.named.kind != "state" and _earlier(material, dated):
        return "background"
    near = beside(material, clause)
    head = material.parse.tokens[clause.head]
    links = {material.parse.tokens[i].lemma for i in clause.links}
    stays = head.lemma in STAYING and head.tag in ("VBZ", "VBP")
    if stays or ((links | near) & STILL and not _past(material, clause)):
        # That a place is still in somebody's hands is the news of who holds it now.
        held = dated.named.predicate == "hold" or (not stays and dated.named.act == "hold")
        return "current" if held else "ongoing"
    if dated.named.predicate == "hold" and clause.relation == "relative" and head.tag in ("VBZ", "VBP"):
        return "ongoing"
    opening = material.parse.tokens[material.parse.sentences[head.sentence].first] if head.sentence > 0 else head
    if opening.lower == "recently" and material.parse.head(opening) == head:
        return "background"
    before = {kid.lemma for kid in material.parse.kids(head) if kid.index < head.index}
    return "background" if near & (EARLIER - {"once"}) or "once" in before else None


def by_aspect(material: Material, dated: Dated) -> TemporalStatus | None:
    """What is being done now goes on; what had been going on before the news is background."""
    core = material.parse.tokens[dated.clause.links[0] if dated.clause.links else dated.clause.core]
    if dated.named.kind == "state" and any(kid.lower == "being" for kid in material.parse.kids(core, "auxpass")):
        return "current" if dated.named.act == "hold" else "ongoing"
    if core.tag != "VBG" or dated.clause.form != "verb" or dated.named.kind in ("characterisation", "evaluation"):
        return None
    lowers = {kid.lower for kid in material.parse.kids(core, "aux")}
    if "had" in lowers and dated.modality == "planned":
        return "background"
    return "ongoing" if lowers & {"is", "are", "'re", "'s", "has", "have"} else None


def by_tense(material: Material, dated: Dated) -> TemporalStatus | None:
    """Simple present of an act is a habit, save in a headline or with a toll; "has been … in recent weeks" sums up.

    So is an act of which something is said at any time: "Shelling a hospital is a crime", "they do not kill children".
    """
    head = material.parse.tokens[dated.clause.head]
    told = dated.named.kind in ("event", "casualty", "displacement") or dated.named.act == "besiege"
    if dated.clause.form != "verb" or not told:
        return None
    if head.dep == "csubj" and head.tag == "VBG" and material.parse.head(head).tag in ("VBZ", "VBP"):
        return "generic"
    if material.parse.tokens[dated.named.trigger].lemma in ("number", "toll", "total", "figure"):
        return None
    kids = material.parse.kids(head, "aux", "auxpass")
    done = dated.named.trigger == head.index and any(kid.lower in ("do", "does") for kid in kids)
    if done and material.negated(head):
        return "generic"
    telegraphic = passage_at(material, head) is not None
    if (
        head.tag in ("VBZ", "VBP")
        and not kids
        and head.pos == "VERB"
        and _full_sentence(material, head)
        and not telegraphic
        and head.lemma not in STAYING
        and not _meanwhile(material, head)
        and not counts_once(material, dated)
    ):
        return _on_a_day(material, dated)
    perfect = any(kid.lower in ("has", "have", "'ve") for kid in kids)
    return "background" if perfect and _over_weeks(material, dated.clause) else None


def _under_a_day(material: Material, clause: Clause) -> bool:
    """Whether a day opens the line, as in a chronology: "Monday 6 May: Gunmen attack a convoy"."""
    start, text = material.parse.tokens[clause.head].start, material.parse.report.text
    labels = [label for label in material.parse.frame.labels if label.end <= start]
    own = bool(labels) and "\n" not in text[labels[-1].end : start]
    return own and bool(material.resolution.within(labels[-1].start, labels[-1].end, "time"))


def _on_a_day(material: Material, dated: Dated) -> TemporalStatus:
    """A habit, unless the clause names a day: "shells hit the port on Sunday", "the vote is held on Friday"."""
    named = _has_a_day(material, dated.clause) or _under_a_day(material, dated.clause)
    if dated.when is None or dated.when.precision not in ("day", "hour") or not named:
        return "generic"
    news = news_of(material)
    ahead = news is not None and news.latest is not None and (dated.when.earliest or news.latest) >= news.latest
    return "future" if ahead and dated.when.earliest is not None else "current"


def _by_years(when: TimeRange) -> bool:
    """Whether a time is a bare year or runs from one year to another ("the war of 1994-96")."""
    bounds = (when.earliest, when.latest)
    whole = all(bound is not None and (bound.month, bound.day) == (1, 1) for bound in bounds)
    return when.precision == "year" or (when.precision == "interval" and whole)


def _for_weeks(when: TimeRange) -> bool:
    """Whether a vague time spans weeks of a year that is told: "in late 2014", "in mid-2024"."""
    if when.precision not in ("vague", "interval") or when.earliest is None or when.latest is None:
        return False
    return when.latest - when.earliest >= SPAN


def _meanwhile(material: Material, verb: Token) -> bool:
    """Whether a clause in the present goes with what has just been done: "have taken two villages as they push west"."""
    over = material.parse.head(verb)
    if verb.dep != "advcl" or not any(kid.lower in ("as", "while") for kid in material.parse.kids(verb, "mark")):
        return False
    return over.tag in ("VBD", "VBN")


def _full_sentence(material: Material, head: Token) -> bool:
    """Headlines carry no full stop and stand in the present."""
    sentence = material.parse.sentences[head.sentence]
    return sentence.span.quote.rstrip("\"”’'").endswith((".", ";")) and sentence.index > 0


def _over_weeks(material: Material, clause: Clause) -> bool:
    tokens = [material.parse.tokens[i] for i in clause.tokens]
    # A single week is that of the news.
    lemmas = {token.lemma for token in tokens if token.lower != "week"}
    lowers = [token.lower for token in tokens]
    if ("so", "far") in pairwise(lowers) and any(word.isdigit() and len(word) == 4 for word in lowers):
        return True
    return bool(lemmas & {"week", "month", "year", "decade"}) and bool(
        lemmas & {"recent", "past", "last", "for", "over", "far"}
    )


def _earlier(material: Material, dated: Dated) -> bool:
    """Whether an event is told as an earlier one: "the last attack", "recent advances", "on that occasion"."""
    trigger = material.parse.tokens[dated.named.trigger]
    named = [trigger] if trigger.pos == "NOUN" else []
    subject = material.token(dated.clause.subject)
    if subject is not None and (subject.lower == "one" or noun_sense(material, subject) is not None):
        named.append(subject)
    told = [kid for noun in named for kid in material.parse.kids(noun, "amod") if kid.lower in PAST_EPITHETS]
    # The most recent raid is the latest one.
    if any(not any(one.lower == "most" for one in material.parse.kids(kid, "advmod")) for kid in told):
        return True
    lowers = [material.parse.tokens[i].lower for i in dated.clause.tokens]
    return any(a == "that" and b in ("occasion", "time") for a, b in pairwise(lowers))


def _attempted(material: Material, clause: Clause) -> bool:
    trying = any(material.parse.tokens[i].lemma in ("try", "attempt", "seek") for i in clause.links)
    nouns = (material.parse.tokens[i] for i in clause.tokens)
    return trying or any(noun.lower == "attempted" and noun.dep == "amod" for noun in nouns)


def _done(material: Material, clause: Clause) -> bool:
    """Whether something has happened by now: "fell this year", "has risen to 58 this year", "the men killed this year"."""
    head = material.parse.tokens[clause.links[0] if clause.links else clause.head]
    helped = material.parse.kids(head, "aux", "auxpass")
    perfect = any(kid.lower in ("has", "have", "'ve") for kid in helped)
    return perfect or (head.tag == "VBN" and not helped) or _past(material, clause)


def _past(material: Material, clause: Clause) -> bool:
    head = material.parse.tokens[clause.links[0] if clause.links else clause.head]
    return head.tag == "VBD" or any(k.tag == "VBD" for k in material.parse.kids(head, "aux", "auxpass"))


Rule = Callable[[Material, Dated], TemporalStatus | None]
RULES: tuple[Rule, ...] = (
    by_form,
    by_modality,
    by_since,
    by_time,
    by_stylebook,
    by_tale,
    by_war,
    by_coarse_time,
    by_story,
    by_habit,
    by_length,
    by_frame,
    by_words,
    by_aspect,
    by_tense,
)
