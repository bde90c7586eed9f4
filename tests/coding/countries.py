"""Sentences of ours about two countries each, in which the two may change places."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple


class Told(NamedTuple):
    """A sentence, a type that it tells, and its two countries."""

    type: str
    one: str
    other: str
    text: str

    @property
    def swapped(self) -> str:
        """The sentence with the two countries, their people and their capitals exchanged."""
        one, other = COUNTRIES[self.one], COUNTRIES[self.other]
        turned = dict(zip((*one, *other), (*other, *one), strict=True))
        names = "|".join(re.escape(name) for name in sorted(turned, key=len, reverse=True))
        return re.sub(names, lambda found: turned[found[0]], self.text)


COUNTRIES = {
    names[0]: names
    for names in (
        ("Chad", "Chadian", "N'Djamena"),
        ("Sudan", "Sudanese", "Khartoum"),
        ("Kenya", "Kenyan", "Nairobi"),
        ("Somalia", "Somali", "Mogadishu"),
        ("Norway", "Norwegian", "Oslo"),
        ("Peru", "Peruvian", "Lima"),
        ("Chile", "Chilean", "Santiago"),
        ("Algeria", "Algerian", "Algiers"),
        ("Libya", "Libyan", "Tripoli"),
        ("Serbia", "Serbian", "Belgrade"),
        ("Albania", "Albanian", "Tirana"),
        ("Russia", "Russian", "Moscow"),
        ("Ukraine", "Ukrainian", "Kyiv"),
        ("Japan", "Japanese", "Tokyo"),
        ("India", "Indian", "New Delhi"),
        ("Pakistan", "Pakistani", "Islamabad"),
        ("Iran", "Iranian", "Tehran"),
        ("Iraq", "Iraqi", "Baghdad"),
        ("Israel", "Israeli", "Jerusalem"),
        ("Lebanon", "Lebanese", "Beirut"),
        ("Ghana", "Ghanaian", "Accra"),
        ("Togo", "Togolese", "Lomé"),
        ("Rwanda", "Rwandan", "Kigali"),
        ("Mali", "Malian", "Bamako"),
        ("Armenia", "Armenian", "Yerevan"),
        ("Georgia", "Georgian", "Tbilisi"),
        ("Poland", "Polish", "Warsaw"),
        ("Turkey", "Turkish", "Ankara"),
        ("Greece", "Greek", "Athens"),
        ("China", "Chinese", "Beijing"),
        ("Vietnam", "Vietnamese", "Hanoi"),
        ("Egypt", "Egyptian", "Cairo"),
        ("Ethiopia", "Ethiopian", "Addis Ababa"),
        ("Colombia", "Colombian", "Bogotá"),
        ("Venezuela", "Venezuelan", "Caracas"),
        ("Cuba", "Cuban", "Havana"),
        ("Mexico", "Mexican", "Mexico City"),
        ("Syria", "Syrian", "Damascus"),
        ("Jordan", "Jordanian", "Amman"),
        ("Thailand", "Thai", "Bangkok"),
        ("Cambodia", "Cambodian", "Phnom Penh"),
    )
}

ROWS = Path(__file__).with_suffix(".tsv").read_text(encoding="utf-8").splitlines()
TOLD = tuple(Told(*row.split("\t")) for row in ROWS[1:])
