/** The core's words for talks, ledger, circle and insights, as a person reads them. */
package app.ampersand.ui

import app.ampersand.core.DoneBy
import app.ampersand.core.Gift
import app.ampersand.core.LoveKind
import app.ampersand.core.MeetingStage
import app.ampersand.core.MeetingTurn
import app.ampersand.core.ReviewOutcome
import app.ampersand.core.SeriesId
import app.ampersand.core.Who
import app.ampersand.core.Whose

internal fun Texts.stage(stage: MeetingStage): String = when (stage) {
    MeetingStage.PREPARING -> togetherStagePreparing
    MeetingStage.CHOOSING -> togetherStageChoosing
    MeetingStage.MEETING -> togetherStageMeeting
    MeetingStage.AGREEING -> togetherStageAgreeing
    MeetingStage.AFTERWARDS -> togetherStageAfterwards
    MeetingStage.DONE -> togetherStageDone
    MeetingStage.ENDED_EARLY -> togetherStageEndedEarly
}

internal fun Texts.turn(turn: MeetingTurn): String = when (turn) {
    MeetingTurn.ME -> togetherTurnMe
    MeetingTurn.YOU -> togetherTurnYou
}

internal fun Texts.who(who: Who): String = when (who) {
    Who.ME -> togetherWhoMe
    Who.YOU -> togetherWhoYou
    Who.BOTH -> togetherWhoBoth
}

internal fun Texts.outcome(outcome: ReviewOutcome): String = when (outcome) {
    ReviewOutcome.KEPT -> togetherOutcomeKept
    ReviewOutcome.PARTLY -> togetherOutcomePartly
    ReviewOutcome.NOT_YET -> togetherOutcomeNotYet
    ReviewOutcome.LET_GO -> togetherOutcomeLetGo
}

internal fun Texts.whose(whose: Whose): String = when (whose) {
    Whose.MINE -> ledgerWhoseMine
    Whose.THEIRS -> ledgerWhoseTheirs
    Whose.OURS -> ledgerWhoseOurs
}

internal fun Texts.doneBy(by: DoneBy): String = when (by) {
    DoneBy.ME -> ledgerDoneByMe
    DoneBy.THEM -> ledgerDoneByThem
    DoneBy.BOTH -> ledgerDoneByBoth
    DoneBy.NOBODY -> ledgerDoneByNobody
}

internal fun Texts.love(love: LoveKind): String = when (love) {
    LoveKind.FAMILY -> circleLoveFamily
    LoveKind.FRIENDS -> circleLoveFriends
    LoveKind.COMMUNITY -> circleLoveCommunity
    LoveKind.ART -> circleLoveArt
    LoveKind.PARTNER -> circleLovePartner
    LoveKind.OWN -> circleLoveOwn
}

internal fun Texts.gift(gift: Gift): String = when (gift) {
    Gift.LISTENING -> circleGiftListening
    Gift.HELP -> circleGiftHelp
    Gift.FUN -> circleGiftFun
    Gift.BELONGING -> circleGiftBelonging
    Gift.MAKING -> circleGiftMaking
}

internal fun Texts.series(id: SeriesId): String = when (id) {
    SeriesId.MOOD -> insightSeriesMood
    SeriesId.ENERGY -> insightSeriesEnergy
    SeriesId.NEEDS -> insightSeriesNeeds
    SeriesId.OWN_TIME -> insightSeriesOwnTime
    SeriesId.YES_MEANING_NO -> insightSeriesYesMeaningNo
    SeriesId.CONTACT -> insightSeriesContact
    SeriesId.LIMIT_KEPT -> insightSeriesLimitKept
    SeriesId.PULSE_PATTERN -> insightSeriesPulsePattern
    SeriesId.PULSE_STRENGTH -> insightSeriesPulseStrength
    SeriesId.CIRCLES_BREADTH -> insightSeriesCirclesBreadth
}

/** Minutes and seconds that are left, such as `4:05`. */
internal fun timeLeft(seconds: Long): String = "${seconds / SECONDS_IN_MINUTE}:${(seconds % SECONDS_IN_MINUTE).toString().padStart(2, '0')}"

private const val SECONDS_IN_MINUTE = 60
