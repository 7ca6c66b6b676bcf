"""The journal and the lock through the Python face."""

import unittest
from pathlib import Path

import ampersand as a
from test_errors import told
from world import Folder, at, bytes_of, clock, config

MARKS = ("\ue000", "\ue001")
FIELDS = ("day", "title", "body", "feelings", "mood", "tags", "prompt", "form", "starred")


def changed(content: a.EntryContent, **changes) -> a.EntryContent:
    return a.EntryContent(**{field: getattr(content, field) for field in FIELDS} | changes)


class Journal(unittest.TestCase):
    def setUp(self):
        self.folder = Folder(self).path
        self.vault = a.Vault.create(config(self.folder))
        self.addCleanup(lambda: self.vault.lock())

    def editor(self) -> a.Editor:
        return self.vault.begin_entry(at(), a.NewEntry(day=None, prompt=None, form=None))

    def written(self, body: str, **changes) -> a.EntryView:
        editor = self.editor()
        content = changed(editor.content, body=body, **changes)
        return self.vault.save_entry(at(), editor.draft, content).entry

    def test_a_draft_outlives_the_lock(self):
        editor = self.editor()
        content = changed(editor.content, body="Half a thought", feelings=["calm"], mood=3)
        self.assertEqual(self.vault.save_draft(at(), editor.draft, content).words, 3)
        self.vault.lock()
        self.vault = a.Vault.open(config(self.folder))
        draft = self.vault.journal(at(), None).open_drafts[0]
        self.assertEqual(self.vault.resume_draft(at(), draft.id).content, content)

    def test_write_find_change_look_back(self):
        first = self.written("The **lake** was quiet.", title="Evening", tags=["walks"], starred=True)
        self.written("Nothing else.")
        page = self.vault.search(at(), "lake", a.SearchOrder.NEWEST, None)
        self.assertEqual([hit.entry.id for hit in page.hits], [first.id])
        self.assertIn("lake".join(MARKS), page.hits[0].snippet)
        self.assertEqual(page.hits[0].entry.excerpt, "The lake was quiet.")

        editor = self.vault.edit_entry(at(1), first.id)
        self.vault.save_entry(at(1), editor.draft, changed(editor.content, body="The pond was quiet."))
        history = self.vault.entry_history(first.id)
        self.assertEqual([text.revision for text in history.revisions], [1])
        pieces = self.vault.revision(first.id, 1).difference
        self.assertIn(a.DiffKind.REMOVED, [piece.kind for piece in pieces])
        self.assertEqual(self.vault.search(at(), "lake", a.SearchOrder.BEST, None).hits, [])
        self.assertEqual(self.vault.restore_revision(at(1), first.id, 1, 2).content.body, "The **lake** was quiet.")

    def test_two_editors_keep_both_texts(self):
        entry = self.written("One")
        editor = self.vault.edit_entry(at(), entry.id)
        mine = changed(editor.content, body="Mine")
        self.vault.save_draft(at(), editor.draft, mine)
        self.vault.tag_entries(at(), [entry.id], ["later"], [])
        other = changed(editor.content, body="Theirs")
        self.vault.save_entry(at(), editor.draft, other)
        again = self.vault.edit_entry(at(), entry.id)
        self.vault.restore_revision(at(), entry.id, 1, 2)
        refused = told(lambda: self.vault.save_entry(at(), again.draft, changed(again.content, body="Mine too")))
        self.assertEqual(refused, ("Conflict", "entry_changed", entry.id))
        both = self.vault.settle_conflict(at(), again.draft, a.ConflictChoice.KEEP_BOTH)
        self.assertNotEqual(both.entry.id, entry.id)
        self.assertEqual((both.entry.content.body, self.vault.entry(entry.id).content.body), ("Mine too", "One"))

    def test_trash(self):
        entry = self.written("Gone soon")
        self.assertEqual(told(lambda: self.vault.purge_entries([entry.id])), ("Conflict", "entry_not_trashed", entry.id))
        self.assertEqual(self.vault.trash_entries(at(), [entry.id]), 1)
        self.assertEqual([gone.id for gone in self.vault.trash(None).entries], [entry.id])
        self.assertEqual(self.vault.restore_entries(at(), [entry.id]), 1)
        self.vault.trash_entries(at(), [entry.id])
        self.assertEqual(self.vault.purge_entries([entry.id]), a.Purged(count=1, still_in=[]))
        self.assertEqual(told(lambda: self.vault.entry(entry.id)), ("NotFound", "entry", entry.id))

    def test_bad_input(self):
        editor = self.editor()

        def saved(**changes):
            content = changed(editor.content, **{"body": "text", **changes})
            return lambda: self.vault.save_draft(at(), editor.draft, content)

        for field, code, changes in [
            ("body", "too_long", {"body": "x" * 1_000_001}),
            ("body", "control_character", {"body": "nul\0"}),
            ("title", "too_long", {"title": "x" * 201}),
            ("tags", "too_many", {"tags": [f"tag{n}" for n in range(10_000)]}),
            ("feelings", "unknown_feeling", {"feelings": ["happy-ish"]}),
            ("feelings", "too_many", {"feelings": ["calm", "happy", "sad", "angry", "proud", "lonely", "brave"]}),
            ("mood", "out_of_range", {"mood": 5}),
            ("date", "out_of_range", {"day": "1899-12-31"}),
        ]:
            with self.subTest(field=field, code=code):
                before = bytes_of(self.folder)["vault.db-wal"]
                self.assertEqual(told(saved(**changes)), ("InvalidInput", field, code))
                self.assertEqual(before, bytes_of(self.folder)["vault.db-wal"])
        self.assertEqual(told(lambda: self.vault.search(at(), "x" * 1_001, a.SearchOrder.BEST, None)), ("InvalidInput", "query", "too_long"))
        self.assertEqual(told(lambda: self.vault.trash("no cursor")), ("InvalidInput", "cursor", "malformed"))
        self.assertEqual(told(lambda: self.vault.entry("no id"))[0], "InvalidInput")
        with self.assertRaises(UnicodeEncodeError):
            saved(body="a lone surrogate \ud800")()
        for query in ('"', "*", "AND OR NOT", "NEAR(", "a:b", "^x", "-", "\U0001f469\u200d\U0001f680", ""):
            self.vault.search(at(), query, a.SearchOrder.BEST, None)

    def test_lock_and_passphrase(self):
        self.written("Kept")
        self.vault.set_passphrase(None, "seven quiet herons", clock())
        self.vault.went_away(clock(1))
        self.assertEqual(told(lambda: self.vault.journal(at(), None)), ("Locked", "away"))
        self.assertFalse(self.vault.came_back(clock(20)))
        self.vault.went_away(clock(30))
        self.assertTrue(self.vault.came_back(clock(61)))
        self.assertEqual(told(lambda: self.vault.journal(at(), None)), ("Locked", "locked"))
        before = {name: held for name, held in bytes_of(self.folder).items() if name != "tries.json"}
        self.assertEqual(told(lambda: a.Vault.open(config(self.folder))), ("Locked", "passphrase_needed"))
        self.assertEqual(told(lambda: a.Vault.open(config(self.folder, passphrase="another one"))), ("Locked", "wrong_passphrase"))
        self.assertEqual(before, {name: held for name, held in bytes_of(self.folder).items() if name != "tries.json"})
        self.assertEqual(a.lock_state(str(self.folder), clock()), a.LockState(passphrase=True, wait_ms=0, wrong_tries=1))
        self.vault = a.Vault.open(config(self.folder, passphrase="seven quiet herons"))
        self.assertEqual(self.vault.journal(at(), None).total, 1)
        self.vault.remove_passphrase("seven quiet herons", clock())

    def test_upkeep_purges_and_copies(self):
        entry = self.written("Long gone")
        self.vault.trash_entries(at(), [entry.id])
        progress = self.vault.begin_upkeep(at(31))
        for _ in range(1_000):
            if progress.finished:
                break
            progress = self.vault.step_upkeep(at(31), 100)
        self.assertTrue(progress.finished)
        self.assertEqual(told(lambda: self.vault.entry(entry.id))[0], "NotFound")
        self.assertEqual({copy.kind for copy in self.vault.snapshots()}, {a.SnapshotKind.DAILY, a.SnapshotKind.WEEKLY})
        self.vault.delete_snapshots()
        self.assertEqual(self.vault.snapshots(), [])

    def test_erase(self):
        self.written("Everything")
        self.vault.erase_everything()
        self.assertEqual(told(lambda: self.vault.home(at())), ("Locked", "locked"))
        self.assertEqual([name for name in bytes_of(Path(self.folder)) if name.startswith(("vault.db", "keyring"))], [])
        self.assertEqual(told(lambda: a.Vault.open(config(self.folder))), ("NotFound", "vault", ""))


if __name__ == "__main__":
    unittest.main()
