/**
 * Large words on a narrow page. A line ends between words or it is hard to read, and a number that breaks inside is dialled wrong: where one word is
 * wider than its room, with the text at twice its size, all of them get as much smaller as it takes. No sign is put in for a line to break at: it
 * would be copied along, into the dialler too.
 */
package app.ampersand.ui

import androidx.compose.foundation.layout.BoxWithConstraints
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.text.TextMeasurer
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.rememberTextMeasurer

@Composable
fun Unbroken(text: String, modifier: Modifier, style: TextStyle, colour: Color = Color.Unspecified) = BoxWithConstraints {
    Text(text, modifier, color = colour, style = rememberTextMeasurer().fitted(style, text.split(' '), constraints.maxWidth))
}

/** [style] as it is where each of [words] fits into [room] pixels, else so much smaller that it does. */
internal fun TextMeasurer.fitted(style: TextStyle, words: List<String>, room: Int): TextStyle {
    val widest = words.maxOf { measure(it, style, softWrap = false).size.width }
    return if (widest <= room) style else style.copy(fontSize = style.fontSize * ((room - 1f) / widest))
}
