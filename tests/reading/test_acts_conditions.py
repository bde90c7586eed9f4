"""Conditions and what hangs on them, gerunds under modals, what had to be done, timetables, questions."""

from __future__ import annotations

import pytest

from tests.reading.marked_acts import assert_statuses

CASES = """
If the army attacks the town and [burns|conditional] the port, thousands will flee.
If the rebels try to [storm|conditional/attempted] the camp, the army will fire.
If the rebels begin [shelling|conditional] the camp, the army will leave.
Unless both sides agree to [stop|conditional/promised] and [withdraw|conditional/promised], talks will end.
If the report that police [fired|done/conditional/unknown] is true, the minister must go.
[Shelling|conditional/forecast/possible] the town would be a crime.
[Lifting|conditional/forecast/possible] the siege could save thousands.
[Shelling|done] the town was a crime.
Please [evacuate|asked] the building.
Please, [leave|asked] the town at once.
The envoy is [going|planned/forecast] to Cairo on Monday.
The army fired nothing but [flares|-] and [killed|done] nobody but its own men.
Did the army [shell|unknown] the town and [burn|unknown] the port?
Once the town is taken and the bridge [rebuilt|conditional], trade will resume.
The rebels did nothing to [stop|not_done/unknown] the fire.
The council did nothing but [talk|done].
The soldiers had no choice but to [surrender|done].
The army could not but [withdraw|done/not_done].
If not for the fog, the jets would have [struck|not_done].
But for the fog, the jets would have [struck|not_done].
The group would not hesitate to [strike|threatened/possible/forecast/done/conditional].
The minister was believed to have [fled|possible].
The minister is rumoured to have [fled|possible/done].
Rumours that the minister had [fled|possible/done] spread.
There were claims that the navy [fired|done].
The army was reported to have [crossed|done/possible] the river.
Whoever [ordered|done] the raid must be tried.
Those who [burned|done] the school must be tried.
Anyone who [crosses|conditional/possible/unknown/done] the line will be shot.
The army will shoot anyone who [crosses|conditional/possible/unknown] the line.
Any ship that [enters|conditional/possible/unknown] the zone will be sunk.
The law makes it a crime to [insult|possible/planned/unknown] the king.
The ruling makes it illegal to [march|not_done/possible/planned/unknown].
It is illegal to [march|not_done/possible/planned/unknown].
It is time to [negotiate|asked/unknown/planned].
It took the army two days to [retake|done] the town.
The army took two days to [retake|done] the town.
The army lost no time in [retaking|done] the town.
The rebels had little choice but to [withdraw|done].
The plan to [invade|planned] was dropped.
The general was the first to [resign|done].
The last man to [leave|done] was the mayor.
He was the only officer to [survive|done].
He lived to [see|done] the truce.
He returned only to [find|done] his house burned.
The talks [open|planned/forecast] on Sunday.
The envoy [leaves|planned/forecast] for Cairo next week.
The envoy is [leaving|planned/forecast] for Cairo on Monday.
The army is [shelling|done] the port today.
The army [attacked|done] on Sunday.
The minister [visits|planned/forecast] Oslo next month.
The navy is [sending|planned/forecast] two frigates to Oman next week.
It is time the army [left|unknown/asked] the town.
The convoy will move as soon as the road [opens|conditional/-].
The convoy will move as soon as the army [clears|conditional] the road.
The army cleared the road so that trucks [reach|planned] the camp.
[Evacuate|asked] the building and [call|asked] the police.
The army says it [controls|done] the town.
The rebels [control|done] the road since Monday.
The rebels have [held|done] the port since next to nobody came.
Did the minister say that the army had [left|unknown]?
Does the envoy think the truce has [held|unknown]?
We do not know that the army [fired|possible/unknown] first.
The villagers do not know that the army [fired|done] first.
Why did the minister say that the army had [left|done]?
Do you know who [fired|done] first?
"""


@pytest.mark.parametrize("line", CASES.strip().split("\n"))
def test_status_of_every_marked_act(line: str) -> None:
    assert_statuses(line)
