"""Claims of small reports of our own: spans, acts, modality, polarity, status, codeability."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model.derived import NotEvent
from dateline.model.record import Claim
from dateline.model.text import Report
from dateline.pipeline import Engine, run


def claims_of(engine: Engine, text: str) -> tuple[Claim, ...]:
    return run(Report.of(text), engine=engine).case.claims


def not_events_of(engine: Engine, text: str) -> tuple[NotEvent, ...]:
    return run(Report.of(text), engine=engine).case.not_events


def words_of(claim: Claim) -> str:
    return " … ".join(span.quote for span in claim.spans)


def only(claims: tuple[Claim, ...], part: str) -> Claim:
    found = [claim for claim in claims if part in words_of(claim)]
    assert found, [words_of(claim) for claim in claims]
    return min(found, key=lambda claim: len(words_of(claim)))


@pytest.mark.parametrize(
    ("text", "part", "act"),
    [
        ("Rebels attacked a barracks near the river.", "attacked", "attack"),
        ("Fighters set fire to the market.", "set fire", "burn"),
        ("The brigade launched an offensive along the coast.", "launched", "begin_offensive"),
        ("The village came under heavy mortar fire.", "came under", "shelling"),
        ("Government troops took control of the harbour.", "took control", "capture"),
        ("Militants pulled out of the valley.", "pulled out", "withdraw"),
        ("Soldiers cut the road to the border.", "cut the road", "besiege"),
        ("Gunmen kidnapped three nurses.", "kidnapped", "abduct"),
        ("Thousands of families fled the shelling.", "fled", "displace"),
        ("Nine soldiers were killed.", "were killed", "kill"),
        ("The two sides agreed on a truce.", "agreed", "agree"),
        ("Jets bombed the depot.", "bombed", "air_strike"),
        ("The town is in the hands of the rebels.", "in the hands", "hold"),
    ],
)
def test_an_act_is_named_by_verb_phrase_or_light_verb(engine: Engine, text: str, part: str, act: str) -> None:
    assert only(claims_of(engine, text), part).act == act


def test_coordinated_clauses_are_two_claims(engine: Engine) -> None:
    claims = claims_of(engine, "Rebels stormed the barracks and the garrison fled to the hills.")
    assert words_of(only(claims, "stormed")) == "Rebels stormed the barracks"
    assert words_of(only(claims, "fled")) == "the garrison fled to the hills"


def test_the_attribution_is_no_part_of_the_claim(engine: Engine) -> None:
    claim = only(claims_of(engine, "The army said on Monday that its troops had entered the port."), "entered")
    assert words_of(claim) == "its troops had entered the port"
    assert claim.modality == "attributed"
    assert len(claim.voices) == 2


def test_a_purpose_is_planned_and_apart_from_its_act(engine: Engine) -> None:
    claims = claims_of(engine, "The rebels attacked at dawn to capture the bridge.")
    act, aim = only(claims, "attacked"), only(claims, "capture")
    assert act.codeable
    assert "capture" not in words_of(act)
    assert (aim.modality, aim.codeable) == ("planned", False)


@pytest.mark.parametrize(
    ("text", "part", "modality"),
    [
        ("The army plans to retake the town.", "retake", "planned"),
        ("The rebels may attack the town.", "attack", "possible"),
        ("If they cross the river, the road will be cut.", "will be cut", "hypothetical"),
        ("The militia claimed to have captured the hill.", "captured", "claimed"),
        ("The army denied that it had shelled the hospital.", "shelled", "denied"),
    ],
)
def test_modality(engine: Engine, text: str, part: str, modality: str) -> None:
    claim = only(claims_of(engine, text), part)
    assert claim.modality == modality
    assert claim.codeable == (modality == "claimed")


@pytest.mark.parametrize(
    "text", ["No civilians were hurt.", "The garrison did not fall.", "The fighters never left the town."]
)
def test_what_did_not_happen_is_negative_and_no_event(engine: Engine, text: str) -> None:
    claim = claims_of(engine, text)[0]
    assert claim.polarity == "negative"
    assert not claim.codeable


def test_a_denial_takes_the_act_that_it_denies(engine: Engine) -> None:
    text = "The militia said it had captured the airport. The army denied the claim."
    first, denial = claims_of(engine, text)
    assert (denial.act, denial.modality, denial.polarity) == ("capture", "denied", "negative")
    assert denial.denies == first.id


def test_ones_own_word_is_taken_back(engine: Engine) -> None:
    text = "We reported that troops entered the harbour. That was wrong."
    claim = only(claims_of(engine, text), "entered")
    assert claim.modality == "retracted"
    assert not claim.codeable


@pytest.mark.parametrize(
    ("text", "part", "why"),
    [
        ("Doctors are losing the fight against cholera, and 12 people died.", "died", "disease"),
        ("The club captured the title after a late goal in the second half of the final.", "captured", ""),
        ("A strike by teachers over pay closed the schools.", "strike", ""),
        ("Six people were killed when a bus crash blocked the road.", "killed", "accident"),
    ],
)
def test_what_only_looks_like_an_act_of_conflict_is_no_event(engine: Engine, text: str, part: str, why: str) -> None:
    claim = only(claims_of(engine, text), part)
    assert not claim.codeable
    assert why in (claim.why or "")


def test_an_event_noun_makes_a_claim_of_its_own(engine: Engine) -> None:
    claims = claims_of(engine, "Seven rebels were killed in clashes with soldiers near the dam.")
    assert only(claims, "clashes").act == "clash"
    assert words_of(only(claims, "killed")) == "Seven rebels were killed"


def test_an_attribute_with_a_hyphen_is_the_narrators(engine: Engine) -> None:
    claim = only(claims_of(engine, "The army said it had shelled the rebel-held suburb."), "rebel-held suburb")
    held = [c for c in claims_of(engine, "Shells hit the rebel-held suburb.") if c.act == "hold"]
    assert claim.sentence == "s1"
    assert len(held) == 1
    assert len(held[0].voices) == 1


def test_non_events_say_why(engine: Engine) -> None:
    reasons = {
        row.reason for row in not_events_of(engine, "The army plans to retake the town. No soldiers were killed.")
    }
    assert reasons == {"intent", "negated"}


def test_a_claim_is_codeable_or_says_why_not(engine: Engine) -> None:
    text = "Rebels held the town. Soldiers attacked it on Friday and may try again. Nobody claimed the attack."
    for claim in claims_of(engine, text):
        assert claim.codeable == (claim.why is None)


def test_factuality_covers_every_voice(engine: Engine) -> None:
    text = "The radio said a witness had told it that troops left the camp."
    for claim in claims_of(engine, text):
        assert set(claim.factuality) == set(claim.chain)


def test_a_stated_distance_is_geography(engine: Engine) -> None:
    claims = claims_of(engine, "Shells hit a depot in Bamako, 30 km north of Kati, on Friday.")
    assert "locate" in {claim.act for claim in claims if claim.kind == "geography"}


def test_a_legal_basis_is_a_claim_of_reference(engine: Engine) -> None:
    claim = only(claims_of(engine, "Troops crossed the border in line with UN Resolution 2100 (2013)."), "in line with")
    assert (claim.act, claim.kind, claim.codeable) == ("cite_law", "reference", False)


def test_a_condition_of_speaking_is_no_naming(engine: Engine) -> None:
    claim = only(claims_of(engine, "The officer asked not to be named."), "asked")
    assert (claim.act, claim.kind) == ("say", "meta")


def test_how_a_source_is_called_is_no_claim(engine: Engine) -> None:
    told = (
        "A nurse, who spoke on condition of anonymity, said nine people had died.",
        "A fighter who gave only his first name said nine people had died.",
        "One teacher, who did not want to be identified, said nine people had died.",
    )
    for sentence in told:
        assert [words_of(claim) for claim in claims_of(engine, sentence)] == ["nine people had died"]
    kept = "A nurse, who saw the blast from her window, said nine people had died."
    assert any("saw the blast" in words_of(claim) for claim in claims_of(engine, kept))


def test_an_aside_between_dashes_is_left_out(engine: Engine) -> None:
    claim = only(claims_of(engine, "Gunmen -- some of them on motorbikes -- raided the market."), "raided")
    assert "motorbikes" not in words_of(claim)


def test_a_hyphenated_verb_stays_whole(engine: Engine) -> None:
    claim = only(claims_of(engine, "The army said its troops had re-entered the harbour."), "harbour")
    assert words_of(claim) == "its troops had re-entered the harbour"
    assert claim.act == "enter"


def test_roles_are_mentions_of_the_clause(engine: Engine) -> None:
    case = run(Report.of("Government troops captured Timbuktu from the rebels on Friday."), engine=engine).case
    claim = only(case.claims, "captured")
    quotes = {role: [case.resolution.mention(m).span.quote for m in row] for role, row in claim.roles.items()}
    assert quotes["place"] == ["Timbuktu"]
    assert "from_" in quotes


def test_a_date_long_before_the_news_is_history(engine: Engine) -> None:
    text = "BAMAKO, June 18, 2025 (Wire) - Rebels attacked a convoy on Tuesday. Soldiers took Timbuktu in January 2013."
    claims = claims_of(engine, text)
    assert only(claims, "attacked").codeable
    assert only(claims, "Timbuktu").temporal_status == "historical"


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet="abc RTé“”.,-\n(km)12'", max_size=60))
def test_claims_quote_the_text_whatever_it_is(engine: Engine, text: str) -> None:
    report = Report.of(text)
    for claim in run(report, engine=engine).case.claims:
        for span in claim.spans:
            assert report.text[span.start : span.end] == span.quote


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Colonel Ali Musa, killed in an ambush near Bor, was buried on Sunday.", "Colonel Ali Musa, killed"),
        ("Hassan Ali, wounded by shelling in Bor, died on Friday.", "Hassan Ali, wounded"),
    ],
)
def test_a_lone_participle_takes_along_whom_it_describes(engine: Engine, text: str, told: str) -> None:
    assert told in [words_of(claim) for claim in claims_of(engine, text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Police shot two men in Kabul while in search of weapons.", "Police shot two men in Kabul"),
        ("Troops left the ridge amid heavy shelling of the valley.", "Troops left the ridge"),
    ],
)
def test_what_they_were_after_and_under_is_cut_from_what_they_did(engine: Engine, text: str, words: str) -> None:
    assert words_of(claims_of(engine, text)[0]) == words
