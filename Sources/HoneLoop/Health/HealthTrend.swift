package import HoneStatistics

/// A statement in two checks. There is none unless both were answered by k people, and the text is the same.
///
/// The two are compared as if other people had answered: the same people rarely change all at once, so the interval is rather too wide
/// than too narrow. Somebody who compares all statements at once says "moved" of one in vain at most once in twenty times (Bonferroni).
package struct HealthTrend: Sendable, Equatable {
    package enum Direction: String, Sendable {
        case higher, lower
        case cannotTell = "cannot tell"
    }

    package let before: HealthCell
    package let now: HealthCell
    /// Of the share that says 4 or 5, now less before.
    package let difference: Interval
    package let direction: Direction

    /// - Parameter comparisons: how many statements are compared at once.
    package init?(_ before: HealthCell, _ now: HealthCell, comparisons: Int) {
        guard let old = before.agreeing, let new = now.agreeing, comparisons > 0,
            let difference = Proportion.newcombeDifference((new.count, new.of), (old.count, old.of), level: 1 - 0.05 / Double(comparisons))
        else { return nil }
        (self.before, self.now, self.difference) = (before, now, difference)
        direction = difference.lower > 0 ? .higher : difference.upper < 0 ? .lower : .cannotTell
    }
}

extension HealthRecord {
    /// The last check before another one that was closed and asked something of the same.
    package func before(_ check: HealthCheck) -> HealthCheck? {
        checks.last {
            $0.number < check.number && $0.result != nil
                && !Set($0.terms.questions.map(\.id)).isDisjoint(with: check.terms.questions.map(\.id))
        }
    }

    /// A trend for each statement of a check, in their order; nil where one of the two may not be seen, or the text is another one.
    package func trends(of check: HealthCheck) -> [HealthTrend?] {
        guard let before = before(check) else { return check.terms.questions.map { _ in nil } }
        let pairs = check.terms.questions.map { question in
            before.cell(question).flatMap { old in check.cell(question).map { (old, $0) } }
        }
        let comparisons = pairs.count { $0 != nil }
        return pairs.map { pair in pair.flatMap { HealthTrend($0.0, $0.1, comparisons: comparisons) } }
    }
}
