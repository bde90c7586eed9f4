"""Leave given and taken back, bans lifted, duties failed, attempts in vain, plans in papers."""

from __future__ import annotations

import pytest

from tests.reading.marked_acts import assert_read

CASES = """
Settlers sought to [seize|attempted] the well until police drove them off.
Separatists in Cabinda sought in vain to [capture|attempted] the refinery.
The mob tried in vain to [break|attempted] into the court.
Militants wanted to [blow|planned/attempted/not_done] up the bridge but their truck broke down.
Pirates attempted without success to [board|attempted] the tanker.
The rebels' bid to [take|attempted] the airport failed.
The general made an abortive attempt to [flee|attempted].
Hackers were caught trying to [enter|attempted] the grid.
The smugglers' effort to [reach|attempted] Malta ended in a shipwreck.
Soldiers moved to [disarm|attempted/planned/done] the guard but were beaten back.
The ministry failed to [publish|not_done] the list of the missing.
The mayor failed to [warn|not_done] residents of the flood.
The agency failed to [inspect|not_done] the bridge for three years.
The bomb failed to [explode|not_done/attempted].
The rains failed to [come|not_done].
The rebels failed to [capture|attempted/not_done] the airport.
The commander failed to [report|not_done] the killing.
Police failed to [protect|not_done/attempted] the witnesses.
The truce failed to [hold|not_done/attempted].
Its failure to [disclose|not_done] the leak cost the firm its licence.
The ruling paved the way for the general to [stand|authorised] for president.
Parliament cleared the way for the [sale|authorised] of frigates to Egypt.
The president gave the green light for commandos to [storm|authorised] the ship.
Oslo gave the go-ahead for the [deportation|authorised] of two clerics.
The bishop gave his blessing to a [strike|authorised] by miners.
The governor signed off on the [execution|authorised].
The cabinet gave the nod to the [purchase|authorised] of drones.
Lagos lifted a ban on [importing|authorised] rice.
The court overturned a ban on the [march|authorised].
The junta ended its moratorium on [executions|authorised].
The embargo on arms [sales|authorised/not_done] to Eritrea was lifted.
Restrictions on [fishing|authorised] off Gaza were eased.
The army was given the all-clear to [enter|authorised] the mosque.
The regulator waved through the [merger|authorised] of two banks.
The senate rubber-stamped the [deployment|authorised] of troops.
The court revoked permission for the [march|not_done].
Manila withdrew its permission for US ships to [dock|not_done].
The president did not give the green light for a [strike|not_done].
The minister rescinded the order to [evacuate|not_done/ordered].
The warrant allows police to [search|authorised] the mosque.
The police got a warrant to [search|authorised] the mosque.
Lawmakers empowered the army to [detain|authorised] suspects.
Police found a blueprint for an [attack|planned] on the metro in Milan.
The roadmap for the [withdrawal|planned] was leaked.
Agents uncovered a plot to [kill|planned] the emir.
Security services thwarted a plan to [derail|planned/not_done] a train near Pune.
Police broke up a conspiracy to [kidnap|planned/not_done] the governor.
The scheme to [smuggle|planned] gold through Dubai was exposed.
Soldiers found maps for an [assault|planned] on the dam.
A timetable for the [handover|planned] has been agreed.
The rebels abandoned their bid to [take|attempted/not_done/planned] Bambari.
Detectives disrupted a scheme to [bribe|planned/not_done/attempted] judges.
The army drew up plans for the [invasion|planned] of the island.
The mayor refused to let the ferry [dock|not_done].
Tunis barred the ferry from [docking|not_done].
Rabat let the ferry [dock|authorised/done].
The court upheld a ban on the [march|not_done].
The ban on the [march|not_done] stays in force.
The governor defied a ban and [marched|done].
Defying a court order, the union [struck|done].
Despite orders not to [fire|not_done/ordered], the guards opened up.
The patrol had orders to [shoot|ordered].
The guards were under orders to [shoot|ordered].
The king issued a decree for the [release|ordered/authorised] of forty prisoners.
A warrant was issued for the [arrest|ordered/authorised] of the banker.
The judge issued an arrest warrant; police [arrested|done] him at dawn.
The senate voted to [authorise|done] the war.
The committee recommended the [closure|asked] of the mine.
The union called on its members to [strike|asked].
The UN mandate lets the force [search|authorised/possible] ships.
The law permits the army to [detain|authorised] suspects.
The treaty forbids the parties to [mine|not_done] the strait.
The rebels were given until Friday to [leave|ordered/asked/unknown/planned].
The king assented to the [dissolution|authorised/promised/done] of parliament.
The bank got the go-ahead to [sell|authorised] its shares.
The pilots were cleared to [land|authorised].
The pilots were cleared of [bombing|not_done/denied/unknown] the camp.
The minister okayed the [raid|authorised].
The envoy got leave to [visit|authorised] the jail.
With the king's blessing, the general [seized|done] power.
The army is free to [enter|authorised/possible] the zone.
The junta banned the union from [striking|not_done].
The junta reinstated its ban on [rallies|not_done].
The court stayed the [execution|not_done/planned] of two men.
The court blocked the [deportation|not_done] of the cleric.
The minister vetoed the [sale|not_done].
The regulator held up the [merger|not_done/planned] for a year.
Parliament ratified the [annexation|done/authorised].
The company obtained a licence to [export|authorised] rifles.
The police needed a warrant to [search|unknown/authorised/planned/possible] the house.
The order to [fire|not_done] never came.
The order to [fire|ordered] came at noon.
On the orders of the king, troops [sealed|done] the square.
The mayor ordered an [inquiry|ordered].
The general was ordered by the court to [pay|ordered] the widow.
The guards obeyed an order to [withdraw|done].
The guards ignored an order to [withdraw|not_done].
The crew defied an order to [stop|not_done].
The crew complied with a request to [leave|done].
The rebels rejected a call to [disarm|not_done].
The rebels heeded a call to [disarm|done].
The gang had hatched a plot to [rob|planned] the mint.
The coup [plot|done/planned] was uncovered in Bamako.
A plan to [evacuate|planned/not_done] the island was shelved.
The rebels are massing for an [assault|planned/possible] on Sirte.
The fleet sailed with the aim of [landing|planned] on the island.
The army brought up guns with a view to [shelling|planned] the town.
The fleet set sail to [blockade|planned] the port.
The general toyed with the idea of [resigning|possible/planned].
A motion to [impeach|planned/possible/asked/attempted] the judge was tabled.
Talks are planned on [extending|planned/possible/unknown] the truce.
The rebels gave up plans to [march|not_done/planned] on the capital.
The rebels carried out their plan to [burn|done] the port.
The rebels made good on a threat to [burn|done] the port.
The militia carried out its threat to [shell|done] the town.
The king kept his promise to [free|done] the prisoners.
The king broke his promise to [free|not_done] the prisoners.
The king reneged on a pledge to [free|not_done] the prisoners.
The king fulfilled a vow to [rebuild|done] the shrine.
The bank honoured its pledge to [pay|done] the miners.
The mayor backed out of a deal to [sell|not_done/promised/planned] the port.
The navy resumed its [blockade|done] of the port.
The airline scrapped its [flights|not_done] to Kabul.
The planned [strike|not_done] was called off.
The [summit|planned/not_done], planned for May, was cancelled.
The strike went [ahead|done] as planned.
As promised, the rebels [freed|done] the nurses.
As threatened, the cartel [burned|done] the buses.
Contrary to its pledge, the army [shelled|done] the camp.
As feared, the dam [burst|done].
Unlike the navy, the army did not [surrender|not_done].
Just as the army had [warned|done], the dam burst.
The army made preparations to [withdraw|planned].
The rebels were preparing an [ambush|planned].
The document outlines the [expulsion|planned/done] of farmers.
The general was thinking about [resigning|possible].
The general decided against [resigning|not_done].
The general stopped short of [resigning|not_done].
The general came close to [resigning|not_done/attempted].
The general got around to [signing|done] the order.
The rebels succeeded in [taking|done] the fort.
The rebels did not succeed in [taking|not_done/attempted] the fort.
The rebels had a go at [taking|attempted] the fort.
The rebels tried but failed to [take|attempted/not_done] the fort.
The rebels attempted to [take|attempted] the fort but were repelled.
The rebels repeatedly tried to [take|attempted] the fort.
The botched [kidnapping|attempted] left two dead.
A [kidnapping|attempted] attempt failed in Cali.
An unsuccessful [assault|attempted] on the fort left ten dead.
The bid for the [takeover|attempted/planned] collapsed.
Parliament lifted a moratorium on [logging|authorised].
Cairo eased its curbs on the [export|authorised] of rice.
The bank removed its cap on [withdrawals|authorised/done].
The king repealed the ban on [women|-/done] driving.
The king repealed the ban on [driving|authorised] by women.
Manila lifted its order to [evacuate|not_done/ordered].
Beijing agreed to lift its ban on the [import|authorised/promised/planned] of barley.
Beijing refused to lift its ban on the [import|not_done] of barley.
The blockade was lifted, and ships [entered|done] the port.
The siege was lifted after aid trucks [entered|done] the town.
The truce opened the way for a [swap|authorised/possible/planned] of prisoners.
The emir gave permission for a [search|authorised] of the yacht.
The emir gave no permission for a [search|not_done] of the yacht.
The emir withheld permission for a [search|not_done] of the yacht.
The search was [carried|done] out with the emir's permission.
With the court's leave, police [searched|done] the yacht.
Without permission from the court, police [searched|done] the yacht.
The police chief forbade his men to [fire|not_done].
The police chief forbade the [march|not_done].
The judge declined to authorise the [wiretap|not_done].
The minister overruled the ban and let the rally [proceed|authorised/done].
Doctors failed in their duty to [report|not_done/attempted] the beatings.
The general neglected his duty to [protect|not_done] the camp.
The bomb did not [explode|not_done].
The navy's attempts to [refloat|attempted] the ship came to nothing.
Efforts to [refloat|attempted] the ship failed.
Efforts to [refloat|attempted/done/planned] the ship succeeded.
Efforts to [refloat|attempted] the ship are under way.
After three failed attempts, the crew [refloated|done] the ship.
The gang made off before police could [arrest|not_done] it.
"""


@pytest.mark.parametrize("line", CASES.strip().split("\n"))
def test_status_at_every_mark(line: str) -> None:
    assert_read(line)
