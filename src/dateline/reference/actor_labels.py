"""Words that accuse instead of naming: "terrorists", "GAT"."""

from __future__ import annotations

from dateline.reference.actor_tables import read_table
from dateline.reference.actor_words import fold_name


def load_labels() -> frozenset[str]:
    """The folded label words and phrases that ship with the package."""
    return frozenset(fold_name(row["word"]) for row in read_table("labels.tsv"))
