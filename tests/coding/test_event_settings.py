"""Day and place of an act: its own, not those of the words spoken about it or of the act beside it."""

from __future__ import annotations

import pytest

import fogline
from tests.coding.test_events import coded

# text; type of an event; its day ("-" for none)
DAYS = """
France condemned the attack on a market in Kano on Friday. | ACCUSE | -
France condemned the attack on a market in Kano on Friday. | ASSAULT | 2025-11-14
Norway called for an inquiry into a raid on a clinic in Goma on Friday. | REQUEST | -
Norway called for an inquiry into a raid on a clinic in Goma on Friday. | ASSAULT | 2025-11-14
On Monday, Kenya condemned the bombing in Mogadishu. | ACCUSE | 2025-11-17
On Monday, Kenya condemned the bombing in Mogadishu. | ASSAULT | -
Kenya on Monday condemned the bombing of a hotel in Mogadishu on Sunday. | ASSAULT | 2025-11-16
France condemned the raid in a statement on Friday. | ACCUSE | 2025-11-14
He was killed in a raid conducted by the Kenyan army on 4 May 2020. | ASSAULT | 2020-05-04
Then on 10 November the rebels began to attack the town of Goma. | ASSAULT | 2025-11-10
In March, state media said an Israeli strike had targeted the airport in Aleppo. | ASSAULT | 2025-03
On 4 May, army jets were reported to have fired missiles into Sudan. | ASSAULT | 2025-05-04
On 6 May, Iraqi forces attempted to seize the town of Hit. | COERCE | 2025-05-06
On Monday the commander admitted that rebels had shelled Goma. | ASSAULT | -
The minister visited Chad on 4 May and Niger on 6 May. | CONSULT | 2025-05-04
Since March, the army has shelled the town of Goma. | ASSAULT | 2025-03
Over the past two weeks the army has shelled the town of Goma. | ASSAULT | P2W
The army shelled the town of Goma between 2 and 5 May. | ASSAULT | P4D
The militia has besieged Goma for two years. | COERCE | P2Y
Kenya thanked the envoy of Chad for two years of work. | SUPPORT | -
The army ended a two-year siege of Goma. | RETREAT | -
Later in the day, the Kenyan minister flew to visit soldiers in Goma. | CONSULT | 2025-11-20
"""

# text; type of an event; the name of its place ("-" for none)
SPOTS = """
Kenyan forces conducted 34 strikes against the rebels in Somalia. | ASSAULT | Somalia
The Kenyan minister visited Somalia on Monday. | CONSULT | Somalia
Reports of air strikes and fighting in Goma alarmed Kenya. | ASSAULT | Goma
Kenyan and Chadian ministers met in Accra and discussed the crisis in Goma. | CONSULT | Accra
Kenya deported the men to Somalia. | COERCE | -
"""


@pytest.mark.parametrize("row", DAYS.strip().splitlines())
def test_the_day_is_that_of_the_act(row: str) -> None:
    text, kind, day = (cell.strip() for cell in row.split("|"))
    event = coded(text).one(kind)
    assert (event.time.value if event.time else "-") == day


@pytest.mark.parametrize("row", SPOTS.strip().splitlines())
def test_the_place_is_that_of_the_act(row: str) -> None:
    text, kind, name = (cell.strip() for cell in row.split("|"))
    ledger = fogline.read(text, facts=())
    names = {place.id: text[place.start : place.end] for place in ledger.places}
    event = next(event for event in ledger.events if event.type == kind)
    assert names.get(event.place or "", "-") == name


def test_acts_side_by_side_keep_their_days() -> None:
    found = coded("The army launched raids in Gao on Monday and strikes in Kidal on Tuesday.")
    assert [e.time.value for e in found.events if e.time] == ["2025-11-17", "2025-11-18"]
    assert len({e.place for e in found.events}) == 2


def test_a_condemnation_does_not_happen_where_the_attack_did() -> None:
    found = coded("The United States condemns the attacks today in the town of Jabla and the port city of Tartus.")
    assert found.one("ACCUSE").place is None
    assert found.one("ASSAULT").place is not None
