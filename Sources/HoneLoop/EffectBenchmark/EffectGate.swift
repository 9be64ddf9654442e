/// The six points that the shipped method has to hold before a release.
package struct EffectGate: Sendable, Hashable {
    package struct Point: Sendable, Hashable {
        package enum Verdict: String, Sendable, Hashable {
            case holds, fails
            case notChecked = "not checked"
        }
        package let number: Int
        package let asks: String
        package let verdict: Verdict
        /// With which numbers.
        package let because: String
    }

    package let points: [Point]

    /// Whether every point was checked and holds.
    package var holds: Bool { points.allSatisfy { $0.verdict == .holds } }

    /// - Parameter committed: the power of the table that was committed last; nil where there is none to compare with.
    package init(_ benchmark: EffectBenchmark, committed: CommittedPower?) {
        points = [
            Self.series(benchmark), Self.pooled(benchmark), Self.afterWorst(benchmark), Self.simulation(benchmark),
            Self.controls(benchmark), Self.power(benchmark, committed),
        ]
    }
}
