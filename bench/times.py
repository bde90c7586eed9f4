"""Times: MEANTIME (Wikinews, TimeML values) and, beside it, the Recognizers-Text date specifications.

MEANTIME: TempEval-3 task A measures by the shared scorer; a value counts where spans overlap and values are equal.
Recognizers: of the expected results of type date, daterange and duration whose answer is one day, one exclusive
interval or one length in seconds, the share that we give with exactly their span (a preposition at its start
forgiven) and exactly their days or length. Their interval's last day is exclusive; ours is inclusive.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from bench.figures import Figure, Missing, data, interval, scorer
from fogline.reading.times import normalise_times
from fogline.records import Timex

LEAD = re.compile(r"^(?:from|since|in|on|for|by|before|after|between|until|till|during|within|over|at|the|of)\s+", re.I)
SECONDS = {"Y": 31536000, "M": 2592000, "W": 604800, "D": 86400, "TH": 3600, "TM": 60, "TS": 1}


def figures() -> Iterator[Figure]:
    yield from _meantime()
    yield from _recognizers()


def _meantime() -> Iterator[Figure]:
    tools = scorer("timex_score")
    gold = [tools.read_meantime(path) for path in sorted(data("meantime").rglob("*.xml"))]
    counts = []
    for doc in gold:
        times = normalise_times(doc["text"], doc["dct"] or None)
        told = [{"start": t.start, "end": t.end, "type": t.type, "value": t.value} for t in times]
        counts.append(tools.counts(doc["timexes"], told))
    peers = {"value": "HeidelTime .792, Recognizers-Text .657", "relaxed": ""}
    for key, peer in peers.items():

        def f1(rows: Any, key: str = key) -> float:
            total = {k: sum(row[k] for row in rows) for k in ("gold", "pred", key)}
            return float(tools.prf(total[key], total["gold"], total["pred"])["f1"])

        low, high = interval(counts, f1)
        yield Figure(f"times.meantime.{key}", f"MEANTIME {key} F1", f1(counts), low, high, len(gold), peer)


def _recognizers() -> Iterator[Figure]:
    path = data("recognizers_specs") / "DateTime_DateTimeModel.json"
    if not path.is_file():
        raise Missing("the Recognizers date specifications are not here")
    right: list[int] = []
    for case in json.loads(path.read_text(encoding="utf-8-sig")):
        wanted = [w for result in case["Results"] if (w := _wanted(result, case["Input"]))]
        if not wanted or "Context" not in case:
            continue
        text = case["Input"]
        times = normalise_times(text, case["Context"]["ReferenceDateTime"][:10])
        told = {(_trim(text, t.start, t.end), answer) for t in times if (answer := _answer(t))}
        right += [int(w in told) for w in wanted]
    low, high = interval(right, lambda rows: sum(rows) / len(rows))
    share = sum(right) / len(right)
    yield Figure("times.recognizers", "Recognizers specs, span and answer exact", share, low, high, len(right))


def _wanted(result: Any, text: str) -> tuple[tuple[int, int], str] | None:
    kind = str(result.get("TypeName", "")).removeprefix("datetimeV2.")
    values = (result.get("Resolution") or {}).get("values") or []
    if kind not in ("date", "daterange", "duration") or len(values) not in (1, 2):
        return None
    answers = {a for v in values if (a := _plain(kind, v))}
    if len(answers) != 1:  # two answers mean that the sentence does not say which
        return None
    return _trim(text, result["Start"], result["End"] + 1), answers.pop()


def _plain(kind: str, value: Any) -> str | None:
    if kind == "daterange" and "start" in value and "end" in value:
        try:
            last = date.fromisoformat(value["end"]) - timedelta(days=1)
        except ValueError:
            return None
        return f"{value['start']}..{last}"
    given = value.get("value")
    return f"{given}..{given}" if kind == "date" and given else given if kind == "duration" else None


def _answer(time: Timex) -> str | None:
    if time.type == "DURATION" and time.begin == (None, None):
        return _seconds(time.value or "")
    low, high = time.begin[0], time.finish[1]
    return f"{low}..{high}" if low and high else None


def _seconds(value: str) -> str | None:
    """The length of P2D, PT4H20M or P1DT12H in seconds."""
    days, _, hours = value.removeprefix("P").partition("T")
    parts = [(float(n), SECONDS.get(u)) for n, u in re.findall(r"([\d.]+)([A-Z])", days)]
    parts += [(float(n), SECONDS.get("T" + u)) for n, u in re.findall(r"([\d.]+)([A-Z])", hours)]
    return str(int(sum(n * (u or 0) for n, u in parts))) if parts and all(u for _, u in parts) else None


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while (lead := LEAD.match(text[start:end])) is not None:
        start += lead.end()
    return start, end


if __name__ == "__main__":
    for figure in figures():
        span = f"[{figure.low:.3f}, {figure.high:.3f}]"
        print(f"{figure.measure:42} {figure.value:.3f} {span} n={figure.n} {figure.peers}")
