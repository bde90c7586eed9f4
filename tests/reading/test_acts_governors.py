"""What governs an act from above: passives, nouns, adjectives and verbs of every class, one frame a line."""

from __future__ import annotations

import pytest

from tests.reading.marked_acts import assert_statuses

CASES = """
The ferry was neither searched nor [seized|not_done].
Hardly any shells [hit|not_done/done] the port.
At no time were shots [fired|not_done].
An [invasion|not_done] was averted.
The ban on [exports|authorised] was lifted.
The governor was about to be [arrested|planned].
The siege was never [lifted|not_done].
The lifting of the siege was [delayed|done].
The [release|ordered] of the sailors was ordered by a court.
The [release|asked] of the sailors was demanded by Oslo.
The [expulsion|threatened] of the envoy was threatened.
The [withdrawal|promised] of the brigade was promised in May.
The [withdrawal|denied] of the brigade was denied.
The [purchase|authorised] of jets was authorised.
The [purchase|planned] of jets is planned.
The [purchase|possible] of jets is under consideration.
A [withdrawal|possible] is possible.
A [withdrawal|possible/not_done] is unlikely.
A [withdrawal|not_done] is out of the question.
A [withdrawal|forecast] is expected.
The threat of an [invasion|threatened] hangs over the town.
Fears of an [invasion|possible] grew.
The prospect of a [truce|possible/forecast] faded.
The failure to [evacuate|attempted/not_done] the clinic was criticised.
The refusal to [withdraw|not_done] angered Oslo.
The decision to [withdraw|planned] angered Oslo.
The order to [withdraw|ordered] angered the troops.
The promise to [withdraw|promised] was kept.
The ability to [strike|possible] ships worries them.
The rebels' readiness to [disarm|promised/possible] surprised Oslo.
The attempt to [storm|attempted] the palace failed.
An attempt at [storming|attempted] the palace failed.
Three [attempts|done] to storm the palace failed.
The plot to [kill|planned/attempted] the king was foiled.
The bank was robbed and then [burned|done].
The bank was to be robbed and then [burned|planned].
The army could have shelled the port but did not [shell|not_done] it.
It was said that the navy [sank|done] the ferry.
It was not said who [sank|done] the ferry.
It was never proved that the navy [sank|unknown/possible] the ferry.
It is doubtful that the navy [sank|possible] the ferry.
It is feared that the ferry [sank|possible].
It is hoped that the ferry will [sail|possible/forecast/planned].
It is forbidden to [fish|not_done] there.
It was a mistake to [shell|done] the port.
It was brave of the crew to [stay|done].
The crew were wise to [leave|done].
The crew were right to [leave|done].
The crew were wrong to [leave|done].
The crew were lucky to [survive|done].
The crew were afraid to [leave|not_done/possible].
The crew were free to [leave|authorised/possible/done].
The crew were ready to [leave|promised/planned/possible].
The crew were likely to [leave|forecast/possible].
The crew were supposed to [leave|unknown/planned/asked].
The crew seem to have [left|possible].
The crew happened to [see|done] the raid.
The crew pretended to [leave|not_done].
The crew tended to [leave|possible/done] early.
The crew would have liked to [leave|possible/planned/not_done].
The crew chose to [leave|done].
The crew chose not to [leave|not_done].
The crew opted against [leaving|not_done].
The crew considered [leaving|possible].
The crew avoided [leaving|not_done].
The crew suggested [leaving|asked/possible].
The crew finished [loading|done].
The crew postponed [leaving|planned].
The crew thought of [leaving|possible].
The crew dreamt of [leaving|possible/planned].
The crew insisted on [leaving|done/asked].
The crew were kept from [leaving|not_done].
The crew persuaded the captain to [leave|done].
The crew convinced the captain to [leave|done].
The crew begged the captain to [leave|asked].
The crew forced the captain to [leave|done].
The crew helped the captain [leave|done].
The crew saw the captain [leave|done].
The crew let the captain [leave|done/authorised].
The crew dared the captain to [leave|asked].
The crew invited the captain to [leave|asked].
The crew forbade the captain to [leave|not_done].
The crew failed to stop the captain from [leaving|done].
The crew did not persuade the captain to [leave|not_done].
"""


@pytest.mark.parametrize("line", CASES.strip().split("\n"))
def test_status_of_every_marked_act(line: str) -> None:
    assert_statuses(line)
