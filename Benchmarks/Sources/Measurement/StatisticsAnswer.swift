/// What the checks of the program `statistics` must say, whatever the machine.
package enum StatisticsAnswer {
    /// The first thing that is not as it must be; nothing where all is right.
    ///
    /// - Parameter checks: by the name of their line.
    package static func difference(in checks: [String: String]) -> String? {
        // What convolution says about these days; numpy's million trials agree within a day.
        if let check = checks["P7 exact"], !check.hasPrefix("p50=39 p85=49 p95=56 ") { return "P7 exact says \(check)" }
        let rules = [
            // A million trials: the mean within four standard errors, a quantile at the edge of a day on either side of it.
            Rule("P7 simulated", "p50", isWithin: 1, of: ("P7 exact", "p50")),
            Rule("P7 simulated", "p85", isWithin: 1, of: ("P7 exact", "p85")),
            Rule("P7 simulated", "p95", isWithin: 1, of: ("P7 exact", "p95")),
            Rule("P7 simulated", "mean", isWithin: 0.04, of: ("P7 exact", "mean")),
            // The interval of a mean of 1,000 is nearly normal: 1.96 standard errors on either side.
            Rule("P7b BCa", "low", isWithin: 0.1, of: ("P7b BCa", "normallow")),
            Rule("P7b BCa", "high", isWithin: 0.1, of: ("P7b BCa", "normalhigh")),
            Rule("P7b BCa-median", "low", isWithin: 0.1, of: ("P7b BCa-median", "normallow")),
            Rule("P7b BCa-median", "high", isWithin: 0.1, of: ("P7b BCa-median", "normalhigh")),
            // The pruned search reaches what the exact one does.
            Rule("P7b PELT", "objective", isWithin: 0.000_01, of: ("P7b PELT-exact", "objective")),
            Rule("P7b PELT", "changes", isWithin: 0, of: ("P7b PELT-exact", "changes")),
            // Four standard errors of 10,000 rearrangements.
            Rule("P7b permutation", "p", isWithin: 0.02, of: ("P7b permutation", "normal")),
        ]
        return rules.lazy.compactMap { $0.breach(in: checks) }.first
    }

    /// One number lies near another.
    private struct Rule {
        let line: String
        let name: String
        let distance: Double
        let other: (line: String, name: String)

        init(_ line: String, _ name: String, isWithin distance: Double, of other: (line: String, name: String)) {
            (self.line, self.name, self.distance, self.other) = (line, name, distance, other)
        }

        func breach(in checks: [String: String]) -> String? {
            guard let check = checks[line], let number = PeerLine.number(name, in: check) else { return "\(line) says no \(name)" }
            guard let otherCheck = checks[other.line], let expected = PeerLine.number(other.name, in: otherCheck) else {
                return "\(other.line) says no \(other.name)"
            }
            return abs(number - expected) <= distance ? nil : "\(line) says \(name)=\(number), expected about \(expected)"
        }
    }
}
