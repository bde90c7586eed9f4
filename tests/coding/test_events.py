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


# One incident, one event ---------------------------------------------------------------------------------------


def only(text: str, kind: str) -> list[Event]:
    return [e for e in coded(text).events if e.type == kind]


def test_a_strike_its_fire_and_its_dead_are_one_event() -> None:
    text = "A drone strike set fire to silos in Izmail, killing 12 people and wounding 30."
    (strike,) = only(text, "ASSAULT")
    assert (strike.mode, len(strike.casualties)) == ("drone", 2)
    assert [text[a:b] for a, b in strike.evidence] == ["drone", "strike", "set", "killing", "wounding"]


def test_setting_fire_is_done_and_not_a_plan() -> None:
    (fire,) = only("Rebels set fire to the depot.", "ASSAULT")
    assert (fire.mode, fire.status) == ("destroy", "done")


def test_those_bombed_and_killed_are_one_event_by_one_actor() -> None:
    text = "The rebel leader was bombed and killed by the army."
    (event,) = only(text, "ASSAULT")
    assert [text[p.start : p.end] for p in event.actors] == ["army"]


def test_an_offensive_has_the_target_and_the_day_of_its_aim() -> None:
    text = "The army launched an offensive to retake the town on Sunday."
    (event,) = only(text, "ASSAULT")
    assert [text[p.start : p.end] for p in event.recipients] == ["town"]
    assert event.status == "done"
    assert event.time is not None


def test_two_agents_are_two_events() -> None:
    assert len(only("The army shelled the port and rebels killed two guards.", "ASSAULT")) == 2


def test_a_count_belongs_to_one_event() -> None:
    events = only("The army shelled the port on Monday and rebels killed two guards at the gate.", "ASSAULT")
    counts = [q for e in events for q in e.casualties]
    assert len(counts) == len(set(counts)) == 1


# Nobody in particular ------------------------------------------------------------------------------------------


def test_an_attack_by_nobody_known_is_an_event() -> None:
    for text, status in (("The port could be attacked.", "possible"), ("The attack was denied by the army.", "denied")):
        (event,) = only(text, "ASSAULT")
        assert (event.status, event.actors) == (status, ())


def test_what_is_hit_is_the_recipient_in_every_voice() -> None:
    for text in ("The army attacked the port.", "The port was attacked by the army.", "The army's attack on the port."):
        (event,) = only(text, "ASSAULT")
        assert [text[p.start : p.end] for p in event.recipients] == ["port"], text


def test_boats_that_sink_by_themselves_are_attacked_by_nobody() -> None:
    assert not coded("Two boats sank off Odesa on Friday.").events


def test_no_time_and_no_abstraction_is_a_side() -> None:
    found = coded("Romania demanded an explanation. Police attacked the camp Wednesday.")
    assert found.words(found.one("REQUEST").recipients) == []
    assert found.words(found.one("ASSAULT").recipients) == ["camp"]


def test_troops_that_are_moved_are_nobodys_victims() -> None:
    found = coded("The army moved two battalions to the border.")
    assert found.one("MOBILIZE").recipients == ()


def test_who_is_condemned_is_who_attacked() -> None:
    found = coded("Jordan condemned the attack by the militia on the village.")
    assert "militia" in found.words(found.one("ACCUSE").recipients)[0]


# No event ------------------------------------------------------------------------------------------------------


def test_what_is_no_event() -> None:
    texts = (
        "Analysts warned that the talks might draw Chad into the war.",
        "An analyst called the raid a test of nerves.",
        "The officer leads the campaign to defeat the rebels.",
        "Yerevan insists that it respected the border.",
        "The war began four years ago.",
        "Speaking after the meeting, the envoy said he was tired.",
        "Civilians were liberated last week.",
        "The ministry released the results of the survey.",
    )
    for text in texts:
        assert not coded(text).events, (text, [e.why for e in coded(text).events])


def test_a_raid_not_yet_made_is_conditional() -> None:
    found = coded("The navy vowed to retaliate for any raid on its ships.")
    assert [e.status for e in found.events] == ["done", "threatened", "conditional"]


def test_a_drone_shot_down_is_no_proposal_refused() -> None:
    assert not only("The air force shot down 18 of 24 Shahed drones.", "REJECT")


def test_marching_on_a_town_and_marching_on_parliament() -> None:
    assert only("Rebel fighters marched on Raqqa.", "MOBILIZE")
    assert only("Students marched on parliament.", "PROTEST")


def test_a_place_liberated_is_taken() -> None:
    assert only("Troops liberated Tikrit.", "ASSAULT")


def test_the_finite_verb_after_a_denied_clause_is_the_speakers_own() -> None:
    found = coded("Moscow denied that its forces had attacked the port and accused Kyiv of lying.")
    assert (found.one("ASSAULT").status, found.one("ACCUSE").status) == ("denied", "done")
    assert found.words(found.one("ACCUSE").actors) == ["Moscow"]


# Time from another act, alternatives ---------------------------------------------------------------------------


def test_two_days_after_the_strike_has_a_date_where_the_strike_has() -> None:
    found = coded("Militants attacked the port on 3 November. Two days after the attack, rebels shelled the airport.")
    first, last = found.events[0], found.events[-1]
    assert first.time is not None and first.time.value is not None
    assert last.time is not None and last.time.value == first.time.value[:8] + "05"


def test_a_threat_is_against_whom_the_act_would_fall_on() -> None:
    found = coded("Chad warned that it would attack Sudan.")
    assert found.words(found.one("THREATEN").recipients) == ["Sudan"]


def test_other_types_of_the_same_words_are_runners_up() -> None:
    found = coded("The rebels marched on Raqqa.")
    assert [r.type for r in found.one("MOBILIZE").runners_up] == ["PROTEST"]


def test_days_after_an_act_that_nothing_dates_stay_unknown() -> None:
    found = coded("Militants attacked the port. Two days after the attack, rebels shelled the airport.")
    assert found.events[-1].time is None


def test_the_other_side_of_what_is_asked_refused_or_recalled() -> None:
    for text, kind, name in (
        ("Kenya called for talks with Somalia.", "REQUEST", "Somalia"),
        ("Peru rejected a request from Chile.", "REJECT", "Chile"),
        ("Ghana recalled its ambassador from Togo.", "SANCTION", "Togo"),
    ):
        found = coded(text)
        assert found.words(found.one(kind).recipients) == [name], text


def test_we_inside_a_claim_is_who_makes_it() -> None:
    found = coded("“We shelled the ridge on Monday,” the army said.")
    event = found.one("ASSAULT")
    assert found.words(event.actors) == ["We"]
    assert event.actors[0].entity
