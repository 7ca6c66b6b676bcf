/**
 * The preview: a window on a real vault in the person's data folder, or, where there is no display, the tour.
 * The argument is the tour's folder.
 */
package app.ampersand.preview

import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.remember
import androidx.compose.runtime.rememberCoroutineScope
import androidx.compose.ui.Modifier
import androidx.compose.ui.input.key.Key
import androidx.compose.ui.input.key.KeyEventType
import androidx.compose.ui.input.key.key
import androidx.compose.ui.input.key.type
import androidx.compose.ui.platform.LocalWindowInfo
import androidx.compose.ui.unit.dp
import androidx.compose.ui.window.Window
import androidx.compose.ui.window.application
import androidx.compose.ui.window.rememberWindowState
import app.ampersand.core.Clock
import app.ampersand.platform.nowContext
import app.ampersand.ui.Action
import app.ampersand.ui.AmpersandTheme
import app.ampersand.ui.App
import app.ampersand.ui.CheckInAction
import app.ampersand.ui.EditorAction
import app.ampersand.ui.GuardAction
import app.ampersand.ui.Holder
import app.ampersand.ui.textsFor
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import java.awt.GraphicsEnvironment
import java.io.File
import java.util.Locale
import kotlin.system.exitProcess

private const val NS_IN_MS = 1_000_000
private const val MS_IN_S = 1_000

/** Since the computer was started, its sleep included, where it says so; the virtual machine's own clock stands still meanwhile. */
private val UPTIME = File("/proc/uptime")

internal fun monotonicMs(): Long =
    if (UPTIME.exists()) (UPTIME.readText().substringBefore(' ').toDouble() * MS_IN_S).toLong() else System.nanoTime() / NS_IN_MS

fun main(args: Array<String>) {
    if (!GraphicsEnvironment.isHeadless()) return window()
    val folder = File(args.firstOrNull() ?: "build/tour").normalize()
    try {
        println("tour: ${tour(folder).size} pictures in $folder")
    } catch (e: TourException) {
        println(e.message)
        exitProcess(1)
    }
}

/** Where programs of this person keep their data. */
fun dataFolder(environment: Map<String, String> = System.getenv(), userHome: String = System.getProperty("user.home")): File {
    val data = environment["XDG_DATA_HOME"]?.takeIf { File(it).isAbsolute }?.let(::File) ?: File(userHome, ".local/share")
    return File(data, "ampersand")
}

private fun window() {
    val door = DesktopDoor(dataFolder(), Locale.getDefault().toLanguageTag(), ::nowContext) { Clock(nowContext().now, monotonicMs()) }
    application {
        val scope = rememberCoroutineScope()
        // several threads: a newer search interrupts an older one
        val holder = remember { holder(door, scope, Dispatchers.IO) }
        Window(
            onCloseRequest = {
                listOf(EditorAction.KeepNow, CheckInAction.KeepNow).forEach(holder::handle)
                door.close()
                exitApplication()
            },
            title = textsFor(door.locale).appName,
            state = rememberWindowState(width = 420.dp, height = 860.dp),
            onKeyEvent = { event ->
                (event.key == Key.Escape && event.type == KeyEventType.KeyUp).also { if (it) holder.handle(Action.Back) }
            },
        ) { Content(holder, door) }
    }
}

private fun holder(door: DesktopDoor, scope: CoroutineScope, worker: CoroutineDispatcher) =
    Holder(door, scope, worker, ::nowContext, ::monotonicMs).apply { handle(Action.Start) }

@Composable
private fun Content(holder: Holder, door: DesktopDoor) {
    val inFront = LocalWindowInfo.current.isWindowFocused
    LaunchedEffect(inFront) {
        if (inFront) listOf(GuardAction.CameBack, Action.Here).forEach(holder::handle) else listOf(Action.Away, GuardAction.WentAway).forEach(holder::handle)
    }
    AmpersandTheme(textsFor(door.locale)) {
        Column {
            Box(Modifier.weight(1f)) { App(holder.state, handle = holder::handle) }
            NoticePanel(door.port, holder)
        }
    }
}
