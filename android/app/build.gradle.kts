// The app for a device. Before it: tools/generate.sh (Kotlin) and tools/android-ndk.sh (the Rust library for each processor).
plugins {
    alias(libs.plugins.android.application)
    alias(libs.plugins.kotlin.compose)
}

// the repository's root, where the generators put what they make
val made = rootDir.resolve("../build")

android {
    namespace = "app.ampersand"
    compileSdk = libs.versions.compile.sdk.get().toInt()
    ndkVersion = libs.versions.ndk.get()

    defaultConfig {
        applicationId = "app.ampersand"
        minSdk = libs.versions.min.sdk.get().toInt()
        targetSdk = libs.versions.target.sdk.get().toInt()
        versionCode = libs.versions.app.code.get().toInt()
        versionName = libs.versions.app.name.get()
        ndk { abiFilters += listOf("arm64-v8a", "armeabi-v7a", "x86_64") }
    }

    sourceSets.named("main") {
        kotlin.directories += listOf(
            rootDir.resolve("ui/src/main/kotlin").path,
            rootDir.resolve("core-kotlin/src/main/kotlin").path,
            made.resolve("kotlin").path,
            made.resolve("generated/kotlin").path,
        )
        jniLibs.directories += made.resolve("android-jni").path
    }

    buildTypes {
        release {
            isMinifyEnabled = true
            isShrinkResources = true
            proguardFiles(getDefaultProguardFile("proguard-android-optimize.txt"), "proguard-rules.pro")
        }
    }

    compileOptions {
        sourceCompatibility = JavaVersion.VERSION_17
        targetCompatibility = JavaVersion.VERSION_17
    }

    buildFeatures { compose = true }

    // nothing about the build machine or its dependencies goes into the package in a form that only a store can read
    dependenciesInfo {
        includeInApk = false
        includeInBundle = false
    }
}

dependencies {
    implementation(platform(libs.compose.bom))
    implementation(libs.compose.foundation)
    implementation(libs.compose.ui)
    implementation(libs.compose.material3)
    implementation(libs.activity.compose)
    implementation(libs.coroutines.android)
    // the AAR brings libjnidispatch.so for each processor; the plain jar does not
    implementation(libs.jna) { artifact { type = "aar" } }
}

// A package without the library would install and then fail at its first call: say so here instead.
val libraryIsThere = tasks.register("libraryIsThere") {
    val folders = listOf("arm64-v8a", "armeabi-v7a", "x86_64").map { made.resolve("android-jni/$it/libampersand_ffi.so") }
    doLast {
        val missing = folders.filterNot { it.isFile }
        check(missing.isEmpty()) { "run tools/android-ndk.sh first, these are missing: ${missing.joinToString()}" }
    }
}
tasks.named("preBuild") { dependsOn(libraryIsThere) }
