"""A sentence encoder trained further on MUC-4, in numpy: what each word of a message fills, and in which type of incident.

The encoder is all-MiniLM-L6-v2 (Apache 2.0; 22 million parameters), kept with 8 bits a number and a scale for every row.
`muc4_encoder_train` made three adapters for its upper layers (LoRA, Hu et al. 2021), each from two thirds of the development
messages, so that every message of these has one that did not see it; what all three say is averaged.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.yardsticks.muc4_model import SLOTS, TYPES
from benchmarks.yardsticks.muc4_pieces import END, START, Vocabulary, Window, windows

BASE = "muc4_encoder.npz"
ADAPTERS = tuple(f"muc4_adapter_{third}.npz" for third in range(3))
LAYERS, HEADS, WIDTH = 6, 12, 384
FROZEN = 2
"""The lowest layers have no adapter, and are run once for all."""

GAIN = 2.0
"""What an adapter adds counts so many times."""

DENSE = (
    "attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense", "intermediate.dense",
    "output.dense",
)  # fmt: skip

Array = NDArray[np.float32]
Arrays = Mapping[str, Array]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The log odds of every word of a message for each role and each type of incident."""

    starts: tuple[int, ...]
    roles: Array
    types: Array

    def at(self, start: int, end: int) -> tuple[dict[str, float], dict[str, float]]:
        """The roles and types of what stands in [start, end) in code points: of its words the surest role, the mean of the types."""
        first = min(bisect_left(self.starts, start), len(self.starts) - 1)
        last = max(bisect_left(self.starts, end), first + 1)
        roles, types = self.roles[first:last].max(axis=0), self.types[first:last].mean(axis=0)
        return dict(zip(SLOTS, map(float, roles), strict=True)), dict(zip(TYPES, map(float, types), strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoder:
    """The vocabulary, the arrays of the encoder by their names there, and for each adapter its own, merged into the encoder's."""

    vocabulary: Vocabulary
    arrays: Arrays
    adapted: tuple[Arrays, ...]

    def read(self, text: str, adapters: Sequence[int] | None = None) -> Reading:
        """What these adapters (all of them, if not told) say on average of a message."""
        mine = self.adapted if adapters is None else [self.adapted[number] for number in adapters]
        parts = list(windows(text, self.vocabulary))
        lower = [layers(embedded(part, self), self.arrays, range(FROZEN)) for part in parts]
        said = [[_judged(part, x, arrays) for part, x in zip(parts, lower, strict=True)] for arrays in mine]
        return Reading(
            starts=tuple(start for part in parts for start, _ in part.words),
            roles=_mean([[roles for roles, _ in one] for one in said], len(SLOTS)),
            types=_mean([[types for _, types in one] for one in said], len(TYPES)),
        )


def _mean(said: Sequence[Sequence[Array]], width: int) -> Array:
    """The mean over the adapters, window under window."""
    nothing = np.zeros((0, width), dtype=np.float32)
    return np.asarray(np.mean([np.vstack([nothing, *one]) for one in said], axis=0), dtype=np.float32)


def load_encoder() -> Encoder | None:
    """The encoder in the files beside this module; None where one of them is missing."""
    folder = files("benchmarks.yardsticks")
    if not all(folder.joinpath(name).is_file() for name in (BASE, *ADAPTERS)):
        return None
    with np.load(str(folder.joinpath(BASE))) as packed:
        vocabulary, arrays = unpacked(packed)
    return Encoder(
        vocabulary=vocabulary,
        arrays=arrays,
        adapted=tuple(merged(arrays, np.load(str(folder.joinpath(name)))) for name in ADAPTERS),
    )


def packed(vocabulary: Sequence[str], arrays: Arrays) -> dict[str, NDArray[Any]]:
    """What the file of the encoder holds: of each array that is a table its rows with 8 bits a number and their scales."""
    table: dict[str, NDArray[Any]] = {"vocabulary": np.array("\n".join(vocabulary))}
    for name, array in arrays.items():
        if array.ndim < 2:
            table[name] = array
            continue
        scale = np.maximum(np.abs(array).max(axis=1, keepdims=True), 1e-12) / 127
        table[name] = np.round(array / scale).astype(np.int8)
        table[f"{name}/scale"] = scale.astype(np.float32)
    return table


def unpacked(table: Mapping[str, NDArray[Any]]) -> tuple[Vocabulary, Arrays]:
    """The vocabulary and the arrays of the encoder's file."""
    words = str(table["vocabulary"]).split("\n")
    arrays = {
        name: np.asarray(table[name] * table.get(f"{name}/scale", 1), dtype=np.float32)
        for name in table
        if name != "vocabulary" and not name.endswith("/scale")
    }
    return {word: number for number, word in enumerate(words)}, arrays


def merged(arrays: Arrays, adapter: Mapping[str, NDArray[Any]]) -> Arrays:
    """The arrays of the upper layers with what the adapter adds, and its heads."""
    own = {name: np.asarray(array, dtype=np.float32) for name, array in adapter.items()}
    for number in range(FROZEN, LAYERS):
        prefix = f"encoder.layer.{number}."
        own |= {name: array for name, array in arrays.items() if name.startswith(prefix)}
        for dense in DENSE:
            name = f"{prefix}{dense}"
            added = np.float32(GAIN) * own.pop(f"{name}.b") @ own.pop(f"{name}.a")
            own[f"{name}.weight"] = np.asarray(arrays[f"{name}.weight"] + added, dtype=np.float32)
    return own


def embedded(part: Window, encoder: Encoder) -> Array:
    """The pieces of a window between BERT's marks, as the lowest layer gets them."""
    vocabulary, arrays = encoder.vocabulary, encoder.arrays
    ids = [vocabulary[START], *(piece for word in part.pieces for piece in word), vocabulary[END]]
    x = arrays["embeddings.word_embeddings.weight"][ids] + arrays["embeddings.position_embeddings.weight"][: len(ids)]
    return levelled(x + arrays["embeddings.token_type_embeddings.weight"][0], arrays, "embeddings.LayerNorm")


def layers(x: Array, arrays: Arrays, numbers: Iterable[int]) -> Array:
    """The states of one window, piece by piece, after these layers."""
    for number in numbers:
        name = f"encoder.layer.{number}"
        x = levelled(
            x + linear(attended(x, arrays, name), arrays, f"{name}.attention.output.dense"),
            arrays,
            f"{name}.attention.output.LayerNorm",
        )
        wide = gelu(linear(x, arrays, f"{name}.intermediate.dense"))
        x = levelled(x + linear(wide, arrays, f"{name}.output.dense"), arrays, f"{name}.output.LayerNorm")
    return x


def attended(x: Array, arrays: Arrays, name: str) -> Array:
    """What each piece takes from the others."""
    query, key, value = (
        linear(x, arrays, f"{name}.attention.self.{part}").reshape(len(x), HEADS, -1).transpose(1, 0, 2)
        for part in ("query", "key", "value")
    )
    scores = query @ key.transpose(0, 2, 1) / np.float32(np.sqrt(WIDTH // HEADS))
    shares = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(((shares / shares.sum(-1, keepdims=True)) @ value).transpose(1, 0, 2).reshape(len(x), WIDTH))


def levelled(x: Array, arrays: Arrays, name: str) -> Array:
    """Layer normalisation."""
    middle = x - x.mean(-1, keepdims=True)
    spread = np.sqrt((middle**2).mean(-1, keepdims=True) + 1e-12)
    return np.asarray(middle / spread * arrays[f"{name}.weight"] + arrays[f"{name}.bias"], dtype=np.float32)


def linear(x: Array, arrays: Arrays, name: str) -> Array:
    """A dense layer."""
    return np.asarray(x @ arrays[f"{name}.weight"].T + arrays[f"{name}.bias"], dtype=np.float32)


def gelu(x: Array) -> Array:
    """BERT's unit, by its usual approximation with the hyperbolic tangent; in place, for there are millions."""
    inner = x * x
    inner *= np.float32(0.044715)
    inner += 1
    inner *= x
    inner *= np.float32(0.7978845608)
    np.tanh(inner, out=inner)
    inner += 1
    inner *= x
    inner *= np.float32(0.5)
    return inner


def _judged(part: Window, lower: Array, arrays: Arrays) -> tuple[Array, Array]:
    """The log odds of a window's words for roles and types."""
    words = layers(lower, arrays, range(FROZEN, LAYERS))[part.firsts]
    return linear(words, arrays, "roles"), linear(words, arrays, "types")
