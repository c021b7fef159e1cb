"""What the rules of this stage look at: the trees, the mentions, the attributions, the lexicon."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from types import MappingProxyType

from dateline.claim.backstory import old_sentences
from dateline.claim.bare_dates import newest_month
from dateline.claim.tales import Tale, tales
from dateline.claim.voices.chain import SELF_TOLD, SILENT, Heard
from dateline.claim.words import words
from dateline.model.record import Attribution, Mention, Resolution
from dateline.model.text import Parse, Sentence, Token
from dateline.model.world import ARMED_KINDS
from dateline.reference.act_reader import ActReader
from dateline.reference.acts import ActLexicon
from dateline.reference.distance import DistancePhrase, distance_phrases
from dateline.reference.relevance import RelevanceLexicon

SPEECH = words(
    "say tell state declare announce report add note write claim warn explain acknowledge admit insist stress confirm"
    " deny allege believe estimate maintain assert argue comment recall point reveal disclose reiterate affirm"
    " proclaim remark reply observe quote cite swear testify concede contend complain predict describe speculate"
)
"""Verbs that carry another's words in a clause of their own; the fallback where no attribution covers a verb."""


REPORTS = words("report claim allegation accusation charge rumour rumor suggestion statement assertion news")
"""Nouns of saying whose "that …" is the claim when somebody denies them."""
WARPLANES = words("warplane airstrike bomber airpower jet")
AIR_ATTACKS = words("strike raid attack campaign bombardment force")


@dataclass(frozen=True, kw_only=True)
class Material:
    """One report on its way to claims, with look-ups by token."""

    parse: Parse
    resolution: Resolution
    attributions: tuple[Attribution, ...]
    acts: ActLexicon
    relevance: RelevanceLexicon
    act_reader: ActReader

    @cached_property
    def loud(self) -> tuple[Mapping[str, float], ...]:
        """For every sentence the lemmas that speak for a conflict report, with their weights."""
        return tuple(MappingProxyType(self._weights(sentence)) for sentence in self.parse.sentences)

    def _weights(self, sentence: Sentence) -> dict[str, float]:
        found: dict[str, float] = {}
        for token in self.parse.tokens[sentence.first : sentence.last + 1]:
            entries = self.relevance.by_first_word.get(token.lower, ())
            if entries and len(entries[-1].words) == 1:
                found[entries[-1].lemma] = max(entries[-1].weight, found.get(entries[-1].lemma, 0.0))
        return found

    @cached_property
    def classed(self) -> tuple[Mapping[str, frozenset[str]], ...]:
        """For every sentence the lemmas of its common words, in small letters, by the classes to which they belong."""
        return tuple(MappingProxyType(self._by_class(sentence)) for sentence in self.parse.sentences)

    def _by_class(self, sentence: Sentence) -> dict[str, frozenset[str]]:
        tokens = self.parse.tokens[sentence.first : sentence.last + 1]
        named = {token.lemma.lower() for token in tokens if token.pos == "PROPN" and token.index not in self.mention_at}
        found: dict[str, set[str]] = {}
        for lemma in named | {token.lemma.lower() for token in tokens if token.pos in ("NOUN", "VERB", "ADJ")}:
            for name in self.acts.class_of(lemma):
                found.setdefault(name, set()).add(lemma)
        return {name: frozenset(lemmas) for name, lemmas in found.items()}

    def found(self, number: int, name: str, test: Callable[[Token], bool]) -> frozenset[int]:
        """The tokens of a sentence that pass a test, by index; looked for once, since a long list has a clause at every word."""
        if (number, name) not in self._found:
            sentence = self.parse.sentences[number]
            tokens = self.parse.tokens[sentence.first : sentence.last + 1]
            self._found[number, name] = frozenset(token.index for token in tokens if test(token))
        return self._found[number, name]

    @cached_property
    def _found(self) -> dict[tuple[int, str], frozenset[int]]:
        return {}

    @cached_property
    def flown(self) -> bool:
        """Whether the report tells of attacks by warplanes, so that its raids and strikes are theirs."""
        tokens = self.parse.tokens
        pairs = pairwise(tokens)
        return any(one.lemma in WARPLANES for one in tokens) or any(
            one.lower in ("air", "aerial") and two.lemma in AIR_ATTACKS for one, two in pairs
        )

    @cached_property
    def armed(self) -> tuple[frozenset[str], ...]:
        """For every sentence the armed actors that it mentions, by id."""
        found: list[set[str]] = [set() for _ in self.parse.sentences]
        for mention in self._in_arms():
            actor = self.resolution.actor(mention.id)
            sentence = self.parse.sentence_at(mention.span.start)
            if actor is not None and sentence is not None:
                found[sentence.index].add(actor.id)
        return tuple(map(frozenset, found))

    @cached_property
    def belligerent(self) -> tuple[bool, ...]:
        """For every sentence whether it mentions a party in arms that is more than the police."""
        found = {
            self.parse.sentence_at(mention.span.start) for mention in self._in_arms() if not self._is_police(mention)
        }
        return tuple(sentence in found for sentence in self.parse.sentences)

    def _in_arms(self) -> Iterator[Mention]:
        """The mentions of armed actors."""
        for mention in self.resolution.mentions:
            actor = self.resolution.actor(mention.id)
            if actor is not None and actor.kind in ARMED_KINDS:
                yield mention

    def _is_police(self, mention: Mention) -> bool:
        """Whether an armed party is the police, or "officers" of whom nothing more is said."""
        named = self.parse.tokens_in(mention.span.start, mention.span.end)
        return "constable" in self.acts.class_of(named[-1].lemma) or [token.lemma for token in named] == ["officer"]

    @cached_property
    def old_story(self) -> frozenset[int]:
        """The sentences whose undated words tell of earlier times, by index."""
        return old_sentences(self.parse, self.resolution)

    @cached_property
    def newest_month(self) -> int | None:
        """The latest month that a report names which tells its news by weekday."""
        return newest_month(self.resolution)

    @cached_property
    def tales(self) -> Mapping[int, Tale]:
        """The sentences that tell what a court found, a drill played or a work of art shows, by index."""
        return MappingProxyType(dict(tales(self.parse, self.acts)))

    @cached_property
    def mention_at(self) -> Mapping[int, Mention]:
        """The mention that covers a token, by token index."""
        found: dict[int, Mention] = {}
        for mention in self.resolution.mentions:
            for token in self.parse.tokens_in(mention.span.start, mention.span.end):
                found[token.index] = mention
        return MappingProxyType(found)

    @cached_property
    def heard(self) -> Heard:
        """The attributions, found by where their words stand."""
        return Heard(attributions=self.attributions)

    @cached_property
    def cue_at(self) -> Mapping[int, Attribution]:
        """The attribution whose cue holds a token, by token index."""
        return MappingProxyType(self._covered(cues=True))

    @cached_property
    def source_at(self) -> Mapping[int, Attribution]:
        """The attribution whose source holds a token, by token index."""
        return MappingProxyType(self._covered(cues=False))

    @cached_property
    def distances(self) -> tuple[DistancePhrase, ...]:
        """The distances that the text states."""
        return distance_phrases(self.parse, self.resolution.mentions)

    @cached_property
    def distance_starts(self) -> frozenset[int]:
        """The tokens with which a stated distance begins."""
        spans = (phrase.span for phrase in self.distances)
        return frozenset(t.index for span in spans for t in self.parse.tokens_in(span.start, span.start + 1))

    @cached_property
    def grounds(self) -> frozenset[str | None]:
        """The mentions of places from which the text measures a distance."""
        return frozenset(phrase.ground for phrase in self.distances if phrase.figure is not None)

    def _covered(self, *, cues: bool) -> dict[int, Attribution]:
        found: dict[int, Attribution] = {}
        for attribution in self.attributions:
            for span in attribution.cue if cues else attribution.source:
                for token in self.parse.tokens_in(span.start, span.end):
                    found.setdefault(token.index, attribution)
        return found

    def token(self, index: int | None) -> Token | None:
        """The token with this index, None for None."""
        return None if index is None else self.parse.tokens[index]

    def is_cue(self, token: Token) -> bool:
        """Whether a verb hands its clause to a voice; planning, ordering and praising are told by the narrator."""
        if token.pos not in ("VERB", "AUX"):
            return False
        attribution = self.cue_at.get(token.index)
        if attribution is None:
            return token.lemma in SPEECH
        return attribution.stance not in SILENT

    def has_content(self, token: Token) -> bool:
        """Whether a verb of speech governs a clause: then the clause is the claim, not the saying."""
        if any(kid.index > token.index or not self.denies(token) for kid in self.parse.kids(token, "ccomp")):
            return True
        if any(kid.pos in ("VERB", "AUX") for kid in self.parse.kids(token, "xcomp", "parataxis")):
            return True
        nouns = (kid for kid in self.parse.kids(token, "dobj") if kid.lemma in REPORTS)
        return any(self.says_what(noun) for noun in nouns)

    def denies(self, token: Token) -> bool:
        """Whether a verb hands on a denial."""
        told = self.cue_at.get(token.index)
        return told is not None and told.stance == "deny"

    def says_what(self, noun: Token) -> bool:
        """Whether a noun of saying carries its words with it: "reports that three had died"."""
        clauses = self.parse.kids(noun, "acl", "ccomp", "relcl")
        marked = any(kid.lower == "that" for clause in clauses for kid in self.parse.kids(clause, "mark"))
        bare = (clause for clause in clauses if clause.dep != "relcl" and clause.tag in ("VBD", "VBZ", "VBP", "VBN"))
        return marked or any(self.parse.kids(clause, "nsubj", "nsubjpass") for clause in bare)

    def handed_over(self, index: int) -> Attribution | None:
        """The attribution for whose content a word is mere source or cue; None for words that tell something."""
        found = self.cue_at.get(index) or self.source_at.get(index)
        if found is None or found.stance in SILENT or found.stance in SELF_TOLD:
            return None
        return found

    def negated(self, token: Token) -> bool:
        """Whether a negation hangs directly on the token ("not", "never", "no")."""
        kids = self.parse.kids(token)
        return any((kid.dep == "neg" or kid.lower in NEGATORS) and self.is_negation(kid) for kid in kids)

    def is_negation(self, token: Token) -> bool:
        """Whether a "no" or "not" denies: not in "no fewer than", "not only", "not far from", "report no. 7", ", not the town"."""
        if token.lower not in ("no", "not", "no."):
            return True
        after = [other.lower for other in self.parse.tokens[token.index + 1 : token.index + 3]]
        bounds = after[1:] == ["than"] and after[0] in ("fewer", "less", "more", "later", "earlier")
        soon = after[:1] == ["long"] and after[1:] in (["after"], ["before"], ["ago"])
        adding = bool(after) and after[0] in _ADDING
        return not (bounds or soon or adding or self._sets_apart(token) or self._numbers(token))

    def _sets_apart(self, token: Token) -> bool:
        """Whether "not" stands between a comma and a noun phrase, which it sets against the one before."""
        before, *after = self.parse.tokens[max(0, token.index - 1) : token.index + 3]
        named = len(after) == 3 and after[1].tag in ("DT", "NNP", "NNPS", "NNS", "PRP$") and after[2].lower != "single"
        return token.lower == "not" and before.text == "," and named

    def _numbers(self, token: Token) -> bool:
        """Whether a "no." is short for number: "situation report no. 7"."""
        after = self.parse.tokens[token.index + 1 : token.index + 3]
        told = next((other for other in after if other.text != "."), None)
        return token.lower in ("no", "no.") and told is not None and told.text.isdigit()


_ADDING = frozenset(("only", "just", "merely", "simply", "solely", "far"))
"""What behind "not" tells of more, or of how near something was."""
NEGATORS = frozenset(("not", "n't", "never", "no", "neither", "nor", "hardly"))
