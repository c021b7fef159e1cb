"""Train the MUC-4 runner's linear model: `python -m benchmarks.yardsticks.muc4_train --data FOLDER`.

FOLDER holds `docs.jsonl` and `gold.jsonl` of the development part (MUC is a public research set). Nothing is drawn by lot and
the optimiser is deterministic, so the same record gives the same weights. Every layer that weighs the scores of another
sees scores of messages that the other was not trained on (threefold), as it will at prediction; the layer of cuts alone
has seen all. `--held-out FILE` writes instead, for each third of the messages, the templates of a model trained on the other
two: the figures to believe. Takes about five minutes, with `--held-out` twelve.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.yardsticks import muc4_cuts, muc4_heads
from benchmarks.yardsticks.muc4 import templates
from benchmarks.yardsticks.muc4_candidates import Message, normal, topics
from benchmarks.yardsticks.muc4_encoder import Reading, load_encoder
from benchmarks.yardsticks.muc4_fit import Array, Rows, fit, layer, level, scores
from benchmarks.yardsticks.muc4_heads import Classes, Head, load_classes
from benchmarks.yardsticks.muc4_keys import Key, keys, strings_of, told_of, types_of
from benchmarks.yardsticks.muc4_model import READ, SAID, SLOTS, TOPICS, TYPES, WEIGHTS, Layer, layer_of, model_of
from benchmarks.yardsticks.muc4_strings import Rated, read_at, strings, surest, told
from dateline.model.text import Report
from dateline.pipeline import load_engine, run

FOLDS = 3

PENALTY = {"topic": 3.0, "role": 6.0, "cut": 1.0, "weighed": 1.0, "whole": 30.0}
"""On the squared weights; for nouns 3 and 10 did no better."""

STEPS = {"topic": 60, "role": 50, "incident": 30, "cut": 60, "weighed": 100, "whole": 200}
Fills = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A message as the layers see it, with its key: what it tells of, and which string fills what in which type.

    `said` are the features of each noun, without what the message is about; `reading` is by an encoder that has not seen
    the message.
    """

    message: Message
    words: tuple[str, ...]
    heads: tuple[Head, ...]
    said: tuple[tuple[str, ...], ...]
    told_of: frozenset[str]
    fills: Fills
    reading: Reading


def messages(folder: Path) -> Iterator[tuple[str, Message]]:
    """Every message of the folder with its record."""
    engine = load_engine()
    with (folder / "docs.jsonl").open(encoding="utf-8") as lines:
        for number, doc in enumerate(map(json.loads, lines)):
            if number % 100 == 0:
                print(f"{number} messages read", flush=True)
            yield doc["id"], Message(case=run(Report.of(doc["text"]), engine=engine).case)


def example(message: Message, key: Key, classes: Classes, reading: Reading) -> Example:
    """A message and its key; features are interned, for there are millions."""
    fills: set[tuple[str, str]] = set()
    for template in key:
        found = {(role, normal(string)) for role, string in strings_of(template)}
        fills |= found | {(name, text) for name in types_of(template) for _, text in found}
    heads = tuple(muc4_heads.heads(message))
    return Example(
        message=message,
        words=tuple(sorted(set(topics(message)))),
        heads=heads,
        said=tuple(tuple(map(sys.intern, sorted(set(muc4_heads.features(message, h, classes))))) for h in heads),
        told_of=frozenset(told_of(key)),
        fills=frozenset(fills),
        reading=reading,
    )


def train(examples: Sequence[Example], classes: Classes) -> dict[str, Any]:
    """The layers of the weights file."""
    fold = np.arange(len(examples)) % FOLDS
    topic_rows = Rows.of([e.words for e in examples], least=4)
    tells = np.array([[name in e.told_of for name in TOPICS] for e in examples], dtype=np.float64)
    topic = [dict(zip(TOPICS, map(float, row), strict=True)) for row in _unseen(topic_rows.table, tells, fold, "topic")]
    rows, place = _nouns(examples, topic, classes)
    role, incident = (_truth(examples, outputs) for outputs in (SLOTS, TYPES))
    cut = _cuts(examples)
    layers = {
        "topic": _layer(topic_rows, tells, TOPICS, "topic"),
        "role": _layer(rows, role, SLOTS, "role"),
        "incident": _layer(rows, incident, TYPES, "incident"),
        "cut": cut,
    }
    unseen = []
    for name, outputs, truth, read in zip(
        ("role", "incident"), (SLOTS, TYPES), (role, incident), _read(examples), strict=True
    ):
        said = _unseen(rows.table, truth, fold[place], name)
        found, both = _weighed(outputs, truth, said, read)
        layers |= found
        unseen.append(both)
    whole = Rows.numbers(list(_surest(examples, topic, unseen, layer_of(cut))))
    point = level(whole.table, tells, penalty=PENALTY["whole"], steps=STEPS["whole"])
    return {**layers, "whole": layer(whole.names, TOPICS, point, small=0.0)}


def _read(examples: Sequence[Example]) -> tuple[Array, Array]:
    """The log odds of every noun for the roles and for the types, by the encoder."""
    pairs = [read_at(e.message, head, e.reading) for e in examples for head in e.heads]
    roles = [[roles[name] for name in SLOTS] for roles, _ in pairs]
    types = [[types[name] for name in TYPES] for _, types in pairs]
    return np.array(roles, dtype=np.float64), np.array(types, dtype=np.float64)


def _weighed(outputs: Sequence[str], truth: Array, said: Array, read: Array) -> tuple[dict[str, Any], Array]:
    """For each output the layer that weighs the features' log odds and the encoder's, and the log odds by both."""
    teach = _filling(truth) if set(outputs) == set(TYPES) else np.ones(len(truth), dtype=np.bool_)
    layers: dict[str, Any] = {}
    both = np.zeros(truth.shape)
    for column, name in enumerate(outputs):
        pairs = Rows.numbers([{SAID: a, READ: b} for a, b in zip(said[:, column], read[:, column], strict=True)])
        point = level(
            pairs.table[teach], truth[teach, column : column + 1], penalty=PENALTY["weighed"], steps=STEPS["weighed"]
        )
        both[:, column] = scores(pairs.table, point)[:, 0]
        layers[f"weighed {name}"] = layer(pairs.names, (name,), point, small=0.0)
    return layers, both


def _layer(rows: Rows, truth: Array, outputs: Sequence[str], name: str) -> dict[str, Any]:
    return layer(rows.names, outputs, _point(rows.table, truth, name))


def _point(table: Any, truth: Array, name: str) -> Array:
    """The weights; of types of incident only what fills a role can teach."""
    teach = _filling(truth) if name == "incident" else np.ones(len(truth), dtype=np.bool_)
    penalty = PENALTY.get(name, PENALTY["role"])
    return fit(table[teach], truth[teach], penalty=penalty, steps=STEPS[name])


def _filling(truth: Array) -> NDArray[np.bool_]:
    """Which rows have any of the outputs."""
    return np.asarray(truth.any(axis=1), dtype=np.bool_)


def _unseen(table: Any, truth: Array, fold: NDArray[np.int64], name: str) -> Array:
    """The log odds of each row from models that did not see its message."""
    out = np.zeros(truth.shape)
    for number in range(FOLDS):
        held = fold == number
        out[held] = scores(table[held], _point(table[~held], truth[~held], name))
    return out


def _nouns(
    examples: Sequence[Example], topic: Sequence[Mapping[str, float]], classes: Classes
) -> tuple[Rows, NDArray[np.int64]]:
    """A row for every noun, and the number of its message."""
    sets: list[tuple[str, ...]] = []
    place: list[int] = []
    for number, (one, about) in enumerate(zip(examples, topic, strict=True)):
        for head, said in zip(one.heads, one.said, strict=True):
            sets.append((*said, *map(sys.intern, set(told(one.message, head, about, classes)))))
            place.append(number)
    return Rows.of(sets, least=4), np.array(place, dtype=np.int64)


def _truth(examples: Sequence[Example], outputs: Sequence[str]) -> Array:
    """For every noun which of the outputs one of its strings fills."""
    rows = (
        {name for name in outputs for cut in head.cuts if (name, cut.text) in e.fills}
        for e in examples
        for head in e.heads
    )
    return np.array([[name in right for name in outputs] for right in rows], dtype=np.float64)


def _cuts(examples: Sequence[Example]) -> dict[str, Any]:
    """The layer of cuts, from the nouns that fill a role."""
    sets: list[set[str]] = []
    right: list[bool] = []
    for one in examples:
        for head in one.heads:
            for role in SLOTS:
                if any((role, cut.text) in one.fills for cut in head.cuts):
                    for text, cut in {cut.text: cut for cut in reversed(head.cuts)}.items():
                        sets.append(set(muc4_cuts.features(one.message, head, cut, role)))
                        right.append((role, text) in one.fills)
    return _layer(Rows.of(sets, least=3), np.array(right, dtype=np.float64)[:, None], ("right",), "cut")


def _surest(
    examples: Sequence[Example], topic: Sequence[Mapping[str, float]], unseen: Sequence[Array], cut: Layer
) -> Iterator[dict[str, float]]:
    """What the layer `whole` weighs of each message, by models that did not see it."""
    start = 0
    for one, about in zip(examples, topic, strict=True):
        nouns = []
        for index, head in enumerate(one.heads, start=start):
            roles, types = (
                dict(zip(names, map(float, table[index]), strict=True))
                for names, table in zip((SLOTS, TYPES), unseen, strict=True)
            )
            nouns.append(Rated(head=head, roles=roles, types=types))
        start += len(nouns)
        yield surest(about, strings(one.message, nouns, cut))


def held_out(names: Sequence[str], examples: Sequence[Example], classes: Classes, out: Path) -> None:
    """Write the templates of each third of the messages from a model trained on the other two; thirds are runs, not every third message."""
    third = np.arange(len(names)) * FOLDS // len(names)
    with out.open("w", encoding="utf-8") as file:
        for number in range(FOLDS):
            model = model_of(train([e for e, t in zip(examples, third, strict=True) if t != number], classes))
            for name, one, mine in zip(names, examples, third, strict=True):
                for template in templates(one.message, model, classes, one.reading) if mine == number else ():
                    file.write(json.dumps({"doc": name, **template}) + "\n")


def main() -> None:
    """Train and write the weights beside this module, or write held-out templates."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--held-out", type=Path, metavar="FILE")
    options = parser.parse_args()
    if (encoder := load_encoder()) is None:
        parser.error("train the encoder first (python -m benchmarks.yardsticks.muc4_encoder_train --help)")
    gold, classes = keys(options.data), load_classes()
    read = list(messages(options.data))
    examples = [
        example(message, gold[name], classes, encoder.read(message.case.report.text, [number * FOLDS // len(read)]))
        for number, (name, message) in enumerate(read)
    ]
    if options.held_out:
        held_out([name for name, _ in read], examples, classes, options.held_out)
        return
    packed = json.dumps(train(examples, classes), sort_keys=True, separators=(",", ":")).encode()
    Path(__file__).with_name(WEIGHTS).write_bytes(gzip.compress(packed, mtime=0))


if __name__ == "__main__":
    main()
