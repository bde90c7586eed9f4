"""Events of whole sentences: sides, links, circumstances."""

from __future__ import annotations

from dataclasses import dataclass, replace

from fogline.coding import code
from fogline.models import english
from fogline.reading import read_parsed
from fogline.reading.sentences import sentences
from fogline.records import Event, Participant, Report


@dataclass(frozen=True)
class Coded:
    text: str
    events: tuple[Event, ...]

    def words(self, people: tuple[Participant, ...]) -> list[str]:
        return [self.text[p.start : p.end] for p in people]

    def one(self, kind: str) -> Event:
        found = [e for e in self.events if e.type == kind]
        assert found, [(e.type, e.why) for e in self.events]
        return found[0]


def coded(text: str) -> Coded:
    ready = sentences(text)
    parse = english.parse(text, ready)
    report = Report("r", text, published="2025-11-20")
    return Coded(text, code(report, parse, read_parsed(report, parse, ready)))


def test_active_and_passive_have_the_same_sides() -> None:
    for text in ("Mali expelled French diplomats.", "French diplomats were expelled by Mali."):
        found = coded(text)
        event = found.one("SANCTION")
        assert found.words(event.actors) == ["Mali"]
        assert "French" in found.words(event.recipients)[0]


def test_compound_actors_stay_apart() -> None:
    found = coded("The United States and Britain imposed sanctions on Iran.")
    event = found.one("COERCE")
    assert found.words(event.actors) == ["United States", "Britain"]
    assert found.words(event.recipients) == ["Iran"]


def test_nominal_strikes_know_their_sides() -> None:
    found = coded("Russian strikes on Odesa continued on Monday.")
    event = found.one("ASSAULT")
    assert found.words(event.actors) == ["Russian"]
    assert found.words(event.recipients) == ["Odesa"]


def test_an_unstated_recipient_is_empty() -> None:
    found = coded("Moscow has vowed to retaliate.")
    assert all(e.recipients == () for e in found.events)


def test_a_threat_and_the_act_threatened_are_two_linked_events() -> None:
    found = coded("Moscow has threatened to attack Poland.")
    threat, attack = found.one("THREATEN"), found.one("ASSAULT")
    assert (threat.status, attack.status) == ("done", "threatened")
    assert attack.embedded_in == threat.id and threat.embedded_in is None
    assert attack.intensity < threat.intensity + 9 and attack.intensity < 9
    assert found.words(attack.actors) == ["Moscow"] and found.words(attack.recipients) == ["Poland"]


def test_a_denied_attack_never_happened_and_the_denial_is_no_event() -> None:
    found = coded("Moscow denied that it had attacked Poland.")
    assert {e.type: e.status for e in found.events} == {"ASSAULT": "denied"}
    assert found.one("ASSAULT").intensity == 0


def test_an_accusation_holds_the_act_of_the_accused() -> None:
    found = coded("Ukraine accused Russia of attacking the port of Odesa.")
    accusation, attack = found.one("ACCUSE"), found.one("ASSAULT")
    assert found.words(accusation.actors) == ["Ukraine"] and found.words(accusation.recipients) == ["Russia"]
    assert found.words(attack.actors) == ["Russia"] and attack.embedded_in == accusation.id


def test_an_order_is_carried_out_by_those_ordered() -> None:
    found = coded("The president ordered the army to arrest the mayor.")
    event = found.one("COERCE")
    assert event.status == "ordered"
    assert "army" in found.words(event.actors)[0]


def test_an_election_is_no_event() -> None:
    assert coded("Ghana will hold a presidential election in December.").events == ()


def test_the_act_told_again_points_to_its_first_telling() -> None:
    found = coded("Rebels shelled the town of Gao on Monday. The shelling was condemned by France.")
    first, again = [e for e in found.events if e.type == "ASSAULT"]
    assert again.same_as == first.id and first.same_as is None


def test_time_is_the_acts_own_and_never_the_publication_date() -> None:
    found = coded("France condemned the coup. Rebels shelled Gao on Monday.")
    assert found.one("ACCUSE").time is None
    time = found.one("ASSAULT").time
    assert time is not None and time.value == "2025-11-17"


def test_weapons_place_and_casualties_belong_to_the_act() -> None:
    text = "Militants fired on a market in Mogadishu on Friday, killing nine people. Berlin called for restraint."
    found = coded(text)
    event = found.one("ASSAULT")
    assert [event.mode, len(event.casualties)] == ["firearms", 1] and event.place is not None
    assert all(e.casualties == () for e in found.events if e.type != "ASSAULT")


def test_a_harm_is_part_of_the_attack_that_did_it() -> None:
    found = coded("A drone strike on a depot in Aden killed four guards.")
    assert [e.type for e in found.events] == ["ASSAULT"]


def test_never_an_actor_from_another_clause() -> None:
    found = coded("While Egypt hosted talks, the village was shelled.")
    assert all(found.words(e.actors) == [] for e in found.events if e.type == "ASSAULT")


def test_silence_rejects_nobody() -> None:
    assert all(e.type != "REJECT" for e in coded("The minister declined to comment.").events)


def test_names_of_countries_never_change_types_or_sides() -> None:
    shape = "{a} accused {b} of shelling a village and threatened to expel its ambassador."
    one, two = coded(shape.format(a="Chad", b="Libya")), coded(shape.format(a="Libya", b="Chad"))
    assert [(e.type, e.mode, e.status) for e in one.events] == [(e.type, e.mode, e.status) for e in two.events]
    assert one.words(one.events[0].actors) == ["Chad"] and two.words(two.events[0].actors) == ["Libya"]


def test_the_same_report_gives_the_same_events() -> None:
    text = "Rebels shelled Gao. France condemned the shelling and urged Mali to protect civilians."
    assert coded(text).events == coded(text).events


def test_without_a_parse_nothing_is_coded_and_nothing_breaks() -> None:
    text = "Rebels shelled Gao."
    parse = english.parse(text, sentences(text))
    n = len(parse)
    bare = replace(
        parse, parsed=False, tags=("",) * n, pos=("",) * n, deps=("",) * n, ents=(),
        heads=tuple(range(n)), kids=((),) * n, lefts=tuple(range(n)), rights=tuple(range(n)),
    )  # fmt: skip
    report = Report("r", text)
    assert code(report, bare, read_parsed(report, bare, sentences(text))) == ()


def test_two_adjectives_are_two_actors() -> None:
    found = coded("Talks between Turkish and Russian officials broke down on Sunday.")
    event = found.one("CONSULT")
    assert [w.split()[0] for w in found.words(event.actors)] == ["Turkish", "Russian"]
