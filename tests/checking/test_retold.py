"""One voice retells a thing in nearly the same words, and differently; look-alikes stay clean."""

# ruff: noqa: E501  (one passage is one line)

from __future__ import annotations

from collections.abc import Mapping

import pytest

from fogline.checking.story import Story
from fogline.checking.telling.alike import Wording
from fogline.line import ledgers
from fogline.records import Ledger, Report

CODES = {
    "C104": [
        "The harbour office of Mombasa responded to written questions about the audit. Two dockers were suspended. The harbour office of Mombasa did not respond to written questions about the audit.",
        "The coast guard of Malta declined to confirm the sale of the cutter. A broker in Valletta had offered it. The coast guard of Malta confirmed the sale of the cutter.",
        "The clinic in Goma accepted the vaccine from the donors on Tuesday. The road was shut. The clinic in Goma refused to accept the vaccine from the donors.",
        "The driver of the lorry stopped at the checkpoint in Kidal. It was dark. The driver of the lorry did not stop at the checkpoint in Kidal.",
        "The brewery in Plzen apologised for the leak of ammonia. Forty families had left their homes. The brewery in Plzen did not apologise for the leak of ammonia.",
        "Witnesses said that the captain warned the crew of the barge about the bridge. The Danube was high. Witnesses said that the captain did not warn the crew of the barge about the bridge.",
        "The museum in Cusco paid for the stolen masks. A collector had asked for money. The museum in Cusco failed to pay for the stolen masks.",
        "The engineer inspected the cable of the lift in Sofia. The lift was built in 1974. The engineer did not inspect the cable of the lift in Sofia.",
        "The governor of Kassala signed the water decree on Monday. Farmers had asked for it. The governor of Kassala did not sign the water decree.",
        "The orchestra of Leipzig played the anthem before the match. Rain fell. The orchestra of Leipzig did not play the anthem before the match.",
    ],
    "C156": [
        "The appeals court in Nairobi upheld the conviction of the banker. The hearing took two hours. The appeals court in Nairobi overturned the conviction of the banker.",
        "The bridge over the Kagera was reopened to traffic on Monday. Lorries crossed all day. The bridge over the Kagera was closed to traffic on Monday, and lorries queued.",
        "Shares in Baltona rose 4 percent on Tuesday after the results. The firm sells shoes. Shares in Baltona fell 4 percent on Tuesday.",
        "The missing climber, Jorge Salas, was found alive on Sunday in a cave near Cusco. Rescuers had searched for six days. Salas was found dead in the cave near Cusco.",
        "The union accepted the pay offer of the airline on Tuesday. Flights had been cancelled. The union rejected the pay offer of the airline.",
        "Fishermen in Lamu hailed the new quota for tuna. It starts in June. Fishermen in Lamu condemned the new quota for tuna.",
        "The mayor of Porto supports the new tram line along the river. It would cost 90 million euros. The mayor of Porto opposes the new tram line along the river.",
        "Rovers won the cup final in Split on Saturday. Thousands had travelled. Rovers lost the cup final in Split on Saturday after a late goal.",
        "The archive in Tartu is public and holds 40,000 letters. Students work there. The archive in Tartu is private and holds letters of two families.",
        "The council of Gulu allowed the sale of charcoal in the market. Prices fell. The council of Gulu banned the sale of charcoal in the market.",
        "Scientists in Tromso said the sea ice was intact near the harbour station. Seals were seen. The jury in Oslo convicted the treasurer of the harbour fund. Lawyers left in silence. The jury in Oslo acquitted the treasurer of the harbour fund.",
    ],
    "C157": [
        "Tickets for the concert in Leeds cost 45 pounds. Fans queued overnight. The tickets for the concert in Leeds cost 65 pounds.",
        "The senate of Paraguay approved the treaty by 28 votes to 14. The debate lasted nine hours. The senate of Paraguay approved the treaty by 31 votes to 14.",
        "The poll in Tirol has a margin of error of three percentage points. Voters were called at home. The poll in Tirol has a margin of error of five percentage points.",
        "The shipyard in Gdynia employs 700 welders. It builds ferries. The shipyard in Gdynia employs 950 welders.",
        "The tunnel under the pass at Tende is 3 km long. It was dug by hand. The tunnel under the pass at Tende is 8 km long.",
        "The library in Lagos lent 12,000 books to schools in spring. Teachers were glad. The library in Lagos lent 21,000 books to schools in spring.",
        "The dam at Tarbela has 14 gates of steel. Two were mended. The dam at Tarbela has 22 gates of steel.",
        "The ferry to Zanzibar carried 60 goats and their herders. The sea was calm. The ferry to Zanzibar carried 90 goats and their herders.",
        "The fund spent about $9 million on wells in Turkana. Each well is deep. The fund spent about $4 million on wells in Turkana.",
        "The orchard near Herat lost 300 almond trees to the frost. Insurance paid nothing. The orchard near Herat lost 750 almond trees to the frost.",
    ],
    "C158": [
        "No officer was hurt in the riot at the stadium in Tunis. The match was stopped. An officer was hurt in the riot at the stadium in Tunis.",
        "The ambassador never visited the camp at Dadaab. She left in May. The ambassador visited the camp at Dadaab with two doctors.",
        "None of the trawlers carried a radio off Walvis Bay. A storm came. The trawlers carried a radio off Walvis Bay.",
        "No shell exploded during the clearance of the quarry at Jezzine. Engineers worked all day. A shell exploded during the clearance of the quarry at Jezzine.",
        "Neither the mayor nor the bishop of Cadiz spoke with reporters about the bells. The square was full. The mayor and the bishop of Cadiz spoke with reporters about the bells.",
        "The trainer never rode the horse in the race at Chantilly. It won by a length. The trainer rode the horse in the race at Chantilly.",
        "Not one lorry crossed the border at Busia with sugar. The scales were broken. A lorry crossed the border at Busia with sugar.",
        "No passenger left the train at the halt in Ostrava. Doors were locked. A passenger left the train at the halt in Ostrava.",
        "The inspectors never found asbestos in the school at Lublin. Pupils stayed at home. The inspectors found asbestos in the school at Lublin.",
        "The pilot said that no alarm rang in the cabin over Samsun. Clouds were low. The pilot said that an alarm rang in the cabin over Samsun.",
    ],
}  # fmt: skip

CLEAN = {
    "two courts": "The lower court in Nairobi convicted the former minister in 2019. The appeals court overturned the conviction on Friday. The Supreme Court upheld the conviction of another minister.",
    "later": "The bridge over the Kagera was closed to traffic on Monday. The bridge over the Kagera was reopened to traffic on Tuesday.",
    "two firms": "Harlan Foods has 300 employees in Durban. Bexley Foods has 500 employees in Durban. Harlan Foods had 420 employees in 2010.",
    "two matches": "Rovers won the first match in Split. Rovers lost the second match in Split.",
    "polls": "A poll has Duarte at 42 percent in Porto. Another poll has Duarte at 39 percent in Porto. Among women Duarte is at 47 percent.",
    "another voice": "The mayor of Porto supports the tram line along the river. Critics say the mayor of Porto opposes the tram line along the river.",
    "a condition": "If the union rejects the pay offer of the airline, the strike goes on. The union accepted the pay offer of the airline on Tuesday.",
    "a part": "The fire at the textile mill in Faisalabad injured 12 workers. Three workers were injured seriously in the fire at the textile mill.",
    "a question": "Did the ferry arrive in Zanzibar with the doctors? The ferry did not arrive in Zanzibar with the doctors.",
    "months": "Shares in Baltona rose 4 percent in June. Shares in Baltona fell 4 percent in July.",
    "before and after": "The ferry had not arrived in Zanzibar by noon. The ferry arrived in Zanzibar in the evening with all its passengers.",
    "a plan": "The council of Gulu plans to close the school at the mill. The council of Gulu did not close the school at the mill.",
    "perhaps": "The council of Gulu may close the school at the mill. The council of Gulu did not close the school at the mill.",
    "not all": "Not all schools in Gulu stayed closed because of the storm. Two schools in Gulu opened in spite of the storm.",
    "prices of two kinds": "Tickets for the concert in Leeds cost 45 pounds for adults. Tickets for the concert in Leeds cost 20 pounds for children.",
    "two groups of voters": "Duarte won the vote in Porto among the young. Duarte lost the vote in Porto among the old.",
    "not only": "The clinic in Goma not only accepted the vaccine from the donors but paid for it. The clinic in Goma accepted the vaccine from the donors.",
    "no longer": "The clinic in Goma accepted the vaccine from the donors. The clinic in Goma no longer accepted the vaccine from the donors.",
    "two places": "In Herat, the army carried out 23 raids on smugglers of fuel. In Farah, the army carried out 15 raids on smugglers of fuel.",
    "two samples": "Of 542 farmers asked, the margin of error is 4 percentage points. Of 459 fishermen asked, the margin of error is 5 percentage points.",
    "two people": "The mayor of Porto supports the new tram line along the river. The bishop Anton Reis opposes the new tram line along the river.",
    "except": "No convoy reached Kadugli in May except one from Kosti. A convoy from Kosti reached Kadugli on 3 May.",
    "both said of each": "It takes 40 seats to win the upper house. It takes 61 seats to win the lower house. It takes 40 seats to win the upper house. It takes 61 seats to win the lower house.",
}  # fmt: skip

PASSAGES = {f"{code} {i}": text for code, texts in CODES.items() for i, text in enumerate(texts)} | CLEAN


@pytest.fixture(scope="module")
def made() -> Mapping[str, Ledger]:
    reports = [Report(name, text, outlet="Harbour Wire", published="2025-11-20") for name, text in PASSAGES.items()]
    return {ledger.report.id: ledger for ledger in ledgers(reports)}


@pytest.mark.parametrize("name", [name for name in PASSAGES if name not in CLEAN])
def test_a_thing_retold_differently_is_found(made: Mapping[str, Ledger], name: str) -> None:
    found = made[name].findings
    assert [f.code for f in found] == [name[:4]]
    assert [e.side for e in found[0].evidence] == ["A", "B"] and found[0].explanation.endswith(".")


@pytest.mark.parametrize("name", CLEAN)
def test_a_look_alike_is_left_alone(made: Mapping[str, Ledger], name: str) -> None:
    assert [f.explanation for f in made[name].findings if f.category == "contradiction"] == []


def test_sentences_of_one_thing_share_their_words(made: Mapping[str, Ledger]) -> None:
    wording = Wording(Story(made["C156 0"]))
    assert len(wording.keys[0] & wording.keys[2]) > 3
    assert min(wording.weights.values()) > 0
