"""Train the MUC-4 runner's linear model: `python -m benchmarks.yardsticks.muc4_train --data FOLDER`.

FOLDER holds `docs.jsonl` and `gold.jsonl` of the development part (MUC is a public research set). The seed is fixed and
the optimiser deterministic, so the same record gives the same weights. Every layer that weighs the scores of another
sees scores of messages that the other was not trained on (threefold), as it will at prediction. `--held-out FILE` writes
instead, for each third of the messages, the templates of a model trained on the other two: the figures to believe.
Takes about five minutes, with `--held-out` fifteen.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.yardsticks.muc4 import templates
from benchmarks.yardsticks.muc4_candidates import Message, normal, topics
from benchmarks.yardsticks.muc4_fit import Array, Rows, fit, layer, level, scores
from benchmarks.yardsticks.muc4_model import DESCRIBED, SLOTS, TYPES, WEIGHTS, chance, model_of
from benchmarks.yardsticks.muc4_strings import Occurring, Scored, mixed, named, strings, surest, topic_flags
from dateline.model.text import Report
from dateline.pipeline import load_engine, run

SEED = 0
FOLDS = 3
NEGATIVES = 0.3
"""The share of strings and of occurrences without a role that is trained on."""

PENALTY = {"topic": 3.0, "role": 8.0, "whole": 30.0}
"""On the squared weights; for strings 3 and 30 did worse in threefold cross-validation."""

TOPICS = (*TYPES, "any")


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A message as the layers see it, with its key: what it tells of, and which string fills what in which type."""

    words: tuple[str, ...]
    strings: tuple[Occurring, ...]
    told_of: frozenset[str]
    fills: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class StringLayer:
    """A layer over strings: its rows, the message and the string of each row, what is true, and which rows teach."""

    rows: Rows
    message: NDArray[np.int64]
    string: NDArray[np.int64]
    truth: Array
    teach: NDArray[np.bool_]

    def point(self, allowed: NDArray[np.bool_]) -> Array:
        """The weights from the rows of the messages that may teach."""
        mask = self.teach & allowed[self.message]
        return fit(self.rows.table[mask], self.truth[mask], penalty=PENALTY["role"], steps=45)

    def unseen(self, fold: NDArray[np.int64]) -> Array:
        """The log odds of every string, its loudest row's, from models that did not see its message."""
        out = np.full((int(self.string.max()) + 1, self.truth.shape[1]), -np.inf)
        for number in range(FOLDS):
            held = fold[self.message] == number
            found = scores(self.rows.table[held], self.point(fold != number))
            np.maximum.at(out, self.string[held], found)
        return out


def messages(folder: Path) -> Iterator[tuple[str, Message]]:
    """Every message of the folder with its record."""
    engine = load_engine()
    with (folder / "docs.jsonl").open(encoding="utf-8") as lines:
        for number, doc in enumerate(map(json.loads, lines)):
            if number % 100 == 0:
                print(f"{number} messages read", flush=True)
            yield doc["id"], Message(case=run(Report.of(doc["text"]), engine=engine).case)


def keys(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """Message → its key's templates, then for each incident one that holds the victims described."""
    with (folder / "gold.jsonl").open(encoding="utf-8") as lines:
        return {row["doc"]: [*row["roles"], *map(_described, row["templates"])] for row in map(json.loads, lines)}


def _described(template: dict[str, Any]) -> dict[str, Any]:
    kinds = [alternative for group in template["slots"].get("INCIDENT: TYPE", []) for alternative in group]
    groups = template["slots"].get("HUM TGT: DESCRIPTION", [])
    said = [re.findall(r'"([^"]*)"', alternative)[:1] for group in groups for alternative in group]
    return {"incident_type": " / ".join(kinds).lower().strip("()? "), DESCRIBED: said}


def example(message: Message, key: Sequence[dict[str, Any]]) -> Example:
    """A message and its key."""
    fills: set[tuple[str, str]] = set()
    for template in key:
        found = {(role, normal(m)) for role in SLOTS for entity in template.get(role, ()) for m in entity}
        fills |= found | {(name, text) for name in _types(template) for _, text in found}
    own = [template for template in key if DESCRIBED not in template]
    told = {name for template in own for name in _types(template)} | ({"any"} if own else set())
    return Example(
        words=tuple(sorted(set(topics(message)))),
        strings=tuple(strings(message)),
        told_of=frozenset(told),
        fills=frozenset(fills),
    )


def _types(template: dict[str, Any]) -> set[str]:
    return set(template["incident_type"].split(" / "))


def train(examples: Sequence[Example]) -> dict[str, Any]:
    """The layers of the weights file."""
    fold, everyone = np.arange(len(examples)) % FOLDS, np.ones(len(examples), dtype=np.bool_)
    topic_rows = Rows.of([e.words for e in examples], least=4)
    told = np.array([[name in e.told_of for name in TOPICS] for e in examples], dtype=np.float64)
    topic = _unseen_topics(topic_rows, told, fold)
    point = fit(topic_rows.table, told, penalty=PENALTY["topic"], steps=80)
    layers = {"topic": layer(topic_rows.names, TOPICS, point)}
    unseen: dict[str, Array] = {}
    for name, outputs in (("role", SLOTS), ("incident", TYPES)):
        for suffix in ("", "_here"):
            part = _string_layer(examples, topic, name + suffix)
            layers[name + suffix] = layer(part.rows.names, outputs, part.point(everyone))
            unseen[name + suffix] = part.unseen(fold)
    rows = Rows.numbers([surest(t, found) for t, found in zip(topic, _scored(examples, unseen), strict=True)])
    point = level(rows.table, told, penalty=PENALTY["whole"], steps=200)
    return {**layers, "whole": layer(rows.names, TOPICS, point, small=0.0)}


def _unseen_topics(rows: Rows, told: Array, fold: NDArray[np.int64]) -> list[dict[str, float]]:
    """The topic's log odds of each message from models that did not see it."""
    out = np.zeros(told.shape)
    for number in range(FOLDS):
        rest = fold != number
        out[~rest] = scores(rows.table[~rest], fit(rows.table[rest], told[rest], penalty=PENALTY["topic"], steps=80))
    return [dict(zip(TOPICS, map(float, row), strict=True)) for row in out]


def _string_layer(examples: Sequence[Example], topic: Sequence[dict[str, float]], name: str) -> StringLayer:
    """The rows of one of the four layers over strings: of whole strings, or (`_here`) of their occurrences."""
    outputs = SLOTS if name.startswith("role") else TYPES
    sets: list[Iterable[str]] = []
    truth: list[list[bool]] = []
    place: list[tuple[int, int]] = []
    numbers = count()
    for number, (example, told) in enumerate(zip(examples, topic, strict=True)):
        flags = topic_flags({key: chance(score) for key, score in told.items()})
        for occurring, string in zip(example.strings, numbers, strict=False):  # the strings first: they end
            right = [(output, occurring.text) in example.fills for output in outputs]
            for told_here in occurring.here if name.endswith("_here") else (named(occurring, flags),):
                sets.append(told_here)
                truth.append(right)
                place.append((number, string))
    table = np.array(truth, dtype=np.float64)
    some: NDArray[np.bool_] = table.sum(axis=1) > 0
    if name.startswith("role"):
        some = some | (np.random.default_rng(SEED).random(len(table)) < NEGATIVES)
    message, strings_ = np.array(place, dtype=np.int64).T
    return StringLayer(rows=Rows.of(sets, least=6), message=message, string=strings_, truth=table, teach=some)


def _scored(examples: Sequence[Example], unseen: dict[str, Array]) -> Iterator[list[Scored]]:
    """The strings of each message with the scores of models that did not see it."""
    start = 0
    for example in examples:
        found = []
        for index, occurring in enumerate(example.strings, start=start):
            parts = {
                n: dict(zip(SLOTS if "role" in n else TYPES, map(float, a[index]), strict=True))
                for n, a in unseen.items()
            }
            roles, types = (mixed(parts[n], parts[f"{n}_here"]) for n in ("role", "incident"))
            found.append(Scored(text=occurring.text, sentences=occurring.sentences, roles=roles, types=types))
        start += len(found)
        yield found


def held_out(read: Sequence[tuple[str, Message]], examples: Sequence[Example], out: Path) -> None:
    """Write the templates of each third of the messages from a model trained on the other two; thirds are runs, not every third message."""
    third = np.arange(len(read)) * FOLDS // len(read)
    with out.open("w", encoding="utf-8") as file:
        for number in range(FOLDS):
            model = model_of(train([e for e, t in zip(examples, third, strict=True) if t != number]))
            for (name, message), mine in zip(read, third, strict=True):
                for template in templates(message, model) if mine == number else ():
                    file.write(json.dumps({"doc": name, **template}) + "\n")


def main() -> None:
    """Train and write the weights beside this module, or write held-out templates."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--held-out", type=Path, metavar="FILE")
    options = parser.parse_args()
    gold = keys(options.data)
    read = list(messages(options.data))
    examples = [example(message, gold[name]) for name, message in read]
    if options.held_out:
        held_out(read, examples, options.held_out)
        return
    packed = json.dumps(train(examples), sort_keys=True, separators=(",", ":")).encode()
    Path(__file__).with_name(WEIGHTS).write_bytes(gzip.compress(packed, mtime=0))


if __name__ == "__main__":
    main()
