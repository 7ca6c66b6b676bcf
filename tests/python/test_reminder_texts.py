"""What stands on a lock screen, in every language: nothing that gives a person away."""

from __future__ import annotations

import re
import sys
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(Path(__file__).resolve().parent), str(ROOT / "tools")]

import generate_texts  # noqa: E402
import words  # noqa: E402

CATALOGUES = generate_texts.read_all(ROOT / "core/data/strings")
KINDS = ["agreement", "custom", "daily_check_in", "practice", "retest", "several", "together", "weekly_pulse"]
WANTED = sorted(
    [f"reminder.{kind}.{tone}" for kind in KINDS for tone in ("discreet", "plain")] + ["reminder.action.later", "reminder.action.open", "reminder.channel"]
)
LONGEST = 40


def notices(catalogue: generate_texts.Catalogue) -> dict[str, list[str]]:
    """Key -> forms of everything that a notification can show."""
    return {key: list(text.forms.values()) for key, text in catalogue.texts.items() if key.startswith("reminder.")}


class LockScreen(unittest.TestCase):
    """Titles, channel and actions."""

    def test_each_language_has_all_of_them_and_no_other(self) -> None:
        self.assertTrue(CATALOGUES)
        for catalogue in CATALOGUES:
            self.assertEqual(sorted(notices(catalogue)), WANTED, catalogue.file.name)

    def test_none_holds_a_banned_word(self) -> None:
        everywhere, here = words.load(), words.load_for_notices()
        for catalogue in CATALOGUES:
            found = {text: each for forms in notices(catalogue).values() for text in forms if (each := everywhere.found(text) + here.found(text))}
            self.assertEqual(found, {}, catalogue.file.name)

    def test_the_words_that_give_away_are_found(self) -> None:
        here = words.load_for_notices()
        for text in ["How is your partner?", "Your relationship check-in", "How do you feel?", "Write in your diary", "Your mood today", "He or she?", "You & us"]:
            self.assertTrue(here.found(text), text)
        for text in ["A minute for you?", "Later", "A new Check makes sense now"]:
            self.assertEqual(here.found(text), [], text)

    def test_discreet_texts_are_equal_for_all_kinds(self) -> None:
        for catalogue in CATALOGUES:
            discreet = {tuple(forms) for key, forms in notices(catalogue).items() if key.endswith(".discreet")}
            self.assertEqual(len(discreet), 1, catalogue.file.name)

    def test_they_are_short_and_take_nothing_in(self) -> None:
        for catalogue in CATALOGUES:
            for key, forms in notices(catalogue).items():
                for text in forms:
                    self.assertLessEqual(len(text), LONGEST, key)
                    self.assertIsNone(re.search(r"[{}%\d]", text), f"{key}: neither a name nor a number can get in")


if __name__ == "__main__":
    unittest.main()
