"""Write which offsets from GMT the clocks of a country have had, from the tz database (package tzdata).

usage: python -m scripts.make_offsets
"""

from __future__ import annotations

from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from zoneinfo import ZoneInfo

YEARS = range(2010, 2028)
TARGET = Path(__file__).parent.parent / "fogline/data/places/utc_offsets.tsv"


def offsets(zone: str) -> set[int]:
    """The offsets of a zone in minutes, at the middle of every month."""
    times = (datetime(year, month, 15, tzinfo=UTC) for year in YEARS for month in range(1, 13))
    return {int((t.astimezone(ZoneInfo(zone)).utcoffset() or t - t).total_seconds() // 60) for t in times}


def main() -> None:
    """Read the table of zones and write one row a country."""
    rows: dict[str, set[int]] = {}
    for line in files("tzdata").joinpath("zoneinfo/zone.tab").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            country, _, zone = line.split("\t")[:3]
            rows.setdefault(country, set()).update(offsets(zone))
    head = "# Made by scripts/make_offsets.py; do not edit. Minutes ahead of GMT, 2010 to 2027.\niso2\tminutes\n"
    body = "".join(f"{c}\t{','.join(str(m) for m in sorted(v))}\n" for c, v in sorted(rows.items()))
    TARGET.write_text(head + body, encoding="utf-8")


if __name__ == "__main__":
    main()
