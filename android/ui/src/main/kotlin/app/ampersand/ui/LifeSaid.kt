/** What was just done on the pages of [LifePlace], in a line. */
package app.ampersand.ui

sealed interface LifeSaid : Said {
    data object AgreementReviewed : LifeSaid

    data object Kept : LifeSaid

    data object TalkDeleted : LifeSaid

    data object LedgerDeleted : LifeSaid

    /** It is with the system's own sheet; what becomes of it there, nobody tells. */
    data object HandedOver : LifeSaid

    /** No app takes it. */
    data object NothingTakesIt : LifeSaid
}

internal fun Texts.lifeSaid(said: LifeSaid): String = when (said) {
    LifeSaid.AgreementReviewed -> togetherReviewedSaid
    LifeSaid.Kept -> togetherAfterKept
    LifeSaid.TalkDeleted -> togetherDeletedSaid
    LifeSaid.LedgerDeleted -> ledgerDeletedSaid
    LifeSaid.HandedOver -> shareHandedOver
    LifeSaid.NothingTakesIt -> shareNothingTakesIt
}

/** What is folded away on these pages until it is asked for. */
sealed interface LifeFold : Fold {
    data object Reviewed : LifeFold

    data object Past : LifeFold

    /** How the breadth of the circle is worked out. */
    data object Breadth : LifeFold

    data object PutAway : LifeFold

    data object FirstSession : LifeFold

    /** How an insight was worked out, by its id. */
    data class How(val insight: String) : LifeFold

    data object HowOfSeries : LifeFold

    /** The line over the weeks as a list. */
    data object Table : LifeFold
}
