package app.ampersand.app

/** Marks code that calls above the lowest Android the app runs on, behind its own SDK_INT check; the build's check of that leaves it out. */
@Retention(AnnotationRetention.BINARY)
annotation class GuardedApi
