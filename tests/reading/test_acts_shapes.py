"""More shapes of status, one a line; where two readings are fair both stand after the bar. Known failures below."""

from __future__ import annotations

import re

import pytest

from fogline.models import english
from fogline.reading.acts import find_acts
from fogline.reading.sentences import sentences
from fogline.records import Act, Reading, Report

MARK = re.compile(r"\[([^|\]]+)\|([\w/]+)\]")

CASES = """
The minister denied ordering the [strike|denied].
The attack was denied by Moscow, which blamed Kyiv for the [shelling|done].
A claim that its jets had [bombed|denied] the camp was denied by the air force.
Beijing dismissed allegations that it had [hacked|denied] the ministry.
The rebels are threatening to [storm|threatened] the capital.
The junta has threatened [retaliation|threatened] against the bloc.
The group issued a threat to [bomb|threatened] the metro.
A vow by the militia to [avenge|threatened] its leader raised fears.
The coalition promised not to [attack|not_done] the dam.
Police were told to [arrest|ordered] the organisers.
The court ordered the [release|ordered] of the journalist.
The cabinet approved the [deployment|authorised] of 200 troops.
Permission to [fly|authorised] over the zone was granted.
The UN demanded the [withdrawal|asked] of the troops.
Washington is pressing Jakarta to [extradite|asked] the banker.
An appeal to [halt|asked] the fighting went unheard.
The army intends to [retake|planned] the bridge.
The two sides are expected to [sign|forecast] the accord on Monday.
The talks are scheduled for Monday, when the sides will [exchange|planned] prisoners.
The plot to [kill|planned/attempted] the governor was uncovered.
The coup [attempt|done/attempted] failed.
Gunmen were unable to [enter|attempted/not_done] the compound.
The navy came close to [sinking|not_done/attempted/possible] the ferry.
The pilots narrowly avoided [hitting|not_done] the tower.
The column has not yet [reached|not_done] the river.
The column has yet to [reach|not_done] the river.
Nobody was [killed|not_done] in the blast.
None of the soldiers [fired|not_done].
The army would [attack|conditional/forecast] if provoked.
Had the army [attacked|conditional/not_done], the town would have fallen.
Should the talks [fail|conditional], sanctions will follow.
In the event of an [attack|conditional/possible], sirens will sound.
The army might have [attacked|possible] the convoy.
It is unclear whether the army [attacked|unknown] the convoy.
There is no evidence that the army [used|possible/unknown/not_done] gas.
Investigators suspect the army [used|possible] gas.
The army reportedly [shelled|done] the hospital.
The army is believed to have [shelled|possible/done] the hospital.
The army is said to have [shelled|done/possible] the hospital.
The governor confirmed that the army had [shelled|done] the hospital.
It is not true that the army [shelled|not_done/denied] the hospital.
The army did not fail to [shell|done] the hospital.
It was the navy, not the army, that [shelled|done] the hospital.
The army not only [shelled|done] the hospital but also burned the school.
The army shelled the hospital without [warning|not_done] the staff.
After [shelling|done] the hospital, the army withdrew.
Before [attacking|done] the town, the army cut the road.
Rather than [attack|not_done], the army dug in.
The rebels abandoned plans to [attack|not_done/planned] the town.
The deal prevented a [strike|not_done] by dockers.
The raid was [aborted|done] at the last minute.
The ceasefire was [broken|done] within hours.
The ministers failed to [agree|attempted/not_done] on a text.
The president ruled out [talks|not_done] with the rebels.
The rebels rejected [talks|not_done] with the government.
The mayor resigned to avoid an [arrest|not_done/possible].
Israel warned that it would [strike|threatened] the plant.
Israel warned of [strikes|forecast/threatened/possible] on the plant.
Aid groups warn that the famine could [spread|possible].
"We shall [strike|threatened] again," the commander said.
"We will [send|promised] grain," the minister said.
The minister said his country would [send|promised/planned/forecast] grain.
The president said he had [ordered|done] a strike.
The president has ordered a [strike|ordered] on the port.
The president is weighing a [strike|possible] on the port.
Parliament will vote on whether to [send|unknown/planned/possible] troops.
The suspect confessed to [planting|done] the bomb.
He was convicted of [planting|done] the bomb.
He was acquitted of [planting|not_done/unknown/possible/denied] the bomb.
He is charged with [planting|done] the bomb.
He denied [planting|denied] the bomb.
The so-called "[liberation|unknown/done]" of the town left it in ruins.
The alleged [poisoning|done] is under investigation.
The army claims to have [destroyed|done] three tanks.
The army says it has not [shelled|not_done] the town.
The president threatened but did not [order|not_done] a strike.
Troops are poised to [enter|planned] the valley.
Troops began [shelling|done] the valley.
Troops resumed [shelling|done] the valley.
Troops have been [shelling|done] the valley for days.
The proposed [summit|planned] may not take place.
The [summit|not_done] did not take place.
The [summit|planned/forecast] will take place in May.
The [summit|not_done] was cancelled.
The [summit|planned] was postponed.
The army allowed aid trucks to [enter|authorised/done] the town.
The army barred aid trucks from [entering|not_done] the town.
Rebels forced villagers to [leave|done] their homes.
The army helped [evacuate|done] the town.
The junta declined to [extradite|not_done] the general.
The junta hesitated to [attack|not_done/possible].
Iran has been accused by Israel of [arming|done] the militia.
Israel accuses Iran of planning to [attack|planned] its embassy.
The ministry denied plans to [annex|denied/planned] the valley.
The army said it had no plans to [annex|not_done] the valley.
Analysts doubt that the army will [attack|possible/forecast/not_done].
The army is unlikely to [attack|possible/forecast/not_done].
The army is likely to [attack|possible/forecast].
The army is capable of [attacking|possible] the island.
The army can [attack|possible] the island at will.
The army was able to [cross|done] the river.
The army was not able to [cross|not_done] the river.
The strike could have been [avoided|possible/not_done].
If the strike had [succeeded|conditional/not_done], the war would be over.
The navy has been [shelled|done] twice.
Kyiv has never admitted [bombing|done/unknown/possible] the bridge.
Kyiv admitted [bombing|done] the bridge.
The commander regrets [firing|done] on the crowd.
The commander regretted that his men had [fired|done] on the crowd.
The commander forgot to [lock|not_done] the gate.
The commander remembered to [lock|done] the gate.
The mayor was forced to [resign|done].
The mayor was asked to [resign|asked].
The mayor has offered to [resign|promised].
The mayor offered [talks|promised].
The mayor is considering [resigning|possible].
The mayor hopes to [visit|planned/possible] the camp.
The mayor wants to [visit|planned/possible] the camp.
The mayor wished she had [visited|not_done/possible] the camp.
The mayor pretended to [visit|not_done] the camp.
Troops were banned from [entering|not_done] the mosque.
The army is bracing for an [assault|possible/forecast].
Drones were sent to [bomb|planned] the depot.
The army sent drones to [bomb|planned] the depot.
The minister, who denied [taking|denied] bribes, resigned.
Who [bombed|done] the bridge?
Will the army [attack|unknown] the town?
Stop the [shelling|done/asked]!
The bloc has suspended [aid|done/not_done] to Mali.
The bloc suspended [deliveries|done/not_done] of arms.
The first [strike|done] since March killed two.
The truce, the third this year, has [held|done].
The rebels have repeatedly [violated|done] the truce.
The rebels are violating the truce, the army [said|done].
The rebels, according to the army, [violated|done] the truce.
"They [violated|done] the truce," the army said.
The army said the rebels might [violate|possible] the truce.
The army feared the rebels would [violate|forecast/possible] the truce.
The rebels deny that they plan to [violate|denied/planned] the truce.
It would be a mistake to [attack|conditional/possible/planned/unknown] the town.
Lawmakers voted to [impeach|done/planned/authorised] the president.
Lawmakers voted against [impeaching|not_done] the president.
The proposal would [ban|possible/conditional/forecast/planned] protests.
The bill [bans|done] protests.
The army has been preparing for months to [cross|planned] the river.
The army seems to have [crossed|possible] the river.
Apparently the army has [crossed|possible] the river.
The army probably [crossed|possible] the river.
The army nearly [crossed|attempted] the river.
The army hardly [fired|not_done] a shot.
The army could no longer [hold|not_done] the town.
The army no longer [shells|not_done] the town.
Both sides accepted a [ceasefire|promised/planned/done].
A [ceasefire|done] took effect at dawn.
A [ceasefire|forecast/planned] will take effect at dawn.
Efforts to broker a [ceasefire|attempted/planned] have failed.
The army did not confirm the [strike|done/unknown].
The army declined to confirm that it had [struck|unknown/done/possible] the camp.
The envoy urged both sides not to [attack|unknown/not_done] hospitals.
The envoy warned the rebels not to [attack|unknown/not_done] hospitals.
The envoy warned the rebels against [attacking|not_done/unknown] hospitals.
The rebels agreed not to [attack|not_done] hospitals.
The rebels agreed to stop [attacking|done/promised] hospitals.
The rebels vowed to keep [fighting|promised/threatened].
The rebels ordered their men not to [fire|not_done/unknown].
It was not until dawn that the army [attacked|done].
Only the navy [fired|done].
The man was allegedly shot by police, who deny [firing|denied].
Officials do not rule out [sending|possible] troops.
"""

FAILING = """
Protesters demanded that the mayor [resign|asked].
At no point did the soldiers [fire|not_done].
"""


def act_at(line: str) -> tuple[Act | None, list[str]]:
    match = MARK.search(line)
    assert match
    text = line[: match.start()] + match[1] + line[match.end() :]
    start, end = match.start(), match.start() + len(match[1])
    parse = english.parse(text, sentences(text))
    acts = find_acts(Report("r", text), parse, Reading())
    found = next((a for a in acts if a.trigger.start < end and start < a.trigger.end), None)
    return found, match[2].split("/")


@pytest.mark.parametrize("line", CASES.strip().split("\n"))
def test_status(line: str) -> None:
    act, wanted = act_at(line)
    assert act is not None and act.status in wanted, act


@pytest.mark.xfail(strict=True, reason="the small model's parse misleads, or double negation of a plan")
@pytest.mark.parametrize("line", FAILING.strip().split("\n"))
def test_status_not_reached_yet(line: str) -> None:
    act, wanted = act_at(line)
    assert act is not None and act.status in wanted, act
