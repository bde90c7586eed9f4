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
"""


@pytest.mark.parametrize("line", CASES.strip().split("\n"))
def test_status_at_every_mark(line: str) -> None:
    assert_read(line)
