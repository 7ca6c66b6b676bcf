/** What lies over the screen while the app is not in front: a second layer behind FLAG_SECURE, for launchers that take their own picture. */
package app.ampersand.app

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.testTag
import app.ampersand.ui.LocalTexts

@Composable
fun Cover() {
    val words = LocalTexts.current.a11yCover
    Box(
        Modifier.fillMaxSize().background(MaterialTheme.colorScheme.background).clearAndSetSemantics {
            contentDescription = words
            testTag = "cover"
        },
    )
}
