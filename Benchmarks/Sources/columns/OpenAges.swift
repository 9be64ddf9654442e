import HoneFacts
import HoneMetrics
import HoneStatistics

/// When the open items were begun, by team: all of their ages end at one instant, which moves on with the log.
struct OpenAges {
    private var teams: Teams
    /// Seconds since 1970, team after team.
    private var starts: [[Int64]]

    /// - Parameter instant: seconds since 1970 at which the rows' ages were read.
    init(_ rows: MeasuredRows, _ streams: ItemTexts, at instant: Int64) {
        teams = Teams(streams)
        starts = [[Int64]](repeating: [], count: teams.count)
        for (team, start) in Self.starts(rows, streams, teams, at: instant) ?? [] { starts[team].append(start) }
    }

    var count: Int { starts.reduce(0) { $0 + $1.count } }

    /// Takes rows out and puts others in.
    /// - Returns: false where only a look at all rows can tell: one is of a team that nobody has met.
    mutating func replace(
        _ old: (rows: MeasuredRows, streams: ItemTexts), at before: Int64, by new: (rows: MeasuredRows, streams: ItemTexts), at after: Int64
    ) -> Bool {
        guard let gone = Self.starts(old.rows, old.streams, teams, at: before),
            let come = Self.starts(new.rows, new.streams, teams, at: after)
        else { return false }
        for (team, start) in gone {
            guard let place = starts[team].firstIndex(of: start) else { return false }
            starts[team].remove(at: place)
        }
        for (team, start) in come { starts[team].append(start) }
        return true
    }

    private static func starts(
        _ rows: MeasuredRows, _ streams: ItemTexts, _ teams: Teams, at instant: Int64
    ) -> [(team: Int, start: Int64)]? {
        var starts: [(team: Int, start: Int64)] = []
        for position in rows.keptPositions {
            guard let team = teams[streams[Int(rows.index[position])]] else { return nil }
            starts.append((team, instant + 1 - Int64((rows.value[position] * 3_600).rounded())))
        }
        return starts
    }

    /// The sum over all teams of three percentiles of the ages in days at an instant. The metric counts to the end of the second it
    /// looks at, the engines to its beginning.
    func percentileSum(at instant: Int64) -> Double {
        starts.reduce(0) { sum, starts in
            var hours = starts.map { Double(instant + 1 - $0) / 3_600 }
            return sum + Quantile.fanSum(of: &hours) { ($0 * 3_600 - 1) / 86_400 }
        }
    }
}
