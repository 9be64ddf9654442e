import HoneFacts

/// Something in the histories that a number alone would hide. It says what is there, never why and never who: there are good
/// reasons for each of them, and the people who do the work know them.
package struct Sign: Sendable, Equatable {
    package enum Kind: String, CaseIterable, Sendable {
        case heapingUnderALimit = "heaping-under-a-limit"
        case bulkClosing = "bulk-closing"
        case itemSplitting = "item-splitting"
        case stageTeleports = "stage-teleports"
        case backAndForth = "back-and-forth"
        case ageResets = "age-resets"
        case reclassification
    }

    package let kind: Kind
    /// Items that show it, and of how many.
    package let count: Int
    package let of: Int
    /// How many would be expected without it, where there is such a number.
    package let expected: Double?
    /// How often chance alone would show as much, where that can be said.
    package let probability: Double?
    /// What is there, in a sentence.
    package let text: String
    /// Ids of the metrics that say something else because of it.
    package let metrics: [String]

    init(
        _ kind: Kind, count: Int, of: Int, expected: Double? = nil, probability: Double? = nil, _ text: String, metrics: [String]
    ) {
        self.kind = kind
        (self.count, self.of) = (count, of)
        (self.expected, self.probability) = (expected, probability)
        self.text = text
        self.metrics = metrics
    }

    /// Chance has to be this rare before it is ruled out: several signs are looked for, in every window.
    static let significance = 0.001
    /// Fewer items than this are single cases, whatever their share.
    static let fewest = 5
    /// A smaller share of the items moves no metric that people read.
    static let smallestShare = 0.05

    /// Whether so many of so many are more than single cases.
    static func isMarked(_ count: Int, of total: Int) -> Bool {
        count >= fewest && Double(count) >= smallestShare * Double(total)
    }
}

extension ItemHistories {
    /// Selected items finished in the context's window.
    func finished(_ context: MeasureContext) -> [Int] {
        let inner = context.over(context.window)
        return inner.candidates(self).filter { finishedAt[$0] != Instant.missing && inner.needs(finishedAt[$0]) }
    }
}
