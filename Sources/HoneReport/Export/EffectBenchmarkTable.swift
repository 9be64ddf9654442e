package import HoneLoop
import HoneStatistics

/// The series of the effect benchmark as CSV, to hold the next run against. Shares are from 0 to 1.
package struct EffectBenchmarkTable {
    let benchmark: EffectBenchmark

    package init(_ benchmark: EffectBenchmark) {
        self.benchmark = benchmark
    }

    package var text: String {
        let head = "series,kind,good,tied,weeks,windows,better,worse,unguardedBetter,unguardedWorse,power1,power2,power3,smallestVisible\n"
        return head
            + benchmark.rows.map { row in
                let shares = [row.shipped, row[.unguarded]].flatMap { tally in ClaimWay.allCases.map { tally.share($0) } }
                let numbers = shares + row.seen.indices.map(row.power) + [row.smallestVisible]
                let name = row.name.contains { ",\"\n".contains($0) } ? "\"\(row.name.replacing("\"", with: "\"\""))\"" : row.name
                return [name, row.kind.rawValue, row.better.rawValue, row.isTied ? "yes" : "no", "\(row.placeboWeeks)", "\(row.windows)"]
                    .joined(separator: ",") + "," + numbers.map { $0.map(Self.rounded) ?? "" }.joined(separator: ",") + "\n"
            }.joined()
    }

    private static func rounded(_ value: Double) -> String { String((value * 1e6).rounded() / 1e6) }
}
