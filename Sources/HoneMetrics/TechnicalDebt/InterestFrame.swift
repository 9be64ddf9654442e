internal import HoneFacts
internal import HoneStatistics

/// Finished items inside and outside of an area, and what those inside cost more.
struct InterestFrame {
    /// Fewest items elsewhere that an item is compared with.
    static let fewestMatches = 3
    static let resamples = 1_000
    static let seed: UInt64 = 1

    struct Interest {
        var time: Double?
        /// Hours a week, and the bugs that were to be expected; nil where bugs are not known, where nothing touched the area, and where
        /// nothing else was finished elsewhere.
        var bugs: (hours: Double, expected: Double)?
        var limits: Limits?

        /// Nil where a part is that could be known.
        var whole: Double? { time.map { $0 + (bugs?.hours ?? 0) } }
    }

    struct Limits {
        let whole: Interval
        let time: Interval
        let bugs: Interval?
    }

    private struct Group: Hashable {
        let kind: WorkKind
        let size: Int
        let quarter: Int
    }

    private struct Row {
        let item: Int
        let day: CalendarDay
        let week: Int
        let hours: Double
        let group: Int
        let isBug: Bool
    }

    private let window: Window
    private var numbers: [Group: Int] = [:]
    private var inside: [Row] = []
    private var elsewhere: [Row] = []
    private var isAnyKindKnown = false

    init(_ window: Window) {
        self.window = window
    }

    mutating func add(_ item: Int, _ day: CalendarDay, hours: Double, isTouching: Bool, kind: WorkKind, lines: Int) {
        let civil = day.civil
        // Powers of four: 0, 1-3, 4-15, 16-63, 64-255 ...
        let size = (Int.bitWidth - lines.leadingZeroBitCount + 1) / 2
        let group = Group(kind: kind, size: size, quarter: civil.year * 4 + (civil.month - 1) / 3)
        let number = numbers[group] ?? numbers.count
        numbers[group] = number
        if kind != .unclassified { isAnyKindKnown = true }
        let row = Row(item: item, day: day, week: (day - window.from) / 7, hours: hours, group: number, isBug: kind.isBug)
        if isTouching { inside.append(row) } else { elsewhere.append(row) }
    }

    var bugsInside: [(item: Int, day: CalendarDay, hours: Double)] { inside.filter(\.isBug).map { ($0.item, $0.day, $0.hours) } }

    /// Hours of each item of the area over those of its like elsewhere; nil where there are too few of its like.
    var differences: [(item: Int, day: CalendarDay, hours: Double?)] {
        let middles = middles(RepeatedWeeks(count: weekCount), sorted)
        return inside.map { row in (row.item, row.day, middles[row.group].map { row.hours - $0 }) }
    }

    private var weekCount: Int { max(1, (window.length + 6) / 7) }
    private var sorted: [Row] { elsewhere.sorted { $0.hours < $1.hours } }

    /// Complexity: O(resamples x items x log items).
    func interest() -> Interest {
        guard window.length > 0 else { return Interest() }
        let sorted = sorted
        var interest = interest(RepeatedWeeks(count: weekCount), sorted)
        guard let whole = interest.whole, let time = interest.time else { return interest }
        var drawn: [Interest] = []
        for number in 0..<Self.resamples {
            guard let weeks = RepeatedWeeks(resampling: weekCount, seed: Self.seed, stream: number) else { return interest }
            let other = self.interest(weeks, sorted)
            if other.time != nil, (other.bugs == nil) == (interest.bugs == nil) { drawn.append(other) }
        }
        // Where many resamples have nothing to compare with, those that have are no fair sample.
        guard drawn.count * 10 >= Self.resamples * 9, let wholes = limits(drawn.compactMap(\.whole), around: whole),
            let times = limits(drawn.compactMap(\.time), around: time)
        else { return interest }
        let bugs = interest.bugs.flatMap { limits(drawn.compactMap { $0.bugs?.hours }, around: $0.hours) }
        interest.limits = Limits(whole: wholes, time: times, bugs: bugs)
        return interest
    }

    private func limits(_ replicates: [Double], around value: Double) -> Interval? {
        let bootstrap = Bootstrap(replicates: replicates, estimate: value, acceleration: nil)
        guard let drawn = bootstrap?.percentileInterval(level: Observation.intervalLevel) else { return nil }
        return Interval(
            level: drawn.level, lower: min(drawn.lower, value), upper: max(drawn.upper, value), method: "circular-block-bootstrap")
    }

    private func interest(_ weeks: RepeatedWeeks, _ sorted: [Row]) -> Interest {
        let length = Double(window.length) / 7
        let middles = middles(weeks, sorted)
        let touching = inside.reduce(0) { $0 + weeks.times($1.week) }
        let differences = inside.compactMap { row in middles[row.group].map { (row.hours - $0, weeks.times(row.week)) } }
        // Weeks in which nothing touched the area had no interest.
        let middle = touching == 0 && !inside.isEmpty ? 0 : RepeatedWeeks.median(differences.sorted { $0.0 < $1.0 })
        return Interest(time: middle.map { $0 * Double(touching) / length }, bugs: extraBugs(weeks, sorted, length: length), limits: nil)
    }

    /// The middle hours elsewhere by group, where enough are like it.
    private func middles(_ weeks: RepeatedWeeks, _ sorted: [Row]) -> [Double?] {
        var groups = [[(Double, Int)]](repeating: [], count: numbers.count)
        for row in sorted where weeks.times(row.week) > 0 { groups[row.group].append((row.hours, weeks.times(row.week))) }
        return groups.map { rows in rows.reduce(0) { $0 + $1.1 } >= Self.fewestMatches ? RepeatedWeeks.median(rows) : nil }
    }

    private func extraBugs(_ weeks: RepeatedWeeks, _ sorted: [Row], length: Double) -> (hours: Double, expected: Double)? {
        func count(_ rows: [Row], isBug: Bool) -> Double {
            Double(rows.reduce(0) { $0 + ($1.isBug == isBug ? weeks.times($1.week) : 0) })
        }
        let other = count(elsewhere, isBug: false)
        guard isAnyKindKnown, other > 0, !inside.isEmpty else { return nil }
        let expected = count(inside, isBug: false) * count(elsewhere, isBug: true) / other
        let extra = count(inside, isBug: true) - expected
        let bugs = sorted.filter(\.isBug).map { ($0.hours, weeks.times($0.week)) }
        let usual =
            RepeatedWeeks.median(bugs)
            ?? RepeatedWeeks.median(
                inside.filter(\.isBug).map { ($0.hours, weeks.times($0.week)) }.sorted { $0.0 < $1.0 })
        return (extra == 0 ? 0 : extra * (usual ?? 0) / length, expected)
    }
}

/// How often each week of a window stands in a resample.
private struct RepeatedWeeks {
    private let counts: [Int]

    /// Each once.
    init(count: Int) {
        counts = [Int](repeating: 1, count: count)
    }

    /// Blocks of consecutive weeks, the last followed by the first, as many as make the same number of weeks. Nil below four weeks.
    init?(resampling count: Int, seed: UInt64, stream: Int) {
        guard count >= 4 else { return nil }
        var block = 1
        while (block + 1) * (block + 1) * (block + 1) <= count { block += 1 }
        var generator = SeededGenerator(seed: seed, stream: stream)
        var counts = [Int](repeating: 0, count: count)
        for first in stride(from: 0, to: count, by: block) {
            let start = generator.index(below: count)
            for offset in 0..<min(block, count - first) { counts[(start + offset) % count] += 1 }
        }
        self.counts = counts
    }

    func times(_ week: Int) -> Int { counts.indices.contains(week) ? counts[week] : 0 }

    /// The middle of values that each stand there so many times; of an even number the midpoint of the two in the middle.
    static func median(_ sorted: [(Double, Int)]) -> Double? {
        let total = sorted.reduce(0) { $0 + $1.1 }
        guard total > 0 else { return nil }
        var (low, passed): (Double?, Int) = (nil, 0)
        for (value, times) in sorted where times > 0 {
            passed += times
            if low == nil, 2 * passed >= total { low = value }
            if let low, 2 * passed > total { return (low + value) / 2 }
        }
        return low
    }
}
