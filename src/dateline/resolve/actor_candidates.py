"""Readings of a name: register rows and bodies of states, ranked, or an actor made from the words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model.record import Mention, Reason
from dateline.model.world import Actor, ActorKind
from dateline.reference.actor_countries import STATE_WEAPONS
from dateline.reference.actor_words import Word, fold_name, titled, word_set, words
from dateline.resolve.actor_missions import soldiers_of
from dateline.resolve.actor_publisher import slug
from dateline.resolve.actor_scene import Scene


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One actor that a mention may mean, with its reasons."""

    actor: Actor
    reasons: tuple[Reason, ...]

    @property
    def score(self) -> float:
        """The sum of the weights."""
        return round(sum(reason.weight for reason in self.reasons), 3)


def name_options(scene: Scene, mention: Mention) -> list[Option]:
    """What a name or metonym may mean, best first; never empty."""
    quote = mention.span.quote
    long = scene.introduced.get(fold_name(quote))
    known = list(scene.reference.actors.named(quote))
    for other in (long, scene.acronyms.get(fold_name(quote))):
        if other and fold_name(other) != fold_name(quote):
            known += [actor for actor in scene.reference.actors.named(other) if actor not in known]
    if not long and quote.isupper() and " " not in quote:
        known = [actor for actor in known if not (actor.armed and scene.far_off(actor))]
    options = [_ranked(scene, actor, long) for actor in known]
    mission = soldiers_of(scene, quote) if not known else None
    if mission:
        return [Option(actor=mission, reasons=(Reason(name="mission", weight=0.9, why="whose soldiers serve there"),))]
    state = state_actor(scene, quote) or (None if known or long else _of_the_country(scene, quote))
    if state and (not known) and _APPOSED.match(scene.parse.report.text, mention.span.end):
        return [
            _made(scene, quote, called=_called_beside(scene, mention))
        ]  # "Zaire, a rival militia": a party, no state
    if state:
        options.append(Option(actor=state, reasons=(Reason(name="state_body", weight=0.9, why="a state's own body"),)))
    if not options or (long and not any(_spelled_out(o.actor, long) for o in options)):
        options.append(_made(scene, long or quote, called=_called_beside(scene, mention)))
    return sorted(options, key=lambda option: -option.score)


_REMEMBERED = 10
"""Years over which reports still speak of a party that is no more."""


def _spelled_out(actor: Actor, long: str) -> bool:
    """Whether the name that the text spells out is one of the actor's, up to endings and small words."""
    stems = _stems(long)
    for name in (actor.name, *actor.aliases):
        own = _stems(name)
        if len(stems) > 1 and (stems <= own or len(stems & own) * 5 >= max(len(stems), len(own)) * 3):
            return True
    return False


def _stems(name: str) -> frozenset[str]:
    return frozenset(part[:5] for part in fold_name(name).split() if part not in _SMALL and len(part) > 1)


_SMALL = word_set("of the for and in de la del al el and to on for")


def _ranked(scene: Scene, actor: Actor, long: str | None) -> Option:
    reasons = [Reason(name="registered_name", weight=1.0, why="the register knows the name")]
    if long:
        spelled = _spelled_out(actor, long)
        reasons.append(Reason(name="spelled_out", weight=1.0 if spelled else -0.9, why=f"the text spells out {long}"))
    if actor.country:
        near = scene.countries.index(actor.country) if actor.country in scene.countries else None
        weight = -0.3 if near is None else 0.6 if near == 0 else 0.3
        reasons.append(Reason(name="country_of_report", weight=weight, why=f"active in {actor.country}"))
    row = scene.reference.actors.by_id.get(actor.id)
    if row and row.held and scene.year:
        first, last = row.held.first_day, row.held.last_day
        begun = first is None or first.year <= scene.year
        ended = scene.year - last.year if last is not None else 0
        weight = -0.4 if not begun or ended > _REMEMBERED else 0.2 if ended <= 0 else 0.0
        reasons.append(Reason(name="years", weight=weight, why=f"the report is of {scene.year}"))
    return Option(actor=actor, reasons=tuple(reasons))


def state_actor(scene: Scene, quote: str) -> Actor | None:
    """The body of a state that the words name, or its government for the bare country or capital."""
    countries, nouns = scene.reference.actors.countries, scene.reference.actors.nouns
    run = words(quote)
    for first in range(min(len(run), 4)):
        size = countries.phrase_at(run, first)
        if not size:
            continue
        phrase = " ".join(w.folded for w in run[first : first + size])
        rest = tuple(w.folded for w in run[first + size :] if w.folded != "s")
        if not rest and first and run[first - 1].folded in _OUTLETS:
            return None  # "Radio Mogadishu" is no government
        iso = countries.iso_at(run, first, size)
        if not rest:
            people = phrase in countries.by_people or (
                phrase in countries.by_adjective and phrase not in countries.by_name
            )
            return countries.bodies.get((iso or "", "forces" if people else "government"))
        noun = nouns.longest(rest)
        if (
            noun
            and noun.sort != "unit"
            and not scene.shouted
            and _named_otherwise(run, first, first + size, noun.phrase)
        ):
            return None
        if noun:
            return countries.body(iso, noun.phrase, noun.sort)
        return countries.bodies.get((iso or "", "forces")) if rest[-1] in STATE_WEAPONS or rest == ("side",) else None
    return None


def _of_the_country(scene: Scene, quote: str) -> Actor | None:
    """The body of the report's country that words in capitals name as every state's is named: "the National Army"."""
    said = tuple(word.folded for word in words(quote))
    noun = scene.reference.actors.nouns.longest(said)
    plain = len(said) > 1 and all(word in _OF_A_STATE for word in said)
    if noun is None or noun.sort not in ("state", "police") or not plain or scene.shouted:
        return None
    return scene.reference.actors.countries.body(scene.country, noun.phrase, noun.sort)


def _named_otherwise(run: Sequence[Word], first: int, last: int, body: str) -> bool:
    """Whether words in capitals around a state's name make it part of another name: "Gathering of Sudan Liberation Forces"."""
    between = [w for w in run[last : len(run) - len(body.split())] if w.folded != "s"]
    foreign = any(w.text[:1].isupper() and w.folded not in _OF_A_STATE for w in between)
    return foreign or (first > 1 and run[first - 1].folded in ("of", "for") and run[0].folded not in _OF_A_STATE)


_OUTLETS = word_set("radio television tv canal voice agence")
_OF_A_STATE = word_set(
    "government ministry army armed forces military national state security defence defense federal republican royal arab "
    "islamic people s peoples popular revolutionary regular special air ground naval land border presidential transitional "
    "interim central elite coast territorial joint general police public democratic socialist regime the"
)
"""Words of a state's own name for one of its bodies."""

_KINDS: tuple[tuple[str, ActorKind], ...] = (
    (r"radio|television|\btv\b|news|press|times|post|tribune|wire|gazette|journal|daily|herald|dispatch|voice|agence|agencia", "media"),
    (r"ministry|council|court|parliament|department|directorate|office|congress|government|authority|commission", "government"),
    (r"observatory|monitor|watch|centre|center|institute|observers", "monitor"),
    (r"(?<!armed )(?<!defen[cs]e )(?<!security )\bforces (?:for|of)\b|\b(?:democratic|free|revolutionary|patriotic) forces", "rebel"),
    (r"liberation|resistance|self.defen[cs]e|insurgen|guerrilla|mujahid|mujahed", "rebel"),
    (r"brigade|battalion|regiment|division|corps|guard|police|command|garrison|unit|forces|force", "state_force"),
    (r"alliance|coalition|coordination|framework", "coalition"),
    (r"front|movement|army|liberation|resistance|militia|rebels|fighters|cartel|gang|brigades|jaish|jaysh|harakat|liwa|katiba|kata.?ib|ansar|ahrar|saraya|faylaq|jund|jabhat|firqat|asa.?ib", "rebel"),
    (r"mission", "intl_force"),
    (r"organi[sz]ation|union|fund|programme|committee|agency|federation|league", "intl_org"),
)  # fmt: skip


def _called_beside(scene: Scene, mention: Mention) -> ActorKind | None:
    """What the words around an unknown name call it: "NAME militia", "the rebel group NAME", "NAME, an ethnic militia"."""
    text, start, end = scene.parse.report.text, mention.span.start, mention.span.end
    match = _BEHIND.match(text, end) or _AHEAD.search(text, max(0, start - _BESIDE), start)
    said = match.group("what").lower().removesuffix("s") if match is not None else ""
    return _CALLED.get(said.rpartition(" ")[2]) or _CALLED.get(said.partition(" ")[0])


_BESIDE = 40
"""Code points before a name in which the sort of body stands."""
_SORT = (
    r"(?P<what>militias?|militiamen|rebels?(?:\s+group|\s+movement)?|guerrillas?(?:\s+group)?|insurgents?|militants?(?:\s+group)?|"
    r"jihadist\s+group|fighters|gunmen|gang|cartel|armed\s+group|paramilitar(?:y|ies)(?:\s+group|\s+force)?|coalition)\b"
)
_BEHIND = re.compile(rf"(?:\s+|,\s+(?:an?|the)\s+(?:[\w-]+\s+){{0,4}}?){_SORT}", re.IGNORECASE)
_APPOSED = re.compile(rf",\s+an?\s+(?:[\w-]+\s+){{0,4}}?{_SORT}", re.IGNORECASE)
_AHEAD = re.compile(rf"\b{_SORT}\s+(?:called\s+|named\s+)?(?:the\s+)?$", re.IGNORECASE)
_CALLED: dict[str, ActorKind] = {
    "militia": "militia", "militiamen": "militia", "rebel": "rebel", "guerrilla": "rebel", "insurgent": "rebel",
    "militant": "rebel", "jihadist": "rebel", "fighter": "rebel", "gunmen": "rebel", "gang": "militia", "cartel": "militia",
    "armed": "rebel", "paramilitary": "paramilitary", "paramilitarie": "paramilitary", "coalition": "coalition",
}  # fmt: skip


def _made(scene: Scene, name: str, *, called: ActorKind | None = None) -> Option:
    """A provisional actor from the words of this report; `called` is what the text calls it, where its name does not tell."""
    plain = " ".join(name.split())
    if scene.shouted and len(plain) > 5:
        plain = titled(plain)
    kind = next((kind for pattern, kind in _KINDS if re.search(pattern, plain.lower())), None) or called
    # What has fighters or militiamen is no body of a state, whatever its name: "Islamic Courts fighters".
    kind = called if called is not None and kind == "government" else kind
    prefix = "src:" if kind == "media" else "act:"
    taken = prefix + slug(plain) in scene.reference.actors.by_id
    side = scene.country if kind in ("state_force", "government") else None
    actor = Actor(
        id=prefix + slug(plain) + (f"-{(scene.country or 'x').lower()}" if taken else ""),
        name=plain,
        kind=kind or "organisation",
        country=scene.country if side else None,
        side=side or (slug(plain) if kind in ("rebel", "militia", "paramilitary", "coalition") else None),
        provisional=True,
    )
    return Option(actor=actor, reasons=(Reason(name="own_words", weight=0.6, why="in no register"),))


def part_of_known(quote: str, known: Sequence[Actor]) -> Actor | None:
    """An actor named before whose name the words repeat in part ("the Observatory")."""
    said = fold_name(quote)
    parts = set(said.split())
    for actor in reversed(known):
        for name in (actor.name, *actor.aliases):
            folded = fold_name(name)
            whole = folded.split()
            initials = "".join(word[0] for word in whole if word not in _SMALL and word != "s")
            if quote.isupper() and len(whole) > 2 and initials == said:
                return actor
            unbroken = len(parts) == 1 or said in folded  # "the National Army" is no National Liberation Army
            shorter = len(whole) > len(parts) > 0 and parts <= set(whole)
            if unbroken and shorter and whole[-1] in parts | {"online"}:
                return actor
    return None
