package app.ampersand.app.reminders

import android.content.Intent
import android.os.Bundle
import app.ampersand.app.FakeKeystore
import app.ampersand.app.MainActivity
import app.ampersand.app.Screens
import app.ampersand.app.has
import app.ampersand.app.idle
import app.ampersand.app.tap
import app.ampersand.app.texts
import app.ampersand.app.type
import app.ampersand.core.Afterwards
import app.ampersand.core.AgreementDraft
import app.ampersand.core.Clock
import app.ampersand.core.LineDraft
import app.ampersand.core.MeetingMove
import app.ampersand.core.ReminderKind
import app.ampersand.core.TogetherHeading
import app.ampersand.core.Who
import app.ampersand.ui.LifePlace
import app.ampersand.ui.Place
import app.ampersand.ui.placeOf
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.android.controller.ActivityController

/** From a notification into the app: to the day that it asked about, also over a lock; and what was done there takes it off the screen. */
@RunWith(RobolectricTestRunner::class)
class OpeningTest {
    @get:Rule(order = 0) val keystore = FakeKeystore()
    @get:Rule(order = 1) val screens = Screens()
    @get:Rule(order = 2) val phone = Phone()

    /** The intent that Android starts the activity with when the one notification that is on the screen is tapped. */
    private fun tapped(words: String? = null): Intent = shadowOf(phone.app).run {
        while (nextStartedActivity != null) Unit
        phone.taps(phone.shown.single(), words)
        checkNotNull(nextStartedActivity) { "no activity was started" }
    }

    private val ActivityController<MainActivity>.place: Place?
        get() = Bundle().also { saveInstanceState(it) }.getStringArrayList("way")?.last()?.let(::placeOf)

    private fun settled(): ActivityController<MainActivity> = screens.launch().also { it.get().tap("begin") }

    @Test fun `a tap starts the app on the day that was asked about`() {
        screens.processDies(settled())
        phone.sets("20:00")
        phone.rings()
        val intent = tapped()
        assertEquals(MainActivity::class.java.name, intent.component?.className)
        val activity = screens.launch(intent = intent)
        assertEquals(Place.CheckIn("2026-03-02"), activity.place)
        assertEquals(0, phone.shown.size)
    }

    @Test fun `open does as the tap does, and takes the notification away`() {
        val activity = settled()
        phone.sets("20:00")
        phone.rings()
        activity.newIntent(tapped(texts.reminderActionOpen))
        idle()
        assertEquals(Place.CheckIn("2026-03-02"), activity.place)
        assertEquals(0, phone.shown.size)
    }

    @Test fun `yesterday's notification answers yesterday`() {
        val activity = settled()
        phone.sets("20:00")
        phone.rings()
        phone.isAt("2026-03-03T09:00")
        activity.newIntent(tapped())
        idle()
        assertEquals(Place.CheckIn("2026-03-02"), activity.place)
    }

    @Test fun `the week's goes to the week`() {
        val activity = settled()
        phone.sets("20:00", kind = ReminderKind.WEEKLY_PULSE)
        phone.rings()
        activity.newIntent(tapped())
        idle()
        assertTrue("${activity.place}", activity.place is Place.Pulse)
    }

    @Test fun `what was agreed goes to the agreement, and a talk to the talks`() {
        val activity = settled()
        val vault = phone.app.core.open(null)
        val talk = vault.beginMeeting(phone.context()).id
        val line = vault.saveLine(phone.context(), talk, LineDraft(null, TogetherHeading.MY_BEHAVIOUR, "The phone")).headings.flatMap { it.lines }.single()
        vault.moveMeeting(phone.context(), talk, MeetingMove.Choose)
        vault.chooseLine(phone.context(), talk, line.id, null)
        listOf(MeetingMove.Start(20u), MeetingMove.ToAgreements).forEach { vault.moveMeeting(phone.context(), talk, it) }
        val agreement = vault.saveAgreement(phone.context(), talk, AgreementDraft(null, Who.BOTH, "It stays in the hall", "2026-03-05")).agreements.single()
        vault.moveMeeting(phone.context(), talk, MeetingMove.ToAfterwards)
        vault.saveAfterwards(phone.context(), talk, Afterwards(null, null, "2026-03-06"))
        vault.moveMeeting(phone.context(), talk, MeetingMove.Finish)
        phone.app.port.changed()
        idle()
        assertEquals(listOf("2026-03-05T10:00", "2026-03-06T18:00"), phone.times)
        phone.rings()
        activity.newIntent(tapped())
        idle()
        assertEquals(LifePlace.Agreement(agreement.id), activity.place)
        phone.rings()
        activity.newIntent(tapped())
        idle()
        assertEquals(LifePlace.Together, activity.place)
    }

    @Test fun `over a lock - first the passphrase, then the day`() {
        val first = settled()
        phone.app.core.open(null).setPassphrase(null, PHRASE, Clock(phone.now.toEpochMilli(), 0))
        phone.sets("20:00")
        screens.processDies(first)
        phone.rings()
        val activity = screens.launch(intent = tapped())
        assertTrue(activity.get().has("passphrase"))
        activity.get().type("passphrase", PHRASE)
        activity.get().tap("unlock")
        assertEquals(Place.CheckIn("2026-03-02"), activity.place)
    }

    @Test fun `a link that nobody knows, and one that is none, lead nowhere`() {
        val activity = settled()
        phone.sets("20:00")
        val screensOwn = phone.reminders
        val unknown = listOf("ampersand://fire/0123456789abcdef", "ampersand://fire/nonsense", "ampersand://fire/")
        for (link in unknown + listOf("other://fire/0123456789abcdef", "ampersand://other/0123456789abcdef", "ampersand:fire")) {
            activity.newIntent(Intent(phone.app, MainActivity::class.java).setData(android.net.Uri.parse(link)))
            idle()
            assertEquals(link, Place.Today, activity.place)
        }
        assertEquals("the screens still have their reminders", 1, screensOwn.view(phone.context()).rules.size)
    }

    @Test fun `a turn of the screen follows no notification a second time`() {
        val first = settled()
        phone.sets("20:00")
        phone.rings()
        screens.processDies(first)
        val activity = screens.launch(intent = tapped())
        activity.get().onBackPressedDispatcher.onBackPressed()
        idle()
        activity.recreate()
        idle()
        assertEquals(Place.Today, activity.place)
    }

    @Test fun `done from the notification stays done`() {
        val activity = settled()
        val rule = phone.sets("20:00")
        phone.rings()
        activity.newIntent(tapped())
        idle()
        phone.does(rule)
        phone.reboots()
        assertEquals(0, phone.shown.size)
        assertEquals(listOf("2026-03-03T20:00", "2026-03-04T20:00"), phone.times)
    }

    @Test fun `coming to the front plans anew`() {
        val activity = settled()
        phone.saves("20:00")
        assertEquals(emptyList<String>(), phone.times)
        screens.outOfSight(activity, 1_000)
        assertEquals(listOf("2026-03-02T20:00", "2026-03-03T20:00"), phone.times)
    }

    private companion object {
        const val PHRASE = "heron kettle lantern moss"
    }
}
