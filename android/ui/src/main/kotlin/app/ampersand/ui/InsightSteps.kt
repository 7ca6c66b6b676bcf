/** What the weeks show: the list of what the core has found, one line after the other, and the switch for all of it. */
package app.ampersand.ui

import app.ampersand.core.SeriesId

internal class InsightSteps(private val shared: LifeGround) {
    private val ground = shared.ground

    fun handle(action: InsightAction) {
        when (action) {
            is InsightAction.Switch -> ground.desk.ask({ it.setInsights(ground.now(), action.on) }) { shared.life = shared.life.copy(insights = it) }
            is InsightAction.Range -> {
                shared.life = shared.life.copy(range = action.range)
                (ground.state.place as? LifePlace.Series)?.let { loadSeries(it.id) }
            }
            is InsightAction.Open -> ground.desk.ask({ it.insightSeen(action.insight) }) { ground.way.go(LifePlace.Insights) }
            is InsightAction.NotNow -> ground.desk.ask({ it.insightSeen(action.insight) }) { ground.way.reload() }
        }
    }

    fun load() = ground.desk.load({ it.insights(ground.now()) }) { shared.life = shared.life.copy(insights = it) }

    fun loadSeries(id: SeriesId) = shared.life.range.let { range ->
        ground.desk.load({ it.insightSeries(ground.now(), id, range) }) { shared.life = shared.life.copy(series = it) }
    }
}
