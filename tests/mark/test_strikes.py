"""Who is named before a strike with arms: "US air strikes", "a rebel rocket attack"; and where nobody is."""

from __future__ import annotations

import pytest

from dateline.mark import mark
from dateline.model.text import Report
from dateline.parse import parse
from dateline.pipeline import Engine


def actors(engine: Engine, text: str) -> list[str]:
    marked = mark(parse(Report.of(text), parser=engine.parser), reference=engine.reference)
    return [m.span.quote for m in marked if m.kind == "actor"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("A Russian missile attack on a dairy near Kherson wounded nine.", ["Russian"]),
        ("Israeli air raids destroyed two bridges near Tyre.", ["Israeli"]),
        ("US air strikes destroyed a radar near Hodeidah.", ["US"]),
        ("UK airstrikes destroyed a depot near Hodeidah.", ["UK"]),
        ("French and Malian air strikes destroyed a camp near Gao.", ["French", "Malian"]),
        ("A Russian glide bomb strike destroyed a clinic in Kupiansk.", ["Russian"]),
        ("Villages near Duhok came under Turkish mortar and howitzer fire.", ["Turkish"]),
        ("A rebel rocket attack destroyed a mill near Goma.", ["rebel"]),
        ("A militant car bomb attack destroyed a checkpoint near Mosul.", ["militant"]),
        ("Government air strikes destroyed a bakery in Idlib.", ["Government"]),
        ("Army artillery fire destroyed a school in Sittwe.", ["Army"]),
        ("Regime helicopter strikes destroyed a bakery in Aleppo.", ["Regime"]),
        ("Junta airstrikes destroyed a monastery in Sagaing.", ["Junta"]),
        ("An Israeli missile wrecked a bakery in Rafah.", ["Israeli"]),
        ("A Pakistani shell wrecked a barn in Poonch.", ["Pakistani"]),
        ("Two Russian cruise missiles wrecked a silo in Odesa.", ["Russian"]),
        ("A Rwandan bomb fell on a field near Goma.", ["Rwandan"]),
        ("An army mortar shell fell on a market in Kutkai.", ["army"]),
        ("A government rocket struck the school in Loikaw.", ["government"]),
        ("A regime shell wrecked a bakery in Idlib.", ["regime"]),
        ("Coalition fighter jets bombed a bridge in Saada.", ["Coalition"]),
        ("Air force planes bombed a bridge in Nyala.", ["Air force"]),
        ("A military jet bombed a monastery in Pekon.", ["military"]),
        ("A police raid in Davao turned violent.", ["police"]),
        ("A military airstrike wrecked a mosque in Zamfara.", ["military"]),
    ],
)
def test_whoever_is_named_before_a_strike_did_it(engine: Engine, text: str, named: list[str]) -> None:
    assert actors(engine, text) == named


@pytest.mark.parametrize(
    "text",
    [
        "Russian missile parts lay in a field near Kherson.",
        "A US-made drone crashed near Hodeidah.",
        "An Israeli hospital attack made headlines.",
        "A Somali market attack made headlines.",
        "An Iraqi car bomb attack made headlines.",
        "Ukrainian grain exports fell in March.",
        "A French aid convoy was attacked near Gao.",
        "The Kabul hospital attack made headlines.",
        "The Iranian missile programme is costly.",
        "Israeli air raid sirens sounded in Haifa.",
        "A Russian missile attack warning was lifted.",
        "An army base attack made headlines.",
        "A rebel rocket depot exploded near Goma.",
        "A German bomb shelter opened in Kandahar.",
        "The army missile depot exploded in Aden.",
        "An Iraqi car bomb exploded in Baghdad.",
        "A Russian-made rocket lay in a field near Kherson.",
        "A police station burned down in Mombasa.",
        "The Israeli shell factory moved to Cyprus.",
    ],
)
def test_what_belongs_to_a_party_or_hit_it_was_not_done_by_it(engine: Engine, text: str) -> None:
    assert actors(engine, text) == []
