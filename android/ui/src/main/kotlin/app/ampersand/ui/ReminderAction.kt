/** What a person can do with reminders. */
package app.ampersand.ui

import app.ampersand.core.CivilDate
import app.ampersand.core.ReminderKind
import app.ampersand.core.RuleDraft
import app.ampersand.core.RuleId

/** The list, the settings, and what other screens show of reminders. */
sealed interface ReminderAction : Action {
    data class Enable(val rule: RuleId, val on: Boolean) : ReminderAction

    /** One that rests asks again. */
    data class BringBack(val rule: RuleId) : ReminderAction

    data object SeenMissed : ReminderAction

    /** For what has no screen of its own. */
    data class Done(val rule: RuleId, val day: CivilDate) : ReminderAction

    data object AllowNotifications : ReminderAction

    data object OpenExactSettings : ReminderAction

    data object StartOver : ReminderAction

    /** Takes up what the core has suggested. */
    data class TakeUp(val draft: RuleDraft) : ReminderAction

    data class Choices(val form: ChoicesForm) : ReminderAction

    data object SaveChoices : ReminderAction

    /** When the first run sets the first reminder; null for not at all. [other] is a time that is typed. */
    data class First(val time: ClockForm?, val other: Boolean = false) : ReminderAction
}

/** Making and changing one. */
sealed interface RuleAction : Action {
    /** Null for a new one. */
    data class Open(val rule: RuleId?) : RuleAction

    data class Kind(val kind: ReminderKind) : RuleAction

    /** Anything of the form but its kind. */
    data class Change(val form: RuleForm) : RuleAction

    data object Save : RuleAction

    data object AskDelete : RuleAction

    data object CancelDelete : RuleAction

    data object ConfirmDelete : RuleAction
}
