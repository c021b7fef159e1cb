"""What has been so, or was counted, since some day: what goes on, what is a sum of the war, what is news."""

from __future__ import annotations

from datetime import timedelta

from dateline.claim.clause import Clause
from dateline.claim.dated import Dated
from dateline.claim.habits import WARS
from dateline.claim.kinds import lasts
from dateline.claim.material import Material
from dateline.claim.undated import CAMPAIGNS, tells_rarity
from dateline.claim.words import words
from dateline.model.text import Token
from dateline.model.time import TimeRange
from dateline.model.vocabulary import TemporalStatus

STANDING = timedelta(days=365)
"""What has been so for longer than this is what everybody knows, no state of the news."""
RECENT = timedelta(days=14)
"""How far before the news an act may have begun that still tells of the news ("since Monday")."""
RECENTLY_COUNTED = timedelta(days=31)
"""The same for people who were counted since a day: tolls of the fight that is told grow for weeks."""
FIGHT = timedelta(days=100)
"""The same for what is counted since a campaign began on a day that is told."""
FIGHTS = (CAMPAIGNS - WARS) | words("fighting clash battle assault hostility push advance")
"""What begins on a day and is over after weeks or months, unlike a war."""


def by_since(material: Material, dated: Dated) -> TemporalStatus | None:
    """What has been so since long ago goes on; what has been done since long ago is a sum, not news."""
    when = dated.when
    goes_on: TemporalStatus = "background" if _standing(when, news_of(material)) else "ongoing"
    if dated.named.act == "besiege" and lasts(material, dated.clause):
        return goes_on
    if when is None or not _opens_with_since(material, dated.clause):
        return None
    if when.earliest is None:
        old = when.precision in ("month", "year", "season") and dated.named.kind in (
            "event",
            "casualty",
            "displacement",
        )
        return "background" if old else None
    news = news_of(material)
    counted = dated.named.kind in ("casualty", "displacement") and when.precision not in ("month", "year", "season")
    fight = _since_a_fight(material, dated.clause) and when.precision not in ("month", "year", "season")
    reach = FIGHT if fight else RECENTLY_COUNTED if counted else RECENT
    recent = news is not None and news.earliest is not None and when.earliest >= news.earliest - reach
    if recent and fight and dated.named.kind in ("event", "casualty", "displacement"):
        return "current"
    if recent or (when.precision not in ("month", "year", "season") and news is None):
        return None
    if dated.named.kind in ("state", "access", "characterisation") or (not counted and _has_been(material, dated)):
        return goes_on
    return "background" if dated.named.kind in ("event", "casualty", "displacement") else None


def _since_a_fight(material: Material, clause: Clause) -> bool:
    """Whether something is counted since a campaign began, which the text tells of: "since the assault opened on 1 May"."""
    after = [i for i in clause.tokens if material.parse.tokens[i].lower == "since"]
    return any(material.parse.tokens[i].lemma in FIGHTS for i in clause.tokens if after and i > after[0])


def _standing(when: TimeRange | None, news: TimeRange | None) -> bool:
    """Whether something has been so since more than a year before the news."""
    if when is None or when.earliest is None or news is None or news.earliest is None:
        return False
    return when.earliest < news.earliest - STANDING


def _has_been(material: Material, dated: Dated) -> bool:
    """Whether somebody has been doing something: "have been trying to retake the city since October"."""
    core = material.parse.tokens[dated.clause.links[0] if dated.clause.links else dated.clause.core]
    perfect = any(kid.lower in ("has", "have") for kid in material.parse.kids(core, "aux"))
    return core.tag == "VBG" and perfect and dated.named.kind not in ("casualty", "displacement")


def by_war(material: Material, dated: Dated) -> TemporalStatus | None:
    """The toll of a whole war, what was counted since it broke out and what "has been fought" since is no news of today."""
    head = material.parse.tokens[dated.clause.head]
    counted = dated.named.kind in ("casualty", "displacement")
    if dated.clause.form == "verb" and dated.named.kind == "event" and _since_long_ago(material, head):
        return "background"
    if dated.clause.form != "verb" or not (counted or head.tag == "VBG"):
        return None
    trigger = material.parse.tokens[dated.named.trigger]
    beside = [kid for kid in material.parse.kids(head, "conj") if kid.pos == "VERB" and counted]
    verbs = {token.index: token for token in (head, trigger, *material.parse.ancestors(head), *beside)}.values()
    if any(_marked_since(material, kid) for verb in verbs for kid in material.parse.kids(verb, "advcl")):
        return "background"
    if not counted:
        return None
    subject = material.token(dated.clause.subject)
    below = material.parse.subtree(subject) if subject is not None and not dated.clause.passive else ()
    if any(token.lemma in WARS for token in below if token.index not in dated.clause.tokens or token == subject):
        return "background"
    if dated.when is not None and dated.when.precision not in ("month", "year", "season"):
        return None
    nouns = (material.parse.tokens[i] for i in dated.clause.tokens if material.parse.tokens[i].lemma in WARS)
    return "background" if any(_whole_war(material, noun) for noun in nouns) else None


def _since_long_ago(material: Material, verb: Token) -> bool:
    """Whether a verb in the perfect counts from something long ago: "have stepped up raids since breaking a truce in 2022"."""
    if not any(kid.lower in ("has", "have", "'ve") for kid in material.parse.kids(verb, "aux")):
        return False
    marks = [kid for kid in material.parse.kids(verb, "advcl") if _is_since(material, kid)]
    aims = [kid for kid in material.parse.kids(verb, "xcomp", "advcl") if kid.tag == "VB"]
    over = (verb, *aims)
    after = [prep for token in over for prep in material.parse.kids(token, "prep") if prep.lower == "since"]
    if any(tells_rarity(material, prep.index) for prep in after):
        return False
    below = (token for kid in (*marks, *after) for token in material.parse.subtree(kid))
    mentions = (material.mention_at.get(token.index) for token in below)
    values = [material.resolution.time(one.id) for one in mentions if one is not None and one.kind == "time"]
    news = news_of(material)
    return any(value is not None and _is_old(value.range, news) for value in values)


def _is_since(material: Material, clause: Token) -> bool:
    return any(kid.lower == "since" for kid in material.parse.kids(clause, "mark"))


def _is_old(when: TimeRange, news: TimeRange | None) -> bool:
    """Whether a time lies before the weeks of the news; without a day of the news a month or a year does."""
    if news is None or news.earliest is None:
        return when.precision in ("month", "year", "season")
    return when.latest is not None and when.latest <= news.earliest - RECENTLY_COUNTED


def _opens_with_since(material: Material, clause: Clause) -> bool:
    return any(material.parse.tokens[i].lower == "since" and not tells_rarity(material, i) for i in clause.tokens)


def _marked_since(material: Material, clause: Token) -> bool:
    """A clause like "since the revolt broke out", "since it declared a state in 2014"."""
    marks = [kid for kid in material.parse.kids(clause, "mark") if kid.lower == "since"]
    if not marks or tells_rarity(material, marks[0].index):
        return False
    if any(kid.lemma in WARS for kid in material.parse.kids(clause, "nsubj", "nsubjpass")):
        return True
    mentions = (material.mention_at.get(token.index) for token in material.parse.subtree(clause))
    values = (material.resolution.time(one.id) for one in mentions if one is not None and one.kind == "time")
    return any(value is not None and value.range.precision in ("month", "year", "season") for value in values)


def _whole_war(material: Material, noun: Token) -> bool:
    """Whether somebody died "in the war", "during the country's conflict"; "a prison uprising" is news."""
    before = material.parse.head(noun)
    told = material.parse.kids(noun, "det", "poss", "amod", "compound")
    if any(kid.lower in ("a", "an") for kid in told):
        return False
    return noun.dep == "pobj" and before.lower in ("in", "during", "of", "by", "to") and bool(told)


def news_of(material: Material) -> TimeRange | None:
    """The days that a report tells of, else the day on which it was published."""
    return material.resolution.window or material.resolution.publication.best
