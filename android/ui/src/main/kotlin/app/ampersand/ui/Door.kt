/**
 * How the screens come to the vault. Each shell brings its own door, because each keeps the device secret in its own way;
 * behind it everybody finds the same vault. Both calls block and are made on the worker.
 */
package app.ampersand.ui

import app.ampersand.core.VaultInterface

interface Door {
    /**
     * Opens the vault, or creates it where there is none.
     * Throws what the core throws, and [KeyLostException] when the device secret that belongs to an existing vault is gone.
     * Deletes nothing, whatever it finds.
     */
    fun open(): VaultInterface

    /** The language tag of the device, such as `en-US`: help lines are found by it even when the vault stays shut. */
    val locale: String
}

/** There is a vault, but this device no longer has the secret it was sealed with. */
class KeyLostException : Exception()
