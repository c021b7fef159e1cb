"""Acts that nobody says have happened: foreseen, without evidence, done by whoever it may be, taught."""

from __future__ import annotations

import pytest

from dateline.pipeline import Engine
from tests.claim.reading import only


@pytest.mark.parametrize(
    ("text", "part", "modality"),
    [
        ("An attack on the port remains improbable.", "attack", "possible"),
        ("Further raids on the villages are likely.", "raids", "expected"),
        ("A new offensive against Goma is possible before the rains.", "offensive", "possible"),
        ("An assault on the city seems imminent.", "assault", "expected"),
        ("There is no sign that the rebels have left the town.", "left the town", "unknown"),
        (
            "There were no indications that the town had fallen or that soldiers had fled.",
            "soldiers had fled",
            "unknown",
        ),
        ("Police found no proof that the men had attacked the shop.", "attacked the shop", "unknown"),
        ("The mayor warned that anyone who attacked a soldier would be shot.", "attacked a soldier", "planned"),
        ("The law punishes any officer who shoots prisoners.", "shoots prisoners", "asserted"),
        ("Recruits learn how to ambush a convoy and how to retreat under fire.", "how to retreat", "hypothetical"),
        ("Nothing suggests that the army bombed the hospital.", "bombed", "unknown"),
        ("Had the rebels attacked a day earlier, they would have met no guards.", "attacked", "hypothetical"),
        ("Did soldiers shoot at the crowd? Nobody knows.", "shoot at", "unknown"),
        ("Have the rebels given up the siege? The army does not say.", "given up", "unknown"),
        ("2) Is it true that raiders burned the mill?\nNobody knows.", "burned", "unknown"),
        ("And did the gendarmes shoot the herder, as his brother claims?", "shoot", "unknown"),
        ("Reporter: On Bria: the raiders took forty people, we hear?\nColonel: No.", "took forty", "unknown"),
        ("Nobody could say if the army had left the base.", "left the base", "unknown"),
        ("The rebels are strong enough to overrun the base.", "overrun", "hypothetical"),
        ("The force is too weak to retake the town.", "retake", "hypothetical"),
        ("The army retracted its claim that its troops had retaken Beni.", "retaken", "retracted"),
        ("Our last letter said that eight people had been killed at Beni. That was wrong.", "killed", "retracted"),
        ("Our previous newsletter wrongly stated that gunmen abducted a nurse.", "abducted", "retracted"),
        ("We reported that rebels had burned the market. This was false.", "burned", "retracted"),
    ],
)
def test_what_nobody_says_has_happened(engine: Engine, text: str, part: str, modality: str) -> None:
    claim = only(engine, text, part)
    assert (claim.modality, claim.codeable) == (modality, False)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("There is evidence that soldiers killed villagers in Goma on Wednesday.", "killed"),
        ("There is no doubt that the rebels shelled the market on Wednesday.", "shelled"),
        ("Anyone who was in the square saw how soldiers shot at the crowd on Wednesday.", "shot at"),
        ("Those who attacked the convoy on Wednesday fled to the hills.", "attacked"),
        ("Nobody doubts that the army bombed the hospital on Wednesday.", "bombed"),
        ("Our reporter saw that rebels burned two houses on Wednesday.", "burned"),
        ("Why did soldiers shoot at the crowd on Wednesday, the bishop asked.", "shoot at"),
        ("Further raids on the villages were reported on Wednesday.", "raids"),
    ],
)
def test_what_is_said_to_have_happened_is_coded(engine: Engine, text: str, part: str) -> None:
    assert only(engine, text, part).codeable


@pytest.mark.parametrize(
    ("text", "feared", "known"),
    [
        ("It is feared that 20 miners died when the shaft was shelled.", "miners died", "was shelled"),
        (
            "Aid workers fear that rebels have burned Bama, where up to 900 people were killed.",
            "have burned",
            "were killed",
        ),
        ("The mayor fears that rebels killed the men who were abducted on Friday.", "killed the men", "were abducted"),
        ("The mayor fears that 40 people died in the attack on the market.", "people died", "the attack"),
    ],
)
def test_what_is_told_beside_a_fear_is_known(engine: Engine, text: str, feared: str, known: str) -> None:
    fear, fact = only(engine, text, feared), only(engine, text, known)
    assert (fear.modality, fear.codeable) == ("feared", False)
    assert fact.modality in ("asserted", "attributed")


@pytest.mark.parametrize(
    ("text", "part", "modality"),
    [
        ("The army denied that the soldiers, who entered Bor on Friday, had shot anyone.", "who entered", "attributed"),
        ("The rebels threatened to attack Goma, which the army retook on Monday.", "retook", "attributed"),
        ("The army denied that it had killed men who had surrendered.", "who had surrendered", "denied"),
        ("The mayor fears an attack on the market.", "an attack", "feared"),
        ("It was not ruled out that soldiers had shot the priest.", "had shot", "possible"),
    ],
)
def test_a_denial_or_threat_is_of_its_own_words(engine: Engine, text: str, part: str, modality: str) -> None:
    assert only(engine, text, part).modality == modality
