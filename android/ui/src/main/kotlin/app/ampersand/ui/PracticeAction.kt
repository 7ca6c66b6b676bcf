/** What a person can do on the pages of practices and of what there is to learn. */
package app.ampersand.ui

sealed interface PracticeAction : Action {
    /** Takes up a practice by its id. */
    data class Begin(val id: String) : PracticeAction

    /** Puts one down; what was tried of it stays. */
    data class PutDown(val id: String) : PracticeAction

    /** Puts [other] down and takes up [id] in its place. */
    data class TakeUpInstead(val id: String, val other: String) : PracticeAction

    /** The attempt as it is being filled in. */
    data class AttemptChanged(val form: AttemptForm) : PracticeAction

    data object SaveAttempt : PracticeAction

    /** The plan as it is being filled in. */
    data class PlanChanged(val form: PlanForm) : PracticeAction

    data object SavePlan : PracticeAction

    data class DropPlan(val practice: String) : PracticeAction

    /** One of the eight patterns as one that somebody knows in themselves. */
    data class MarkPattern(val id: String, val marked: Boolean) : PracticeAction
}
