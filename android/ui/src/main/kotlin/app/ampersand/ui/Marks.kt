/** The few signs of the app, drawn as lines. */
package app.ampersand.ui

import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.SolidColor
import androidx.compose.ui.graphics.StrokeCap
import androidx.compose.ui.graphics.StrokeJoin
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.graphics.vector.PathParser
import androidx.compose.ui.unit.dp

object Marks {
    val back = line("back", "M15,5 L8,12 L15,19", mirrored = true)
    val onward = line("onward", "M9,5 L16,12 L9,19", mirrored = true)
    val unfold = line("unfold", "M5,9 L12,16 L19,9")
    val fold = line("fold", "M5,15 L12,8 L19,15")
    val tick = line("tick", "M5,12.5 L10,17.5 L19,7", weight = 2.4f)
    val today = line(
        "today",
        "M12,8 A4,4 0 1,0 12,16 A4,4 0 1,0 12,8 Z M12,2.5 L12,4.5 M12,19.5 L12,21.5 M2.5,12 L4.5,12 M19.5,12 L21.5,12 " +
            "M5.3,5.3 L6.7,6.7 M17.3,17.3 L18.7,18.7 M5.3,18.7 L6.7,17.3 M17.3,6.7 L18.7,5.3",
    )
    val check = line("check", "M4,6.5 L5.5,8 L8.5,5 M12,6.5 L20,6.5 M4,12.5 L5.5,14 L8.5,11 M12,12.5 L20,12.5 M4,18.5 L5.5,20 L8.5,17 M12,18.5 L20,18.5")
    val journal = line("journal", "M6,4 L18,4 L18,20 L6,20 Z M9.5,4 L9.5,20 M12.5,8.5 L15.5,8.5 M12.5,12 L15.5,12")
    val practise = line("practise", "M3.5,20 L9,20 L9,15 L14.5,15 L14.5,10 L20.5,10 M9,11.5 L16.5,4 M11.5,4 L16.5,4 L16.5,9")
    val more = line("more", "M4,7 L20,7 M4,12 L20,12 M4,17 L20,17")
    val help = line(
        "help",
        "M12,3 A9,9 0 1,0 12,21 A9,9 0 1,0 12,3 Z M9.4,9.6 C9.4,8 10.5,7 12,7 C13.5,7 14.6,8 14.6,9.5 C14.6,11.6 12,11.6 12,13.8 M12,16.7 L12,16.8",
    )

    /** The app's own sign, the same line as on the launcher: an ampersand, two loops of equal weight. */
    val ampersand: ImageVector = ImageVector.Builder("ampersand", 24.dp, 24.dp, 64f, 64f)
        .addGroup(translationX = -24f, translationY = -21.5f)
        .inked(
            "M73.5,80 C62,68.5 50.5,57.5 43.5,49 C36.5,40.5 36.8,30.5 44,26.8 C51.5,23 61,27.5 61.8,35.8 C62.5,43.5 57.5,48.5 51.5,53 " +
                "C44,58 39,62 39,68.5 C39,75.5 45,80.2 52,79.6 C61.5,78.8 68,70.5 72,59",
            weight = 4f,
        )
        .clearGroup()
        .build()

    private fun line(name: String, path: String, mirrored: Boolean = false, weight: Float = 1.8f): ImageVector =
        ImageVector.Builder(name, 24.dp, 24.dp, 24f, 24f, autoMirror = mirrored).inked(path, weight).build()

    private fun ImageVector.Builder.inked(path: String, weight: Float): ImageVector.Builder = addPath(
        pathData = PathParser().parsePathString(path).toNodes(),
        stroke = SolidColor(Color.Black),
        strokeLineWidth = weight,
        strokeLineCap = StrokeCap.Round,
        strokeLineJoin = StrokeJoin.Round,
    )
}
