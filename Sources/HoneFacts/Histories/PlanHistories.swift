/// Lines of a plan: what was first said of each, and what was said of it later. Instants are raw values.
///
/// The first statement is the baseline and stays it: a later one is a re-estimate, and a different one of the same day leaves the
/// line without a baseline, which is said.
package struct PlanHistories: Sendable {
    package private(set) var key: [String] = []
    package private(set) var kind: [WorkKind] = []
    /// What was said first; nil numbers and `Instant.missing` where nobody says.
    package private(set) var plannedStartAt: [Int64] = []
    package private(set) var plannedFinishAt: [Int64] = []
    package private(set) var budget: [Double?] = []
    /// Whether two first statements contradict each other.
    package private(set) var isDisputed: [Bool] = []
    /// Statements about line `i` are `statements[offsets[i]..<offsets[i + 1]]`, in the order of the days they were made.
    package private(set) var statements: [Statement] = []
    package private(set) var offsets: [Int] = [0]
    package var count: Int { key.count }

    /// What was said of a line on a day.
    package struct Statement: Sendable, Equatable {
        /// Missing for a baseline without a date.
        package var statedAt: Int64
        package var plannedStartAt: Int64
        package var plannedFinishAt: Int64
        package var budget: Double?
        /// When the line was done; missing while it is not.
        package var finishedAt: Int64
        /// Spent on the line up to then.
        package var cost: Double?
    }

    package init() {}

    package func statements(of line: Int) -> ArraySlice<Statement> { statements[offsets[line]..<offsets[line + 1]] }

    /// Complexity: O(statements x log statements).
    init(_ batches: FactBatches, _ interpretation: Interpretation) {
        var types: [String: String] = [:]
        var said: [String: [Statement]] = [:]
        for batch in batches {
            let integers = ["stated_at", "planned_start_at", "planned_finish_at", "finished_at"].map { batch.integers($0) }
            let (keys, kinds, budgets, costs) = (batch.texts("key"), batch.texts("type"), batch.texts("budget"), batch.texts("cost"))
            for row in 0..<batch.count {
                if !kinds.isEmpty(row) { types[keys[row]] = max(types[keys[row]] ?? "", kinds[row]) }
                said[keys[row], default: []].append(
                    Statement(
                        statedAt: integers[0][row], plannedStartAt: integers[1][row], plannedFinishAt: integers[2][row],
                        budget: Double(budgets[row]), finishedAt: integers[3][row], cost: Double(costs[row])))
            }
        }
        for (name, all) in said.sorted(by: { $0.key < $1.key }) {
            // Instant.missing is the lowest number: a plan without a date comes first.
            let ordered = all.sorted { $0.order < $1.order }
            guard let first = ordered.first else { continue }
            key.append(name)
            kind.append(interpretation.workKind(type: types[name] ?? "", labels: [], title: ""))
            plannedStartAt.append(first.plannedStartAt)
            plannedFinishAt.append(first.plannedFinishAt)
            budget.append(first.budget)
            isDisputed.append(ordered.prefix { $0.statedAt == first.statedAt }.contains { !$0.plansLike(first) })
            statements += ordered
            offsets.append(statements.count)
        }
    }
}

extension PlanHistories.Statement {
    fileprivate var order: (Int64, Int64, Int64, Double, Int64, Double) {
        (statedAt, plannedFinishAt, plannedStartAt, budget ?? -1, finishedAt, cost ?? -1)
    }

    fileprivate func plansLike(_ other: Self) -> Bool {
        plannedStartAt == other.plannedStartAt && plannedFinishAt == other.plannedFinishAt && budget == other.budget
    }
}
