"""Sentences that tell of earlier times: dated long before the news, or following on such a one in the past tense."""

from __future__ import annotations

from datetime import datetime, timedelta

from dateline.claim.words import words
from dateline.model.record import Mention, Resolution
from dateline.model.text import Parse, Sentence, Token
from dateline.model.time import TimeRange

LONG_BEFORE = timedelta(days=45)
"""How far before the news a date must lie for the sentences behind it to stay there with it."""
NEWS = words("now today currently still meanwhile tonight ongoing yesterday overnight nowadays latest newly recently separately"
             " elsewhere")  # fmt: skip
"""Words that bring a story back to the news."""
THIS_WEEK = words("monday tuesday wednesday thursday friday saturday sunday today yesterday overnight tonight")
ANOTHER = words("previous earlier similar")
"""What an event is called that is not the one of the news."""
OCCURRING = words("be occur happen come take")
SAYING = words("say tell report announce claim add warn state note confirm deny estimate")


def old_sentences(parse: Parse, resolution: Resolution) -> frozenset[int]:
    """The sentences whose undated words tell of earlier times than the news, by index.

    A main clause with an adverbial date long before the news opens such a stretch; the next sentences of the paragraph
    go on with it while their main verb is in the past tense and nothing leads back to the news.
    """
    window = resolution.window or resolution.publication.best
    bound = window.earliest - LONG_BEFORE if window is not None and window.earliest is not None else None
    if bound is None and not _tells_of_this_week(resolution):
        return frozenset()
    found: set[int] = set()
    sums: set[int] = set()
    for sentence in parse.sentences:
        root = parse.tokens[sentence.root]
        dates = resolution.within(sentence.span.start, sentence.span.end, "time")
        if _sums_up(parse, resolution, root, dates, bound):
            sums.add(sentence.index)
        if not _past(parse, root):
            continue
        before = any(kid.lower == "had" for kid in parse.kids(root, "aux"))
        opens = any(_opens(parse, resolution, date, bound, anywhere=before) for date in dates)
        opens = opens or (_another(parse, root) and not any(_is_news(resolution, date, window) for date in dates))
        summed = sentence.index - 1 in sums and not _points_back(parse, root)
        if opens or (
            not summed and sentence.index - 1 in found | sums and _goes_on(parse, resolution, sentence, dates, bound)
        ):
            found.add(sentence.index)
    return frozenset(found)


def _sums_up(parse: Parse, resolution: Resolution, root: Token, dates: list[Mention], bound: datetime | None) -> bool:
    """Whether a main clause in the perfect counts from long ago: "has carried out 97 raids since early 2024"."""
    if not any(kid.lower in ("has", "have") for kid in parse.kids(root, "aux")):
        return False
    values = [(date, resolution.time(date.id)) for date in dates]
    return any(value is not None and value.bound == "since" and _began(value.range, bound) for _, value in values)


def _began(when: TimeRange, bound: datetime | None) -> bool:
    if bound is None:
        return when.precision in ("month", "year", "season")
    return when.earliest is not None and when.earliest <= bound


def _points_back(parse: Parse, root: Token) -> bool:
    """Whether the subject is what the sentence before counted: "these operations", "those raids"."""
    subjects = parse.kids(root, "nsubj", "nsubjpass")
    return any(kid.lower in ("these", "those") for noun in subjects for kid in parse.kids(noun, "det"))


def _tells_of_this_week(resolution: Resolution) -> bool:
    """Whether a text without a date tells of days that only its readers know ("on Saturday"): its years are then past."""
    times = (mention.span.quote.lower() for mention in resolution.mentions if mention.kind == "time")
    return any(word in THIS_WEEK for quote in times for word in quote.split())


def _past(parse: Parse, root: Token) -> bool:
    """Whether a main verb is in the simple past or the pluperfect."""
    helpers = parse.kids(root, "aux", "auxpass")
    if any(kid.tag in ("VBP", "VBZ", "MD", "VB") for kid in helpers):
        return False
    return root.tag == "VBD" or any(kid.tag == "VBD" for kid in helpers)


def _opens(
    parse: Parse, resolution: Resolution, date: Mention, bound: datetime | None, *, anywhere: bool = False
) -> bool:
    """Whether a date long ago hangs on the main verb: "In 2013 the army …", not "the deal of 2013".

    In a pluperfect it may stand anywhere: "The junta, which took power in 2020, had promised elections".
    """
    if anywhere:
        return _old(resolution, date, bound)
    token = parse.tokens_in(date.span.start, date.span.end)[0]
    while token.dep not in ("ROOT", "prep", "npadvmod", "advmod") and token.pos not in ("VERB", "AUX"):
        token = parse.head(token)
    verb = parse.head(token) if token.dep in ("prep", "npadvmod", "advmod") else token
    ruled = verb.dep == "ROOT" or (verb.dep == "conj" and parse.head(verb).dep == "ROOT")
    return ruled and verb.pos in ("VERB", "AUX") and _old(resolution, date, bound)


def _another(parse: Parse, root: Token) -> bool:
    """Whether a sentence turns to an event before the news: "the last attack was in June", "a similar raid killed nine"."""
    subjects = parse.kids(root, "nsubj", "nsubjpass")
    told = {kid.lower for noun in subjects for kid in parse.kids(noun, "amod")}
    return bool(told & ANOTHER) or ("last" in told and root.lemma in OCCURRING)


def _is_news(resolution: Resolution, date: Mention, news: TimeRange | None) -> bool:
    """Whether a time lies in the days of the news; where nobody knows those, a day may."""
    value = resolution.time(date.id)
    if value is None or news is None or news.earliest is None or value.range.latest is None:
        return value is not None and value.range.precision in ("day", "hour", "night")
    return value.range.latest > news.earliest


def _old(resolution: Resolution, date: Mention, bound: datetime | None) -> bool:
    """Whether a time lies before the bound; a date that its weekday contradicts may be a slip.

    Without a bound a bare month or year lies before the news.
    """
    value = resolution.time(date.id)
    if bound is None:
        return (
            value is not None
            and value.range.precision in ("month", "year", "season")
            and value.range.latest is not None
        )
    latest = value.range.latest if value is not None and value.weekday_ok is not False else None
    return latest is not None and latest <= bound


def _goes_on(
    parse: Parse, resolution: Resolution, sentence: Sentence, dates: list[Mention], bound: datetime | None
) -> bool:
    """Whether a sentence in the past tense stays in the time of the one before it."""
    before = parse.sentences[sentence.index - 1]
    if "\n" in parse.report.text[before.span.end : sentence.span.start]:
        return False
    values = [resolution.time(date.id) for date in dates]
    bounded = (value is not None and value.range.earliest is not None for value in values)
    if any(known and not _old(resolution, date, bound) for known, date in zip(bounded, dates, strict=True)):
        return False
    tokens = parse.tokens[sentence.first : sentence.last + 1]
    if any(token.lower in NEWS for token in tokens) or any("“" in token.text or '"' in token.text for token in tokens):
        return False
    return parse.tokens[sentence.root].lemma not in SAYING
