"""Checks on the words themselves: labels, spellings, hedges, broken quotations, strength of control words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from difflib import SequenceMatcher
from itertools import combinations, pairwise

from dateline.check.kinds import Kind
from dateline.check.phrases import outermost
from dateline.model.derived import Finding
from dateline.model.record import Case, Claim, Mention
from dateline.model.roles import place_of
from dateline.model.span import Span
from dateline.model.world import Actor, Place
from dateline.reference import Reference

_JUDGING = re.compile(
    r"\b(?:so[- ]called|self[- ](?:styled|proclaimed|declared|described)|regime(?!s? change)|junta|puppet (?:government|state|army)"
    r"|(?<!anti[- ])(?<!counter[- ])(?:narco-?)?terrorists?|saboteurs?|aggressors?|occupiers?|occupying (?:army|forces|troops|power)"
    r"|occupation (?:army|forces|troops)|(?-i:martyrs|martyred|martyrdom|MARTYR(?:S|ED|DOM))|our (?:\w+ )?heroes|heroic (?:\w+ )?(?:fighters|forces|army|troops|soldiers)"
    r"|fascists?|neo-nazis?|takfiri|bandits?|thugs?|infidels?|apostates?|mercenaries|hirelings?|lackeys?)\b",
    re.IGNORECASE,
)
_SOFT = re.compile(
    r"\b(?:reposition(?:ed|ing)?|regroup(?:ed|ing)?|redeploy(?:ed|ment)|neutrali[sz](?:ed|ing)|pacif(?:ied|ication)|"
    r"collateral damage|special (?:military )?operation|tactical (?:retreat|withdrawal))\b",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(
    r"\b(?:at least|more than|over|up to|about|around|some|nearly|almost) (\d[\d,.]*|\w+)", re.IGNORECASE
)
_ENTERING = re.compile(
    r"\b(?:enter(?:s|ed|ing)?|walk(?:s|ed|ing)? into|(?:fought|fight(?:s|ing)?|forced|forcing) (?:its|their|his) way in(?:to|side)?"
    r"|pour(?:s|ed|ing)? in(?:to)?)\b",
    re.IGNORECASE,
)
SHORTEST_NAME = 6
"""Code points from which one changed letter is a variant of spelling and not another name."""
SHORTEST_ACCENTED = 4
LONG_NAME, ALIKE = 14, 0.93
"""A name of several words with the same last word may differ by two letters."""
_NAMING = ("NN", "NNS", "NNP", "NNPS", "PRP")
_HOLDING = ("hold", "withdraw", "repel")
"""Acts by which a report speaks of who holds a place, besides those of taking one."""
_SEIZING = ("capture", "retake", "recapture", "overrun")


def loaded_label(case: Case, reference: Reference) -> Iterator[Finding]:
    """Words that judge a party instead of naming it; one finding with all of them, none becomes a name."""
    spans = [m.span for m in case.resolution.mentions if m.kind == "label" or m.form == "label"]
    spans.extend(case.report.span(m.start(), m.end()) for m in _JUDGING.finditer(case.report.text))
    if spans:
        labels = outermost(sorted(spans))
        text = "Labels belong to whoever uses them: " + ", ".join(dict.fromkeys(f"“{s.quote}”" for s in labels)) + "."
        yield Kind("A104", "loaded_label", "info").at(labels, text)


def alias_variation(case: Case, reference: Reference) -> Iterator[Finding]:
    """One name in two spellings that differ by an accent or one letter."""
    named = [m for m in case.resolution.mentions if m.form == "name" and m.kind in ("actor", "person", "place")]
    words = {part: _part(case, m, part) for m in reversed(named) for part in _forms(m.span.quote)}
    seen: set[frozenset[str]] = set()
    for one, other in _alike(words):
        pair = frozenset((words[one][0].id, words[other][0].id))
        if pair not in seen and _same(case, words[one][0], words[other][0]):
            seen.add(pair)
            text = f"Two spellings: {one}, {other}."
            yield Kind("A105", "alias_variation", "info").at((words[one][1], words[other][1]), text)


def alias_conflict(case: Case, reference: Reference) -> Iterator[Finding]:
    """An abbreviation used as a label inside a quotation is nowhere said to be the party that the report names."""
    for mention in case.resolution.mentions:
        acronym = mention.kind == "label" and mention.span.quote.isupper() and len(mention.span.quote) > 1
        if acronym and case.in_quotes(mention.span) and case.report.text.upper() != case.report.text:
            text = f"The quoted “{mention.span.quote}” is not said to be a party that the report names."
            yield Kind("A106", "alias_conflict", "info").at((mention.span,), text)


def hedge_presupposed(case: Case, reference: Reference) -> Iterator[Finding]:
    """As in "the reported capture is …": hedged and taken for granted in one sentence."""
    for attribution in case.attributions:
        if attribution.mode not in ("implicit", "distanced") or attribution.verb not in ("reported", "claimed"):
            continue
        tokens = case.parse.tokens_in(attribution.contents[0].start, attribution.contents[0].end)
        head = next((t for t in tokens if t.dep in ("nsubj", "nsubjpass")), None)
        first = next(iter(case.parse.tokens_in(attribution.cue[0].start, attribution.cue[0].end)), None)
        if first is None:
            continue
        definite = first.index > 0 and case.parse.tokens[first.index - 1].lower == "the"
        if head is not None and definite and case.parse.head(head).lemma in ("be", "mark", "follow", "come"):
            span = case.report.span(case.parse.tokens[first.index - 1].start, case.parse.head(head).end)
            yield Kind("A116", "hedge_presupposed", "info").at((span,), "What is hedged is also taken for granted.")


def truncated_quote(case: Case, reference: Reference) -> Iterator[Finding]:
    """Quotations that open and never close, or whose words are spliced; one finding for the report.

    Spliced: a verb inside the marks has its subject outside them and another tense ("praised “the men who fell and
    thanks their families”"). Either way the words between the marks may not be those that were spoken.
    """
    spans = [quote.span for quote in case.quotes if not quote.complete]
    spans.extend(span for quote in case.quotes if quote.complete for span in _spliced(case, quote.span))
    if spans:
        text = "The quotation does not close or is spliced: its words may not be verbatim."
        yield Kind("A110", "truncated_quote", "info").at(sorted(spans), text)


def _spliced(case: Case, quote: Span) -> Iterator[Span]:
    """The second verb of a spliced quotation, to its end."""
    tokens = case.parse.tokens_in(quote.start, quote.end)
    opening = [token for token in tokens[:3] if token.tag in ("VBZ", "VBP", "VBD", "MD")]
    for one, verb in pairwise(tokens):
        spliced = one.lower == "and" and verb.tag == "VBZ" and verb.dep == "conj"
        past = any(token.tag == "VBD" for token in tokens if token.index < one.index)
        present = any(token.tag in ("VBZ", "VBP", "MD") for token in tokens if token.index < one.index)
        clause = any(t.dep in ("nsubj", "nsubjpass") and t.tag in _NAMING for t in tokens if t.index < one.index)
        if spliced and past and not (present or clause or opening):
            yield case.report.span(one.start, quote.end)
            return


def entry_not_control(case: Case, reference: Reference) -> Iterator[Finding]:
    """Entering is presence, not control; said only where the report also speaks of taking, holding or leaving a place.

    Where the place was handed over, entering it is taking it over.
    """
    seizing = [c for c in case.claims if c.act in _SEIZING and c.polarity == "positive" and c.codeable]
    seizing += [c for c in case.claims if c.act in _HOLDING and c.temporal_status != "generic"]
    handed = {c.place for c in case.claims if c.act == "transfer" and c.codeable and c.place is not None}
    entering = (c for c in case.claims if c.codeable and c.act == "enter" and _ENTERING.search(c.spans[0].quote))
    entered = [c for c in entering if not (handed and _at_one(case, c, handed))]
    if entered and seizing:
        spans = [span for claim in entered for span in claim.spans]
        text = "Entry is presence; control rests on other words."
        yield Kind("A114", "entry_not_control", "info").at(spans, text, entered)


def _at_one(case: Case, claim: Claim, mentions: Collection[str]) -> bool:
    """Whether a claim is of a place that one of these mentions means: what was handed over is entered to be held."""
    place = place_of(case, claim)
    return any(place is not None and case.resolution.place(mention) == place for mention in mentions)


def quote_narrative_tension(case: Case, reference: Reference) -> Iterator[Finding]:
    """One place, several strengths: entered, a “reported” capture, “have retaken” in a quotation."""
    by_place: dict[str, list[Claim]] = {}
    for claim in case.claims:
        place = place_of(case, claim)
        if place is not None and claim.codeable and claim.act in (*_SEIZING, "enter"):
            by_place.setdefault(place.id, []).append(claim)
    for claims in by_place.values():
        hedged = [c for c in claims if c.modality == "claimed" and c.voices[-1].mode in ("implicit", "distanced")]
        quoted = [c for c in claims if c.voices[-1].mode == "direct_quote" and c.modality != "claimed"]
        if hedged and quoted:
            spans = [claim.spans[0] for claim in (*hedged, *quoted)]
            text = "One event in several strengths; the weakest is all that the report vouches for."
            yield Kind("C109", "quote_narrative_tension", "info").at(spans, text, (*hedged, *quoted))


def headline_drops_hedge(case: Case, reference: Reference) -> Iterator[Finding]:
    """The headline gives a number flatly that the text gives as "at least" or "about"."""
    headline = case.parse.frame.headline
    if headline is None:
        return
    for match in _AT_LEAST.finditer(case.report.text, headline.end):
        number = match.group(1).strip(".,")
        flat = re.search(rf"(?<!least )(?<!than )\b{re.escape(number)}\b", headline.quote)
        if number[0].isdigit() and flat and not _AT_LEAST.search(headline.quote):
            spans = (headline, case.report.span(match.start(), match.end()))
            yield Kind("A120", "headline_drops_hedge", "info").at(spans, "The headline drops the hedge of the text.")
            return


def euphemism(case: Case, reference: Reference) -> Iterator[Finding]:
    """A soft word for retreat or killing that the report itself puts in quotation marks; the word is kept."""
    for quote in case.quotes:
        match = _SOFT.fullmatch(quote.span.quote.strip(" .,"))
        if match:
            yield Kind("A118", "euphemism", "info").at((quote.span,), "A soft word: kept as it stands.")


def _forms(quote: str) -> tuple[str, ...]:
    last = quote.split()[-1]
    return (quote, last) if len(last) > len(quote) // 3 else (quote,)


def _part(case: Case, mention: Mention, part: str) -> tuple[Mention, Span]:
    start = mention.span.end - len(part)
    return mention, case.report.span(start, mention.span.end)


def _same(case: Case, one: Mention, other: Mention) -> bool:
    """Whether both mentions may mean one thing: equal readings, or a reading missing."""
    if one.id == other.id or one.kind != other.kind:
        return False
    first, second = case.resolution.value(one.id), case.resolution.value(other.id)
    if isinstance(first, Actor | Place) and isinstance(second, Actor | Place):
        return first.id == second.id
    return True


def _alike(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The pairs of words that are spelled alike; only words of one first letter are compared."""
    by_letter: dict[str, list[tuple[str, str]]] = {}
    for word in sorted(words):
        folded = _folded(word)
        by_letter.setdefault(folded[:1], []).append((word, folded))
    for letter, group in by_letter.items():
        if letter:
            yield from (
                (one, other) for (one, a), (other, b) in combinations(group, 2) if _variant((one, a), (other, b))
            )


def _variant(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two words of one first letter, each with its folded form, differ by an accent, a letter or little more."""
    (word, a), (second, b) = one, other
    if a == b:
        return len(a) >= SHORTEST_ACCENTED and " ".join(word.casefold().split()) != " ".join(second.casefold().split())
    if min(len(a), len(b)) >= LONG_NAME and a.split()[-1] == b.split()[-1]:
        return SequenceMatcher(None, a, b, autojunk=False).ratio() >= ALIKE
    if min(len(a), len(b)) < SHORTEST_NAME or a[-1] != b[-1] or abs(len(a) - len(b)) > 1:
        return False
    return _one_edit(a, b)


def _folded(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def _one_edit(a: str, b: str) -> bool:
    """Whether one inserted or changed letter turns one word into the other."""
    if len(a) > len(b):
        a, b = b, a
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(a))
    return a[start:] == b[start + 1 :] or a[start + 1 :] == b[start + 1 :]
