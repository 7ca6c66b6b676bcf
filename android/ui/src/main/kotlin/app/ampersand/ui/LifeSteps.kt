/**
 * Together, ledger, circle, support and insights: what a person does there becomes a call of the core, and its answer what is shown. What is typed and
 * not saved waits here, also over a lock; it must never be dropped by going to another page.
 */
package app.ampersand.ui

import app.ampersand.core.ReminderTarget

/** What the steps behind all these pages share. [forms] outlives the state, which is thrown away when the vault locks. */
internal class LifeGround(val ground: Ground) {
    private var kept = LifeForms()

    var life: LifeState
        get() = ground.state.life
        set(value) {
            ground.state = ground.state.copy(life = value)
        }

    var forms: LifeForms
        get() = kept
        set(value) {
            kept = value
            life = life.copy(forms = value)
        }

    /** Puts what was typed back onto the pages, after a lock. */
    fun shown() {
        if (life.forms != kept) life = life.copy(forms = kept)
    }

    fun forget() {
        kept = LifeForms()
    }

    fun say(said: Said) {
        ground.state = ground.state.copy(said = said)
    }
}

internal class LifeSteps(private val ground: Ground, door: Door) {
    private val shared = LifeGround(ground)
    private val together = TogetherSteps(shared, door)
    private val ledger = LedgerSteps(shared, door)
    private val circle = CircleSteps(shared)
    private val support = SupportSteps(shared, door)
    private val insights = InsightSteps(shared)

    fun handle(action: LifeAction) = when (action) {
        is TogetherAction -> together.handle(action)
        is LedgerAction -> ledger.handle(action)
        is CircleAction -> circle.handle(action)
        is SupportAction -> support.handle(action)
        is InsightAction -> insights.handle(action)
    }

    fun load(place: LifePlace) {
        shared.shown()
        when (place) {
            LifePlace.Together -> together.load()
            LifePlace.Meeting -> together.loadMeeting()
            LifePlace.Agenda -> together.loadAgenda()
            is LifePlace.Agreement -> together.loadAgreement(place.id)
            is LifePlace.Ledger -> ledger.load(place.week)
            LifePlace.Circle -> circle.load()
            LifePlace.Support -> support.load()
            LifePlace.Summary -> support.loadSummary()
            LifePlace.SummaryLook -> support.loadDocument()
            LifePlace.Insights -> insights.load()
            is LifePlace.Reminded -> reminded(place)
            is LifePlace.Series -> insights.loadSeries(place.id)
        }
    }

    /** Where a tapped notification leads; what is no more leads to Today. */
    private fun reminded(place: LifePlace.Reminded) = ground.desk.load({ it.reminderTarget(place.rule) }) { target ->
        ground.way.swap(
            place,
            when (target) {
                is ReminderTarget.Practice -> PractisePlace.Practice(target.id)
                is ReminderTarget.Agreement -> LifePlace.Agreement(target.id)
                is ReminderTarget.Meeting -> LifePlace.Together
                ReminderTarget.Nothing -> Place.Today
            },
        )
    }

    /** A page back within the place of now; false where there is none, and the place itself is left. */
    fun back(): Boolean = false

    /** Drops what belongs to pages that are no longer on the way. What was typed stays. */
    fun leaveIfGone() {
        together.leaveIfGone()
        support.leaveIfGone()
    }

    /** The app may end after this: on the calling thread, and on disk when it returns. What the core refuses stays in memory. */
    fun keepNow() {
        together.keepNow()
        ledger.keepNow()
    }

    /** Everything was erased, and so it is here. */
    fun forget() {
        shared.forget()
        together.forget()
        support.forget()
    }
}
