"""A person's Checks through the Python face: taking one, leaving it half done, coming back, and a second one weeks later."""

from __future__ import annotations

import unittest

import ampersand as a
from world import NOS, Folder, answer, at, config, current, taken


class Check(unittest.TestCase):
    def setUp(self):
        self.folder = Folder(self).path
        self.assertEqual(a.vault_presence(str(self.folder)), a.VaultPresence.ABSENT)
        self.vault = a.Vault.create(config(self.folder))
        self.addCleanup(lambda: self.vault.lock())

    def restart(self):
        self.vault.lock()
        self.vault = a.Vault.open(config(self.folder))

    def test_a_whole_check_a_restart_and_a_second_one_after_five_weeks(self):
        self.assertEqual(self.vault.complete_first_run(" Robin ").name, "Robin")
        first = taken(self.vault, at())
        self.assertEqual((first.day, first.answered, first.of, first.counts), ("2026-11-23", 38, 38, True))
        outcome = self.vault.answer_safety(NOS)
        self.assertFalse(outcome.care_mode)
        result = self.vault.check_result(first.id)
        self.assertEqual([len(result.scales), len(result.totals), len(result.suggestions)], [8, 2, 4])
        self.assertTrue(result.change.is_first_run())
        for suggestion in result.suggestions:
            self.assertAlmostEqual(sum(part.points for part in suggestion.need.parts), suggestion.need.need, places=9)

        self.restart()
        self.assertEqual(self.vault.check_result(first.id), result)
        home = self.vault.home(at(27))
        self.assertEqual((home.name, home.last_run), ("Robin", first))
        self.assertTrue(home.retest.is_too_soon())

        self.assertTrue(self.vault.home(at(35)).retest.is_possible())
        second = taken(self.vault, at(35), lambda place: (place + 2) % 5)
        change = self.vault.check_result(second.id).change
        self.assertTrue(change.is_compared())
        self.assertEqual((change.baseline, change.baseline_day, change.days_between), (first.id, "2026-11-23", 35))
        self.assertEqual([run.id for run in self.vault.check_runs(None).runs], [second.id, first.id])

    def test_half_done_left_and_resumed(self):
        draft = self.vault.begin_check(at(), current())
        for item in draft.items[:7]:
            progress = self.vault.answer_check(at(), draft.run, answer(item.id, 3))
        self.assertEqual((progress.answered, progress.next, progress.of), (7, 7, 38))
        self.vault.answer_check(at(), draft.run, answer(draft.items[7].id, None))
        self.restart()
        again = self.vault.begin_check(at(1, 23), current())
        self.assertEqual((again.run, again.resumed, again.next, len(again.answers)), (draft.run, True, 8, 8))
        self.assertEqual(again.answers[7], answer(draft.items[7].id, None))
        fresh = self.vault.begin_check(at(2), current())
        self.assertNotEqual(fresh.run, draft.run)
        kept = self.vault.check_overview(at(2), a.PartnerContext.CURRENT).kept_drafts
        self.assertEqual([(old.run, old.state) for old in kept], [(draft.run, a.DraftState.EXPIRED)])

    def test_care_mode(self):
        run = taken(self.vault, at(), lambda place: 4 - place % 2)
        yes = NOS[:4] + [a.SafetyAnswer.YES]
        outcome = self.vault.answer_safety(yes)
        self.assertTrue(outcome.care_mode and outcome.show_support and outcome.care_text and outcome.help.lines)
        result = self.vault.check_result(run.id)
        self.assertNotIn(a.PracticeArea.OC, [suggestion.need.area for suggestion in result.suggestions])
        self.assertIsNone(result.boundary)
        for card in result.scales:
            self.assertEqual(card.about == outcome.care_text, card.result.part is a.Part.PATTERN)
        self.assertFalse(self.vault.leave_care_mode(NOS).care_mode)

    def test_hurried_answers_are_left_out_until_included(self):
        run = taken(self.vault, at(), lambda place: 2)
        self.vault.answer_safety(NOS)
        self.assertEqual((run.low_confidence, run.counts), (True, False))
        self.assertTrue(self.vault.check_result(run.id).change.is_left_out())
        self.assertTrue(self.vault.include_check(run.id).counts)
        self.assertFalse(self.vault.exclude_check(run.id).counts)
        self.vault.delete_check(run.id)
        self.assertEqual(self.vault.check_runs(None).runs, [])
