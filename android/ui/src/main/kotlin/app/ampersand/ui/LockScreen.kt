/** Settings of the lock: the passphrase, when the notebook locks itself. What a passphrase means is said before one is set. */
package app.ampersand.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.ExperimentalLayoutApi
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import app.ampersand.core.Grace
import app.ampersand.core.Home
import app.ampersand.core.Settings

@Composable
fun LockScreen(state: State, home: Home, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val form = state.guard.form
    Page(state, handle, form.task?.let { texts.name(it) } ?: texts.settingsPassphrase, below = handOver(form, handle)) {
        when (form.task) {
            null -> Offer(state, home, handle)
            PassphraseTask.SET -> {
                listOf(texts.passphraseSetBody, texts.passphraseHow, texts.passphraseNotElsewhere).forEach { Body(it) }
                Fresh(form, handle)
                PaperCard(colour = calm()) {
                    OnCalm(texts.passphraseNoReset)
                    OnCalm(texts.passphraseNoticed)
                }
                SwitchRow(texts.passphraseUnderstood, null, form.understood, Modifier.testTag("understood")) { handle(GuardAction.Understood(it)) }
            }
            PassphraseTask.CHANGE -> {
                Current(form, handle)
                Fresh(form, handle)
                Body(texts.passphraseNoReset)
            }
            PassphraseTask.REMOVE -> {
                Body(texts.passphraseRemoveBody)
                Current(form, handle)
            }
        }
        if (form.working) Body(texts.passphraseWorking, Modifier.semantics { liveRegion = LiveRegionMode.Polite })
    }
}

/** The filled button comes when there is something to hand over; whether it is good enough, the core says. */
private fun handOver(form: PassphraseForm, handle: (Action) -> Unit): (@Composable ColumnScope.() -> Unit)? {
    val ready = when (form.task) {
        null -> return null
        PassphraseTask.SET -> form.fresh.isNotEmpty() && form.agrees && form.understood
        PassphraseTask.CHANGE -> form.current.isNotEmpty() && form.fresh.isNotEmpty() && form.agrees
        PassphraseTask.REMOVE -> form.current.isNotEmpty()
    }
    return {
        val texts = LocalTexts.current
        if (ready && !form.working) {
            FilledAction(
                when (form.task) {
                    PassphraseTask.SET -> texts.passphraseSetAction
                    PassphraseTask.CHANGE -> texts.passphraseChangeAction
                    PassphraseTask.REMOVE -> texts.passphraseRemoveAction
                },
                Modifier.testTag("hand-over"),
            ) { handle(GuardAction.HandOver) }
        }
        TextAction(texts.commonNotNow, Modifier.fillMaxWidth().testTag("not-now")) { handle(GuardAction.Task(null)) }
    }
}

@OptIn(ExperimentalLayoutApi::class)
@Composable
private fun Offer(state: State, home: Home, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    PaperCard {
        Body(if (home.passphrase) texts.settingsPassphraseOn else texts.settingsPassphraseOff)
        FlowRow(horizontalArrangement = Arrangement.spacedBy(step * 2), verticalArrangement = Arrangement.spacedBy(step * 2)) {
            val tasks = if (home.passphrase) listOf(PassphraseTask.CHANGE, PassphraseTask.REMOVE) else listOf(PassphraseTask.SET)
            tasks.forEach { task -> OutlinedAction(texts.name(task), Modifier.testTag("task-${task.name.lowercase()}")) { handle(GuardAction.Task(task)) } }
            if (home.passphrase) OutlinedAction(texts.lockNow, Modifier.testTag("lock-now")) { handle(GuardAction.LockNow) }
        }
    }
    if (home.passphrase) state.settings?.let { AutoLock(it, handle) } else Soft(texts.settingsAutoLockHint)
}

@Composable
private fun AutoLock(settings: Settings, handle: (Action) -> Unit) = PaperCard {
    val texts = LocalTexts.current
    Subheading(texts.settingsAutoLock)
    Soft(texts.settingsAutoLockHint)
    Column(Modifier.selectableGroup(), verticalArrangement = Arrangement.spacedBy(step * 2)) {
        Grace.entries.forEach { grace ->
            Choice(texts.grace(grace), settings.autoLock == grace, Modifier.testTag("grace-${grace.name.lowercase()}")) { handle(GuardAction.AutoLock(grace)) }
        }
    }
}

@Composable
private fun Current(form: PassphraseForm, handle: (Action) -> Unit) =
    PassphraseField(form.current, LocalTexts.current.passphraseCurrent, "current") { handle(GuardAction.CurrentTyped(it)) }

@Composable
private fun Fresh(form: PassphraseForm, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    PassphraseField(form.fresh, texts.passphraseNew, "fresh") { handle(GuardAction.FreshTyped(it)) }
    form.strength?.let { strength ->
        Column(Modifier.semantics(mergeDescendants = true) { liveRegion = LiveRegionMode.Polite }.testTag("strength"), verticalArrangement = Arrangement.spacedBy(step / 2)) {
            Body(texts.strengthLabel(texts.strength(strength.level.toInt())))
            Soft(texts.hint(strength.hint))
        }
    }
    PassphraseField(form.again, texts.passphraseAgain, "again") { handle(GuardAction.AgainTyped(it)) }
    if (form.again.isNotEmpty() && !form.agrees) Soft(texts.passphraseDiffers)
}

private fun Texts.name(task: PassphraseTask): String = when (task) {
    PassphraseTask.SET -> passphraseSetTitle
    PassphraseTask.CHANGE -> passphraseChangeTitle
    PassphraseTask.REMOVE -> passphraseRemoveTitle
}
