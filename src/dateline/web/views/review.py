"""One coding as a reviewer meets it: its sentence, its words in their paragraph, and who has judged it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dateline.derive.across.edits import edits_of, with_fields
from dateline.desk import Names
from dateline.export.visible import one_line
from dateline.export.vocabulary import kind_word, manner_word, polarity_word, time_word, why_words
from dateline.model.ledger import Judgement, LedgerClaim, LedgerEntity
from dateline.store.local import Local
from dateline.web.doubts import doubts
from dateline.web.views.changes_made import Change, changes_made
from dateline.web.views.coding import Part, coding_sentence
from dateline.web.views.edit_form import ELSEWHERE, Cast, Choice
from dateline.web.views.passage import Passage, Stretch, passage

VERDICT_WORDS = {"positive": "accepted", "negative": "rejected", "unsure": "unsure", "none": "withdrawn"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What is needed of a report to show its codings: its text, its record, and the ledger's names for ids."""

    report: str
    text: str
    record: Mapping[str, Any]
    entities: Mapping[str, LedgerEntity]

    @property
    def names(self) -> Names:
        """Names for the ids."""
        return Names(entities=self.entities)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one coder says of a coding; `at` is UTC to the minute."""

    id: str
    by: str
    word: str
    reason: str
    at: str
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A coding to judge. `coded` is the sentence before the reader's own corrections, empty where there are none.

    `hidden` counts the coders whose word stays hidden until the reader has judged; `differs` when those shown disagree.
    """

    id: str
    report: str
    title: str
    publisher: str
    published: str
    language: str
    sentence: tuple[Part, ...]
    coded: tuple[Part, ...]
    passage: Passage
    quote: str
    facts: tuple[tuple[str, str], ...]
    mine: Said | None
    others: tuple[Said, ...]
    hidden: int
    differs: bool
    claim: LedgerClaim


def card(claim: LedgerClaim, source: Source, opinions: Iterable[Judgement], *, me: str | None, blind: bool) -> Card:
    """The coding for one reader; with `blind`, others' opinions are hidden until the reader has one."""
    given = tuple(opinions)
    own = tuple(opinion for opinion in given if opinion.by == me)
    names = source.names
    mended = corrected(claim, own, source)
    others = tuple(opinion for opinion in given if opinion.by != me)
    shown = others if own or not blind else ()
    doc = source.record["doc"]
    return Card(
        id=claim.id,
        report=source.report,
        title=one_line(doc["title"] or doc["file"]),
        publisher=names.of(claim.chain[0]),
        published=publication(source.record["report"]["publication_date"]),
        language=doc["language"],
        sentence=coding_sentence(mended, names),
        coded=coding_sentence(claim, names) if mended != claim else (),
        passage=passage(source.text, mended.spans, _stretches(source.record, mended)),
        quote=one_line(mended.quote),
        facts=tuple(_facts(mended)),
        mine=_said(own[-1], claim, names) if own else None,
        others=tuple(_said(opinion, claim, names) for opinion in shown),
        hidden=len(others) - len(shown),
        differs=len({opinion_key(opinion) for opinion in (*own, *shown)}) > 1,
        claim=mended,
    )


def corrected(claim: LedgerClaim, opinions: Iterable[Judgement], source: Source) -> LedgerClaim:
    """The claim with the corrections of these opinions."""
    fields = edits_of(opinions).get(claim.id)
    return with_fields(claim, fields, text=source.text, entities=source.entities) if fields else claim


def opinion_key(opinion: Judgement) -> tuple[str, str]:
    """What makes two opinions the same: the verdict, and the corrections."""
    return opinion.verdict, repr(sorted(opinion.value.get("fields", {}).items()))


def cast_of(source: Source, claim: LedgerClaim) -> Cast:
    """Whom and what the report names, and whoever the coding names besides."""
    local = Local.of(source.record, source.report)
    played = [key for role, keys in claim.roles.items() if role not in ("place", *ELSEWHERE) for key in keys]
    people = (*claim.chain, *played, *map(local.actor, local.entities))
    placed = (claim.place, *(key for role in ("place", *ELSEWHERE) for key in claim.roles.get(role, ())))
    places = (*placed, *map(local.place, local.places))
    return Cast(actors=_offered(people, source.names), places=_offered(places, source.names))


def ids_of(record: Mapping[str, Any], report: str, claim: LedgerClaim) -> frozenset[str]:
    """Every actor and place that the screen of a coding may name."""
    local = Local.of(record, report)
    roles = (key for keys in claim.roles.values() for key in keys)
    found = (*claim.chain, *roles, claim.place, *map(local.actor, local.entities), *map(local.place, local.places))
    return frozenset(key for key in found if key)


def _offered(keys: Iterable[str | None], names: Names) -> tuple[Choice, ...]:
    return tuple(Choice(value=key, label=names.of(key)) for key in dict.fromkeys(keys) if key)


def _stretches(record: Mapping[str, Any], claim: LedgerClaim) -> Iterator[Stretch]:
    """The mentions of the report, and the words that say whose word the coding is."""
    for mention in record["mentions"]:
        yield Stretch(start=mention["start"], end=mention["end"], kind=str(mention["kind"]))
    coded = next((one for one in record["claims"] if one["id"] == claim.local), None)
    for voice in coded["attribution"] if coded else ():
        cue = voice["cue"]
        if cue:
            yield Stretch(start=cue["start"], end=cue["end"], kind="cue")


def _facts(claim: LedgerClaim) -> Iterator[tuple[str, str]]:
    yield "how it is told", manner_word(claim.modality)
    yield "what the words say", polarity_word(claim.polarity)
    yield "of which time", time_word(claim.temporal_status)
    yield "what kind of thing", kind_word(claim.kind)
    why = one_line(why_words(claim.why))
    if reasons := doubts(claim):
        yield "reasons to look twice", "; ".join(doubt.why for doubt in reasons)
    yield "counts as an event", "yes" if claim.codeable else f"no: {why}" if why else "no"
    if claim.interest != "neutral":
        yield "the voice speaks", f"{'for' if claim.interest == 'self_serving' else 'against'} its own interest"


def _said(opinion: Judgement, claim: LedgerClaim, names: Names) -> Said:
    fields = opinion.value.get("fields", {})
    return Said(
        id=opinion.id,
        by=one_line(opinion.by),
        word="corrected" if opinion.action == "edit" else VERDICT_WORDS[opinion.verdict],
        reason=one_line(opinion.reason),
        at=opinion.at.strftime("%Y-%m-%d %H:%M UTC"),
        changes=changes_made(claim, fields, names),
    )


def publication(found: Mapping[str, Any]) -> str:
    """When a report was published, in words; what nobody stated is a stretch of days that may be open on a side."""
    if found["stated"]:
        return f"published {found['stated']}"
    first, last = found["best"] or (found["earliest"], found["latest"])
    if not first and not last:
        return "publication day not known"
    if first and last:
        return f"published {first}" if first == last else f"published between {first} and {last}"
    return f"published {first} or later" if first else f"published {last} or earlier"
