"""Make data/actors/countries.tsv from pycountry (ISO 3166-1) and countryinfo. Maintainers run it; users need it not.

python scripts/make_actors.py
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import countryinfo
import pycountry

OUT = Path(__file__).resolve().parents[1] / "fogline" / "data" / "actors" / "countries.tsv"
COLUMNS = ("iso3", "iso2", "name", "capital", "demonym")
NOT_IN_ISO = ("XKX", "XK", "Kosovo", "Pristina", "Kosovan")  # user-assigned code, in common use


def country_rows() -> Iterator[tuple[str, ...]]:
    """One row a country of ISO 3166-1, by its alpha-3 code."""
    for country in sorted(pycountry.countries, key=lambda c: str(c.alpha_3)):
        info = _info(country.alpha_2)
        name = getattr(country, "common_name", country.name)
        yield country.alpha_3, country.alpha_2, name, info.get("capital") or "", info.get("demonym") or ""
    yield NOT_IN_ISO


def _info(code: str) -> dict[str, str]:
    try:
        found: dict[str, str] = countryinfo.CountryInfo(code).info()
    except Exception:  # countryinfo raises its own and KeyError for the few it lacks
        return {}
    return found


def main() -> None:
    """Write the table."""
    with OUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter="\t", quoting=csv.QUOTE_NONE, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(country_rows())


if __name__ == "__main__":
    main()
