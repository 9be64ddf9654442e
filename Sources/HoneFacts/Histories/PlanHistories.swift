/// Lines of a plan: what is held against each, and what was said of it on which day. Instants are raw values.
///
/// Where nobody settled on a baseline the first statement is the baseline and stays it: a later one is a re-estimate, and a different
/// one of the same day leaves the line without a baseline, which is said. Where people did (`settled(on:_:)`), their decision is it.
package struct PlanHistories: Sendable {
    package private(set) var key: [String] = []
    /// The source's own word for the kind of work, and the phase, as the source says now; empty where nobody says.
    package private(set) var statedType: [String] = []
    package private(set) var statedPhase: [String] = []
    /// The same as the baseline says.
    package private(set) var type: [String] = []
    package private(set) var phase: [String] = []
    package private(set) var kind: [WorkKind] = []
    /// What the baseline says; nil numbers and `Instant.missing` where nobody says.
    package private(set) var plannedStartAt: [Int64] = []
    package private(set) var plannedFinishAt: [Int64] = []
    package private(set) var budget: [Double?] = []
    /// Whether two first statements contradict each other.
    package private(set) var isDisputed: [Bool] = []
    /// Whether a baseline that people settled on has the line; true where there is none.
    package private(set) var isInBaseline: [Bool] = []
    /// Statements about line `i` are `statements[offsets[i]..<offsets[i + 1]]`, in the order of the days they were made.
    package private(set) var statements: [Statement] = []
    package private(set) var offsets: [Int] = [0]
    /// What people settled on, oldest first; empty where they did not.
    package private(set) var baselines: [PerformanceBaseline] = []
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
        var phases: [String: String] = [:]
        var said: [String: [Statement]] = [:]
        for batch in batches {
            let integers = ["stated_at", "planned_start_at", "planned_finish_at", "finished_at"].map { batch.integers($0) }
            let (keys, budgets, costs) = (batch.texts("key"), batch.texts("budget"), batch.texts("cost"))
            let (kinds, phased) = (batch.texts("type"), batch.texts("phase"))
            for row in 0..<batch.count {
                // Of two words the same one wins in every order of reading.
                if !kinds.isEmpty(row) { types[keys[row]] = max(types[keys[row]] ?? "", kinds[row]) }
                if !phased.isEmpty(row) { phases[keys[row]] = max(phases[keys[row]] ?? "", phased[row]) }
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
            let line = PerformanceBaseline.Line(
                key: name, type: types[name] ?? "", phase: phases[name] ?? "", plannedStartAt: first.plannedStartAt,
                plannedFinishAt: first.plannedFinishAt, budget: first.budget)
            append(line, ordered[...], interpretation)
            isDisputed[count - 1] = ordered.prefix { $0.statedAt == first.statedAt }.contains { !$0.plansLike(first) }
        }
    }

    private mutating func append(_ line: PerformanceBaseline.Line, _ said: ArraySlice<Statement>, _ interpretation: Interpretation) {
        key.append(line.key)
        statedType.append(line.type)
        statedPhase.append(line.phase)
        type.append(line.type)
        phase.append(line.phase)
        kind.append(interpretation.workKind(type: line.type, labels: [], title: ""))
        plannedStartAt.append(line.plannedStartAt)
        plannedFinishAt.append(line.plannedFinishAt)
        budget.append(line.budget)
        isDisputed.append(false)
        isInBaseline.append(true)
        statements += said
        offsets.append(statements.count)
    }
}

extension PlanHistories {
    /// The same plan, held against what people settled on; a line that no fact speaks of any longer is one of it all the same.
    ///
    /// - Parameter baselines: oldest first; none leaves the plan as it is.
    /// - Complexity: O(lines of the plan and of the baselines).
    package func settled(on baselines: [PerformanceBaseline], _ interpretation: Interpretation) -> PlanHistories {
        guard !baselines.isEmpty else { return self }
        let known = Dictionary(uniqueKeysWithValues: zip(key, key.indices))
        var others: [String: PerformanceBaseline.Line] = [:]
        for line in baselines.flatMap(\.lines) where known[line.key] == nil { others[line.key] = line }
        var next = PlanHistories()
        for name in (key + others.keys).sorted() {
            if let place = known[name] {
                next.append(said(place), statements(of: place), interpretation)
                next.isDisputed[next.count - 1] = isDisputed[place]
            } else if let line = others[name] {
                next.append(line, [], interpretation)
            }
        }
        next.baselines = baselines
        return next.asOf(.max, interpretation)
    }

    /// The plan with the baseline that was in force at an instant: the last one set by then, else the first there is.
    ///
    /// - Parameter seconds: since 1970.
    package func asOf(_ seconds: Int64, _ interpretation: Interpretation) -> PlanHistories {
        guard let baseline = baseline(at: seconds) else { return self }
        let lines = Dictionary(uniqueKeysWithValues: baseline.lines.map { ($0.key, $0) })
        var next = self
        for place in key.indices {
            let line = lines[key[place]]
            next.isInBaseline[place] = line != nil
            guard let line else { continue }
            next.isDisputed[place] = false
            (next.type[place], next.phase[place], next.budget[place]) = (line.type, line.phase, line.budget)
            (next.plannedStartAt[place], next.plannedFinishAt[place]) = (line.plannedStartAt, line.plannedFinishAt)
            next.kind[place] = interpretation.workKind(type: line.type, labels: [], title: "")
        }
        return next
    }

    /// When a line was to be finished by the baseline that was in force at an instant, in seconds since 1970; `Instant.missing` where it
    /// does not say. Complexity: O(lines of the baseline).
    package func finishDue(of place: Int, on seconds: Int64) -> (at: Int64, isInBaseline: Bool, isDisputed: Bool) {
        guard let baseline = baseline(at: seconds) else { return (plannedFinishAt[place], isInBaseline[place], isDisputed[place]) }
        guard let line = baseline.lines.first(where: { $0.key == key[place] }) else { return (Instant.missing, false, false) }
        return (line.plannedFinishAt, true, false)
    }

    /// The last one that was set by an instant, else the first there is.
    private func baseline(at seconds: Int64) -> PerformanceBaseline? { baselines.last { $0.setAt <= seconds } ?? baselines.first }

    private func said(_ place: Int) -> PerformanceBaseline.Line {
        PerformanceBaseline.Line(
            key: key[place], type: statedType[place], phase: statedPhase[place], plannedStartAt: plannedStartAt[place],
            plannedFinishAt: plannedFinishAt[place], budget: budget[place])
    }
}

extension PlanHistories.Statement {
    fileprivate var order: (Int64, Int64, Int64, Double, Int64, Double) {
        (statedAt, plannedFinishAt, plannedStartAt, budget ?? -1, finishedAt, cost ?? -1)
    }

    /// Whether two statements plan the same, whatever was done and spent by then.
    package func plansLike(_ other: Self) -> Bool {
        plannedStartAt == other.plannedStartAt && plannedFinishAt == other.plannedFinishAt && budget == other.budget
    }
}
