import HoneFacts
import HoneMetrics
import HoneStatistics

/// The groups of a log: its teams by the weeks, Monday to Sunday, from a first one on.
struct TeamWeekGroups {
    let teams: Teams
    /// The Monday of the first week.
    private let monday: Int32
    /// The team of each item.
    private let team: [UInt16]

    /// How many there are.
    private let count: Int

    /// - Parameter days: nothing of these items ends outside of them.
    /// - Complexity: O(items).
    init(_ streams: ItemTexts, _ days: Range<CalendarDay>) {
        teams = Teams(streams)
        monday = days.lowerBound.startOfWeek.number
        count = (Int(days.upperBound.number - monday) / 7 + 1) * teams.count
        team = (0..<streams.count).map { UInt16(truncatingIfNeeded: streams.code($0) + 1) }
    }

    /// The group of each of the kept rows of a metric of all items, and how many each group has. Complexity: O(rows + groups).
    func counted(_ rows: MeasuredRows, _ kept: [Int]) -> (groups: [Int32], counts: [Int]) {
        let (index, endDay) = (rows.index, rows.endDay)
        let (monday, teamCount) = (monday, Int32(teams.count))
        var counts = [Int](repeating: 0, count: count)
        let groups = [Int32](unsafeUninitializedCapacity: kept.count) { groups, count in
            counts.withUnsafeMutableBufferPointer { counts in
                for (place, position) in kept.enumerated() {
                    let group = (endDay[position].number - monday) / 7 * teamCount + Int32(team[Int(index[position])])
                    precondition(counts.indices.contains(Int(group)), "a row ends outside of the log")
                    counts[Int(group)] += 1
                    groups.initializeElement(at: place, to: group)
                }
            }
            count = kept.count
        }
        return (groups, counts)
    }

    /// Group and value of the kept rows of a metric of other items; nil where one is of a team, or of a week before the first, that nobody
    /// has met.
    func values(of rows: MeasuredRows, _ streams: ItemTexts) -> [(group: Int, value: Double)]? {
        var values: [(group: Int, value: Double)] = []
        for position in rows.keptPositions {
            let day = rows.endDay[position].number
            guard day >= monday, let team = teams[streams[Int(rows.index[position])]] else { return nil }
            values.append((Int(day - monday) / 7 * teams.count + team, rows.value[position]))
        }
        return values
    }
}

/// Rows of some items, and the names of their teams.
typealias RowsOfTeams = (rows: MeasuredRows, streams: ItemTexts)

/// How many kept rows of a metric the groups have; rows can be taken out again and others put in.
struct TeamWeekCounts {
    private var counts: [Int]

    /// - Complexity: O(rows + groups).
    init(_ rows: MeasuredRows, _ groups: TeamWeekGroups) { counts = groups.counted(rows, rows.keptPositions).counts }

    var rowCount: Int { counts.reduce(0, +) }
    var groupCount: Int { counts.count { $0 > 0 } }

    /// Takes rows out and puts others in.
    /// - Returns: false where only a look at all rows can tell.
    /// - Complexity: O(rows).
    mutating func replace(_ old: RowsOfTeams, by new: RowsOfTeams, _ groups: TeamWeekGroups) -> Bool {
        guard let gone = groups.values(of: old.rows, old.streams), let come = groups.values(of: new.rows, new.streams) else { return false }
        for (group, _) in gone {
            guard group < counts.count, counts[group] > 0 else { return false }
            counts[group] -= 1
        }
        for (group, _) in come {
            if group >= counts.count { counts.append(contentsOf: repeatElement(0, count: group + 1 - counts.count)) }
            counts[group] += 1
        }
        return true
    }
}

/// The values of the kept rows of a metric by group; rows can be taken out again and others put in.
struct TeamWeeks {
    /// Values of group `g` are those from `starts[g]` to `starts[g + 1]`, unless it has changed since.
    private var starts: [Int] = [0]
    private var values: [Double] = []
    private var changed: [Int: [Double]] = [:]
    /// What one group adds to the sum; of all groups that have not changed since it was asked for.
    private var percentiles: [Double] = []

    /// - Complexity: O(rows + groups).
    init(_ rows: MeasuredRows, _ grouping: TeamWeekGroups) {
        let (value, kept) = (rows.value, rows.keptPositions)
        let (groups, counts) = grouping.counted(rows, kept)
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
    /// - Returns: false where only a look at all rows can tell.
    /// - Complexity: O(rows x values of their groups).
    mutating func replace(_ old: RowsOfTeams, by new: RowsOfTeams, _ groups: TeamWeekGroups) -> Bool {
        guard let gone = groups.values(of: old.rows, old.streams), let come = groups.values(of: new.rows, new.streams) else { return false }
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

    private func values(of group: Int) -> [Double] {
        changed[group] ?? (group + 1 < starts.count ? Array(values[starts[group]..<starts[group + 1]]) : [])
    }

    private mutating func set(_ group: Int, _ new: [Double]) {
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
