import HoneFacts
import Testing

@testable import HoneMetrics

@Suite struct SignTests {
    typealias Made = SignHistories

    private static func sign(_ kind: Sign.Kind, _ facts: ExampleFacts) throws -> Sign {
        try #require(Made.signs(facts).first { $0.kind == kind })
    }

    @Test(arguments: UInt64(1)...60)
    func `an ordinary history raises none`(seed: UInt64) {
        let items = Made.ordinary(seed: seed)
        let titles = Dictionary(uniqueKeysWithValues: items.enumerated().map { ($1.key, "Title \($0)") })
        var dice = ObservationLawTests.Dice(state: seed)
        let sizes = Dictionary(uniqueKeysWithValues: items.map { ($0.key, Int64(3600 * (1 + dice.roll(40)))) })
        let facts = ExampleFacts.transitions(items).with("title", titles).with("estimated_seconds", sizes)
        #expect(Made.signs(facts).isEmpty)
        let earlier = facts.tables[.item].flatMap { EarlierItem.all(of: $0, recordedAt: Made.now) }
        #expect(SignsOfWindow(Made.histories(facts), Made.context(), earlier: earlier).signs.isEmpty)
    }

    @Test func `an empty history raises none`() {
        #expect(Made.signs(ExampleFacts()).isEmpty)
    }

    @Test func `every sign names metrics that exist, and no person and no motive`() throws {
        let facts = try Self.planted()
        let signs = facts.flatMap { Made.signs($0) }
        #expect(Set(signs.map(\.kind)).count == 6)
        for sign in signs {
            #expect(!sign.metrics.isEmpty && sign.metrics.allSatisfy { Catalogue.metric($0) != nil }, "\(sign.kind)")
            for word in ["cheat", "gam", "manipul", "fake", "trick", "who", "someone", "developer"] {
                #expect(!sign.text.lowercased().split(separator: " ").contains { $0.hasPrefix(word) }, "\(sign.text)")
            }
        }
    }

    private static func planted() throws -> [ExampleFacts] { [heaped(), bulk(), split(), teleported(), reset(), pingPong()] }

    /// Half of what took longer than fourteen days is finished on the day that makes it fourteen (ten working days).
    private static func heaped() -> ExampleFacts {
        var items = Made.ordinary(seed: 3)
        for day in stride(from: 0, to: 60, by: 7) {
            for number in 0..<4 {
                let start = Made.window.from + day
                items.append(
                    ("H\(day)-\(number)", "feature", [Made.entry(start, 540, "Doing"), Made.entry(start + 11, 960, "Done")]))
            }
        }
        return .transitions(items)
    }

    @Test func `heaping just under the limit`() throws {
        let sign = try Self.sign(.heapingUnderALimit, Self.heaped())
        #expect(sign.count >= 36 && (sign.expected ?? .infinity) < Double(sign.count) / 1.5)
        #expect((sign.probability ?? 1) < 0.001 && sign.metrics.contains("sle-attainment"))
        // Without an expectation there is no limit to be under.
        #expect(!Made.signs(Self.heaped(), nil).contains { $0.kind == .heapingUnderALimit })
    }

    /// What would be done in the first week of each iteration is closed on its last Friday instead.
    private static func bulk() -> ExampleFacts {
        let items = Made.ordinary(seed: 5).map { item -> Made.Item in
            guard let last = item.entered.last, let day = CalendarDay(iso: String(last.prefix(10))), Made.window.contains(day) else {
                return item
            }
            let offset = (day - Made.window.from) % 14
            guard offset < 5 else { return item }
            return (item.key, item.type, item.entered.dropLast() + [Made.entry(day + (11 - offset), 1000, "Done")])
        }
        return .transitions(items)
    }

    @Test func `bulk closing at the end of iterations`() throws {
        let sign = try Self.sign(.bulkClosing, Self.bulk())
        #expect(Double(sign.count) > 2 * (sign.expected ?? .infinity) && sign.text.contains("6 iterations"))
    }

    @Test(arguments: UInt64(1)...20)
    func `closing each Friday, or each second one, is no bulk closing at the end of iterations and months`(seed: UInt64) {
        for (days, cadence) in [(7, 1), (14, 1), (7, 2)] {
            let items = Made.ordinary(seed: seed).map { item -> Made.Item in
                guard let last = item.entered.last, let day = CalendarDay(iso: String(last.prefix(10))) else { return item }
                let friday = day + (5 - day.weekday)
                let closing = friday + (friday.startOfWeek.number / 7 % 2 == 0 ? 0 : 7 * (cadence - 1))
                return (item.key, item.type, item.entered.dropLast() + [Made.entry(closing, 1000, "Done")])
            }
            var board = Made.interpretation
            board.iterationDays = days
            let context = MeasureContext(interpretation: board, window: Made.window, options: MetricOptions(), now: Made.now)
            let histories = fold(ExampleFacts.transitions(items).tables, board, now: Made.now)
            #expect(BulkClosing.sign(histories, context) == nil)
        }
    }

    /// From the window on, every item is cut into four of a quarter of the size.
    private static func split() -> ExampleFacts {
        var items: [Made.Item] = []
        var sizes: [String: Int64] = [:]
        var dice = ObservationLawTests.Dice(state: 7)
        for item in Made.ordinary(seed: 7, before: 140) {
            let hours = Int64(4 * (4 + dice.roll(8)))
            let isCut = item.entered.last.flatMap { CalendarDay(iso: String($0.prefix(10))) }.map { $0 >= Made.window.from } ?? false
            for part in 0..<(isCut ? 4 : 1) {
                items.append((isCut ? "\(item.key)-\(part)" : item.key, item.type, item.entered))
                sizes[isCut ? "\(item.key)-\(part)" : item.key] = 3600 * (isCut ? hours / 4 : hours)
            }
        }
        return ExampleFacts.transitions(items).with("estimated_seconds", sizes)
    }

    @Test func `items cut into smaller ones`() throws {
        let sign = try Self.sign(.itemSplitting, Self.split())
        #expect(Double(sign.count) > 3 * (sign.expected ?? .infinity) && sign.metrics.contains("throughput"))
    }

    @Test func `more items of the same size are more work, not splitting`() throws {
        let half = (0..<20).map { Double(8 + $0 % 7) }
        #expect(ItemSplitting.sign(before: (20, half), now: (60, half + half + half), days: 84, "estimated") == nil)
        let small = half.map { $0 / 3 }
        #expect(ItemSplitting.sign(before: (20, half), now: (60, small + small + small), days: 84, "estimated") != nil)
        // Smaller, and as many as before: that is less work.
        #expect(ItemSplitting.sign(before: (20, half), now: (20, small), days: 84, "estimated") == nil)
    }

    /// One item in three goes through all stages within four minutes.
    private static func teleported() -> ExampleFacts {
        .transitions(
            Made.ordinary(seed: 9).enumerated().map { number, item -> Made.Item in
                guard number % 3 == 0, let last = item.entered.last, let day = CalendarDay(iso: String(last.prefix(10))) else {
                    return item
                }
                return (
                    item.key, item.type,
                    item.entered.prefix(1) + [
                        Made.entry(day, 960, "Doing"), Made.entry(day, 962, "Review"), Made.entry(day, 964, "Done"),
                    ]
                )
            })
    }

    @Test func `stages passed within minutes`() throws {
        let sign = try Self.sign(.stageTeleports, Self.teleported())
        #expect(sign.count >= 10 && sign.metrics.contains("cycle-time"))
    }

    /// Twenty old items are cancelled and written anew the day after.
    private static func reset() -> ExampleFacts {
        var items = Made.ordinary(seed: 11)
        var titles: [String: String] = [:]
        for number in 0..<20 {
            let end = Made.window.from + 2 * number
            items.append(("O\(number)", "bug", [Made.entry(end + -60, 600, "Backlog"), Made.entry(end, 600, "Cancelled")]))
            items.append(("N\(number)", "bug", [Made.entry(end + 1, 600, "Backlog")]))
            (titles["O\(number)"], titles["N\(number)"]) = ("Old bug \(number)", "Old bug \(number)")
        }
        return ExampleFacts.transitions(items).with("title", titles)
    }

    @Test func `old items written anew`() throws {
        let sign = try Self.sign(.ageResets, Self.reset())
        #expect(sign.count == 20 && sign.metrics.contains("work-item-age"))
    }

    @Test func `work that comes back under the same title is none`() {
        var items = Made.ordinary(seed: 11)
        var titles: [String: String] = [:]
        // Forty of them, one a week, each open for five weeks: around each end another one is wished for.
        for number in 0..<40 {
            let start = Made.window.from + -150 + 7 * (number % 33)
            items.append(("R\(number)", "task", [Made.entry(start, 600, "Backlog"), Made.entry(start + 36, 600, "Done")]))
            titles["R\(number)"] = "Weekly release"
        }
        #expect(!Made.signs(ExampleFacts.transitions(items).with("title", titles)).contains { $0.kind == .ageResets })
    }

    @Test func `a request date later than the first move`() throws {
        let items = Made.ordinary(seed: 13)
        let moved = Dictionary(
            uniqueKeysWithValues: items.enumerated().filter { $0.offset % 8 == 0 }.compactMap { _, item in
                item.entered.last.flatMap { CalendarDay(iso: String($0.prefix(10))) }.map { (item.key, Instant(day: $0 + 5).rawValue) }
            })
        #expect(try Self.sign(.ageResets, ExampleFacts.transitions(items).with("requested_at", moved)).count > 5)
    }

    /// One item in ten goes back and forth between two stages four times within the hour before it is done.
    private static func pingPong() -> ExampleFacts {
        .transitions(
            Made.ordinary(seed: 17).enumerated().map { number, item -> Made.Item in
                guard number % 10 == 0, let last = item.entered.last, let day = CalendarDay(iso: String(last.prefix(10))) else {
                    return item
                }
                let moves = (0..<8).map { Made.entry(day, 840 + 5 * $0, $0 % 2 == 0 ? "Doing" : "Review") }
                return (item.key, item.type, Array(item.entered.prefix(1)) + moves + [Made.entry(day, 900, "Done")])
            })
    }

    @Test func `cards moved back and forth`() throws {
        let sign = try Self.sign(.backAndForth, Self.pingPong())
        #expect(sign.count >= 10 && sign.metrics.contains("stage-time"))
    }

    @Test func `what a review sends back for a day, and one card in the wrong column, are none`() {
        let items = Made.ordinary(seed: 19).map { item -> Made.Item in
            guard let last = item.entered.last, let day = CalendarDay(iso: String(last.prefix(10))) else { return item }
            let slow = (0..<8).map { Made.entry(day + -8 + $0, 600, $0 % 2 == 0 ? "Doing" : "Review") }
            let slips = [Made.entry(day, 600, "Doing"), Made.entry(day, 601, "Review"), Made.entry(day, 602, "Doing")]
            return (item.key, item.type, Array(item.entered.prefix(1)) + slow + slips + [Made.entry(day, 1_000, "Done")])
        }
        #expect(!Made.signs(.transitions(items)).contains { $0.kind == .backAndForth })
    }

    /// Versions of all items as they were read at an instant.
    private static func versions(_ items: [Made.Item], at seconds: Int64) -> [EarlierItem] {
        ExampleFacts.transitions(items).tables[.item].flatMap { EarlierItem.all(of: $0, recordedAt: seconds) }
    }

    @Test func `another kind than when it was finished`() throws {
        let items = Made.ordinary(seed: 15)
        let later = items.enumerated().map { number, item -> Made.Item in
            (item.key, number % 9 == 0 ? "refactoring" : item.type, item.entered)
        }
        let now = Made.histories(.transitions(later))
        func kindSign(_ earlier: [EarlierItem]) -> Sign? {
            SignsOfWindow(now, Made.context(), earlier: earlier).signs.first { $0.kind == .reclassification }
        }
        let end = Made.interpretation.zone.startOfDay(Made.window.to)
        let sign = try #require(kindSign(Self.versions(items, at: end)))
        #expect(sign.count > 5 && sign.text.contains("to refactoring") && sign.metrics.contains("improvement-share"))
        // What was said of work that was still open was put right on the way.
        #expect(Self.versions(items, at: 0).isEmpty == false && kindSign(Self.versions(items, at: 0)) == nil)
    }

    @Test func `single cases are no sign`() {
        #expect(!Sign.isMarked(4, of: 4) && Sign.isMarked(5, of: 100) && !Sign.isMarked(5, of: 101))
    }
}
