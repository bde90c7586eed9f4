"""A ledger for exports: one act done, one threatened, one told twice, one place as wide as a country."""

from __future__ import annotations

from fogline.records import Attribution, Candidate, Claim, Event, Ledger, Origin, Participant, Place, Quantity, Tenure
from tests.factories import (
    at,
    make_act,
    make_entity,
    make_event,
    make_finding,
    make_ledger,
    make_mention,
    make_place,
    make_quantity,
    make_report,
    make_sentence,
    make_timex,
)

TEXT = (
    "“=Rebels” shelled the port of Odesa on Friday, killing at least 12 people, the governor said. "
    "The shelling hurt forty more, he said. "
    "Ukraine threatened to strike back; Rome, in Italy, called for calm."
)
FIRST, SECOND, THIRD = (s for s in TEXT.replace(". ", ".|").split("|"))


def _entities() -> tuple:  # type: ignore[type-arg]
    rebels = make_entity("the rebels", id="rebels", type="group", country="UKR", sector="REB")
    governor = make_entity("governor of Odesa", id="governor", type="person", offices=(Tenure("governor", "2023"),))
    ukraine = make_entity("Ukraine", id="ukraine", type="country", sector=None)
    return rebels, governor, ukraine


def _events() -> tuple[Event, ...]:
    rebels = Participant("rebels", *at("“=Rebels”", TEXT))
    port = Participant(None, *at("the port of Odesa", TEXT))
    done = {"actors": (rebels,), "recipients": (port,), "claim": "c1", "place": "odesa", "mode": "heavy-weapons"}
    shelled = make_event("shelled", TEXT, id="e1", casualties=("q1",), cameo="194", **done)
    again = make_event("The shelling", TEXT, id="e2", same_as="e1", casualties=(), **done)
    ukraine = Participant("ukraine", *at("Ukraine", TEXT))
    threat = make_event(
        "strike", TEXT, id="e3", status="threatened", actors=(ukraine,), recipients=(), claim=None, place=None,
        casualties=(), time=None, mode=None, cameo="190",
    )  # fmt: skip
    calm = make_event(
        "called for", TEXT, id="e4", type="REQUEST", mode=None, actors=(Participant(None, *at("Rome", TEXT)),),
        recipients=(), claim=None, place="italy", casualties=(), cameo=None, goldstein=None,
    )  # fmt: skip
    return shelled, again, threat, calm


def _places() -> tuple[Place, ...]:
    candidate = Candidate("698740", "Odesa", "UA", "P.PPLA", 0.97, "the largest of that name")
    odesa = make_place("Odesa", TEXT, id="odesa", candidates=(candidate,))
    italy = make_place(
        "Italy", TEXT, id="italy", geonameid="3175395", lat=42.8, lon=12.8, country="IT", precision="country",
        radius_km=600.0, admin1=None, role="mentioned",
    )  # fmt: skip
    return odesa, italy, make_place("Rome", TEXT, id="rome", geonameid=None, lat=None, lon=None, precision="unknown")


def _quantities() -> tuple[Quantity, ...]:
    killed = make_quantity("at least 12 people", TEXT, id="q1", civilian=True)
    return killed, make_quantity("forty", TEXT, id="q2", low=40.0, high=40.0, bound="exact", role="injured")


def exported() -> Ledger:
    """The ledger."""
    content = at("“=Rebels” shelled the port of Odesa on Friday, killing at least 12 people", TEXT)
    voice = Attribution(
        "v1", (at("the governor", TEXT),), (at("said", TEXT),), (content,), "governor", "office_holder", "UKR", "GOV",
        "indirect",
    )  # fmt: skip
    claim = Claim("c1", (content,), "v1", "say", True)
    report = make_report(
        TEXT, id="x1", title='-Odesa, "hit"\nagain', origin=Origin(path="wire.txt", url="https://example.org/odesa")
    )
    return make_ledger(
        report,
        sentences=tuple(make_sentence(words, TEXT) for words in (FIRST, SECOND, THIRD)),
        entities=_entities(),
        mentions=(make_mention("the governor", TEXT, entity="governor"),),
        times=(make_timex("on Friday", TEXT, id="t1"),),
        places=_places(),
        quantities=_quantities(),
        attributions=(voice,),
        claims=(claim,),
        acts=(make_act("shelled", TEXT, claim="c1", because=()),),
        events=_events(),
        findings=(make_finding(facts=(), evidence=make_finding().evidence[:1]),),
    )
