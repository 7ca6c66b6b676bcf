/** What lives as long as the process. The vault's folder and all that belongs to it lie where Android's backups and transfers do not reach. */
package app.ampersand.app

import android.app.Application
import android.content.Context
import android.os.SystemClock
import app.ampersand.app.reminders.AlarmScheduler
import app.ampersand.app.reminders.AppReminderPort
import app.ampersand.app.reminders.ExactMinute
import app.ampersand.app.reminders.Mark
import app.ampersand.app.reminders.Notices
import app.ampersand.app.reminders.ReminderKeeper
import app.ampersand.app.reminders.ReminderStore
import app.ampersand.app.reminders.Scheduler
import app.ampersand.app.reminders.Watchdog
import app.ampersand.core.Clock
import app.ampersand.core.NowContext
import app.ampersand.platform.nowContext
import app.ampersand.ui.Texts
import app.ampersand.ui.textsFor
import java.io.File
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.launch

class AmpersandApp : Application() {
    /** Nothing is opened before a screen asks for it. */
    lateinit var core: CoreHolder
        internal set

    /** The reminders, which go on while no screen is there and the vault is locked. Opened when something happens to them. */
    lateinit var reminders: ReminderKeeper
        internal set

    /** What the screens ask of the system about them. */
    lateinit var port: AppReminderPort
        private set

    /** How something leaves the app when the person wants it to. */
    lateinit var sharing: Sharing
        private set

    /** Where calls of the core are made; they block. A test puts its own here. */
    var worker: CoroutineDispatcher = Dispatchers.IO

    /** Asked anew each time: the zone may have changed since. A test puts its own here. */
    var now: () -> NowContext = { nowContext() }

    /** The texts in the language of the moment. A test puts its own here. */
    var texts: () -> Texts = { textsFor(tag()) }

    private val vault get() = File(noBackupFilesDir, "vault")
    private val store by lazy { ReminderStore(vault) }
    private val exact by lazy { ExactMinute(this, Mark(File(noBackupFilesDir, "exact-minute"))) }
    private val notices by lazy { Notices(this) { texts() } }

    override fun onCreate() {
        super.onCreate()
        port = AppReminderPort(this, notices, exact, Mark(File(noBackupFilesDir, "asked-to-notify")))
        sharing = Sharing(this) { port.front }.also { it.takeBack() }
        core = newCore()
        reminders = newReminders()
    }

    /** Once a process; a test does it again where it plays that the process has died. */
    internal fun newCore() = CoreHolder(
        vault,
        DeviceSecret(File(noBackupFilesDir, "device-secret"), KeystoreKey("ampersand.device-secret.1")),
        store,
        port,
        sharing,
        ::tag,
        ::clock,
    )

    /** The same; and a test may have a system that does not do as it is told. */
    internal fun newReminders(scheduler: Scheduler = AlarmScheduler(this, exact)) =
        ReminderKeeper(store, { now() }, scheduler, notices) { Watchdog.watch(this, it) }

    /** On the worker, whoever asks: a receiver and a job are called on the main thread. */
    fun inBackground(work: () -> Unit) {
        CoroutineScope(worker).launch { work() }
    }

    private fun tag() = resources.configuration.locales[0].toLanguageTag()

    /** The second hand counts the phone's sleep too, and nobody can set it. */
    private fun clock() = Clock(now().now, SystemClock.elapsedRealtime())
}

val Context.app: AmpersandApp get() = applicationContext as AmpersandApp
