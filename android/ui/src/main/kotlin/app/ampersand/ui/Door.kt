/**
 * How the screens come to the vault. Each shell brings its own door, because each keeps the device secret in its own way;
 * behind it everybody finds the same vault. The calls block and are made on the worker.
 */
package app.ampersand.ui

import app.ampersand.core.LockState
import app.ampersand.core.NowContext
import app.ampersand.core.RecoverFrom
import app.ampersand.core.Recovered
import app.ampersand.core.RecoveryOffer
import app.ampersand.core.RemindersInterface
import app.ampersand.core.VaultInterface

interface Door {
    /**
     * Opens the vault, or creates it where there is none; what an erasing that was cut short had left goes first. [passphrase] is what the person typed; null when nobody has been asked for one.
     * Throws what the core throws, and [KeyLostException] when the device secret that belongs to an existing vault is gone.
     * Deletes nothing else, whatever it finds.
     */
    fun open(passphrase: String?): VaultInterface

    /** The vault that was opened has locked itself, or is no more: the next [open] opens anew. */
    fun letGo()

    /** Whether a passphrase is asked for, and how long no try is taken. Opens nothing. */
    fun lockState(): LockState

    /** What can be brought back of a damaged vault. Changes nothing. */
    fun recoveryOffer(passphrase: String?): RecoveryOffer

    /** Brings it back; the damaged files are moved aside, not deleted. */
    fun recover(passphrase: String?, from: RecoverFrom): Recovered

    /** The reminders, which need no key and are opened once. Throws what the core throws. */
    fun reminders(): RemindersInterface

    /** New ones in the place of those that cannot be read; the damaged file is kept aside. */
    fun startRemindersOver(ctx: NowContext): RemindersInterface

    /** What the system does with them. */
    val port: ReminderPort

    /** How something leaves the app when the person wants it to. */
    val sharing: SharePort

    /** The language tag of the device, such as `en-US`: help lines are found by it even when the vault stays shut. */
    val locale: String
}

/** There is a vault, but this device no longer has the secret it was sealed with. */
class KeyLostException : Exception()
