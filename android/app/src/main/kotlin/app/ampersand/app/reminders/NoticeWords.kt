/** The words of a notification. The core says which of the catalogue's texts it is; nothing that a person wrote can get into one. */
package app.ampersand.app.reminders

import app.ampersand.ui.Texts

/** The text that [key] stands for; for a key that this release does not know, the one that gives nothing away. */
fun Texts.reminder(key: String): String = when (key) {
    "reminder.daily_check_in.discreet" -> reminderDailyCheckInDiscreet
    "reminder.daily_check_in.plain" -> reminderDailyCheckInPlain
    "reminder.weekly_pulse.discreet" -> reminderWeeklyPulseDiscreet
    "reminder.weekly_pulse.plain" -> reminderWeeklyPulsePlain
    "reminder.together.discreet" -> reminderTogetherDiscreet
    "reminder.together.plain" -> reminderTogetherPlain
    "reminder.practice.discreet" -> reminderPracticeDiscreet
    "reminder.practice.plain" -> reminderPracticePlain
    "reminder.retest.discreet" -> reminderRetestDiscreet
    "reminder.retest.plain" -> reminderRetestPlain
    "reminder.agreement.discreet" -> reminderAgreementDiscreet
    "reminder.agreement.plain" -> reminderAgreementPlain
    "reminder.custom.discreet" -> reminderCustomDiscreet
    "reminder.custom.plain" -> reminderCustomPlain
    "reminder.several.plain" -> reminderSeveralPlain
    else -> reminderSeveralDiscreet
}
