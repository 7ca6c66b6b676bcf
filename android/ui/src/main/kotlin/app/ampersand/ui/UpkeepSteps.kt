/** The tidying up after a vault was opened, in small steps beside everything else. It may be stopped at any of them and loses nothing by it. */
package app.ampersand.ui

import app.ampersand.core.UpkeepProgress
import app.ampersand.core.VaultInterface

/** How much is done in one step: little enough that somebody who saves meanwhile does not notice. */
internal const val UPKEEP_BUDGET = 64u

internal class UpkeepSteps(private val ground: Ground) {
    /** Counts the beginnings: a step of one that was stopped leads to no other. */
    private var current = 0L

    fun begin() {
        current += 1
        next(current) { it.beginUpkeep(ground.now()) }
    }

    fun stop() {
        current += 1
        if (ground.state.guard.upkeep == null) return
        show(null)
        ground.desk.atOnce { it.stopUpkeep() }
    }

    private fun next(number: Long, step: (VaultInterface) -> UpkeepProgress) {
        ground.desk.beside({ step(it) }) { outcome ->
            if (number != current) return@beside
            outcome.fold(
                done = { progress ->
                    show(progress.takeUnless { it.finished })
                    if (!progress.finished) next(number) { it.stepUpkeep(ground.now(), UPKEEP_BUDGET) }
                },
                failed = { trouble ->
                    show(null)
                    ground.failed(trouble)
                },
            )
        }
    }

    private fun show(progress: UpkeepProgress?) {
        ground.state = ground.state.run { copy(guard = guard.copy(upkeep = progress)) }
    }
}
