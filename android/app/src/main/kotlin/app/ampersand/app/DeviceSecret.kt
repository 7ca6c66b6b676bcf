/**
 * The thirty-two bytes that the vault's key is sealed under: drawn once on this device, kept only in sealed form, never leaving it.
 *
 * What it must never do: give out a new secret in place of one that cannot be read while there is a vault, or throw a sealed one away. A lost
 * secret is a vault that nobody can open again, so the sealed form is on disk, and has been read back, before anything is sealed with it.
 */
package app.ampersand.app

import java.io.File
import java.io.FileOutputStream
import java.io.IOException
import java.nio.channels.FileChannel
import java.nio.file.Files
import java.nio.file.StandardCopyOption
import java.nio.file.StandardOpenOption
import java.security.SecureRandom

/** A key that the operating system holds and does not hand out. */
interface SealingKey {
    /** Makes the key if there is none. */
    fun seal(plain: ByteArray): ByteArray

    /** Throws [KeyGoneException] when the device has the key no more, [DoesNotFitException] when it has one that [sealed] was not made with. */
    fun open(sealed: ByteArray): ByteArray
}

class KeyGoneException : Exception()

class DoesNotFitException : Exception()

/** What this device knows of its secret. */
sealed interface Secret {
    class Kept(val bytes: ByteArray) : Secret

    /** None was ever made here. */
    data object None : Secret

    /** The sealed form is here; the operating system no longer has the key to it. */
    data object Lost : Secret

    /** The sealed form is here, and so is a key, but not the one. */
    data object DoesNotFit : Secret
}

class DeviceSecret(private val file: File, private val key: SealingKey) {
    /** Throws [IOException] when the file cannot be read just now; whatever else is amiss comes as an answer. */
    fun read(): Secret {
        if (!file.exists()) return Secret.None
        return try {
            val bytes = key.open(file.readBytes())
            if (bytes.size == LENGTH) Secret.Kept(bytes) else Secret.DoesNotFit
        } catch (_: KeyGoneException) {
            Secret.Lost
        } catch (_: DoesNotFitException) {
            Secret.DoesNotFit
        }
    }

    /** A new one, for a vault that does not exist yet. A sealed one that could not be read is put aside, not overwritten. */
    fun make(): ByteArray {
        if (file.exists()) putAside()
        val bytes = ByteArray(LENGTH).also { SecureRandom().nextBytes(it) }
        write(key.seal(bytes))
        val readBack = read()
        if (readBack !is Secret.Kept || !readBack.bytes.contentEquals(bytes)) throw IOException("the sealed secret does not read back")
        return bytes
    }

    private fun putAside() {
        val aside = generateSequence(1) { it + 1 }.map { File(file.path + ".aside-$it") }.first { !it.exists() }
        Files.move(file.toPath(), aside.toPath(), StandardCopyOption.ATOMIC_MOVE)
    }

    /** On disk for good when it returns: the file, and the folder that names it. */
    private fun write(sealed: ByteArray) {
        val folder = checkNotNull(file.parentFile)
        folder.mkdirs()
        val fresh = File(file.path + ".new")
        FileOutputStream(fresh).use {
            it.write(sealed)
            it.fd.sync()
        }
        Files.move(fresh.toPath(), file.toPath(), StandardCopyOption.ATOMIC_MOVE)
        FileChannel.open(folder.toPath(), StandardOpenOption.READ).use { it.force(true) }
    }

    companion object {
        const val LENGTH = 32
    }
}
