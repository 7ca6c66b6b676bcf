/**
 * Looks twice a day whether what was set is still set: some phones drop alarms to save power, without a word. What was due meanwhile and still makes
 * sense comes now. The system's own job scheduler keeps this over a restart; it costs a few milliseconds each time.
 */
package app.ampersand.app.reminders

import android.app.job.JobInfo
import android.app.job.JobParameters
import android.app.job.JobScheduler
import android.app.job.JobService
import android.content.ComponentName
import android.content.Context
import app.ampersand.app.app
import app.ampersand.app.service

class Watchdog : JobService() {
    override fun onStartJob(params: JobParameters): Boolean {
        app.inBackground {
            try {
                app.reminders.planAnew()
            } finally {
                jobFinished(params, false)
            }
        }
        return true
    }

    /** The system wants its time back: once more, later. */
    override fun onStopJob(params: JobParameters): Boolean = true

    companion object {
        const val JOB = 1
        private const val EVERY_MS = 12 * 3_600_000L

        /**
         * Looks after reminders, where there are any ([needed]). Asked for once: a second asking would start its twelve hours anew, and who opens
         * the app often would never be looked after.
         */
        fun watch(context: Context, needed: Boolean) {
            val jobs = context.service<JobScheduler>()
            if (!needed) return jobs.cancel(JOB)
            if (jobs.getPendingJob(JOB) != null) return
            jobs.schedule(JobInfo.Builder(JOB, ComponentName(context, Watchdog::class.java)).setPeriodic(EVERY_MS).setPersisted(true).build())
        }
    }
}
