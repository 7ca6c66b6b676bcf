/** The look: core/data/look.json as a Compose theme, and the few things every screen needs to know of the person's device. */
package app.ampersand.ui

import androidx.compose.foundation.isSystemInDarkTheme
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.ColorScheme
import androidx.compose.material3.LocalTextStyle
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Shapes
import androidx.compose.material3.Typography
import androidx.compose.material3.darkColorScheme
import androidx.compose.material3.lightColorScheme
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.Immutable
import androidx.compose.runtime.staticCompositionLocalOf
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.style.LineBreak
import androidx.compose.ui.unit.dp
import androidx.compose.ui.unit.em
import androidx.compose.ui.unit.sp

/** The colours that Material has no name for. */
@Immutable
data class Inks(
    val soft: Color,
    val outline: Color,
    val hairline: Color,
    val pattern: Color,
    val patternBand: Color,
    val strength: Color,
    val strengthBand: Color,
)

val LocalInks = staticCompositionLocalOf { lightInks }
val LocalTexts = staticCompositionLocalOf<Texts> { EnglishTexts }
val LocalDates = staticCompositionLocalOf { Dates(EnglishTexts.languageTag) }

/** True when the person asked their device for less movement. */
val LocalReducedMotion = staticCompositionLocalOf { false }

@Composable
fun AmpersandTheme(
    texts: Texts = EnglishTexts,
    dates: Dates = Dates(texts.languageTag),
    dark: Boolean = isSystemInDarkTheme(),
    reducedMotion: Boolean = false,
    content: @Composable () -> Unit,
) = CompositionLocalProvider(
    LocalTexts provides texts,
    LocalDates provides dates,
    LocalReducedMotion provides reducedMotion,
    LocalInks provides if (dark) darkInks else lightInks,
) {
    MaterialTheme(colorScheme = if (dark) darkColours else lightColours, typography = type, shapes = corners) {
        CompositionLocalProvider(LocalTextStyle provides type.bodyLarge, content = content)
    }
}

/** A hairline only divides; it tells nothing, so it may be fainter than the outline of a control. */
private const val HAIRLINE = 0.32f

private val lightInks = Inks(
    soft = Color(Look.Light.softInk),
    outline = Color(Look.Light.outline),
    hairline = Color(Look.Light.outline).copy(alpha = HAIRLINE),
    pattern = Color(Look.Light.pattern),
    patternBand = Color(Look.Light.patternBand),
    strength = Color(Look.Light.strength),
    strengthBand = Color(Look.Light.strengthBand),
)

private val darkInks = Inks(
    soft = Color(Look.Dark.softInk),
    outline = Color(Look.Dark.outline),
    hairline = Color(Look.Dark.outline).copy(alpha = HAIRLINE),
    pattern = Color(Look.Dark.pattern),
    patternBand = Color(Look.Dark.patternBand),
    strength = Color(Look.Dark.strength),
    strengthBand = Color(Look.Dark.strengthBand),
)

private val lightColours: ColorScheme = lightColorScheme(
    primary = Color(Look.Light.primary),
    onPrimary = Color(Look.Light.onPrimary),
    primaryContainer = Color(Look.Light.primaryContainer),
    onPrimaryContainer = Color(Look.Light.onPrimaryContainer),
    secondary = Color(Look.Light.secondary),
    onSecondary = Color(Look.Light.surface),
    secondaryContainer = Color(Look.Light.secondaryContainer),
    onSecondaryContainer = Color(Look.Light.onSecondaryContainer),
    background = Color(Look.Light.background),
    onBackground = Color(Look.Light.ink),
    surface = Color(Look.Light.surface),
    onSurface = Color(Look.Light.ink),
    surfaceVariant = Color(Look.Light.surface),
    onSurfaceVariant = Color(Look.Light.softInk),
    surfaceContainerHigh = Color(Look.Light.surface),
    surfaceContainerHighest = Color(Look.Light.background),
    outline = Color(Look.Light.outline),
    outlineVariant = Color(Look.Light.outline).copy(alpha = HAIRLINE),
    error = Color(Look.Light.error),
)

private val darkColours: ColorScheme = darkColorScheme(
    primary = Color(Look.Dark.primary),
    onPrimary = Color(Look.Dark.onPrimary),
    primaryContainer = Color(Look.Dark.primaryContainer),
    onPrimaryContainer = Color(Look.Dark.onPrimaryContainer),
    secondary = Color(Look.Dark.secondary),
    onSecondary = Color(Look.Dark.background),
    secondaryContainer = Color(Look.Dark.secondaryContainer),
    onSecondaryContainer = Color(Look.Dark.onSecondaryContainer),
    background = Color(Look.Dark.background),
    onBackground = Color(Look.Dark.ink),
    surface = Color(Look.Dark.surface),
    onSurface = Color(Look.Dark.ink),
    surfaceVariant = Color(Look.Dark.surface),
    onSurfaceVariant = Color(Look.Dark.softInk),
    surfaceContainerHigh = Color(Look.Dark.surface),
    surfaceContainerHighest = Color(Look.Dark.background),
    outline = Color(Look.Dark.outline),
    outlineVariant = Color(Look.Dark.outline).copy(alpha = HAIRLINE),
    error = Color(Look.Dark.error),
)

/** The platform's own family; figures of one width, so that numbers stand under each other. */
private fun style(size: Int, weight: FontWeight = FontWeight.Normal) = TextStyle(
    fontSize = size.sp,
    lineHeight = Look.Size.lineHeight.em,
    fontWeight = weight,
    letterSpacing = 0.sp,
    fontFeatureSettings = "tnum",
    lineBreak = LineBreak.Paragraph,
)

private val type = Typography(
    headlineSmall = style(Look.Size.title, FontWeight.Medium),
    titleLarge = style(Look.Size.section, FontWeight.Medium),
    titleMedium = style(Look.Size.body, FontWeight.SemiBold),
    bodyLarge = style(Look.Size.body),
    bodyMedium = style(Look.Size.small),
    bodySmall = style(Look.Size.small),
    labelLarge = style(Look.Size.body, FontWeight.Medium),
    labelMedium = style(Look.Size.small, FontWeight.Medium),
)

private val corners = Shapes(
    extraSmall = RoundedCornerShape((Look.Size.step * 2).dp),
    small = RoundedCornerShape((Look.Size.step * 3).dp),
    medium = RoundedCornerShape((Look.Size.step * 4).dp),
    large = RoundedCornerShape(Look.Size.cardRadius.dp),
    extraLarge = RoundedCornerShape(Look.Size.cardRadius.dp),
)
