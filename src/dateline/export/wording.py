"""Sentences with the voice first: "According to the Malian armed forces (via APA)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from dateline.export.pronouns import is_pronoun, unnamed_voice, voiced, within_sentence
from dateline.export.visible import one_line
from dateline.model.derived import ControlState
from dateline.model.record import Case, Voice
from dateline.model.span import Span
from dateline.model.time import TimeRange
from dateline.model.vocabulary import Modality

FLUENTS = MappingProxyType(
    {
        "held": ("held by {}", "held, by whom is not stated"),
        "not_held": ("not held by {}", "not taken, by whomever"),
        "present": ("{} present", "somebody present"),
        "not_present": ("{} not present", "nobody present"),
        "contested": ("contested by {}", "contested"),
        "besieged": ("besieged by {}", "besieged, by whom is not stated"),
        "leaving": ("being left by {}", "being left"),
        "vacated": ("vacated by {}", "vacated"),
        "share_held": ("partly held by {}", "partly held"),
        "unknown": ("unknown whether held by {}", "unknown who holds it"),
    }
)
"""How a fluent reads with the names of its actors, and without any."""

MANNERS: Mapping[Modality, str] = MappingProxyType(
    {
        "asserted": "told as fact", "attributed": "reported", "claimed": "claimed", "confirmed": "said to be confirmed",
        "denied": "denied", "planned": "planned", "ordered": "ordered", "threatened": "threatened",
        "called_for": "called for", "expected": "expected", "possible": "said to be possible", "feared": "feared",
        "hypothetical": "supposed", "retracted": "withdrawn", "unknown": "said to be unknown",
    }
)  # fmt: skip
"""How one voice says something, in the words that also name how an event is told; nothing is confirmed by us."""

_DETERMINERS = "the|an?|one|his|her|its|their|our|another|some|several|two|three"
_LEADING = re.compile(rf"(?:{_DETERMINERS})\b", re.IGNORECASE)
_BEFORE = re.compile(rf"(?<!\w)({_DETERMINERS})\s\Z", re.IGNORECASE)
"""Mentions leave determiners out; sentences need them, and within ours they lose their capital."""

QUOTES_AND_COMMAS = ' "“”„«»,;:–'
"""What may stand at the edge of the words for a voice, next to what it says."""

LONGEST_DETERMINER = 9
LONGEST_ACRONYM = 6

ELLIPSIS = " […] "


def actor_name(case: Case, actor: str) -> str:
    """The register's name of an actor of this report, or what its id says when it has none."""
    known = case.actors.get(actor)
    return one_line(known.name) if known else one_line(actor.partition(":")[2].replace("-", " ") or actor)


def place_name(case: Case, place: str) -> str:
    """The register's name of a place of this report, or what its id says when it has none."""
    known = case.places.get(place)
    return one_line(known.name) if known else one_line(place.partition(":")[2].replace("-", " ") or place)


def voice_name(case: Case, voice: Voice) -> str:
    """A voice as the text names it, with the register's name beside words that name nobody ("the army")."""
    if voice.holder == case.resolution.publisher.id:
        return publisher_name(case)
    name = actor_name(case, voice.holder)
    words = _spoken(case, voice.source) if voice.source else ""
    form = case.resolution.mention(voice.mention).form if voice.mention else None
    actor = case.actors.get(voice.holder)
    if not words or form in ("pronoun", "anaphor") or is_pronoun(words):
        return _unnamed(name)
    if form == "name" or actor is None or actor.provisional or name.casefold() in words.casefold():
        return unnamed_voice(words)
    return f"{words} [{name}]"


def publisher_name(case: Case) -> str:
    """The publisher as the caller or the agency line names it; a name written in capitals as the register has it."""
    agency = case.parse.frame.agency
    written = case.report.source or (agency.quote if agency else "")
    if not written or (written.isupper() and len(written) > LONGEST_ACRONYM):
        return _unnamed(actor_name(case, case.resolution.publisher.id))
    return one_line(written)


def _unnamed(name: str) -> str:
    if not name.startswith("unnamed") or name.endswith("reports"):
        return voiced(name)
    return "an unnamed source" if name == "unnamed" else f"an {name}"


def _spoken(case: Case, source: Span) -> str:
    """The words for a voice, with the determiner before them, as they read within a sentence."""
    words = one_line(source.quote).strip(QUOTES_AND_COMMAS)
    if _LEADING.match(words):
        return words[0].lower() + words[1:]
    before = _BEFORE.search(case.report.text[max(0, source.start - LONGEST_DETERMINER) : source.start])
    return f"{before[1].lower()} {words}" if before else within_sentence(words)


def according_to(case: Case, voices: tuple[Voice, ...]) -> str:
    """The chain of voices, innermost first, as the words that begin a sentence."""
    names = [voice_name(case, voice) for voice in reversed(voices)]
    if not names:
        return "According to an unnamed voice"
    via = " via ".join(dict.fromkeys(name for name in names[1:] if name != names[0]))
    return f"According to {names[0]} (via {via})" if via else f"According to {names[0]}"


def quoted(spans: Iterable[Span]) -> str:
    """The words of one or several spans on one line, between quotation marks."""
    words = ELLIPSIS.join(one_line(span.quote) for span in spans)
    return f"“{words}”" if words else ""


def holds(case: Case, state: ControlState) -> str:
    """What a voice says of a place: "held by CSP-PSD"."""
    return held_words(state.fluent, (actor_name(case, actor) for actor in state.actors))


def held_words(fluent: str, names: Iterable[str]) -> str:
    """A fluent with the names of its actors: "held by CSP-PSD", "Malian Armed Forces present"."""
    told, (with_names, alone) = ", ".join(names), FLUENTS[fluent]
    return with_names.replace("{}", told) if told else alone


def when(valid: TimeRange | None) -> str:
    """A range of days for people: one day as such, an open end as words, an unknown one as unknown."""
    if valid is None or (valid.first_day is None and valid.last_day is None):
        return "time not stated"
    if valid.first_day == valid.last_day:
        return str(valid.first_day)
    if valid.first_day is None:
        return f"until {valid.last_day}"
    if valid.last_day is None:
        return f"from {valid.first_day}"
    return f"{valid.first_day} to {valid.last_day}"
