"""Care mode: whatever is exported is called, and no answer holds anything that needs the partner.

The list of methods and the shapes of their arguments are read from the golden file of the API, so that a method that is
added later is walked without anybody thinking of it; one that the walk cannot call, or that never answers, fails.
"""

from __future__ import annotations

import enum
import shutil
import tempfile
import unittest
from pathlib import Path

import ampersand as a
import api
from partners_world import AFTER, Partners, texts_of_the_partner
from world import Folder, clock, config

ALWAYS_REFUSED = {"care_mode"}
"""What a method says that does not exist in care mode."""

NEEDS_MORE = {
    "Vault.finish_check": "needs an answered draft; the world finishes its own",
    "Reminders.shown": "needs a reminder that the system was told of",
    "Vault.came_back": "answers nothing but yes or no",
    "Vault.restore_revision": "needs an earlier text of the same entry",
    "Vault.settle_conflict": "needs a draft that another one overtook",
    "Vault.resume_check": "needs an open draft of the Check; the world finishes its own",
    "Vault.remove_passphrase": "needs a passphrase",
}
"""Methods whose answer depends on more than their arguments: they may refuse everything here, and are tried elsewhere."""


class CareWalk(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.api = api.read()
        cls.forbidden = texts_of_the_partner()
        cls.base = Path(tempfile.mkdtemp())
        cls.addClassCleanup(shutil.rmtree, cls.base, ignore_errors=True)
        cls.world = Partners(cls.base / "world", cls.api)
        cls.world.close()

    def walked(self, care_mode: bool) -> dict[str, list[tuple[object, str | None]]]:
        """Every method's answers: what it returned or raised, printed, and the code of the error if it was one."""
        values = self.world.values()
        answers = {}
        for method in self.api.methods:
            kept = answers.setdefault(f"{method.owner}.{method.name}", [])
            choices = {name: values.of(name, kind, method.name) for name, kind in method.arguments}
            with self.opened(care_mode) as objects:
                for chosen in api.one_at_a_time(choices):
                    call = getattr(objects[method.owner], method.name)
                    try:
                        kept.append((call(**{api.attribute(name): value for name, value in chosen.items()}), None))
                    except a.AmpersandError as error:
                        kept.append((error, code_of(error)))
                        if code_of(error) == "locked":
                            objects.reopen()
        return answers

    def opened(self, care_mode: bool):
        return Opened(self.world.folder, care_mode)

    def found(self, answer: object) -> list[str]:
        printed = printable(answer)
        return [text for text in self.forbidden if text in printed]

    def test_nothing_of_the_partner_is_in_any_answer(self):
        answers = self.walked(care_mode=True)
        for name, kept in answers.items():
            with self.subTest(name):
                for answer, _ in kept:
                    self.assertEqual(self.found(answer), [])
                codes = {code for _, code in kept}
                answered = None in codes or codes == ALWAYS_REFUSED
                self.assertTrue(answered or name in NEEDS_MORE, f"it only refused: {codes}")

    def test_without_care_mode_the_same_walk_finds_it(self):
        answers = self.walked(care_mode=False)
        telling = {name for name, kept in answers.items() if any(self.found(answer) for answer, _ in kept)}
        missing = {"Vault.practices", "Vault.learn", "Vault.together", "Vault.boundaries", "Vault.support"} - telling
        self.assertEqual(missing, set(), f"found in {sorted(telling)}")

    def test_what_was_written_is_there_again_when_care_mode_ends(self):
        with self.opened(care_mode=False) as before:
            kept = printable(before["Vault"].together(AFTER))
        with self.opened(care_mode=True) as objects:
            objects["Vault"].leave_care_mode([a.SafetyAnswer.NO] * 5)
            self.assertEqual(printable(objects["Vault"].together(AFTER)), kept)

    def test_an_answer_to_a_prompt_about_the_partner_is_changed_in_care_mode_and_stays_one(self):
        about = "for-who-they-are"
        with self.opened(care_mode=False) as objects:
            vault = objects["Vault"]
            entry = self.world.answer_about_the_partner
            self.assertEqual(vault.entry(entry).content.prompt, about)
            vault.enter_care_mode()
            editor = vault.edit_entry(AFTER, entry)
            self.assertEqual((editor.content.prompt, editor.prompt_text), (None, None))
            editor.content.body = "We went along the river, and further."
            vault.save_draft(AFTER, editor.draft, editor.content)
            saved = vault.save_entry(AFTER, editor.draft, editor.content).entry
            self.assertEqual((saved.content.body, saved.content.prompt), (editor.content.body, None))
            vault.leave_care_mode([a.SafetyAnswer.NO] * 5)
            self.assertEqual(vault.entry(entry).content.prompt, about)


class Opened:
    """A copy of the world, opened: each method has all of it to itself."""

    def __init__(self, folder: Path, care_mode: bool):
        self.base = Path(tempfile.mkdtemp())
        self.folder = self.base / "vault"
        shutil.copytree(folder, self.folder)
        self.care_mode = care_mode
        self.objects = {}

    def __enter__(self):
        self.reopen()
        if self.care_mode:
            self.objects["Vault"].enter_care_mode()
        return self

    def __exit__(self, *_):
        self.lock()
        shutil.rmtree(self.base, ignore_errors=True)

    def __getitem__(self, owner: str):
        return self.objects[owner]

    def lock(self):
        if vault := self.objects.get("Vault"):
            vault.lock()

    def reopen(self):
        self.lock()
        self.objects = {"Vault": a.Vault.open(config(self.folder)), "Reminders": a.Reminders.open(str(self.folder))}


def code_of(error: a.AmpersandError) -> str:
    return getattr(error, "code", None) or getattr(error, "kind", None) or type(error).__name__


def printable(answer: object) -> str:
    """Every text inside, one a line."""
    texts: list[str] = []

    def walk(value):
        if isinstance(value, str):
            texts.append(value)
        elif isinstance(value, (list, tuple)):
            for each in value:
                walk(each)
        elif isinstance(value, BaseException):
            texts.append(str(value))
        elif hasattr(value, "__dict__") and not isinstance(value, enum.Enum):
            for each in vars(value).values():
                walk(each)

    walk(answer)
    return "\n".join(f"\x02{text}\x03" for text in texts)


if __name__ == "__main__":
    unittest.main()
