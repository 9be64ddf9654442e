// swift-tools-version: 6.2
import PackageDescription

/// The house's settings, as in the package above: Swift 6 mode, every warning an error.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),  // SE-0335
    .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409
    .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),  // SE-0461
    .enableUpcomingFeature("InferIsolatedConformances"),  // SE-0470
]

// The sources of two more programs, `columns` and `statistics`, stand beside these. They time code inside their own process,
// which needs what is `package` in hone, so the package above declares them when HONE_BENCHMARKS=1. The runner starts them
// where that package builds them, and reads their lines as ColumnsLine.
let package = Package(
    name: "benchmarks",
    products: [
        .executable(name: "bench", targets: ["bench"]),
        .library(name: "WritableMask", type: .dynamic, targets: ["WritableMask"]),
    ],
    targets: [
        .target(name: "Measurement", swiftSettings: settings),
        .target(name: "WritableMask"),
        .executableTarget(name: "bench", dependencies: ["Measurement"], swiftSettings: settings),
        .testTarget(name: "MeasurementTests", dependencies: ["Measurement"], swiftSettings: settings),
    ])
