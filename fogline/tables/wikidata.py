"""Facts out of Wikidata (CC0): entity files, SPARQL result files, and, when a user asks, the public endpoint.

An entity file is what ``Special:EntityData/Q42.json`` or the API's ``wbgetentities`` gives: statements "position held"
(P39) and "member of" (P463) with start and end (P580, P582), labels of the offices among its entities. A result file is
the SPARQL 1.1 JSON form of any query whose variables are named as `QUERIES` names them. Dates keep the precision that
Wikidata gives them (9 year, 10 month, 11 day); coarser ones are left out. What volunteers wrote is of medium certainty.
"""

from __future__ import annotations

import re
import urllib.parse
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from fogline.errors import TableError
from fogline.records import Fact
from fogline.tables import files, gazetteer_build
from fogline.tables.facts import shipped
from fogline.tables.facts_added import completed

ENDPOINT = "https://query.wikidata.org/sparql"
AGENT = "Fogline (facts import; https://www.mediawiki.org/wiki/API:Etiquette)"
PATIENCE = 90  # seconds that the endpoint may take
LENGTHS = {9: 4, 10: 7, 11: 10}  # characters of an ISO date by Wikidata's precision
ACTING = re.compile(r"\b(?:acting|interim)\s+", re.I)
TIMES = """
  OPTIONAL { ?held pqv:P580 [wikibase:timeValue ?start; wikibase:timePrecision ?startPrecision] }
  OPTIONAL { ?held pqv:P582 [wikibase:timeValue ?end; wikibase:timePrecision ?endPrecision] }
  SERVICE wikibase:label { bd:serviceParam wikibase:language "en". }
}"""
QUERIES = {
    "offices": """SELECT ?person ?personLabel ?officeLabel ?iso ?start ?startPrecision ?end ?endPrecision WHERE {
  ?country wdt:P298 ?iso. VALUES ?iso { "%s" }
  ?country wdt:P1906|wdt:P1313 ?office.
  ?held ps:P39 ?office. ?person p:P39 ?held.
  MINUS { ?held wikibase:rank wikibase:DeprecatedRank }"""
    + TIMES,
    "memberships": """SELECT ?country ?countryLabel ?bodyLabel ?iso ?start ?startPrecision ?end ?endPrecision WHERE {
  ?country wdt:P298 ?iso. VALUES ?iso { "%s" }
  ?country p:P463 ?held. ?held ps:P463 ?body.
  MINUS { ?held wikibase:rank wikibase:DeprecatedRank }"""
    + TIMES,
}

Json = Mapping[str, Any]
Cells = dict[str, str]


@dataclass(frozen=True, slots=True)
class Extract:
    """The facts of an extract, and how many of its statements made none: no label, no country, no date."""

    facts: tuple[Fact, ...]
    left_out: int


class Term(NamedTuple):
    """Who or what was something from when to when, at the precision of an ISO prefix, by which page."""

    name: str
    since: str
    until: str
    page: str


def query(kind: str, country: str) -> str:
    """The SPARQL query for the offices or memberships of a country (ISO 3166-1 alpha-3)."""
    return QUERIES[kind] % re.sub(r"[^A-Z]", "", country.upper())


def ask(kind: str, country: str, endpoint: str = ENDPOINT) -> Extract:
    """Ask the public endpoint. The one door of Fogline that uses a network, and only when called.

    Raises:
        TableError: F210, if the endpoint cannot be reached, refuses, or answers something else.
    """
    url = f"{endpoint}?{urllib.parse.urlencode({'query': query(kind, country), 'format': 'json'})}"
    if urllib.parse.urlsplit(endpoint).scheme not in ("http", "https"):
        raise TableError("F210", "no address of the web", where=endpoint, accepted="https://...")
    headers = {"User-Agent": AGENT, "Accept": "application/sparql-results+json"}
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=PATIENCE) as answer:
            whole = answer.read()
    except (OSError, ValueError) as error:
        raise TableError(
            "F210", f"no answer: {error}", where=endpoint, accepted="a network, or a file saved before"
        ) from error
    return _extract(whole, endpoint, None)


def read(path: Path, country: str | None = None) -> Extract:
    """The facts in a file; ``country`` (ISO 3166-1 alpha-3) is that of offices whose label names none.

    Raises:
        TableError: F208, if the file is neither an entity file nor SPARQL results.
    """
    try:
        return _extract(path.read_bytes(), path.name, country)
    except OSError as error:
        raise TableError("F208", f"it cannot be read: {error}", where=path.name, accepted="a JSON file") from error


def _extract(whole: bytes, where: str, country: str | None) -> Extract:
    try:
        raw = msgspec.json.decode(whole)
    except msgspec.DecodeError as error:
        raise TableError("F208", f"not JSON: {error}", where=where, accepted="Wikidata's JSON") from error
    shape = raw if isinstance(raw, dict) else {}
    try:
        if isinstance(shape.get("entities"), dict):
            found = list(_of_entities(shape["entities"], country))
        elif isinstance(shape.get("results"), dict):
            found = [_of_binding(row, country) for row in shape["results"]["bindings"]]
        else:
            raise TableError("F208", "neither entities nor results in it", where=where, accepted="Wikidata's JSON")
        cells = [one for one in found if one and one["from"] and _named(one["value"])]
        facts = {one.id: one for one in map(completed, cells)}
    except (KeyError, TypeError, AttributeError) as error:
        raise TableError("F208", f"not in Wikidata's shape: {error!r}", where=where, accepted="its JSON") from error
    return Extract(tuple(facts.values()), len(found) - len(facts))


# SPARQL results ----------------------------------------------------------------------------------------------------


def _of_binding(row: Json, country: str | None) -> Cells | None:
    told = {name: str(cell["value"]) for name, cell in row.items()}
    since = _day(told.get("start"), told.get("startPrecision"))
    until = _day(told.get("end"), told.get("endPrecision"))
    if "bodyLabel" in told:
        term = Term(told.get("countryLabel", ""), since, until, told.get("country", ""))
        return _membership(told["bodyLabel"], term, told.get("iso") or country)
    term = Term(told.get("personLabel", ""), since, until, told.get("person", ""))
    return _office(told.get("officeLabel", ""), term, told.get("iso"), country)


def _day(time: str | None, precision: str | int | None) -> str:
    """An ISO prefix at the precision given; a full day where a result does not say.

    >>> _day("+2019-05-00T00:00:00Z", 10), _day("2019-05-20T00:00:00Z", None), _day("+1950-00-00T00:00:00Z", 8)
    ('2019-05', '2019-05-20', '')
    """
    match = re.match(r"\+?(\d{4}-\d\d-\d\d)T", time or "")
    length = LENGTHS.get(int(precision or 11), 0)
    return match[1][:length] if match else ""


# Entity files ------------------------------------------------------------------------------------------------------


def _of_entities(entities: Json, country: str | None) -> Iterator[Cells | None]:
    labels = {key: str(one.get("labels", {}).get("en", {}).get("value", "")) for key, one in entities.items()}
    for key, one in entities.items():
        claims = one.get("claims", {})
        own = next((code for s in claims.get("P298", ()) if (code := _value(s))), None)
        for kind in ("P39", "P463"):
            for statement in claims.get(kind, ()):
                if statement.get("rank") != "deprecated":
                    about = labels.get(_value(statement) or "", "")
                    term = _term(labels[key], statement, key)
                    yield _membership(about, term, own) if kind == "P463" else _office(about, term, None, country)


def _term(name: str, statement: Json, key: str) -> Term:
    since, until = (_qualifier(statement, end) for end in ("P580", "P582"))
    return Term(name, since, until, f"http://www.wikidata.org/entity/{key}")


def _value(statement: Json) -> str | None:
    value = statement["mainsnak"].get("datavalue", {}).get("value")
    return str(value["id"] if isinstance(value, dict) else value) if value else None


def _qualifier(statement: Json, name: str) -> str:
    some = statement.get("qualifiers", {}).get(name, ())
    value = next((s["datavalue"]["value"] for s in some if "datavalue" in s), None)
    return _day(value["time"], value["precision"]) if value else ""


# Rows of the record ------------------------------------------------------------------------------------------------


def _office(label: str, term: Term, state: str | None, country: str | None) -> Cells | None:
    """A row for a term in office: the label says which and, without a code, of which state."""
    bare = ACTING.sub("", label, count=1)
    title, _, of = bare.partition(" of ")
    while title not in _titles() and " of " in of:  # "Minister of Defence of Ukraine"
        more, _, of = of.partition(" of ")
        title = f"{title} of {more}"
    seat = state or _states().get(re.sub(r"^the ", "", of.lower())) or country
    if not seat or not _named(bare):
        return None
    title = _titles().get(title) or title.lower()
    return _cells("office", f"{seat}:{title}", bare, term) | {"status": "held" if bare == label else "acting"}


def _membership(body: str, term: Term, state: str | None) -> Cells | None:
    seat = state or _states().get(term.name.lower())
    if not seat or not _named(body):
        return None
    about = f"{term.name} in {body}"
    return _cells("membership", f"{_bodies().get(body, body)}:{seat}", about, term) | {"value": body}


def _cells(kind: str, subject: str, label: str, term: Term) -> Cells:
    return {
        "kind": kind, "subject": subject, "subject_label": label, "value": term.name, "from": term.since,
        "to": term.until, "source": f"Wikidata, {term.page.rpartition('/')[2]}", "url": term.page,
        "as_of": date.today().isoformat(), "licence": "CC0-1.0", "certainty": "medium",
    }  # fmt: skip


def _named(label: str) -> bool:
    """True for a label in words: an item without one has its number for a label."""
    return bool(label) and not re.fullmatch(r"Q\d+", label)


@cache
def _titles() -> dict[str, str]:
    return {row["label"]: row["title"] for row in files.rows("facts/wikidata_offices.tsv", ("label", "title"))}


@cache
def _bodies() -> dict[str, str]:
    """The record's short names of organisations, by the long ones."""
    rows = [one for one in shipped() if one.relation == "member_of"]
    return {re.sub(r"^the ", "", one.value): one.subject.partition(":")[0] for one in rows}


@cache
def _states() -> dict[str, str]:
    """Codes of states (ISO 3166-1 alpha-3) by every name that the gazetteer has of them, in lower case."""
    rows = files.rows("places/countries.tsv", gazetteer_build.COUNTRIES)
    return {name.lower(): row["iso3"] for row in rows for name in (*row["names"].split("|"), row["name"]) if name}
