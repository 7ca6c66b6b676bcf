/**
 * Stands in for the provider "AndroidKeyStore", which Robolectric does not have: keys in memory, behind the same JCA names, so that KeystoreKey's own
 * code runs in the tests. What a phone's keystore does beyond that (hardware, attestation, a key taken away by the system) is not in here.
 */
package app.ampersand.app

import org.junit.rules.ExternalResource
import java.io.InputStream
import java.io.OutputStream
import java.security.Key
import java.security.KeyStoreSpi
import java.security.Provider
import java.security.ProviderException
import java.security.SecureRandom
import java.security.Security
import java.security.cert.Certificate
import java.security.spec.AlgorithmParameterSpec
import java.util.Collections
import java.util.Date
import java.util.Enumeration
import javax.crypto.KeyGeneratorSpi
import javax.crypto.SecretKey
import javax.crypto.spec.SecretKeySpec

/** Registers the stand-in for one test; the test may take keys away from [keys], put others in, or let it fail for a while. */
class FakeKeystore : ExternalResource() {
    private val provider = object : Provider("AndroidKeyStore", "1", "keys in memory") {
        init {
            putService(Service(this, "KeyStore", "AndroidKeyStore", Store::class.java.name, null, null))
            putService(Service(this, "KeyGenerator", "AES", Generator::class.java.name, null, null))
        }
    }

    override fun before() {
        keys.clear()
        broken = false
        Security.addProvider(provider)
    }

    override fun after() = Security.removeProvider("AndroidKeyStore")

    companion object {
        val keys = HashMap<String, SecretKey>()

        /** As when the keystore's service restarts: every call fails, nothing is gone. */
        var broken = false

        fun anotherKey(): SecretKey = SecretKeySpec(ByteArray(32).also { SecureRandom().nextBytes(it) }, "AES")
    }

    class Generator : KeyGeneratorSpi() {
        private lateinit var alias: String

        override fun engineInit(spec: AlgorithmParameterSpec, random: SecureRandom?) {
            spec as android.security.keystore.KeyGenParameterSpec
            check(spec.keySize == 256 && spec.blockModes.toList() == listOf("GCM") && !spec.isUserAuthenticationRequired) { "not the key we want" }
            alias = spec.keystoreAlias
        }

        override fun engineInit(random: SecureRandom?) = throw UnsupportedOperationException()

        override fun engineInit(size: Int, random: SecureRandom?) = throw UnsupportedOperationException()

        override fun engineGenerateKey(): SecretKey = anotherKey().also { keys[alias] = it }
    }

    class Store : KeyStoreSpi() {
        override fun engineLoad(stream: InputStream?, password: CharArray?) {
            if (broken) throw ProviderException("the keystore's service is away")
        }

        override fun engineGetKey(alias: String, password: CharArray?): Key? = keys[alias]

        override fun engineContainsAlias(alias: String) = alias in keys

        override fun engineAliases(): Enumeration<String> = Collections.enumeration(keys.keys)

        override fun engineIsKeyEntry(alias: String) = alias in keys

        override fun engineSize() = keys.size

        override fun engineDeleteEntry(alias: String) {
            keys.remove(alias)
        }

        override fun engineGetCertificateChain(alias: String): Array<Certificate>? = null

        override fun engineGetCertificate(alias: String): Certificate? = null

        override fun engineGetCreationDate(alias: String): Date? = null

        override fun engineIsCertificateEntry(alias: String) = false

        override fun engineGetCertificateAlias(cert: Certificate): String? = null

        override fun engineSetKeyEntry(alias: String, key: Key, password: CharArray?, chain: Array<out Certificate>?) = throw UnsupportedOperationException()

        override fun engineSetKeyEntry(alias: String, key: ByteArray, chain: Array<out Certificate>?) = throw UnsupportedOperationException()

        override fun engineSetCertificateEntry(alias: String, cert: Certificate) = throw UnsupportedOperationException()

        override fun engineStore(stream: OutputStream?, password: CharArray?) = throw UnsupportedOperationException()
    }
}
