package import HoneFacts
package import HoneStatistics

/// What a metric made of a batch of histories.
package enum Measurement: Sendable {
    /// The facts it needs are not there; the sentence says which.
    case unavailable(String)
    case rows(MeasuredRows)
}

/// One row a history whose end event is known, as columns: a value, or the reason it has none.
package struct MeasuredRows: Sendable {
    /// Which histories `index` points into.
    package enum Subject: Sendable {
        case items, commits, releases, versions, integrations, changes, iterationItems, iterations, files, deployments, incidents
        case builds, planLines, measurements, actions, loops
        /// Lines of a plan, by what was done of them: a plan says ahead what is to be done, and this not.
        case planWork
    }

    package let subject: Subject
    package private(set) var unit: MetricUnit
    package private(set) var summary: Summary
    package internal(set) var index: [Int32] = []
    /// Day of the end event, the one the window filters by.
    package internal(set) var endDay: [CalendarDay] = []
    package internal(set) var value: [Double] = []
    /// Why each row has no value; nil for a kept one.
    package internal(set) var exclusion = Labels<String?>(none: nil)
    /// Oddities of each kept row.
    package internal(set) var flags = Labels<[String]>(none: [])
    /// Kept only where some row has them.
    private var weights: [Double] = []
    private var starts: [Int64] = []
    /// Where the spans of all rows that did not leave unfinished begin, by item: instead of a start a row.
    private var startColumn: ItemNumbers?
    /// Parts that belong to the metric itself, for example its stages.
    package var parts: [(name: String, rows: MeasuredRows)] = []
    /// Where the values come from, when a metric has more than one source: `logged time`, `board active time`.
    package var source: String?
    /// What is to be known about the number as a whole; an observation shows them among its flags.
    package var marks: [String] = []
    /// Of a value of all histories together, where the metric knows how sure it is of it.
    package var interval: Interval?
    /// Who stands behind the rows of a metric over people; only `TeamRows` says so.
    package internal(set) var team: Team?

    package init(_ subject: Subject, unit: MetricUnit, summary: Summary) {
        self.subject = subject
        self.unit = unit
        self.summary = summary
    }

    /// Rows of items whose spans begin at the dates of a column.
    init(itemsFrom starts: ItemNumbers, unit: MetricUnit, summary: Summary) {
        self.init(.items, unit: unit, summary: summary)
        startColumn = starts
    }

    package var count: Int { index.count }

    /// Positions of the rows that have a value. Complexity: O(rows).
    package var keptPositions: [Int] {
        [Int](unsafeUninitializedCapacity: count) { positions, keptCount in
            for row in 0..<count where exclusion.isNone(row) {
                positions.initializeElement(at: keptCount, to: row)
                keptCount &+= 1
            }
        }
    }

    /// Why rows at some positions have no value, counted. Complexity: O(positions).
    package func exclusions(at positions: [Int]) -> [String: Int] {
        exclusion.counts(at: positions).reduce(into: [:]) { counts, part in
            if let reason = part.label { counts[reason, default: 0] += part.count }
        }
    }

    /// Makes room for as many rows at once.
    mutating func reserve(_ size: Int) {
        index.reserveCapacity(size)
        endDay.reserveCapacity(size)
        value.reserveCapacity(size)
    }

    /// The same rows, taken together in another way; without parts, marks and source.
    package func summarised(as summary: Summary, unit: MetricUnit) -> MeasuredRows {
        var rows = self
        (rows.summary, rows.unit, rows.parts, rows.marks, rows.source) = (summary, unit, [], [], nil)
        return rows
    }

    /// The same rows with other values, taken together in another way; without flags, parts, marks and source.
    /// - Parameter values: one a row, whether it is kept or excluded.
    func valued(_ values: [Double], as summary: Summary, unit: MetricUnit) -> MeasuredRows {
        var rows = MeasuredRows(subject, unit: unit, summary: summary)
        (rows.index, rows.endDay, rows.value, rows.exclusion) = (index, endDay, values, exclusion)
        rows.flags = Labels(none: [], count: count)
        return rows
    }

    package mutating func keep(
        _ row: Int, endDay day: CalendarDay, value number: Double, weight denominator: Double = 1,
        startAt start: Int64 = NumberReader.missing,
        flags marks: [String] = []
    ) {
        guard denominator == 1, start == NumberReader.missing, marks.isEmpty, weights.isEmpty, starts.isEmpty else {
            return append(row, day, number, denominator, start, nil, marks)
        }
        index.append(Int32(truncatingIfNeeded: row))
        endDay.append(day)
        value.append(number)
        exclusion.appendNone()
        flags.appendNone()
    }

    package mutating func exclude(_ row: Int, endDay day: CalendarDay, reason: String) {
        append(row, day, 0, 1, NumberReader.missing, reason, [])
    }

    package mutating func exclude(_ row: Int, endDay day: CalendarDay, reason: String, startAt start: Int64) {
        append(row, day, 0, 1, start, reason, [])
    }

    private mutating func append(
        _ row: Int, _ day: CalendarDay, _ number: Double, _ denominator: Double, _ start: Int64, _ reason: String?, _ marks: [String]
    ) {
        if denominator != 1, weights.isEmpty { weights = [Double](repeating: 1, count: count) }
        if start != NumberReader.missing, starts.isEmpty {
            starts = [Int64](repeating: Instant.missing, count: count)
            starts.reserveCapacity(index.capacity)
        }
        if denominator != 1 || !weights.isEmpty { weights.append(denominator) }
        if start != NumberReader.missing || !starts.isEmpty { starts.append(start) }
        index.append(Int32(row))
        endDay.append(day)
        value.append(number)
        if reason == nil { exclusion.appendNone() } else { exclusion.append(reason) }
        if marks.isEmpty { flags.appendNone() } else { flags.append(marks) }
    }

    /// Denominator of a ratio; 1 elsewhere.
    package func weight(_ position: Int) -> Double { weights.isEmpty ? 1 : weights[position] }

    /// Raw instant that a row's span begins at, where it has one; `Instant.missing` elsewhere.
    package func startAt(_ position: Int) -> Int64 {
        if let startColumn { return exclusion[position] == Self.cancelled ? Instant.missing : startColumn[Int(index[position])] }
        return starts.isEmpty ? Instant.missing : starts[position]
    }

    /// What an item that left without being finished is marked with: the one name for it, by which readers of rows tell them apart.
    package static let cancelled = "cancelled"

    /// What rows are labelled with, as codes of the few labels that there are.
    package struct Labels<Label: Hashable & Sendable>: RandomAccessCollection, Sendable {
        /// Up to the last row that has one.
        private var codes: [UInt16] = []
        private var labels: [Label]
        package private(set) var count = 0

        init(none: Label, count: Int = 0) {
            labels = [none]
            self.count = count
        }

        package var startIndex: Int { 0 }
        package var endIndex: Int { count }
        package subscript(row: Int) -> Label { row < codes.count ? labels[Int(codes[row])] : labels[0] }

        /// Whether no row has one.
        var isAlwaysNone: Bool { codes.isEmpty }

        /// How many of the rows at some positions have each of the labels. Complexity: O(positions).
        func counts(at positions: [Int]) -> [(label: Label, count: Int)] {
            if codes.isEmpty { return [] }
            var counts = [Int](repeating: 0, count: labels.count)
            for position in positions where position < codes.count { counts[Int(codes[position])] += 1 }
            return zip(labels, counts).dropFirst().filter { $0.1 > 0 }.map { ($0, $1) }
        }

        /// Whether a row has none.
        @inline(__always)
        func isNone(_ row: Int) -> Bool { row >= codes.count || codes[row] == 0 }

        @inline(__always)
        mutating func appendNone() { count += 1 }

        mutating func append(_ label: Label) {
            if label != labels[0] {
                let place = labels.firstIndex(of: label) ?? labels.count
                if place == labels.count { labels.append(label) }
                codes.append(contentsOf: repeatElement(0, count: count - codes.count))
                codes.append(UInt16(clamping: place))
            }
            count += 1
        }
    }
}

/// How rows become one value. A closed list: each can be merged over windows and taken back row by row.
package enum Summary: Sendable, Equatable {
    /// Nearest-rank percentiles of whole days.
    case days
    /// Midpoint median and nearest-rank percentiles of hours.
    case hours
    /// How many rows.
    case count
    /// Kept rows with value 1 over kept rows, with a Wilson interval.
    case share
    /// Sum of values over sum of weights, with a jackknife over rows.
    case ratio
    /// Share of improvement work, by iteration; a range where too little is classified. Value 1 improvement, 0 not, -1 unclassified.
    case improvementShare
    /// Sum of values over sum of weights, not held under 1: counted events a row, with limits for counts.
    case perRow
    /// Rows a week.
    case perWeek
    /// Days a week with a row, of which each day has one at most: a share of days, with a Wilson interval.
    case daysPerWeek
    /// How many rows at one instant; the window does not filter.
    case level
    /// Days at one instant; the window does not filter.
    case levelDays
    /// Hours at one instant; the window does not filter.
    case levelHours
    /// Kept rows with value 1 over kept rows at one instant, with a Wilson interval; the window does not filter.
    case levelShare
    /// A nearest-rank percentile at one instant, with the interval of order statistics; the window does not filter.
    case percentile(Int)
    /// Rows with value 1 over rows with value 0, each so many a day, with the exact interval of a ratio of Poisson rates.
    case rateRatio
    /// Median of days that are over (weight 1) or last longer (weight 0), at one instant: Kaplan and Meier's curve.
    case survival
    /// The share of the same curve that is over within so many days.
    case doneWithin(Double)
    /// Whole iterations whose share of improvement work reaches the floor they began with, over whole iterations; values as for
    /// `improvementShare`.
    case improvementMet
    /// A value of all histories together that no row has a share of; measured for one window or instant, so the window does not filter.
    case whole(Double?)

    /// Whether only the value shows an oddity that the observation is marked with.
    var isMarked: Bool { self == .survival || self == .improvementMet }

    package var isLevel: Bool {
        switch self {
        case .level, .levelDays, .levelHours, .levelShare, .percentile, .survival, .doneWithin, .whole: true
        case .days, .hours, .count, .share, .ratio, .improvementShare, .perWeek, .daysPerWeek, .perRow, .rateRatio, .improvementMet: false
        }
    }
}
