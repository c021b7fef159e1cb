"""How likely each act is for the words of a clause: a small encoder that learned from clauses that we wrote and labelled."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib import resources
from importlib.resources.abc import Traversable

import numpy as np
import onnxruntime
from curated_tokenizers import WordPieceProcessor  # type: ignore[attr-defined]  # its __init__ re-exports without saying so
from onnxruntime.capi import onnxruntime_pybind11_state as ort

from dateline.errors import ConfigurationError

FILE = "act_reader.onnx"
"""Written by `python -m tools.build_act_reader`: token ids of one clause, one row, to the logarithm of each act's chance."""
WORDS = "act_reader_words.txt"
"""Pieces of words, a line each; the number of a piece is that of its line, from nought."""
UNREADABLE = (
    ort.Fail,
    ort.InvalidArgument,
    ort.InvalidGraph,
    ort.InvalidProtobuf,
    ort.NotImplemented,
    ort.RuntimeException,
)
"""What the runtime raises of a file that holds no model that it can run: they have no common ancestor but Exception."""
REMEDY = "install the package again, or build it with python -m tools.build_act_reader"
ACTS = "acts"
"""The key of the model's metadata that names the acts in the order of its output, parted by blanks."""
START, END, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
NOWHERE = -1
"""What the processor gives for a piece that it does not have."""
LONGEST = 48
"""Pieces of a clause that are read, with the two that enclose it."""
LONGEST_WORD = 100
"""Letters of a word that is parted into pieces: no word of a language is longer, and parting takes the square of its length."""
_PIECED = re.compile(r"[^\W_]+|[^\w\s]|_")


@dataclass(frozen=True, kw_only=True)
class ActReader:
    """The encoder and the pieces of words it knows; both are loaded when first it is asked.

    It sees one clause at a time, so that what it says of a clause never depends on others. Without its file it has no
    opinion on anything, and `found` says so.
    """

    file: Traversable
    words: Traversable

    @property
    def found(self) -> bool:
        """Whether there is anything to go by."""
        return self.file.is_file() and self.words.is_file()

    @property
    def acts(self) -> tuple[str, ...]:
        """The acts it knows, by the model's own word; raises ConfigurationError where its file cannot be read."""
        return self._acts

    def chances(self, clause: str) -> Mapping[str, float]:
        """How likely each act is, by the words of the clause alone; empty where there is no encoder."""
        if not self.found:
            return {}
        (row,) = self._session.run(None, {"ids": np.array([self.ids(clause)], dtype=np.int64)})[0]
        return {act: math.exp(chance) for act, chance in zip(self._acts, row.tolist(), strict=True)}

    def ids(self, clause: str) -> list[int]:
        """The numbers of the pieces of a clause, in small letters and without accents, between those of its two ends."""
        plain = "".join(c for c in unicodedata.normalize("NFD", clause.lower()) if unicodedata.category(c) != "Mn")
        start, end, unknown = self._marks
        pieces: list[int] = []
        for match in _PIECED.finditer(plain):
            word = match[0]
            readable = len(word) <= LONGEST_WORD and not any("\ud800" <= c <= "\udfff" for c in word)
            found = self._processor.encode(word)[0] if readable else [NOWHERE]
            pieces += [unknown if piece == NOWHERE else piece for piece in found]
            if len(pieces) >= LONGEST - 2:
                break
        return [start, *pieces[: LONGEST - 2], end]

    @cached_property
    def _session(self) -> onnxruntime.InferenceSession:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            return onnxruntime.InferenceSession(self.file.read_bytes(), options, providers=["CPUExecutionProvider"])
        except UNREADABLE as error:
            raise ConfigurationError(f"{self.file} is no model that can be read ({error}): {REMEDY}") from error

    @cached_property
    def _acts(self) -> tuple[str, ...]:
        acts = self._session.get_modelmeta().custom_metadata_map.get(ACTS, "")
        if not acts:
            raise ConfigurationError(f"{self.file} names no acts: {REMEDY}")
        return tuple(acts.split())

    @cached_property
    def _pieces(self) -> list[str]:
        return self.words.read_text("utf-8").splitlines()

    @cached_property
    def _processor(self) -> WordPieceProcessor:
        return WordPieceProcessor(self._pieces)

    @cached_property
    def _marks(self) -> tuple[int, int, int]:
        """The numbers of the two ends and of what nobody knows."""
        missing = [mark for mark in (START, END, UNKNOWN) if mark not in self._pieces]
        if missing:
            raise ConfigurationError(f"{self.words} lacks {', '.join(missing)}: {REMEDY}")
        return self._pieces.index(START), self._pieces.index(END), self._pieces.index(UNKNOWN)


def load_act_reader() -> ActReader:
    """The encoder that ships with the package, or none where its files are missing."""
    data = resources.files("dateline.reference") / "data"
    return ActReader(file=data / FILE, words=data / WORDS)
