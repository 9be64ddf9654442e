import HoneFacts
import HoneStatistics
import Testing

@testable import HoneMetrics

/// Random histories with something for every metric of the catalogue: a board, reviews, releases, files, deployments, incidents,
/// builds, plans, measures, sprints and blocks.
enum WholeCatalogue {
    static let now = ObservationLawTests.now
    static let board = Interpretation(
        stages: Interpretation.board.stages, smallestGroup: 3, debtAreas: ["old/*"], serviceLevel: ServiceLevel(percent: 85, days: 6))

    static func facts(seed: UInt64) -> FactTables {
        var dice = CatalogueLawTests.Dice(state: seed &* 13 &+ 5)
        var tables = CatalogueLawTests.facts(seed: seed)
        let others = DeliveryLawTests.batches(seed: seed) + [blocks(&dice)] + sprints(&dice) + [markedFiles(&dice)]
        for batch in others {
            tables.batches[batch.family] = FactBatches((tables.batches[batch.family].map(Array.init) ?? []) + [batch])
        }
        return tables
    }

    private static func at(_ dice: inout CatalogueLawTests.Dice) -> Int64 { (1_767_225_600 + Int64(dice.roll(140 * 86_400))) * 2 }

    private static func blocks(_ dice: inout CatalogueLawTests.Dice) -> FactBatch {
        var blocks = FactBatch(.block, origin: "example")
        for number in 0..<15 {
            let from = at(&dice)
            blocks.append(
                id: "\(number)", integers: ["blocked_at": from, "unblocked_at": from + Int64(dice.roll(400_000)) * 2],
                texts: ["item": "K\(dice.roll(40))"])
        }
        return blocks
    }

    private static func sprints(_ dice: inout CatalogueLawTests.Dice) -> [FactBatch] {
        var (sprints, members) = (FactBatch(.iteration, origin: "example"), FactBatch(.iterationItem, origin: "example"))
        for number in 0..<8 {
            let start = (1_767_225_600 + Int64(number) * 14 * 86_400 + 9 * 3_600) * 2
            let end = start + 14 * 86_400 * 2
            sprints.append(
                id: "S\(number)", integers: ["started_at": start, "due_at": end, "completed_at": end],
                texts: ["key": "S\(number)", "name": "Sprint \(number)", "state": "closed"])
            for member in 0..<5 {
                members.append(
                    id: "\(number) \(member)", integers: ["added_at": start + Int64(dice.roll(20) - 5) * 86_400 * 2],
                    texts: ["iteration": "S\(number)", "item": "K\((number * 5 + member) % 40)"])
            }
        }
        return [sprints, members]
    }

    /// The files of the example's tree once more, with comments that own up to a debt.
    private static func markedFiles(_ dice: inout CatalogueLawTests.Dice) -> FactBatch {
        var files = FactBatch(.file, origin: "example")
        for path in ["old/a.c", "old/b.c", "new/c.c", "new/d.c"] {
            files.append(
                id: path,
                integers: [
                    "lines": Int64(dice.roll(90) + 9), "indentation_sum": Int64(dice.roll(200)), "marker_count": Int64(dice.roll(4) + 1),
                    "oldest_marker_at": at(&dice),
                ], texts: ["path": path])
        }
        return files
    }

    static func context(_ interpretation: Interpretation = board, days: Int = 120, now: Int64 = now) -> MeasureContext {
        let from = CalendarDay(iso: "2026-01-10") ?? CalendarDay(number: 0)
        return MeasureContext(interpretation: interpretation, window: Window(from: from, to: from + days), now: now)
    }

    /// The same facts with each instant of second precision moved; a day stays a day.
    static func moved(_ facts: FactTables, _ seconds: (Int64) -> Int64) -> FactTables {
        var moved = facts
        for (family, batches) in facts.batches {
            moved.batches[family] = FactBatches(
                batches.map { batch in
                    var copy = FactBatch(family, origin: batch.origin)
                    for row in 0..<batch.count {
                        let values = zip(family.columns, batch.row(row)).map { schema, value -> FactValue in
                            guard schema.kind == .instant, case .integer(let raw) = value, raw & 1 == 0 else { return value }
                            return .integer(seconds(raw >> 1) * 2)
                        }
                        copy.append(id: batch.id(row), row: values)
                    }
                    return copy
                })
        }
        return moved
    }
}
