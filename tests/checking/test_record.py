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
