"""The worked cases through the Python face: VECTORS_DIR, else tests/vectors. Ends with one line that counts them."""

from __future__ import annotations

import json
import os
import tempfile
import unittest
from pathlib import Path

import ampersand as a
from world import ROOT, answers

TOLERANCE = 1e-9
# A rule that the boundary does not hand out; the Rust runner has it.
NOT_HERE = {"civil_time"}


def estimate(of):
    if of is None:
        return None
    return {"score": of.score, "sem": of.sem, "band": {"from": of.band._from.name.lower(), "to": of.band.to.name.lower()}}


def scoring(given):
    scores = a.score_check(answers(given["answers"], given.get("ms")), given.get("retest", False))
    scales = {}
    for scale in scores.scales:
        shown = estimate(scale.estimate)
        scales[scale.scale.name] = shown and {**shown, "answered": scale.answered, "of": scale.of}
    flags = [flag.name.lower() for flag in scores.quality.flags]
    return {
        "scales": scales,
        "totals": {total.total.name: estimate(total.estimate) for total in scores.totals},
        "quality": {"flags": flags, "low_confidence": scores.quality.low_confidence},
    }


def change(given):
    def claimed(of):
        shown = {"claim": {"not_claimed": "none"}.get(of.claim.name.lower(), of.claim.name.lower())}
        figures = {"points": of.points, "rci": of.rci, "p": of.p}
        return {**shown, **{name: figure for name, figure in figures.items() if figure is not None}}

    found = a.compare_checks(answers(given["baseline"]), [answers(later) for later in given["later"]])
    scales = {scale.scale.name: claimed(scale.change) for scale in found.scales}
    return {**scales, **{total.total.name: claimed(total.change) for total in found.totals}}


def guidance(given):
    circumstances = {key: given[key] for key in ("solo_mode", "also_in_past", "sexual_opt_in", "earlier_pattern")}
    found = a.suggest(a.GuidanceInput(answers=answers(given["answers"]), **circumstances))
    return {
        "needs": {need.area.name: need.need for need in found.ranking},
        "ranking": [need.area.name for need in found.ranking],
        "choose_between": [area.name for area in found.choose_between],
        "boundary_kind": found.boundary_kind and found.boundary_kind.name.lower(),
        "cards": [card.name.lower() for card in found.cards],
    }


def repeat(of):
    match of:
        case {"day": True}:
            return a.Repeat.EVERY_DAY()
        case {"weekdays": days}:
            return a.Repeat.WEEKDAYS(days=days)
        case {"every_days": days, "anchor": anchor}:
            return a.Repeat.EVERY_DAYS(days=days, anchor=anchor)
        case {"month_day": day}:
            return a.Repeat.DAY_OF_MONTH(day=day)
        case {"nth": nth, "weekday": weekday}:
            return a.Repeat.NTH_WEEKDAY(nth=nth, weekday=weekday)
        case {"once": day}:
            return a.Repeat.ONCE(on=day)
    raise ValueError(of)


def slot(of):
    time = a.SlotTime.AT(at=of["at"]) if "at" in of else a.SlotTime.WINDOW(_from=of["from"], to=of["to"])
    return a.Slot(id=of["id"], time=time)


def rule(of):
    kept = {key: of[key] for key in of if key not in ("kind", "slots", "repeat", "completion")}
    kind, completion = a.ReminderKind[of["kind"].upper()], a.Completion[of["completion"].upper()]
    return a.PlanRule(kind=kind, slots=[slot(each) for each in of["slots"]], repeat=repeat(of["repeat"]), completion=completion, **kept)


def zone(of):
    transitions = [a.ZoneTransition(at=each["at"], offset_s=each["offset_s"]) for each in of["transitions"]]
    return a.ZoneSpan(id=of["id"], _from=of["from"], to=of["to"], offset_s=of["offset_s"], transitions=transitions)


def reminder_plan(given):
    quiet, kept = given["settings"]["quiet"], {key: given["settings"][key] for key in ("day_start", "max_per_day", "join_min")}
    quiet = quiet and a.QuietHours(start=quiet["start"], end=quiet["end"])
    plan = a.plan_preview(
        a.PlanInput(
            now=a.NowContext(now=given["now"], zone=zone(given["zone"])),
            settings=a.PlanSettings(quiet=quiet, salt=bytes.fromhex(given["settings"]["salt"]), **kept),
            rules=[rule(each) for each in given["rules"]],
            completions=[a.PlanCompletion(**each) for each in given["completions"]],
            shown=[a.PlanShown(**{**each, "kind": a.FireKind[each["kind"].upper()]}) for each in given["shown"]],
            snoozes=[a.PlanSnooze(**each) for each in given["snoozes"]],
            **{key: given[key] for key in ("deliver_late", "cap", "horizon_days")},
        )
    )

    def item(of):
        return {"rule": of.rule, "slot": of.slot, "kind": of.kind.name.lower(), "not_after": of.not_after}

    def dropped(of):
        return {"rule": of.rule, "day": of.day, "slot": of.slot, "kind": of.kind.name.lower(), "reason": of.reason.name.lower()}

    return {
        "today": plan.today,
        "fires": [
            {"id": each.id, "at": each.at, "day": each.day, "not_after": each.not_after, "items": [item(of) for of in each.items]}
            for each in plan.fires
        ],
        "coverage_until": plan.coverage_until,
        "dropped": [dropped(each) for each in plan.dropped],
        "resting": [{"rule": each.rule, "until": each.until} for each in plan.resting],
    }


RUNNERS = {"scoring": scoring, "change": change, "guidance": guidance, "reminder_plan": reminder_plan}


def differs(expected, found, place=""):
    """Why two values do not agree; None when they do. Numbers agree within the tolerance, lists in order."""
    number = (int, float)
    if isinstance(expected, number) and isinstance(found, number) and not isinstance(expected, bool) and not isinstance(found, bool):
        return None if abs(expected - found) <= TOLERANCE else f"{place}: {found} where {expected} is expected"
    if isinstance(expected, dict) and isinstance(found, dict):
        if expected.keys() != found.keys():
            return f"{place}: {sorted(found)} where {sorted(expected)} is expected"
        return next(filter(None, (differs(expected[key], found[key], f"{place}.{key}") for key in expected)), None)
    if isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        pairs = zip(expected, found)
        return next(filter(None, (differs(one, other, f"{place}[{at}]") for at, (one, other) in enumerate(pairs))), None)
    same = type(expected) is type(found) and expected == found
    return None if same else f"{place}: {found!r} where {expected!r} is expected"


def run(folder: Path) -> tuple[int, list[str]]:
    """How many cases passed, and what did not."""
    passed, failures = 0, []
    for path in sorted(folder.glob("*.json")):
        file = json.loads(path.read_text(encoding="utf-8"))
        what, runner = file.get("what"), RUNNERS.get(file.get("what"))
        if what in NOT_HERE:
            continue
        if runner is None or file.get("version") != 1:
            failures.append(f"{path.name}: unknown subject or version: {what!r} {file.get('version')!r}")
            continue
        if not file["cases"]:
            failures.append(f"{path.name}: no cases")
        for case in file["cases"]:
            try:
                why = differs(case["expect"], runner(case["input"]))
            except a.AmpersandError as error:
                why = repr(error)
            if why:
                failures.append(f"{path.name}: {case['name']}: {why}")
            else:
                passed += 1
    return passed, failures


class Vectors(unittest.TestCase):
    def test_every_case_agrees(self):
        folder = Path(os.environ.get("VECTORS_DIR") or ROOT / "tests/vectors")
        passed, failures = run(folder)
        print(f"\nvectors (Python): {passed + len(failures)} cases, {passed} passed, {len(failures)} failed")
        self.assertEqual(failures, [])
        self.assertGreater(passed, 0, f"no cases in {folder}")

    def test_a_wrong_expectation_an_unknown_subject_and_an_empty_file_fail(self):
        good = {"answers": {"EF1": 2}, "retest": False}
        whole = {"what": "scoring", "version": 1, "cases": [{"name": "one", "input": good, "expect": scoring(good)}]}

        def told(file):
            with tempfile.TemporaryDirectory() as folder:
                (Path(folder) / "file.json").write_text(json.dumps(file), encoding="utf-8")
                passed, failures = run(Path(folder))
                return passed, len(failures)

        self.assertEqual(told(whole), (1, 0))
        wrong = json.loads(json.dumps(whole))
        wrong["cases"][0]["expect"]["quality"]["low_confidence"] = True
        self.assertEqual(told(wrong), (0, 1))
        refused = json.loads(json.dumps(whole))
        refused["cases"][0]["input"]["answers"]["EF1"] = 5
        self.assertEqual(told(refused), (0, 1))
        for change in ({"what": "weather"}, {"version": 2}, {"cases": []}):
            self.assertEqual(told({**whole, **change}), (0, 1), change)

    def test_agreement_is_strict(self):
        self.assertIsNone(differs({"a": [1.0, None]}, {"a": [1.0 + 5e-10, None]}))
        for expected, found in [(1.0, 1.000001), ([1, 2], [2, 1]), ([1], [1, 2]), ({"a": 1}, {}), (None, 0), (True, 1), ("x", "y")]:
            self.assertIsNotNone(differs(expected, found), (expected, found))
