/** Before a Check is finished: what was left out, a kind question where the answers came very fast or alike, and what happened in these weeks. */
package app.ampersand.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import app.ampersand.core.CheckReview
import app.ampersand.core.LifeEvent
import app.ampersand.core.QualityFlag

@OptIn(ExperimentalLayoutApi::class)
@Composable
fun ReviewScreen(state: State, review: CheckReview, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val answered = review.answered.toInt()
    val of = review.of.toInt()
    val skipped = review.skipped.toInt()
    Page(
        state,
        handle,
        texts.reviewTitle,
        below = if (answered == 0) null else ({
            FilledAction(if (review.ask) texts.reviewKeep else texts.reviewFinish, Modifier.testTag("finish")) { handle(Action.Finish) }
        }),
    ) {
        Body(if (answered == of) texts.reviewAllAnswered(of) else texts.reviewAnswered(answered, of))
        if (answered == 0) Body(texts.reviewNothingAnswered)
        if (skipped > 0) {
            PaperCard {
                Body(texts.reviewSkipped(skipped))
                OutlinedAction(texts.reviewToSkipped, Modifier.testTag("to-skipped")) { handle(Action.AnswerSkipped) }
            }
        }
        if (review.ask) {
            PaperCard {
                Body(qualityQuestion(texts, review.quality.flags))
                Soft(texts.reviewKeepNote)
                OutlinedAction(texts.reviewLookAgain, Modifier.testTag("look-again")) { handle(Action.LookAgain) }
            }
        }
        Section(texts.reviewTagsTitle)
        Soft(texts.reviewTagsHint)
        FlowRow(horizontalArrangement = Arrangement.spacedBy(step * 2), verticalArrangement = Arrangement.spacedBy(step * 2)) {
            LifeEvent.entries.forEach { event ->
                Chip(texts.lifeEvent(event), event in state.tags, hint = texts.a11yTagHint) { handle(Action.Tag(event, it)) }
            }
        }
    }
}

/** Asks about what was noticed, and says nothing about the person. */
private fun qualityQuestion(texts: Texts, flags: List<QualityFlag>): String = when (flags.firstOrNull()) {
    QualityFlag.CONTRADICTING -> texts.reviewAskMixed
    QualityFlag.SAME_ANSWER, QualityFlag.LONG_RUN -> texts.reviewAskSame
    QualityFlag.QUICK, QualityFlag.TOO_FAST, null -> texts.reviewAskQuick
}

fun Texts.lifeEvent(event: LifeEvent): String = when (event) {
    LifeEvent.ILLNESS -> tagIllness
    LifeEvent.NEW_BABY -> tagNewBaby
    LifeEvent.GRIEF -> tagGrief
    LifeEvent.JOB_LOSS -> tagJobLoss
    LifeEvent.MOVED -> tagMoved
    LifeEvent.BREAK_UP -> tagBreakUp
}
