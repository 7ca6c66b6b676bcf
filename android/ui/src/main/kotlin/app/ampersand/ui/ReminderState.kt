/** What the screens of the reminders show: answered by the core and the system, or filled in and not yet saved. */
package app.ampersand.ui

import app.ampersand.core.NotificationPermission
import app.ampersand.core.RemindersView
import app.ampersand.core.RuleId
import app.ampersand.core.RulePreview
import app.ampersand.core.SuggestedRule

data class ReminderState(
    val view: RemindersView? = null,
    /** The names of somebody's own reminders, out of the vault. */
    val labels: Map<RuleId, String> = emptyMap(),
    /** Their file cannot be read. */
    val damaged: Boolean = false,
    /** Whether the system shows them; null until it was asked. */
    val permission: NotificationPermission? = null,
    val exact: ExactTimes = ExactTimes.NO_CHOICE,
    /** What the core offers after a Check. */
    val suggested: List<SuggestedRule> = emptyList(),
    /** The reminder that is being made or changed. */
    val rule: RuleState? = null,
    /** The settings as they are being changed. */
    val choices: ChoicesState? = null,
    /** When the first run is to set the first one; null for not at all. */
    val first: ClockForm? = null,
    /** The first one is at a time that is not among those on offer. */
    val firstOther: Boolean = false,
)

data class RuleState(
    val form: RuleForm,
    /** What saving would do; null until the core has said it. */
    val preview: RulePreview? = null,
    /** Why the core would not take it as it stands. */
    val refused: Trouble? = null,
    /** The question before it is deleted. */
    val deleting: Boolean = false,
)

data class ChoicesState(val form: ChoicesForm, val preview: RulePreview? = null, val refused: Trouble? = null)
