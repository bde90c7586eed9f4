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
The rumour that the king had [died|denied] was quashed by the palace.
The army said allegations of [torture|denied] were baseless.
The consul laughed off reports that he had [resigned|denied].
The regime insists that no prisoner was [tortured|not_done/denied].
Baku scoffed at the suggestion that it had [shelled|denied] the monastery.
Far from [retreating|not_done], the rebels advanced.
Russia held a so-called [referendum|done] in Kherson.
The so-called [trial|done] of the journalist lasted an hour.
Militiamen staged what they called a [trial|done] in the square.
Not all the prisoners in Tora were [freed|done].
Not every convoy [reached|done] Gao.
The army did not entirely [withdraw|done/not_done/possible] from Kassala.
Not a single soldier [deserted|not_done].
No fewer than forty men were [killed|done] at the ford.
None but the guards [survived|done].
The crew did not [return|not_done] to port, nor did it [answer|not_done] calls.
The mayor neither [resigned|not_done] nor [apologised|not_done].
At no time did the patrol [enter|not_done] Lebanon.
In no way did the embassy [help|not_done] the fugitives.
Under no circumstances will Oslo [extradite|not_done] the cleric.
Rarely has the court [freed|done] a dissident.
Seldom did the patrols [cross|done] the river.
Only after the flood did the council [evacuate|done] the valley.
Only then did the guards [open|done] fire.
Never again did the fleet [leave|not_done] harbour.
No sooner had the convoy [left|done] Bria than it was [ambushed|done].
Scarcely had the polls [closed|done] when the tanks rolled in.
It was not the rebels who [burned|done] the mill.
It was not in Kyiv that the envoy was [shot|done] but in Lviv.
Not the navy but smugglers [sank|done] the ferry.
The bridge was [mined|done], not bombed.
The bridge was mined, not [bombed|not_done].
The guards were bribed rather than [killed|not_done].
Rebels [burned|done] the depot rather than the mosque.
The hostages were neither [harmed|not_done] nor ransomed.
The bank was far from [looted|not_done/done].
Nobody but the driver was [hurt|done].
The junta did anything but [negotiate|not_done].
All but two of the ships were [sunk|done].
The army all but [destroyed|done/attempted/not_done] the town.
The rebels barely [escaped|done].
The pilot narrowly [missed|done] the tower.
The general was not amused when the crowd [booed|done] him.
The police did not [arrest|not_done] anyone.
The envoy left Doha without [signing|not_done].
The talks ended without an [agreement|not_done].
Troops entered the city with no [fighting|not_done].
The minister left without so much as [greeting|not_done] the crowd.
Barring a [mutiny|conditional/possible/not_done], the ship sails at dawn.
The station, which was not [bombed|not_done], still runs.
Unarmed and not [wounded|not_done], the courier walked home.
The police were not able to [identify|not_done] the bodies.
The governor never [denied|not_done] the killings.
The minister never denied that the guards [fired|done/possible].
The bishop is not known to have [met|not_done/possible/unknown] the kidnappers.
The envoy cannot have [met|not_done] the rebels in Goma.
The wall was never [built|not_done].
The wall is not yet [built|not_done].
The dam is still not [repaired|not_done].
Tehran did away with the [curfew|done/not_done].
The court has not once [convicted|not_done] a policeman.
The army did not so much [retreat|not_done/done] as dissolve.
Somalia's parliament has yet to [approve|not_done] the budget.
Critics say the ministry never [investigated|not_done] the deaths.
The general called the allegations of [torture|denied] baseless.
The report that the king [died|denied] is fake news, the palace said.
The court found no evidence that the nurse had [poisoned|not_done/possible/unknown] patients.
Inspectors found no trace of [torture|not_done/possible/unknown].
An inquiry cleared the colonel of [ordering|not_done/denied] the massacre.
The jury acquitted the priest of [arson|not_done/denied].
The suspect maintained that he had never [touched|not_done/denied] the bomb.
The army disowned the [raid|done/denied].
Beirut protested its innocence of the [bombing|done/denied].
The governor dismissed talk of [resigning|denied/not_done].
The minister brushed aside claims that he [took|denied] bribes.
The bank refuted the charge that it [financed|denied] the militia.
Contrary to reports, the general did not [flee|not_done].
Contrary to reports that the general had [fled|not_done/denied], he was at work.
The video proves that police did not [fire|not_done].
The story that monks [burned|denied/not_done] the shop turned out to be a hoax.
The lawyer conceded that her client [fired|done].
The army admitted to having [shelled|done] the school.
The cartel claimed responsibility for the [bombing|done].
The rebels took credit for the [raid|done].
The general boasted of having [burned|done] the village.
The envoy made no secret of having [met|done] the rebels.
No one can deny that the regime [jailed|done] poets.
The president does not doubt that the army [saved|done] the city.
It goes without saying that the fleet [withdrew|done].
The militia was falsely accused of [killing|not_done/denied] the nun.
The widow refuses to believe that her son [drowned|possible/not_done/unknown].
Skeptics question whether the raid ever [happened|unknown/possible].
The minister insisted there had been no [massacre|not_done/denied].
The spokesman said reports of a [defection|denied] were pure invention.
Guards did not fire on the crowd in Conakry but over its [heads|-/done].
Smugglers [crossed|done] the Evros not by raft but on foot.
The pipeline was not [cut|done] by rebels but by thieves, Abuja said.
It is not that the army [fled|not_done/possible/unknown/denied], a colonel said, but that it regrouped.
Not for the first time, gunmen [raided|done] the mission.
Not long after the vote, the mob [burned|done] the hall.
Not far from Kassala, bandits [robbed|done] a bus.
Not least, the army [bombed|done] the dam.
The junta not merely [banned|done] the party but jailed its leader.
The army would not have [fired|not_done/done], the minister said.
There is nobody in Mariupol who did not [lose|done] a friend.
None of the ships failed to [reach|done] harbour.
The rebels never failed to [attack|done] at dawn.
The king did not refuse to [sign|done/possible].
The mayor did not neglect to [thank|done] the crews.
The army did not prevent the mob from [burning|done] the shop.
I do not think that the king [fled|not_done/possible].
No evidence has emerged that the guards [fired|not_done/possible/unknown].
Nobody claims that the navy [fired|not_done/unknown/possible].
The UN did not confirm that the camp was [shelled|done/possible/unknown].
Without [admitting|not_done] guilt, the bank paid.
The strike passed off without [violence|not_done].
The vote went ahead despite the lack of a [truce|not_done].
The king denied neither the [bribe|done/possible] nor the murder.
"""


@pytest.mark.parametrize("line", CASES.strip().split("\n"))
def test_status_at_every_mark(line: str) -> None:
    assert_read(line)
