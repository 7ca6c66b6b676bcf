/** The trainer's small pages, one thing asked on each. Every one can be left with what is there so far, and says so. */
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
import androidx.compose.ui.semantics.onClick
import androidx.compose.ui.semantics.semantics
import app.ampersand.core.Belongs
import app.ampersand.core.BodySign
import app.ampersand.core.BoundaryAnswer
import app.ampersand.core.BoundaryKind
import app.ampersand.core.BoundaryState
import app.ampersand.core.Rung
import app.ampersand.core.ScriptLine
import app.ampersand.core.UseView
import app.ampersand.core.YesNoUnsure

@Composable
fun TrainerScreen(state: State, trainer: TrainerState, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val form = trainer.form
    val view = trainer.view
    fun change(next: TrainerForm) = handle(BoundaryAction.Changed(next))
    Page(state, handle, texts.title(trainer), below = below(trainer, handle)) {
        view?.safety?.let { SafetyOfferCard(it, handle) }
        when (trainer.page) {
            TrainerPage.BODY -> Typed(form.body, texts.boundaryBody, "body-sign", texts.boundaryBodyHint) { change(form.copy(body = it)) }
            TrainerPage.SIGN -> OneOfThese(BodySign.entries, form.sign, { texts.sign(it) }) { change(form.copy(sign = it.takeIf { form.sign != it })) }
            TrainerPage.VALUES -> OneOfThese(YesNoUnsure.entries, form.fits, { texts.fits(it) }) { change(form.copy(fits = it.takeIf { form.fits != it })) }
            TrainerPage.KIND -> Kinds(trainer, ::change, handle)
            TrainerPage.LIMIT -> Limit(form, ::change)
            TrainerPage.WHO -> Who(trainer, ::change)
            TrainerPage.WORDS -> ToSay(trainer, ::change, handle)
            TrainerPage.SAYING -> view?.script?.let { ScriptCard(it) }
            TrainerPage.ANSWER -> Answers(handle)
            TrainerPage.AFTER -> After(form, ::change)
            TrainerPage.NEXT_STEP -> Typed(form.nextStep, texts.boundaryNextStep, "next-step", texts.boundaryNextStepHint) { change(form.copy(nextStep = it)) }
            TrainerPage.DONE -> Body(texts.boundaryReflectedBody)
        }
        if (view != null) {
            if (trainer.page == TrainerPage.AFTER && view.state == BoundaryState.NOT_SAID) Body(texts.boundaryNotSaidNote)
            SoFar(state, view, trainer.page, handle)
            if (trainer.page != TrainerPage.DONE) Soft(texts.boundaryLeaveNote)
            Deleting(trainer, handle)
        }
    }
}

internal fun Texts.title(trainer: TrainerState): String = when (trainer.page) {
    TrainerPage.BODY -> boundaryBodyTitle
    TrainerPage.SIGN -> boundarySignTitle
    TrainerPage.VALUES -> boundaryValuesTitle
    TrainerPage.KIND -> boundaryLimitKind
    TrainerPage.LIMIT -> boundaryLimitTitle
    TrainerPage.WHO -> boundaryRungTitle
    TrainerPage.WORDS -> boundaryScriptTitle
    TrainerPage.SAYING -> boundarySayTitle
    TrainerPage.ANSWER -> boundaryAnswerTitle
    TrainerPage.AFTER, TrainerPage.NEXT_STEP -> boundaryReflectTitle
    TrainerPage.DONE -> boundaryDoneTitle
}

/** The filled button goes on, or says that it was said; leaving stands beside it wherever something is kept already. */
private fun below(trainer: TrainerState, handle: (Action) -> Unit): (@Composable ColumnScope.() -> Unit)? {
    val kept = trainer.view != null
    return when (trainer.page) {
        TrainerPage.DONE -> ({ FilledAction(LocalTexts.current.checkInDone, Modifier.testTag("leave")) { handle(BoundaryAction.Leave) } })
        TrainerPage.SAYING -> ({
            val texts = LocalTexts.current
            FilledAction(texts.boundarySay, Modifier.testTag("said")) { handle(BoundaryAction.Say) }
            OutlinedAction(texts.boundaryNotSay, Modifier.fillMaxWidth().testTag("not-said")) { handle(BoundaryAction.NotSay) }
            Leave(handle)
        })
        else -> if (!kept && !trainer.ready()) null else ({
            val texts = LocalTexts.current
            if (trainer.ready()) {
                FilledAction(if (trainer.isLast) texts.boundaryKeep else texts.commonGoOn, Modifier.testTag("onward")) { handle(BoundaryAction.Onward) }
            }
            if (kept) Leave(handle)
        })
    }
}

@Composable
private fun Leave(handle: (Action) -> Unit) =
    TextAction(LocalTexts.current.boundaryLeave, Modifier.fillMaxWidth().testTag("leave")) { handle(BoundaryAction.Leave) }

@Composable
private fun Typed(text: String, label: String, tag: String, hint: String, onChange: (String) -> Unit) =
    PaperCard { LineField(text, label, tag, hint, wraps = true, onChange = onChange) }

@Composable
private fun <T : Enum<T>> OneOfThese(all: List<T>, chosen: T?, word: (T) -> String, onChoose: (T) -> Unit) =
    Column(Modifier.selectableGroup(), verticalArrangement = Arrangement.spacedBy(step * 2)) {
        all.forEach { each -> Choice(word(each), chosen == each, Modifier.testTag("choose-${each.name.lowercase()}")) { onChoose(each) } }
    }

// --- the limit -------------------------------------------------------------------------------------------------------------------------

@Composable
private fun Kinds(trainer: TrainerState, change: (TrainerForm) -> Unit, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val form = trainer.form
    OneOfThese(BoundaryKind.entries, form.kind, { texts.boundary(it) }) { change(form.copy(kind = it)) }
    val limits = trainer.view?.limits.orEmpty()
    if (limits.isEmpty()) return
    Section(texts.boundaryLimitReuse)
    PaperCard {
        limits.forEach { limit ->
            LinkRow(limit.limit, Modifier.testTag("reuse"), note = texts.boundary(limit.kind)) { handle(BoundaryAction.Reuse(limit.id)) }
        }
    }
}

@Composable
private fun Limit(form: TrainerForm, change: (TrainerForm) -> Unit) {
    val texts = LocalTexts.current
    form.kind?.let { Soft(texts.boundary(it)) }
    Typed(form.limit, texts.boundaryLimit, "limit-words", texts.boundaryLimitHint) { change(form.copy(limit = it)) }
    Section(texts.boundaryBelongsTitle)
    OneOfThese(Belongs.entries, form.belongs, { texts.belongs(it) }) { change(form.copy(belongs = it)) }
}

// --- the words -------------------------------------------------------------------------------------------------------------------------

@Composable
private fun Who(trainer: TrainerState, change: (TrainerForm) -> Unit) {
    val texts = LocalTexts.current
    val form = trainer.form
    OneOfThese(trainer.view?.rungs.orEmpty(), form.rung, { texts.rung(it) }) { change(form.copy(rung = it)) }
    Typed(form.person, texts.boundaryPerson, "person", texts.boundaryPersonHint) { change(form.copy(person = it)) }
}

@Composable
private fun ToSay(trainer: TrainerState, change: (TrainerForm) -> Unit, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    val form = trainer.form
    Typed(form.words, texts.boundaryScript, "words", texts.boundaryScriptHint) { change(form.copy(words = it)) }
    val lines = trainer.view?.scriptLines.orEmpty()
    if (lines.isEmpty()) return
    Section(texts.boundaryScriptLines)
    Column(Modifier.selectableGroup(), verticalArrangement = Arrangement.spacedBy(step * 2)) {
        lines.forEach { line ->
            Choice(texts.withGaps(line), form.line == line.id, Modifier.testTag("line-${line.id}")) { change(form.copy(line = line.id)) }
            if (form.line == line.id) PaperCard { Blanks(line, form, change, handle) }
        }
    }
}

@Composable
private fun Blanks(line: ScriptLine, form: TrainerForm, change: (TrainerForm) -> Unit, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    line.blanks.forEach { blank ->
        LineField(form.fills[blank.key].orEmpty(), blank.label, "blank-${blank.key}", wraps = true) { change(form.copy(fills = form.fills + (blank.key to it))) }
    }
    OutlinedAction(texts.boundaryScriptFill, Modifier.testTag("fill-in")) { handle(BoundaryAction.FillIn) }
}

/** The line as it is read: each blank as a gap. */
internal fun Texts.withGaps(line: ScriptLine): String = line.blanks.fold(line.text) { text, blank -> text.replace("{${blank.key}}", "___") }

@Composable
private fun ScriptCard(words: String) = PaperCard(colour = calm()) { OnCalm(words) }

// --- the answer, and afterwards --------------------------------------------------------------------------------------------------------

@Composable
private fun Answers(handle: (Action) -> Unit) = Column(verticalArrangement = Arrangement.spacedBy(step * 2)) {
    val texts = LocalTexts.current
    BoundaryAnswer.entries.forEach { answer ->
        OutlinedAction(texts.answer(answer), Modifier.fillMaxWidth().testTag("answer-${answer.name.lowercase()}")) { handle(BoundaryAction.Answered(answer)) }
    }
}

@Composable
private fun After(form: TrainerForm, change: (TrainerForm) -> Unit) {
    val texts = LocalTexts.current
    Amount(texts.boundaryRelief, "relief", form.relief) { change(form.copy(relief = it)) }
    Amount(texts.boundaryGuilt, "guilt", form.guilt) { change(form.copy(guilt = it)) }
    PaperCard { SwitchRow(texts.boundaryAfraid, texts.boundaryAfraidHint, form.afraid, Modifier.testTag("afraid")) { change(form.copy(afraid = it)) } }
}

/** Taken back by a second tap. */
@OptIn(ExperimentalLayoutApi::class)
@Composable
private fun Amount(title: String, tag: String, given: Int?, change: (Int?) -> Unit) = PaperCard {
    val texts = LocalTexts.current
    Subheading(title)
    FlowRow(Modifier.selectableGroup(), horizontalArrangement = Arrangement.spacedBy(step * 2), verticalArrangement = Arrangement.spacedBy(step * 2)) {
        texts.levels().forEachIndexed { at, word ->
            OneOf(word, given == at, Modifier.testTag("$tag-$at").semantics { onClick(label = texts.a11yBoundaryLevelHint, action = null) }) { change(if (given == at) null else at) }
        }
    }
}

/** What was written on the pages before this one, folded away until the last: one thing is asked at a time. */
@Composable
private fun SoFar(state: State, view: UseView, page: TrainerPage, handle: (Action) -> Unit) = PaperCard(Modifier.testTag("so-far")) {
    val texts = LocalTexts.current
    val title = texts.boundaryRow(LocalDates.current.day(view.beganOn), texts.boundaryState(view.state))
    if (page == TrainerPage.DONE) {
        Soft(title)
        Written(view, page)
    } else {
        Disclosure(title, Fold.SoFar in state.unfolded, onToggle = { handle(Action.Toggle(Fold.SoFar)) }) { Written(view, page) }
    }
}

@Composable
private fun Written(view: UseView, page: TrainerPage) {
    val texts = LocalTexts.current
    Column(verticalArrangement = Arrangement.spacedBy(step * 2)) {
        view.body?.let { Body(it) }
        view.sign?.let { Pair(texts.boundarySignTitle, texts.sign(it)) }
        view.fitsValues?.let { Pair(texts.boundaryValuesTitle, texts.fits(it)) }
        view.boundary?.let {
            Body(it.limit)
            Soft(texts.boundary(it.kind))
            Soft(texts.belongs(it.belongs))
        }
        if (page != TrainerPage.SAYING) view.script?.let { Body(it) }
        view.rung?.let { rung -> Soft(listOfNotNull(texts.rung(rung), view.person).joinToString()) }
        view.relief?.let { Pair(texts.boundaryRelief, texts.levels().getOrElse(it) { _ -> "" }) }
        view.guilt?.let { Pair(texts.boundaryGuilt, texts.levels().getOrElse(it) { _ -> "" }) }
        if (view.afraid) Soft(texts.boundaryAfraid)
        view.nextStep?.let { Body(it) }
    }
}

@Composable
private fun Pair(question: String, answer: String) = Column(Modifier.semantics(mergeDescendants = true) {}) {
    Soft(question)
    Body(answer)
}

@Composable
private fun Deleting(trainer: TrainerState, handle: (Action) -> Unit) {
    val texts = LocalTexts.current
    if (!trainer.deleting) return TextAction(texts.boundaryDelete, Modifier.testTag("delete")) { handle(BoundaryAction.AskDelete) }
    PaperCard(Modifier.testTag("deleting")) {
        Subheading(texts.boundaryDeleteTitle)
        Body(texts.boundaryDeleteBody)
        OutlinedAction(texts.boundaryDeleteConfirm, Modifier.testTag("confirm-delete")) { handle(BoundaryAction.ConfirmDelete) }
        TextAction(texts.boundaryDeleteCancel, Modifier.testTag("keep-it")) { handle(BoundaryAction.CancelDelete) }
    }
}

// --- words -----------------------------------------------------------------------------------------------------------------------------

internal fun Texts.levels(): List<String> = listOf(boundaryLevel0, boundaryLevel1, boundaryLevel2, boundaryLevel3, boundaryLevel4)

private fun Texts.sign(sign: BodySign): String = when (sign) {
    BodySign.GOOD -> boundarySignGood
    BodySign.BAD -> boundarySignBad
}

private fun Texts.fits(fits: YesNoUnsure): String = when (fits) {
    YesNoUnsure.YES -> commonYes
    YesNoUnsure.NO -> commonNo
    YesNoUnsure.UNSURE -> boundaryValuesUnsure
}

internal fun Texts.belongs(belongs: Belongs): String = when (belongs) {
    Belongs.MINE -> boundaryBelongsMine
    Belongs.NOT_MINE -> boundaryBelongsNotMine
}

private fun Texts.rung(rung: Rung): String = when (rung) {
    Rung.EASY -> boundaryRungEasy
    Rung.SAFE -> boundaryRungSafe
    Rung.HARDER -> boundaryRungHarder
    Rung.PARTNER -> boundaryRungPartner
}

private fun Texts.answer(answer: BoundaryAnswer): String = when (answer) {
    BoundaryAnswer.RESPECTED -> boundaryAnswerRespected
    BoundaryAnswer.NEGOTIATED -> boundaryAnswerNegotiated
    BoundaryAnswer.IGNORED -> boundaryAnswerIgnored
}
