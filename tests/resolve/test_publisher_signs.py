"""Who publishes a text, and by which sign: heads, credits and texts of many kinds, and those that name nobody."""

from __future__ import annotations

import pytest

from dateline.export.record import record_json
from dateline.model.signs import KINDS
from dateline.model.text import Report
from dateline.parse.self_mentions import _own
from dateline.pipeline import Engine, run
from dateline.reference.publishers import NEEDS

BODY = (
    "Gunmen attacked the village of Dorum on Monday, killing six people, the mayor said. Troops arrived in the evening."
)
OURS = "Our fighters attacked the barracks at Dorum on Monday and killed six soldiers. We lost two men."


@pytest.mark.parametrize(
    ("text", "kind", "outlet"),
    [
        (f'DORUM, Aug 3 (EFE).- {BODY} A farmer told Valley Radio that he saw them.', 'dateline', 'EFE'),
        (f'Bomber kills nine in Dorum; faction claims attack\nDawn of the Valley, 27 November 2023, Dorum bureau\n\nDORUM: {BODY}', 'beside', 'Dawn of the Valley'),
        (f'Fighters storm base\nMarch 18, 2024\n\nDORUM (VG) — {BODY}\n© 2024 Valley Guardian. All rights reserved.', 'rights', 'Valley Guardian'),
        (f'Flash Update #3: Hostilities in Dorum\nAs of 21 July 2024\n\nHIGHLIGHTS\n• {BODY}\n\nFor further information, contact: ocha-orania@un.org', 'mailbox', 'ocha'),
        (f'BC-Orania-Attack,3rd Ld-Writethru/420\nEds: UPDATES with army statement\nBy HENRIK VALE\nContinental Press Writer\n\nDORUM, Orania (CP) — {BODY}', 'dateline', 'CP'),
        (f'ORANIA-UNREST/ (UPDATE 2)\nUPDATE 2-Gunmen kill six in Dorum\n\nDORUM, March 12 (Meridian News) - {BODY}', 'dateline', 'Meridian News'),
        (f'DORUM, Orania, March 12 (Lowland) -- {BODY}', 'dateline', 'Lowland'),
        (f'DORUM, March 12. /ORTASS/. {BODY}', 'dateline', 'ORTASS'),
        (f'Dorum, 12 Mar (ORP)--{BODY}', 'dateline', 'ORP'),
        (f'{BODY}\n\nLWA/ek/jm', 'code', 'LWA'),
        (f'Radio Bend FM 98.4\nHome | News | Sport | Listen live\nSix killed in Dorum raid\nBy Newsroom 12 March 2023\n\n{BODY}', 'body', 'Radio Bend FM 98.4'),
        (f'You are listening to the World Tonight on Channel Nine Orania. Here are the headlines. {BODY}', 'greeting', 'Channel Nine Orania'),
        (f'[Announcer] Good evening, this is Orania National Radio. {BODY}', 'greeting', 'Orania National Radio'),
        (f'Text of report in English by Oranian news agency LWA\n\nDorum, 12 March: {BODY}', 'monitored', 'LWA'),
        (f'{BODY}\n\nSource: Radio Bend, Dorum, in French 1900 gmt 12 Mar 23', 'source_line', 'Radio Bend'),
        (f"Excerpt from report by Orania's privately-owned Sahel Dispatch website on 12 March\n\n{BODY}", 'monitored', 'Sahel Dispatch'),
        (f'DORUM, 12 MAR 90 (RADIO LIBRE DEL VALLE) -- [TEXT] {BODY.upper()}', 'dateline', 'RADIO LIBRE DEL VALLE'),
        (f'CLANDESTINE, 12 MAR 90 (RADIO LIBRE) -- [COMMUNIQUE] [VALLEY FRONT GENERAL COMMAND] [TEXT] {OURS.upper()}', 'dateline', 'RADIO LIBRE'),
        (f'DORUM, 12 MAR 90 (ORAVISION CADENA 2) -- [REPORT] [IBRAHIM SULE] [TEXT] {BODY.upper()}', 'dateline', 'ORAVISION CADENA 2'),
        (f'DORUM DOMESTIC SERVICE, 12 MAR 90 -- [TEXT] {BODY.upper()}', 'body', 'DORUM DOMESTIC SERVICE'),
        (f'Six killed in Dorum raid - Kavaran Post Skip to content Home Politics World Sport Search March 12, 2023 Six killed in Dorum raid By Ibrahim Sule DORUM - {BODY}', 'page_title', 'Kavaran Post'),
        (f'Kavaran Post | Six killed in Dorum raid Published 12 March 2023 {BODY}', 'body', 'Kavaran Post'),
        (f'Six killed in Dorum raid | World | The Karo Lantern\n\n{BODY}', 'page_title', 'Karo Lantern'),
        (f'Six killed in Dorum raid — Lantern\nShare this article\nMarch 12, 2023 at 9:14 a.m.\n\n{BODY}', 'page_title', 'Lantern'),
        (f'Six killed in Dorum raid » Karo Lantern Online\n\n{BODY}', 'body', 'Karo Lantern Online'),
        (f'{BODY}\n\nGet the latest news in your inbox. Subscribe to Karo Lantern today.', 'page', 'Karo Lantern'),
        (f'{BODY}\n\nRead the original article on Karo Lantern.', 'first_published', 'Karo Lantern'),
        (f'{BODY}\n\nThis article was originally published in the Karo Lantern.', 'first_published', 'Karo Lantern'),
        (f'Orania: Dorum displacement - Flash Update No. 2 (as of 12 March 2023)\nSituation Report\nSource\nOCHA\nPosted\n13 Mar 2023\nOriginally published\n12 Mar 2023\n\n{BODY}', 'listing', 'OCHA'),
        (f'Orania: Six killed in Dorum raid\nFormat News and Press Release\nSource Valley Rights Watch\nPosted 12 Mar 2023\n\n{BODY}', 'listing', 'Valley Rights Watch'),
        (f'HIGHLIGHTS\n\n• {BODY}\n\nThis report is produced by OCHA Orania in collaboration with humanitarian partners. It covers the period from 6 to 12 March 2023.', 'produced_by', 'OCHA Orania'),
        (f'UNHCR Orania\nFlash Update\n#5\n12 March 2023\n\n{BODY}', 'on_top', 'UNHCR Orania'),
        (f'IOM DTM | Emergency Tracking Tool | Report 42 | 12 March 2023\n\n{BODY}', 'dateline', 'IOM DTM'),
        (f'DEFENCE HEADQUARTERS\nDIRECTORATE OF PUBLIC INFORMATION\n\nPRESS RELEASE\n12 MARCH 2023\n\n{BODY}', 'release', 'DIRECTORATE OF PUBLIC INFORMATION'),
        (f'Orania Police Service\nMedia Centre\n12 March 2023\nSix arrested after raid\n\n{BODY}', 'body', 'Orania Police Service'),
        (f'PRESS STATEMENT\n\n{BODY}\n\nColonel Musa Adam\nSpokesperson, Orania Armed Forces\n12 March 2023', 'signature', 'Orania Armed Forces'),
        (f'Press Release 0314\nPublic Affairs Office\nJoint Task Force North\n\nDORUM, Orania – {BODY}', 'body', 'Public Affairs Office'),
        (f'From the Office of the Spokesman, Valley Defence Forces, 12 March 2023:\n\n{BODY}', 'put_out', 'Office of the Spokesman'),
        (f'In the name of the people\nREVOLUTIONARY FRONT OF THE VALLEY\nGeneral Command\nMilitary Communiqué No. 14\n\n{OURS}', 'party', 'REVOLUTIONARY FRONT OF THE VALLEY'),
        (f'{OURS}\n\nLong live the struggle!\nGeneral Command of the Valley Liberation Army\nDorum mountains, 12 March 2023', 'signature', 'General Command of the Valley Liberation Army'),
        (f"HILL PEOPLE'S RESISTANCE — DAILY WAR BULLETIN\n\n{OURS}", 'body', "HILL PEOPLE'S RESISTANCE"),
        (f"Statement of the Central Committee of the Workers' League on the events in Dorum\n\n{OURS}", 'put_out', "Central Committee of the Workers' League"),
        (f'Dorum Now 🔴\n12.03.2023 18:40\n\n⚡️{BODY}\n\n@dorum_now', 'on_top', 'Dorum Now'),
        (f'{BODY}\n\nSubscribe to Valley Watcher: t.me/valleywatcher', 'page', 'Valley Watcher'),
        (f'Valley Brief (@valleybrief):\n{BODY}', 'account', 'Valley Brief'),
        (f'Channel: Valley Brief\nDate: 2023-03-12 18:40\nText: {BODY}', 'field', 'Valley Brief'),
        (f'The Orania Letter #212: A bad week in Dorum\nMar 12, 2023\n\n{BODY}', 'numbered', 'Orania Letter'),
        (f'Good morning, and welcome to The Orania Letter, our weekly look at the valley. {BODY}', 'addressed', 'Orania Letter'),
        (f"{BODY}\n\nYou're reading Orania Letter, a weekly by Ibrahim Sule.", 'addressed', 'Orania Letter'),
        (f'KARO LANTERN\nDORUM, March 12 (Agencies) – {BODY}', 'on_top', 'KARO LANTERN'),
        (f'Six killed in Dorum raid\nKaro Lantern, 12 March 2023 (with input from AFP)\n\n{BODY}', 'beside', 'Karo Lantern'),
        (f'A Karo Lantern correspondent in Dorum counted six bodies on Monday. {BODY}', 'own_people', 'Karo Lantern'),
        ('Six people died in Dorum on Monday, a police officer told Karo Lantern by phone. The mayor told Karo Lantern that troops had come late.', 'told', 'Karo Lantern'),
        (f"{BODY} The mayor told this newspaper that he had warned the army. The Karo Lantern's reporter in Dorum saw burnt houses.", 'own_people', 'Karo Lantern'),
        ('Six people died in Dorum, sources told Sahel 24 on Monday. “They came at dawn,” an elder told Sahel 24.', 'told', 'Sahel 24'),
        ('Sahel 24 has learned that six people died in Dorum on Monday. The army denied it.', 'own_inquiry', 'Sahel 24'),
        (f'{BODY} The Karo Lantern could not independently verify the claims.', 'own_inquiry', 'Karo Lantern'),
        (f'{BODY}\n\nReporting by Ibrahim Sule for Karo Lantern; editing by Ann Lee', 'reported_for', 'Karo Lantern'),
        (f'{BODY} Photographs seen by Karo Lantern show burnt houses.', 'own_inquiry', 'Karo Lantern'),
        ('Six people died in Dorum on Monday, an elder told SAHEL TODAY. A nurse told SAHEL TODAY that two more were hurt.', 'told', 'SAHEL TODAY'),
        (f'DORUM POST, 12 March 2023 — {BODY}', 'body', 'DORUM POST'),
        (f'{BODY} An ORTV crew in Dorum saw six bodies.', 'own_people', 'ORTV'),
        (f'{BODY} A witness told the VALLEY VOICE that the raid had lasted an hour. THE VALLEY VOICE has seen a list of the dead.', 'own_inquiry', 'VALLEY VOICE'),
        (f"KARO LANTERN'S DORUM BUREAU, 12 March 2023\n\n{BODY}", 'beside', 'KARO LANTERN'),
    ],
)  # fmt: skip
def test_a_sign_tells_who_publishes(engine: Engine, text: str, kind: str, outlet: str) -> None:
    sign = run(Report.of(text), engine=engine).case.resolution.published_by
    assert sign is not None
    assert (sign.kind, sign.name.quote) == (kind, outlet)


@pytest.mark.parametrize(
    "text",
    [
        'Six people died in Dorum, Karo Lantern reported. The mayor told Karo Lantern that troops had come late.',
        'The governor told Radio Bend that six had died. An elder told Channel Nine that it was nine.',
        f'{BODY}\n\n(Photograph: Karo Lantern)',
        f'{BODY} “It is over,” said Colonel Musa Adam, spokesperson, Orania Armed Forces.',
        f'A Karo Lantern correspondent was killed in Dorum on Monday. {BODY}',
        'Forces of the Valley Liberation Army\nentered Dorum on Monday and killed six people.',
        f'{BODY} Follow the money, an old officer likes to say.',
        f'Dorum Displacement Crisis\n12 March 2023\n\n{BODY}',
        f'{BODY} Copyright law was debated in Dorum.',
        f'{BODY}\n\nSources: police, hospital',
        f'{BODY}\n\nRead more: Dorum Massacre Remembered',
        f"{BODY} The Karo Lantern's office in Dorum was burnt down.",
        f'Text of the agreement signed by the Valley Front on 12 March\n\n{BODY}',
        f'KAVARAN, 12 March 2023 — {BODY}',
        f'PORT DORUM, March 12 — {BODY}',
        f'Welcome to Dorum, a sign says. {BODY}',
        f'{BODY} General Command of the Army declined to comment.',
        f"{BODY} “We ran,” a nurse told the Valley Herald's Ibrahim Sule.",
    ],
)  # fmt: skip
def test_a_text_that_names_no_publisher(engine: Engine, text: str) -> None:
    resolution = run(Report.of(text), engine=engine).case.resolution
    assert resolution.published_by is None
    assert resolution.publisher.id == "src:unnamed"


@pytest.mark.parametrize(
    ("text", "kind", "outlet"),
    [
        (f"Velmora Today\nNine die in shelling\nStory by Lena Marsh\nPublished 7:02 PM, June 4, 2021\n\n{BODY}", "body", "Velmora Today"),
        (f"You're watching Velmora 24. {BODY}", "addressed", "Velmora 24"),
        (f"(Clandestine) Voice of the Hills in Velmoran 1700 GMT 4 Jun 88\n\n[Text] {BODY}", "monitored", "Voice of the Hills"),
        (f"{BODY}\n\nVia: Upland Courier", "source_line", "Upland Courier"),
        (f"{BODY}\n\nSource: SNS", "source_line", "SNS"),
        (f"{BODY}\n\nLena Marsh is the Upland Courier's defence correspondent.", "reported_for", "Upland Courier"),
        (f"{BODY}\n\nAda Brandt reports for the Southern Ledger from Korva.", "reported_for", "Southern Ledger"),
        (f"{BODY}\n\nSouthern Ledger © 2022", "rights", "Southern Ledger"),
        (f"Southern Ledger, Monday September 5, 2022, p. 3\n\n{BODY}", "beside", "Southern Ledger"),
        (f"RELEASE NO. 21-044\nUpland Command Public Affairs\n\nTARSIN, Velmora — {BODY}", "over_dateline", "Upland Command Public Affairs"),
        (f"{BODY}\n\nSigned:\nMajor T. Orlan\nArmy Spokesman\nVelmora Army Headquarters", "signature", "Velmora Army Headquarters"),
        (f"{BODY} Reporters for the Upland Courier counted nine graves.", "own_people", "Upland Courier"),
        (f"{BODY} The army did not respond to the Upland Courier's requests for comment.", "own_inquiry", "Upland Courier"),
        (f"{BODY} A doctor reached by Upland Courier said more would die.", "own_inquiry", "Upland Courier"),
        (f"{BODY} The union wrote in a message to AFP that it would strike.", "told", "AFP"),
        (f"FOR IMMEDIATE RELEASE\n\nDorum, 8 March 2023 – Valley Rights Circle (VRC) strongly condemns the raid. {BODY}", "own_release", "Valley Rights Circle"),
        (f"PRESS RELEASE\n\nRAID IN DORUM\n\nKorva, 8 March 2023. The local organisation Valley Mothers condemns the raid. {BODY}", "own_release", "Valley Mothers"),
        (f"Six killed in raid\n\nMizzima, 12 March 2023\n\n{BODY}", "lone_line", "Mizzima"),
    ],
)  # fmt: skip
def test_signs_of_other_registers(engine: Engine, text: str, kind: str, outlet: str) -> None:
    sign = run(Report.of(text), engine=engine).case.resolution.published_by
    assert sign is not None
    assert (sign.kind, sign.name.quote) == (kind, outlet)


@pytest.mark.parametrize(
    "text",
    [
        f"{BODY} The mayor told the Security Council on Monday that troops had fled. He told the Security Council of more.",
        f"{BODY} “Enough,” he told Lena Marsh. He told Lena Marsh that he would go.",
        f"{BODY} The Upland Courier, a weekly, was closed by the army.",
        f"{BODY}\n\nTags: Velmora Army, Tarsin, Upland People's Front",
        f"Access snapshot – Northern Rakhine and Paletwa (1–31 March)\n\n{BODY}",
        f"Guards Killed | Korva\n\n{BODY}",
        f"{BODY} He is a guard for Southern Mining.",
        "DORUM, 12 MAR 90 -- [TEXT] COLONEL ADAM SULE TEN,\nCOMMANDER OF THE VALLEY BRIGADE, REPORTED ON 11 MARCH THAT BETWEEN\nMAY AND JUNE SIX HAD DIED.",
        "DORUM, 12 MAR 90 -- [TEXT] COLONEL ADAM SULE TEN, COMMANDER OF THE VALLEY BRIGADE, REPORTED ON 11 MARCH THAT SIX HAD DIED.",
        f"Six killed in raid\n\nDorum, 12 March 2023\n\n{BODY}",
        f"Six killed in raid\n\nDorum, 12 March 2023. The Valley Front condemned the raid. {BODY}",
        f"{BODY}\nMusa Bakri, a spokesman for the Taliban, said they had left.",
        "Musa Bakri, a spokesman for the Taliban, said they had left.",
    ],
)
def test_whom_texts_name_without_publishing(engine: Engine, text: str) -> None:
    assert run(Report.of(text), engine=engine).case.resolution.published_by is None


def test_every_kind_of_sign_has_its_own_name_and_a_need_that_can_be_met() -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS)
    assert {kind.need for kind in KINDS} == set(NEEDS)


def test_the_record_says_by_which_signs_the_publisher_is_known(engine: Engine) -> None:
    text = f"DORUM, March 12 (Meridian News) - {BODY}\n\n© 2023 Meridian Group"
    told = record_json(run(Report.of(text), engine=engine))["report"]["publisher"]
    assert told["span"]["quote"] == "Meridian News"
    assert [(sign["kind"], sign["span"]["quote"]) for sign in told["signs"]] == [
        ("dateline", "Meridian News"),
        ("rights", "Meridian Group"),
    ]


def test_where_the_user_names_the_outlet_no_sign_does(engine: Engine) -> None:
    record = run(Report.of(f"DORUM, March 12 (Meridian News) - {BODY}", source="Lake Herald"), engine=engine)
    assert record.case.resolution.publisher.name == "Lake Herald"
    assert record.case.resolution.published_by is None


def test_the_body_whose_communique_a_station_reads_out_is_the_second_voice(engine: Engine) -> None:
    head = "CLANDESTINE, 12 MAR 90 (RADIO LIBRE) -- [COMMUNIQUE] [VALLEY FRONT GENERAL COMMAND] [TEXT] "
    record = run(Report.of(head + OURS.upper()), engine=engine)
    chains = {tuple(record.case.actors[voice.holder].name for voice in claim.voices) for claim in record.claims}
    assert {(outer, inner.title()) for outer, inner in chains} == {("Radio Libre", "Valley Front General Command")}
    assert record.case.resolution.publisher.side is None
    fighters = next(mention for mention in record.case.resolution.mentions if mention.span.quote == "OUR FIGHTERS")
    spoken = record.case.resolution.actor(fighters.id)
    assert spoken is not None
    assert spoken.name.title() == "Valley Front General Command"


@pytest.mark.parametrize("told", ["SAHEL TODAY", "Sahel Today", "THE SAHEL TODAY"])
def test_the_publisher_in_capitals_is_an_actor_and_no_place(engine: Engine, told: str) -> None:
    text = f"Sahel Today\n12 March 2023\n\n{BODY} A nurse told {told} that two more were hurt. An elder told Sahel Today so."
    resolution = run(Report.of(text), engine=engine).case.resolution
    named = [mention for mention in resolution.mentions if "SAHEL" in mention.span.quote.upper()]
    assert len(named) == 3
    assert {mention.kind for mention in named} == {"actor"}
    assert {resolution.actor(mention.id) for mention in named} == {resolution.publisher}


def test_whose_man_somebody_is_is_a_mention_of_its_own(engine: Engine) -> None:
    text = f"{BODY} A Karo Lantern reporter in Dorum saw burnt houses. “We ran,” a nurse told the Karo Lantern's Ibrahim Sule."
    resolution = run(Report.of(text), engine=engine).case.resolution
    quotes = {mention.span.quote: mention.kind for mention in resolution.mentions}
    assert quotes["Karo Lantern"] == "actor"
    assert not any("Lantern's" in quote for quote in quotes)


@pytest.mark.parametrize(
    "text",
    [
        f"SITUATION REPORT No. 14 – Dorum\nReporting period: 3–16 June 2024\n\nKEY FIGURES\n62,000 people displaced\n\nSECURITY\n{BODY}",
        f"01-06-2016 Over 20 Valley Fighters Killed in Dorum. {BODY}",
        f"Sat Mar 12 2016 Army Seized 17 Lorries in Valley East of Dorum. {BODY}",
    ],
)  # fmt: skip
def test_headings_and_headlines_are_no_outlets(engine: Engine, text: str) -> None:
    assert record_json(run(Report.of(text), engine=engine))["report"]["publisher"]["entity"] == "src:unnamed"


def test_a_name_in_capitals_keeps_its_small_words_small(engine: Engine) -> None:
    text = f"INSTITUTE FOR VALLEY STUDIES\nCampaign Assessment, September 9, 2024\n\n{BODY}"
    found = record_json(run(Report.of(text), engine=engine))
    assert "Institute for Valley Studies" in {entity["canonical"] for entity in found["entities"]}


def test_a_line_of_names_and_a_day_under_the_title_dates_the_report(engine: Engine) -> None:
    record = run(
        Report.of(f"Bomber kills nine; faction claims it\nThe Lantern, 27 November 2023\n\n{BODY}"), engine=engine
    )
    assert record.case.resolution.publication.range.iso() == "2023-11-27/2023-11-27"
    assert not any("Lantern" in span.quote for claim in record.claims for span in claim.spans)


def test_an_adverb_before_an_outlet_is_no_part_of_its_name(engine: Engine) -> None:
    text = f"{BODY} Meanwhile Valley Wire's correspondent reported that the market was shut."
    names = {entity["canonical"] for entity in record_json(run(Report.of(text), engine=engine))["entities"]}
    assert not any(name.startswith("Meanwhile") for name in names)


def test_blanks_are_looked_through_once() -> None:
    """20,000 blanks took 47 seconds where each of them began a search of its own: a quarter of a million take no time."""
    assert not list(_own(Report.of(f"Rebels killed 20{' ' * 250_000}soldiers.")))
