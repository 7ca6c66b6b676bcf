/**
 * The preview's way to its vault: a folder on this computer, with the device secret in a file beside it that only its owner can read.
 * A computer has no keystore that can be relied on, so this protects less than a phone does; it is for looking at the screens.
 * It never deletes anything, but for what an erasing that was cut short has left.
 */
package app.ampersand.preview

import app.ampersand.core.AmpersandException
import app.ampersand.core.Clock
import app.ampersand.core.LockState
import app.ampersand.core.NowContext
import app.ampersand.core.RecoverFrom
import app.ampersand.core.Recovered
import app.ampersand.core.RecoveryOffer
import app.ampersand.core.Reminders
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
import java.io.File
import java.io.IOException
import java.nio.file.Files
import java.nio.file.attribute.PosixFilePermissions
import javax.crypto.KeyGenerator

/** [clock] reads both clocks anew each time, and so does [now], with the zone of the moment. What is shared is put into the folder [shared]. */
class DesktopDoor(
    home: File,
    override val locale: String,
    private val now: () -> NowContext,
    shared: File = File("build/shared"),
    private val clock: () -> Clock,
) : Door, AutoCloseable {
    private val folder = File(home, "vault")
    private var openReminders: Reminders? = null

    /** A computer that shows the app's reminders beside it. */
    override val port = DesktopReminders(::reminders, now)
    override val sharing = DesktopSharing(shared)
    private val secretFile = File(home, "device-secret")
    private var vault: Vault? = null

    @Synchronized
    override fun open(passphrase: String?): VaultInterface = vault ?: found(passphrase).also { vault = it }

    /** Lets go of the vault's files; [open] opens them again. */
    @Synchronized
    override fun close() {
        vault?.use { it.lock() }
        vault = null
    }

    override fun letGo() = close()

    @Synchronized
    override fun reminders(): Reminders = openReminders ?: Reminders.open(folder.path).also { openReminders = it }

    @Synchronized
    override fun startRemindersOver(ctx: NowContext): Reminders = Reminders.startOver(folder.path, ctx).also { openReminders = it }

    override fun lockState(): LockState = lockState(folder.path, clock())

    override fun recoveryOffer(passphrase: String?): RecoveryOffer = reaching { recoveryOffer(config(kept(), passphrase)) }

    override fun recover(passphrase: String?, from: RecoverFrom): Recovered = reaching { recoverVault(config(kept(), passphrase), from) }

    /** The same, but whoever holds the vault is left with a locked one, as when a person locks it. */
    @Synchronized
    fun lock() {
        vault?.lock()
        vault = null
    }

    private fun config(secret: ByteArray, passphrase: String?) = VaultConfig(folder = folder.path, deviceSecret = secret, passphrase = passphrase, locale = locale, clock = clock())

    private fun found(passphrase: String?): Vault = reaching {
        resumeErase(folder.path)
        if (vaultPresence(folder.path) == VaultPresence.ABSENT) {
            Vault.create(config(if (secretFile.exists()) secretFile.readBytes() else newSecret(), null))
        } else {
            Vault.open(config(kept(), passphrase))
        }
    }

    private fun kept(): ByteArray = if (secretFile.exists()) secretFile.readBytes() else throw KeyLostException()

    private fun <T> reaching(use: () -> T): T = try {
        use()
    } catch (_: IOException) {
        throw AmpersandException.Storage("io", true)
    }

    private fun newSecret(): ByteArray {
        val secret = KeyGenerator.getInstance("AES").apply { init(SECRET_BITS) }.generateKey().encoded
        secretFile.absoluteFile.parentFile.mkdirs()
        // its rights are there before a single byte of it is
        Files.createFile(secretFile.toPath(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
        secretFile.writeBytes(secret)
        return secret
    }

    private companion object {
        const val SECRET_BITS = 256
    }
}
