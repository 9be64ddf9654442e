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

// The sources of a second program, `columns`, stand beside these. It times code inside its own process, which needs what is
// `package` in hone, so the package above declares it when HONE_BENCHMARKS=1. The runner starts it where that package
// builds it, and reads its lines as ColumnsLine.
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
