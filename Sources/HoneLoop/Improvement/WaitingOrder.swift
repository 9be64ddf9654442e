package import HoneFacts

/// The order of what waits: first what promises most for its hours, where an improvement says both, then the others, the oldest first.
///
/// Sizes of different numbers are no sizes of each other: a tenth of a lead time is not ten points of a share. What is compared is how
/// many times its own smallest effect worth it each is expected to bring. It is what people believed when they promised it, no result.
package enum WaitingOrder {
    /// The middle of what is expected over the smallest effect worth it, by hour of what it is thought to take; nil for what does not
    /// wait to begin, and where one of the two was not said.
    package static func expectedByHour(_ improvement: Improvement) -> Double? {
        switch improvement.state {
        case .committed, .escalated: break
        default: return nil
        }
        guard let terms = improvement.terms, let hours = terms.costHours ?? improvement.shape?.costHours, hours > 0 else { return nil }
        return (terms.expected.lowerBound + terms.expected.upperBound) / 2 / terms.smallest / hours
    }

    /// Of two that promise alike the one before stays before.
    package static func ordered(_ improvements: [Improvement], _ zone: ZoneTable) -> [Improvement] {
        let known = improvements.enumerated().map { place, improvement in
            (place: place, improvement: improvement, value: expectedByHour(improvement), age: (improvement.firstDay(zone), place))
        }
        return known.sorted { left, right in
            switch (left.value, right.value) {
            case (let one?, let other?): one != other ? one > other : left.place < right.place
            case (_?, nil): true
            case (nil, _?): false
            case (nil, nil): left.age < right.age
            }
        }.map(\.improvement)
    }
}
