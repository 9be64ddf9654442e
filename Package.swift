// swift-tools-version: 6.2
import PackageDescription

/// With HONE_PURE=1 only the targets without IO are declared (`make test-fast`).
let isPure = Context.environment["HONE_PURE"] == "1"

/// With HONE_BENCHMARKS=1 the programs `columns` and `statistics` of Benchmarks/ are declared too (`make bench`): they time code
/// inside their own process, and what is `package` ends at the border of a package. `statistics` is there with HONE_PURE=1 as well.
let hasBenchmarks = Context.environment["HONE_BENCHMARKS"] == "1"

/// One language mode for all of the house: Swift 6, every warning an error.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),  // SE-0335
    .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409
    .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),  // SE-0461
    .enableUpcomingFeature("InferIsolatedConformances"),  // SE-0470
]

/// A target of ours; every source target has a test target beside it.
func house(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: [.init(stringLiteral: name)] + dependencies, exclude: exclude, swiftSettings: settings)
}

let pureTargets: [Target] = [
    house("HoneStatistics"),
    house("HoneFacts"),
    house("HoneMetrics", ["HoneFacts", "HoneStatistics"]),
    house("HoneLoop", ["HoneMetrics", "HoneFacts", "HoneStatistics"]),
    tests("HoneStatistics"),
    tests("HoneFacts"),
    tests("HoneMetrics", ["HoneFacts", "HoneStatistics"]),
    tests("HoneLoop", ["HoneMetrics", "HoneFacts", "HoneStatistics"]),
]

let livePackages: [Package.Dependency] = [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2"),
]

let liveTargets: [Target] = [
    house("HoneWorkflows", ["HoneLoop", "HoneMetrics", "HoneFacts", "HoneStatistics"]),
    house("HoneConfig", ["HoneLoop", "HoneMetrics", "HoneFacts", .product(name: "Yams", package: "Yams")]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    house("HoneConnectors", ["HoneFacts", "CZlib", .product(name: "Subprocess", package: "swift-subprocess")]),
    house("HoneStore", ["HoneLoop", "HoneFacts", .product(name: "GRDB", package: "GRDB.swift")]),
    house("HoneReport", ["HoneLoop", "HoneMetrics", "HoneFacts", "HoneStatistics"]),
    .systemLibrary(name: "CMalloc"),
    .executableTarget(
        name: "hone",
        dependencies: [
            "HoneWorkflows", "HoneConfig", "HoneConnectors", "HoneStore", "HoneReport", "HoneLoop", "HoneMetrics", "HoneFacts",
            "HoneStatistics", "CMalloc",
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
            .product(name: "Crypto", package: "swift-crypto"),
        ],
        swiftSettings: settings),
    house("HoneTestSupport", ["HoneWorkflows", "HoneLoop", "HoneMetrics", "HoneFacts"]),
    tests("HoneWorkflows", ["HoneTestSupport", "HoneFacts", "HoneLoop", "HoneMetrics", "HoneReport", "HoneStore"]),
    tests("HoneConfig", ["HoneTestSupport", "HoneFacts", "HoneLoop", "HoneMetrics"]),
    tests("HoneConnectors", ["HoneTestSupport", "HoneFacts"]),
    tests("HoneStore", ["HoneTestSupport", "HoneFacts", "HoneLoop", "HoneStatistics", .product(name: "GRDB", package: "GRDB.swift")]),
    tests("HoneReport", ["HoneTestSupport", "HoneFacts", "HoneLoop", "HoneMetrics", "HoneStatistics"], exclude: ["Snapshots"]),
    tests(
        "hone", ["HoneTestSupport", "HoneConnectors", "HoneFacts", "HoneStore", "HoneLoop", .product(name: "GRDB", package: "GRDB.swift")]),
]

let benchmarkTargets: [Target] = [
    .executableTarget(
        name: "columns", dependencies: ["HoneStore", "HoneMetrics", "HoneFacts", "HoneStatistics", "CMalloc"],
        path: "Benchmarks/Sources/columns",
        swiftSettings: settings)
]

let pureBenchmarkTargets: [Target] = [
    .executableTarget(
        name: "statistics", dependencies: ["HoneStatistics"], path: "Benchmarks/Sources/statistics", swiftSettings: settings)
]

let package = Package(
    name: "hone",
    products: [.executable(name: "hone", targets: ["hone"])].filter { _ in !isPure },
    dependencies: isPure ? [] : livePackages,
    targets: pureTargets + (isPure ? [] : liveTargets)
        + (hasBenchmarks ? pureBenchmarkTargets + (isPure ? [] : benchmarkTargets) : []))
