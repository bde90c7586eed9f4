"""Offices and weapons against the dated record: what conflicts is found once, and what looks like it stays clean."""

# ruff: noqa: E501  (one passage is one line)

from __future__ import annotations

from dataclasses import replace

import pytest

from fogline import checking
from fogline.line import ledgers
from fogline.records import Ledger, Report
from fogline.tables.facts import shipped

OFFICE = (
    "The depot in Marib has changed hands twice. Barack Obama was president when the frigate was handed over in March 2018. The navy gave no details.",
    "The yard in Barrow was closed on Monday. As prime minister, David Cameron opened the yard in May 2019. Workers were sent home.",
    "In August 2014, with Nicolas Sarkozy as president, France withdrew its trainers from the base. The camp has stood empty since.",
    "Patrol boats still lie in Aden. Under President Barack Obama, the United States delivered the first of them to Yemen in June 2018.",
    "Angela Merkel, then chancellor, visited the camp in April 2023. Tents for 400 people stand there.",
    "President Barack Obama signed the order on 12 March 2018, and the base was closed within weeks.",
    "The agreement on the port was signed in September 2012 by Prime Minister Gordon Brown. Two cranes were built.",
    "The mission has 300 soldiers. It was Jens Stoltenberg, as NATO secretary general, who announced it in March 2012.",
    "German Chancellor Olaf Scholz ordered the frigate home in July 2019. It had patrolled off Lebanon.",
    "The Obama administration suspended the sale of the helicopters in February 2019. None was delivered.",
    "Ban Ki-moon was UN secretary-general at the time of the truce in July 2018. Observers came from nine states.",
    "The garrison in Kandahar was set up by President Hamid Karzai's government in June 2016. Some 200 men serve there.",
    "The base is used by drones. Hillary Clinton, as secretary of state, negotiated the lease in October 2015.",
    "The pipeline was built in 2017, when Viktor Yanukovych was president of Ukraine. It carries gas.",
    "In January 2018 then-Prime Minister Boris Johnson sent a frigate to the Gulf. It stayed for two months.",
    "The law on the militia was signed by President Petro Poroshenko in November 2020. It has been amended twice.",
    "The two sides last talked in Doha. President Joe Biden broke off the talks in April 2019, and no date was set.",
    "Donald Trump, who was president in October 2022, ordered the carrier to the Gulf, the navy said.",
    "Prime Minister Theresa May's government froze the licences in October 2020. The court in London upheld the freeze.",
    "François Hollande took office as president of France in May 2014. He sent troops to Bangui.",
    "It was under Prime Minister Boris Johnson that Britain, in March 2017, sent the brigade to Estonia. The brigade is still there.",
    "The camp near Mosul was opened in June 2016 by then Prime Minister Adil Abdul-Mahdi. It holds 900 families.",
    "French President Francois Hollande ordered air strikes on the town in November 2019, and the column turned back.",
    "Ashraf Ghani, Afghanistan's president at the time, declared an amnesty in May 2011. Few came back.",
    "Lloyd Austin, as US defense secretary, signed the agreement in Vilnius in July 2018.",
    "Imran Khan was prime minister when the border post at Torkham was shut in February 2015.",
    "The Yanukovych government signed the gas contract in October 2016, the company said.",
    "During the presidency of Barack Obama, in August 2019, the two armies held their first joint patrol.",
    '"We did what we could," said Naftali Bennett, who was prime minister of Israel in May 2019.',
    "On 4 June 2014 President Petro Poroshenko's predecessor fled. In March 2022 the Trump administration imposed sanctions on the port.",
    "Petro Poroshenko became president of Ukraine in June 2016. The front froze soon after.",
    "Mark Esper served as US secretary of defense in 2022, when the drones were sold.",
    "In October 2005, under Prime Minister Gordon Brown, Britain sent a second brigade to Basra. It left four years later.",
    "President George W. Bush ordered the carrier group to the Gulf in March 2011, and it stayed until autumn.",
    "Vladimir Putin, as president, signed the border treaty with Estonia in May 2010.",
    "Then-Israeli Prime Minister Ehud Olmert approved the withdrawal in August 2013.",
    "The ban dates from August 2015. It was imposed by Tony Blair's government in April 2012, a lawyer said.",
    "The Merkel government halted the exports in March 2023, and they never resumed.",
    "Turkish Prime Minister Recep Tayyip Erdogan ordered the troops back in May 2019.",
    "Liz Truss was British prime minister at the time of the first shipment, in March 2021.",
)
NO_OFFICE = (
    "Barack Obama, who became president in January 2009, had criticised the war in October 2002 as a state senator.",
    "Former President Barack Obama visited the camp in March 2018. He signed a book for the guests.",
    "President Joe Biden met Xi Jinping in Chengdu in August 2011. The two men talked about trade.",
    "Donald Trump announced in June 2015 that he would run for president.",
    "As vice president, Joe Biden visited Kyiv in December 2015. He was vice president under President Barack Obama.",
    "In March 2018 a court ruled on an order that President Barack Obama had signed. The base stayed open.",
    "Prime Minister David Cameron's successor opened the yard in May 2019.",
    "President-elect Joe Biden ordered a review in December 2020, his office said.",
    "A treaty signed under President Barack Obama expired in February 2019. Talks on a new one failed.",
    "The pipeline, built when Nicolas Sarkozy was president, was closed in August 2014.",
    "An aide in the Obama administration was charged in March 2018. He denied it.",
    "Documents released in March 2018 show that President Barack Obama ordered the raid on the camp.",
    "Four years after President Barack Obama signed the accord, the last troops left in June 2019.",
    "A museum named after President Barack Obama opened in April 2019. Prime Minister Tony Blair's memoirs were published in September 2010.",
    "Secretary of State Hillary Clinton signed the lease in October 2010. The lease ran out in October 2015.",
    "In January 2017 the Obama administration imposed sanctions on the bank. In 2017 President Donald Trump lifted them.",
    "Boris Johnson, the future prime minister, launched the ferry in May 2014 as mayor of London.",
    "Decrees signed by President Petro Poroshenko were repealed in November 2020. The Obama administration's ban was lifted in February 2019.",
    "Prime Minister Vladimir Putin signed the decree in March 2010. President Dmitry Medvedev launched the plant in June 2011.",
    "The ban imposed by the Obama administration ended in May 2018. The deal signed by President Hassan Rouhani in 2015 was torn up in May 2022.",
    "Barack Obama was president when the building of the frigate began; it was handed over in March 2018.",
    "Acting President Oleksandr Turchynov signed the mobilisation order in March 2014. Prime Minister Dmitry Medvedev signed the budget in July 2019.",
    "President Joe Biden, who as a senator voted for the war in October 2002, said on Monday that it was over.",
    "President Donald Trump accused Ukraine's Petro Poroshenko, president until May 2019, of fraud in July 2020.",
    "President Joe Biden, then vice president, visited the brigade in March 2014.",
    "The road was opened in June 2016 by Adil Abdul-Mahdi, who later became prime minister.",
    "A street named for President Barack Obama was opened in November 2019.",
    "The agreement that President Donald Trump tore up in May 2018 had been signed in 2015.",
    "In May 2019 a court in Kyiv jailed a guard of former president Viktor Yanukovych's government.",
    "The inquiry into the Trump administration's use of troops was opened in March 2022.",
    "President Volodymyr Zelensky launched his campaign on television on 31 December 2018, and his party later sent troops of volunteers to the villages.",
    "Sanctions that the Obama administration lifted in 2016 were imposed again in 2018. A lawyer for the Trump administration resigned in June 2022.",
    "President Recep Tayyip Erdogan ordered the raid in October 2007, when he was prime minister.",
    "Foreign ministers under Prime Minister David Cameron had signed it. Prime Minister Rishi Sunak, as chancellor of the exchequer, froze the tax in March 2021.",
    "Barack Obama, as a senator, sponsored the law in July 2006. Ursula von der Leyen, as defence minister, sent soldiers to Mali in February 2018.",
    "President Abdel Fattah el-Sisi ordered the clearing of the square in August 2013.",
    "Donald Tusk became prime minister of Poland in November 2007, and again in December 2023.",
    "Mahmoud Abbas became prime minister in March 2003. Nuri al-Maliki, the prime minister, was replaced in September 2014.",
    "The aide worked for President Barack Obama until 2017. In 2021 the aide to President Donald Trump was charged.",
    "Charges against Jean-Claude Juncker's government in Luxembourg were dropped in July 2013.",
    "As US president in 2026, Joe Biden would sign the deal, his aides had hoped.",
    "The case of Prime Minister Sharif was reopened in October 2018. President Barack Obama's ban, in force until 2019, was lifted by Congress.",
    "Prime Minister Theresa May promised in May 2018 that troops would stay. In May 2017 Mrs May's government was two seats short.",
    "President George W. Bush ordered the invasion in March 2003. President Bush signed the treaty in July 1991 in Moscow.",
    "Tony Blair, as Middle East envoy, opened the crossing in June 2009.",
    "President Vladimir Putin signed the law in June 2003. Prime Minister Vladimir Putin ordered the march on Grozny in October 1999.",
    "Hillary Clinton, as first lady, visited Tuzla in March 1996. President Clinton sent troops to Bosnia in December 1995.",
    "The Bush administration suspended the aid in 2002. The aid was resumed by the Obama administration in March 2010.",
    "Prime Minister Mahinda Rajapaksa signed the accord in May 2005. President Mahinda Rajapaksa declared victory in May 2009.",
    "A memorial to soldiers sent by President Barack Obama was opened in May 2021 by Joe Biden.",
    "Benjamin Netanyahu, as prime minister, signed the Wye accord in October 1998.",
    "Under President Joe Biden's plan, troops were to leave by September 2027.",
    "Prime Minister Boris Johnson's predecessor had signed the accord in 2018. Rutte, then prime minister of the Netherlands, opened the base in June 2019.",
    "Jens Stoltenberg, as prime minister of Norway, signed the border treaty in September 2010.",
    "António Guterres, then UN refugee chief, visited the camp in May 2013. As UN high commissioner for refugees, Guterres opened a school in 2010.",
    "President Trump, who as a businessman opened a golf course in July 2012, signed the order on Monday.",
    "Donald Tusk, as European Council president, chaired the summit in March 2019. Ursula von der Leyen, president of the commission, announced the fund in May 2020.",
    "The dam was begun when Hosni Mubarak was president and opened in May 2016.",
)

REACH = (
    "Rebels near Tilla showed the wreck of a Javelin on Monday. The crew said they had hit the tank at 38 km. Nobody was hurt.",
    "Grad rockets struck the depot in Izium from a distance of 140 kilometres, the governor said.",
    "The army has received M777 howitzers. They can hit targets up to 160 km away, a colonel said.",
    "A Tochka-U missile hit the station in Kadugli. It was launched from a forest 340 km away, the police said.",
    "Fighters fired Fajr-5 rockets at the port of Haifa. One of them landed in a yard 240 km from where it was launched.",
    "The navy fired three Harpoons in the drill. All of them hit a hulk at a distance of 900 kilometres.",
    "Two HIMARS launchers fired GMLRS rockets at the bridge from 410 km away, and the bridge fell.",
    "Iskander missiles with a range of 1,800 kilometres were moved to Osipovichi, the ministry said.",
    "The brigade has 12 Caesar howitzers, whose range is 140 kilometres, and two Grads.",
    "A Patriot battery shot down the jet from 500 km away, the air force said.",
    "The air force test-fired a BrahMos from a site near Balasore. The missile flew 2,400 km before it hit its target at sea.",
    "Villagers said the Fateh-110 had a reach of some 1,200 miles. It was shown at a parade in Mashhad.",
    "An Iskander fired from Kursk travelled 1,400 km before it was shot down, the air force said.",
    "Hezbollah has Fajr-5 rockets, which can reach targets 450 km away.",
    "The Houthis said a Burkan-2H had hit Haifa after a flight of 4,000 km. The Burkan-2H has a maximum range of 4,000 km.",
    "Storm Shadow missiles have a range in excess of 1,500 miles, the ministry said.",
    "A gunner said that his M777 could hit a house 200 kilometres away.",
    "The 900-kilometre-range ATACMS was shown to reporters in Rzeszow.",
    "The HIMARS crews opened fire on the depot from 700 kilometres away.",
    "The brigade fired Neptune missiles. The missiles sank the tug at a range of 2,600 km.",
    "The Qassam rockets came down in a field 400 km from where they had been fired.",
    "Two Storm Shadow missiles were fired at the bridge. They have a range of 1,200 kilometres, the pilot said.",
    "The Iskander battery opened fire from 1,500 kilometres away, the ministry said.",
)
NO_REACH = (
    "Grad rockets struck a depot in a village 140 kilometres from the border. Four people were hurt.",
    "The army fired Javelins at a convoy 38 km north of Kassala. Three trucks burned.",
    "Drones hit a refinery 900 km away. HIMARS fired at a bridge near the front, the army said.",
    "A bomber carrying Storm Shadow missiles flew 3,000 km before it turned back.",
    "M777 howitzers were driven 400 km to the coast. They were tested on Monday.",
    "Tochka-U missiles struck Kadugli, 340 km from the capital, on Monday, the police said.",
    "A convoy with Patriot launchers travelled 700 km through Poland. The trucks have a range of 800 km.",
    "Caesar howitzers hit a target at a distance of 38 kilometres. The shells flew 40 km in 90 seconds.",
    "The minister wants missiles that reach farther than ATACMS. The new weapon is to hit targets 1,000 km away.",
    "The radar of the Patriot battery can see jets 450 km away. Sirens were heard 300 km away.",
    "Fragments of a Grad rocket were shown in Tehran, 600 km away from the town it had struck.",
    "Ukraine asked for Taurus missiles with a range of 500 km. Kalibr missiles can reach targets more than 2,000 km away.",
    "The rebels fired Grads across the river. A garage 200 km to the south burned on the same day.",
    "Tomahawks were fired from a destroyer that had sailed 4,000 km from its port.",
    "Storm Shadow missiles struck a base 700 km inside the country from the front, the ministry said.",
    "Grads can reach the town from the hills, which lie 70 km from the capital. Iskanders hit Dnipro, 400 km southeast of Kyiv.",
    "Drones flew 1,200 km to strike the plant, and Grads were fired at the villages.",
    "Patriot launchers were struck by a drone that had flown 900 km.",
    "An Iskander has a range of 500 km and a Kalibr one of 2,500 km. The two were fired from 900 km apart.",
    "Ukraine's drones hit a refinery 1,300 km away; its ATACMS hit an airfield near Dzhankoi.",
    "The army fired HIMARS rockets at troops who had walked 300 km from the river. They said the village was 400 km away.",
    "Kh-101 missiles were launched from bombers over the Caspian Sea, 1,000 km away. Javelins were flown 6,000 km to Kyiv.",
    "An ATACMS hit a radar with a range of 600 km. The S-400 destroyed there had a radar that can see 600 km.",
    "A Fateh-110 was fired at a base. A second missile, a Ghadr, hit a town 1,500 km away.",
    "HIMARS hit the barracks in Makiivka. The men had come from Samara, 1,100 km away.",
    "The Grad fell 60 km short of the target. Sirens rang in Kharkiv after a Tochka-U struck a town 200 km to the south.",
    "An Iskander battery was moved 1,000 km to the west. The rockets, Grads, were brought 600 km by rail.",
    "Grads hit the village. It lies 130 km away from the city, and they said it could be reached in two hours.",
    "Patriot crews shot down a jet that had flown 900 km. The jet was hit at a height of 15 km and fell 170 km from the coast.",
)

FIRST = (
    "The first Javelins reached Ukraine in the summer of 2015, an official said. They were kept in the west.",
    "Russia used the Kalibr in combat for the first time in August 2012. A corvette fired it.",
    "Ukraine took delivery of its first Leopard 2 tanks in May 2021. Crews had trained in Poland.",
    "Ukraine received its first Patriot battery in March 2021, the air force said.",
    "Ukrainian crews fired HIMARS for the first time in June 2019, the army said.",
    "The first F-16s arrived in Ukraine in October 2022. Pilots had trained in Denmark.",
    "Storm Shadow made its combat debut in Ukraine in April 2020. It hit a bridge.",
    "Russia first launched Shahed drones at Ukrainian cities in March 2020, the governor said.",
    "Ukraine has had NASAMS batteries in service since 2018, the ministry said.",
    "Russia's Oreshnik missile was first fired at Ukraine in June 2023.",
    "Abrams tanks first went into Ukrainian hands in January 2021. Few are left.",
    "The army's use of Kinzhal missiles goes back to November 2019, when Russia first fired one at a depot in Ukraine.",
    "Ukraine fired ATACMS for the first time in May 2022, hitting an airfield near Melitopol.",
    "In July 2021 the first IRIS-T battery was delivered to Ukraine, the ministry in Berlin said.",
    "The first Harpoon launchers reached the Ukrainian coast in August 2020.",
    "Kinzhal was used in combat for the first time in March 2017, when Russia struck a depot in Ukraine.",
    "The first Abrams tanks did not come until late: they reached Ukraine in May 2024. Crews in Ukraine received their first Abrams in March 2024.",
    "Ukraine's first Leopard 2 tanks arrived in the country in October 2021.",
    "Kyiv got its first Patriot launchers in the autumn of 2020.",
    "Ukrainian troops have been using GLSDB bombs since June 2021, a soldier said.",
    "The aircraft carrier Shandong entered service in March 2014.",
    "India received its first S-400 regiment in April 2018.",
    "Ukraine's first Gepards were delivered in June 2020, the ministry in Berlin said.",
    "The United States first dropped a GBU-57 in combat in May 2019.",
)
NO_FIRST = (
    "The first Patriots were used in combat in the Gulf War in 1991. Ukraine received its first battery in April 2023.",
    "Poland took delivery of its first HIMARS launchers in May 2021. Ukraine got some in June 2022.",
    "Ukraine first asked for Patriot batteries in March 2021, an official said. Washington declined.",
    "The United States agreed in December 2017 to sell Ukraine its first Javelins.",
    "Javelins were first fired by Ukrainian crews at a drill in May 2018. Ukraine first fired Neptune missiles in a test in January 2018.",
    "Ukrainian pilots first flew F-16s at a base in Denmark in August 2023 under instruction.",
    "Germany delivered its first Leopard 2 tanks to Ukraine in March 2023. The first Storm Shadows were delivered in May 2023.",
    "Britain first used Storm Shadow in Iraq in March 2003. The Royal Navy first fired Harpoons in 1984.",
    "Israel first used its F-16s against Iraq in June 1981. Ukraine uses F-16s too.",
    "Ukraine ordered its first NASAMS in 2021. Iron Dome was first used in April 2011.",
    "Russia first tested the Zircon in 2017. The first Iskanders entered service with Russia's army in 2006.",
    "Training of the first Ukrainian crews on Abrams tanks began in May 2023. The first tanks came in September.",
    "In 2017 the United States pledged its first Javelins for Ukraine. Russia had used Iskanders in Georgia in 2008.",
    "The first German Leopard 2 tanks reached Ukraine in late March 2023. A second batch came in June 2023.",
    "The first HIMARS regiment of the Polish army was formed in May 2023; Ukraine had its first by June 2022.",
    "In May 2022 the United States said the first HIMARS would reach Ukraine within weeks.",
    "Ukraine first sought Storm Shadow missiles in March 2022, and received them in May 2023.",
    "Ukrainian troops fired at the first Abrams tank to be captured in March 2024.",
    "The Javelin was first used in combat in Iraq in 2003. The Javelin entered service in 1996.",
    "Bayraktar drones were first used by Turkey in 2016. Ukraine received its first drones in 2019.",
    "In the first months of 2022 Ukraine used Javelins. In 2021 the first vaccines reached Ukraine, as HIMARS crews trained in Poland.",
    "Russia used Iskanders for the first time in Ukraine in February 2022, an analyst said.",
    "Romania received the first Patriot battery in September 2020. Spain's first Leopard 2 tanks went to Latvia in 2017.",
    "The F-16 first flew in 1974. The first F-16s for Ukraine were promised in August 2023.",
    "The steel plant in Shandong was commissioned in June 2005. The first cars reached Fujian in 1999.",
    "The INS Vikrant was commissioned in March 1961. China commissioned its first carrier, the Liaoning, in September 2012.",
    "China's first S-400 arrived in 2018. Russia's first S-400 regiment entered service in 2007.",
    "Turkey's contract for the S-400 was signed in 2017; the first parts reached Ankara in July 2019.",
    "The first THAAD battery was activated at Fort Bliss in Texas in May 2008. THAAD launchers were first sent to Guam in April 2013.",
    "The US first tested the MOAB in March 2003 at a range in Florida.",
    "Gepards entered service with the West German army in 1976. Mirage 2000 jets were first delivered to India in June 1985.",
)

CONFLICTS = {text: code for code, texts in (("C202", OFFICE), ("C204", REACH), ("C205", FIRST)) for text in texts}
CLEAN = (*NO_OFFICE, *NO_REACH, *NO_FIRST)


@pytest.fixture(scope="module")
def read() -> dict[str, Ledger]:
    texts = (*CONFLICTS, *CLEAN)
    made = ledgers([Report(f"r{n}", text, published="2025-11-20") for n, text in enumerate(texts)])
    return dict(zip(texts, made, strict=True))


@pytest.mark.parametrize("text", CONFLICTS)
def test_what_the_record_excludes_is_found_once(read: dict[str, Ledger], text: str) -> None:
    (found,) = read[text].findings
    assert (found.code, found.category) == (CONFLICTS[text], "record_conflict")
    assert found.certainty in ("high", "medium") and found.explanation.endswith(".")
    assert found.facts and all(f.definition and f.source and f.as_of for f in found.facts)


@pytest.mark.parametrize("text", CLEAN)
def test_what_only_looks_like_a_conflict_stays_clean(read: dict[str, Ledger], text: str) -> None:
    assert [f.explanation for f in read[text].findings] == []


def test_rows_that_nobody_looked_up_make_no_sure_finding(read: dict[str, Ledger]) -> None:
    unsure = [replace(f, certainty="low") for f in shipped()]
    found = [f for text in CONFLICTS for f in checking.check(read[text], unsure)]
    assert found and "high" not in {f.certainty for f in found}


def test_without_facts_nothing_is_said(read: dict[str, Ledger]) -> None:
    assert [f for text in CONFLICTS for f in checking.check(read[text], ())] == []
