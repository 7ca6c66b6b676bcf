/**
 * The lock and the vault as a whole: passphrase, going away and coming back, safety copies, recovery, erasing.
 * A passphrase is in the state while it is being typed and nowhere afterwards; this must never keep one, nor decide whether one is good.
 */
package app.ampersand.ui

import app.ampersand.core.Settings
import app.ampersand.core.VaultInterface
import app.ampersand.core.passphraseStrength
import kotlinx.coroutines.Job
import kotlinx.coroutines.launch

/** How often the lock screen looks how long the wait still is. */
private const val TICK_MS = 1_000L

/**
 * [openWith] opens the vault and goes on where the person was; [shut] puts every content off the screen; [keepNow] saves what the other parts can of what
 * was typed, [forget] drops what they hold in memory, once everything is erased.
 */
internal class GuardSteps(
    private val ground: Ground,
    private val door: Door,
    private val editor: EditorSteps,
    private val checkIn: CheckInSteps,
    private val upkeep: UpkeepSteps,
    private val openWith: (String?) -> Unit,
    private val shut: () -> Unit,
    private val keepNow: () -> Unit,
    private val forget: () -> Unit,
) {
    /** What was typed at a vault that turned out to be damaged: its recovery needs it once more. Gone with the first answer that is not that. */
    private var tried: String? = null
    private var ticking: Job? = null
    private var outOfSight = false

    private var guard: Guard
        get() = ground.state.guard
        set(value) {
            ground.state = ground.state.copy(guard = value)
        }

    private var form: PassphraseForm
        get() = guard.form
        set(value) {
            guard = guard.copy(form = value)
        }

    fun handle(action: GuardAction) {
        when (action) {
            GuardAction.WentAway -> wentAway()
            GuardAction.CameBack -> cameBack()
            is GuardAction.UnlockTyped -> guard = guard.copy(unlock = action.passphrase.wellFormed())
            GuardAction.Unlock -> unlock()
            GuardAction.LockNow -> lockNow()
            is GuardAction.Task -> form = PassphraseForm(action.task)
            is GuardAction.CurrentTyped -> form = form.copy(current = action.passphrase.wellFormed())
            is GuardAction.FreshTyped -> freshTyped(action.passphrase.wellFormed())
            is GuardAction.AgainTyped -> form = form.copy(again = action.passphrase.wellFormed())
            is GuardAction.Understood -> form = form.copy(understood = action.on)
            GuardAction.HandOver -> handOver()
            is GuardAction.AutoLock -> saveSettings { it.copy(autoLock = action.grace) }
            is GuardAction.CarePhrases -> saveSettings { it.copy(carePhrases = action.on) }
            GuardAction.AskDeleteCopies -> guard = guard.copy(deletingCopies = true)
            GuardAction.CancelDeleteCopies -> guard = guard.copy(deletingCopies = false)
            GuardAction.ConfirmDeleteCopies -> ground.desk.ask({ it.deleteSnapshots() }) {
                guard = guard.copy(deletingCopies = false)
                say(Said.CopiesDeleted)
                ground.way.reload()
            }
            GuardAction.StopUpkeep -> upkeep.stop()
            GuardAction.LookWhatIsLeft -> lookWhatIsLeft()
            is GuardAction.Recover -> ground.desk.atTheDoor({ door.recover(tried, action.from) }) { outcome ->
                outcome.fold({ ground.state = ground.state.copy(vault = VaultState.Brought(it)) }, { shutBecause(it) })
            }
            GuardAction.AskErase -> guard = guard.copy(erasing = true)
            GuardAction.CancelErase -> guard = guard.copy(erasing = false)
            GuardAction.ConfirmErase -> erase()
        }
    }

    // --- away and back -----------------------------------------------------------------------------------------------------------------

    private fun wentAway() {
        outOfSight = true
        editor.keepNow()
        checkIn.keepNow()
        keepNow()
        upkeep.stop()
        ground.desk.atOnce { it.wentAway(ground.clock()) }
    }

    private fun cameBack() {
        if (!outOfSight) return
        outOfSight = false
        val outcome = ground.desk.atOnce { it.cameBack(ground.clock()) } ?: return
        outcome.fold(
            done = { locked -> if (locked) lockedItself(away = true) else goOn() },
            failed = { ground.failed(it) },
        )
    }

    private fun goOn() {
        // opened while nobody looked: what the first screen shows was not told to an empty room
        if (ground.state.vault !is VaultState.Open) return openWith(null)
        ground.way.reload()
        upkeep.begin()
    }

    private fun lockNow() {
        editor.keepNow()
        checkIn.keepNow()
        keepNow()
        upkeep.stop()
        ground.desk.atOnce { it.lock() }
        lockedItself(away = false)
    }

    /** Nothing of what the vault holds stays on the screen or in the state. */
    private fun lockedItself(away: Boolean) {
        editor.locked()
        door.letGo()
        shut()
        ground.state = ground.state.copy(vault = VaultState.Locked(away = away))
        openWith(null)
    }

    // --- the lock screen ---------------------------------------------------------------------------------------------------------------

    private fun unlock() {
        val locked = ground.state.vault as? VaultState.Locked ?: return
        val passphrase = guard.unlock
        if (locked.opening || passphrase.isEmpty()) return
        guard = guard.copy(unlock = "")
        ground.state = ground.state.copy(vault = locked.copy(opening = true, wrong = false))
        tried = passphrase
        openWith(passphrase)
    }

    /** True when the vault only wants its passphrase, which the lock screen then asks for. */
    fun asksForIt(trouble: Trouble): Boolean {
        if (trouble.kind !in ASKING) {
            if (trouble.kind != TroubleKind.DAMAGED) tried = null
            return false
        }
        tried = null
        val before = ground.state.vault as? VaultState.Locked
        showLock(VaultState.Locked(wrong = trouble.kind == TroubleKind.WRONG_PASSPHRASE, away = before?.away == true))
        return true
    }

    /** On the worker. A vault that this process had left open while the app was out of sight may lock itself at this very moment. */
    fun open(passphrase: String?): VaultInterface {
        val vault = door.open(passphrase)
        if (!vault.cameBack(ground.clock())) return vault
        door.letGo()
        return door.open(passphrase)
    }

    fun opened() {
        tried = null
        ticking?.cancel()
        if (outOfSight) ground.desk.atOnce { it.wentAway(ground.clock()) }
    }

    private fun showLock(locked: VaultState.Locked) {
        ground.state = ground.state.copy(vault = locked)
        ground.desk.atTheDoor({ door.lockState() }) { outcome ->
            outcome.fold(
                done = { lock ->
                    if (ground.state.vault !is VaultState.Locked) return@fold
                    ground.state = ground.state.copy(vault = locked.copy(lock = lock, waited = locked.lock?.let { it.waitMs > 0 && lock.waitMs <= 0 } == true))
                    if (lock.waitMs > 0) tick(locked.copy(lock = lock))
                },
                failed = { shutBecause(it) },
            )
        }
    }

    private fun tick(locked: VaultState.Locked) {
        ticking?.cancel()
        ticking = ground.scope.launch {
            ground.wait(minOf(TICK_MS, locked.lock?.waitMs ?: 0))
            if (ground.state.vault is VaultState.Locked) showLock(locked)
        }
    }

    private fun shutBecause(trouble: Trouble) {
        ground.state = ground.state.copy(vault = VaultState.Shut(trouble))
    }

    // --- passphrase and settings -------------------------------------------------------------------------------------------------------

    private fun freshTyped(text: String) {
        form = form.copy(fresh = text, strength = if (text.isEmpty()) null else form.strength)
        if (text.isNotEmpty()) ground.desk.withoutVault({ passphraseStrength(text) }) { if (form.fresh == text) form = form.copy(strength = it) }
    }

    private fun handOver() {
        val now = form.takeUnless { it.working } ?: return
        val task = now.task ?: return
        if (task != PassphraseTask.REMOVE && !now.agrees) return
        form = now.copy(working = true)
        val taken = ground.desk.ask(
            question = { vault -> vault.doIt(task, now) },
            refused = {
                form = now.copy(working = false, current = "")
                false
            },
            answered = {
                form = PassphraseForm()
                say(task.done())
                ground.way.reload()
            },
        )
        if (!taken) form = now
    }

    private fun VaultInterface.doIt(task: PassphraseTask, form: PassphraseForm) = when (task) {
        PassphraseTask.SET -> setPassphrase(null, form.fresh, ground.clock())
        PassphraseTask.CHANGE -> setPassphrase(form.current, form.fresh, ground.clock())
        PassphraseTask.REMOVE -> removePassphrase(form.current, ground.clock())
    }

    private fun PassphraseTask.done() = when (this) {
        PassphraseTask.SET -> Said.PassphraseSet
        PassphraseTask.CHANGE -> Said.PassphraseChanged
        PassphraseTask.REMOVE -> Said.PassphraseRemoved
    }

    /** What was typed is not waited for on another page. */
    fun leaveIfGone() {
        if (Place.Lock !in ground.state.places && form != PassphraseForm()) form = PassphraseForm()
    }

    private fun saveSettings(change: (Settings) -> Settings) {
        val settings = ground.state.settings ?: return
        ground.desk.ask({ it.saveSettings(change(settings)) }) { ground.state = ground.state.copy(settings = it) }
    }

    private fun say(said: Said) {
        ground.state = ground.state.copy(said = said)
    }

    // --- recovery and the end ----------------------------------------------------------------------------------------------------------

    private fun lookWhatIsLeft() = ground.desk.atTheDoor({ door.recoveryOffer(tried) }) { outcome ->
        outcome.fold({ ground.state = ground.state.copy(vault = VaultState.Damaged(it)) }, { if (!asksForIt(it)) shutBecause(it) })
    }

    private fun erase() {
        upkeep.stop()
        ground.desk.ask(
            question = { it.eraseEverything() },
            // refused before anything was done; whatever else goes wrong comes after the key is gone
            refused = { trouble -> (trouble.kind != TroubleKind.READ_ONLY && trouble.kind != TroubleKind.AWAY).also { if (it) erased(whole = false) } },
            answered = { erased(whole = true) },
        )
    }

    private fun erased(whole: Boolean) {
        editor.forget()
        checkIn.forget()
        forget()
        door.letGo()
        shut()
        door.port.changed() // what the system holds is taken back
        ground.state = ground.state.copy(vault = VaultState.Erased(whole))
    }

    private companion object {
        val ASKING = setOf(TroubleKind.PASSPHRASE_NEEDED, TroubleKind.WRONG_PASSPHRASE, TroubleKind.WAIT)
    }
}
