"""Who is named: each rule with sentences of its own and near misses beside them."""

from __future__ import annotations

import pytest

from tests.naming import found, people
from tracker.events import actors
from tracker.models import Sentence


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Norway offered help.", [("NOR", "state", "Norway")]),
        ("Oslo offered help.", [("NOR", "metonym", "Oslo")]),
        ("The Kremlin offered help.", [("RUS", "metonym", "The Kremlin")]),
        ("The Elysée offered help.", [("FRA", "metonym", "Elysée")]),
        ("Moscow's answer came late.", [("RUS", "metonym", "Moscow")]),
        ("The Norwegians offered help.", [("NOR", "demonym", "Norwegians")]),
        ("The French offered help.", [("FRA", "demonym", "French")]),
        ("Norwegian warplanes took off.", [("NOR", "demonym", "Norwegian warplanes")]),
        ("The Chilean armed forces fired.", [("CHL", "demonym", "Chilean armed forces")]),
        (
            "The European Union and the Red Cross agreed.",
            [("EUU", "group", "The European Union"), ("ICRC", "group", "the Red Cross")],
        ),
        (
            "European leaders met without the West.",
            [("EUROPE", "group", "European leaders"), ("WEST", "group", "the West")],
        ),
        ("The Houthis freed them.", [("HOUTHI", "group", "The Houthis")]),
    ],
)
def test_states_metonyms_demonyms_and_groups(text: str, wanted: list[tuple[str, str, str]]) -> None:
    assert found(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "The Moscow Times and the Washington Post reported it.",
        "Turkish Airlines flies there.",
        "Jordan Motors and the Oslo Philharmonic gave money.",
        "pro-Russian crowds cheered an Iran-backed plan in Rome",
        "They paid US$20 million.",
        "He bought china and ate turkey.",
        "The un-American habit survived.",
    ],
)
def test_firms_compounds_and_common_words_are_nobody(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("The talks in Oslo went on.", []),
        ("The envoys met at Geneva and Vienna.", []),
        ("GENEVA, Nov. 3 (AP) -- Nobody came.", []),
        ("The Geneva talks went on.", []),
        ("The war across Chile went on.", []),
        ("In Chile, Norway offered help.", ["NOR"]),
        ("The envoy flew to Oslo.", ["NOR"]),
        ("A letter to Oslo was read.", ["NOR"]),
        ("Norway hosted the talks.", ["NOR"]),
        ("Rockets were fired at Lebanon.", ["LBN"]),
        ("Officials in Oslo agreed.", ["NOR"]),
        ("Shops in Oslo closed.", []),
    ],
)
def test_a_name_in_use_as_a_place_only_is_no_actor(text: str, kept: list[str]) -> None:
    assert [code for code, _, _ in found(text)] == kept


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Chilean troops left.", "agent"),
        ("Chileans left.", "people"),
        ("Chilean gas ran out.", "attribute"),
        ("Chilean prisoners went home.", "attribute"),
        ("Chilean and Peruvian envoys met.", "agent"),
        ("An envoy flew to Oslo.", "flew to"),
        ("He visited Chile.", "visited"),
    ],
)
def test_the_rule_tells_how_a_name_is_used(text: str, rule: str) -> None:
    first = actors.find(text, None)[0]
    assert first.rule.split(": ")[-1] in (rule, "envoys")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The Popular Front for Renewal (PFR) left. The PFR came back.", ["PFR", "PFR"]),
        ("The PFR (Popular Front for Renewal) left.", ["PFR"]),
        ("The Chile Police Force (CPF) left. CPF men came back.", ["CHL", "CHL"]),
        ("The Gross Domestic Product (GDP) rose.", []),
        ("Chilean rebels left.", ["CHLREB"]),
        ("The Chilean opposition left.", ["CHLOPP"]),
        ("Chilean opposition leader Juana Prado left.", ["CHLOPP"]),
        ("Chile's two most powerful guerrilla armies left.", ["CHLREB"]),
        ("Chile's last active armed group left.", ["CHLREB"]),
        ("Chile's oldest insurgency, the Popular Front for Renewal (PFR), left.", ["PFR"]),
        ("Chile's two largest street gangs made it up.", []),
        ("Europe's last armed separatist group left.", []),
        ("Chile's largest armies left.", ["CHL"]),
        ("The rebels of Chile met Peru's envoy.", ["CHLREB", "PER"]),
        ("Separatist leaders in southern Chile met Peru's envoy.", ["CHLREB", "PER"]),
        ("Guerrillas from Bolivia crossed into Chile.", ["BOLREB"]),
        ("The army of Chile left.", ["CHL"]),
    ],
)
def test_groups_that_no_profile_knows(text: str, codes: list[str]) -> None:
    assert [code for code, _, _ in found(text)] == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The militant outfit Black Ibis freed two pilots.", ["BLACKIBIS"]),
        ("Black Ibis freed two pilots. The Ibis Brigade, a rebel faction, did not.", ["IBISBRIGADE"]),
        ("The rebel Lake Salt Movement freed two pilots.", ["LSM"]),
        ("Jon Moe, a spokesman for the Free Delta Army, denied it.", ["FDA"]),
        ("A truce between the Bellu and Okarr militias held.", ["BELLU", "OKARR"]),
        ("Ravenna fighters? No: Kordofan rebels freed two pilots.", ["SDNREB"]),
        ("He met Ana Ruiz, who leads the guerrillas of the Blue Hill Front.", ["BHF"]),
        ("Suspected fighters freed two pilots.", []),
        ("In Norway, a militant group freed two pilots.", []),
        ("Foreign militants left.", []),
        ("The rebels, backed by Norway-based militants, left.", ["NORREB"]),
        ("Members of the Steel Workers Union left.", []),
        ("The Zagawi faction Lake Salt Council freed two pilots.", ["LSC"]),
        ("Fighters of the Lion Guard, a Chadian militia, left.", ["LIONGUARD", "LIONGUARD"]),
        ("The Lions of Oum, an armed Zagawi movement, left.", ["LIONSOUM"]),
        ("They met Marcos Ali, the Zagawi rebels' envoy.", ["ZAGAWI", "ZAGAWI"]),
        ("Casamance guerrillas left.", ["MFDC"]),
        ("Muslim guerrillas left.", []),
    ],
)
def test_groups_that_a_text_calls_so(text: str, codes: list[str]) -> None:
    assert [code for code, kind, _ in found(text) if kind in {"group", "person"}] == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The UN envoy for Peru and Chile spoke.", ["UNO"]),
        ("Norway's special representative to Chad spoke.", ["NOR"]),
        ("Norway sent an envoy to Chad.", ["NOR", "TCD"]),
        ("A spokesman for Chad spoke.", ["TCD"]),
    ],
)
def test_who_is_only_sent_to_a_state_does_not_speak_for_it(text: str, codes: list[str]) -> None:
    assert [code for code, _, _ in found(text)] == codes


@pytest.mark.parametrize(
    ("text", "slug", "codes"),
    [
        ("Junta officers and rebel envoys in Chad met in Accra.", "", ["TCD", "TCDREB"]),
        ("Government and Renamo negotiators met.", "mozambique", ["MOZ", "RENAMO"]),
        ("Good government and Renamo met.", "mozambique", ["RENAMO"]),
        ("Police in Chad arrested ten.", "", ["TCD"]),
    ],
)
def test_those_who_belong_to_a_government_and_to_rebels(text: str, slug: str, codes: list[str]) -> None:
    assert [code for code, _, _ in found(text, slug)] == codes


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("In Bolivia, government and rebels agreed on a truce.", ["BOL", "BOLREB"]),
        ("The rebels took a bridge near Asunción and the army withdrew.", ["PRYREB", "PRY"]),
        ("Opposition leaders in Uruguay boycotted the session.", ["URYOPP"]),
        ("Chile told Peru that the rebels had fled.", ["CHL", "PER"]),
        ("The rebels had fled.", []),
        ("Former rebels in Bolivia sit in the assembly.", []),
        ("In Bolivia the rebel-held valley was quiet.", []),
        ("An opposition coalition in Bolivia left the hall.", ["BOLOPP"]),
    ],
)
def test_bare_groups_are_those_of_the_state_that_a_text_is_about(text: str, wanted: list[str]) -> None:
    assert [code for code, _, _ in found(text)] == wanted


def test_whom_a_profile_calls_the_rebels_it_means_by_the_like_of_it() -> None:
    text = "The guerrilla negotiators and the government delegates left. Other armed groups left later."
    assert [code for code, _, _ in found(text, "colombia")] == ["FARC", "COL"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("North and South Korea met.", ["PRK", "KOR"]),
        ("South Korea met envoys from the north.", ["KOR"]),
        ("A West African country sent troops.", []),
    ],
)
def test_names_that_share_a_word(text: str, wanted: list[str]) -> None:
    assert [code for code, _, _ in found(text)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The rebel group Movement for the Emancipation of the Niger Delta left.", ["MEND"]),
        ("The MEND rebel group left Nigeria.", ["MEND", "NGA"]),
        ("Nigerian rebels and MEND left.", ["NGAREB", "MEND"]),
    ],
)
def test_a_group_named_with_its_own_name_is_named_once(text: str, wanted: list[str]) -> None:
    assert [code for code, _, _ in found(text)] == wanted


def test_a_profile_says_who_the_rebels_are() -> None:
    assert found("The rebels left.", "sri-lanka") == [("LTTE", "group", "The rebels")]
    assert found("The rebels left.", "drc-m23-rwanda") == [("M23", "group", "The rebels")]


def test_the_rebels_are_those_whom_the_article_names() -> None:
    told = [code for code, _, _ in found("The ELN freed two men. The rebels met the envoys.", "colombia")]
    assert told == ["ELN", "ELN"]
    told = [code for code, _, _ in found("FARC and the ELN fought. The rebels met the envoys.", "colombia")]
    assert told == ["FARC", "ELN", "FARC"]
    text = "The ELN freed two men. The ELN and the ELN of old differ. The rebel group is older than FARC."
    assert {code for code, _, _ in found(f"{text} The guerrillas left.", "colombia")[:-2]} == {"ELN"}
    assert [code for code, _, _ in found(f"{text} The guerrillas left.", "colombia")[-2:]] == ["FARC", "ELN"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("OSLO - The Sudanese army said so.", ["SDN"]),
        ("ISLAMABAD: Iran said so.", ["IRN"]),
        ("TEHRAN, 9 April 1997 (Wire/Radio) - Iraq said so.", ["IRQ"]),
        ("Ana Perez, Jakarta – Iran said so.", ["IRN"]),
        ("Moscow said so: Iran agreed.", ["RUS", "IRN"]),
        ("UNITED NATIONS (Wire) - Iran said so.", ["IRN"]),
        ("The United Nations - which runs the camps - said so.", ["UNO"]),
    ],
)
def test_a_dateline_is_no_actor(text: str, codes: list[str]) -> None:
    assert [code for code, _, _ in found(text)] == codes


def test_an_office_without_an_owner_belongs_to_the_one_state_at_war() -> None:
    text = "Norwegian envoys and Norwegian monitors came to meet the Nepalese army.\n\nInterior Minister Hari Rai left."
    assert ("NPL", "Hari Rai") in people(text, "nepal")


def test_a_national_security_council_is_not_the_united_nations() -> None:
    assert found("The Chilean Security Council met.") == [("CHL", "demonym", "Chilean Security Council")]
    assert found("The Security Council met.")[0][0] == "UNO"


def test_only_mentions_inside_the_sentences_count_but_all_of_the_text_is_read() -> None:
    text = "Chilean envoy Juana Prado came. Prado left."
    body = Sentence(1, 32, len(text), text[32:])
    assert [(one.code, one.person, one.text) for one in actors.find(text, None, [body])] == [
        ("CHL", "Juana Prado", "Prado")
    ]


def test_a_capital_that_is_a_surname_stands_for_no_government() -> None:
    assert found("Aide Kirk Douglas and Ann Stanley met in Hamilton.") == []
    assert [code for code, _, _ in found("Wellington met Canberra.")] == ["NZL", "AUS"]


def test_nothing_in_nothing() -> None:
    assert actors.find("", None) == ()


@pytest.mark.parametrize(
    ("text", "slug", "wanted"),
    [
        ("Boko Haram freed ten pupils. The group gave no reason.", "nigeria", ["BOKOHARAM", "BOKOHARAM"]),
        ("MEND claimed the raid. A barge was boarded by rebels at dawn.", "nigeria", ["MEND", "MEND"]),
        ("Ivory Coast rebels left Man.", "ivory-coast", ["FNCI"]),
        ("The group of ministers met MEND.", "nigeria", ["MEND"]),
        ("The United Nations spoke. The group was silent.", "nigeria", ["UNO"]),
    ],
)
def test_a_common_noun_leads_back_to_the_group_named_before(text: str, slug: str, wanted: list[str]) -> None:
    assert [code for code, _, _ in found(text, slug)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("They met in the Chadian town of Abeche.", []),
        ("Chadian troops left the town.", ["TCD"]),
        ("In Geneva, Sudan's foreign minister spoke.", ["SDN"]),
        ("They signed it in Abeche (Chad) at noon.", []),
    ],
)
def test_an_adjective_or_bracket_that_tells_where_a_town_lies_names_nobody(text: str, wanted: list[str]) -> None:
    assert [code for code, _, _ in found(text)] == wanted
