import HoneFacts
import HoneMetrics
import HoneStatistics

/// The kept rows of a metric by the team of their item and the week, Monday to Sunday, of their end; rows can be taken out again and
/// others put in.
struct TeamWeeks {
    /// Values of group `g` are those from `starts[g]` to `starts[g + 1]`, unless it has changed since.
    private var starts: [Int] = [0]
    private var values: [Double] = []
    private var changed: [Int: [Double]] = [:]
    /// The Monday of the first week.
    private var monday: Int32 = 0
    private var teams: Teams
    /// What one group adds to the sum; of all groups that have not changed since it was asked for.
    private var percentiles: [Double] = []

    private(set) var rowCount = 0
    private(set) var groupCount = 0

    /// - Complexity: O(rows + teams x weeks).
    init(_ rows: MeasuredRows, _ streams: ItemTexts) {
        teams = Teams(streams)
        let (index, endDay, value, kept) = (rows.index, rows.endDay, rows.value, rows.keptPositions)
        guard let one = kept.first.map({ endDay[$0] }) else { return }
        var (first, last) = (one.number, one.number)
        for position in kept {
            first = min(first, endDay[position].number)
            last = max(last, endDay[position].number)
        }
        monday = CalendarDay(number: first).startOfWeek.number
        let weeks = (monday...last).map { Int32($0 - monday) / 7 }
        // Week after week, in each team after team; the empty team has code -1.
        let teamCount = Int32(teams.count)
        var counts = [Int](repeating: 0, count: Int(teamCount) * (Int(weeks[weeks.count - 1]) + 1))
        let groups = [Int32](unsafeUninitializedCapacity: kept.count) { groups, count in
            for (place, position) in kept.enumerated() {
                let group = weeks[Int(endDay[position].number - monday)] * teamCount + streams.code(Int(index[position])) + 1
                groups.initializeElement(at: place, to: group)
                counts[Int(group)] += 1
            }
            count = kept.count
        }
        rowCount = kept.count
        groupCount = counts.count { $0 > 0 }
        starts = counts.reduce(into: [0]) { starts, count in starts.append(starts[starts.count - 1] + count) }
        var next = starts
        values = [Double](unsafeUninitializedCapacity: kept.count) { values, count in
            for (place, position) in kept.enumerated() {
                let group = Int(groups[place])
                values.initializeElement(at: next[group], to: value[position])
                next[group] += 1
            }
            count = kept.count
        }
    }

    /// Takes rows out and puts others in.
    /// - Returns: false where only a look at all rows can tell: one is of a team, or of a week before the first, that nobody has met.
    /// - Complexity: O(rows x values of their groups).
    mutating func replace(_ old: (rows: MeasuredRows, streams: ItemTexts), by new: (rows: MeasuredRows, streams: ItemTexts)) -> Bool {
        guard let gone = groups(of: old.rows, old.streams), let come = groups(of: new.rows, new.streams) else { return false }
        for (group, value) in gone {
            var values = values(of: group)
            guard let place = values.firstIndex(of: value) else { return false }
            values.swapAt(place, values.count - 1)
            values.removeLast()
            set(group, values)
        }
        for (group, value) in come { set(group, values(of: group) + [value]) }
        return true
    }

    private func groups(of rows: MeasuredRows, _ streams: ItemTexts) -> [(group: Int, value: Double)]? {
        var groups: [(group: Int, value: Double)] = []
        for position in rows.keptPositions {
            let day = rows.endDay[position].number
            guard day >= monday, let team = teams[streams[Int(rows.index[position])]] else { return nil }
            groups.append((Int(day - monday) / 7 * teams.count + team, rows.value[position]))
        }
        return groups
    }

    private func values(of group: Int) -> [Double] {
        changed[group] ?? (group + 1 < starts.count ? Array(values[starts[group]..<starts[group + 1]]) : [])
    }

    private mutating func set(_ group: Int, _ new: [Double]) {
        let old = values(of: group)
        rowCount += new.count - old.count
        if old.isEmpty != new.isEmpty { groupCount += new.isEmpty ? -1 : 1 }
        changed[group] = new
        if group < percentiles.count { percentiles[group] = .nan }
    }

    /// The sum over all groups of three percentiles, linearly interpolated, each turned into another unit.
    /// - Complexity: O(values of the groups that have changed since it was last asked for + groups).
    mutating func percentileSum(_ converted: (Double) -> Double) -> Double {
        let count = max(starts.count - 1, (changed.keys.max() ?? -1) + 1)
        if count > percentiles.count { percentiles.append(contentsOf: repeatElement(.nan, count: count - percentiles.count)) }
        for group in percentiles.indices where percentiles[group].isNaN {
            var values = values(of: group)
            percentiles[group] = Quantile.fanSum(of: &values, converted)
        }
        return percentiles.reduce(0, +)
    }
}

extension Quantile {
    /// The sum of the three percentiles of some values, each turned into another unit; 0 of none.
    static func fanSum(of values: inout [Double], _ converted: (Double) -> Double) -> Double {
        (hyndmanFan(of: &values, probabilities: [0.5, 0.85, 0.95], type: .linear) ?? []).reduce(0) { $0 + converted($1) }
    }
}

/// The teams of a log by name: the place of each is its code and one, that of the empty team 0.
struct Teams {
    private var places: [String: Int] = [:]

    init(_ streams: ItemTexts) {
        for code in -1..<Int32(streams.codeCount) where places[streams.text(code)] == nil { places[streams.text(code)] = Int(code) + 1 }
        count = streams.codeCount + 1
    }

    let count: Int

    subscript(name: String) -> Int? { places[name] }
}
