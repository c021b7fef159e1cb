"""All attributions and quotations of a report."""

from __future__ import annotations

from dateline.claim.voices.adjuncts import adjective_drafts, adjunct_drafts, adverb_drafts
from dateline.claim.voices.closings import closing_drafts
from dateline.claim.voices.colons import colon_drafts
from dateline.claim.voices.columns import column_drafts
from dateline.claim.voices.continued import continued_drafts
from dateline.claim.voices.dialogue import dialogue_drafts
from dateline.claim.voices.naming import name
from dateline.claim.voices.nouns import noun_drafts
from dateline.claim.voices.predicates import predicate_drafts
from dateline.claim.voices.quotations import find_quotations
from dateline.claim.voices.relay import relay_drafts
from dateline.claim.voices.scene import Draft, Scene
from dateline.claim.voices.seeming import clearing_drafts, poll_drafts, seeming_drafts
from dateline.claim.voices.silence import silence_drafts
from dateline.claim.voices.speakers import Speakers
from dateline.claim.voices.speech import Spoken, speak
from dateline.claim.voices.tolls import toll_drafts
from dateline.claim.voices.verbs import verb_drafts
from dateline.model.record import Attribution, Quote, Resolution
from dateline.model.text import Parse
from dateline.reference import Reference

FINDERS = (
    verb_drafts,
    toll_drafts,
    adjunct_drafts,
    adverb_drafts,
    adjective_drafts,
    noun_drafts,
    closing_drafts,
    colon_drafts,
    column_drafts,
    predicate_drafts,
    dialogue_drafts,
    silence_drafts,
)
WIDE = (*FINDERS, seeming_drafts, clearing_drafts, poll_drafts)
"""The finders of the wide layer."""


def attribute(
    parse: Parse, resolution: Resolution, *, reference: Reference, attitudes: bool = False
) -> tuple[tuple[Attribution, ...], tuple[Quote, ...]]:
    """The attributions (nested ones point to the one they lie in) and the quotations, in text order.

    With `attitudes` also what people hold, feel, want and judge, and how things seem; claims are not read from these.
    """
    cues, finders = (reference.attitudes, WIDE) if attitudes else (reference.cues, FINDERS)
    names = {m.span.end: m for m in resolution.mentions if m.kind in ("actor", "person", "label")}
    quotations = find_quotations(parse.report.text)
    actors = {m.id: actor for m in names.values() if (actor := resolution.actor(m.id)) is not None}
    scene = Scene(parse=parse, cues=cues, quotations=quotations, names=names, actors=actors, wide=attitudes)
    speakers = Speakers(scene=scene, resolution=resolution)
    drafts, spoken = speak(scene, [draft for finder in finders for draft in finder(scene)])
    kept = [draft for draft in drafts if draft.contents or draft.stance == "withhold"]
    kept.extend(relay_drafts(scene, speakers, tuple(kept)))
    kept.extend(() if attitudes else continued_drafts(scene, tuple(kept)))
    attributions = name(scene, speakers, kept)
    return attributions, _quotes(scene, spoken, drafts, attributions)


def _quotes(
    scene: Scene, spoken: list[Spoken], drafts: list[Draft], attributions: tuple[Attribution, ...]
) -> tuple[Quote, ...]:
    by_cue = {(a.cue[0].start, a.cue[0].end): a.id for a in reversed(attributions)}
    made: list[Quote] = []
    for one in spoken:
        span = scene.parse.report.trimmed(one.quotation.first, one.quotation.last)
        if span is not None:
            speaker = by_cue.get(drafts[one.draft].cue) if one.draft is not None else None
            quote = Quote(id=f"q{len(made) + 1}", span=span, attribution=speaker, complete=one.quotation.complete)
            made.append(quote)
    return tuple(made)
