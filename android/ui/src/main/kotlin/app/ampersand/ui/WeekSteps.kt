/** What somebody does over the weeks, behind Practise and Today, as one: practices and what there is to learn, boundaries, and what the people around bring. */
package app.ampersand.ui

internal class WeekSteps(ground: Ground, door: Door) {
    private val practices = PracticeSteps(ground, door.port)
    private val boundaries = BoundarySteps(ground)
    private val life = LifeSteps(ground, door)

    fun handle(action: PracticeAction) = practices.handle(action)

    fun handle(action: BoundaryAction) = boundaries.handle(action)

    fun handle(action: LifeAction) = life.handle(action)

    fun loadAll() = practices.loadAll()

    fun load(place: PractisePlace) = when (place) {
        PractisePlace.Boundaries, PractisePlace.Notice, is PractisePlace.Use -> boundaries.load(place)
        else -> practices.load(place)
    }

    fun load(place: LifePlace) = life.load(place)

    /** A page back within the place of now; false where there is none, and the place itself is left. */
    fun back(): Boolean = boundaries.back() || life.back()

    /** Before this returns, on the calling thread: the app may end after it. */
    fun keepNow() = life.keepNow()

    fun leaveIfGone() {
        practices.leaveIfGone()
        boundaries.leaveIfGone()
        life.leaveIfGone()
    }

    /** Everything was erased, and so it is here. */
    fun forget() {
        practices.forget()
        boundaries.forget()
        life.forget()
    }
}
