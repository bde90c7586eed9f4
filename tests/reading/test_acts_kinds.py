"""Shapes that readers saw told wrongly, in sentences of our own: one line is one test, every act in brackets.

Where two readings are fair both stand after the bar; a hyphen asks for no act at all.
"""

from __future__ import annotations

import re

import pytest

from fogline.models import english
from fogline.reading.acts import find_acts
from fogline.reading.sentences import sentences
from fogline.records import Reading, Report

MARK = re.compile(r"\[([^|\]]+)\|([\w/-]+)\]")

KINDS = """
The army withdrew in order to [defeat|planned/unknown] the militia later.
The battalion crossed the Niger in order to [surround|planned/unknown] the rebels.
In order to [secure|planned/unknown] the port, the navy sent two frigates.
Ghana stands by Mali to [defeat|planned/unknown] the rebels and [end|planned/unknown] the violence.
Norway stands with Chad to [fight|planned/unknown] extremism.
The alliance was formed to [deal|planned/unknown] the group a lasting [defeat|planned/unknown].
The coalition is working to [deal|planned/unknown/attempted] the militia a lasting [defeat|planned/unknown/attempted].
Once the militia is [defeated|conditional], the families will [return|conditional/planned/forecast].
The families will return once the town is [liberated|conditional/planned/forecast/unknown].
Once [entered|conditional] into force, the treaty will [bind|planned/forecast/conditional] both states.
The plan describes Day 30 after the port is [taken|conditional/planned/forecast/unknown].
Police used tear gas to [disperse|done/planned] the crowd.
Soldiers opened the dam to [flood|planned/unknown/done] the valley.
Six trucks were loaded to [carry|planned/unknown] grain to Tigray.
The envoy flew to Cairo to [meet|planned/unknown/done] the ministers.
The ministers met to [discuss|done/planned] the ceasefire.
The unit was sent to [guard|planned/ordered] the depot.
The aim of the campaign is to [weaken|planned] the rebels.
The goal was to [capture|planned] the airfield.
The brigade needs drones to [strike|planned/unknown] the depots.
Money is needed to [rebuild|unknown/planned] the hospital.
The law allows the state to [seize|authorised] ships.
After the city is [retaken|conditional/planned/forecast/unknown], engineers will clear the mines.
Until the hostages are [freed|conditional/planned/forecast/unknown], there will be no talks.
Before the rebels [leave|conditional/planned/forecast/unknown], the convoy must wait.
The mission exists to [protect|planned/unknown] civilians from [attack|planned/unknown/possible/conditional].
We will do everything to [protect|planned/promised/unknown] our people.
Norway and Kenya [signed|done] a loan [agreement|done].
The ministers [signed|done] an [agreement|done] on fishing.
A trade [agreement|done] was signed in Accra on Monday.
The two states concluded a border [deal|done].
The convoy, which the governor had ordered to [stop|ordered/done], [reached|done] Goma.
The rebels, who had promised to leave, [burned|done] the village.
The group, which wants to [topple|planned] the government, [shelled|done] the airport on Friday.
Villagers were forced to [relocate|done].
Families were made to [leave|done] the camp.
The strikes, authorised by parliament in May, [destroyed|done] three depots.
The navy carried out the [strike|done], which had been authorised by the cabinet.
Their leaders [directed|done] [raids|done] from the compound.
The commander directed the [assault|done] on the barracks.
The major ordered the [massacre|done/ordered] of villagers in 1998.
The unit is known to [take|done] part in the uprising.
The brigade is known to have [taken|done] part in the [uprising|done].
The general is known for [shelling|done] towns.
The police were instructed to leave and [left|done] the square.
The army said it would leave but [stayed|done].
The ministry ordered an inquiry and [dismissed|done] two colonels.
The rebels agreed to talks and [released|done] four sailors.
Officials urged calm and [closed|done] the schools.
The ceasefire will deny the rebels a base to [plan|planned/forecast/unknown/not_done] attacks.
The blockade denies the city [food|-].
The general directed [raids|done] against the ports.
The envoy encouraged the sides to [talk|asked].
The offensive encouraged [protests|done] in the capital.
The order to [fire|ordered] was given at noon.
The soldiers [fired|done] in order.
The village lies within [shelling|-] range.
A [strike|-/unknown] is an attack carried out from the air.
A [raid|-/unknown] is a sudden attack.
Gunners from Lille took part in a [drill|done/-].
The opposition to the [plan|done/-] grew.
The raid, planned for weeks, [failed|done].
Question: Did you [discuss|unknown] the port?
QUESTION: Did you [discuss|unknown] the port?
Q: Did the army [attack|unknown] the convoy?
Question: Have the rebels [withdrawn|unknown] from Goma?
Question: Will the minister [resign|unknown]?
ANSWER: We [discussed|done] the port.
Question: Why did the army [attack|done] the convoy?
We call on them to [ensure|asked] that troops do not [take|unknown/asked/not_done] revenge.
The envoy called on the government to [ensure|asked] the soldiers do not [loot|unknown/asked/not_done] homes.
The council urged the army to make sure the convoys are [protected|asked/unknown].
The bloc wants the junta to [ensure|planned/asked/unknown] that civilians are [protected|planned/asked/unknown].
The envoy is charged with [securing|ordered/planned/unknown] the port.
"""

SHAPES = """
The army has not, as of Monday, [crossed|not_done] the border.
Not a single shell [hit|not_done] the hospital.
No convoys [reached|not_done] the camp in June.
The border was never [closed|not_done].
The airport has not been [reopened|not_done].
The bridge was not [blown|not_done] up by the rebels.
The rebels did not burn the school but [looted|done] it.
Few of the rebels [surrendered|not_done/done/possible].
The army left without [returning|not_done] fire.
In the absence of an [agreement|not_done], the border stays shut.
There was no [exchange|not_done] of fire on Friday.
There has been no [raid|not_done] on the valley since May.
It was not the navy that [fired|done].
The talks ended with no [agreement|not_done].
The [shelling|not_done] never took place.
The promised [delivery|not_done] never happened.
The militia is not [shelling|not_done] the town.
Under no circumstances will the army [withdraw|not_done].
The army will not [withdraw|not_done].
The army will never [recognise|not_done] the junta.
The two sides cannot [agree|not_done] on a date.
The government has no intention of [leaving|not_done/planned] the bloc.
The government has no plans to [leave|not_done/planned] the bloc.
Nowhere did the soldiers [fire|not_done] on civilians.
The brigade is going to [attack|planned/forecast] at dawn.
The brigade was going to [attack|planned/not_done] at dawn.
The column would soon [reach|forecast/planned/done] the capital.
The soldiers must have [crossed|possible] at night.
The militia can [strike|possible] any city on the coast.
The rebels should have [withdrawn|not_done] by Friday.
The brigade had [attacked|done] twice before.
The troops will have [left|forecast/planned] by June.
The town may already have been [captured|possible].
The general might not [attend|possible].
The port ought to be [reopened|asked/unknown].
Aid has to be [delivered|asked/unknown] by air.
The convoy is to [leave|planned/ordered] on Monday.
The convoy was to have [left|planned/not_done] on Monday.
The navy used to [patrol|done] the strait.
The drones could have [struck|possible] the dam.
The talks are to be [held|planned] in Doha.
Were the army to [attack|conditional], the border would close.
The rebels will [disarm|conditional] only if the army leaves.
Provided the truce [holds|conditional], trucks will move on Sunday.
Any [attack|conditional] on the convoy will be punished.
In case of an [invasion|conditional/possible], the bridges will be blown up.
The navy would [respond|conditional/threatened/forecast] if attacked.
The sanctions will be [lifted|conditional] if the junta frees the envoy.
If [attacked|conditional], the garrison will fire back.
Even if the bloc [lifts|conditional] sanctions, trade will be slow.
The rebels made an attempt to [seize|attempted] the radio station.
An attempt by officers to [seize|attempted] power was put down.
Efforts by the Red Cross to [evacuate|attempted] the wounded continued.
The rebels' bid to [take|attempted] the bridge collapsed.
The crew succeeded in [freeing|done] the ship.
The crew were unable to [free|attempted/not_done] the ship.
The envoy neglected to [inform|not_done] the council.
The police did not manage to [arrest|not_done/attempted] the leader.
The mayor had the courage to [leave|done/possible].
The governor was forced to [resign|done].
The ministry forgot to [renew|not_done] the licence.
The soldiers did not dare to [fire|not_done].
The soldiers did not hesitate to [fire|done].
The minister could not bring himself to [sign|not_done].
The boat was prevented from [leaving|not_done] harbour.
The convoy was kept from [entering|not_done] the city.
The army stopped short of [entering|not_done] the city.
The committee got the prisoners [released|done].
The police let the marchers [pass|done/authorised].
The soldiers made the villagers [leave|done].
The soldiers saw the militia [cross|done] the river.
The soldiers were seen [crossing|done] the river.
The rebels went on to [capture|done] the port.
The rebels ended up [losing|done] the port.
The assault on the ridge was [repelled|done].
The [assault|attempted/done] on the ridge was repelled.
Guards foiled an [attack|attempted] on the embassy.
The court authorised the [extradition|authorised] of the banker.
Troops have been cleared to [enter|authorised] the city.
The council gave its approval for [strikes|authorised] on the camp.
The captain was told to [leave|ordered] the port.
Under the order, ships must [leave|asked/ordered] the bay.
The president signed an order to [withdraw|ordered] the brigade.
The order for the brigade to [withdraw|ordered] was ignored.
The soldiers obeyed the order to [withdraw|done/ordered].
The soldiers ignored an order to [withdraw|ordered/not_done].
The court ordered that the prisoner be [released|ordered].
The parliament voted to [send|authorised/planned/done] troops to Mali.
The fleet received permission to [dock|authorised].
The ministry forbade ships to [dock|not_done].
The ministry banned ships from [docking|not_done].
The ruling requires the state to [pay|ordered/asked/unknown] damages.
The rebels have drawn up plans to [seize|planned] the refinery.
The visit was [planned|done/-] for Monday.
A [visit|planned/forecast] is planned for Monday.
Plans for a [summit|planned] in Oslo are under way.
The minister is due to [visit|planned] Oslo.
The minister cancelled a [visit|not_done] to Oslo.
The bloc postponed the [vote|planned] on sanctions.
The army has scrapped plans to [buy|not_done/planned] tanks.
The ministry mulls [expelling|planned/possible] the envoy.
The generals plotted to [overthrow|planned] the president.
Preparations for the [evacuation|planned] began.
It was the first [attack|done] on the port since 2019.
The first [convoy|done/-] since May [reached|done] the camp.
The army [shelled|done] the port for the first time since the truce.
The last [raid|done] was in May.
The rebels' "[victory|unknown/done]" was mocked in the capital.
The so-called [offensive|unknown] lasted an hour.
The self-styled court staged a "[trial|unknown/done]" of two officers.
The supposed [withdrawal|unknown/possible] was filmed.
The purported [attack|done/unknown/possible] left no trace.
A fake [attack|not_done] was staged for the cameras.
The army "[liberated|done/unknown]" the town, leaving it in ruins.
The army's denial that it [shelled|denied] the port convinced nobody.
Despite denials by Minsk that it had [armed|denied/done] the rebels, crates were found.
Claims that the navy [sank|denied] the ferry were rejected by the ministry.
Reports of a [coup|denied/not_done] are false.
It is untrue that troops [crossed|not_done/denied] the border.
It is not the case that troops [crossed|not_done] the border.
The ministry did not deny [selling|possible/unknown/done] arms.
The general did not forget to [warn|done] the villages.
No one doubts that the army [burned|possible/done] the village.
There is no doubt that the army [burned|done/possible] the village.
The militia did not refuse to [disarm|possible/unknown/done].
The envoy could not rule out a new [offensive|possible].
The minister rejected the charge that police [beat|denied] marchers.
The minister refuted claims of [torture|denied] in the jail.
The [torture|denied] of prisoners was denied by the governor.
The spokesman dismissed as false a report that the navy had [fired|denied] on fishermen.
Moscow insists it never [hacked|not_done] the ministry.
Moscow says it had nothing to do with the [attack|done].
The group denied responsibility for the [bombing|done].
The group denied carrying out the [bombing|denied/done].
Has the army [crossed|unknown] the river?
Whether the rebels [fired|unknown] first is not known.
Investigators are trying to establish whether the army [fired|unknown] first.
The villagers hope the army will [leave|possible/planned/forecast].
The villagers wish the army had [left|not_done].
The president wants to [meet|planned] the rebels.
The rebels are accused of having [shelled|done] the port.
It is alleged that police [beat|done] the marchers.
The army is alleged to have [burned|done/possible] crops.
The navy was blamed for [sinking|done] the ferry.
The suspect was arrested for [planning|done] an attack.
The suspect was jailed for planning to [bomb|planned] the court.
The general warned against [attacking|not_done/unknown/possible] the dam.
The army is thought to be [preparing|possible] an assault.
The militia said it was behind the [killing|done] of the mayor.
The militia claimed the [killing|done] of the mayor.
The militia claimed responsibility for [killing|done] the mayor.
"""

MORE = """
The law is designed to prevent rebels from [operating|possible/unknown] in the valley.
The navy plans to stop smugglers from [crossing|possible/unknown] the gulf.
The rebels promised not to [attack|not_done] the dam.
The army plans not to [attack|not_done] the dam.
We call for an end to the junta's [attacks|done] on villages.
The sides agreed to stop [attacking|done/promised] hospitals.
Efforts to end the [fighting|done] have begun.
The police stopped an [attack|not_done/attempted] on the bank.
The embassy offers its [condolences|done] to the families.
I offer my [condolences|done] to the victims.
The council approved only ten [requests|done] for convoys.
The junta rejected a [request|done] from the bank.
The minister rejected the [allegation|done] that police [beat|denied] marchers.
The deal will enable the bank to [lend|possible/forecast] more.
The deal enabled the bank to [lend|done/possible] more.
Be sure to [follow|asked] the envoy's trip.
A partnership between Ghana and Togo will let them [patrol|possible/authorised/forecast] the coast.
The talks will discuss our [efforts|done] to [degrade|planned/attempted] the group.
The ministers will continue discussions on the [siege|done].
The refuge lies in a cellar to [keep|planned/unknown] it from being [shelled|possible/unknown/not_done].
The army is accused of refusing to [leave|not_done].
The clashes forced 200 families to [flee|done].
The clashes forced families out, and many [fled|done] to Chad.
Kenya will [provide|planned/forecast/promised] aid worth $40 million.
The port that the rebels vowed to [burn|threatened] was [rebuilt|done] in May.
The captain, ordered to [turn|ordered] back, [sailed|done] on.
The council asked for a report and [adjourned|done].
The fleet is ready to [sail|promised/planned] and has [taken|done] on fuel.
The general said he wanted peace but [bombed|done] the town.
He is wanted for [bombing|done] the embassy.
The ship was named after a [battle|done].
The governor vetoed a bill [banning|not_done/planned/possible/done] rallies.
The minister, speaking after the [raid|done], said the army had [won|done].
Rebels attacked the town, killing six and [forcing|done] hundreds to [flee|done].
The strike was aimed at [killing|planned] the commander.
The drone was used to [attack|done/planned] the depot.
The tunnel was used to [smuggle|done] arms.
The depot was used for [storing|done] shells.
The ambulance was used by rebels to [carry|done] shells.
Soldiers were deployed to [prevent|planned] looting.
Rebels tried but failed to [take|attempted/not_done] the hill.
The truce is meant to [end|planned] the siege.
No agreement has been [reached|not_done].
No shots were [fired|not_done].
Nothing was [decided|not_done].
The envoy said nobody had been [arrested|not_done].
The envoy said that, contrary to reports, nobody was [hurt|not_done].
Contrary to reports, the army did not [shell|not_done] the port.
The [kidnapping|denied/not_done] of the envoy was a hoax.
The army is yet to [respond|not_done].
The accord remains to be [signed|planned/not_done/unknown].
The accord has still to be [signed|not_done/planned/unknown].
The accord went [unsigned|-].
The army lifted its [siege|done] of the town.
Once [freed|done], the sailors were flown home.
After the town was [taken|done], the rebels looted it.
When the town [fell|done], thousands fled.
Until the town [fell|done], the road was open.
Before [leaving|done], the rebels mined the road.
The bridge was to be [opened|planned/not_done] in May, but the war came.
The rebels would later [take|done/forecast] the town.
The rebels said that they will never [surrender|not_done].
The bloc may not [lift|possible] sanctions.
The rebels were reluctant to [disarm|not_done].
The rebels reluctantly [disarmed|done].
The rebels were quick to [deny|done] the report.
The army was slow to [react|done].
The army is too weak to [attack|not_done].
The army is strong enough to [attack|possible/unknown].
The army was strong enough to [attack|possible/unknown/done].
"""

NOUNS = """
The Kenyan [opposition|-] won twelve seats.
The [opposition|-] boycotted the vote.
[Opposition|done/-] to the dam grew.
The Amal [Movement|-] opened an office.
The [movement|-] elected a leader.
The [movement|done] of troops to the border was seen.
Troop [movements|done] were seen at the border.
The [insurgency|done/-] spread.
The [resistance|-] killed two officers.
[Support|done] for the army grew.
[Operations|done] against the rebels continued.
The Head of [Operations|-] resigned.
The operations [room|-] was hit.
The [relations|-/done] between Ghana and Togo are cold.
Three [attacks|done] killed nine people.
The attack [dog|-] barked.
The [training|done/-] centre opened.
The town lies in the [fire|-] zone.
The statement, the company said in a press [release|-], was false.
The address of the [conflict|-] museum is on Harbour Street.
The Battle of Kinsale [Street|-] bookshop closed.
He lives on [Battle|-] Street.
The [War|-] Museum in Lome opened.
She wrote a book about the [war|done].
The [conflict|done] has displaced thousands.
The [use|done] of force was condemned.
The barracks are of no [use|-/not_done].
The flag flew over the [defeat|-/done].
The army stands shoulder to [shoulder|-] with farmers.
The hand-to-hand [fighting|done] lasted an hour.
The ministry of [defence|-] denied it.
The Ministry of [Trade|-] denied it.
The [trade|-] minister resigned.
The minister of [trade|-] and the minister of [transport|-] met.
He heads the Center for [Conflict|-] Studies.
The head of the election [commission|-] resigned.
The [meeting|-/done] room was empty.
The hospital is within [firing|-] range of the hill.
The [drill|-] hall burned.
"""


def statuses(line: str) -> list[tuple[str, str, str]]:
    """Word, status found ("-" for no act) and status wanted, for every bracket of the line."""
    text, marks, last = "", [], 0
    for match in MARK.finditer(line):
        text += line[last : match.start()]
        marks.append((len(text), match[1], match[2]))
        text, last = text + match[1], match.end()
    text += line[last:]
    acts = find_acts(Report("r", text), english.parse(text, sentences(text)), Reading())
    found = []
    for start, word, wanted in marks:
        act = next((a for a in acts if a.trigger.start < start + len(word) and start < a.trigger.end), None)
        found.append((word, act.status if act else "-", wanted))
    return found


@pytest.mark.parametrize("line", [line for line in (KINDS + SHAPES + MORE + NOUNS).split("\n") if line])
def test_status_of_every_marked_act(line: str) -> None:
    found = statuses(line)
    assert found
    assert not [(word, status, wanted) for word, status, wanted in found if status not in wanted.split("/")]
