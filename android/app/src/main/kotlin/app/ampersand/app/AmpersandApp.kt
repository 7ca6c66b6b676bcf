/** What lives as long as the process. The vault's folder and the sealed secret lie where Android's backups and transfers do not reach. */
package app.ampersand.app

import android.app.Application
import android.content.Context
import android.os.SystemClock
import app.ampersand.core.Clock
import app.ampersand.core.NowContext
import app.ampersand.platform.nowContext
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Dispatchers
import java.io.File

class AmpersandApp : Application() {
    /** Nothing is opened before a screen asks for it. */
    lateinit var core: CoreHolder
        internal set

    /** Where calls of the core are made; they block. A test puts its own here. */
    var worker: CoroutineDispatcher = Dispatchers.IO

    /** Asked anew each time: the zone may have changed since. A test puts its own here. */
    var now: () -> NowContext = { nowContext() }

    override fun onCreate() {
        super.onCreate()
        core = newCore()
    }

    /** Once a process; a test does it again where it plays that the process has died. */
    internal fun newCore() = CoreHolder(
        File(noBackupFilesDir, "vault"),
        DeviceSecret(File(noBackupFilesDir, "device-secret"), KeystoreKey("ampersand.device-secret.1")),
        { resources.configuration.locales[0].toLanguageTag() },
        ::clock,
    )

    /** The second hand counts the phone's sleep too, and nobody can set it. */
    private fun clock() = Clock(now().now, SystemClock.elapsedRealtime())
}

val Context.app: AmpersandApp get() = applicationContext as AmpersandApp
