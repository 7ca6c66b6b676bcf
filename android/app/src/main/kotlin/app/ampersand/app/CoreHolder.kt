/**
 * The vault, opened once for the whole process and kept: a second opening would find it in use.
 * What it must never do: delete, move or create anything where a vault already is.
 */
package app.ampersand.app

import app.ampersand.core.AmpersandException
import app.ampersand.core.Vault
import app.ampersand.core.VaultConfig
import app.ampersand.core.VaultInterface
import app.ampersand.core.VaultPresence
import app.ampersand.core.vaultPresence
import app.ampersand.ui.Door
import app.ampersand.ui.KeyLostException
import java.io.File
import java.io.IOException

/** [tag] gives the language tag of the moment: a person can change it while the app lives on. */
class CoreHolder(
    private val folder: File,
    private val secret: DeviceSecret,
    private val tag: () -> String,
) : Door {
    private var vault: Vault? = null

    override val locale: String get() = tag()

    /** Blocks; two screens that ask at once get the same vault. */
    @Synchronized
    override fun open(): VaultInterface = vault ?: found().also { vault = it }

    private fun found(): Vault = try {
        if (vaultPresence(folder.path) == VaultPresence.ABSENT) create() else reopen()
    } catch (_: IOException) {
        // the secret could not be read or written just now; another try may find it
        throw AmpersandException.Storage("io", true)
    }

    /** No vault, so nothing hangs on a secret that cannot be read: a new one may take its place. */
    private fun create(): Vault {
        val bytes = (secret.read() as? Secret.Kept)?.bytes ?: secret.make()
        return with(bytes) { Vault.create(it) }
    }

    private fun reopen(): Vault = when (val kept = secret.read()) {
        is Secret.Kept -> with(kept.bytes) { Vault.open(it) }
        Secret.None, Secret.Lost -> throw KeyLostException()
        Secret.DoesNotFit -> throw AmpersandException.Locked("wrong_key")
    }

    private fun with(bytes: ByteArray, open: (VaultConfig) -> Vault): Vault = try {
        open(VaultConfig(folder.path, bytes, locale))
    } finally {
        bytes.fill(0)
    }
}
