package import HoneStatistics

/// A series of weekly values in which nothing is known to have been done, for the benchmark of the effect.
package struct BenchmarkSeries: Sendable, Hashable {
    package let name: String
    /// What it is one of several parts of: projects of one file, say. Else its own name.
    package let whole: String
    package let values: WeeklySeries
    package let better: EffectTerms.Direction
    /// Whether most of its durations are equal to others: rounded to days or quarters of an hour, or typed from memory.
    package let isTied: Bool

    package init(name: String, of whole: String? = nil, values: WeeklySeries, better: EffectTerms.Direction, isTied: Bool = false) {
        self.name = name
        self.whole = whole ?? name
        self.values = values
        self.better = better
        self.isTied = isTied
    }

    /// Whether there are fewer than half as many different amounts as amounts.
    package static func isTied(_ amounts: [Double]) -> Bool { 2 * Set(amounts).count < amounts.count }

    /// Which way is better where a file does not say it: less time and fewer defects, more finished.
    package static func usualDirection(_ kind: WeeklySeries.Kind) -> EffectTerms.Direction { kind == .counts ? .higher : .lower }

    /// Those that people would agree on by default; nil for two looks at counts.
    func terms(weeks: Int? = nil, look: EffectTerms.Look = .single) -> EffectTerms? {
        EffectTerms(kind: values.kind, better: better, weeks: weeks, look: look)
    }
}
