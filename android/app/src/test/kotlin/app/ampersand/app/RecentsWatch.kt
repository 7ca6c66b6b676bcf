package app.ampersand.app

import android.os.IBinder
import org.robolectric.annotation.Implementation
import org.robolectric.annotation.Implements

/** What the system is told about its picture for the recent apps. Named in robolectric.properties: there is one such client a process. */
@Implements(className = "android.app.ActivityClient", isInAndroidSdk = false)
class RecentsWatch {
    @Implementation
    protected fun setRecentsScreenshotEnabled(@Suppress("UNUSED_PARAMETER") token: IBinder?, enabled: Boolean) {
        allowed = enabled
    }

    companion object {
        var allowed: Boolean? = null
    }
}
