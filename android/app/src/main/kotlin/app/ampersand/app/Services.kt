package app.ampersand.app

import android.content.Context

/** A part of the system that every Android has. */
inline fun <reified T : Any> Context.service(): T = checkNotNull(getSystemService(T::class.java))
