"""What was told stays told, what is asked stays asked, a thing forecasts and does not plan, and some words tell no act.

One line a sentence; after the bar the status, several where more than one is fair, "-" where the word is no act.
"""

from __future__ import annotations

import re

import pytest

from fogline.models import english
from fogline.reading.acts import find_acts
from fogline.reading.sentences import sentences
from fogline.records import Reading, Report

MARK = re.compile(r"\[([^|\]]+)\|([\w/-]+)\]")

# And once more, in other words.
MORE = """
The army must act to [protect|asked] the clinics.
She [fled|done] as gunmen who had to [cross|done] the river [opened|-/done] fire.
The ministry will let them [return|forecast/authorised/planned].
Would the junta [release|unknown] men whom it [seized|done] in May?
They were told to [leave|ordered] the town that the army had [surrounded|done].
The deputy said he'd [seen|done] the tanks and he'd [return|promised/planned] on Monday.
What the council needs is a plan to [rebuild|planned] the bridge that the flood [destroyed|done].
The mission, which has [trained|done] 300 police, may be [extended|possible].
The commander wants to [honour|planned/done] soldiers who [died|done] in the raid.
The president should [dismiss|asked] the general who [ordered|done] the shelling.
Families cannot return because rebels [mined|done] the fields.
If he [returns|conditional], he will face those he [betrayed|done].
They'd been [warned|done] twice.
It'd be wrong to [blame|unknown/possible] them.
The hospital had to be [rebuilt|done] after the fire.
The rebels will have to [leave|planned/forecast/unknown] the town.
The rebels would have had to [leave|not_done/unknown/possible].
Parliament voted against [sending|not_done] troops.
Parliament voted to [send|planned] troops.
The treaty allows both sides to [inspect|authorised] the sites.
The rains allowed the army to [advance|done/possible].
Rights groups want journalists to be [allowed|planned/asked] in.
The convoy, as [expected|-/done], arrived at noon.
In the months to [come|-], prices will [rise|forecast].
The observers should leave with the [approval|asked] of the council.
The ship sailed with the [approval|done] of the port.
Planes may fly with the [permission|possible] of the tower.
"""

# One sentence of each kind, as the news tells it.
NEWS = """
The mayor, who had to [resign|done] in June, blamed the army that [fired|done] on the crowd.
Shopkeepers must decide whether to reopen streets that rebels [mined|done] last year.
Can a government that [jailed|done] its critics win an election?
The refugees should not be sent back to towns where they were [tortured|done].
The court may order the release of the men who [hijacked|done] the tanker.
Police had to [use|done] tear gas after protesters [stormed|done] the gate.
Neither side has had to [retreat|done/not_done/unknown].
The navy was forced to [abandon|done] the search.
After the rebels [left|done], residents will return.
The general's death could [trigger|possible] a war.
The verdict will [anger|forecast] the opposition.
The sanctions are intended to [weaken|planned] the junta.
The law will [force|forecast] banks to [freeze|forecast/possible] the money.
The minister said the talks would be [held|-] in Accra.
The [talks|planned/forecast] would be held in Accra, the minister said.
An inquiry will be [opened|-/planned] next week.
Kenya has asked Uganda to [hand over|asked] the suspects and to [reopen|asked] the road.
The bishops appealed for [calm|-] and an end to the [killings|done].
The union wants the mine to be [closed|planned].
The mediator hopes the sides will [sign|possible] on Friday.
Mali pledged to [protect|promised] the mosque and [rebuild|promised] the wall.
The rebels promised that they would [release|promised] the crew.
The company agreed to [pay|promised] the fishermen.
The chief of staff was given the task of [rebuilding|-/unknown/ordered] the army.
The ministry announced that it would [expel|planned/promised/threatened] two diplomats.
The aim is to [retake|planned] the dam by June.
The goal of the raid was to [free|planned] the hostages.
The army says it is close to [taking|attempted/possible/not_done] the hill.
There are plans to [build|planned] a wall.
If the dam [breaks|conditional], thousands will be [displaced|conditional].
Unless the junta [frees|conditional] him, Oslo will [recall|conditional] its envoy.
The militia would have [attacked|not_done] had the storm not come.
The brigade has been [shelling|done] the road for days.
Troops are [advancing|done] on the town.
The two sides are to [meet|planned] in Doha.
The envoy was to [meet|planned] the rebels on Sunday.
He was to [become|-/done/planned] the last governor of the province.
The UN has begun [evacuating|done] the wounded.
Rescuers continued to [dig|done] for survivors.
The militia stopped [shelling|done] the port.
The army failed to [stop|attempted] the looting.
The guards prevented the crowd from [entering|not_done].
The envoy refused to [sign|not_done].
It is not known who [planted|done] the bomb.
It is not known whether the bomb [killed|unknown] anyone.
Officials doubt that the rebels [fired|possible] the missile.
The army is accused of [burning|done] two villages.
The rebels denied [burning|denied] the village.
The group has claimed responsibility for [bombing|done] the bridge.
There was no [attack|not_done] on the camp.
Nobody [claimed|not_done] the attack.
Farmers fear a new [raid|possible/forecast].
Aid agencies warned of a [famine|forecast].
The release of the report was [delayed|done].
The press [release|-] named the pilot.
The opposition [leader|-] was freed.
"""

# Nouns behind "towards", "scope for", "plans for"; what a condition or a question holds.
INSIDE = """
Oslo is committed to working towards a political [transition|promised].
The group remains determined to move toward a [settlement|planned] that [ends|planned] the war.
The port will be the site of a final [battle|forecast].
The mission examines the scope for [reconciliation|possible].
The council announced plans on Monday for a [referendum|planned].
They will help the police in [defeating|planned/forecast] the gangs.
The fund supports councils in [rebuilding|done] schools.
We must support Chad in [fighting|asked] the gangs and [holding|asked] the culprits to account.
The envoy flew to Oslo for tomorrow's [meeting|planned/forecast].
The minister prepared for next week's [talks|planned/forecast].
In yesterday's [meeting|done] they agreed on a price.
Aid will stop until the junta reviews its laws, [ends|conditional] the raids and [frees|conditional] the crew.
An accord that, once [signed|conditional], will open the border is ready.
But, I [ask|done] him, would it not be wiser to leave?
He will mourn the victims of an [attack|done] in May.
The mayor will visit the site of a [massacre|done].
"""

# What was told stays told: after "had to", in clauses beside an order, a wish or a question.
TOLD = """
In a port that has [seen|done] two relief ships since May, would it not be wiser to ration the flour?
Would you [return|unknown] to a village that [lost|done] forty men in one night?
Why should traders pay a militia that [burned|done] their shops?
Should the council reward the officers who [fled|done]?
The mayor asked how people who [buried|done] their children could [forgive|possible/unknown] the army.
The clinic, I [tell|done] her, has had no power since June, so would it not be safer to move?
The crew had to [abandon|done] the ferry off Misrata.
Thousands had to [flee|done] when the dam [broke|done].
In the end the pilot had to [tell|done] the tower that he was lost.
The villages had to be [evacuated|done] on Sunday.
The company has had to [close|done] two mines.
The army did not have to [fire|unknown/not_done].
We have to [walk|unknown/done] through minefields every day.
They'd [gathered|done] to trade cattle when the shells [fell|done].
She'd [driven|done] to Gao before the border [closed|done].
We'd [bought|done] bread at the corner and were walking home.
He'd been [arrested|done] twice that year.
The brigade has the task of [guarding|done/ordered/unknown] the bridge.
Sailors who have the hard task of [clearing|done/unknown] the harbour work at night.
Their task is to [guard|ordered/planned/unknown] the bridge.
The ministers meet every month to coordinate their [efforts|done] against piracy.
The envoys met to review [progress|done/-] and coordinate the joint [operations|done] in the strait.
I want to [congratulate|done] the crews and [thank|done] our partners.
We wish to [thank|done] the divers and [salute|done] the nurses who [saved|done] the children.
The ring was smashed to disrupt the [trade|done] in stolen cattle.
The navy disrupted an [attack|attempted/not_done] on the harbour.
The commission will visit the town that the army [shelled|done] in June.
The minister must answer for the raid that [killed|done] nine people.
The governor may meet the families whose sons were [shot|done] at the gate.
The tribunal should try the officers who [ordered|done] the strike.
The UN will resettle people who [fled|done] the fighting.
Oslo wants to punish the crews that [fired|done] on the ferry.
The crews will leave after the mayor [signed|done] the order.
The council will meet because the army [shelled|done] the port.
The rebels may surrender now that the army has [taken|done] the bridge.
He plans to return to the town where militiamen [killed|done] his father.
Ghana could send the brigade that [liberated|done] the port to [guard|planned/possible] it.
As farmers [unite|done] and [turn|done] against the militia, the army will help them.
While the rebels [regroup|done] and [recruit|done] in the hills, the army will wait.
The rebels stand accused of strongly refuting [repression|done/denied].
"""

# Requests, purposes, forecasts, wishes and what they are for.
ASKED = """
The bank will hold two hearings in May to [convey|planned] its views and to [take|planned] questions.
The ministry intends to [open|planned] a depot to [store|planned] grain.
The army should take steps to [avoid|asked] [harming|not_done/unknown] the villagers.
Both sides should [avoid|asked] [shelling|not_done/unknown] the dam.
The junta should take measures to [compensate|asked] the victims.
The port authority must take steps to [protect|asked] the dockers.
All parties must [act|asked] to [protect|asked] the clinics.
The members urged the militia to take steps to [free|asked] the hostages.
The minister called on Chad to do more to [stop|asked] the smuggling.
The bridge will [free|forecast] farmers to trade.
The new road will [enable|forecast] traders to [reach|possible/forecast] Gao.
The accord will [help|forecast] fishermen.
Its death would [weaken|forecast] the militia.
The loss of the port will [limit|forecast] the rebels.
The grant will [support|forecast/planned] repairs of the minaret.
The minister will [visit|planned] Accra.
The [talks|forecast] will be held in Lagos in May.
The coordination of the [talks|planned/forecast] that will be [held|-] in Lagos is hard.
It works in support of the inquiry that will be [opened|-] in June.
The navy will be hosting a [conference|planned] of chiefs.
Envoy Dahl will lead a delegation to Lagos for a [meeting|planned] on 3 May.
The general will fly to Amman for [talks|planned] with the king.
The observers should leave with the [approval|asked/unknown/possible] of the council.
Aid must not go in without the [permission|not_done/unknown/asked] of the governor.
Chad will pursue a [ceasefire|planned] with the rebels.
The mission examines the scope for [reconciliation|possible].
There is room for [reconciliation|possible].
They seek a [truce|asked/planned] and the [release|asked/planned] of the crew.
Oslo urged the rebels until it [ends|conditional/possible] the war and [engages|conditional/possible] in talks.
The operations to [retake|planned] the dam go on.
[Defeating|forecast/possible/conditional] the militia will take years.
[Clearing|forecast] the mines will take years and [rebuilding|forecast] the port will [cost|-] millions.
The [announced|-] [meeting|planned/forecast] in Lagos worries Chad.
We want a future in which Chad [respects|planned/possible] its borders.
They hope to build a state that [respects|planned/possible] courts and [protects|planned/possible] farmers.
The fund helps create a market that [supports|planned/done/possible] growth and [creates|planned/done/possible] jobs.
The council voted to [adopt|done] the text.
Parliament voted to [ratify|done/planned] the treaty.
It is clear that the [use|done] of hunger as a weapon is a crime.
The court is clear that the [arrest|done] was unlawful.
Aid groups should be allowed to [enter|asked/authorised] the camp.
The investigators must be given [access|asked] to the site.
We agreed to [reopen|promised] the road.
The rebels must [stop|asked] the shelling.
The allies must press the junta to [lift|asked] the siege.
Norway has a duty to press the junta to [end|asked/unknown] its [strikes|done].
All sides must do all they can to press the junta to [lift|asked] the siege.
"""

# Nouns and idioms that are no act.
NONE = """
The plan has five lines of [effort|-].
Unity of [effort|-] matters most.
The bank tracks terrorist [financing|-] and money laundering.
The list holds the IP [addresses|-] and postal [addresses|-] of shops.
The mayor gave an [address|done] to the nation.
Donor countries and [donors|-] met in Oslo.
An aid [convoy|-] reached the camp with 30 trucks.
The [convoys|-] crossed the river at dawn.
The [aircrew|-] and the air-[crew|-] were safe.
In a news [release|-], the brigade named the dead.
The command said in a [release|-] on Monday that two men died.
The [release|done] of the sailors cheered Oslo.
We wish you a peaceful year to [come|-].
In the years to [come|-] the lake will dry.
In the days and weeks to [come|-], trucks will bring flour.
The Hindiya [barrage|-] holds back the river.
The army fired a [barrage|done] of rockets at the port.
A [barrage|-] on the Euphrates feeds the canals.
The [prosecution|-] says the man was armed.
The witness disputed the [prosecution|-]'s version.
The [prosecution|done] of the banker took two years.
They run advise and [assist|-] teams.
The brigade gives train, [advise|-] and [assist|-] support.
There is what I'd [term|-/done] a shop.
I would [say|done] that the war is lost.
The house had a [flight|-] of steps.
She fell down a [flight|-] of 40 stairs.
The convoy left at noon as [planned|-].
As [agreed|-/done], the ships sailed at noon.
The road [runs|-] through the hills to Gao.
The pipeline [crosses|-] the border near Gao.
The ceasefire is country-[wide|-] and countrywide.
The ministries failed to co-[operate|attempted/-] with the inquiry.
He used co-[ordinate|-] systems.
Operation: Desert [Wind|-]
Men in [uniform|-] guard the gate.
The [supplies|-] reached the port.
The [audience|-] applauded.
The hall holds a huge [audience|-].
The letter is a warning against [violence|done/not_done/possible].
They had [exchanges|done] of fire.
The film tells of a desert [crossing|done/-].
The border [crossing|-] was shut.
The town lies at the [crossing|-] of two roads.
"""

# Words of two readings.
WORDS = """
The ferry will carry grain and deny the rebels a base to [plan|not_done] raids.
The blockade denied the militia a base to [plan|not_done] raids from.
The patrols deny smugglers a place to [hide|not_done].
He insists he will [stay|promised/planned].
The captain insisted that the crew would [sail|planned/promised/forecast].
She insists she can [win|possible].
The mayor insists that they [leave|asked].
The leaflets advise farmers how to [treat|possible/unknown/planned] wells.
The manual tells crews how to [build|possible/unknown] rafts.
She asked how to [reach|unknown/possible] the port.
The teacher helps the children [ignore|done] the shelling.
She plays games to help her [forget|planned] the [shelling|done].
The visit is allowing us to [work|done/authorised/possible] again.
The rain allowed farmers to [sow|done/possible/authorised].
The law allows ships to [enter|authorised] the strait.
The army allowed the trucks to [pass|done/authorised].
The road allows traders to [reach|possible] Gao.
They're free to [leave|authorised/possible].
They train police, [treat|done] the wounded and feed the poor.
The council is clear that the [use|done] of force is a crime.
The strikes [deny|done] the rebels a base.
Two tasks remain: [protect|planned/asked/unknown] the dam and [feed|planned/asked/unknown] the town.
The police were forced by the militia to [leave|done] the town.
Families being forced to [move|done] north waited at the gate.
Workers are having to [sell|done] their tools.
The book tells of families who had been forced to [move|done].
"""

# What is going on.
RUNNING = """
The brigade continues to [guard|done] the dam.
The navy is working to [clear|attempted] the strait.
The police are continuing to [search|done] the port.
The army continues [searching|done] the hills.
The group is looking to [expand|planned].
Having [captured|done] the port, the army will [march|planned/forecast] on Gao.
Having [pledged|done] aid, Oslo is leading efforts to [feed|attempted] the camps.
The UK is leading efforts to [feed|attempted] the camps, having [spent|done] millions.
The militia has begun its [advance|done] to [encircle|planned] the town.
The army has begun the [siege|done] of the town.
Soldiers fired at rebels [attacking|done] the convoy to protect the [drivers|-].
The jets bombed a house to kill gunmen [firing|done] at the troops.
The council has recently [adopted|done] the text.
The medics need to [reach|unknown/planned] the camp.
The fleet remains [committed|done/-] to the [fight|done].
He is committed to the [fight|done] against piracy.
They support the ministry's work to [protect|attempted/planned/done] the minorities.
Medics from Oslo help by [bringing|done] flour to the camps.
The talks are part of a campaign to [defeat|planned] the rebels.
The inquiry into the [raid|done] will [open|planned/forecast] in May.
The meeting will discuss the [strike|done] that [killed|done] the mayor.
The ministers will discuss the ongoing [offensive|done].
They will condemn the [attacks|done] on the camps.
Rebels may face charges over the [killings|done].
The two sides could end the [war|done/-].
"""


@pytest.mark.parametrize(
    "line", [line for line in (MORE + NEWS + INSIDE + TOLD + ASKED + NONE + WORDS + RUNNING).split("\n") if line]
)
def test_status_of_every_marked_act(line: str) -> None:
    text = MARK.sub(r"\1", line)
    acts = find_acts(Report("r", text), english.parse(text, sentences(text)), Reading())
    found = {a.trigger.start: a.status for a in acts}
    start, marks = 0, []
    for match in MARK.finditer(line):
        start = text.index(match[1], start)
        marks.append((match[1], found.get(start, "-"), match[2].split("/")))
        start += len(match[1])
    assert marks
    assert not [mark for mark in marks if mark[1] not in mark[2]]
