/// What a metric left out of the weeks that an effect is read from: how many of how many, and why.
package struct LeftOut: Sendable, Equatable {
    /// By the code of the reason.
    package let reasons: [String: Int]
    /// All rows that ended in those weeks, these among them.
    package let of: Int

    package init(_ reasons: [String: Int], of: Int) { (self.reasons, self.of) = (reasons, of) }

    package var count: Int { reasons.values.reduce(0, +) }

    /// The most frequent reason, of two alike the first by name; nil where nothing is left out.
    package var main: (reason: String, count: Int)? {
        reasons.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { ($0.key, $0.value) }
    }

    package static func + (left: LeftOut, right: LeftOut) -> LeftOut {
        LeftOut(left.reasons.merging(right.reasons, uniquingKeysWith: +), of: left.of + right.of)
    }
}

extension SeriesComparison {
    /// Of the weeks before and after that were compared.
    package var leftOut: LeftOut { record.leftOut(in: reading.before.weeks) + record.leftOut(in: reading.after.weeks) }
}
