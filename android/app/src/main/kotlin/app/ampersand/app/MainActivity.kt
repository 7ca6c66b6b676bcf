/**
 * The one activity: hands the shared screens what only Android knows, and keeps what is on them from other eyes.
 * It must never decide anything; where it has to remember something over the system's own coming and going, that is the way the person had come.
 */
package app.ampersand.app

import android.content.ActivityNotFoundException
import android.content.Intent
import android.os.Build
import android.os.Bundle
import android.os.SystemClock
import android.provider.Settings
import android.view.View
import android.view.WindowManager.LayoutParams.FLAG_SECURE
import androidx.activity.ComponentActivity
import androidx.activity.compose.BackHandler
import androidx.activity.compose.setContent
import androidx.activity.enableEdgeToEdge
import androidx.activity.result.contract.ActivityResultContracts.RequestPermission
import androidx.activity.viewModels
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import androidx.lifecycle.ViewModel
import androidx.lifecycle.viewModelScope
import androidx.lifecycle.viewmodel.initializer
import androidx.lifecycle.viewmodel.viewModelFactory
import app.ampersand.app.reminders.FireLink
import app.ampersand.app.reminders.Front
import app.ampersand.ui.Action
import app.ampersand.ui.AmpersandTheme
import app.ampersand.ui.App
import app.ampersand.ui.EditorAction
import app.ampersand.ui.GuardAction
import app.ampersand.ui.Holder
import app.ampersand.ui.Place
import app.ampersand.ui.asWord
import app.ampersand.ui.placeOf
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext

/** Carries the holder over a turn of the screen. No AndroidViewModel: its factory keeps the first Application of a process for good. */
class Model(private val app: AmpersandApp, restored: List<Place>) : ViewModel() {
    val holder = Holder(app.core, viewModelScope, app.worker, { app.now() }, SystemClock::elapsedRealtime, restored).apply { handle(Action.Start) }

    /** Where a tapped notification leads: to the day that it asked about. */
    fun open(fire: FireLink) {
        viewModelScope.launch { withContext(app.worker) { app.reminders.opened(fire) }?.let(holder::openReminder) }
    }
}

class MainActivity : ComponentActivity(), Front {
    private var restored = emptyList<Place>()
    private val model: Model by viewModels { viewModelFactory { initializer { Model(app, restored) } } }
    private var covered by mutableStateOf(false)
    private val asking = registerForActivityResult(RequestPermission()) { app.port.answered() }

    override fun onCreate(savedInstanceState: Bundle?) {
        window.addFlags(FLAG_SECURE) // before anything is drawn: no screenshots, no picture among the recent apps, no second display
        withoutRecentsPicture()
        window.decorView.importantForAutofill = View.IMPORTANT_FOR_AUTOFILL_NO_EXCLUDE_DESCENDANTS // a diary is no form for another app to read
        enableEdgeToEdge()
        super.onCreate(savedInstanceState)
        restored = savedInstanceState?.getStringArrayList(WAY).orEmpty().mapNotNull(::placeOf)
        val holder = model.holder
        app.port.front = this
        if (savedInstanceState == null) follow(intent) // after a turn of the screen it is still the same intent, and was followed
        val texts = app.texts()
        val still = Settings.Global.getFloat(contentResolver, Settings.Global.ANIMATOR_DURATION_SCALE, 1f) == 0f
        setContent {
            AmpersandTheme(texts, reducedMotion = still) {
                BackHandler(enabled = holder.state.canGoBack) { holder.handle(Action.Back) }
                UnlearningKeyboard { App(holder.state, handle = holder::handle) }
                if (covered) Cover()
            }
        }
    }

    override fun onNewIntent(intent: Intent) {
        super.onNewIntent(intent)
        follow(intent)
    }

    /** A notification was tapped, if it was; not again by somebody who takes the app from the list of recent ones. */
    private fun follow(intent: Intent) {
        if (intent.flags and Intent.FLAG_ACTIVITY_LAUNCHED_FROM_HISTORY == 0) FireLink.of(intent)?.let(model::open)
    }

    /** Before anything is drawn again: where the vault has locked itself meanwhile, no old picture is seen. */
    override fun onStart() {
        super.onStart()
        model.holder.handle(GuardAction.CameBack)
        app.inBackground { app.reminders.planAnew() }
    }

    /** The process may be taken away any time after this, so what was typed is on disk when it returns. A turn of the screen is no going away. */
    override fun onStop() {
        if (isChangingConfigurations) model.holder.handle(EditorAction.KeepNow) else model.holder.handle(GuardAction.WentAway)
        super.onStop()
    }

    override fun onResume() {
        super.onResume()
        covered = false
        model.holder.handle(Action.Here)
    }

    override fun onPause() {
        model.holder.handle(Action.Away)
        covered = true
        super.onPause()
    }

    override fun onDestroy() {
        if (app.port.front == this) app.port.front = null
        super.onDestroy()
    }

    override fun request(permission: String) = asking.launch(permission)

    override fun mayAskAgain(permission: String) = shouldShowRequestPermissionRationale(permission)

    /** A phone may lack the page; then nothing comes of it. */
    override fun show(page: Intent) = try {
        startActivity(page)
    } catch (_: ActivityNotFoundException) {
        Unit
    }

    /** Names of places, and of runs, entries and drafts by their ids. What somebody answered or wrote is in the vault, and nowhere else. */
    override fun onSaveInstanceState(outState: Bundle) {
        super.onSaveInstanceState(outState)
        outState.putStringArrayList(WAY, ArrayList(model.holder.way.map { it.asWord() }))
    }

    @GuardedApi
    private fun withoutRecentsPicture() {
        if (Build.VERSION.SDK_INT >= 33) setRecentsScreenshotEnabled(false)
    }

    private companion object {
        const val WAY = "way"
    }
}
