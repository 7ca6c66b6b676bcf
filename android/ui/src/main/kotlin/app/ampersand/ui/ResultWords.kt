/** The words that stand for what the core found: how often a pattern shows up, how steady a strength is, what has changed. */
package app.ampersand.ui

import app.ampersand.core.Band
import app.ampersand.core.BoundaryKind
import app.ampersand.core.CardKind
import app.ampersand.core.Change
import app.ampersand.core.Claim
import app.ampersand.core.Level
import app.ampersand.core.Part
import app.ampersand.core.PracticeArea
import app.ampersand.core.TotalId

fun Texts.words(part: Part, band: Band): String = when (part) {
    Part.PATTERN -> when (band.from) {
        Level.LOW -> when (band.to) {
            Level.LOW -> bandPatternLow
            Level.MIDDLE -> bandPatternLowMiddle
            Level.HIGH -> bandPatternLowHigh
        }
        Level.MIDDLE -> if (band.to == Level.HIGH) bandPatternMiddleHigh else bandPatternMiddle
        Level.HIGH -> bandPatternHigh
    }
    Part.STRENGTH -> when (band.from) {
        Level.LOW -> when (band.to) {
            Level.LOW -> bandStrengthLow
            Level.MIDDLE -> bandStrengthLowMiddle
            Level.HIGH -> bandStrengthLowHigh
        }
        Level.MIDDLE -> if (band.to == Level.HIGH) bandStrengthMiddleHigh else bandStrengthMiddle
        Level.HIGH -> bandStrengthHigh
    }
}

/** Up and down are said without good or bad. */
fun Texts.words(change: Change): String {
    val up = (change.points ?: 0.0) > 0
    return when (change.claim) {
        Claim.NOT_CLAIMED -> changeNotClaimed
        Claim.SAME -> changeSame
        Claim.UNCLEAR -> changeUnclear
        Claim.LIKELY -> if (up) changeLikelyUp else changeLikelyDown
        Claim.SEEN_TWICE -> if (up) changeSeenTwiceUp else changeSeenTwiceDown
    }
}

fun Texts.total(total: TotalId): String = when (total) {
    TotalId.PATTERN -> resultTotalPattern
    TotalId.STRENGTH -> resultTotalStrength
}

fun partOf(total: TotalId): Part = when (total) {
    TotalId.PATTERN -> Part.PATTERN
    TotalId.STRENGTH -> Part.STRENGTH
}

fun Texts.area(area: PracticeArea): String = when (area) {
    PracticeArea.ST -> areaSt
    PracticeArea.BD -> areaBd
    PracticeArea.CN -> areaCn
    PracticeArea.OC -> areaOc
}

fun Texts.boundary(kind: BoundaryKind): String = when (kind) {
    BoundaryKind.PHYSICAL -> boundaryPhysical
    BoundaryKind.MENTAL -> boundaryMental
    BoundaryKind.MATERIAL -> boundaryMaterial
    BoundaryKind.EMOTIONAL -> boundaryEmotional
    BoundaryKind.SEXUAL -> boundarySexual
}

/** Title and body of a card. */
fun Texts.card(kind: CardKind): Pair<String, String> = when (kind) {
    CardKind.SAFETY_LINES -> cardSafetyLinesTitle to cardSafetyLinesBody
    CardKind.CHECKING_AND_PUSHING -> cardCheckingAndPushingTitle to cardCheckingAndPushingBody
    CardKind.THERAPY_INDIVIDUAL -> cardTherapyIndividualTitle to cardTherapyIndividualBody
    CardKind.THERAPY_INDIVIDUAL_OR_COUPLE -> cardTherapyIndividualOrCoupleTitle to cardTherapyIndividualOrCoupleBody
    CardKind.FIRST_SESSION -> cardFirstSessionTitle to cardFirstSessionBody
    CardKind.KEEP_AND_DEEPEN -> cardKeepAndDeepenTitle to cardKeepAndDeepenBody
}
