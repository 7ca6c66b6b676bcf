/**
 * What the tests of the screens share: the real core on a fresh vault, clocks that the test turns, and a worker that can be held back.
 * Nothing of the core is played: a test that wants the disk to fail says so with [Faulty].
 */
package app.ampersand.ui

import app.ampersand.core.AmpersandException
import app.ampersand.core.ItemAnswer
import app.ampersand.core.NowContext
import app.ampersand.core.RunId
import app.ampersand.core.SafetyAnswer
import app.ampersand.core.Vault
import app.ampersand.core.VaultConfig
import app.ampersand.core.VaultInterface
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
class Faulty(private val vault: VaultInterface) : VaultInterface by vault {
    var broken = true
    override fun answerCheck(ctx: NowContext, run: RunId, answer: ItemAnswer) =
        if (broken) throw AmpersandException.Storage("disk_full", true) else vault.answerCheck(ctx, run, answer)
}

class Rig : ExternalResource() {
    val folder: File = Files.createTempDirectory("ampersand-ui").toFile()
    var now = Instant.parse("2026-11-23T09:00:00Z").toEpochMilli()
    var monotonic = 1_000_000L
    private val opened = mutableListOf<Vault>()

    /** The door of a device: the vault stays open as long as the process lives. */
    inner class TestDoor(private val dress: (VaultInterface) -> VaultInterface = { it }) : Door {
        override val locale = "en-GB"
        override fun open(): VaultInterface {
            val config = VaultConfig(folder.path, ByteArray(32) { 7 }, locale)
            val vault = opened.lastOrNull() ?: (if (File(folder, "vault.db").exists()) Vault.open(config) else Vault.create(config)).also { opened += it }
            return dress(vault)
        }
    }

    /** With the plain worker every answer is there before `handle` returns. */
    fun holder(worker: CoroutineDispatcher = Dispatchers.Unconfined, door: Door = TestDoor(), restored: List<Place> = emptyList()) =
        Holder(door, CoroutineScope(Dispatchers.Unconfined), worker, { nowContext(now, BERLIN) }, { monotonic }, restored)

    /** Somebody who is past the first run. */
    fun settled(): Holder = holder().apply {
        handle(Action.Start)
        handle(Action.FinishFirstRun)
    }

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
