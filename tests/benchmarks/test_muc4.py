"""Templates from a message: candidate strings, the linear model, the parting of incidents, and the slots."""

from __future__ import annotations

from math import isclose

import numpy as np
import pytest

from benchmarks.yardsticks import muc4_cuts, muc4_heads
from benchmarks.yardsticks.muc4 import Filler, assembled, fillers, incident_types, incidents, predict
from benchmarks.yardsticks.muc4_candidates import Message, candidates, normal
from benchmarks.yardsticks.muc4_encoder import Reading
from benchmarks.yardsticks.muc4_fit import Rows, fit, layer, level, scores
from benchmarks.yardsticks.muc4_heads import Head
from benchmarks.yardsticks.muc4_model import DESCRIBED, ROLES, SLOTS, TYPES, Layer, load_model
from benchmarks.yardsticks.muc4_slots import judged, when, where
from benchmarks.yardsticks.muc4_strings import LEAST, Rated, Scored, flags, strings, surest, told
from benchmarks.yardsticks.muc4_train import example, train
from dateline.model.text import Report
from dateline.pipeline import Engine, run

TEXT = (
    "   LIMA, 4 MAR 89 -- [TEXT] GUERRILLAS OF THE RED DAWN FRONT KIDNAPPED LAWYER JUAN PEREZ SOTO YESTERDAY IN\n"
    "CUZCO. A BOMB DAMAGED THE TOWN HALL.\n"
)


@pytest.fixture(scope="module")
def message(engine: Engine) -> Message:
    return Message(case=run(Report.of(TEXT), engine=engine).case)


def filler(text: str, sentence: int, probability: float = 0.9) -> Filler:
    return Filler(text=text, probability=probability, incidents=dict.fromkeys(TYPES, 0.5), sentences=(sentence,))


def test_names_and_nouns_of_the_message_are_candidates(message: Message) -> None:
    texts = {normal(candidate.text) for candidate in candidates(message.parse)}
    assert {"guerrillas", "juan perez soto", "bomb", "town hall"} <= texts


def test_a_candidate_is_a_stretch_of_the_message(message: Message) -> None:
    for candidate in candidates(message.parse):
        tokens = message.parse.tokens[candidate.first : candidate.last + 1]
        assert candidate.text == " ".join(t.text for t in tokens if not t.text.isspace())


def head(message: Message, lemma: str) -> Head:
    """The noun with that lemma."""
    return next(h for h in muc4_heads.heads(message) if message.parse.tokens[h.index].lemma == lemma)


def test_a_noun_holds_its_strings_as_keys_are_compared(message: Message) -> None:
    assert "town hall" in {cut.text for cut in head(message, "hall").cuts}


def test_a_noun_knows_its_words_its_verb_and_the_violence_beside_it(message: Message) -> None:
    classes = {"bomb": (3, 14, 77), "town": (9, 25, 61)}
    bomb = set(muc4_heads.features(message, head(message, "bomb"), classes))
    assert {"h=bomb", "H64=3", "H256=14", "H800=77", "pv=damage|nsubj", "sib=nsubj|damage|dobj|hall"} <= bomb
    assert {"nv0=damageL", "nd0=L0", "w+1=damaged", "before v=kidnap"} <= bomb
    hall = set(muc4_heads.features(message, head(message, "hall"), classes))
    assert {"H64=-1", "M=25", "m1=town_hall", "pvs=damage|dobj|active"} <= hall


def test_what_the_message_is_about_is_told_beside_the_noun(message: Message) -> None:
    topic = dict.fromkeys(TYPES, -5.0) | {"bombing": 2.0, "any": 3.0}
    assert {"T=bombing|bomb", "T=bombing|3", "A=3|3"} <= set(
        told(message, head(message, "bomb"), topic, {"bomb": (3, 14, 77)})
    )


def test_a_cut_is_told_by_what_it_leaves_out(message: Message) -> None:
    hall = head(message, "hall")
    bare = next(cut for cut in hall.cuts if cut.text == "hall")
    assert {"left=town", "left=1", "ends=True"} <= set(muc4_cuts.features(message, hall, bare, "Target"))


def test_the_likeliest_cut_is_taken(message: Message) -> None:
    hall = head(message, "hall")
    short = Layer(outputs=("right",), bias=(0.0,), weights={"left=town": (2.0,)})
    assert muc4_cuts.best(message, hall, "Target", short).text == "hall"


def test_each_role_gets_the_strings_of_its_nouns_surest_first(message: Message) -> None:
    types = dict.fromkeys(TYPES, 0.0)
    nouns = [
        Rated(head=head(message, lemma), roles=dict.fromkeys(SLOTS, -9.0) | {"Target": score}, types=types)
        for lemma, score in (("hall", 1.0), ("bomb", 2.0), ("guerrilla", -4.0))
    ]
    short = Layer(outputs=("right",), bias=(0.0,), weights={"n=1": (2.0,)})
    found = strings(message, nouns, short)
    assert [(string.text, string.score) for string in found["Target"]] == [("bomb", 2.0), ("hall", 1.0)]
    assert found["Weapon"] == []


def test_keys_are_compared_without_case_articles_and_punctuation() -> None:
    assert normal('The "Red Dawn" Front, a group') == "red dawn front group"


def test_a_layer_adds_weights_and_ignores_unknown_features() -> None:
    layer = Layer(outputs=("yes",), bias=(0.0,), weights={"f": (2.0,)})
    assert isclose(layer.probabilities(["f", "never seen"])["yes"], 0.8807970779778823)


def test_the_weights_beside_the_module_read() -> None:
    model = load_model()
    assert model.topic.outputs == model.whole.outputs == (*TYPES, "any")
    assert model.role.outputs == SLOTS
    assert model.incident.outputs == TYPES
    assert model.cut.outputs == ("right",)


def test_the_classes_beside_the_module_read() -> None:
    classes = muc4_heads.load_classes()
    assert all(len(row) == len(muc4_heads.SIZES) for row in classes.values())
    assert classes["rifle"][1] == classes["rifles"][1] != classes["priest"][1]


def test_flags_say_what_a_message_tells_of() -> None:
    assert flags(dict.fromkeys(TYPES, -9.0) | {"any": -2.2}) == (["none"], "0")
    assert flags(dict.fromkeys(TYPES, -9.0) | {"arson": 2.2, "any": 3.0}) == (["arson"], "3")


def test_a_sure_filler_lowers_the_floor_for_a_type() -> None:
    topic = dict.fromkeys(TYPES, 0.0) | {"bombing": 0.25}
    assert incident_types(topic, {"Target": []}) == []
    assert incident_types(topic, {"Target": [filler("bank", 0)]}) == ["bombing"]


def test_targets_far_apart_are_incidents_of_their_own() -> None:
    found: dict[str, list[Filler]] = {role: [] for role in ROLES} | {
        "Target": [filler("bank", 0), filler("bridge", 7)],
        "PerpOrg": [filler("red dawn", 20)],
        "Weapon": [filler("dynamite", 7)],
    }
    first, second = incidents(found)
    assert [f.text for f in first["Target"]] == ["bank"]
    assert [f.text for f in second["Target"]] == ["bridge"]
    assert [f.text for f in first["PerpOrg"]] == [f.text for f in second["PerpOrg"]] == ["red dawn"]
    assert [f.text for f in first["Weapon"]] == []
    assert [f.text for f in second["Weapon"]] == ["dynamite"]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The Red Dawn Front claimed responsibility for the attack.", "CLAIMED OR ADMITTED"),
        ("Police believe that the Red Dawn Front planted it.", "SUSPECTED OR ACCUSED BY AUTHORITIES"),
        ("Neighbors blamed the Red Dawn Front.", "SUSPECTED OR ACCUSED"),
        ("It was presumably the Red Dawn Front.", "POSSIBLE"),
        ("The Red Dawn Front blew up the bridge.", "REPORTED AS FACT"),
    ],
)
def test_confidence_follows_the_cues(sentence: str, value: str) -> None:
    assert judged([sentence]) == value


def test_the_date_is_that_of_the_claims(message: Message) -> None:
    assert when(message, [], {0, 1}) == "1989-03-03"


def test_without_a_time_the_incident_was_on_or_before_the_message(message: Message) -> None:
    assert when(message, [], set()) == "../1989-03-04"


def test_the_place_begins_with_the_country(message: Message) -> None:
    assert where(message, range(len(message.parse.sentences)))[0] == "PERU"


def test_a_message_without_incidents_yields_nothing(engine: Engine) -> None:
    assert list(predict([{"id": "1", "text": "THE MINISTER OPENED A SCHOOL."}], engine)) == []


def scored_string(text: str, score: float) -> Scored:
    return Scored(text=text, score=score, types=dict.fromkeys(TYPES, 0.0), sentences=(0,))


def test_numbers_weigh_by_their_size() -> None:
    only = Layer(outputs=("yes",), bias=(1.0,), weights={"f": (2.0,)})
    assert isclose(only.scores({"f": 0.5, "g": 9.0})["yes"], 2.0)


def test_the_whole_hears_the_two_surest_strings_of_a_role() -> None:
    numbers = surest({"any": 0.5}, {"Target": [scored_string("bank", 2.0), scored_string("bridge", 1.0)]})
    assert (numbers["Target0"], numbers["Target1"], numbers["topic=any"]) == (2.0, 1.0, 0.5)
    assert surest({}, {})["Target0"] == LEAST


def test_a_victim_described_pairs_the_incident_and_fills_no_role(message: Message) -> None:
    nothing: dict[str, list[Scored]] = {role: [] for role in SLOTS}
    found = fillers({**nothing, "Target": [scored_string("bank", 2.0)], DESCRIBED: [scored_string("peasants", 2.0)]})
    told_of = dict.fromkeys(TYPES, 0.0) | {"bombing": 0.9}
    (template,) = assembled(message, told_of, found)
    assert template["incident_type"] == "bombing"
    assert template["Target"] == [["bank"]]
    assert template[DESCRIBED] == [["peasants"]]
    assert template["Victim"] == []


def test_a_fit_finds_the_feature_that_tells() -> None:
    rows = Rows.of([{"a", "x"}, {"a"}, {"b", "x"}, {"b"}], least=1)
    truth = np.array([[1.0], [1.0], [0.0], [0.0]])
    found = scores(rows.table, fit(rows.table, truth, penalty=0.1, steps=50))
    assert (found[:2] > 0).all()
    assert (found[2:] < 0).all()


def test_numbers_of_different_sizes_weigh_alike_in_a_levelled_fit() -> None:
    rows = Rows.numbers([{"small": x / 1000, "large": 1000 * x} for x in (0.0, 1.0, 2.0, 3.0)])
    weights = level(rows.table, np.array([[0.0], [0.0], [1.0], [1.0]]), penalty=1.0, steps=50)
    large, small, bias = weights[:, 0]
    assert isclose(large * 1000, small / 1000, rel_tol=1e-2)
    assert bias < 0


def test_small_weights_are_dropped() -> None:
    kept = layer(("a", "b"), ("yes",), np.array([[0.5], [0.001], [1.0]]))
    assert kept == {"outputs": ["yes"], "bias": [1.0], "weights": {"a": [0.5]}}


def test_training_gives_the_same_layers_again(message: Message) -> None:
    key = [{"incident_type": "kidnapping", **{role: [] for role in ROLES}, "PerpInd": [["GUERRILLAS"]]}]
    described = {"incident_type": "kidnapping", DESCRIBED: [["LAWYER"]]}
    unread = Reading(
        starts=(0,),
        roles=np.zeros((1, len(SLOTS)), dtype=np.float32),
        types=np.zeros((1, len(TYPES)), dtype=np.float32),
    )
    examples = [example(message, [*key, described], {}, unread), example(message, [], {}, unread)] * 4
    assert examples[0].told_of == {"kidnapping", "any"}
    assert {("PerpInd", "guerrillas"), ("kidnapping", "lawyer"), (DESCRIBED, "lawyer")} <= examples[0].fills
    assert train(examples, {}) == train(examples, {})
