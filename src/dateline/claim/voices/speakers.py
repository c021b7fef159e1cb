"""Which mention names the speaker of a draft."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from dateline.claim.voices.scene import Draft, Extent, Scene
from dateline.model.record import Mention, Resolution
from dateline.model.text import Token

SPEAKING = ("actor", "person", "label", "place")
RELATIVES = frozenset({"who", "which", "that", "whom"})


@dataclass(frozen=True, kw_only=True)
class Speakers:
    """Finds mentions by the words that name a source."""

    scene: Scene
    resolution: Resolution

    @cached_property
    def _mentions(self) -> list[Mention]:
        return [m for m in self.resolution.mentions if m.kind in SPEAKING]

    @cached_property
    def _starts(self) -> list[int]:
        return [m.span.start for m in self._mentions]

    def of(self, draft: Draft) -> Mention | None:
        """The mention whose head is the speaker's, else the first actor or person among the words of the source."""
        if draft.speaker is None:
            return None
        token = self.antecedent(self.scene.parse.tokens[draft.speaker])
        hit = self._named_beside(token, self._over(token.start, token.end))
        if (hit and not (hit.kind == "place" and hit.form != "name")) or not draft.source:
            return hit
        return (self._first(draft.source[0], token) if token.index == draft.speaker else None) or hit

    def _named_beside(self, token: Token, hit: Mention | None) -> Mention | None:
        """The person whose name a comma adds to an office: "the command's spokesman, Captain A. B., …"; else the hit."""
        if hit is None or hit.form == "name":
            return hit
        beside = (self.at(kid) for kid in self.scene.parse.kids(token, "appos"))
        return next((one for one in beside if one is not None and one.kind == "person" and one.form == "name"), hit)

    def antecedent(self, token: Token) -> Token:
        """The noun that a relative pronoun stands for; any other token itself."""
        if token.lower not in RELATIVES:
            return token
        parse = self.scene.parse
        clause = next((t for t in (token, *parse.ancestors(token)) if t.dep == "relcl"), None)
        return parse.head(clause) if clause else token

    def at(self, token: Token) -> Mention | None:
        """The mention that holds a token, if any."""
        return self._over(token.start, token.end)

    def _over(self, start: int, end: int) -> Mention | None:
        index = bisect_left(self._starts, end) - 1
        if index >= 0 and self._mentions[index].span.end > start:
            return self._mentions[index]
        return None

    def _first(self, source: Extent, head: Token) -> Mention | None:
        """The first actor or person beside the head; one behind a preposition names somebody else."""
        index = bisect_left(self._starts, source[0])
        inside = [m for m in self._mentions[index : index + 8] if m.span.end <= source[1] and m.kind != "place"]
        inside = [m for m in inside if not self._hyphenated(m) or m.head == head.index]
        return next((m for m in inside if not self._behind_preposition(m.head, head)), None)

    def _hyphenated(self, mention: Mention) -> bool:
        """Whether a name is a part of a word for somebody else: the "Houthi-run" channel is not the Houthis."""
        text = self.scene.parse.report.text
        return text[mention.span.end : mention.span.end + 1] == "-" or text[max(0, mention.span.start - 1)] == "-"

    def _behind_preposition(self, inner: int, head: Token) -> bool:
        parse = self.scene.parse
        path = [parse.tokens[inner]]
        while path[-1].index != head.index and path[-1].head != path[-1].index:
            path.append(parse.head(path[-1]))
        return any(token.dep in ("prep", "poss", "relcl", "acl") for token in path)
