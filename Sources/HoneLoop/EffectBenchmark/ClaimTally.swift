/// How often something was claimed at weeks in which nothing was done.
package struct ClaimTally: Sendable, Hashable {
    package let dates: Int
    package let better: Int
    package let worse: Int

    package init(dates: Int, better: Int, worse: Int) {
        self.dates = dates
        self.better = better
        self.worse = worse
    }

    /// One entry a date; nil where nothing was claimed.
    init(_ claims: [Bool?]) {
        self.init(dates: claims.count, better: claims.count { $0 == true }, worse: claims.count { $0 == false })
    }

    package static func + (one: ClaimTally, other: ClaimTally) -> ClaimTally {
        ClaimTally(dates: one.dates + other.dates, better: one.better + other.better, worse: one.worse + other.worse)
    }

    /// Both ways, the better one first; nil without a date.
    package func share(_ way: ClaimWay) -> Double? {
        dates > 0 ? Double(way == .better ? better : worse) / Double(dates) : nil
    }
}

/// The two ways in which a claim can be false.
package enum ClaimWay: String, Sendable, Hashable, CaseIterable {
    case better, worse
}
