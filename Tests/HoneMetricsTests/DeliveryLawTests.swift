import HoneFacts
import HoneStatistics
import Testing

@testable import HoneMetrics

/// Laws of the metrics of deployments, incidents, plans and measures on random facts.
@Suite struct DeliveryLawTests {
    typealias Dice = ObservationLawTests.Dice

    static let now = ObservationLawTests.now
    static let metrics = Catalogue.metrics.filter { [.delivery, .schedule, .outcome].contains($0.definition.family) }

    /// Batches of a product with three services, a git history, a plan and two measures.
    static func batches(seed: UInt64) -> [FactBatch] {
        var dice = Dice(state: seed)
        let start = Int64(1_767_225_600)
        func at(_ days: Int) -> Int64 { (start + Int64(dice.roll(days * 86_400))) * 2 }
        var commits = FactBatch(.commit, origin: "r")
        for number in 0..<60 {
            let committed = (start + Int64(number) * 2 * 86_400 + Int64(dice.roll(86_400))) * 2
            var parents = number > 0 ? ["c\(number - 1)"] : []
            if number > 3, dice.roll(5) == 0 { parents.append("c\(number - 3)") }
            commits.append(
                id: "c\(number)",
                integers: ["authored_at": committed, "committed_at": committed, "is_inside": 1, "is_bot": 0],
                texts: ["sha": "c\(number)", "parents": parents.joined(separator: " ")])
        }
        var head = FactBatch(.head, origin: "r")
        head.append(id: "HEAD", integers: ["is_shallow": 0], texts: ["branch": "main", "sha": "c59"])
        var deployments = FactBatch(.deployment, origin: "d")
        for number in 0..<50 {
            let status = ["", "success", "FAILED", "rolled back", "ABORTED", "odd"][dice.roll(6)]
            deployments.append(
                id: "d\(number)",
                integers: ["finished_at": at(130), "is_unplanned": dice.roll(3) == 0 ? Instant.missing : Int64(dice.roll(2))],
                texts: [
                    "key": "d\(number)", "status": status, "service": ["", "shop", "pay"][dice.roll(3)],
                    "environment": ["", "production", "staging"][dice.roll(3)], "sha": dice.roll(4) > 0 ? "c\(dice.roll(60))" : "",
                ])
        }
        var incidents = FactBatch(.incident, origin: "d")
        for number in 0..<25 {
            let opened = at(140)
            incidents.append(
                id: "i\(number)",
                integers: [
                    "opened_at": opened, "resolved_at": dice.roll(4) > 0 ? opened + Int64(dice.roll(200_000)) * 2 : Instant.missing,
                    "is_from_change": dice.roll(5) == 0 ? 0 : Instant.missing,
                ],
                texts: [
                    "key": "i\(number)", "service": ["", "shop", "pay"][dice.roll(3)],
                    "deployment": dice.roll(3) == 0 ? "d\(dice.roll(70))" : "",
                ])
        }
        var builds = FactBatch(.build, origin: "d")
        for number in 0..<30 {
            builds.append(
                id: "b\(number)", integers: ["finished_at": at(150)],
                texts: ["key": "b\(number)", "status": ["SUCCESS", "FAILED", "odd", "skipped"][dice.roll(4)]])
        }
        func day(_ span: Int) -> Int64 { (start / 86_400 + Int64(dice.roll(span))) * 86_400 * 2 + 1 }
        var plan = FactBatch(.planLine, origin: "p")
        for line in 0..<20 {
            for statement in 0...dice.roll(4) {
                plan.append(
                    id: "\(line)|\(statement)",
                    integers: [
                        "stated_at": dice.roll(8) == 0 ? Instant.missing : day(120), "planned_start_at": day(60),
                        "planned_finish_at": dice.roll(9) == 0 ? Instant.missing : day(150),
                        "finished_at": dice.roll(3) == 0 ? day(150) : Instant.missing,
                    ],
                    texts: [
                        "key": "L\(line)", "type": ["feature", "tool", "Chore"][dice.roll(3)],
                        "budget": dice.roll(9) == 0 ? "" : "\(Double(dice.roll(1000)) / 4)",
                        "cost": dice.roll(2) == 0 ? "\(dice.roll(300))" : "",
                    ])
            }
        }
        var measures = FactBatch(.measurement, origin: "m")
        for number in 0..<20 {
            measures.append(
                id: "m\(number)", integers: ["measured_at": day(140)],
                texts: ["name": ["users", "churn"][dice.roll(2)], "value": "\(Double(dice.roll(2000)) / 8 - 20)", "unit": "u"])
        }
        return [commits, head, deployments, incidents, builds, plan, measures]
    }

    static func tables(_ batches: [FactBatch]) -> FactTables {
        FactTables(Dictionary(grouping: batches, by: \.family))
    }

    static func context(_ from: String, _ to: String) -> MeasureContext {
        let window = Window(from: CalendarDay(iso: from) ?? CalendarDay(number: 0), to: CalendarDay(iso: to) ?? CalendarDay(number: 0))
        return MeasureContext(interpretation: Interpretation(), window: window, now: now)
    }

    /// Rows of a batch in another order, in pieces.
    static func shuffled(_ batch: FactBatch, pieces: Int) -> [FactBatch] {
        let order = (0..<batch.count).map { ($0 * 7 + 3) % max(1, batch.count) }
        let isWhole = Set(order).count == batch.count
        return (0..<pieces).map { piece in
            var part = FactBatch(batch.family, origin: batch.origin)
            for (place, row) in order.enumerated() where place % pieces == piece {
                part.append(id: batch.nativeID(isWhole ? row : place) ?? "", row: batch.row(isWhole ? row : place))
            }
            return part
        }
    }

    @Test(arguments: UInt64(1)...30)
    func `n and the exclusions are the eligible, and an interval holds its value`(seed: UInt64) {
        let histories = fold(Self.tables(Self.batches(seed: seed)), Interpretation(), now: Self.now)
        for metric in Self.metrics {
            let observation = observe(metric, histories, Self.context("2026-01-10", "2026-05-01"))
            for part in [observation] + observation.parts.map(\.observation) {
                #expect(part.n + part.excluded.values.reduce(0, +) == part.eligible, "\(metric.definition.id)")
                if let interval = part.interval, let value = part.value {
                    #expect(interval.lower <= value + 1e-12 && value <= interval.upper + 1e-12, "\(metric.definition.id)")
                }
                #expect(part.value?.isFinite ?? true, "\(metric.definition.id)")
            }
        }
    }

    @Test(arguments: UInt64(1)...20)
    func `order, pieces and saying a thing twice change nothing`(seed: UInt64) async throws {
        let batches = Self.batches(seed: seed)
        let straight = fold(Self.tables(batches), Interpretation(), now: Self.now)
        let log = MemoryFactLog()
        for batch in batches {
            for part in Self.shuffled(batch, pieces: 3) {
                for _ in 0..<2 { _ = try await log.append([part], recordedAt: 1, cursor: nil) }
            }
        }
        let turned = fold(try await FactTables(log: log), Interpretation(), now: Self.now)
        for metric in Self.metrics {
            let context = Self.context("2026-01-10", "2026-05-01")
            let (left, right) = (observe(metric, straight, context), observe(metric, turned, context))
            #expect(ObservationLawTests.told(left) == ObservationLawTests.told(right), "\(metric.definition.id)")
        }
    }

    @Test(arguments: UInt64(1)...20)
    func `two windows side by side count what the whole counts, and other days may be left out`(seed: UInt64) {
        let histories = fold(Self.tables(Self.batches(seed: seed)), Interpretation(), now: Self.now)
        let context = Self.context("2026-01-10", "2026-05-01")
        for metric in Self.metrics {
            let whole = observe(metric, histories, context)
            let unlimited = observe(metric.definition, metric.measure(histories, context), histories, context)
            #expect(ObservationLawTests.told(whole) == ObservationLawTests.told(unlimited), "\(metric.definition.id)")
            guard case .rows(let rows) = metric.measure(histories, context), !rows.summary.isLevel else { continue }
            let first = observe(metric, histories, Self.context("2026-01-10", "2026-03-03"))
            let second = observe(metric, histories, Self.context("2026-03-03", "2026-05-01"))
            #expect(first.n + second.n == whole.n && first.eligible + second.eligible == whole.eligible, "\(metric.definition.id)")
        }
    }

    @Test(arguments: UInt64(1)...20)
    func `a longer window for incidents fails no fewer deployments`(seed: UInt64) {
        let tables = Self.tables(Self.batches(seed: seed))
        let failed = [.seconds(0), .seconds(3_600), .day, .seconds(7 * 86_400), IncidentWindow.unlimited].map { window -> Set<Int> in
            let histories = fold(tables, Interpretation(delivery: DeliveryRule(incidentWindow: window)), now: Self.now)
            return Set(histories.incidents.deployment.filter { $0 >= 0 })
        }
        for (shorter, longer) in zip(failed, failed.dropFirst()) { #expect(shorter.isSubset(of: longer)) }
    }

    @Test(arguments: UInt64(1)...20)
    func `planned, earned and whole budget are in order, and a later day plans no less`(seed: UInt64) {
        let histories = fold(Self.tables(Self.batches(seed: seed)), Interpretation(), now: Self.now)
        var before = 0.0
        for day in ["2026-01-15", "2026-02-15", "2026-03-15", "2026-04-15", "2026-05-15"] {
            let standing = PlanStanding(histories.plan, Self.context("2026-01-01", day), needsCost: false)
            guard let earned = standing.earned else { continue }
            #expect(earned.plannedValue <= earned.budgetAtCompletion + 1e-9 && earned.earnedValue <= earned.budgetAtCompletion + 1e-9)
            #expect(earned.plannedValue >= before - 1e-9)
            before = earned.plannedValue
        }
    }
}
