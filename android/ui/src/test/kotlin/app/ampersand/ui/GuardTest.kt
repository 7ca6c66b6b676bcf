package app.ampersand.ui

import app.ampersand.core.AmpersandException
import app.ampersand.core.Grace
import app.ampersand.core.RecoverFrom
import app.ampersand.core.SnapshotKind
import app.ampersand.core.StrengthHint
import app.ampersand.core.VaultInterface
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import java.io.File
import java.io.RandomAccessFile

/** The lock without any screen: while it is locked nothing of the vault is in the state, and nothing that was typed is lost by it. */
class GuardTest {
    @get:Rule val rig = Rig()

    private fun Holder.setPassphrase(text: String = PHRASE) {
        handle(Action.Go(Place.Lock))
        handle(GuardAction.Task(PassphraseTask.SET))
        handle(GuardAction.FreshTyped(text))
        handle(GuardAction.AgainTyped(text))
        handle(GuardAction.Understood(true))
        handle(GuardAction.HandOver)
    }

    private fun Holder.unlock(text: String = PHRASE) {
        handle(GuardAction.UnlockTyped(text))
        handle(GuardAction.Unlock)
    }

    private fun guarded(): Holder = rig.written(body = SECRET).apply {
        setPassphrase()
        assertEquals(Said.PassphraseSet, state.said)
    }

    private val Holder.locked: VaultState.Locked get() = state.vault as? VaultState.Locked ?: throw AssertionError("not locked: ${state.vault}")

    @Test fun `a passphrase is set, asked for, and lets in`() {
        val me = guarded()
        assertEquals(true to PassphraseForm(), me.state.home?.passphrase to me.state.guard.form)
        me.handle(GuardAction.LockNow)
        assertEquals(true, me.locked.lock?.passphrase)
        me.unlock("not the one")
        assertTrue(me.locked.wrong)
        assertEquals("a wrong one is not kept", "", me.state.guard.unlock)
        me.unlock()
        assertEquals(VaultState.Open to Place.Lock, me.state.vault to me.state.place)
    }

    @Test fun `while it is locked nothing of the vault is in the state`() {
        val me = guarded()
        me.handle(SearchAction.For("river"))
        me.handle(Action.Go(Place.Journal))
        assertTrue("the test looks at something", SECRET in me.state.toString())
        me.handle(GuardAction.LockNow)
        assertFalse(me.state.toString(), SECRET in me.state.toString() || PHRASE in me.state.toString())
        me.handle(Action.Go(Place.Help))
        assertTrue("help is there", me.state.help?.lines.orEmpty().isNotEmpty())
        me.handle(Action.Back)
        assertTrue(me.locked.lock != null)
    }

    @Test fun `it locks itself after the grace, on a clock that nobody can set`() {
        val me = guarded()
        me.handle(GuardAction.AutoLock(Grace.MINUTE1))
        me.handle(GuardAction.WentAway)
        rig.monotonic += 59_000
        me.handle(GuardAction.CameBack)
        assertEquals(VaultState.Open, me.state.vault)
        me.handle(GuardAction.WentAway)
        rig.now -= 3_600_000
        rig.monotonic += 60_000
        me.handle(GuardAction.CameBack)
        assertTrue(me.locked.away)
    }

    @Test fun `at once means at once, and without a passphrase never`() {
        val open = rig.written()
        open.handle(GuardAction.WentAway)
        rig.monotonic += 3_600_000
        open.handle(GuardAction.CameBack)
        assertEquals(VaultState.Open, open.state.vault)
        open.setPassphrase()
        open.handle(GuardAction.AutoLock(Grace.AT_ONCE))
        open.handle(GuardAction.WentAway)
        open.handle(GuardAction.CameBack)
        assertTrue(open.locked.away)
    }

    @Test fun `new screens over a vault that was left open meet the lock where its time is over, and the vault where it is not`() {
        val me = guarded()
        me.handle(GuardAction.WentAway)
        assertEquals("not yet", VaultState.Open, rig.holder().apply { handle(Action.Start) }.state.vault)
        me.handle(GuardAction.WentAway)
        rig.monotonic += 31_000
        val later = rig.holder().apply { handle(Action.Start) }
        assertEquals(true, later.locked.lock?.passphrase)
        later.unlock()
        assertEquals(VaultState.Open, later.state.vault)
    }

    @Test fun `unlocked while nobody looks any more, it shows itself only to who comes back in time`() {
        guarded().handle(GuardAction.LockNow)
        val worker = Later()
        val me = rig.holder(worker).apply { handle(Action.Start) }
        worker.run()
        me.unlock()
        me.handle(GuardAction.WentAway)
        worker.run()
        assertNull("nothing is told to an empty room", me.state.home)
        me.handle(GuardAction.CameBack)
        worker.run()
        assertEquals(VaultState.Open, me.state.vault)
    }

    @Test fun `the page that was written on is there again after the lock, with its last letter`() {
        val me = guarded()
        me.handle(GuardAction.AutoLock(Grace.AT_ONCE))
        me.handle(EditorAction.Begin())
        me.handle(EditorAction.BodyTyped("In the middle of a sent"))
        me.handle(GuardAction.WentAway)
        me.handle(GuardAction.CameBack)
        assertNull(me.state.editor)
        assertTrue("the way is kept for the system too", me.way.any { it is Place.Writing })
        me.unlock()
        assertEquals("In the middle of a sent", me.state.editor?.content?.body)
    }

    @Test fun `what could not be written before the lock is there after it`() {
        var faulty: Faulty? = null
        guarded()
        val me = rig.holder(door = rig.TestDoor { vault -> Faulty(vault).also { faulty = it } }).apply { handle(Action.Start) }
        me.handle(GuardAction.AutoLock(Grace.AT_ONCE))
        me.handle(EditorAction.Begin())
        me.handle(EditorAction.BodyTyped("No room for this"))
        me.handle(GuardAction.WentAway)
        me.handle(GuardAction.CameBack)
        faulty?.broken = false
        me.unlock()
        faulty?.broken = false
        assertEquals("No room for this", me.state.editor?.content?.body)
        rig.time.pass(PAUSE_MS)
        assertEquals("No room for this", rig.onDisk(checkNotNull(me.state.editor).draft).body)
    }

    @Test fun `wrong tries make a wait that is shown and ends`() {
        val me = guarded()
        me.handle(GuardAction.LockNow)
        repeat(10) { me.unlock("wrong number $it") }
        assertTrue("${me.locked}", checkNotNull(me.locked.lock).waitMs in 1..30_000)
        me.unlock()
        assertTrue("no try is taken meanwhile", checkNotNull(me.locked.lock).waitMs > 0)
        rig.time.pass(10_000)
        assertTrue(checkNotNull(me.locked.lock).waitMs in 1..20_000)
        rig.time.pass(21_000)
        assertEquals(0L to true, me.locked.lock?.waitMs to me.locked.waited)
        me.unlock()
        assertEquals(VaultState.Open, me.state.vault)
    }

    @Test fun `how hard a passphrase is to guess is said while it is typed`() {
        val me = rig.settled()
        me.handle(Action.Go(Place.Lock))
        me.handle(GuardAction.Task(PassphraseTask.SET))
        me.handle(GuardAction.FreshTyped("abc"))
        assertEquals(StrengthHint.TOO_SHORT, me.state.guard.form.strength?.hint)
        me.handle(GuardAction.FreshTyped(PHRASE))
        assertEquals(StrengthHint.GOOD, me.state.guard.form.strength?.hint)
        me.handle(GuardAction.AgainTyped("something else"))
        me.handle(GuardAction.HandOver)
        assertNull("two that differ are not handed over", me.state.said)
        me.handle(GuardAction.FreshTyped("short"))
        me.handle(GuardAction.AgainTyped("short"))
        me.handle(GuardAction.HandOver)
        assertEquals(TroubleKind.PASSPHRASE_TOO_SHORT, me.state.trouble?.kind)
        me.handle(Action.Back)
        assertEquals("nothing typed stays behind", PassphraseForm(), me.state.guard.form)
    }

    @Test fun `it is changed and removed only by who knows it`() {
        val me = guarded()
        me.handle(GuardAction.Task(PassphraseTask.CHANGE))
        me.handle(GuardAction.CurrentTyped("not the one"))
        me.handle(GuardAction.FreshTyped(OTHER))
        me.handle(GuardAction.AgainTyped(OTHER))
        me.handle(GuardAction.HandOver)
        assertEquals(TroubleKind.WRONG_PASSPHRASE to VaultState.Open, me.state.trouble?.kind to me.state.vault)
        me.handle(GuardAction.CurrentTyped(PHRASE))
        me.handle(GuardAction.HandOver)
        assertEquals(Said.PassphraseChanged, me.state.said)
        me.handle(GuardAction.LockNow)
        me.unlock(PHRASE)
        assertTrue(me.locked.wrong)
        me.unlock(OTHER)
        me.handle(GuardAction.Task(PassphraseTask.REMOVE))
        me.handle(GuardAction.CurrentTyped(OTHER))
        me.handle(GuardAction.HandOver)
        assertEquals(Said.PassphraseRemoved to false, me.state.said to me.state.home?.passphrase)
        rig.lock()
        assertEquals(VaultState.Open, rig.holder().apply { handle(Action.Start) }.state.vault)
    }

    @Test fun `settings of lock and care are kept`() {
        val me = rig.settled()
        assertEquals(Grace.SECONDS30 to true, me.state.settings?.autoLock to me.state.settings?.carePhrases)
        me.handle(GuardAction.AutoLock(Grace.MINUTES5))
        me.handle(GuardAction.CarePhrases(false))
        val again = rig.holder().apply { handle(Action.Start) }.state.settings
        assertEquals(Grace.MINUTES5 to false, again?.autoLock to again?.carePhrases)
        rig.written(me, "I want to kill myself.")
        assertNull("no card where it is not wished for", me.state.journal.after?.care)
    }

    @Test fun `everything is erased after a second word, and a new notebook begins`() {
        val me = rig.written(body = SECRET)
        me.handle(Action.Go(Place.Erase))
        me.handle(GuardAction.AskErase)
        me.handle(GuardAction.CancelErase)
        assertEquals(VaultState.Open, me.state.vault)
        me.handle(GuardAction.AskErase)
        me.handle(GuardAction.ConfirmErase)
        assertEquals(VaultState.Erased(), me.state.vault)
        assertFalse(SECRET in me.state.toString())
        assertFalse(File(rig.folder, "vault.db").exists())
        me.handle(Action.Start)
        assertEquals(Place.FirstRun, me.state.place)
    }

    @Test fun `an erasing that is cut short says so, and is finished before anything new begins`() {
        class Stuck(private val vault: VaultInterface) : VaultInterface by vault {
            override fun eraseEverything() {
                vault.lock()
                File(rig.folder, "keyring.json").delete()
                throw AmpersandException.Storage("io", true)
            }
        }
        val me = rig.written(rig.holder(door = rig.TestDoor { Stuck(it) }).apply { listOf(Action.Start, Action.FinishFirstRun).forEach(::handle) }, SECRET)
        me.handle(Action.Go(Place.Erase))
        me.handle(GuardAction.AskErase)
        me.handle(GuardAction.ConfirmErase)
        assertEquals(VaultState.Erased(whole = false), me.state.vault)
        assertFalse(SECRET in me.state.toString())
    }

    @Test fun `a damaged vault is brought back as far as it can be, and the damaged file is kept`() {
        rig.written(body = SECRET)
        rig.lock()
        val file = File(rig.folder, "vault.db")
        RandomAccessFile(file, "rw").use { it.setLength(file.length() - 4096) }
        val me = rig.holder().apply { handle(Action.Start) }
        assertEquals(TroubleKind.DAMAGED, (me.state.vault as VaultState.Shut).why.kind)
        me.handle(GuardAction.LookWhatIsLeft)
        assertTrue("${me.state.vault}", (me.state.vault as VaultState.Damaged).offer.snapshots.any { it.kind == SnapshotKind.DAILY })
        me.handle(GuardAction.Recover(RecoverFrom.DAILY))
        val back = (me.state.vault as VaultState.Brought).back
        assertTrue(back.movedAside.isNotEmpty() && back.movedAside.all { File(rig.folder, it).exists() })
        me.handle(Action.Start)
        assertEquals(VaultState.Open, me.state.vault)
        assertNotNull(me.state.home)
    }

    @Test fun `tidying up goes on beside everything else and can be stopped`() {
        val later = Later()
        rig.written()
        rig.now += 8 * 24 * 3_600_000L
        val me = rig.holder(later).apply { handle(Action.Start) }
        later.run()
        assertNull("it comes to its end", me.state.guard.upkeep)
        me.handle(Action.Go(Place.Copies))
        later.run()
        assertTrue(me.state.guard.copies.orEmpty().isNotEmpty())
        assertNull(me.state.trouble)
    }

    private companion object {
        const val SECRET = "What nobody may read"
        const val PHRASE = "heron kettle lantern moss"
        const val OTHER = "violin gravel almond tide"
    }
}
