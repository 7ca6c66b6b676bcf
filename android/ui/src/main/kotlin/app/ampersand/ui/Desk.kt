/**
 * Where questions to the core are asked: one at a time, on the worker, with every failure turned into a [Trouble].
 */
package app.ampersand.ui

import app.ampersand.core.AmpersandException
import app.ampersand.core.InternalException
import app.ampersand.core.VaultInterface
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext

/** What came of a question. */
internal sealed interface Outcome<out T> {
    data class Done<T>(val value: T) : Outcome<T>

    data class Failed(val trouble: Trouble) : Outcome<Nothing>

    fun fold(done: (@UnsafeVariance T) -> Unit, failed: (Trouble) -> Unit) = when (this) {
        is Done -> done(value)
        is Failed -> failed(trouble)
    }
}

internal class Desk(
    private val scope: CoroutineScope,
    private val worker: CoroutineDispatcher,
    private val failed: (Trouble) -> Unit,
) {
    var vault: VaultInterface? = null
    private var asking = false

    /** What a screen wants to read, asked as soon as the question before it is answered; only the newest wish counts. */
    private var waiting: (() -> Unit)? = null

    /** The question that failed, for another try. */
    private var lastFailed: (() -> Unit)? = null

    /** A thing the person does. While the core is busy it is dropped: a second tap before the answer is no second question. */
    fun <T> ask(question: (VaultInterface) -> T, answered: (T) -> Unit) {
        val vault = vault ?: return
        if (!asking) run({ question(vault) }, answered, { false }) { ask(question, answered) }
    }

    /** A thing a screen shows. It waits its turn. [refused] may take care of a failure itself, and then says so. */
    fun <T> load(question: (VaultInterface) -> T, refused: (Trouble) -> Boolean = { false }, answered: (T) -> Unit) {
        val vault = vault ?: return
        inTurn { run({ question(vault) }, answered, refused) { load(question, refused, answered) } }
    }

    fun <T> withoutVault(question: () -> T, answered: (T) -> Unit) {
        inTurn { run(question, answered, { false }) { withoutVault(question, answered) } }
    }

    fun open(door: Door, then: (Outcome<VaultInterface>) -> Unit) {
        if (asking) return
        run({ door.open() }, { then(Outcome.Done(it)) }, { then(Outcome.Failed(it)); true }) {}
    }

    fun again() {
        lastFailed?.invoke()
    }

    private fun inTurn(question: () -> Unit) {
        if (asking) waiting = question else question()
    }

    private fun <T> run(question: () -> T, answered: (T) -> Unit, refused: (Trouble) -> Boolean, again: () -> Unit) {
        asking = true
        scope.launch {
            val outcome = withContext(worker) { attempt(question) }
            asking = false
            lastFailed = null
            outcome.fold(answered) {
                if (!refused(it)) {
                    lastFailed = again
                    failed(it)
                }
            }
            if (!asking) waiting.also { waiting = null }?.invoke()
        }
    }

    private fun <T> attempt(question: () -> T): Outcome<T> = try {
        Outcome.Done(question())
    } catch (e: AmpersandException) {
        Outcome.Failed(troubleOf(e))
    } catch (_: KeyLostException) {
        Outcome.Failed(Trouble(TroubleKind.KEY_LOST))
    } catch (_: InternalException) {
        Outcome.Failed(Trouble(TroubleKind.INTERNAL))
    }
}
