"""One line is one test: the act in square brackets, its status after the bar."""

from __future__ import annotations

import re

import pytest

from fogline.models import english
from fogline.reading.acts import find_acts
from fogline.reading.sentences import sentences
from fogline.records import Reading, Report

MARK = re.compile(r"\[([^|\]]+)\|([\w/]+)\]")

CASES = """
The coastguard [boarded|done] two trawlers off Odesa on Monday.
Two trawlers were [boarded|done] by the coastguard off Odesa.
Militants carried out an [attack|done] on a checkpoint near Gao.
An [attack|done] on a checkpoint near Gao was carried out by militants.
The army denied that it had [shelled|denied] the market in Taiz.
The army denied [shelling|denied] the market in Taiz.
The army has denied having [shelled|denied] the market.
The [attack|denied] was denied by the defence ministry.
The ministry denies any [attack|denied] on the convoy.
Kinshasa vowed to [attack|threatened] the rebel camps.
Tehran threatened to [close|threatened] the strait.
The general warned it would [attack|threatened] the port within days.
The government pledged to [release|promised] the detained fishermen.
The government promised to [release|promised] the fishermen.
Ankara agreed to [release|promised] the crew.
The army will [attack|forecast] the town at dawn.
The ministers will [meet|planned] in Geneva on Tuesday.
The fleet could [attack|possible] the island.
The fleet may [attack|possible] the island.
The town could be [attacked|possible] at any hour.
The brigade did not [attack|not_done] the village.
The village was not [attacked|not_done].
The brigade has never [attacked|not_done] the village.
Troops were ordered to [attack|ordered] the village.
The governor ordered police to [arrest|ordered] the strikers.
Parliament authorised the army to [strike|authorised] targets abroad.
The president authorised [strikes|authorised] on the camps.
Oslo urged both sides to [halt|asked] the shelling.
The envoy called on the rebels to [release|asked] the hostages.
The bloc called for a [ceasefire|asked] in Sudan.
The junta plans to [expel|planned] the envoys.
The navy is preparing to [blockade|planned] the harbour.
The delegations are set to [meet|planned] on Friday.
Gunmen tried to [storm|attempted] the prison.
Gunmen attempted to [storm|attempted] the prison.
Gunmen failed to [storm|attempted] the prison.
Rebels managed to [capture|done] the bridge.
The militia refused to [withdraw|not_done] from the bridge.
If the army [attacks|conditional] Goma, thousands will flee.
Unless the rebels [withdraw|conditional], the talks will end.
Did the army [attack|unknown] the convoy?
The pilots would have [attacked|not_done] the column but for the fog.
No [attack|not_done] took place that night.
The soldiers left the square without [firing|not_done].
Israel halted [shelling|done] of the valley on Sunday.
The army stopped [shelling|done] the suburb.
The militia is accused of [attacking|done] the clinic.
Officials accused the militia of [attacking|done] the clinic.
The militia allegedly [attacked|done] the clinic.
The storm prevented the fleet from [leaving|not_done] port.
A threat to [strike|threatened] the dam alarmed the capital.
Staff drew up a plan for an [offensive|planned] in the north.
The ministry did not deny that its jets had [bombed|possible] the airfield.
Police foiled a plot to [bomb|planned/attempted] the embassy.
The junta cancelled the [election|not_done].
The attack was called off by the [army|-].
The army called off the [raid|not_done].
Residents fear an [attack|possible] on the bridge.
The government is considering [sanctions|possible].
Analysts expect the army to [advance|forecast].
The bloc warned that the army would [invade|forecast] the valley.
Paris condemned the [attack|done] on the convoy.
The alleged [attack|done] killed three people.
Aid agencies fear the planned [assault|planned].
An attempted [coup|attempted] shook the capital.
Instead of [attacking|not_done], the column turned back.
Rebels neither [attacked|not_done] nor looted the village.
The commander admitted that his men had [burned|done] the huts.
The minister ruled out [sending|not_done] troops.
The president did not order the [strike|unknown/not_done].
Both sides agreed on a [ceasefire|promised].
The council should [lift|asked] the embargo.
The patrol was about to [cross|planned] the river.
The spokesman said the army had [destroyed|done] a depot.
The spokesman said the army would [destroy|forecast] the depot.
A spokesman for the rebels said they would [attack|threatened] the depot.
"We will [retaliate|threatened]," the general said.
The court has yet to [rule|not_done] on the ban.
"""


def marked(line: str) -> tuple[str, int, str, str]:
    match = MARK.search(line)
    assert match
    return line[: match.start()] + match[1] + line[match.end() :], match.start(), match[1], match[2]


def read(text: str) -> dict[str, tuple[str, float, str]]:
    parse = english.parse(text, sentences(text))
    acts = find_acts(Report("r", text), parse, Reading())
    return {text[a.trigger.start : a.trigger.end]: (a.status, a.score, a.factuality) for a in acts}


@pytest.mark.parametrize("line", [line for line in CASES.strip().split("\n") if "|-]" not in line])
def test_status_of_the_marked_act(line: str) -> None:
    text, _, word, wanted = marked(line)
    found = read(text)
    assert word in found, f"no act at {word!r}: {found}"
    assert found[word][0] in wanted.split("/")
