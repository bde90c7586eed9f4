"""What was not so, what came too late, what was told from after it, what is asked and takes it as done."""

from __future__ import annotations

import pytest

from tests.reading.marked_acts import assert_read

CASES = """
From the hill, reporters could [hear|done] mortars firing across the Dnieper.
Shots could be [heard|done] across Khartoum until dawn.
Once inside the crypt, officers could [smell|done] petrol.
We could [see|done] the tanks, a nurse in Gaza said.
The coming weeks could [see|possible] new clashes in Tripoli.
The region could [see|possible] more raids, analysts said.
Smoke could be [seen|done] rising over Aleppo.
Nobody could [see|not_done] the drones in the fog.
The blast could be [felt|done] ten miles away.
The colonel was later to [betray|done] his own patron in Ouagadougou.
The fleet was eventually to [sink|done] forty barges in the strait.
He would go on to [lead|done] the junta for nine years.
The general was never to [return|not_done] to Algiers.
The envoy was to have [met|not_done/planned] the rebels on Friday.
The ship would never [reach|not_done] Odesa.
Two years later the court was to [overturn|done] his sentence.
Sanctions will follow should the junta [expel|conditional] the envoy.
Should the rebels [seize|conditional] the dam, Sudan would [retaliate|conditional/threatened/forecast].
Were the navy to [withdraw|conditional], smugglers would return.
Were Ankara to [close|conditional] the strait, grain would rot in Odesa.
Had the guards not [fled|done], the prison would have held.
Had the pilot not [ejected|done] over the lake, he would have died.
Had the council [listened|not_done], the dam would still stand.
If the army had [bombed|not_done] the bridge, the column could not have crossed.
If the mayor had not [warned|done] the port, hundreds would have drowned.
The town would have fallen if reserves had not [arrived|done].
The reserves would have [saved|not_done] the town if they had [arrived|not_done].
If only the patrol had [turned|not_done] back, a widow said.
As long as the ceasefire holds, the agency would [send|conditional/planned/forecast] grain.
Hanoi would [sign|conditional] the pact on condition that Beijing [withdraws|conditional].
Assuming that the roads open, trucks would [reach|conditional/forecast] Tigray by May.
NATO will [deploy|conditional] provided Pristina [agrees|conditional].
So long as the shelling lasts, no convoy will [leave|not_done/conditional].
Without a ceasefire, the clinic would [close|conditional/forecast].
But for the [rain|done], the fire would have [reached|not_done] the depot.
Were it not for the [truce|done], the camp would be empty.
Only if the rebels [disarm|conditional] will talks resume.
In case the dam [bursts|conditional], sirens will sound.
The rebels will return the bodies on condition that the army [releases|conditional] twelve prisoners.
Has the garrison in Kassala [surrendered|unknown]?
Did the navy off Aden [fire|unknown] first?
Were the hostages in Mopti [freed|unknown] for ransom?
Have the rebels near Goma [retreated|unknown] across the border?
Did police in Nairobi [shoot|unknown] the lawyer before he could testify?
Is Tehran [arming|unknown] the militia?
Why did the army [shell|done] the hospital?
When did the militia [seize|done] the port?
The army shelled the clinic, so who will [rebuild|unknown/planned/forecast/done] it?
Who [ordered|done] the massacre remains a mystery.
How the prisoners [escaped|done] is unclear.
Where the missile was [launched|done] is not known.
When the dam was [breached|done] is disputed.
Why the crew [abandoned|done] the ferry is still unknown.
It is unclear who [fired|done] first.
It is not known why the guards [fled|done] Goma.
Detectives are trying to find out who [kidnapped|done] the bishop.
The question of who [blew|done] up the pipeline divides the bloc.
Whether the governor [resigned|unknown] is unclear.
It is not clear if the ship [sank|unknown].
It was uncertain if rebels had [entered|unknown] Bria.
Nobody knows if the ferry [reached|unknown] Zanzibar.
Officials could not say if the raid had [killed|unknown] anyone.
Investigators wonder if the crew [scuttled|unknown] the ship.
There is no word on whether the hostages were [freed|unknown].
It is an open question whether Minsk [sent|unknown] troops.
Doubts remain as to whether the vote was [rigged|unknown/possible].
The helicopters came too late to [rescue|not_done] the crew.
The garrison was too weak to [hold|not_done] the ridge.
Too few medics had arrived to [treat|not_done] the burned.
The column was too badly mauled to [counterattack|not_done].
The order came too late for the battalion to [escape|not_done].
Medics had too little blood to [save|not_done] the girl.
The wounded were too many to [count|not_done].
It is not too late to [save|possible/unknown] the truce.
The fire brigade arrived in time to [save|done] the archive.
Commandos reached the school in time to [stop|done] the killing.
The ship was not fast enough to [escape|not_done].
Guards shot the bomber before he could [reach|not_done] the mosque.
The rebels fled before the army could [encircle|not_done] them.
Agents seized the shipment before it could be [delivered|not_done].
The fire was put out before it could [spread|not_done].
Sappers defused the mine before it [exploded|not_done].
The bus had left before soldiers [sealed|done] the road.
The pilots could have [bombed|not_done] the bridge but held their fire.
Medics could have [saved|not_done] him, but the road was blocked.
The navy could have [sunk|not_done] the boat; instead it let it go.
The junta might have [fallen|not_done] had the fuel run out.
The president could have [vetoed|not_done] the bill, yet he signed it.
The talks could have [ended|not_done] the war if Asmara had attended.
The rebels need not have [fired|done].
The guards were supposed to [search|not_done] the truck but waved it through.
The colonel was meant to [fly|not_done/planned] to Oran but stayed home.
If attacked, Taiwan would [fight|conditional] back.
The army will [retaliate|conditional/threatened] if the rebels cross the line.
Even had the pumps [worked|not_done], the mine would have flooded.
Suppose the rebels [take|conditional] the dam: what then?
Should it [fail|conditional], the mission ends.
Were it to [fail|conditional], the mission would end.
If it had not been for the [strike|done], the port would be open.
But for the [raid|done], the market would have opened.
The rebels acted as if they had [won|not_done/conditional].
The mayor wishes he had [fled|not_done].
If only the guards had [locked|not_done] the gate!
Had it not been for the [flood|done], the vote would have gone ahead.
Unless it is [paid|conditional] by Friday, the crew will strike.
The truce will hold unless one side [attacks|conditional].
The truce would have held if the rebels had not [attacked|done].
Whether or not the rebels [attack|unknown/conditional], the convoy will leave.
Whatever the rebels [do|conditional/unknown/done], the convoy will leave.
In the event of a [coup|conditional/possible], the bank will close.
Otherwise the army would have [shot|not_done] him.
A smaller ship would have [sunk|not_done].
The rebels would have [shot|not_done] him otherwise.
Lest the enemy [cross|conditional/possible/not_done/planned], sappers blew the bridge.
Any [attack|conditional] will be answered.
The mayor will resign if [convicted|conditional].
Once [freed|conditional], the men will fly to Oman.
Only a ceasefire would [allow|conditional/possible/forecast] aid in.
The UN would send monitors only if both sides [agreed|conditional].
With more boats the navy could have [rescued|not_done/possible] them all.
With more time, the sappers would have [cleared|not_done] the field.
Are the miners in Potosi being [held|unknown]?
Would the navy dare [sink|unknown/conditional/possible] the ship?
The rebels fled, didn't they [flee|unknown/done]?
Police want to know whether the priest was [poisoned|unknown].
The court must decide if the guards [fired|unknown] first.
What the rebels [stole|done] is not known.
What [caused|done] the blast is unclear.
How many were [killed|done] is unknown.
The reason the crew [fled|done] is unclear.
It is a mystery how the spy [escaped|done].
No one knows who [burned|done] the archive.
The inquiry will establish how the ship [sank|done].
Detectives are asking why the guards [left|done].
The debate over who [lost|done] the war goes on.
Whose men [shelled|done] the camp is disputed.
Which unit [fired|done] is being investigated.
Mystery surrounds the [death|done] of the envoy.
Did the spy jump, or was he [pushed|unknown]?
It is not certain that the ship [sank|possible/unknown].
There is doubt over whether the raid [took|unknown/possible] place.
The army would not say if it had [struck|unknown] the camp.
Asked if the army had [struck|unknown] the camp, the minister shrugged.
It depends on whether the rebels [agree|unknown/conditional].
The ship arrived a day late to [save|not_done/planned/unknown] the crew.
The rebels were close enough to [shell|possible/done] the palace.
The raft was too heavy to [float|not_done].
The road was too muddy for tanks to [pass|not_done].
The envoy was too frightened to [testify|not_done].
The convoy was too slow to [escape|not_done].
The pilots ejected before the jet [crashed|done].
The council met before the army could [object|not_done].
The bomb was found before it could [explode|not_done].
The bomb was found before it [exploded|not_done/done].
By the time rescuers [arrived|done], the village was gone.
Help arrived after the house had [burned|done].
The bailiffs came, but the family had already [left|done].
The guards woke in time to [sound|done] the alarm.
Troops reached the pass only to [find|done] it mined.
The rebels got within a mile of [taking|not_done/attempted/possible] the capital.
The army was on the point of [collapsing|attempted/planned/forecast/possible] when aid came.
The ferry was about to [sail|not_done/planned] when the quake hit.
The plane came within metres of [hitting|not_done/attempted] the tower.
Three rebels were arrested as they [planted|done] a bomb.
Three rebels were arrested while trying to [plant|attempted] a bomb.
A man was held on suspicion of [planting|done/possible] the bomb.
Police stopped the gang from [robbing|not_done/attempted] the bank.
The attackers were shot dead before [entering|not_done/attempted] the church.
The general died without [seeing|not_done] his son.
The army might as well have [surrendered|not_done/possible].
The junta was to [free|planned] the cleric on Friday.
The junta was to [free|planned/not_done] the cleric on Friday but changed its mind.
The mayor had planned to [speak|planned/not_done] but fell ill.
The court was due to [rule|planned/forecast/not_done] on Monday, but the judge resigned.
The envoy was going to [fly|planned/not_done] to Lima but missed the plane.
The army would have [attacked|not_done], but the rain came.
The troops had been expected to [leave|forecast/planned/not_done] by June but stayed.
The boy, who would later [lead|done] the revolt, was born in Mosul.
The officer who was to [command|done/planned] the fleet was born in Izmir.
The treaty, which would [end|done/forecast] the war, was signed in Cairo.
It would be ten years before he [returned|done/forecast/conditional].
The town would not be [retaken|not_done/done] until May.
The regime was never to [recover|not_done].
Little did the guards know that the king had [fled|done].
Sappers in Herat were killed before they could [disarm|not_done] the mine.
The mayor died before he could [testify|not_done].
The army withdrew before the rebels [attacked|done].
The ship sank before help [arrived|done].
The ambassador was recalled before he could [present|not_done] his papers.
No shot was [fired|not_done] before the town fell.
Too many bridges had been blown for the tanks to [advance|not_done].
The judge, too ill to [attend|not_done], sent a letter.
It was too dangerous for the medics to [enter|not_done].
The smoke was so thick that the pilots could not [land|not_done].
The guard was so drunk he [slept|done] through the raid.
The wall was high enough to [stop|possible/done] the mob.
It was not until Friday that the port [reopened|done].
Not until Friday did the port [reopen|done].
The port did not [reopen|done] until Friday.
The king did not live to [see|not_done] the peace.
The army stood by and did nothing as the mob [burned|done] the market.
The guards did nothing to [stop|not_done/unknown] the mob.
The police made no attempt to [stop|not_done] the mob.
The police made no effort to [protect|not_done] the shop.
The rebels gave no warning before they [attacked|done].
The ferry sank with no [warning|not_done].
The colonel was shot for refusing to [fire|not_done].
The colonel was jailed for [refusing|done] to fire.
The crew was fined for failing to [report|not_done] the leak.
Hunger drove the garrison to [surrender|done].
A storm kept the fleet from [sailing|not_done].
Nothing could stop the mob from [burning|done] the archive.
Nothing prevented the rebels from [leaving|done].
The plea did not persuade the king to [stay|not_done].
The bribe did not induce the guards to [leave|not_done].
The shelling did not deter the convoy from [crossing|done].
The nurse could not help [crying|done].
The council had no option but to [sell|done] the port.
The army had little choice but to [retreat|done].
The king was compelled to [abdicate|done].
The rebels were tricked into [surrendering|done].
The minister was talked out of [resigning|not_done].
The crowd was dissuaded from [marching|not_done].
The mayor escaped [arrest|not_done].
The general was spared [execution|not_done].
The rebels let slip a chance to [seize|not_done/possible] the port.
The rebels missed a chance to [seize|not_done] the port.
The army passed up an opportunity to [strike|not_done/possible].
The navy wasted no time in [boarding|done] the ship.
The patrol held its fire and did not [shoot|not_done].
The rebels held off [attacking|not_done/planned] until dawn.
The talks broke up without the sides [agreeing|not_done].
The pilot forgot to [lower|not_done] the wheels.
The pilot remembered to [lower|done] the wheels.
The senator regrets [voting|done] for the war.
The senator regrets not [voting|not_done] for the truce.
It was a mistake to [invade|done], the general said.
It was wise of the navy to [withdraw|done].
The refusal of the bank to [pay|not_done] angered the miners.
The inability of the army to [hold|not_done/attempted] the pass was plain.
The rebels are thought to have [fled|possible].
The rebels are said to have [fled|done/possible].
The rebels seem to have [fled|possible].
The rebels may not have [fled|possible].
The rebels cannot have [fled|not_done].
The rebels must not [flee|not_done/asked/unknown].
The rebels should not have [fled|done].
The rebels would not have [fled|done] if the king had stayed.
The rebels would never have [fled|done] but for the drones.
The rebels would rather [die|planned/not_done/possible/conditional] than surrender.
The rebels would rather die than [surrender|not_done].
The army is ready to [strike|promised/planned/possible].
The army stands ready to [strike|promised/planned/possible/threatened].
The ministry is said to be [planning|done/possible] a raid.
It is feared that the ferry [sank|possible].
There are fears that the dam will [burst|possible/forecast].
Hopes that the nurses [survived|possible] are fading.
The rebels claim they [shot|done] down a jet.
The bank is alleged to have [paid|done/possible] the cartel.
Police believe the priest was [poisoned|possible].
It looks as if the rebels have [fled|possible].
The ship is presumed [lost|possible/done].
There is a risk of [famine|possible/forecast] in Darfur.
Perhaps the rebels [fled|possible].
The rebels reportedly did not [flee|not_done].
The governor is on trial for [embezzling|done] relief funds.
The king is accused of not [paying|not_done] his guards.
The king was cleared of [embezzling|not_done/denied] the funds.
Under the deal, the rebels will [free|promised/planned/forecast/conditional] the nurses.
Under the plan, troops would [leave|planned/conditional/forecast] by May.
The bill would [abolish|planned/conditional/forecast/possible] the death penalty.
Had Minsk [warned|not_done] them, the crews would have left.
Crews would have left had Minsk [warned|not_done] them.
If the dam had not [burst|done], the town would be dry.
If the wind [changes|conditional], the fire will reach Evia.
If the rebels [fired|conditional/possible/unknown] first, they broke the truce.
If the drone was [shot|conditional/unknown/possible] down, debris must lie nearby.
What if the rebels [take|conditional/unknown] the dam?
Anyone caught [looting|conditional/possible/done] will be shot.
Those [looting|done] will be shot.
The rebels threatened to kill the nurses unless a ransom was [paid|conditional].
The strike will go ahead on Monday whether or not the court [rules|unknown/conditional].
Such an [attack|conditional/possible/forecast/unknown] would be met with force.
A [blockade|conditional/possible/forecast] of the port would starve the town.
An [assault|possible/conditional] on Rafah could kill thousands.
The [collapse|conditional/possible/forecast/done] of the dam would drown the valley.
Troops will stay until the rebels [disarm|conditional/unknown/forecast].
Troops stayed until the rebels [disarmed|done].
The ferry was to [sail|planned/not_done] at noon but never left.
The ferry should have [sailed|not_done] at noon.
The ferry should have [sailed|possible/not_done] by now.
The ferry must have [sailed|possible/done].
The ferry could not have [sailed|not_done] in that storm.
The ferry will have [sailed|forecast/possible] by noon.
He was to [die|done] in exile ten years later.
The village he would [burn|done/forecast/planned] two years later lay quiet.
The two men would [meet|done/forecast/planned] again in Cairo a decade later.
"""


@pytest.mark.parametrize("line", CASES.strip().split("\n"))
def test_status_at_every_mark(line: str) -> None:
    assert_read(line)
