import HoneStatistics

/// A made-up year of a made-up product: the same seed and day give the same year.
///
/// Half way through, the team begins to pair on reviews, and they wait less: something to be found.
struct DemoSimulation {
    static let seed: UInt64 = 2_026
    static let sprintCount = 30
    static let day: Int64 = 86_400
    static let people = ["azure", "birch", "cedar", "ember", "fjord"]

    private(set) var items: [DemoItem] = []
    /// Start of each sprint, a Monday at nine.
    let sprints: [Int64]
    let now: Int64
    var generator = SeededGenerator(seed: DemoSimulation.seed)

    /// - Parameter now: seconds since 1970.
    init(now: Int64) {
        self.now = now
        // 1970-01-05 was a Monday. The last sprint is under way.
        let monday = (now / Self.day - 4) / 14 * 14 + 4
        sprints = (0..<Self.sprintCount).map { (monday - Int64(Self.sprintCount - 1 - $0) * 14) * Self.day + 9 * 3600 }
        for sprint in sprints.indices {
            let planned = 6 + generator.index(below: 3)
            for place in 0..<planned + generator.index(below: 3) { plan(sprint, isAddedLater: place >= planned) }
        }
        // Wishes that nobody has got to yet.
        for _ in 0..<18 { wish() }
    }

    private static let parts = ["checkout", "basket", "search", "invoice", "seller page", "login", "mail", "stock list"]
    private static let titles: [DemoItem.Kind: [String]] = [
        .story: ["Show delivery days on the", "Let guests use the", "Offer gift wrapping in the", "Print a receipt from the"],
        .bug: ["Wrong total after a refund in the", "Timeout in the", "Umlauts are lost in the", "Double click breaks the"],
        .task: ["Write the help page of the", "Translate the"],
        .technical: ["Refactor the rounding in the", "Split the module behind the", "Clean up dead code in the"],
        .tooling: ["Quarantine flaky tests of the", "Faster build of the"],
    ]

    private mutating func kind() -> DemoItem.Kind {
        switch generator.index(below: 20) {
        case 0..<9: .story
        case 9..<15: .bug
        case 15..<17: .task
        case 17..<19: .technical
        default: .tooling
        }
    }

    private mutating func newItem(_ sprint: Int, createdAt: Int64, isAddedLater: Bool) -> DemoItem {
        let kind = kind()
        let titles = Self.titles[kind] ?? []
        let title = titles[generator.index(below: titles.count)] + " " + Self.parts[generator.index(below: Self.parts.count)]
        var item = DemoItem(
            number: items.count + 1, kind: kind, title: title, createdAt: createdAt, sprint: sprint, isAddedLater: isAddedLater)
        item.entered = [("Backlog", createdAt)]
        return item
    }

    private mutating func wish() {
        items.append(newItem(-1, createdAt: now - Int64(1 + generator.index(below: 120)) * Self.day, isAddedLater: false))
    }

    private mutating func plan(_ sprint: Int, isAddedLater: Bool) {
        let start = sprints[sprint]
        let pulledAt = isAddedLater ? start + hours(24, atMost: 200) : start - Int64(generator.index(below: 40)) * 60
        let waiting = isAddedLater ? hours(30, atMost: 300) : hours(700, atMost: 4_000)
        var item = newItem(sprint, createdAt: pulledAt - waiting - 3600, isAddedLater: isAddedLater)
        func isPast(_ at: Int64) -> Bool { at <= now }
        var at = pulledAt
        item.entered.append(("Ready", at))
        if generator.index(below: 16) == 0 {
            item.reason = ["Won't Fix", "Duplicate"][generator.index(below: 2)]
            item.entered.append(("Done", at + hours(50, atMost: 200)))
        } else {
            at += max(3600, start - at) + hours(50, atMost: 230)
            item.entered.append(("In progress", at))
            let work = hours(26, atMost: 160)
            item.workedSeconds = max(900, work / 4 / 900 * 900)
            at += work
            if generator.index(below: 10) == 0 {
                let pause = hours(40, atMost: 120)
                item.flagged = at - work / 2..<at - work / 2 + pause
                at += pause
            }
            item.entered.append(("In review", at))
            at += hours(sprint < Self.sprintCount / 2 ? 44 : 24, atMost: 200)
            item.entered.append(("Testing", at))
            at += hours(14, atMost: 80)
            item.entered.append(("Done", at))
            if generator.index(below: 14) == 0 {
                item.entered.append(("In progress", at + hours(60, atMost: 200)))
                item.entered.append(("Done", (item.entered.last?.at ?? at) + hours(16, atMost: 60)))
            }
        }
        item.entered = item.entered.filter { isPast($0.at) }
        if let flagged = item.flagged, !isPast(flagged.upperBound) { item.flagged = nil }
        if item.closedAt == nil { item.reason = "" }
        guard isPast(item.createdAt) else { return }
        items.append(item)
    }

    /// A time drawn from an exponential distribution, in seconds, at least ten minutes.
    mutating func hours(_ mean: Double, atMost most: Double) -> Int64 {
        let drawn = -mean * Self.logarithm(1 - generator.unit())
        return Int64(max(600, min(drawn, most) * 3600))
    }

    /// The natural logarithm of 0 < x <= 1 from its series, the same on every platform.
    private static func logarithm(_ value: Double) -> Double {
        var (mantissa, exponent) = (value, 0.0)
        while mantissa < 0.5 {
            mantissa *= 2
            exponent -= 1
        }
        let ratio = (mantissa - 1) / (mantissa + 1)
        var (term, sum) = (ratio, 0.0)
        for odd in stride(from: 1.0, through: 31, by: 2) {
            sum += term / odd
            term *= ratio * ratio
        }
        return 2 * sum + exponent * 0.693_147_180_559_945_3
    }
}
