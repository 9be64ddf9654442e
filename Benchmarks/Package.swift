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

// A second program, `columns`, has its place here: it times code inside the process and prints the lines that
// ColumnsLine reads. The runner starts it when it stands beside `bench`.
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
