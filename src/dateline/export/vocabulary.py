"""The closed words of the record as readers meet them: one plain wording for each, with what it means.

Every table and screen takes its words from here, and `/words` prints all of them, so that no word has two meanings or two spellings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from dateline.export.act_words import ACTS
from dateline.export.wording import MANNERS as MANNERS_SAID
from dateline.model.vocabulary import Modality

Wording = Mapping[str, tuple[str, str]]
"""By closed word: how it reads, and what it means."""

_MANNER_MEANINGS: Mapping[Modality, str] = MappingProxyType(
    {
        "asserted": "the report says so in its own voice",
        "attributed": "the report gives it as the word of a voice",
        "claimed": "the report itself keeps its distance: “claimed”, “alleged”, “said to have”",
        "confirmed": "a voice says that it confirms what others said; Dateline confirms nothing",
        "denied": "a voice says that it did not happen",
        "planned": "somebody means to do it",
        "ordered": "somebody is told to do it",
        "threatened": "somebody says that it will be done, as a threat",
        "called_for": "somebody asks that it be done",
        "expected": "a voice says that it will happen",
        "possible": "a voice says that it may have happened, or may happen",
        "feared": "a voice is afraid that it happened, or will",
        "hypothetical": "what would follow if something else happened",
        "retracted": "its publisher has taken it back",
        "unknown": "a voice says that it does not know",
    }
)
MANNERS: Wording = MappingProxyType({key: (MANNERS_SAID[key], meaning) for key, meaning in _MANNER_MEANINGS.items()})
"""How one voice says something (the record's `modality`)."""

TIMES: Wording = MappingProxyType(
    {
        "current": ("news", "what the report tells as new"),
        "ongoing": ("still going on", "it had not ended when the report was written"),
        "background": ("background", "told to explain the news; it happened before"),
        "historical": ("history", "it happened long before the report"),
        "future": ("yet to come", "it had not happened when the report was written"),
        "generic": ("in general", "no one time: a habit, a rule, a distance"),
    }
)
"""Of which time a claim tells (the record's `temporal_status`)."""

KINDS: Wording = MappingProxyType(
    {
        "event": ("act", "something that was done, at a time and place"),
        "casualty": ("casualties", "people killed, wounded or missing"),
        "displacement": ("flight or return", "people who left their homes, or came back"),
        "state": ("state of things", "how things are, such as who holds a place"),
        "access": ("access", "whether a place, road or service can be reached or used"),
        "intent": ("intention", "what somebody means, wants or is told to do"),
        "statement": ("statement", "that somebody spoke, not what was said"),
        "characterisation": ("description", "how somebody or something is called or described, such as “terrorists”"),
        "evaluation": ("judgement of value", "that something is good, bad, grave or a success"),
        "relation": ("relation", "who belongs to whom, or stands on whose side"),
        "geography": ("geography", "where a place lies"),
        "reference": ("reference", "a law, a resolution or another report is cited"),
        "meta": ("about the report", "what the report says of itself, such as who could not be reached"),
    }
)
"""What kind of thing a claim tells (the record's `kind`)."""

POLARITIES: Wording = MappingProxyType(
    {"positive": ("that it is so", "the words say so"), "negative": ("that it is not so", "the words say the opposite")}
)
"""Whether a claim says that something is so (the record's `polarity`)."""

WHYS: Wording = MappingProxyType(
    {
        "negated": ("the words say that it did not happen", "a denial or a negation makes no event"),
        "not an act of conflict": ("it is no act of conflict", "such as a phone call or a journey"),
        "taken from the words alone": (
            "no rule names the act; a learned reader took it from the words",
            "it is not sure enough to make an event of it",
        ),
        "no separable act": (
            "no single act can be told apart in the words",
            "a campaign, a total or an operation as a whole: counting it would count its parts twice",
        ),
        "metaphor": ("the words are a figure of speech", "“fighting for the trophy”"),
        "nothing around it speaks of a conflict": ("nothing around the words speaks of a conflict", "a dentist’s strike"),
        "not codeable, says a reviewer": ("a reviewer says so", "somebody corrected it; the reason stands in the log"),
        "denial": ("the words deny something", "a denial makes no event; it speaks against one"),
        "sum of several acts": ("the words sum up several acts", "counting the sum would count its parts twice"),
        "goes on, no particular act": ("it goes on, and no single act is told", "“they continue to shell the town”"),
        "campaign named as a frame": ("a campaign is named, and no single act of it", "“the offensive in the north”"),
        "presupposed, no number": ("the words take it as known", "“in memory of those who fell”"),
        "called wrong": ("the report itself calls it wrong", "such as a rumour that it sets right"),
    }
)  # fmt: skip
"""Why a claim does not count as an event (the record's `why`); kinds, manners and times are reasons, too."""

FLUENTS: Wording = MappingProxyType(
    {
        "held": ("held by", "a voice says that they control the place, or took it and did not lose it"),
        "not_held": ("not held by", "a voice says that they do not control it; who does is another question"),
        "present": ("present", "they are in the place; being there is not holding it"),
        "not_present": ("not present", "they are said not to be there"),
        "contested": ("contested", "fighting in the place: nobody holds it alone"),
        "besieged": ("besieged", "shut in by a force that does not hold it"),
        "leaving": ("being left", "they have begun to leave"),
        "vacated": ("vacated", "they left; who came after them is not said"),
        "share_held": ("partly held", "they hold a part of it"),
        "unknown": ("unknown", "a voice says that it does not know, which is not the same as saying nothing"),
    }
)
"""What a voice says of a place (the record's `fluent`)."""

ROLES: Wording = MappingProxyType(
    {
        "agent": ("who", "who is said to have acted"),
        "patient": ("to whom", "who or what it was done to"),
        "target": ("at what", "what it was aimed at"),
        "recipient": ("for whom", "who received it"),
        "from_": ("from whom", "who lost what was taken"),
        "place": ("where", "the place of it"),
        "origin": ("from where", "where the movement began"),
        "destination": ("to where", "where the movement led"),
        "instrument": ("with what", "the weapon or means, as named"),
        "quantity": ("how many", "the number, in the words that tell it"),
        "time": ("when", "the day or time of it"),
    }
)
"""Who plays which part (the record's `roles`)."""

VIAS: Wording = MappingProxyType(
    {
        "state": ("said outright", "“the army holds the town”"),
        "no_statement": ("no statement", "a party to it of which no word is reported"),
    }
)
"""What a word on who holds a place rests on, where it is no act (the record's `via`)."""

UNKNOWNS: Wording = MappingProxyType(
    {
        "not_stated": ("not stated", "the report is silent on it"),
        "explicitly_absent": ("the report says that it does not tell", "“the statement gave no toll”"),
        "explicitly_unknown": ("said not to be known", "a voice says that it, or nobody, knows"),
        "explicitly_vague": ("no number, only a word", "“dozens”, “heavy losses”"),
        "explicitly_anonymous": ("no name is given", "the report tells of a voice and not who it is"),
    }
)
"""How something is not known (the record's unknowns)."""

OTHERS: Wording = MappingProxyType(
    {
        "voice": ("voice", "whose word it is: the innermost of the chain, “a resident (via Example Wire)”"),
        "origin": (
            "independent origin",
            "where word of something began. Ten outlets that pass on one statement are one origin, and so are voices of one side",
        ),
        "report": ("report", "one text as it was published, kept letter for letter"),
        "claim": ("claim", "what one voice says in one stretch of a report"),
        "event": ("event", "what claims of one or several reports tell of, put together by rules; the truth of it is not decided"),
        "unlocated": ("unlocated", "no place is stated, or none that a map has; it is counted, and put on no map"),
        "undated": ("undated", "no day is stated; it is counted, and put on no day"),
        "coarsened": (
            "shown no closer",
            "a place of refuge, medical care or aid, or one beside it: its division is named in its stead, always the same",
        ),
        "withheld": ("words withheld", "the words would give away a protected person or place"),
        "recorded": ("recorded time", "when the ledger came to know of it"),
        "valid": ("valid time", "when it is said to have been so"),
        "live": ("stands", "no later word has ended it; old is not the same as ended"),
        "self_serving": ("for its own interest", "the voice gains by saying so"),
        "against_interest": ("against its own interest", "the voice loses by saying so"),
        "coded": ("counts as an event", "the words say that an act of conflict happened, now, and they mean it"),
        "score": ("score", "the sum of the weights beside it: what speaks for and against two claims telling of one event"),
        "tlp": ("TLP", "traffic light protocol: with whom this may be shared. AMBER: your organisation and its clients"),
    }
)  # fmt: skip
"""Words of the screens themselves."""

MATRIX: Wording = MappingProxyType(
    {
        "differs": ("differs", "this voice says something else than most others"),
        "same": ("as others say", "the same as others, or fitting"),
        "alone": ("only one says", "one voice speaks of it"),
        "silent": ("not stated", "this voice does not speak of it, which is no agreement"),
    }
)
"""How a voice stands to the others in one field."""

STATUS_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "unknown": "unknown",
        "uncontradicted": "uncontradicted",
        "agreed": "agreed",
        "one_sided": "one-sided",
        "disputed": "disputed",
        "reported_as_fact": "told as fact",
        "reported": "reported",
        "claimed": "claimed",
        "admitted": "admitted",
        "retracted": "retracted",
    }
)
"""The status of an event or a place, as its mark reads."""

STATUS_HINTS: Mapping[str, str] = MappingProxyType(
    {
        "unknown": "nobody says, or a voice says that it is not known",
        "uncontradicted": "nobody contradicts it, and nobody else says the same",
        "agreed": "independent origins say the same",
        "one_sided": "only the side that gains says so",
        "disputed": "voices contradict each other",
        "reported_as_fact": "at least one report says so in its own voice",
        "reported": "reports give it as the word of a voice",
        "claimed": "only a side that gains says so, or the report keeps its distance from the voice",
        "admitted": "a party says so against its own interest",
        "retracted": "its publisher has withdrawn it",
    }
)
"""What each status means, in one line."""

_SPACES = re.compile(r"[\s_]+")
_MISSING: Mapping[str, str] = MappingProxyType({"day": "on which day", "place": "where", "agent": "who did it"})
"""What an event is short of, in the words of the record's unknowns, and as a reader asks for it."""
_OF_PEOPLE = frozenset({"killed", "wounded", "displaced", "abducted", "arrested", "missing"})
_PLACE_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "ADM1": "first-level division",
        "ADM2": "second-level division",
        "ADM3": "third-level division",
        "PCLI": "country",
        "SET": "group of places",
        "PART": "part of a place",
        "PLACE": "kind of place not known",
        "UNKNOWN": "kind of place not known",
    }
)
_HOUSEHOLDS = "_households"
_KIND = re.compile(r"(\w+), not an event\Z")
_OF_CLAIM = re.compile(r"(?:denial of|retracted in)\b")


def plain(word: str) -> str:
    """A closed word without its underscores: "air_strike" is "air strike"."""
    return _SPACES.sub(" ", word).strip()


def status_word(status: str) -> str:
    """The words of a status."""
    return STATUS_WORDS.get(status, plain(status))


def status_hint(status: str) -> str:
    """What a status means; empty for one that has no explanation."""
    return STATUS_HINTS.get(status, "")


def manner_word(modality: str) -> str:
    """How something is said: "told as fact", "reported", "claimed"."""
    return _word(MANNERS, modality)


def time_word(status: str) -> str:
    """Of which time something tells."""
    return _word(TIMES, status)


def kind_word(kind: str) -> str:
    """What kind of thing a claim tells."""
    return _word(KINDS, kind)


def polarity_word(polarity: str) -> str:
    """What the words say of it: that it is so, or that it is not so."""
    return _word(POLARITIES, polarity)


def via_word(via: str) -> str:
    """What a word on who holds a place rests on: an act, or the words themselves."""
    return _word(VIAS, via) if via in VIAS else act_word(via)


def place_kind(kind: str) -> str:
    """What a place is: registers' codes for divisions in words, everything else as they have it; empty for no kind."""
    return _PLACE_KINDS.get(kind.upper(), plain(kind))


def measure_word(measure: str) -> str:
    """What is counted: "killed", "households displaced", "shot down"."""
    if measure.endswith(_HOUSEHOLDS):
        return f"households {measure.removesuffix(_HOUSEHOLDS)}"
    return "counted" if measure in ("count", "unread", "") else plain(measure)


def counted_words(measure: str) -> str:
    """What stands before a figure: "people said to be killed", "households said to be displaced", "said to be shot down"."""
    word = measure_word(measure)
    if word == "counted":
        return word
    whom = "households " if measure.endswith(_HOUSEHOLDS) else "people " if measure in _OF_PEOPLE else ""
    return f"{whom}said to be {word.removeprefix('households ')}"


def unknown_word(status: str) -> str:
    """How something is not known: "not stated", "no name is given"."""
    return _word(UNKNOWNS, status)


def unknown_words(what: str) -> str:
    """What is not known, the event first: "day, agent: Fighting in Ber" is "Fighting in Ber: on which day, and who did it"."""
    missing, colon, event = what.partition(": ")
    parts = [_MISSING.get(word, "") for word in missing.split(", ")]
    if not colon or not all(parts):
        return what
    return f"{event}: {', and '.join(filter(None, (', '.join(parts[:-1]), parts[-1])))}"


def role_word(role: str) -> str:
    """The part that somebody plays."""
    return _word(ROLES, role)


def act_word(act: str) -> str:
    """An act in lower case, as a noun: "air strike", "capture"."""
    known = next((words.label for words in ACTS if words.act == act), None)
    return known[:1].lower() + known[1:] if known else plain(act)


def why_words(why: str | None) -> str:
    """Why a claim does not count as an event, as a clause; empty where it does."""
    if not why:
        return ""
    if kind := _KIND.match(why):
        return f"it tells no act, but: {kind_word(kind[1])}"
    if _OF_CLAIM.match(why):
        return "it speaks against another claim of the report"
    if why in MANNERS:
        return f"it is {manner_word(why)}, not told to have happened"
    if why in TIMES:
        return f"it is {time_word(why)}, not the news of this report"
    return _word(WHYS, why)


def _word(wording: Wording, key: str) -> str:
    found = wording.get(key)
    return found[0] if found else plain(key.strip("_"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word with its meaning; `anchor` is unique among all."""

    anchor: str
    word: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """Words that belong together."""

    anchor: str
    title: str
    terms: tuple[Term, ...]


def chapters() -> tuple[Chapter, ...]:
    """All words, in the order in which a reader meets them."""
    statuses: Wording = {key: (word, STATUS_HINTS[key]) for key, word in STATUS_WORDS.items()}
    told = ("reported_as_fact", "reported", "claimed", "admitted", "disputed", "retracted")
    held = ("uncontradicted", "agreed", "one_sided", "disputed", "unknown")
    return (
        _chapter("general", "Words of the screens", OTHERS),
        _chapter("status", "How an event is told, all voices together", {key: statuses[key] for key in told}),
        _chapter("manner", "How one voice says it", MANNERS),
        _chapter("standing", "How the voices on a place stand to each other", {key: statuses[key] for key in held}),
        _chapter("fluent", "What a voice says of a place", FLUENTS),
        _chapter("via", "What a word on a place rests on, where it is no act", VIAS),
        _chapter("matrix", "In the disagreement matrix", MATRIX),
        _chapter("kind", "What kind of thing a claim tells", KINDS),
        _chapter("time", "Of which time it tells", TIMES),
        _chapter("why", "Why a claim does not count as an event", WHYS),
        _chapter("role", "Who plays which part", ROLES),
        _chapter("unknown", "How something is not known", UNKNOWNS),
    )


def _chapter(anchor: str, title: str, wording: Wording) -> Chapter:
    return Chapter(anchor=anchor, title=title, terms=tuple(_terms(anchor, wording)))


def _terms(anchor: str, wording: Wording) -> Iterator[Term]:
    for key, (word, meaning) in wording.items():
        yield Term(anchor=f"{anchor}-{key.strip('_').replace('_', '-').replace(' ', '-')}", word=word, meaning=meaning)
