"""Headlines are read in the past tense, and their words stay as they were written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.text import Report
from dateline.parse import parse
from dateline.parse.headlines import is_headline, past_tense
from dateline.pipeline import Engine
from dateline.reference.headline_verbs import PAST, THIRD

WORDS = st.lists(
    st.sampled_from([*PAST, *THIRD, "Gunmen", "police", "of", "and", ",", "12", "church", "has", "'s"]), max_size=12
)


def told(line: str) -> str:
    words = line.split()
    changes = past_tense(words)
    return " ".join(changes.get(at, word) for at, word in enumerate(words))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Raiders attack chapel near Wukari", "Raiders attacked chapel near Wukari"),
        ("White Column faction claims raid", "White Column faction claimed raid"),
        ("Militia claims attack on ferry", "Militia claimed attack on ferry"),
        ("The claims attack his honour", "The claims attacked his honour"),
        ("Raiders Attack Chapel , Abduct Deacon", "Raiders attacked Chapel and abducted Deacon"),
        ("Army shells hamlets in Kordofan", "Army shelled hamlets in Kordofan"),
        ("Warships seize trawler , arrests 9", "Warships seized trawler and arrested 9"),
        ("Troops rescue kidnapped nurses", "Troops rescued kidnapped nurses"),
        ("Hunters Allegedly Burn Barn", "Hunters Allegedly burned Barn"),
        ("JRK shells Orvel bazaar as army claims gains", "JRK shelled Orvel bazaar as army claims gains"),
        ("Kenya bombs Bardhere suburb , Ahlu fires rockets", "Kenya bombed Bardhere suburb and Ahlu fired rockets"),
        ("Yazidis fire mortar at tanker", "Yazidis fired mortar at tanker"),
        ("Red Cross : 40,000 flee clashes", "Red Cross : 40,000 fled clashes"),
        ("White Column claims deadly raid on ferry", "White Column claimed deadly raid on ferry"),
        ("Smugglers , customs men exchange shots", "Smugglers , customs men exchange shots"),
    ],
)
def test_a_deed_is_told_in_the_past(line: str, expected: str) -> None:
    assert told(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Suicide bomb attack shakes Mopti",
        "Deadly raids rock suburbs of Kaya",
        "Raiders attack kills two in Wukari",
        "Herders attack on hamlet sparks outrage",
        "The union has set up a blockade",
        "Rebels to attack capital",
        "Two shot dead in Enugu",
        "Benue attacks death toll rises",
        "Bamako attacks : what we know",
        "Deadly raids on Kaya suburbs",
    ],
)
def test_the_name_of_a_deed_stays_a_noun(line: str) -> None:
    assert "attacked" not in told(line)
    assert "raided" not in told(line)
    assert "setted" not in told(line)


@pytest.mark.parametrize(
    "line", ["Raiders attack chapel.", "Raiders attack:", "One fell. Raiders attack chapel", "***", ""]
)
def test_a_sentence_is_no_headline(line: str) -> None:
    assert not is_headline(line)


@given(WORDS)
def test_only_verbs_and_the_commas_before_them_are_read_otherwise(words: list[str]) -> None:
    for at, read in past_tense(words).items():
        verb = words[at].lower()
        runs_on = read.endswith("ing") and (verb in PAST or verb in THIRD)
        assert (
            runs_on
            or read == PAST.get(THIRD.get(verb, verb))
            or (verb == "," and read == "and" and at + 1 in past_tense(words))
        )


def test_the_tree_stands_on_the_words_as_they_were_written(engine: Engine) -> None:
    text = "Raiders attack chapel, kill deacon in Wukari\n\nThe bishop spoke on Tuesday."
    parsed = parse(Report.of(text), parser=engine.parser)
    words = {token.text: token for token in parsed.tokens}
    attack, kill, comma = words["attack"], words["kill"], words[","]
    assert (attack.pos, attack.tag, attack.lemma, attack.dep) == ("VERB", "VBP", "attack", "ROOT")
    assert (kill.pos, kill.lemma, kill.dep, kill.head) == ("VERB", "kill", "conj", attack.index)
    assert (comma.pos, comma.dep) == ("PUNCT", "punct")
    assert words["Raiders"].head == attack.index
    assert (
        "".join(text[token.start : token.end] for token in parsed.tokens)
        .replace(" ", "")
        .startswith("Raidersattackchapel,kill")
    )


@pytest.mark.parametrize(
    ("line", "verb", "over"),
    [
        ("Rebels storm Kaya, dozens wounded", "wounded", "storm"),
        ("Cultists clash in Warri, four feared dead", "feared", "clash"),
        ("Raiders raze barracks, free inmates in Aba", "free", "raze"),
        ("Militants seize border post, army retreats", "retreats", "seize"),
        ("The shells hit a bus, two women died, the rest fled.", "died", "hit"),
    ],
)
def test_clauses_stand_side_by_side(engine: Engine, line: str, verb: str, over: str) -> None:
    parsed = parse(Report.of(line), parser=engine.parser)
    token = next(token for token in parsed.tokens if token.text == verb)
    assert (token.dep, parsed.head(token).text) == ("conj", over)
    assert all(kid.left >= parsed.head(kid).left and kid.right <= parsed.head(kid).right for kid in parsed.tokens)


def test_what_somebody_said_stays_content(engine: Engine) -> None:
    parsed = parse(Report.of("Rebels stormed Kaya, the mayor said."), parser=engine.parser)
    assert next(token for token in parsed.tokens if token.text == "stormed").dep == "ccomp"


@pytest.mark.parametrize(
    ("line", "verb", "dep"),
    [
        ("Lake Chad Fishermen Abducted by Boko Haram Fighters", "Abducted", "acl"),
        ("Islamic State Raiders Strike Red Sea Town, Kill Nine Guards", "Kill", "conj"),
        ("United Nations Condemns Attack on Clinic in Juba", "Condemns", "ROOT"),
        ("RIVALS RAZE MARKET, INJURE TWELVE", "INJURE", "conj"),
    ],
)
def test_a_title_is_read_without_its_capitals(engine: Engine, line: str, verb: str, dep: str) -> None:
    parsed = parse(Report.of(line), parser=engine.parser)
    assert next(token for token in parsed.tokens if token.text == verb).dep == dep
    assert [line[token.start : token.end] for token in parsed.tokens] == [token.text for token in parsed.tokens]


@pytest.mark.parametrize(
    ("line", "verb", "subject", "object_"),
    [
        ("Al-Karama retakes Adan Wajid", "retakes", "Karama", "Wajid"),
        ("Suicide bomber targets chapel in Wukari; at least 20 dead", "targets", "bomber", "chapel"),
    ],
)
def test_a_verb_that_the_model_buried_governs_its_clause(
    engine: Engine, line: str, verb: str, subject: str, object_: str
) -> None:
    tokens = parse(Report.of(f"{line}\n\nThe road was calm on Friday, officials said."), parser=engine.parser).tokens
    deed = next(token for token in tokens if token.text == verb)
    kids = {token.dep: token.text for token in tokens if token.head == deed.index and token is not deed}
    assert (deed.pos, kids["nsubj"], kids["dobj"]) == ("VERB", subject, object_)
