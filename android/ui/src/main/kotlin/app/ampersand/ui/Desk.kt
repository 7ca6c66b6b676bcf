/**
 * Where questions to the core are asked, with every failure turned into a [Trouble]: what a person asks for, one at a time, on the worker; and
 * beside it what nobody waits for, such as keeping a draft.
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

    /**
     * A thing the person does. While the core is busy it is dropped, which is said by false: a second tap before the answer is no second question.
     * [refused] may take care of a failure itself, and then says so.
     */
    fun <T> ask(question: (VaultInterface) -> T, refused: (Trouble) -> Boolean = { false }, answered: (T) -> Unit): Boolean {
        val vault = vault ?: return false
        if (asking) return false
        run({ question(vault) }, answered, refused) { ask(question, refused, answered) }
        return true
    }

    /** A thing a screen shows. It waits its turn. [refused] as for [ask]. */
    fun <T> load(question: (VaultInterface) -> T, refused: (Trouble) -> Boolean = { false }, answered: (T) -> Unit) {
        val vault = vault ?: return
        inTurn { run({ question(vault) }, answered, refused) { load(question, refused, answered) } }
    }

    fun <T> withoutVault(question: () -> T, answered: (T) -> Unit) {
        inTurn { run(question, answered, { false }) { withoutVault(question, answered) } }
    }

    /** What is asked while no vault is open: to open one, or what can be done where none opens. */
    fun <T> atTheDoor(question: () -> T, then: (Outcome<T>) -> Unit) {
        inTurn { run(question, { then(Outcome.Done(it)) }, { then(Outcome.Failed(it)); true }) {} }
    }

    /** Neither waits nor makes anything wait; what comes of it, also a failure, is [then]'s to say. */
    fun <T> beside(question: suspend (VaultInterface) -> T, then: (Outcome<T>) -> Unit) {
        val vault = vault ?: return
        scope.launch { then(withContext(worker) { attempt { question(vault) } }) }
    }

    /** On the calling thread, for the few moments after which nothing may run any more. */
    fun <T> atOnce(question: (VaultInterface) -> T): Outcome<T>? = vault?.let { attempt { question(it) } }

    fun again() {
        lastFailed?.invoke()
    }

    private fun inTurn(question: () -> Unit) {
        if (asking) waiting = question else question()
    }

    private fun <T> run(question: () -> T, answered: (T) -> Unit, refused: (Trouble) -> Boolean, again: () -> Unit) {
        asking = true
        val asked = vault
        scope.launch {
            val outcome = withContext(worker) { attempt(question) }
            asking = false
            lastFailed = null
            // an answer of a vault that has been locked meanwhile belongs on no screen any more
            if (vault === asked) {
                outcome.fold(answered) {
                    if (!refused(it)) {
                        lastFailed = again
                        failed(it)
                    }
                }
            }
            if (!asking) waiting.also { waiting = null }?.invoke()
        }
    }

    private inline fun <T> attempt(question: () -> T): Outcome<T> = try {
        Outcome.Done(question())
    } catch (e: AmpersandException) {
        Outcome.Failed(troubleOf(e))
    } catch (_: KeyLostException) {
        Outcome.Failed(Trouble(TroubleKind.KEY_LOST))
    } catch (_: InternalException) {
        Outcome.Failed(Trouble(TroubleKind.INTERNAL))
    }
}
