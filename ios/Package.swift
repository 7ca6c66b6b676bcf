// swift-tools-version: 6.0
// The Swift side: the generated interface of the core, the models over it, and, on Linux,
// what is needed to type-check the screens.
import PackageDescription

#if os(Linux)
    // The header and the module map are made by tools/generate.sh; the library is the one
    // that cargo built (run-tests.sh says where, with -L and -rpath).
    let ffi = Target.systemLibrary(name: "AmpersandFFI")
#else
    // The same module, out of what xcframework.sh made.
    let ffi = Target.binaryTarget(name: "AmpersandFFI", path: "AmpersandFFI.xcframework")
#endif

let package = Package(
    name: "Ampersand",
    defaultLocalization: "en",
    platforms: [.iOS(.v17), .macOS(.v14)],
    products: [.library(name: "AmpersandKit", targets: ["AmpersandKit"])],
    targets: [
        ffi,

        // Generated, never edited.
        .target(
            name: "AmpersandCore", dependencies: ["AmpersandFFI"],
            // A static library cannot say what it needs of the system: SQLCipher's CommonCrypto.
            linkerSettings: [
                .linkedFramework("Security", .when(platforms: [.iOS, .macOS])),
                .linkedFramework("CoreFoundation", .when(platforms: [.iOS, .macOS])),
            ]),

        // Everything that is neither generated nor drawn.
        .target(name: "AmpersandKit", dependencies: ["AmpersandCore"]),
        .testTarget(
            name: "AmpersandKitTests", dependencies: ["AmpersandKit", "AmpersandCore"],
            exclude: ["zones.tsv", "zones.py"]),

        // Times one Check through the generated API; no product, so no app ever carries it.
        .executableTarget(name: "CheckBench", dependencies: ["AmpersandCore"], path: "bench"),
    ],
    swiftLanguageModes: [.v6]
)

#if os(Linux)
    // The manifest is compiled for the machine that runs it: on a Mac these targets do not
    // exist, and `import SwiftUI` can only mean the real one.
    package.targets += [
        .target(name: "SwiftUI", path: "Checks/SwiftUI"),
        .target(name: "Charts", dependencies: ["SwiftUI"], path: "Checks/Charts"),
        .target(name: "Security", path: "Checks/Security"),
        .target(name: "UserNotifications", path: "Checks/UserNotifications"),
        .target(name: "BackgroundTasks", path: "Checks/BackgroundTasks"),
        .target(
            name: "AppCheck",
            dependencies: [
                "AmpersandKit", "SwiftUI", "Charts", "Security", "UserNotifications", "BackgroundTasks",
            ], path: "App",
            exclude: ["Assets.xcassets", "PrivacyInfo.xcprivacy"]),
    ]
#endif
