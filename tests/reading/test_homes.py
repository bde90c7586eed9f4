"""Countries that the report as a whole lets be known: a line is a report, ">" an entity and its codes."""

from __future__ import annotations

import pytest

import fogline

TOLD = """
Clashes broke out in Lodwar, Kenya, on Monday. The president sent soldiers to Lodwar. > president KEN GOV
Students marched in Nairobi on Monday. In Lodwar, Kenya, protesters burned tyres. > protesters KEN OPP
The Foreign Secretary condemned the attack on a market in Taiz. > Foreign Secretary GBR GOV
The foreign secretary of the party met India's finance minister in Delhi. > India’s finance minister IND GOV
Defense Secretary Ann Keller visited troops near Mosul. > Ann Keller USA MIL
Syria's army shelled Idlib. Bashar al-Assad denied it. > Bashar al-Assad SYR None
Rebels attacked the town of Goma at dawn. > Goma COD None
Kenyan Prime Minister\u200e Amina Otieno met the press. > Amina Otieno KEN GOV
Fiji's attorney-general resigned. > Fiji's attorney-general FJI JUD
High Representative Anna Berg condemned the raid. > Anna Berg None IGO
UN special envoy Jan Lund condemned the raid. > Jan Lund None IGO
"""

OPEN = """
Foreign Minister Jan Lund condemned the shelling of Idlib, Syria. The government was not told in Idlib. > government
Kenya and Uganda closed the border at Busia. The president spoke in Nairobi, and the army left Kampala. > president
Clashes broke out in Lodwar, Kenya, on Monday. A foreign mediator left Lodwar. > foreign mediator
Clashes broke out in Lodwar, Kenya, on Monday. John Baker left Lodwar. > John Baker
The president condemned the raid. > president
"""


@pytest.mark.parametrize("line", TOLD.strip().split("\n"))
def test_the_report_tells_whose_it_is(line: str) -> None:
    text, told = line.split(" > ")
    name, country, sector = told.rsplit(" ", 2)
    found = {e.name.replace("’", "'"): (str(e.country), str(e.sector)) for e in fogline.read(text).entities}
    assert found[name.replace("’", "'")] == (country, sector)


@pytest.mark.parametrize("line", OPEN.strip().split("\n"))
def test_what_it_leaves_open_stays_unknown(line: str) -> None:
    text, name = line.split(" > ")
    assert [e.country for e in fogline.read(text).entities if e.name == name] == [None]
