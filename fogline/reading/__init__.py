"""One report in, everything it says out: sentences, entities, times, voices, claims, acts, places, quantities.

Every stage is a plain function of the report, its parse and what was found so far; nothing found is ever changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fogline.models.parse import Parse
from fogline.reading.acts import find_acts
from fogline.reading.attribution import find_attributions
from fogline.reading.claims import find_claims
from fogline.reading.homes import with_countries
from fogline.reading.mentions import find_entities
from fogline.reading.places import find_places
from fogline.reading.quantities import find_quantities
from fogline.reading.releases import with_issuer
from fogline.reading.times import find_times
from fogline.records import Reading, Report, Sentence

__all__ = ["read_parsed"]


def read_parsed(report: Report, parse: Parse, sentences: Sequence[Sentence]) -> Reading:
    """Everything the report says, stage after stage."""
    so_far = Reading(sentences=tuple(sentences))
    so_far = replace(so_far, times=find_times(report, parse, so_far))
    entities, mentions = find_entities(report, parse, so_far)
    so_far = replace(so_far, entities=entities, mentions=mentions)
    so_far = replace(so_far, places=find_places(report, parse, so_far))
    so_far = replace(so_far, entities=with_countries(so_far))
    so_far = replace(so_far, attributions=find_attributions(report, parse, so_far))
    so_far = replace(so_far, attributions=with_issuer(report, so_far))
    so_far = replace(so_far, claims=find_claims(report, parse, so_far))
    so_far = replace(so_far, acts=find_acts(report, parse, so_far))
    return replace(so_far, quantities=find_quantities(report, parse, so_far))
