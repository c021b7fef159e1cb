"""The encoder of the MUC-4 runner: its pieces and windows, its passes in numpy and torch, its file, and where a key's strings stand."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.yardsticks import muc4, muc4_encoder
from benchmarks.yardsticks.muc4_encoder import FROZEN, LAYERS, WIDTH, Encoder, Reading, load_encoder
from benchmarks.yardsticks.muc4_keys import fillings, told_of
from benchmarks.yardsticks.muc4_model import DESCRIBED, READ, ROLES, SAID, SLOTS, TYPES, Layer, load_model
from benchmarks.yardsticks.muc4_pieces import LONGEST, pieces, windows
from dateline.pipeline import Engine

VOCABULARY = {word: number for number, word in enumerate(("[UNK]", "[CLS]", "[SEP]", "bomb", "##ing", "##s", "a", "."))}


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    found = load_encoder()
    assert found is not None, "the encoder's files belong beside its module"
    return found


def test_a_word_is_cut_into_its_longest_pieces() -> None:
    assert pieces("bombings", VOCABULARY) == (3, 4, 5)
    assert pieces("bombed", VOCABULARY) == (0,)


def test_a_word_of_several_pieces_is_known_by_its_first() -> None:
    (window,) = windows("A BOMBING .", VOCABULARY)
    assert window.words == ((0, 1), (2, 9), (10, 11))
    assert window.firsts == [1, 2, 4]


@given(st.lists(st.sampled_from(["BOMBINGS", "A", ".", "\n", "?"]), max_size=900))
def test_every_word_stands_in_one_window_and_none_is_too_long(words: list[str]) -> None:
    text = " ".join(words)
    parts = list(windows(text, VOCABULARY))
    assert [text[start:end] for part in parts for start, end in part.words] == text.split()
    assert all(sum(map(len, part.pieces)) <= 2 * LONGEST for part in parts)


def test_a_window_ends_with_a_sentence_where_one_is_near() -> None:
    first, second = windows("A BOMB . " * 110, VOCABULARY)
    assert (len(first.words) % 3, len(second.words) % 3) == (0, 0)


def test_the_strings_of_a_key_are_found_wherever_they_stand() -> None:
    text = "The bank--a bank of the city.\nTHE  CITY'S BANK"
    key = [
        {"incident_type": "attack / bombing", **{role: [] for role in ROLES}, "Target": [["BANK"], ["THE CITYS BANK"]]},
        {"incident_type": "attack", DESCRIBED: [["nobody"]]},
    ]
    found = [(text[start:end], role, kinds) for start, end, role, kinds in fillings(text, key)]
    both = {"attack", "bombing"}
    assert found == [(string, "Target", both) for string in ("bank", "bank", "BANK", "CITY'S BANK")]
    assert told_of(key) == {"attack", "bombing", "any"}
    assert told_of(key[1:]) == set()


def test_eight_bits_keep_an_array_nearly() -> None:
    table = np.random.default_rng(0).normal(size=(5, 40)).astype(np.float32)
    arrays = {"table": table, "bias": np.ones(3, dtype=np.float32)}
    words, found = muc4_encoder.unpacked(muc4_encoder.packed(["[UNK]", "bomb"], arrays))
    assert words == {"[UNK]": 0, "bomb": 1}
    assert np.abs(found["table"] - table).max() <= np.abs(table).max() / 254 + 1e-6
    assert (found["bias"] == 1).all()


def test_an_adapter_that_adds_nothing_changes_nothing(encoder: Encoder) -> None:
    nothing = {
        f"encoder.layer.{number}.{dense}.{side}": np.zeros(
            (1, encoder.arrays[name].shape[1]) if side == "a" else (encoder.arrays[name].shape[0], 1)
        )
        for number in range(FROZEN, LAYERS)
        for dense in muc4_encoder.DENSE
        for side in ("a", "b")
        if (name := f"encoder.layer.{number}.{dense}.weight")
    }
    own = muc4_encoder.merged(encoder.arrays, nothing)
    assert len(own) == 16 * (LAYERS - FROZEN)
    assert all((own[name] == encoder.arrays[name]).all() for name in own)


def test_a_reading_says_what_each_word_fills(encoder: Encoder) -> None:
    text = "LIMA, 4 MAR 89 -- GUERRILLAS OF THE RED DAWN FRONT KIDNAPPED LAWYER JUAN PEREZ SOTO YESTERDAY IN CUZCO."
    reading = encoder.read(text)
    assert reading.roles.shape == (len(reading.starts), len(SLOTS))
    name, place = text.index("PEREZ"), text.index("CUZCO")
    lawyer, kinds = reading.at(name, name + len("PEREZ"))
    assert max(lawyer, key=lambda role: lawyer[role]) == "Victim"
    assert max(kinds, key=lambda kind: kinds[kind]) == "kidnapping"
    assert lawyer["Victim"] > reading.at(place, place + len("CUZCO"))[0]["Victim"]


def test_the_average_of_the_adapters_lies_between_them(encoder: Encoder) -> None:
    text = "A BOMB DAMAGED THE TOWN HALL."
    alone = np.stack([encoder.read(text, [number]).roles for number in range(3)])
    assert np.allclose(encoder.read(text).roles, alone.mean(axis=0), atol=1e-4)


def test_a_text_without_words_reads_as_nothing(encoder: Encoder) -> None:
    assert encoder.read(" \n").roles.shape == (0, len(SLOTS))


def test_of_several_words_the_surest_role_counts() -> None:
    roles = np.zeros((2, len(SLOTS)), dtype=np.float32)
    roles[1, 2] = 3
    types = np.array([[1.0] * len(TYPES), [2.0] * len(TYPES)], dtype=np.float32)
    reading = Reading(starts=(4, 9), roles=roles, types=types)
    assert reading.at(4, 12)[0][SLOTS[2]] == 3
    assert reading.at(4, 12)[1][TYPES[0]] == 1.5
    assert reading.at(4, 6)[0][SLOTS[2]] == 0
    assert reading.at(30, 31)[1][TYPES[0]] == 2


def test_both_log_odds_weigh_in() -> None:
    model = load_model()
    assert all(model.weighed[name].outputs == (name,) for name in (*SLOTS, *TYPES))
    half = {role: Layer(outputs=(role,), bias=(1.0,), weights={SAID: (0.5,), READ: (0.25,)}) for role in SLOTS}
    said, read = dict.fromkeys(SLOTS, 2.0), dict.fromkeys(SLOTS, 4.0)
    assert replace(model, weighed=half).weigh(said, read) == dict.fromkeys(SLOTS, 3.0)


def test_without_the_encoder_the_runner_says_so_and_works(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(muc4, "load_encoder", lambda: None)
    text = (
        "LIMA, 4 MAR 89 -- TERRORISTS MURDERED MAYOR JUAN PEREZ SOTO YESTERDAY IN CUZCO. THE GUERRILLAS SHOT THE MAYOR WITH A\n"
        "MACHINE GUN OUTSIDE HIS HOME. HIS DRIVER WAS ALSO KILLED IN THE TERRORIST ATTACK, WHICH POLICE BLAMED ON THE GUERRILLAS.\n"
    )
    assert {template["incident_type"] for template in muc4.predict([{"id": "1", "text": text}], engine)} == {"attack"}
    assert "weights are missing" in capsys.readouterr().err


def test_torch_trains_the_layers_that_numpy_runs(encoder: Encoder) -> None:
    torch = pytest.importorskip("torch", reason="only whoever trains the encoder has torch")
    from benchmarks.yardsticks import muc4_encoder_train as training  # needs torch

    x = np.random.default_rng(0).normal(size=(7, WIDTH)).astype(np.float32)
    lower = training._lower(torch.from_numpy(x), training.frozen(encoder.arrays)).float().numpy()
    assert np.abs(lower - muc4_encoder.layers(x, encoder.arrays, range(FROZEN))).mean() < 0.02
