/**
 * What the tests of the screens share: the real core on a fresh vault, clocks that the test turns, and a worker that can be held back.
 * Nothing of the core is played: a test that wants the disk to fail says so with [Faulty].
 */
package app.ampersand.ui

import app.ampersand.core.AmpersandException
import app.ampersand.core.Clock
import app.ampersand.core.DraftId
import app.ampersand.core.EntryContent
import app.ampersand.core.ItemAnswer
import app.ampersand.core.NotificationPermission
import app.ampersand.core.NowContext
import app.ampersand.core.RecoverFrom
import app.ampersand.core.Reminders
import app.ampersand.core.RemindersInterface
import app.ampersand.core.RunId
import app.ampersand.core.SafetyAnswer
import app.ampersand.core.Vault
import app.ampersand.core.VaultConfig
import app.ampersand.core.VaultInterface
import app.ampersand.core.VaultPresence
import app.ampersand.core.lockState
import app.ampersand.core.recoverVault
import app.ampersand.core.recoveryOffer
import app.ampersand.core.resumeErase
import app.ampersand.core.vaultPresence
import app.ampersand.platform.nowContext
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Runnable
import org.junit.rules.ExternalResource
import java.io.File
import java.nio.file.Files
import java.time.Instant
import java.time.ZoneId
import kotlin.coroutines.CoroutineContext

internal val BERLIN: ZoneId = ZoneId.of("Europe/Berlin")

/** Holds everything back until the test lets it go. */
class Later : CoroutineDispatcher() {
    private val tasks = ArrayDeque<Runnable>()
    override fun dispatch(context: CoroutineContext, block: Runnable) { tasks += block }
    fun run() { while (tasks.isNotEmpty()) tasks.removeFirst().run() }
}

/** A vault whose disk is full as long as [broken] says so. */
class Faulty(private val vault: VaultInterface, var broken: Boolean = true) : VaultInterface by vault {
    override fun answerCheck(ctx: NowContext, run: RunId, answer: ItemAnswer) = onDisk { vault.answerCheck(ctx, run, answer) }

    override fun saveDraft(ctx: NowContext, draft: DraftId, content: EntryContent) = onDisk { vault.saveDraft(ctx, draft, content) }

    override fun saveEntry(ctx: NowContext, draft: DraftId, content: EntryContent) = onDisk { vault.saveEntry(ctx, draft, content) }

    private fun <T> onDisk(write: () -> T): T = if (broken) throw AmpersandException.Storage("disk_full", true) else write()
}

/** A system that does as the test says, and counts how often it was told of a change. */
class TestPort(var permission: NotificationPermission = NotificationPermission.GRANTED, var exact: ExactTimes = ExactTimes.ROUGH) : ReminderPort {
    var changes = 0
    var asked = 0
    var exactOpened = 0

    /** What the person answers when they are asked. */
    var answer = NotificationPermission.GRANTED

    override fun changed() {
        changes += 1
    }

    override fun permission() = permission

    override fun askPermission(then: (NotificationPermission) -> Unit) {
        asked += 1
        permission = answer
        then(answer)
    }

    override fun exact() = exact

    override fun openExactSettings() {
        exactOpened += 1
    }
}

/** A system whose sheet takes what it is given, unless the test says that there is none. */
class TestSharing(var there: Boolean = true) : SharePort {
    val taken = mutableListOf<Shared>()
    var takenBack = 0

    override fun share(what: Shared) = there.also { if (it) taken += what }

    override fun takeBack() {
        takenBack += 1
    }
}

class Rig : ExternalResource() {
    val folder: File = Files.createTempDirectory("ampersand-ui").toFile()
    val time = StoryTime(Instant.parse("2026-11-23T09:00:00Z").toEpochMilli())
    var now by time::now
    var monotonic by time::monotonic
    private val opened = mutableListOf<Vault>()
    private var openedReminders: RemindersInterface? = null
    val port = TestPort()
    val sharing = TestSharing()
    var zone: ZoneId = BERLIN

    /** The reminders as they are open now, past every screen. */
    val reminders: RemindersInterface get() = openedReminders ?: Reminders.open(folder.path).also { openedReminders = it }

    /** The vault as it is open now, past every screen. */
    val vault: VaultInterface get() = opened.last()

    /** As after a restart: they are opened anew. */
    fun forgetReminders() {
        openedReminders = null
    }

    fun context() = nowContext(now, zone)

    /** The door of a device: the vault stays open as long as the process lives. */
    inner class TestDoor(private val dress: (VaultInterface) -> VaultInterface = { it }) : Door {
        override val locale = "en-GB"
        override val port: ReminderPort get() = this@Rig.port
        override val sharing: SharePort get() = this@Rig.sharing
        override fun reminders() = this@Rig.reminders

        override fun startRemindersOver(ctx: NowContext) = Reminders.startOver(folder.path, ctx).also { openedReminders = it }

        override fun open(passphrase: String?): VaultInterface {
            val vault = opened.lastOrNull() ?: found(config(passphrase)).also { opened += it }
            return dress(vault)
        }

        override fun letGo() {
            opened.removeLastOrNull()?.lock()
        }

        override fun lockState() = lockState(folder.path, clock())

        override fun recoveryOffer(passphrase: String?) = recoveryOffer(config(passphrase))

        override fun recover(passphrase: String?, from: RecoverFrom) = recoverVault(config(passphrase), from)

        private fun found(config: VaultConfig) = resumeErase(folder.path).let { if (vaultPresence(folder.path) == VaultPresence.ABSENT) Vault.create(config) else Vault.open(config) }

        private fun config(passphrase: String?) =
            VaultConfig(folder = folder.path, deviceSecret = ByteArray(32) { 7 }, passphrase = passphrase, locale = locale, clock = clock())

        private fun clock() = Clock(now, monotonic)
    }

    /** With the plain worker every answer is there before `handle` returns. */
    fun holder(worker: CoroutineDispatcher = Dispatchers.Unconfined, door: Door = TestDoor(), restored: List<Place> = emptyList()) =
        Holder(door, CoroutineScope(Dispatchers.Unconfined), worker, ::context, { monotonic }, restored, time::wait)

    /** Somebody who is past the first run. */
    fun settled(): Holder = holder().apply {
        handle(Action.Start)
        handle(Action.FinishFirstRun)
    }

    /** Somebody who has written an entry of [body], and looks at it. */
    fun written(holder: Holder = settled(), body: String = "A walk by the river.", title: String? = null): Holder = holder.apply {
        time.pass(1_000)
        handle(EditorAction.Begin())
        title?.let { handle(EditorAction.TitleTyped(it)) }
        handle(EditorAction.BodyTyped(body))
        handle(EditorAction.Save)
        checkNotNull(state.journal.entry) { "nothing was saved: ${state.trouble}" }
    }

    /** What is on disk of a draft, past every screen. */
    fun onDisk(draft: DraftId): EntryContent = vault.resumeDraft(context(), draft).content

    /** Somebody with the first question of a Check before them. */
    fun checking(): Holder = settled().apply {
        handle(Action.Go(Place.Check))
        handle(Action.Begin(fresh = false))
    }

    /** Somebody who has finished one, and said no five times on the private page. */
    fun finished(): Holder = checking().apply {
        answerAll(this)
        handle(Action.Finish)
        repeat(5) { handle(Action.AnswerSafety(it, SafetyAnswer.NO)) }
        handle(Action.HandOverSafety)
    }

    fun answerAll(holder: Holder, value: (Int) -> Int? = { VARIED[it % VARIED.size] }) {
        while (holder.state.place is Place.Question) answer(holder, value(checkNotNull(holder.state.walk).index))
    }

    fun answer(holder: Holder, value: Int?, afterMs: Long = 4_000) {
        monotonic += afterMs
        now += afterMs
        holder.handle(Action.Answer(checkNotNull(holder.question), value))
    }

    /** A tap on an answer of the check-in or the pulse, by somebody who has read the question. */
    fun tap(holder: Holder, item: String, value: Int?) {
        time.pass(1_000)
        holder.handle(if (item.startsWith("P")) PulseAction.Tap(item, value) else CheckInAction.Tap(item, value))
    }

    /** The vault is locked behind the screens' back. */
    fun lock() = opened.removeLast().lock()

    override fun after() {
        opened.forEach { it.lock() }
        folder.deleteRecursively()
    }

    private companion object {
        val VARIED = listOf(1, 2, 3, 1, 3, 0, 2, 2, 1, 4)
    }
}

/** The id of the question on the screen. */
internal val Holder.question: String? get() = state.walk?.let { it.draft.items[it.index].id }
