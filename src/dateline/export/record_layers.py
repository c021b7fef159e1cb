"""The layers of a record that say what was mentioned: sentences, mentions, entities, places, times, numbers."""

from __future__ import annotations

from typing import Any

from dateline.export.actor_phrases import bare, staged, titled
from dateline.export.actor_phrases import phrases as actor_phrases
from dateline.export.names import Names
from dateline.export.place_phrases import phrases
from dateline.model.record import Case, Mention, Quote
from dateline.model.span import Span
from dateline.model.text import Sentence
from dateline.model.time import TimeRange
from dateline.model.world import Actor, Place, Quantity


def span_json(span: Span) -> dict[str, Any]:
    """Start, end (code points) and the quoted words."""
    return {"start": span.start, "end": span.end, "quote": span.quote}


def days_json(when: TimeRange | None) -> dict[str, str | None]:
    """First and last day, both included; None for an end that is not known."""
    first, last = (when.first_day, when.last_day) if when else (None, None)
    return {"earliest": first.isoformat() if first else None, "latest": last.isoformat() if last else None}


def sentence_json(sentence: Sentence) -> dict[str, Any]:
    """A sentence with its id."""
    return {"id": sentence.id, **span_json(sentence.span)}


def mention_json(mention: Mention, case: Case, names: Names) -> dict[str, Any]:
    """A mention, what it refers to, and the other readings that were kept."""
    readings = [r for r in case.resolution.readings if r.mention == mention.id]
    sentence = None if mention.sentence is None else f"s{mention.sentence + 1}"
    return {
        "id": mention.id,
        "kind": mention.kind,
        "ref": names.refs[mention.id],
        "form": mention.form,
        "sentence": sentence,
        **span_json(mention.span),
        "marker": mention.marker,
        "score": round(readings[0].score, 3) if readings else None,
        "reasons": [r.why or r.name for r in readings[0].reasons] if readings else [],
    }


def entity_json(key: str, actor: Actor, case: Case, names: Names) -> dict[str, Any]:
    """An actor with every form of its name that this report uses."""
    mentions = [
        m
        for m in case.resolution.mentions
        if m.form not in ("pronoun", "anaphor") and m.kind != "weapon" and names.refs[m.id] == key
    ]
    used = {words for m in mentions for words in (m.span.quote, *actor_phrases(m, case))} | set(staged(actor, case))
    aliases = sorted({*bare((actor.name, *actor.aliases, *used)), *titled(actor, case)} - {actor.name})
    return {
        "id": key,
        "type": actor.kind,
        "canonical": actor.name,
        "aliases": aliases,
        "country": actor.country,
        "side": actor.side,
        "anonymous": actor.anonymous,
        "party_to_conflict": actor.armed,
        "provisional": actor.provisional,
        "includes": list(actor.includes),
        "labels": [{"label": label.word, "by": label.by} for label in actor.labels],
        "source": actor.source,
    }


def place_json(key: str, place: Place, case: Case, names: Names) -> dict[str, Any]:
    """A place with its coordinates (degrees WGS84), what it lies in or is measured from, and every name that this report has."""
    mentions = (m for m in case.resolution.mentions if m.kind == "place" and m.form == "name")
    used = sorted({" ".join(m.span.quote.split()) for m in mentions if names.refs[m.id] == names.place_ids[key]})
    return {
        "id": names.place_ids[key],
        "name": place.name,
        "type": place.kind,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "aliases": list(dict.fromkeys(n for n in (*place.aliases, *used, *phrases(place, case)) if n != place.name)),
        "admin1": place.admin1,
        "part_of": names.place(place.part_of),
        "relative_to": names.place(place.ground),
        "distance_km": list(place.distance_km) if place.distance_km else None,
        "bearing": place.bearing,
        "uncertainty_m": place.uncertainty_m,
        "register": place.id,
        "source": place.source,
    }


def time_json(mention: Mention, case: Case, names: Names) -> dict[str, Any]:
    """A time expression with its days and its TIMEX3 value; nulls where it names no day."""
    value = case.resolution.time(mention.id)
    anchor = value.anchor if value else None
    return {
        "id": names.refs[mention.id],
        "type": value.kind if value else "unread",
        "span": span_json(mention.span),
        **days_json(value.range if value else None),
        "precision": value.range.precision if value else "vague",
        "anchor": names.refs.get(anchor, anchor) if anchor else None,
        "bound": value.bound if value else None,
        "weekday_ok": value.weekday_ok if value else None,
        "year_source": list(value.year_source) if value else [],
        "timex": {"type": value.timex_type, "value": value.timex_value} if value else None,
    }


def quantity_json(mention: Mention, case: Case, names: Names) -> dict[str, Any]:
    """A number with the words it came from; vague words have no number at all."""
    value = case.resolution.quantity(mention.id) or Quantity(measure="unread", unit="unspecified", vague=True)
    return {
        "id": names.refs[mention.id],
        "span": span_json(mention.span),
        "measure": value.measure,
        "unit": value.unit,
        "exact": value.exact,
        "low": value.low,
        "high": value.high,
        "vague": value.vague,
        "approximate": value.approximate,
    }


def reference_json(mention: Mention, case: Case, names: Names) -> dict[str, Any]:
    """A legal text that the report cites."""
    legal = case.resolution.legal(mention.id)
    return {
        "id": names.refs[mention.id],
        "kind": legal.kind if legal else "unread",
        "span": span_json(mention.span),
        "name": legal.name if legal else mention.span.quote,
        "number": legal.number if legal else None,
        "year": legal.year if legal else None,
        "symbol": legal.symbol if legal else None,
    }


def quote_json(quote: Quote, case: Case, names: Names) -> dict[str, Any]:
    """Quoted words with their speaker and cue, where the text gives them."""
    said = next((a for a in case.attributions if a.id == quote.attribution), None)
    return {
        "id": quote.id,
        "span": span_json(quote.span),
        "speaker": names.refs.get(said.mention) if said and said.mention else None,
        "cue": span_json(said.cue[0]) if said and said.cue else None,
        "channel": quote.channel or "unspecified",
        "complete": quote.complete,
    }
