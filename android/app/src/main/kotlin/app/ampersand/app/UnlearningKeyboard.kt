/**
 * Asks the keyboard, for every field of the app, not to learn from what is typed and to send none of it anywhere for that. A keyboard may refuse;
 * most take it as their private mode. Correcting and suggesting stay: only the learning is meant.
 */
package app.ampersand.app

import android.view.inputmethod.EditorInfo
import android.view.inputmethod.InputConnection
import androidx.compose.runtime.Composable
import androidx.compose.runtime.remember
import androidx.compose.ui.ExperimentalComposeUiApi
import androidx.compose.ui.platform.InterceptPlatformTextInput
import androidx.compose.ui.platform.PlatformTextInputInterceptor
import androidx.compose.ui.platform.PlatformTextInputMethodRequest
import androidx.compose.ui.platform.PlatformTextInputSession

@OptIn(ExperimentalComposeUiApi::class)
@Composable
fun UnlearningKeyboard(content: @Composable () -> Unit) = InterceptPlatformTextInput(remember { Unlearning() }, content)

@OptIn(ExperimentalComposeUiApi::class)
private class Unlearning : PlatformTextInputInterceptor {
    override suspend fun interceptStartInputMethod(request: PlatformTextInputMethodRequest, nextHandler: PlatformTextInputSession): Nothing =
        nextHandler.startInputMethod(
            object : PlatformTextInputMethodRequest {
                override fun createInputConnection(outAttributes: EditorInfo): InputConnection = request.createInputConnection(outAttributes).also {
                    outAttributes.imeOptions = outAttributes.imeOptions or EditorInfo.IME_FLAG_NO_PERSONALIZED_LEARNING
                }
            },
        )
}
