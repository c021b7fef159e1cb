"""The Reference: every register in one value, handed to the stages as an argument."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from dateline.reference.act_reader import ActReader, load_act_reader
from dateline.reference.actor_folder import default_actor_folder, imported_rows
from dateline.reference.actors import ActorRegister, load_actors
from dateline.reference.acts import ActLexicon, load_acts
from dateline.reference.codebooks import Codebooks, load_codebooks
from dateline.reference.cues import CueLexicon, load_cues
from dateline.reference.gazetteer import Gazetteer, load_gazetteer
from dateline.reference.relevance import RelevanceLexicon, load_relevance


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """What Dateline knows before it reads: places, actors, acts, attribution cues, codebooks, words of war."""

    gazetteer: Gazetteer
    actors: ActorRegister
    acts: ActLexicon
    cues: CueLexicon
    attitudes: CueLexicon = field(default_factory=lambda: load_cues(attitudes=True))
    codebooks: Codebooks = field(default_factory=load_codebooks)
    relevance: RelevanceLexicon = field(default_factory=load_relevance)
    act_reader: ActReader = field(default_factory=load_act_reader)


def load_reference(*, places: Path | None = None, actors: Path | None = None) -> Reference:
    """All registers that ship with the package; takes well under a second after the first use.

    `places` is the folder of the countries that the user added, `actors` that of the lists of actors, by default those in
    the user's data folder.
    """
    gazetteer = load_gazetteer(added=places)
    known = load_actors(imported_rows(actors or default_actor_folder()))
    return Reference(gazetteer=gazetteer, actors=known, acts=load_acts(), cues=load_cues())
