/** The journal's part of the tour: a month of writing, what can be done with it, and the lock. */
package app.ampersand.preview

import app.ampersand.core.Grace
import app.ampersand.ui.Action
import app.ampersand.ui.EditorAction
import app.ampersand.ui.Fold
import app.ampersand.ui.GuardAction
import app.ampersand.ui.JournalAction
import app.ampersand.ui.Keeping
import app.ampersand.ui.PassphraseTask
import app.ampersand.ui.Place
import app.ampersand.ui.SearchAction
import app.ampersand.ui.VaultState
import java.io.File

private const val PHRASE = "heron kettle lantern moss"

internal fun aMonthOfWriting(camera: Camera, me: Traveller, home: File) {
    me.start()
    me.act(Action.FinishFirstRun)
    firstPage(camera, me)
    PAGES.drop(1).forEach(me::write)
    theMonth(camera, me)
    halfAPage(camera, me)
    lookingBack(camera, me)
    searching(camera, me)
    throwingAway(camera, me)
    behindALock(camera, me)
    theEnd(camera, me, home)
}

private fun firstPage(camera: Camera, me: Traveller) {
    me.go(Place.Journal)
    expect("a journal begins empty", me.state.journal.view?.total == 0u)
    camera.take("journal-empty", me.state)
    me.act(EditorAction.Begin())
    camera.take("editor-empty", me.state)
    val page = PAGES.first()
    me.act(EditorAction.TitleTyped(page.title.orEmpty()), EditorAction.BodyTyped(page.body))
    expect("the last letters are not on disk yet", me.state.editor?.keeping == Keeping.UNDER_WAY)
    me.pass(2_000)
    expect("two seconds later they are", me.state.editor?.keeping == Keeping.KEPT)
    page.feelings.forEach { me.act(EditorAction.Feel(it, true)) }
    me.act(EditorAction.Mood(page.mood), Action.Toggle(Fold.Feelings), Action.Toggle(Fold.Mood))
    camera.take("editor-feelings", me.state)
    me.act(Action.Toggle(Fold.Feelings), Action.Toggle(Fold.Mood), EditorAction.Save)
    expect("saved, it is an entry", me.state.place is Place.Entry && me.state.journal.entry?.content?.body == page.body)
    camera.take("entry", me.state)
}

private fun theMonth(camera: Camera, me: Traveller) {
    me.go(Place.Journal)
    val view = expected(me.state.journal.view, "the journal")
    expect("the month has all that was written, and no day twice", view.total == PAGES.size.toUInt() && view.page.entries.size == PAGES.size)
    expect("the days tell of it", view.days.count { it.entries > 0u } == PAGES.size)
    camera.take("journal-month", me.state)
    me.act(Action.Toggle(Fold.Days))
    camera.take("journal-days", me.state)
    me.act(Action.Toggle(Fold.Days), JournalAction.Select(true))
    view.page.entries.take(2).forEach { me.act(JournalAction.Mark(it.id, true)) }
    camera.take("journal-marked", me.state)
    me.act(JournalAction.Select(false), EditorAction.Begin(form = "deep-write"), EditorAction.BodyTyped("It is the money, and under the money it is who decides. I felt small."))
    expect("the form is there with its minutes", me.state.editor?.editor?.form?.minutes != null)
    camera.take("editor-form", me.state)
    me.act(EditorAction.Save)
    expect("the form ends with a last step", me.state.journal.after?.landing != null)
    camera.take("entry-landing", me.state)
    me.act(JournalAction.LandingDone)
}

private fun halfAPage(camera: Camera, me: Traveller) {
    me.pass(A_DAY)
    me.act(Action.Go(Place.Today), EditorAction.Begin(prompt = expected(me.state.home?.journal?.prompt, "a question for today").id))
    me.act(EditorAction.BodyTyped("I had begun to write this when the phone"))
    camera.take("editor-question", me.state)
    me.pass(2_000)
    val place = me.state.place
    me.restart()
    expect("after a restart the words wait", me.state.home?.journal?.openDrafts?.size == 1)
    camera.take("today-half-written", me.state)
    me.go(place)
    expect("every letter is there", me.state.editor?.content?.body == "I had begun to write this when the phone")
    camera.take("editor-resumed", me.state)
    me.act(EditorAction.BodyTyped("I had begun to write this when the phone rang. It was Mira. Now it is late."), EditorAction.Save)
}

private fun lookingBack(camera: Camera, me: Traveller) {
    val id = expected(me.state.journal.entry, "an entry").id
    me.act(EditorAction.Edit(id), EditorAction.BodyTyped("I had begun to write this when the phone rang. It was Mira. We talked for an hour and laughed."), EditorAction.Save)
    me.go(Place.History(id))
    expect("the text before is kept", me.state.journal.history?.revisions?.size == 1)
    camera.take("history", me.state)
    me.go(Place.Earlier(id, expected(me.state.journal.history, "earlier texts").revisions.first().revision))
    camera.take("history-difference", me.state)
    me.act(JournalAction.AskRestore, JournalAction.ConfirmRestore)
    expect("the earlier text is the entry again", me.state.journal.entry?.content?.body?.endsWith("Now it is late.") == true)
    camera.take("entry-brought-back", me.state)
}

private fun searching(camera: Camera, me: Traveller) {
    me.act(Action.Go(Place.Journal), SearchAction.For(""), SearchAction.Typed("w"), SearchAction.Typed("rive"))
    expect("the beginning of a word finds it", me.state.search.page?.hits?.size == 2)
    camera.take("search", me.state)
    me.act(SearchAction.Typed("tag:us starred from:2026-11-01"))
    expect("filters find by tag, star and day", me.state.search.page?.let { it.hits.size == 2 && it.ignored.isEmpty() } == true)
    camera.take("search-filters", me.state)
    me.act(SearchAction.Typed("elephant from:soon"), Action.Toggle(Fold.HowToSearch))
    expect("what cannot be read is said", me.state.search.page?.let { it.hits.isEmpty() && it.ignored == listOf("from:soon") } == true)
    camera.take("search-nothing", me.state)
}

private fun throwingAway(camera: Camera, me: Traveller) {
    me.pass(A_DAY)
    me.away(1_000)
    me.act(Action.Go(Place.Journal))
    val id = expected(me.state.journal.view?.page?.entries?.last(), "an entry").id
    me.act(Action.Go(Place.Entry(id)), JournalAction.ToTrash(id))
    camera.take("journal-put-back", me.state)
    me.go(Place.Trash)
    expect("it lies in the trash", me.state.journal.trash?.entries?.size == 1)
    me.act(JournalAction.AskPurge(setOf(id)))
    camera.take("trash-question", me.state)
    me.act(JournalAction.ConfirmPurge)
    expect("safety copies may still have it, and the screen says so", me.state.journal.purged?.stillIn.orEmpty().isNotEmpty())
    camera.take("trash-still-in", me.state)
    me.go(Place.Copies)
    expect("there are safety copies", me.state.guard.copies.orEmpty().isNotEmpty())
    camera.take("copies", me.state)
}

private fun behindALock(camera: Camera, me: Traveller) {
    me.go(Place.More)
    me.go(Place.Lock)
    camera.take("lock-none", me.state)
    me.act(GuardAction.Task(PassphraseTask.SET), GuardAction.FreshTyped("heron"), GuardAction.AgainTyped("her"))
    camera.take("lock-short", me.state)
    me.act(GuardAction.FreshTyped(PHRASE), GuardAction.AgainTyped(PHRASE), GuardAction.Understood(true))
    camera.take("lock-ready", me.state)
    me.act(GuardAction.HandOver, GuardAction.AutoLock(Grace.MINUTE1))
    expect("the passphrase is set", me.state.home?.passphrase == true)
    camera.take("lock-set", me.state)
    me.act(Action.Go(Place.Journal), EditorAction.Begin(), EditorAction.BodyTyped("Nobody sees this while I am away."))
    me.away(59_000)
    expect("a short while away changes nothing", me.state.vault == VaultState.Open && me.state.editor != null)
    me.away(61_000)
    expect("after a longer one it is locked, and the screen knows nothing", me.state.vault is VaultState.Locked && me.state.editor == null)
    camera.take("locked-away", me.state)
    me.act(GuardAction.UnlockTyped("heron kettle"), GuardAction.Unlock)
    expect("a wrong one is said", (me.state.vault as? VaultState.Locked)?.wrong == true)
    me.act(Action.Toggle(Fold.Forgot))
    camera.take("locked-wrong", me.state)
    me.act(GuardAction.UnlockTyped(PHRASE), GuardAction.Unlock)
    expect("the right one opens where it was left, with every letter", me.state.editor?.content?.body == "Nobody sees this while I am away.")
    camera.take("unlocked", me.state)
    me.act(EditorAction.Save)
    expect("and the tour goes on", me.state.place is Place.Entry)
}

private fun theEnd(camera: Camera, me: Traveller, home: File) {
    me.restart()
    expect("a restart asks for the passphrase", me.state.vault is VaultState.Locked)
    me.act(GuardAction.UnlockTyped(PHRASE), GuardAction.Unlock, Action.Go(Place.More), Action.Go(Place.Erase))
    me.act(GuardAction.AskErase)
    camera.take("erase", me.state)
    me.act(GuardAction.ConfirmErase)
    expect("everything is erased", me.state.vault == VaultState.Erased() && !File(home, "vault/vault.db").exists())
    camera.take("erased", me.state)
    me.stop()
}
