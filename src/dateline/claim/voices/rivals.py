"""Where what one voice says ends because another takes it up."""

from __future__ import annotations

from dateline.model.text import Parse

CONTESTING = frozenset({"deny", "dispute", "reject", "contest", "dismiss", "confirm"})


def before_denial(parse: Parse, first: int, last: int) -> int:
    """The last token of what is claimed before a closing "…, which the ministry denies"; `last` where there is none."""
    for verb in parse.tokens[first : last + 1]:
        opening = parse.tokens[verb.left]
        if verb.dep != "relcl" or verb.lemma not in CONTESTING or opening.lower != "which" or verb.right < last - 1:
            continue
        if parse.tokens[opening.index - 1].text == "," and any(
            kid.lower != "which" for kid in parse.kids(verb, "nsubj")
        ):
            return max(first, opening.index - 2)
    return last
