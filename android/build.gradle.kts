// Kotlin is built into the Android plugin; naming its Gradle plugin here makes it the same Kotlin as in the Maven build.
buildscript {
    dependencies {
        classpath(libs.kotlin.gradle)
    }
}

plugins {
    alias(libs.plugins.android.application) apply false
    alias(libs.plugins.kotlin.compose) apply false
}
