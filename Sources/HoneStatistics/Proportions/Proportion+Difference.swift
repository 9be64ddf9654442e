extension Proportion {
    /// Newcombe's hybrid score interval (his method 10) for the first share less the second.
    ///
    /// - Parameters:
    ///   - first: successes and trials of the first group.
    ///   - second: successes and trials of the second group, independent of the first.
    ///   - level: strictly between 0 and 1.
    /// - Returns: an interval within -1...1 of method `newcombe`, or `nil` (see ``Proportion``).
    /// - Complexity: O(1).
    ///
    /// Source: R. G. Newcombe (1998), doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I.
    public static func newcombeDifference(
        _ first: (successes: Int, of: Int), _ second: (successes: Int, of: Int), level: Double
    ) -> Interval? {
        guard let one = wilson(successes: first.successes, of: first.of, level: level),
            let two = wilson(successes: second.successes, of: second.of, level: level)
        else { return nil }
        let p = Double(first.successes) / Double(first.of)
        let q = Double(second.successes) / Double(second.of)
        func distance(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
        return Interval(
            level: level, lower: p - q - distance(p - one.lower, two.upper - q),
            upper: p - q + distance(one.upper - p, q - two.lower), method: "newcombe")
    }

    /// The score interval of Miettinen and Nurminen for the first share less the second.
    ///
    /// The ends are the differences at which the score test, with its variance at the restricted maximum likelihood
    /// and the factor N / (N - 1), just rejects; each is found by halving.
    ///
    /// - Parameters:
    ///   - first: successes and trials of the first group.
    ///   - second: successes and trials of the second group, independent of the first.
    ///   - level: strictly between 0 and 1.
    /// - Returns: an interval within -1...1 of method `miettinen-nurminen`, or `nil` (see ``Proportion``).
    /// - Complexity: O(1), about ten thousand steps.
    ///
    /// Source: O. Miettinen and M. Nurminen (1985), doi:10.1002/sim.4780040211.
    public static func miettinenNurminenDifference(
        _ first: (successes: Int, of: Int), _ second: (successes: Int, of: Int), level: Double
    ) -> Interval? {
        guard isShare(first.successes, first.of), isShare(second.successes, second.of),
            let z = Normal.criticalValue(level: level)
        else { return nil }
        let score = DifferenceScore(
            x1: Double(first.successes), n1: Double(first.of), x2: Double(second.successes), n2: Double(second.of))
        func end(_ edge: Double) -> Double {
            halved(from: score.difference, to: edge) { abs(score.statistic(at: $0)) < z }
        }
        return Interval(level: level, lower: end(-1), upper: end(1), method: "miettinen-nurminen")
    }
}

/// The score statistic for a difference of two shares as a function of that difference.
private struct DifferenceScore {
    let x1: Double
    let n1: Double
    let x2: Double
    let n2: Double

    var difference: Double { x1 / n1 - x2 / n2 }

    /// Standard deviations between the observed difference and `delta`; infinite where `delta` is impossible.
    func statistic(at delta: Double) -> Double {
        let gap = difference - delta
        if gap == 0 { return 0 }
        let second = restricted(delta)
        let first = second + delta
        let variance = first * (1 - first) / n1 + second * (1 - second) / n2
        let factor = (n1 + n2) / (n1 + n2 - 1)
        return variance > 0 ? gap / (variance * factor).squareRoot() : .infinity
    }

    /// The likeliest second share when the first is larger by `delta`: the zero of a falling derivative.
    private func restricted(_ delta: Double) -> Double {
        halved(from: max(0, -delta), to: min(1, 1 - delta)) { p in
            x1 / (p + delta) - (n1 - x1) / (1 - p - delta) + x2 / p - (n2 - x2) / (1 - p) > 0
        }
    }
}

/// The last place from `start` towards `end` where `holds` is still true, to the last digit.
private func halved(from start: Double, to end: Double, while holds: (Double) -> Bool) -> Double {
    var inside = start
    var outside = end
    for _ in 0..<100 {
        let middle = inside + (outside - inside) / 2
        if middle == inside || middle == outside { break }
        if holds(middle) { inside = middle } else { outside = middle }
    }
    return inside + (outside - inside) / 2
}
