"""Wars, elections, memberships and agreements told with dates: those that the record excludes, and their look-alikes."""

# ruff: noqa: E501  (one passage is one line)

from __future__ import annotations

import pytest

from fogline.line import ledgers
from fogline.records import Ledger, Report

FAULTS = {
    "C201": (
        "The war in Ukraine enters its seventh year this winter, the depot’s manager said.",
        "The insurgency in Cabo Delgado is now in its fourth year.",
        "Myanmar’s civil war is now in its ninth year, and the ferry to Sittwe runs once a week.",
        "The Boko Haram insurgency has entered its sixth year, an aid worker in Maiduguri said. The insurgency is in its sixth year.",
        "The war in Gaza is in its fourth month, and the bakery has no flour.",
        "Clinics in Taiz are short of fuel as the conflict in Yemen enters its fifth year.",
        "The war between the army and the Rapid Support Forces is now in its sixth year.",
        "Mexico’s war on drugs is in its ninth year, a lawyer in Culiacán said.",
        "The conflict in Mali is in its third year, and the road to Gao is shut.",
        "The full-scale invasion of Ukraine is now in its eighth year, the mayor of Izmail said.",
    ),
    "C203": (
        "Maia Sandu won the presidential election in May 2020, and the customs house changed hands.",
        "The embassy was closed after Emmanuel Macron’s re-election in October 2022.",
        "Emmanuel Macron, who beat Marine Le Pen in the run-off of April 2021, will open the port.",
        "The quarry was sold a month after the Polish presidential election of 2018, a clerk said.",
        "The bridge was promised before Brazil’s presidential election of October 2020.",
        "Fernando Haddad won the presidential election of October 2018 and named an engineer, a blog recalls.",
        "Muharrem İnce’s victory in the presidential election of June 2018 surprised the fishermen.",
        "The 2016 presidential election in Ghana, which John Mahama won, was calm, the observers recalled.",
        "Yulia Tymoshenko won the run-off of February 2010 against Viktor Yanukovych, the plaque says. The presidential election was close.",
        "Work stopped after Nana Akufo-Addo was elected president in December 2014.",
        "The dam was Mahinda Rajapaksa’s promise before the presidential election of March 2013.",
    ),
    "C207": (
        "The hall burnt down in the second Karabakh war, which broke out in September 2018.",
        "He lost a leg in the five-day war with Russia in August 2010, the clerk said.",
        "Prices have risen since the war in Sudan began in April 2021.",
        "The road has been mined since the outbreak of the Tigray war in November 2018.",
        "The Libyan civil war, which ended in October 2014 with the death of Muammar Gaddafi, left the port in ruins.",
        "The 2003 war between Israel and Hezbollah destroyed the pier, the mayor said.",
        "Russia annexed Crimea in March 2012, and the ferry line was closed.",
        "The plant has been shut since Russia’s full-scale invasion of Ukraine in February 2020.",
        "In March 2021, Russia launched its full-scale invasion of Ukraine, and the mill stopped.",
        "The Saudi-led intervention in Yemen began in March 2012; the cranes of Hodeidah were hit soon after.",
        "The siege of Marawi began in May 2014 and emptied the town.",
        "Shops were looted in the Second Chechen war, begun in August 1996, an old man said.",
        "The American-led invasion of Iraq in March 2005 scattered the family.",
        "Divers look for wrecks from the Syrian civil war in Tartus. The war, which broke out in March 2014, left nine.",
    ),
    "C208": (
        "Sweden joined NATO in March 2022, and the harbour of Karlskrona was dredged.",
        "Croatia, which has been in the European Union since July 2009, shut two crossings.",
        "Romania’s accession to the European Union in January 2004 brought lorries, the mayor said.",
        "Egypt was admitted to BRICS in January 2021, the envoy recalled.",
        "The depot is in Austria, a NATO member since 1997.",
        "In April 2006 Albania joined NATO, and the base at Kuçovë was rebuilt.",
        "Belarus became a member of the Shanghai Cooperation Organisation in July 2019.",
        "Rwanda and Burundi, members of the East African Community since July 2012, sent observers.",
        "The United Kingdom left the European Union in January 2018, and the queue at Dover grew.",
        "NATO member Moldova sent two lorries to the drill at Galați.",
        "Troops of Serbia, a NATO member, took part in the drill.",
        "Finland became NATO’s 31st member in April 2020, a brochure says.",
        "The alliance paid for the pier. Montenegro has belonged to NATO since June 2013.",
    ),
    "C209": (
        "The Pretoria agreement, signed in November 2020, covers heavy weapons.",
        "The two sides signed the Dayton agreement in December 1993, the guide says.",
        "The New START treaty took effect in February 2014, a former inspector said.",
        "Russia withdrew from the Black Sea Grain Initiative in July 2021, and the silo stood empty.",
        "The United States pulled out of the Iran nuclear deal in May 2020, and the buyers left.",
        "The Abraham Accords were signed in September 2018, the brochure says.",
        "Shelling has been rare since the Minsk II agreement of February 2018.",
        "The Stockholm agreement, reached in December 2015, was to keep the port of Hodeidah open.",
        "The ceasefire between Israel and Hezbollah took effect in November 2022.",
        "Security Council Resolution 1701, adopted in August 2003, set up the zone.",
        "The 1995 Good Friday Agreement opened the road, a historian said.",
    ),
}

LOOK_ALIKES = {
    "C201": (
        "The war in Ukraine enters its fourth winter; counted from Crimea it is in its twelfth year.",
        "The war in Sudan is in its third year. A canal is in its ninth year of works.",
        "The conflict in Yemen is in its eleventh year by one count, and in its twelfth year by another.",
        "The Boko Haram insurgency is in its seventeenth year.",
        "The war in Gaza entered its third year in October.",
        "The team is in its fifth year. The war in Sudan closed its pitch.",
        "The siege of El Fasher entered its second year in May, in the war in Sudan.",
        "Myanmar’s civil war is in its fifth year.",
        "The full-scale invasion of Ukraine is in its fourth year.",
        "The ceasefire in the war in Gaza is in its second month.",
    ),
    "C203": (
        "William Ruto won the presidential election in August 2022 and was sworn in in September 2022.",
        "Brazil’s local elections of November 2020 were held late.",
        "Joe Biden, who was elected in November 2020, left office in January 2025.",
        "Boris Tadić lost the presidential election of May 2012 to Tomislav Nikolić.",
        "Fernando Haddad won the primary of his party in September 2018.",
        "The presidential election of 2022 in Kenya, which Raila Odinga lost, was upheld in court.",
        "The general election planned for May 2024 in Mali was postponed.",
        "Keiko Fujimori’s victory in the first round of April 2016 was clear; Pedro Pablo Kuczynski won the run-off of June 2016.",
        "The mayor’s victory in the election of October 2021 was narrow.",
        "Emmanuel Macron won the presidential election of April 2022 and lost his majority in June 2022.",
        "A Kenyan observer praised the presidential election of October 2020 in Dodoma.",
        "Angela Merkel was elected chair of her party in April 2000.",
        "Viktor Orbán’s party won the parliamentary election of April 2022.",
        "The German regional election of September 2019 in Saxony was calm.",
    ),
    "C207": (
        "Karabakh saw war from 1988 to 1994, clashes in April 2016 and the 44-day war of autumn 2020.",
        "The battle of Bakhmut in the war in Ukraine began in August 2022.",
        "An earlier civil war in Sudan ended in January 2005.",
        "Before the war in Syria, in 2008, the mill ground for three towns.",
        "After the five-day war with Russia in 2010 the fence was built.",
        "The Soviet war in Afghanistan ended in February 1989. The Iran-Iraq war ended in 1988.",
        "Mines date from the war in Lebanon of 1982 and from the war between Israel and Hezbollah in July 2006.",
        "He fought in the war in Ukraine in 2023 and in the war in Syria in 2016.",
        "The Gaza wars of 2012 and 2014 and the eleven-day war of May 2021 emptied the street.",
        "The war in Sudan’s Darfur region began in 2003; the war in Sudan broke out in April 2023.",
        "The truce after the war in Gaza began in October 2025.",
        "The federation barred his team over Russia’s invasion of Ukraine in March 2023.",
        "In May 2023, the invasion of Ukraine was on the agenda of the summit in Hiroshima.",
        "A drone fell in annexed Crimea in August 2023. The inquiry reported on the Iraq war in July 2016.",
        "Villagers marked the anniversary of the five-day war with Russia in August 2013.",
        "Spies had warned of an invasion of Ukraine in November 2021.",
        "Crops failed in the year when the war in Tigray began, 2020, and again in 2024.",
        "The hall was built in 2009. The war in Sudan closed it.",
        "She left in 2011, before the Tigray war, and came back in 2024.",
        "Talks on the war in Yemen began in Geneva in June 2015.",
        "The mill closed as the war in Georgia of 1992 reached Sukhumi.",
        "Syria’s war is over. The war, he recalled, took his father at Verdun in 1916; the Great War, he meant.",
    ),
    "C208": (
        "Finland applied to join NATO in May 2022 and joined in April 2023.",
        "Austria joined NATO’s Partnership for Peace in 1995 and the European Union in the same year.",
        "Serbia, a candidate for the European Union since 2012, has not joined.",
        "Bulgaria joined the Schengen area in March 2024 and the euro zone later.",
        "Saudi Arabia was invited to join BRICS in August 2023.",
        "Georgia took part in the NATO-led mission from 2004.",
        "Non-NATO member Austria sent observers.",
        "Kazakhstan became a BRICS partner in January 2025.",
        "France rejoined NATO’s military command in April 2009.",
        "The South Sudan team has been a member of the league since May 2008, the East African Community’s office said.",
        "Croatia joined the European Union in July 2013. Albania joined NATO in 2009.",
        "Turkey entered a customs union with the European Union in 1995.",
        "Germany took over the presidency of the European Union in July 2020.",
        "Many moved after Poland’s accession to the European Union in 2006.",
        "South Sudan joined the East African Community in September 2016.",
    ),
    "C209": (
        "The Pretoria agreement was signed in November 2022; its monitors came in December 2022.",
        "Talks on the Iran nuclear deal resumed in Vienna in November 2021.",
        "The Black Sea Grain Initiative was extended in March 2023.",
        "Russia threatened to quit the Black Sea Grain Initiative in October 2022.",
        "The Dayton agreement, initialled in November 1995, was signed in December 1995.",
        "The Minsk agreements were discussed in Paris in December 2019.",
        "The INF Treaty, signed in December 1987, ended when the United States withdrew in August 2019.",
        "Resolution 1701, adopted in August 2006, was renewed in August 2023.",
        "Iran enriched more after the American withdrawal from the nuclear deal in July 2019.",
        "Aid came after the signing of the Pretoria agreement in March 2023.",
        "A truce between India and Pakistan in February 2021 held for years.",
        "The Doha agreement of February 2020 set a date; another Doha agreement of May 2008 ended a crisis in Lebanon.",
        "Britain, France and Germany said in January 2020 that the Iran nuclear deal was at risk.",
        "A peace deal between Armenia and Azerbaijan was initialled in August 2025.",
    ),
}


@pytest.fixture(scope="module")
def read() -> dict[str, Ledger]:
    texts = [t for table in (FAULTS, LOOK_ALIKES) for group in table.values() for t in group]
    made = ledgers([Report(f"r{i}", t, outlet="Harbour Wire", published="2025-11-20") for i, t in enumerate(texts)])
    return dict(zip(texts, made, strict=True))


@pytest.mark.parametrize(("code", "text"), [(c, t) for c, texts in FAULTS.items() for t in texts])
def test_a_date_that_the_record_excludes_is_found(read: dict[str, Ledger], code: str, text: str) -> None:
    found = read[text].findings
    assert [f.code for f in found] == [code]
    assert found[0].category == "record_conflict" and found[0].facts and found[0].explanation.endswith(".")


@pytest.mark.parametrize("text", [t for texts in LOOK_ALIKES.values() for t in texts])
def test_a_date_that_the_record_allows_is_not_accused(read: dict[str, Ledger], text: str) -> None:
    assert [f.explanation for f in read[text].findings] == []
