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
"""


@pytest.mark.parametrize("line", CASES.strip().split("\n"))
def test_status_at_every_mark(line: str) -> None:
    assert_read(line)
