"""Voices behind voices: the outlet that was told, and the source that is cited."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.claim.voices.documents import carried_drafts
from dateline.claim.voices.outlets import called_outlet, told_outlet
from dateline.claim.voices.scene import Draft, Extent, Scene, extent
from dateline.claim.voices.sources import CONTINUING, SAYING, agent_of, noun_phrase
from dateline.claim.voices.speakers import Speakers
from dateline.claim.voices.telling import names_teller
from dateline.claim.words import words
from dateline.model.text import Parse, Token
from dateline.reference.actor_words import fold

TOLD = words("datum figure record account testimony finding statistic document list intelligence information footage")
"""What comes from a voice where one is named beside it: "citing figures from the ministry"."""
COMMA = 2
"""Code points of ", "."""
POSTING = words("user blogger reader caller follower subscriber")
"""Those whom outlets cite from networks: "citing a Telegram user"."""
GROUNDS = words("authority word")
"""On whose authority, or on whose word, somebody says a thing."""
PASSING = words("relay repeat pass rely echo recount")
"""Verbs whose participle tells that a speaker hands on "what drivers told him"."""
HEARING = SAYING | {"hear"}


def relay_drafts(scene: Scene, speakers: Speakers, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """An outlet that was told, or carries a statement, is an outer voice; whom a voice cites or quotes is an inner one."""
    held = tuple(drafts)
    hosts = {draft.head: draft for draft in held if draft.stance != "cite"}
    by_speaker = {draft.speaker: draft for draft in held if draft.stance != "cite" and draft.speaker is not None}
    speeches: defaultdict[int | None, list[Draft]] = defaultdict(list)
    for draft in held:
        speeches[draft.speaker].append(draft)
    for draft in held:
        if draft.contents and draft.shape in ("verb", "adjunct") and draft.speaker is not None:
            yield from _quoted_by(scene, speakers, draft)
        if draft.contents and draft.shape == "verb" and draft.speaker is not None:
            yield from _rests_on(scene, draft)
        if draft.verb in ("tell", "inform") and draft.contents:
            for outer in _told(scene, speakers, draft):
                yield replace(outer, contents=tuple(sorted({*outer.contents, *_added(scene, draft, speeches)})))
        elif draft.stance == "cite" and draft.shape == "verb":
            host = _host(scene, draft, hosts, by_speaker)
            if host is not None:
                yield from _cited(scene, draft, host)
        elif draft.contents and draft.shape in ("verb", "adjunct"):
            yield from carried_drafts(scene, draft)


def _added(scene: Scene, draft: Draft, speeches: Mapping[int | None, Sequence[Draft]]) -> tuple[Extent, ...]:
    """What the one who told it goes on with to the same outlet: "told Radio X that …, adding that …"."""
    behind = (one for one in speeches[draft.speaker] if one.head > draft.head)
    verbs = ((scene.parse.tokens[one.head], one) for one in behind)
    added = (one for verb, one in verbs if verb.tag == "VBG" and verb.lemma in CONTINUING)
    return tuple((min(one.cue[0], part[0]), part[1]) for one in added for part in one.contents)


def _told(scene: Scene, speakers: Speakers, draft: Draft) -> Iterator[Draft]:
    """In "a resident told Radio X that …" Radio X relays the resident, unless Radio X is the publisher."""
    called = called_outlet(scene.parse, draft.head + 1)
    if called is not None:
        yield from _relayed(speakers, draft, *called)
        return
    for kid in scene.parse.kids(scene.parse.tokens[draft.head], "dobj", "dative"):
        source = noun_phrase(scene.parse, kid)
        told = replace(draft, speaker=kid.index, source=(source,) if source else ())
        if source and told_outlet(speakers, told):
            yield replace(told, shape="relay", stance="say", contents=tuple(sorted({*draft.source, *draft.contents})))


def _relayed(speakers: Speakers, draft: Draft, head: Token, name: Extent) -> Iterator[Draft]:
    """The outlet of a name that was told, as an outer voice, unless it is the publisher."""
    publisher = speakers.resolution.publisher
    words_ = fold(speakers.scene.parse.report.text[slice(*name)])
    if words_ not in {fold(one) for one in (publisher.name, *publisher.aliases)}:
        contents = tuple(sorted({*draft.source, *draft.contents}))
        yield replace(draft, shape="relay", stance="say", contents=contents, speaker=head.index, source=(name,))


def _quoted_by(scene: Scene, speakers: Speakers, draft: Draft) -> Iterator[Draft]:
    """In "a councillor quoted by the agency said …" the agency relays the councillor; whom the police interview tells others, too."""
    parse = scene.parse
    speaker = parse.tokens[draft.speaker or 0]
    for clause in (*parse.kids(speaker, "acl"), *_behind_comma(parse, speaker)):
        quotes = clause.tag == "VBN" and clause.lemma in ("quote", "cite", "interview")
        outlet = agent_of(parse, clause) if quotes else None
        source = noun_phrase(parse, outlet) if outlet is not None else None
        if outlet is not None and source is not None and outlet.pos != "PRON":
            cue = (clause.start, clause.end)
            told = replace(draft, shape="relay", stance="say", cue=cue, source=(source,), speaker=outlet.index)
            if clause.lemma != "interview" or told_outlet(speakers, told):
                yield told


def _behind_comma(parse: Parse, speaker: Token) -> tuple[Token, ...]:
    """The word right behind a source and its comma, where the parser hangs it on the clause: "the guard, quoted by …"."""
    comma, after = (*parse.tokens[speaker.right + 1 : speaker.right + 3], speaker, speaker)[:2]
    return (after,) if comma.text == "," and after.dep == "advcl" else ()


def _rests_on(scene: Scene, draft: Draft) -> Iterator[Draft]:
    """On whose word somebody speaks: "says on the authority of a nurse", "an elder, passing on what drivers told him, says"."""
    parse = scene.parse
    for prep in parse.kids(parse.tokens[draft.head], "prep"):
        grounds = [kid for kid in parse.kids(prep, "pobj") if prep.lower == "on" and kid.lemma in GROUNDS]
        for owner in (one for kid in grounds for of in parse.kids(kid, "prep") for one in parse.kids(of, "pobj")):
            yield from _inner(scene, draft, owner, (prep.start, parse.tokens[owner.left - 1].end))
    holders = (parse.tokens[draft.speaker or 0], parse.tokens[draft.head])
    for passing in (kid for one in holders for kid in parse.kids(one, "acl", "advcl")):
        if passing.tag == "VBG" and passing.lemma in PASSING:
            for told in parse.tokens[passing.index + 1 : passing.right + 1]:
                handed = told.lemma in HEARING and any(kid.lower == "what" for kid in parse.kids(told))
                for teller in parse.kids(told, "nsubj") if handed else ():
                    yield from _inner(scene, draft, teller, (passing.start, told.end))


def _inner(scene: Scene, draft: Draft, teller: Token, cue: Extent) -> Iterator[Draft]:
    """The voice behind a speaker who rests on it."""
    source = noun_phrase(scene.parse, teller)
    head = scene.parse.tokens_in(*cue)[0].index
    if source is not None and teller.pos != "PRON":
        told = replace(draft, head=head, shape="cited", stance="say", cue=cue)
        yield replace(told, source=(source,), speaker=teller.index)


def _host(scene: Scene, draft: Draft, hosts: Mapping[int, Draft], by_speaker: Mapping[int, Draft]) -> Draft | None:
    verb = scene.parse.tokens[draft.head]
    if verb.tag != "VBG" and verb.dep != "relcl":
        return None
    for token in scene.parse.ancestors(verb):
        host = hosts.get(token.index) or by_speaker.get(token.index)
        if host is not None and host.contents:
            return host
    return next((d for d in hosts.values() if d.contents and _ends_before(d, draft)), None)


def _ends_before(host: Draft, draft: Draft) -> bool:
    """Whether "citing …" follows the host's source or cue behind a comma, wherever the parser hangs it."""
    return any(0 <= draft.cue[0] - end <= COMMA for _, end in (*host.source, host.cue))


def _speaks(scene: Scene, cited: Token) -> bool:
    """Whether what is cited is a voice, or comes from one; "citing poor visibility" gives a reason."""
    makers = [noun for prep in scene.parse.kids(cited, "prep") for noun in scene.parse.kids(prep, "pobj")]
    makers += scene.parse.kids(cited, "poss", "compound", "amod")
    told = cited.lemma.lower() in TOLD and any(names_teller(scene, maker) for maker in makers)
    return told or cited.lemma.lower() in POSTING or names_teller(scene, cited)


def _cited(scene: Scene, draft: Draft, host: Draft) -> Iterator[Draft]:
    cited: list[Token] = scene.parse.kids(scene.parse.tokens[draft.head], "dobj")
    for token in (one for one in cited if _speaks(scene, one)):
        source = noun_phrase(scene.parse, token) or extent(scene.parse, token.index, token.index)
        if source:
            contents = tuple(part for part in host.contents if not part[0] <= source[0] < part[1]) or host.contents
            yield Draft(
                head=draft.head,
                shape="cited",
                stance="say",
                verb=draft.verb,
                cue=draft.cue,
                contents=contents,
                source=(source,),
                speaker=token.index,
            )
