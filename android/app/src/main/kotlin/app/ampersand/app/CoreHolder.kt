/**
 * The vault, opened once for the whole process and kept: a second opening would find it in use.
 * What it must never do: delete, move or create anything where a vault already is. An erasing that the person began and the system cut short is
 * the one thing that it brings to its end.
 */
package app.ampersand.app

import app.ampersand.app.reminders.ReminderStore
import app.ampersand.core.AmpersandException
import app.ampersand.core.Clock
import app.ampersand.core.LockState
import app.ampersand.core.NowContext
import app.ampersand.core.RecoverFrom
import app.ampersand.core.Recovered
import app.ampersand.core.RecoveryOffer
import app.ampersand.core.RemindersInterface
import app.ampersand.core.Vault
import app.ampersand.core.VaultConfig
import app.ampersand.core.VaultInterface
import app.ampersand.core.VaultPresence
import app.ampersand.core.lockState
import app.ampersand.core.recoverVault
import app.ampersand.core.recoveryOffer
import app.ampersand.core.resumeErase
import app.ampersand.core.vaultPresence
import app.ampersand.ui.Door
import app.ampersand.ui.KeyLostException
import app.ampersand.ui.ReminderPort
import app.ampersand.ui.SharePort
import java.io.File
import java.io.IOException

/** [tag] gives the language tag of the moment: a person can change it while the app lives on. [clock] reads both clocks anew each time. */
class CoreHolder(
    private val folder: File,
    private val secret: DeviceSecret,
    private val reminders: ReminderStore,
    override val port: ReminderPort,
    override val sharing: SharePort,
    private val tag: () -> String,
    private val clock: () -> Clock,
) : Door {
    private var vault: Vault? = null

    override val locale: String get() = tag()

    /** Blocks; two screens that ask at once get the same vault. One that has been locked is not handed out again. */
    @Synchronized
    override fun open(passphrase: String?): VaultInterface = vault ?: found(passphrase).also { vault = it }

    /** The process keeps no way to it: what is left of the keys goes with the handle. */
    @Synchronized
    override fun letGo() {
        vault?.use { it.lock() }
        vault = null
    }

    override fun lockState(): LockState = lockState(folder.path, clock())

    override fun recoveryOffer(passphrase: String?): RecoveryOffer = withSecret { bytes -> withKey(bytes, passphrase) { recoveryOffer(it) } }

    override fun recover(passphrase: String?, from: RecoverFrom): Recovered = withSecret { bytes -> withKey(bytes, passphrase) { recoverVault(it, from) } }

    override fun reminders(): RemindersInterface = reminders.open()

    override fun startRemindersOver(ctx: NowContext): RemindersInterface = reminders.startOver(ctx)

    private fun found(passphrase: String?): Vault {
        resumeErase(folder.path)
        return if (vaultPresence(folder.path) == VaultPresence.ABSENT) create() else withSecret { bytes -> withKey(bytes, passphrase) { Vault.open(it) } }
    }

    /** No vault, so nothing hangs on a secret that cannot be read: a new one may take its place. */
    private fun create(): Vault = reaching {
        val bytes = (secret.read() as? Secret.Kept)?.bytes ?: secret.make()
        withKey(bytes, null) { Vault.create(it) }
    }

    private fun <T> withSecret(use: (ByteArray) -> T): T = reaching {
        when (val kept = secret.read()) {
            is Secret.Kept -> use(kept.bytes)
            Secret.None, Secret.Lost -> throw KeyLostException()
            Secret.DoesNotFit -> throw AmpersandException.Locked("wrong_key")
        }
    }

    /** Where the secret cannot be read or written just now, another try may find it. */
    private fun <T> reaching(use: () -> T): T = try {
        use()
    } catch (_: IOException) {
        throw AmpersandException.Storage("io", true)
    }

    private fun <T> withKey(bytes: ByteArray, passphrase: String?, use: (VaultConfig) -> T): T = try {
        use(VaultConfig(folder = folder.path, deviceSecret = bytes, passphrase = passphrase, locale = locale, clock = clock()))
    } finally {
        bytes.fill(0)
    }
}
