/**
 * The sealing key in Android's keystore: AES-256-GCM, made on the device, never leaving the keystore (in most phones a separate chip).
 *
 * It asks for no fingerprint and no PIN: the person's own lock belongs to the vault, and a key bound to the screen lock is destroyed for good
 * when somebody changes that lock. What it must never do is make a new key while opening: that would turn a lost key into a wrong one.
 */
package app.ampersand.app

import android.security.keystore.KeyGenParameterSpec
import android.security.keystore.KeyPermanentlyInvalidatedException
import android.security.keystore.KeyProperties
import java.io.IOException
import java.security.GeneralSecurityException
import java.security.KeyStore
import java.security.UnrecoverableKeyException
import javax.crypto.AEADBadTagException
import javax.crypto.Cipher
import javax.crypto.KeyGenerator
import javax.crypto.SecretKey
import javax.crypto.spec.GCMParameterSpec

class KeystoreKey(private val alias: String) : SealingKey {
    override fun seal(plain: ByteArray): ByteArray = guarded {
        val cipher = Cipher.getInstance(CIPHER)
        cipher.init(Cipher.ENCRYPT_MODE, existing() ?: made())
        cipher.updateAAD(PURPOSE)
        byteArrayOf(FORM) + cipher.iv + cipher.doFinal(plain)
    }

    override fun open(sealed: ByteArray): ByteArray = guarded {
        val key = existing() ?: throw KeyGoneException()
        if (sealed.size <= HEAD || sealed[0] != FORM) throw DoesNotFitException()
        val cipher = Cipher.getInstance(CIPHER)
        cipher.init(Cipher.DECRYPT_MODE, key, GCMParameterSpec(TAG_BITS, sealed, 1, IV_BYTES))
        cipher.updateAAD(PURPOSE)
        cipher.doFinal(sealed, HEAD, sealed.size - HEAD)
    }

    private fun existing(): SecretKey? = KeyStore.getInstance(KEYSTORE).apply { load(null) }.getKey(alias, null) as SecretKey?

    private fun made(): SecretKey = KeyGenerator.getInstance(KeyProperties.KEY_ALGORITHM_AES, KEYSTORE).run {
        init(
            KeyGenParameterSpec.Builder(alias, KeyProperties.PURPOSE_ENCRYPT or KeyProperties.PURPOSE_DECRYPT)
                .setBlockModes(KeyProperties.BLOCK_MODE_GCM)
                .setEncryptionPaddings(KeyProperties.ENCRYPTION_PADDING_NONE)
                .setKeySize(256)
                .build(),
        )
        generateKey()
    }

    /**
     * A keystore that only fails just now (its service restarts, the phone is still waking up) must not look like a lost key, nor end the app: it
     * becomes an [IOException]. Phones are known to throw unchecked exceptions of every kind here, so all of them count.
     */
    private fun guarded(work: () -> ByteArray): ByteArray = try {
        work()
    } catch (_: AEADBadTagException) {
        throw DoesNotFitException()
    } catch (_: KeyPermanentlyInvalidatedException) {
        throw KeyGoneException()
    } catch (_: UnrecoverableKeyException) {
        throw KeyGoneException()
    } catch (e: GeneralSecurityException) {
        throw IOException(e)
    } catch (e: RuntimeException) {
        throw IOException(e)
    }

    private companion object {
        const val KEYSTORE = "AndroidKeyStore"
        const val CIPHER = "AES/GCM/NoPadding"
        const val TAG_BITS = 128
        const val IV_BYTES = 12

        /** Which form the sealed bytes have: this byte, the IV, the ciphertext with its tag. */
        const val FORM: Byte = 1
        const val HEAD = 1 + IV_BYTES

        /** Bound to the ciphertext, so that sealed bytes made for anything else do not open here. */
        val PURPOSE = "Ampersand device secret 1".toByteArray()
    }
}
