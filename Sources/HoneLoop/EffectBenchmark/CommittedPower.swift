package import HoneStatistics

/// The power of each series in a table that was committed earlier, against which a change of the method is held.
package struct CommittedPower: Sendable, Hashable {
    /// What was seen in one series, in the order of ``InjectedEffect/all(of:)``.
    package let shares: [String: [Double]]

    package init(shares: [String: [Double]]) {
        self.shares = shares
    }

    /// Pooled power then and now.
    package struct Change: Sendable, Hashable {
        package let kind: WeeklySeries.Kind
        package let factor: Double
        package let then: Double
        package let now: Double
    }

    /// Over the series that both have, tied ones left out.
    package func changes(in rows: [BenchmarkRow]) -> [Change] {
        WeeklySeries.Kind.allCases.flatMap { kind in
            let both = rows.filter { $0.kind == kind && !$0.isTied && $0.placeboWeeks > 0 && shares[$0.name] != nil }
            return InjectedEffect.all(of: kind).enumerated().compactMap { index, effect -> Change? in
                let pairs = both.compactMap { row -> (then: Double, now: Double)? in
                    guard let then = shares[row.name], then.indices.contains(index), let now = row.power(index) else { return nil }
                    return (then[index], now)
                }
                guard !pairs.isEmpty else { return nil }
                let count = Double(pairs.count)
                return Change(
                    kind: kind, factor: effect.factor, then: pairs.reduce(0) { $0 + $1.then } / count,
                    now: pairs.reduce(0) { $0 + $1.now } / count)
            }
        }
    }
}
