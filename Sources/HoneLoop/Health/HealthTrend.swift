import HoneStatistics

/// A statement in two checks. There is none unless both were answered by k people, and the text is the same.
///
/// The two are compared by ranks, exactly (Mann and Whitney), as if other people had answered: who answers twice rarely turns round, so
/// a claim is rather too rare than too frequent. All statements are judged together (Holm): where nothing moved, one of them is said to
/// have moved in at most one check of twenty. Five answers against five can show nothing among ten statements.
package struct HealthTrend: Sendable, Equatable {
    package enum Direction: String, Sendable {
        case higher, lower
        case cannotTell = "cannot tell"
    }

    package let before: HealthCell
    package let now: HealthCell
    /// Two-sided, adjusted for all statements that are compared.
    package let probability: Double
    package let direction: Direction

    static let level = 0.05

    private init(_ before: HealthCell, _ now: HealthCell, _ comparison: MannWhitney, adjusted: Double) {
        (self.before, self.now, probability) = (before, now, adjusted)
        direction = adjusted > Self.level ? .cannotTell : comparison.superiority > 0.5 ? .higher : .lower
    }

    /// A trend for each pair of cells, in their order; nil where there is no pair.
    package static func trends(_ pairs: [(before: HealthCell, now: HealthCell)?]) -> [HealthTrend?] {
        let compared = pairs.map { pair in pair.flatMap { MannWhitney($0.now.sorted, $0.before.sorted) } }
        let adjusted = MultipleTesting.holm(compared.compactMap { $0?.probabilities.twoSided }) ?? []
        var next = adjusted.makeIterator()
        return zip(pairs, compared).map { pair, comparison in
            guard let pair, let comparison, let adjusted = next.next() else { return nil }
            return HealthTrend(pair.before, pair.now, comparison, adjusted: adjusted)
        }
    }
}

extension HealthRecord {
    /// The last check before another one that was closed and asked something of the same.
    package func before(_ check: HealthCheck) -> HealthCheck? {
        // One that shows nothing, because too few answered, is nothing to compare with.
        checks.last { before in
            before.number < check.number && check.terms.questions.contains { before.cell($0) != nil }
        }
    }

    /// A trend for each statement of a check, in their order; nil where one of the two may not be seen, or the text is another one.
    package func trends(of check: HealthCheck) -> [HealthTrend?] {
        guard let before = before(check) else { return check.terms.questions.map { _ in nil } }
        return HealthTrend.trends(
            check.terms.questions.map { question in
                before.cell(question).flatMap { old in check.cell(question).map { (old, $0) } }
            })
    }
}
