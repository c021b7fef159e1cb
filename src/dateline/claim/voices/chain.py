"""The chain of voices behind some words, publisher first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType

from dateline.claim.voices.cells import Cells
from dateline.claim.words import words
from dateline.model.record import Attribution, Resolution, Voice
from dateline.model.span import Span
from dateline.model.vocabulary import SILENT_STANCES
from dateline.model.world import Actor

SILENT = SILENT_STANCES
"""Stances of which the narrator tells; no link of a chain."""

SELF_TOLD = frozenset({"deny", "accuse", "figure", "characterise", "cite", "witness"})
"""Stances whose cue is part of the claim itself ("denied the charge", "put the toll at 30", "heard shots")."""


ITSELF = frozenset({"call_for", "threaten"})
"""Stances that a named voice takes by the cue itself, which is the claim: "urged the rebels to leave"."""

JUDGING = words("condemn denounce deplore decry criticize criticise praise hail applaud commend lament")
"""Verbs of judging that are a word of whoever judges; one may also attack, defend or welcome in deed."""

MOODS = frozenset({"fear", "expect", "allow"})
"""Stances that colour words of which nobody is said to be the voice: "it is feared that …"."""

FOUND = frozenset({"find", "discover"})
"""Verbs that without a source tell what came to light: "were found to be farmers"."""
VOICELESS = frozenset({"expect", "fear", "verify", "allow", "concede", "characterise", "nobody"})
"""Stances that hand nothing to a voice where nobody is named: "is described as"."""

NAMELESS = frozenset({"report", "claim", "allegation", "accusation", "charge", "rumour", "rumor", "suggestion",
                      "statement", "assertion"})  # fmt: skip
"""Nouns that carry what somebody denies ("denied reports that …"): the denial is of the words themselves."""

MINDS = frozenset({"hope", "view", "idea", "desire", "intention", "feeling", "plan", "decision", "opinion", "conviction",
                   "opposition", "support", "question", "notion", "argument", "advice"})  # fmt: skip
"""Nouns that hand nothing to a voice where nobody is named ("in the hope of ending the war")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """Voices, publisher first, and what the innermost of them does with the words (None: the narrator tells them)."""

    voices: tuple[Voice, ...]
    attribution: Attribution | None = None


@dataclass(frozen=True, kw_only=True)
class Heard:
    """The attributions of a report, found by where their words stand."""

    attributions: tuple[Attribution, ...]

    def near(self, span: Span) -> list[Attribution]:
        """The attributions, in order, whose content or cue may hold the first word of a span."""
        return [self.attributions[number] for number in self._cells.near(span.start, span.start + 1)]

    @cached_property
    def by_id(self) -> Mapping[str, Attribution]:
        """The attributions by their ids."""
        return MappingProxyType({attribution.id: attribution for attribution in self.attributions})

    @cached_property
    def _cells(self) -> Cells:
        cells = Cells()
        for number, one in enumerate(self.attributions):
            cells.add(number, ((span.start, span.end) for span in (*one.contents, *one.cue)))
        return cells


def chain_for(span: Span, attributions: Sequence[Attribution], publisher: Actor, resolution: Resolution) -> Chain:
    """The chain behind the words of a claim's head; the first one when conjoined sources share it."""
    return chains_for(span, Heard(attributions=tuple(attributions)), publisher, resolution)[0]


def chains_for(span: Span, heard: Heard, publisher: Actor, resolution: Resolution) -> tuple[Chain, ...]:
    """One chain for every conjoined source whose content covers the words; the narrator's alone when there is none."""
    narrator = Voice(holder=publisher.id, mode="narrator")
    near = heard.near(span)
    innermost = _innermost(span, near)
    mood = min(
        (a for a in near if a.stance in MOODS and not _is_voice(a) and _answers(a, span)), key=_size, default=None
    )
    if not innermost:
        return (Chain(voices=(narrator,), attribution=mood),)
    chains = (_chain(one, heard.by_id, narrator, resolution) for one in innermost)
    inner = mood is not None and _size(mood) < _size(innermost[0])
    return tuple(replace(chain, attribution=mood) if inner else chain for chain in chains)


def holder_of(attribution: Attribution, resolution: Resolution) -> str:
    """The actor id of the voice; one made of the words when no mention is read, `anon:unnamed` without words.

    An account ("@name") publishes under its name, whoever keeps it.
    """
    actor = resolution.actor(attribution.mention)
    if actor is not None:
        return actor.id
    named = attribution.named or attribution.source
    words = named[0].quote if named else ""
    slug = re.sub(r"\W+", "-", re.sub(r"^(an?|the)\s+", "", words.lower())).strip("-")
    return f"{'src' if words.startswith('@') else 'anon'}:{slug or 'unnamed'}"


def _innermost(span: Span, attributions: Iterable[Attribution]) -> list[Attribution]:
    around = [a for a in attributions if (_is_voice(a) and _answers(a, span)) or _speaks_itself(a, span)]
    if not around:
        return []
    parents = {a.inside for a in around}
    leaves = [a for a in around if a.id not in parents] or around
    best = min(leaves, key=_size)
    return [a for a in leaves if a.cue == best.cue and a.contents == best.contents]


def _answers(attribution: Attribution, span: Span) -> bool:
    if any(content.start <= span.start < content.end for content in attribution.contents):
        return True
    hidden = attribution.mode == "anonymous" and not attribution.source
    told = hidden or attribution.stance in SELF_TOLD
    return told and any(cue.start <= span.start < cue.end for cue in attribution.cue)


def _speaks_itself(attribution: Attribution, span: Span) -> bool:
    """Whether a word is the cue by which a named voice calls for, threatens or judges something."""
    judges = attribution.stance == "evaluate" and attribution.verb in JUDGING
    own = bool(attribution.source) and (judges or attribution.stance in ITSELF)
    return own and any(cue.start <= span.start < cue.end for cue in attribution.cue)


def _is_voice(attribution: Attribution) -> bool:
    """Whether somebody speaks: facts that "show" something do not, nor does what "is expected" by nobody.

    Who could not verify what others report vouches for none of it.
    """
    if attribution.stance == "verify":
        return False
    if attribution.stance == "show":
        return attribution.mention is not None
    if attribution.source:
        return attribution.speaks
    voiceless = attribution.stance in VOICELESS or attribution.verb in MINDS | FOUND
    return attribution.speaks and not voiceless


def _size(attribution: Attribution) -> int:
    return sum(span.end - span.start for span in attribution.contents)


def _chain(innermost: Attribution, by_id: Mapping[str, Attribution], narrator: Voice, resolution: Resolution) -> Chain:
    links: list[Attribution] = []
    outer = by_id.get(innermost.inside) if innermost.inside else None
    if outer is not None and outer.stance == "deny" and not innermost.source and innermost.verb in NAMELESS:
        innermost = outer
    current: Attribution | None = innermost
    while current is not None and current not in links:
        links.append(current)
        current = by_id.get(current.inside) if current.inside else None
    voices = [narrator]
    for link in reversed(links):
        if link is innermost or _is_voice(link):
            voice = _voice(link, resolution)
            if voice.holder != voices[-1].holder:
                voices.append(voice)
    return Chain(voices=tuple(voices), attribution=innermost)


def _voice(attribution: Attribution, resolution: Resolution) -> Voice:
    return Voice(
        holder=holder_of(attribution, resolution),
        mode=attribution.mode,
        cue=attribution.cue[0] if attribution.cue else None,
        source=attribution.source[0] if attribution.source else None,
        mention=attribution.mention,
    )
