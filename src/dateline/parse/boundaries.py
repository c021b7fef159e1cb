"""Where sentences end and where they do not, behind full stops that the model reads wrongly.

A parser trained on newspapers does not know the abbreviations of armies, and takes the end of "at 2 p.m." or "on 3 May."
for one inside a sentence. What these rules say is set before the tree is built, which then grows within them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_RANKS = (
    "Brig|Gen|Maj|Col|Lt|Capt|Cdr|Cmdr|Comdr|Cmdt|Comdt|Cpl|Sgt|Pvt|Pte|Insp|Supt|Adm|Const|Gov|Sen|Rep|Rev|Msgr|Hon|Prof|Dr|Mr|Mrs|Ms"
    "|Amb|Spc|Sr|Sheikh|Ste?|Mt|Ft|Ret|Rtd|Retd"
)
_ARMS = "Inf|Mech|Armd|Arty|Mot|Mtn|Abn|Art|Eng|Recon|Ind|Sep|Motor|Cav"
_BODIES = "Div|Bde|Brig|Bn|Regt|Reg|Coy|Corps|Batt|Command|Group"
_GOES_ON = re.compile(
    rf"(?<![\w.])(?:(?:[Aa]pprox|[Ii]ncl|[Ee]xcl|[Ee]sp|[Rr]esp|[Cc]f|[Vv]iz|[Vv]s|[Cc]a|[Ee]st)\.\s+(?=[\w(])"
    rf"|(?:{_RANKS})\.\s+(?=[A-ZÀ-Þ(])|(?:{_ARMS})\.\s+(?=(?:{_BODIES})\b)"
    r"|(?:[Aa]rts?|[Ff]igs?|[Nn]os?|[Pp]aras?|[Ss]ect?|[Vv]ol|[Kk]m|[Rr]es|[Oo]p|[Pp]p|[Cc]h|[Aa]nn)\.\s+(?=\d))"
    r"|\((?:[Rr]td|[Rr]et|[Rr]etd)\.\)\s+(?=[A-ZÀ-Þ])"
)
"""A title before a name, an arm before its unit, a word before its number."""
_GLOSSED = re.compile(
    r"(?<=[\w,][ \n])(?P<opens>\[)(?:[^\[\]\n]|\n(?!\s*\n)){2,120}(?<![.!?])\](?P<closes>[ \n]+(?=[\w,]))?"
)
"""A translator's note in the middle of a sentence: "attacked the office [Antel -- the telephone company] in Corinto"."""
_CLOCKED = r"(?!(?:[A-Z]{2,5}\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:[A-ZÀ-Þ][\w'’-]*[ ]){1,2}[Tt]ime\b|[Ll]ocal\b))"
_ENDS = re.compile(
    rf"(?<=\d )(?:May|Jul)\.\s+(?=[\"“]?[A-ZÀ-Þ])|(?<=\d)[ ]?[ap]\.m\.\s+{_CLOCKED}(?=[\"“]?[A-ZÀ-Þ])"
    r"|(?<=\d)[°'’\"”]?[ ]?[NSEW]\.\s+(?=[\"“]?[A-ZÀ-Þ][a-z])"
)
"""The month that is never abbreviated (the model reads another in its place), an hour, a coordinate before a capital."""


UNKNOWN = (
    "Brig", "Cdr", "Cmdr", "Comdr", "Cmdt", "Comdt", "Cpl", "Sgt", "Pvt", "Pte", "Insp", "Supt", "Spc", "Amb", "Msgr", "Inf", "Mech",
    "Armd", "Arty", "Regt", "Bde", "approx", "Approx", "incl", "excl",
)  # fmt: skip
"""Abbreviations that the tokeniser takes for a word and the end of a sentence."""


def with_abbreviations(pipeline: Language) -> Language:
    """The pipeline with every one of UNKNOWN as one word with its full stop, as it has "Gen." and "Lt."."""
    tokenizer: Any = pipeline.tokenizer
    for word in UNKNOWN:
        tokenizer.add_special_case(f"{word}.", [{"ORTH": f"{word}."}])
    return pipeline


def bounded(pipeline: Language, texts: Iterator[str]) -> Iterator[Doc]:
    """The texts as tokens, with the sentences begun or gone on with where a rule says so."""
    for text in texts:
        doc = pipeline.make_doc(text)
        ends = {match.end(): True for match in _ENDS.finditer(text)} if "." in text else {}
        goes_on = {match.end(): False for match in _GOES_ON.finditer(text)} if "." in text else {}
        notes = _GLOSSED.finditer(text) if "[" in text else ()
        within = {at: False for note in notes for at in (note.start("opens"), note.end("closes")) if at >= 0}
        starts = {**ends, **goes_on, **within}
        if starts:
            for token in doc:
                if token.idx in starts and token.i > 0:
                    token.is_sent_start = starts[token.idx]
        yield doc
