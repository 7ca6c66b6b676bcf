/**
 * Taking a Check, one question after the other. Every answer is on disk before the next question is shown;
 * nothing is kept here that the vault does not have.
 */
package app.ampersand.ui

import app.ampersand.core.CheckDraft
import app.ampersand.core.ItemAnswer
import app.ampersand.core.NewCheck
import app.ampersand.core.NowContext
import app.ampersand.core.RunId

/** Nobody reads a question in this time: a tap that comes sooner was meant for the one before. */
internal const val SETTLE_MS = 250L

internal class CheckSteps(
    private val desk: Desk,
    private val now: () -> NowContext,
    private val watch: Stopwatch,
    private val state: () -> State,
    private val set: (State) -> Unit,
    private val loadPlace: (Place) -> Unit,
) {
    fun away() = watch.away()

    fun here() = watch.here()

    /** The person is at [place] now: the time counts for a question only while it is in front. */
    fun lookedAt(place: Place) {
        val item = (place as? Place.Question)?.let { current()?.id }
        if (item == null) watch.look(null) else watch.shown(item)
    }

    fun begin(fresh: Boolean) = state().about.let { about ->
        desk.ask({ it.beginCheck(now(), NewCheck(partnerContext = about, fresh = fresh)) }) { enter(it) }
    }

    fun resume(run: RunId) = desk.ask({ it.resumeCheck(now(), run) }) { enter(it) }

    /** For a place that the system brought back: the run is in the vault. */
    fun load(run: RunId) {
        if (state().walk?.draft?.run != run) desk.load({ it.resumeCheck(now(), run) }) { walkInto(it) }
    }

    /** The review needs the questions too, for the way back to them. */
    fun loadReview(run: RunId) {
        val known = state().walk?.draft?.takeIf { it.run == run }
        desk.load({ (known ?: it.resumeCheck(now(), run)) to it.reviewCheck(now(), run) }) { (draft, review) ->
            val walk = state().walk ?: Walk(draft, draft.answers.associateBy { it.item }, draft.items.lastIndex)
            set(state().copy(walk = walk, review = review))
        }
    }

    private fun enter(draft: CheckDraft) {
        val place = Place.Question(draft.run)
        set(state().copy(places = state().places + place, tags = emptySet(), review = null))
        walkInto(draft)
    }

    private fun walkInto(draft: CheckDraft) {
        watch.forget()
        draft.answers.forEach { answer -> answer.ms?.let { watch.carryOver(answer.item, it) } }
        set(state().copy(walk = Walk(draft, draft.answers.associateBy { it.item }, 0)))
        show(draft.next.toInt())
    }

    fun answer(item: String, value: Int?) {
        val walk = state().walk ?: return
        if (current()?.id != item || state().place !is Place.Question || watch.sinceShown() < SETTLE_MS) return
        val answer = ItemAnswer(item = item, value = value, ms = watch.spentOn(item))
        desk.ask({ it.answerCheck(now(), walk.draft.run, answer) }) {
            val after = state().walk?.takeIf { it.draft.run == walk.draft.run } ?: return@ask
            set(state().copy(walk = after.copy(answers = after.answers + (item to answer))))
            step()
        }
    }

    fun onward(item: String) {
        if (current()?.id == item) step()
    }

    /** True when there was a question, or the review, to go back from. */
    fun back(): Boolean {
        val walk = state().walk ?: return false
        return when (state().place) {
            is Place.Question -> previous(walk)?.let { show(it) } != null
            is Place.Review -> true.also { show(walk.draft.items.lastIndex) }
            else -> false
        }
    }

    fun lookAgain() = revisit(skippedOnly = false, first = 0)

    fun answerSkipped() {
        val walk = state().walk ?: return
        skippedFrom(walk, 0)?.let { revisit(skippedOnly = true, first = it) }
    }

    fun finish() {
        val place = state().place as? Place.Review ?: return
        val tags = state().tags.sorted()
        desk.ask({ it.finishCheck(now(), place.run, tags) }) {
            val result = Place.Result(place.run)
            val places = state().places.map { if (it == place) result else it }
            set(state().copy(places = places, walk = null, review = null, tags = emptySet(), result = null, picked = null, unfolded = emptySet()))
            if (state().place == result) loadPlace(result)
        }
    }

    private fun current() = state().walk?.let { it.draft.items.getOrNull(it.index) }

    private fun revisit(skippedOnly: Boolean, first: Int) {
        val walk = state().walk ?: return
        set(state().copy(walk = walk.copy(skippedOnly = skippedOnly)))
        show(first)
    }

    private fun step() {
        val walk = state().walk ?: return
        show(if (walk.skippedOnly) skippedFrom(walk, walk.index + 1) ?: walk.draft.items.size else walk.index + 1)
    }

    private fun previous(walk: Walk): Int? = (walk.index - 1).takeIf { it >= 0 }

    private fun skippedFrom(walk: Walk, start: Int): Int? =
        (start..walk.draft.items.lastIndex).firstOrNull { index -> walk.answers[walk.draft.items[index].id]?.value == null }

    /** Shows the question at [index]; past the last one comes the review. Somebody who has gone elsewhere meanwhile stays there. */
    private fun show(index: Int) {
        val walk = state().walk ?: return
        val run = walk.draft.run
        val over = index > walk.draft.items.lastIndex
        val next = if (over) Place.Review(run) else Place.Question(run)
        val places = state().places.map { if (it == Place.Question(run) || it == Place.Review(run)) next else it }
        set(state().copy(places = places, walk = walk.copy(index = if (over) walk.index else index, skippedOnly = walk.skippedOnly && !over)))
        lookedAt(state().place)
        if (over && state().place == next) loadPlace(next)
    }
}
