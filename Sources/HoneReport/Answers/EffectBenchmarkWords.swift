import HoneLoop
import HoneStatistics

/// What the tables of the effect benchmark say, cell by cell, on a terminal and in a document.
struct EffectBenchmarkWords {
    let benchmark: EffectBenchmark
    let gate: EffectGate

    var sentence: String {
        let failing = gate.points.filter { $0.verdict == .fails }.map { String($0.number) }
        let open = gate.points.filter { $0.verdict == .notChecked }.map { String($0.number) }
        if gate.holds { return "The gate holds: all six points." }
        let parts = [
            failing.isEmpty ? nil : "point \(failing.joined(separator: ", ")) fails",
            open.isEmpty ? nil : "point \(open.joined(separator: ", ")) was not checked",
        ]
        return "The gate does not hold: \(parts.compactMap(\.self).joined(separator: "; "))."
    }

    static let explanation =
        "A false claim is one at a week in which nothing is known to have been done. W is the number of after windows without a week in "
        + "common; the limits are at 95 % as if only those had been looked at. Below W 10 a series is too short to judge. The pool "
        + "takes the parts of a file together: its projects are not independent, and a week is worth no more because its project is short."

    func percent(_ share: Double?) -> String { share.map { ValueText.percent($0) } ?? "-" }

    /// `3.1 (1-9)`.
    func claim(_ row: BenchmarkRow, _ way: ClaimWay) -> String {
        guard let share = row.shipped.share(way) else { return "-" }
        let limits = row.limits(way).map { " (\(Int(($0.lower * 100).rounded()))-\(Int(($0.upper * 100).rounded())))" } ?? ""
        return percent(share) + limits
    }

    func verdict(_ row: BenchmarkRow) -> String {
        guard row.placeboWeeks > 0 else { return "no week" }
        guard row.isJudged else { return "too short" }
        return ClaimWay.allCases.allSatisfy { (row.shipped.share($0) ?? 0) <= 0.1 } ? "" : "above 10"
    }

    /// In the terms of people: what a fall or a rise must be to be seen.
    func visible(_ row: BenchmarkRow) -> String {
        guard let size = row.smallestVisible else { return "-" }
        if row.kind == .shares { return "\(ValueText.percent(abs(size))) pt" }
        // A level cannot fall below nothing.
        return size <= 0 ? "none" : "x\(ValueText.factor(size))"
    }

    func power(_ row: BenchmarkRow) -> [String] {
        row.seen.indices.map { index in row.power(index).map { String(Int(($0 * 100).rounded())) } ?? "-" }
    }

    static func factors(_ kind: WeeklySeries.Kind) -> [String] { InjectedEffect.all(of: kind).map { "x\(ValueText.factor($0.factor))" } }

    /// Rows of pooled shares: method, then kind by kind better and worse.
    func pooled(_ kind: WeeklySeries.Kind) -> [[String]] {
        BenchmarkMethod.allCases.compactMap { method in
            let pools = benchmark.pools(method).filter { $0.kind == kind }
            guard let first = pools.first else { return nil }
            return [method.rawValue, String(first.series)]
                + pools.map { pool in percent(pool.mean) + (pool.interval.map { " (to \(percent($0.upper)))" } ?? "") }
        }
    }

    var kinds: [WeeklySeries.Kind] { WeeklySeries.Kind.allCases.filter { kind in benchmark.rows.contains { $0.kind == kind } } }

    /// Weeks after the worst of six sprints, kind by kind.
    func afterWorst(_ kind: WeeklySeries.Kind?) -> [String] {
        let (claims, looks) = benchmark.afterWorst(kind)
        let eye = claims.dates > 0 ? percent(Double(looks) / Double(claims.dates)) : "-"
        return [
            kind?.rawValue ?? "all", ValueText.grouped(claims.dates), percent(claims.share(.better)), percent(claims.share(.worse)), eye,
        ]
    }

    func simulated(_ cell: SimulatedClaims) -> [String] {
        [
            cell.cell.kind.rawValue, cell.cell.label, ValueText.grouped(cell.claims.dates), percent(cell.claims.share(.better)),
            percent(cell.claims.share(.worse)), percent(cell.allowed), cell.holds ? "" : "above",
        ]
    }
}
