"""Bad input through the Python face: a typed error with field and code each, and the files as they were."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

import ampersand as a
from world import DAY, HOUR, NOS, SECRET, START, Folder, answer, answers, at, bytes_of, config, current, taken, zone

PARTS = {
    a.AmpersandError.InvalidInput: ("field", "code"),
    a.AmpersandError.NotFound: ("kind", "id"),
    a.AmpersandError.Conflict: ("kind", "id"),
    a.AmpersandError.Locked: ("code",),
    a.AmpersandError.Storage: ("code", "retryable"),
    a.AmpersandError.TooNew: ("found", "supported"),
}


def told(call) -> tuple:
    """The kind of error and its parts."""
    try:
        call()
    except a.AmpersandError as error:
        return (type(error).__name__, *(getattr(error, part) for part in PARTS[type(error)]))
    raise AssertionError("taken")


# What the test of the read-only folder does as somebody whom permissions bind.
CHILD = """
import sys
from test_errors import a, config, told
print(*told(lambda: a.Vault.open(config(sys.argv[1]))))
"""


class Errors(unittest.TestCase):
    def setUp(self):
        self.place = Folder(self)
        self.folder = self.place.path
        self.vault = a.Vault.create(config(self.folder))
        self.addCleanup(lambda: self.vault.lock())

    def refused(self, call, *expected):
        """`call` is refused as expected, and the database and its log keep every byte; the index beside them holds no
        content."""

        def content():
            return {name: held for name, held in bytes_of(self.folder).items() if not name.endswith("-shm")}

        before = content()
        self.assertEqual(told(call), expected)
        self.assertEqual(before, content())

    def invalid(self, field, code, call):
        self.refused(call, "InvalidInput", field, code)

    def test_answers(self):
        draft = self.vault.begin_check(at(), current())
        item = draft.items[0].id

        def give(item, value, ms=None):
            return lambda: self.vault.answer_check(at(), draft.run, answer(item, value, ms))

        for value in (-1, 5, 300, -(2**31), 2**31 - 1):
            self.invalid("value", "out_of_range", give(item, value))
            self.invalid("value", "out_of_range", lambda v=value: a.score_check(answers({item: v}), False))
        for ms in (-1, DAY + 1, -(2**63), 2**63 - 1):
            self.invalid("ms", "out_of_range", give(item, 1, ms))
        for unknown in ("", "EF9", "ef1", "EF1 "):
            self.invalid("item", "unknown_item", give(unknown, 1))
            self.invalid("item", "unknown_item", lambda i=unknown: a.score_check(answers({i: 1}), False))
        self.invalid("answers", "nothing_answered", lambda: self.vault.finish_check(at(), draft.run, []))
        self.assertEqual(self.vault.resume_check(at(), draft.run).answers, [])

    def test_rules_that_need_no_vault(self):
        twice = a.CheckAnswers(version=1, answers=[answer("EF1", 1), answer("EF1", 2)])
        self.invalid("item", "duplicate_item", lambda: a.score_check(twice, False))
        self.invalid("answers", "nothing_answered", lambda: a.compare_checks(answers({}), []))
        for version in (0, 2, 2**32 - 1):
            self.invalid("version", "unknown_version", lambda v=version: a.score_check(answers({}, version=v), False))
        for earlier in (-0.1, 100.1, float("nan"), float("inf")):
            given = a.GuidanceInput(
                answers=answers({"EF1": 1}), solo_mode=False, also_in_past=False, sexual_opt_in=False, earlier_pattern=earlier
            )
            self.invalid("earlier_pattern", "out_of_range", lambda g=given: a.suggest(g))
        for region in ("ZZ", "", "us"):
            self.invalid("region", "unknown_region", lambda r=region: a.help_lines(r, "en"))
        self.invalid("language", "unknown_language", lambda: a.strings("xx"))

    def test_runs(self):
        unknown = "018f0000-0000-7000-8000-000000000000"
        for malformed in ("", "1", "not an id", unknown[:-1], unknown + "0"):
            for call in (
                lambda r=malformed: self.vault.resume_check(at(), r),
                lambda r=malformed: self.vault.check_result(r),
                lambda r=malformed: self.vault.check_runs(r),
                lambda r=malformed: self.vault.delete_check(r),
            ):
                self.invalid("run", "malformed_id", call)
        self.refused(lambda: self.vault.delete_check(unknown), "NotFound", "run", unknown)
        self.refused(lambda: self.vault.check_result(unknown), "NotFound", "run", unknown)
        run = taken(self.vault, at()).id
        self.refused(lambda: self.vault.finish_check(at(), run, []), "Conflict", "run_finished", run)
        self.refused(lambda: self.vault.answer_check(at(), run, answer("EF1", 1)), "Conflict", "run_finished", run)
        self.invalid("safety", "not_answered", lambda: self.vault.check_result(run))
        self.invalid("safety", "wrong_count", lambda: self.vault.answer_safety(NOS[:4]))
        self.invalid("retest", "too_soon", lambda: self.vault.begin_check(at(27), current()))
        draft = self.vault.begin_check(at(28), current()).run
        self.refused(lambda: self.vault.check_result(draft), "Conflict", "run_unfinished", draft)
        self.refused(lambda: self.vault.resume_check(at(30), draft), "Conflict", "draft_expired", draft)

    def test_moments_and_zones(self):
        def home(now, span):
            return lambda: self.vault.home(a.NowContext(now=now, zone=span))

        for now in (-1, 7_289_654_400_000, -(2**63), 2**63 - 1):
            self.invalid("now", "out_of_range", home(now, zone(0, 2**63 - 1)))
        for span in (zone(0, START), zone(START + 1, START + HOUR)):
            self.invalid("zone", "zone_span_short", home(START, span))
            self.invalid("zone", "zone_span_short", lambda s=span: self.vault.begin_check(a.NowContext(now=START, zone=s), current()))
        self.invalid("zone", "zone_span_invalid", home(START, zone(START, START - 1)))

    def test_settings(self):
        def save(**change):
            held = self.vault.settings()
            fields = ("name", "region", "partner_context", "also_in_past", "sexual_opt_in", "baseline", "auto_lock", "care_phrases", "week_start")
            return lambda: self.vault.save_settings(a.Settings(**{**{f: getattr(held, f) for f in fields}, **change}))

        self.invalid("name", "too_long", save(name="x" * 61))
        self.invalid("name", "control_character", save(name="a\nb"))
        self.invalid("name", "control_character", lambda: self.vault.complete_first_run("a\x00b"))
        self.invalid("region", "unknown_region", save(region="ZZ"))
        self.assertEqual(save(name="é" * 60)().name, "é" * 60)

    def test_a_locked_vault(self):
        self.vault.lock()
        for call in (self.vault.settings, self.vault.help, self.vault.safety_page, lambda: self.vault.home(at())):
            self.refused(call, "Locked", "locked")

    def test_openings(self):
        def opened(secret=SECRET):
            return lambda: a.Vault.open(config(self.folder, secret))

        self.assertEqual(told(opened()), ("Storage", "in_use", True))
        self.refused(lambda: a.Vault.create(config(self.folder)), "Storage", "in_use", True)
        taken(self.vault, at())
        self.vault.lock()
        self.refused(opened(bytes([8]) * 32), "Locked", "wrong_key")
        for length in (0, 16, 31, 33):
            self.invalid("device_secret", "wrong_length", opened(SECRET[:1] * length))
        self.refused(lambda: a.Vault.create(config(self.folder)), "Conflict", "vault", "")
        nowhere = self.place.base / "nowhere"
        self.assertEqual(told(lambda: a.Vault.open(config(nowhere))), ("NotFound", "vault", ""))
        self.assertFalse(nowhere.exists())

        database = self.folder / "vault.db"
        whole = database.read_bytes()
        for length in (0, 1, 4096, len(whole) // 2, len(whole) - 1):
            database.write_bytes(whole[:length])
            self.refused(opened(), "Storage", "damaged", False)
        database.unlink()
        self.refused(opened(), "Storage", "incomplete", False)
        self.assertEqual(a.vault_presence(str(self.folder)), a.VaultPresence.INCOMPLETE)
        database.write_bytes(whole)
        opened()().lock()

    def test_the_fixture_of_a_newer_release(self):
        folder = Folder(self, "newer-vault").path
        before = bytes_of(folder)
        self.assertEqual(told(lambda: a.Vault.open(config(folder))), ("TooNew", 900, 5))
        self.assertEqual(before, bytes_of(folder))

    def test_the_fixture_with_a_draft_of_another_version(self):
        vault = a.Vault.open(config(Folder(self, "other-version-draft").path))
        overview = vault.check_overview(at(), a.PartnerContext.CURRENT)
        self.assertIsNone(overview.draft)
        [kept] = overview.kept_drafts
        self.assertEqual((kept.state, kept.answered), (a.DraftState.OTHER_VERSION, 3))
        self.assertEqual(told(lambda: vault.resume_check(at(), kept.run)), ("Conflict", "draft_version", kept.run))
        vault.lock()

    def test_a_folder_that_cannot_be_written(self):
        self.vault.lock()
        command = [sys.executable, "-c", CHILD, str(self.folder)]
        if os.geteuid() == 0:
            # Root may write everywhere. Somebody else has to be let in as far as the folder, and may not reach the
            # repository: it gets a copy of what it runs.
            self.place.base.chmod(0o755)
            command = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *command]
        for path in self.folder.iterdir():
            path.chmod(0o444)
        self.folder.chmod(0o555)
        before = bytes_of(self.folder)
        copied = self.place.base / "python"
        shutil.copytree(Path(a.__file__).parent, copied / "ampersand")
        for name in ("test_errors.py", "world.py"):
            shutil.copy(Path(__file__).parent / name, copied / name)
        environment = {**os.environ, "PYTHONPATH": str(copied), "PYTHONDONTWRITEBYTECODE": "1"}
        child = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, cwd=copied)
        self.assertEqual((child.stdout.strip(), child.returncode), ("Storage read_only False", 0), child.stderr)
        self.assertEqual(before, bytes_of(self.folder))
        self.folder.chmod(0o755)
        for path in self.folder.iterdir():
            path.chmod(0o644)
        self.vault = a.Vault.open(config(self.folder))
