"""Check-ins and pulses through the Python face."""

import unittest

import ampersand as a
from test_errors import told
from world import Folder, at, config


def tap(item: str, value: int | None) -> a.TapAnswer:
    return a.TapAnswer(item=item, value=value)


def given(*taps: a.TapAnswer, feelings: tuple = (), line: str | None = None) -> a.CheckInAnswers:
    return a.CheckInAnswers(answers=list(taps), feelings=list(feelings), line=line)


def everything(value: int) -> list[a.PulseAnswer]:
    return [a.PulseAnswer(item=f"P{number}", value=value) for number in range(1, 9)]


class CheckIns(unittest.TestCase):
    def setUp(self):
        self.folder = Folder(self).path
        self.vault = a.Vault.create(config(self.folder))
        self.addCleanup(lambda: self.vault.lock())

    def test_a_day_from_the_question_to_the_strip(self):
        asked = self.vault.check_in(at(), None)
        self.assertEqual((asked.day, asked.late, asked.editable, len(asked.items)), ("2026-11-23", False, True, 6))
        self.assertEqual([item.kind for item in asked.items[3:5]], [a.TapKind.CHOICE, a.TapKind.YES_NO])
        self.assertEqual([option.value for option in asked.items[0].options], [0, 1, 2, 3, 4])
        answers = given(*(tap(item.id, item.options[-1].value) for item in asked.items), feelings=("calm",), line="The heron is back.")
        saved = self.vault.save_check_in(at(), asked.day, answers)
        self.assertEqual((saved.answers, saved.reminders_told, saved.care), (answers, True, None))
        self.assertEqual((saved.strip.answered, saved.strip.of, saved.strip.days[-1].mood), (1, 28, 4))
        self.assertTrue(self.vault.home(at()).check_in.today_answered)
        noted = self.vault.annotate_check_in(at(9), asked.day, "It stayed.")
        self.assertEqual(([note.text for note in noted.notes], noted.editable, noted.answers), (["It stayed."], False, answers))

    def test_a_week_from_the_statements_to_the_figures(self):
        asked = self.vault.pulse(at(), None)
        self.assertEqual((asked.week_from, asked.week_to, len(asked.items), len(asked.weeks)), ("2026-11-23", "2026-11-29", 8, 12))
        week = self.vault.save_pulse(at(), asked.day, everything(3)).week
        self.assertEqual((week._from, week.pattern, week.strength), ("2026-11-23", 75.0, 75.0))
        settings = self.vault.settings()
        self.assertEqual(settings.week_start, a.WeekStart.MONDAY)

    def test_what_is_refused(self):
        self.vault.save_check_in(at(), "2026-11-23", given(tap("mood", 1)))
        self.vault.save_pulse(at(), "2026-11-23", everything(1))

        def save(day, answers, days=0.0):
            return told(lambda: self.vault.save_check_in(at(days), day, answers))

        mood = given(tap("mood", 2))
        self.assertEqual(save("2026-11-23", mood, 1), ("Conflict", "check_in_fixed", "2026-11-23"))
        self.assertEqual(save("2026-11-21", mood), ("InvalidInput", "date", "too_late"))
        self.assertEqual(save("2026-11-24", mood), ("InvalidInput", "date", "out_of_range"))
        self.assertEqual(save("23.11.2026", mood), ("InvalidInput", "date", "malformed"))
        self.assertEqual(save("2026-11-23", given()), ("InvalidInput", "answers", "nothing_answered"))
        self.assertEqual(save("2026-11-23", given(tap("mood", 2**31 - 1))), ("InvalidInput", "value", "out_of_range"))
        self.assertEqual(save("2026-11-23", given(tap("none", 1))), ("InvalidInput", "item", "unknown_item"))
        self.assertEqual(save("2026-11-23", given(line="a\nb")), ("InvalidInput", "line", "control_character"))
        self.assertEqual(save("2026-11-23", given(line="a" * 281)), ("InvalidInput", "line", "too_long"))
        note = told(lambda: self.vault.annotate_check_in(at(), "2026-11-22", "a note"))
        self.assertEqual(note, ("NotFound", "check_in", "2026-11-22"))
        self.assertEqual(told(lambda: self.vault.annotate_check_in(at(), "2026-11-23", " ")), ("InvalidInput", "note", "too_short"))
        pulse = told(lambda: self.vault.save_pulse(at(7), "2026-11-29", everything(1)))
        self.assertEqual(pulse, ("Conflict", "pulse_fixed", "2026-11-23"))
        self.assertEqual(self.vault.check_in(at(), None).answers.answers[0], tap("mood", 1))


if __name__ == "__main__":
    unittest.main()
