"""Weapons by name and kind, so that their names are not taken for people: no ranges, no performance."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from fogline.tables import files
from fogline.tables.phrases import Phrases


class Weapon(NamedTuple):
    """A system ("Kalibr", ``named``) or a kind of weapon ("drone") with its class."""

    name: str
    weapon_class: str
    named: bool


def weapon(words: str) -> Weapon | None:
    """The weapon of a name or plural.

    >>> weapon("Shahed-136")
    Weapon(name='Shahed', weapon_class='drone', named=True)
    """
    return known_weapons().get(words)


@cache
def known_weapons() -> Phrases[Weapon]:
    """Every weapon under every form; kinds also with a capital at the beginning of a sentence."""
    phrases: Phrases[Weapon] = Phrases()
    for row in files.rows("weapons/weapons.tsv", ("name", "aliases", "class", "kind")):
        found = Weapon(row["name"], row["class"], row["kind"] == "named")
        for form in (row["name"], *filter(None, row["aliases"].split(";"))):
            phrases.add(form, found)
            if not found.named:
                phrases.add(form[:1].upper() + form[1:], found)
    return phrases
