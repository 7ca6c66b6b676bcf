/**
 * The preview's way to its vault: a folder on this computer, with the device secret in a file beside it that only its owner can read.
 * A computer has no keystore that can be relied on, so this protects less than a phone does; it is for looking at the screens.
 * It never deletes anything.
 */
package app.ampersand.preview

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
import java.nio.file.Files
import java.nio.file.attribute.PosixFilePermissions
import javax.crypto.KeyGenerator

class DesktopDoor(home: File, override val locale: String) : Door, AutoCloseable {
    private val folder = File(home, "vault")
    private val secretFile = File(home, "device-secret")
    private var vault: Vault? = null

    @Synchronized
    override fun open(): VaultInterface = vault ?: found().also { vault = it }

    /** Lets go of the vault's files; [open] opens them again. */
    @Synchronized
    override fun close() {
        vault?.use { it.lock() }
        vault = null
    }

    /** The same, but whoever holds the vault is left with a locked one, as when a person locks it. */
    @Synchronized
    fun lock() {
        vault?.lock()
        vault = null
    }

    private fun found(): Vault = try {
        val absent = vaultPresence(folder.path) == VaultPresence.ABSENT
        if (!absent && !secretFile.exists()) throw KeyLostException()
        val secret = if (secretFile.exists()) secretFile.readBytes() else newSecret()
        val config = VaultConfig(folder.path, secret, locale)
        if (absent) Vault.create(config) else Vault.open(config)
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
