"""What a negation reaches: the act, or only its means, its place, or another negation."""

from __future__ import annotations

import pytest

from tests.reading.marked_acts import assert_read

CASES = """
The cartel did not [poison|done] the judge with arsenic but with mercury.
Kurdish fighters did not [cross|done] the Tigris by boat but over a rope bridge, herders said.
The garrison did not [surrender|done] on Monday but on Thursday.
The minister was not [arrested|done] for theft but for treason.
Villagers in Chad did not [flee|done] from hunger but because gunmen had burned their wells.
Iran's guards did not [seize|done] the tanker near Hormuz but off Fujairah.
The gang did not [act|done] alone, prosecutors in Lima said.
The hostages did not [die|done] in vain, the mayor said.
The militia did not [shell|done] the port but the airfield.
The army did not [withdraw|done] until the bridge was rebuilt.
Rebels did not [stop|done] firing until dawn.
The army did not [attack|not_done] the camp but surrounded it.
The troops did not just [loot|done] the museum; they burned it.
No convoy leaves Gao without being [shelled|done].
The raiders never left a village in Darfur without [burning|done] its granary.
Not a week goes by in Cali without a [bombing|done].
There was no street in Homs that the snipers did not [watch|done].
There is scarcely a family in Grozny that has not [lost|done] a son.
Hardly a market in Jos was not [looted|done].
There was not one bridge that the retreating army had not [mined|done].
There was no village that they [burned|not_done].
The truce did not hold without [violations|done].
The army did not leave without [blowing|done] up the depot.
The company does not deny that its guards [shot|done] the farmer.
Nobody denies that the dam [collapsed|done].
Few dispute that the army [looted|done] the bazaar.
No one doubts that the rebels [killed|done] the priest.
There is no question that the regime [gassed|done] the town.
There can be no doubt that Minsk [sent|done] the drones.
It is beyond dispute that the navy [sank|done] the ferry.
It is undeniable that the police [tortured|done] him.
It is no secret that Doha [funded|done] the rebels.
Without doubt the militia [mined|done] the road.
Undoubtedly the army [fired|done] first.
The army neither confirmed nor denied that it had [struck|unknown/possible] the convoy.
Officials would not rule out that the plane was [shot|possible/unknown] down.
Hardly anyone doubts that the vote was [rigged|done].
The lawyer does not contest that his client [fired|done].
The two sides agree that the truce was [broken|done].
Fishermen no longer [cross|not_done] the lake at night.
Turkish jets no longer [bomb|not_done] the valley, herders say.
Foreign airlines no longer [land|not_done] in Sanaa.
Smugglers no longer [ferry|not_done] migrants to Malta.
The trains no longer [run|not_done] to Donetsk.
Police do not [patrol|not_done] the quarter any more.
The gangs have stopped [taxing|done/not_done] the market.
Allegations that soldiers [burned|denied] the school are groundless, the army said.
Reports that the ship [sank|denied] are untrue, the navy said.
The claim that the bank [laundered|denied] money is a fabrication, its lawyers said.
Accusations that Rwanda [armed|denied] the rebels are unfounded, Kigali said.
It is false that police [beat|denied/not_done] the student, the chief said.
It is a myth that the garrison [surrendered|denied/not_done].
It is nonsense that we [sold|denied/not_done] the weapons, the admiral said.
Talk of a [coup|denied/not_done] is absurd, the minister said.
There is no truth in reports that the army [shelled|denied/not_done] the camp.
There is no truth to claims that the governor [fled|denied/not_done].
The army said allegations of [torture|denied] were baseless.
The consul laughed off reports that he had [resigned|denied].
The regime insists that no prisoner was [tortured|not_done/denied].
Baku scoffed at the suggestion that it had [shelled|denied] the monastery.
Far from [retreating|not_done], the rebels advanced.
Russia held a so-called [referendum|done] in Kherson.
The so-called [trial|done] of the journalist lasted an hour.
Militiamen staged what they called a [trial|done] in the square.
"""


@pytest.mark.parametrize("line", CASES.strip().split("\n"))
def test_status_at_every_mark(line: str) -> None:
    assert_read(line)
