/// The performance measurement baseline that people settled on: what each line of a plan was to be done for, and when. Work is
/// held against it whatever a plan says later.
package struct PerformanceBaseline: Sendable, Equatable {
    package struct Line: Sendable, Equatable {
        package var key: String
        /// The source's own word for the kind of work; empty where nobody says.
        package var type: String
        /// Empty where nobody says.
        package var phase: String
        /// Raw instants; missing where nobody says.
        package var plannedStartAt: Int64
        package var plannedFinishAt: Int64
        package var budget: Double?

        package init(
            key: String, type: String = "", phase: String = "", plannedStartAt: Int64 = Instant.missing,
            plannedFinishAt: Int64 = Instant.missing, budget: Double? = nil
        ) {
            (self.key, self.type, self.phase, self.budget) = (key, type, phase, budget)
            (self.plannedStartAt, self.plannedFinishAt) = (plannedStartAt, plannedFinishAt)
        }
    }

    /// When it was decided, in seconds since 1970.
    package let setAt: Int64
    /// Ascending by key, one of each.
    package let lines: [Line]

    package init(setAt: Int64, lines: [Line]) {
        self.setAt = setAt
        var seen: Set<String> = []
        self.lines = lines.filter { seen.insert($0.key).inserted }.sorted { $0.key < $1.key }
    }
}
