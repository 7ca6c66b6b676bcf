/**
 * Writing days, times and numbers the way a language does. It formats what the core hands over and reckons nothing.
 */
package app.ampersand.ui

import java.text.NumberFormat
import java.time.Instant
import java.time.LocalDate
import java.time.ZoneId
import java.time.ZoneOffset
import java.time.format.DateTimeFormatter
import java.time.format.FormatStyle
import java.util.Locale

class Dates(languageTag: String, private val zone: ZoneId = ZoneId.systemDefault()) {
    val locale: Locale = Locale.forLanguageTag(languageTag)
    private val days = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale)
    private val moments = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(locale)
    private val longDays = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale)
    private val times = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale)
    private val weekdays = DateTimeFormatter.ofPattern("EEEE", locale)
    private val months = DateTimeFormatter.ofPattern("LLLL uuuu", locale)
    private val numbers = NumberFormat.getIntegerInstance(locale)
    private val tenths = NumberFormat.getNumberInstance(locale).apply { maximumFractionDigits = 1 }
    private val shares = NumberFormat.getPercentInstance(locale)
    private val decimals = NumberFormat.getNumberInstance(locale).apply { maximumFractionDigits = 1 }

    /** [civilDate] is the core's `2026-11-23`. */
    fun day(civilDate: String): String = LocalDate.parse(civilDate).format(days)

    /** The same with its day of the week. */
    fun longDay(civilDate: String): String = LocalDate.parse(civilDate).format(longDays)

    /** [civilTime] is the core's `20:00`. */
    fun time(civilTime: String): String = Instant.parse("1970-01-01T$civilTime:00Z").atOffset(ZoneOffset.UTC).format(times)

    /** 1, Monday, to 7, Sunday: some week that began with a Monday. */
    fun weekday(iso: Int): String = LocalDate.parse("2024-01-0$iso").format(weekdays)

    /** [ms] since 1970, as the clock on the wall shows it. */
    fun moment(ms: Long): String = Instant.ofEpochMilli(ms).atZone(zone).format(moments)

    /** The same where the clocks stood [offsetS] seconds east of UTC. */
    fun moment(ms: Long, offsetS: Int): String = Instant.ofEpochMilli(ms).atOffset(ZoneOffset.ofTotalSeconds(offsetS)).format(moments)

    /** [month] is the core's `2026-11`. */
    fun month(month: String): String = LocalDate.parse("$month-01").format(months)

    /** Milliseconds since 1970 at which the day that [text] writes begins in UTC, as a calendar counts; null where it writes none of [YEARS]. */
    fun utcMidnight(text: String): Long? {
        val day = runCatching { LocalDate.parse(text.trim()) }.getOrNull()?.takeIf { it.year in YEARS }
        return day?.atStartOfDay(ZoneOffset.UTC)?.toInstant()?.toEpochMilli()
    }

    /** The day at [ms], as the core writes it. */
    fun dayOf(ms: Long): String = Instant.ofEpochMilli(ms).atOffset(ZoneOffset.UTC).toLocalDate().toString()

    fun number(value: Double): String = numbers.format(value)

    /** With one place after the point, where there is anything in it. */
    fun tenth(value: Double): String = tenths.format(value)

    /** [share] of one, such as `80 %`. */
    fun percent(share: Double): String = shares.format(share)

    /** The same with one digit behind the point, where there is one. */
    fun decimal(value: Double): String = decimals.format(value)

    /** A region code such as `GB` by the name people use. */
    fun region(code: String): String = Locale.Builder().setRegion(code).build().getDisplayCountry(locale)

    companion object {
        /** The years of the core's calendar. */
        val YEARS = 1900..2200
    }
}
