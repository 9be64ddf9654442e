import HoneFacts
import HoneMetrics
import Testing

@testable import HoneLoop

/// What goes through the stages, counted in one walk, against a look at every way for every stage.
@Suite struct LoopPassagesTests {
    private static let statuses = ["Backlog", "Ready", "Doing", "Review queue", "Review", "Done", "Cancelled"]
    private static let begin: Int64 = 1_767_225_600
    private static let zone = ZoneTable.utc

    private static func items(seed: UInt64) -> ItemHistories {
        var state = seed
        func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(sides))
        }
        let rows = (0..<60).map { number -> (String, String, [String]) in
            var seconds = begin + Int64(roll(120 * 86_400))
            let entered = (0..<(1 + roll(9))).map { _ in
                seconds += Int64(roll(9 * 86_400))
                return "\(Instant(seconds: seconds)) \(statuses[roll(statuses.count)])"
            }
            return ("K\(number)", "feature", entered)
        }
        return fold(ExampleFacts.transitions(rows).tables, .board, now: begin + 200 * 86_400).items
    }

    /// The definition, stage by stage.
    private static func passage(_ stage: Int, _ items: ItemHistories, from start: Int64, through last: Int64, weeks: Double) -> Passage {
        var (fate, left, inIt) = (Passage.Fate(), 0, 0)
        for item in 0..<items.count {
            let stays = items.visits(of: item).filter { $0.enteredAt <= last }
            left += stays.count { $0.stage == stage && ($0.leftAt.map { start <= $0 && $0 <= last } ?? false) }
            if stays.last?.stage == stage { inIt += 1 }
            guard stays.contains(where: { $0.stage == stage && $0.enteredAt >= start }),
                let newest = stays.lastIndex(where: { $0.stage == stage })
            else { continue }
            let onward = stays[(newest + 1)...].contains { $0.stage > stage && items.stages[$0.stage].kind != .cancelled }
            if newest == stays.count - 1 { fate.stillHere += 1 } else if onward { fate.wentOn += 1 } else { fate.droppedHere += 1 }
        }
        return Passage(fate: fate, leftCount: left, leftPerWeek: Double(left) / weeks, inIt: inIt)
    }

    @Test(arguments: UInt64(1)...30)
    func `one walk counts what a look at every way counts`(seed: UInt64) {
        let items = Self.items(seed: seed)
        let paths = LoopPaths(transitions: items, Self.zone)
        let first = Self.zone.day(atSeconds: Self.begin)
        var met = 0
        for (from, to, now) in [(0, 84, 200), (40, 96, 60), (100, 184, 200), (190, 260, 200), (300, 384, 200)] {
            let window = Window(from: first + from, to: first + to)
            let seconds = Self.begin + Int64(now) * 86_400
            let found = LoopPassages(paths, window: window, zone: Self.zone, now: seconds).passages
            let (start, end) = (Self.zone.startOfDay(window.from), Self.zone.startOfDay(window.to))
            let expected = items.stages.indices.map {
                Self.passage($0, items, from: start, through: min(end - 1, seconds), weeks: Double(window.length) / 7)
            }
            #expect(found == expected, "\(window)")
            met += found.reduce(0) { $0 + ($1.fate?.wentOn ?? 0) }
        }
        #expect(met > 50)
    }
}
